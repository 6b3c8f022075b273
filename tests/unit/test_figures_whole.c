#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <libxml/tree.h>

#include "domain/report/figures.h"
#include "xml/node.h"

#include <cmocka.h>

enum { ROWS_MAX = 6, COLUMNS = 4 };
static const char *const columns[COLUMNS] = { "earlier", "opened", "closed", "after" };

static xmlNode *
table(xmlNode *report, const char *name, enum figures_whole whole, size_t rows, const long long counts[][COLUMNS])
{
	xmlNode *figures = figures_add(report, name, FEW_BY_READER);
	size_t r, c;

	for (c = 0; c < COLUMNS; c++)
		figures_column(figures, columns[c], FIGURE_COUNT);
	for (r = 0; r < rows; r++) {
		xmlNode *row = r + 1 < rows ? figures_row(figures, (const char *[]){ "a", "b", "c", "d", "e" }[r], NULL, NULL) : figures_total(figures, "total");

		for (c = 0; c < COLUMNS; c++)
			figure_count(row, columns[c], counts[r][c], NULL);
	}
	figures_whole(figures, whole);
	return figures;
}

/* "+" for a row that is shown, "-" for one that is hidden, all of it. */
static void
rows_are(xmlNode *figures, const char *want)
{
	char got[ROWS_MAX + 1] = "";
	xmlNode *row, *figure;

	for (row = node_child(figures, "figures-row"); row != NULL; row = node_next(row, "figures-row")) {
		size_t hidden = 0;

		for (figure = node_child(row, "figure"); figure != NULL; figure = node_next(figure, "figure"))
			hidden += node_get(figure, "hidden") != NULL && node_get(figure, "value") == NULL;
		assert_true(hidden == 0 || hidden == COLUMNS);
		strcat(got, hidden == 0 ? "+" : "-");
	}
	assert_string_equal(got, want);
}

static xmlNode *
report_new(xmlDoc **doc)
{
	*doc = xmlNewDoc(BAD_CAST "1.0");
	xmlDocSetRootElement(*doc, xmlNewNode(NULL, BAD_CAST "report"));
	return xmlDocGetRootElement(*doc);
}

