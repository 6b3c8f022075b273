/* The account: what documents write, their tables to the decimal, what benefits cost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rule/bounds.h"
#include "rule/economy.h"

#define COUNT(list) (sizeof (list) / sizeof (list)[0])

static void
days_that_somebody_can_mean(void **state)
{
	(void)state;
	assert_true(bounds_day("1990-01-01", "2026-11-22") && bounds_day("2031-11-26", "2026-11-22"));
	assert_false(bounds_day("1989-12-31", "2026-11-22") || bounds_day("2031-11-27", "2026-11-22") || bounds_day("2099-01-01", "2026-11-22"));
	assert_true(bounds_ahead("2027-02-22", "2026-11-22", BOUNDS_BENEFIT_AHEAD_DAYS) && bounds_ahead("1900-01-01", "2026-11-22", 0));
	assert_false(bounds_ahead("2027-02-23", "2026-11-22", BOUNDS_BENEFIT_AHEAD_DAYS));
}

static void
amounts_are_read(void **state)
{
	static const struct { const char *text; long long is; } good[] = {
		{ "15,5", 1550 }, { "- 15,5", -1550 }, { "\xe2\x88\x92" "15,5", -1550 }, { "-15.5", -1550 }, { "38", 3800 }, { "4.5", 450 }, { "0,2", 20 }, { "- 0", 0 },
		{ "1158,25", 115825 },
	};
	static const char *const bad[] = { "", "-", "4.500", "1.158,0", "15,", ",5", "15,5 mio", "--1", "1e3", "15,555", "99999999999", "NaN" };
	long long is;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(good); i++) {
		assert_true(economy_amount(good[i].text, 2, &is));
		assert_int_equal(is, good[i].is);
	}
	for (i = 0; i < COUNT(bad); i++)
		assert_false(economy_amount(bad[i], 2, &is));
	assert_true(economy_amount("38", 0, &is));
	assert_int_equal(is, 38);
	assert_false(economy_amount("38,0", 0, &is));
}

#define B ECONOMY_BUDGET
#define F ECONOMY_FORECAST
#define R ECONOMY_ACTUAL
#define LINE(y, s, k, a) { .year = y, .saving = s, .kind = k, .amount = a }

/* The account of January 2018, with the budget of November 2015 beside it. */
static const struct economy_line account[] = {
	LINE(2016, false, B, 880), LINE(2017, false, B, 880), LINE(2018, false, B, 880), LINE(2015, false, B, 1010),
	LINE(2015, false, B, 450), LINE(2016, false, B, 590), LINE(2017, false, B, 590), LINE(2018, false, B, 590),
	LINE(2015, false, B, 470), LINE(2016, false, B, 1540), LINE(2017, false, B, 2230), LINE(2018, false, B, 2360), LINE(2019, false, B, 3830),
	LINE(2015, false, R, 1570), LINE(2016, false, R, 2870), LINE(2017, false, F, 3700), LINE(2017, false, R, 3700),
	LINE(2015, true, R, 20), LINE(2016, true, R, 4730), LINE(2017, true, R, 8620), LINE(2018, true, B, 9120), LINE(2019, true, B, 11780),
};

static void
the_budget_comes_out(void **state)
{
	static const long long years[] = { 1930, 3010, 3700, 3830 };
	long long all = 0;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(years); i++) {
		struct economy_figure sum = economy_sum(account, COUNT(account), 2015 + (long)i, false, B);

		assert_int_equal(sum.kind, B);
		assert_int_equal(sum.amount, years[i]);
		all += sum.amount;
	}
	assert_int_equal(all, 12470);
	assert_int_equal(economy_sum(account, COUNT(account), 2014, false, B).kind, ECONOMY_NONE);
	assert_int_equal(economy_best(account, COUNT(account), 2015, false).amount - economy_sum(account, COUNT(account), 2015, false, B).amount, -360);
	assert_int_equal(economy_best(account, COUNT(account), 2016, false).amount - economy_sum(account, COUNT(account), 2016, false, B).amount, -140);
}

