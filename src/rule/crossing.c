#include "rule/crossing.h"

#include <stdlib.h>

#include "rule/suppression.h"

/*
 * As in suppression_table.c a cell that is hidden is a pipe between its row and its column: it can hold one more, or one less, if one can go round a circle
 * of hidden cells with it.  Who was better and who was not are two tables of the same hidden cells.
 */
enum part { BETTER, OTHER, SUM };

struct crossing {
	struct crossed *cells;
	size_t rows, columns;
	bool *reached;		/* places: the rows, then the columns */
	bool *told;		/* of each cell: it follows from the sums, whatever is hidden */
};

static long
count_of(const struct crossed *cell, enum part part)
{
	return part == BETTER ? cell->better : part == OTHER ? cell->other : cell->better + cell->other;
}

static bool
is_few(const struct crossed *cell)
{
	return cell->better + cell->other > 0 && (cell->better + cell->other < SUPPRESSION_LEAST || !suppression_allows(cell->better) || !suppression_allows(cell->other));
}

/* May one less be in it?  Somebody is in a hidden cell. */
static bool
can_lose(const struct crossed *cell, enum part part)
{
	return count_of(cell, part) > 0 && count_of(cell, SUM) > 1;
}

/* Go on through one hidden cell: from its row to its column one more is in it, from its column to its row one less. */
static bool
go_through(const struct crossing *c, size_t cell, enum part part)
{
	bool *row = &c->reached[cell / c->columns], *column = &c->reached[c->rows + cell % c->columns];
	bool on = *row && !*column, back = *column && !*row && can_lose(&c->cells[cell], part);

	*row = *row || back;
	*column = *column || on;
	return on || back;
}

/* Is there a way from one place to the other that does not go through that cell? */
static bool
way(const struct crossing *c, size_t from, size_t to, size_t without, enum part part)
{
	bool further = true;
	size_t i;

	for (i = 0; i < c->rows + c->columns; i++)
		c->reached[i] = i == from;
	while (further && !c->reached[to])
		for (further = false, i = 0; i < c->rows * c->columns; i++)
			if (i != without && !c->cells[i].shown && count_of(&c->cells[i], SUM) > 0)
				further = go_through(c, i, part) || further;
	return c->reached[to];
}

/* Could it hold something else, with the same sums and the same cells shown? */
static bool
is_free(const struct crossing *c, size_t cell, enum part part)
{
	size_t row = cell / c->columns, column = c->rows + cell % c->columns;

	return way(c, column, row, cell, part) || (can_lose(&c->cells[cell], part) && way(c, row, column, cell, part));
}

static bool
follows(const struct crossing *c, size_t cell)
{
	return !is_free(c, cell, BETTER) || !is_free(c, cell, OTHER);
}

/* What is hidden of a row or column is told by its sum: it may not be of few, unless the sum is. */
static bool
line_tells(const struct crossing *c, size_t first, size_t step, size_t count, enum part part)
{
	long hidden = 0, all = 0;
	size_t i;

	for (i = 0; i < count; i++) {
		long persons = count_of(&c->cells[first + i * step], part);

		all += persons;
		hidden += c->cells[first + i * step].shown ? 0 : persons;
	}
	return !suppression_allows(hidden) && suppression_allows(all);
}

/* May it be shown with what is shown already? */
static bool
tells(const struct crossing *c, size_t shown)
{
	enum part part;
	size_t i;

	for (part = BETTER; part <= SUM; part++)
		if (line_tells(c, shown / c->columns * c->columns, 1, c->columns, part) || line_tells(c, shown % c->columns, c->columns, c->rows, part))
			return true;
	for (i = 0; i < c->rows * c->columns; i++)
		if (is_few(&c->cells[i]) && !c->told[i] && follows(c, i))
			return true;
	return false;
}

/* The largest that is hidden, of no few, and was not tried; count: there is none. */
static size_t
next_to_show(const struct crossing *c, const bool *tried)
{
	size_t count = c->rows * c->columns, best = count, i;

	for (i = 0; i < count; i++)
		if (!tried[i] && !is_few(&c->cells[i]) && (best == count || count_of(&c->cells[i], SUM) > count_of(&c->cells[best], SUM)))
			best = i;
	return best;
}

static void
show_most(const struct crossing *c, bool *tried)
{
	size_t count = c->rows * c->columns, i;

	for (i = 0; i < count; i++)
		c->told[i] = is_few(&c->cells[i]) && follows(c, i);
	while ((i = next_to_show(c, tried)) < count) {
		tried[i] = true;
		if (count_of(&c->cells[i], SUM) > 0) {
			c->cells[i].shown = true;
			c->cells[i].shown = !tells(c, i);
		}
	}
}

void
crossing_hide(struct crossed *cells, size_t rows, size_t columns)
{
	size_t i, count = rows * columns;
	bool *marks = calloc(rows + columns + 2 * count + 1, sizeof *marks);
	struct crossing c = { cells, rows, columns, marks, marks + rows + columns };

	for (i = 0; i < count; i++)
		cells[i].shown = false;
	if (marks != NULL)
		show_most(&c, c.told + count);
	free(marks);
}
