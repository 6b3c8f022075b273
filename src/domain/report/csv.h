/*
 * csv.h - figures as a file that Danish programs open right (RFC 4180 with ";" between cells and a mark of UTF-8 before them).  domain/.
 *
 * No cell is taken for a formula: one that begins with = + - @, a tab or a line's end has a quote sign before it, unless it is a number.
 */
#ifndef SAMSPIL_DOMAIN_REPORT_CSV_H
#define SAMSPIL_DOMAIN_REPORT_CSV_H

#include <libxml/tree.h>
#include <stddef.h>

#include "xml/labels.h"

#define CSV_MARK "\xef\xbb\xbf"

/* Append one cell to *out (talloc, which may move), ";" before it unless it is a record's first; and end a record of it.  text NULL: empty. */
void csv_cell(char **out, size_t at, const char *text);
void csv_end(char **out);

/* A number with a point as one with a comma; owned by owner. */
const char *csv_number(const void *owner, const char *number);

/*
 * A report that has its words (words.h): what was asked and by which version, what it says in short, all tables.  Behind a share or
 * a counted mean stand of how many it is; in a row's last cell the marks of its figures, and why there are none: a table has the same columns each time.
 * Records have as many cells as the widest of them.  Owned by owner.
 */
char *csv_report(const void *owner, const struct labels *labels, xmlNode *report);

#endif
