#include "domain/report/figures_whole.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "rule/suppression.h"
#include "xml/node.h"

static bool
is(const xmlNode *node, const char *name, const char *value)
{
	const char *have = node_get(node, name);

	return have != NULL && strcmp(have, value) == 0;
}

static bool
is_count(const xmlNode *figure)
{
	const xmlNode *column;

	for (column = node_child(figure->parent->parent, "figures-column"); column != NULL; column = node_next((xmlNode *)column, "figures-column"))
		if (strcmp(node_get(column, "name"), node_get(figure, "column")) == 0)
			return is(column, "kind", "count");
	return false;
}

static bool
is_total(const xmlNode *row)
{
	return is(row, "total", "yes");
}

static bool
is_few(xmlNode *row)
{
	xmlNode *figure;

	for (figure = node_child(row, "figure"); figure != NULL; figure = node_next(figure, "figure"))
		if (is(figure, "few", "yes") || (is_count(figure) && node_get(figure, "value") != NULL && !suppression_allows(atol(node_get(figure, "value")))))
			return true;
	return false;
}

static bool
is_hidden(xmlNode *row)
{
	xmlNode *figure = node_child(row, "figure");

	return figure != NULL && is(figure, "hidden", "yes");
}

static void
hide_row(xmlNode *row)
{
	xmlNode *figure;

	for (figure = node_child(row, "figure"); figure != NULL; figure = node_next(figure, "figure"))
		if (!is(figure, "hidden", "yes") && !figure_why_is_open(figure))
			figure_hide(figure);
}

static void
hide_rows(xmlNode *figures, bool total)
{
	xmlNode *row;

	for (row = node_child(figures, "figures-row"); row != NULL; row = node_next(row, "figures-row"))
		if (total || !is_total(row))
			hide_row(row);
}

/* How many persons a row counts, in all of its columns: the smallest are hidden first. */
static long
weight(xmlNode *row)
{
	long sum = 0;
	xmlNode *figure;

	for (figure = node_child(row, "figure"); figure != NULL; figure = node_next(figure, "figure"))
		sum += is_count(figure) && node_get(figure, "value") != NULL ? atol(node_get(figure, "value")) : 0;
	return sum;
}

/* What a column's hidden rows are together: its total without those that are shown. */
static long
kept_back(xmlNode *figures, xmlNode *total, const char *column)
{
	long kept = 0;
	xmlNode *row, *figure;

	for (row = node_child(figures, "figures-row"); row != NULL; row = node_next(row, "figures-row"))
		for (figure = node_child(row, "figure"); figure != NULL; figure = node_next(figure, "figure"))
			if (is(figure, "column", column) && node_get(figure, "value") != NULL)
				kept += (row == total ? 1 : -1) * atol(node_get(figure, "value"));
	return kept;
}

/* Do the hidden rows follow from the total and the others, or tell of few as a whole? */
static bool
is_told(xmlNode *figures, xmlNode *total)
{
	size_t hidden = 0;
	xmlNode *row, *figure;

	for (row = node_child(figures, "figures-row"); row != NULL; row = node_next(row, "figures-row"))
		hidden += row != total && is_hidden(row);
	if (hidden == 1)
		return true;
	for (figure = node_child(total, "figure"); hidden > 0 && figure != NULL; figure = node_next(figure, "figure"))
		if (is_count(figure) && !suppression_allows(kept_back(figures, total, node_get(figure, "column"))))
			return true;
	return false;
}

/* A row of nobody covers nobody. */
static xmlNode *
smallest_shown(xmlNode *figures)
{
	xmlNode *row, *out = NULL;

	for (row = node_child(figures, "figures-row"); row != NULL; row = node_next(row, "figures-row"))
		if (!is_total(row) && !is_hidden(row) && weight(row) > 0 && (out == NULL || weight(row) < weight(out)))
			out = row;
	return out;
}

