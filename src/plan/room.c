/*
 * /plan/:id/conference/:conference - the conference on a screen of its own, for a room where citizen and team sit around a table.
 *	<course> ... <conference .../> <finding id priority kind ...> <description/> <suggestion/> </finding>*
 *	    <offers [q] [track] finding> <catalogue-entry .../>* </offers> <turn/> <missing/>* <draft/>?
 *	    <form conference-room/> | <form conference-open/> </course>
 * Planned: who is expected, and a button that opens it.  Held: one form (room.h).  Concluded or cancelled: the record, to read and to print.
 */
#include <stdlib.h>
#include <string.h>

#include "domain/catalogue.h"
#include "domain/course.h"
#include "domain/course_event.h"
#include "domain/draft.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "plan/room.h"
#include "rule/track.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { OFFERS = 6 };

static const struct field no_fields[] = { { 0 } };
static const char *const open_submits[] = { "open", NULL };
static const struct form open_form = { .name = "conference-open", .fields = no_fields, .submits = open_submits };

static xmlNode *
conference_add(struct request *rq, xmlNode *course)
{
	xmlNode *k = rows_add_one(rq->db, course, "conference", CONFERENCE_COLUMNS " WHERE k.course_id = ? AND k.id = ?",
	    ARGS(INT(rq->subject), INT(ROOM_CONFERENCE(rq))));

	if (k == NULL)
		fail_request(rq, FAIL_MISSING, "no-such-conference");
	return k;
}

static void
findings_add(struct request *rq, xmlNode *course)
{
	long long current = room_finding(rq);
	xmlNode *f;

	rows_add(rq->db, course, "finding",
	    "SELECT a.id, a.priority, a.kind, a.component, a.icf_code AS 'icf-code', COALESCE(a.icf_title, LEFT(a.description, 80)) AS title,"
	    "  a.qualifier_title AS 'qualifier-title', a.profession, s.name AS 'responsible-name', a.description, a.suggestion,"
	    "  (SELECT COUNT(*) FROM conference_decision d WHERE d.conference_id = ? AND d.focus_area_id = a.id) AS decisions"
	    " FROM focus_area a JOIN staff s ON s.uid = a.uid WHERE a.course_id = ? AND a.state IN ('open', 'chosen') ORDER BY a.priority, a.id",
	    ARGS(INT(ROOM_CONFERENCE(rq)), INT(rq->subject)));
	for (f = node_child(course, "finding"); f != NULL; f = node_next(f, "finding"))
		if (atoll(node_get(f, "id")) == current)
			node_set(f, "current", "yes");
}

static bool
is_offered(const xmlNode *offers, const char *version)
{
	const xmlNode *e;

	for (e = node_child(offers, "catalogue-entry"); e != NULL; e = node_next(e, "catalogue-entry"))
		if (strcmp(node_get(e, "version"), version) == 0)
			return true;
	return false;
}

/* What was suggested stands first, marked. */
static void
put_suggested_first(struct request *rq, xmlNode *offers, long long suggested)
{
	const char *version = request_format(rq, "%lld", suggested);
	struct catalogue_entry entry;
	xmlNode *e;

	if (suggested == 0)
		return;
	if (!is_offered(offers, version) && catalogue_find(rq, suggested, &entry))
		catalogue_add(rq, offers, entry.title, NULL, 1);
	for (e = node_child(offers, "catalogue-entry"); e != NULL; e = node_next(e, "catalogue-entry")) {
		if (strcmp(node_get(e, "version"), version) != 0)
			continue;
		node_set(e, "suggested", "yes");
		if (e != offers->children)
			xmlAddPrevSibling(offers->children, e);
		return;
	}
}

/* Taken for this finding, or for another one: perhaps once is enough. */
static void
mark_entry(xmlNode *entry, const xmlNode *decision, long long finding)
{
	const char *version = node_get(decision, "version"), *of = node_get(decision, "finding");

	if (version == NULL || strcmp(version, node_get(entry, "version")) != 0)
		return;
	if ((of == NULL ? 0 : atoll(of)) == finding)
		node_set(entry, "decided", "yes");
	else if (node_get(entry, "decided-for") == NULL)
		node_set(entry, "decided-for", node_get(decision, "finding-title"));
}

