/*
 * /plan/days/:id - the day: who meets whom in which slot; one more citizen; the whole day off.
 *	<assessment-day ...> <form citizen/>? <form cancel-day/>? </assessment-day>		(day_draw.c)
 * /plan/days/:id/list - the same on paper, without CPR numbers.
 * A citizen who comes late gets what is free, or a place at the end; nobody else moves.
 */
#include <stdlib.h>
#include <string.h>

#include "domain/conference.h"
#include "domain/course.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/day.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static const char *const interpreters[] = { "as-noted", "yes", "no", NULL };
static const struct field citizen_fields[] = {
	{ .name = "citizen",     .type = FIELD_CHOICE, .required = REQUIRED, .source = day_citizen_choices },
	{ .name = "interpreter", .type = FIELD_CHOICE, .required = REQUIRED, .choices = interpreters },
	{ 0 }
};
static const struct form citizen_form = { .name = "day-citizen", .fields = citizen_fields };

static const struct field cancel_fields[] = {
	{ .name = "reason", .type = FIELD_LINE, .required = REQUIRED, .max = 400 },
	{ 0 }
};
static const char *const cancel_submits[] = { "cancel-day", NULL };
static const struct form cancel_form = { .name = "cancel-day", .fields = cancel_fields, .submits = cancel_submits };

/* Where nobody waits there is nobody to add. */
static void
add_citizen_form(struct request *rq, xmlNode *node)
{
	xmlNode *form = form_add(rq, node, &citizen_form, "/plan/days/%lld/citizens", rq->subject);

	form_set(form, "interpreter", "as-noted");
	if (form == NULL || rq->form != NULL || node_child(form_part(form, "field", "citizen"), "choice") != NULL)
		return;
	xmlUnlinkNode(form);
	xmlFreeNode(form);
}

static void
day_get(struct request *rq, xmlNode *content)
{
	struct day *day = day_load(rq, false);
	xmlNode *node = day == NULL ? NULL : day_add(rq, content, day);
	bool goes_on = node != NULL && strcmp(day->state, "planned") == 0 && strcmp(day->held_on, request_today(rq)) >= 0;

	if (node == NULL || (rq->form == NULL && !goes_on))
		return;
	if (goes_on && day_planner(rq, day) && rq->as_of == NULL)
		node_set(node, "change-href", request_href(rq, "/plan/days/%lld/change", day->id));
	add_citizen_form(rq, node);
	if (day_planner(rq, day))
		form_add(rq, node, &cancel_form, "/plan/days/%lld/cancel", rq->subject);
}

static bool
needs_interpreter(struct request *rq, long long course)
{
	const char *said = field_text(rq, "interpreter");

	if (strcmp(said, "as-noted") != 0)
		return strcmp(said, "yes") == 0;
	return rows_int(rq->db, 0, "SELECT z.interpreter_needed FROM course c JOIN citizen z ON z.id = c.citizen_id WHERE c.id = ?",
	    ARGS(INT(course))) != 0;
}

/* The citizen's row: a new one, or the one of somebody who had called off.  -1 when there is no room. */
static int
add_row(struct request *rq, struct day *day, long long course)
{
	int i, row = day_citizen_of_course(day, course), booked = 0;
	bool is_new = row < 0, with = needs_interpreter(rq, course);

	for (i = 0; i < day->citizens; i++)
		booked += strcmp(day->citizen[i].state, "booked") == 0;
	if (booked >= ROTATION_CITIZENS_MAX || (is_new && day->citizens == DAY_ROWS_MAX)
	    || day->talks + (size_t)day->members > DAY_TALKS_MAX) {
		field_error(rq, "citizen", "too-many-citizens");
		return -1;
	}
	if (is_new)
		row = day->citizens++;
	day->citizen[row] = (struct day_citizen){ .course = course, .state = "booked", .interpreter = with };
	if (is_new)
		exec(rq->db, "INSERT INTO assessment_citizen (interpreter, changed_by, ordinal, day_id, course_id) VALUES (?, ?, ?, ?, ?)",
		    ARGS(INT(with ? 1 : 0), TEXT(rq->user->uid), INT(row), INT(day->id), INT(course)));
	else
		exec(rq->db, "UPDATE assessment_citizen SET state = 'booked', reason = NULL, interpreter = ?, changed_by = ? WHERE day_id = ? AND course_id = ?",
		    ARGS(INT(with ? 1 : 0), TEXT(rq->user->uid), INT(day->id), INT(course)));
	return row;
}

