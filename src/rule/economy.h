/*
 * economy.h - what an investment costs and what it saves.  rule/: pure functions; may use base/.
 *
 * Amounts are whole numbers: hundredths of a million in the account, øre for benefits.  What is rounded is rounded half up as people do it (away from 0).
 */
#ifndef SAMSPIL_RULE_ECONOMY_H
#define SAMSPIL_RULE_ECONOMY_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Read an amount as people and documents write it: "15,5", "- 15,5", "−15,5", "-15.5", "38".  out in units of so many decimals (2: "15,5" is 1550).  False,
 * and out untouched, for what is no amount or has more decimals: "4.500" is no way to write 4,5.
 */
bool economy_amount(const char *text, int decimals, long long *out);

/* How sure a figure of the account is: the later a kind stands here, the more. */
enum economy_kind { ECONOMY_NONE, ECONOMY_BUDGET, ECONOMY_FORECAST, ECONOMY_ACTUAL };

/*
 * A line that stands, of one category (a number): any order, any number a year.  whole: its category is the whole side, not a part of it, and stands
 * where no part has a line.
 */
struct economy_line { long year; bool saving; enum economy_kind kind; long long amount; unsigned category; bool whole; };

/* The sum of a year's lines of one side and one kind, of the parts, else of the whole; kind NONE: there are none. */
struct economy_figure { enum economy_kind kind; long long amount; bool mixed; };
struct economy_figure economy_sum(const struct economy_line *lines, size_t count, long year, bool saving, enum economy_kind kind);

/*
 * ... of the surest kind that each category has, as sure as the least sure of them: what only some parts have accounts of is no account of the year.
 * mixed: one of them is surer than another.
 * The whole's own line stands where it is surer than that.
 */
struct economy_figure economy_best(const struct economy_line *lines, size_t count, long year, bool saving);

/* A year's result.  net is known where both sides are, cumulative where it is since the first year. */
struct economy_year {
	long year;
	struct economy_figure invested, saved;
	bool net_known, cumulative_known;
	long long net, cumulative;
};
/* All years.  break_even: the first year whose cumulative net is not below 0, 0 for none.  a_krone: hundredths of a krone that one invested krone saved. */
struct economy_total {
	long long invested, saved, net;
	bool net_known, a_krone_known;
	long break_even;
	long long a_krone;
};

/* The result of the years that have a line, in order; out has room for so many years.  Returns how many; more than room are left out. */
size_t economy_years(const struct economy_line *lines, size_t count, struct economy_year *out, size_t room, struct economy_total *total);

/* The change from before to after in whole per cent; false where before is 0. */
bool economy_change(long long before, long long after, long long *percent);

/* So many days on a benefit within so many days: full-time persons, rounded. */
long long economy_persons(long long person_days, long days);

/*
 * What a municipality pays for benefits: days of persons, what the benefit is a month (øre), and what the state pays of it (hundredths of a per cent).
 * economy_cost is that of a month with so many days, and of the mean month of a longer period, in øre.
 */
struct economy_volume { long long person_days, monthly; long refund; };
long long economy_cost(const struct economy_volume *volumes, size_t count, long days);

/* A figure of one benefit from a day on, and (what the state pays) from a week on; days are ISO. */
struct economy_rate { const char *benefit, *from; long week; long long figure; };

/* What was in force on the day: the newest one's figure; false where there was none. */
bool economy_rate(const struct economy_rate *rates, size_t count, const char *benefit, const char *day, long long *figure);

/* What the state paid on that day of somebody in that week on the benefit: of the newest steps the last that has begun; 0 where there is none. */
long economy_refund(const struct economy_rate *refunds, size_t count, const char *benefit, const char *day, long week);

#endif
