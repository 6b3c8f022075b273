/*
 * figures_draw.c - the places of a chart's parts, from what its table shows.
 *
 * Rows in time stand: their places along x in per cent, values along y in px, so that words keep their size at any width.  Rows that are words lie:
 * each has its name, and below it its bars from the left.
 */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/report/figures.h"
#include "domain/report/figures_empty.h"
#include "xml/node.h"

enum { SERIES_MAX = 12, TOP = 14, BASE = 274, BOTTOM = 34, NAME_HEIGHT = 22, BAR_HEIGHT = 14, ROW_GAP = 12, NARROW_PLACES = 4, WIDE_PLACES = 13 };

struct plot {
	xmlNode *chart;
	const char *series[SERIES_MAX];
	size_t series_count;
	xmlNode **rows;
	size_t count;
	bool stack, lying, line, whole;	/* whole: nothing but whole numbers */
	double low, high, step;
};

static bool
has(const xmlNode *node, const char *name, const char *value)
{
	const char *is = node_get(node, name);

	return is != NULL && strcmp(is, value) == 0;
}

static xmlNode *
figure_in(xmlNode *row, const char *column)
{
	xmlNode *figure;

	for (figure = node_child(row, "figure"); figure != NULL; figure = node_next(figure, "figure"))
		if (has(figure, "column", column))
			return figure;
	return NULL;
}

/* As it is shown; false where nothing is. */
static bool
value_in(xmlNode *row, const char *column, double *out)
{
	const xmlNode *figure = figure_in(row, column);
	const char *text = figure == NULL ? NULL : node_get(figure, "shown") != NULL ? node_get(figure, "shown") : node_get(figure, "value");

	if (text == NULL)
		return false;
	*out = strtod(text, NULL);
	return true;
}

static void
set(xmlNode *node, const char *name, double value)
{
	char text[32];
	size_t length;

	snprintf(text, sizeof text, "%.2f", value);
	for (length = strlen(text); text[length - 1] == '0'; length--)
		text[length - 1] = '\0';
	if (text[length - 1] == '.')
		text[length - 1] = '\0';
	node_set(node, name, strcmp(text, "-0") == 0 ? "0" : text);
}

static void
stretch(struct plot *plot, double value)
{
	plot->low = value < plot->low ? value : plot->low;
	plot->high = value > plot->high ? value : plot->high;
}

/* What is on each other reaches as far as its sum, up and down. */
static void
find_range(struct plot *plot)
{
	size_t r, s;

	for (r = 0; r < plot->count; r++) {
		double up = 0, down = 0, value;

		for (s = 0; s < plot->series_count; s++) {
			if (!value_in(plot->rows[r], plot->series[s], &value))
				continue;
			plot->whole = plot->whole && floor(value) >= value;
			if (!plot->stack)
				stretch(plot, value);
			*(value < 0 ? &down : &up) += value;
		}
		if (plot->stack) {
			stretch(plot, up);
			stretch(plot, down);
		}
	}
}

/* Four or five lines at numbers that people count by; whole ones where the figures are small. */
static void
find_steps(struct plot *plot)
{
	static const double nice[] = { 1, 2, 2.5, 5, 10 };
	double wanted, ten;
	size_t i = 0;

	plot->whole = true;
	find_range(plot);
	if (plot->high <= plot->low)
		plot->high = plot->low + 1;
	wanted = (plot->high - plot->low) / 4;
	ten = pow(10, floor(log10(wanted)));
	while (i + 1 < sizeof nice / sizeof nice[0] && nice[i] * ten < wanted - 1e-9)
		i++;
	plot->step = nice[i] * ten;
	if (plot->whole && floor(plot->step) < plot->step)
		plot->step = plot->step < 1 ? 1 : nice[i + 1] * ten;
	plot->low = floor(plot->low / plot->step + 1e-9) * plot->step;
	plot->high = ceil(plot->high / plot->step - 1e-9) * plot->step;
}

