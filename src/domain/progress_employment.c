/* How near a course is to its employment goal: progress.h. */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/progress.h"
#include "domain/progress_chart.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { VALUES_MAX = 200 };

/* The newest values in order, without those that a later one stands for. */
struct words { const char *comment, *not_possible, *reason, *was, *corrected_on; };
struct employment {
	struct request *rq;
	const char *days[VALUES_MAX], *goals[VALUES_MAX];
	struct chart_point points[VALUES_MAX];
	struct words words[VALUES_MAX];
	size_t count;
};

enum { C_ON, C_VALUE, C_GOAL, C_COMMENT, C_NOT_POSSIBLE, C_REASON, C_WAS, C_CORRECTED };

static const char *
keep(const struct employment *all, const char *text)
{
	return text == NULL ? NULL : talloc_strdup(all->rq, text);
}

static const char *
day_of(const struct employment *all, const char *moment)
{
	char hhmm[6];
	struct date day;

	return moment != NULL && date_local(moment, &day, hhmm) ? talloc_strdup(all->rq, day.iso) : NULL;
}

static void
note_value(void *user, const char *const *c, size_t count)
{
	struct employment *all = user;

	(void)count;
	if (all->count == VALUES_MAX)
		return;
	all->days[all->count] = talloc_strdup(all->rq, c[C_ON]);
	all->goals[all->count] = talloc_strdup(all->rq, c[C_GOAL]);
	all->words[all->count] = (struct words){ keep(all, c[C_COMMENT]), keep(all, c[C_NOT_POSSIBLE]), keep(all, c[C_REASON]),
	    keep(all, c[C_WAS]), day_of(all, c[C_CORRECTED]) };
	all->points[all->count++] = (struct chart_point){ .given = c[C_VALUE] != NULL, .impossible = c[C_VALUE] == NULL, .value = c[C_VALUE] == NULL ? 0 : atoi(c[C_VALUE]),
	    .corrected = c[C_REASON] != NULL };
}

static const struct chart_point *
given(const struct employment *all, bool first)
{
	size_t i;

	for (i = 0; i < all->count; i++)
		if (all->points[first ? i : all->count - 1 - i].given)
			return &all->points[first ? i : all->count - 1 - i];
	return NULL;
}

static void
add_chart(xmlNode *node, const struct employment *all)
{
	const struct chart_point *start = given(all, true);
	struct progress_chart chart = { .name = "employment", .days = all->days, .count = all->count, .lines_count = 1,
	    .lines = { { "caseworker", "c", all->points } }, .target = -1, .start = start->value, .noticeable = PROGRESSION_NOTICEABLE };
	size_t i;

	for (i = 1; i < all->count; i++)
		if (strcmp(all->goals[i], all->goals[i - 1]) != 0)
			progress_chart_mark(&chart, all->days[i], "goal", 0);
	progress_chart_add(node, &chart);
}

static void
add_text(xmlNode *node, const struct employment *all, size_t i, const char *name, const char *text)
{
	xmlNode *child;

	if (text == NULL)
		return;
	child = node_add_text(node, name, text);
	node_set(child, "by", "caseworker");
	node_set(child, "on", all->days[i]);
}

static void
add_words(xmlNode *node, const struct employment *all)
{
	size_t i;

	for (i = 0; i < all->count; i++) {
		const struct words *w = &all->words[i];

		add_text(node, all, i, "comment", w->comment);
		add_text(node, all, i, "not-possible", w->not_possible);
		if (w->reason == NULL)
			continue;
		add_text(node, all, i, "correction", w->reason);
		node_set(node->last, "corrected-on", w->corrected_on);
		node_set(node->last, "was", w->was);
		if (all->points[i].given)
			node_set_int(node->last, "became", all->points[i].value);
	}
}

void
progress_add_employment(struct request *rq, xmlNode *parent, long long course)
{
	struct employment *all = talloc_zero(rq, struct employment);
	const struct chart_point *first, *last;
	xmlNode *node;

	all->rq = rq;
	rows_each(rq->db, "SELECT * FROM (SELECT e.measured_on, e.value, e.employment_goal, e.comment, e.not_possible, e.correction_reason,"
	    " o.value AS was, e.created_at, e.id FROM employment_measurement e"
	    " LEFT JOIN employment_measurement o ON o.id = e.corrects_id WHERE e.course_id = ?"
	    " AND NOT EXISTS (SELECT 1 FROM employment_measurement l WHERE l.corrects_id = e.id) ORDER BY e.measured_on DESC, e.id DESC LIMIT ?) x"
	    " ORDER BY x.measured_on, x.id", ARGS(INT(course), INT(VALUES_MAX)), note_value, all);
	if (all->count == 0)
		return;
	node = node_add(parent, "employment");
	node_set(node, "goal", all->goals[all->count - 1]);
	node_set(node, "on", all->days[all->count - 1]);
	first = given(all, true);
	last = given(all, false);
	if (first != NULL) {
		node_set_int(node, "value", last->value);
		if (first != last)
			node_set(node, "change", progression_change(first->value, last->value, true, PROGRESSION_NOTICEABLE));
		add_chart(node, all);
	}
	add_words(node, all);
}
