/* room_form.c - what is typed on the conference's screen: its fields, and how two people's texts meet. */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/course.h"
#include "domain/draft.h"
#include "domain/staff.h"
#include "plan/room.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { ATTENDEES_MAX = 40, NAME_MAX_LENGTH = 200 };

static const char *const presence[] = { "yes", "phone", "no", NULL };
static const char *const guest_roles[] = { "companion", "interpreter", "representative", "guardian", "employer", "doctor", "mentor", "adviser",
    "provider", "other", NULL };

static const struct field fields[] = {
	{ .name = "held-on",              .type = FIELD_DATE },
	{ .name = "citizen-present",      .type = FIELD_CHOICE, .choices = presence },
	{ .name = "absence-reason",       .type = FIELD_TEXT, .required = IN_CASE, .max = 1000 },
	{ .name = "citizens-words",       .type = FIELD_TEXT },
	{ .name = "conclusion",           .type = FIELD_TEXT },
	{ .name = "examination",          .type = FIELD_TEXT, .max = 4000 },
	{ .name = "examination-on",       .type = FIELD_DATE, .required = IN_CASE },
	{ .name = "realistic",            .type = FIELD_SCALE },
	{ .name = "manageable",           .type = FIELD_SCALE },
	{ .name = "guest-name",           .type = FIELD_LINE, .max = NAME_MAX_LENGTH },
	{ .name = "guest-role",           .type = FIELD_CHOICE, .choices = guest_roles },
	{ .name = "q",                    .type = FIELD_LINE, .max = 60 },
	{ .name = "title",                .type = FIELD_LINE },
	{ .name = "goal",                 .type = FIELD_TEXT, .max = 1000 },
	{ .name = "provider",             .type = FIELD_CHOICE, .source = staff_provider_choices },
	{ .name = "starts-on",            .type = FIELD_DATE },
	{ .name = "ends-on",              .type = FIELD_DATE },
	{ .name = "first-measurement-on", .type = FIELD_DATE },
	{ .name = "finding",              .type = FIELD_HIDDEN, .max = 20 },
	{ .name = "writing",              .type = FIELD_HIDDEN, .max = 40 },
	DRAFT_SEEN,
};
enum { FIELDS = sizeof fields / sizeof fields[0] };

/* The first one is what Enter in a field does. */
static const char *const submits[] = { "save", "all-here", "guest", "look", "find", "take", "own", "write", "leave", "edit", "drop",
    "conclude", "draft", NULL };

/* The texts that the conference itself keeps. */
enum { HELD_ON, PRESENT, ABSENCE, WORDS, CONCLUSION, EXAMINATION, EXAMINATION_ON, REALISTIC, MANAGEABLE, TEXTS };
static const char *const texts[TEXTS] = { "held-on", "citizen-present", "absence-reason", "citizens-words", "conclusion", "examination",
    "examination-on", "realistic", "manageable" };
#define TEXT_COLUMNS \
	"held_on, citizen_present, absence_reason, citizens_words, conclusion, examination, examination_on, realistic, manageable"

static long long
attendees_of(struct request *rq)
{
	return rows_int(rq->db, 0, "SELECT COALESCE(MAX(ordinal), 0) FROM conference_attendee WHERE course_id = ? AND conference_id = ?",
	    ARGS(INT(rq->subject), INT(ROOM_CONFERENCE(rq))));
}

static const char *
present_field(struct request *rq, long long n)
{
	return request_format(rq, "present-%lld", n);
}

const struct form *
room_form(struct request *rq)
{
	struct form *form = talloc_zero(rq, struct form);
	struct field *all = talloc_zero_array(rq, struct field, FIELDS + ATTENDEES_MAX + 1);
	long long n, count = attendees_of(rq);

	memcpy(all, fields, sizeof fields);
	for (n = 1; n <= count && n <= ATTENDEES_MAX; n++)
		all[FIELDS + n - 1] = (struct field){ .name = present_field(rq, n), .type = FIELD_CHOICE, .choices = presence };
	*form = (struct form){ .name = "conference-room", .fields = all, .submits = submits, .keeps = "draft" };
	return form;
}

static bool
texts_now(struct request *rq, const char *out[TEXTS + 1])
{
	return rows_one(rq->db, rq, out, TEXTS + 1, "SELECT " TEXT_COLUMNS ", revision FROM conference WHERE course_id = ? AND id = ?",
	    ARGS(INT(rq->subject), INT(ROOM_CONFERENCE(rq))));
}

