/* rows_cell.h - one cell of a row: is it what its column can have.  tools/import/: may use base/, rule/, tools/rows/. */
#ifndef SAMSPIL_TOOLS_IMPORT_ROWS_CELL_H
#define SAMSPIL_TOOLS_IMPORT_ROWS_CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "rule/number.h"
#include "tools/rows/kinds.h"

/*
 * How a file writes.  exact: as XML does: dates 2026-04-03 alone, numbers with a point.  born is the birth date of the CPR number that was read last;
 * replacement: it was a replacement number.
 */
struct cell_manner { bool exact; enum number_manner numbers; struct date today, born; bool replacement; };

/*
 * Read length bytes.  NULL: *out is the value as the database takes it, owned by owner (talloc), NULL for an empty cell.  Else what is wrong, owned by owner.
 */
const char *cell_read(const void *owner, const struct rows_column *column, struct cell_manner *manner, const char *bytes, size_t length, const char **out);

#endif