static void
mark_taken(xmlNode *offers, const xmlNode *conference, long long finding)
{
	xmlNode *e;
	const xmlNode *d;

	for (e = node_child(offers, "catalogue-entry"); e != NULL; e = node_next(e, "catalogue-entry"))
		for (d = node_child(conference, "decision"); d != NULL; d = node_next(d, "decision"))
			mark_entry(e, d, finding);
}

/* Beside the finding: what was suggested, then what was searched for, else what is on the finding's track. */
static void
offers_add(struct request *rq, xmlNode *course, const xmlNode *conference)
{
	const char *q = rq->form != NULL ? field_text(rq, "q") : query_text(rq, "q"), *is[2], *track;
	long long finding = room_finding(rq);
	xmlNode *offers = node_add(course, "offers");

	rows_one(rq->db, rq, is, 2, "SELECT icf_code, catalogue_version_id FROM focus_area WHERE course_id = ? AND id = ?",
	    ARGS(INT(rq->subject), INT(finding)));
	track = q == NULL ? track_of(is[0]) : NULL;
	node_set(offers, "q", q);
	node_set(offers, "track", track);
	if (finding != 0)
		node_set_int(offers, "finding", finding);
	catalogue_add(rq, offers, q, track, OFFERS);
	if (q == NULL)
		put_suggested_first(rq, offers, is[1] == NULL ? 0 : catalogue_current(rq, atoll(is[1])));
	mark_taken(offers, conference, finding);
}

/* What the course lacks for going on after it. */
static void
lacks_add(struct request *rq, xmlNode *course)
{
	const char *state = node_get(course, "state");

	if (strcmp(state, "assessment") == 0)
		course_missing_add(rq, course, rq->subject, state, COURSE_PREPARE);
}

static bool
is_text_typed(const xmlNode *field)
{
	const char *type = node_get(field, "type");

	return (strcmp(type, "text") == 0 || strcmp(type, "line") == 0) && node_child(field, "value") != NULL;
}

/* Where somebody else ended it meanwhile, what was typed stays to be copied. */
static void
left_over_add(struct request *rq, xmlNode *course)
{
	const struct form *table = room_form(rq);
	const char *const *submit;
	xmlNode *form, *field, *next;

	if (rq->form == NULL || strcmp(rq->form->form->name, table->name) != 0)
		return;
	form = form_add(rq, course, table, "%s", room_path(rq));
	room_fill(rq, course, form);
	for (field = node_child(form, "field"); field != NULL; field = next) {
		next = node_next(field, "field");
		if (!is_text_typed(field)) {
			xmlUnlinkNode(field);
			xmlFreeNode(field);
		}
	}
	for (submit = table->submits; *submit != NULL; submit++)
		form_drop(form, "submit", *submit);
}

static void
held_add(struct request *rq, xmlNode *course, xmlNode *conference)
{
	xmlNode *form;

	findings_add(rq, course);
	offers_add(rq, course, conference);
	lacks_add(rq, course);
	form = form_add(rq, course, room_form(rq), "%s", room_path(rq));
	room_fill(rq, course, form);
	if (form != NULL) {
		room_fill_writing(rq, form);
		page_script(rq, "room.js", NULL);
	}
}

static void
room_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content), *conference = course == NULL ? NULL : conference_add(rq, course);
	const char *state;

	if (conference == NULL)
		return;
	room_add_attendees(rq, conference, ROOM_CONFERENCE(rq));
	room_add_decisions(rq, conference, ROOM_CONFERENCE(rq));
	room_add_turn(rq, course, node_get(conference, "planned-at"));
	state = node_get(conference, "state");
	if (strcmp(state, "held") == 0) {
		held_add(rq, course, conference);
	} else if (strcmp(state, "planned") == 0) {
		lacks_add(rq, course);
		findings_add(rq, course);
		if (course_writable(rq, course))
			form_add(rq, course, &open_form, "%s/open", room_path(rq));
	} else {
		left_over_add(rq, course);
	}
}

