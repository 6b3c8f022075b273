/* What is stored of an intervention's measurements: progress.h. */
#include "domain/progress.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "rule/stop.h"
#include "sql/rows.h"

/* Rows come sorted by goal, round, giver and correction: a correction follows what it stands for. */
enum {
	C_QUESTION, C_TEXT, C_ANCHOR_0, C_ANCHOR_10, C_HIGHER, C_DIRECTION, C_MEASURE, C_TARGET, C_WEIGHT, C_CHOSEN, C_ENDED, C_WHY,
	C_ROUND, C_BY, C_VALUE, C_NOT_POSSIBLE, C_AT, C_AGE, C_COMMENT, C_CORRECTION, C_REASON, C_OVER
};

static const char values_sql[] =
    "SELECT q.id, q.text, q.anchor_0, q.anchor_10, q.higher_is_better, COALESCE(g.direction, 'develop'), COALESCE(g.measure, 'nrs'),"
    "  g.target, COALESCE(g.weight, 1), g.chosen_on, g.ended_on, g.ended_reason, m.round, m.measured_by, m.value, m.not_possible,"
    "  m.measured_at, TIMESTAMPDIFF(DAY, m.measured_at, COALESCE(?, UTC_TIMESTAMP())), m.comment, m.correction, m.correction_reason,"
    "  g.ended_on IS NOT NULL AND (i.state NOT IN ('completed', 'stopped') OR g.ended_on < COALESCE(i.ended_on, i.ends_on))"
    " FROM (SELECT question_id, intervention_id FROM progress_goal WHERE intervention_id = ?"
    "   UNION SELECT question_id, intervention_id FROM measurement WHERE intervention_id = ?) a"
    " JOIN intervention i ON i.id = a.intervention_id JOIN progress_question q ON q.id = a.question_id"
    " LEFT JOIN progress_goal g ON g.intervention_id = a.intervention_id AND g.question_id = a.question_id"
    " LEFT JOIN measurement m ON m.intervention_id = a.intervention_id AND m.question_id = a.question_id"
    "  AND m.measured_by IN ('citizen', 'provider')"
    " ORDER BY 22, g.ended_on, g.chosen_on, q.id, m.round, m.measured_by, m.correction";

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

static int
number(const char *text, int otherwise)
{
	return text == NULL ? otherwise : atoi(text);
}

static struct progress_goal *
goal_of(struct progress *all, const char *const *c)
{
	struct progress_goal *goal = all->count == 0 ? NULL : &all->goals[all->count - 1];

	if (goal != NULL && goal->question == atoll(c[C_QUESTION]))
		return goal;
	all->goals = talloc_realloc(all, all->goals, struct progress_goal, (unsigned)all->count + 1);
	goal = &all->goals[all->count++];
	*goal = (struct progress_goal){ .question = atoll(c[C_QUESTION]), .text = keep(all, c[C_TEXT]), .anchor_0 = keep(all, c[C_ANCHOR_0]),
	    .anchor_10 = keep(all, c[C_ANCHOR_10]), .direction = keep(all, c[C_DIRECTION]), .measure = keep(all, c[C_MEASURE]),
	    .chosen_on = keep(all, c[C_CHOSEN]), .ended_on = keep(all, c[C_ENDED]), .ended_reason = keep(all, c[C_WHY]),
	    .higher_is_better = strcmp(c[C_HIGHER], "1") == 0, .target = number(c[C_TARGET], -1), .weight = number(c[C_WEIGHT], 1),
	    .over = c[C_OVER] != NULL && strcmp(c[C_OVER], "1") == 0 };
	return goal;
}

static struct progress_corrected *
corrected(const struct progress *all, const struct progress_value *was, const struct progress_answer *beside, const char *const *c)
{
	struct progress_corrected *out = talloc_zero(all, struct progress_corrected);

	out->earlier = beside->corrected;
	out->value = was->given ? talloc_asprintf(all, "%d", was->value) : NULL;
	out->reason = keep(all, c[C_REASON]);
	out->on = day_of(all, c[C_AT]);
	return out;
}

