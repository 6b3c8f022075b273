#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "rule/deadline.h"
#include "rule/workday.h"

/* Last: its macro fail() would rename enum fail. */
#include <cmocka.h>

/* Source: the acts as the header names them, and a calendar; each was counted by hand. */
static const struct { const char *on; int n; const char *unit, *by_end_of, *due; } counted[] = {
	{ "2026-03-02", 8, "week", "week", "2026-04-26" },	/* day 56 of sick leave */
	{ "2026-03-04", 8, "week", "week", "2026-04-28" },	/* from a Wednesday on: day 56, too */
	{ "2026-03-10", 2, "week", NULL, "2026-03-24" },
	{ "2026-03-31", 7, "workday", NULL, "2026-04-14" },	/* Easter between */
	{ "2026-03-31", 0, "day", NULL, "2026-03-31" },
	{ "2026-03-31", 1, "day", NULL, "2026-04-01" },
	{ "2026-03-28", 1, "day", NULL, "2026-03-29" },		/* the night that the clocks skip an hour */
	{ "2026-10-24", 2, "day", NULL, "2026-10-26" },		/* and that they do twice */
	{ "2026-01-31", 1, "month", NULL, "2026-02-28" },
	{ "2028-01-31", 1, "month", NULL, "2028-02-29" },
	{ "2026-01-31", 3, "month", NULL, "2026-04-30" },
	{ "2026-12-31", 2, "month", NULL, "2027-02-28" },
	{ "2026-11-15", 14, "month", NULL, "2028-01-15" },
	{ "2026-02-28", 1, "month", NULL, "2026-03-28" },	/* the last day of one month is not that of the next */
	{ "2026-02-10", 0, "month", "month", "2026-02-28" },
	{ "2026-01-31", 1, "month", "month", "2026-02-28" },
	{ "2026-11-30", 1, "month", "month", "2026-12-31" },
	{ "2026-04-14", 3, "day", "week", "2026-04-19" },	/* a Friday's week ends on Sunday */
	{ "2026-04-19", 0, "day", "week", "2026-04-19" },
	{ "2026-04-14", 0, "week", "week", "2026-04-19" },
	{ "2026-04-14", 1, "week", "week", "2026-04-20" },
	{ "2026-04-14", 10, "day", "month", "2026-04-30" },
	{ "2026-04-04", 0, "workday", NULL, "2026-04-07" },	/* the Saturday of Easter */
	{ "2026-04-07", 0, "workday", NULL, "2026-04-07" },
	{ "2026-12-23", 1, "workday", NULL, "2026-12-28" },
	{ "2026-12-30", 1, "workday", NULL, "2027-01-04" },
	{ "2023-05-04", 1, "workday", NULL, "2023-05-08" },	/* the last Great Prayer Day */
	{ "2024-04-25", 1, "workday", NULL, "2024-04-26" },	/* which was kept no longer */
	{ "2026-03-31", 7, "workday", "week", "2026-04-19" },
};

static void
days_are_counted(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof counted / sizeof counted[0]; i++) {
		const struct deadline_count count = { counted[i].n, counted[i].unit, counted[i].by_end_of };
		struct date due = { "" };

		assert_true(deadline_due(&count, counted[i].on, &due));
		if (strcmp(due.iso, counted[i].due) != 0)
			print_error("%s + %d %s\n", counted[i].on, counted[i].n, counted[i].unit);
		assert_string_equal(due.iso, counted[i].due);
	}
}

static void
what_is_no_rule_is_refused(void **state)
{
	static const struct deadline_count none[] = {
		{ -1, "day", NULL }, { DEADLINE_N_MAX + 1, "day", NULL }, { 1, "year", NULL }, { 1, NULL, NULL }, { 1, "day", "year" }, { 1, "", NULL },
	};
	struct date due = { "2026-01-01" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof none / sizeof none[0]; i++)
		assert_false(deadline_due(&none[i], "2026-03-02", &due));
	assert_string_equal(due.iso, "2026-01-01");
}

/* Whatever the day and the unit: one more is never earlier, no due day is before the event, and a working day is one. */
static void
more_is_never_earlier(void **state)
{
	static const char *const units[] = { "day", "week", "month", "workday" }, *const ends[] = { NULL, "week", "month" };
	struct date on = { "2023-12-20" }, due, before;
	int day, u, e, n;

	(void)state;
	for (day = 0; day < 800; day++, date_add_days(on.iso, 1, &on))
		for (u = 0; u < 4; u++)
			for (e = 0; e < 3; e++)
				for (n = 1, before = on; n < 14; n += 3, before = due) {
					const struct deadline_count count = { n, units[u], ends[e] };

					assert_true(deadline_due(&count, on.iso, &due));
					assert_true(strcmp(due.iso, before.iso) >= 0);
					if (u == 3 && e == 0)
						assert_true(workday_is(due.iso));
				}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_are_counted),
		cmocka_unit_test(what_is_no_rule_is_refused),
		cmocka_unit_test(more_is_never_earlier),
	};

	return cmocka_run_group_tests_name("deadline", tests, NULL, NULL);
}
