#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "rule/measuring.h"

/* Every four weeks, from the third on every two, from a day of their own. */
static const struct measuring_schedule agreed[] = { { 1, "2026-09-01", 4 }, { 3, "2026-11-03", 2 } };
static const struct measuring_schedule weekly[] = { { 1, "2026-09-01", 1 } };

static const struct { int round; const char *due, *from; } rounds[] = {
	{ 1, "2026-09-01", "2026-08-25" },
	{ 2, "2026-09-29", "2026-09-22" },
	{ 3, "2026-11-03", "2026-10-27" },
	{ 4, "2026-11-17", "2026-11-10" },
	{ 8, "2027-01-12", "2027-01-05" },
};

static void
when_due(void **state)
{
	struct date day = { "x" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rounds / sizeof rounds[0]; i++) {
		assert_true(measuring_due(agreed, 2, rounds[i].round, &day));
		assert_string_equal(day.iso, rounds[i].due);
		assert_true(measuring_from(agreed, 2, rounds[i].round, &day));
		assert_string_equal(day.iso, rounds[i].from);
	}
	assert_false(measuring_due(agreed, 2, 0, &day));
	assert_false(measuring_due(agreed, 0, 1, &day));
	assert_string_equal(day.iso, "2027-01-05");
	/* Half of a week before its day, no more. */
	assert_true(measuring_from(weekly, 1, 2, &day));
	assert_string_equal(day.iso, "2026-09-05");
}

static const struct { const char *today; int want; } todays[] = {
	{ "2026-07-24", 1 },	/* earlier than agreed */
	{ "2026-09-01", 1 },
	{ "2026-09-21", 1 },	/* three weeks late, and still the first */
	{ "2026-09-22", 2 },
	{ "2026-10-26", 2 },
	{ "2026-10-27", 3 },
	{ "2026-11-09", 3 },
	{ "2026-11-10", 4 },
	{ "2027-01-12", 8 },
};

static void
which_round(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof todays / sizeof todays[0]; i++)
		assert_int_equal(measuring_round(agreed, 2, todays[i].today), todays[i].want);
	assert_int_equal(measuring_round(agreed, 0, "2026-11-09"), 0);
}

/* A new schedule whose first day is before the last of the old one: its round is there at once, and none is skipped. */
static void
moved_forward(void **state)
{
	static const struct measuring_schedule moved[] = { { 1, "2026-09-01", 4 }, { 2, "2026-08-20", 4 } };

	(void)state;
	assert_int_equal(measuring_round(moved, 2, "2026-08-19"), 1);
	assert_int_equal(measuring_round(moved, 2, "2026-08-25"), 2);
}

static const struct { int last; const char *today; int missed, open; } misses[] = {
	{ 0, "2026-09-14", 0, 1 },
	{ 0, "2026-09-15", 1, 2 },	/* two weeks after its day */
	{ 0, "2026-10-12", 1, 2 },
	{ 0, "2026-10-13", 2, 3 },
	{ 1, "2026-10-13", 1, 3 },
	{ 2, "2026-10-13", 0, 3 },
	{ 2, "2026-11-17", 1, 4 },
	{ 9, "2026-11-17", 0, 10 },
};

static void
missed(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof misses / sizeof misses[0]; i++) {
		assert_int_equal(measuring_missed_since(agreed, 2, misses[i].last, misses[i].today), misses[i].missed);
		assert_int_equal(measuring_open_round(agreed, 2, misses[i].last, misses[i].today), misses[i].open);
	}
	assert_true(measuring_missed("2026-09-01", "2026-09-15"));
	assert_false(measuring_missed("2026-09-01", "2026-09-14"));
}

/* Three were measured before anything was agreed: none of them is due or missed, whoever has given them. */
static void
counted_before(void **state)
{
	static const struct measuring_schedule later[] = { { 4, "2026-09-01", 4 } };
	struct date day;

	(void)state;
	assert_false(measuring_due(later, 1, 3, &day));
	assert_int_equal(measuring_round(later, 1, "2026-08-01"), 4);
	assert_int_equal(measuring_round(later, 1, "2026-09-22"), 5);
	assert_int_equal(measuring_missed_since(later, 1, 1, "2026-09-14"), 0);
	assert_int_equal(measuring_missed_since(later, 1, 1, "2026-09-15"), 1);
	assert_int_equal(measuring_open_round(later, 1, 0, "2026-09-14"), 4);
	assert_int_equal(measuring_open_round(later, 1, 4, "2026-09-15"), 5);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(when_due), cmocka_unit_test(which_round), cmocka_unit_test(moved_forward), cmocka_unit_test(missed), cmocka_unit_test(counted_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
