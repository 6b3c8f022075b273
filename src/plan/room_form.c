/* room_form.c - what is typed on the conference's screen: its fields, and what stands in them. */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/course.h"
#include "domain/draft.h"
#include "domain/staff.h"
#include "plan/room_text.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { NAME_MAX_LENGTH = 200 };

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

const char *const room_texts[ROOM_TEXTS] = { "held-on", "citizen-present", "absence-reason", "citizens-words", "conclusion", "examination",
    "examination-on", "realistic", "manageable" };
#define TEXT_COLUMNS \
	"held_on, citizen_present, absence_reason, citizens_words, conclusion, examination, examination_on, realistic, manageable"

long long
room_attendees(struct request *rq)
{
	return rows_int(rq->db, 0, "SELECT COALESCE(MAX(ordinal), 0) FROM conference_attendee WHERE course_id = ? AND conference_id = ?",
	    ARGS(INT(rq->subject), INT(ROOM_CONFERENCE(rq))));
}

const char *
room_present_field(struct request *rq, long long n)
{
	return request_format(rq, "present-%lld", n);
}

const struct form *
room_form(struct request *rq)
{
	struct form *form = talloc_zero(rq, struct form);
	struct field *all = talloc_zero_array(rq, struct field, FIELDS + ROOM_ATTENDEES_MAX + 1);
	long long n, count = room_attendees(rq);

	memcpy(all, fields, sizeof fields);
	for (n = 1; n <= count && n <= ROOM_ATTENDEES_MAX; n++)
		all[FIELDS + n - 1] = (struct field){ .name = room_present_field(rq, n), .type = FIELD_CHOICE, .choices = presence };
	*form = (struct form){ .name = "conference-room", .fields = all, .submits = submits, .keeps = "draft" };
	return form;
}

bool
room_texts_now(struct request *rq, const char *out[ROOM_TEXTS + 1])
{
	return rows_one(rq->db, rq, out, ROOM_TEXTS + 1, "SELECT " TEXT_COLUMNS ", revision FROM conference WHERE course_id = ? AND id = ?",
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

bool
room_same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

void
room_texts_at(struct request *rq, long long revision, const char *out[ROOM_TEXTS])
{
	rows_one(rq->db, rq, out, ROOM_TEXTS, "SELECT " TEXT_COLUMNS " FROM conference FOR SYSTEM_TIME ALL WHERE course_id = ? AND id = ?"
	    " AND revision = ? ORDER BY ROW_START DESC LIMIT 1", ARGS(INT(rq->subject), INT(ROOM_CONFERENCE(rq)), INT(revision)));
}

/*
 * A draft goes on from the texts of its revision.  What it did not change is shown as it is now; where it changed what somebody else changed too,
 * the form keeps the draft's revision, so that sending it shows both.
 */
static long long
fill_from_draft(struct request *rq, xmlNode *form, const char *const now[ROOM_TEXTS + 1])
{
	const char *began[ROOM_TEXTS] = { NULL }, *at, *typed;
	bool is, clash = false;
	size_t i;

	at = room_drafted(rq, "revision", &is);
	room_texts_at(rq, at == NULL ? 0 : atoll(at), began);
	for (i = 0; i < ROOM_TEXTS; i++) {
		typed = room_drafted(rq, room_texts[i], &is);
		if (!is || room_same(typed, began[i]))
			typed = now[i];
		clash = clash || (!room_same(typed, now[i]) && !room_same(now[i], began[i]));
		form_set(form, room_texts[i], typed);
	}
	form_set(form, "guest-name", room_drafted(rq, "guest-name", &is));
	return clash ? atoll(at) : atoll(now[ROOM_TEXTS]);
}

static void
fill_texts(xmlNode *form, const char *const now[ROOM_TEXTS + 1])
{
	size_t i;

	for (i = 0; i < ROOM_TEXTS; i++)
		form_set(form, room_texts[i], now[i] == NULL ? "" : now[i]);
}

void
room_fill(struct request *rq, xmlNode *course, xmlNode *form)
{
	const char *now[ROOM_TEXTS + 1];
	bool typed = form != NULL && node_get(form, "state") != NULL;
	xmlNode *attendee;

	if (form == NULL || !room_texts_now(rq, now))
		return;
	if (typed && draft_fill(rq, course, form, room_path(rq))) {
		form_set_revision(form, form_revision(rq));
		return;
	}
	if (!typed && draft_restore(rq, course, NULL, room_path(rq)))
		form_set_revision(form, fill_from_draft(rq, form, now));
	else
		fill_texts(form, now);
	form_set_revision(form, atoll(now[ROOM_TEXTS]));
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
