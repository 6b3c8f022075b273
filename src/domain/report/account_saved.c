#include "domain/report/account_saved.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/report/courses.h"
#include "domain/report/figures.h"
#include "rule/economy.h"
#include "rule/suppression.h"
#include "sql/rows.h"
#include "xml/node.h"

const char saved_baseline_sql[] = "WITH ask AS (" REPORT_ASK ") SELECT b.title, b.from_on, b.to_on FROM ask JOIN baseline b ON b.id = CAST(ask.own_1 AS UNSIGNED)";

/*
 * Days on benefits as what changes from month to month: so many more people from then on (changes), and so many days of that month that they
 * have (days).  A period is cut where a week begins from which the state pays another share.  Weeks are counted from the first of the
 * periods that follow each other without a day between.  What ended before the baseline begins is in no figure, nor is a
 * time in which the citizen supported himself.
 */
const char saved_days_sql[] = "WITH ask AS (" REPORT_ASK "), " REPORT_DEPARTMENTS ","
    " base AS (SELECT b.from_on, b.to_on, b.benefit_type FROM ask JOIN baseline b ON b.id = CAST(ask.own_1 AS UNSIGNED)),"
    " periods AS (SELECT p.citizen_id, p.id, p.benefit_type, p.starts_on, COALESCE(p.ends_on, DATE '9999-12-30') AS ends_on FROM ask JOIN benefit_period p"
    "  ON p.starts_on <= ask.today JOIN benefit_type t ON t.code = p.benefit_type AND t.is_paid JOIN citizen z ON z.id = p.citizen_id AND z.department_id IN (SELECT rd.id FROM rd)),"
    " touching AS (SELECT p.*, IF(p.starts_on <= MAX(p.ends_on) OVER w + INTERVAL 1 DAY, NULL, p.starts_on) AS begins FROM periods p"
    "  WINDOW w AS (PARTITION BY p.citizen_id ORDER BY p.starts_on, p.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)),"
    " runs AS (SELECT t.benefit_type, t.starts_on, t.ends_on, MAX(t.begins) OVER (PARTITION BY t.citizen_id ORDER BY t.starts_on, t.id) AS began FROM touching t),"
    " asked AS (SELECT r.benefit_type, r.starts_on, LEAST(r.ends_on, ask.today) AS ends_on, r.began FROM ask JOIN base JOIN runs r ON r.ends_on >= base.from_on"
    "  AND (ask.benefit IS NULL OR r.benefit_type = ask.benefit) AND (base.benefit_type IS NULL OR r.benefit_type = base.benefit_type)),"
    " weeks AS (SELECT w.benefit_type, w.from_week, COALESCE(LEAD(w.from_week) OVER (PARTITION BY w.benefit_type ORDER BY w.from_week), 100000) AS next_week"
    "  FROM (SELECT code AS benefit_type, 1 AS from_week FROM benefit_type UNION SELECT benefit_type, from_week FROM benefit_refund) w),"
    " parts AS (SELECT r.benefit_type, w.from_week, GREATEST(r.starts_on, r.began + INTERVAL (w.from_week - 1) * 7 DAY) AS first_on,"
    "  LEAST(r.ends_on, r.began + INTERVAL (w.next_week - 1) * 7 - 1 DAY) AS last_on FROM asked r JOIN weeks w ON w.benefit_type = r.benefit_type),"
    " moves AS (SELECT t.benefit_type, t.from_week, e.more, IF(e.more = 1, t.first_on, t.last_on + INTERVAL 1 DAY) AS on_day FROM parts t"
    "  JOIN (SELECT 1 AS more UNION ALL SELECT -1) e WHERE t.first_on <= t.last_on)"
    " SELECT c.benefit_type, c.from_week, DATE_FORMAT(c.on_day, '%Y-%m-01') AS month, SUM(c.more) AS changes, SUM(c.more * (DATEDIFF(LAST_DAY(c.on_day), c.on_day) + 1)) AS days"
    " FROM moves c GROUP BY 1, 2, 3 ORDER BY 1, 2, 3";

const char saved_rates_sql[] = "WITH ask AS (" REPORT_ASK ") SELECT r.benefit_type, r.valid_from, 0 AS from_week, CAST(r.monthly * 100 AS SIGNED) AS oere"
    " FROM ask JOIN benefit_rate r ON r.valid_from <= ask.today ORDER BY 1, 2";
const char saved_refunds_sql[] = "WITH ask AS (" REPORT_ASK ") SELECT r.benefit_type, r.valid_from, r.from_week, CAST(r.percent * 100 AS SIGNED) AS hundredths"
    " FROM ask JOIN benefit_refund r ON r.valid_from <= ask.today ORDER BY 1, 2, 3";

/* The benefits asked about, from when to when they are given, and since when there are rates of them: nobody's periods tell what is missing. */
const char saved_gaps_sql[] = "WITH ask AS (" REPORT_ASK ") SELECT t.title, t.valid_from, t.valid_to, MIN(r.valid_from) AS rates_from FROM ask"
    " JOIN baseline b ON b.id = CAST(ask.own_1 AS UNSIGNED) JOIN benefit_type t ON t.is_paid AND (ask.benefit IS NULL OR t.code = ask.benefit)"
    "  AND (b.benefit_type IS NULL OR t.code = b.benefit_type)"
    " LEFT JOIN benefit_rate r ON r.benefit_type = t.code AND r.valid_from <= ask.today GROUP BY t.code, t.title, t.valid_from, t.valid_to ORDER BY t.title, t.code";

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
add_kroner(xmlNode *row, const char *column, bool known, long long oere, double others, bool few)
{
	xmlNode *figure = known ? figure_money(row, column, oere) : figure_none(row, column, "no-rate");

	if (known)
		figure_others(figure, round(others / 100000) * 1000, 0);
	node_set(figure, "few", few ? "yes" : NULL);
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
	bool known, few;

	baseline.priced = month;
	usual = cost(s, baseline);
	known = usual.unpriced == 0 && now.unpriced == 0;
	few = tells_of_few(&usual) || tells_of_few(&now);
	persons = figure_decimal(row, "persons", people, 1, 0, -1, NULL);
	figure_others(persons, (double)suppression_round(lround(people)), 0);
	node_set(persons, "few", is_few(now.person_days, now.days) ? "yes" : NULL);
	add_kroner(row, "expected", usual.unpriced == 0, usual.oere, cost_told(&usual), tells_of_few(&usual));
	add_kroner(row, "actual", now.unpriced == 0, now.oere, cost_told(&now), tells_of_few(&now));
	add_kroner(row, "saved", known, usual.oere - now.oere, cost_told(&usual) - cost_told(&now), few);
	years_take(years, month / 12, &(struct saved_year){ .expected = usual.oere, .actual = now.oere, .known = known,
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
	g->told = talloc_asprintf_append(g->told == NULL ? talloc_strdup(g->owner, "") : g->told, "%s%s (%02ld-%ld – %02ld-%ld)", g->told == NULL ? "" : ", ", columns[TITLE],
	    first % 12 + 1, first / 12, last % 12 + 1, last / 12);
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

void
saved_add(struct db *db, const void *owner, const struct report_ask *ask, xmlNode *report, struct saved_years *out)
{
	struct saved *s;
	const char *base[3];
	struct months baseline, months;
	long last = last_month(ask);

	out->count = 0;
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
	add_table(s, report, baseline, months, out);
	add_gaps(db, s, ask, report, months, baseline);
}
