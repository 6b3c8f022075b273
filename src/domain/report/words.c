#include "domain/report/words.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "xml/node.h"

struct speaker { const void *owner; const struct labels *labels; const char *report; };

/* The first label that there is, else the name itself. */
static const char *
words(const struct speaker *s, const char *part, const char *name)
{
	const char *found = labels_find(s->labels, talloc_asprintf(s->owner, "report.%s.%s%s", s->report, part, name));

	if (found == NULL)
		found = labels_find(s->labels, talloc_asprintf(s->owner, "figures.%s%s", part, name));
	return found == NULL ? name : found;
}

/*
 * A day as people write it; months and quarters as Danmarks Statistik does (2026M07, 2026K3): "2026-07", "07-2026" and "juli 2026" are days to Excel, which
 * shows and keeps another thing than what stands in the file, and these sort.
 */
static const char *
time_words(const struct speaker *s, const char *kind, const char *name)
{
	const char *sign = labels_find(s->labels, talloc_asprintf(s->owner, "figures.csv-%s", kind));
	char *shown;

	if (strcmp(kind, "year") == 0)
		return talloc_strndup(s->owner, name, 4);
	if (strcmp(kind, "month") == 0)
		return talloc_asprintf(s->owner, "%.4s%s%.2s", name, sign == NULL ? "-" : sign, name + 5);
	if (strcmp(kind, "quarter") == 0)
		return talloc_asprintf(s->owner, "%.4s%s%d", name, sign == NULL ? "-" : sign, (atoi(name + 5) + 2) / 3);
	shown = talloc_array(s->owner, char, 32);
	return date_show(name, shown) ? shown : name;
}

/* As the table says it, or the report; a column of a group says whose it is. */
static void
say_column(const struct speaker *s, const char *table, xmlNode *column)
{
	const char *period = node_get(column, "period"), *name = node_get(column, "name"), *group = node_get(column, "group");
	const char *own = labels_find(s->labels, talloc_asprintf(s->owner, "report.%s.%s.column.%s", s->report, table, name));

	if (own == NULL)
		own = period == NULL ? words(s, "column.", name) : time_words(s, period, name);
	node_set(column, "label", group == NULL ? own : talloc_asprintf(s->owner, "%s: %s", words(s, "group.", group), own));
}

static void
say_figure(const struct speaker *s, xmlNode *figure)
{
	if (node_get(figure, "day") != NULL)
		node_set(figure, "label", time_words(s, "date", node_get(figure, "day")));
	if (node_get(figure, "text") != NULL)
		node_set(figure, "label", node_get(figure, "text"));
	if (node_get(figure, "word") != NULL)
		node_set(figure, "label", words(s, "word.", node_get(figure, "word")));
	if (node_get(figure, "hidden") != NULL)
		node_set(figure, "label", words(s, "", "hidden"));
	if (node_get(figure, "mark") != NULL)
		node_set(figure, "mark-label", words(s, "mark.", node_get(figure, "mark")));
	if (node_get(figure, "why") != NULL)
		node_set(figure, "why-label", words(s, "why.", node_get(figure, "why")));
}

static void
say_figures_in(const struct speaker *s, xmlNode *row)
{
	xmlNode *figure;

	for (figure = node_child(row, "figure"); figure != NULL; figure = node_next(figure, "figure"))
		say_figure(s, figure);
}

static void
say_row(const struct speaker *s, xmlNode *row)
{
	const char *title = node_get(row, "title"), *name = node_get(row, "name"), *kind = node_get(row, "kind");

	node_set(row, "label", title != NULL ? title : kind == NULL ? words(s, "row.", name) : time_words(s, kind, name));
	say_figures_in(s, row);
}

static void
say_table(const struct speaker *s, xmlNode *figures)
{
	xmlNode *part;

	node_set(figures, "label", words(s, "", node_get(figures, "name")));
	for (part = node_child(figures, "figures-column"); part != NULL; part = node_next(part, "figures-column"))
		say_column(s, node_get(figures, "name"), part);
	for (part = node_child(figures, "figures-row"); part != NULL; part = node_next(part, "figures-row"))
		say_row(s, part);
}

/* A filter of the report's own: what was chosen or typed. */
static void
say_own(const struct speaker *s, xmlNode *own)
{
	const char *label = labels_find(s->labels, talloc_asprintf(s->owner, "field.report.%s", node_get(own, "name"))), *value = node_get(own, "value");
	char day[32];

	node_set(own, "label", label == NULL ? node_get(own, "name") : label);
	if (node_get(own, "words") == NULL && date_show(value, day))
		node_set(own, "words", day);
}

static void
say_note(const struct speaker *s, xmlNode *note)
{
	const char *text = words(s, "note.", node_get(note, "key")), *more = node_get(note, "more"), *at = strstr(text, "{more}");

	if (at != NULL)
		text = talloc_asprintf(s->owner, "%.*s%s%s", (int)(at - text), text, more == NULL ? "" : more, at + strlen("{more}"));
	node_set(note, "label", text);
}

static void
say_part(const struct speaker *s, xmlNode *part)
{
	if (node_is(part, "figures"))
		say_table(s, part);
	else if (node_is(part, "report-own"))
		say_own(s, part);
	else if (node_is(part, "figures-note"))
		say_note(s, part);
	else if (node_is(part, "report-query"))
		node_set(part, "label", words(s, "query.", node_get(part, "name")));
	else if (node_is(part, "figures-brief")) {
		node_set(part, "label", words(s, "brief.", node_get(part, "name")));
		say_figures_in(s, part);
	}
}

void
report_words(xmlNode *report, const struct labels *labels)
{
	void *owner = talloc_new(NULL);
	struct speaker s = { owner, labels, node_get(report, "name") };
	xmlNode *part;

	node_set(report, "label", words(&s, "", "title"));
	node_set(report, "version", PACKAGE_VERSION);
	for (part = node_child(report, NULL); part != NULL; part = node_next(part, NULL))
		say_part(&s, part);
	talloc_free(owner);
}