static void
hidden_rows(void **state)
{
	static const struct { const char *name; enum figures_whole whole; size_t rows; long long counts[ROWS_MAX][COLUMNS]; const char *want; } cases[] = {
		{ "many", WHOLE_ROWS, 3, { { 10, 5, 5, 10 }, { 20, 0, 0, 20 }, { 30, 5, 5, 30 } }, "+++" },
		{ "few in one: the smallest other with it", WHOLE_ROWS, 4,
		    { { 10, 2, 6, 6 }, { 50, 9, 9, 50 }, { 20, 8, 8, 20 }, { 80, 19, 23, 76 } }, "-+-+" },
		{ "together still few", WHOLE_ROWS, 4, { { 10, 1, 0, 11 }, { 12, 1, 0, 13 }, { 20, 8, 8, 20 }, { 42, 10, 8, 44 } }, "---+" },
		{ "what was there follows from the rest of its row", WHOLE_ROWS, 3, { { 3, 7, 5, 5 }, { 50, 9, 9, 50 }, { 53, 16, 14, 55 } }, "--+" },
		{ "few in all", WHOLE_ROWS, 3, { { 10, 1, 5, 6 }, { 20, 2, 5, 17 }, { 30, 3, 10, 23 } }, "---" },
		{ "a month of few: none is told", WHOLE_TABLE, 4, { { 10, 5, 5, 10 }, { 10, 2, 5, 7 }, { 7, 5, 6, 6 }, { 10, 12, 16, 6 } }, "---+" },
		{ "months of many", WHOLE_TABLE, 3, { { 10, 5, 5, 10 }, { 10, 6, 5, 11 }, { 10, 11, 10, 11 } }, "+++" },
		{ "a period of few", WHOLE_TABLE, 2, { { 0, 3, 0, 3 }, { 0, 3, 0, 3 } }, "--" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		xmlDoc *doc;
		xmlNode *report = report_new(&doc), *figures = table(report, "stock", cases[i].whole, cases[i].rows, cases[i].counts);

		print_message("# %s\n", cases[i].name);
		figures_hide(report, false);
		rows_are(figures, cases[i].want);
		xmlFreeDoc(doc);
	}
}

/* Who may open the lists sees it all. */
static void
for_whom(void **state)
{
	static const long long counts[][COLUMNS] = { { 10, 2, 5, 7 }, { 10, 2, 5, 7 } };
	xmlDoc *doc;
	xmlNode *report = report_new(&doc), *figures = table(report, "stock", WHOLE_TABLE, 2, counts);

	(void)state;
	figures_hide(report, true);
	rows_are(figures, "++");
	xmlFreeDoc(doc);
}

/* A total that one table keeps, is not told by another. */
static void
two_tables(void **state)
{
	static const long long many[][COLUMNS] = { { 10, 5, 5, 10 }, { 20, 0, 0, 20 }, { 30, 5, 5, 30 } };
	static const long long few[][COLUMNS] = { { 10, 1, 0, 11 }, { 20, 4, 5, 19 }, { 30, 5, 5, 30 } };
	xmlDoc *doc;
	xmlNode *report = report_new(&doc), *first = table(report, "group", WHOLE_ROWS, 3, many), *second = table(report, "department", WHOLE_ROWS, 3, few);

	(void)state;
	figures_hide(report, false);
	rows_are(second, "--+");
	rows_are(first, "+++");
	xmlFreeDoc(doc);

	report = report_new(&doc);
	first = table(report, "group", WHOLE_ROWS, 3, many);
	second = table(report, "department", WHOLE_ROWS, 2, (const long long[][COLUMNS]){ { 30, 5, 5, 30 }, { 30, 5, 5, 3 } });
	figures_hide(report, false);
	rows_are(second, "--");
	rows_are(first, "---");
	xmlFreeDoc(doc);
}

static const char *
said(xmlNode *row, const char *column, const char *name)
{
	xmlNode *figure;

	for (figure = node_child(row, "figure"); figure != NULL; figure = node_next(figure, "figure"))
		if (strcmp(node_get(figure, "column"), column) == 0)
			return node_get(figure, name) == NULL ? "" : node_get(figure, name);
	return "";
}

/* A table of persons, a brief of them and one of none. */
static xmlNode *
people(xmlNode *report, long long treated)
{
	xmlNode *figures = figures_add(report, "people", FEW_BY_READER), *row, *brief;

	figures_column(figures, "persons", FIGURE_COUNT);
	figures_column(figures, "share", FIGURE_SHARE);
	figures_column(figures, "mean", FIGURE_DAYS);
	figures_column(figures, "points", FIGURE_POINTS);
	figures_column(figures, "saved", FIGURE_KRONER);
	figures_column(figures, "load", FIGURE_DECIMAL);
	row = figures_row(figures, "row", NULL, NULL);
	figure_count(row, "persons", 43, NULL);
	figure_share(row, "share", treated, 43, NULL);
	figure_decimal(row, "mean", 614.899796282, 1, 21, 43, NULL);
	figure_decimal(row, "points", 7.46, 1, 0, -1, NULL);
	figure_money(row, "saved", 11309419);
	figure_others(figure_decimal(row, "load", 42.5, 1, 0, -1, NULL), 37.5, 1);
	brief = figures_brief(report, "persons", FIGURE_COUNT);
	figure_count(brief, "value", 42, NULL);
	brief = figures_brief(report, "plans", FIGURE_COUNT);
	figures_brief_open(brief);
	figure_count(brief, "value", 3, NULL);
	return row;
}

/* Two answers that differ by one person say the same to who may not open the lists. */
static void
round_figures(void **state)
{
	xmlDoc *doc;
	xmlNode *report = report_new(&doc), *row = people(report, 21), *brief, *load = xmlGetLastChild(row);

	(void)state;
	figure_mark(load, "above");
	figure_others_mark(load, "within");
	figures_hide(report, false);
	assert_string_equal(said(row, "load", "mark"), "within");
	assert_string_equal(said(row, "load", "others-mark"), "");
	assert_string_equal(said(row, "persons", "value"), "45");
	assert_string_equal(said(row, "share", "value"), "44");
	assert_string_equal(said(row, "share", "shown"), "44");
	assert_string_equal(said(row, "share", "numerator"), "");
	assert_string_equal(said(row, "share", "denominator"), "");
	assert_string_equal(said(row, "mean", "value"), "610");
	assert_string_equal(said(row, "mean", "shown"), "610");
	assert_string_equal(said(row, "mean", "n"), "20");
	assert_string_equal(said(row, "mean", "of"), "45");
	assert_string_equal(said(row, "points", "value"), "7");
	assert_string_equal(said(row, "saved", "value"), "100000");
	assert_string_equal(said(row, "load", "value"), "37.5");
	assert_string_equal(said(row, "load", "others"), "");
	brief = node_child(report, "figures-brief");
	assert_string_equal(said(brief, "value", "value"), "40");
	assert_string_equal(said(node_next(brief, "figures-brief"), "value", "value"), "3");
	assert_string_equal(node_get(node_child(report, "figures-note"), "key"), "rounded");
	xmlFreeDoc(doc);

	report = report_new(&doc);
	row = people(report, 21);
	figure_mark(xmlGetLastChild(row), "above");
	figures_hide(report, true);
	assert_string_equal(said(row, "load", "mark"), "above");
	assert_string_equal(said(row, "persons", "value"), "43");
	assert_string_equal(said(row, "load", "value"), "42.5");
	assert_string_equal(said(row, "load", "others"), "");
	assert_null(node_child(report, "figures-note"));
	xmlFreeDoc(doc);

	report = report_new(&doc);
	row = people(report, 3);
	figures_hide(report, false);
	assert_string_equal(said(row, "share", "hidden"), "yes");
	assert_string_equal(said(row, "points", "hidden"), "yes");
	xmlFreeDoc(doc);
}

/* A table of parts: a row each of many, of few, and of few all in one part; its reasons. */
static xmlNode *
groups(xmlNode *report)
{
	static const struct { const char *name; long long one, other; const char *why; } of[] = { { "many", 20, 30, "nobody" }, { "others", 10, 10, "nobody" },
	    { "few", 2, 0, "nobody" }, { "some", 6, 2, "no-hours" } };
	xmlNode *figures = figures_add(report, "groups", FEW_BY_READER), *row;
	size_t i;

	figures_column(figures, "one", FIGURE_COUNT);
	figures_column(figures, "other", FIGURE_COUNT);
	figures_column(figures, "mean", FIGURE_DAYS);
	for (i = 0; i < sizeof of / sizeof of[0]; i++) {
		row = figures_row(figures, of[i].name, NULL, NULL);
		figure_count(row, "one", of[i].one, NULL);
		figure_count(row, "other", of[i].other, NULL);
		figure_none(row, "mean", of[i].why);
	}
	return figures;
}

static xmlNode *
row_named(xmlNode *figures, const char *name)
{
	xmlNode *row;

	for (row = node_child(figures, "figures-row"); row != NULL && strcmp(node_get(row, "name"), name) != 0; row = node_next(row, "figures-row"))
		;
	return row;
}

/* Why there is no figure is hidden with what stands beside it, but where it is no matter of people; so is that nobody is elsewhere; rows of few go. */
static void
reasons(void **state)
{
	xmlDoc *doc;
	xmlNode *report = report_new(&doc), *figures = groups(report), *open;

	(void)state;
	figures_hide(report, false);
	assert_string_equal(said(row_named(figures, "many"), "mean", "why"), "nobody");
	assert_string_equal(said(row_named(figures, "few"), "one", "hidden"), "yes");
	assert_string_equal(said(row_named(figures, "few"), "other", "hidden"), "yes");
	assert_string_equal(said(row_named(figures, "few"), "mean", "why"), "");
	assert_string_equal(said(row_named(figures, "few"), "mean", "hidden"), "yes");
	assert_string_equal(said(row_named(figures, "some"), "other", "hidden"), "yes");
	assert_string_equal(said(row_named(figures, "some"), "mean", "why"), "no-hours");
	xmlFreeDoc(doc);

	report = report_new(&doc);
	figures = groups(report);
	figures_rows(figures, ROWS_END);
	figures_hide(report, false);
	assert_non_null(row_named(figures, "others"));
	assert_null(row_named(figures, "few"));
	assert_null(row_named(figures, "some"));
	xmlFreeDoc(doc);

	report = report_new(&doc);
	figures = groups(report);
	figures_rows(figures, ROWS_COME);
	figures_hide(report, false);
	assert_null(row_named(figures, "few"));
	assert_non_null(row_named(figures, "some"));
	xmlFreeDoc(doc);

	report = report_new(&doc);
	figures = groups(report);
	figures_rows(figures, ROWS_COME);
	open = figure_decimal(row_named(figures, "few"), "hours", 1.37, 2, 0, -1, NULL);
	figure_open(open);
	figures_hide(report, false);
	assert_string_equal(said(row_named(figures, "few"), "hours", "value"), "1.37");
	assert_string_equal(said(row_named(figures, "few"), "one", "hidden"), "yes");
	xmlFreeDoc(doc);

	report = report_new(&doc);
	figures = groups(report);
	figures_rows(figures, ROWS_COME);
	figures_hide(report, true);
	assert_string_equal(said(row_named(figures, "few"), "mean", "why"), "nobody");
	xmlFreeDoc(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(hidden_rows), cmocka_unit_test(for_whom), cmocka_unit_test(two_tables), cmocka_unit_test(round_figures), cmocka_unit_test(reasons) };

	return cmocka_run_group_tests_name("figures_whole", tests, NULL, NULL);
}