/* Only where everybody is free, also of other days, and before midnight.  Returns whether the day ends later by it. */
static bool
book_row(struct request *rq, struct day *day, int row)
{
	rotation_busy busy[ROTATION_MEMBERS_MAX], own = day_busy_citizen(day, row) | day_closed(rq, day);
	int slot[ROTATION_MEMBERS_MAX], slots = day->citizen[row].interpreter ? 2 : 1, i, end;

	own |= day_elsewhere(rq, day, NULL, day->citizen[row].course);
	for (i = 0; i < day->members; i++)
		busy[i] = day_busy_member(day, i) | day_elsewhere(rq, day, day->member[i].uid, 0);
	end = rotation_fit(day->members, busy, own, slots, day_never(day, slots), slot);
	if (end == 0) {
		field_error(rq, "citizen", "day-full");
		return false;
	}
	for (i = 0; i < day->members; i++)
		day_book(rq, day, row, i, slot[i]);
	day_add_contacts(rq, day, row);
	day_plan_conference(rq, day, row);
	return end > day->slots;
}

static void
day_citizen_post(struct request *rq)
{
	struct day *day = day_change(rq);
	long long course = field_int(rq, "citizen", 0);
	int row;

	if (day == NULL || course_lock(rq, course) == NULL)
		return;
	if (strcmp(day->held_on, request_today(rq)) < 0) {
		fail_request(rq, FAIL_INPUT, "day-past");
		return;
	}
	day_lock_date(rq, day->held_on);
	row = add_row(rq, day, course);
	if (row >= 0)
		see_other(rq, book_row(rq, day, row) ? "citizen-added-later" : "citizen-added", "/plan/days/%lld", day->id);
}

static void
day_cancel_post(struct request *rq)
{
	struct day *day = day_change_whole(rq);
	const char *reason = field_text(rq, "reason"), *me = rq->user->uid;
	size_t k;
	int i;

	if (day == NULL)
		return;
	for (k = 0; k < day->talks; k++)
		if (day_takes_place(&day->talk[k]) && strcmp(day->talk[k].state, "held") != 0)
			day_call_off(rq, &day->talk[k], "cancelled", "municipality", reason);
	for (i = 0; i < day->citizens; i++) {
		if (strcmp(day->citizen[i].state, "booked") != 0)
			continue;
		conference_call_off(rq, day->citizen[i].course, day->id, reason);
		day_tell(rq, day, i, "assessment-day-cancelled", reason);
	}
	day_end_contacts(rq, day, NULL, 0);
	exec(rq->db, "UPDATE assessment_day SET state = 'cancelled', state_reason = ?, changed_by = ?, revision = revision + 1 WHERE id = ?",
	    ARGS(TEXT(reason), TEXT(me), INT(day->id)));
	see_other(rq, "day-cancelled", "/plan/days/%lld", day->id);
}

static void
day_list_get(struct request *rq, xmlNode *content)
{
	struct day *day = day_load(rq, false);

	if (day == NULL)
		return;
	day->paper = true;
	day_add(rq, content, day);
}

const struct route plan_day = {
	.path = "/plan/days/:id", .page = "day", .subject = &subject_assessment_day, .menu = "days", .may = MAY_SEE_CASES,
	.get = day_get,
};

const struct route plan_day_list = {
	.path = "/plan/days/:id/list", .page = "day-list", .subject = &subject_assessment_day, .menu = "days", .may = MAY_SEE_CASES,
	.get = day_list_get,
};

const struct route plan_day_citizen_new = {
	.path = "/plan/days/:id/citizens", .page = "day", .subject = &subject_assessment_day, .menu = "days",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = day_get, .post = day_citizen_post, .form = &citizen_form,
};

const struct route plan_day_cancel = {
	.path = "/plan/days/:id/cancel", .page = "day", .subject = &subject_assessment_day, .menu = "days",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = day_get, .post = day_cancel_post, .form = &cancel_form,
};