const char *
room_path(struct request *rq)
{
	return request_format(rq, "/plan/%lld/conference/%lld", rq->subject, ROOM_CONFERENCE(rq));
}

const char *
room_drafted(struct request *rq, const char *field, bool *is)
{
	const char *value = NULL;

	*is = rq->as_of == NULL && rows_one(rq->db, rq, &value, 1, "SELECT value FROM form_draft WHERE path = ? AND uid = ? AND field = ?",
	    ARGS(TEXT(room_path(rq)), TEXT(rq->user->uid), TEXT(field)));
	return value;
}

static bool
same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static void
texts_at(struct request *rq, long long revision, const char *out[TEXTS])
{
	rows_one(rq->db, rq, out, TEXTS, "SELECT " TEXT_COLUMNS " FROM conference FOR SYSTEM_TIME ALL WHERE course_id = ? AND id = ?"
	    " AND revision = ? ORDER BY ROW_START DESC LIMIT 1", ARGS(INT(rq->subject), INT(ROOM_CONFERENCE(rq)), INT(revision)));
}

/*
 * A draft goes on from the texts of its revision.  What it did not change is shown as it is now; where it changed what somebody else changed too,
 * the form keeps the draft's revision, so that sending it shows both.
 */
static long long
fill_from_draft(struct request *rq, xmlNode *form, const char *const now[TEXTS + 1])
{
	const char *began[TEXTS] = { NULL }, *at, *typed;
	bool is, clash = false;
	size_t i;

	at = room_drafted(rq, "revision", &is);
	texts_at(rq, at == NULL ? 0 : atoll(at), began);
	for (i = 0; i < TEXTS; i++) {
		typed = room_drafted(rq, texts[i], &is);
		if (!is || same(typed, began[i]))
			typed = now[i];
		clash = clash || (!same(typed, now[i]) && !same(now[i], began[i]));
		form_set(form, texts[i], typed);
	}
	form_set(form, "guest-name", room_drafted(rq, "guest-name", &is));
	return clash ? atoll(at) : atoll(now[TEXTS]);
}

static void
fill_texts(xmlNode *form, const char *const now[TEXTS + 1])
{
	size_t i;

	for (i = 0; i < TEXTS; i++)
		form_set(form, texts[i], now[i] == NULL ? "" : now[i]);
}

void
room_fill(struct request *rq, xmlNode *course, xmlNode *form)
{
	const char *now[TEXTS + 1];
	bool typed = form != NULL && node_get(form, "state") != NULL;
	xmlNode *attendee;

	if (form == NULL || !texts_now(rq, now))
		return;
	if (typed && draft_fill(rq, course, form, room_path(rq))) {
		form_set_revision(form, form_revision(rq));
		return;
	}
	if (!typed && draft_restore(rq, course, NULL, room_path(rq)))
		form_set_revision(form, fill_from_draft(rq, form, now));
	else
		fill_texts(form, now);
	form_set_revision(form, atoll(now[TEXTS]));
	for (attendee = node_child(node_child(course, "conference"), "attendee"); attendee != NULL; attendee = node_next(attendee, "attendee"))
		form_set(form, request_format(rq, "present-%s", node_get(attendee, "n")), node_get(attendee, "present"));
	form_set(form, "guest-role", "companion");
	form_set(form, "q", query_text(rq, "q"));
	form_set(form, "draft-seen", draft_mark(rq, room_path(rq)));
	form_set_int(form, "finding", room_finding(rq));
}

/* Beside what was typed: what it went on from, and which intervention was being written. */
static void
keep_mark(struct request *rq, const char *field, const char *value)
{
	exec(rq->db, "INSERT INTO form_draft (path, uid, field, value) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE value = VALUES(value)",
	    ARGS(TEXT(room_path(rq)), TEXT(rq->user->uid), TEXT(field), TEXT(value)));
}

void
room_draft(struct request *rq)
{
	const char *path = room_path(rq);

	if (rows_int(rq->db, 0, "SELECT 1 FROM conference WHERE course_id = ? AND id = ? AND state = 'held' FOR UPDATE",
	    ARGS(INT(rq->subject), INT(ROOM_CONFERENCE(rq)))) != 1) {
		fail_request(rq, FAIL_STALE, "conference-over");
		return;
	}
	if (draft_overtaken(rq, path))
		return;
	draft_keep(rq, path);
	keep_mark(rq, "revision", request_format(rq, "%lld", form_revision(rq)));
	keep_mark(rq, "writing", field_text(rq, "writing"));
	draft_kept(rq, path, path);
}

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
merge(struct request *rq, const char *const now[TEXTS + 1], const char *out[TEXTS])
{
	const char *began[TEXTS] = { NULL }, *typed;
	bool clash = false;
	size_t i;

	if (form_revision(rq) == atoll(now[TEXTS]))
		memcpy(began, now, sizeof began);
	else
		texts_at(rq, form_revision(rq), began);
	for (i = 0; i < TEXTS; i++) {
		out[i] = now[i];
		if (!came(rq, texts[i], &typed) || same(typed, began[i]) || same(typed, now[i]))
			continue;
		clash = clash || !same(now[i], began[i]);
		out[i] = typed;
	}
	return !clash;
}