static void
the_result_comes_out(void **state)
{
	static const long long net[] = { -1550, 1860, 4920, 5290, 7950 }, cumulative[] = { -1550, 310, 5230, 10520, 18470 };
	static const enum economy_kind kinds[] = { R, R, R, B, B };
	struct economy_year years[10];
	struct economy_total total;
	size_t count = economy_years(account, COUNT(account), years, COUNT(years), &total), i;

	(void)state;
	assert_int_equal(count, 5);
	for (i = 0; i < count; i++) {
		assert_int_equal(years[i].year, 2015 + (long)i);
		assert_true(years[i].net_known && years[i].cumulative_known);
		assert_int_equal(years[i].net, net[i]);
		assert_int_equal(years[i].cumulative, cumulative[i]);
		assert_int_equal(years[i].invested.kind, kinds[i]);
		assert_int_equal(years[i].saved.kind, kinds[i]);
	}
	assert_int_equal(total.invested, 15800);
	assert_int_equal(total.saved, 34270);
	assert_int_equal(total.net, 18470);
	assert_int_equal(total.break_even, 2016);
	assert_true(total.a_krone_known);
	assert_int_equal(total.a_krone, 217);
	assert_int_equal(economy_years(account, COUNT(account), years, 4, &total), 4);
	assert_int_equal(total.invested, 11970);
	assert_int_equal(total.saved, 22490);
	assert_int_equal(total.net, 10520);
}

static void
some_parts_accounts_are_no_account_of_the_year(void **state)
{
	static const struct economy_line parts[] = {
		{ 2026, false, B, 880, 1, false }, { 2026, false, B, 590, 2, false }, { 2026, false, B, 2360, 3, false }, { 2026, false, R, 900, 1, false },
		{ 2026, false, B, 3830, 4, true }, { 2027, false, B, 880, 1, false }, { 2027, false, F, 3700, 4, true },
	};
	struct economy_figure best = economy_best(parts, COUNT(parts), 2026, false);

	(void)state;
	assert_int_equal(best.amount, 900 + 590 + 2360);
	assert_int_equal(best.kind, B);
	assert_true(best.mixed);
	assert_int_equal(economy_sum(parts, COUNT(parts), 2026, false, B).amount, 3830);
	assert_int_equal(economy_sum(parts + 4, 1, 2026, false, B).amount, 3830);
	best = economy_best(parts, COUNT(parts), 2027, false);
	assert_int_equal(best.amount, 3700);
	assert_int_equal(best.kind, F);
	assert_false(best.mixed);
}

static void
what_is_missing_is_not_nothing(void **state)
{
	static const struct economy_line half[] = { LINE(2020, false, B, 100), LINE(2021, false, B, 100), LINE(2021, true, B, 300) };
	static const struct economy_line free_of_charge[] = { LINE(2020, false, R, 0), LINE(2020, true, R, 50) };
	struct economy_year years[3];
	struct economy_total total;

	(void)state;
	assert_int_equal(economy_years(half, COUNT(half), years, COUNT(years), &total), 2);
	assert_false(years[0].net_known);
	assert_true(years[1].net_known && !years[1].cumulative_known);
	assert_false(total.net_known || total.a_krone_known);
	assert_int_equal(total.break_even, 0);
	assert_int_equal(economy_years(free_of_charge, COUNT(free_of_charge), years, COUNT(years), &total), 1);
	assert_true(total.net_known && !total.a_krone_known);
	assert_int_equal(economy_years(NULL, 0, years, COUNT(years), &total), 0);
	assert_false(total.net_known);
}