static void
hide_with_others(xmlNode *figures, xmlNode *total)
{
	xmlNode *row;

	for (row = node_child(figures, "figures-row"); row != NULL; row = node_next(row, "figures-row"))
		if (row != total && is_few(row))
			hide_row(row);
	while (total != NULL && !is_hidden(total) && is_told(figures, total)) {
		row = smallest_shown(figures);
		if (row == NULL)
			hide_rows(figures, true);
		else
			hide_row(row);
	}
}

void
figures_whole_hide(xmlNode *figures)
{
	xmlNode *row, *total = NULL;
	bool few = false;

	if (node_get(figures, "whole") == NULL)
		return;
	for (row = node_child(figures, "figures-row"); row != NULL; row = node_next(row, "figures-row")) {
		total = is_total(row) ? row : total;
		few = few || (!is_total(row) && is_few(row));
	}
	if (total != NULL && is_few(total))
		hide_rows(figures, true);
	else if (is(figures, "whole", "rows"))
		hide_with_others(figures, total);
	else if (few)
		hide_rows(figures, false);
}

/* Is a total of this column hidden in any table? */
static bool
is_kept(xmlNode *report, const char *column)
{
	xmlNode *figures, *row, *figure;

	for (figures = node_child(report, "figures"); figures != NULL; figures = node_next(figures, "figures"))
		for (row = node_child(figures, "figures-row"); row != NULL; row = node_next(row, "figures-row"))
			for (figure = is_total(row) ? node_child(row, "figure") : NULL; figure != NULL; figure = node_next(figure, "figure"))
				if (is(figure, "column", column) && is(figure, "hidden", "yes"))
					return true;
	return false;
}

void
figures_whole_agree(xmlNode *report)
{
	xmlNode *figures, *column;

	for (figures = node_child(report, "figures"); figures != NULL; figures = node_next(figures, "figures"))
		for (column = node_child(figures, "figures-column"); column != NULL; column = node_next(column, "figures-column"))
			if (node_get(figures, "whole") != NULL && is_kept(report, node_get(column, "name")))
				hide_rows(figures, true);
}

/* The most that a row counts in one column; -1: it counts nothing. */
static long
most_in(xmlNode *row)
{
	long most = -1;
	xmlNode *figure;

	for (figure = node_child(row, "figure"); figure != NULL; figure = node_next(figure, "figure"))
		if (is_count(figure) && node_get(figure, "value") != NULL && atol(node_get(figure, "value")) > most)
			most = atol(node_get(figure, "value"));
	return most;
}

static bool
says_something(xmlNode *row)
{
	xmlNode *figure;

	for (figure = node_child(row, "figure"); figure != NULL; figure = node_next(figure, "figure"))
		if (node_get(figure, "value") != NULL)
			return true;
	return false;
}

void
figures_rows_mark(xmlNode *figures)
{
	xmlNode *row;

	for (row = node_child(figures, "figures-row"); row != NULL && is(figures, "rows", "come"); row = node_next(row, "figures-row"))
		if (!is_total(row) && most_in(row) > 0 && most_in(row) < SUPPRESSION_LEAST)
			node_set(row, "few", "yes");
		else if (!is_total(row) && most_in(row) < 0)
			node_set(row, "few", "unless-told");
}

/* A row that is there anyway, since something else is told of it, stays. */
static void
leave(xmlNode *row)
{
	if (says_something(row))
		return;
	xmlUnlinkNode(row);
	xmlFreeNode(row);
}

void
figures_rows_leave(xmlNode *figures)
{
	xmlNode *row, *next;

	for (row = node_child(figures, "figures-row"); row != NULL; row = next) {
		next = node_next(row, "figures-row");
		if (node_get(row, "few") != NULL)
			leave(row);
	}
	for (row = is(figures, "rows", "end") ? xmlGetLastChild(figures) : NULL; row != NULL && node_is(row->prev, "figures-row") && !says_something(row); row = next) {
		next = row->prev;
		leave(row);
	}
}
