/* What several goals come to, and where each stands: progress.h. */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/progress.h"
#include "rule/scoring.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { ITEMS_MAX = 50, MEAN_OF_MIN = 2 };

const char *
progress_until(struct request *rq, long long intervention)
{
	const char *until = request_today(rq), *ended;
	char hhmm[6];
	struct date then;

	if (rq->as_of != NULL && date_local(rq->as_of, &then, hhmm))
		until = talloc_strdup(rq, then.iso);
	ended = rows_text(rq->db, rq, "SELECT COALESCE(ended_on, ends_on) FROM intervention WHERE id = ? AND state IN ('completed', 'stopped')",
	    ARGS(INT(intervention)));
	return ended != NULL && strcmp(ended, until) < 0 ? ended : until;
}

static bool
is_measured_by(const struct progress_goal *goal, const char *measure)
{
	return !goal->over && strcmp(goal->measure, measure) == 0;
}

/* What one gave in a round, if it may be told. */
static const struct progress_value *
given(const struct progress_round *round, bool citizen)
{
	const struct progress_value *value = citizen ? round->citizen : round->provider;

	return round->open && value != NULL && value->given ? value : NULL;
}

static const struct progress_value *
given_in(const struct progress_goal *goal, int number, bool citizen)
{
	size_t i;

	for (i = 0; i < goal->rounds_count; i++)
		if (goal->rounds[i].round == number)
			return given(&goal->rounds[i], citizen);
	return NULL;
}

/* The first and the last round in which somebody gave a value to any goal that is so measured; 0: there is none. */
static void
find_ends(const struct progress *progress, const char *measure, bool citizen, int *first, int *last)
{
	size_t i, j;

	*first = *last = 0;
	for (i = 0; i < progress->count; i++) {
		const struct progress_goal *goal = &progress->goals[i];

		for (j = 0; j < goal->rounds_count && is_measured_by(goal, measure); j++) {
			int round = goal->rounds[j].round;

			if (given(&goal->rounds[j], citizen) == NULL)
				continue;
			*first = *first == 0 || round < *first ? round : *first;
			*last = round > *last ? round : *last;
		}
	}
}

static void
set_figure(xmlNode *node, const char *name, double figure)
{
	node_set_format(node, name, "%.1f", scoring_round(figure, 1));
}

static void
add_mean(xmlNode *parent, const struct progress *progress, bool citizen)
{
	struct progress_item items[ITEMS_MAX];
	struct progress_mean mean;
	size_t count = 0, i;
	int first, last;
	xmlNode *node;

	find_ends(progress, "psfs", citizen, &first, &last);
	for (i = 0; i < progress->count && count < ITEMS_MAX; i++) {
		const struct progress_goal *goal = &progress->goals[i];
		const struct progress_value *a = given_in(goal, first, citizen), *b = given_in(goal, last, citizen);

		if (is_measured_by(goal, "psfs"))
			items[count++] = (struct progress_item){ .first = a == NULL ? 0 : a->value, .last = b == NULL ? 0 : b->value,
			    .twice = first < last && a != NULL && b != NULL, .higher_is_better = goal->higher_is_better };
	}
	if (!progression_mean(items, count, &mean) || mean.items < MEAN_OF_MIN)
		return;
	node = node_add(parent, "score");
	node_set(node, "kind", "psfs");
	node_set(node, "by", citizen ? "citizen" : "provider");
	set_figure(node, "first", mean.first);
	set_figure(node, "last", mean.last);
	set_figure(node, "change", mean.change);
	node_set(node, "noticeable", mean.noticeable ? "yes" : NULL);
	node_set_int(node, "items", mean.items);
	node_set_int(node, "added", mean.added);
}

static const struct progress_value *
latest(const struct progress_goal *goal, bool citizen)
{
	size_t i;

	for (i = goal->rounds_count; i-- > 0;)
		if (given(&goal->rounds[i], citizen) != NULL)
			return given(&goal->rounds[i], citizen);
	return NULL;
}

static void
add_attained(xmlNode *parent, const struct progress *progress, bool citizen)
{
	const struct missing none = { .kind = MISSING_NONE };
	struct moments moments = { .asked = 0 };
	xmlNode *node;
	double t;
	size_t i;

	for (i = 0; i < progress->count; i++) {
		const struct progress_goal *goal = &progress->goals[i];
		const struct progress_value *value = latest(goal, citizen);

		if (!is_measured_by(goal, "gas"))
			continue;
		moments.asked++;
		if (goal->target >= 0 && value != NULL)
			moments_add(&moments, progression_level(value->value, goal->target, goal->higher_is_better), goal->weight);
	}
	if (!scoring_gas(none, &moments, &t))
		return;
	node = node_add(parent, "score");
	node_set(node, "kind", "gas");
	node_set(node, "by", citizen ? "citizen" : "provider");
	set_figure(node, "value", t);
	node_set_int(node, "items", moments.answered);
	node_set_int(node, "lacking", moments.asked - moments.answered);
}

void
progress_add_scores(xmlNode *parent, const struct progress *progress)
{
	add_mean(parent, progress, true);
	add_mean(parent, progress, false);
	add_attained(parent, progress, true);
	add_attained(parent, progress, false);
}

static void
add_latest_of(xmlNode *parent, const struct progress_goal *goal)
{
	const struct progress_round *last = NULL;
	const char *waits = NULL;
	xmlNode *node;
	size_t i;

	for (i = 0; i < goal->rounds_count; i++) {
		if (goal->rounds[i].open)
			last = &goal->rounds[i];
		else
			waits = goal->rounds[i].citizen == NULL ? "citizen" : "provider";
	}
	node = node_add(parent, "of");
	node_set_int(node, "question", goal->question);
	node_set(node, "text", goal->text);
	node_set(node, "waits", waits);
	if (last == NULL)
		return;
	node_set(node, "on", progress_answer_of(goal, last->provider != NULL ? last->provider : last->citizen)->on);
	if (given(last, true) != NULL)
		node_set_int(node, "citizen", last->citizen->value);
	if (given(last, false) != NULL)
		node_set_int(node, "provider", last->provider->value);
	node_set(node, "citizen-impossible", last->citizen != NULL && !last->citizen->given ? "yes" : NULL);
	node_set(node, "provider-impossible", last->provider != NULL && !last->provider->given ? "yes" : NULL);
}

void
progress_add_latest(struct request *rq, xmlNode *parent, const xmlNode *intervention)
{
	const struct progress *progress = progress_read(rq->db, rq, atoll(node_get(intervention, "id")), rq->as_of);
	xmlNode *node = node_add(parent, "latest");
	size_t i;

	node_set(node, "intervention", node_get(intervention, "id"));
	node_set(node, "title", node_get(intervention, "title"));
	node_set(node, "href", node_get(intervention, "href"));
	node_set(node, "current", node_get(intervention, "current"));
	for (i = 0; i < progress->count; i++)
		if (!progress->goals[i].over)
			add_latest_of(node, &progress->goals[i]);
}
