/* bytes.h - what a BLOB column holds, as it is.  sql/: may use base/, sql/db.h. */
#ifndef SAMSPIL_SQL_BYTES_H
#define SAMSPIL_SQL_BYTES_H

#include <stddef.h>

#include "sql/db.h"

/* What is long stands in several rows: a part fits a packet of every server, and a buffer that a connection keeps. */
enum { BYTES_PART_MAX = 512 * 1024 };

/*
 * Run one SELECT of one BLOB column and call each once for every row, in order, while they arrive: bytes are borrowed during that call; a NULL
 * is no bytes.  each must not run statements on db.  sql is a string constant, one value in args for each '?'; BYTES() in args is what stores
 * them.  Returns the number of rows; 0 after a failure, which db remembers (FAIL_BROKEN: a cell over BYTES_PART_MAX, or no BLOB).
 */
size_t bytes_each(struct db *db, const char *sql, const struct value *args,
    void (*each)(void *user, const void *bytes, size_t length), void *user);

#endif
