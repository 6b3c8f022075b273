#include "domain/report/account_saved.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/report/figures.h"
#include "rule/economy.h"
#include "rule/suppression.h"
#include "sql/rows.h"
#include "xml/node.h"

/* A month is a number: years times twelve, and so many months. */
struct change { long month, people; long long days; };
struct part { const char *benefit; long week; struct change *changes; size_t count; };
struct saved {
	const void *owner;
	struct part *parts;
	size_t part_count;
	struct economy_rate *rates, *refunds;
	size_t rate_count, refund_count;
};

static long
month_of(const char *iso)
{
	return atol(iso) * 12 + atol(iso + 5) - 1;
}

static const char *
first_of(const void *owner, long month)
{
	return talloc_asprintf(owner, "%04ld-%02ld-01", month / 12, month % 12 + 1);
}

static const char *
span(const void *owner, long first, long last)
{
	return talloc_asprintf(owner, "%02ld-%ld – %02ld-%ld", first % 12 + 1, first / 12, last % 12 + 1, last / 12);
}

static long
days_of(long month)
{
	int days = 28;

	while (date_exists((int)(month / 12), (int)(month % 12) + 1, days + 1))
		days++;
	return days;
}

static void
take_change(void *user, const char *const *columns, size_t count)
{
	struct saved *s = user;
	struct part *part = s->part_count == 0 ? NULL : &s->parts[s->part_count - 1];

	(void)count;
	if (part == NULL || strcmp(part->benefit, columns[0]) != 0 || part->week != atol(columns[1])) {
		s->parts = talloc_realloc(s->owner, s->parts, struct part, (unsigned)s->part_count + 1);
		part = &s->parts[s->part_count++];
		*part = (struct part){ .benefit = talloc_strdup(s->owner, columns[0]), .week = atol(columns[1]) };
	}
	part->changes = talloc_realloc(s->owner, part->changes, struct change, (unsigned)part->count + 1);
	part->changes[part->count++] = (struct change){ month_of(columns[2]), atol(columns[3]), atoll(columns[4]) };
}

static void
take_rate(struct economy_rate **rates, size_t *n, const void *owner, const char *const *columns)
{
	*rates = talloc_realloc(owner, *rates, struct economy_rate, (unsigned)*n + 1);
	(*rates)[(*n)++] = (struct economy_rate){ talloc_strdup(owner, columns[0]), talloc_strdup(owner, columns[1]), atol(columns[2]), atoll(columns[3]) };
}

static void
take_monthly(void *user, const char *const *columns, size_t count)
{
	struct saved *s = user;

	(void)count;
	take_rate(&s->rates, &s->rate_count, s->owner, columns);
}

static void
take_refund(void *user, const char *const *columns, size_t count)
{
	struct saved *s = user;

	(void)count;
	take_rate(&s->refunds, &s->refund_count, s->owner, columns);
}

/* Days on the benefit, in those weeks of it, within a month. */
static long long
days_in(const struct part *part, long month)
{
	long long days = 0;
	long people = 0;
	size_t i;

	for (i = 0; i < part->count && part->changes[i].month <= month; i++) {
		if (part->changes[i].month == month)
			days = part->changes[i].days;
		else
			people += part->changes[i].people;
	}
	return days + people * (long long)days_of(month);
}

/*
 * What the days of some months cost at the rates of the month priced: øre of a mean month; and the days of which no rate is known.
 */
struct months { long first, last, priced; };
struct cost { long long oere, person_days, unpriced; long days; };
static struct cost
cost(const struct saved *s, struct months of)
{
	struct cost out = { 0 };
	struct economy_volume *volumes = talloc_zero_array(s->owner, struct economy_volume, (unsigned)s->part_count + 1);
	const char *priced = first_of(volumes, of.priced);
	long month;
	size_t i;

	for (month = of.first; month <= of.last; month++)
		out.days += days_of(month);
	for (i = 0; i < s->part_count; i++) {
		for (month = of.first; month <= of.last; month++)
			volumes[i].person_days += days_in(&s->parts[i], month);
		out.person_days += volumes[i].person_days;
		if (volumes[i].person_days != 0 && !economy_rate(s->rates, s->rate_count, s->parts[i].benefit, priced, &volumes[i].monthly))
			out.unpriced += volumes[i].person_days;
		volumes[i].refund = economy_refund(s->refunds, s->refund_count, s->parts[i].benefit, priced, s->parts[i].week);
	}
	out.oere = economy_cost(volumes, s->part_count, out.days);
	talloc_free(volumes);
	return out;
}

