/*
 * account.c - the report "account": what was invested, what was saved, and whether it pays: budget by category, result by year, budget against accounts,
 * and, against a period that one chooses, what benefits cost less (account_saved.h).  No persons are counted in what the economist typed.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/report/account_lines.h"
#include "domain/report/account_saved.h"
#include "domain/report/figures.h"
#include "domain/report/question.h"
#include "rule/economy.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { YEARS_MAX = 60, CATEGORIES_MAX = 100 };

static const struct report_query queries[] = {
	{ "lines", account_lines_sql }, { "baseline", saved_baseline_sql }, { "days", saved_days_sql }, { "rates", saved_rates_sql }, { "refunds", saved_refunds_sql },
	{ "gaps", saved_gaps_sql }, { "known", saved_known_sql }, { NULL, NULL }
};

struct category { const char *code, *title; bool saving, whole; };
struct account {
	const void *owner;
	struct economy_line *lines;
	const struct category **of;	/* each line's category */
	bool *noted;			/* something is said of the line */
	size_t count;
	struct category *categories[CATEGORIES_MAX];
	size_t category_count;
	struct economy_year years[YEARS_MAX];
	size_t year_count;
	struct economy_total total;
	struct saved_years saved;
};

static const struct category *
category_of(struct account *a, const char *const *columns)
{
	enum { SIDE, CODE, TITLE, WHOLE };
	struct category *is;

	if (a->category_count > 0 && strcmp(a->categories[a->category_count - 1]->code, columns[CODE]) == 0)
		return a->categories[a->category_count - 1];
	if (a->category_count == CATEGORIES_MAX)
		return NULL;
	is = talloc(a->owner, struct category);
	*is = (struct category){ talloc_strdup(is, columns[CODE]), talloc_strdup(is, columns[TITLE]), strcmp(columns[SIDE], "saving") == 0, strcmp(columns[WHOLE], "1") == 0 };
	return a->categories[a->category_count++] = is;
}

static enum economy_kind
kind_named(const char *name)
{
	return strcmp(name, "actual") == 0 ? ECONOMY_ACTUAL : strcmp(name, "forecast") == 0 ? ECONOMY_FORECAST : ECONOMY_BUDGET;
}

static void
take_line(void *user, const char *const *columns, size_t count)
{
	enum { YEAR = 4, KIND, HUNDREDTHS, NOTE = 8 };
	struct account *a = user;
	const struct category *category = category_of(a, columns);

	(void)count;
	if (category == NULL)
		return;
	a->lines = talloc_realloc(a->owner, a->lines, struct economy_line, (unsigned)a->count + 1);
	a->of = talloc_realloc(a->owner, a->of, const struct category *, (unsigned)a->count + 1);
	a->lines[a->count] = (struct economy_line){ .year = atol(columns[YEAR]), .saving = category->saving, .kind = kind_named(columns[KIND]),
	    .amount = atoll(columns[HUNDREDTHS]), .category = (unsigned)a->category_count, .whole = category->whole };
	a->noted = talloc_realloc(a->owner, a->noted, bool, (unsigned)a->count + 1);
	a->noted[a->count] = columns[NOTE] != NULL;
	a->of[a->count++] = category;
}

static const char *
first_day(const struct account *a, long year)
{
	return talloc_asprintf(a->owner, "%ld-01-01", year);
}

/* What the budget says of one category (NULL: of all that divide it) in a year. */
static struct economy_figure
budget_of(const struct account *a, const struct category *category, long year)
{
	struct economy_figure sum = { ECONOMY_NONE, 0, false };
	size_t i;

	for (i = 0; i < a->count; i++) {
		if (a->lines[i].saving || a->lines[i].kind != ECONOMY_BUDGET || a->lines[i].year != year || a->of[i]->whole || (category != NULL && a->of[i] != category))
			continue;
		sum.kind = ECONOMY_BUDGET;
		sum.amount += a->lines[i].amount;
	}
	return sum;
}

static bool
is_noted(const struct account *a, const struct category *category, long year)
{
	size_t i;

	for (i = 0; i < a->count; i++)
		if (a->of[i] == category && a->lines[i].kind == ECONOMY_BUDGET && a->lines[i].year == year && a->noted[i])
			return true;
	return false;
}

/* A share of money tells no number of people. */
static void
add_share(xmlNode *row, long long part, long long all)
{
	xmlNode *figure = figure_share(row, "share", part, all, NULL);

	xmlUnsetProp(figure, BAD_CAST "numerator");
	xmlUnsetProp(figure, BAD_CAST "denominator");
}

