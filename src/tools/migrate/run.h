/* run.h - what has to be run, and running it.  tools/migrate/: may use base/, sql/. */
#ifndef SAMSPIL_TOOLS_MIGRATE_RUN_H
#define SAMSPIL_TOOLS_MIGRATE_RUN_H

#include "sql/db.h"
#include "tools/migrate/files.h"
#include "tools/migrate/record.h"

/*
 * Do the records fit the files?  FAIL_STALE, every fault logged: a file that was run has changed or is gone, the schema is
 * newer than the files, a file stands behind one that was run.
 */
enum fail run_check(const struct migration *files, size_t file_count, const struct record *records,
    size_t record_count);

/* Where to go on in a file: its record, or NULL when it has not been begun. */
const struct record *run_record(const struct record *records, size_t count, const struct migration *migration);

/*
 * Run the statements of one file that are not done yet, recording each.  After an interruption the statement that was in
 * doubt is run again, and "it is there already" is taken as done.
 */
enum fail run_file(struct db *db, const struct migration *migration, const struct record *record);

#endif
