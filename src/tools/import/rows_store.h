/* rows_store.h - rows in the table `staged`, what is wrong with them together, and into the case.  tools/import/: may use base/, sql/, tools/rows/. */
#ifndef SAMSPIL_TOOLS_IMPORT_ROWS_STORE_H
#define SAMSPIL_TOOLS_IMPORT_ROWS_STORE_H

#include "sql/db.h"
#include "tools/import/rows_faults.h"
#include "tools/rows/kinds.h"

struct staging;

/* An empty table for a kind, on this connection alone.  Owned by owner (talloc); what fails is db's failure. */
struct staging *staging_new(const void *owner, struct db *db, const struct rows_kind *kind);

/* Memory for the values of the rows that are not stored yet. */
void *staging_memory(struct staging *staging);

/* One more row: a value for each column of the kind (NULL: nothing), out of staging_memory. */
void staging_add(struct staging *staging, long number, const char *const *values);

/* What is left goes into the table. */
void staging_end(struct staging *staging);

/* unknown: rows of citizens who are not here; kept: known ones that somebody changed here since; followed: open courses whose deadlines follow. */
struct stored { long long total, unknown, added, changed, same, kept, followed; };

/* has says of each column whether the file has it; refuse: a citizen who is not here is a fault; meant: what looks like a slip of the pen is none. */
struct staged_asked { const bool *has; bool refuse, meant; };

/*
 * In one transaction, which the caller ends: find out what the rows are, tell faults what is wrong with them, and if nothing is, change what stands.  FAIL_INPUT
 * when there were faults, here or before; FAIL_BUSY: somebody changed the same rows, and it is to be tried again.
 */
enum fail staged_store(struct db *db, const struct rows_kind *kind, const struct staged_asked *asked, struct faults *faults, struct stored *out);

/* What was kept, a line for each, in that transaction: "FILE:LINE: why"; owned by owner (talloc). */
const char *staged_kept(struct db *db, const void *owner, const struct rows_kind *kind, const struct faults *faults);

/* What else should be known of them: on standard output. */
void staged_notes(struct db *db, const struct rows_kind *kind, const char *path);

#endif
