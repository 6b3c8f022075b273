/*
 * duration.c - the report "duration": how long people are on benefits, beside before and a year less; and what became of them
 * (duration_outcomes.c).  duration.h says who they are and what is counted.
 */
#include "domain/report/duration.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/report/figures.h"
#include "domain/report/question.h"
#include "rule/suppression.h"
#include "rule/survival.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { STEPS = 5, WEEKS_EACH = 13, WEEKS_MOST = 260, BAND_DAYS = 7 * WEEKS_EACH };	/* the curve's rows: quarters of a year, five years */

/* A cohort: how long it lasted for them, and those who were on nothing.  Where its mean is known from elsewhere it has no days. */
struct cohort {
	const void *owner;
	struct lasted *of;
	size_t n;
	long long without;
	bool there, told;
	double mean;
	struct lasted *coarse;	/* what those learn of it who may not learn of single persons */
	size_t bands;
	long long shown;	/* so many were left in the last row of the curve that anybody may see */
	bool held;		/* the row before is not for everybody */
};
struct cohorts { struct cohort now, earlier; };

static void
take_lasted(void *user, const char *const *columns, size_t count)
{
	struct cohorts *all = user;
	struct cohort *c = strcmp(columns[0], "now") == 0 ? &all->now : &all->earlier;
	long long days = columns[1] == NULL ? 0 : atoll(columns[1]), persons = atoll(columns[3]);

	(void)count;
	if (columns[1] == NULL) {
		c->without = persons;
		return;
	}
	if (c->n == 0 || c->of[c->n - 1].days != days) {
		if ((c->n & (c->n - 1)) == 0)
			c->of = talloc_realloc(c->owner, c->of, struct lasted, c->n == 0 ? 1 : (unsigned)c->n * 2);
		c->of[c->n++] = (struct lasted){ .days = days };
	}
	*(atoll(columns[2]) == 1 ? &c->of[c->n - 1].ended : &c->of[c->n - 1].censored) += persons;
}

static void
make_coarse(struct cohort *c)
{
	c->bands = survival_bands(c->of, c->n, BAND_DAYS);
	c->coarse = talloc_array(c->owner, struct lasted, (unsigned)c->bands);
	survival_coarse(c->of, c->n, BAND_DAYS, c->coarse);
}

static long long
ended_of(const struct cohort *c)
{
	long long ended = 0;
	size_t i;

	for (i = 0; i < c->n; i++)
		ended += c->of[i].ended;
	return ended;
}

/* The day until which both can be compared, -1: to the end; and the same of what others learn. */
struct limits { long long exact, coarse; };

static long long
earliest(long long now, long long earlier)
{
	return now < 0 || (earlier >= 0 && earlier < now) ? earlier : now;
}

static struct limits
limits_of(const struct cohorts *all)
{
	return (struct limits){ earliest(survival_horizon(all->now.of, all->now.n), survival_horizon(all->earlier.of, all->earlier.n)),
	    earliest(survival_horizon(all->now.coarse, all->now.bands), survival_horizon(all->earlier.coarse, all->earlier.bands)) };
}

/* A mean, as others learn it. */
static double
mean_of_others(const struct cohort *c, struct limits limits)
{
	double mean = c->mean;

	if (!c->told)
		survival_mean(c->coarse, c->bands, limits.coarse, &mean);
	return suppression_round_mean(mean);
}

/* A day that there is, or is not (below 0): the same of what others learn, else it is not for them. */
static void
add_day(xmlNode *row, const char *column, const struct cohort *c, long long day, long long others, const char *why)
{
	long long persons = survival_count(c->of, c->n);
	xmlNode *figure = day < 0 ? figure_none(row, column, persons == 0 ? "nobody" : why) : figure_decimal(row, column, (double)day, 0, persons, persons, NULL);

	if ((day < 0) != (others < 0))
		figure_few(figure);
	else if (day >= 0)
		figure_others_mean(figure, suppression_round_mean((double)others));
}

static void
group_days(xmlNode *row, const struct cohort *c, struct limits limits)
{
	long long persons = survival_count(c->of, c->n), median = -1, others = -1;
	double mean;

	if (survival_mean(c->of, c->n, limits.exact, &mean))
		figure_others_mean(figure_decimal(row, "mean", mean, 1, persons, persons, NULL), mean_of_others(c, limits));
	else
		figure_none(row, "mean", "nobody");
	survival_median(c->of, c->n, &median);
	survival_median(c->coarse, c->bands, &others);
	add_day(row, "median", c, median, others, "not-reached");
	add_day(row, "horizon", c, survival_horizon(c->of, c->n), survival_horizon(c->coarse, c->bands), "all-over");
}

