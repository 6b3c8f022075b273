/* simulator.c - the report "simulator": what another number of courses a caseworker asks for, from today's figures or those that one types. */
#include <stdlib.h>

#include "base/date.h"
#include "domain/report/courses.h"
#include "domain/report/figures.h"
#include "rule/simulation.h"
#include "rule/suppression.h"
#include "sql/rows.h"

enum { INFLOW, AT_RISK, HOURS, CASES, CASES_MAX = 200, USUAL_CASES = 40, USUAL_RISK = 60, USUAL_HOURS = 12, MONTHS_BACK = 12 };

/* Sums of groups, also where nobody is there: of rows right away the server refuses the second run of the statement (error 1140). */
static const char now_sql[] = "WITH " REPORT_COURSES ", n AS (SELECT"
    "  SUM(" REPORT_OPEN_ON("rc", "ask.today") " AND rc.state NOT IN ('closed-low', 'paused')) AS is_open,"
    "  SUM(rc.opened_on > ask.today - INTERVAL 1 YEAR AND rc.opened_on <= ask.today) AS opened,"
    "  SUM(rc.closed_on > ask.today - INTERVAL 1 YEAR AND rc.closed_on <= ask.today AND rc.state <> 'closed-low') AS closed FROM rc, ask GROUP BY ask.today)"
    " SELECT COALESCE(SUM(n.is_open), 0), COALESCE(SUM(n.opened), 0), COALESCE(SUM(n.closed), 0) FROM n";

static const char staff_sql[] = "WITH ask AS (" REPORT_ASK "), " REPORT_DEPARTMENTS
    " SELECT CAST(ROUND(COALESCE(SUM(h.fte), 0) * 100) AS SIGNED) FROM ask, staff_hours h"
    " WHERE h.from_on <= ask.today AND (h.to_on IS NULL OR h.to_on >= ask.today) AND h.department_id IN (SELECT rd.id FROM rd)";

static const struct field fields[] = {
	{ "inflow", FIELD_DECIMAL, 0, .min = 0, .max = 100000 },
	{ "at-risk", FIELD_INTEGER, 0, .min = 0, .max = 100 },
	{ "hours", FIELD_DECIMAL, 0, .min = 0, .max = 500 },
	{ "cases", FIELD_INTEGER, 0, .min = 1, .max = CASES_MAX },
	{ 0 }
};

static const struct report_query queries[] = { { "now", now_sql }, { "staff", staff_sql }, { NULL, NULL } };

/* What who may not open the lists reckons with: few are as many as may be told. */
static long
told(long count)
{
	return suppression_allows(count) ? suppression_round(count) : SUPPRESSION_LEAST;
}

/* What was typed, else what the year so far was like. */
static void
take_asked(struct db *db, const void *owner, const struct report_ask *ask, struct simulation *out, struct simulation *others)
{
	const char *now[3];

	*others = *out;
	if (!rows_one(db, owner, now, 3, now_sql, report_args(owner, ask)))
		return;
	*out = (struct simulation){ .open = atol(now[0]), .closed = strtod(now[2], NULL) / MONTHS_BACK };
	out->staff = (long)rows_int(db, 0, staff_sql, report_args(owner, ask));
	out->inflow = ask->own[INFLOW] != NULL ? strtod(ask->own[INFLOW], NULL) : strtod(now[1], NULL) / MONTHS_BACK;
	out->at_risk = ask->own[AT_RISK] != NULL ? atol(ask->own[AT_RISK]) : USUAL_RISK;
	out->hours = ask->own[HOURS] != NULL ? strtod(ask->own[HOURS], NULL) : USUAL_HOURS;
	out->cases = ask->own[CASES] != NULL ? atol(ask->own[CASES]) : USUAL_CASES;
	*others = *out;
	others->open = told(atol(now[0]));
	others->closed = (double)told(atol(now[2])) / MONTHS_BACK;
	if (ask->own[INFLOW] == NULL)
		others->inflow = (double)told(atol(now[1])) / MONTHS_BACK;
}

/* After so many months, if nobody waited: what there is, and those who come less those who close. */
static double
open_after(const struct simulation *is, int months)
{
	struct simulated month = { .open = (double)is->open, .all = (double)is->open };
	int i;

	for (i = 0; i < months; i++)
		simulation_month(is, &month);
	return month.all;
}

static void
add_number(xmlNode *row, const char *column, double value, double others, int decimals)
{
	figure_others(figure_decimal(row, column, value, decimals, 0, -1, NULL), others, decimals);
}

