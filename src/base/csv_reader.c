#include "base/csv_reader.h"

#include <string.h>
#include <talloc.h>

enum { BUFFER_BYTES = 64 * 1024, NOTHING_LEFT = -1 };

struct csv_reader {
	csv_source *source;
	void *user;
	char buffer[BUFFER_BYTES];
	size_t at, filled;
	bool ended, begun, stopped;
	char separator;
	long line;
	char *row;			/* the cells, one behind the other */
	size_t used;
	char *cells[CSV_CELLS_MAX];
	size_t lengths[CSV_CELLS_MAX], count, cell_begin;
	enum csv_verdict wrong;		/* of the row that is being read: the first one */
};

struct csv_reader *
csv_reader_new(const void *owner, csv_source *source, void *user)
{
	struct csv_reader *csv = talloc_zero(owner, struct csv_reader);

	if (csv == NULL)
		return NULL;
	csv->source = source;
	csv->user = user;
	csv->separator = ';';
	csv->line = 1;
	csv->row = talloc_array(csv, char, CSV_ROW_BYTES_MAX + CSV_CELLS_MAX + 1);
	return csv->row == NULL ? NULL : csv;
}

/* Move what is left to the front and fill up; false when nothing is left. */
static bool
fill(struct csv_reader *csv)
{
	size_t got;

	memmove(csv->buffer, csv->buffer + csv->at, csv->filled - csv->at);
	csv->filled -= csv->at;
	csv->at = 0;
	while (!csv->ended && csv->filled < BUFFER_BYTES) {
		got = csv->source(csv->user, csv->buffer + csv->filled, BUFFER_BYTES - csv->filled);
		csv->ended = got == 0;
		csv->filled += got;
	}
	return csv->filled > 0;
}

static void
begin(struct csv_reader *csv)
{
	static const char mark[] = "\xef\xbb\xbf";

	if (csv->begun)
		return;
	csv->begun = true;
	if (fill(csv) && csv->filled >= 3 && memcmp(csv->buffer, mark, 3) == 0)
		csv->at = 3;
}

static int
peek(struct csv_reader *csv)
{
	if (csv->at == csv->filled && (csv->ended || !fill(csv)))
		return NOTHING_LEFT;
	return (unsigned char)csv->buffer[csv->at];
}

static int
take(struct csv_reader *csv)
{
	int c = peek(csv);

	if (c == NOTHING_LEFT)
		return c;
	csv->at++;
	csv->line += c == '\n';
	return c;
}

char
csv_reader_separator(struct csv_reader *csv)
{
	static const char known[] = ";,\t";
	size_t i, counts[sizeof known] = { 0 }, best = 0;
	bool quoted = false;

	begin(csv);
	for (i = csv->at; i < csv->filled && (quoted || csv->buffer[i] != '\n'); i++) {
		const char *sign = csv->buffer[i] == '\0' ? NULL : strchr(known, csv->buffer[i]);

		quoted ^= csv->buffer[i] == '"';
		if (sign != NULL && !quoted)
			counts[sign - known]++;
	}
	for (i = 1; i < sizeof known - 1; i++)
		if (counts[i] > counts[best])
			best = i;
	return csv->separator = known[best];
}

static void
note(struct csv_reader *csv, enum csv_verdict wrong)
{
	if (csv->wrong == CSV_ROW)
		csv->wrong = wrong;
}

static void
put(struct csv_reader *csv, int c)
{
	if (csv->used - csv->count < CSV_ROW_BYTES_MAX)
		csv->row[csv->used++] = (char)c;
	else
		csv->wrong = CSV_TOO_LONG;
}

static void
end_cell(struct csv_reader *csv)
{
	if (csv->count == CSV_CELLS_MAX) {
		note(csv, CSV_TOO_MANY);
		csv->used = csv->cell_begin;
		return;
	}
	csv->cells[csv->count] = csv->row + csv->cell_begin;
	csv->lengths[csv->count++] = csv->used - csv->cell_begin;
	csv->row[csv->used++] = '\0';
	csv->cell_begin = csv->used;
}

/* Does the line end here?  Takes the end. */
static bool
line_end(struct csv_reader *csv, int c)
{
	if (c == '\r' && peek(csv) == '\n') {
		take(csv);
		return true;
	}
	return c == '\n';
}

/* Behind the opening quote, to behind the closing one. */
static void
quoted_cell(struct csv_reader *csv)
{
	int c;

	while (csv->wrong != CSV_TOO_LONG && (c = take(csv)) != NOTHING_LEFT) {
		if (c == '"') {
			if (peek(csv) != '"')
				return;
			take(csv);
		}
		put(csv, c);
	}
	if (csv->wrong != CSV_TOO_LONG)
		csv->wrong = CSV_UNCLOSED;
}

/* One cell and the sign behind it: true when the line goes on. */
static bool
cell(struct csv_reader *csv, bool *unended)
{
	bool quoted = peek(csv) == '"';
	int c;

	if (quoted) {
		take(csv);
		quoted_cell(csv);
	}
	while (csv->wrong != CSV_TOO_LONG && csv->wrong != CSV_UNCLOSED && (c = take(csv)) != NOTHING_LEFT) {
		if (c == csv->separator || line_end(csv, c)) {
			end_cell(csv);
			return c == csv->separator;
		}
		if (quoted)
			note(csv, CSV_AFTER_QUOTE);
		else if (c == '"')
			note(csv, CSV_QUOTE_INSIDE);
		put(csv, c);
	}
	*unended = true;
	end_cell(csv);
	return false;
}

static void
skip_empty_lines(struct csv_reader *csv)
{
	for (;;) {
		int c = peek(csv);

		if (c == '\r' && csv->at + 1 == csv->filled)
			fill(csv);
		if (c == '\n' || (c == '\r' && csv->at + 1 < csv->filled && csv->buffer[csv->at + 1] == '\n'))
			take(csv);
		else
			return;
	}
}

enum csv_verdict
csv_reader_next(struct csv_reader *csv, struct csv_row *out)
{
	*out = (struct csv_row){ 0 };
	begin(csv);
	skip_empty_lines(csv);
	out->line = csv->line;
	if (csv->stopped || peek(csv) == NOTHING_LEFT)
		return CSV_END;
	csv->used = csv->count = csv->cell_begin = 0;
	csv->wrong = CSV_ROW;
	while (cell(csv, &out->unended))
		continue;
	out->count = csv->count;
	out->cells = csv->cells;
	out->lengths = csv->lengths;
	csv->stopped = csv->wrong == CSV_TOO_LONG || csv->wrong == CSV_UNCLOSED;
	return csv->wrong;
}

const char *
csv_verdict_words(enum csv_verdict verdict)
{
	switch (verdict) {
	case CSV_QUOTE_INSIDE:
		return "a quote stands inside a cell that does not begin with one";
	case CSV_AFTER_QUOTE:
		return "something stands between a closing quote and the separator";
	case CSV_TOO_MANY:
		return "the line has more cells than any file can have";
	case CSV_UNCLOSED:
		return "the file ends within a quoted cell: it was cut, or a quote is missing";
	case CSV_TOO_LONG:
		return "the line is too long: mostly a quote that is never closed";
	default:
		return "";
	}
}
