#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "rule/effect.h"
#include "rule/statistics.h"
#include "rule/suppression.h"
#include "rule/survival.h"

#define COUNT(a) (sizeof (a) / sizeof (a)[0])

/* Freireich's patients with 6-MP, the example of all textbooks: weeks, and those who were still well when one stopped looking. */
static const struct lasted textbook[] = {
	{ 6, 3, 1 }, { 7, 1, 0 }, { 9, 0, 1 }, { 10, 1, 1 }, { 11, 0, 1 }, { 13, 1, 0 }, { 16, 1, 0 }, { 17, 0, 1 }, { 19, 0, 1 }, { 20, 0, 1 },
	{ 22, 1, 0 }, { 23, 1, 0 }, { 25, 0, 1 }, { 32, 0, 2 }, { 34, 0, 1 }, { 35, 0, 1 },
};
static const struct { long long days, left; double share; } published[] = {
	{ 0, 21, 1 }, { 5, 21, 1 }, { 6, 17, 0.857 }, { 7, 16, 0.807 }, { 10, 13, 0.753 }, { 13, 11, 0.690 }, { 16, 10, 0.627 }, { 22, 6, 0.538 },
	{ 23, 5, 0.448 }, { 35, 0, 0.448 }, { 900, 0, 0.448 },
};

static void
the_curve_is_that_of_the_textbooks(void **state)
{
	long long median = 0;
	double mean = 0;
	size_t i;

	(void)state;
	assert_int_equal(survival_count(textbook, COUNT(textbook)), 21);
	for (i = 0; i < COUNT(published); i++) {
		assert_int_equal(survival_left(textbook, COUNT(textbook), published[i].days), published[i].left);
		assert_true(statistics_decimals(survival_share(textbook, COUNT(textbook), published[i].days), 3) == published[i].share);
	}
	assert_true(survival_median(textbook, COUNT(textbook), &median));
	assert_int_equal(median, 23);
	assert_int_equal(survival_horizon(textbook, COUNT(textbook)), 35);
	assert_true(survival_mean(textbook, COUNT(textbook), -1, &mean));
	assert_true(statistics_decimals(mean, 2) == 23.29);
}

/* Where all is over the mean is the mean, and the median the one in the middle. */
static void
where_all_is_over_it_is_a_plain_mean(void **state)
{
	static const struct lasted of[] = { { 100, 1, 0 }, { 200, 2, 0 }, { 400, 1, 0 } };
	long long median = 0;
	double mean = 0;

	(void)state;
	assert_true(survival_mean(of, 3, -1, &mean) && mean == 225);
	assert_true(survival_mean(of, 3, 200, &mean) && mean == 175);
	assert_true(survival_mean(of, 3, 0, &mean) && mean == 0);
	assert_true(survival_mean(of, 3, 100000, &mean) && mean == 225);
	assert_true(survival_median(of, 3, &median));
	assert_int_equal(median, 200);
	assert_int_equal(survival_horizon(of, 3), -1);
}

static void
nobody_and_nobody_who_ended(void **state)
{
	static const struct lasted none[] = { { 5, 0, 0 } }, running[] = { { 30, 0, 2 }, { 90, 0, 1 } };
	long long median = 7;
	double mean = 7;

	(void)state;
	assert_false(survival_mean(none, 1, -1, &mean) || survival_mean(NULL, 0, -1, &mean) || survival_median(none, 1, &median));
	assert_true(mean == 7 && median == 7 && survival_share(NULL, 0, 10) == 1);
	assert_int_equal(survival_horizon(none, 1), -1);
	assert_false(survival_median(running, 2, &median));
	assert_true(survival_mean(running, 2, -1, &mean) && mean == 90);
	assert_int_equal(survival_horizon(running, 2), 90);
}

static void
a_year_shorter(void **state)
{
	(void)state;
	assert_true(survival_is_shorter(800, 435, SURVIVAL_GOAL_DAYS));
	assert_false(survival_is_shorter(800, 436, SURVIVAL_GOAL_DAYS));
	assert_true(survival_is_shorter(365 + 1.0 / 3, 1.0 / 3, SURVIVAL_GOAL_DAYS));
	assert_false(survival_is_shorter(400, 800, SURVIVAL_GOAL_DAYS));
}

