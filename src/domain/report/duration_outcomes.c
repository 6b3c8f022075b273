/*
 * duration_outcomes.c - of the report "duration": what became of people, by month and by years since the start, and what an evaluator outside found.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "domain/report/duration.h"
#include "domain/report/figures.h"
#include "rule/effect.h"
#include "sql/rows.h"

/* Months from the first of the period to the last that is over, since what becomes of people is told afterwards; where there is no first, from the first that something is known of. */
static const char *const outcomes[] = { "job", "education", "flexjob", "wage-subsidy", "benefit", "pension", "moved", "dead" };
enum { OUTCOMES = sizeof outcomes / sizeof outcomes[0] };
struct months { xmlNode *figures; struct date next; const char *last; long long count[OUTCOMES]; bool begun; };

static void
month_end(struct months *m)
{
	xmlNode *row = figures_row(m->figures, m->next.iso, "month", NULL);
	int year = atoi(m->next.iso), month = atoi(m->next.iso + 5);
	size_t i;

	for (i = 0; i < OUTCOMES; i++)
		figure_count(row, outcomes[i], m->count[i], "outcomes");
	memset(m->count, 0, sizeof m->count);
	date_set(&m->next, month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1);
}

static void
take_outcome(void *user, const char *const *columns, size_t count)
{
	struct months *m = user;
	size_t i;

	(void)count;
	if (!m->begun)
		memcpy(m->next.iso, columns[0], sizeof m->next.iso);
	m->begun = true;
	while (strcmp(m->next.iso, columns[0]) < 0)
		month_end(m);
	for (i = 0; i < OUTCOMES; i++)
		if (strcmp(outcomes[i], columns[1]) == 0)
			m->count[i] = atoll(columns[2]);
}

void
duration_add_outcomes(struct db *db, const struct report_ask *ask, const struct value *args, xmlNode *report)
{
	struct months m = { .figures = figures_add(report, "outcomes", FEW_BY_READER), .begun = ask->from != NULL };
	struct date after;
	size_t i;

	for (i = 0; i < OUTCOMES; i++)
		figures_column(m.figures, outcomes[i], FIGURE_COUNT);
	if (m.begun)
		memcpy(m.next.iso, ask->from, sizeof m.next.iso);
	date_add_days(ask->today, 1, &after);
	if (ask->to != NULL && strcmp(ask->to, ask->today) < 0)
		date_add_days(ask->to, 1, &after);
	m.last = after.iso;
	rows_each(db, duration_outcomes_sql, args, take_outcome, &m);
	while (m.begun && strncmp(m.next.iso, m.last, strlen("2026-04")) < 0)
		month_end(&m);
	figures_chart(report, "outcomes", CHART_LINES, "job education flexjob benefit");
}

struct years { struct { long long followed, stable, other; } of[DURATION_YEARS_MAX + 1]; };

static void
take_year(void *user, const char *const *columns, size_t count)
{
	struct years *y = user;
	int year = atoi(columns[0]);
	long long courses = atoll(columns[2]);

	(void)count;
	*(columns[1] == NULL ? &y->of[year].followed : effect_is_stable(atoll(columns[1])) ? &y->of[year].stable : &y->of[year].other) += courses;
}

void
duration_add_years(struct db *db, const struct value *args, xmlNode *report)
{
	xmlNode *figures = figures_add(report, "years", FEW_BY_READER), *row;
	struct years y = { .of = { { 0 } } };
	char name[16];
	int i;

	figures_column(figures, "followed", FIGURE_COUNT);
	figures_column(figures, "stable", FIGURE_COUNT);
	figures_column(figures, "other", FIGURE_COUNT);
	figures_column(figures, "unknown", FIGURE_COUNT);
	figures_parts(figures, "followed", "stable other unknown");
	figures_column(figures, "share", FIGURE_SHARE);
	rows_each(db, duration_years_sql, args, take_year, &y);
	for (i = 1; i <= DURATION_YEARS_MAX; i++) {
		snprintf(name, sizeof name, "y%d", i);
		row = figures_row(figures, name, NULL, NULL);
		figure_count(row, "followed", y.of[i].followed, NULL);
		figure_count(row, "stable", y.of[i].stable, NULL);
		figure_count(row, "other", y.of[i].other, NULL);
		figure_count(row, "unknown", y.of[i].followed - y.of[i].stable - y.of[i].other, NULL);
		figure_share(row, "share", y.of[i].stable, y.of[i].stable + y.of[i].other, NULL);
	}
	figures_chart(report, "years", CHART_BARS, "share");
}

static void
take_effect(void *user, const char *const *columns, size_t count)
{
	static const char *const shares[] = { "treated-before", "treated-after", "control-before", "control-after" };
	struct effect_group of[4];
	xmlNode *figures = user, *row;
	char name[24], title[512];
	double points;
	int i;

	(void)count;
	snprintf(name, sizeof name, "effect-%lu", xmlChildElementCount(figures) - 5);
	snprintf(title, sizeof title, "%s (%s)", columns[0], columns[1]);
	row = figures_row(figures, name, NULL, title);
	figure_decimal(row, "years", atof(columns[1]), 0, 0, -1, NULL);
	for (i = 0; i < 4; i++) {
		of[i] = (struct effect_group){ atoll(columns[2 + 2 * i]), atoll(columns[3 + 2 * i]) };
		figure_share(row, shares[i], of[i].stable, of[i].persons, NULL);
	}
	if (effect_points(of, of + 2, &points))
		figure_decimal(row, "difference", points, 1, 0, -1, NULL);
	else
		figure_none(row, "difference", "figure-missing");
}

void
duration_add_effect(struct db *db, const struct value *args, xmlNode *report)
{
	xmlNode *figures = figures_add(report, "effect", FEW_BY_READER);

	figures_column(figures, "years", FIGURE_DECIMAL);
	figures_column(figures, "treated-before", FIGURE_SHARE);
	figures_column(figures, "treated-after", FIGURE_SHARE);
	figures_column(figures, "control-before", FIGURE_SHARE);
	figures_column(figures, "control-after", FIGURE_SHARE);
	figures_column(figures, "difference", FIGURE_POINTS);
	if (rows_each(db, duration_effect_sql, args, take_effect, figures) > 0)
		figures_chart(report, "effect", CHART_BARS, "difference");
}
