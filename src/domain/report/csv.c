#include "domain/report/csv.h"

#include <stdbool.h>
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

struct writer { const void *owner; const struct labels *labels; size_t width; char *out; };

static const char *
label(const xmlNode *node)
{
	return node == NULL ? NULL : node_get(node, "label");
}

static const char *
word(const struct writer *w, const char *key)
{
	const char *found = labels_find(w->labels, talloc_asprintf(w->owner, "figures.%s", key));

	return found == NULL ? key : found;
}

static void
end(struct writer *w, size_t at)
{
	for (; at < w->width; at++)
		csv_cell(&w->out, at, NULL);
	csv_end(&w->out);
}

static const char *
number_words(const struct writer *w, const xmlNode *figure, const char *name)
{
	const char *value = figure == NULL ? NULL : node_get(figure, name);

	return value == NULL ? NULL : csv_number(w->owner, value);
}

/* Has a column cells behind its own, of how many its figures are?  Whatever stands in it today: a table has the same columns each time. */
static bool
is_counted(const xmlNode *column)
{
	const char *kind = node_get(column, "kind");

	return (kind != NULL && strcmp(kind, "share") == 0) || node_get(column, "counted") != NULL;
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

/* Its rows' names, its columns, and what is to be noted of a row. */
static size_t
width_of(xmlNode *figures)
{
	const xmlNode *column;
	size_t width = 2;

	for (column = node_child(figures, "figures-column"); column != NULL; column = node_next((xmlNode *)column, "figures-column"))
		width += is_counted(column) ? 3 : 1;
	return width;
}

/* What is to be seen in a figure, or why there is none; NULL: nothing. */
static const char *
note_of(const xmlNode *figure)
{
	if (figure == NULL)
		return NULL;
	return node_get(figure, node_get(figure, "mark-label") != NULL ? "mark-label" : "why-label");
}

static void
write_figure(struct writer *w, size_t *at, const xmlNode *figure, bool counted)
{
	const char *const of = figure != NULL && node_get(figure, "denominator") != NULL ? "denominator" : "of";
	const char *is = label(figure);

	if (is == NULL)
		is = number_words(w, figure, figure != NULL && node_get(figure, "shown") != NULL ? "shown" : "value");
	csv_cell(&w->out, (*at)++, is);
	if (counted) {
		csv_cell(&w->out, (*at)++, number_words(w, figure, of[0] == 'd' ? "numerator" : "n"));
		csv_cell(&w->out, (*at)++, number_words(w, figure, of));
	}
}

/* The head of a figure's cells: those beside it say whose they are. */
static void
write_title(struct writer *w, size_t *at, const xmlNode *column)
{
	const char *title = label(column), *kind = node_get(column, "kind");
	bool share = kind != NULL && strcmp(kind, "share") == 0;

	csv_cell(&w->out, (*at)++, share ? talloc_asprintf(w->owner, "%s (%%)", title) : title);
	if (is_counted(column)) {
		csv_cell(&w->out, (*at)++, talloc_asprintf(w->owner, "%s: %s", title, word(w, "csv-n")));
		csv_cell(&w->out, (*at)++, talloc_asprintf(w->owner, "%s: %s", title, word(w, "csv-of")));
	}
}

/* A row's figures, then what is noted of any of them: "Sagstal: over målet; Mål fra: der er intet mål". */
static void
write_row(struct writer *w, xmlNode *figures, xmlNode *row)
{
	const char *notes = NULL, *note;
	xmlNode *column, *figure;
	size_t at = 0;

	csv_cell(&w->out, at++, label(row));
	for (column = node_child(figures, "figures-column"); column != NULL; column = node_next(column, "figures-column")) {
		figure = figure_in(row, node_get(column, "name"));
		write_figure(w, &at, figure, is_counted(column));
		if ((note = note_of(figure)) != NULL)
			notes = talloc_asprintf(w->owner, "%s%s%s: %s", notes == NULL ? "" : notes, notes == NULL ? "" : "; ", label(column), note);
	}
	csv_cell(&w->out, at++, notes);
	end(w, at);
}

static void
write_table(struct writer *w, xmlNode *figures)
{
	xmlNode *column, *row;
	size_t at = 0;

	csv_cell(&w->out, at++, label(figures));
	for (column = node_child(figures, "figures-column"); column != NULL; column = node_next(column, "figures-column"))
		write_title(w, &at, column);
	csv_cell(&w->out, at++, word(w, "csv-note"));
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
	write_line(w, word(w, key), value);
}

/* What it is: the report, the period, the filters, the day of the data, which version made it, and what is to be known of it. */
static void
write_head(struct writer *w, xmlNode *report)
{
	char from[32], to[32], at[32];
	xmlNode *part;

	write_pair(w, "report", label(report));
	if (node_get(report, "from") != NULL && date_show(node_get(report, "from"), from) && date_show(node_get(report, "to"), to))
		write_pair(w, "period", talloc_asprintf(w->owner, "%s – %s", from, to));
	write_pair(w, "department", node_get(report, "department"));
	write_pair(w, "group", node_get(report, "group"));
	write_pair(w, "benefit", node_get(report, "benefit"));
	for (part = node_child(report, "report-own"); part != NULL; part = node_next(part, "report-own"))
		write_line(w, label(part), node_get(part, "words") != NULL ? node_get(part, "words") : number_words(w, part, "value"));
	if (node_get(report, "data-at") != NULL && date_show_time(node_get(report, "data-at"), at))
		write_pair(w, "data-at", at);
	write_pair(w, "csv-version", node_get(report, "version") == NULL ? NULL : talloc_asprintf(w->owner, "Samspil %s", node_get(report, "version")));
	for (part = node_child(report, "figures-note"); part != NULL; part = node_next(part, "figures-note"))
		write_pair(w, "note", label(part));
	end(w, 0);
}

/* What it says in short: a row each. */
static void
write_briefs(struct writer *w, xmlNode *report)
{
	const char *title = labels_find(w->labels, "report.brief");
	xmlNode *brief;
	size_t at = 1;

	if (node_child(report, "figures-brief") == NULL)
		return;
	csv_cell(&w->out, 0, title);
	csv_cell(&w->out, at++, word(w, "column.value"));
	csv_cell(&w->out, at++, word(w, "csv-n"));
	csv_cell(&w->out, at++, word(w, "csv-of"));
	csv_cell(&w->out, at++, word(w, "csv-note"));
	end(w, at);
	for (brief = node_child(report, "figures-brief"); brief != NULL; brief = node_next(brief, "figures-brief")) {
		bool share = strcmp(node_get(brief, "kind"), "share") == 0;

		at = 1;
		csv_cell(&w->out, 0, share ? talloc_asprintf(w->owner, "%s (%%)", label(brief)) : label(brief));
		write_figure(w, &at, node_child(brief, "figure"), true);
		csv_cell(&w->out, at++, note_of(node_child(brief, "figure")));
		end(w, at);
	}
	end(w, 0);
}

char *
csv_report(const void *owner, const struct labels *labels, xmlNode *report)
{
	enum { BRIEF_WIDTH = 5 };
	void *work = talloc_new(owner);
	struct writer w = { .owner = work, .labels = labels, .width = node_child(report, "figures-brief") == NULL ? 2 : BRIEF_WIDTH, .out = talloc_strdup(owner, CSV_MARK) };
	xmlNode *figures;

	for (figures = node_child(report, "figures"); figures != NULL; figures = node_next(figures, "figures"))
		w.width = width_of(figures) > w.width ? width_of(figures) : w.width;
	write_head(&w, report);
	write_briefs(&w, report);
	for (figures = node_child(report, "figures"); figures != NULL; figures = node_next(figures, "figures"))
		write_table(&w, figures);
	talloc_free(work);
	return w.out;
}
