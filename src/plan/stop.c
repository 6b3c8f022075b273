/*
 * /plan/:id/progression/stop - what becomes of an intervention that does not work: it goes on, with a reason; it is adjusted; or it stops.
 * One decision answers all that was raised about the intervention and that the page showed.
 */
#include "plan/stop.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/course.h"
#include "domain/intervention.h"
#include "domain/message.h"
#include "domain/permission.h"
#include "domain/progress.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "rule/stop.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

enum { REASON_MAX = 400, ADJUST_DAYS = 14 };

static const char *const answers[] = { "go-on", "adjust", "stop", NULL };

static const struct field stop_fields[] = {
	{ .name = "intervention", .type = FIELD_HIDDEN, .required = REQUIRED },
	{ .name = "answer",       .type = FIELD_CHOICE, .required = REQUIRED, .choices = answers },
	{ .name = "reason",       .type = FIELD_TEXT,   .required = REQUIRED, .max = REASON_MAX },
	{ .name = "on",           .type = FIELD_DATE, .required = IN_CASE },
	{ 0 }
};
static const char *const stop_submits[] = { "decide", NULL };
static const struct form stop_form = { .name = "stop", .fields = stop_fields, .submits = stop_submits };

/* Changes with every task that is raised or answered. */
static long long
revision_of(struct request *rq, long long intervention)
{
	return rows_int(rq->db, 0, "SELECT COALESCE(SUM(revision), 0) FROM stop_task WHERE course_id = ? AND intervention_id = ?",
	    ARGS(INT(rq->subject), INT(intervention)));
}

static const struct progress_goal *
goal_of(const struct progress *progress, long long question)
{
	size_t i;

	for (i = 0; i < progress->count; i++)
		if (progress->goals[i].question == question)
			return &progress->goals[i];
	return NULL;
}

/* The latest values of one, the oldest of them first: "4, 4, 4"; NULL where there are none. */
static const char *
latest_values(struct request *rq, const struct progress_goal *goal, bool citizen, int most)
{
	const char *out = NULL;
	size_t i;

	for (i = goal->rounds_count; i-- > 0 && most > 0;) {
		const struct progress_value *value = citizen ? goal->rounds[i].citizen : goal->rounds[i].provider;

		if (!goal->rounds[i].open || value == NULL || !value->given)
			continue;
		out = out == NULL ? request_format(rq, "%d", value->value) : request_format(rq, "%d, %s", value->value, out);
		most--;
	}
	return out;
}

/* What the values are now, beside what was found. */
static void
add_seen(struct request *rq, xmlNode *task, const struct progress *progress)
{
	const char *question = node_get(task, "question"), *cause = node_get(task, "cause");
	const struct progress_goal *goal = question == NULL ? NULL : goal_of(progress, atoll(question));
	int most = strcmp(cause, stop_cause_name(STOP_DISTANCE)) == 0 ? 1 : atoi(node_get(task, "figure")), by;

	for (by = 1; by >= 0 && goal != NULL; by--) {
		const char *values = latest_values(rq, goal, by == 1, most);

		if (values != NULL)
			node_set(node_add_text(task, "seen", values), "by", by == 1 ? "citizen" : "provider");
	}
}

static void
add_tasks(struct request *rq, xmlNode *course, long long intervention)
{
	const struct progress *progress;
	xmlNode *task;

	if (rows_add(rq->db, course, "stop-task", "SELECT t.id, t.cause, t.figure, t.raised_on AS 'raised-on', t.question_id AS question,"
	    "  q.text AS about, t.words FROM stop_task t LEFT JOIN progress_question q ON q.id = t.question_id"
	    " WHERE t.course_id = ? AND t.intervention_id = ? AND t.answered_on IS NULL ORDER BY t.raised_on, t.id",
	    ARGS(INT(rq->subject), INT(intervention))) == 0)
		return;
	progress = progress_read(rq->db, rq, intervention, rq->as_of);
	for (task = node_child(course, "stop-task"); task != NULL; task = node_next(task, "stop-task"))
		add_seen(rq, task, progress);
}

/* What ended by itself was nobody's decision. */
static void
add_decisions(struct request *rq, xmlNode *course, long long intervention)
{
	rows_add(rq->db, course, "stop-decision", "SELECT t.cause, t.figure, t.raised_on AS 'raised-on', t.answer, t.answered_on AS 'answered-on',"
	    "  s.name AS 'answered-by', q.text AS about, t.words, CAST(t.answer_reason AS CHAR(1000)) AS reason"
	    " FROM stop_task t LEFT JOIN progress_question q ON q.id = t.question_id LEFT JOIN staff s ON s.uid = t.answered_by"
	    " WHERE t.course_id = ? AND t.intervention_id = ? AND t.answer IN ('go-on', 'adjust', 'stop')"
	    " ORDER BY t.answered_on DESC, t.id DESC", ARGS(INT(rq->subject), INT(intervention)));
}

