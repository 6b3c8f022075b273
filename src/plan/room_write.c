/*
 * room_write.c - what is decided on the conference's screen, until it is concluded: taken from the catalogue as it stands, or written.
 */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "domain/catalogue.h"
#include "plan/proposal.h"
#include "plan/room.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

struct writing
room_writing(struct request *rq)
{
	struct writing out = { .text = rq->form != NULL ? field_text(rq, "writing") : query_text(rq, "write") };
	bool is;

	if (out.text == NULL && rq->form == NULL)
		out.text = room_drafted(rq, "writing", &is);
	if (out.text == NULL)
		return out;
	if (strcmp(out.text, "own") == 0) {
		out.kind = 'o';
	} else if ((out.text[0] == 'v' || out.text[0] == 'd') && atoll(out.text + 1) > 0) {
		out.kind = out.text[0];
		out.id = atoll(out.text + 1);
		out.revision = strchr(out.text, '-') == NULL ? 0 : atoll(strchr(out.text, '-') + 1);
	}
	return out;
}

long long
room_finding(struct request *rq)
{
	const char *text = rq->form != NULL ? field_text(rq, "finding") : query_text(rq, "finding");
	long long id = text == NULL ? 0 : rows_int(rq->db, 0, "SELECT id FROM focus_area WHERE course_id = ? AND id = ? AND state IN ('open', 'chosen')",
	    ARGS(INT(rq->subject), INT(atoll(text))));

	if (id != 0)
		return id;
	return rows_int(rq->db, 0, "SELECT a.id FROM focus_area a WHERE a.course_id = ? AND a.state IN ('open', 'chosen')"
	    " ORDER BY EXISTS (SELECT 1 FROM conference_decision d WHERE d.conference_id = ? AND d.focus_area_id = a.id), a.priority, a.id LIMIT 1",
	    ARGS(INT(rq->subject), INT(ROOM_CONFERENCE(rq))));
}

/* The parts of an intervention, in the order of names[]. */
enum { TITLE, GOAL, PROVIDER, STARTS, ENDS, MEASURED, PARTS };
static const char *const names[PARTS] = { "title", "goal", "provider", "starts-on", "ends-on", "first-measurement-on" };

/* Only what is published: a draft is its department's, what was retired is offered no more. */
static bool
find_offered(struct request *rq, long long version, struct catalogue_entry *out)
{
	return catalogue_find(rq, version, out) && strcmp(out->state, "published") == 0;
}

static void
begin_with_version(struct request *rq, long long version, const char *out[PARTS])
{
	struct catalogue_entry entry;
	struct proposed_dates s;

	if (!find_offered(rq, version, &entry))
		return;
	proposal_dates(rq, &entry, &s);
	out[TITLE] = entry.title;
	out[GOAL] = entry.goal;
	out[PROVIDER] = entry.provider;
	out[STARTS] = request_format(rq, "%s", s.starts.iso);
	out[ENDS] = s.open ? NULL : request_format(rq, "%s", s.ends.iso);
	out[MEASURED] = request_format(rq, "%s", s.measured.iso);
}

/* Own words begin with what was suggested for the finding. */
static void
begin_with_finding(struct request *rq, const char *out[PARTS])
{
	const struct catalogue_entry none = { .waiting_days = -1, .usual_weeks = -1 };
	struct proposed_dates s;

	proposal_dates(rq, &none, &s);
	out[TITLE] = rows_text(rq->db, rq, "SELECT TRIM(TRAILING '.' FROM LEFT(suggestion, 200)) FROM focus_area WHERE course_id = ? AND id = ?",
	    ARGS(INT(rq->subject), INT(room_finding(rq))));
	out[STARTS] = request_format(rq, "%s", s.starts.iso);
	out[MEASURED] = request_format(rq, "%s", s.measured.iso);
}

/* Returns its revision; 0: it is not there any more. */
static long long
begin_with_decision(struct request *rq, long long decision, const char *out[PARTS])
{
	const char *is[PARTS + 1];

	if (!rows_one(rq->db, rq, is, PARTS + 1, "SELECT title, goal, provider_uid, starts_on, ends_on, first_measurement_on, revision"
	    " FROM conference_decision WHERE course_id = ? AND conference_id = ? AND id = ?",
	    ARGS(INT(rq->subject), INT(ROOM_CONFERENCE(rq)), INT(decision))))
		return 0;
	memcpy(out, is, PARTS * sizeof *out);
	return atoll(is[PARTS]);
}

