/* cells - libFuzzer: any texts as cells of a file with separators: they are read again as what they were, and none is a formula.  Started by tests/fuzz/run. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/csv_reader.h"
#include "domain/report/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

enum { WIDTH = 3 };

struct text { const char *bytes; size_t length, at; };

static size_t
give(void *user, char *buffer, size_t room)
{
	struct text *text = user;
	size_t n = text->length - text->at;

	n = n > room ? room : n;
	memcpy(buffer, text->bytes + text->at, n);
	text->at += n;
	return n;
}

/* -15,5 is a number, and so is 15; 1,5,5 and - are none. */
static bool
is_number(const char *text)
{
	size_t digits;

	text += *text == '-';
	digits = strspn(text, "0123456789");
	text += digits;
	if (digits > 0 && (*text == ',' || *text == '.') && strspn(text + 1, "0123456789") > 0)
		text += 1 + strspn(text + 1, "0123456789");
	return digits > 0 && *text == '\0';
}

/* What a program for tables shows is what was written, with a quote sign before what it would take for a formula. */
static void
check_cell(const char *is, const char *was)
{
	bool live = was[0] != '\0' && strchr("=+-@\t\r\n", was[0]) != NULL && !is_number(was);

	if (live ? is[0] != '\'' || strcmp(is + 1, was) != 0 : strcmp(is, was) != 0)
		abort();
}

static void
check_number(const void *owner, const char *text)
{
	const char *number = csv_number(owner, text);
	char *cell = talloc_strdup(owner, "");

	csv_cell(&cell, 0, number);
	if (is_number(text) && (strcmp(cell, number) != 0 || strchr(cell, '.') != NULL))
		abort();
}

static void
read_again(const void *owner, const char *file, const char *const *cells, size_t count)
{
	struct text text = { file, strlen(file), 0 };
	struct csv_reader *csv = csv_reader_new(owner, give, &text);
	struct csv_row row;
	size_t i, n;

	csv_reader_separator(csv);
	for (n = 0; csv_reader_next(csv, &row) == CSV_ROW; n++) {
		if (row.count != WIDTH || row.unended)
			abort();
		for (i = 0; n > 0 && i < WIDTH; i++)
			check_cell(row.cells[i], cells[(n - 1) * WIDTH + i]);
	}
	if (n != count / WIDTH + 1)
		abort();
}

/* Texts end at a zero byte; the first record says which separator it is. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	char *all = talloc_strndup(NULL, "", 0), *file = talloc_strdup(all, CSV_MARK "a;b;c\r\n");
	const char **cells = talloc_array(all, const char *, (unsigned)length + WIDTH);
	size_t at, count = 0, i;

	for (at = 0; at < length; at += strlen(cells[count - 1]) + 1)
		cells[count++] = talloc_strndup(all, (const char *)bytes + at, length - at);
	while (count % WIDTH != 0)
		cells[count++] = "";
	for (i = 0; i < count; i++) {
		csv_cell(&file, i % WIDTH, cells[i]);
		check_number(all, cells[i]);
		if (i % WIDTH == WIDTH - 1)
			csv_end(&file);
	}
	read_again(all, file, cells, count);
	talloc_free(all);
	return 0;
}