static void
group_row(xmlNode *figures, const char *name, const char *title, const struct cohort *c, struct limits limits)
{
	xmlNode *row = figures_row(figures, name, NULL, title);
	static const char *const columns[] = { "persons", "over", "going-on", "without", "mean", "median", "horizon" };
	size_t i;

	for (i = 0; c->told && i < sizeof columns / sizeof columns[0]; i++)
		if (strcmp(columns[i], "mean") == 0)
			figure_decimal(row, "mean", c->mean, 1, 0, -1, NULL);
		else
			figure_none(row, columns[i], "from-elsewhere");
	if (c->told)
		return;
	figure_count(row, "persons", survival_count(c->of, c->n), "spells");
	figure_count(row, "over", ended_of(c), "spells");
	figure_count(row, "going-on", survival_count(c->of, c->n) - ended_of(c), "spells");
	figure_count(row, "without", c->without, "spells");
	group_days(row, c, limits);
}

static void
add_groups(xmlNode *report, const struct cohorts *all, const char *title)
{
	xmlNode *figures = figures_add(report, "groups", FEW_BY_READER);
	struct limits limits = limits_of(all);
	long long now = survival_count(all->now.of, all->now.n) - ended_of(&all->now), earlier = survival_count(all->earlier.of, all->earlier.n) - ended_of(&all->earlier);
	bool few = !suppression_allows((long)now) || !suppression_allows((long)earlier) || limits.coarse < 0;
	char days[32], others[32];

	figures_column(figures, "persons", FIGURE_COUNT);
	figures_column(figures, "over", FIGURE_COUNT);
	figures_column(figures, "going-on", FIGURE_COUNT);
	figures_parts(figures, "persons", "over going-on");
	figures_column(figures, "without", FIGURE_COUNT);
	figures_column(figures, "mean", FIGURE_DAYS);
	figures_column(figures, "median", FIGURE_DAYS);
	figures_column(figures, "horizon", FIGURE_DAYS);
	figures_counted(figures, "mean median horizon");
	group_row(figures, "now", NULL, &all->now, limits);
	if (all->earlier.there)
		group_row(figures, "earlier", title, &all->earlier, limits);
	if (limits.exact < 0)
		return;
	snprintf(days, sizeof days, "%lld", limits.exact);
	snprintf(others, sizeof others, "%lld", limits.coarse);
	figures_note_few(report, "limited", days, few ? NULL : others);
}

/* A mean, or none; of how many stands in the table. */
static bool
brief_mean(xmlNode *report, const char *name, const struct cohort *c, struct limits limits, double *mean)
{
	xmlNode *brief = figures_brief(report, name, FIGURE_DAYS);
	long long persons = survival_count(c->of, c->n);

	if (c->told) {
		*mean = c->mean;
		figure_decimal(brief, "value", *mean, 1, 0, -1, NULL);
		return true;
	}
	if (!survival_mean(c->of, c->n, limits.exact, mean)) {
		figure_none(brief, "value", strcmp(name, "earlier") == 0 && !c->there ? "no-baseline" : "nobody");
		return false;
	}
	figure_others_mean(figure_decimal(brief, "value", *mean, 1, persons, persons, NULL), mean_of_others(c, limits));
	return true;
}

/* A mean that is cut is too small: beside one from elsewhere it says what is not reached, never what is. */
static const char *
goal_of(const struct cohorts *all, double earlier, double now)
{
	if (!survival_is_shorter(earlier, now, SURVIVAL_GOAL_DAYS))
		return "not";
	return all->earlier.told && limits_of(all).exact >= 0 ? "unknown" : "reached";
}

static void
add_brief(xmlNode *report, const struct cohorts *all)
{
	struct limits limits = limits_of(all);
	long long least = survival_count(all->now.of, all->now.n), other = survival_count(all->earlier.of, all->earlier.n);
	double now = 0, earlier = 0;
	bool both = brief_mean(report, "now", &all->now, limits, &now);
	xmlNode *shorter, *goal;

	both = brief_mean(report, "earlier", &all->earlier, limits, &earlier) && both;
	shorter = figures_brief(report, "shorter", FIGURE_DAYS);
	goal = figures_brief(report, "goal", FIGURE_WORD);
	if (!both) {
		figure_none(shorter, "value", all->earlier.there ? "nobody" : "no-comparison");
		figure_none(goal, "value", all->earlier.there ? "nobody" : "no-comparison");
		return;
	}
	if (!all->earlier.told && other < least)
		least = other;
	shorter = figure_decimal(shorter, "value", earlier - now, 1, least, least, NULL);
	goal = figure_word(goal, "value", goal_of(all, earlier, now));
	earlier = mean_of_others(&all->earlier, limits);
	now = mean_of_others(&all->now, limits);
	figure_others_mean(shorter, earlier - now);
	figure_others_word(goal, goal_of(all, earlier, now));
	node_set_int(goal, "n", least);
	node_set_int(goal, "of", least);
}

