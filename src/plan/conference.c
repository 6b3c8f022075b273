/*
 * /plan/:id/conference - the day after the talks, the citizen present: when it is, those that were held, and their records.
 *	<course> <missing .../>* <conference id state ...> <attendee/>* <decision/>* <months/>? </conference>* <form conference-plan/>
 *	    <form conference-off/> <form conference-now/> <form conference/> </course>		(room.h)
 * It is held on a screen of its own (room.c); one that was held elsewhere is written down here.  The first ends the analysis: the course goes on to
 * planning.
 */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "domain/conference.h"
#include "domain/course.h"
#include "domain/course_event.h"
#include "domain/deadline.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "plan/room.h"
#include "rule/workday.h"
#include "sql/day.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static const char *const presence[] = { "yes", "no", "phone", NULL };

static const struct field conference_fields[] = {
	{ .name = "held-on",         .type = FIELD_DATE, .required = REQUIRED },
	{ .name = "citizen-present", .type = FIELD_CHOICE, .required = REQUIRED, .choices = presence },
	{ .name = "absence-reason",  .type = FIELD_TEXT, .required = IN_CASE, .max = 1000 },
	{ .name = "citizens-words",  .type = FIELD_TEXT, .max = 4000 },
	{ .name = "conclusion",      .type = FIELD_TEXT, .required = REQUIRED },
	{ 0 }
};
static const struct form conference_form = { .name = "conference", .fields = conference_fields };

static const struct field plan_fields[] = {
	{ .name = "day",         .type = FIELD_DATE, .required = REQUIRED },
	{ .name = "time",        .type = FIELD_TIME, .required = REQUIRED },
	{ .name = "place",       .type = FIELD_LINE },
	{ .name = "day-off",     .type = FIELD_CHECK },
	{ 0 }
};
static const char *const plan_submits[] = { "plan", NULL }, *const off_submits[] = { "call-off", NULL }, *const now_submits[] = { "now", NULL };
static const struct form plan_form = { .name = "conference-plan", .fields = plan_fields, .submits = plan_submits };

static const struct field off_fields[] = {
	{ .name = "reason", .type = FIELD_LINE, .required = REQUIRED, .max = 400 },
	{ 0 }
};
static const struct form off_form = { .name = "conference-off", .fields = off_fields, .submits = off_submits };

static const struct field no_fields[] = { { 0 } };
static const struct form now_form = { .name = "conference-now", .fields = no_fields, .submits = now_submits };

/* A conference ends the analysis, or is one more later on. */
static bool
may_confer(const char *state)
{
	return course_is_open(state) && course_step(state) >= course_step("assessment");
}

static bool
was_sent(const struct request *rq, const struct form *form)
{
	return rq->form != NULL && rq->form->form == form;
}

/* The next one first, then the latest. */
static void
conferences_add(struct request *rq, xmlNode *course)
{
	xmlNode *k;

	rows_add(rq->db, course, "conference", CONFERENCE_COLUMNS " WHERE k.course_id = ?"
	    " ORDER BY FIELD(k.state, 'held', 'planned') DESC, COALESCE(k.held_on, " DANISH_DAY("k.planned_at") ") DESC, k.id DESC LIMIT 50", ARGS(INT(rq->subject)));
	for (k = node_child(course, "conference"); k != NULL; k = node_next(k, "conference")) {
		long long id = atoll(node_get(k, "id"));

		room_add_attendees(rq, k, id);
		room_add_decisions(rq, k, id);
		node_set(k, "href", request_href(rq, "/plan/%lld/conference/%lld%s%s", rq->subject, id, rq->as_of_given == NULL ? "" : "?as-of=",
		    rq->as_of_given == NULL ? "" : rq->as_of_given));
	}
}

static xmlNode *
of_state(xmlNode *course, const char *state)
{
	xmlNode *k;

	for (k = node_child(course, "conference"); k != NULL; k = node_next(k, "conference"))
		if (strcmp(node_get(k, "state"), state) == 0)
			return k;
	return NULL;
}

/* Was one opened, and nothing said in it?  It may have been opened by mistake. */
static bool
is_empty(const xmlNode *held)
{
	static const char *const said[] = { "citizens-words", "conclusion", "examination", "decision" };
	size_t i;

	for (i = 0; held != NULL && i < sizeof said / sizeof said[0]; i++)
		if (node_child(held, said[i]) != NULL)
			return false;
	return held != NULL && node_get(held, "realistic") == NULL && node_get(held, "manageable") == NULL;
}

