/* rows_follow.h - what rows that came in move in open courses: their deadlines.  tools/import/: may use base/, sql/, xml/, domain/, tools/rows/. */
#ifndef SAMSPIL_TOOLS_IMPORT_ROWS_FOLLOW_H
#define SAMSPIL_TOOLS_IMPORT_ROWS_FOLLOW_H

#include "domain/deadline_owed.h"
#include "sql/db.h"
#include "tools/rows/kinds.h"
#include "xml/labels.h"

/*
 * In the transaction that stored the rows: of each open course that the kind's query `follow` finds something of, it is kept that its deadlines are to follow
 * (domain/deadline_owed.h); none of them is locked.  How many courses; a failure is db's.  A kind without the query: none.
 */
long long rows_owe(struct db *db, const struct rows_kind *kind);

/* After its commit: they follow, as they would had somebody typed it; who is worked on is tried again a few times, and left then. */
void rows_follow(struct db *db, const void *owner, const struct labels *labels, struct deadline_paid *paid);

#endif