/* Where a value is: y in px where the chart stands, x in per cent where it lies. */
static double
place(const struct plot *plot, double value)
{
	double part = (value - plot->low) / (plot->high - plot->low);

	return plot->lying ? part * 100 : BASE - part * (BASE - TOP);
}

static double
row_height(const struct plot *plot)
{
	return NAME_HEIGHT + ROW_GAP + BAR_HEIGHT * (plot->stack ? 1.0 : (double)plot->series_count);
}

static void
draw_grid(const struct plot *plot)
{
	double value;

	for (value = plot->low; value <= plot->high + plot->step / 2; value += plot->step) {
		double at = fabs(value) < plot->step / 1000 ? 0 : value;
		xmlNode *grid = node_add(plot->chart, "chart-grid");

		set(grid, plot->lying ? "x" : "y", place(plot, at));
		set(grid, "value", at);
		if (at == 0)
			node_set(grid, "zero", "yes");
	}
}

/* Every row has its name where there is room; at 320 px for a few only, among which the last is. */
static void
draw_place(const struct plot *plot, size_t r)
{
	size_t each = (plot->count + WIDE_PLACES - 1) / WIDE_PLACES, narrow = (plot->count + NARROW_PLACES - 1) / NARROW_PLACES, from_end = plot->count - 1 - r;
	xmlNode *at;

	if (!plot->lying && from_end % each != 0)
		return;
	narrow += (each - narrow % each) % each;
	at = node_add(plot->chart, "chart-place");
	node_set(at, "row", node_get(plot->rows[r], "name"));
	if (plot->lying) {
		set(at, "y", (double)r * row_height(plot) + NAME_HEIGHT - 7);
		return;
	}
	set(at, "x", ((double)r + 0.5) * 100 / (double)plot->count);
	if (from_end % narrow != 0)
		node_set(at, "wide", "yes");
}

/* A bar from one value to another, in the row's place among its series. */
static void
draw_bar(const struct plot *plot, size_t r, size_t s, double from, double to)
{
	double a = place(plot, from), b = place(plot, to), slot = 100 / (double)plot->count;
	double width = plot->stack ? slot * 0.64 : slot * 0.8 / (double)plot->series_count;
	xmlNode *bar = node_add(plot->chart, "chart-bar");

	node_set_int(bar, "series", (long long)s + 1);
	node_set(bar, "column", plot->series[s]);
	node_set(bar, "row", node_get(plot->rows[r], "name"));
	node_set(bar, "mark", node_get(figure_in(plot->rows[r], plot->series[s]), "mark"));
	if (plot->lying) {
		set(bar, "x", fmin(a, b));
		set(bar, "width", fabs(a - b));
		set(bar, "y", (double)r * row_height(plot) + NAME_HEIGHT + (plot->stack ? 0.0 : (double)s * BAR_HEIGHT));
		set(bar, "height", BAR_HEIGHT - 2);
		return;
	}
	set(bar, "x", (double)r * slot + (plot->stack ? slot * 0.18 : slot * 0.1 + (double)s * width));
	set(bar, "width", plot->stack ? width : width * 0.92);
	set(bar, "y", fmin(a, b));
	set(bar, "height", fabs(a - b));
}

static void
draw_bars(const struct plot *plot)
{
	size_t r, s;

	for (r = 0; r < plot->count; r++) {
		double up = 0, down = 0, value;

		for (s = 0; s < plot->series_count; s++) {
			double *from = NULL;

			if (!value_in(plot->rows[r], plot->series[s], &value) || value == 0)
				continue;
			from = value < 0 ? &down : &up;
			draw_bar(plot, r, s, plot->stack ? *from : 0, plot->stack ? *from + value : value);
			*from += value;
		}
	}
}

static void
draw_piece(const struct plot *plot, size_t s, double x1, double y1, double x2, double y2)
{
	xmlNode *piece = node_add(plot->chart, "chart-piece");

	node_set_int(piece, "series", (long long)s + 1);
	set(piece, "x1", x1);
	set(piece, "y1", y1);
	set(piece, "x2", x2);
	set(piece, "y2", y2);
}

