#include "domain/report/figures_empty.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "domain/report/figures.h"
#include "xml/node.h"

/* What is in the columns of a chart. */
struct seen { bool any, hidden, some /* but 0 */, counts /* alone */; };

static bool
has(const xmlNode *node, const char *name, const char *value)
{
	const char *is = node_get(node, name);

	return is != NULL && strcmp(is, value) == 0;
}

static void
look_at_column(const xmlNode *figures, const char *column, struct seen *seen)
{
	xmlNode *row, *figure;
	const char *value;

	for (row = node_child((xmlNode *)figures, "figures-row"); row != NULL; row = node_next(row, "figures-row"))
		for (figure = has(row, "total", "yes") ? NULL : node_child(row, "figure"); figure != NULL; figure = node_next(figure, "figure")) {
			if (!has(figure, "column", column))
				continue;
			value = node_get(figure, node_get(figure, "shown") != NULL ? "shown" : "value");
			seen->hidden = seen->hidden || has(figure, "hidden", "yes");
			seen->any = seen->any || value != NULL;
			seen->some = seen->some || (value != NULL && strtod(value, NULL) != 0);
		}
}

const char *
figures_empty(const xmlNode *chart, const xmlNode *figures)
{
	bool line = has(chart, "kind", "lines") || has(chart, "kind", "steps");
	struct seen seen = { .counts = true };
	xmlNode *column;

	for (column = node_child((xmlNode *)figures, "figures-column"); column != NULL; column = node_next(column, "figures-column")) {
		if (!figures_names(node_get(chart, "columns"), node_get(column, "name")))
			continue;
		seen.counts = seen.counts && has(column, "kind", "count");
		look_at_column(figures, node_get(column, "name"), &seen);
	}
	if (!seen.any)
		return seen.hidden ? "hidden" : "none";
	return seen.some || (line && !seen.counts) ? NULL : "zero";
}
