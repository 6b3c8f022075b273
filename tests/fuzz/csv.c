/* csv - libFuzzer: any bytes as a file with separators, in pieces of any length, and each cell as a number.  Started by tests/fuzz/run. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/csv_reader.h"
#include "rule/number.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

struct text { const uint8_t *bytes; size_t length, at, piece; };

static size_t
give(void *user, char *buffer, size_t room)
{
	struct text *text = user;
	size_t n = text->length - text->at;

	n = n > text->piece ? text->piece : n;
	n = n > room ? room : n;
	memcpy(buffer, text->bytes + text->at, n);
	text->at += n;
	return n;
}

/* What is a number is one again, whoever divides, and never longer than it may be. */
static void
as_number(const char *cell)
{
	char out[NUMBER_TEXT_MAX + 1], again[NUMBER_TEXT_MAX + 1];
	unsigned manner;

	for (manner = NUMBER_ASKED; manner <= NUMBER_POINT; manner++) {
		if (number_read(cell, (enum number_manner)manner, 3, out) != NUMBER_OK)
			continue;
		if (strlen(out) > NUMBER_TEXT_MAX || number_read(out, NUMBER_POINT, 3, again) != NUMBER_OK || strcmp(out, again) != 0)
			abort();
	}
}

/* A sum of all rows: cells, bytes, verdicts and lines. */
static unsigned long
read_all(const uint8_t *bytes, size_t length, size_t piece)
{
	struct text text = { bytes, length, 0, piece };
	struct csv_reader *csv = csv_reader_new(NULL, give, &text);
	unsigned long sum = (unsigned long)csv_reader_separator(csv);
	enum csv_verdict verdict;
	struct csv_row row;
	long line = 0;
	size_t i, k;

	while ((verdict = csv_reader_next(csv, &row)) != CSV_END) {
		if (row.line <= line || row.count > CSV_CELLS_MAX)
			abort();
		line = row.line;
		sum = sum * 31 + (unsigned long)verdict + (unsigned long)row.line;
		for (i = 0; verdict == CSV_ROW && i < row.count; i++) {
			as_number(row.cells[i]);
			for (k = 0; k < row.lengths[i]; k++)
				sum = sum * 31 + (unsigned char)row.cells[i][k];
			if (row.cells[i][k] != '\0')
				abort();
		}
	}
	talloc_free(csv);
	return sum;
}

/* Wherever the pieces end, the rows are the same. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	size_t piece = length == 0 ? 1 : 1 + bytes[0] % 7;

	/* The separator is found in what the reader has at once: all of a short text. */
	if (read_all(bytes, length, SIZE_MAX) != read_all(bytes, length, piece))
		abort();
	return 0;
}
