/*
 * /plan/:id/status/screen, assess, analyse, close-low, waive - how a course begins where triage did not open it: why there are no
 * answers, the assessment without them, the analysis; and why the conference does not wait for a note.
 */
#include <string.h>

#include "base/text.h"
#include "domain/category.h"
#include "domain/course.h"
#include "domain/course_event.h"
#include "domain/deadline.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "plan/status.h"
#include "rule/scoring.h"
#include "sql/day.h"
#include "sql/exec.h"
#include "sql/rows.h"

static const char *const professions[] = { "caseworker", "psychologist", "physiotherapist", "nurse", "other", NULL };

static const struct field screen_fields[] = {
	{ .name = "screening-note", .type = FIELD_TEXT, .max = 1000 },
	{ 0 }
};
static const struct field assess_fields[] = {
	{ .name = "decision",    .type = FIELD_CHOICE, .required = REQUIRED, .source = category_choices },
	{ .name = "reason",      .type = FIELD_TEXT, .required = REQUIRED, .max = 4000 },
	{ .name = "legal-basis", .type = FIELD_LINE, .required = REQUIRED, .max = 200 },
	{ 0 }
};
static const struct field analyse_fields[] = {
	{ .name = "informed-on", .type = FIELD_DATE, .required = REQUIRED },
	{ 0 }
};
static const struct field close_low_fields[] = {
	{ .name = "closing-note", .type = FIELD_LINE, .required = REQUIRED, .max = 400 },
	{ 0 }
};
static const struct field waive_fields[] = {
	{ .name = "profession", .type = FIELD_CHOICE, .required = REQUIRED, .choices = professions },
	{ .name = "reason",     .type = FIELD_TEXT, .required = REQUIRED, .max = 1000 },
	{ 0 }
};
static const char *const screen_submits[] = { "screen-course", NULL }, *const assess_submits[] = { "assess", NULL };
static const char *const analyse_submits[] = { "analyse-course", NULL }, *const close_low_submits[] = { "close", NULL };
static const char *const waive_submits[] = { "waive-note", NULL };
const struct form screen_form = { .name = "screen-course", .fields = screen_fields, .submits = screen_submits };
const struct form assess_form = { .name = "assess-course", .fields = assess_fields, .submits = assess_submits };
const struct form analyse_form = { .name = "analyse-course", .fields = analyse_fields, .submits = analyse_submits };
const struct form close_low_form = { .name = "close-low-course", .fields = close_low_fields, .submits = close_low_submits };
const struct form waive_form = { .name = "waive-note", .fields = waive_fields, .submits = waive_submits };

static void
screen_post(struct request *rq)
{
	const char *state = course_lock(rq, rq->subject);

	if (state == NULL)
		return;
	exec(rq->db, "UPDATE course SET screening_note = COALESCE(?, screening_note), changed_by = ? WHERE id = ?",
	    ARGS(FIELD(rq, "screening-note"), TEXT(rq->user->uid), INT(rq->subject)));
	if (course_take(rq, rq->subject, state, COURSE_SCREEN))
		see_other(rq, "saved", "/plan/%lld/status", rq->subject);
}

/* Nothing is indicated by anything: the reason is all that there is. */
static void
assess_post(struct request *rq)
{
	const char *state = course_lock(rq, rq->subject), *reason = field_text(rq, "reason");
	struct category category;

	if (state == NULL)
		return;
	if (text_characters(reason) < SCORING_REASON_MIN) {
		field_error(rq, "reason", "reason-too-short");
		return;
	}
	if (!category_find(rq, rq->citizen, field_text(rq, "decision"), &category)) {
		field_error(rq, "decision", "unknown-choice");
		return;
	}
	exec_insert(rq->db, "INSERT INTO risk_assessment (course_id, citizen_id, target_group, decision, title, risk, reason, legal_basis, changed_by)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", ARGS(INT(rq->subject), INT(rq->citizen), TEXT(category.group), TEXT(category.code),
	    TEXT(category.title), TEXT(category.risk), TEXT(reason), FIELD(rq, "legal-basis"), TEXT(rq->user->uid)));
	if (course_take(rq, rq->subject, state, COURSE_ASSESS))
		see_other(rq, "saved", "/plan/%lld/status", rq->subject);
}

/* Nobody was told of the analysis before there was a course, or answers that it came from. */
static bool
is_too_early(struct request *rq)
{
	return rows_int(rq->db, 0, "SELECT 1 FROM course c LEFT JOIN screening s ON s.id = c.screening_id WHERE c.id = ?"
	    " AND ? < LEAST(c.opened_on, COALESCE(" DANISH_DAY("s.submitted_at") ", c.opened_on))",
	    ARGS(INT(rq->subject), FIELD(rq, "informed-on"))) == 1;
}

