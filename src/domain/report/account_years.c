#include "domain/report/account_years.h"

#include <string.h>
#include <talloc.h>

#include "domain/report/figures.h"

enum { OERE = 1000000 };	/* in a hundredth of a million kroner */

void
years_take(struct saved_years *years, long year, const struct saved_year *month)
{
	struct saved_year *is = years->count == 0 ? NULL : &years->year[years->count - 1];

	if (is == NULL || is->year != year) {
		if (years->count == SAVED_YEARS_MAX)
			return;
		is = &years->year[years->count++];
		*is = (struct saved_year){ .year = year, .known = true };
	}
	is->expected += month->expected;
	is->actual += month->actual;
	is->known = is->known && month->known;
	is->expected_few = is->expected_few || month->expected_few;
	is->actual_few = is->actual_few || month->actual_few;
}

xmlNode *
account_figure(xmlNode *row, const char *column, struct economy_figure is)
{
	static const char *const marks[] = { [ECONOMY_BUDGET] = "budget", [ECONOMY_FORECAST] = "forecast", [ECONOMY_ACTUAL] = "actual" };
	xmlNode *figure;

	if (is.kind == ECONOMY_NONE)
		return figure_none(row, column, "no-line");
	figure = figure_money(row, column, is.amount);
	figure_mark(figure, is.mixed ? "mixed" : marks[is.kind]);
	return figure;
}

/* A figure of few people; few may be why one is not known. */
static void
mark_few(xmlNode *figure, const char *why, bool few)
{
	if (few && (why == NULL || strcmp(why, "no-rate") == 0))
		figure_few(figure);
}

/* A figure that is known, or why it is not. */
static void
add(xmlNode *row, const char *column, const char *why, long long oere, bool few)
{
	xmlNode *figure = why == NULL ? figure_money(row, column, oere) : figure_none(row, column, why);

	mark_few(figure, why, few);
}

/* Why nobody knows what was saved; NULL: it is known. */
static const char *
why_unsaved(const struct saved_years *years, const struct saved_year *is)
{
	return years->unexpected != NULL ? years->unexpected : is->known ? NULL : "no-rate";
}

/* Both sides of the years in øre.  A line of no kind: there is the year, and nothing is known of it. */
static size_t
both_sides(const struct saved_years *years, const struct economy_line *lines, size_t count, struct economy_line *out)
{
	size_t i, n = 0;

	for (i = 0; i < years->count; i++) {
		const struct saved_year *is = &years->year[i];
		struct economy_figure invested = economy_best(lines, count, is->year, false);

		out[n++] = (struct economy_line){ .year = is->year, .kind = invested.kind, .amount = invested.amount * OERE };
		out[n++] = (struct economy_line){ .year = is->year, .saving = true, .kind = why_unsaved(years, is) == NULL ? ECONOMY_ACTUAL : ECONOMY_NONE,
		    .amount = why_unsaved(years, is) == NULL ? is->expected - is->actual : 0 };
	}
	return n;
}

static xmlNode *
add_columns(xmlNode *report)
{
	static const char *const columns[] = { "expected", "actual", "saved", "invested", "net", "cumulative" };
	xmlNode *figures = figures_add(report, "computed-years", FEW_BY_READER);
	size_t i;

	for (i = 0; i < sizeof columns / sizeof columns[0]; i++)
		figures_column(figures, columns[i], FIGURE_KRONER);
	return figures;
}

/* What all years together are, with why it is not known what was saved, and why there is no net. */
struct sums { struct saved_year all; const char *unsaved, *why; };

static void
add_saved(const struct saved_years *years, xmlNode *row, const struct saved_year *is)
{
	const char *why = why_unsaved(years, is);

	add(row, "expected", why, is->expected, is->expected_few || (!is->known && is->actual_few));
	add(row, "actual", is->known ? NULL : "no-rate", is->actual, is->actual_few || (!is->known && is->expected_few));
	add(row, "saved", why, is->expected - is->actual, is->expected_few || is->actual_few);
}