/* Whoever decided to adjust does it elsewhere: the ways lead there as long as the decision is new. */
static void
add_adjust(struct request *rq, xmlNode *course, long long intervention)
{
	const xmlNode *last = node_child(course, "stop-decision");
	xmlNode *adjust;

	if (last == NULL || strcmp(node_get(last, "answer"), "adjust") != 0 || rq->as_of != NULL
	    || date_days(node_get(last, "answered-on"), request_today(rq)) > ADJUST_DAYS)
		return;
	adjust = node_add(course, "adjust");
	node_set(adjust, "plan", request_href(rq, "/plan/%lld/plan", rq->subject));
	node_set(adjust, "interventions", request_href(rq, "/plan/%lld/interventions", rq->subject));
	node_set(adjust, "goals", request_href(rq, "/plan/interventions/%lld/goals", intervention));
}

static void
add_form(struct request *rq, xmlNode *course, const xmlNode *intervention)
{
	const xmlNode *task = node_child(course, "stop-task"), *decided = node_child(course, "stop-decision");
	bool sent = rq->form != NULL && rq->form->form == &stop_form;
	xmlNode *form;

	if (!course_writable(rq, course) || (task == NULL && !sent) || !request_may(rq, MAY_RUN_COURSE))
		return;
	form = form_add(rq, course, &stop_form, "/plan/%lld/progression/stop", rq->subject);
	form_set(form, "intervention", node_get(intervention, "id"));
	form_set(form, "on", request_today(rq));
	form_set_revision(form, revision_of(rq, atoll(node_get(intervention, "id"))));
	if (task == NULL && decided != NULL) {
		form_set(form, "answer", node_get(decided, "answer"));
		form_set(form, "reason", node_get(decided, "reason"));
	}
}

void
stop_add(struct request *rq, xmlNode *course, const xmlNode *intervention)
{
	long long id = atoll(node_get(intervention, "id"));

	add_tasks(rq, course, id);
	add_decisions(rq, course, id);
	add_adjust(rq, course, id);
	add_form(rq, course, intervention);
}

static void
check(struct request *rq)
{
	const char *answer = field_text(rq, "answer"), *on = field_text(rq, "on"), *started;

	if (answer == NULL || strcmp(answer, "stop") != 0)
		return;
	if (on == NULL)
		field_error(rq, "on", "required");
	else if (strcmp(on, request_today(rq)) > 0)
		field_error(rq, "on", "in-future");
	if (on == NULL || request_failed(rq))
		return;
	started = rows_text(rq->db, rq, "SELECT started_on FROM intervention WHERE course_id = ? AND id = ?",
	    ARGS(INT(rq->subject), INT(field_int(rq, "intervention", 0))));
	if (started != NULL && strcmp(on, started) < 0)
		field_error(rq, "on", "before-start");
}

static void
tell(struct request *rq, long long intervention, const char *answer)
{
	const char *provider = rows_text(rq->db, rq, "SELECT provider_uid FROM intervention WHERE course_id = ? AND id = ?",
	    ARGS(INT(rq->subject), INT(intervention)));

	if (provider != NULL)
		message_send_about(rq, rq->subject, intervention, provider, strcmp(answer, "adjust") == 0 ? "stop-adjust" : "stop-go-on",
		    field_text(rq, "reason"), request_format(rq, "/plan/interventions/%lld", intervention));
}

/* The stop itself answers nothing of these: they are answered already. */
static void
decide(struct request *rq, long long intervention)
{
	const char *answer = field_text(rq, "answer"), *reason = field_text(rq, "reason");
	struct intervention_said said = { .reason = reason, .on = field_text(rq, "on") };

	exec(rq->db, "UPDATE stop_task SET answer = ?, answer_reason = ?, answered_by = ?, answered_on = ?, changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND intervention_id = ? AND answered_on IS NULL",
	    ARGS(TEXT(answer), TEXT(reason), TEXT(rq->user->uid), TEXT(request_today(rq)), TEXT(rq->user->uid), INT(rq->subject),
	    INT(intervention)));
	if (strcmp(answer, "stop") == 0)
		intervention_take(rq, rq->subject, intervention, INTERVENTION_STOP, &said);
	else
		tell(rq, intervention, answer);
}

static void
stop_post(struct request *rq)
{
	long long intervention = field_int(rq, "intervention", 0);

	check(rq);
	if (request_failed(rq) || course_lock(rq, rq->subject) == NULL)
		return;
	if (revision_stale(rq, revision_of(rq, intervention)))
		return;
	if (rows_int(rq->db, 0, "SELECT COUNT(*) FROM stop_task WHERE course_id = ? AND intervention_id = ? AND answered_on IS NULL",
	    ARGS(INT(rq->subject), INT(intervention))) == 0) {
		fail_request(rq, FAIL_INPUT, "stop-answered");
		return;
	}
	decide(rq, intervention);
	see_other(rq, request_format(rq, "stop-%s", field_text(rq, "answer")), "/plan/%lld/progression?intervention=%lld", rq->subject,
	    intervention);
}

const struct route plan_stop = {
	.path = "/plan/:id/progression/stop", .page = "progression", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = progression_get, .post = stop_post, .form = &stop_form,
};
