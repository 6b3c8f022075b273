/*
 * look.h - what a department sets with forms, without XSLT: logo, colours, columns of lists, words.
 * domain/: may use base/, sql/, xml/, rule/, web/.
 */
#ifndef SAMSPIL_DOMAIN_LOOK_H
#define SAMSPIL_DOMAIN_LOOK_H

#include "sql/db.h"
#include "web/look.h"
#include "xml/labels.h"

/* What a program's main points to. */
extern const struct look_source look_source;

/*
 * The stylesheet of the settings of department for program in the language of base.  What is stored and no longer known (a column that an upgrade
 * took away) is passed over.  false: the database failed.
 */
bool look_read(struct db *db, const void *owner, const char *department, const char *program, const struct labels *base, struct look *out);

/* After a change of settings: every view of the department learns the new revision, in the caller's transaction. */
void look_tell_views(struct db *db, const char *department);

#endif
