/* figures_hide.c - what may not be told of few people, taken out of a report's tables and of what it says in short. */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/report/figures.h"
#include "domain/report/figures_round.h"
#include "domain/report/figures_whole.h"
#include "rule/suppression.h"
#include "xml/node.h"

/* The counts of a table that add up: rows (the total one last) by columns (the total one last). */
struct grid { struct cell *cells; xmlNode **figures; size_t rows, columns; };

static bool
has(const xmlNode *node, const char *name, const char *value)
{
	const char *is = node_get(node, name);

	return is != NULL && strcmp(is, value) == 0;
}

/* Why there is none, whoever there is: what was not asked, typed, or told by somebody else.  Each other reason tells of people. */
bool
figure_why_is_open(const xmlNode *figure)
{
	static const char *const open[] = { "no-hours", "no-target", "no-line", "no-rate", "no-baseline", "no-comparison", "from-elsewhere", "not-judged", "not-told",
	    "before-data", "no-data", "no-staff", "never", "of-all" };
	size_t i;

	for (i = 0; i < sizeof open / sizeof open[0]; i++)
		if (has(figure, "why", open[i]))
			return true;
	return false;
}

void
figure_hide(xmlNode *figure)
{
	static const char *const gone[] = { "value", "shown", "numerator", "denominator", "n", "of", "list", "word", "mark", "why", "few", "others", "others-mark" };
	size_t i;

	if (has(figure, "open", "yes"))
		return;
	for (i = 0; i < sizeof gone / sizeof gone[0]; i++)
		xmlUnsetProp(figure, BAD_CAST gone[i]);
	node_set(figure, "hidden", "yes");
}

static bool
is_hidden(const xmlNode *figure)
{
	return has(figure, "hidden", "yes");
}

static xmlNode *
figure_in(const xmlNode *row, const char *column)
{
	xmlNode *figure;

	for (figure = node_child((xmlNode *)row, "figure"); figure != NULL; figure = node_next(figure, "figure"))
		if (has(figure, "column", column))
			return figure;
	return NULL;
}

static long
count_of(const xmlNode *figure)
{
	const char *value = figure == NULL ? NULL : node_get(figure, "value");

	return value == NULL ? 0 : atol(value);
}

static long
number_of(const xmlNode *figure, const char *name)
{
	const char *value = node_get(figure, name);

	return value == NULL ? -1 : atol(value);
}

/* The columns that add up to total, then total itself; where none do, it is the sum of itself. */
static size_t
columns_of(const xmlNode *figures, const char *total, const char **out, size_t most)
{
	const xmlNode *column;
	size_t count = 0;

	for (column = node_child((xmlNode *)figures, "figures-column"); column != NULL; column = node_next((xmlNode *)column, "figures-column"))
		if (has(column, "adds", total) && count + 1 < most)
			out[count++] = node_get(column, "name");
	if (count == 0)
		out[count++] = total;
	out[count++] = total;
	return count;
}

/* Rows in their order, the total one last. */
static size_t
rows_of(const xmlNode *figures, const void *owner, xmlNode ***out, bool *total_row)
{
	xmlNode *row, *total = NULL;
	size_t count = 0, room = 1;

	for (row = node_child((xmlNode *)figures, "figures-row"); row != NULL; row = node_next(row, "figures-row"))
		room++;
	*out = talloc_array(owner, xmlNode *, (unsigned)room);
	for (row = node_child((xmlNode *)figures, "figures-row"); row != NULL; row = node_next(row, "figures-row")) {
		if (total == NULL && has(row, "total", "yes"))
			total = row;
		else
			(*out)[count++] = row;
	}
	*total_row = total != NULL;
	if (total != NULL)
		(*out)[count++] = total;
	return count;
}

/* What stands in the margins is what the others are, whatever the table says: they are its sums. */
static void
grid_sum(struct grid *grid)
{
	size_t r, c, last = grid->columns - 1;

	for (c = 0; c < grid->columns; c++)
		for (r = 0, grid->cells[(grid->rows - 1) * grid->columns + c].count = 0; r + 1 < grid->rows; r++)
			grid->cells[(grid->rows - 1) * grid->columns + c].count += grid->cells[r * grid->columns + c].count;
	for (r = 0; r < grid->rows; r++)
		for (c = 0, grid->cells[r * grid->columns + last].count = 0; c < last; c++)
			grid->cells[r * grid->columns + last].count += grid->cells[r * grid->columns + c].count;
}

