/* What is changed on a day: talks, who may see the course, the conference after it. */
#include "plan/day.h"

#include <string.h>

#include "domain/conference.h"
#include "domain/message.h"
#include "sql/exec.h"
#include "sql/rows.h"

void
day_lock_date(struct request *rq, const char *held_on)
{
	rows_int(rq->db, 0, "SELECT id FROM assessment_day WHERE held_on = ? LIMIT 1 FOR UPDATE", ARGS(TEXT(held_on)));
}

bool
day_take(struct request *rq, long long day, long long talk, int slot, int slots, const char *uid, long long course)
{
	int i;

	for (i = slot; i < slot + slots; i++) {
		if (exec_unique(rq->db, "INSERT INTO assessment_taken (day_id, slot, uid, course_id, appointment_id) VALUES (?, ?, ?, ?, ?)",
		    ARGS(INT(day), INT(i), TEXT(uid), INT(course), INT(talk))) >= 0)
			continue;
		fail_request(rq, FAIL_INPUT, "slot-taken");
		return false;
	}
	return true;
}

void
day_book(struct request *rq, struct day *day, int citizen, int member, int slot)
{
	const struct day_member *m = &day->member[member];
	const struct day_citizen *c = &day->citizen[citizen];
	struct day_talk *talk = &day->talk[day->talks];
	char from[TIME_LENGTH], to[TIME_LENGTH];

	if (day->talks == DAY_TALKS_MAX) {
		fail_request(rq, FAIL_INPUT, "too-many-citizens");
		return;
	}
	*talk = (struct day_talk){ .citizen = citizen, .member = member, .slot = slot, .slots = c->interpreter ? 2 : 1, .state = "booked" };
	day_slot_utc(day, slot, false, from);
	day_slot_utc(day, slot + talk->slots - 1, true, to);
	talk->id = exec_insert(rq->db, "INSERT INTO assessment_appointment (day_id, course_id, uid, profession, slot, slots, starts_at, ends_at, changed_by)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", ARGS(INT(day->id), INT(c->course), TEXT(m->uid), TEXT(m->profession), INT(slot),
	    INT(talk->slots), TEXT(from), TEXT(to), TEXT(rq->user->uid)));
	if (day_take(rq, day->id, talk->id, slot, talk->slots, m->uid, c->course))
		day->talks++;
}

static void
give_back(struct request *rq, const struct day_talk *talk)
{
	exec(rq->db, "DELETE FROM assessment_taken WHERE appointment_id = ?", ARGS(INT(talk->id)));
}

/* The talk's new place, whose slots were given back before. */
static void
put(struct request *rq, const struct day *day, const struct day_talk *talk, int slot)
{
	char from[TIME_LENGTH], to[TIME_LENGTH];

	day_slot_utc(day, slot, false, from);
	day_slot_utc(day, slot + talk->slots - 1, true, to);
	exec(rq->db, "UPDATE assessment_appointment SET slot = ?, starts_at = ?, ends_at = ?, changed_by = ?, revision = revision + 1 WHERE id = ?",
	    ARGS(INT(slot), TEXT(from), TEXT(to), TEXT(rq->user->uid), INT(talk->id)));
	day_take(rq, day->id, talk->id, slot, talk->slots, day->member[talk->member].uid, day->citizen[talk->citizen].course);
}

void
day_move(struct request *rq, const struct day *day, const struct day_talk *talk, int slot)
{
	give_back(rq, talk);
	put(rq, day, talk, slot);
}

void
day_swap(struct request *rq, const struct day *day, const struct day_talk *one, const struct day_talk *other)
{
	give_back(rq, one);
	give_back(rq, other);
	put(rq, day, one, other->slot);
	put(rq, day, other, one->slot);
}

/* All of both are given back first: one's new slot may be the other's old one with somebody else. */
void
day_swap_citizens(struct request *rq, const struct day *day, int one, int other)
{
	int i;

	for (i = 0; i < day->members; i++) {
		const struct day_talk *a = day_talk_of(day, one, i), *b = day_talk_of(day, other, i);

		if (a != NULL && b != NULL) {
			give_back(rq, a);
			give_back(rq, b);
		}
	}
	for (i = 0; i < day->members; i++) {
		const struct day_talk *a = day_talk_of(day, one, i), *b = day_talk_of(day, other, i);

		if (a != NULL && b != NULL) {
			put(rq, day, a, b->slot);
			put(rq, day, b, a->slot);
		}
	}
}

