/* rows_follow.h - what rows that came in move in open courses: their deadlines.  tools/import/: may use base/, sql/, xml/, domain/, tools/rows/. */
#ifndef SAMSPIL_TOOLS_IMPORT_ROWS_FOLLOW_H
#define SAMSPIL_TOOLS_IMPORT_ROWS_FOLLOW_H

#include "sql/db.h"
#include "tools/rows/kinds.h"
#include "xml/labels.h"

/*
 * In the transaction that stored the rows: each open course of what the kind's query `follow` finds is locked, and its deadlines follow as they would had
 * somebody typed it.  How many courses; a failure is db's.  A kind without the query: none.
 */
long long rows_follow(struct db *db, const struct rows_kind *kind, const struct labels *labels);

#endif
