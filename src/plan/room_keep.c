/* room_keep.c - what was typed on the conference's screen is kept: how two people's texts meet. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "domain/course.h"
#include "plan/room_text.h"
#include "sql/exec.h"
#include "sql/rows.h"

bool
room_lock(struct request *rq, struct room *out)
{
	const char *is[2];

	*out = (struct room){ .course_state = course_lock(rq, rq->subject) };
	if (out->course_state == NULL)
		return false;
	if (!rows_one(rq->db, rq, is, 2, "SELECT state, revision FROM conference WHERE course_id = ? AND id = ? FOR UPDATE",
	    ARGS(INT(rq->subject), INT(ROOM_CONFERENCE(rq))))) {
		fail_request(rq, FAIL_MISSING, "no-such-conference");
		return false;
	}
	out->state = is[0];
	out->revision = atoll(is[1]);
	return true;
}

/* What came in for a text; false where nothing came, as of radio buttons that nobody pressed. */
static bool
came(const struct request *rq, const char *name, const char **out)
{
	*out = field_text(rq, name);
	return *out != NULL || field_emptied(rq, name);
}

/*
 * out: what each text shall be.  What the sender's page began with is the version of the revision that the form carries: so one can tell what the
 * sender changed from what somebody else did.  False: one text was changed by both.
 */
static bool
merge(struct request *rq, const char *const now[ROOM_TEXTS + 1], const char *out[ROOM_TEXTS])
{
	const char *began[ROOM_TEXTS] = { NULL }, *typed;
	bool clash = false;
	size_t i;

	if (form_revision(rq) == atoll(now[ROOM_TEXTS]))
		memcpy(began, now, sizeof began);
	else
		room_texts_at(rq, form_revision(rq), began);
	for (i = 0; i < ROOM_TEXTS; i++) {
		out[i] = now[i];
		if (!came(rq, room_texts[i], &typed) || room_same(typed, began[i]) || room_same(typed, now[i]))
			continue;
		clash = clash || !room_same(now[i], began[i]);
		out[i] = typed;
	}
	return !clash;
}

static bool
differ(const char *const *now, const char *const *will)
{
	size_t i;

	for (i = 0; i < ROOM_TEXTS && room_same(now[i], will[i]); i++)
		;
	return i < ROOM_TEXTS;
}

static void
keep_texts(struct request *rq, const char *const will[ROOM_TEXTS])
{
	exec(rq->db, "UPDATE conference SET held_on = COALESCE(?, held_on), citizen_present = ?, absence_reason = ?, citizens_words = ?, conclusion = ?,"
	    " examination = ?, examination_on = ?, realistic = ?, manageable = ?, changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND id = ?",
	    ARGS(TEXT(will[ROOM_HELD_ON]), TEXT(will[ROOM_PRESENT]), TEXT(will[ROOM_ABSENCE]), TEXT(will[ROOM_WORDS]), TEXT(will[ROOM_CONCLUSION]),
	    TEXT(will[ROOM_EXAMINATION]), TEXT(will[ROOM_EXAMINATION_ON]), TEXT(will[ROOM_REALISTIC]), TEXT(will[ROOM_MANAGEABLE]),
	    TEXT(rq->user->uid), INT(rq->subject), INT(ROOM_CONFERENCE(rq))));
}

/* What was noted on a page that is older than what stands there now is not noted again.  Returns how many changed. */
static long long
keep_present(struct request *rq, const struct room *room)
{
	const struct value uid = TEXT(rq->user->uid), course = INT(rq->subject), conference = INT(ROOM_CONFERENCE(rq)), at = INT(room->revision + 1);
	long long n, count = room_attendees(rq), changed = 0;

	for (n = 1; n <= count && n <= ROOM_ATTENDEES_MAX; n++)
		if (field_text(rq, room_present_field(rq, n)) != NULL)
			changed += exec(rq->db, "UPDATE conference_attendee SET present = ?, noted_at = ?, changed_by = ?"
			    " WHERE course_id = ? AND conference_id = ? AND ordinal = ? AND NOT present <=> ? AND noted_at <= ?",
			    ARGS(FIELD(rq, room_present_field(rq, n)), at, uid, course, conference, INT(n), FIELD(rq, room_present_field(rq, n)),
			    INT(form_revision(rq))));
	if (strcmp(rq->submit, "all-here") == 0)
		changed += exec(rq->db, "UPDATE conference_attendee SET present = 'yes', noted_at = ?, changed_by = ?"
		    " WHERE course_id = ? AND conference_id = ? AND present IS NULL", ARGS(at, uid, course, conference));
	return changed;
}

