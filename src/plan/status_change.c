/* /plan/:id/status/pause, resume, reopen - a course waits, goes on, and begins again after its end (status_close.c). */
#include <string.h>

#include "domain/course.h"
#include "domain/course_event.h"
#include "domain/deadline.h"
#include "domain/message.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/hand.h"
#include "plan/pages.h"
#include "plan/status.h"
#include "sql/exec.h"
#include "sql/rows.h"

static const struct field no_fields[] = { { 0 } };
static const struct field pause_fields[] = {
	{ .name = "reason",     .type = FIELD_LINE, .required = REQUIRED, .max = 400 },
	{ .name = "returns-on", .type = FIELD_DATE, .required = REQUIRED },
	{ 0 }
};
static const struct field reopen_fields[] = {
	{ .name = "reason", .type = FIELD_LINE, .required = REQUIRED, .max = 400 },
	{ 0 }
};
static const char *const pause_submits[] = { "pause-course", NULL }, *const resume_submits[] = { "resume-course", NULL };
static const char *const reopen_submits[] = { "reopen-course", NULL };
const struct form pause_form = { .name = "pause-course", .fields = pause_fields, .submits = pause_submits };
const struct form resume_form = { .name = "resume-course", .fields = no_fields, .submits = resume_submits };
const struct form reopen_form = { .name = "reopen-course", .fields = reopen_fields, .submits = reopen_submits };

/* Its deadlines go on but for those that rest by their rule; one more says when to look at it again. */
static void
pause_post(struct request *rq)
{
	const struct course_said said = { .reason = field_text(rq, "reason"), .returns_on = field_text(rq, "returns-on") };

	if (strcmp(said.returns_on, request_today(rq)) < 0) {
		field_error(rq, "returns-on", "in-past");
		return;
	}
	if (!course_take_said(rq, rq->subject, course_lock(rq, rq->subject), COURSE_PAUSE, &said))
		return;
	deadline_open(rq, rq->subject, "return", said.returns_on, request_today(rq), NULL);
	deadline_rest(rq, rq->subject, true, request_today(rq));
	see_other(rq, "course-paused", "/plan/%lld/status", rq->subject);
}

static void
resume_post(struct request *rq)
{
	if (!course_take(rq, rq->subject, course_lock(rq, rq->subject), COURSE_RESUME))
		return;
	deadline_end(rq, rq->subject, "return", "done", request_today(rq), NULL);
	deadline_rest(rq, rq->subject, false, request_today(rq));
	see_other(rq, "course-resumed", "/plan/%lld/status", rq->subject);
}

/* Of a version of the plan. */
#define WAS_IN_FORCE "(COALESCE(agreement, '') IN ('agreed', 'agreed-with-reservation') OR approved_on IS NOT NULL)"

/*
 * What ended by the closing begins again: parts, the plan in force, deadlines; not what was called off, nor what had ended before it on the
 * same day.  Who was its caseworker and is so no longer has no part in it.  true: a version was being made, and is again, as a draft.
 */
static bool
begin_again(struct request *rq, const char *closed_on, const char *closing)
{
	const struct value uid = TEXT(rq->user->uid), course = INT(rq->subject), on = TEXT(closed_on), at = TEXT(closing);

	exec(rq->db, "UPDATE course_contact SET to_on = NULL, changed_by = ? WHERE course_id = ? AND to_on = GREATEST(from_on, ?) AND ROW_START >= ?"
	    " AND (role <> 'caseworker' OR uid = (SELECT c.caseworker_uid FROM course c WHERE c.id = ?))", ARGS(uid, course, on, at, course));
	exec(rq->db, "UPDATE deadline SET done_on = NULL, ended_as = NULL, ended_reason = NULL, changed_by = ?"
	    " WHERE course_id = ? AND done_on = ? AND ended_as = 'cancelled' AND kind <> 'conference' AND ROW_START >= ?", ARGS(uid, course, on, at));
	exec(rq->db, "UPDATE plan SET state = 'agreed', valid_to = NULL, changed_by = ?, revision = revision + 1 WHERE course_id = ? AND state = 'ended'"
	    " AND " WAS_IN_FORCE " ORDER BY version DESC LIMIT 1", ARGS(uid, course));
	return exec(rq->db, "UPDATE plan SET state = 'draft', changed_by = ?, revision = revision + 1 WHERE course_id = ? AND state = 'ended'"
	    " AND NOT " WAS_IN_FORCE " AND ROW_START >= ? ORDER BY version DESC LIMIT 1", ARGS(uid, course, at)) > 0;
}

/* Whose caseworker has left is the leader's who reopens it, until he gives it on.  true: it was so. */
static bool
take_orphan(struct request *rq, const char *reason)
{
	struct held held;

	if (!hand_lock(rq, rq->subject, &held) ||
	    rows_int(rq->db, 0, "SELECT 1 FROM staff WHERE uid = ? AND active", ARGS(TEXT(held.caseworker))) == 1)
		return false;
	hand_over(rq, rq->subject, &held, rq->user->uid, reason);
	return true;
}

static void
reopen_post(struct request *rq)
{
	const struct course_said said = { .reason = field_text(rq, "reason") };
	const char *state = course_lock_any(rq, rq->subject), *closing = course_closing(rq, rq->subject);
	const char *is[3];

	if (!rows_one(rq->db, rq, is, 3, "SELECT c.closed_on, c.caseworker_uid, z.death_date FROM course c JOIN citizen z ON z.id = c.citizen_id"
	    " WHERE c.id = ?", ARGS(INT(rq->subject))))
		return;
	if (is[2] != NULL)
		fail_request(rq, FAIL_INPUT, "citizen-died");
	if (!course_take_said(rq, rq->subject, state, COURSE_REOPEN, &said))
		return;
	if (rows_int(rq->db, 0, "SELECT 1 FROM course o JOIN course c ON c.citizen_id = o.citizen_id AND c.frame_id = o.frame_id AND c.id <> o.id"
	    "  AND c.state NOT IN ('closed', 'closed-low') WHERE o.id = ? LIMIT 1", ARGS(INT(rq->subject))) == 1) {
		field_error(rq, "reason", "course-open-again");
		return;
	}
	if (begin_again(rq, is[0], closing))
		course_take(rq, rq->subject, "active", COURSE_REPLAN);
	message_send(rq, rq->subject, is[1], "course-reopened", said.reason, request_format(rq, "/plan/%lld/status", rq->subject));
	see_other(rq, take_orphan(rq, said.reason) ? "course-reopened-yours" : "course-reopened", "/plan/%lld/status", rq->subject);
}

#define STATUS_ROUTE .page = "status", .subject = &subject_course, .menu = "courses", .may = MAY_SEE_CASES, .get = status_get

const struct route plan_status_pause = {
	.path = "/plan/:id/status/pause", STATUS_ROUTE, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE, .post = pause_post, .form = &pause_form,
};

const struct route plan_status_resume = {
	.path = "/plan/:id/status/resume", STATUS_ROUTE, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE, .post = resume_post, .form = &resume_form,
};

const struct route plan_status_reopen = {
	.path = "/plan/:id/status/reopen", STATUS_ROUTE, .may_post = MAY_SEE_CASES | MAY_LEAD, .post = reopen_post, .form = &reopen_form,
};
