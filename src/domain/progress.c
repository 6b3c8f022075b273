/* What was measured of one intervention, as a page may show it: measurement.h. */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/measurement.h"
#include "domain/progress.h"
#include "domain/progress_chart.h"
#include "rule/stop.h"
#include "sql/rows.h"
#include "xml/node.h"

/* One goal on its way to the page: its open rounds, and those that were missed, as columns. */
struct shown {
	struct request *rq;
	long long intervention;
	const struct progress *progress;
	const struct progress_goal *goal;
	const struct progress_round **rounds;	/* NULL: nobody measured */
	const char **days;
	size_t count;
};

static const char *const by_names[] = { "provider", "citizen" };

static const struct progress_value *
value_at(const struct shown *s, size_t i, bool citizen)
{
	if (s->rounds[i] == NULL)
		return NULL;
	return citizen ? s->rounds[i]->citizen : s->rounds[i]->provider;
}

static const struct progress_value *
first_given(const struct shown *s, bool citizen)
{
	size_t i;

	for (i = 0; i < s->count; i++)
		if (value_at(s, i, citizen) != NULL && value_at(s, i, citizen)->given)
			return value_at(s, i, citizen);
	return NULL;
}

static const struct progress_value *
last_given(const struct shown *s, bool citizen)
{
	size_t i;

	for (i = s->count; i-- > 0;)
		if (value_at(s, i, citizen) != NULL && value_at(s, i, citizen)->given)
			return value_at(s, i, citizen);
	return NULL;
}

/* The day of a round: as agreed; where nothing was, when the provider measured, else the citizen.  Never before the column before it. */
static const char *
day_of(const struct shown *s, int number, const struct progress_round *round)
{
	const char *before = s->count == 0 ? NULL : s->days[s->count - 1], *day;
	struct date due;

	if (measuring_due(s->progress->schedule, s->progress->schedule_count, number, &due))
		day = talloc_strdup(s->rq, due.iso);
	else
		day = progress_answer_of(s->goal, round->provider != NULL ? round->provider : round->citizen)->on;
	return before != NULL && strcmp(day, before) < 0 ? before : day;
}

static void
add_column(struct shown *s, int number, const struct progress_round *round)
{
	s->days[s->count] = day_of(s, number, round);
	s->rounds[s->count++] = round;
}

static bool
within_life(const struct progress_goal *goal, const char *day)
{
	return (goal->chosen_on == NULL || strcmp(day, goal->chosen_on) >= 0) && (goal->ended_on == NULL || strcmp(day, goal->ended_on) <= 0);
}

/* Both lists are in order. */
static void
add_columns(struct shown *s, const struct stop_missed *missed, size_t missed_count)
{
	const struct progress_goal *goal = s->goal;
	size_t i = 0, j = 0;
	struct date due;

	s->rounds = talloc_array(s->rq, const struct progress_round *, (unsigned)(goal->rounds_count + missed_count + 1));
	s->days = talloc_array(s->rq, const char *, (unsigned)(goal->rounds_count + missed_count + 1));
	while (i < goal->rounds_count || j < missed_count) {
		bool measured = i < goal->rounds_count && (j == missed_count || goal->rounds[i].round <= missed[j].round);

		if (measured) {
			if (j < missed_count && goal->rounds[i].round == missed[j].round)
				j++;
			if (goal->rounds[i].open)
				add_column(s, goal->rounds[i].round, &goal->rounds[i]);
			i++;
			continue;
		}
		if (measuring_due(s->progress->schedule, s->progress->schedule_count, missed[j].round, &due) && within_life(goal, due.iso))
			add_column(s, missed[j].round, NULL);
		j++;
	}
}

static struct chart_point *
points_of(const struct shown *s, bool citizen)
{
	struct chart_point *points = talloc_zero_array(s->rq, struct chart_point, (unsigned)s->count);
	size_t i;

	for (i = 0; i < s->count; i++) {
		const struct progress_value *value = value_at(s, i, citizen);

		if (value == NULL)
			continue;
		points[i] = (struct chart_point){ .on = progress_answer_of(s->goal, value)->on, .given = value->given, .impossible = !value->given, .value = value->value,
		    .corrected = progress_answer_of(s->goal, value)->corrected != NULL };
	}
	return points;
}

