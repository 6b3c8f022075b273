/*
 * /plan/:id/control - is the course on its way: its deadlines with the reason for each, what it lacks, how long it has lain.
 *	<course idle-days [still]> <next-event/>* <lack key href/>* <deadline id kind due-on days counts-from law moved-reason rule-event rule-n rule-unit
 *	    rule-by-end-of rule-ended-on rests-since not-for [done-on ended-as ended-reason]> <form end-deadline/>? </deadline>*
 *	    <form deadline-event/>? <form deadline/>? </course>
 */
#include <stdlib.h>
#include <string.h>

#include "domain/course.h"
#include "domain/deadline.h"
#include "domain/permission.h"
#include "domain/still.h"
#include "domain/subject.h"
#include "plan/benefits.h"
#include "plan/pages.h"
#include "plan/status.h"
#include "rule/course_state.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/labels.h"
#include "xml/node.h"

/* What a person sets; "conference", "return" and "protection-ends" come by what they belong to. */
static const char *const kinds[] = { "follow-up", "assessment", "plan", "goal-measurement", "first-measurement", NULL };

static const struct field deadline_fields[] = {
	{ .name = "deadline-kind", .type = FIELD_CHOICE, .required = REQUIRED, .choices = kinds },
	{ .name = "due-on",        .type = FIELD_DATE, .required = REQUIRED },
	{ .name = "counts-from",   .type = FIELD_DATE },
	{ .name = "law",           .type = FIELD_LINE, .max = 200 },
	{ .name = "moved-reason",  .type = FIELD_LINE, .max = 400 },
	{ 0 }
};
static const struct form deadline_form = { .name = "deadline", .fields = deadline_fields };

static const struct field end_fields[] = {
	{ .name = "reason", .type = FIELD_LINE, .required = REQUIRED, .max = 400 },
	{ 0 }
};
static const char *const end_submits[] = { "waive", "done", NULL };
static const struct form end_form = { .name = "end-deadline", .fields = end_fields, .submits = end_submits };

/* What happened outside, which only a person can say. */
static const char *const events[] = { "follow-up-held", "asked-early", NULL };
static const struct field event_fields[] = {
	{ .name = "event", .type = FIELD_CHOICE, .required = REQUIRED, .choices = events },
	{ .name = "on",    .type = FIELD_DATE, .required = REQUIRED },
	{ 0 }
};
static const char *const event_submits[] = { "note-event", NULL };
static const struct form event_form = { .name = "deadline-event", .fields = event_fields, .submits = event_submits };

static const char idle_sql[] = "SELECT DATEDIFF(me.today, " STILL_LATEST ")"
    " FROM (SELECT ? AS id, CAST(? AS DATE) AS today) me JOIN course c ON c.id = me.id";

static void
add_idle(struct request *rq, xmlNode *course)
{
	long long days = rows_int(rq->db, 0, idle_sql, ARGS(INT(rq->subject), TEXT(request_today(rq))));
	const char *state = node_get(course, "state");

	node_set_int(course, "idle-days", days);
	if (days >= STILL_DAYS && course_is_open(state) && strcmp(state, "paused") != 0)
		node_set(course, "still", "yes");
}

/* What a course in this state lacks that its events do not ask for; each with the tab where to see to it. */
static const struct { const char *key, *tab, *sql; } lacks[] = {
	{ "goal", "/status", "SELECT 1 FROM course WHERE id = ? AND employment_goal IS NULL" },
	{ "benefit", "/background/benefits", "SELECT 1 FROM course c WHERE c.id = ? AND NOT EXISTS (SELECT 1 FROM benefit_period p"
	    " WHERE p.citizen_id = c.citizen_id AND p.starts_on <= ? AND (p.ends_on IS NULL OR p.ends_on >= ?))" },
	{ "first-absence", "/background/work", "SELECT 1 FROM course c JOIN benefit_period p ON p.citizen_id = c.citizen_id WHERE c.id = ? AND p.starts_on <= ?"
	    " AND (p.ends_on IS NULL OR p.ends_on >= ?) AND p.benefit_type IN (SELECT benefit_type FROM deadline_rule WHERE event = 'first-absence')"
	    " AND p.first_absence_day IS NULL AND NOT EXISTS (SELECT 1 FROM background_value b WHERE b.course_id = c.id AND b.field = 'first-absence-day'"
	    "  AND b.value <> '') LIMIT 1" },
	{ "deadline-not-for", "/control", "SELECT 1 FROM course c JOIN deadline l ON l.course_id = c.id"
	    " JOIN deadline_rule r ON r.id = l.rule_id WHERE c.id = ? AND " BENEFITS_LEFT("?") " LIMIT 1" },
	{ "deadline", "/control#form-deadline", "SELECT 1 FROM course c WHERE c.id = ? AND NOT EXISTS (SELECT 1 FROM deadline l WHERE l.course_id = c.id AND l.done_on IS NULL)" },
};

