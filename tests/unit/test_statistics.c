#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <talloc.h>

#include "rule/statistics.h"

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/* The weeks until the first offer of four of five: the fifth has none, and is in no figure but "n of N". */
static void
weeks_to_the_first_offer(void **state)
{
	static const struct counted weeks[] = { { 3, 1 }, { 8, 1 }, { 12, 1 }, { 20, 1 } };
	struct fraction mean = statistics_mean(weeks, COUNT(weeks)), median = statistics_median(weeks, COUNT(weeks));

	(void)state;
	assert_int_equal(statistics_count(weeks, COUNT(weeks)), 4);
	assert_float_equal(statistics_value(mean), 10.75, 0);
	assert_float_equal(statistics_decimals(statistics_value(mean), 1), 10.8, 1e-12);
	assert_float_equal(statistics_decimals(statistics_value(median), 1), 10.0, 0);
}

static void
quantiles(void **state)
{
	static const struct counted counted[] = { { -2, 1 }, { 0, 3 }, { 5, 0 }, { 7, 2 } };
	static const struct { const char *name; size_t n; struct fraction part, want; } cases[] = {
		{ "of nobody",     0, { 1, 2 }, { 0, 0 } },
		{ "of one",        1, { 1, 2 }, { -2, 1 } },
		{ "the smallest",  4, { 0, 1 }, { -2, 1 } },
		{ "the largest",   4, { 1, 1 }, { 7, 1 } },
		{ "an even count", 4, { 1, 2 }, { 0, 2 } },
		{ "between two",   4, { 2, 3 }, { 7, 2 } },
		{ "a quarter",     4, { 1, 4 }, { 0, 1 } },
		{ "three quarters", 4, { 3, 4 }, { 7, 1 } },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		struct fraction is = statistics_quantile(counted, cases[i].n, cases[i].part);

		print_message("# %s\n", cases[i].name);
		assert_int_equal(is.denominator, cases[i].want.denominator);
		assert_int_equal(is.numerator, cases[i].want.numerator);
	}
	assert_int_equal(statistics_mean(counted, 0).denominator, 0);
}

static void
means_of_fractions(void **state)
{
	static const struct fraction shares[] = { { 1, 2 }, { 0, 0 }, { 1, 4 } };
	double mean;
	size_t n;

	(void)state;
	assert_true(statistics_mean_of(shares, COUNT(shares), &mean, &n));
	assert_int_equal(n, 2);
	assert_float_equal(mean, 0.375, 0);
	assert_false(statistics_mean_of(shares + 1, 1, &mean, &n));
	assert_int_equal(n, 0);
}

static void
rounding(void **state)
{
	static const struct { long long numerator, denominator, want; } cases[] = {
		{ 5, 2, 3 }, { -5, 2, -3 }, { 7, 5, 1 }, { 8, 5, 2 }, { -743, 100, -7 }, { 37582, 100, 376 }, { 0, 9, 0 }, { 9, 3, 3 }, { 5, -2, -3 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++)
		assert_int_equal(statistics_round((struct fraction){ cases[i].numerator, cases[i].denominator }), cases[i].want);
	assert_float_equal(statistics_decimals(10.25, 1), 10.3, 1e-12);
	assert_float_equal(statistics_decimals(1.005, 2), 1.01, 1e-12);
	assert_float_equal(statistics_decimals(-0.25, 1), -0.3, 1e-12);
	assert_float_equal(statistics_decimals(0.2499, 1), 0.2, 1e-12);
	assert_float_equal(statistics_decimals(38.5, 0), 39, 0);
}

static void
adding(void **state)
{
	static const long long values[] = { 1, 1, 2, 5, 5, 9 };
	struct counted *counted = NULL;
	size_t i, n = 0;

	for (i = 0; i < COUNT(values); i++)
		counted = statistics_add(*state, counted, &n, values[i], 1);
	assert_int_equal(n, 4);
	assert_int_equal(counted[0].count, 2);
	assert_int_equal(counted[3].value, 9);
	assert_int_equal(statistics_count(counted, n), 6);
	talloc_free(counted);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(weeks_to_the_first_offer), cmocka_unit_test(quantiles), cmocka_unit_test(means_of_fractions),
		cmocka_unit_test(rounding), cmocka_unit_test(adding),
	};

	return cmocka_run_group_tests_name("statistics", tests, NULL, NULL);
}
