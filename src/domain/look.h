/*
 * look.h - what a department sets with forms, without XSLT: logo, colours, columns of lists, words.
 * domain/: may use base/, sql/, xml/, rule/, web/.
 */
#ifndef SAMSPIL_DOMAIN_LOOK_H
#define SAMSPIL_DOMAIN_LOOK_H

#include "sql/db.h"
#include "xml/labels.h"

/* A department's settings as a program's pages need them, owned by the owner given. */
struct look {
	char *sheet;		/* XSLT that imports samspil:shipped/pages/PROGRAM.xsl and sets parameters, columns; NULL: nothing set for it */
	struct labels *labels;	/* the base labels with the department's over them; NULL: none replaced */
};

/*
 * The stylesheet of the settings of department for program in the language of base.  What is stored and no longer known (a column that an upgrade
 * took away) is passed over.  false: the database failed.
 */
bool look_read(struct db *db, const void *owner, const char *department, const char *program, const struct labels *base, struct look *out);

/* After a change of settings: every view of the department learns the new revision, in the caller's transaction. */
void look_tell_views(struct db *db, const char *department);

#endif