/* A line goes from value to value, steps go along and then up or down; where there is no value, they end. */
static void
draw_line(const struct plot *plot, size_t s)
{
	bool steps = has(plot->chart, "kind", "steps"), before = false;
	double x0 = 0, y0 = 0, value;
	size_t r;

	for (r = 0; r < plot->count; r++) {
		double x = ((double)r + 0.5) * 100 / (double)plot->count, y;
		xmlNode *dot;

		if (!value_in(plot->rows[r], plot->series[s], &value)) {
			before = false;
			continue;
		}
		y = place(plot, value);
		if (before)
			draw_piece(plot, s, x0, y0, x, steps ? y0 : y);
		if (before && steps)
			draw_piece(plot, s, x, y0, x, y);
		x0 = x;
		y0 = y;
		before = true;
		if (steps && plot->count > WIDE_PLACES)
			continue;
		dot = node_add(plot->chart, "chart-dot");
		node_set_int(dot, "series", (long long)s + 1);
		set(dot, "x", x);
		set(dot, "y", y);
	}
}

static void
take_series(struct plot *plot, void *owner)
{
	char *rest = NULL, *word;

	for (word = strtok_r(talloc_strdup(owner, node_get(plot->chart, "columns")), " ", &rest); word != NULL && plot->series_count < SERIES_MAX;
	     word = strtok_r(NULL, " ", &rest))
		plot->series[plot->series_count++] = word;
}

static void
take_rows(struct plot *plot, void *owner, xmlNode *figures)
{
	xmlNode *row;

	plot->rows = talloc_array(owner, xmlNode *, 0);
	for (row = node_child(figures, "figures-row"); row != NULL; row = node_next(row, "figures-row")) {
		if (has(row, "total", "yes"))
			continue;
		plot->lying = plot->lying || node_get(row, "kind") == NULL;
		plot->rows = talloc_realloc(owner, plot->rows, xmlNode *, (unsigned)plot->count + 1);
		plot->rows[plot->count++] = row;
	}
	plot->lying = plot->lying && !plot->line;
}

static void
draw(struct plot *plot)
{
	size_t r, s;

	node_set_int(plot->chart, "base", plot->lying ? (long long)((double)plot->count * row_height(plot)) : BASE);
	node_set_int(plot->chart, "height", (plot->lying ? (long long)((double)plot->count * row_height(plot)) : BASE) + BOTTOM);
	if (plot->lying)
		node_set(plot->chart, "lying", "yes");
	draw_grid(plot);
	for (r = 0; r < plot->count; r++)
		draw_place(plot, r);
	if (!plot->line)
		draw_bars(plot);
	for (s = 0; plot->line && s < plot->series_count; s++)
		draw_line(plot, s);
}

static void
draw_of(xmlNode *chart, xmlNode *figures)
{
	void *owner = talloc_new(NULL);
	struct plot plot = { .chart = chart, .stack = has(chart, "kind", "stack"), .line = has(chart, "kind", "lines") || has(chart, "kind", "steps") };

	take_series(&plot, owner);
	take_rows(&plot, owner, figures);
	find_steps(&plot);
	draw(&plot);
	talloc_free(owner);
}

/* A chart of a table that is not there goes; one in which nothing would be seen says why. */
void
figures_draw(xmlNode *report)
{
	xmlNode *chart, *next, *figures;
	const char *empty;

	for (chart = node_child(report, "figures-chart"); chart != NULL; chart = next) {
		next = node_next(chart, "figures-chart");
		for (figures = node_child(report, "figures"); figures != NULL && !has(figures, "name", node_get(chart, "figures")); figures = node_next(figures, "figures"))
			;
		empty = figures == NULL ? NULL : figures_empty(chart, figures);
		if (empty != NULL) {
			node_set(chart, "empty", empty);
			node_set(chart, "base", "0");
			node_set(chart, "height", "0");
		} else if (figures != NULL) {
			draw_of(chart, figures);
		} else {
			xmlUnlinkNode(chart);
			xmlFreeNode(chart);
		}
	}
}