static bool
differ(const char *const *now, const char *const *will)
{
	size_t i;

	for (i = 0; i < TEXTS && same(now[i], will[i]); i++)
		;
	return i < TEXTS;
}

static void
keep_texts(struct request *rq, const char *const will[TEXTS])
{
	exec(rq->db, "UPDATE conference SET held_on = COALESCE(?, held_on), citizen_present = ?, absence_reason = ?, citizens_words = ?, conclusion = ?,"
	    " examination = ?, examination_on = ?, realistic = ?, manageable = ?, changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND id = ?",
	    ARGS(TEXT(will[HELD_ON]), TEXT(will[PRESENT]), TEXT(will[ABSENCE]), TEXT(will[WORDS]), TEXT(will[CONCLUSION]), TEXT(will[EXAMINATION]),
	    TEXT(will[EXAMINATION_ON]), TEXT(will[REALISTIC]), TEXT(will[MANAGEABLE]), TEXT(rq->user->uid), INT(rq->subject),
	    INT(ROOM_CONFERENCE(rq))));
}

/* What was noted on a page that is older than what stands there now is not noted again.  Returns how many changed. */
static long long
keep_present(struct request *rq, const struct room *room)
{
	const struct value uid = TEXT(rq->user->uid), course = INT(rq->subject), conference = INT(ROOM_CONFERENCE(rq)), at = INT(room->revision + 1);
	long long n, count = attendees_of(rq), changed = 0;

	for (n = 1; n <= count && n <= ATTENDEES_MAX; n++)
		if (field_text(rq, present_field(rq, n)) != NULL)
			changed += exec(rq->db, "UPDATE conference_attendee SET present = ?, noted_at = ?, changed_by = ?"
			    " WHERE course_id = ? AND conference_id = ? AND ordinal = ? AND NOT present <=> ? AND noted_at <= ?",
			    ARGS(FIELD(rq, present_field(rq, n)), at, uid, course, conference, INT(n), FIELD(rq, present_field(rq, n)),
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
	if (attendees_of(rq) >= ATTENDEES_MAX) {
		field_error(rq, "guest-name", "too-many");
		return 0;
	}
	return exec(rq->db, "INSERT INTO conference_attendee (course_id, conference_id, ordinal, name, role, present, noted_at, changed_by)"
	    " VALUES (?, ?, ?, ?, ?, 'yes', ?, ?)",
	    ARGS(INT(rq->subject), INT(ROOM_CONFERENCE(rq)), INT(attendees_of(rq) + 1), TEXT(name), TEXT(role == NULL ? "companion" : role),
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
check_dates(struct request *rq, const char *const now[TEXTS])
{
	const char *held = field_text(rq, "held-on"), *by = field_text(rq, "examination-on");

	if (held != NULL && !same(held, now[HELD_ON]))
		room_check_held(rq, held);
	if (by != NULL && !same(by, now[EXAMINATION_ON]))
		room_check_ahead(rq, "examination-on", by, held == NULL ? now[HELD_ON] : held);
}

bool
room_keep(struct request *rq, struct room *room)
{
	const char *now[TEXTS + 1], *will[TEXTS];
	bool over = strcmp(room->state, "held") != 0;

	if (!texts_now(rq, now))
		return false;
	check_dates(rq, now);
	if (request_failed(rq))
		return false;
	/* Over already: what changes nothing any more is no quarrel. */
	if (!merge(rq, now, will) || (over && (differ(now, will) || field_text(rq, "guest-name") != NULL)))
		fail_request(rq, FAIL_STALE, over ? "conference-over" : NULL);
	if (over || request_failed(rq))
		return !request_failed(rq);
	if (strcmp(rq->submit, "all-here") == 0 && will[PRESENT] == NULL)
		will[PRESENT] = "yes";
	if (keep_present(rq, room) + keep_guest(rq, room) > 0 || differ(now, will))
		keep_texts(rq, will);
	return !request_failed(rq);
}
