/* rows.h - the rows of a query become XML elements.  sql/: may use base/, sql/db.h, xml/node.h. */
#ifndef SAMSPIL_SQL_ROWS_H
#define SAMSPIL_SQL_ROWS_H

#include <libxml/tree.h>
#include <stddef.h>

#include "sql/db.h"

enum { ROWS_CELL_MAX = 128 * 1024 };

/*
 * Run one SELECT and append one <name> to parent for each row: a column is an attribute named by its alias, a TEXT column a
 * child element, NULL is absent.  Dates arrive as 2026-04-15, times as 2026-04-15T08:30:00Z, decimals with a point.  A cell
 * over ROWS_CELL_MAX bytes fails the page: a missing page is noticed, a shortened note is not.
 *
 * sql is a string constant (statements are kept by its address), one value in args for each '?'; both are only read during
 * the call.  The new nodes belong to parent's document.  Returns the number of rows; 0 after a failure, which db remembers.
 */
size_t rows_add(struct db *db, xmlNode *parent, const char *name, const char *sql, const struct value *args);

/* As rows_add for a query of at most one row: the new element, or NULL when there was none or it failed. */
xmlNode *rows_add_one(struct db *db, xmlNode *parent, const char *name, const char *sql, const struct value *args);

/*
 * The first row of a query as texts: out[i] is column i (NULL for SQL's NULL), owned by owner (talloc).  count must be the
 * number of columns.  Returns 1, or 0 when there is no row or it failed (out is then all NULL).
 */
int rows_one(struct db *db, const void *owner, const char **out, size_t count, const char *sql, const struct value *args);

/* The first column of the first row: a number (fallback when there is none) or a text owned by owner (NULL when none). */
long long rows_int(struct db *db, long long fallback, const char *sql, const struct value *args);
const char *rows_text(struct db *db, const void *owner, const char *sql, const struct value *args);

/*
 * The first column of every row as texts, which may not be NULL, owned by owner (talloc), with a NULL after the last.  Just the NULL after a
 * failure, which db remembers; statements may be run while one goes through them.
 */
const char *const *rows_texts(struct db *db, const void *owner, const char *sql, const struct value *args);

/*
 * Call each once for every row, with the columns as texts (NULL for SQL's NULL) that are borrowed during that call.
 * Returns the number of rows.  each must not run statements on db.
 */
size_t rows_each(struct db *db, const char *sql, const struct value *args,
    void (*each)(void *user, const char *const *columns, size_t count), void *user);

#endif