static void
add_lacks(struct request *rq, xmlNode *course)
{
	const struct value id = INT(rq->subject), today = TEXT(request_today(rq));
	size_t i;

	for (i = 0; i < sizeof lacks / sizeof lacks[0]; i++) {
		xmlNode *lack;

		if (rows_int(rq->db, 0, lacks[i].sql, strchr(lacks[i].sql, '?') == strrchr(lacks[i].sql, '?') ? ARGS(id) : ARGS(id, today, today)) != 1)
			continue;
		lack = node_add(course, "lack");
		node_set(lack, "key", lacks[i].key);
		node_set(lack, "href", request_href(rq, "/plan/%lld%s", rq->subject, lacks[i].tab));
	}
}

/* not-for: the rule is for a benefit that the citizen does not live on today, nor will from a day that is known. */
static const char deadlines_sql[] =
    "SELECT l.id, l.kind, l.due_on AS 'due-on', DATEDIFF(l.due_on, t.today) AS days, l.law, l.counts_from AS 'counts-from',"
    "  l.moved_reason AS 'moved-reason', r.event AS 'rule-event', r.n AS 'rule-n', r.unit AS 'rule-unit', r.by_end_of AS 'rule-by-end-of',"
    "  IF(l.done_on IS NULL AND r.valid_to < t.today, r.valid_to, NULL) AS 'rule-ended-on', l.rests_since AS 'rests-since',"
    "  CASE WHEN " BENEFITS_LEFT("t.today")
    "    THEN (SELECT b.title FROM benefit_type b WHERE b.code = r.benefit_type) END AS 'not-for',"
    "  l.done_on AS 'done-on', IF(l.done_on IS NULL, NULL, COALESCE(l.ended_as, 'done')) AS 'ended-as', l.ended_reason AS 'ended-reason',"
    "  CASE WHEN l.done_on IS NULL AND l.rests_since IS NULL AND l.due_on < t.today THEN 'yes' END AS late,"
    "  CASE WHEN l.done_on IS NULL AND l.rests_since IS NULL AND l.due_on < t.today THEN DATEDIFF(t.today, l.due_on) END AS 'days-over'"
    " FROM (SELECT CAST(? AS DATE) AS today) t JOIN course c ON c.id = ? JOIN deadline l ON l.course_id = c.id"
    " LEFT JOIN deadline_rule r ON r.id = l.rule_id"
    " ORDER BY l.done_on IS NOT NULL, IF(l.done_on IS NULL, l.due_on, NULL), l.done_on DESC, l.id";

/* What does not apply any more can be waived with the reason that stands there. */
static void
add_deadlines(struct request *rq, xmlNode *course)
{
	xmlNode *deadline, *form;

	rows_add(rq->db, course, "deadline", deadlines_sql, ARGS(TEXT(request_today(rq)), INT(rq->subject)));
	if (!course_writable(rq, course))
		return;
	for (deadline = node_child(course, "deadline"); deadline != NULL; deadline = node_next(deadline, "deadline")) {
		if (node_get(deadline, "done-on") != NULL)
			continue;
		form = form_add(rq, deadline, &end_form, "/plan/%lld/control/%s", rq->subject, node_get(deadline, "id"));
		if (node_get(deadline, "not-for") != NULL)
			form_set(form, "reason", labels_find(request_labels(rq), "deadline.other-benefit"));
	}
}

