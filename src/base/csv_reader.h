/*
 * csv_reader.h - rows of a text with separators (RFC 4180), while they come.  base/: may use nothing of ours but its neighbours.
 *
 * A cell that begins with a quote goes to the next single one, over separators and line ends; "" in it is a quote.  A line ends with LF or CRLF.  A
 * byte order mark at the beginning is left out; empty lines are passed over.  Memory does not grow with the text.
 */
#ifndef SAMSPIL_BASE_CSV_READER_H
#define SAMSPIL_BASE_CSV_READER_H

#include <stdbool.h>
#include <stddef.h>

enum { CSV_ROW_BYTES_MAX = 256 * 1024, CSV_CELLS_MAX = 64 };

struct csv_reader;

/* Where the bytes come from: at most room bytes into buffer; 0 at the end. */
typedef size_t csv_source(void *user, char *buffer, size_t room);

enum csv_verdict {
	CSV_ROW,
	CSV_END,
	/* This row cannot be used; the next one can. */
	CSV_QUOTE_INSIDE,	/* a quote in a cell that does not begin with one */
	CSV_AFTER_QUOTE,	/* something between the closing quote and the separator */
	CSV_TOO_MANY,		/* more than CSV_CELLS_MAX cells */
	/* Nothing more can be read. */
	CSV_UNCLOSED,		/* the text ends within a quoted cell */
	CSV_TOO_LONG,		/* a row of more than CSV_ROW_BYTES_MAX bytes: mostly a quote that is never closed */
};

/* line counts from 1, where the row begins; cells end with a zero byte, and hold any other that the text has.  All borrowed until the next row. */
struct csv_row { long line; size_t count; char **cells; size_t *lengths; bool unended; /* it is the last one, and its line has no end */ };

/* Owned by owner (talloc); NULL when out of memory. */
struct csv_reader *csv_reader_new(const void *owner, csv_source *source, void *user);

/* Of semicolon, comma and tab the one that the first line has most of, outside quotes; to be asked before the first row. */
char csv_reader_separator(struct csv_reader *csv);

enum csv_verdict csv_reader_next(struct csv_reader *csv, struct csv_row *out);

/* What is wrong, in English. */
const char *csv_verdict_words(enum csv_verdict verdict);

#endif