static bool
is_few(long long person_days, long days)
{
	return person_days > 0 && person_days < (long long)SUPPRESSION_LEAST * days;
}

/* Kroner of a few people tell what they live on; and so does that there are none, where a few are on a benefit without a rate. */
static bool
tells_of_few(const struct cost *is)
{
	return is_few(is->unpriced > 0 ? is->unpriced : is->person_days, is->days);
}

static void
add_kroner(xmlNode *row, const char *column, const char *why, long long oere, double others, bool few)
{
	xmlNode *figure = why == NULL ? figure_money(row, column, oere) : figure_none(row, column, why);

	if (why == NULL)
		figure_others(figure, round(others / 100000) * 1000, 0);
	node_set(figure, "few", few && (why == NULL || strcmp(why, "no-rate") == 0) ? "yes" : NULL);
}

/* What as many full-time persons cost as are told of. */
static double
cost_told(const struct cost *is)
{
	double persons = (double)is->person_days / (double)is->days;

	return is->person_days == 0 ? (double)is->oere : (double)is->oere * (double)suppression_round(lround(persons)) / persons;
}

/* A month's row, which its year has, too. */
static void
add_month(const struct saved *s, xmlNode *figures, struct months baseline, long month, struct saved_years *years)
{
	xmlNode *row = figures_row(figures, first_of(s->owner, month), "month", NULL), *persons;
	struct cost usual, now = cost(s, (struct months){ month, month, month });
	double people = (double)now.person_days / (double)now.days;
	const char *unpriced = now.unpriced == 0 ? NULL : "no-rate", *why;
	bool few;

	baseline.priced = month;
	usual = cost(s, baseline);
	why = years->unexpected != NULL ? years->unexpected : usual.unpriced == 0 ? NULL : "no-rate";
	few = tells_of_few(&usual) || tells_of_few(&now);
	persons = figure_decimal(row, "persons", people, 1, 0, -1, NULL);
	figure_others(persons, (double)suppression_round(lround(people)), 0);
	node_set(persons, "few", is_few(now.person_days, now.days) ? "yes" : NULL);
	add_kroner(row, "expected", why, usual.oere, cost_told(&usual), tells_of_few(&usual));
	add_kroner(row, "actual", unpriced, now.oere, cost_told(&now), tells_of_few(&now));
	add_kroner(row, "saved", why == NULL ? unpriced : why, usual.oere - now.oere, cost_told(&usual) - cost_told(&now), few);
	years_take(years, month / 12, &(struct saved_year){ .expected = usual.oere, .actual = now.oere,
	    .known = now.unpriced == 0 && (usual.unpriced == 0 || years->unexpected != NULL),
	    .expected_few = tells_of_few(&usual), .actual_few = tells_of_few(&now) });
}

/* The months asked for, from the baseline's first one on. */
static struct months
months_of(const struct report_ask *ask, long first, long last)
{
	struct months out = { first, last, 0 };

	if (ask->to != NULL && month_of(ask->to) < out.last)
		out.last = month_of(ask->to);
	if (ask->from != NULL && month_of(ask->from) > out.first)
		out.first = month_of(ask->from);
	return out;
}

/* The last month that is over. */
static long
last_month(const struct report_ask *ask)
{
	struct date tomorrow;

	date_add_days(ask->today, 1, &tomorrow);
	return month_of(tomorrow.iso) - 1;
}

static void
add_table(const struct saved *s, xmlNode *report, struct months baseline, struct months months, struct saved_years *years)
{
	xmlNode *figures = figures_add(report, "computed", FEW_BY_READER);
	long month;

	figures_column(figures, "persons", FIGURE_DECIMAL);
	figures_column(figures, "expected", FIGURE_KRONER);
	figures_column(figures, "actual", FIGURE_KRONER);
	figures_column(figures, "saved", FIGURE_KRONER);
	for (month = months.first; month <= months.last; month++)
		add_month(s, figures, baseline, month, years);
	figures_chart(report, "computed", CHART_LINES, "expected actual");
}

/* A rate is of a month from its first day on. */
static long
rates_begin(const char *iso)
{
	return month_of(iso) + (atol(iso + 8) > 1);
}

/* The baseline's days have a price in each month that is shown, given then or not. */
struct gaps { const void *owner; struct months months, baseline; char *told; };

