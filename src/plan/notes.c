/*
 * /plan/:id/notes - what each profession sees.
 *	<course [to-write]> <missing-note profession/>* <profession name state [waived-on by-name reason]/>*
 *	    <professional-note id profession state author author-name signed-at [own href]> <limitation/> <suggestion/> <addendum/>*
 *	    </professional-note>* <hidden-notes count why/>? <draft/>? <form professional-note/> </course>
 * A draft is its author's alone (domain/draft.h) and no note yet.  What is signed is never changed: one adds to it (addendum.c), or writes
 * another note.
 * /plan/:id/notes/saved - <saved/>, for the script.
 */
#include "plan/notes.h"

#include <stdlib.h>
#include <string.h>

#include "domain/course.h"
#include "domain/course_event.h"
#include "domain/draft.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/missing.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static const struct field note_fields[] = {
	{ .name = "limitation", .type = FIELD_TEXT },
	{ .name = "suggestion", .type = FIELD_TEXT },
	DRAFT_SEEN,
	{ 0 }
};
static const char *const note_submits[] = { "sign", "draft", NULL };
static const struct form note_form = { .name = "professional-note", .fields = note_fields, .submits = note_submits, .keeps = "draft" };

static const char *
notes_path(struct request *rq)
{
	return request_format(rq, "/plan/%lld/notes", rq->subject);
}

/* Is the conference still to come? */
static bool
waits(const xmlNode *course)
{
	return course_step(node_get(course, "state")) < course_step("planning");
}

bool
notes_to_write(const struct request *rq, const xmlNode *course)
{
	const char *mine = profession_of(rq->user->roles);

	return mine != NULL && !course_leads(rq) && waits(course) && course_lists(node_get(course, "professions"), mine)
	    && !course_lists(node_get(course, "signed"), mine) && !course_lists(node_get(course, "waived"), mine);
}

/* A made-up citizen's are read by whoever tries looks on them. */
bool
notes_readable(const struct request *rq, const xmlNode *course)
{
	bool made_up = rq->grade != NULL && strcmp(rq->grade, "fictional") == 0;

	return (made_up || course_leads(rq) || profession_of(rq->user->roles) != NULL) && !notes_to_write(rq, course);
}

/* Each addendum goes into its note. */
static void
addenda_add(struct request *rq, xmlNode *course)
{
	xmlNode *all = node_add(course, "addenda"), *addendum, *next, *note;

	rows_add(rq->db, all, "addendum", "SELECT a.note_id AS id, a.created_at AS 'created-at', s.name AS 'author-name', a.text"
	    " FROM note_addendum a JOIN staff s ON s.uid = a.uid WHERE a.course_id = ? ORDER BY a.id", ARGS(INT(rq->subject)));
	for (addendum = node_child(all, "addendum"); addendum != NULL; addendum = next) {
		next = node_next(addendum, "addendum");
		for (note = node_child(course, "professional-note"); note != NULL; note = node_next(note, "professional-note"))
			if (strcmp(node_get(note, "id"), node_get(addendum, "id")) == 0) {
				xmlUnsetProp(addendum, (const xmlChar *)"id");
				xmlUnlinkNode(addendum);
				xmlAddChild(note, addendum);
				break;
			}
	}
	xmlUnlinkNode(all);
	xmlFreeNode(all);
}

size_t
notes_add(struct request *rq, xmlNode *course, long long note)
{
	size_t count = rows_add(rq->db, course, "professional-note",
	    "SELECT n.id, n.profession, n.state, n.uid AS author, s.name AS 'author-name', n.created_at AS 'created-at',"
	    "  n.signed_at AS 'signed-at', n.limitation, n.suggestion, CASE WHEN n.uid = me.uid THEN 'yes' END AS own"
	    " FROM (SELECT ? AS uid, ? AS may_read, ? AS note) me JOIN professional_note n ON n.course_id = ?"
	    " JOIN staff s ON s.uid = n.uid WHERE n.state = 'signed' AND (n.uid = me.uid OR me.may_read = 1) AND me.note IN (0, n.id)"
	    " ORDER BY FIELD(n.profession, 'caseworker', 'psychologist', 'physiotherapist', 'nurse', 'other'), n.id",
	    ARGS(TEXT(rq->user->uid), INT(notes_readable(rq, course) ? 1 : 0), INT(note), INT(rq->subject)));

	if (count > 0)
		addenda_add(rq, course);
	return count;
}

