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

void
figure_hide(xmlNode *figure)
{
	static const char *const gone[] = { "value", "shown", "numerator", "denominator", "n", "of", "list", "word", "mark", "why", "few", "others", "others-mark" };
	size_t i;

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

static bool
is_points(const xmlNode *figures, const xmlNode *figure)
{
	const xmlNode *column;

	for (column = node_child((xmlNode *)figures, "figures-column"); column != NULL; column = node_next((xmlNode *)column, "figures-column"))
		if (has(column, "name", node_get(figure, "column")))
			return has(column, "kind", "points");
	return false;
}

/* A difference of shares tells the one that is hidden. */
static void
row_hide(xmlNode *row)
{
	bool hides = row_hides(row), share = false;
	xmlNode *figure;

	for (figure = node_child(row, "figure"); figure != NULL; figure = node_next(figure, "figure"))
		if (tells_of_few(figure) || (hides && (node_get(figure, "denominator") != NULL || node_get(figure, "of") != NULL))) {
			share = share || node_get(figure, "denominator") != NULL;
			figure_hide(figure);
		}
	for (figure = node_child(row, "figure"); share && figure != NULL; figure = node_next(figure, "figure"))
		if (is_points(row->parent, figure) && !is_hidden(figure))
			figure_hide(figure);
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

	if (node_get(figures, "whole") != NULL) {
		figures_whole_hide(figures);
		return;
	}
	row_count = rows_of(figures, owner, &rows, &total_row);
	for (column = node_child(figures, "figures-column"); column != NULL; column = node_next(column, "figures-column"))
		if (has(column, "kind", "count") && node_get(column, "adds") == NULL)
			grid_hide(owner, rows, row_count, total_row, columns, columns_of(figures, node_get(column, "name"), columns, COLUMNS_MAX));
	for (i = 0; i < row_count; i++)
		row_hide(rows[i]);
}

/* What is said in short of persons follows the tables' rule; what is no person is told. */
static void
briefs_hide(xmlNode *report, bool persons)
{
	xmlNode *brief, *figure;

	for (brief = node_child(report, "figures-brief"); brief != NULL; brief = node_next(brief, "figures-brief")) {
		figure = node_child(brief, "figure");
		if (figure == NULL || has(brief, "open", "yes") || (node_get(figure, "value") == NULL && !has(figure, "few", "yes")))
			continue;
		if (has(figure, "few", "yes") || (persons && (tells_of_few(figure) || (has(brief, "kind", "count") && !suppression_allows(count_of(figure))))))
			figure_hide(figure);
	}
}

void
figures_hide(xmlNode *report, bool opens_lists)
{
	void *owner = talloc_new(NULL);
	bool persons = false;
	xmlNode *figures;

	for (figures = node_child(report, "figures"); figures != NULL; figures = node_next(figures, "figures")) {
		if (!has(figures, "persons", "yes") || (opens_lists && !has(figures, "few", "hide")))
			continue;
		persons = true;
		table_hide(owner, figures);
	}
	if (persons)
		figures_whole_agree(report);
	if (persons || !opens_lists)
		briefs_hide(report, persons);
	if (!opens_lists)
		figures_round(report);
	figures_unmark(report);
	talloc_free(owner);
}
