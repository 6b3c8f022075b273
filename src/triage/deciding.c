/* deciding.c - what a decision needs, and what it makes: the assessment, and the course. */
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "base/text.h"
#include "domain/category.h"
#include "domain/course.h"
#include "domain/course_event.h"
#include "domain/deadline.h"
#include "domain/draft.h"
#include "domain/message.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "rule/scoring.h"
#include "sql/day.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "triage/talk.h"

struct deciding { const char *state, *indicated; struct category category; };

/* All of the citizen's are locked: who decides on another one of them at the same time comes afterwards, and sees the course. */
struct deciding *
deciding_begin(struct request *rq)
{
	struct deciding *d = talloc_zero(rq, struct deciding);
	const char *is[3];

	rows_int(rq->db, 0, "SELECT id FROM screening WHERE citizen_id = ? ORDER BY id FOR UPDATE", ARGS(INT(rq->citizen)));
	if (!rows_one(rq->db, rq, is, 3, "SELECT s.state, s.indicates, z.death_date FROM screening s JOIN citizen z ON z.id = s.citizen_id"
	    " WHERE s.id = ?", ARGS(INT(rq->subject))))
		return NULL;
	d->state = is[0];
	d->indicated = is[1];
	if (is[2] != NULL)
		fail_request(rq, FAIL_INPUT, "citizen-died");
	else if (strcmp(d->state, "submitted") != 0 && strcmp(d->state, "assessed") != 0)
		fail_request(rq, FAIL_MISSING, "not-submitted");
	else if (!category_find(rq, rq->citizen, field_text(rq, "decision"), &d->category))
		field_error(rq, "decision", "unknown-choice");
	else
		draft_overtaken(rq, talk_path(rq));
	return request_failed(rq) ? NULL : d;
}

const char *
deciding_state(const struct deciding *d)
{
	return d->state;
}

bool
deciding_low(const struct deciding *d)
{
	return strcmp(d->category.risk, "low") == 0;
}

/* Has the citizen a course that runs? */
bool
deciding_open_course(struct request *rq)
{
	return rows_int(rq->db, 0, "SELECT 1 FROM course WHERE citizen_id = ? AND state NOT IN ('closed', 'closed-low') LIMIT 1",
	    ARGS(INT(rq->citizen))) == 1;
}

/* Once it was decided, another decision is always another than one before. */
void
deciding_check_reason(struct request *rq, const struct deciding *d)
{
	const char *reason = field_text(rq, "reason");
	size_t length = reason == NULL ? 0 : text_characters(reason);

	if (strcmp(d->state, "assessed") == 0) {
		if (length < SCORING_REASON_MIN)
			field_error(rq, "reason", "reason-again");
	} else if (scoring_reason_missing(d->indicated, d->category.code, length)) {
		field_error(rq, "reason", d->indicated == NULL ? "reason-nothing-indicated" : "reason-short");
	}
}

/* The citizen knows of the assessment before it begins, and not before there were answers to assess or paper to write them on. */
static void
check_informed(struct request *rq)
{
	const char *informed = field_text(rq, "informed-on");
	struct date today;

	date_today(&today);
	if (informed == NULL)
		field_error(rq, "informed-on", "informed-required");
	else if (strcmp(informed, today.iso) > 0)
		field_error(rq, "informed-on", "in-future");
	else if (rows_int(rq->db, 0, "SELECT 1 FROM screening WHERE id = ? AND ? < LEAST(" DANISH_DAY("issued_at") ","
	    " COALESCE(written_on, " DANISH_DAY("issued_at") "), COALESCE(" DANISH_DAY("submitted_at") ", " DANISH_DAY("issued_at") "))", ARGS(INT(rq->subject), TEXT(informed))) == 1)
		field_error(rq, "informed-on", "informed-too-early");
}

/* One course runs in a frame; beside one that runs, another frame is a leader's to open. */
static void
check_frame(struct request *rq, const char *frame)
{
	if (frame == NULL)
		field_error(rq, "frame", "frame-required");
	else if (rows_int(rq->db, 0, "SELECT 1 FROM course WHERE citizen_id = ? AND frame_id = ?"
	    " AND state NOT IN ('closed', 'closed-low') LIMIT 1", ARGS(INT(rq->citizen), TEXT(frame))) == 1)
		field_error(rq, "frame", "course-open");
	else if (!request_may(rq, MAY_LEAD) && deciding_open_course(rq))
		field_error(rq, "frame", "frame-by-leader");
}

void
deciding_check_course(struct request *rq, const struct deciding *d)
{
	if (deciding_low(d)) {
		field_error(rq, "decision", "low-has-no-frame");
		return;
	}
	check_informed(rq);
	check_frame(rq, field_text(rq, "frame"));
}

void
deciding_check_low(struct request *rq, const struct deciding *d)
{
	if (!deciding_low(d))
		field_error(rq, "decision", "not-low");
	if (field_text(rq, "closing-note") == NULL)
		field_error(rq, "closing-note", "closing-note-required");
}

void
deciding_keep(struct request *rq, const struct deciding *d)
{
	exec(rq->db, "INSERT INTO risk_assessment (screening_id, citizen_id, indicated, red, yellow, green, target_group, decision, title, risk,"
	    "  reason, note, employment_goal, legal_basis, changed_by)"
	    " SELECT s.id, s.citizen_id, s.indicates, s.red, s.yellow, s.green, ?, ?, ?, ?, ?, ?, ?, q.legal_basis, ?"
	    "  FROM screening s JOIN questionnaire q ON q.id = s.questionnaire_id WHERE s.id = ?",
	    ARGS(TEXT(d->category.group), TEXT(d->category.code), TEXT(d->category.title), TEXT(d->category.risk), FIELD(rq, "reason"),
	    FIELD(rq, "note"), FIELD(rq, "employment-goal"), TEXT(rq->user->uid), INT(rq->subject)));
	draft_drop(rq, talk_path(rq));
}

