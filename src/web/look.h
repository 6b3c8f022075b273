/*
 * look.h - what a page is drawn with: the shipped look, the department's settings, its active layer, or a draft.
 * web/: may use base/, sql/, xml/.
 *
 * The department's view (stylesheet_view) is read with the session.  Texts are loaded once a process for each version; a layer runs in
 * the process's renderer.  A layer that fails costs that answer: the page is drawn without it and says so, the reason goes to the log and
 * to stylesheet_failure, and a version that fails too often is taken out of use.
 */
#ifndef SAMSPIL_WEB_LOOK_H
#define SAMSPIL_WEB_LOOK_H

#include <stdbool.h>

#include "sql/db.h"
#include "xml/labels.h"

/* A department's settings as a program's pages need them, owned by the owner given. */
struct look {
	char *sheet;		/* XSLT that imports samspil:shipped/pages/PROGRAM.xsl and sets parameters, columns; NULL: nothing set for it */
	struct labels *labels;	/* the base labels with the department's over them; NULL: none replaced */
};

/* What domain/ knows of looks; a program points to it.  Both as in domain/look.h and domain/stylesheet.h. */
struct look_source {
	bool (*read_settings)(struct db *db, const void *owner, const char *department, const char *program, const struct labels *base,
	    struct look *out);
	bool (*take_out)(struct db *db, long long version, const char *why);
};

struct request;
struct site;
struct looks;			/* what a process keeps: texts, compiled settings, the renderer, counts */

/* At start; owned by site. */
enum fail look_open(struct site *site);

/* For a program's find_view: what the view of the user's department says; 0: nothing. */
void look_set_view(struct request *rq, long long active, long long settings, long long failures);

/* Before a page is drawn: ?stylesheet=default, ?stylesheet=ID of an own draft, else the department's.  Fails as the database does. */
enum fail look_choose(struct request *rq);

/* "draft" where the page is drawn with one, else NULL. */
const char *look_state(const struct request *rq);

/*
 * The page as HTML by the chosen look, owned by the request.  false: the shipped look is to be used, since none was chosen or since it failed:
 * then the page says stylesheet="fallback", and all is recorded.
 */
bool look_render(struct request *rq, const char *const *params, char **html, size_t *length);

/* "shipped", "settings", "17" (a version), "draft", "fallback": for the log line. */
const char *look_name(const struct request *rq);

/* How long until counted renderings are to be written, in milliseconds; -1: there are none.  And writing them, when it is time or now. */
int look_wait_ms(const struct site *site);
void look_count(const struct site *site, bool now);

#endif