struct marking { struct request *rq; struct progress_chart *chart; };

static void
note_mark(void *user, const char *const *columns, size_t count)
{
	struct marking *marking = user;

	(void)count;
	progress_chart_mark(marking->chart, talloc_strdup(marking->rq, columns[0]), talloc_strdup(marking->rq, columns[1]), atoi(columns[2]));
}

/* A plan that came into force, an intervention that was adjusted, another interval. */
static void
add_marks(const struct shown *s, struct progress_chart *chart)
{
	struct marking marking = { s->rq, chart };

	rows_each(s->rq->db, "SELECT COALESCE(p.valid_from, p.agreed_on), 'plan', p.version FROM plan p JOIN intervention i ON i.course_id = p.course_id"
	    " WHERE i.id = ? AND COALESCE(p.valid_from, p.agreed_on) IS NOT NULL AND p.state IN ('agreed', 'superseded', 'ended') AND p.version > 1"
	    " UNION ALL SELECT MAX(t.answered_on), 'adjusted', 0 FROM stop_task t WHERE t.intervention_id = ? AND t.answer = 'adjust'"
	    "  GROUP BY t.answered_on"
	    " UNION ALL SELECT m.first_due_on, 'interval', m.interval_weeks FROM measurement_schedule m WHERE m.intervention_id = ?"
	    "  AND m.first_round > (SELECT MIN(f.first_round) FROM measurement_schedule f WHERE f.intervention_id = m.intervention_id)", ARGS(INT(s->intervention), INT(s->intervention), INT(s->intervention)), note_mark, &marking);
}

static void
add_chart(const struct shown *s, xmlNode *parent)
{
	const struct progress_value *start = first_given(s, true);
	struct progress_chart chart = { .name = "progression", .title = s->goal->text, .days = s->days, .count = s->count, .lines_count = 2,
	    .lines = { { "citizen", "a", points_of(s, true) }, { "provider", "b", points_of(s, false) } }, .target = s->goal->target,
	    .start = start == NULL ? -1 : start->value, .noticeable = progression_noticeable(s->goal->measure) };

	add_marks(s, &chart);
	progress_chart_add(parent, &chart);
}

static void
set_change(xmlNode *node, const struct shown *s, bool citizen)
{
	const struct progress_value *first = first_given(s, citizen), *last = last_given(s, citizen);

	if (last == NULL)
		return;
	node_set_int(node, by_names[citizen], last->value);
	if (first != last)
		node_set(node, citizen ? "change-citizen" : "change-provider",
		    progression_change(first->value, last->value, s->goal->higher_is_better, progression_noticeable(s->goal->measure)));
}

/* How far apart they are in the last round that both measured. */
static void
set_apart(xmlNode *node, const struct shown *s)
{
	size_t i;

	for (i = s->count; i-- > 0;) {
		const struct progress_value *a = value_at(s, i, true), *b = value_at(s, i, false);

		if (a == NULL || b == NULL || !a->given || !b->given)
			continue;
		node_set_int(node, "apart", abs(a->value - b->value));
		return;
	}
}

static void
add_line(xmlNode *progress, const struct shown *s, bool citizen)
{
	xmlNode *line = node_add(progress, "line"), *point;
	size_t i;

	node_set(line, "by", by_names[citizen]);
	for (i = 0; i < s->count; i++) {
		const struct progress_value *value = value_at(s, i, citizen);

		if (value == NULL)
			continue;
		point = node_add(line, "point");
		node_set_int(point, "round", value->round);
		if (value->given)
			node_set_int(point, "value", value->value);
		node_set(point, "not-possible", progress_answer_of(s->goal, value)->not_possible);
		node_set(point, "on", progress_answer_of(s->goal, value)->on);
	}
}

/* The earliest correction first; each says what it made of what. */
static void
add_corrections(xmlNode *progress, const struct progress_value *value, const struct progress_answer *answer,
    const struct progress_corrected *of, const char *became)
{
	xmlNode *node;

	if (of == NULL)
		return;
	add_corrections(progress, value, answer, of->earlier, of->value);
	node = node_add_text(progress, "correction", of->reason);
	node_set(node, "by", by_names[value->by_citizen]);
	node_set(node, "on", answer->on);
	node_set(node, "corrected-on", of->on);
	node_set(node, "was", of->value);
	node_set(node, "became", became);
}