static void
take_gap(void *user, const char *const *columns, size_t count)
{
	enum { TITLE, GIVEN_FROM, GIVEN_TO, RATES_FROM };
	struct gaps *g = user;
	long first = g->months.first, last = g->months.last;

	(void)count;
	if (columns[GIVEN_FROM] != NULL && month_of(columns[GIVEN_FROM]) > first && month_of(columns[GIVEN_FROM]) > g->baseline.last)
		first = month_of(columns[GIVEN_FROM]);
	if (columns[GIVEN_TO] != NULL && month_of(columns[GIVEN_TO]) < last && month_of(columns[GIVEN_TO]) < g->baseline.first)
		last = month_of(columns[GIVEN_TO]);
	if (columns[RATES_FROM] != NULL && rates_begin(columns[RATES_FROM]) - 1 < last)
		last = rates_begin(columns[RATES_FROM]) - 1;
	if (first > last)
		return;
	g->told = talloc_asprintf_append(g->told == NULL ? talloc_strdup(g->owner, "") : g->told, "%s%s (%s)", g->told == NULL ? "" : ", ", columns[TITLE],
	    span(g->owner, first, last));
}

/* Which rates are missing in the months shown is told, whoever was on the benefit then. */
static void
add_gaps(struct db *db, const struct saved *s, const struct report_ask *ask, xmlNode *report, struct months months, struct months baseline)
{
	struct gaps gaps = { s->owner, months, baseline, NULL };

	rows_each(db, saved_gaps_sql, report_args(s->owner, ask), take_gap, &gaps);
	if (gaps.told != NULL)
		figures_note(report, "no-rate", gaps.told);
}

/*
 * Nothing is expected where nothing is known: of months before the first that anybody's benefits are known of, or where nobody of those who are asked about
 * was on one in the whole of the baseline.  What is missing is said in a note.
 */
static const char *
why_unexpected(struct db *db, const struct saved *s, const struct report_ask *ask, xmlNode *report, struct months baseline)
{
	const char *first = rows_text(db, s->owner, saved_known_sql, report_args(s->owner, ask));
	long known = first == NULL ? baseline.last + 1 : month_of(first);

	baseline.priced = baseline.first;
	if (baseline.first < known) {
		figures_note(report, "no-data", span(s->owner, baseline.first, known - 1 < baseline.last ? known - 1 : baseline.last));
		return "no-data";
	}
	if (cost(s, baseline).person_days > 0)
		return NULL;
	figures_note(report, "nobody-then", span(s->owner, baseline.first, baseline.last));
	return "nobody";
}

/* What was asked for and lies before the baseline is left out. */
static void
add_beginning(const struct saved *s, const struct report_ask *ask, xmlNode *report, struct months baseline)
{
	if (ask->from == NULL || month_of(ask->from) < baseline.first)
		figures_note(report, "from-baseline", talloc_asprintf(s->owner, "%02ld-%ld", baseline.first % 12 + 1, baseline.first / 12));
}

void
saved_add(struct db *db, const void *owner, const struct report_ask *ask, xmlNode *report, struct saved_years *out)
{
	struct saved *s;
	const char *base[3];
	struct months baseline, months;
	long last = last_month(ask);

	*out = (struct saved_years){ .count = 0 };
	if (ask->own[0] == NULL || !rows_one(db, owner, base, 3, saved_baseline_sql, report_args(owner, ask))) {
		figures_note(report, "no-baseline", NULL);
		return;
	}
	baseline = (struct months){ month_of(base[1]), month_of(base[2]) < last ? month_of(base[2]) : last, 0 };
	months = months_of(ask, baseline.first, last);
	figures_note(report, "baseline", base[0]);
	if (baseline.last < baseline.first || months.last < months.first) {
		figures_note(report, "no-months", NULL);
		return;
	}
	s = talloc_zero(owner, struct saved);
	s->owner = s;
	rows_each(db, saved_days_sql, report_args(owner, ask), take_change, s);
	rows_each(db, saved_rates_sql, report_args(owner, ask), take_monthly, s);
	rows_each(db, saved_refunds_sql, report_args(owner, ask), take_refund, s);
	add_beginning(s, ask, report, baseline);
	out->unexpected = why_unexpected(db, s, ask, report, baseline);
	add_table(s, report, baseline, months, out);
	add_gaps(db, s, ask, report, months, baseline);
}
