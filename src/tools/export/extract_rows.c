/* A file's rows: gathered by person, with what fits few people left out, written in the order of pseudonyms. */
#include "tools/export/extract.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "sql/rows.h"
#include "tools/export/extract_few.h"

const struct value *
extract_args(const struct extract *extract)
{
	struct value *args = talloc_zero_array(extract->owner, struct value, 5);

	args[0] = TEXT(extract->from);
	args[1] = TEXT(extract->to);
	args[2] = TEXT(extract->today);
	args[3] = INT(extract->most);
	args[4].kind = VALUE_END;
	return args;
}

static int
by_text(const void *one, const void *other)
{
	const struct extract_code *a = one, *b = other;

	return a->within != b->within ? (a->within < b->within ? -1 : 1) : strcmp(a->text, b->text);
}

struct extract_code *
extract_code_of(const void *owner, struct extract_codes *codes, const char *text, int within)
{
	const struct extract_code wanted = { .text = text, .within = within };
	struct extract_code **at = tfind(&wanted, &codes->tree, by_text), *code;

	if (at != NULL)
		return *at;
	code = talloc_zero(owner, struct extract_code);
	*code = (struct extract_code){ .text = talloc_strdup(code, text), .number = (int)codes->count, .within = within, .last = SIZE_MAX };
	codes->list = talloc_realloc(owner, codes->list, struct extract_code *, (unsigned)codes->count + 1);
	codes->list[codes->count++] = code;
	tsearch(code, &codes->tree, by_text);
	return code;
}

static void
keep_code(void *code)
{
	(void)code;
}

void
extract_codes_drop(struct extract_codes *codes)
{
	tdestroy(codes->tree, keep_code);
	codes->tree = NULL;
}

static int
by_citizen(const void *wanted, const void *person)
{
	long long a = *(const long long *)wanted, b = (*(struct extract_person *const *)person)->citizen;

	return a < b ? -1 : a > b;
}

/* "37.5" as 375. */
static int
scaled(const char *text, double scale)
{
	double value = strtod(text, NULL) * scale;

	if (value > 2e9 || value < -2e9)
		return EXTRACT_FEW;
	return (int)(value < 0 ? value - 0.5 : value + 0.5);
}

/* What stands in place of a code is one of the codes, as it is of few people or of many. */
static int
cell_of(const struct gathering *g, size_t i, const int *row, const char *text)
{
	const struct extract_column *column = &g->file->columns[i];
	char letter[] = { '.', column->missing, '\0' };

	if (column->kind == EXTRACT_CODE)
		return extract_code_of(g->extract->owner, &g->codes[i], text == NULL ? letter : text, column->within == 0 ? -1 : row[column->within - 1])->number;
	if (text == NULL || (text[0] == '.' && text[1] >= 'A' && text[1] <= 'Z'))
		return EXTRACT_MISSING(text == NULL ? column->missing : text[1]);
	return scaled(text, column->kind == EXTRACT_TENTHS ? 10 : 1);
}

static void
gather(void *user, const char *const *columns, size_t count)
{
	struct gathering *g = user;
	long long citizen = atoll(columns[0]);
	struct extract_person **found = bsearch(&citizen, g->extract->by_citizen, g->extract->count, sizeof *found, by_citizen), *person;
	size_t i;

	if (found == NULL || count != g->width + 1)
		return;
	person = *found;
	if (person->used + g->width > person->room) {
		person->room = 2 * person->room + 4 * g->width;
		person->cells = talloc_realloc(g->extract->owner, person->cells, int, (unsigned)person->room);
	}
	for (i = 0; i < g->width; i++)
		person->cells[person->used + i] = cell_of(g, i, person->cells + person->used, columns[i + 1]);
	person->used += g->width;
}

static void
write_cell(FILE *out, const struct extract_column *column, const struct extract_codes *codes, int cell)
{
	if (cell < INT_MIN + EXTRACT_LETTER_COUNT)
		fprintf(out, ",.%c", 'A' + (cell - INT_MIN));
	else if (column->kind == EXTRACT_CODE)
		fprintf(out, ",%s", codes->list[cell]->text);
	else if (column->kind == EXTRACT_TENTHS)
		fprintf(out, ",%s%d.%d", cell < 0 ? "-" : "", abs(cell) / 10, abs(cell) % 10);
	else
		fprintf(out, ",%d", cell);
}

static void
write_row(struct gathering *g, FILE *out, const struct extract_person *person, const int *row)
{
	size_t i;

	fputs(person->pseudonym, out);
	for (i = 0; i < g->width; i++) {
		int cell = few_told(g, person, row, i);

		g->extract->hidden += cell == EXTRACT_FEW;
		write_cell(out, &g->file->columns[i], &g->codes[i], cell);
	}
	fputs("\r\n", out);
}

static size_t
head(const struct extract_file *file, FILE *out)
{
	size_t i;

	fputs("person", out);
	for (i = 0; file->columns[i].name != NULL; i++)
		fprintf(out, ",%s", file->columns[i].name);
	fputs("\r\n", out);
	return i;
}

long
extract_write(struct extract *extract, const struct extract_file *file, FILE *out, struct extract_codes *codes)
{
	struct gathering g = { .extract = extract, .file = file, .codes = codes, .width = head(file, out) };
	long rows = 0;
	size_t p, i;

	rows_each(extract->db, file->sql, extract_args(extract), gather, &g);
	few_settle(&g);
	for (p = 0; p < extract->count; p++) {
		struct extract_person *person = &extract->persons[p];

		for (i = 0; i < person->used; i += g.width, rows++)
			write_row(&g, out, person, person->cells + i);
		TALLOC_FREE(person->cells);
		person->used = person->room = 0;
		person->few = person->veiled = 0;
	}
	return rows;
}

/* How many courses are told of; extract_find saw to it that five have as many. */
static const char *
courses_code(const struct extract *extract, size_t person)
{
	int courses = extract->courses[person] < extract->most ? extract->courses[person] : (int)extract->most;

	return courses == 1 ? "1" : courses == 2 ? "2" : "3-over";
}

long
extract_write_persons(struct extract *extract, const struct extract_file *file, FILE *out, struct extract_codes *codes)
{
	size_t p, t, width = head(file, out);

	for (p = 0; p < extract->count; p++) {
		const struct anonymous *traits = &extract->traits[p];

		fputs(extract->persons[p].pseudonym, out);
		for (t = 0; t < width - 1; t++) {
			const char *text = extract->trait_texts.list[traits->value[t][traits->level[t]]]->text;

			extract->hidden += strcmp(text, ".E") == 0;
			fprintf(out, ",%s", text);
			if (text[0] != '.')
				extract_code_of(extract->owner, &codes[t], text, -1)->shown = true;
		}
		extract_code_of(extract->owner, &codes[width - 1], courses_code(extract, p), -1)->shown = true;
		fprintf(out, ",%s\r\n", courses_code(extract, p));
	}
	return (long)extract->count;
}
