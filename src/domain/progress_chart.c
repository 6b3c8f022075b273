#include "domain/progress_chart.h"

#include <stdlib.h>
#include <string.h>

#include "rule/progression.h"
#include "xml/node.h"

/* Words stand apart: of marks across (hundredths of a per cent) and down, and "missing" of two lines. */
enum { MARK_NEAR = 4500, MARK_TOP = 15, MARK_STEP = 15, MARK_ROWS = 3, MARK_TURN = 5500, MISSING_NEAR = 24, TARGET_ABOVE = -5, TARGET_BELOW = 15 };

static void
set_place(xmlNode *node, const char *name, long hundredths)
{
	node_set_format(node, name, "%ld.%02ld", hundredths / 100, hundredths % 100);
}

static long
place(const struct progress_chart *chart, const char *day)
{
	return progression_x(chart->days[0], chart->days[chart->count - 1], day);
}

/* The nearest given value: before i, else after it; NULL when nothing was given. */
static const struct chart_point *
nearest(const struct progress_chart *chart, const struct chart_line *line, size_t i)
{
	size_t j;

	for (j = i + 1; j-- > 0;)
		if (line->points[j].given)
			return &line->points[j];
	for (j = i + 1; j < chart->count; j++)
		if (line->points[j].given)
			return &line->points[j];
	return NULL;
}

static long
height_of(const struct progress_chart *chart, const struct chart_line *line, size_t i)
{
	const struct chart_point *near = nearest(chart, line, i);

	return progression_y(near == NULL ? 0 : near->value);
}

static void
add_pieces(xmlNode *series, const struct progress_chart *chart, const struct chart_line *line)
{
	size_t last = chart->count, i;
	xmlNode *piece;

	for (i = 0; i < chart->count; i++) {
		if (!line->points[i].given)
			continue;
		if (last < chart->count) {
			piece = node_add(series, "line");
			set_place(piece, "x1", place(chart, chart->days[last]));
			node_set_int(piece, "y1", progression_y(line->points[last].value));
			set_place(piece, "x2", place(chart, chart->days[i]));
			node_set_int(piece, "y2", progression_y(line->points[i].value));
			node_set(piece, "gap", i > last + 1 ? "yes" : NULL);
		}
		last = i;
	}
}

/* "Missing", or "not possible", is written once for a row of them, and once for two lines that lie close together. */
static bool
is_mute(const struct progress_chart *chart, size_t n, size_t i)
{
	const struct chart_line *line = &chart->lines[n];

	if (i > 0 && !line->points[i - 1].given && line->points[i - 1].impossible == line->points[i].impossible)
		return true;
	return n > 0 && !chart->lines[0].points[i].given
	    && labs(height_of(chart, line, i) - height_of(chart, &chart->lines[0], i)) < MISSING_NEAR;
}

static void
add_points(xmlNode *series, const struct progress_chart *chart, size_t n)
{
	const struct chart_line *line = &chart->lines[n];
	xmlNode *node;
	size_t i;

	for (i = 0; i < chart->count; i++) {
		const struct chart_point *point = &line->points[i];

		node = node_add(series, "point");
		set_place(node, "x", place(chart, chart->days[i]));
		node_set_int(node, "y", height_of(chart, line, i));
		node_set(node, "at", chart->days[i]);
		node_set(node, "on", point->on != NULL && strcmp(point->on, chart->days[i]) != 0 ? point->on : NULL);
		if (point->given)
			node_set_int(node, "value", point->value);
		node_set(node, "missing", point->given ? NULL : "yes");
		node_set(node, "impossible", point->impossible ? "yes" : NULL);
		node_set(node, "above", !point->given && height_of(chart, line, i) + MISSING_NEAR > PROGRESSION_BOTTOM ? "yes" : NULL);
		node_set(node, "mute", !point->given && is_mute(chart, n, i) ? "yes" : NULL);
		node_set(node, "corrected", point->corrected ? "yes" : NULL);
	}
}

static void
add_series(xmlNode *parent, const struct progress_chart *chart, size_t n, long label)
{
	const struct chart_line *line = &chart->lines[n];
	const struct chart_point *last = nearest(chart, line, chart->count - 1);
	xmlNode *series = node_add(parent, "series");

	node_set(series, "name", line->name);
	node_set(series, "style", line->style);
	if (last != NULL) {
		node_set_int(series, "last", last->value);
		node_set_int(series, "label-y", label + 5);
	}
	add_pieces(series, chart, line);
	add_points(series, chart, n);
}

static void
add_lines(xmlNode *node, const struct progress_chart *chart)
{
	long labels[CHART_LINES_MAX] = { 0 };
	bool drawn = true;
	size_t n;

	for (n = 0; n < chart->lines_count; n++) {
		labels[n] = height_of(chart, &chart->lines[n], chart->count - 1);
		drawn = drawn && nearest(chart, &chart->lines[n], chart->count - 1) != NULL;
	}
	if (chart->lines_count == CHART_LINES_MAX && drawn)
		progression_part_labels(&labels[0], &labels[1]);
	for (n = 0; n < chart->lines_count; n++)
		add_series(node, chart, n, labels[n]);
}

