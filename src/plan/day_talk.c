/*
 * /plan/days/:id/talks/:talk - one talk: what became of it, another time, another one's place.
 *	<assessment-day ...> <form talk/>? <form talk-cancel/>? <form talk-move/>? <form talk-swap/>? </assessment-day>, current-talk: its number
 * The team says of its own talks whether they were held; who plans the day does the rest.
 */
#include <stdlib.h>
#include <string.h>

#include "domain/course.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/day.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static void slot_choices(struct request *rq, xmlNode *field);
static void swap_choices(struct request *rq, xmlNode *field);

static const char *const who[] = { "citizen", "professional", "municipality", NULL };
static const struct field no_fields[] = { { 0 } };
static const char *const state_submits[] = { "held", "confirm", "no-show", NULL };
static const struct form state_form = { .name = "talk", .fields = no_fields, .submits = state_submits };

static const struct field cancel_fields[] = {
	{ .name = "by",     .type = FIELD_CHOICE, .required = REQUIRED, .choices = who },
	{ .name = "reason", .type = FIELD_LINE, .required = REQUIRED, .max = 400 },
	{ 0 }
};
static const char *const cancel_submits[] = { "cancel", NULL };
static const struct form cancel_form = { .name = "talk-cancel", .fields = cancel_fields, .submits = cancel_submits };

static const struct field move_fields[] = {
	{ .name = "slot", .type = FIELD_CHOICE, .required = REQUIRED, .source = slot_choices },
	{ 0 }
};
static const char *const move_submits[] = { "move", NULL };
static const struct form move_form = { .name = "talk-move", .fields = move_fields, .submits = move_submits };

static const struct field swap_fields[] = {
	{ .name = "with", .type = FIELD_CHOICE, .required = REQUIRED, .source = swap_choices },
	{ 0 }
};
static const char *const swap_submits[] = { "swap", NULL };
static const struct form swap_form = { .name = "talk-swap", .fields = swap_fields, .submits = swap_submits };

static bool
is_state(const struct day_talk *talk, const char *state)
{
	return strcmp(talk->state, state) == 0;
}

/* What the citizen is taken in besides this talk, and what the member is. */
static rotation_busy
busy_besides(const struct day *day, const struct day_talk *talk)
{
	rotation_busy busy = day_busy_citizen(day, talk->citizen) | day_busy_member(day, talk->member);

	return day_takes_place(talk) ? busy & ~rotation_bits(talk->slot, talk->slots) : busy;
}

/* Free for both, up to two slots after the end of the day; what has begun, or ends after midnight, is free for nobody. */
static void
slot_choices(struct request *rq, xmlNode *field)
{
	const struct day *day = day_load(rq, false);
	const struct day_talk *talk = day == NULL ? NULL : day_talk_by_id(day, rq->ids[1]);
	rotation_busy closed = talk == NULL ? 0 : day_closed(rq, day);
	int slot = -1;

	if (talk == NULL || talk->member < 0)
		return;
	while ((slot = rotation_free(busy_besides(day, talk), closed, talk->slots, slot + 1)) >= 0 && slot <= day->slots) {
		char from[6], to[6];

		if ((slot == talk->slot && day_takes_place(talk)) || (day_never(day, talk->slots) >> slot & 1) == 1)
			continue;
		day_slot_local(day, slot, false, from);
		day_slot_local(day, slot + talk->slots - 1, true, to);
		node_set_int(node_add_text(field, "choice", request_format(rq, "%s–%s", from, to)), "value", slot);
	}
}

/* Two talks of one member change places: is each of the citizens free at the other's time? */
static bool
can_swap(const struct day *day, const struct day_talk *one, const struct day_talk *other)
{
	rotation_busy mine, theirs;

	if (one->citizen == other->citizen || one->member != other->member || one->member < 0 || one->slots != other->slots
	    || day->citizen[other->citizen].hidden || !day_takes_place(one) || !day_takes_place(other) || is_state(one, "held") || is_state(other, "held"))
		return false;
	mine = day_busy_citizen(day, one->citizen) & ~rotation_bits(one->slot, one->slots);
	theirs = day_busy_citizen(day, other->citizen) & ~rotation_bits(other->slot, other->slots);
	return (mine & rotation_bits(other->slot, other->slots)) == 0 && (theirs & rotation_bits(one->slot, one->slots)) == 0;
}

