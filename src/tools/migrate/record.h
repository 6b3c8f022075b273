/*
 * record.h - table schema_migration: what has been run, to the statement.  tools/migrate/: may use base/, sql/.
 *
 *	number, name, checksum		the file
 *	statements			how many of its statements have been done
 *	begun				the statement (from 1) that was being run; it is in doubt while begun > statements
 *	begun_checksum			of the statements up to that one: what comes behind may be mended in an unfinished file
 *	finished, at, by
 */
#ifndef SAMSPIL_TOOLS_MIGRATE_RECORD_H
#define SAMSPIL_TOOLS_MIGRATE_RECORD_H

#include <stdbool.h>

#include "sql/db.h"
#include "tools/migrate/files.h"

struct record { long number; const char *name, *checksum, *begun_checksum; long statements, begun; bool finished; };

/* All records by number, owned by owner; none while the table is not there. */
enum fail record_all(const void *owner, struct db *db, const char *schema, struct record **out, size_t *count);

/* The table, where it is not there; the database has been chosen. */
enum fail record_table(struct db *db);

enum fail record_begin(struct db *db, const struct migration *migration);
enum fail record_statement_begun(struct db *db, const struct migration *migration, size_t statement);

/* All up to statement are done, none is in doubt.  Not committed: rows that a statement changed are committed with this. */
void record_statement_done(struct db *db, const struct migration *migration, size_t statement);

/* Is what was done of an unfinished file still what the file says? */
bool record_fits(const struct record *record, const struct migration *migration);

enum fail record_finished(struct db *db, const struct migration *migration);

#endif
