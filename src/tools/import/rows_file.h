/*
 * rows_file.h - a file of rows, CSV or XML, read in one pass after a look at its bytes.  tools/import/: may use base/, xml/, rule/, tools/rows/.
 */
#ifndef SAMSPIL_TOOLS_IMPORT_ROWS_FILE_H
#define SAMSPIL_TOOLS_IMPORT_ROWS_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "tools/import/rows_faults.h"
#include "tools/rows/kinds.h"

enum { ROWS_SHA256 = 64, ROWS_WIDTH_MAX = 40 };

struct rows_file;

/*
 * Open it, see in which signs it is written (UTF-8, else Windows-1252, which is told), and read a CSV file's header.  What is wrong goes to faults;
 * out is owned by owner (talloc), borrows all else.  share: where the grammar of XML files is.  FAIL_INPUT, told, when there are no rows to read.
 */
enum fail rows_file_open(const void *owner, const char *path, const struct rows_kind *kind, const char *share, struct faults *faults, struct rows_file **out);

enum rows_next {
	ROWS_ROW,
	ROWS_BAD,	/* a row that cannot be read, told; the next one can */
	ROWS_END	/* of the file, or of what can be read of it, which is told */
};

/* A row: its line (XML: which row), and for each of the kind's columns its bytes, NULL where the row has none; borrowed until the next one. */
struct rows_row { long number; const char *cells[ROWS_WIDTH_MAX]; size_t lengths[ROWS_WIDTH_MAX]; };

enum rows_next rows_file_next(struct rows_file *file, struct rows_row *out);

bool rows_file_is_xml(const struct rows_file *file);

/* Has the file that column at all?  To be asked after the last row. */
bool rows_file_has(const struct rows_file *file, size_t column);

/* The last line has no end: it may have been cut. */
bool rows_file_unended(const struct rows_file *file);

/* The hash of its bytes; how much of it was read, in thousandths. */
const char *rows_file_sha256(const struct rows_file *file);
int rows_file_thousandths(const struct rows_file *file);

#endif
