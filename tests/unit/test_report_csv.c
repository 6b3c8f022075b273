/* Figures as CSV, and as what is drawn: cells that are no formula, numbers that people round. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <talloc.h>

#include "domain/report/csv.h"
#include "domain/report/figures.h"
#include "domain/report/question.h"
#include "xml/node.h"

#include <cmocka.h>

static const struct { const char *text, *cell; } cells[] = {
	{ NULL, "" },
	{ "", "" },
	{ "Karla Koordin", "Karla Koordin" },
	{ "-15,5", "-15,5" },
	{ "12", "12" },
	{ "=1+1", "\"'=1+1\"" },
	{ "+45 12", "\"'+45 12\"" },
	{ "-x", "\"'-x\"" },
	{ "@SUM(A1)", "\"'@SUM(A1)\"" },
	{ "\tx", "\"'\tx\"" },
	{ "\rx", "\"'\rx\"" },
	{ "a;b", "\"a;b\"" },
	{ "si\"er", "\"si\"\"er\"" },
	{ "to\nlinjer", "\"to\nlinjer\"" },
	{ "-", "\"'-\"" },
	{ "-1;2", "\"'-1;2\"" },
};

static void
cells_are_safe(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cells / sizeof cells[0]; i++) {
		char *out = talloc_strdup(NULL, "");

		csv_cell(&out, 0, cells[i].text);
		if (strcmp(out, cells[i].cell) != 0)
			fail_msg("%s: %s", cells[i].text, out);
		talloc_free(out);
	}
}

static const char *
shown(xmlNode *figure)
{
	return node_get(figure, "shown");
}

static void
figures_are_rounded_as_people_do(void **state)
{
	xmlDoc *doc = node_document("report", NODE_PAGE_NAMESPACE);
	xmlNode *figures = figures_add(xmlDocGetRootElement(doc), "all", FEW_OPEN), *row;

	(void)state;
	figures_column(figures, "kroner", FIGURE_KRONER);
	figures_column(figures, "millions", FIGURE_MILLIONS);
	row = figures_row(figures, "one", NULL, "En");
	assert_string_equal(shown(figure_share(row, "share", 1, 8, NULL)), "12.5");
	assert_string_equal(shown(figure_share(row, "share", 1, 16, NULL)), "6.3");
	assert_string_equal(node_get(figure_share(row, "share", 1, 3, NULL), "value"), "33.333333333");
	assert_string_equal(node_get(figure_share(row, "share", 0, 0, NULL), "why"), "nobody");
	assert_string_equal(shown(figure_decimal(row, "mean", 10.75, 1, 4, 5, NULL)), "10.8");
	assert_string_equal(shown(figure_decimal(row, "mean", -0.04, 1, 1, 1, NULL)), "0.0");
	assert_string_equal(node_get(figure_decimal(row, "mean", NAN, 1, 0, -1, NULL), "why"), "nobody");
	assert_null(node_get(figure_decimal(row, "mean", -INFINITY, 1, 0, 0, NULL), "value"));
	assert_string_equal(shown(figure_money(row, "kroner", 123450)), "1235");
	assert_string_equal(shown(figure_money(row, "millions", -1550)), "-15.5");
	xmlFreeDoc(doc);
}

/* Of now it is a question of a day; of a moment it is the same for ever. */
static void
tomorrow_it_is_another_question(void **state)
{
	void *owner = talloc_new(NULL);
	struct report_question today = { .report = report_find("flow"), .ask = { .from = "2026-01-01", .today = "2026-03-31" } }, tomorrow = today;

	(void)state;
	tomorrow.ask.today = "2026-04-01";
	assert_true(question_close(owner, &today) && question_close(owner, &tomorrow));
	assert_string_equal(today.text, tomorrow.text);
	assert_string_not_equal(today.hash, tomorrow.hash);
	today.moment = tomorrow.moment = "2026-03-31 21:59:59";
	assert_true(question_close(owner, &today) && question_close(owner, &tomorrow));
	assert_string_equal(today.hash, tomorrow.hash);
	talloc_free(owner);
}

/* A chart's bars are as long as its table says, below nought, too. */
static void
charts_have_their_places(void **state)
{
	xmlDoc *doc = node_document("report", NODE_PAGE_NAMESPACE);
	xmlNode *report = xmlDocGetRootElement(doc), *figures = figures_add(report, "net", FEW_OPEN), *chart, *bar;

	(void)state;
	figures_column(figures, "net", FIGURE_COUNT);
	figure_count(figures_row(figures, "2015-01-01", "year", NULL), "net", -10, NULL);
	figure_count(figures_row(figures, "2016-01-01", "year", NULL), "net", 30, NULL);
	figures_chart(report, "net", CHART_BARS, "net");
	figures_chart(report, "nothing", CHART_BARS, "net");
	figures_draw(report);
	chart = node_child(report, "figures-chart");
	assert_null(node_next(chart, "figures-chart"));
	assert_string_equal(node_get(chart, "base"), "274");
	bar = node_child(chart, "chart-bar");
	assert_string_equal(node_get(bar, "y"), "209");
	assert_string_equal(node_get(bar, "height"), "65");
	bar = node_next(bar, "chart-bar");
	assert_string_equal(node_get(bar, "y"), "14");
	assert_string_equal(node_get(bar, "height"), "195");
	xmlFreeDoc(doc);
}

static const char *
empty_of(xmlNode *report, const char *kind, enum figure_kind column, const char *value, bool hidden)
{
	static const enum figures_chart kinds[] = { CHART_BARS, CHART_LINES };
	xmlNode *figures = figures_add(report, kind, FEW_OPEN), *figure, *chart;

	figures_column(figures, "n", column);
	figure = figure_count(figures_row(figures, "2026-01-01", "month", NULL), "n", 0, NULL);
	xmlUnsetProp(figure, BAD_CAST "value");
	node_set(figure, "value", value);
	node_set(figure, "hidden", hidden ? "yes" : NULL);
	figure_count(figures_total(figures, "total"), "n", 5, NULL);
	figures_chart(report, kind, kinds[kind[0] == 'l'], "n");
	figures_draw(report);
	for (chart = node_child(report, "figures-chart"); node_next(chart, "figures-chart") != NULL; chart = node_next(chart, "figures-chart"))
		;
	return node_get(chart, "empty");
}

/* Where nothing would be seen it is said why: totals are not drawn, a share of 0 as a line is. */
static void
empty_charts_say_so(void **state)
{
	xmlDoc *doc = node_document("report", NODE_PAGE_NAMESPACE);
	xmlNode *report = xmlDocGetRootElement(doc);

	(void)state;
	assert_string_equal(empty_of(report, "a", FIGURE_COUNT, NULL, false), "none");
	assert_string_equal(empty_of(report, "b", FIGURE_COUNT, NULL, true), "hidden");
	assert_string_equal(empty_of(report, "c", FIGURE_SHARE, "0", false), "zero");
	assert_string_equal(empty_of(report, "l1", FIGURE_COUNT, "0", false), "zero");
	assert_null(empty_of(report, "l2", FIGURE_SHARE, "0", false));
	assert_null(empty_of(report, "d", FIGURE_COUNT, "1", false));
	xmlFreeDoc(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_are_safe),
		cmocka_unit_test(figures_are_rounded_as_people_do), cmocka_unit_test(tomorrow_it_is_another_question),
		cmocka_unit_test(charts_have_their_places), cmocka_unit_test(empty_charts_say_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
