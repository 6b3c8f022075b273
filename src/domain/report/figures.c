#include "domain/report/figures.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rule/scoring.h"
#include "xml/node.h"

static const char *const kind_names[] = {
	[FIGURE_COUNT] = "count", [FIGURE_SHARE] = "share", [FIGURE_DECIMAL] = "decimal", [FIGURE_KRONER] = "kroner", [FIGURE_MILLIONS] = "millions",
	[FIGURE_DAYS] = "days", [FIGURE_WEEKS] = "weeks", [FIGURE_POINTS] = "points", [FIGURE_WORD] = "word", [FIGURE_YEAR] = "year",
};

xmlNode *
figures_add(xmlNode *report, const char *name, enum figures_few few)
{
	xmlNode *figures = node_add(report, "figures");

	node_set(figures, "name", name);
	if (few != FEW_OPEN)
		node_set(figures, "persons", few == FEW_ROUND ? "rounded" : "yes");
	if (few == FEW_HIDE)
		node_set(figures, "few", "hide");
	return figures;
}

void
figures_column(xmlNode *figures, const char *name, enum figure_kind kind)
{
	xmlNode *column = node_add(figures, "figures-column");

	node_set(column, "name", name);
	node_set(column, "kind", kind_names[kind]);
}

void
figures_column_of(xmlNode *figures, const char *name, enum figure_kind kind, const char *period)
{
	figures_column(figures, name, kind);
	node_set(xmlGetLastChild(figures), "period", period);
}

xmlNode *
figures_row(xmlNode *figures, const char *name, const char *kind, const char *title)
{
	xmlNode *row = node_add(figures, "figures-row");

	node_set(row, "name", name);
	node_set(row, "kind", kind);
	node_set(row, "title", title);
	return row;
}

xmlNode *
figures_total(xmlNode *figures, const char *name)
{
	xmlNode *row = figures_row(figures, name, NULL, NULL);

	node_set(row, "total", "yes");
	return row;
}