void
day_hand_over(struct request *rq, const struct day *day, const struct day_talk *talk, const char *uid, const char *profession)
{
	give_back(rq, talk);
	exec(rq->db, "UPDATE assessment_appointment SET uid = ?, profession = ?, changed_by = ?, revision = revision + 1 WHERE id = ?",
	    ARGS(TEXT(uid), TEXT(profession), TEXT(rq->user->uid), INT(talk->id)));
	day_take(rq, day->id, talk->id, talk->slot, talk->slots, uid, day->citizen[talk->citizen].course);
}

void
day_call_off(struct request *rq, const struct day_talk *talk, const char *state, const char *by, const char *reason)
{
	give_back(rq, talk);
	exec(rq->db, "UPDATE assessment_appointment SET state = ?, cancelled_by = ?, reason = ?, changed_by = ?, revision = revision + 1 WHERE id = ?",
	    ARGS(TEXT(state), TEXT(by), TEXT(reason), TEXT(rq->user->uid), INT(talk->id)));
}

#define STILL_TO_COME(of) \
	of ".day_id IN (SELECT d.id FROM assessment_day d WHERE d.state = 'planned' AND d.held_on >= ?)"

void
day_leave(struct request *rq, long long course, const char *reason)
{
	const struct value today = TEXT(request_today(rq)), uid = TEXT(rq->user->uid);

	exec(rq->db, "DELETE FROM assessment_taken WHERE course_id = ? AND appointment_id IN (SELECT t.id FROM assessment_appointment t"
	    " WHERE t.course_id = ? AND t.state IN ('booked', 'confirmed') AND " STILL_TO_COME("t") ")", ARGS(INT(course), INT(course), today));
	exec(rq->db, "UPDATE assessment_appointment SET state = 'cancelled', cancelled_by = 'municipality', reason = ?, changed_by = ?,"
	    " revision = revision + 1 WHERE course_id = ? AND state IN ('booked', 'confirmed') AND " STILL_TO_COME("assessment_appointment"),
	    ARGS(TEXT(reason), uid, INT(course), today));
	exec(rq->db, "UPDATE assessment_citizen SET state = 'cancelled', reason = ?, changed_by = ? WHERE course_id = ? AND state = 'booked' AND "
	    STILL_TO_COME("assessment_citizen"), ARGS(TEXT(reason), uid, INT(course), today));
}

void
day_set_state(struct request *rq, const struct day_talk *talk, const char *state)
{
	exec(rq->db, "UPDATE assessment_appointment SET state = ?, cancelled_by = NULL, reason = NULL, changed_by = ?, revision = revision + 1 WHERE id = ?",
	    ARGS(TEXT(state), TEXT(rq->user->uid), INT(talk->id)));
}

void
day_add_contact(struct request *rq, const struct day *day, int citizen, int member)
{
	const struct day_member *m = &day->member[member];
	const struct value today = TEXT(request_today(rq));

	exec(rq->db, "INSERT INTO course_contact (course_id, uid, role, from_on, day_id, changed_by)"
	    " SELECT c.id, ?, ?, ?, ?, ? FROM course c WHERE c.id = ? AND c.caseworker_uid <> ? AND NOT EXISTS (SELECT 1 FROM course_contact k"
	    "  WHERE k.course_id = c.id AND k.uid = ? AND k.from_on <= ? AND (k.to_on IS NULL OR k.to_on > ?))",
	    ARGS(TEXT(m->uid), TEXT(strcmp(m->profession, "caseworker") == 0 ? "co-caseworker" : m->profession), today, INT(day->id),
	    TEXT(rq->user->uid), INT(day->citizen[citizen].course), TEXT(m->uid), TEXT(m->uid), today, today));
}

void
day_add_contacts(struct request *rq, const struct day *day, int citizen)
{
	int i;

	for (i = 0; i < day->members; i++)
		if (day_talk_of(day, citizen, i) != NULL)
			day_add_contact(rq, day, citizen, i);
}

