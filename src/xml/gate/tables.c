#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <talloc.h>

#include "xml/gate/judge_parts.h"

/* What its rows tell of a table: an inner table's rows are the inner one's. */
struct table { unsigned heads, head_width, width; bool spans; const struct thing *caption, *widest; };

static unsigned
span(const struct outline *outline, const struct thing *cell)
{
	unsigned long n = strtoul(outline_value(outline, cell, "colspan"), NULL, 10);

	return n == 0 ? 1 : n > 1000 ? 1000 : (unsigned)n;
}

static const char *
called(const struct outline *outline, const struct thing *table, const struct table *found)
{
	const char *id = outline_value(outline, table, "id");

	if (*id != '\0')
		return id;
	return found->caption == NULL ? outline_value(outline, table, "aria-label") :
	    slice_text(outline->owner, outline_heard(outline, found->caption));
}

/* Width of a row in columns, and whether all its cells are heads. */
static void
read_row(const struct outline *outline, const struct thing *row, struct table *out)
{
	const struct thing *cell = row + 1;
	unsigned width = 0;
	bool all_heads = true;

	for (; cell < outline->list + row->end; cell = outline->list + cell->end) {
		if (cell->element->tag != TAG_TH && cell->element->tag != TAG_TD)
			continue;
		out->heads += cell->element->tag == TAG_TH;
		all_heads = all_heads && cell->element->tag == TAG_TH;
		out->spans |= outline_has(cell, "rowspan");
		width += span(outline, cell);
	}
	if ((all_heads || outline->list[row->parent].element->tag == TAG_THEAD) && width > out->head_width)
		out->head_width = width;
	if (width > out->width) {
		out->width = width;
		out->widest = row;
	}
}

static void
check_cell(const struct outline *outline, const struct thing *cell, struct report *report)
{
	static const char *const scopes[] = { "col", "colgroup", "row", "rowgroup" };
	const char *scope = outline_value(outline, cell, "scope"), *text;
	bool known = false;
	size_t i;

	for (i = 0; i < sizeof scopes / sizeof scopes[0]; i++)
		known |= strcasecmp(scope, scopes[i]) == 0;
	text = slice_text(outline->owner, outline_heard(outline, cell));
	if (!known)
		report_say(report, true, "th-scope", cell, text, NULL);
	if ((cell->flags & (HIDDEN | UNHEARD)) == 0 && !sound_has_name(outline, cell))
		report_say(report, true, "th-empty", cell, cell->table == NONE ? NULL :
		    outline_value(outline, &outline->list[cell->table], "id"), NULL);
}

static bool
is_data(const struct outline *outline, const struct thing *table)
{
	return !outline_has_role(outline, table, "presentation") && !outline_has_role(outline, table, "none") &&
	    (table->flags & (HIDDEN | UNHEARD)) == 0;
}

static void
check_table(const struct outline *outline, const struct thing *table, const struct table *found, struct report *report)
{
	const char *name = called(outline, table, found);

	if (!is_data(outline, table) || found->width == 0)
		return;
	if ((found->caption == NULL || !sound_has_name(outline, found->caption)) &&
	    is_blank(outline_value(outline, table, "aria-label")) && is_blank(outline_value(outline, table, "aria-labelledby")))
		report_say(report, true, "table-name", table, name, NULL);
	if (found->heads == 0)
		report_say(report, true, "table-heads", table, name, NULL);
	else if (found->head_width > 0 && found->width > found->head_width && !found->spans)
		report_say(report, true, "table-columns", found->widest, name, NULL);
}

void
table_check(const struct outline *outline, struct report *report)
{
	struct table *tables = talloc_zero_array(outline->owner, struct table, (unsigned)outline->count + 1);
	size_t i;

	for (i = 0; tables != NULL && i < outline->count; i++) {
		const struct thing *thing = &outline->list[i];
		struct table *table = thing->table == NONE ? NULL : &tables[thing->table];

		if (table == NULL)
			continue;
		if (thing->element->tag == TAG_CAPTION && table->caption == NULL)
			table->caption = thing;
		else if (thing->element->tag == TAG_TR)
			read_row(outline, thing, table);
		else if (thing->element->tag == TAG_TH && is_data(outline, &outline->list[thing->table]))
			check_cell(outline, thing, report);
	}
	for (i = 0; tables != NULL && i < outline->count; i++)
		if (outline->list[i].element->tag == TAG_TABLE)
			check_table(outline, &outline->list[i], &tables[i], report);
	if (tables == NULL)
		report_say(report, true, "page-not-judged", NULL, NULL, NULL);
}