/* How differently the two see it. */
static void
add_apart(xmlNode *node, const struct progress_chart *chart)
{
	size_t i;

	for (i = 0; chart->lines_count == CHART_LINES_MAX && i < chart->count; i++) {
		const struct chart_point *a = &chart->lines[0].points[i], *b = &chart->lines[1].points[i];
		xmlNode *apart;

		if (!a->given || !b->given)
			continue;
		apart = node_add(node, "apart");
		set_place(apart, "x", place(chart, chart->days[i]));
		node_set_int(apart, "y1", progression_y(a->value));
		node_set_int(apart, "y2", progression_y(b->value));
		node_set(apart, "at", chart->days[i]);
		node_set_int(apart, "points", abs(a->value - b->value));
		node_set(apart, "notable", abs(a->value - b->value) >= PROGRESSION_NOTICEABLE ? "yes" : NULL);
	}
}

static int
within(int value)
{
	return value < 0 ? 0 : value > PROGRESSION_MAX ? PROGRESSION_MAX : value;
}

/* Does a line begin where the words above the target's line would stand? */
static bool
starts_near(const struct progress_chart *chart)
{
	size_t n;

	for (n = 0; n < chart->lines_count; n++) {
		const struct chart_point *first = &chart->lines[n].points[0];

		if (first->given && (first->value == chart->target || first->value == chart->target + 1))
			return true;
	}
	return false;
}

static void
add_ground(xmlNode *node, const struct progress_chart *chart)
{
	xmlNode *part;
	long top;
	int value;

	if (chart->start >= 0) {
		top = progression_y(within(chart->start + chart->noticeable - 1));
		part = node_add(node, "band");
		node_set_int(part, "top", top);
		node_set_int(part, "height", progression_y(within(chart->start - chart->noticeable + 1)) - top);
		node_set(part, "key", "no-change");
		node_set_int(part, "points", chart->noticeable);
	}
	for (value = 0; value <= PROGRESSION_MAX; value += 2) {
		part = node_add(node, "grid");
		node_set_int(part, "y", progression_y(value));
		node_set_int(part, "value", value);
	}
	if (chart->target >= 0) {
		part = node_add(node, "target");
		node_set_int(part, "y", progression_y(chart->target));
		node_set_int(part, "value", chart->target);
		node_set_int(part, "label-y", progression_y(chart->target) + (starts_near(chart) ? TARGET_BELOW : TARGET_ABOVE));
	}
}

static int
by_day(const void *a, const void *b)
{
	return strcmp(((const struct chart_mark *)a)->at, ((const struct chart_mark *)b)->at);
}

/* Those between the first column and the last, each a row lower where the one before it is near. */
static void
add_marks(xmlNode *node, const struct progress_chart *chart)
{
	struct chart_mark marks[CHART_MARKS_MAX];
	long before = -MARK_NEAR;
	int row = 0;
	size_t i;

	memcpy(marks, chart->marks, sizeof marks);
	qsort(marks, chart->marks_count, sizeof marks[0], by_day);
	for (i = 0; i < chart->marks_count; i++) {
		long x = place(chart, marks[i].at);
		xmlNode *mark;

		if (x < 0)
			continue;
		row = x - before < MARK_NEAR ? (row + 1) % MARK_ROWS : 0;
		before = x;
		mark = node_add(node, "mark");
		set_place(mark, "x", x);
		node_set_int(mark, "y", MARK_TOP + row * MARK_STEP);
		node_set(mark, "at", marks[i].at);
		node_set(mark, "key", marks[i].key);
		if (marks[i].n > 0)
			node_set_int(mark, "n", marks[i].n);
		node_set(mark, "side", x > MARK_TURN ? "start" : NULL);
	}
}

/* The last column has its date; others as there is room. */
static void
add_ticks(xmlNode *node, const struct progress_chart *chart)
{
	size_t wide = progression_tick_each(chart->count, false), narrow = progression_tick_each(chart->count, true), i;

	narrow += (wide - narrow % wide) % wide;
	for (i = 0; i < chart->count; i++) {
		size_t from_end = chart->count - 1 - i;
		xmlNode *tick;

		if (from_end % wide != 0)
			continue;
		tick = node_add(node, "tick");
		set_place(tick, "x", place(chart, chart->days[i]));
		node_set(tick, "at", chart->days[i]);
		node_set(tick, "wide", from_end % narrow != 0 ? "yes" : NULL);
	}
}

xmlNode *
progress_chart_add(xmlNode *parent, const struct progress_chart *chart)
{
	xmlNode *node = node_add(parent, "chart");

	node_set(node, "name", chart->name);
	node_set(node, "title", chart->title);
	node_set_int(node, "height", PROGRESSION_HEIGHT);
	set_place(node, "left", PROGRESSION_LEFT);
	set_place(node, "right", PROGRESSION_RIGHT);
	node_set_int(node, "base", PROGRESSION_BOTTOM);
	add_ground(node, chart);
	add_marks(node, chart);
	add_apart(node, chart);
	add_lines(node, chart);
	add_ticks(node, chart);
	return node;
}

void
progress_chart_mark(struct progress_chart *chart, const char *at, const char *key, int n)
{
	if (chart->marks_count < CHART_MARKS_MAX)
		chart->marks[chart->marks_count++] = (struct chart_mark){ at, key, n };
}
