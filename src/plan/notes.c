/*
 * /plan/:id/notes - what each profession sees.
 *	<course> <missing-note profession/>* <professional-note id profession state author author-name signed-at [own]>
 *	    <limitation/> <suggestion/> </professional-note>* <hidden-notes count/>? <form professional-note/> </course>
 * A draft is its author's alone.  A colleague's signed note is read after one's own is signed, so that each sees with own
 * eyes; the course's caseworker and team leaders read all.  What is signed is never changed: one adds a note.
 */
#include <stdlib.h>
#include <string.h>

#include "domain/course.h"
#include "domain/course_event.h"
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
	{ 0 }
};
static const char *const note_submits[] = { "save", "sign", NULL };
static const struct form note_form = { .name = "professional-note", .fields = note_fields, .submits = note_submits };

/* Arguments: uid, 1 for who reads all, course. */
#define NOTES \
	" FROM (SELECT ? AS uid, ? AS reads_all) me JOIN professional_note n ON n.course_id = ?"
#define READABLE \
	"(n.uid = me.uid OR (n.state = 'signed' AND (me.reads_all = 1 OR EXISTS (SELECT 1 FROM professional_note o" \
	"  WHERE o.course_id = n.course_id AND o.uid = me.uid AND o.state = 'signed'))))"

static void
add_notes(struct request *rq, xmlNode *course)
{
	const struct value *args = ARGS(TEXT(rq->user->uid), INT(course_own(rq) || course_led(rq) ? 1 : 0), INT(rq->subject));
	long long hidden;

	rows_add(rq->db, course, "professional-note",
	    "SELECT n.id, n.profession, n.state, n.uid AS author, s.name AS 'author-name', n.created_at AS 'created-at',"
	    "  n.signed_at AS 'signed-at', n.limitation, n.suggestion, CASE WHEN n.uid = me.uid THEN 'yes' END AS own"
	    NOTES " JOIN staff s ON s.uid = n.uid WHERE " READABLE
	    " ORDER BY n.state = 'signed', FIELD(n.profession, 'caseworker', 'psychologist', 'physiotherapist', 'nurse', 'other'), n.id",
	    args);
	hidden = rows_int(rq->db, 0, "SELECT COUNT(*)" NOTES " WHERE n.state = 'signed' AND NOT " READABLE, args);
	if (hidden > 0)
		node_set_int(node_add(course, "hidden-notes"), "count", hidden);
}

/* One's own draft, to go on with: the texts and the revision. */
static void
set_draft(struct request *rq, xmlNode *form)
{
	const char *is[3];

	if (!rows_one(rq->db, rq, is, 3, "SELECT revision, limitation, suggestion FROM professional_note"
	    " WHERE course_id = ? AND uid = ? AND state = 'draft' ORDER BY id LIMIT 1", ARGS(INT(rq->subject), TEXT(rq->user->uid))))
		return;
	form_set_revision(form, atoll(is[0]));
	form_set(form, "limitation", is[1]);
	form_set(form, "suggestion", is[2]);
}

static void
notes_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content), *form = NULL;

	if (course == NULL)
		return;
	missing_notes_add(rq, course);
	add_notes(rq, course);
	if (course_writable(rq, course) && profession_of(rq->user->roles) != NULL)
		form = form_add(rq, course, &note_form, "/plan/%lld/notes", rq->subject);
	if (form != NULL)
		set_draft(rq, form);
}

/* Keep the text in the author's draft; the id of its note.  Another window's later draft is not written over: 0. */
static long long
keep_draft(struct request *rq)
{
	const char *is[2];
	long long id;

	if (!rows_one(rq->db, rq, is, 2, "SELECT id, revision FROM professional_note WHERE course_id = ? AND uid = ? AND state = 'draft'"
	    " ORDER BY id LIMIT 1 FOR UPDATE", ARGS(INT(rq->subject), TEXT(rq->user->uid)))) {
		if (revision_stale(rq, 0))
			return 0;
		return exec_insert(rq->db, "INSERT INTO professional_note (course_id, uid, profession, limitation, suggestion, changed_by)"
		    " VALUES (?, ?, ?, ?, ?, ?)", ARGS(INT(rq->subject), TEXT(rq->user->uid), TEXT(profession_of(rq->user->roles)),
		    FIELD(rq, "limitation"), FIELD(rq, "suggestion"), TEXT(rq->user->uid)));
	}
	if (revision_stale(rq, atoll(is[1])))
		return 0;
	id = atoll(is[0]);
	exec(rq->db, "UPDATE professional_note SET limitation = ?, suggestion = ?, changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND id = ? AND state = 'draft'", ARGS(FIELD(rq, "limitation"), FIELD(rq, "suggestion"),
	    TEXT(rq->user->uid), INT(rq->subject), INT(id)));
	return id;
}

/* When the last profession that the frame asks for has signed, the course is ready for its conference. */
static void
move_when_ready(struct request *rq, const char *state)
{
	if (course_ready(rq, rq->subject, state, COURSE_PREPARE))
		course_take(rq, rq->subject, state, COURSE_PREPARE);
}

static void
notes_post(struct request *rq)
{
	const char *state = course_lock(rq, rq->subject);
	bool sign = strcmp(rq->submit, "sign") == 0;
	long long id;

	if (state == NULL)
		return;
	if (profession_of(rq->user->roles) == NULL) {
		fail_request(rq, FAIL_DENIED, NULL);
		return;
	}
	if (field_text(rq, "limitation") == NULL && (sign || field_text(rq, "suggestion") == NULL)) {
		field_error(rq, "limitation", "required");
		return;
	}
	id = keep_draft(rq);
	if (sign && id != 0) {
		exec(rq->db, "UPDATE professional_note SET state = 'signed', signed_at = CURRENT_TIMESTAMP, changed_by = ?,"
		    " revision = revision + 1 WHERE course_id = ? AND id = ?", ARGS(TEXT(rq->user->uid), INT(rq->subject), INT(id)));
		move_when_ready(rq, state);
	}
	see_other(rq, sign ? "signed" : "saved", "/plan/%lld/notes", rq->subject);
}

const struct route plan_notes = {
	.path = "/plan/:id/notes", .page = "notes", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_ANALYSE,
	.get = notes_get, .post = notes_post, .form = &note_form,
};