static void
control_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content);

	if (course == NULL)
		return;
	add_idle(rq, course);
	next_events_add(rq, course, false);
	if (course_writable(rq, course))
		add_lacks(rq, course);
	add_deadlines(rq, course);
	if (!course_writable(rq, course))
		return;
	form_set(form_add(rq, course, &event_form, "/plan/%lld/control/event", rq->subject), "on", request_today(rq));
	form_add(rq, course, &deadline_form, "/plan/%lld/control", rq->subject);
}

/* The open one of the form's kind, which it moves: what its rule is stands unless another is given. */
struct open { const char *due, *from, *law; };

static struct open
find_open(struct request *rq)
{
	const char *is[3] = { NULL, NULL, NULL };

	rows_one(rq->db, rq, is, 3, "SELECT due_on, counts_from, law FROM deadline WHERE course_id = ? AND kind = ? AND done_on IS NULL"
	    " ORDER BY id LIMIT 1", ARGS(INT(rq->subject), FIELD(rq, "deadline-kind")));
	return (struct open){ is[0], is[1], is[2] };
}

static bool
deadline_is_right(struct request *rq, const struct open *open, const char *from)
{
	const char *due = field_text(rq, "due-on");

	if (strcmp(due, request_today(rq)) < 0)
		field_error(rq, "due-on", "in-past");
	else if (from != NULL && strcmp(due, from) < 0)
		field_error(rq, "due-on", "before-start");
	else if (open->law != NULL && strcmp(due, open->due) != 0 && field_text(rq, "moved-reason") == NULL)
		field_error(rq, "moved-reason", "law-moved");
	return !request_failed(rq);
}

static void
deadline_post(struct request *rq)
{
	const char *kind = field_text(rq, "deadline-kind"), *from = field_text(rq, "counts-from"), *law = field_text(rq, "law");
	struct open open;

	if (course_lock(rq, rq->subject) == NULL)
		return;
	open = find_open(rq);
	from = from != NULL ? from : open.from;
	if (!deadline_is_right(rq, &open, from))
		return;
	deadline_open(rq, rq->subject, kind, field_text(rq, "due-on"), from, law != NULL ? law : open.law);
	exec(rq->db, "UPDATE deadline SET moved_reason = COALESCE(?, moved_reason), changed_by = ?"
	    " WHERE course_id = ? AND kind = ? AND done_on IS NULL",
	    ARGS(FIELD(rq, "moved-reason"), TEXT(rq->user->uid), INT(rq->subject), TEXT(kind)));
	see_other(rq, "saved", "/plan/%lld/control", rq->subject);
}

/* The one whose form it is: of its kind there may be an older one that is open, too. */
static void
end_post(struct request *rq)
{
	bool done = strcmp(rq->submit, "done") == 0;

	if (course_lock(rq, rq->subject) == NULL)
		return;
	if (!deadline_end_one(rq, rq->subject, rq->ids[1], done ? "done" : "waived", request_today(rq), field_text(rq, "reason")))
		fail_request(rq, FAIL_INPUT, "deadline-ended");
	see_other(rq, "saved", "/plan/%lld/control", rq->subject);
}

/* What happened opens what the rules make of it. */
static void
event_post(struct request *rq)
{
	const char *on = field_text(rq, "on");

	if (course_lock(rq, rq->subject) == NULL)
		return;
	if (strcmp(on, request_today(rq)) > 0)
		field_error(rq, "on", "in-future");
	else if (rows_int(rq->db, 0, "SELECT 1 FROM course WHERE id = ? AND opened_on > ?", ARGS(INT(rq->subject), TEXT(on))) == 1)
		field_error(rq, "on", "before-course");
	if (request_failed(rq))
		return;
	see_other(rq, deadline_follow(rq, rq->subject, field_text(rq, "event"), on) ? "deadline-event" : "deadline-event-none", "/plan/%lld/control", rq->subject);
}

const struct route plan_control = {
	.path = "/plan/:id/control", .page = "control", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = control_get, .post = deadline_post, .form = &deadline_form,
};

const struct route plan_control_end = {
	.path = "/plan/:id/control/:deadline", .page = "control", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = control_get, .post = end_post, .form = &end_form,
};

const struct route plan_control_event = {
	.path = "/plan/:id/control/event", .page = "control", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = control_get, .post = event_post, .form = &event_form,
};
