/* request.h - one request and what hangs on it.  web/: may use base/, sql/, xml/. */
#ifndef SAMSPIL_WEB_REQUEST_H
#define SAMSPIL_WEB_REQUEST_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/fail.h"
#include "sql/db.h"
#include "web/route.h"
#include "web/site.h"

enum {
	REQUEST_BODY_MAX = 256 * 1024,
	REQUEST_FILES_MAX = 2 * 1024 * 1024,	/* of a body with files, where the route says nothing else */
	REQUEST_PAIRS_MAX = 500,
	REQUEST_URI_MAX = 4096,
	REQUEST_IDS_MAX = 4,
};

struct pair { const char *name, *value; };
struct pairs { struct pair *list; size_t count; };

/* A file as a browser sent it.  Its name and type are what the sender says: neither is to be trusted.  name NULL: none that can be shown. */
struct file { const char *field, *name, *type, *bytes; size_t length; };
struct files { struct file *list; size_t count; };

/* Who asks: a member of staff, or (samspil-answer) a citizen with a code. */
struct user {
	const char *uid, *name, *department, *department_name;
	const char *const *roles;	/* NULL-terminated */
	unsigned long long may;		/* the permissions of these roles */
	long long code;			/* the access code of a citizen; 0 for staff */
	bool nameless;			/* nobody is to know that he was here, the access log neither; he sees nothing about anybody */
};

/*
 * A request is a talloc context: what handlers allocate on it is freed when the request ends.  Handlers read all of it and
 * write only through functions.
 */
struct request {
	const struct site *site;
	const struct program *program;
	struct db *db;			/* what handlers use; with as_of a connection that sees that moment */
	bool post, head, wants_xml;	/* head: nobody will see the page */
	const char *path;		/* decoded once, without the base path */
	const char *reference;		/* eight digits that the log line, the error page and the access log share */
	const char *address;		/* of the browser, as nginx saw it */
	struct pairs query, body, cookies;
	struct files files;		/* only on routes whose form asks for files */

	const struct route *route;
	long long subject;		/* the path's first id; 0 for none */
	long long ids[REQUEST_IDS_MAX];	/* all of them */
	long long citizen;		/* whom the subject concerns; 0 for nobody */
	const char *language;		/* of the page, as request_speak set it; NULL: the site's */
	const char *grade;		/* the relation that gave access: own, team, department, provider ... */
	const struct user *user;	/* NULL: nobody is signed in */
	const char *as_of;		/* SQL's form of ?as-of=, NULL for now */
	const char *as_of_given;	/* the moment in the contract's form */

	const char *secret;		/* the session's cookie; "" when the browser has none yet */
	const char *new_cookie;		/* to be set with the answer; "" ends the session */
	const struct form_state *form;	/* the form that was sent, NULL for none: web/form.h */
	const char *submit;		/* the submit that was pressed; "" for none */
	const char *location;		/* where see_other points */
	enum fail failed;		/* the first failure sticks */
	const char *fail_key;		/* a label for the error page, NULL for the failure's own */
	struct request_internals *own;	/* web/ alone */
};

/* A value by name: NULL when absent.  Names in query and body are unique: a repeat was refused (400), except for choices. */
const char *pairs_find(const struct pairs *pairs, const char *name);

/* The query's value, NULL when absent or empty. */
const char *query_text(const struct request *rq, const char *name);
long long query_int(const struct request *rq, const char *name, long long fallback, long long min, long long max);

/*
 * End the handler: what follows does nothing, the transaction is rolled back and the user is told.  key names a label
 * "error.KEY" (NULL: the failure's own).
 */
void fail_request(struct request *rq, enum fail f, const char *key);

/*
 * Before a fail_request with a key: what else the page shall say.  Elements that are appended to this one stand in the notice of that key
 * when the refused form is drawn again.  Belongs to the request; NULL when out of memory.
 */
xmlNode *fail_more(struct request *rq);

/*
 * Before a fail_request that becomes an error page: the path of ours (with its query) that one goes back to instead of the first page, and in how many
 * seconds one may try again (0: not told), which the page says and the answer's Retry-After.
 */
void fail_back(struct request *rq, long seconds, const char *path);

/*
 * What takes its time outside the database: the handler ends here and its transaction is undone, ask is called while no row is held for anybody, and the request
 * is run again from its start.  ask keeps what it learns for then: whoever asks each time is refused as busy.
 */
void request_ask_outside(struct request *rq, void (*ask)(struct request *rq));

/* Did the request, or its database, fail?  To be asked only where the next step reaches outside the database. */
bool request_failed(const struct request *rq);

/*
 * After a POST that succeeded: 303 to a path of ours (without the base path), showing the notice of label "notice.DONE" there
 * (NULL: none).
 */
void see_other(struct request *rq, const char *done, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* A path of ours with the base path before it, owned by the request. */
const char *request_href(struct request *rq, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A text as it may stand in a query ("Anne%20Hansen"), owned by owner. */
const char *uri_encode(const void *owner, const char *text);

/* The scheme and host that the browser came to, "https://samspil.kommune.dk", for addresses on paper; owned by the request. */
const char *request_origin(struct request *rq);

/*
 * The page, or the error page instead of it, is to be in this language: its words, numbers and dates, and the way it runs.  To be said before
 * the page is begun: in a program's identify.  NULL is the site's.  false, and nothing changes, for a language that there is not.
 */
bool request_speak(struct request *rq, const char *language);

/* The words of the page's language, borrowed. */
const struct labels *request_labels(const struct request *rq);

/* The page goes out with this status instead of 200. */
void page_status(struct request *rq, int status);

/*
 * The answer to a GET is these bytes instead of a page.  file_name: saved by the browser under that name, as
 * file_name_clean gives it; NULL: shown.
 * All is borrowed until the request ends.  An error all the same becomes the error page.
 */
void respond_file(struct request *rq, const char *content_type, const char *file_name, const char *bytes, size_t length);

/*
 * Each of these is for the page that is being drawn.  A script is a file of static/, and query what it should know ("idle=120"; NULL: nothing): it
 * is put into the page here, since stylesheets of departments may hold none.  A page that refreshes leads to a path of ours after
 * so many seconds, also where no script runs.  What is forgotten is gone from the browser's caches: nobody comes back to it.
 */
void page_script(struct request *rq, const char *file, const char *query);
void page_refresh(struct request *rq, long seconds, const char *path);
void page_forget(struct request *rq);

/* Do scripts of ours run in this browser?  They say so by a cookie "samspil-script". */
bool request_scripted(const struct request *rq);

/* A notice at the head of the page: level success, info, warning or error; label "notice.KEY". */
void notice_add(struct request *rq, const char *level, const char *key);

/* May this user do that (a mask of the domain's permissions; all bits needed)? */
bool request_may(const struct request *rq, unsigned long long may);

/* What this user sees beyond own relations: SUBJECT_WIDE_..., for the SQL of lists that ask as a subject does. */
int request_wide(const struct request *rq);

/* Is the page about something made up, which this user may only look at? */
bool request_tries_out(const struct request *rq);

/* Is the page's subject one that this user may look at and never change: made up, or his no longer? */
bool request_only_looks(const struct request *rq);

/* Has this user a relation to what the id names, as the guard would ask it?  For links that should lead somewhere. */
bool request_sees(struct request *rq, const struct subject *subject, long long id);

/* Today in Denmark, "2026-04-15", owned by the request. */
const char *request_today(struct request *rq);

/* Formatted text, owned by the request. */
const char *request_format(struct request *rq, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