/* Nordjylland and the whole country, March 2014, 2015 and 2016. */
static void
regions_come_out(void **state)
{
	static const struct { long long figures[3], total, last, persons; } rows[] = {
		{ { 364, 1158, 1732 }, 376, 50, 574 }, { { 8503, 8915, 9254 }, 9, 4, 339 }, { { 25599, 24669, 23697 }, -7, -4, -972 },
		{ { 3102, 10350, 15916 }, 413, 54, 5566 }, { { 71197, 74335, 77883 }, 9, 5, 3548 }, { { 232538, 223863, 215782 }, -7, -4, -8081 },
	};
	long long is;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		assert_true(economy_change(rows[i].figures[0], rows[i].figures[2], &is));
		assert_int_equal(is, rows[i].total);
		assert_true(economy_change(rows[i].figures[1], rows[i].figures[2], &is));
		assert_int_equal(is, rows[i].last);
		assert_int_equal(rows[i].figures[2] - rows[i].figures[1], rows[i].persons);
	}
	assert_false(economy_change(0, 12, &is));
	assert_true(economy_change(200, 201, &is) && is == 1);
	assert_true(economy_change(200, 199, &is) && is == -1);
}

static void
benefits_cost(void **state)
{
	static const struct economy_volume month[] = { { 31, 1200000, 8000 }, { 62, 1200000, 2000 } };
	static const struct economy_volume many[] = { { 36500000, 2000000, 0 } };

	(void)state;
	assert_int_equal(economy_cost(month, 2, 31), 240000 + 1920000);
	assert_int_equal(economy_cost(month, 1, 30), 248000);
	assert_int_equal(economy_cost(many, 1, 365), 200000000000);
	assert_int_equal(economy_cost(NULL, 0, 31), 0);
	assert_int_equal(economy_cost(month, 2, 0), 0);
	assert_int_equal(economy_persons(46, 31), 1);
	assert_int_equal(economy_persons(47, 31), 2);
	assert_int_equal(economy_persons(15, 30), 1);
	assert_int_equal(economy_persons(0, 30), 0);
}

static void
rates_hold_from_a_day(void **state)
{
	static const struct economy_rate rates[] = { { "a", "2026-01-01", 0, 1250000 }, { "a", "2025-01-01", 0, 1200000 }, { "b", "2020-01-01", 0, 1 } };
	static const struct economy_rate refunds[] = {
		{ "a", "2016-01-01", 1, 8000 }, { "a", "2016-01-01", 5, 4000 }, { "a", "2016-01-01", 27, 3000 }, { "a", "2016-01-01", 53, 2000 },
		{ "a", "2027-01-01", 1, 0 },
	};
	long long is = 0;

	(void)state;
	assert_true(economy_rate(rates, COUNT(rates), "a", "2025-12-01", &is) && is == 1200000);
	assert_true(economy_rate(rates, COUNT(rates), "a", "2026-01-01", &is) && is == 1250000);
	assert_false(economy_rate(rates, COUNT(rates), "a", "2024-12-01", &is));
	assert_false(economy_rate(rates, COUNT(rates), "c", "2026-01-01", &is));
	assert_int_equal(economy_refund(refunds, COUNT(refunds), "a", "2016-01-01", 4), 8000);
	assert_int_equal(economy_refund(refunds, COUNT(refunds), "a", "2026-12-01", 5), 4000);
	assert_int_equal(economy_refund(refunds, COUNT(refunds), "a", "2026-12-01", 400), 2000);
	assert_int_equal(economy_refund(refunds, COUNT(refunds), "a", "2027-01-01", 400), 0);
	assert_int_equal(economy_refund(refunds, COUNT(refunds), "a", "2015-12-01", 1), 0);
	assert_int_equal(economy_refund(refunds, COUNT(refunds), "b", "2026-12-01", 1), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_that_somebody_can_mean), cmocka_unit_test(amounts_are_read), cmocka_unit_test(the_budget_comes_out), cmocka_unit_test(the_result_comes_out),
		cmocka_unit_test(some_parts_accounts_are_no_account_of_the_year), cmocka_unit_test(what_is_missing_is_not_nothing), cmocka_unit_test(regions_come_out), cmocka_unit_test(benefits_cost),
		cmocka_unit_test(rates_hold_from_a_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