/* The hidden field says what is written, also after somebody else changed it. */
static void
set_writing(xmlNode *form, const char *text)
{
	xmlNode *field = form_part(form, "field", "writing"), *value = node_child(field, "value");

	if (value != NULL) {
		xmlUnlinkNode(value);
		xmlFreeNode(value);
	}
	if (field != NULL)
		node_add_text(field, "value", text);
}

void
room_fill_writing(struct request *rq, xmlNode *form)
{
	struct writing w = room_writing(rq);
	const char *begins[PARTS] = { NULL }, *typed, *of;
	long long revision = 0;
	bool is, drafted;
	size_t i;

	if (w.kind == 'v')
		begin_with_version(rq, w.id, begins);
	else if (w.kind == 'o')
		begin_with_finding(rq, begins);
	else if (w.kind == 'd')
		revision = begin_with_decision(rq, w.id, begins);
	of = room_drafted(rq, "writing", &drafted);
	drafted = w.kind != 0 && drafted && of != NULL && strcspn(of, "-") == strcspn(w.text, "-") && strncmp(of, w.text, strcspn(of, "-")) == 0;
	for (i = 0; i < PARTS; i++) {
		typed = drafted ? room_drafted(rq, names[i], &is) : NULL;
		if (w.kind == 0)
			form_drop(form, "field", names[i]);
		else
			form_set(form, names[i], typed != NULL ? typed : begins[i]);
	}
	if (w.kind != 0)
		set_writing(form, w.kind == 'd' ? request_format(rq, "d%lld-%lld", w.id, revision) : w.text);
}

bool
room_chosen_elsewhere(struct request *rq, long long version, long long finding)
{
	return rows_int(rq->db, 0, "SELECT id FROM conference_decision WHERE course_id = ? AND conference_id = ? AND catalogue_version_id = ?"
	    " AND COALESCE(focus_area_id, 0) <> ? LIMIT 1 FOR UPDATE", ARGS(INT(rq->subject), INT(ROOM_CONFERENCE(rq)), INT(version), INT(finding))) != 0;
}

bool
room_take(struct request *rq, long long version, long long finding)
{
	struct catalogue_entry entry;
	struct proposed_dates s;

	if (!find_offered(rq, version, &entry)) {
		fail_request(rq, FAIL_INPUT, "not-offered");
		return true;
	}
	if (entry.provider == NULL || entry.goal == NULL)
		return false;
	/* Pressed in two windows it is one decision. */
	if (rows_int(rq->db, 0, "SELECT id FROM conference_decision WHERE course_id = ? AND conference_id = ? AND catalogue_version_id = ?"
	    " AND COALESCE(focus_area_id, 0) = ? FOR UPDATE", ARGS(INT(rq->subject), INT(ROOM_CONFERENCE(rq)), INT(version), INT(finding))) != 0)
		return true;
	proposal_dates(rq, &entry, &s);
	exec_insert(rq->db, "INSERT INTO conference_decision (course_id, conference_id, focus_area_id, catalogue_version_id, title, goal, provider_uid,"
	    " starts_on, ends_on, first_measurement_on, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	    ARGS(INT(rq->subject), INT(ROOM_CONFERENCE(rq)), finding == 0 ? NOTHING : INT(finding), INT(version), TEXT(entry.title), TEXT(entry.goal),
	    TEXT(entry.provider), TEXT(s.starts.iso), s.open ? NOTHING : TEXT(s.ends.iso), TEXT(s.measured.iso), TEXT(rq->user->uid)));
	return true;
}

/* Nothing of it was typed: who presses something else wants none of it. */
static bool
is_untouched(struct request *rq, const struct writing *w)
{
	const char *begins[PARTS] = { NULL }, *typed;
	size_t i;

	if (w->kind == 'v')
		begin_with_version(rq, w->id, begins);
	else if (w->kind == 'o')
		begin_with_finding(rq, begins);
	else
		begin_with_decision(rq, w->id, begins);
	for (i = 0; i < PARTS; i++) {
		typed = field_text(rq, names[i]);
		if (typed == NULL ? begins[i] != NULL : begins[i] == NULL || strcmp(typed, begins[i]) != 0)
			return false;
	}
	return true;
}