void
day_end_contacts(struct request *rq, const struct day *day, const char *uid, long long course)
{
	exec(rq->db, "UPDATE course_contact k SET k.to_on = GREATEST(?, k.from_on), k.changed_by = ?"
	    " WHERE k.day_id = ? AND k.uid = COALESCE(?, k.uid) AND k.course_id = COALESCE(?, k.course_id) AND k.to_on IS NULL"
	    "  AND NOT EXISTS (SELECT 1 FROM assessment_appointment t WHERE t.course_id = k.course_id AND t.uid = k.uid"
	    "   AND t.state IN ('booked', 'confirmed', 'held'))"
	    "  AND NOT EXISTS (SELECT 1 FROM professional_note n WHERE n.course_id = k.course_id AND n.uid = k.uid)"
	    "  AND NOT EXISTS (SELECT 1 FROM form_draft f WHERE f.uid = k.uid"
	    "   AND f.path = CONVERT(CONCAT('/plan/', k.course_id, '/notes') USING ascii))",
	    ARGS(TEXT(request_today(rq)), TEXT(rq->user->uid), INT(day->id), TEXT(uid), course == 0 ? NOTHING : INT(course)));
}

void
day_tell(struct request *rq, const struct day *day, int citizen, const char *kind, const char *reason)
{
	const char *path = request_format(rq, "/plan/days/%lld", day->id);
	long long course = day->citizen[citizen].course;
	const char *caseworker = rows_text(rq->db, rq, "SELECT caseworker_uid FROM course WHERE id = ?", ARGS(INT(course)));
	int i;

	if (caseworker != NULL)
		message_send(rq, course, caseworker, kind, reason, path);
	for (i = 0; i < day->members; i++)
		if (caseworker == NULL || strcmp(caseworker, day->member[i].uid) != 0)
			message_send(rq, course, day->member[i].uid, kind, reason, path);
}

/* The first one who comes, for a message about them all; -1: nobody does. */
static int
first_citizen(const struct day *day)
{
	int i;

	for (i = 0; i < day->citizens; i++)
		if (strcmp(day->citizen[i].state, "booked") == 0)
			return i;
	return -1;
}

void
day_tell_all(struct request *rq, const struct day *day, const char *kind, const char *text)
{
	const char *path = request_format(rq, "/plan/days/%lld", day->id), *told[DAY_ROWS_MAX], *uid;
	int i, k, count = 0, first = first_citizen(day);

	for (i = 0; first >= 0 && i < day->members; i++)
		message_send(rq, day->citizen[first].course, day->member[i].uid, kind, text, path);
	for (i = 0; i < day->citizens; i++) {
		if (strcmp(day->citizen[i].state, "booked") != 0)
			continue;
		uid = rows_text(rq->db, rq, "SELECT caseworker_uid FROM course WHERE id = ?", ARGS(INT(day->citizen[i].course)));
		for (k = 0; uid != NULL && k < count && strcmp(told[k], uid) != 0;)
			k++;
		if (uid == NULL || k < count || day_has_member(day, uid))
			continue;
		told[count++] = uid;
		message_send(rq, day->citizen[i].course, uid, kind, text, path);
	}
}

void
day_tell_room(struct request *rq, const struct day *day, int member, const char *room)
{
	const struct day_member *m = &day->member[member];
	int first = first_citizen(day);

	if (first < 0 || strcmp(room == NULL ? "" : room, m->room == NULL ? "" : m->room) == 0)
		return;
	message_send(rq, day->citizen[first].course, m->uid, "assessment-room", room, request_format(rq, "/plan/days/%lld", day->id));
}

/* One after the other, in the citizens' order; a time that the clocks skip is no working day's. */
bool
day_conference_utc(const struct day *day, int citizen, char out[TIME_LENGTH])
{
	if (day->conference_on == NULL || !date_utc(day->conference_on, day->conference_at, out))
		return false;
	return date_add_minutes(out, citizen * (long)DAY_CONFERENCE_MINUTES, out);
}