static void
analyse_post(struct request *rq)
{
	const char *state;

	if (strcmp(field_text(rq, "informed-on"), request_today(rq)) > 0) {
		field_error(rq, "informed-on", "in-future");
		return;
	}
	if (is_too_early(rq)) {
		field_error(rq, "informed-on", "informed-before-course");
		return;
	}
	state = course_lock(rq, rq->subject);
	if (state == NULL)
		return;
	exec(rq->db, "UPDATE course SET informed_on = ?, changed_by = ? WHERE id = ?",
	    ARGS(FIELD(rq, "informed-on"), TEXT(rq->user->uid), INT(rq->subject)));
	if (course_take(rq, rq->subject, state, COURSE_ANALYSE))
		see_other(rq, "saved", "/plan/%lld/status", rq->subject);
}

static void
close_low_post(struct request *rq)
{
	const struct course_said said = { .reason = field_text(rq, "closing-note") };

	if (!course_take_said(rq, rq->subject, course_lock(rq, rq->subject), COURSE_CLOSE_LOW, &said))
		return;
	course_end_parts(rq, rq->subject);
	deadline_end(rq, rq->subject, NULL, "cancelled", request_today(rq), said.reason);
	see_other(rq, "course-closed-now", "/plan/%lld/status", rq->subject);
}

/* A note that is signed, or that the frame never asked for, is nothing to wait for. */
static bool
is_awaited(struct request *rq)
{
	return rows_int(rq->db, 0, "SELECT 1 FROM course c JOIN course_frame f ON f.id = c.frame_id WHERE c.id = ? AND FIND_IN_SET(?, f.professions) > 0"
	    " AND NOT EXISTS (SELECT 1 FROM professional_note n WHERE n.course_id = c.id AND n.profession = ? AND n.state = 'signed')",
	    ARGS(INT(rq->subject), FIELD(rq, "profession"), FIELD(rq, "profession"))) == 1;
}

/* How often a waiver of the course was written. */
static long long
waivers(struct request *rq)
{
	return rows_int(rq->db, 0, "SELECT COUNT(*) FROM note_waiver FOR SYSTEM_TIME ALL WHERE course_id = ?", ARGS(INT(rq->subject)));
}

static const char *
waived_with(struct request *rq, const char *profession)
{
	return rows_text(rq->db, rq, "SELECT reason FROM note_waiver WHERE course_id = ? AND profession = ?",
	    ARGS(INT(rq->subject), TEXT(profession)));
}

void
waive_form_add(struct request *rq, xmlNode *course)
{
	xmlNode *form = form_add(rq, course, &waive_form, "/plan/%lld/status/waive", rq->subject);

	if (form == NULL)
		return;
	form_set_revision(form, waivers(rq));
	if (rq->form != NULL && rq->form->form == &waive_form && field_text(rq, "profession") != NULL)
		form_set(form, "reason", waived_with(rq, field_text(rq, "profession")));
}

/* Whoever waived the same one meanwhile has said why: that is not written over unseen. */
static void
waive_post(struct request *rq)
{
	const char *state = course_lock(rq, rq->subject);
	const struct value reason = FIELD(rq, "reason"), today = TEXT(request_today(rq)), uid = TEXT(rq->user->uid);

	if (state == NULL)
		return;
	if (!is_awaited(rq)) {
		field_error(rq, "profession", "note-not-awaited");
		return;
	}
	if (waived_with(rq, field_text(rq, "profession")) != NULL && revision_stale(rq, waivers(rq)))
		return;
	exec(rq->db, "INSERT INTO note_waiver (course_id, profession, reason, waived_on, changed_by) VALUES (?, ?, ?, ?, ?)"
	    " ON DUPLICATE KEY UPDATE reason = ?, waived_on = ?, changed_by = ?",
	    ARGS(INT(rq->subject), FIELD(rq, "profession"), reason, today, uid, reason, today, uid));
	if (course_ready(rq, rq->subject, state, COURSE_PREPARE))
		course_take(rq, rq->subject, state, COURSE_PREPARE);
	see_other(rq, "saved", "/plan/%lld/status", rq->subject);
}

#define STATUS_ROUTE \
	.page = "status", .subject = &subject_course, .menu = "courses", .may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE, \
	.get = status_get

const struct route plan_status_screen = { .path = "/plan/:id/status/screen", STATUS_ROUTE, .post = screen_post, .form = &screen_form };

const struct route plan_status_assess = { .path = "/plan/:id/status/assess", STATUS_ROUTE, .post = assess_post, .form = &assess_form };

const struct route plan_status_analyse = { .path = "/plan/:id/status/analyse", STATUS_ROUTE, .post = analyse_post, .form = &analyse_form };

const struct route plan_status_close_low = {
	.path = "/plan/:id/status/close-low", STATUS_ROUTE, .post = close_low_post, .form = &close_low_form,
};

const struct route plan_status_waive = { .path = "/plan/:id/status/waive", STATUS_ROUTE, .post = waive_post, .form = &waive_form };