/* A row of the budget: a figure a year, the sum, and its share of all. */
static void
add_budget_row(const struct account *a, xmlNode *row, const struct category *category)
{
	long long sum = 0, all = 0;
	size_t i;

	for (i = 0; i < a->year_count; i++) {
		struct economy_figure is = budget_of(a, category, a->years[i].year), whole = budget_of(a, NULL, a->years[i].year);

		if (whole.kind == ECONOMY_NONE)
			continue;
		if (is.kind == ECONOMY_NONE)
			figure_none(row, first_day(a, a->years[i].year), "no-line");
		else
			figure_mark(figure_money(row, first_day(a, a->years[i].year), is.amount), is_noted(a, category, a->years[i].year) ? "noted" : NULL);
		sum += is.amount;
		all += whole.amount;
	}
	figure_money(row, "sum", sum);
	add_share(row, sum, all);
}

/* The budget by category, of the years whose budget is divided. */
static void
add_budget(const struct account *a, xmlNode *report)
{
	xmlNode *figures = figures_add(report, "investment", FEW_OPEN);
	size_t i;

	for (i = 0; i < a->year_count; i++)
		if (budget_of(a, NULL, a->years[i].year).kind != ECONOMY_NONE)
			figures_column_of(figures, first_day(a, a->years[i].year), FIGURE_MILLIONS, "year");
	figures_column(figures, "sum", FIGURE_MILLIONS);
	figures_column(figures, "share", FIGURE_SHARE);
	for (i = 0; i < a->category_count; i++)
		if (!a->categories[i]->saving && !a->categories[i]->whole)
			add_budget_row(a, figures_row(figures, a->categories[i]->code, NULL, a->categories[i]->title), a->categories[i]);
	add_budget_row(a, figures_total(figures, "total"), NULL);
}

static void
add_known(xmlNode *row, const char *column, bool known, long long amount)
{
	if (known)
		figure_money(row, column, amount);
	else
		figure_none(row, column, "no-line");
}

/* The sum of the years that have a figure; of none there is none. */
static void
add_sum(const struct account *a, xmlNode *row, const char *side, long long sum)
{
	bool saving = strcmp(side, "saved") == 0, known = false;
	size_t i;

	for (i = 0; i < a->count; i++)
		known = known || a->lines[i].saving == saving;
	add_known(row, side, known, sum);
}

static void
add_result(const struct account *a, xmlNode *report)
{
	xmlNode *figures = figures_add(report, "result", FEW_OPEN), *row;
	size_t i;

	figures_column(figures, "invested", FIGURE_MILLIONS);
	figures_column(figures, "saved", FIGURE_MILLIONS);
	figures_column(figures, "net", FIGURE_MILLIONS);
	figures_column(figures, "cumulative", FIGURE_MILLIONS);
	for (i = 0; i < a->year_count; i++) {
		row = figures_row(figures, first_day(a, a->years[i].year), "year", NULL);
		account_figure(row, "invested", a->years[i].invested);
		account_figure(row, "saved", a->years[i].saved);
		add_known(row, "net", a->years[i].net_known, a->years[i].net);
		add_known(row, "cumulative", a->years[i].cumulative_known, a->years[i].cumulative);
	}
	row = figures_total(figures, "total");
	add_sum(a, row, "invested", a->total.invested);
	add_sum(a, row, "saved", a->total.saved);
	add_known(row, "net", a->total.net_known, a->total.net);
	figures_chart(report, "result", CHART_BARS, "invested saved");
	figures_chart(report, "result", CHART_LINES, "net cumulative");
}

/* The whole budget of a year's investment beside what is known best: difference is what was spent beyond it. */
static void
add_deviation(const struct account *a, xmlNode *report)
{
	xmlNode *figures = figures_add(report, "deviation", FEW_OPEN), *row;
	long long budget = 0, best = 0;
	size_t i;

	figures_column(figures, "budget", FIGURE_MILLIONS);
	figures_column(figures, "best", FIGURE_MILLIONS);
	figures_column(figures, "difference", FIGURE_MILLIONS);
	for (i = 0; i < a->year_count; i++) {
		struct economy_figure planned = economy_sum(a->lines, a->count, a->years[i].year, false, ECONOMY_BUDGET);

		if (planned.kind == ECONOMY_NONE)
			continue;
		row = figures_row(figures, first_day(a, a->years[i].year), "year", NULL);
		figure_money(row, "budget", planned.amount);
		account_figure(row, "best", a->years[i].invested);
		figure_money(row, "difference", a->years[i].invested.amount - planned.amount);
		budget += planned.amount;
		best += a->years[i].invested.amount;
	}
	row = figures_total(figures, "total");
	figure_money(row, "budget", budget);
	figure_money(row, "best", best);
	figure_money(row, "difference", best - budget);
}

