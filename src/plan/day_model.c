/* A day as its tables hold it. */
#include "plan/day.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/permission.h"
#include "domain/subject.h"
#include "sql/rows.h"

/* What the callbacks of rows_each fill. */
struct loading { struct request *rq; struct day *day; };

static void
add_member(void *user, const char *const *columns, size_t count)
{
	struct loading *l = user;
	struct day_member *m = &l->day->member[l->day->members];

	(void)count;
	if (l->day->members == ROTATION_MEMBERS_MAX)
		return;
	l->day->members++;
	m->uid = talloc_strdup(l->day, columns[0]);
	m->name = talloc_strdup(l->day, columns[1]);
	m->profession = talloc_strdup(l->day, columns[2]);
	m->room = columns[3] == NULL ? NULL : talloc_strdup(l->day, columns[3]);
}

static void
add_citizen(void *user, const char *const *columns, size_t count)
{
	struct loading *l = user;
	struct day_citizen *c = &l->day->citizen[l->day->citizens];

	(void)count;
	if (l->day->citizens == DAY_ROWS_MAX)
		return;
	l->day->citizens++;
	c->course = atoll(columns[0]);
	c->citizen = atoll(columns[1]);
	c->name = talloc_strdup(l->day, columns[2]);
	c->state = talloc_strdup(l->day, columns[3]);
	c->interpreter = atoi(columns[4]) != 0;
	c->guarded = atoi(columns[5]) != 0;
	c->hidden = !l->day->whole && atoi(columns[6]) == 0;
}

bool
day_has_member(const struct day *day, const char *uid)
{
	int i;

	for (i = 0; i < day->members; i++)
		if (strcmp(day->member[i].uid, uid) == 0)
			return true;
	return false;
}

int
day_citizen_of_course(const struct day *day, long long course)
{
	int i;

	for (i = 0; i < day->citizens; i++)
		if (day->citizen[i].course == course)
			return i;
	return -1;
}

static int
member_of_uid(const struct day *day, const char *uid)
{
	int i;

	for (i = 0; i < day->members; i++)
		if (strcmp(day->member[i].uid, uid) == 0)
			return i;
	return -1;
}

static void
add_talk(void *user, const char *const *columns, size_t count)
{
	struct loading *l = user;
	struct day_talk *t = &l->day->talk[l->day->talks];

	(void)count;
	if (l->day->talks == DAY_TALKS_MAX)
		return;
	l->day->talks++;
	t->id = atoll(columns[0]);
	t->citizen = day_citizen_of_course(l->day, atoll(columns[1]));
	t->member = member_of_uid(l->day, columns[2]);
	t->slot = atoi(columns[3]);
	t->slots = atoi(columns[4]);
	t->state = talloc_strdup(l->day, columns[5]);
	if (t->slot + t->slots > l->day->slots)
		l->day->slots = t->slot + t->slots;
}

/* Those that take place first: of those that are off the last one of each pair, however often they were booked anew. */
static const char talks_sql[] =
    "SELECT a.id, a.course_id, a.uid, a.slot, a.slots, a.state FROM assessment_appointment a WHERE a.day_id = ?"
    "  AND (a.state NOT IN ('cancelled', 'no-show') OR NOT EXISTS (SELECT 1 FROM assessment_appointment l WHERE l.day_id = a.day_id"
    "   AND l.course_id = a.course_id AND l.uid = a.uid AND l.state IN ('cancelled', 'no-show') AND l.id > a.id))"
    " ORDER BY a.state IN ('cancelled', 'no-show'), a.slot, a.id";

/* Who planned it, who is in the team, whose department it is of.  Others are here for a citizen of their own. */
static bool
is_whole(struct request *rq, long long day)
{
	const char *me = rq->user->uid;

	return rows_int(rq->db, 0, "SELECT d.created_by = ? OR d.department_id = ? OR EXISTS (SELECT 1 FROM assessment_member m WHERE m.day_id = d.id"
	    " AND m.uid = ?) FROM assessment_day d WHERE d.id = ?", ARGS(TEXT(me),
	    TEXT(request_wide(rq) & SUBJECT_WIDE_DEPARTMENT ? rq->user->department : NULL), TEXT(me), INT(day))) != 0;
}

static const char citizens_sql[] =
    "SELECT a.course_id, c.citizen_id, z.name, a.state, a.interpreter,"
    "  COALESCE(z.protection_from <= me.today AND (z.protection_to IS NULL OR z.protection_to >= me.today), 0),"
    "  c.caseworker_uid = me.uid OR EXISTS (SELECT 1 FROM course_contact k WHERE k.course_id = c.id AND k.uid = me.uid"
    "   AND k.from_on <= me.today AND (k.to_on IS NULL OR k.to_on > me.today))"
    " FROM (SELECT ? AS uid, CAST(? AS DATE) AS today) me JOIN assessment_citizen a JOIN course c ON c.id = a.course_id"
    " JOIN citizen z ON z.id = c.citizen_id WHERE a.day_id = ? ORDER BY a.ordinal";

