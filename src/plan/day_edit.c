/*
 * /plan/days/:id/change - a planned day itself: place, note and rooms; its times, while nothing has begun.
 *	<assessment-day ...> <form day-facts/> <form day-times/>? </assessment-day>
 * Talks keep their order and move with the day; so do the conferences that still stand where it had put them.  Whoever takes part is told.
 */
#include <string.h>
#include <talloc.h>

#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/day.h"
#include "plan/pages.h"
#include "rule/workday.h"
#include "sql/day.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static const struct field facts_fields[] = {
	{ .name = "place",  .type = FIELD_LINE, .required = REQUIRED },
	{ .name = "note",   .type = FIELD_TEXT, .max = 2000 },
	{ .name = "room-1", .type = FIELD_LINE, .max = 80 },
	{ .name = "room-2", .type = FIELD_LINE, .max = 80 },
	{ .name = "room-3", .type = FIELD_LINE, .max = 80 },
	{ .name = "room-4", .type = FIELD_LINE, .max = 80 },
	{ .name = "room-5", .type = FIELD_LINE, .max = 80 },
	{ .name = "room-6", .type = FIELD_LINE, .max = 80 },
	{ .name = "room-7", .type = FIELD_LINE, .max = 80 },
	{ .name = "room-8", .type = FIELD_LINE, .max = 80 },
	{ 0 }
};
static const struct form facts_form = { .name = "day-facts", .fields = facts_fields };

static const struct field times_fields[] = {
	{ .name = "held-on",       .type = FIELD_DATE, .required = REQUIRED },
	{ .name = "anyway",        .type = FIELD_CHECK },
	{ .name = "starts-at",     .type = FIELD_TIME, .required = REQUIRED },
	{ .name = "slot-minutes",  .type = FIELD_INTEGER, .required = REQUIRED, .min = 5, .max = 240 },
	{ .name = "pause-minutes", .type = FIELD_INTEGER, .max = 120 },
	{ .name = "break-after",   .type = FIELD_INTEGER, .required = IN_CASE, .min = 1, .max = ROTATION_SLOTS_MAX - 1 },
	{ .name = "break-minutes", .type = FIELD_INTEGER, .required = IN_CASE, .min = 1, .max = 240 },
	{ .name = "conference-on", .type = FIELD_DATE },
	{ .name = "conference-at", .type = FIELD_TIME },
	{ 0 }
};
static const char *const times_submits[] = { "move", NULL };
static const struct form times_form = { .name = "day-times", .fields = times_fields, .submits = times_submits };

/* Has the first talk's time come, or was any talk held, or was somebody waited for in vain? */
static bool
has_begun(struct request *rq, const struct day *day)
{
	char from[TIME_LENGTH];
	size_t k;

	for (k = 0; k < day->talks; k++)
		if (strcmp(day->talk[k].state, "held") == 0 || strcmp(day->talk[k].state, "no-show") == 0)
			return true;
	day_slot_utc(day, 0, false, from);
	return rows_int(rq->db, 0, "SELECT UTC_TIMESTAMP() >= ?", ARGS(TEXT(from))) != 0;
}

static const char *
room_field(struct request *rq, int member)
{
	return request_format(rq, "room-%d", member + 1);
}

static void
add_facts_form(struct request *rq, xmlNode *node, const struct day *day)
{
	xmlNode *form = form_add(rq, node, &facts_form, "/plan/days/%lld/change", day->id);
	int i;

	form_set(form, "place", day->place);
	form_set(form, "note", day->note == NULL ? "" : day->note);
	for (i = 0; i < ROTATION_MEMBERS_MAX; i++)
		if (i >= day->members)
			form_drop(form, "field", room_field(rq, i));
		else
			form_set(form, room_field(rq, i), day->member[i].room == NULL ? "" : day->member[i].room);
	form_set_revision(form, day->revision);
}

