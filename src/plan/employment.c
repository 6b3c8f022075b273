/*
 * /plan/:id/progression/employment - how near the course is to its employment goal, as the caseworker sees it.
 *	<course> <employment-measurement .../>* <form employment-measurement/>? </course>
 * ?correct= draws the form for one that was wrong: it is corrected by adding one that stands for it.
 */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "domain/course.h"
#include "domain/deadline.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "rule/progression.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

/* Source: our own assumption. */
enum { EMPLOYMENT_AGAIN_DAYS = 84 };

static const struct field employment_fields[] = {
	{ .name = "corrects",     .type = FIELD_HIDDEN },
	{ .name = "value",        .type = FIELD_SCALE, .max = PROGRESSION_MAX },
	{ .name = "not-possible", .type = FIELD_LINE, .required = IN_CASE },
	{ .name = "comment",      .type = FIELD_TEXT, .max = 2000 },
	{ .name = "reason",       .type = FIELD_LINE, .required = IN_CASE, .max = 400 },
	{ 0 }
};
static const char *const employment_submits[] = { "measure", NULL };
static const struct form employment_form = { .name = "employment-measurement", .fields = employment_fields, .submits = employment_submits };

/* Those that no later one stands for. */
static void
add_measurements(struct request *rq, xmlNode *course)
{
	rows_add(rq->db, course, "employment-measurement", "SELECT m.id, CAST(m.employment_goal AS CHAR(1000)) AS goal, m.value,"
	    "  m.not_possible AS 'not-possible', m.measured_on AS `on`, s.name AS 'by-name', m.correction_reason AS 'correction-reason', m.comment"
	    " FROM employment_measurement m JOIN staff s ON s.uid = m.uid WHERE m.course_id = ? AND NOT EXISTS"
	    "  (SELECT 1 FROM employment_measurement l WHERE l.corrects_id = m.id) ORDER BY m.measured_on DESC, m.id DESC", ARGS(INT(rq->subject)));
}

static void
employment_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content), *m, *form, *wrong = NULL;
	long long corrects = query_int(rq, "correct", field_int(rq, "corrects", 0), 1, 1LL << 60);
	bool writes = course_writable(rq, course) && request_may(rq, MAY_RUN_COURSE);

	if (course == NULL)
		return;
	add_measurements(rq, course);
	for (m = node_child(course, "employment-measurement"); m != NULL; m = node_next(m, "employment-measurement")) {
		if (writes)
			node_set(m, "href", request_href(rq, "/plan/%lld/progression/employment?correct=%s", rq->subject, node_get(m, "id")));
		if (atoll(node_get(m, "id")) == corrects)
			wrong = m;
	}
	if (writes && rq->form == NULL && node_get(course, "employment-goal") == NULL) {
		notice_add(rq, "warning", "employment-goal-first");
		return;
	}
	form = writes ? form_add(rq, course, &employment_form, "/plan/%lld/progression/employment", rq->subject) : NULL;
	if (wrong == NULL && field_text(rq, "corrects") == NULL) {
		form_drop(form, "field", "reason");
		return;
	}
	form_set(form, "corrects", wrong == NULL ? NULL : node_get(wrong, "id"));
	form_set(form, "value", wrong == NULL ? NULL : node_get(wrong, "value"));
	form_set(form, "not-possible", wrong == NULL ? NULL : node_get(wrong, "not-possible"));
	form_set(form, "comment", wrong == NULL || node_child(wrong, "comment") == NULL ? NULL : node_text(node_child(wrong, "comment")));
}

static bool
is_whole(struct request *rq)
{
	bool value = field_text(rq, "value") != NULL, reason = field_text(rq, "not-possible") != NULL;

	if (!value && !reason)
		field_error(rq, "value", "value-or-reason");
	if (value && reason)
		field_error(rq, "not-possible", "value-given");
	if (field_text(rq, "corrects") != NULL && field_text(rq, "reason") == NULL)
		field_error(rq, "reason", "required");
	return !request_failed(rq);
}

/* A new one of today, or one that stands for an earlier one, of its day and goal; that nobody has corrected meanwhile. */
static void
keep(struct request *rq, const char *goal, const char *corrects)
{
	const char *uid = rq->user->uid, *on = request_today(rq), *is[2];

	if (corrects != NULL) {
		if (!rows_one(rq->db, rq, is, 2, "SELECT employment_goal, measured_on FROM employment_measurement m WHERE m.course_id = ? AND m.id = ?"
		    " AND NOT EXISTS (SELECT 1 FROM employment_measurement l WHERE l.corrects_id = m.id)", ARGS(INT(rq->subject), TEXT(corrects)))) {
			fail_request(rq, FAIL_STALE, "corrected-already");
			return;
		}
		goal = is[0];
		on = is[1];
	}
	exec_insert(rq->db, "INSERT INTO employment_measurement (course_id, employment_goal, value, not_possible, comment, measured_on, corrects_id,"
	    "  correction_reason, uid, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", ARGS(INT(rq->subject), TEXT(goal), FIELD(rq, "value"),
	    FIELD(rq, "not-possible"), FIELD(rq, "comment"), TEXT(on), TEXT(corrects), corrects == NULL ? NOTHING : FIELD(rq, "reason"), TEXT(uid),
	    TEXT(uid)));
}

/* Measured: the deadline is met, and the next one opens. */
static void
move_deadline(struct request *rq)
{
	const char *today = request_today(rq);
	struct date again;

	deadline_end(rq, rq->subject, "goal-measurement", "done", today, NULL);
	if (rows_int(rq->db, 0, "SELECT COUNT(*) FROM deadline WHERE course_id = ? AND kind = 'goal-measurement' AND done_on IS NULL",
	    ARGS(INT(rq->subject))) > 0)
		return;
	date_add_days(today, EMPLOYMENT_AGAIN_DAYS, &again);
	deadline_open(rq, rq->subject, "goal-measurement", again.iso, today, NULL);
}

static void
employment_post(struct request *rq)
{
	const char *goal, *corrects = field_text(rq, "corrects");

	if (!is_whole(rq) || course_lock(rq, rq->subject) == NULL)
		return;
	goal = rows_text(rq->db, rq, "SELECT employment_goal FROM course WHERE id = ?", ARGS(INT(rq->subject)));
	if (goal == NULL) {
		fail_request(rq, FAIL_INPUT, "no-employment-goal");
		return;
	}
	keep(rq, goal, corrects);
	if (corrects == NULL)
		move_deadline(rq);
	see_other(rq, corrects == NULL ? "employment-measured" : "corrected", "/plan/%lld/progression/employment", rq->subject);
}

const struct route plan_employment = {
	.path = "/plan/:id/progression/employment", .page = "progression-employment", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_RUN_COURSE,
	.get = employment_get, .post = employment_post, .form = &employment_form,
};
