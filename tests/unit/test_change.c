#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "rule/change.h"

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static void
changes(void **state)
{
	static const struct { const char *name; struct measured before, now; double least; struct change want; } cases[] = {
		{ "meaningful",          { true, 52 },   { true, 68 },   10,  { true, true, 16 } },
		{ "just",                { true, 52 },   { true, 62 },   10,  { true, true, 10 } },
		{ "too little",          { true, 52 },   { true, 60 },   10,  { true, false, 8 } },
		{ "downwards",           { true, 5 },    { true, 2 },    3,   { true, true, -3 } },
		{ "decimals",            { true, 0.1 },  { true, 0.4 },  0.3, { true, true, 0.3 } },
		{ "none",                { true, 5.5 },  { true, 5.5 },  1,   { true, false, 0 } },
		{ "no threshold",        { true, 0 },    { true, 100 },  0,   { true, false, 100 } },
		{ "not measured before", { false, 0 },   { true, 100 },  1,   { false, false, 0 } },
		{ "not measured now",    { true, 100 },  { false, 0 },   1,   { false, false, 0 } },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		struct change is = change_of(cases[i].before, cases[i].now, cases[i].least);

		print_message("# %s\n", cases[i].name);
		assert_int_equal(is.measured, cases[i].want.measured);
		assert_int_equal(is.noticeable, cases[i].want.noticeable);
		assert_float_equal(is.by, cases[i].want.by, 1e-9);
	}
}

static void
means(void **state)
{
	static const struct measured before[] = { { true, 3 }, { true, 4 }, { true, 2 }, { false, 0 }, { true, 10 } };
	static const struct measured now[] = { { true, 5 }, { true, 6 }, { true, 5 }, { true, 0 }, { false, 0 } };
	struct change change = change_of_mean(before, now, 3, 2);

	(void)state;
	assert_true(change.noticeable);
	assert_float_equal(change.by, 7.0 / 3, 1e-9);
	change = change_of_mean(before, now, COUNT(now), 2);
	assert_float_equal(change.by, 7.0 / 3, 1e-9);	/* what was measured once does not count */
	assert_false(change_of_mean(before, now, COUNT(now), 2.5).noticeable);
	assert_false(change_of_mean(before + 3, now + 3, 2, 1).measured);
	assert_false(change_of_mean(before, now, 0, 1).measured);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(changes), cmocka_unit_test(means) };

	return cmocka_run_group_tests_name("change", tests, NULL, NULL);
}