/* The years whose budget was divided are the investment's own; later ones are what comes of it. */
static void
add_within(const struct account *a, xmlNode *report)
{
	xmlNode *figures = figures_add(report, "within", FEW_OPEN), *row;
	struct economy_line *lines = talloc_array(a->owner, struct economy_line, (unsigned)a->count + 1);
	struct economy_year years[YEARS_MAX];
	struct economy_total total;
	size_t i, count = 0, within;

	for (i = 0; i < a->count; i++)
		if (budget_of(a, NULL, a->lines[i].year).kind != ECONOMY_NONE)
			lines[count++] = a->lines[i];
	within = economy_years(lines, count, years, YEARS_MAX, &total);
	figures_column(figures, "invested", FIGURE_MILLIONS);
	figures_column(figures, "saved", FIGURE_MILLIONS);
	figures_column(figures, "net", FIGURE_MILLIONS);
	if (within == 0)
		return;
	row = figures_row(figures, "own", NULL, talloc_asprintf(a->owner, "%ld–%ld", years[0].year, years[within - 1].year));
	figure_money(row, "invested", total.invested);
	figure_money(row, "saved", total.saved);
	add_known(row, "net", total.net_known, total.net);
	row = figures_row(figures, "all", NULL, talloc_asprintf(a->owner, "%ld–%ld", a->years[0].year, a->years[a->year_count - 1].year));
	add_sum(a, row, "invested", a->total.invested);
	add_sum(a, row, "saved", a->total.saved);
	add_known(row, "net", a->total.net_known, a->total.net);
}

static void
add_briefs(const struct account *a, xmlNode *report)
{
	xmlNode *brief = figures_brief(report, "net", FIGURE_MILLIONS);

	figures_brief_open(brief);
	add_known(brief, "value", a->total.net_known, a->total.net);
	brief = figures_brief(report, "a-krone", FIGURE_DECIMAL);
	figures_brief_open(brief);
	if (a->total.a_krone_known)
		figure_decimal(brief, "value", (double)a->total.a_krone / 100, 2, 0, -1, NULL);
	else
		figure_none(brief, "value", "no-line");
	brief = figures_brief(report, "break-even", FIGURE_YEAR);
	figures_brief_open(brief);
	if (a->total.break_even != 0)
		figure_count(brief, "value", a->total.break_even, NULL);
	else
		figure_none(brief, "value", "never");
}

static void
account_compute(struct db *db, const void *owner, const struct report_ask *ask, xmlNode *report, struct report_progress *progress)
{
	struct account *a = talloc_zero(owner, struct account);

	a->owner = a;
	if (!report_step(progress, 0, 2))
		return;
	rows_each(db, account_lines_sql, report_args(owner, ask), take_line, a);
	a->year_count = economy_years(a->lines, a->count, a->years, YEARS_MAX, &a->total);
	add_briefs(a, report);
	if (a->year_count > 0) {
		add_result(a, report);
		add_within(a, report);
		add_budget(a, report);
		add_deviation(a, report);
		account_lines_add(db, a, report_args(owner, ask), report);
	} else {
		figures_note(report, "no-lines", NULL);
	}
	if (report_step(progress, 1, 2))
		saved_add(db, owner, ask, report, &a->saved);
	if (a->saved.count > 0)
		years_add(a, ask, &a->saved, a->lines, a->count, report);
	if (a->year_count > 0 && (ask->department != NULL || ask->benefit != NULL))
		figures_note(report, "of-all", NULL);
	report_step(progress, 2, 2);
}

static const struct field fields[] = { { .name = "baseline", .type = FIELD_CHOICE, .source = question_baselines }, { 0 } };

const struct report report_account = {
	.name = "account", .takes = REPORT_PERIOD | REPORT_YEARS | REPORT_DEPARTMENT | REPORT_BENEFIT, .months = 240, .fields = fields, .queries = queries,
	.compute = account_compute,
};
