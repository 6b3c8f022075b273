/*
 * split.h - the statements of a migration file.  tools/migrate/: may use base/.
 *
 * A statement ends with ";" as the last thing of a line (a comment may follow it), outside of quotes and comments; a ";" in
 * the middle of a line is refused, and so is a statement that does not begin with ALTER, CREATE, DELETE, DROP, INSERT, RENAME,
 * REPLACE, SET or UPDATE: what reads, chooses another database or ends transactions has no place in a migration.  No stored
 * programs (they hold ";").  Comments: "-- " and "#" to the end of the line, and those between slashes and stars.
 *
 * What a DDL statement makes must have a name (ADD KEY name (...), ADD CONSTRAINT name ...): so a statement that may or may not
 * have been done before an interruption can be recognised when it is run again.
 */
#ifndef SAMSPIL_TOOLS_MIGRATE_SPLIT_H
#define SAMSPIL_TOOLS_MIGRATE_SPLIT_H

#include <stddef.h>

#include "base/fail.h"

enum statement_kind {
	STATEMENT_DDL,		/* commits by itself; is undone by nothing */
	STATEMENT_ROWS,		/* INSERT, UPDATE, DELETE, REPLACE: part of a transaction */
	STATEMENT_SET,		/* for the session: run again after an interruption */
};

struct sql_statement { enum statement_kind kind; const char *text; int line; };

/* The statements of text, count of them, owned by owner (talloc).  FAIL_INPUT, logged with name and line. */
enum fail split(const void *owner, const char *name, const char *text, struct sql_statement **out, size_t *count);

#endif
