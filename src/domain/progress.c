/* The chart of one question's open rounds: measurement.h. */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/measurement.h"
#include "sql/rows.h"
#include "xml/node.h"

/* What stands beside the value of the same index. */
struct answer {
	const char *on, *comment, *not_possible;
};

struct question {
	const char *id, *text, *anchor_0, *anchor_10;
	bool higher_is_better;
	struct answer *answers;
	struct progress_value *values;
	size_t count;
};

/* All questions of an intervention, gathered from its rows, which come sorted by question. */
struct gathered { struct question *questions; size_t count; const void *owner; };

enum { C_QUESTION, C_TEXT, C_ANCHOR_0, C_ANCHOR_10, C_HIGHER, C_ROUND, C_BY, C_VALUE, C_NOT_POSSIBLE, C_AT, C_AGE, C_COMMENT };

static const char values_sql[] =
    "SELECT q.id, q.text, q.anchor_0, q.anchor_10, q.higher_is_better, m.round, m.measured_by, m.value, m.not_possible, m.measured_at,"
    "  TIMESTAMPDIFF(DAY, m.measured_at, CURRENT_TIMESTAMP), m.comment"
    " FROM measurement m JOIN progress_question q ON q.id = m.question_id"
    " WHERE m.intervention_id = ? AND m.measured_by IN ('citizen', 'provider') ORDER BY q.id, m.round, m.id";

/* The day in Denmark of a moment in UTC. */
static const char *
day_of(const void *owner, const char *moment)
{
	char shown[32];
	struct date day;

	if (!date_show_time(moment, shown))
		return talloc_strndup(owner, moment, DATE_LENGTH);
	shown[DATE_LENGTH] = '\0';
	return talloc_strdup(owner, date_parse(shown, &day) ? day.iso : moment);
}

static const char *
keep(const void *owner, const char *text)
{
	return text == NULL ? NULL : talloc_strdup(owner, text);
}

static struct question *
question_of(struct gathered *all, const char *const *columns)
{
	struct question *q = all->count == 0 ? NULL : &all->questions[all->count - 1];

	if (q != NULL && strcmp(q->id, columns[C_QUESTION]) == 0)
		return q;
	all->questions = talloc_realloc(all->owner, all->questions, struct question, (unsigned)all->count + 1);
	q = &all->questions[all->count++];
	*q = (struct question){ .id = keep(all->owner, columns[C_QUESTION]), .text = keep(all->owner, columns[C_TEXT]),
	    .anchor_0 = keep(all->owner, columns[C_ANCHOR_0]), .anchor_10 = keep(all->owner, columns[C_ANCHOR_10]),
	    .higher_is_better = strcmp(columns[C_HIGHER], "1") == 0 };
	return q;
}

static void
gather(void *user, const char *const *columns, size_t count)
{
	struct gathered *all = user;
	struct question *q = question_of(all, columns);
	bool given = columns[C_VALUE] != NULL;

	(void)count;
	q->answers = talloc_realloc(all->owner, q->answers, struct answer, (unsigned)q->count + 1);
	q->values = talloc_realloc(all->owner, q->values, struct progress_value, (unsigned)q->count + 1);
	q->values[q->count] = (struct progress_value){ .round = atoi(columns[C_ROUND]), .by_citizen = strcmp(columns[C_BY], "citizen") == 0,
	    .given = given, .value = given ? atoi(columns[C_VALUE]) : 0, .age_days = atol(columns[C_AGE]) };
	q->answers[q->count++] = (struct answer){ .on = day_of(all->owner, columns[C_AT]), .comment = keep(all->owner, columns[C_COMMENT]),
	    .not_possible = keep(all->owner, columns[C_NOT_POSSIBLE]) };
}

static const struct answer *
answer_of(const struct question *q, const struct progress_value *value)
{
	return value == NULL ? NULL : &q->answers[value - q->values];
}

/* One giver's line through the open rounds. */
struct series {
	const struct question *q;
	const struct progress_round *const *rounds;
	size_t count;
	bool citizen;
};

static const struct progress_value *
value_at(const struct series *s, size_t i)
{
	return s->citizen ? s->rounds[i]->citizen : s->rounds[i]->provider;
}

static bool
given_at(const struct series *s, size_t i)
{
	return value_at(s, i) != NULL && value_at(s, i)->given;
}

/* The nearest given value: before i, else after it; NULL when nothing was given. */
static const struct progress_value *
nearest(const struct series *s, size_t i)
{
	size_t j;

	for (j = i + 1; j-- > 0;)
		if (given_at(s, j))
			return value_at(s, j);
	for (j = i + 1; j < s->count; j++)
		if (given_at(s, j))
			return value_at(s, j);
	return NULL;
}

/* The day of a round: when the provider measured, else the citizen. */
static const char *
round_day(const struct question *q, const struct progress_round *round)
{
	return answer_of(q, round->provider != NULL ? round->provider : round->citizen)->on;
}

static void
set_place(xmlNode *node, const char *name, long hundredths)
{
	node_set_format(node, name, "%ld.%02ld", hundredths / 100, hundredths % 100);
}