static void
load_parts(struct request *rq, struct day *day)
{
	struct loading l = { rq, day };

	rows_each(rq->db, "SELECT m.uid, COALESCE(s.name, m.uid), m.profession, m.room FROM assessment_member m LEFT JOIN staff s ON s.uid = m.uid"
	    " WHERE m.day_id = ? ORDER BY m.ordinal", ARGS(INT(day->id)), add_member, &l);
	rows_each(rq->db, citizens_sql, ARGS(TEXT(rq->user->uid), TEXT(request_today(rq)), INT(day->id)), add_citizen, &l);
	rows_each(rq->db, talks_sql, ARGS(INT(day->id)), add_talk, &l);
}

#define DAY_COLUMNS \
	"SELECT department_id, state, held_on, CAST(starts_at AS CHAR(5)), place, conference_on, CAST(conference_at AS CHAR(5))," \
	"  slot_minutes, pause_minutes, revision, COALESCE(break_after, 0), COALESCE(break_minutes, 0), note FROM assessment_day WHERE id = ?"

struct day *
day_load(struct request *rq, bool change)
{
	struct day *day = talloc_zero(rq, struct day);
	const char *is[13];

	if (!rows_one(rq->db, rq, is, 13, change ? DAY_COLUMNS " FOR UPDATE" : DAY_COLUMNS, ARGS(INT(rq->subject)))) {
		fail_request(rq, FAIL_MISSING, "no-such-day");
		return NULL;
	}
	day->id = rq->subject;
	day->department = is[0], day->state = is[1], day->held_on = is[2], day->starts_at = is[3], day->place = is[4];
	day->conference_on = is[5], day->conference_at = is[6];
	day->slot_minutes = atol(is[7]), day->pause_minutes = atol(is[8]), day->revision = atoll(is[9]);
	day->break_after = atol(is[10]), day->break_minutes = atol(is[11]), day->note = is[12];
	day->whole = is_whole(rq, day->id);
	load_parts(rq, day);
	return request_failed(rq) ? NULL : day;
}

struct day *
day_change(struct request *rq)
{
	struct day *day = day_load(rq, true);

	if (day == NULL || strcmp(day->state, "planned") == 0)
		return day;
	fail_request(rq, FAIL_INPUT, "day-cancelled");
	return NULL;
}

struct day *
day_change_whole(struct request *rq)
{
	struct day *day = day_change(rq);

	if (day == NULL || day->whole)
		return day;
	fail_request(rq, FAIL_DENIED, NULL);
	return NULL;
}

rotation_busy
day_never(const struct day *day, int slots)
{
	return slots == 2 && day->break_after > 0 ? (rotation_busy)1 << (day->break_after - 1) : 0;
}

void
day_slot_utc(const struct day *day, int slot, bool end, char out[TIME_LENGTH])
{
	long minutes = slot * (day->slot_minutes + day->pause_minutes) + (end ? day->slot_minutes : 0);

	if (day->break_after > 0 && slot >= day->break_after)
		minutes += day->break_minutes - day->pause_minutes;
	if (date_utc(day->held_on, day->starts_at, out))
		date_add_minutes(out, minutes, out);
}

void
day_slot_local(const struct day *day, int slot, bool end, char out[6])
{
	char utc[TIME_LENGTH];
	struct date ignored;

	out[0] = '\0';
	day_slot_utc(day, slot, end, utc);
	date_local(utc, &ignored, out);
}

bool
day_refuse_to_come(struct request *rq, const struct day *day)
{
	if (strcmp(day->held_on, request_today(rq)) <= 0)
		return false;
	fail_request(rq, FAIL_INPUT, "day-to-come");
	return true;
}

bool
day_takes_place(const struct day_talk *talk)
{
	return strcmp(talk->state, "cancelled") != 0 && strcmp(talk->state, "no-show") != 0;
}

rotation_busy
day_busy_member(const struct day *day, int member)
{
	rotation_busy busy = 0;
	size_t i;

	for (i = 0; i < day->talks; i++)
		if (day->talk[i].member == member && day_takes_place(&day->talk[i]))
			busy |= rotation_bits(day->talk[i].slot, day->talk[i].slots);
	return busy;
}

rotation_busy
day_busy_citizen(const struct day *day, int citizen)
{
	rotation_busy busy = 0;
	size_t i;

	for (i = 0; i < day->talks; i++)
		if (day->talk[i].citizen == citizen && day_takes_place(&day->talk[i]))
			busy |= rotation_bits(day->talk[i].slot, day->talk[i].slots);
	return busy;
}

const struct day_talk *
day_talk_of(const struct day *day, int citizen, int member)
{
	size_t i;

	for (i = 0; i < day->talks; i++)
		if (day->talk[i].citizen == citizen && day->talk[i].member == member && day_takes_place(&day->talk[i]))
			return &day->talk[i];
	return NULL;
}

const struct day_talk *
day_talk_by_id(const struct day *day, long long id)
{
	size_t i;

	for (i = 0; i < day->talks; i++)
		if (day->talk[i].id == id)
			return &day->talk[i];
	return NULL;
}

bool
day_planner(const struct request *rq, const struct day *day)
{
	return request_may(rq, MAY_RUN_COURSE) && day->whole;
}

bool
day_citizen_planner(const struct request *rq, const struct day *day, int citizen)
{
	return request_may(rq, MAY_RUN_COURSE) && !day->citizen[citizen].hidden;
}
