#include "domain/report/figures_round.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "domain/report/figures.h"
#include "rule/suppression.h"
#include "xml/node.h"

enum { KRONER_STEP = 100000 };

static bool
is(const xmlNode *node, const char *name, const char *value)
{
	const char *have = node_get(node, name);

	return have != NULL && strcmp(have, value) == 0;
}

static void
set_value(xmlNode *figure, const char *value)
{
	if (node_get(figure, "shown") != NULL)
		node_set(figure, "shown", value);
	node_set(figure, "value", value);
}

static void
set_rounded(xmlNode *figure, double value, int decimals)
{
	char text[64];

	snprintf(text, sizeof text, "%.*f", decimals, value);
	set_value(figure, strspn(text, "-0.") == strlen(text) ? "0" : text);
}

static void
round_number(xmlNode *figure, const char *name)
{
	if (node_get(figure, name) != NULL)
		node_set_int(figure, name, suppression_round(atol(node_get(figure, name))));
}

/* Of how many it is. */
static void
round_of(xmlNode *figure)
{
	round_number(figure, "n");
	round_number(figure, "of");
}

static void
round_share(xmlNode *figure)
{
	long part = suppression_round(atol(node_get(figure, "numerator"))), of = suppression_round(atol(node_get(figure, "denominator")));

	xmlUnsetProp(figure, BAD_CAST "numerator");
	xmlUnsetProp(figure, BAD_CAST "denominator");
	if (node_get(figure, "value") != NULL && of != 0)
		set_rounded(figure, round(100.0 * (double)part / (double)of), 0);
}

/*
 * A mean, in two digits: one of so and so many people beside one of a person more would tell what that person's is, were they known as
 * exactly as they are.
 */
static void
round_mean(xmlNode *figure, double value)
{
	bool whole = fabs(value) >= 10 || (fabs(value - round(value)) < 0.05 && strchr(node_get(figure, "shown"), '.') == NULL);

	set_rounded(figure, suppression_round_mean(value), whole ? 0 : 1);
}

/* A figure of persons in a column (or brief) of a kind. */
static void
round_figure(xmlNode *figure, const xmlNode *kind)
{
	double value = node_get(figure, "value") == NULL ? 0 : strtod(node_get(figure, "value"), NULL);

	round_of(figure);
	if (node_get(figure, "denominator") != NULL)
		round_share(figure);
	else if (kind == NULL || node_get(figure, "value") == NULL || node_get(figure, "word") != NULL)
		return;
	else if (is(kind, "kind", "count"))
		set_rounded(figure, (double)suppression_round((long)value), 0);
	else if (is(kind, "kind", "share") || is(kind, "kind", "points"))
		set_rounded(figure, round(value), 0);
	else if (is(kind, "kind", "kroner"))
		set_rounded(figure, round(value / KRONER_STEP) * KRONER_STEP, 0);
	else if (node_get(figure, "shown") != NULL)
		round_mean(figure, value);
}

static const xmlNode *
column_of(const xmlNode *figures, const char *name)
{
	const xmlNode *column;

	for (column = node_child((xmlNode *)figures, "figures-column"); column != NULL; column = node_next((xmlNode *)column, "figures-column"))
		if (is(column, "name", name))
			return column;
	return NULL;
}

/* What this one says to others; false: it says the same to all. */
static bool
say_to_others(xmlNode *figure)
{
	const char *others = node_get(figure, "others");

	if (others == NULL || node_get(figure, "value") == NULL)
		return false;
	set_value(figure, others);
	if (node_get(figure, "word") != NULL)
		node_set(figure, "word", others);
	xmlUnsetProp(figure, BAD_CAST "mark");
	node_set(figure, "mark", node_get(figure, "others-mark"));
	return true;
}

static bool
round_row(xmlNode *row, const xmlNode *figures, bool persons)
{
	xmlNode *figure;
	bool other = false;

	for (figure = node_child(row, "figure"); figure != NULL; figure = node_next(figure, "figure"))
		if (is(figure, "open", "yes")) {
			continue;
		} else if (say_to_others(figure)) {
			other = true;
			if (persons)
				round_of(figure);
		} else if (persons) {
			round_figure(figure, figures == NULL ? row : column_of(figures, node_get(figure, "column")));
		}
	return other;
}

/* A note about few is another one to others, or none. */
static void
note_to_others(xmlNode *note)
{
	if (!is(note, "few", "yes"))
		return;
	if (node_get(note, "others") != NULL) {
		node_set(note, "more", node_get(note, "others"));
		return;
	}
	xmlUnlinkNode(note);
	xmlFreeNode(note);
}

void
figures_round(xmlNode *report)
{
	bool told = false, persons = false;
	xmlNode *node, *next, *row;

	for (node = node_child(report, "figures"); node != NULL; node = node_next(node, "figures")) {
		bool here = is(node, "persons", "yes") || is(node, "persons", "rounded");

		persons = persons || here;
		for (row = node_child(node, "figures-row"); row != NULL; row = node_next(row, "figures-row"))
			told = round_row(row, node, here) || told;
	}
	for (node = node_child(report, "figures-brief"); node != NULL; node = node_next(node, "figures-brief"))
		told = round_row(node, NULL, persons && !is(node, "open", "yes")) || told;
	for (node = node_child(report, "figures-note"); node != NULL; node = next) {
		next = node_next(node, "figures-note");
		note_to_others(node);
	}
	if (told || persons)
		figures_note(report, "rounded", NULL);
}

void
figures_unmark(xmlNode *report)
{
	xmlNode *node;

	xmlUnsetProp(report, BAD_CAST "others");
	xmlUnsetProp(report, BAD_CAST "others-mark");
	xmlUnsetProp(report, BAD_CAST "open");
	for (node = node_child(report, NULL); node != NULL; node = node_next(node, NULL))
		figures_unmark(node);
}
