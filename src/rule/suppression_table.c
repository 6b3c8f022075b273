/*
 * Tables with totals: suppression.h.
 *
 * Rows and columns are places, a cell is a pipe between its row and its column: what is in a row's cells flows in by its total, so that every
 * place gets as much as it gives.  What may be in the pipes that are hidden is told by the others up to what can go round among them: a hidden cell
 * can hold one person more, or one less, if one more can go round a circle of hidden cells with it.
 */
#include <limits.h>
#include <stdlib.h>

#include "rule/suppression.h"

struct table {
	struct cell *cells;
	size_t rows, columns;
	long *cost;		/* of the cheapest way to each place, LONG_MAX: none is known */
	size_t *via;		/* the cell that it came through */
};

static struct cell *
at(const struct table *t, size_t row, size_t column)
{
	return &t->cells[row * t->columns + column];
}

static bool
is_few(long count)
{
	return count > 0 && count < SUPPRESSION_LEAST;
}

/* Is the cell in a row or column of some whose total is hidden?  There also who is nowhere tells. */
static bool
among_hidden(const struct table *t, size_t cell)
{
	size_t row = cell / t->columns, column = cell % t->columns;
	const struct cell *by_row = at(t, row, t->columns - 1), *by_column = at(t, t->rows - 1, column);

	if (row + 1 == t->rows || column + 1 == t->columns)
		return false;
	return by_row->count > 0 && by_column->count > 0 && (!by_row->shown || !by_column->shown);
}

static void
hide_few(const struct table *t)
{
	size_t i;

	for (i = 0; i < t->rows * t->columns; i++)
		t->cells[i].shown = !is_few(t->cells[i].count);
}

static void
hide_all(struct cell *cells, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		cells[i].shown = false;
}

/* Where the pipe of a cell begins and ends: places are the rows, then the columns.  A total brings in what the others take out. */
static void
ends(const struct table *t, size_t cell, size_t *from, size_t *to)
{
	size_t row = cell / t->columns, column = cell % t->columns;
	bool forward = (row + 1 == t->rows) == (column + 1 == t->columns);

	*from = forward ? row : t->rows + column;
	*to = forward ? t->rows + column : row;
}

/* What it costs to hide a cell: its persons, and a total rather costs all others. */
static long
price(const struct table *t, size_t cell)
{
	long all = t->cells[t->rows * t->columns - 1].count;
	bool row_total = cell % t->columns + 1 == t->columns, column_total = cell / t->columns + 1 == t->rows;

	if (!t->cells[cell].shown)
		return 0;
	return t->cells[cell].count + (row_total ? all : 0) + (column_total ? all : 0) + (row_total && column_total ? all : 0);
}

/* The least that a reader must reckon with in a hidden cell: zeros are hidden where their total is. */
static long
least(const struct table *t, size_t cell)
{
	return among_hidden(t, cell) ? 0 : 1;
}

/* Go from one place to another through a cell, if that is cheaper than what is known. */
static bool
go(const struct table *t, size_t from, size_t to, size_t cell)
{
	long cost = t->cost[from] == LONG_MAX ? LONG_MAX : t->cost[from] + price(t, cell);

	if (cost >= t->cost[to])
		return false;
	t->cost[to] = cost;
	t->via[to] = cell;
	return true;
}

/* One person more goes along a cell's pipe, or one less where there may be one less. */
static bool
go_through(const struct table *t, size_t cell)
{
	bool cheaper;
	size_t from, to;

	if (t->cells[cell].shown && t->cells[cell].count == 0)
		return false;
	ends(t, cell, &from, &to);
	cheaper = go(t, from, to, cell);
	if (t->cells[cell].count > least(t, cell))
		cheaper = go(t, to, from, cell) || cheaper;
	return cheaper;
}

/* Find the cheapest way from a place to each other one that does not go through that cell. */
static void
find_ways(const struct table *t, size_t start, size_t without)
{
	bool cheaper = true;
	size_t i;

	for (i = 0; i < t->rows + t->columns; i++)
		t->cost[i] = LONG_MAX;
	t->cost[start] = 0;
	while (cheaper) {
		cheaper = false;
		for (i = 0; i < t->rows * t->columns; i++)
			if (i != without)
				cheaper = go_through(t, i) || cheaper;
	}
}

static void
hide_way(const struct table *t, size_t start, size_t end)
{
	size_t from, to;

	while (end != start) {
		t->cells[t->via[end]].shown = false;
		ends(t, t->via[end], &from, &to);
		end = end == to ? from : to;
	}
}

