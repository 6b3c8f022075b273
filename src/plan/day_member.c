/*
 * /plan/days/:id/members/:member - somebody of the team: ill in the morning, replaced by a colleague, in another room.
 *	<assessment-day ...> <form member-replace/>? <form member-cancel/>? <form member-room/>? </assessment-day>, current-member: the ordinal; in the path it counts from 1
 * The day keeps its times: a colleague takes over what is not held yet; else those talks are off, and each can have another time.
 */
#include <string.h>

#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/day.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static void colleague_choices(struct request *rq, xmlNode *field);

static const struct field replace_fields[] = {
	{ .name = "colleague", .type = FIELD_CHOICE, .required = REQUIRED, .source = colleague_choices },
	{ 0 }
};
static const char *const replace_submits[] = { "replace", NULL };
static const struct form replace_form = { .name = "member-replace", .fields = replace_fields, .submits = replace_submits };

static const struct field cancel_fields[] = {
	{ .name = "reason", .type = FIELD_LINE, .required = REQUIRED, .max = 400 },
	{ 0 }
};
static const char *const cancel_submits[] = { "cancel-talks", NULL };
static const struct form cancel_form = { .name = "member-cancel", .fields = cancel_fields, .submits = cancel_submits };

static const struct field room_fields[] = {
	{ .name = "room", .type = FIELD_LINE, .max = 80 },
	{ 0 }
};
static const struct form room_form = { .name = "member-room", .fields = room_fields };

/* The member of the path; -1, and the request fails, where there is none. */
static int
member_of(struct request *rq, const struct day *day)
{
	if (day == NULL)
		return -1;
	if (!day->whole) {
		fail_request(rq, FAIL_DENIED, NULL);
		return -1;
	}
	if (rq->ids[1] >= 1 && rq->ids[1] <= day->members)
		return (int)rq->ids[1] - 1;
	fail_request(rq, FAIL_MISSING, "no-such-day");
	return -1;
}

/* Of the same profession, and not in the team yet. */
static void
colleague_choices(struct request *rq, xmlNode *field)
{
	const struct day *day = day_load(rq, false);
	int i = member_of(rq, day);
	xmlNode *choice, *next;

	if (i < 0)
		return;
	day_staff_choices(rq, field, strcmp(day->member[i].profession, "other") == 0 ? NULL : day->member[i].profession);
	for (choice = node_child(field, "choice"); choice != NULL; choice = next) {
		next = node_next(choice, "choice");
		if (!day_has_member(day, node_get(choice, "value")))
			continue;
		xmlUnlinkNode(choice);
		xmlFreeNode(choice);
	}
}

static void
day_member_get(struct request *rq, xmlNode *content)
{
	struct day *day = day_load(rq, false);
	int i = member_of(rq, day);
	xmlNode *node, *replace, *room;

	if (i < 0)
		return;
	node = day_add(rq, content, day);
	node_set_int(node, "current-member", i);
	if (rq->form == NULL && strcmp(day->state, "planned") != 0)
		return;
	replace = form_add(rq, node, &replace_form, "/plan/days/%lld/members/%d/replace", rq->subject, i + 1);
	if (replace != NULL && rq->form == NULL && node_child(form_part(replace, "field", "colleague"), "choice") == NULL) {
		xmlUnlinkNode(replace);
		xmlFreeNode(replace);
	}
	form_add(rq, node, &cancel_form, "/plan/days/%lld/members/%d/cancel", rq->subject, i + 1);
	room = form_add(rq, node, &room_form, "/plan/days/%lld/members/%d/room", rq->subject, i + 1);
	form_set(room, "room", day->member[i].room == NULL ? "" : day->member[i].room);
	form_set_revision(room, day->revision);
}

static bool
still_to_be(const struct day_talk *talk, int member)
{
	return talk->member == member && day_takes_place(talk) && strcmp(talk->state, "held") != 0;
}

static void
hand_over_all(struct request *rq, const struct day *day, int i, const char *uid, const char *profession)
{
	size_t k;

	for (k = 0; k < day->talks; k++)
		if (still_to_be(&day->talk[k], i))
			day_hand_over(rq, day, &day->talk[k], uid, profession);
}

static void
member_replace_post(struct request *rq)
{
	struct day *day = day_change(rq);
	const char *uid = field_text(rq, "colleague"), *was;
	int i = member_of(rq, day), row;
	long long clash;

	if (i < 0)
		return;
	was = day->member[i].uid;
	exec(rq->db, "UPDATE assessment_member SET uid = ?, changed_by = ? WHERE day_id = ? AND ordinal = ?",
	    ARGS(TEXT(uid), TEXT(rq->user->uid), INT(day->id), INT(i)));
	hand_over_all(rq, day, i, uid, day->member[i].profession);
	day->member[i].uid = uid;
	for (row = 0; row < day->citizens; row++) {
		if (strcmp(day->citizen[row].state, "booked") != 0)
			continue;
		day_add_contacts(rq, day, row);
		day_tell(rq, day, row, "colleague-replaced", NULL);
	}
	day_end_contacts(rq, day, was, 0);
	if (!request_failed(rq) && day_clash(rq, day->id, &clash) != NULL)
		field_error(rq, "colleague", "on-another-day");
	see_other(rq, "member-replaced", "/plan/days/%lld", day->id);
}

static void
member_cancel_post(struct request *rq)
{
	struct day *day = day_change(rq);
	const char *reason = field_text(rq, "reason");
	int i = member_of(rq, day);
	size_t k;

	if (i < 0)
		return;
	for (k = 0; k < day->talks; k++) {
		if (!still_to_be(&day->talk[k], i))
			continue;
		day_call_off(rq, &day->talk[k], "cancelled", "professional", reason);
		day_tell(rq, day, day->talk[k].citizen, "appointment-cancelled", reason);
	}
	day_end_contacts(rq, day, day->member[i].uid, 0);
	see_other(rq, "talks-cancelled", "/plan/days/%lld", day->id);
}

static void
member_room_post(struct request *rq)
{
	struct day *day = day_change(rq);
	int i = member_of(rq, day);

	if (i < 0 || revision_stale(rq, day->revision))
		return;
	exec(rq->db, "UPDATE assessment_day SET changed_by = ?, revision = revision + 1 WHERE id = ?", ARGS(TEXT(rq->user->uid), INT(day->id)));
	exec(rq->db, "UPDATE assessment_member SET room = ?, changed_by = ? WHERE day_id = ? AND ordinal = ?",
	    ARGS(FIELD(rq, "room"), TEXT(rq->user->uid), INT(day->id), INT(i)));
	day_tell_room(rq, day, i, field_text(rq, "room"));
	see_other(rq, "saved", "/plan/days/%lld", day->id);
}

#define MEMBER_PAGE .page = "day-member", .subject = &subject_assessment_day, .menu = "days", .may = MAY_SEE_CASES | MAY_RUN_COURSE, .get = day_member_get

const struct route plan_day_member = { .path = "/plan/days/:id/members/:member", MEMBER_PAGE };
const struct route plan_day_member_replace = {
	.path = "/plan/days/:id/members/:member/replace", MEMBER_PAGE, .post = member_replace_post, .form = &replace_form,
};
const struct route plan_day_member_cancel = {
	.path = "/plan/days/:id/members/:member/cancel", MEMBER_PAGE, .post = member_cancel_post, .form = &cancel_form,
};
const struct route plan_day_member_room = {
	.path = "/plan/days/:id/members/:member/room", MEMBER_PAGE, .post = member_room_post, .form = &room_form,
};