static void
swap_choices(struct request *rq, xmlNode *field)
{
	const struct day *day = day_load(rq, false);
	const struct day_talk *talk = day == NULL ? NULL : day_talk_by_id(day, rq->ids[1]);
	size_t k;

	for (k = 0; talk != NULL && k < day->talks; k++) {
		const struct day_talk *other = &day->talk[k];
		char from[6];

		if (!can_swap(day, talk, other))
			continue;
		day_slot_local(day, other->slot, false, from);
		node_set_format(node_add_text(field, "choice", request_format(rq, "%s %s", from, day->citizen[other->citizen].name)), "value", "%lld", other->id);
	}
}

/* A form that has nothing to choose is none. */
static void
add_choosing(struct request *rq, xmlNode *node, const struct form *form, const char *field, const char *end)
{
	xmlNode *added = form_add(rq, node, form, "/plan/days/%lld/talks/%lld/%s", rq->subject, rq->ids[1], end);

	if (added == NULL || node_child(form_part(added, "field", field), "choice") != NULL || node_child(form_part(added, "field", field), "error") != NULL)
		return;
	xmlUnlinkNode(added);
	xmlFreeNode(added);
}

static bool
is_own(const struct request *rq, const struct day *day, const struct day_talk *talk)
{
	return talk->member >= 0 && strcmp(day->member[talk->member].uid, rq->user->uid) == 0;
}

/* Whether the citizen came is known on the day. */
static void
add_state_form(struct request *rq, xmlNode *node, const struct day *day, const struct day_talk *talk)
{
	bool to_come = strcmp(day->held_on, request_today(rq)) > 0, booked = is_state(talk, "booked");
	xmlNode *form = booked || !to_come ? form_add(rq, node, &state_form, "/plan/days/%lld/talks/%lld", rq->subject, rq->ids[1]) : NULL;

	if (to_come || is_state(talk, "held"))
		form_drop(form, "submit", "held");
	if (to_come)
		form_drop(form, "submit", "no-show");
	if (!booked)
		form_drop(form, "submit", "confirm");
}

static void
day_talk_get(struct request *rq, xmlNode *content)
{
	struct day *day = day_load(rq, false);
	const struct day_talk *talk = day == NULL ? NULL : day_talk_by_id(day, rq->ids[1]);
	xmlNode *node;

	if (day != NULL && (talk == NULL || day->citizen[talk->citizen].hidden))
		fail_request(rq, FAIL_MISSING, "no-such-day");
	if (talk == NULL || day->citizen[talk->citizen].hidden)
		return;
	node = day_add(rq, content, day);
	node_set_int(node, "current-talk", talk->id);
	if (rq->form == NULL && strcmp(day->state, "planned") != 0)
		return;
	if (day_takes_place(talk) && (day_citizen_planner(rq, day, talk->citizen) || is_own(rq, day, talk)))
		add_state_form(rq, node, day, talk);
	if (!is_state(talk, "held") && (rq->form != NULL || day_takes_place(talk) || strcmp(day->held_on, request_today(rq)) >= 0))
		add_choosing(rq, node, &move_form, "slot", "move");
	add_choosing(rq, node, &swap_form, "with", "swap");
	if (day_takes_place(talk) && !is_state(talk, "held"))
		form_add(rq, node, &cancel_form, "/plan/days/%lld/talks/%lld/cancel", rq->subject, rq->ids[1]);
}

/* The talk to be changed; NULL when the request failed. */
static const struct day_talk *
change_talk(struct request *rq, struct day **day)
{
	const struct day_talk *talk;

	*day = day_change(rq);
	if (*day == NULL)
		return NULL;
	talk = day_talk_by_id(*day, rq->ids[1]);
	if (talk != NULL && !(*day)->citizen[talk->citizen].hidden)
		return talk;
	fail_request(rq, FAIL_MISSING, "no-such-day");
	return NULL;
}

static void
done(struct request *rq, const struct day *day, const struct day_talk *talk, const char *tell, const char *reason, const char *notice)
{
	if (tell != NULL)
		day_tell(rq, day, talk->citizen, tell, reason);
	see_other(rq, notice, "/plan/days/%lld", day->id);
}

static void
talk_state_post(struct request *rq)
{
	struct day *day;
	const struct day_talk *talk = change_talk(rq, &day);

	if (talk == NULL)
		return;
	if (!day_citizen_planner(rq, day, talk->citizen) && !is_own(rq, day, talk)) {
		fail_request(rq, FAIL_DENIED, NULL);
		return;
	}
	if (!day_takes_place(talk)) {
		fail_request(rq, FAIL_INPUT, "talk-off");
		return;
	}
	if (strcmp(rq->submit, "confirm") != 0 && day_refuse_to_come(rq, day))
		return;
	if (strcmp(rq->submit, "no-show") == 0)
		day_call_off(rq, talk, "no-show", NULL, NULL);
	else
		day_set_state(rq, talk, strcmp(rq->submit, "held") == 0 ? "held" : "confirmed");
	done(rq, day, talk, strcmp(rq->submit, "no-show") == 0 ? "citizen-no-show" : NULL, NULL, "saved");
}

