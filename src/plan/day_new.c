/*
 * /plan/days/new - team, place, slots and citizens; the rotation follows from them.
 *	<form name="day"/>	the team of the department's last day stands in it
 * A day that is no working day is asked about once.  Whoever is in talks elsewhere at that time is refused.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/course.h"
#include "domain/permission.h"
#include "plan/day.h"
#include "plan/pages.h"
#include "rule/workday.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static void psychologists(struct request *rq, xmlNode *field) { day_staff_choices(rq, field, "psychologist"); }
static void physiotherapists(struct request *rq, xmlNode *field) { day_staff_choices(rq, field, "physiotherapist"); }
static void nurses(struct request *rq, xmlNode *field) { day_staff_choices(rq, field, "nurse"); }
static void caseworkers(struct request *rq, xmlNode *field) { day_staff_choices(rq, field, "caseworker"); }
static void anybody(struct request *rq, xmlNode *field) { day_staff_choices(rq, field, NULL); }

static const struct field day_fields[] = {
	{ .name = "held-on",         .type = FIELD_DATE, .required = REQUIRED },
	{ .name = "anyway",          .type = FIELD_CHECK },
	{ .name = "starts-at",       .type = FIELD_TIME, .required = REQUIRED },
	{ .name = "slot-minutes",    .type = FIELD_INTEGER, .required = REQUIRED, .min = 5, .max = 240 },
	{ .name = "pause-minutes",   .type = FIELD_INTEGER, .max = 120 },
	{ .name = "break-after",     .type = FIELD_INTEGER, .required = IN_CASE, .min = 1, .max = ROTATION_SLOTS_MAX - 1 },
	{ .name = "break-minutes",   .type = FIELD_INTEGER, .required = IN_CASE, .min = 1, .max = 240 },
	{ .name = "place",           .type = FIELD_LINE, .required = REQUIRED },
	{ .name = "psychologist",    .type = FIELD_CHOICE, .source = psychologists },
	{ .name = "physiotherapist", .type = FIELD_CHOICE, .source = physiotherapists },
	{ .name = "nurse",           .type = FIELD_CHOICE, .source = nurses },
	{ .name = "caseworker",      .type = FIELD_CHOICE, .source = caseworkers },
	{ .name = "member-5",        .type = FIELD_CHOICE, .source = anybody },
	{ .name = "member-6",        .type = FIELD_CHOICE, .source = anybody },
	{ .name = "member-7",        .type = FIELD_CHOICE, .source = anybody },
	{ .name = "member-8",        .type = FIELD_CHOICE, .source = anybody },
	{ .name = "citizens",        .type = FIELD_CHOICES, .required = REQUIRED, .source = day_citizen_choices },
	{ .name = "conference-on",   .type = FIELD_DATE },
	{ .name = "conference-at",   .type = FIELD_TIME },
	{ .name = "note",            .type = FIELD_TEXT, .max = 2000 },
	{ 0 }
};
static const struct form day_form = { .name = "day", .fields = day_fields };

/* The fields of the team; the first four are professions. */
static const char *const team_fields[] = { "psychologist", "physiotherapist", "nurse", "caseworker", "member-5", "member-6", "member-7", "member-8" };
enum { PROFESSIONS = 4 };

/* Arguments: uid, department. */
#define LAST_DAY "(SELECT id FROM assessment_day WHERE created_by = ? OR department_id = ? ORDER BY held_on DESC, id DESC LIMIT 1)"

struct filling { xmlNode *form; int others; };

static void
fill_member(void *user, const char *const *columns, size_t count)
{
	struct filling *f = user;
	const char *field = columns[1];

	(void)count;
	if (form_part(f->form, "field", field) == NULL || node_child(form_part(f->form, "field", field), "value") != NULL)
		field = f->others < ROTATION_MEMBERS_MAX - PROFESSIONS ? team_fields[PROFESSIONS + f->others++] : NULL;
	if (field != NULL)
		form_set(f->form, field, columns[0]);
}

/* As the last one was, by those who still work here; else as most are. */
static void
fill_form(struct request *rq, xmlNode *form)
{
	const char *uid = rq->user->uid, *department = rq->user->department, *last[6];
	struct filling f = { form, 0 };

	if (rows_one(rq->db, rq, last, 6, "SELECT CAST(starts_at AS CHAR(5)), slot_minutes, pause_minutes, place, break_after, break_minutes"
	    " FROM assessment_day WHERE id = " LAST_DAY,
	    ARGS(TEXT(uid), TEXT(department))) == 0)
		last[0] = "09:00", last[1] = "45", last[2] = "15", last[3] = last[4] = last[5] = NULL;
	form_set(form, "starts-at", last[0]);
	form_set(form, "slot-minutes", last[1]);
	form_set(form, "pause-minutes", last[2]);
	form_set(form, "place", last[3]);
	form_set(form, "break-after", last[4]);
	form_set(form, "break-minutes", last[5]);
	rows_each(rq->db, "SELECT m.uid, m.profession FROM assessment_member m JOIN staff s ON s.uid = m.uid AND s.active"
	    " WHERE m.day_id = " LAST_DAY " ORDER BY m.ordinal", ARGS(TEXT(uid), TEXT(department)), fill_member, &f);
}

static void
day_new_get(struct request *rq, xmlNode *content)
{
	xmlNode *form = form_add(rq, content, &day_form, "/plan/days/new");

	if (rq->form == NULL)
		fill_form(rq, form);
	/* Asked only where there is something to ask. */
	if (!field_check(rq, "anyway") && !day_asks_day_off(form))
		form_drop(form, "field", "anyway");
}

