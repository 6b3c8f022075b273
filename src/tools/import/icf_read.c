/* icf_read.c - lines become rows, whole and checked. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "base/text.h"
#include "tools/import/icf.h"

static const char *const kinds[] = {
	"root", "component", "chapter", "block", "category", "category4", "category5", "qualifier-group", "qualifier", NULL,
};

struct icf_row *
icf_add(const void *owner, struct icf_list *list, size_t line)
{
	/* Doubled whenever the count is a power of two. */
	if ((list->count & (list->count - 1)) == 0)
		list->rows = talloc_realloc(owner, list->rows, struct icf_row, list->count == 0 ? 1 : (unsigned)list->count * 2);
	list->rows[list->count] = (struct icf_row){ .line = line };
	return &list->rows[list->count++];
}

static int
compare(const void *a, const void *b)
{
	const struct icf_row *one = a, *other = b;
	int order = strcmp(one->code, other->code);

	if (order == 0)
		order = strcmp(one->valid_from == NULL ? "" : one->valid_from, other->valid_from == NULL ? "" : other->valid_from);
	return order != 0 ? order : one->line < other->line ? -1 : one->line > other->line;
}

const struct icf_row *
icf_find(const struct icf_list *list, const char *code, size_t length)
{
	size_t from = 0, to = list->count;

	while (from < to) {
		size_t middle = (from + to) / 2;
		int order = strncmp(list->rows[middle].code, code, length);

		if (order == 0)
			order = list->rows[middle].code[length] == '\0' ? 0 : 1;
		if (order == 0)
			return &list->rows[middle];
		if (order < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return NULL;
}

/* Of several versions of a code the latest stands; in a table, where versions have no dates, a code twice is a fault. */
static void
keep_latest(struct lines *lines, struct icf_list *list, bool versions)
{
	size_t i, n = 0;

	for (i = 0; i < list->count; i++) {
		bool again = n > 0 && strcmp(list->rows[n - 1].code, list->rows[i].code) == 0;

		if (again && !versions)
			lines_fault(lines, list->rows[i].line, "code %s stands in line %zu already", list->rows[i].code,
			    list->rows[n - 1].line + 1);
		list->superseded += again;
		n -= again;
		list->rows[n++] = list->rows[i];
	}
	list->count = n;
}

/* FA activity, FP participation ...; a qualifier (FZA...) has the component that it qualifies. */
static const char *
component_of(const char *code)
{
	static const struct { char letter; const char *component; } components[] = {
		{ 'A', "activity" }, { 'B', "function" }, { 'E', "environment" }, { 'P', "participation" }, { 'S', "anatomy" },
	};
	char letter = code[1] == 'Z' ? code[2] : code[1];
	size_t i;

	if (code[1] == '\0')
		return "root";
	for (i = 0; i < sizeof components / sizeof components[0]; i++)
		if (components[i].letter == letter)
			return components[i].component;
	return NULL;
}

/* "Funktioner ... (b510-b539)": what a block's title says that it holds. */
static bool
read_range(const char *title, int *from, int *to)
{
	const char *at = strrchr(title, '(');
	char one, other, end;

	return at != NULL && sscanf(at, "(%c%3d-%c%3d%c", &one, from, &other, to, &end) == 5 && end == ')' && one == other;
}

/* The block of its chapter whose range holds a category of three digits: FB525 is in FB51 (b510-b539). */
static const char *
block_of(const struct icf_list *list, const char *code)
{
	const struct icf_row *row = icf_find(list, code, 3), *end = list->rows + list->count;
	int number = atoi(code + 2), from, to;

	for (; row != NULL && row < end && strncmp(row->code, code, 3) == 0; row++)
		if (strlen(row->code) == 4 && read_range(row->title, &from, &to) && number >= from && number <= to)
			return row->code;
	return NULL;
}

/* Its block, else the longest code of the list that this one begins with. */
static const char *
parent_of(const struct icf_list *list, const char *code)
{
	size_t length = strlen(code);
	const char *block = length == 5 && code[1] != 'Z' ? block_of(list, code) : NULL;

	if (block != NULL)
		return block;
	while (length-- > 1) {
		const struct icf_row *parent = icf_find(list, code, length);

		if (parent != NULL)
			return parent->code;
	}
	return NULL;
}

/* Does a longer code begin with this one?  It would stand next in the list. */
static bool
has_children(const struct icf_list *list, const struct icf_row *row)
{
	return row + 1 < list->rows + list->count && strncmp(row[1].code, row->code, strlen(row->code)) == 0;
}

/* FB280 is a category of three digits, FB28013 one of five; two digits are a block, one a chapter. */
static const char *
kind_of(const struct icf_list *list, const struct icf_row *row)
{
	static const char *const by_digits[] = { "component", "chapter", "block", "category", "category4", "category5" };
	size_t length = strlen(row->code);

	if (length == 1)
		return "root";
	if (row->code[1] == 'Z')
		return has_children(list, row) ? "qualifier-group" : "qualifier";
	return length - 2 < sizeof by_digits / sizeof by_digits[0] ? by_digits[length - 2] : NULL;
}

/* FB280 is b280, FA and FP are both d; a qualifier's last digit is its value, positive where the environment helps. */
static const char *
international(const void *owner, const struct icf_row *row)
{
	const char *code = row->code, *last = code + strlen(code) - 1;
	char letter = code[1] == 'A' || code[1] == 'P' ? 'd' : (char)tolower((unsigned char)code[1]);
	bool helps = strncmp(code, "FZEP", 4) == 0 || strncmp(code, "FZEG1P", 6) == 0;
	int from, to;

	if (strcmp(row->kind, "root") == 0 || strcmp(row->kind, "qualifier-group") == 0)
		return NULL;
	if (strcmp(row->kind, "qualifier") == 0)
		return isdigit((unsigned char)*last) ? talloc_asprintf(owner, "%c%c", helps ? '+' : '.', *last) : NULL;
	if (strcmp(row->kind, "block") == 0)
		return read_range(row->title, &from, &to) ? talloc_asprintf(owner, "%c%d-%c%d", letter, from, letter, to) : NULL;
	return talloc_asprintf(owner, "%c%s", letter, code + 2);
}

/* What the file does not say follows from the code. */
static void
complete(const void *owner, const struct icf_list *list, struct icf_row *row)
{
	row->component = component_of(row->code);
	if (row->parent == NULL)
		row->parent = parent_of(list, row->code);
	if (row->kind == NULL)
		row->kind = kind_of(list, row);
	if (row->selectable == NULL && row->kind != NULL)
		row->selectable = strncmp(row->kind, "category", strlen("category")) == 0 || strcmp(row->kind, "qualifier") == 0 ? "y" : "n";
	if (row->icf == NULL && row->kind != NULL)
		row->icf = international(owner, row);
}

static bool
good_date(const char *date)
{
	struct date read;

	return date == NULL || (date_parse(date, &read) && strcmp(read.iso, date) == 0);
}

static void
check(struct lines *lines, const struct icf_list *list, const struct icf_row *row)
{
	const char *const *kind = kinds;

	while (*kind != NULL && (row->kind == NULL || strcmp(*kind, row->kind) != 0))
		kind++;
	if (row->component == NULL || *kind == NULL)
		lines_fault(lines, row->line, "%s is no code of the classification", row->code);
	if (text_characters(row->title) > ICF_TITLE_MAX || row->title[0] == '\0')
		lines_fault(lines, row->line, "%s has a title of %zu characters, not 1 to %d", row->code, text_characters(row->title),
		    ICF_TITLE_MAX);
	if (!good_date(row->valid_from) || !good_date(row->valid_to))
		lines_fault(lines, row->line, "%s has a date that is none", row->code);
	else if (row->valid_from != NULL && row->valid_to != NULL && strcmp(row->valid_from, row->valid_to) > 0)
		lines_fault(lines, row->line, "%s ends before it begins", row->code);
	if (row->parent == NULL ? row->code[1] != '\0' : icf_find(list, row->parent, strlen(row->parent)) == NULL)
		lines_fault(lines, row->line, "%s belongs to %s, which is not in the file", row->code, row->parent == NULL ? "F" : row->parent);
	if (row->selectable == NULL || (strcmp(row->selectable, "y") != 0 && strcmp(row->selectable, "n") != 0))
		lines_fault(lines, row->line, "%s: selectable is neither y nor n", row->code);
	if (row->icf != NULL && strlen(row->icf) > 20)
		lines_fault(lines, row->line, "%s: an international code of more than 20 characters", row->code);
	if (row->note != NULL && text_characters(row->note) > 200)
		lines_fault(lines, row->line, "%s: a note of more than 200 characters", row->code);
}

enum fail
icf_read(const void *owner, struct lines *lines, struct icf_list *out)
{
	bool table = lines->count > 0 && strchr(lines->list[0], '\t') != NULL;
	size_t i;

	*out = (struct icf_list){ 0 };
	if (table)
		icf_read_table(owner, lines, out);
	else
		icf_read_fixed(owner, lines, out);
	if (out->count == 0 && lines->faults == 0)
		lines_fault(lines, 0, "no line of the classification (codes that begin with F)");
	if (lines->faults > 0)
		return FAIL_INPUT;
	qsort(out->rows, out->count, sizeof *out->rows, compare);
	keep_latest(lines, out, !table);
	for (i = 0; i < out->count; i++)
		complete(owner, out, &out->rows[i]);
	for (i = 0; i < out->count; i++)
		check(lines, out, &out->rows[i]);
	return lines->faults > 0 ? FAIL_INPUT : FAIL_NONE;
}