static void
require(struct request *rq, const char *name)
{
	if (field_text(rq, name) == NULL)
		field_error(rq, name, "required");
}

/* The day on which it is decided; it was kept before. */
static const char *
conference_day(struct request *rq)
{
	const char *day = rows_text(rq->db, rq, "SELECT held_on FROM conference WHERE course_id = ? AND id = ?",
	    ARGS(INT(rq->subject), INT(ROOM_CONFERENCE(rq))));

	return day == NULL ? request_today(rq) : day;
}

static bool
check_written(struct request *rq)
{
	const char *starts = field_text(rq, "starts-on"), *ends = field_text(rq, "ends-on"), *measured = field_text(rq, "first-measurement-on");

	require(rq, "title");
	require(rq, "goal");
	require(rq, "provider");
	require(rq, "starts-on");
	require(rq, "first-measurement-on");
	if (starts != NULL && !request_failed(rq))
		room_check_ahead(rq, "starts-on", starts, conference_day(rq));
	if (starts != NULL && ends != NULL && strcmp(ends, starts) < 0)
		field_error(rq, "ends-on", "before-start");
	if (starts != NULL && measured != NULL && strcmp(measured, starts) < 0)
		field_error(rq, "first-measurement-on", "before-start");
	else if (measured != NULL && ends != NULL && strcmp(measured, ends) > 0)
		field_error(rq, "first-measurement-on", "after-end");
	return !request_failed(rq);
}

static void
change_decision(struct request *rq, const struct writing *w)
{
	const char *now[PARTS] = { NULL };
	long long revision = begin_with_decision(rq, w->id, now);

	if (revision == 0)
		fail_request(rq, FAIL_INPUT, "decision-gone");
	else if (w->revision != revision)
		fail_request(rq, FAIL_STALE, NULL);
	else
		exec(rq->db, "UPDATE conference_decision SET title = ?, goal = ?, provider_uid = ?, starts_on = ?, ends_on = ?, first_measurement_on = ?,"
		    " changed_by = ?, revision = revision + 1 WHERE course_id = ? AND conference_id = ? AND id = ?",
		    ARGS(FIELD(rq, "title"), FIELD(rq, "goal"), FIELD(rq, "provider"), FIELD(rq, "starts-on"), FIELD(rq, "ends-on"),
		    FIELD(rq, "first-measurement-on"), TEXT(rq->user->uid), INT(rq->subject), INT(ROOM_CONFERENCE(rq)), INT(w->id)));
}

bool
room_write(struct request *rq)
{
	struct writing w = room_writing(rq);
	struct catalogue_entry entry;
	long long finding = room_finding(rq);

	if (w.kind == 0 || (strcmp(rq->submit, "write") != 0 && is_untouched(rq, &w)))
		return true;
	if (!check_written(rq))
		return false;
	if (w.kind == 'd') {
		change_decision(rq, &w);
		return !request_failed(rq);
	}
	if (w.kind == 'v' && !find_offered(rq, w.id, &entry)) {
		fail_request(rq, FAIL_INPUT, "not-offered");
		return false;
	}
	exec_insert(rq->db, "INSERT INTO conference_decision (course_id, conference_id, focus_area_id, catalogue_version_id, title, goal, provider_uid,"
	    " starts_on, ends_on, first_measurement_on, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	    ARGS(INT(rq->subject), INT(ROOM_CONFERENCE(rq)), finding == 0 ? NOTHING : INT(finding), w.kind == 'v' ? INT(w.id) : NOTHING,
	    FIELD(rq, "title"), FIELD(rq, "goal"), FIELD(rq, "provider"), FIELD(rq, "starts-on"), FIELD(rq, "ends-on"),
	    FIELD(rq, "first-measurement-on"), TEXT(rq->user->uid)));
	return !request_failed(rq);
}

/* Who takes it back is told by its last version. */
void
room_drop(struct request *rq, long long decision)
{
	const struct value course = INT(rq->subject), conference = INT(ROOM_CONFERENCE(rq)), id = INT(decision);

	exec(rq->db, "UPDATE conference_decision SET changed_by = ? WHERE course_id = ? AND conference_id = ? AND id = ?",
	    ARGS(TEXT(rq->user->uid), course, conference, id));
	exec(rq->db, "DELETE FROM conference_decision WHERE course_id = ? AND conference_id = ? AND id = ?", ARGS(course, conference, id));
}