static bool
asks_day_off(struct request *rq)
{
	const char *typed = field_refused(rq, "day") ? pairs_find(&rq->body, "day") : NULL;
	struct date day;

	return typed != NULL && date_parse(typed, &day) && !workday_is(day.iso);
}

/* The one that is planned, to move; else the next working day. */
static void
fill_plan(struct request *rq, xmlNode *form, const xmlNode *planned)
{
	const char *at = planned == NULL ? NULL : node_get(planned, "planned-at");
	struct date day;
	char hhmm[6] = "";

	if (at == NULL || !date_local(at, &day, hhmm))
		workday_after(request_today(rq), &day);
	form_set(form, "day", day.iso);
	form_set(form, "time", hhmm);
	if (planned != NULL)
		form_set(form, "place", node_get(planned, "place"));
	/* A day on which nobody works is asked about, not refused. */
	if (!asks_day_off(rq) && !field_check(rq, "day-off"))
		form_drop(form, "field", "day-off");
}

/* Of the one that is open; 0: none is. */
static long long
held_revision(struct request *rq)
{
	return rows_int(rq->db, 0, "SELECT revision FROM conference WHERE course_id = ? AND state = 'held' ORDER BY id LIMIT 1", ARGS(INT(rq->subject)));
}

static void
forms_add(struct request *rq, xmlNode *course)
{
	const char *state = node_get(course, "state");
	const xmlNode *planned = of_state(course, "planned");
	bool dead = node_get(node_child(course, "citizen"), "died-on") != NULL;

	if ((course_is_open(state) && !dead) || was_sent(rq, &plan_form))
		fill_plan(rq, form_add(rq, course, &plan_form, "/plan/%lld/conference/plan", rq->subject), planned);
	if (((planned != NULL || is_empty(of_state(course, "held"))) && course_is_open(state)) || was_sent(rq, &off_form))
		form_set_revision(form_add(rq, course, &off_form, "/plan/%lld/conference/off", rq->subject), held_revision(rq));
	if (may_confer(state) && strcmp(state, "paused") != 0 && !dead && of_state(course, "held") == NULL)
		form_add(rq, course, &now_form, "/plan/%lld/conference/now", rq->subject);
	/* One that is open is written down where it is held. */
	if ((may_confer(state) && of_state(course, "held") == NULL) || was_sent(rq, &conference_form))
		form_add(rq, course, &conference_form, "/plan/%lld/conference", rq->subject);
}

static void
conference_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content);

	if (course == NULL)
		return;
	if (strcmp(node_get(course, "state"), "assessment") == 0)
		course_missing_add(rq, course, rq->subject, "assessment", COURSE_PREPARE);
	conferences_add(rq, course);
	forms_add(rq, course);
}

static bool
check_conference(struct request *rq)
{
	room_check_held(rq, field_text(rq, "held-on"));
	if (strcmp(field_text(rq, "citizen-present"), "no") == 0 && field_text(rq, "absence-reason") == NULL)
		field_error(rq, "absence-reason", "required");
	return !request_failed(rq);
}

/* What was written down is the one that was planned, if one was. */
static void
keep_record(struct request *rq)
{
	const struct value course = INT(rq->subject), uid = TEXT(rq->user->uid);
	long long planned = rows_int(rq->db, 0, "SELECT id FROM conference WHERE course_id = ? AND state = 'planned' FOR UPDATE", ARGS(course));

	if (planned == 0)
		exec_insert(rq->db, "INSERT INTO conference (course_id, held_on, citizen_present, absence_reason, citizens_words, conclusion, changed_by)"
		    " VALUES (?, ?, ?, ?, ?, ?, ?)", ARGS(course, FIELD(rq, "held-on"), FIELD(rq, "citizen-present"),
		    FIELD(rq, "absence-reason"), FIELD(rq, "citizens-words"), FIELD(rq, "conclusion"), uid));
	else
		exec(rq->db, "UPDATE conference SET state = 'concluded', held_on = ?, citizen_present = ?, absence_reason = ?, citizens_words = ?,"
		    " conclusion = ?, changed_by = ?, revision = revision + 1 WHERE course_id = ? AND id = ?",
		    ARGS(FIELD(rq, "held-on"), FIELD(rq, "citizen-present"), FIELD(rq, "absence-reason"), FIELD(rq, "citizens-words"),
		    FIELD(rq, "conclusion"), uid, course, INT(planned)));
}