/* The working day after stands there as nothing, so that it goes with the date. */
static void
add_times_form(struct request *rq, xmlNode *node, const struct day *day)
{
	xmlNode *form = form_add(rq, node, &times_form, "/plan/days/%lld/times", day->id);
	struct date next;

	workday_after(day->held_on, &next);
	form_set(form, "held-on", day->held_on);
	form_set(form, "starts-at", day->starts_at);
	form_set_int(form, "slot-minutes", day->slot_minutes);
	form_set_int(form, "pause-minutes", day->pause_minutes);
	form_set(form, "break-after", day->break_after == 0 ? "" : request_format(rq, "%ld", day->break_after));
	form_set(form, "break-minutes", day->break_after == 0 ? "" : request_format(rq, "%ld", day->break_minutes));
	form_set(form, "conference-on", day->conference_on == NULL || strcmp(day->conference_on, next.iso) == 0 ? "" : day->conference_on);
	form_set(form, "conference-at", day->conference_at == NULL ? "" : day->conference_at);
	form_set_revision(form, day->revision);
	if (!field_check(rq, "anyway") && workday_is(day->held_on) && (day->conference_on == NULL || workday_is(day->conference_on))
	    && !day_asks_day_off(form))
		form_drop(form, "field", "anyway");
}

static void
day_edit_get(struct request *rq, xmlNode *content)
{
	struct day *day = day_load(rq, false);
	xmlNode *node;

	if (day != NULL && !day_planner(rq, day))
		fail_request(rq, FAIL_DENIED, NULL);
	if (day == NULL || !day_planner(rq, day))
		return;
	node = day_add(rq, content, day);
	if (node == NULL || (rq->form == NULL && strcmp(day->state, "planned") != 0))
		return;
	add_facts_form(rq, node, day);
	if (rq->form != NULL || !has_begun(rq, day))
		add_times_form(rq, node, day);
}

static bool
same(const char *one, const char *other)
{
	return strcmp(one == NULL ? "" : one, other == NULL ? "" : other) == 0;
}

/* Does it stand where the day had put it, or would it be before the day? */
static bool
conference_follows(struct request *rq, const struct day *was, const struct day *now, int citizen)
{
	char at[TIME_LENGTH];

	if (strcmp(was->citizen[citizen].state, "booked") != 0)
		return false;
	return rows_int(rq->db, 0, "SELECT COUNT(*) FROM conference WHERE course_id = ? AND day_id = ? AND state = 'planned'"
	    " AND (planned_at = ? OR " DANISH_DAY("planned_at") " <= ?)", ARGS(INT(was->citizen[citizen].course), INT(was->id),
	    TEXT(day_conference_utc(was, citizen, at) ? at : NULL), TEXT(now->held_on))) != 0;
}

static void
move_conferences(struct request *rq, const struct day *was, const struct day *now)
{
	int i;

	if (same(was->conference_on, now->conference_on) && same(was->conference_at, now->conference_at) && same(was->place, now->place))
		return;
	for (i = 0; i < was->citizens; i++)
		if (conference_follows(rq, was, now, i))
			day_plan_conference(rq, now, i);
}

static void
day_facts_post(struct request *rq)
{
	struct day *day = day_change_whole(rq), *now;
	const char *me = rq->user->uid;
	int i;

	if (day == NULL || revision_stale(rq, day->revision))
		return;
	now = talloc_memdup(rq, day, sizeof *day);
	now->place = field_text(rq, "place");
	now->note = field_text(rq, "note");
	exec(rq->db, "UPDATE assessment_day SET place = ?, note = ?, changed_by = ?, revision = revision + 1 WHERE id = ?",
	    ARGS(TEXT(now->place), TEXT(now->note), TEXT(me), INT(day->id)));
	for (i = 0; i < day->members; i++)
		exec(rq->db, "UPDATE assessment_member SET room = ?, changed_by = ? WHERE day_id = ? AND ordinal = ?",
		    ARGS(FIELD(rq, room_field(rq, i)), TEXT(me), INT(day->id), INT(i)));
	move_conferences(rq, day, now);
	if (!same(day->place, now->place) || !same(day->note, now->note))
		day_tell_all(rq, now, "assessment-day-changed", now->place);
	for (i = 0; i < day->members; i++)
		day_tell_room(rq, day, i, field_text(rq, room_field(rq, i)));
	see_other(rq, "day-changed", "/plan/days/%lld", day->id);
}

