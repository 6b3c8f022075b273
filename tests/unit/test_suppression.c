#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rule/suppression.h"

enum { CELLS_MAX = 8 };

/* want: a letter for each cell, "s" shown and "h" hidden. */
static const struct {
	const char *name;
	long counts[CELLS_MAX];
	const char *want;
} rows[] = {
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
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct cell cells[CELLS_MAX];
		bool whole = true;

		count = strlen(rows[i].want);
		for (k = 0; k < count; k++)
			cells[k].count = rows[i].counts[k];
		suppression_apply(cells, count);
		for (k = 0; k < count; k++) {
			whole = whole && cells[k].shown;
			if (cells[k].shown != (rows[i].want[k] == 's'))
				fail_msg("%s: cell %zu", rows[i].name, k);
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hides),
		cmocka_unit_test(never_tells),
		cmocka_unit_test(parts_of_a_total),
		cmocka_unit_test(means_of_one_to_five),
	};

	return cmocka_run_group_tests_name("suppression", tests, NULL, NULL);
}