/* A name that was typed is a guest, whichever button was pressed then. */
static long long
keep_guest(struct request *rq, const struct room *room)
{
	const char *name = field_text(rq, "guest-name"), *role = field_text(rq, "guest-role");

	if (name == NULL)
		return 0;
	if (room_attendees(rq) >= ROOM_ATTENDEES_MAX) {
		field_error(rq, "guest-name", "too-many");
		return 0;
	}
	return exec(rq->db, "INSERT INTO conference_attendee (course_id, conference_id, ordinal, name, role, present, noted_at, changed_by)"
	    " VALUES (?, ?, ?, ?, ?, 'yes', ?, ?)",
	    ARGS(INT(rq->subject), INT(ROOM_CONFERENCE(rq)), INT(room_attendees(rq) + 1), TEXT(name), TEXT(role == NULL ? "companion" : role),
	    INT(room->revision + 1), TEXT(rq->user->uid)));
}

void
room_check_held(struct request *rq, const char *day)
{
	if (strcmp(day, request_today(rq)) > 0)
		field_error(rq, "held-on", "in-future");
	else if (rows_int(rq->db, 0, "SELECT 1 FROM course WHERE id = ? AND opened_on > ?", ARGS(INT(rq->subject), TEXT(day))) == 1)
		field_error(rq, "held-on", "before-course");
	else if (rows_int(rq->db, 0, "SELECT 1 FROM citizen WHERE id = ? AND death_date < ?", ARGS(INT(rq->citizen), TEXT(day))) == 1)
		fail_request(rq, FAIL_INPUT, "conference-dead");
}

void
room_check_ahead(struct request *rq, const char *field, const char *day, const char *from)
{
	enum { DAYS_AHEAD = 731 };
	struct date last;

	date_add_days(request_today(rq), DAYS_AHEAD, &last);
	if (strcmp(day, from) < 0)
		field_error(rq, field, "before-conference");
	else if (strcmp(day, last.iso) > 0)
		field_error(rq, field, "two-years-ahead");
}

/* What the other side of the table changed is checked when it is typed, not again. */
static void
check_dates(struct request *rq, const char *const now[ROOM_TEXTS])
{
	const char *held = field_text(rq, "held-on"), *by = field_text(rq, "examination-on");

	if (held != NULL && !room_same(held, now[ROOM_HELD_ON]))
		room_check_held(rq, held);
	if (by != NULL && !room_same(by, now[ROOM_EXAMINATION_ON]))
		room_check_ahead(rq, "examination-on", by, held == NULL ? now[ROOM_HELD_ON] : held);
}

bool
room_keep(struct request *rq, struct room *room)
{
	const char *now[ROOM_TEXTS + 1], *will[ROOM_TEXTS];
	bool over = strcmp(room->state, "held") != 0;

	if (!room_texts_now(rq, now))
		return false;
	check_dates(rq, now);
	if (request_failed(rq))
		return false;
	/* Over already: what changes nothing any more is no quarrel. */
	if (!merge(rq, now, will) || (over && (differ(now, will) || field_text(rq, "guest-name") != NULL)))
		fail_request(rq, FAIL_STALE, over ? "conference-over" : NULL);
	if (over || request_failed(rq))
		return !request_failed(rq);
	if (strcmp(rq->submit, "all-here") == 0 && will[ROOM_PRESENT] == NULL)
		will[ROOM_PRESENT] = "yes";
	if (keep_present(rq, room) + keep_guest(rq, room) > 0 || differ(now, will))
		keep_texts(rq, will);
	return !request_failed(rq);
}
