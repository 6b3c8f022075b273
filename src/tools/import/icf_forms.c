/* icf_forms.c - the two forms in which the list comes. */
#include <ctype.h>
#include <stddef.h>
#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "tools/import/icf.h"

static bool
is_code(const char *code)
{
	size_t i;

	for (i = 0; code[i] != '\0'; i++)
		if (!isupper((unsigned char)code[i]) && !isdigit((unsigned char)code[i]))
			return false;
	return code[0] == 'F' && i <= ICF_CODE_MAX;
}

/* Columns of a table, in any order. */
static const struct { const char *name; size_t offset; } columns[] = {
	{ "code",       offsetof(struct icf_row, code) },
	{ "title",      offsetof(struct icf_row, title) },
	{ "valid_from", offsetof(struct icf_row, valid_from) },
	{ "valid_to",   offsetof(struct icf_row, valid_to) },
	{ "parent",     offsetof(struct icf_row, parent) },
	{ "icf",        offsetof(struct icf_row, icf) },
	{ "kind",       offsetof(struct icf_row, kind) },
	{ "selectable", offsetof(struct icf_row, selectable) },
	{ "note",       offsetof(struct icf_row, note) },
};

enum { COLUMNS = sizeof columns / sizeof columns[0], CELLS_MAX = 32 };

/* Cut a line at its tabs, in place; the number of cells. */
static size_t
cut(char *line, char **cells)
{
	size_t n = 0;

	do
		cells[n++] = strsep(&line, "\t");
	while (line != NULL && n < CELLS_MAX);
	return n;
}

/* Which column each cell of the header names; false, told, when it is none or one is missing. */
static bool
read_header(struct lines *lines, size_t *at, size_t *width)
{
	char *cells[CELLS_MAX];
	bool given[COLUMNS] = { false };
	size_t i, k;

	*width = cut(lines->list[0], cells);
	for (i = 0; i < *width; i++) {
		for (k = 0; k < COLUMNS && strcmp(columns[k].name, cells[i]) != 0; k++)
			;
		if (k == COLUMNS)
			lines_fault(lines, 0, "there is no column \"%s\"", cells[i]);
		else if (given[k])
			lines_fault(lines, 0, "column \"%s\" is there twice", cells[i]);
		at[i] = k;
		if (k < COLUMNS)
			given[k] = true;
	}
	if (!given[0] || !given[1])
		lines_fault(lines, 0, "the columns \"code\" and \"title\" must be there");
	return lines->faults == 0;
}

void
icf_read_table(const void *owner, struct lines *lines, struct icf_list *out)
{
	char *cells[CELLS_MAX];
	size_t at[CELLS_MAX], width, i, k, n;

	if (!read_header(lines, at, &width))
		return;
	for (i = 1; i < lines->count; i++) {
		struct icf_row *row;

		if (lines->list[i][0] == '\0')
			continue;
		n = cut(lines->list[i], cells);
		if (n != width) {
			lines_fault(lines, i, "%zu columns, not %zu", n, width);
			continue;
		}
		row = icf_add(owner, out, i);
		for (k = 0; k < n; k++)
			if (cells[k][0] != '\0')
				*(const char **)((char *)row + columns[at[k]].offset) = cells[k];
		if (row->code == NULL || !is_code(row->code))
			lines_fault(lines, i, "\"%s\" is no code of the classification", row->code == NULL ? "" : row->code);
		row->title = row->title == NULL ? "" : row->title;
	}
}

/*
 * The official lists, in characters from 1: 1-3 kind of record, 4-23 code, 24-31 valid from, 32-39 changed, 40-47 valid to
 * (YYYYMMDD), 48-167 text.  Source: Sundhedsdatastyrelsen, "SKS-tabelstruktur".
 */
enum { CODE_AT = 3, FROM_AT = 23, TO_AT = 39, TEXT_AT = 47, END_AT = 167 };

/* Characters from .. to - 1 of a line, without spaces at the ends; "" past its end.  Owned by owner. */
static char *
part(const void *owner, const char *line, size_t from, size_t to)
{
	const char *start = line, *end;
	size_t i;

	for (i = 0; i < from && *start != '\0'; i++)
		start += text_utf8_length(start);
	for (end = start; i < to && *end != '\0'; i++)
		end += text_utf8_length(end);
	while (start < end && *start == ' ')
		start++;
	while (end > start && end[-1] == ' ')
		end--;
	return talloc_strndup(owner, start, (size_t)(end - start));
}

/* "20150401" as a date; NULL for none, and for the far future that means no end.  What is no date is given back as it is. */
static const char *
day(const void *owner, const char *digits)
{
	if (digits[0] == '\0')
		return NULL;
	if (strlen(digits) != 8 || strspn(digits, "0123456789") != 8)
		return digits;
	if (strncmp(digits, "2200", 4) >= 0)
		return NULL;
	return talloc_asprintf(owner, "%.4s-%.2s-%.2s", digits, digits + 4, digits + 6);
}

void
icf_read_fixed(const void *owner, struct lines *lines, struct icf_list *out)
{
	size_t i;

	for (i = 0; i < lines->count; i++) {
		const char *line = lines->list[i], *code;
		struct icf_row *row;

		if (line[0] == '\0')
			continue;
		code = part(owner, line, CODE_AT, FROM_AT);
		if (code[0] != 'F') {
			if (code[0] == '\0')
				lines_fault(lines, i, "no code from column %d on", CODE_AT + 1);
			out->skipped++;
			continue;
		}
		if (!is_code(code)) {
			lines_fault(lines, i, "\"%s\" is no code of the classification", code);
			continue;
		}
		row = icf_add(owner, out, i);
		row->code = code;
		row->valid_from = day(owner, part(owner, line, FROM_AT, FROM_AT + 8));
		row->valid_to = day(owner, part(owner, line, TO_AT, TO_AT + 8));
		row->title = part(owner, line, TEXT_AT, END_AT);
	}
}