bool
figures_names(const char *names, const char *name)
{
	size_t length = strlen(name);
	const char *at;

	for (at = names; (at = strstr(at, name)) != NULL; at += length)
		if ((at == names || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
			return true;
	return false;
}

static void
mark_columns(xmlNode *figures, const char *names, const char *attribute, const char *value)
{
	xmlNode *column;

	for (column = node_child(figures, "figures-column"); column != NULL; column = node_next(column, "figures-column"))
		if (figures_names(names, node_get(column, "name")))
			node_set(column, attribute, value);
}

void
figures_parts(xmlNode *figures, const char *total, const char *parts)
{
	mark_columns(figures, parts, "adds", total);
}

void
figures_group(xmlNode *figures, const char *name, const char *columns)
{
	mark_columns(figures, columns, "group", name);
}

void
figures_counted(xmlNode *figures, const char *columns)
{
	mark_columns(figures, columns, "counted", "yes");
}

xmlNode *
figures_brief(xmlNode *report, const char *name, enum figure_kind kind)
{
	xmlNode *brief = node_add(report, "figures-brief");

	node_set(brief, "name", name);
	node_set(brief, "kind", kind_names[kind]);
	return brief;
}

void
figures_note(xmlNode *report, const char *key, const char *more)
{
	xmlNode *note = node_add(report, "figures-note");

	node_set(note, "key", key);
	if (more != NULL && more[0] != '\0')
		node_set(note, "more", more);
}

void
figures_note_few(xmlNode *report, const char *key, const char *more, const char *others)
{
	figures_note(report, key, more);
	node_set(xmlGetLastChild(report), "few", "yes");
	node_set(xmlGetLastChild(report), "others", others);
}

void
figures_chart(xmlNode *report, const char *figures, enum figures_chart kind, const char *columns)
{
	static const char *const names[] = { [CHART_BARS] = "bars", [CHART_STACK] = "stack", [CHART_LINES] = "lines", [CHART_STEPS] = "steps" };
	xmlNode *chart = node_add(report, "figures-chart");

	node_set(chart, "figures", figures);
	node_set(chart, "kind", names[kind]);
	node_set(chart, "columns", columns);
}

/* The kind of the column (or brief) that a figure of this row is in. */
static const char *
kind_of(const xmlNode *row, const char *name)
{
	const xmlNode *column;

	if (row == NULL || node_is(row, "figures-brief"))
		return node_get(row, "kind");
	for (column = node_child(row->parent, "figures-column"); column != NULL; column = node_next((xmlNode *)column, "figures-column"))
		if (strcmp(node_get(column, "name"), name) == 0)
			return node_get(column, "kind");
	return NULL;
}

static xmlNode *
add_figure(xmlNode *row, const char *column, const char *list)
{
	xmlNode *figure = node_add(row, "figure");

	node_set(figure, "column", column);
	node_set(figure, "list", list);
	return figure;
}

/* A number with as many decimals as it needs, at most nine; no minus before nothing. */
static void
set_number(xmlNode *figure, const char *attribute, double value, int decimals, bool trim)
{
	char text[64];
	size_t length;

	snprintf(text, sizeof text, "%.*f", decimals, value);
	length = strlen(text);
	while (trim && strchr(text, '.') != NULL && (text[length - 1] == '0' || text[length - 1] == '.')) {
		bool point = text[length - 1] == '.';

		text[--length] = '\0';
		if (point)
			break;
	}
	if (text[0] == '-' && strspn(text, "-0.") == length)
		memmove(text, text + 1, length);
	node_set(figure, attribute, text);
}

xmlNode *
figure_count(xmlNode *row, const char *column, long long count, const char *list)
{
	xmlNode *figure = add_figure(row, column, count == 0 ? NULL : list);

	node_set_int(figure, "value", count);
	return figure;
}

/* Tenths of a per cent, half up (away from 0), in whole numbers as long as they have room. */
static long long
tenths(long long numerator, long long denominator)
{
	long long n = llabs(numerator), d = llabs(denominator), t;

	if (n > 4000000000000000LL || d > 4000000000000000LL)
		return (long long)scoring_round((double)numerator / (double)denominator * 1000, 0);
	t = (n * 2000 + d) / (2 * d);
	return (numerator < 0) != (denominator < 0) ? -t : t;
}

xmlNode *
figure_share(xmlNode *row, const char *column, long long numerator, long long denominator, const char *list)
{
	xmlNode *figure;

	if (denominator == 0) {
		figure = figure_none(row, column, "nobody");
	} else {
		figure = add_figure(row, column, list);
		set_number(figure, "value", 100.0 * (double)numerator / (double)denominator, 9, true);
		set_number(figure, "shown", (double)tenths(numerator, denominator) / 10, 1, false);
	}
	node_set_int(figure, "numerator", numerator);
	node_set_int(figure, "denominator", denominator);
	return figure;
}

xmlNode *
figure_decimal(xmlNode *row, const char *column, double value, int decimals, long long n, long long of, const char *list)
{
	xmlNode *figure;

	if (!isfinite(value))
		return figure_none(row, column, "nobody");
	figure = add_figure(row, column, list);
	set_number(figure, "value", value, 9, true);
	set_number(figure, "shown", scoring_round(value, decimals), decimals, false);
	if (of < 0)
		return figure;
	node_set_int(figure, "n", n);
	node_set_int(figure, "of", of);
	return figure;
}

/* Kroner are shown whole, millions with one decimal; the rest is kept. */
xmlNode *
figure_money(xmlNode *row, const char *column, long long hundredths)
{
	xmlNode *figure = add_figure(row, column, NULL);
	const char *kind = kind_of(row, column);
	bool millions = kind != NULL && strcmp(kind, "millions") == 0;
	long long unit = millions ? 10 : 100, sign = hundredths < 0 ? -1 : 1;
	long long rounded = sign * ((sign * hundredths + unit / 2) / unit);

	set_number(figure, "value", (double)hundredths / 100, 2, true);
	set_number(figure, "shown", millions ? (double)rounded / 10 : (double)rounded, millions ? 1 : 0, false);
	return figure;
}

xmlNode *
figure_word(xmlNode *row, const char *column, const char *key)
{
	xmlNode *figure = add_figure(row, column, NULL);

	node_set(figure, "value", key);
	node_set(figure, "word", key);
	return figure;
}

xmlNode *
figure_day(xmlNode *row, const char *column, const char *iso)
{
	xmlNode *figure = add_figure(row, column, NULL);

	node_set(figure, "day", iso);
	return figure;
}

xmlNode *
figure_text(xmlNode *row, const char *column, const char *text)
{
	xmlNode *figure = add_figure(row, column, NULL);

	node_set(figure, "text", text);
	return figure;
}

xmlNode *
figure_none(xmlNode *row, const char *column, const char *why)
{
	xmlNode *figure = add_figure(row, column, NULL);

	node_set(figure, "why", why);
	return figure;
}

void
figure_mark(xmlNode *figure, const char *mark)
{
	node_set(figure, "mark", mark);
}

void
figure_others(xmlNode *figure, double value, int decimals)
{
	set_number(figure, "others", scoring_round(value, decimals), decimals, false);
}

void
figure_others_mean(xmlNode *figure, double value)
{
	figure_others(figure, value, fabs(value - round(value)) < 0.05 ? 0 : 1);
}

void
figure_others_word(xmlNode *figure, const char *key)
{
	node_set(figure, "others", key);
}

void
figure_others_mark(xmlNode *figure, const char *mark)
{
	node_set(figure, "others-mark", mark);
}

void
figures_brief_open(xmlNode *brief)
{
	node_set(brief, "open", "yes");
}

void
figure_few(xmlNode *figure)
{
	node_set(figure, "few", "yes");
}

void
figure_open(xmlNode *figure)
{
	node_set(figure, "open", "yes");
}

void
figures_rows(xmlNode *figures, enum figures_rows what)
{
	node_set(figures, "rows", what == ROWS_COME ? "come" : "end");
}

void
figures_whole(xmlNode *figures, enum figures_whole what)
{
	node_set(figures, "whole", what == WHOLE_ROWS ? "rows" : "table");
}
