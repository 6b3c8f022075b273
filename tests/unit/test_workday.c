#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "rule/workday.h"

/* Last: its macro fail() would rename enum fail. */
#include <cmocka.h>

/* Source: the calendar of the University of Copenhagen's almanac office, and the extremes that the calendar has. */
static const struct { int year; const char *day; } easters[] = {
	{ 1818, "1818-03-22" }, { 1943, "1943-04-25" }, { 1961, "1961-04-02" }, { 1981, "1981-04-19" }, { 2000, "2000-04-23" },
	{ 2008, "2008-03-23" }, { 2011, "2011-04-24" }, { 2016, "2016-03-27" }, { 2019, "2019-04-21" }, { 2020, "2020-04-12" },
	{ 2021, "2021-04-04" }, { 2022, "2022-04-17" }, { 2023, "2023-04-09" }, { 2024, "2024-03-31" }, { 2025, "2025-04-20" },
	{ 2026, "2026-04-05" }, { 2027, "2027-03-28" }, { 2028, "2028-04-16" }, { 2029, "2029-04-01" }, { 2030, "2030-04-21" },
	{ 2038, "2038-04-25" }, { 2049, "2049-04-18" }, { 2076, "2076-04-19" }, { 2100, "2100-03-28" },
};

static void
easter_is_found(void **state)
{
	struct date day;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof easters / sizeof easters[0]; i++) {
		workday_easter(easters[i].year, &day);
		assert_string_equal(day.iso, easters[i].day);
	}
}

static void
easter_is_a_sunday_of_spring(void **state)
{
	struct date day;
	int year;

	(void)state;
	for (year = 1900; year <= 2199; year++) {
		workday_easter(year, &day);
		assert_true(strcmp(day.iso + 5, "03-22") >= 0 && strcmp(day.iso + 5, "04-25") <= 0);
		assert_int_equal(date_days("1970-01-04", day.iso) % 7, 0);
	}
}

static const struct { const char *day, *holiday; bool works; } days[] = {
	{ "2026-01-01", "new-year",         false },
	{ "2026-03-31", NULL,               true },
	{ "2026-04-01", NULL,               true },
	{ "2026-04-02", "maundy-thursday",  false },
	{ "2026-04-03", "good-friday",      false },
	{ "2026-04-04", NULL,               false },	/* a Saturday */
	{ "2026-04-05", "easter-sunday",    false },
	{ "2026-04-06", "easter-monday",    false },
	{ "2026-04-07", NULL,               true },
	{ "2023-05-05", "great-prayer-day", false },	/* for the last time */
	{ "2024-04-26", NULL,               true },
	{ "2026-05-01", NULL,               true },
	{ "2026-05-14", "ascension-day",    false },
	{ "2026-05-24", "whit-sunday",      false },
	{ "2026-05-25", "whit-monday",      false },
	{ "2026-06-05", "constitution-day", false },
	{ "2026-12-23", NULL,               true },
	{ "2026-12-24", "christmas-eve",    false },
	{ "2026-12-25", "christmas-day",    false },
	{ "2026-12-26", "boxing-day",       false },
	{ "2026-12-31", "new-years-eve",    false },
	{ "2028-02-29", NULL,               true },	/* a Tuesday */
	{ "2032-02-29", NULL,               false },	/* a Sunday */
	{ "1969-12-29", NULL,               true },	/* a Monday before the computers' time */
};

static void
days_are_told_apart(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof days / sizeof days[0]; i++) {
		const char *holiday = workday_holiday(days[i].day);

		if ((holiday == NULL) != (days[i].holiday == NULL) || (holiday != NULL && strcmp(holiday, days[i].holiday) != 0))
			fail_msg("%s: %s", days[i].day, holiday == NULL ? "none" : holiday);
		if (workday_is(days[i].day) != days[i].works)
			fail_msg("%s", days[i].day);
	}
}

static const struct { const char *day, *next; } nexts[] = {
	{ "2026-04-14", "2026-04-15" },
	{ "2026-04-17", "2026-04-20" },	/* over the weekend */
	{ "2026-04-01", "2026-04-07" },	/* over Easter */
	{ "2026-12-23", "2026-12-28" },
	{ "2026-12-30", "2027-01-04" },
	{ "2028-02-28", "2028-02-29" },
	{ "2026-05-22", "2026-05-26" },	/* over Whitsun */
};

static void
the_next_one_is_found(void **state)
{
	struct date day;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof nexts / sizeof nexts[0]; i++) {
		workday_after(nexts[i].day, &day);
		assert_string_equal(day.iso, nexts[i].next);
	}
}

/* Source: domain.md g 9: seven working days from 31-03-2026. */
static void
seven_days_over_easter(void **state)
{
	struct date day = { "2026-03-31" };
	int i;

	(void)state;
	for (i = 0; i < 7; i++)
		workday_after(day.iso, &day);
	assert_string_equal(day.iso, "2026-04-14");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(easter_is_found),
		cmocka_unit_test(easter_is_a_sunday_of_spring),
		cmocka_unit_test(days_are_told_apart),
		cmocka_unit_test(the_next_one_is_found),
		cmocka_unit_test(seven_days_over_easter),
	};

	return cmocka_run_group_tests_name("workday", tests, NULL, NULL);
}