static void
add_given(xmlNode *report, const struct simulation *is, const struct simulation *others)
{
	xmlNode *open;

	add_number(figures_brief(report, "inflow", FIGURE_DECIMAL), "value", is->inflow, others->inflow, 1);
	figure_decimal(figures_brief(report, "at-risk", FIGURE_SHARE), "value", (double)is->at_risk, 0, 0, -1, NULL);
	figure_decimal(figures_brief(report, "hours", FIGURE_DECIMAL), "value", is->hours, 1, 0, -1, NULL);
	figure_count(figures_brief(report, "cases", FIGURE_COUNT), "value", is->cases, NULL);
	open = figure_count(figures_brief(report, "open", FIGURE_COUNT), "value", is->open, NULL);
	figure_others(open, (double)others->open, 0);
	if (!suppression_allows(is->open))
		figure_few(open);
	figure_decimal(figures_brief(report, "staff", FIGURE_DECIMAL), "value", (double)is->staff / 100, 2, 0, -1, NULL);
	add_number(figures_brief(report, "needed", FIGURE_DECIMAL), "value", (double)simulation_needed(is, open_after(is, SIMULATION_MONTHS), is->cases) / 100,
	    (double)simulation_needed(others, open_after(others, SIMULATION_MONTHS), others->cases) / 100, 2);
}

/* From 80 courses each to 35: what the courses that are open would take, and what those of a year from now, with those who come. */
static void
add_norms(xmlNode *report, const struct simulation *is, const struct simulation *others)
{
	static const long norms[] = { 80, 70, 60, 50, 45, 40, 35 };
	static const char *const names[] = { "norm-80", "norm-70", "norm-60", "norm-50", "norm-45", "norm-40", "norm-35" };
	xmlNode *figures = figures_add(report, "norms", FEW_OPEN);
	double open = open_after(is, SIMULATION_MONTHS), others_open = open_after(others, SIMULATION_MONTHS);
	size_t i;

	figures_column(figures, "now", FIGURE_DECIMAL);
	figures_column(figures, "needed", FIGURE_DECIMAL);
	figures_column(figures, "more", FIGURE_DECIMAL);
	for (i = 0; i < sizeof norms / sizeof norms[0]; i++) {
		long needed = simulation_needed(is, open, norms[i]), others_need = simulation_needed(others, others_open, norms[i]);
		xmlNode *row = figures_row(figures, names[i], NULL, NULL);

		add_number(row, "now", (double)simulation_staff((double)is->open, norms[i]) / 100, (double)simulation_staff((double)others->open, norms[i]) / 100, 2);
		add_number(row, "needed", (double)needed / 100, (double)others_need / 100, 2);
		add_number(row, "more", (double)(needed - is->staff) / 100, (double)(others_need - is->staff) / 100, 2);
	}
}

static void
add_month(xmlNode *figures, const char *name, const struct simulated *month, const struct simulated *others)
{
	xmlNode *row = figures_row(figures, name, "month", NULL);

	add_number(row, "fresh", month->fresh, others->fresh, 1);
	add_number(row, "begun", month->begun, others->begun, 1);
	add_number(row, "queue", month->queue, others->queue, 1);
	if (month->weeks < 0)
		figure_none(row, "weeks", "no-staff");
	else
		add_number(row, "weeks", month->weeks, others->weeks, 1);
	add_number(row, "open", month->open, others->open, 1);
	add_number(row, "needed", month->needed, others->needed, 2);
}

static void
add_months(xmlNode *report, const struct report_ask *ask, const struct simulation *is, const struct simulation *others)
{
	xmlNode *figures = figures_add(report, "months", FEW_OPEN);
	struct simulated month = { .open = (double)is->open, .all = (double)is->open }, other = { .open = (double)others->open, .all = (double)others->open };
	int at = atoi(ask->today) * 12 + atoi(ask->today + 5), i;

	figures_column(figures, "fresh", FIGURE_DECIMAL);
	figures_column(figures, "begun", FIGURE_DECIMAL);
	figures_column(figures, "queue", FIGURE_DECIMAL);
	figures_column(figures, "weeks", FIGURE_WEEKS);
	figures_column(figures, "open", FIGURE_DECIMAL);
	figures_column(figures, "needed", FIGURE_DECIMAL);
	for (i = 0; i < SIMULATION_MONTHS; i++, at++) {
		struct date first;

		date_set(&first, at / 12, at % 12 + 1, 1);
		simulation_month(is, &month);
		simulation_month(others, &other);
		add_month(figures, first.iso, &month, &other);
	}
	figures_chart(report, "months", CHART_LINES, "queue open");
}

static void
simulator_compute(struct db *db, const void *owner, const struct report_ask *ask, xmlNode *report, struct report_progress *progress)
{
	struct simulation is = { .cases = USUAL_CASES }, others;

	(void)progress;
	take_asked(db, owner, ask, &is, &others);
	add_given(report, &is, &others);
	add_norms(report, &is, &others);
	add_months(report, ask, &is, &others);
}

const struct report report_simulator = {
	.name = "simulator", .takes = REPORT_DEPARTMENT, .months = 1, .own_first = true, .fields = fields, .queries = queries, .compute = simulator_compute,
};
