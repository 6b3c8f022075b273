/* The simulator: a queue that grows, one that does not, nobody at work, and half as many courses each. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdbool.h>
#include <stdint.h>

#include "rule/simulation.h"

#include <cmocka.h>

static bool
near(double a, double b)
{
	return fabs(a - b) < 1e-6;
}

static void
half_the_courses_take_twice_the_staff(void **state)
{
	(void)state;
	assert_int_equal(simulation_staff(400, 80), 500);
	assert_int_equal(simulation_staff(400, 40), 1000);
	assert_int_equal(simulation_staff(41, 40), 103);
	assert_int_equal(simulation_staff(0, 40), 0);
}

/* 500 hours of 110 are 4,55 full-time; twice as many at risk, or hours, take twice of it; the courses of a year take more. */
static void
who_comes_takes_staff(void **state)
{
	struct simulation is = { .inflow = 100, .at_risk = 50, .hours = 10, .cases = 40, .closed = 10 };

	(void)state;
	assert_int_equal(simulation_intake(&is), 455);
	assert_int_equal(simulation_needed(&is, 100, 40), 455);
	assert_int_equal(simulation_needed(&is, 560, 80), 700);
	is.at_risk = 100;
	assert_int_equal(simulation_needed(&is, 100, 40), 910);
	is.hours = 20;
	assert_int_equal(simulation_intake(&is), 1819);
	is.inflow = 0;
	assert_int_equal(simulation_needed(&is, 100, 40), 250);
}

static void
what_cannot_be_begun_waits(void **state)
{
	/* 50 a month at risk, 10 hours each: 500 hours, and there are 2,0 x 110. */
	struct simulation is = { .inflow = 100, .at_risk = 50, .hours = 10, .cases = 80, .staff = 200, .open = 80, .closed = 10 };
	struct simulated month = { .open = 80, .all = 80 };

	(void)state;
	simulation_month(&is, &month);
	assert_true(near(month.fresh, 50) && near(month.capacity, 22) && near(month.begun, 22) && near(month.queue, 28));
	assert_true(near(month.weeks, 28.0 / 22 * 52 / 12) && near(month.open, 92) && near(month.all, 120) && near(month.needed, 4.55));
	simulation_month(&is, &month);
	assert_true(near(month.queue, 56));
}

/* Two with 40 courses each have 80: ten of them close, so ten begin.  With half as many nobody begins before the courses are fewer. */
static void
fewer_courses_each_make_more_wait(void **state)
{
	struct simulation is = { .inflow = 100, .at_risk = 50, .hours = 10, .cases = 40, .staff = 200, .open = 80, .closed = 10 };
	struct simulated month = { .open = 80, .all = 80 };

	(void)state;
	simulation_month(&is, &month);
	assert_true(near(month.capacity, 10) && near(month.begun, 10) && near(month.queue, 40) && near(month.open, 80) && near(month.weeks, 4 * 52.0 / 12));
	month = (struct simulated){ .open = 80, .all = 80 };
	is.cases = 20;
	simulation_month(&is, &month);
	assert_true(near(month.begun, 0) && near(month.queue, 50) && near(month.open, 70) && month.weeks < 0);
	is.hours = 0;
	is.cases = 80;
	simulation_month(&is, &month);
	assert_true(near(month.begun, 100) && near(month.queue, 0) && near(month.open, 160));
}

static void
nobody_waits_where_there_is_staff_and_for_ever_where_there_is_none(void **state)
{
	struct simulation is = { .inflow = 10, .at_risk = 100, .hours = 10, .cases = 40, .staff = 200 };
	struct simulated month = { .open = 0 };

	(void)state;
	simulation_month(&is, &month);
	assert_true(near(month.queue, 0) && near(month.weeks, 0) && near(month.begun, 10));
	is.staff = 0;
	simulation_month(&is, &month);
	assert_true(near(month.queue, 10) && month.weeks < 0);
}

/* Fifteen that close in a year are 1,25 a month, not one. */
static void
a_month_need_not_be_a_whole_number(void **state)
{
	struct simulation is = { .inflow = 20.0 / 12, .at_risk = 60, .hours = 12, .cases = 40, .staff = 100, .open = 17, .closed = 15.0 / 12 };
	struct simulated month = { .open = 17, .all = 17 };

	(void)state;
	simulation_month(&is, &month);
	assert_true(near(month.fresh, 1) && near(month.all, 16.75) && near(month.needed, 0.42));
}

/* One course of one caseworker, and a twelfth of another that closes: 1 - 13/12 + 1/12 is 7e-17 in binary. */
static void
what_is_left_of_sums_is_no_room(void **state)
{
	struct simulation is = { .inflow = 10, .at_risk = 100, .hours = 10, .cases = 1, .staff = 100, .open = 1, .closed = 1.0 / 12 };
	struct simulated month = { .open = 1 + 1.0 / 12 };

	(void)state;
	simulation_month(&is, &month);
	assert_true(month.begun <= 0 && near(month.queue, 10) && month.weeks < 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(half_the_courses_take_twice_the_staff),
		cmocka_unit_test(who_comes_takes_staff), cmocka_unit_test(what_cannot_be_begun_waits),
		cmocka_unit_test(fewer_courses_each_make_more_wait), cmocka_unit_test(what_is_left_of_sums_is_no_room),
		cmocka_unit_test(a_month_need_not_be_a_whole_number),
		cmocka_unit_test(nobody_waits_where_there_is_staff_and_for_ever_where_there_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