static void
conference_post(struct request *rq)
{
	const char *state;

	if (!check_conference(rq))
		return;
	state = course_lock(rq, rq->subject);
	if (state == NULL)
		return;
	if (!may_confer(state)) {
		fail_request(rq, FAIL_INPUT, "course-state");
		return;
	}
	if (held_revision(rq) != 0) {
		fail_request(rq, FAIL_STALE, "conference-open");
		return;
	}
	keep_record(rq);
	deadline_end(rq, rq->subject, "conference", "done", field_text(rq, "held-on"), NULL);
	deadline_follow(rq, rq->subject, "conference-held", field_text(rq, "held-on"));
	room_end_analysis(rq, state);
	see_other(rq, "saved", "/plan/%lld/conference", rq->subject);
}

static void
plan_post(struct request *rq)
{
	const char *day = field_text(rq, "day"), *now = rows_text(rq->db, rq, "SELECT DATE_FORMAT(UTC_TIMESTAMP(), '%Y-%m-%d %H:%i:%s')", NO_ARGS);
	char at[TIME_LENGTH];

	if (!date_utc(day, field_text(rq, "time"), at))
		field_error(rq, "time", "clock-skips");
	else if (now != NULL && strcmp(at, now) < 0)
		field_error(rq, strcmp(day, request_today(rq)) < 0 ? "day" : "time", "time-past");
	else
		room_check_ahead(rq, "day", day, request_today(rq));
	if (!request_failed(rq) && !workday_is(day) && !field_check(rq, "day-off"))
		field_error(rq, "day", workday_holiday(day) != NULL ? "is-holiday" : "is-weekend");
	if (request_failed(rq) || conference_plan(rq, rq->subject, 0, at, field_text(rq, "place")) == 0)
		return;
	see_other(rq, "conference-planned", "/plan/%lld/conference", rq->subject);
}

/* Who has not seen that it is open, or what was said in it since, does not end it. */
static void
off_post(struct request *rq)
{
	long long held = course_lock_any(rq, rq->subject) == NULL ? 0 : held_revision(rq);
	bool seen = held == 0 || held == form_revision(rq);

	if ((!seen || !conference_call_off(rq, rq->subject, 0, field_text(rq, "reason"))) && held != 0) {
		fail_request(rq, FAIL_STALE, "conference-open");
		return;
	}
	see_other(rq, "conference-off", "/plan/%lld/conference", rq->subject);
}

/* Here and now: the one that was planned, or one that nobody planned. */
static void
now_post(struct request *rq)
{
	const char *state = course_lock(rq, rq->subject);
	long long id;

	if (state == NULL)
		return;
	id = rows_int(rq->db, 0, "SELECT id FROM conference WHERE course_id = ? AND state IN ('held', 'planned') ORDER BY state LIMIT 1 FOR UPDATE",
	    ARGS(INT(rq->subject)));
	if (id == 0)
		id = exec_insert(rq->db, "INSERT INTO conference (course_id, state, changed_by) VALUES (?, 'planned', ?)",
		    ARGS(INT(rq->subject), TEXT(rq->user->uid)));
	if (room_open(rq, id, state))
		see_other(rq, NULL, "/plan/%lld/conference/%lld", rq->subject, id);
}

const struct route plan_conference = {
	.path = "/plan/:id/conference", .page = "conference", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = conference_get, .post = conference_post, .form = &conference_form,
};

const struct route plan_conference_plan = {
	.path = "/plan/:id/conference/plan", .page = "conference", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = conference_get, .post = plan_post, .form = &plan_form,
};

const struct route plan_conference_off = {
	.path = "/plan/:id/conference/off", .page = "conference", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = conference_get, .post = off_post, .form = &off_form,
};

const struct route plan_conference_now = {
	.path = "/plan/:id/conference/now", .page = "conference", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = conference_get, .post = now_post, .form = &now_form,
};
