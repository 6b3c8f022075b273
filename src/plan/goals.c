/*
 * /plan/interventions/:id/goals - what is measured of an intervention, chosen by its provider with the citizen: from the bank, or in own words.
 *	<measured ...> <progress-goal .../>* <form goal-find/>? <form goals-choose/>? <form goal-own/>? <form measuring-plan/>? </measured>
 * ?q= and ?category= narrow what the bank offers.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/goals.h"
#include "plan/measuring.h"
#include "plan/measuring_plan.h"
#include "plan/pages.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

const char *const goal_better[] = { "higher", "lower", NULL };

static const struct field find_fields[] = {
	{ .name = "q",        .type = FIELD_LINE, .max = 60 },
	{ .name = "category", .type = FIELD_CHOICE, .source = progress_question_categories },
	{ 0 }
};
static const struct form find_form = { .name = "goal-find", .fields = find_fields, .get = true };

static const struct field choose_fields[] = {
	{ .name = "questions", .type = FIELD_CHOICES, .required = REQUIRED, .source = progress_question_choices },
	{ 0 }
};
static const char *const choose_submits[] = { "choose", NULL };
static const struct form choose_form = { .name = "goals-choose", .fields = choose_fields, .submits = choose_submits };

static const struct field own_fields[] = {
	GOAL_WORDS_FIELDS,
	{ .name = "category",  .type = FIELD_CHOICE, .required = REQUIRED, .source = progress_question_categories },
	GOAL_MEASURE_FIELDS,
	{ .name = "propose",   .type = FIELD_CHECK },
	{ 0 }
};
static const char *const own_submits[] = { "add", NULL };
static const struct form own_form = { .name = "goal-own", .fields = own_fields, .submits = own_submits };

struct progress_words
goal_words(const struct request *rq, const char *category)
{
	return (struct progress_words){ category, field_text(rq, "question"), field_text(rq, "anchor-0"), field_text(rq, "anchor-10"),
	    strcmp(field_text(rq, "better"), "higher") == 0 };
}

struct goal_choice
goal_measured(const struct request *rq, long long question)
{
	return (struct goal_choice){ question, field_text(rq, "direction"), field_text(rq, "measure"), field_int(rq, "target", -1),
	    field_int(rq, "weight", 1) };
}

bool
goal_known(struct request *rq, const char *words, long long but)
{
	if (rows_int(rq->db, 0, "SELECT COUNT(*) FROM progress_goal g JOIN progress_question q ON q.id = g.question_id"
	    " WHERE g.intervention_id = ? AND g.ended_on IS NULL AND q.text = ? AND q.id <> ?",
	    ARGS(INT(rq->subject), TEXT(words), INT(but))) == 0)
		return false;
	field_error(rq, "question", "goal-known");
	return true;
}

bool
goal_ends_differ(struct request *rq, const struct progress_words *words)
{
	const char *low = text_fold(rq, words->anchor_0), *high = text_fold(rq, words->anchor_10);

	if (low == NULL || high == NULL || strcmp(low, high) != 0)
		return true;
	field_error(rq, "anchor-10", "anchors-alike");
	return false;
}

/* What was sought stays in the address of what is then chosen. */
static const char *
sought(struct request *rq)
{
	const char *q = query_text(rq, "q"), *category = query_text(rq, "category");

	return request_format(rq, "?q=%s&category=%s", uri_encode(rq, q == NULL ? "" : q), uri_encode(rq, category == NULL ? "" : category));
}

static void
add_forms(struct request *rq, xmlNode *measured)
{
	xmlNode *form;

	form_add(rq, measured, &find_form, "/plan/interventions/%lld/goals", rq->subject);
	form_add(rq, measured, &choose_form, "/plan/interventions/%lld/goals/choose%s", rq->subject, sought(rq));
	form = form_add(rq, measured, &own_form, "/plan/interventions/%lld/goals/own", rq->subject);
	form_set(form, "category", query_text(rq, "category"));
	form_set(form, "better", "higher");
	form_set(form, "direction", "develop");
	form_set(form, "measure", "nrs");
	measuring_plan_add(rq, measured);
}

static void
goals_get(struct request *rq, xmlNode *content)
{
	xmlNode *measured = measured_add(rq, content), *goal;
	bool writes = measured_goals_writable(rq, measured);

	if (measured == NULL)
		return;
	progress_goals_add(rq, measured, rq->subject);
	for (goal = node_child(measured, "progress-goal"); goal != NULL && writes; goal = node_next(goal, "progress-goal"))
		if (node_get(goal, "ended-on") == NULL)
			node_set(goal, "href", request_href(rq, "/plan/interventions/%lld/goals/%s", rq->subject, node_get(goal, "id")));
	if (writes)
		add_forms(rq, measured);
}

/* What is chosen can be measured at once where it runs. */
static void
go_on(struct request *rq, const char *done)
{
	bool running = rows_int(rq->db, 0, "SELECT state = 'running' FROM intervention WHERE id = ?", ARGS(INT(rq->subject))) == 1;

	see_other(rq, done, "/plan/interventions/%lld/%s", rq->subject, running ? "measure" : "goals");
}

static void
choose_post(struct request *rq)
{
	long long course = measured_lock_alive(rq, true);
	char *rest = NULL, *word;

	if (course == 0)
		return;
	for (word = strtok_r(talloc_strdup(rq, field_text(rq, "questions")), " ", &rest); word != NULL; word = strtok_r(NULL, " ", &rest))
		if (!progress_goal_begin(rq, course, rq->subject, &(struct goal_choice){ atoll(word), "develop", "nrs", -1, 1 }))
			return;
	go_on(rq, "goals-chosen");
}

static void
own_post(struct request *rq)
{
	struct progress_words words = goal_words(rq, field_text(rq, "category"));
	long long course = measured_lock_alive(rq, true);
	struct goal_choice goal;

	if (course == 0 || !goal_ends_differ(rq, &words) || goal_known(rq, words.text, 0))
		return;
	goal = goal_measured(rq, progress_question_own(rq, course, &words));
	if (!progress_goal_begin(rq, course, rq->subject, &goal))
		return;
	if (field_check(rq, "propose"))
		progress_question_propose(rq, &words);
	go_on(rq, field_check(rq, "propose") ? "goal-proposed" : "goal-added");
}

const struct route plan_goals = {
	.path = "/plan/interventions/:id/goals", .page = "goals", .subject = &subject_intervention, .menu = "courses", .get = goals_get,
};
const struct route plan_goals_choose = {
	.path = "/plan/interventions/:id/goals/choose", .page = "goals", .subject = &subject_intervention, .menu = "courses",
	.may_post = MAY_PROVIDE,
	.get = goals_get, .post = choose_post, .form = &choose_form,
};
const struct route plan_goals_own = {
	.path = "/plan/interventions/:id/goals/own", .page = "goals", .subject = &subject_intervention, .menu = "courses",
	.may_post = MAY_PROVIDE,
	.get = goals_get, .post = own_post, .form = &own_form,
};
const struct route plan_measuring_plan = {
	.path = "/plan/interventions/:id/goals/plan", .page = "goals", .subject = &subject_intervention, .menu = "courses",
	.may_post = MAY_PROVIDE,
	.get = goals_get, .post = measuring_plan_post, .form = &measuring_plan_form,
};