/* What cannot be read is counted, and why it cannot. */
static void
hidden_add(struct request *rq, xmlNode *course)
{
	long long count = notes_readable(rq, course) ? 0 : rows_int(rq->db, 0,
	    "SELECT COUNT(*) FROM professional_note WHERE course_id = ? AND state = 'signed' AND uid <> ?",
	    ARGS(INT(rq->subject), TEXT(rq->user->uid)));
	xmlNode *hidden;

	if (count == 0)
		return;
	hidden = node_add(course, "hidden-notes");
	node_set_int(hidden, "count", count);
	node_set(hidden, "why", notes_to_write(rq, course) ? "own" : "team");
}

/* A profession that signed, or that the frame waits for. */
static void
profession_add(const struct request *rq, xmlNode *course, const char *name)
{
	bool has = course_lists(node_get(course, "signed"), name), waived = course_lists(node_get(course, "waived"), name);
	xmlNode *profession;

	if (!has && !waived && !course_lists(node_get(course, "professions"), name))
		return;
	profession = node_add(course, "profession");
	node_set(profession, "name", name);
	node_set(profession, "state", has ? (notes_readable(rq, course) ? "signed" : "hidden") : waived ? "waived" : waits(course) ? "missing" : "none");
}

static void
set_waiver(void *user, const char *const *columns, size_t count)
{
	enum { PROFESSION, ON, REASON, BY };
	xmlNode *at;

	(void)count;
	for (at = node_child(user, "profession"); at != NULL; at = node_next(at, "profession"))
		if (strcmp(node_get(at, "name"), columns[PROFESSION]) == 0 && strcmp(node_get(at, "state"), "waived") == 0) {
			node_set(at, "waived-on", columns[ON]);
			node_set(at, "reason", columns[REASON]);
			node_set(at, "by-name", columns[BY]);
		}
}

static void
professions_add(struct request *rq, xmlNode *course)
{
	static const char *const professions[] = { "caseworker", "psychologist", "physiotherapist", "nurse", "other", NULL };
	const char *const *name;

	for (name = professions; *name != NULL; name++)
		profession_add(rq, course, *name);
	rows_each(rq->db, "SELECT v.profession, v.waived_on, v.reason, COALESCE(s.name, v.changed_by) FROM note_waiver v"
	    " LEFT JOIN staff s ON s.uid = v.changed_by WHERE v.course_id = ?", ARGS(INT(rq->subject)), set_waiver, course);
}

/* The number of the user's last signed note, which the form carries as its revision; 0: none. */
static long long
last_own(struct request *rq)
{
	return rows_int(rq->db, 0, "SELECT COALESCE(MAX(id), 0) FROM professional_note WHERE course_id = ? AND uid = ? AND state = 'signed'",
	    ARGS(INT(rq->subject), TEXT(rq->user->uid)));
}

/* What one signed in another window stands beside what was typed in this one. */
static void
set_signed(xmlNode *form, const xmlNode *course, long long id)
{
	const xmlNode *note;

	for (note = node_child(course, "professional-note"); note != NULL; note = node_next(note, "professional-note"))
		if (atoll(node_get(note, "id")) == id) {
			form_set(form, "limitation", node_text(node_child(note, "limitation")));
			form_set(form, "suggestion", node_text(node_child(note, "suggestion")));
		}
}