/* A first value is a new one; a correction takes the place of the one before, whose day and age stay. */
static void
gather(void *user, const char *const *c, size_t count)
{
	struct progress *all = user;
	struct progress_goal *goal = goal_of(all, c);
	bool given = c[C_VALUE] != NULL;
	struct progress_value *value;
	struct progress_answer *answer;

	(void)count;
	if (c[C_ROUND] == NULL)
		return;
	if (atoi(c[C_CORRECTION]) == 0 || goal->count == 0) {
		goal->values = talloc_realloc(all, goal->values, struct progress_value, (unsigned)goal->count + 1);
		goal->answers = talloc_realloc(all, goal->answers, struct progress_answer, (unsigned)goal->count + 1);
		goal->values[goal->count] = (struct progress_value){ .round = atoi(c[C_ROUND]), .age_days = atol(c[C_AGE]),
		    .by_citizen = strcmp(c[C_BY], "citizen") == 0 };
		goal->answers[goal->count++] = (struct progress_answer){ .on = day_of(all, c[C_AT]) };
	}
	value = &goal->values[goal->count - 1];
	answer = &goal->answers[goal->count - 1];
	if (atoi(c[C_CORRECTION]) > 0)
		answer->corrected = corrected(all, value, answer, c);
	value->given = given;
	value->value = number(c[C_VALUE], 0);
	answer->comment = keep(all, c[C_COMMENT]);
	answer->not_possible = keep(all, c[C_NOT_POSSIBLE]);
}

static void
gather_schedule(void *user, const char *const *c, size_t count)
{
	struct progress *all = user;

	(void)count;
	all->schedule = talloc_realloc(all, all->schedule, struct measuring_schedule, (unsigned)all->schedule_count + 1);
	all->schedule[all->schedule_count++] = (struct measuring_schedule){ atoi(c[0]), keep(all, c[1]), atoi(c[2]) };
}

struct progress *
progress_read(struct db *db, const void *owner, long long intervention, const char *moment)
{
	struct progress *out = talloc_zero(owner, struct progress);
	size_t i;

	rows_each(db, values_sql, ARGS(TEXT(moment), INT(intervention), INT(intervention)), gather, out);
	rows_each(db, "SELECT first_round, first_due_on, interval_weeks FROM measurement_schedule WHERE intervention_id = ?"
	    " ORDER BY first_round", ARGS(INT(intervention)), gather_schedule, out);
	for (i = 0; i < out->count; i++) {
		struct progress_goal *goal = &out->goals[i];

		goal->rounds = talloc_array(out, struct progress_round, (unsigned)goal->count + 1);
		goal->rounds_count = progression_pair(goal->values, goal->count, goal->rounds);
	}
	return out;
}

const struct progress_answer *
progress_answer_of(const struct progress_goal *goal, const struct progress_value *value)
{
	return value == NULL ? NULL : &goal->answers[value - goal->values];
}

/* Did this one answer in the round, to any goal?  That it was not possible is an answer. */
static bool
answered(const struct progress *progress, int round, bool citizen)
{
	size_t i, j;

	for (i = 0; i < progress->count; i++)
		for (j = 0; j < progress->goals[i].count; j++)
			if (progress->goals[i].values[j].round == round && progress->goals[i].values[j].by_citizen == citizen)
				return true;
	return false;
}

struct stop_missed *
progress_missed(const void *owner, const struct progress *progress, const char *today, size_t *count)
{
	struct stop_missed *out = NULL;
	struct date due;
	int round;

	*count = 0;
	for (round = progress->schedule_count == 0 ? 1 : progress->schedule[0].first_round; measuring_due(progress->schedule, progress->schedule_count, round, &due)
	    && measuring_missed(due.iso, today); round++) {
		out = talloc_realloc(owner, out, struct stop_missed, (unsigned)*count + 1);
		out[(*count)++] = (struct stop_missed){ round, !answered(progress, round, true), !answered(progress, round, false) };
	}
	return out;
}
