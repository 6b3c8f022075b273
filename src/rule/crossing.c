#include "rule/crossing.h"

#include <stdlib.h>

#include "rule/suppression.h"

enum { BETTER, OTHER, SUM, PARTS };

static void
add_to(struct cell *line, const struct crossed *of)
{
	line[BETTER].count += of->better;
	line[OTHER].count += of->other;
	line[SUM].count += of->better + of->other;
}

/* One row or column with what its parts sum up to. */
static void
hide_along(struct crossed *first, size_t step, size_t count, struct cell *grid)
{
	struct cell *sums = grid + count * PARTS;
	size_t i;

	for (i = 0; i < (count + 1) * PARTS; i++)
		grid[i] = (struct cell){ 0, false };
	for (i = 0; i < count; i++) {
		add_to(grid + i * PARTS, &first[i * step]);
		add_to(sums, &first[i * step]);
	}
	suppression_table(grid, count + 1, PARTS);
	for (i = 0; i < count; i++)
		first[i * step].shown = first[i * step].shown && grid[i * PARTS + BETTER].shown && grid[i * PARTS + OTHER].shown;
}

void
crossing_hide(struct crossed *cells, size_t rows, size_t columns)
{
	struct cell *grid = calloc(((rows > columns ? rows : columns) + 1) * PARTS, sizeof *grid);
	size_t i;

	for (i = 0; i < rows * columns; i++)
		cells[i].shown = grid != NULL && cells[i].better + cells[i].other >= SUPPRESSION_LEAST;
	for (i = 0; grid != NULL && i < rows; i++)
		hide_along(&cells[i * columns], 1, columns, grid);
	for (i = 0; grid != NULL && i < columns; i++)
		hide_along(&cells[i], columns, rows, grid);
	free(grid);
}