static void
grid_hide(const void *owner, xmlNode **rows, size_t row_count, bool total_row, const char **columns, size_t column_count)
{
	struct grid grid = { .rows = row_count + !total_row, .columns = column_count };
	size_t r, c, i;

	grid.cells = talloc_zero_array(owner, struct cell, (unsigned)(grid.rows * grid.columns));
	grid.figures = talloc_zero_array(owner, xmlNode *, (unsigned)(grid.rows * grid.columns));
	for (r = 0; r < row_count; r++)
		for (c = 0; c < column_count; c++) {
			i = r * grid.columns + c;
			grid.figures[i] = figure_in(rows[r], columns[c]);
			grid.cells[i].count = count_of(grid.figures[i]);
		}
	grid_sum(&grid);
	suppression_table(grid.cells, grid.rows, grid.columns);
	for (i = 0; i < grid.rows * grid.columns; i++)
		if (!grid.cells[i].shown && grid.figures[i] != NULL && node_get(grid.figures[i], "value") != NULL)
			figure_hide(grid.figures[i]);
}

static bool
row_hides(const xmlNode *row)
{
	const xmlNode *figure;

	for (figure = node_child((xmlNode *)row, "figure"); figure != NULL; figure = node_next((xmlNode *)figure, "figure"))
		if (is_hidden(figure))
			return true;
	return false;
}

/* A share tells its two numbers, a mean that it is of so many: neither of few, and none beside a count that is hidden. */
static bool
tells_of_few(const xmlNode *figure)
{
	long numerator = number_of(figure, "numerator"), denominator = number_of(figure, "denominator");

	if (has(figure, "few", "yes"))
		return true;
	if (denominator >= 0)
		return !suppression_allows(denominator) || !suppression_allows_part(denominator, numerator);
	if (number_of(figure, "of") >= 0)
		return number_of(figure, "n") < SUPPRESSION_LEAST || !suppression_allows_part(number_of(figure, "of"), number_of(figure, "n"));
	return false;
}

/* Is it in a column of this kind? */
static bool
is_of(const xmlNode *figure, const char *kind)
{
	const xmlNode *column;

	for (column = node_child(figure->parent->parent, "figures-column"); column != NULL; column = node_next((xmlNode *)column, "figures-column"))
		if (has(column, "name", node_get(figure, "column")))
			return has(column, "kind", kind);
	return false;
}

/* Where of a row nothing is counted but who is hidden, and nobody, the latter tells that those are nowhere else. */
static void
nobody_hide(xmlNode *row)
{
	bool hides = false, tells = false;
	xmlNode *figure;

	for (figure = node_child(row, "figure"); figure != NULL; figure = node_next(figure, "figure"))
		if (is_of(figure, "count")) {
			hides = hides || is_hidden(figure);
			tells = tells || count_of(figure) != 0;
		}
	for (figure = node_child(row, "figure"); hides && !tells && figure != NULL; figure = node_next(figure, "figure"))
		if (is_of(figure, "count") && node_get(figure, "value") != NULL)
			figure_hide(figure);
}

/* Beside what is hidden, why there is no figure tells of those who are. */
static void
reasons_hide(xmlNode *row)
{
	bool hides = row_hides(row);
	xmlNode *figure;

	for (figure = node_child(row, "figure"); figure != NULL; figure = node_next(figure, "figure"))
		hides = hides || has(figure, "why", "few");
	for (figure = node_child(row, "figure"); hides && figure != NULL; figure = node_next(figure, "figure"))
		if (node_get(figure, "why") != NULL && !figure_why_is_open(figure))
			figure_hide(figure);
}

/* A difference of shares tells the one that is hidden. */
static void
row_hide(xmlNode *row)
{
	bool hides, share = false;
	xmlNode *figure;

	nobody_hide(row);
	hides = row_hides(row);
	for (figure = node_child(row, "figure"); figure != NULL; figure = node_next(figure, "figure"))
		if (tells_of_few(figure) || (hides && (node_get(figure, "denominator") != NULL || node_get(figure, "of") != NULL))) {
			share = share || node_get(figure, "denominator") != NULL;
			figure_hide(figure);
		}
	for (figure = node_child(row, "figure"); share && figure != NULL; figure = node_next(figure, "figure"))
		if (is_of(figure, "points") && !is_hidden(figure))
			figure_hide(figure);
	reasons_hide(row);
}