static void
talk_cancel_post(struct request *rq)
{
	struct day *day;
	const struct day_talk *talk = change_talk(rq, &day);

	if (talk == NULL)
		return;
	if (!day_takes_place(talk) || is_state(talk, "held")) {
		fail_request(rq, FAIL_INPUT, "talk-off");
		return;
	}
	day_call_off(rq, talk, "cancelled", field_text(rq, "by"), field_text(rq, "reason"));
	done(rq, day, talk, "appointment-cancelled", field_text(rq, "reason"), "talk-cancelled");
}

/* A talk that was off can be again as long as a new one could: the day is not over, the course is open. */
static bool
can_come_back(struct request *rq, const struct day *day, const struct day_talk *talk)
{
	if (strcmp(day->held_on, request_today(rq)) >= 0)
		return course_lock(rq, day->citizen[talk->citizen].course) != NULL;
	fail_request(rq, FAIL_INPUT, "day-past");
	return false;
}

/* ... and with it the citizen who was off the day as a whole, for whom there is a conference again. */
static void
bring_back(struct request *rq, const struct day *day, const struct day_talk *talk)
{
	const struct day_citizen *c = &day->citizen[talk->citizen];

	day_set_state(rq, talk, "booked");
	day_add_contact(rq, day, talk->citizen, talk->member);
	if (strcmp(c->state, "booked") == 0)
		return;
	exec(rq->db, "UPDATE assessment_citizen SET state = 'booked', reason = NULL, changed_by = ? WHERE day_id = ? AND course_id = ?",
	    ARGS(TEXT(rq->user->uid), INT(day->id), INT(c->course)));
	day_plan_conference(rq, day, talk->citizen);
}

/* Another time; also for one that was off. */
static void
talk_move_post(struct request *rq)
{
	struct day *day;
	const struct day_talk *talk = change_talk(rq, &day);
	long long clash;
	int slot = (int)field_int(rq, "slot", 0);

	if (talk == NULL)
		return;
	if (talk->member < 0 || is_state(talk, "held") || (busy_besides(day, talk) & rotation_bits(slot, talk->slots)) != 0) {
		field_error(rq, "slot", "slot-taken");
		return;
	}
	if (!day_takes_place(talk)) {
		if (!can_come_back(rq, day, talk))
			return;
		bring_back(rq, day, talk);
	}
	day_move(rq, day, talk, slot);
	if (!request_failed(rq) && (day_clash(rq, day->id, &clash) != NULL || clash != 0))
		field_error(rq, "slot", "on-another-day");
	done(rq, day, talk, "appointment-moved", NULL, "talk-moved");
}

static void
talk_swap_post(struct request *rq)
{
	struct day *day;
	const struct day_talk *talk = change_talk(rq, &day), *other = talk == NULL ? NULL : day_talk_by_id(day, field_int(rq, "with", 0));

	if (talk == NULL)
		return;
	if (other == NULL || !can_swap(day, talk, other)) {
		field_error(rq, "with", "cannot-swap");
		return;
	}
	day_swap(rq, day, talk, other);
	day_tell(rq, day, other->citizen, "appointment-moved", NULL);
	done(rq, day, talk, "appointment-moved", NULL, "talks-swapped");
}

#define TALK_PAGE .page = "day-talk", .subject = &subject_assessment_day, .menu = "days", .may = MAY_SEE_CASES, .get = day_talk_get

const struct route plan_day_talk = {
	.path = "/plan/days/:id/talks/:talk", TALK_PAGE, .post = talk_state_post, .form = &state_form,
};
const struct route plan_day_talk_cancel = {
	.path = "/plan/days/:id/talks/:talk/cancel", TALK_PAGE, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.post = talk_cancel_post, .form = &cancel_form,
};
const struct route plan_day_talk_move = {
	.path = "/plan/days/:id/talks/:talk/move", TALK_PAGE, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.post = talk_move_post, .form = &move_form,
};
const struct route plan_day_talk_swap = {
	.path = "/plan/days/:id/talks/:talk/swap", TALK_PAGE, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.post = talk_swap_post, .form = &swap_form,
};