static void
add_words(struct request *rq, xmlNode *progress, const struct progress_goal *goal, const struct progress_value *value)
{
	const struct progress_answer *answer = progress_answer_of(goal, value);
	xmlNode *node;

	if (answer == NULL)
		return;
	if (answer->comment != NULL) {
		node = node_add_text(progress, "comment", answer->comment);
		node_set(node, "by", by_names[value->by_citizen]);
		node_set(node, "on", answer->on);
	}
	if (!value->given) {
		node = node_add_text(progress, "not-possible", answer->not_possible);
		node_set(node, "by", by_names[value->by_citizen]);
		node_set(node, "on", answer->on);
	}
	add_corrections(progress, value, answer, answer->corrected, value->given ? request_format(rq, "%d", value->value) : NULL);
}

static void
add_own(xmlNode *progress, const struct progress_goal *goal, const struct progress_value *value)
{
	const struct progress_answer *answer = progress_answer_of(goal, value);
	xmlNode *node = node_add(progress, "own-value");

	node_set_int(node, "round", value->round);
	if (value->given)
		node_set_int(node, "value", value->value);
	node_set(node, "not-possible", answer->not_possible);
	node_set(node, "on", answer->on);
	node_add_text(node, "comment", answer->comment);
}

/* What is not open: who is waited for, and to its giver the own value. */
static void
add_closed(xmlNode *progress, const struct progress_goal *goal, const char *viewer)
{
	const char *waits = NULL;
	size_t i;

	for (i = 0; i < goal->rounds_count; i++)
		if (!goal->rounds[i].open)
			waits = goal->rounds[i].citizen == NULL ? "citizen" : "provider";
	node_set(progress, "waits", waits);
	for (i = 0; i < goal->rounds_count; i++) {
		const struct progress_round *round = &goal->rounds[i];
		const struct progress_value *in = round->citizen != NULL ? round->citizen : round->provider;

		if (!round->open && viewer != NULL && strcmp(viewer, by_names[in->by_citizen]) == 0)
			add_own(progress, goal, in);
	}
}

static void
set_goal(xmlNode *node, const struct progress_goal *goal)
{
	node_set_int(node, "question", goal->question);
	node_set(node, "text", goal->text);
	node_set(node, "anchor-0", goal->anchor_0);
	node_set(node, "anchor-10", goal->anchor_10);
	node_set(node, "measure", goal->measure);
	node_set(node, "direction", goal->direction);
	node_set(node, "lower-is-better", goal->higher_is_better ? NULL : "yes");
	node_set(node, "ended-on", goal->over ? goal->ended_on : NULL);
	node_set(node, "ended-reason", goal->over ? goal->ended_reason : NULL);
	if (goal->target >= 0)
		node_set_int(node, "target", goal->target);
}

static void
add_goal(struct shown *s, xmlNode *parent, const char *viewer)
{
	const struct progress_goal *goal = s->goal;
	xmlNode *progress = node_add(parent, "progress");
	size_t i;

	set_goal(progress, goal);
	if (first_given(s, true) != NULL || first_given(s, false) != NULL) {
		set_change(progress, s, true);
		set_change(progress, s, false);
		set_apart(progress, s);
		add_line(progress, s, true);
		add_line(progress, s, false);
		add_chart(s, progress);
	}
	add_closed(progress, goal, viewer);
	for (i = 0; i < s->count; i++) {
		add_words(s->rq, progress, goal, value_at(s, i, true));
		add_words(s->rq, progress, goal, value_at(s, i, false));
	}
}

void
measurement_add_progress(struct request *rq, xmlNode *parent, long long intervention, const char *viewer)
{
	const struct progress *progress = progress_read(rq->db, rq, intervention, rq->as_of);
	size_t missed_count, i;
	struct stop_missed *missed = progress_missed(rq, progress, progress_until(rq, intervention), &missed_count);

	for (i = 0; i < progress->count; i++) {
		struct shown shown = { .rq = rq, .intervention = intervention, .progress = progress, .goal = &progress->goals[i] };

		if (shown.goal->over && shown.goal->count == 0)
			continue;
		add_columns(&shown, missed, missed_count);
		add_goal(&shown, parent, viewer);
	}
	progress_add_scores(parent, progress);
}