static void
form_of_note(struct request *rq, xmlNode *course)
{
	xmlNode *form = form_add(rq, course, &note_form, "/plan/%lld/notes", rq->subject);
	long long last = form == NULL ? 0 : last_own(rq);

	form_set_revision(form, last);
	if (form != NULL && node_get(form, "state") != NULL && form_revision(rq) != last)
		set_signed(form, course, last);
	else
		draft_fill(rq, course, form, notes_path(rq));
}

/* Where one adds to one's own notes, and whether something was begun there. */
static void
links_add(struct request *rq, xmlNode *course)
{
	xmlNode *note;
	const char *path;

	for (note = node_child(course, "professional-note"); note != NULL; note = node_next(note, "professional-note")) {
		if (node_get(note, "own") == NULL)
			continue;
		path = request_format(rq, "%s/%s", notes_path(rq), node_get(note, "id"));
		node_set(note, "href", request_href(rq, "%s", path));
		node_set(note, "draft", draft_mark(rq, path) == NULL ? NULL : "yes");
	}
}

static void
notes_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content);

	if (course == NULL)
		return;
	missing_notes_add(rq, course);
	professions_add(rq, course);
	notes_add(rq, course, 0);
	hidden_add(rq, course);
	if (notes_to_write(rq, course))
		node_set(course, "to-write", "yes");
	if (!course_writable(rq, course) || profession_of(rq->user->roles) == NULL)
		return;
	page_script(rq, "draft.js", NULL);
	links_add(rq, course);
	form_of_note(rq, course);
}

static void
keep(struct request *rq)
{
	const char *path = notes_path(rq);

	if (draft_overtaken(rq, path))
		return;
	if (field_text(rq, "limitation") == NULL && field_text(rq, "suggestion") == NULL)
		draft_drop(rq, path);
	else
		draft_keep(rq, path);
	draft_kept(rq, path, path);
}

/* When the last profession that the frame asks for has signed, the course is ready for its conference. */
static void
move_when_ready(struct request *rq, const char *state)
{
	if (course_ready(rq, rq->subject, state, COURSE_PREPARE))
		course_take(rq, rq->subject, state, COURSE_PREPARE);
}

static void
sign(struct request *rq, const char *state)
{
	if (draft_overtaken(rq, notes_path(rq)))
		return;
	if (field_text(rq, "limitation") == NULL) {
		field_error(rq, "limitation", "required");
		return;
	}
	exec(rq->db, "INSERT INTO professional_note (course_id, uid, profession, state, limitation, suggestion, signed_at, changed_by)"
	    " VALUES (?, ?, ?, 'signed', ?, ?, CURRENT_TIMESTAMP, ?)", ARGS(INT(rq->subject), TEXT(rq->user->uid),
	    TEXT(profession_of(rq->user->roles)), FIELD(rq, "limitation"), FIELD(rq, "suggestion"), TEXT(rq->user->uid)));
	draft_drop(rq, notes_path(rq));
	move_when_ready(rq, state);
	see_other(rq, "signed", "/plan/%lld/notes", rq->subject);
}

static void
notes_post(struct request *rq)
{
	const char *state = course_lock(rq, rq->subject);

	if (state == NULL)
		return;
	if (profession_of(rq->user->roles) == NULL)
		fail_request(rq, FAIL_DENIED, NULL);
	else if (form_revision(rq) != last_own(rq))
		fail_request(rq, FAIL_STALE, "note-signed-already");
	else if (form_keeps(rq))
		keep(rq);
	else
		sign(rq, state);
}

static void
saved_get(struct request *rq, xmlNode *content)
{
	draft_saved_add(rq, content, notes_path(rq));
}

const struct route plan_notes = {
	.path = "/plan/:id/notes", .page = "notes", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_ANALYSE,
	.get = notes_get, .post = notes_post, .form = &note_form,
};

const struct route plan_notes_saved = {
	.path = "/plan/:id/notes/saved", .page = "draft", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES | MAY_ANALYSE, .get = saved_get,
};
