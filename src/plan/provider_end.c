/*
 * /plan/interventions/:id/finish - POST: it was carried through: when it really ended, what comes after it, and how it went.  What ran when its
 * course was closed is finished as well.
 * /plan/interventions/:id/propose-stop - POST: it does not work.  The caseworker decides (a task beside those that figures raise).
 *	<stop-proposal on words [answer answered-on answer-reason]/>? <form name="finish"/> <form name="propose-stop"/>
 */
#include <string.h>

#include "domain/course.h"
#include "domain/intervention.h"
#include "domain/message.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "plan/provider.h"
#include "rule/course_state.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

/* Source: KL, FSIII: the result of a follow-up. */
static const char *const follow_ups[] = { "continue", "change", "end", "revisit", NULL };

static const struct field finish_fields[] = {
	{ .name = "ended-on",  .type = FIELD_DATE,   .required = REQUIRED },
	{ .name = "follow-up", .type = FIELD_CHOICE, .required = REQUIRED, .choices = follow_ups },
	{ .name = "result",    .type = FIELD_TEXT,   .required = REQUIRED, .max = 4000 },
	{ 0 }
};
static const char *const finish_submits[] = { "finish", NULL };
const struct form finish_form = { .name = "finish", .fields = finish_fields, .submits = finish_submits };

static const struct field propose_fields[] = {
	{ .name = "reason", .type = FIELD_TEXT, .required = REQUIRED, .max = 1000 },
	{ 0 }
};
static const char *const propose_submits[] = { "propose-stop", NULL };
const struct form propose_stop_form = { .name = "propose-stop", .fields = propose_fields, .submits = propose_submits };

static bool
is_running(const xmlNode *intervention)
{
	return strcmp(node_get(intervention, "state"), "running") == 0;
}

static void
add_finish(struct request *rq, xmlNode *intervention)
{
	xmlNode *form = form_add(rq, intervention, &finish_form, "/plan/interventions/%lld/finish", rq->subject);
	const char *ends = node_get(intervention, "ends-on"), *today = request_today(rq);

	form_set(form, "ended-on", ends != NULL && strcmp(ends, today) < 0 ? ends : today);
}

void
ending_add(struct request *rq, xmlNode *intervention, bool mine)
{
	const xmlNode *proposal = rows_add_one(rq->db, intervention, "stop-proposal", "SELECT raised_on AS `on`, answer, answered_on AS 'answered-on',"
	    " words, answer_reason AS 'answer-reason' FROM stop_task"
	    " WHERE intervention_id = ? AND cause = 'proposed' ORDER BY id DESC LIMIT 1", ARGS(INT(rq->subject)));

	if (!mine || !is_running(intervention))
		return;
	add_finish(rq, intervention);
	if (course_is_open(node_get(intervention, "course-state")) && (proposal == NULL || node_get(proposal, "answer") != NULL))
		form_add(rq, intervention, &propose_stop_form, "/plan/interventions/%lld/propose-stop", rq->subject);
}

static void
finish_post(struct request *rq)
{
	const struct intervention_said said = { .on = field_text(rq, "ended-on"), .follow_up = field_text(rq, "follow-up"),
	    .result = field_text(rq, "result") };
	const char *started = rows_text(rq->db, rq, "SELECT started_on FROM intervention WHERE id = ?", ARGS(INT(rq->subject)));
	long long course;

	if (strcmp(said.on, request_today(rq)) > 0)
		field_error(rq, "ended-on", "in-future");
	if (started != NULL && strcmp(said.on, started) < 0)
		field_error(rq, "ended-on", "before-start");
	if (request_failed(rq))
		return;
	course = provider_lock(rq, true);
	if (course != 0 && intervention_take(rq, course, rq->subject, INTERVENTION_COMPLETE, &said))
		see_other(rq, "intervention-finished", "/plan/interventions/%lld", rq->subject);
}

/* One that waits for its answer is enough. */
static void
propose_post(struct request *rq)
{
	long long course = provider_lock(rq, false);
	const char *is[3];

	if (course == 0 || !rows_one(rq->db, rq, is, 3, "SELECT i.state, c.caseworker_uid, EXISTS (SELECT 1 FROM stop_task t WHERE t.intervention_id = i.id"
	    " AND t.cause = 'proposed' AND t.answered_on IS NULL) FROM intervention i JOIN course c ON c.id = i.course_id WHERE i.id = ?",
	    ARGS(INT(rq->subject))))
		return;
	if (strcmp(is[0], "running") != 0 || strcmp(is[2], "1") == 0) {
		fail_request(rq, FAIL_INPUT, strcmp(is[2], "1") == 0 ? "stop-proposed-already" : "intervention-state");
		return;
	}
	exec(rq->db, "INSERT INTO stop_task (course_id, intervention_id, cause, at_round, figure, words, raised_on, changed_by)"
	    " SELECT ?, ?, 'proposed', n.next, n.next, ?, ?, ? FROM (SELECT COALESCE(MAX(at_round), 0) + 1 AS next FROM stop_task"
	    "  WHERE intervention_id = ? AND cause = 'proposed') n",
	    ARGS(INT(course), INT(rq->subject), FIELD(rq, "reason"), TEXT(request_today(rq)), TEXT(rq->user->uid), INT(rq->subject)));
	message_send_about(rq, course, rq->subject, is[1], "stop-proposed", field_text(rq, "reason"),
	    request_format(rq, "/plan/%lld/progression?intervention=%lld", course, rq->subject));
	see_other(rq, "stop-proposed", "/plan/interventions/%lld", rq->subject);
}

const struct route plan_intervention_finish = {
	.path = "/plan/interventions/:id/finish", .page = "intervention", .subject = &subject_intervention, .menu = "courses",
	.may_post = MAY_PROVIDE, .get = provider_get, .post = finish_post, .form = &finish_form,
};

const struct route plan_intervention_propose_stop = {
	.path = "/plan/interventions/:id/propose-stop", .page = "intervention", .subject = &subject_intervention, .menu = "courses",
	.may_post = MAY_PROVIDE, .get = provider_get, .post = propose_post, .form = &propose_stop_form,
};