/* Back to the screen, to the place where one was: the part of the page, the finding, what was searched for, what is written. */
static void
go_on(struct request *rq, long long finding, const char *writing, const char *part)
{
	const char *q = strcmp(rq->submit, "look") == 0 ? NULL : field_text(rq, "q");

	see_other(rq, NULL, "%s?finding=%lld%s%s%s%s#%s", room_path(rq), finding, q == NULL ? "" : "&q=", q == NULL ? "" : uri_encode(rq, q),
	    writing == NULL ? "" : "&write=", writing == NULL ? "" : writing, part);
}

/* The number that a button sends with its name. */
static long long
pressed(const struct request *rq)
{
	const char *value = pairs_find(&rq->body, rq->submit);

	return value == NULL ? 0 : atoll(value);
}

static void
take(struct request *rq, long long finding)
{
	if (room_chosen_elsewhere(rq, pressed(rq), finding))
		see_other(rq, "chosen-already", "%s?finding=%lld#decisions", room_path(rq), finding);
	else if (room_take(rq, pressed(rq), finding))
		go_on(rq, finding, NULL, "findings");
	else
		go_on(rq, finding, request_format(rq, "v%lld", pressed(rq)), "writing");
}

/* All that was typed is kept by now. */
static void
press(struct request *rq, const struct room *room)
{
	static const struct { const char *submit, *part; } parts[] = { { "all-here", "present" }, { "guest", "present" }, { "find", "findings" },
	    { "write", "decisions" }, { "drop", "decisions" }, { "leave", "findings" }, { "save", "main" } };
	long long finding = room_finding(rq);
	size_t i;

	if (strcmp(rq->submit, "conclude") == 0)
		room_conclude(rq, room);
	else if (strcmp(rq->submit, "take") == 0)
		take(rq, finding);
	else if (strcmp(rq->submit, "look") == 0)
		go_on(rq, pressed(rq), NULL, "findings");
	else if (strcmp(rq->submit, "own") == 0)
		go_on(rq, finding, "own", "writing");
	else if (strcmp(rq->submit, "edit") == 0)
		go_on(rq, finding, request_format(rq, "d%lld", pressed(rq)), "writing");
	else if (strcmp(rq->submit, "drop") == 0)
		room_drop(rq, pressed(rq));
	for (i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (strcmp(rq->submit, parts[i].submit) == 0)
			go_on(rq, finding, NULL, parts[i].part);
}

static void
room_post(struct request *rq)
{
	enum fail f = form_read(rq, room_form(rq));
	struct room room;

	if (f != FAIL_NONE) {
		fail_request(rq, f, NULL);
		return;
	}
	if (form_keeps(rq)) {
		room_draft(rq);
		return;
	}
	if (!room_lock(rq, &room) || draft_overtaken(rq, room_path(rq)) || !room_keep(rq, &room))
		return;
	if (strcmp(room.state, "held") != 0) {
		see_other(rq, "conference-concluded", "%s", room_path(rq));
		return;
	}
	/* What is being written is left by its own button alone. */
	if (strcmp(rq->submit, "leave") != 0 && !room_write(rq))
		return;
	draft_drop(rq, room_path(rq));
	press(rq, &room);
}

static void
open_post(struct request *rq)
{
	const char *state = course_lock(rq, rq->subject);

	if (state != NULL && room_open(rq, ROOM_CONFERENCE(rq), state))
		see_other(rq, NULL, "%s", room_path(rq));
}

const struct route plan_room = {
	.path = "/plan/:id/conference/:conference", .page = "conference-room", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = room_get, .post = room_post, .made_form = room_form,
};

const struct route plan_room_open = {
	.path = "/plan/:id/conference/:conference/open", .page = "conference-room", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = room_get, .post = open_post, .form = &open_form,
};

static void
saved_get(struct request *rq, xmlNode *content)
{
	draft_saved_add(rq, content, room_path(rq));
}

const struct route plan_room_saved = {
	.path = "/plan/:id/conference/:conference/saved", .page = "draft", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES | MAY_RUN_COURSE, .get = saved_get,
};
