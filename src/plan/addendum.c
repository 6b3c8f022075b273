/*
 * /plan/:id/notes/:note - one signed note, and what its author adds to it.
 *	<course> <professional-note/> <draft/>? <form addendum/>? </course>
 * What is typed is kept as a draft, as with notes.
 * /plan/:id/notes/:note/saved - <saved/>, for the script.
 */
#include <string.h>

#include "domain/course.h"
#include "domain/draft.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/notes.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

enum { COURSE, NOTE };

static const struct field addendum_fields[] = {
	{ .name = "addendum", .type = FIELD_TEXT, .required = REQUIRED },
	DRAFT_SEEN,
	{ 0 }
};
static const char *const addendum_submits[] = { "add", "draft", NULL };
static const struct form addendum_form = { .name = "addendum", .fields = addendum_fields, .submits = addendum_submits, .keeps = "draft" };

static const char *
addendum_path(struct request *rq)
{
	return request_format(rq, "/plan/%lld/notes/%lld", rq->ids[COURSE], rq->ids[NOTE]);
}

/* What was added so far, which the form carries as its revision: two windows add the same thing once. */
static long long
last_addendum(struct request *rq)
{
	return rows_int(rq->db, 0, "SELECT COALESCE(MAX(id), 0) FROM note_addendum WHERE course_id = ? AND note_id = ?",
	    ARGS(INT(rq->ids[COURSE]), INT(rq->ids[NOTE])));
}

static void
form_of_addendum(struct request *rq, xmlNode *course)
{
	xmlNode *form = form_add(rq, course, &addendum_form, "/plan/%lld/notes/%lld", rq->ids[COURSE], rq->ids[NOTE]);
	long long last = form == NULL ? 0 : last_addendum(rq);

	form_set_revision(form, last);
	if (form == NULL || node_get(form, "state") == NULL || form_revision(rq) == last)
		draft_fill(rq, course, form, addendum_path(rq));
}

static void
addendum_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content), *note;

	if (course == NULL)
		return;
	if (notes_add(rq, course, rq->ids[NOTE]) == 0) {
		fail_request(rq, FAIL_MISSING, "no-such-note");
		return;
	}
	page_script(rq, "draft.js", NULL);
	note = node_child(course, "professional-note");
	if (course_writable(rq, course) && node_get(note, "own") != NULL)
		form_of_addendum(rq, course);
}

static void
keep(struct request *rq)
{
	const char *path = addendum_path(rq);

	if (draft_overtaken(rq, path))
		return;
	if (field_text(rq, "addendum") == NULL)
		draft_drop(rq, path);
	else
		draft_keep(rq, path);
	draft_kept(rq, path, path);
}

static void
add(struct request *rq)
{
	if (draft_overtaken(rq, addendum_path(rq)))
		return;
	exec(rq->db, "INSERT INTO note_addendum (course_id, note_id, uid, text, changed_by) VALUES (?, ?, ?, ?, ?)",
	    ARGS(INT(rq->ids[COURSE]), INT(rq->ids[NOTE]), TEXT(rq->user->uid), FIELD(rq, "addendum"), TEXT(rq->user->uid)));
	draft_drop(rq, addendum_path(rq));
	see_other(rq, "addendum-added", "/plan/%lld/notes", rq->ids[COURSE]);
}

static void
addendum_post(struct request *rq)
{
	const char *author;

	if (course_lock(rq, rq->subject) == NULL)
		return;
	author = rows_text(rq->db, rq, "SELECT uid FROM professional_note WHERE course_id = ? AND id = ? AND state = 'signed'",
	    ARGS(INT(rq->ids[COURSE]), INT(rq->ids[NOTE])));
	if (author == NULL)
		fail_request(rq, FAIL_MISSING, "no-such-note");
	else if (strcmp(author, rq->user->uid) != 0)
		fail_request(rq, FAIL_DENIED, NULL);
	else if (form_revision(rq) != last_addendum(rq))
		fail_request(rq, FAIL_STALE, "addendum-already");
	else if (form_keeps(rq))
		keep(rq);
	else
		add(rq);
}

static void
saved_get(struct request *rq, xmlNode *content)
{
	draft_saved_add(rq, content, addendum_path(rq));
}

const struct route plan_addendum = {
	.path = "/plan/:id/notes/:note", .page = "notes-addendum", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_ANALYSE,
	.get = addendum_get, .post = addendum_post, .form = &addendum_form,
};

const struct route plan_addendum_saved = {
	.path = "/plan/:id/notes/:note/saved", .page = "draft", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES | MAY_ANALYSE, .get = saved_get,
};
