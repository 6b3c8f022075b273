#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "rule/suppression.h"

enum { CELLS_MAX = 8 };

/* want: a letter for each cell, "s" shown and "h" hidden. */
static const struct {
	const char *name;
	long counts[CELLS_MAX];
	const char *want;
} one_row[] = {
	{ "large cells are shown",                             { 10, 5, 7 },          "sss" },
	{ "nobody may be shown",                               { 10, 0, 7 },          "sss" },
	{ "one small cell takes the smallest other with it",   { 3, 9, 20, 0 },       "hhss" },
	{ "... wherever it stands",                            { 20, 9, 0, 4 },       "shsh" },
	{ "two small ones of five hide each other",            { 2, 3, 20 },          "hhs" },
	{ "two small ones of four are a cell of four",         { 1, 3, 20 },          "hhh" },
	{ "... and take the smallest other",                   { 1, 3, 20, 6 },       "hhsh" },
	{ "five cells of one follow from their sum",           { 1, 1, 1, 1, 1, 15 }, "hhhhhh" },
	{ "six persons in five cells do not",                  { 1, 1, 1, 1, 2, 15 }, "hhhhhs" },
	{ "four persons: nothing",                             { 4, 0 },              "hh" },
	{ "four persons, all the same: nothing",               { 0, 4, 0 },           "hhh" },
	{ "nobody: nothing",                                   { 0, 0 },              "hh" },
	{ "five, all the same",                                { 0, 5, 0 },           "sss" },
	{ "five, one otherwise",                               { 1, 4, 0 },           "hhs" },
	{ "six, one otherwise",                                { 1, 5 },              "hh" },
	{ "two that are as small: the first",                  { 2, 8, 8 },           "hhs" },
};

static void
hides(void **state)
{
	size_t i, k, count;

	(void)state;
	for (i = 0; i < sizeof one_row / sizeof one_row[0]; i++) {
		struct cell cells[CELLS_MAX];
		bool whole = true;

		count = strlen(one_row[i].want);
		for (k = 0; k < count; k++)
			cells[k].count = one_row[i].counts[k];
		suppression_apply(cells, count);
		for (k = 0; k < count; k++) {
			whole = whole && cells[k].shown;
			if (cells[k].shown != (one_row[i].want[k] == 's'))
				fail_msg("%s: cell %zu", one_row[i].name, k);
		}
		assert_int_equal(suppression_whole(cells, count), whole);
	}
}

/* How many persons can be in the hidden cells, each of which has somebody. */
static long
ways_to_fill(const struct cell *cells, size_t count, size_t i, long left)
{
	long ways = 0, guess;

	if (i == count)
		return left == 0;
	if (cells[i].shown)
		return ways_to_fill(cells, count, i + 1, left);
	for (guess = 1; guess <= left; guess++)
		ways += ways_to_fill(cells, count, i + 1, left - guess);
	return ways;
}

/* All rows of up to four cells with up to eight persons each: what is hidden never follows from the total. */
static void
never_tells(void **state)
{
	long counts[4], code;

	(void)state;
	for (code = 0; code < 9 * 9 * 9 * 9; code++) {
		struct cell cells[4];
		long hidden = 0, rest = code;
		size_t i;

		for (i = 0; i < 4; i++, rest /= 9)
			cells[i].count = counts[i] = rest % 9;
		suppression_apply(cells, 4);
		for (i = 0; i < 4; i++) {
			assert_false(cells[i].shown && counts[i] > 0 && counts[i] < SUPPRESSION_LEAST);
			hidden += cells[i].shown ? 0 : counts[i];
		}
		if (hidden < SUPPRESSION_LEAST)
			assert_true(hidden == 0 || (!cells[0].shown && !cells[1].shown && !cells[2].shown && !cells[3].shown));
		else
			assert_true(ways_to_fill(cells, 4, 0, hidden) > 1);
	}
}

static const struct { const char *name; long total, part; bool want; } parts[] = {
	{ "both large",       20, 8,  true },
	{ "all",              20, 20, true },
	{ "nobody",           20, 0,  true },
	{ "few",              20, 4,  false },
	{ "few are left out", 20, 16, false },
	{ "just enough",      10, 5,  true },
};

static void
parts_of_a_total(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (suppression_allows_part(parts[i].total, parts[i].part) != parts[i].want)
			fail_msg("%s", parts[i].name);
}

static const struct { const char *name; long count; double sum; bool want; } means[] = {
	{ "in the middle",             8, 25, true },
	{ "of four",                   4, 12, false },
	{ "all at the upper end",      8, 40, true },
	{ "one a step below",          8, 39, false },
	{ "four a step below",         8, 36, false },
	{ "perhaps five a step below", 8, 35, true },
	{ "all at the lower end",      8, 8,  true },
	{ "one a step above",          8, 9,  false },
	{ "perhaps five a step above", 8, 13, true },
};

