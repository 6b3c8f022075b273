#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "rule/progression.h"
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

static const struct { int first, last; bool higher; const char *want; } changes[] = {
	{ 3, 6, true, "better" }, { 4, 4, true, "same" }, { 4, 5, true, "same" }, { 4, 6, true, "better" }, { 6, 4, true, "worse" },
	{ 6, 5, true, "same" }, { 8, 3, false, "better" }, { 3, 5, false, "worse" }, { 3, 4, false, "same" }, { 0, 10, true, "better" },
};

static void
change(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof changes / sizeof changes[0]; i++)
		assert_string_equal(progression_change(changes[i].first, changes[i].last, changes[i].higher), changes[i].want);
}

static void
places(void **state)
{
	static const char *const days[] = { "2026-02-02", "2026-02-16", "2026-03-02", "2026-03-16", "2026-03-30", "2026-04-13" };

	(void)state;
	assert_int_equal(progression_x(0, 6), 800);
	assert_int_equal(progression_x(1, 6), 2240);
	assert_int_equal(progression_x(5, 6), 8000);
	assert_int_equal(progression_x(0, 1), 800);
	assert_int_equal(progression_y(0), 240);
	assert_int_equal(progression_y(10), 20);
	assert_int_equal(progression_x_between(days, 6, "2026-03-09"), 4400);
	assert_int_equal(progression_x_between(days, 6, "2026-02-02"), 800);
	assert_int_equal(progression_x_between(days, 6, "2026-04-13"), 8000);
	assert_int_equal(progression_x_between(days, 6, "2026-04-14"), -1);
	assert_int_equal(progression_x_between(days, 6, "2026-02-01"), -1);
	assert_int_equal(progression_x_between(days, 1, "2026-02-02"), -1);
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
		cmocka_unit_test(places),
		cmocka_unit_test(label_places),
		cmocka_unit_test(timeline),
	};

	return cmocka_run_group_tests_name("progression", tests, NULL, NULL);
}