/* Somebody else may be asked to run it; where nobody is named, it is who decides. */
static const char *
caseworker(const struct request *rq)
{
	const char *named = field_text(rq, "caseworker");

	return named != NULL ? named : rq->user->uid;
}

/* By now it is screened and assessed: it goes on to its analysis, or is closed at once, with screening and note kept. */
static void
take_decision(struct request *rq, long long course, bool low)
{
	const struct course_said said = { .reason = low ? field_text(rq, "closing-note") : NULL };

	course_take_said(rq, course, "assessed-risk", low ? COURSE_CLOSE_LOW : COURSE_ANALYSE, &said);
}

/* One of low risk has no frame. */
long long
course_open(struct request *rq, const struct deciding *d)
{
	bool low = deciding_low(d);
	struct date today;
	long long course;

	date_today(&today);
	course = exec_insert(rq->db, "INSERT INTO course (citizen_id, frame_id, screening_id, department_id, caseworker_uid, state,"
	    "  employment_goal, referral, informed_on, opened_on, changed_by)"
	    " SELECT z.id, f.id, ?, COALESCE(?, f.department_id, z.department_id), ?, 'assessed-risk', ?, ?, ?, ?, ?"
	    "  FROM citizen z LEFT JOIN course_frame f ON f.id = ? WHERE z.id = ?",
	    ARGS(INT(rq->subject), low ? NOTHING : FIELD(rq, "responsible"), TEXT(caseworker(rq)),
	    FIELD(rq, "employment-goal"), FIELD(rq, "referral"), low ? NOTHING : FIELD(rq, "informed-on"), TEXT(today.iso), TEXT(rq->user->uid),
	    low ? NOTHING : FIELD(rq, "frame"), INT(rq->citizen)));
	exec(rq->db, "INSERT INTO course_contact (course_id, uid, role, from_on, to_on, changed_by) VALUES (?, ?, 'caseworker', ?, ?, ?)",
	    ARGS(INT(course), TEXT(caseworker(rq)), TEXT(today.iso), TEXT(low ? today.iso : NULL), TEXT(rq->user->uid)));
	take_decision(rq, course, low);
	if (!low)
		deadline_begin(rq, course);
	return course;
}

#define BEGUN \
	" FROM (SELECT ? AS uid, ? AS department, ? AS wide, CAST(? AS DATE) AS today) me" \
	" JOIN course c ON c.citizen_id = ? AND c.state IN ('new', 'screened', 'assessed-risk') WHERE" SUBJECT_COURSE_GRADE " END IS NOT NULL"
#define ME(rq) TEXT((rq)->user->uid), TEXT((rq)->user->department), INT(request_wide(rq)), TEXT(request_today(rq)), INT((rq)->citizen)

/* One that was opened from a referral, and waits for this; another's, which the user has no part in, is left alone. */
long long
course_begun(struct request *rq)
{
	long long course = rows_int(rq->db, 0, "SELECT c.id" BEGUN " ORDER BY c.frame_id <=> ? DESC, c.id LIMIT 1",
	    ARGS(ME(rq), FIELD(rq, "frame")));

	if (course != 0)
		course_lock_any(rq, course);
	return course;
}

bool
course_begun_in(struct request *rq, const char *frame)
{
	return rows_int(rq->db, 0, "SELECT 1" BEGUN " AND c.frame_id = ? LIMIT 1", ARGS(ME(rq), TEXT(frame))) == 1;
}

static void
tell_caseworker(struct request *rq, long long course, bool low)
{
	const char *caseworker_uid = rows_text(rq->db, rq, "SELECT caseworker_uid FROM course WHERE id = ?", ARGS(INT(course)));

	if (caseworker_uid != NULL)
		message_send(rq, course, caseworker_uid, low ? "course-closed-own" : "course-assessed", NULL,
		    request_format(rq, "/plan/%lld/status", course));
}

/* Each event in turn, as far as what is known goes: the analysis begins when the citizen was told of it. */
void
course_go_on(struct request *rq, const struct deciding *d, long long course)
{
	static const struct { const char *from; enum course_event event; } steps[] = { { "new", COURSE_SCREEN }, { "screened", COURSE_ASSESS } };
	const char *state = rows_text(rq->db, rq, "SELECT state FROM course WHERE id = ?", ARGS(INT(course)));
	bool low = deciding_low(d), informed = !low && field_text(rq, "informed-on") != NULL;
	size_t i;

	if (informed)
		check_informed(rq);
	exec(rq->db, "UPDATE course SET screening_id = ?, employment_goal = COALESCE(?, employment_goal), informed_on = COALESCE(?, informed_on),"
	    " changed_by = ? WHERE id = ?", ARGS(INT(rq->subject), FIELD(rq, "employment-goal"), informed ? FIELD(rq, "informed-on") : NOTHING,
	    TEXT(rq->user->uid), INT(course)));
	for (i = 0; i < sizeof steps / sizeof steps[0]; i++)
		if (state != NULL && strcmp(state, steps[i].from) == 0 && course_take(rq, course, state, steps[i].event))
			state = course_rule_find(steps[i].from, steps[i].event)->to;
	if (low ? field_text(rq, "closing-note") != NULL : course_ready(rq, course, state, COURSE_ANALYSE))
		take_decision(rq, course, low);
	if (low)
		course_end_parts(rq, course);
	tell_caseworker(rq, course, low);
}

void
go_to_course(struct request *rq, long long course)
{
	if (request_sees(rq, &subject_course, course))
		see_other(rq, "course-opened", "/plan/%lld", course);
	else
		see_other(rq, "course-opened", "/triage");
}