/* Each total with its parts, and each count that is in no sum by itself. */
static void
table_hide(const void *owner, xmlNode *figures)
{
	enum { COLUMNS_MAX = 64 };
	const char *columns[COLUMNS_MAX];
	xmlNode *column, **rows;
	size_t i, row_count;
	bool total_row;

	figures_rows_mark(figures);
	figures_whole_hide(figures);
	row_count = rows_of(figures, owner, &rows, &total_row);
	for (column = node_get(figures, "whole") != NULL ? NULL : node_child(figures, "figures-column"); column != NULL; column = node_next(column, "figures-column"))
		if (has(column, "kind", "count") && node_get(column, "adds") == NULL)
			grid_hide(owner, rows, row_count, total_row, columns, columns_of(figures, node_get(column, "name"), columns, COLUMNS_MAX));
	for (i = 0; i < row_count; i++)
		row_hide(rows[i]);
}

/* What is said in short of persons follows the tables' rule; what is no person is told.  All of it stands together as one row does: so do its reasons. */
static void
briefs_hide(xmlNode *report, bool persons)
{
	xmlNode *brief, *figure;
	bool hides = false;

	for (brief = node_child(report, "figures-brief"); brief != NULL; brief = node_next(brief, "figures-brief")) {
		figure = node_child(brief, "figure");
		if (figure == NULL || (has(brief, "open", "yes") && !has(figure, "few", "yes")))
			continue;
		if (has(figure, "few", "yes") || (persons && (tells_of_few(figure) || (has(brief, "kind", "count") && !suppression_allows(count_of(figure))))))
			figure_hide(figure);
		hides = hides || is_hidden(figure);
	}
	for (brief = node_child(report, "figures-brief"); persons && hides && brief != NULL; brief = node_next(brief, "figures-brief"))
		if (!has(brief, "open", "yes") && (figure = node_child(brief, "figure")) != NULL && node_get(figure, "why") != NULL && !figure_why_is_open(figure))
			figure_hide(figure);
}

/* A table of which the report itself hid some from everybody: the rest of a row says no more of them to others. */
static void
rounded_hide(xmlNode *figures)
{
	xmlNode *row;

	figures_rows_mark(figures);
	for (row = node_child(figures, "figures-row"); row != NULL; row = node_next(row, "figures-row"))
		reasons_hide(row);
}

void
figures_hide(xmlNode *report, bool opens_lists)
{
	void *owner = talloc_new(NULL);
	bool persons = false;
	xmlNode *figures;

	for (figures = node_child(report, "figures"); figures != NULL; figures = node_next(figures, "figures")) {
		if (has(figures, "persons", "rounded") && !opens_lists)
			rounded_hide(figures);
		if (!has(figures, "persons", "yes") || (opens_lists && !has(figures, "few", "hide")))
			continue;
		persons = true;
		table_hide(owner, figures);
	}
	if (persons)
		figures_whole_agree(report);
	if (persons || !opens_lists)
		briefs_hide(report, persons);
	for (figures = node_child(report, "figures"); !opens_lists && figures != NULL; figures = node_next(figures, "figures"))
		figures_rows_leave(figures);
	if (!opens_lists)
		figures_round(report);
	figures_unmark(report);
	talloc_free(owner);
}

/* As they are told to one reader, as text. */
static xmlBuffer *
told(const xmlNode *report, bool opens_lists)
{
	xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
	xmlBuffer *out = xmlBufferCreate();

	xmlDocSetRootElement(doc, xmlDocCopyNode((xmlNode *)report, doc, 1));
	figures_hide(xmlDocGetRootElement(doc), opens_lists);
	if (out != NULL)
		xmlNodeDump(out, doc, xmlDocGetRootElement(doc), 0, 0);
	xmlFreeDoc(doc);
	return out;
}

bool
figures_differ(const xmlNode *report)
{
	xmlBuffer *leader = told(report, true), *others = told(report, false);
	bool differ = leader == NULL || others == NULL || !xmlStrEqual(xmlBufferContent(leader), xmlBufferContent(others));

	xmlBufferFree(leader);
	xmlBufferFree(others);
	return differ;
}