static void
means_of_one_to_five(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof means / sizeof means[0]; i++)
		if (suppression_allows_mean(means[i].count, means[i].sum, 1, 5, 1) != means[i].want)
			fail_msg("%s", means[i].name);
}

/* Tables before their totals are added, with what is wanted of each cell and total. */
enum { SIDE_MAX = 5 };
static const struct { const char *name; size_t rows, columns; long counts[SIDE_MAX * SIDE_MAX]; const char *want; } tables[] = {
	{ "all are large",                              2, 2, { 10, 20, 30, 40 },             "sss sss sss" },
	{ "nobody",                                     2, 2, { 0, 0, 0, 0 },                 "sss sss sss" },
	{ "four in all",                                2, 2, { 4, 0, 0, 0 },                 "hhh hhh hhh" },
	{ "one small cell takes a rectangle",           2, 3, { 3, 9, 20, 30, 8, 20 },        "hhss hhss ssss" },
	{ "... of the fewest",                          3, 2, { 3, 9, 30, 40, 10, 9 },        "hhs sss hhs sss" },
	{ "zeros are told, and hide nothing",           2, 3, { 3, 0, 20, 9, 8, 20 },         "hshs hshs ssss" },
	{ "a row of few: also who is nowhere",          2, 2, { 3, 0, 10, 10 },               "hhh hhh sss" },
	{ "a column of nobody is told",                 2, 2, { 3, 0, 10, 0 },                "hsh hsh sss" },
	{ "nowhere to hide but in totals",              1, 2, { 3, 9 },                       "hhs hhs" },
	{ "two of a row that are few together",         2, 4, { 1, 2, 20, 9, 7, 8, 20, 9 },   "hhshs hhshs sssss" },
};

/* Fill cells, totals with them, of a table of so many rows and columns before its totals. */
static void
fill(struct cell *cells, size_t rows, size_t columns, const long *counts)
{
	size_t i, k, wide = columns + 1;

	memset(cells, 0, (rows + 1) * wide * sizeof *cells);
	for (i = 0; i < rows; i++)
		for (k = 0; k < columns; k++) {
			cells[i * wide + k].count = counts[i * columns + k];
			cells[i * wide + columns].count += counts[i * columns + k];
			cells[rows * wide + k].count += counts[i * columns + k];
			cells[rows * wide + columns].count += counts[i * columns + k];
		}
	suppression_table(cells, rows + 1, wide);
}

static void
hides_in_tables(void **state)
{
	struct cell cells[(SIDE_MAX + 1) * (SIDE_MAX + 1)];
	size_t i, k, n;

	(void)state;
	for (i = 0; i < sizeof tables / sizeof tables[0]; i++) {
		char got[64] = "";

		fill(cells, tables[i].rows, tables[i].columns, tables[i].counts);
		for (k = 0, n = 0; k < (tables[i].rows + 1) * (tables[i].columns + 1); k++) {
			if (k > 0 && k % (tables[i].columns + 1) == 0)
				got[n++] = ' ';
			got[n++] = cells[k].shown ? 's' : 'h';
		}
		if (strcmp(got, tables[i].want) != 0)
			fail_msg("%s: %s", tables[i].name, got);
	}
}

/*
 * Who knows the whole rule and sees a table can say: it is one of those that look so.  Every table of a size is made, with 0 to most in each cell; what
 * looks the same is put together; then no hidden cell (or total) that is few may be the same in all of them.  Tables near the edge of what is
 * made look less alike than they are, so only those with up to `judged` are asked.
 */
struct seen { long shown[12]; long counts[12]; };
static size_t seen_cells;

static int
looks_compared(const void *a, const void *b)
{
	return memcmp(((const struct seen *)a)->shown, ((const struct seen *)b)->shown, seen_cells * sizeof(long));
}

static size_t
every_table(struct seen *all, size_t rows, size_t columns, long most)
{
	long counts[6] = { 0 };
	size_t made = 0, i;

	for (;;) {
		struct cell cells[12];

		fill(cells, rows, columns, counts);
		for (i = 0; i < seen_cells; i++) {
			all[made].counts[i] = cells[i].count;
			all[made].shown[i] = cells[i].shown ? cells[i].count : -1;
			assert_false(cells[i].shown && cells[i].count > 0 && cells[i].count < SUPPRESSION_LEAST);
		}
		made++;
		for (i = 0; i < rows * columns && counts[i] == most; i++)
			counts[i] = 0;
		if (i == rows * columns)
			return made;
		counts[i]++;
	}
}

/* Is a cell few, and the same in all that look so? */
static bool
follows(const struct seen *first, const struct seen *end, size_t cell)
{
	const struct seen *one;

	if (first->counts[cell] == 0 || first->counts[cell] >= SUPPRESSION_LEAST)
		return false;
	for (one = first; one < end; one++)
		if (one->counts[cell] != first->counts[cell])
			return false;
	return true;
}

