#include "tools/export/extract_few.h"

#include <stdlib.h>
#include <talloc.h>

enum { LEFT_OUT = 'E' - 'A', A_NUMBER = EXTRACT_LETTER_COUNT };

static bool
is_few(long persons)
{
	return persons > 0 && persons < ANONYMITY_LEAST;
}

/* A code that may not be told hides those that mean something in it alone, too. */
int
few_told(const struct gathering *g, const struct extract_person *person, const int *row, size_t i)
{
	const struct extract_column *column = &g->file->columns[i];
	int cell = row[i];

	if (column->kind == EXTRACT_KEY)
		return cell;
	if ((person->veiled >> i & 1) != 0 || (column->within != 0 && few_told(g, person, row, (size_t)column->within - 1) == EXTRACT_FEW))
		return EXTRACT_FEW;
	if (column->kind == EXTRACT_CODE)
		return g->codes[i].list[cell]->shown ? cell : EXTRACT_FEW;
	return g->letters[i][cell < INT_MIN + EXTRACT_LETTER_COUNT ? cell - INT_MIN : A_NUMBER].hidden ? EXTRACT_FEW : cell;
}

static void
count_person(long *persons, size_t *last, size_t person)
{
	*persons += *last != person;
	*last = person;
}

static void
count_cell(struct gathering *g, size_t i, int cell, size_t person)
{
	struct few_letter *letter = &g->letters[i][A_NUMBER];

	if (cell < INT_MIN + EXTRACT_LETTER_COUNT)
		letter = &g->letters[i][cell - INT_MIN];
	else if (g->file->columns[i].kind == EXTRACT_CODE) {
		count_person(&g->codes[i].list[cell]->persons, &g->codes[i].list[cell]->last, person);
		return;
	}
	count_person(&letter->persons, &letter->last, person);
}

/* How many persons have what, of what is told of a column. */
static void
count_column(struct gathering *g, size_t i)
{
	size_t c, p, at;

	for (c = 0; c < g->codes[i].count; c++) {
		g->codes[i].list[c]->persons = 0;
		g->codes[i].list[c]->last = SIZE_MAX;
	}
	for (c = 0; c <= EXTRACT_LETTER_COUNT; c++)
		g->letters[i][c] = (struct few_letter){ .last = SIZE_MAX, .hidden = g->letters[i][c].hidden };
	for (p = 0; p < g->extract->count; p++) {
		struct extract_person *person = &g->extract->persons[p];

		for (at = 0; at < person->used; at += g->width)
			count_cell(g, i, few_told(g, person, person->cells + at, i), p);
		person->few |= (unsigned)(g->letters[i][LEFT_OUT].last == p) << i;
	}
}

/* All of a column that is told of some more persons is left out, the same ones in each extract; false: there are no more. */
static bool
veil(struct gathering *g, size_t i, long more)
{
	bool done = false;
	size_t p;

	for (p = 0; p < g->extract->count && more > 0; p++) {
		struct extract_person *person = g->extract->by_citizen[p];

		if (person->used == 0 || (person->few >> i & 1) != 0)
			continue;
		person->veiled |= 1U << i;
		done = true;
		more--;
	}
	return done;
}

/* One step towards a column that tells of nobody; false: it does not. */
static bool
hide_some(struct gathering *g, size_t i)
{
	bool hid = false;
	size_t c;

	if (g->file->columns[i].kind == EXTRACT_KEY)
		return false;
	count_column(g, i);
	for (c = 0; c < g->codes[i].count; c++)
		if (is_few(g->codes[i].list[c]->persons)) {
			g->codes[i].list[c]->shown = false;
			hid = true;
		}
	for (c = 0; c <= EXTRACT_LETTER_COUNT; c++)
		if (c != LEFT_OUT && is_few(g->letters[i][c].persons))
			hid = g->letters[i][c].hidden = true;
	return hid || (is_few(g->letters[i][LEFT_OUT].persons) && veil(g, i, ANONYMITY_LEAST - g->letters[i][LEFT_OUT].persons));
}

struct told { int value, *cell; size_t person; };

static int
by_value(const void *one, const void *other)
{
	const struct told *a = one, *b = other;

	return a->value != b->value ? (a->value < b->value ? -1 : 1) : (a->person > b->person) - (a->person < b->person);
}

/* The numbers of a column that are told, in their order. */
static size_t
numbers_of(const struct gathering *g, size_t i, struct told **out)
{
	size_t p, at, count = 0, room = 0;

	*out = NULL;
	for (p = 0; p < g->extract->count; p++) {
		struct extract_person *person = &g->extract->persons[p];

		for (at = 0; at < person->used; at += g->width) {
			int cell = few_told(g, person, person->cells + at, i);

			if (cell < INT_MIN + EXTRACT_LETTER_COUNT)
				continue;
			if (count == room) {
				room = 2 * room + 256;
				*out = talloc_realloc(g->extract->owner, *out, struct told, (unsigned)room);
			}
			(*out)[count++] = (struct told){ cell, &person->cells[at + i], p };
		}
	}
	if (count > 0)
		qsort(*out, count, sizeof **out, by_value);
	return count;
}

/* The end of the shortest run of whole values from here that five persons have, from: there is none; seen[p] is the try in which p was counted last. */
static size_t
run_end(const struct told *all, size_t count, size_t from, size_t *seen, size_t try)
{
	size_t end, persons = 0;

	for (end = from; end < count && (persons < ANONYMITY_LEAST || all[end].value == all[end - 1].value); end++) {
		persons += seen[all[end].person] != try;
		seen[all[end].person] = try;
	}
	return persons < ANONYMITY_LEAST ? from : end;
}

/* Numbers of few people are those of their neighbours.  The last ones, where they are too few, belong to those before. */
static void
join_numbers(struct gathering *g, size_t i)
{
	struct told *all;
	size_t count = numbers_of(g, i, &all), from, end, at, try = 1, *seen = talloc_zero_array(g->extract->owner, size_t, (unsigned)g->extract->count);

	for (from = 0; from < count; from = end) {
		end = run_end(all, count, from, seen, try++);
		if (end == from || (end < count && run_end(all, count, end, seen, try++) == end))
			end = count;
		for (at = from; at < end; at++)
			*all[at].cell = all[from + (end - from - 1) / 2].value;
	}
	talloc_free(seen);
	talloc_free(all);
}

static bool
has_few_persons(const struct extract *extract)
{
	long persons = 0;
	size_t p;

	for (p = 0; p < extract->count; p++)
		persons += extract->persons[p].used > 0;
	return is_few(persons);
}

void
few_settle(struct gathering *g)
{
	size_t i, c, p;
	bool again = true;

	for (p = 0; has_few_persons(g->extract) && p < g->extract->count; p++)
		g->extract->persons[p].used = 0;
	for (i = 0; i < g->width; i++)
		for (c = 0; c < g->codes[i].count; c++)
			g->codes[i].list[c]->shown = true;
	while (again)
		for (again = false, i = 0; i < g->width; i++)
			again = hide_some(g, i) || again;
	for (i = 0; i < g->width; i++)
		if (g->file->columns[i].kind == EXTRACT_NUMBER || g->file->columns[i].kind == EXTRACT_TENTHS)
			join_numbers(g, i);
}
