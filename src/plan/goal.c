/*
 * /plan/interventions/:id/goals/:question - one goal: other words, measured otherwise, or no more.
 *	<measured ...> <progress-goal .../> <form goal/> <form goal-end/> </measured>
 * Other words end the goal and begin another one: what was measured stays with the words that it was measured by.
 */
#include <stdlib.h>
#include <string.h>

#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/goals.h"
#include "plan/measuring.h"
#include "plan/pages.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static const struct field goal_fields[] = {
	GOAL_WORDS_FIELDS,
	GOAL_MEASURE_FIELDS,
	{ .name = "reason", .type = FIELD_LINE, .max = 400 },
	{ 0 }
};
static const struct form goal_form = { .name = "progress-goal", .fields = goal_fields };

static const struct field end_fields[] = {
	{ .name = "reason", .type = FIELD_LINE, .required = REQUIRED, .max = 400 },
	{ 0 }
};
static const char *const end_submits[] = { "end", NULL };
static const struct form end_form = { .name = "goal-end", .fields = end_fields, .submits = end_submits };

/* The goals of the intervention without the others. */
static xmlNode *
add_one(struct request *rq, xmlNode *measured)
{
	xmlNode *goal, *next, *one = NULL;

	progress_goals_add(rq, measured, rq->subject);
	for (goal = node_child(measured, "progress-goal"); goal != NULL; goal = next) {
		next = node_next(goal, "progress-goal");
		if (atoll(node_get(goal, "id")) == rq->ids[1]) {
			one = goal;
			continue;
		}
		xmlUnlinkNode(goal);
		xmlFreeNode(goal);
	}
	return one;
}

static long long
revision_of(struct request *rq)
{
	return rows_int(rq->db, 0, "SELECT revision FROM progress_goal WHERE intervention_id = ? AND question_id = ?",
	    ARGS(INT(rq->subject), INT(rq->ids[1])));
}

static void
add_forms(struct request *rq, xmlNode *measured, const xmlNode *goal)
{
	static const char *const same[] = { "anchor-0", "anchor-10", "better", "direction", "measure", "target", "weight" };
	xmlNode *form = form_add(rq, measured, &goal_form, "/plan/interventions/%lld/goals/%lld", rq->subject, rq->ids[1]);
	size_t i;

	form_set(form, "question", node_get(goal, "text"));
	for (i = 0; i < sizeof same / sizeof same[0]; i++)
		form_set(form, same[i], node_get(goal, same[i]));
	form_set_revision(form, revision_of(rq));
	form = form_add(rq, measured, &end_form, "/plan/interventions/%lld/goals/%lld/end", rq->subject, rq->ids[1]);
	form_set_revision(form, revision_of(rq));
}

static void
goal_get(struct request *rq, xmlNode *content)
{
	xmlNode *measured = measured_add(rq, content), *goal;

	if (measured == NULL)
		return;
	goal = add_one(rq, measured);
	if (goal == NULL)
		fail_request(rq, FAIL_MISSING, "no-such-goal");
	else if (measured_goals_writable(rq, measured) && (rq->form != NULL || node_get(goal, "ended-on") == NULL))
		add_forms(rq, measured, goal);
}

static bool
says_the_same(const struct progress_words *a, const struct progress_words *b)
{
	return strcmp(a->text, b->text) == 0 && strcmp(a->anchor_0, b->anchor_0) == 0 && strcmp(a->anchor_10, b->anchor_10) == 0 &&
	    a->higher_is_better == b->higher_is_better;
}

/* Other words are another goal. */
static void
replace(struct request *rq, long long course, const struct progress_words *words)
{
	const char *reason = field_text(rq, "reason");
	struct goal_choice goal;

	if (reason == NULL) {
		field_error(rq, "reason", "words-changed");
		return;
	}
	if (!goal_ends_differ(rq, words) || goal_known(rq, words->text, rq->ids[1]) || !progress_goal_end(rq, rq->subject, rq->ids[1], reason))
		return;
	goal = goal_measured(rq, progress_question_own(rq, course, words));
	if (progress_goal_begin(rq, course, rq->subject, &goal))
		see_other(rq, "goal-replaced", "/plan/interventions/%lld/goals", rq->subject);
}

static void
goal_post(struct request *rq)
{
	long long course = measured_lock_alive(rq, true);
	struct progress_words old, words;
	struct goal_choice goal = goal_measured(rq, rq->ids[1]);

	if (course == 0)
		return;
	if (!progress_question_words(rq, rq->ids[1], &old)) {
		fail_request(rq, FAIL_MISSING, "no-such-goal");
		return;
	}
	words = goal_words(rq, old.category);
	if (!says_the_same(&old, &words))
		replace(rq, course, &words);
	else if (progress_goal_change(rq, rq->subject, &goal))
		see_other(rq, "saved", "/plan/interventions/%lld/goals", rq->subject);
}

static void
goal_end_post(struct request *rq)
{
	if (measured_lock(rq, true) != 0 && progress_goal_end(rq, rq->subject, rq->ids[1], field_text(rq, "reason")))
		see_other(rq, "goal-ended", "/plan/interventions/%lld/goals", rq->subject);
}

const struct route plan_goal = {
	.path = "/plan/interventions/:id/goals/:question", .page = "goal", .subject = &subject_intervention, .menu = "courses",
	.may_post = MAY_PROVIDE,
	.get = goal_get, .post = goal_post, .form = &goal_form,
};
const struct route plan_goal_end = {
	.path = "/plan/interventions/:id/goals/:question/end", .page = "goal", .subject = &subject_intervention, .menu = "courses",
	.may_post = MAY_PROVIDE,
	.get = goal_get, .post = goal_end_post, .form = &end_form,
};