/* A citizen had said yes to another time: it is asked again. */
static void
move_talks(struct request *rq, const struct day *now)
{
	size_t k;

	for (k = 0; k < now->talks; k++) {
		const struct day_talk *talk = &now->talk[k];
		char from[TIME_LENGTH], to[TIME_LENGTH];

		day_slot_utc(now, talk->slot, false, from);
		day_slot_utc(now, talk->slot + talk->slots - 1, true, to);
		exec(rq->db, "UPDATE assessment_appointment SET state = IF(state = 'confirmed', 'booked', state), starts_at = ?, ends_at = ?, changed_by = ?,"
		    " revision = revision + 1 WHERE id = ? AND (starts_at <> ? OR ends_at <> ?)",
		    ARGS(TEXT(from), TEXT(to), TEXT(rq->user->uid), INT(talk->id), TEXT(from), TEXT(to)));
	}
}

static void
store_times(struct request *rq, const struct day *now)
{
	rows_int(rq->db, 0, "SELECT id FROM assessment_day WHERE held_on = ? LIMIT 1 FOR UPDATE", ARGS(TEXT(now->held_on)));
	exec(rq->db, "UPDATE assessment_day SET held_on = ?, starts_at = ?, slot_minutes = ?, pause_minutes = ?, break_after = ?, break_minutes = ?,"
	    " conference_on = ?, conference_at = ?, changed_by = ?, revision = revision + 1 WHERE id = ?",
	    ARGS(TEXT(now->held_on), TEXT(now->starts_at), INT(now->slot_minutes), INT(now->pause_minutes), FIELD(rq, "break-after"),
	    FIELD(rq, "break-minutes"), TEXT(now->conference_on), TEXT(now->conference_at), TEXT(rq->user->uid), INT(now->id)));
}

static void
tell_of_times(struct request *rq, const struct day *now)
{
	char on[32], end[6];

	date_show(now->held_on, on);
	day_slot_local(now, now->slots - 1, true, end);
	day_tell_all(rq, now, "assessment-day-moved", request_format(rq, "%s %.2s.%.2s–%.2s.%.2s, %s", on, now->starts_at, now->starts_at + 3, end,
	    end + 3, now->place));
}

static void
day_times_post(struct request *rq)
{
	struct day *day = day_change_whole(rq), *now;
	long long clash;

	if (day == NULL || revision_stale(rq, day->revision))
		return;
	if (has_begun(rq, day)) {
		fail_request(rq, FAIL_INPUT, "day-begun");
		return;
	}
	now = talloc_memdup(rq, day, sizeof *day);
	day_read_times(rq, now);
	day_check_dates(rq, now);
	if (!request_failed(rq) && now->slots > 0)
		day_check_length(rq, now);
	if (request_failed(rq))
		return;
	store_times(rq, now);
	move_talks(rq, now);
	move_conferences(rq, day, now);
	if (!request_failed(rq) && (day_clash(rq, day->id, &clash) != NULL || clash != 0))
		field_error(rq, "held-on", clash != 0 ? "citizen-on-another-day" : "member-on-another-day");
	tell_of_times(rq, now);
	see_other(rq, "day-moved", "/plan/days/%lld", day->id);
}

#define EDIT_PAGE .page = "day-change", .subject = &subject_assessment_day, .menu = "days", .may = MAY_SEE_CASES | MAY_RUN_COURSE, .get = day_edit_get

const struct route plan_day_change = { .path = "/plan/days/:id/change", EDIT_PAGE, .post = day_facts_post, .form = &facts_form };
const struct route plan_day_times = { .path = "/plan/days/:id/times", EDIT_PAGE, .post = day_times_post, .form = &times_form };