/* The team in the rotation's order. */
static void
read_team(struct request *rq, struct day *day, const char *fields[])
{
	size_t i;
	int k;

	for (i = 0; i < ROTATION_MEMBERS_MAX; i++) {
		const char *uid = field_text(rq, team_fields[i]);

		for (k = 0; uid != NULL && k < day->members; k++)
			if (strcmp(day->member[k].uid, uid) == 0) {
				field_error(rq, team_fields[i], "already-member");
				uid = NULL;
			}
		if (uid == NULL)
			continue;
		fields[day->members] = team_fields[i];
		day->member[day->members++] = (struct day_member){ .uid = uid,
		    .profession = i < PROFESSIONS ? team_fields[i] : day_profession(rq, uid) };
	}
	if (day->members == 0 && rq->form->errors == 0)
		field_error(rq, "psychologist", "no-team");
}

static void
read_citizens(struct request *rq, struct day *day)
{
	char *rest = NULL, *word;
	const char *chosen = field_text(rq, "citizens");

	for (word = strtok_r(talloc_strdup(rq, chosen), " ", &rest); word != NULL; word = strtok_r(NULL, " ", &rest)) {
		struct day_citizen *c = &day->citizen[day->citizens];

		if (day->citizens == ROTATION_CITIZENS_MAX) {
			field_error(rq, "citizens", "too-many-citizens");
			return;
		}
		c->course = atoll(word);
		c->interpreter = rows_int(rq->db, 0, "SELECT z.interpreter_needed FROM course c JOIN citizen z ON z.id = c.citizen_id WHERE c.id = ?",
		    ARGS(INT(c->course))) != 0;
		day->citizens++;
	}
}

static struct day *
read_day(struct request *rq, const char *fields[])
{
	struct day *day = talloc_zero(rq, struct day);

	day->department = rq->user->department;
	day->place = field_text(rq, "place");
	day->whole = true;
	day_read_times(rq, day);
	day_check_dates(rq, day);
	read_team(rq, day, fields);
	read_citizens(rq, day);
	return day;
}

static void
insert_day(struct request *rq, struct day *day)
{
	const char *me = rq->user->uid;
	int i;

	day_lock_date(rq, day->held_on);
	day->id = exec_insert(rq->db, "INSERT INTO assessment_day (department_id, held_on, starts_at, slot_minutes, pause_minutes, break_after,"
	    " break_minutes, place, conference_on, conference_at, note, created_by, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	    ARGS(TEXT(day->department), TEXT(day->held_on), TEXT(day->starts_at), INT(day->slot_minutes), INT(day->pause_minutes),
	    FIELD(rq, "break-after"), FIELD(rq, "break-minutes"), TEXT(day->place), TEXT(day->conference_on), TEXT(day->conference_at), FIELD(rq, "note"), TEXT(me), TEXT(me)));
	for (i = 0; i < day->members; i++)
		exec(rq->db, "INSERT INTO assessment_member (day_id, ordinal, uid, profession, changed_by) VALUES (?, ?, ?, ?, ?)",
		    ARGS(INT(day->id), INT(i), TEXT(day->member[i].uid), TEXT(day->member[i].profession), TEXT(me)));
	for (i = 0; i < day->citizens; i++)
		exec(rq->db, "INSERT INTO assessment_citizen (day_id, ordinal, course_id, interpreter, changed_by) VALUES (?, ?, ?, ?, ?)",
		    ARGS(INT(day->id), INT(i), INT(day->citizen[i].course), INT(day->citizen[i].interpreter ? 1 : 0), TEXT(me)));
}

static void
book_all(struct request *rq, struct day *day, const int *slot)
{
	int i, j;

	for (i = 0; i < day->citizens; i++) {
		for (j = 0; j < day->members; j++)
			day_book(rq, day, i, j, slot[i * day->members + j]);
		day_add_contacts(rq, day, i);
		day_plan_conference(rq, day, i);
	}
}

static bool
fits(struct request *rq, struct day *day, int *slot)
{
	bool interpreter[ROTATION_CITIZENS_MAX];
	int i;

	for (i = 0; i < day->citizens; i++)
		interpreter[i] = day->citizen[i].interpreter;
	day->slots = rotation_make(day->citizens, day->members, interpreter, slot);
	for (i = 0; i < day->citizens * day->members; i++)
		if ((day_never(day, interpreter[i / day->members] ? 2 : 1) >> slot[i] & 1) == 1) {
			field_error(rq, "break-after", "break-cuts-talk");
			break;
		}
	day_check_length(rq, day);
	return !request_failed(rq);
}

static void
refuse_clash(struct request *rq, const struct day *day, const char *fields[])
{
	long long course;
	const char *uid = day_clash(rq, day->id, &course);
	int i;

	for (i = 0; uid != NULL && i < day->members; i++)
		if (strcmp(day->member[i].uid, uid) == 0)
			field_error(rq, fields[i], "on-another-day");
	if (course != 0)
		field_error(rq, "citizens", "citizen-on-another-day");
}

static void
day_new_post(struct request *rq)
{
	const char *fields[ROTATION_MEMBERS_MAX] = { NULL };
	int slot[ROTATION_CITIZENS_MAX * ROTATION_MEMBERS_MAX], i;
	struct day *day = read_day(rq, fields);

	if (request_failed(rq) || !fits(rq, day, slot))
		return;
	for (i = 0; i < day->citizens; i++)
		if (course_lock(rq, day->citizen[i].course) == NULL)
			return;
	insert_day(rq, day);
	book_all(rq, day, slot);
	if (!request_failed(rq))
		refuse_clash(rq, day, fields);
	see_other(rq, "day-planned", "/plan/days/%lld", day->id);
}

const struct route plan_day_new = {
	.path = "/plan/days/new", .page = "day-new", .menu = "days", .may = MAY_RUN_COURSE,
	.get = day_new_get, .post = day_new_post, .form = &day_form,
};
