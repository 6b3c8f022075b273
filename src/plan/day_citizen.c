/*
 * /plan/days/:id/citizens/:course - what became of one citizen's day: off, did not come, changes places with another one.
 *	<assessment-day ...> <form day-citizen-off/>? <form day-citizen-swap/>? </assessment-day>, current: the citizen's course
 * Nobody else's time changes; a citizen who did not come keeps the course.
 */
#include <stdlib.h>
#include <string.h>

#include "domain/conference.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/day.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static void other_choices(struct request *rq, xmlNode *field);

static const char *const who[] = { "citizen", "professional", "municipality", NULL };
static const struct field off_fields[] = {
	{ .name = "by",     .type = FIELD_CHOICE, .required = IN_CASE, .choices = who },
	{ .name = "reason", .type = FIELD_LINE, .required = IN_CASE, .max = 400 },
	{ 0 }
};
static const char *const off_submits[] = { "cancel", "no-show", NULL };
static const struct form off_form = { .name = "day-citizen-off", .fields = off_fields, .submits = off_submits };

static const struct field swap_fields[] = {
	{ .name = "with", .type = FIELD_CHOICE, .required = REQUIRED, .source = other_choices },
	{ 0 }
};
static const char *const swap_submits[] = { "swap", NULL };
static const struct form swap_form = { .name = "day-citizen-swap", .fields = swap_fields, .submits = swap_submits };

/* Can the two change places as a whole: talks of the same length with the same people, none of them over? */
static bool
can_swap(const struct day *day, int one, int other)
{
	size_t k;
	int i;

	if (one == other || day->citizen[other].hidden || strcmp(day->citizen[other].state, "booked") != 0 || day->citizen[one].interpreter != day->citizen[other].interpreter)
		return false;
	for (i = 0; i < day->members; i++)
		if ((day_talk_of(day, one, i) == NULL) != (day_talk_of(day, other, i) == NULL))
			return false;
	for (k = 0; k < day->talks; k++)
		if ((day->talk[k].citizen == one || day->talk[k].citizen == other) && (strcmp(day->talk[k].state, "held") == 0 || day->talk[k].member < 0))
			return false;
	return true;
}

static void
other_choices(struct request *rq, xmlNode *field)
{
	const struct day *day = day_load(rq, false);
	int i, row = day == NULL ? -1 : day_citizen_of_course(day, rq->ids[1]);

	for (i = 0; row >= 0 && i < day->citizens; i++)
		if (can_swap(day, row, i))
			node_set_format(node_add_text(field, "choice", day->citizen[i].name), "value", "%lld", day->citizen[i].course);
}

static void
day_citizen_get(struct request *rq, xmlNode *content)
{
	struct day *day = day_load(rq, false);
	int row = day == NULL ? -1 : day_citizen_of_course(day, rq->ids[1]);
	xmlNode *node, *off, *swap;

	if (day != NULL && (row < 0 || day->citizen[row].hidden))
		fail_request(rq, FAIL_MISSING, "no-such-day");
	if (row < 0 || request_failed(rq))
		return;
	node = day_add(rq, content, day);
	node_set_int(node, "current", rq->ids[1]);
	if (rq->form == NULL && (strcmp(day->state, "planned") != 0 || strcmp(day->citizen[row].state, "booked") != 0))
		return;
	off = form_add(rq, node, &off_form, "/plan/days/%lld/citizens/%lld", rq->subject, rq->ids[1]);
	if (strcmp(day->held_on, request_today(rq)) > 0)
		form_drop(off, "submit", "no-show");
	swap = form_add(rq, node, &swap_form, "/plan/days/%lld/citizens/%lld/swap", rq->subject, rq->ids[1]);
	if (swap != NULL && rq->form == NULL && node_child(form_part(swap, "field", "with"), "choice") == NULL) {
		xmlUnlinkNode(swap);
		xmlFreeNode(swap);
	}
}

static struct day *
change_row(struct request *rq, int *row)
{
	struct day *day = day_change(rq);

	if (day == NULL)
		return NULL;
	*row = day_citizen_of_course(day, rq->ids[1]);
	if (*row >= 0 && day->citizen[*row].hidden) {
		fail_request(rq, FAIL_MISSING, "no-such-day");
		return NULL;
	}
	if (*row >= 0 && strcmp(day->citizen[*row].state, "booked") == 0)
		return day;
	fail_request(rq, FAIL_INPUT, "citizen-off");
	return NULL;
}

static void
day_citizen_off_post(struct request *rq)
{
	bool no_show = strcmp(rq->submit, "no-show") == 0;
	const char *state = no_show ? "no-show" : "cancelled", *by = no_show ? NULL : field_text(rq, "by"), *reason = field_text(rq, "reason");
	struct day *day;
	bool met = false;
	size_t k;
	int row;

	if (!no_show && by == NULL)
		field_error(rq, "by", "required");
	if (!no_show && reason == NULL)
		field_error(rq, "reason", "required");
	day = request_failed(rq) ? NULL : change_row(rq, &row);
	if (day == NULL || (no_show && day_refuse_to_come(rq, day)))
		return;
	for (k = 0; k < day->talks; k++) {
		if (day->talk[k].citizen != row || !day_takes_place(&day->talk[k]))
			continue;
		if (strcmp(day->talk[k].state, "held") == 0)
			met = true;
		else
			day_call_off(rq, &day->talk[k], state, by, reason);
	}
	exec(rq->db, "UPDATE assessment_citizen SET state = ?, reason = ?, changed_by = ? WHERE day_id = ? AND course_id = ?",
	    ARGS(TEXT(state), TEXT(reason), TEXT(rq->user->uid), INT(day->id), INT(rq->ids[1])));
	if (!met)
		conference_call_off(rq, rq->ids[1], day->id, reason);
	day_end_contacts(rq, day, NULL, rq->ids[1]);
	day_tell(rq, day, row, no_show ? "citizen-no-show" : "citizen-cancelled", reason);
	see_other(rq, no_show ? "citizen-no-show" : "citizen-cancelled", "/plan/days/%lld", day->id);
}

static void
day_citizen_swap_post(struct request *rq)
{
	int row, other, i;
	struct day *day = change_row(rq, &row);

	if (day == NULL)
		return;
	other = day_citizen_of_course(day, field_int(rq, "with", 0));
	if (other < 0 || !can_swap(day, row, other)) {
		field_error(rq, "with", "cannot-swap");
		return;
	}
	day_swap_citizens(rq, day, row, other);
	for (i = 0; i < 2; i++)
		day_tell(rq, day, i == 0 ? row : other, "appointment-moved", NULL);
	see_other(rq, "citizens-swapped", "/plan/days/%lld", day->id);
}

const struct route plan_day_citizen = {
	.path = "/plan/days/:id/citizens/:course", .page = "day-citizen", .subject = &subject_assessment_day, .menu = "days",
	.may = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = day_citizen_get, .post = day_citizen_off_post, .form = &off_form,
};

const struct route plan_day_citizen_swap = {
	.path = "/plan/days/:id/citizens/:course/swap", .page = "day-citizen", .subject = &subject_assessment_day, .menu = "days",
	.may = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = day_citizen_get, .post = day_citizen_swap_post, .form = &swap_form,
};
