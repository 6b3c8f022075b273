#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "rule/progression.h"
#include "rule/scoring.h"
#include "rule/timeline.h"

static const struct { const char *name; long citizen, provider; bool want; } blind[] = {	/* ages in days; -1: not in */
	{ "nobody yet",                    -1, -1, false },
	{ "the provider's, just now",      -1,  0, false },
	{ "the provider's, six days old",  -1,  6, false },
	{ "the provider's, a week old",    -1,  7, true },
	{ "the citizen's, six days old",    6, -1, false },
	{ "the citizen's, a week old",      7, -1, true },
	{ "both, just now",                 0,  0, true },
};

static void
blindness(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof blind / sizeof blind[0]; i++) {
		struct progress_value c = { .age_days = blind[i].citizen }, p = { .age_days = blind[i].provider };

		if (progression_open(blind[i].citizen < 0 ? NULL : &c, blind[i].provider < 0 ? NULL : &p) != blind[i].want)
			fail_msg("%s", blind[i].name);
	}
}

/* Testine's training: six rounds, in any order; the provider's fourth was not possible, its sixth is not in. */
static void
pairing(void **state)
{
	static const struct progress_value values[] = {
		{ 2, false, true, 5, 58 }, { 1, false, true, 4, 72 }, { 3, false, true, 4, 44 }, { 4, false, false, 0, 30 },
		{ 5, false, true, 4, 16 },
		{ 6, true, true, 6, 2 }, { 1, true, true, 3, 72 }, { 2, true, true, 4, 58 }, { 3, true, true, 4, 44 },
		{ 4, true, true, 5, 30 }, { 5, true, true, 6, 16 },
	};
	static const int citizens[] = { 3, 4, 4, 5, 6, 6 };
	struct progress_round rounds[11];
	size_t count = progression_pair(values, 11, rounds), i;

	(void)state;
	assert_int_equal(count, 6);
	for (i = 0; i < count; i++) {
		assert_int_equal(rounds[i].round, i + 1);
		assert_int_equal(rounds[i].citizen->value, citizens[i]);
		assert_int_equal(rounds[i].open, i < 5);
	}
	assert_false(rounds[3].provider->given);
	assert_null(rounds[5].provider);
}

static void
pairing_nothing(void **state)
{
	struct progress_round none[1];

	(void)state;
	assert_int_equal(progression_pair(NULL, 0, none), 0);
}

static const struct { const char *measure; int first, last; bool higher; const char *want; } changes[] = {
	{ "nrs", 3, 6, true, "better" }, { "nrs", 4, 4, true, "same" }, { "nrs", 4, 5, true, "same" }, { "nrs", 4, 6, true, "better" },
	{ "nrs", 6, 4, true, "worse" }, { "nrs", 6, 5, true, "same" }, { "nrs", 8, 3, false, "better" }, { "nrs", 3, 5, false, "worse" },
	{ "nrs", 3, 4, false, "same" }, { "nrs", 0, 10, true, "better" }, { NULL, 4, 6, true, "better" }, { "gas", 4, 6, true, "better" },
	{ "psfs", 3, 5, true, "same" }, { "psfs", 4, 6, true, "same" }, { "psfs", 2, 5, true, "better" }, { "psfs", 5, 2, true, "worse" },
};

static void
change(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof changes / sizeof changes[0]; i++)
		assert_string_equal(progression_change(changes[i].first, changes[i].last, changes[i].higher,
		    progression_noticeable(changes[i].measure)), changes[i].want);
}

static bool
same(double a, double b)
{
	return a - b < 0.001 && b - a < 0.001;
}

/* domain.md d 4: 3, 4, 2 and later 5, 6, 5. */
static void
means(void **state)
{
	static const struct progress_item psfs[] = {
		{ 3, 5, true, true }, { 4, 6, true, true }, { 2, 5, true, true }, { .last = 9, .higher_is_better = true },
	};
	static const struct progress_item pain[] = { { 8, 6, true, false }, { 7, 6, true, false } };
	static const struct progress_item lost[] = { { 8, 6, true, true } };
	struct progress_mean mean = { .items = 77 };

	(void)state;
	assert_true(progression_mean(psfs, 4, &mean));
	assert_true(same(mean.first, 3.0));
	assert_true(same(mean.last, 5.3333));
	assert_true(same(mean.change, 2.3333));
	assert_true(mean.noticeable);
	assert_int_equal(mean.items, 3);
	assert_int_equal(mean.added, 1);
	assert_true(progression_mean(pain, 2, &mean));
	assert_true(same(mean.change, 1.5));
	assert_false(mean.noticeable);
	assert_true(progression_mean(lost, 1, &mean));
	assert_true(same(mean.change, -2));
	assert_true(mean.noticeable);
	mean.items = 77;
	assert_false(progression_mean(&psfs[3], 1, &mean));
	assert_false(progression_mean(NULL, 0, &mean));
	assert_int_equal(mean.items, 77);
}

static const struct { int weights[3], levels[3], count; double want; } attained[] = {
	{ { 1, 1, 1 }, { 1, 1, 0 }, 3, 59.13 },   { { 3, 2, 1 }, { 0, 1, -1 }, 3, 52.20 },  { { 2, 1 }, { 1, -1 }, 2, 54.02 },
	{ { 1 }, { 1 }, 1, 60.00 },               { { 1, 1, 1 }, { -1, -1, -1 }, 3, 36.31 }, { { 1, 1, 1 }, { -2, -2, -2 }, 3, 22.61 },
	{ { 1, 1, 1 }, { 2, 2, 2 }, 3, 77.39 },   { { 3, 2, 1 }, { 0, 0, 0 }, 3, 50.00 },
};

