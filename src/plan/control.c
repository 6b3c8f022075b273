/*
 * /plan/:id/control - is the course on its way: its deadlines with the reason for each, what it lacks, how long it has lain.
 *	<course idle-days> <next-event/>* <deadline id kind due-on days counts-from law moved-reason [done-on ended-as ended-reason]>
 *	    <form end-deadline/>? </deadline>* <form deadline/>? </course>
 */
#include <stdlib.h>
#include <string.h>

#include "domain/course.h"
#include "domain/deadline.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "plan/status.h"
#include "sql/exec.h"
#include "sql/rows.h"
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

/* When a row of it changed last; of notes only what all can read. */
#define LATEST(table) " COALESCE((SELECT DATE(MAX(ROW_START)) FROM " table " WHERE course_id = me.id), c.opened_on)"
static const char idle_sql[] =
    "SELECT DATEDIFF(me.today, GREATEST(DATE(c.ROW_START), c.opened_on," LATEST("course_contact") "," LATEST("background_value") ","
    LATEST("focus_area") "," LATEST("conference") "," LATEST("plan") "," LATEST("intervention") "," LATEST("intervention_absence") "," LATEST("measurement") ","
    " COALESCE((SELECT DATE(MAX(signed_at)) FROM professional_note WHERE course_id = me.id AND state = 'signed'), c.opened_on)))"
    " FROM (SELECT ? AS id, CAST(? AS DATE) AS today) me JOIN course c ON c.id = me.id";

static void
add_idle(struct request *rq, xmlNode *course)
{
	node_set_int(course, "idle-days", rows_int(rq->db, 0, idle_sql, ARGS(INT(rq->subject), TEXT(request_today(rq)))));
}

static void
add_deadlines(struct request *rq, xmlNode *course)
{
	xmlNode *deadline;

	rows_add(rq->db, course, "deadline",
	    "SELECT l.id, l.kind, l.due_on AS 'due-on', DATEDIFF(l.due_on, t.today) AS days, l.law, l.counts_from AS 'counts-from',"
	    "  l.moved_reason AS 'moved-reason',"
	    "  l.done_on AS 'done-on', IF(l.done_on IS NULL, NULL, COALESCE(l.ended_as, 'done')) AS 'ended-as', l.ended_reason AS 'ended-reason',"
	    "  CASE WHEN l.done_on IS NULL AND l.due_on < t.today THEN 'yes' END AS late,"
	    "  CASE WHEN l.done_on IS NULL AND l.due_on < t.today THEN DATEDIFF(t.today, l.due_on) END AS 'days-over'"
	    " FROM (SELECT CAST(? AS DATE) AS today) t JOIN deadline l ON l.course_id = ?"
	    " ORDER BY l.done_on IS NOT NULL, IF(l.done_on IS NULL, l.due_on, NULL), l.done_on DESC, l.id",
	    ARGS(TEXT(request_today(rq)), INT(rq->subject)));
	if (!course_writable(rq, course))
		return;
	for (deadline = node_child(course, "deadline"); deadline != NULL; deadline = node_next(deadline, "deadline"))
		if (node_get(deadline, "done-on") == NULL)
			form_add(rq, deadline, &end_form, "/plan/%lld/control/%s", rq->subject, node_get(deadline, "id"));
}

static void
control_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content);

	if (course == NULL)
		return;
	add_idle(rq, course);
	next_events_add(rq, course, false);
	add_deadlines(rq, course);
	if (course_writable(rq, course))
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
