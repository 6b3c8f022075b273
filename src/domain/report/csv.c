#include "domain/report/csv.h"

#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "xml/node.h"

static bool
is_number(const char *text)
{
	size_t whole, part = 0;

	text += *text == '-';
	whole = strspn(text, "0123456789");
	text += whole;
	if (*text == ',' || *text == '.') {
		part = strspn(text + 1, "0123456789");
		text += part == 0 ? 0 : part + 1;
	}
	return whole > 0 && *text == '\0';
}

void
csv_cell(char **out, size_t at, const char *text)
{
	const char *guard, *from;

	if (at > 0)
		*out = talloc_strdup_append_buffer(*out, ";");
	if (text == NULL || text[0] == '\0')
		return;
	guard = strchr("=+-@\t\r\n", text[0]) != NULL && !is_number(text) ? "'" : "";
	if (guard[0] == '\0' && text[strcspn(text, ";,\t\"\r\n")] == '\0' && text[0] != ' ' && text[strlen(text) - 1] != ' ') {
		*out = talloc_strdup_append_buffer(*out, text);
		return;
	}
	if (guard[0] == '\0' && is_number(text)) {
		*out = talloc_strdup_append_buffer(*out, text);
		return;
	}
	*out = talloc_asprintf_append_buffer(*out, "\"%s", guard);
	for (from = text; *text != '\0'; text++)
		if (*text == '"') {
			*out = talloc_asprintf_append_buffer(*out, "%.*s\"\"", (int)(text - from), from);
			from = text + 1;
		}
	*out = talloc_asprintf_append_buffer(*out, "%s\"", from);
}

void
csv_end(char **out)
{
	*out = talloc_strdup_append_buffer(*out, "\r\n");
}

const char *
csv_number(const void *owner, const char *number)
{
	char *text = talloc_strdup(owner, number), *point = strchr(text, '.');

	if (point != NULL)
		*point = ',';
	return text;
}

struct writer { const void *owner; const struct labels *labels; const char *report; size_t width; char *out; };

/* The first label that there is, else the name itself. */
static const char *
words(const struct writer *w, const char *part, const char *name)
{
	const char *found = labels_find(w->labels, talloc_asprintf(w->owner, "report.%s.%s%s", w->report, part, name));

	if (found == NULL)
		found = labels_find(w->labels, talloc_asprintf(w->owner, "figures.%s%s", part, name));
	return found == NULL ? name : found;
}

static size_t
count_children(xmlNode *parent, const char *name)
{
	size_t count = 0;
	xmlNode *node;

	for (node = node_child(parent, name); node != NULL; node = node_next(node, name))
		count++;
	return count;
}

static void
end(struct writer *w, size_t at)
{
	for (; at < w->width; at++)
		csv_cell(&w->out, at, NULL);
	csv_end(&w->out);
}

/* A day as people write it, which programs for tables know; a month by its first day. */
static const char *
time_words(const struct writer *w, const char *kind, const char *name)
{
	char *shown;

	if (strcmp(kind, "year") == 0)
		return talloc_strndup(w->owner, name, 4);
	shown = talloc_array(w->owner, char, 32);
	return date_show(name, shown) ? shown : name;
}

static const char *
column_words(const struct writer *w, const xmlNode *column)
{
	const char *period = node_get(column, "period"), *name = node_get(column, "name");

	return period == NULL ? words(w, "column.", name) : time_words(w, period, name);
}

static const char *
row_words(const struct writer *w, const xmlNode *row)
{
	const char *title = node_get(row, "title"), *name = node_get(row, "name"), *kind = node_get(row, "kind");

	if (title != NULL)
		return title;
	return kind == NULL ? words(w, "row.", name) : time_words(w, kind, name);
}

static const char *
figure_words(const struct writer *w, const xmlNode *figure)
{
	const char *value = node_get(figure, "value"), *shown = node_get(figure, "shown");

	if (node_get(figure, "word") != NULL)
		return words(w, "word.", node_get(figure, "word"));
	if (node_get(figure, "hidden") != NULL)
		return words(w, "", "hidden");
	return value == NULL ? NULL : csv_number(w->owner, shown != NULL ? shown : value);
}