static void
add_pieces(xmlNode *node, const struct series *s)
{
	size_t last = s->count, i;

	for (i = 0; i < s->count; i++) {
		xmlNode *piece;

		if (!given_at(s, i))
			continue;
		if (last < s->count) {
			piece = node_add(node, "line");
			set_place(piece, "x1", progression_x(last, s->count));
			node_set_int(piece, "y1", progression_y(value_at(s, last)->value));
			set_place(piece, "x2", progression_x(i, s->count));
			node_set_int(piece, "y2", progression_y(value_at(s, i)->value));
			node_set(piece, "gap", i > last + 1 ? "yes" : NULL);
		}
		last = i;
	}
}

static void
add_points(xmlNode *node, const struct series *s)
{
	size_t i;

	for (i = 0; i < s->count; i++) {
		const struct progress_value *value = value_at(s, i), *near = nearest(s, i);
		xmlNode *point = node_add(node, "point");

		set_place(point, "x", progression_x(i, s->count));
		node_set_int(point, "y", progression_y(near == NULL ? 0 : near->value));
		node_set(point, "at", value != NULL ? answer_of(s->q, value)->on : round_day(s->q, s->rounds[i]));
		if (given_at(s, i))
			node_set_int(point, "value", value->value);
		else
			node_set(point, "missing", "yes");
	}
}

static void
add_series(xmlNode *chart, const struct series *s, long label)
{
	const struct progress_value *last = nearest(s, s->count - 1);
	xmlNode *node = node_add(chart, "series");

	node_set(node, "name", s->citizen ? "citizen" : "provider");
	node_set(node, "style", s->citizen ? "a" : "b");
	if (last != NULL) {
		node_set_int(node, "last", last->value);
		node_set_int(node, "label-y", label + 5);
	}
	add_pieces(node, s);
	add_points(node, s);
}

static void
add_grid(xmlNode *chart)
{
	int value;

	for (value = 0; value <= PROGRESSION_MAX; value += 2) {
		xmlNode *line = node_add(chart, "grid");

		node_set_int(line, "y", progression_y(value));
		node_set_int(line, "value", value);
	}
}

static int
within(int value)
{
	return value < 0 ? 0 : value > PROGRESSION_MAX ? PROGRESSION_MAX : value;
}

/* Around the citizen's start: less than a noticeable change. */
static void
add_band(xmlNode *chart, const struct series *citizen)
{
	const struct progress_value *start = NULL;
	xmlNode *band;
	size_t i;
	long top;

	for (i = 0; i < citizen->count && start == NULL; i++)
		start = given_at(citizen, i) ? value_at(citizen, i) : NULL;
	if (start == NULL)
		return;
	top = progression_y(within(start->value + PROGRESSION_NOTICEABLE - 1));
	band = node_add(chart, "band");
	node_set_int(band, "top", top);
	node_set_int(band, "height", progression_y(within(start->value - PROGRESSION_NOTICEABLE + 1)) - top);
	node_set(band, "key", "no-change");
}

static const char **
round_days(const void *owner, const struct series *s)
{
	const char **days = talloc_array(owner, const char *, (unsigned)s->count);
	size_t i;

	for (i = 0; i < s->count; i++)
		days[i] = round_day(s->q, s->rounds[i]);
	return days;
}

/* When a plan came into force between the first round and the last. */
struct marks { xmlNode *chart; const char **days; size_t count; };

static void
add_mark(void *user, const char *const *columns, size_t count)
{
	struct marks *marks = user;
	long x = progression_x_between(marks->days, marks->count, columns[0]);
	xmlNode *mark;

	(void)count;
	if (x < 0)
		return;
	mark = node_add(marks->chart, "mark");
	set_place(mark, "x", x);
	node_set(mark, "at", columns[0]);
	node_set(mark, "key", "plan");
}

/* Every column has its date on a wide screen, every other one on a narrow one. */
static void
add_ticks(xmlNode *chart, const char *const *days, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		xmlNode *tick = node_add(chart, "tick");

		set_place(tick, "x", progression_x(i, count));
		node_set(tick, "at", days[i]);
		node_set(tick, "wide", count > 3 && (count - 1 - i) % 2 == 1 ? "yes" : NULL);
	}
}

static void
add_chart(struct request *rq, xmlNode *parent, long long intervention, const struct series *citizen, const struct series *provider)
{
	const struct progress_value *a = nearest(citizen, citizen->count - 1), *b = nearest(provider, provider->count - 1);
	long label_a = progression_y(a == NULL ? 0 : a->value), label_b = progression_y(b == NULL ? 0 : b->value);
	xmlNode *chart = node_add(parent, "chart");
	struct marks marks = { chart, round_days(rq, citizen), citizen->count };

	node_set(chart, "name", "progression");
	node_set(chart, "title", citizen->q->text);
	node_set_int(chart, "height", PROGRESSION_HEIGHT);
	set_place(chart, "left", PROGRESSION_LEFT);
	set_place(chart, "right", PROGRESSION_RIGHT);
	node_set_int(chart, "base", PROGRESSION_BOTTOM);
	if (a != NULL && b != NULL)
		progression_part_labels(&label_a, &label_b);
	add_band(chart, citizen);
	add_grid(chart);
	rows_each(rq->db, "SELECT p.agreed_on FROM plan p JOIN intervention i ON i.course_id = p.course_id WHERE i.id = ?"
	    " AND p.agreed_on IS NOT NULL AND p.state IN ('agreed', 'superseded', 'ended') AND p.version > 1 ORDER BY p.version",
	    ARGS(INT(intervention)), add_mark, &marks);
	add_series(chart, citizen, label_a);
	add_series(chart, provider, label_b);
	add_ticks(chart, marks.days, marks.count);
}