/* domain.md d 5, from values and targets: a level is two points. */
static void
attainment(void **state)
{
	static const int two_points[] = { 1, 4, 6, 8, 10 };
	static const struct { int value, target; bool higher; int want; } levels[] = {
		{ 6, 6, true, 0 }, { 7, 6, true, 0 }, { 8, 6, true, 1 }, { 9, 6, true, 1 }, { 10, 6, true, 2 }, { 5, 6, true, -1 },
		{ 4, 6, true, -1 }, { 3, 6, true, -2 }, { 0, 6, true, -2 }, { 2, 4, false, 1 }, { 4, 4, false, 0 }, { 5, 4, false, -1 },
		{ 7, 4, false, -2 }, { 0, 4, false, 2 },
	};
	const struct missing none = { .kind = MISSING_NONE };
	struct moments nothing = { .asked = 0 };
	double t;
	size_t i;
	int j;

	(void)state;
	for (i = 0; i < sizeof levels / sizeof levels[0]; i++)
		assert_int_equal(progression_level(levels[i].value, levels[i].target, levels[i].higher), levels[i].want);
	for (i = 0; i < sizeof attained / sizeof attained[0]; i++) {
		struct moments m = { .asked = attained[i].count };

		for (j = 0; j < attained[i].count; j++)
			moments_add(&m, progression_level(two_points[attained[i].levels[j] + 2], 6, true), attained[i].weights[j]);
		assert_true(scoring_gas(none, &m, &t));
		assert_true(same(scoring_round(t, 2), attained[i].want));
	}
	assert_false(scoring_gas(none, &nothing, &t));
}

static void
places(void **state)
{
	(void)state;
	assert_int_equal(progression_y(0), 240);
	assert_int_equal(progression_y(10), 20);
	assert_int_equal(progression_x("2026-02-02", "2026-04-13", "2026-02-02"), 800);
	assert_int_equal(progression_x("2026-02-02", "2026-04-13", "2026-02-16"), 2240);
	assert_int_equal(progression_x("2026-02-02", "2026-04-13", "2026-03-09"), 4400);
	assert_int_equal(progression_x("2026-02-02", "2026-04-13", "2026-04-13"), 8000);
	assert_int_equal(progression_x("2026-02-02", "2026-04-13", "2026-04-14"), -1);
	assert_int_equal(progression_x("2026-02-02", "2026-04-13", "2026-02-01"), -1);
	assert_int_equal(progression_x("2026-02-02", "2026-02-02", "2026-02-02"), 800);
	assert_int_equal(progression_tick_each(6, false), 1);
	assert_int_equal(progression_tick_each(6, true), 2);
	assert_int_equal(progression_tick_each(26, false), 4);
	assert_int_equal(progression_tick_each(26, true), 7);
	assert_int_equal(progression_tick_each(0, true), 1);
}

static const struct { long a, b, want_a, want_b; } labels[] = {
	{ 108, 152, 108, 152 }, { 100, 100, 92, 108 }, { 100, 108, 96, 112 }, { 108, 100, 112, 96 }, { 100, 116, 100, 116 },
};

static void
label_places(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof labels / sizeof labels[0]; i++) {
		long a = labels[i].a, b = labels[i].b;

		progression_part_labels(&a, &b);
		assert_int_equal(a, labels[i].want_a);
		assert_int_equal(b, labels[i].want_b);
	}
}

static void
timeline(void **state)
{
	struct timeline line;
	struct date day;

	(void)state;
	timeline_span("2026-01-19", "2026-06-30", &line);
	assert_string_equal(line.from.iso, "2026-01-01");
	assert_string_equal(line.to.iso, "2026-07-01");
	assert_int_equal(timeline_months(&line), 6);
	assert_int_equal(timeline_x(&line, "2026-01-01"), 0);
	assert_int_equal(timeline_x(&line, "2026-02-01"), 31 * 10000 / 181);
	assert_int_equal(timeline_x(&line, "2025-12-31"), 0);
	assert_int_equal(timeline_x(&line, "2026-07-01"), 10000);
	assert_int_equal(timeline_x(&line, "2027-01-01"), 10000);
	timeline_month(&line, 5, &day);
	assert_string_equal(day.iso, "2026-06-01");
	timeline_month(&line, 6, &day);
	assert_string_equal(day.iso, line.to.iso);
	/* Over a year's end, either way round, and never too short to read. */
	timeline_span("2027-01-05", "2026-12-24", &line);
	assert_string_equal(line.from.iso, "2026-12-01");
	assert_string_equal(line.to.iso, "2027-03-01");
	assert_int_equal(timeline_months(&line), TIMELINE_MONTHS_MIN);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blindness),
		cmocka_unit_test(pairing),
		cmocka_unit_test(pairing_nothing),
		cmocka_unit_test(change),
		cmocka_unit_test(means),
		cmocka_unit_test(attainment),
		cmocka_unit_test(places),
		cmocka_unit_test(label_places),
		cmocka_unit_test(timeline),
	};

	return cmocka_run_group_tests_name("progression", tests, NULL, NULL);
}