static xmlNode *
figure_in(xmlNode *row, const char *column)
{
	xmlNode *figure;

	for (figure = node_child(row, "figure"); figure != NULL; figure = node_next(figure, "figure"))
		if (strcmp(node_get(figure, "column"), column) == 0)
			return figure;
	return NULL;
}

static void
write_row(struct writer *w, xmlNode *figures, xmlNode *row)
{
	xmlNode *column, *figure;
	size_t at = 0;

	csv_cell(&w->out, at++, row_words(w, row));
	for (column = node_child(figures, "figures-column"); column != NULL; column = node_next(column, "figures-column")) {
		figure = figure_in(row, node_get(column, "name"));
		csv_cell(&w->out, at++, figure == NULL ? NULL : figure_words(w, figure));
	}
	end(w, at);
}

static void
write_table(struct writer *w, xmlNode *figures)
{
	xmlNode *column, *row;
	size_t at = 0;

	csv_cell(&w->out, at++, words(w, "", node_get(figures, "name")));
	for (column = node_child(figures, "figures-column"); column != NULL; column = node_next(column, "figures-column"))
		csv_cell(&w->out, at++, column_words(w, column));
	end(w, at);
	for (row = node_child(figures, "figures-row"); row != NULL; row = node_next(row, "figures-row"))
		write_row(w, figures, row);
	end(w, 0);
}

static void
write_line(struct writer *w, const char *what, const char *value)
{
	if (value == NULL)
		return;
	csv_cell(&w->out, 0, what);
	csv_cell(&w->out, 1, value);
	end(w, 2);
}

static void
write_pair(struct writer *w, const char *key, const char *value)
{
	write_line(w, words(w, "", key), value);
}

/* A filter of the report's own: what was chosen or typed. */
static void
write_own(struct writer *w, const xmlNode *own)
{
	const char *words = node_get(own, "words"), *value = node_get(own, "value"), *key = labels_find(w->labels, talloc_asprintf(w->owner, "field.report.%s", node_get(own, "name")));
	char day[32];

	if (words == NULL)
		words = date_show(value, day) ? day : is_number(value) ? csv_number(w->owner, value) : value;
	write_line(w, key == NULL ? node_get(own, "name") : key, words);
}

/* What it is: the report, the period, the filters, the day of the data. */
static void
write_head(struct writer *w, xmlNode *report)
{
	char from[32], to[32], at[32];
	xmlNode *own, *note;

	write_pair(w, "report", words(w, "", "title"));
	if (node_get(report, "from") != NULL && date_show(node_get(report, "from"), from) && date_show(node_get(report, "to"), to))
		write_pair(w, "period", talloc_asprintf(w->owner, "%s – %s", from, to));
	write_pair(w, "department", node_get(report, "department"));
	write_pair(w, "group", node_get(report, "group"));
	write_pair(w, "benefit", node_get(report, "benefit"));
	for (own = node_child(report, "report-own"); own != NULL; own = node_next(own, "report-own"))
		write_own(w, own);
	if (node_get(report, "data-at") != NULL && date_show_time(node_get(report, "data-at"), at))
		write_pair(w, "data-at", at);
	for (note = node_child(report, "figures-note"); note != NULL; note = node_next(note, "figures-note"))
		if (strcmp(node_get(note, "key"), "rounded") == 0)
			write_pair(w, "note", words(w, "note.", "rounded"));
	end(w, 0);
}

char *
csv_report(const void *owner, const struct labels *labels, xmlNode *report)
{
	void *work = talloc_new(owner);
	struct writer w = { .owner = work, .labels = labels, .report = node_get(report, "name"), .width = 2, .out = talloc_strdup(owner, CSV_MARK) };
	xmlNode *figures;

	for (figures = node_child(report, "figures"); figures != NULL; figures = node_next(figures, "figures"))
		w.width = count_children(figures, "figures-column") + 1 > w.width ? count_children(figures, "figures-column") + 1 : w.width;
	write_head(&w, report);
	for (figures = node_child(report, "figures"); figures != NULL; figures = node_next(figures, "figures"))
		write_table(&w, figures);
	talloc_free(work);
	return w.out;
}