/* Hide what it takes so that a hidden cell can hold one more, or one less, whichever is cheaper. */
static void
protect(const struct table *t, size_t cell)
{
	long more, less = LONG_MAX;
	size_t from, to;

	ends(t, cell, &from, &to);
	if (t->cells[cell].count > least(t, cell)) {
		find_ways(t, from, cell);
		less = t->cost[to];
	}
	if (less == 0)
		return;
	find_ways(t, to, cell);
	more = t->cost[from];
	if (more == LONG_MAX && less == LONG_MAX) {	/* no table that adds up: nothing of it is told */
		hide_all(t->cells, t->rows * t->columns);
		return;
	}
	if (more <= less) {
		hide_way(t, to, from);
		return;
	}
	find_ways(t, from, cell);
	hide_way(t, from, to);
}

/* The hidden cells of a line before its total, and the smallest shown one that has somebody (count of the line: none has). */
struct line { size_t first, step, count, hidden, smallest; long persons; };

static struct line
look_along(const struct table *t, size_t first, size_t step, size_t count)
{
	struct line line = { .first = first, .step = step, .count = count, .smallest = first + (count - 1) * step };
	size_t i;

	for (i = 0; i + 1 < count; i++) {
		const struct cell *cell = &t->cells[first + i * step];

		if (!cell->shown) {
			line.hidden++;
			line.persons += cell->count;
		} else if (cell->count > 0 && cell->count < t->cells[line.smallest].count)
			line.smallest = first + i * step;
	}
	return line;
}

/* What is hidden of a line is a cell, too, that its total tells: it has few persons, or nobody.  True: another cell was hidden with it. */
static bool
widen(const struct table *t, struct line line)
{
	if (line.hidden == 0 || line.persons >= SUPPRESSION_LEAST || !t->cells[line.first + (line.count - 1) * line.step].shown)
		return false;
	t->cells[line.smallest].shown = false;
	protect(t, line.smallest);
	return true;
}

static bool
widen_lines(const struct table *t)
{
	bool wider = false;
	size_t i;

	for (i = 0; i < t->rows; i++)
		wider = widen(t, look_along(t, i * t->columns, 1, t->columns)) || wider;
	for (i = 0; i < t->columns; i++)
		wider = widen(t, look_along(t, i, t->columns, t->rows)) || wider;
	return wider;
}

static bool
hide_zeros(const struct table *t)
{
	bool wider = false;
	size_t i;

	for (i = 0; i < t->rows * t->columns; i++)
		if (t->cells[i].shown && t->cells[i].count == 0 && among_hidden(t, i)) {
			t->cells[i].shown = false;
			protect(t, i);
			wider = true;
		}
	return wider;
}

static void
hide(const struct table *t)
{
	size_t i;

	hide_few(t);
	for (i = 0; i < t->rows * t->columns; i++)
		if (!t->cells[i].shown)
			protect(t, i);
	while (hide_zeros(t) || widen_lines(t))
		;
}

/* Fewer than nobody are nobody, and the totals what the others are then: ways have no price below nothing, so that the cheapest is found. */
static void
lift(const struct table *t)
{
	bool below = false;
	size_t i, r, c;

	for (i = 0; i < t->rows * t->columns; i++) {
		below = below || t->cells[i].count < 0;
		t->cells[i].count = t->cells[i].count < 0 ? 0 : t->cells[i].count;
	}
	for (c = 0; below && c < t->columns; c++)
		for (r = 0, at(t, t->rows - 1, c)->count = 0; r + 1 < t->rows; r++)
			at(t, t->rows - 1, c)->count += at(t, r, c)->count;
	for (r = 0; below && r < t->rows; r++)
		for (c = 0, at(t, r, t->columns - 1)->count = 0; c + 1 < t->columns; c++)
			at(t, r, t->columns - 1)->count += at(t, r, c)->count;
}

void
suppression_table(struct cell *cells, size_t rows, size_t columns)
{
	size_t count = rows * columns;
	struct table table = { cells, rows, columns, NULL, NULL };

	if (count == 0)
		return;
	lift(&table);
	table.cost = calloc(rows + columns, sizeof *table.cost);
	table.via = calloc(rows + columns, sizeof *table.via);
	if (table.cost == NULL || table.via == NULL || rows < 2 || columns < 2 || is_few(cells[count - 1].count))
		hide_all(cells, count);
	else
		hide(&table);
	free(table.cost);
	free(table.via);
}