/* First and last given value of a line, and what the change amounts to. */
static void
set_change(xmlNode *progress, const struct series *s)
{
	const char *who = s->citizen ? "citizen" : "provider", *change = s->citizen ? "change-citizen" : "change-provider";
	const struct progress_value *first = NULL, *last = nearest(s, s->count - 1);
	size_t i;

	for (i = 0; i < s->count && first == NULL; i++)
		first = given_at(s, i) ? value_at(s, i) : NULL;
	if (last == NULL)
		return;
	node_set_int(progress, who, last->value);
	if (first != last)
		node_set(progress, change, progression_change(first->value, last->value, s->q->higher_is_better));
}

static void
add_comment(xmlNode *progress, const struct question *q, const struct progress_value *value)
{
	const struct answer *answer = answer_of(q, value);
	xmlNode *node;

	if (answer == NULL || answer->comment == NULL)
		return;
	node = node_add_text(progress, "comment", answer->comment);
	node_set(node, "by", value->by_citizen ? "citizen" : "provider");
	node_set(node, "on", answer->on);
}

static void
add_own(xmlNode *progress, const struct question *q, const struct progress_value *value)
{
	const struct answer *answer = answer_of(q, value);
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
add_closed(xmlNode *progress, const struct question *q, const struct progress_round *rounds, size_t count, const char *viewer)
{
	const char *waits = NULL;
	size_t i;

	for (i = 0; i < count; i++)
		if (!rounds[i].open)
			waits = rounds[i].citizen == NULL ? "citizen" : "provider";
	node_set(progress, "waits", waits);
	for (i = 0; i < count; i++) {
		const struct progress_value *in = rounds[i].citizen != NULL ? rounds[i].citizen : rounds[i].provider;

		if (!rounds[i].open && viewer != NULL && strcmp(viewer, in->by_citizen ? "citizen" : "provider") == 0)
			add_own(progress, q, in);
	}
}

/* The open values of one giver as they are; the chart draws them. */
static void
add_line(xmlNode *progress, const struct series *s)
{
	xmlNode *line = node_add(progress, "line"), *point;
	size_t i;

	node_set(line, "by", s->citizen ? "citizen" : "provider");
	for (i = 0; i < s->count; i++) {
		const struct progress_value *value = value_at(s, i);

		if (value == NULL)
			continue;
		point = node_add(line, "point");
		node_set_int(point, "round", value->round);
		if (value->given)
			node_set_int(point, "value", value->value);
		node_set(point, "not-possible", answer_of(s->q, value)->not_possible);
		node_set(point, "on", answer_of(s->q, value)->on);
	}
}

static void
add_question(struct request *rq, xmlNode *parent, long long intervention, const struct question *q, const char *viewer)
{
	struct progress_round *rounds = talloc_array(rq, struct progress_round, (unsigned)q->count);
	size_t count = progression_pair(q->values, q->count, rounds), open = 0, i;
	const struct progress_round **shown = talloc_array(rq, const struct progress_round *, (unsigned)count);
	xmlNode *progress = node_add(parent, "progress");
	struct series citizen, provider;

	for (i = 0; i < count; i++)
		if (rounds[i].open)
			shown[open++] = &rounds[i];
	citizen = (struct series){ q, shown, open, true };
	provider = (struct series){ q, shown, open, false };
	node_set(progress, "question", q->id);
	node_set(progress, "text", q->text);
	node_set(progress, "anchor-0", q->anchor_0);
	node_set(progress, "anchor-10", q->anchor_10);
	if (open > 0) {
		set_change(progress, &citizen);
		set_change(progress, &provider);
		add_line(progress, &citizen);
		add_line(progress, &provider);
		add_chart(rq, progress, intervention, &citizen, &provider);
	}
	add_closed(progress, q, rounds, count, viewer);
	for (i = 0; i < open; i++) {
		add_comment(progress, q, shown[i]->citizen);
		add_comment(progress, q, shown[i]->provider);
	}
}

void
measurement_add_progress(struct request *rq, xmlNode *parent, long long intervention, const char *viewer)
{
	struct gathered all = { .owner = rq };
	size_t i;

	rows_each(rq->db, values_sql, ARGS(INT(intervention)), gather, &all);
	for (i = 0; i < all.count; i++)
		add_question(rq, parent, intervention, &all.questions[i], viewer);
}
