/* statement.h - prepared statements, kept by connection.  For sql/ alone. */
#ifndef SAMSPIL_SQL_STATEMENT_H
#define SAMSPIL_SQL_STATEMENT_H

#include <mysql.h>
#include <stdbool.h>

#include "sql/db.h"

enum { STATEMENT_PARAMETERS_MAX = 64, STATEMENT_COLUMNS_MAX = 64 };

struct column {
	char *name;
	bool long_text;		/* a TEXT column: a child element */
	bool bytes;		/* a BLOB column: sql/bytes.h alone */
	bool moment;		/* DATETIME or TIMESTAMP */
	char *buffer;
	unsigned long room, length;
	my_bool null, cut;
};

struct statement {
	const char *sql;
	MYSQL_STMT *handle;
	unsigned parameters, count;
	struct column *columns;
	MYSQL_BIND *results;
};

/* The statement for sql, prepared at its first use on this connection; NULL after a failure, which db remembers. */
struct statement *statement_for(struct db *db, const char *sql);

/* Bind args and execute; false after a failure, which db remembers. */
bool statement_run(struct db *db, struct statement *st, const struct value *args);

/* Fetch the next row into st's columns (each terminated, NULL marked); false at the end or after a failure. */
bool statement_fetch(struct db *db, struct statement *st);

/* Done with the result. */
void statement_done(struct statement *st);

/* Remember what the server said of a statement (or, with NULL, of the connection). */
enum fail db_note_failure(struct db *db, MYSQL_STMT *statement, const char *sql);

/* For statement.c: the connection and where its statements are kept. */
MYSQL *db_connection(struct db *db);
struct statement **db_statement_slot(struct db *db, const char *sql);
void db_count(struct db *db);
void db_clock(struct db *db, bool running);
bool db_in_time(struct db *db);		/* before a statement runs: false (a failure) where the deadline is over */

#endif