void
day_plan_conference(struct request *rq, const struct day *day, int citizen)
{
	char at[TIME_LENGTH];

	if (day_conference_utc(day, citizen, at))
		conference_plan(rq, day->citizen[citizen].course, day->id, at, day->place);
}

#define TAKES_PLACE(of) of ".state IN ('booked', 'confirmed', 'held')"
#define OWN " FROM assessment_appointment w"
#define AT_THAT_TIME \
	" y.day_id <> w.day_id AND " TAKES_PLACE("y") " AND y.starts_at < w.ends_at AND y.ends_at > w.starts_at"
#define OF_THE_DAY " WHERE w.day_id = ? AND " TAKES_PLACE("w")

const char *
day_clash(struct request *rq, long long day, long long *course)
{
	const char *uid = rows_text(rq->db, rq, "SELECT m.uid" OWN " JOIN assessment_member m ON m.day_id = w.day_id AND m.uid = w.uid"
	    " JOIN assessment_appointment y ON y.uid = w.uid AND" AT_THAT_TIME OF_THE_DAY " ORDER BY m.ordinal LIMIT 1", ARGS(INT(day)));

	*course = uid != NULL ? 0 : rows_int(rq->db, 0, "SELECT a.course_id" OWN
	    " JOIN assessment_citizen a ON a.day_id = w.day_id AND a.course_id = w.course_id AND a.state = 'booked'"
	    " JOIN course c ON c.id = a.course_id JOIN course o ON o.citizen_id = c.citizen_id"
	    " JOIN assessment_appointment y ON y.course_id = o.id AND" AT_THAT_TIME OF_THE_DAY " ORDER BY a.ordinal LIMIT 1", ARGS(INT(day)));
	return uid;
}

/* What bars slots: talks elsewhere. */
struct barring { const struct day *day; rotation_busy bits; };

/* A slot with its pause: a talk of two slots goes through it. */
static void
bar(void *user, const char *const *columns, size_t count)
{
	struct barring *b = user;
	char from[TIME_LENGTH], to[TIME_LENGTH];
	int slot;

	(void)count;
	for (slot = 0; slot < ROTATION_SLOTS_MAX; slot++) {
		day_slot_utc(b->day, slot, false, from);
		day_slot_utc(b->day, slot + 1, false, to);
		if (strcmp(from, columns[1]) < 0 && strcmp(to, columns[0]) > 0)
			b->bits |= rotation_bits(slot, 1);
	}
}

rotation_busy
day_elsewhere(struct request *rq, const struct day *day, const char *uid, long long course)
{
	struct barring b = { day, 0 };

	rows_each(rq->db, "SELECT CAST(y.starts_at AS CHAR(19)), CAST(y.ends_at AS CHAR(19)) FROM assessment_appointment y"
	    " WHERE y.day_id <> ? AND " TAKES_PLACE("y") " AND y.ends_at > ? - INTERVAL 1 DAY AND y.starts_at < ? + INTERVAL 3 DAY"
	    "  AND (y.uid = ? OR y.course_id IN (SELECT o.id FROM course c JOIN course o ON o.citizen_id = c.citizen_id WHERE c.id = ?)) LOCK IN SHARE MODE",
	    ARGS(INT(day->id), TEXT(day->held_on), TEXT(day->held_on), TEXT(uid), INT(course)), bar, &b);
	return b.bits;
}

rotation_busy
day_closed(struct request *rq, const struct day *day)
{
	const char *now = rows_text(rq->db, rq, "SELECT DATE_FORMAT(UTC_TIMESTAMP(), '%Y-%m-%d %H:%i:%s')", NO_ARGS);
	char from[TIME_LENGTH], to[TIME_LENGTH], at[6];
	rotation_busy bits = 0;
	struct date ends_on;
	int slot;

	for (slot = 0; now != NULL && slot < ROTATION_SLOTS_MAX; slot++) {
		day_slot_utc(day, slot, false, from);
		day_slot_utc(day, slot, true, to);
		if (strcmp(from, now) <= 0 || !date_local(to, &ends_on, at) || strcmp(ends_on.iso, day->held_on) != 0)
			bits |= rotation_bits(slot, 1);
	}
	return bits;
}