/* From 20 to 35 per cent beside 22 to 30. */
/* One who falls out changes what others learn by five, or not at all: neither the day nor the whole per cent is his. */
static void
nobody_is_told_one_by_one(void **state)
{
	static const struct lasted of[] = { { 0, 1, 0 }, { 10, 3, 0 }, { 91, 9, 2 }, { 92, 4, 1 }, { 300, 8, 5 } }, less[] = { { 0, 1, 0 }, { 10, 3, 0 }, { 91, 9, 2 }, { 92, 4, 1 }, { 300, 7, 5 } };
	struct lasted coarse[4], other[4];
	double mean, mean_other;
	long long days;

	(void)state;
	assert_int_equal(survival_bands(of, 0, 91), 0);
	assert_int_equal(survival_bands(of, COUNT(of), 91), COUNT(coarse));
	survival_coarse(of, COUNT(of), 91, coarse);
	assert_true(coarse[0].days == 46 && coarse[0].ended == 15 && coarse[0].censored == 0);
	assert_true(coarse[1].days == 137 && coarse[1].ended == 0 && coarse[1].censored == 5);
	assert_true(coarse[2].days == 228 && coarse[2].ended == 0 && coarse[2].censored == 0);
	assert_true(coarse[3].days == 319 && coarse[3].ended == 10 && coarse[3].censored == 5);
	assert_true(statistics_decimals(survival_share(coarse, COUNT(coarse), 91), 3) == statistics_decimals(20.0 / 35, 3));
	assert_true(survival_median(coarse, COUNT(coarse), &days) && days == 319);
	survival_coarse(less, COUNT(less), 91, other);
	assert_true(survival_mean(coarse, COUNT(coarse), -1, &mean) && survival_mean(other, COUNT(other), -1, &mean_other) && mean == mean_other);
	assert_true(survival_share(coarse, COUNT(coarse), 319) == survival_share(other, COUNT(other), 319));
	assert_true(suppression_round_mean(614.9) == 610 && suppression_round_mean(-15.5) == -16 && suppression_round_mean(0) == 0);
	assert_true(statistics_decimals(suppression_round_mean(5.14), 3) == 5.1);
}

static void
more_than_would_have_anyway(void **state)
{
	static const struct effect_group treated[] = { { 100, 20 }, { 100, 35 } }, control[] = { { 50, 11 }, { 50, 15 } }, nobody[] = { { 50, 11 }, { 0, 0 } };
	static const struct effect_group thirds[] = { { 3, 1 }, { 3, 2 } };
	double points = 5;

	(void)state;
	assert_false(effect_points(treated, nobody, &points) || effect_points(nobody, control, &points) || effect_growth(nobody, &points));
	assert_true(points == 5);
	assert_true(effect_points(treated, control, &points));
	assert_true(statistics_decimals(points, 1) == 7.0);
	assert_true(effect_growth(control, &points) && points == 8);
	assert_true(effect_growth(thirds, &points) && statistics_decimals(points, 1) == 33.3);
}

static void
stable_from_27_and_three_quarters(void **state)
{
	(void)state;
	assert_true(effect_is_stable(370 + 370 + 93));
	assert_false(effect_is_stable(370 + 370 + 92));
	assert_true(effect_is_stable(3 * 278));
	assert_false(effect_is_stable(3 * 277));
	assert_false(effect_is_stable(0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_curve_is_that_of_the_textbooks),
		cmocka_unit_test(where_all_is_over_it_is_a_plain_mean),
		cmocka_unit_test(nobody_and_nobody_who_ended),
		cmocka_unit_test(a_year_shorter),
		cmocka_unit_test(nobody_is_told_one_by_one),
		cmocka_unit_test(more_than_would_have_anyway),
		cmocka_unit_test(stable_from_27_and_three_quarters),
	};

	return cmocka_run_group_tests_name("survival", tests, NULL, NULL);
}
