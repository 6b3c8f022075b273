/*
 * /plan/:id/plan/words - the plan's goal and words while it is made, and that it was shown to the citizen.
 * /plan/:id/plan/next - the next version, begun from the one in force, which stands until the new one is agreed on.
 * /plan/:id/plan/drop - a next version that was begun and holds nothing yet goes again.
 * What was said to a version is said to these words: where they change, it has to be shown and asked again.
 */
#include <string.h>

#include "domain/course.h"
#include "domain/course_event.h"
#include "domain/intervention.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "plan/plan.h"
#include "plan/proposal.h"
#include "sql/exec.h"
#include "sql/rows.h"

static const struct field words_fields[] = {
	{ .name = "employment-goal", .type = FIELD_TEXT, .required = REQUIRED, .max = 1000 },
	{ .name = "own-words",       .type = FIELD_TEXT, .max = 4000 },
	{ .name = "plain-words",     .type = FIELD_TEXT, .max = 4000 },
	{ .name = "whom-to-call",    .type = FIELD_LINE, .max = 200 },
	{ 0 }
};
static const char *const words_submits[] = { "present", "save", NULL };
const struct form plan_words_form = { .name = "plan", .fields = words_fields, .submits = words_submits };

static const struct field no_fields[] = { { 0 } };
static const char *const next_submits[] = { "plan-next", NULL };
const struct form plan_next_form = { .name = "plan-next", .fields = no_fields, .submits = next_submits };
static const char *const drop_submits[] = { "plan-drop", NULL };
const struct form plan_drop_form = { .name = "plan-drop", .fields = no_fields, .submits = drop_submits };

/* Plans are made after the conference; a paused course waits. */
static bool
may_plan(struct request *rq, const char *state)
{
	if (state != NULL && strcmp(state, "planning") != 0 && strcmp(state, "active") != 0)
		fail_request(rq, FAIL_INPUT, "course-state");
	return !request_failed(rq) && plan_for_living(rq);
}

/* The course, locked, where one may plan, and the newest version as the form had it: the course's state, or NULL, and the request knows why. */
static const char *
lock_newest(struct request *rq, struct plan_version *newest)
{
	const char *state = course_lock(rq, rq->subject);

	if (state == NULL || !may_plan(rq, state))
		return NULL;
	*newest = plan_newest_lock(rq);
	return revision_stale(rq, newest->revision) ? NULL : state;
}

/* The version whose words these are: the newest where it is still being made, or the first one.  0: it cannot be. */
static long long
version_to_write(struct request *rq, const char *state, const struct plan_version *newest)
{
	if (newest->id != 0 && !plan_is_open(newest->state)) {
		fail_request(rq, FAIL_INPUT, "plan-agreed-already");
		return 0;
	}
	if (newest->id == 0 && strcmp(state, "planning") != 0)
		fail_request(rq, FAIL_INPUT, "course-state");
	return request_failed(rq) ? 0 : plan_draft(rq);
}

/* Where other words stand now, what the citizen said was not said to them. */
static void
keep_words(struct request *rq, long long plan)
{
	const struct value goal = FIELD(rq, "employment-goal"), own = FIELD(rq, "own-words"), plain = FIELD(rq, "plain-words");
	const struct value course = INT(rq->subject), id = INT(plan);

	if (rows_int(rq->db, 0, "SELECT 1 FROM plan WHERE course_id = ? AND id = ? AND employment_goal <=> ? AND own_words <=> ? AND plain_words <=> ?",
	    ARGS(course, id, goal, own, plain)) == 0)
		plan_ask_anew(rq, plan);
	exec(rq->db, "UPDATE plan SET employment_goal = ?, own_words = ?, plain_words = ?, whom_to_call = ?, changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND id = ?", ARGS(goal, own, plain, FIELD(rq, "whom-to-call"), TEXT(rq->user->uid), course, id));
}

static void
present(struct request *rq, long long plan)
{
	exec(rq->db, "UPDATE plan SET state = 'presented', presented_on = ?, agreement = NULL, agreed_on = NULL, agreed_how = NULL,"
	    " citizens_words = NULL, not_asked_reason = NULL WHERE course_id = ? AND id = ?",
	    ARGS(TEXT(request_today(rq)), INT(rq->subject), INT(plan)));
}

static void
words_post(struct request *rq)
{
	bool presents = strcmp(rq->submit, "present") == 0;
	struct plan_version newest;
	const char *state = lock_newest(rq, &newest);
	long long plan;

	if (state == NULL)
		return;
	plan = version_to_write(rq, state, &newest);
	if (plan == 0)
		return;
	if (presents && newest.wanted == 0) {
		fail_request(rq, FAIL_INPUT, "no-plan");
		return;
	}
	keep_words(rq, plan);
	if (presents)
		present(rq, plan);
	see_other(rq, presents ? "plan-presented" : "saved", "/plan/%lld/plan", rq->subject);
}

static void
next_post(struct request *rq)
{
	struct plan_version newest;
	const char *state = lock_newest(rq, &newest);

	if (state == NULL)
		return;
	if (newest.id == 0 || strcmp(newest.state, "agreed") != 0) {
		fail_request(rq, FAIL_INPUT, "plan-being-made");
		return;
	}
	plan_draft(rq);
	if (strcmp(state, "active") == 0)
		course_take(rq, rq->subject, state, COURSE_REPLAN);
	see_other(rq, "plan-next", "/plan/%lld/plan", rq->subject);
}

/* Its last version says who took it back; the one in force was never another's.  With it the course is active again, where something of it is ordered. */
static void
drop_post(struct request *rq)
{
	struct plan_version newest;
	const char *state = lock_newest(rq, &newest);

	if (state == NULL)
		return;
	if (exec(rq->db, "UPDATE plan p SET p.changed_by = ? WHERE p.course_id = ? AND p.id = ? AND p.state = 'draft' AND " PLAN_HOLDS_NOTHING("p"),
	    ARGS(TEXT(rq->user->uid), INT(rq->subject), INT(newest.id))) == 0) {
		fail_request(rq, FAIL_INPUT, "plan-not-empty");
		return;
	}
	exec(rq->db, "DELETE FROM plan WHERE course_id = ? AND id = ?", ARGS(INT(rq->subject), INT(newest.id)));
	intervention_course_goes_on(rq, rq->subject, state);
	see_other(rq, "plan-dropped", "/plan/%lld/plan", rq->subject);
}

#define PLAN_ROUTE .page = "plan", .subject = &subject_course, .menu = "courses", .may = MAY_SEE_CASES, \
	.may_post = MAY_SEE_CASES | MAY_RUN_COURSE, .get = plan_get

const struct route plan_words = { .path = "/plan/:id/plan/words", PLAN_ROUTE, .post = words_post, .form = &plan_words_form };
const struct route plan_drop = { .path = "/plan/:id/plan/drop", PLAN_ROUTE, .post = drop_post, .form = &plan_drop_form };
const struct route plan_next = { .path = "/plan/:id/plan/next", PLAN_ROUTE, .post = next_post, .form = &plan_next_form };