static const char *
why_no_net(const char *of_part, const char *unsaved, bool known)
{
	return known ? NULL : of_part != NULL ? of_part : unsaved != NULL ? unsaved : "no-line";
}

static void
add_rows(const void *owner, const struct saved_years *years, const struct economy_year *net, const char *of_part, xmlNode *figures, struct sums *sums)
{
	size_t i;

	sums->all.known = true;
	for (i = 0; i < years->count; i++) {
		const struct saved_year *is = &years->year[i];
		xmlNode *row = figures_row(figures, talloc_asprintf(owner, "%ld-01-01", is->year), "year", NULL);
		bool few = is->expected_few || is->actual_few;

		sums->all.expected += is->expected;
		sums->all.actual += is->actual;
		sums->all.known = sums->all.known && is->known;
		sums->all.expected_few = sums->all.expected_few || is->expected_few;
		sums->all.actual_few = sums->all.actual_few || is->actual_few;
		add_saved(years, row, is);
		if (of_part != NULL)
			figure_none(row, "invested", of_part);
		else
			account_figure(row, "invested", net[i].invested);
		add(row, "net", why_no_net(of_part, why_unsaved(years, is), net[i].net_known), net[i].net, few);
		add(row, "cumulative", why_no_net(of_part, why_unsaved(years, &sums->all), net[i].cumulative_known), net[i].cumulative, sums->all.expected_few || sums->all.actual_few);
	}
}

static void
add_briefs(const struct economy_total *total, const struct sums *sums, xmlNode *report)
{
	bool few = sums->all.expected_few || sums->all.actual_few;
	xmlNode *brief = figures_brief(report, "computed-saved", FIGURE_KRONER), *figure;

	add(brief, "value", sums->unsaved, sums->all.expected - sums->all.actual, few);
	add(figures_brief(report, "computed-net", FIGURE_KRONER), "value", sums->why, total->net, few);
	brief = figures_brief(report, "computed-a-krone", FIGURE_DECIMAL);
	figure = total->a_krone_known ? figure_decimal(brief, "value", (double)total->a_krone / 100, 2, 0, -1, NULL) :
	    figure_none(brief, "value", sums->why == NULL ? "no-line" : sums->why);
	mark_few(figure, total->a_krone_known ? NULL : sums->why, few);
	brief = figures_brief(report, "computed-break-even", FIGURE_YEAR);
	figure = total->break_even != 0 ? figure_count(brief, "value", total->break_even, NULL) : figure_none(brief, "value", sums->why == NULL ? "never" : sums->why);
	mark_few(figure, total->break_even != 0 ? NULL : sums->why, few);
}

void
years_add(const void *owner, const struct report_ask *ask, const struct saved_years *years, const struct economy_line *lines, size_t count, xmlNode *report)
{
	struct economy_line *both = talloc_array(owner, struct economy_line, 2 * SAVED_YEARS_MAX);
	struct economy_year *net = talloc_array(both, struct economy_year, SAVED_YEARS_MAX);
	const char *of_part = ask->department != NULL || ask->benefit != NULL ? "of-all" : NULL;
	struct economy_total total;
	struct sums sums = { .why = NULL };
	xmlNode *figures, *row;
	size_t i;

	economy_years(both, both_sides(years, lines, of_part != NULL ? 0 : count, both), net, SAVED_YEARS_MAX, &total);
	for (i = 0; i < years->count && of_part == NULL; i++)
		net[i].invested.mixed = economy_best(lines, count, years->year[i].year, false).mixed;
	figures = add_columns(report);
	add_rows(owner, years, net, of_part, figures, &sums);
	sums.unsaved = why_unsaved(years, &sums.all);
	sums.why = why_no_net(of_part, sums.unsaved, total.net_known);
	row = figures_total(figures, "total");
	add_saved(years, row, &sums.all);
	if (of_part != NULL || total.invested == 0)
		figure_none(row, "invested", of_part != NULL ? of_part : "no-line");
	else
		figure_money(row, "invested", total.invested);
	add(row, "net", sums.why, total.net, sums.all.expected_few || sums.all.actual_few);
	add_briefs(&total, &sums, report);
	talloc_free(both);
}
