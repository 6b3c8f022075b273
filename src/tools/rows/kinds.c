#include "tools/rows/kinds.h"

#include <string.h>

/* In the order in which they are brought in: who, what they live on, what came of it, what it costs. */
const struct rows_kind *const rows_kinds[] = { &rows_citizens, &rows_benefit_periods, &rows_outcomes, &rows_staff_hours, &rows_rates, &rows_refunds,
	&rows_caseload_targets, &rows_budget, &rows_regional, &rows_effects, &rows_catalogue, NULL };

const struct rows_kind *
rows_kind_find(const char *name)
{
	size_t i;

	for (i = 0; rows_kinds[i] != NULL; i++)
		if (strcmp(rows_kinds[i]->name, name) == 0)
			return rows_kinds[i];
	return NULL;
}

const struct rows_column *
rows_column_find(const struct rows_kind *kind, const char *name)
{
	const struct rows_column *column;

	for (column = kind->columns; column->name != NULL; column++)
		if (strcmp(column->name, name) == 0)
			return column;
	return NULL;
}

size_t
rows_columns(const struct rows_kind *kind)
{
	size_t n = 0;

	while (kind->columns[n].name != NULL)
		n++;
	return n;
}
