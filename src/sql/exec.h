/* exec.h - statements that change rows.  sql/: may use base/, sql/db.h. */
#ifndef SAMSPIL_SQL_EXEC_H
#define SAMSPIL_SQL_EXEC_H

#include "sql/db.h"

/*
 * Run one INSERT, UPDATE or DELETE.  sql is a string constant (statements are kept by its address), one value in args for
 * each '?'.  Returns the rows changed (for UPDATE: found, even if equal); 0 after a failure, which db remembers.
 */
long long exec(struct db *db, const char *sql, const struct value *args);

/* As exec for an INSERT: the new row's AUTO_INCREMENT id; 0 after a failure. */
long long exec_insert(struct db *db, const char *sql, const struct value *args);

/*
 * As exec, but a duplicate key is no failure: returns -1 for it.
 */
long long exec_unique(struct db *db, const char *sql, const struct value *args);

/*
 * Run one statement for many rows, in one round trip where the server can: args holds rows * width values, a row after the
 * other, all of one column of the same kind (or NULL).  Returns the rows inserted; 0 after a failure.
 */
long long exec_rows(struct db *db, const char *sql, const struct value *args, size_t width, size_t rows);

/* Run a text without parameters, for migrations and settings; several statements are refused by the server. */
void exec_text(struct db *db, const char *sql);

#endif