/* How many left between two rows can be seen of both: where they are few, the later one is not for everybody. */
static void
curve_known(xmlNode *row, const char *column, struct cohort *c, long long days)
{
	long long persons = survival_count(c->of, c->n), left = survival_left(c->of, c->n, days);
	xmlNode *figure = figure_decimal(row, column, 100 * survival_share(c->of, c->n, days), 1, left, persons, NULL);

	figure_others(figure, round(100 * survival_share(c->coarse, c->bands, days)), 0);
	c->held = (days > 0 && left != c->shown && c->shown - left < SUPPRESSION_LEAST) || left < SUPPRESSION_LEAST || !suppression_allows_part((long)persons, (long)left);
	if (!c->held || days == 0)
		c->shown = left;
	else
		figure_few(figure);
}

/* Beyond the longest that one of them was followed nothing is known, unless it is over for all: that tells of who was left. */
static void
curve_figure(xmlNode *row, const char *column, struct cohort *c, long long days)
{
	long long horizon = survival_horizon(c->of, c->n);

	if (survival_count(c->of, c->n) == 0 || c->told)
		figure_none(row, column, c->told ? "from-elsewhere" : "nobody");
	else if (horizon >= 0 && days > horizon)
		node_set(figure_none(row, column, "not-followed"), "few", c->held ? "yes" : NULL);
	else
		curve_known(row, column, c, days);
}

static void
add_curve(xmlNode *report, struct cohorts *all)
{
	xmlNode *figures = figures_add(report, "curve", FEW_BY_READER);
	bool two = all->earlier.there && !all->earlier.told;
	char name[24];
	int weeks;

	figures_column(figures, "now", FIGURE_SHARE);
	if (two)
		figures_column(figures, "earlier", FIGURE_SHARE);
	for (weeks = 0; weeks <= WEEKS_MOST; weeks += WEEKS_EACH) {
		xmlNode *row;

		snprintf(name, sizeof name, "w%d", weeks);
		row = figures_row(figures, name, NULL, NULL);
		curve_figure(row, "now", &all->now, weeks * 7LL);
		if (two)
			curve_figure(row, "earlier", &all->earlier, weeks * 7LL);
		if (survival_left(all->now.of, all->now.n, weeks * 7LL) + survival_left(all->earlier.of, all->earlier.n, weeks * 7LL) == 0)
			break;
	}
	figures_rows(figures, ROWS_END);
	figures_chart(report, "curve", CHART_STEPS, two ? "now earlier" : "now");
}

static void
add_lasted(struct db *db, const void *owner, const struct value *args, xmlNode *report)
{
	struct cohorts all = { .now = { .owner = owner, .there = true }, .earlier = { .owner = owner } };
	const char *is[2] = { NULL, NULL };

	all.earlier.there = rows_one(db, owner, is, 2, duration_baseline_sql, args) == 1;
	all.earlier.told = is[1] != NULL;
	all.earlier.mean = is[1] == NULL ? 0 : strtod(is[1], NULL);
	rows_each(db, duration_lasted_sql, args, take_lasted, &all);
	make_coarse(&all.now);
	make_coarse(&all.earlier);
	add_brief(report, &all);
	if (!all.earlier.there)
		figures_note(report, "no-baseline", NULL);
	add_groups(report, &all, is[0]);
	add_curve(report, &all);
}

static void
compute(struct db *db, const void *owner, const struct report_ask *ask, xmlNode *report, struct report_progress *progress)
{
	const struct value *args = report_args(owner, ask);

	add_lasted(db, owner, args, report);
	if (!report_step(progress, 1, STEPS))
		return;
	duration_add_outcomes(db, ask, args, report);
	if (!report_step(progress, 3, STEPS))
		return;
	duration_add_years(db, args, report);
	if (!report_step(progress, 4, STEPS))
		return;
	duration_add_effect(db, args, report);
	report_step(progress, STEPS, STEPS);
}

static const struct field own_fields[] = {
	{ .name = "baseline", .type = FIELD_CHOICE, .source = question_baselines },
	{ 0 }
};

const struct report report_duration = {
	.name = "duration", .takes = REPORT_PERIOD | REPORT_DEPARTMENT | REPORT_GROUP | REPORT_BENEFIT, .months = 36, .fields = own_fields,
	.queries = duration_queries, .lists = duration_lists, .compute = compute,
};
