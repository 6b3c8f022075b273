/*
 * look.h - what a department sets with forms, without XSLT: logo, colours, columns of lists, words.
 * domain/: may use base/, sql/, xml/, rule/, web/.
 */
#ifndef SAMSPIL_DOMAIN_LOOK_H
#define SAMSPIL_DOMAIN_LOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "sql/db.h"
#include "web/look.h"
#include "xml/labels.h"
#include "xml/lists.h"

/* The shipped colours, as samspil.css has them. */
#define LOOK_BAR	"#10394c"
#define LOOK_LINK	"#0b5478"

/* What a program's main points to. */
extern const struct look_source look_source;

/*
 * The stylesheet of the settings of department for program in the language of base.  What is stored and no longer known (a column that an upgrade
 * took away) is passed over.  false: the database failed.
 */
bool look_read(struct db *db, const void *owner, const char *department, const char *program, const struct labels *base, struct look *out);

/*
 * After a change of settings: every view of the department learns of it, in the caller's transaction.  A view's look_revision counts
 * these changes; department_look.revision is only of colours and logo.
 */
void look_tell_views(struct db *db, const char *department);

/* What is set, to make a stylesheet of; anything may be NULL. */
struct look_column { const char *list, *column; };
struct look_settings {
	const char *department, *bar, *link;
	const char *logo, *logo_text;		/* logo: its revision as a text */
	const struct look_column *columns;	/* a list's together, from left to right */
	size_t column_count;
};

/* The stylesheet, owned by owner; NULL when nothing is set for the program. */
char *look_sheet(const void *owner, const char *program, const struct look_settings *settings);

/*
 * Where a department's CSS and logo are, without the base path: "/look/style.css?bar=10394c&link=0b5478".  Each address always gives
 * the same.  NULL where nothing is set.  Owned by owner.
 */
char *look_css_address(const void *owner, const char *bar, const char *link);
char *look_logo_address(const void *owner, const char *department, const char *revision);

/*
 * The columns of a list in a department's order: those stored that are known, the fixed ones that were left out before them.  stored
 * ends with NULL; empty, or nothing known in it: the shipped ones.  Ended with NULL, owned by owner.
 */
const char **look_columns(const void *owner, const struct shipped_list *list, const char *const *stored);

/*
 * Some texts are the same everywhere: those that say what nobody may miss (that a page shows the past, a draft or a fallback, that
 * somebody is dead or has a protected address, that notes are hidden), and those that are no words.
 */
bool look_label_locked(const char *key);

/* Does own hold just the {places} that shipped holds?  Each once or more. */
bool look_label_fits(const char *shipped, const char *own);

/* The places of a text, "{at} {name}", each once, in its order; "" for none.  Owned by owner. */
char *look_label_places(const void *owner, const char *text);

#endif