static bool
is_judged(const struct seen *one, size_t columns, size_t rows, long judged)
{
	size_t i;

	for (i = 0; i < seen_cells; i++)
		if (i % (columns + 1) < columns && i / (columns + 1) < rows && one->counts[i] > judged)
			return false;
	return true;
}

static void
no_table_tells(size_t rows, size_t columns, long most, long judged)
{
	size_t made = 1, i, cell, begin;
	struct seen *all;

	seen_cells = (rows + 1) * (columns + 1);
	for (i = 0; i < rows * columns; i++)
		made *= (size_t)most + 1;
	all = calloc(made, sizeof *all);
	assert_non_null(all);
	assert_int_equal(every_table(all, rows, columns, most), made);
	qsort(all, made, sizeof *all, looks_compared);
	for (begin = 0; begin < made; begin = i) {
		for (i = begin + 1; i < made && looks_compared(&all[begin], &all[i]) == 0; i++)
			;
		for (cell = 0; cell < seen_cells; cell++)
			if (all[begin].shown[cell] < 0 && is_judged(&all[begin], columns, rows, judged) && follows(&all[begin], &all[i], cell))
				fail_msg("%zu x %zu: cell %zu of %ld %ld %ld %ld ...", rows, columns, cell, all[begin].counts[0], all[begin].counts[1],
				    all[begin].counts[2], all[begin].counts[3]);
	}
	free(all);
}

static void
never_tells_in_tables(void **state)
{
	(void)state;
	no_table_tells(1, 2, 30, 12);
	no_table_tells(2, 2, 12, 8);
	no_table_tells(2, 3, 5, 3);
}

/* Tables of three by three that differ by one person at most in each cell from this one: is there one with the same that is shown, and another in a cell? */
enum { THREE = 3, WIDE = THREE + 1, STEPS = 19683 };

static bool
steps_to(const struct cell *cells, long code, size_t asked)
{
	long change[WIDE * WIDE] = { 0 };
	size_t i;

	for (i = 0; i < THREE * THREE; i++, code /= 3) {
		size_t row = i / THREE, column = i % THREE;
		long by = code % 3 - 1;

		if (by != 0 && (cells[row * WIDE + column].shown || cells[row * WIDE + column].count + by < 0))
			return false;
		change[row * WIDE + column] = by;
		change[row * WIDE + THREE] += by;
		change[THREE * WIDE + column] += by;
		change[THREE * WIDE + THREE] += by;
	}
	for (i = 0; i < WIDE * WIDE; i++) {
		long least = i / WIDE < THREE && i % WIDE < THREE && (!cells[i / WIDE * WIDE + THREE].shown || !cells[THREE * WIDE + i % WIDE].shown) ? 0 : 1;

		if (cells[i].shown ? change[i] != 0 : cells[i].count + change[i] < least)
			return false;
	}
	return change[asked] != 0;
}

static void
another_table_looks_so(void **state)
{
	unsigned random = 1;
	int tried;

	(void)state;
	for (tried = 0; tried < 120; tried++) {
		long counts[THREE * THREE], code;
		struct cell cells[WIDE * WIDE];
		size_t i;

		for (i = 0; i < THREE * THREE; i++) {
			random = random * 1103515245u + 12345u;
			counts[i] = (long)(random >> 16) % (tried % 3 == 0 ? 4 : 12);
		}
		fill(cells, THREE, THREE, counts);
		for (i = 0; i < WIDE * WIDE; i++) {
			if (cells[i].shown || cells[WIDE * WIDE - 1].count < SUPPRESSION_LEAST)
				continue;
			for (code = 0; code < STEPS && !steps_to(cells, code, i); code++)
				;
			if (code == STEPS)
				fail_msg("table %d: cell %zu", tried, i);
		}
	}
}

/* Differences are no counts: below 0 is nobody, and there is an end. */
static void
ends_below_nobody(void **state)
{
	struct cell cells[] = { { -8, false }, { 2, false }, { -6, false } }, turned[] = { { -8, false }, { -8, false }, { 2, false }, { 2, false }, { -6, false }, { -6, false } };
	struct cell odd[] = { { 2, false }, { 9, false }, { 0, false }, { 0, false } };

	(void)state;
	suppression_table(cells, 1, 3);
	assert_false(cells[1].shown);
	suppression_table(turned, 3, 2);
	assert_false(turned[2].shown || turned[3].shown);
	suppression_table(odd, 2, 2);
	assert_false(odd[0].shown);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hides),
		cmocka_unit_test(never_tells),
		cmocka_unit_test(parts_of_a_total),
		cmocka_unit_test(hides_in_tables),
		cmocka_unit_test(ends_below_nobody),
		cmocka_unit_test(never_tells_in_tables),
		cmocka_unit_test(another_table_looks_so),
		cmocka_unit_test(means_of_one_to_five),
	};

	return cmocka_run_group_tests_name("suppression", tests, NULL, NULL);
}
