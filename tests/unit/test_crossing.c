#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rule/crossing.h"
#include "rule/suppression.h"

enum { CELLS_MAX = 9 };

/* counts: better and other of each cell; want: "s" shown, "h" not. */
static const struct {
	const char *name;
	size_t rows, columns;
	long counts[CELLS_MAX][2];
	const char *want;
} tables[] = {
	{ "all are many",                           2, 2, { { 9, 7 }, { 8, 8 }, { 7, 9 }, { 6, 6 } }, "ssss" },
	{ "five answered, four were better",        1, 1, { { 4, 1 } },                                         "h" },
	{ "all five were better",                   1, 1, { { 5, 0 } },                                         "s" },
	{ "nobody answered",                        1, 2, { { 0, 0 }, { 9, 9 } },                            "hs" },
	{ "nobody at all",                          1, 1, { { 0, 0 } },                                         "h" },
	{ "two by two, one of few: each follows",   2, 2, { { 3, 9 }, { 8, 9 }, { 9, 7 }, { 10, 10 } }, "hhhh" },
	{ "few take a circle with them",            3, 3, { { 3, 9 }, { 8, 9 }, { 20, 20 }, { 9, 7 }, { 10, 10 }, { 20, 20 }, { 20, 20 }, { 20, 20 }, { 20, 20 } },
	    "hhshhssss" },
	{ "two of few: the other way round, too",   2, 3, { { 3, 9 }, { 4, 9 }, { 9, 9 }, { 2, 9 }, { 3, 9 }, { 9, 9 } }, "hhshhs" },
	{ "all of a row are few",                   2, 2, { { 3, 9 }, { 0, 0 }, { 9, 7 }, { 10, 10 } }, "hhhs" },
	{ "others in it who were none better",      1, 3, { { 2, 9 }, { 0, 9 }, { 9, 9 } }, "hsh" },
};

static void
hides(void **state)
{
	size_t i, k;

	(void)state;
	for (i = 0; i < sizeof tables / sizeof tables[0]; i++) {
		struct crossed cells[CELLS_MAX];
		char got[CELLS_MAX + 1] = "";

		for (k = 0; k < tables[i].rows * tables[i].columns; k++)
			cells[k] = (struct crossed){ tables[i].counts[k][0], tables[i].counts[k][1], true };
		crossing_hide(cells, tables[i].rows, tables[i].columns);
		for (k = 0; k < tables[i].rows * tables[i].columns; k++)
			got[k] = cells[k].shown ? 's' : 'h';
		if (strcmp(got, tables[i].want) != 0)
			fail_msg("%s: %s", tables[i].name, got);
	}
}

/* What is shown is never of 1-4, and no line has all but one of its cells shown where that one is of few. */
static void
never_few(void **state)
{
	unsigned random = 7;
	int tried;

	(void)state;
	for (tried = 0; tried < 500; tried++) {
		struct crossed cells[CELLS_MAX];
		size_t i;

		for (i = 0; i < CELLS_MAX; i++) {
			random = random * 1103515245u + 12345u;
			cells[i] = (struct crossed){ (long)(random >> 16) % 11, (long)(random >> 20) % 11, true };
		}
		crossing_hide(cells, 3, 3);
		for (i = 0; i < CELLS_MAX; i++) {
			size_t row = i / 3 * 3, column = i % 3;
			bool few = !suppression_allows(cells[i].better) || !suppression_allows(cells[i].other);

			assert_false(cells[i].shown && (few || cells[i].better + cells[i].other < SUPPRESSION_LEAST));
			if (few) {
				assert_int_not_equal(cells[row].shown + cells[row + 1].shown + cells[row + 2].shown, 2);
				assert_int_not_equal(cells[column].shown + cells[column + 3].shown + cells[column + 6].shown, 2);
			}
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hides),
		cmocka_unit_test(never_few),
	};

	return cmocka_run_group_tests_name("crossing", tests, NULL, NULL);
}
