/*
 * /plan/:id/documents/:document - one document: what it is, and what can be done with it.
 *	<course> <case-document .../> <form document-draft/>? <form document-share/>? <form document-wrong/>? </course>
 * POST changes a draft, or files it.  .../share gives it to a provider, or takes it back, and says whether it is sensitive; .../wrong marks it.
 */
#include <stdlib.h>
#include <string.h>

#include "domain/course.h"
#include "domain/citizen.h"
#include "domain/document.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/documents.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

static const struct field draft_fields[] = {
	{ .name = "title", .type = FIELD_LINE, .required = REQUIRED, .max = DOCUMENT_TITLE_MAX, .check = citizen_check_no_cpr },
	DOCUMENT_FIELDS,
	{ 0 }
};
static const char *const draft_submits[] = { "save", "file", NULL };	/* Enter presses the first */
static const struct form draft_form = { .name = "document-draft", .fields = draft_fields, .submits = draft_submits };

static const struct field share_fields[] = {
	{ .name = "sensitive",         .type = FIELD_CHECK },
	{ .name = "document-provider", .type = FIELD_CHOICE, .source = document_provider_choices },
	{ 0 }
};
static const struct form share_form = { .name = "document-share", .fields = share_fields };

static const struct field wrong_fields[] = {
	{ .name = "reason", .type = FIELD_LINE, .required = REQUIRED, .max = 400 },
	{ 0 }
};
static const char *const wrong_submits[] = { "mark-wrong", NULL };
static const struct form wrong_form = { .name = "document-wrong", .fields = wrong_fields, .submits = wrong_submits };

/* What stands there, as forms know it; state NULL: there is none, or the user may not see it. */
struct stored { const char *state, *uid, *provider; long long revision; };

static struct stored
read_stored(struct request *rq, long long document)
{
	const char *is[4];

	if (!rows_one(rq->db, rq, is, 4, "SELECT d.state, d.uid, d.intervention_id, d.revision FROM (SELECT ? AS uid, ? AS secrets, ? AS keeps, 1 AS wrong) p"
	    " JOIN document d ON d.course_id = ? AND d.id = ? WHERE " DOCUMENT_SEEN("d"), ARGS(TEXT(rq->user->uid), INT(document_secrets(rq)),
	    INT(document_keeps(rq)), INT(rq->subject), INT(document))))
		return (struct stored){ .state = NULL };
	return (struct stored){ is[0], is[1], is[2], atoll(is[3]) };
}

/* Who filed it, and who keeps the course's documents. */
static bool
may_change(const struct request *rq, const struct stored *is)
{
	return !request_only_looks(rq) && (strcmp(is->uid, rq->user->uid) == 0 || document_keeps(rq));
}

static void
set_common(xmlNode *form, const xmlNode *document, const struct stored *is)
{
	form_set(form, "sensitive", node_get(document, "sensitive"));
	form_set(form, "document-provider", is->provider);
	documents_tidy_form(form);
	form_set_revision(form, is->revision);
}

static void
add_forms(struct request *rq, xmlNode *course, const xmlNode *document, const struct stored *is)
{
	const char *id = node_get(document, "id");
	xmlNode *form;

	if (strcmp(is->state, "draft") == 0) {
		form = form_add(rq, course, &draft_form, "/plan/%lld/documents/%s", rq->subject, id);
		form_set(form, "title", node_get(document, "title"));
		form_set(form, "document-kind", node_get(document, "kind"));
		form_set(form, "source", node_get(document, "source"));
		form_set(form, "received-on", node_get(document, "received-on"));
		form_set(form, "journal-ref", node_get(document, "journal-ref"));
		set_common(form, document, is);
	} else if (strcmp(is->state, "final") == 0) {
		form = form_add(rq, course, &share_form, "/plan/%lld/documents/%s/share", rq->subject, id);
		set_common(form, document, is);
	}
	if (strcmp(is->state, "wrong") != 0)
		form_set_revision(form_add(rq, course, &wrong_form, "/plan/%lld/documents/%s/wrong", rq->subject, id), is->revision);
}

static void
document_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content), *document;
	struct stored is;

	if (course == NULL)
		return;
	is = read_stored(rq, rq->ids[1]);
	if (is.state == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-document");
		return;
	}
	document = rows_add_one(rq->db, course, "case-document", "SELECT " DOCUMENT_COLUMNS " FROM document d" DOCUMENT_FROM
	    " WHERE d.course_id = ? AND d.id = ?", ARGS(INT(rq->subject), INT(rq->ids[1])));
	if (document == NULL)
		return;
	document_finish(rq, document);
	if (course_writable(rq, course) && may_change(rq, &is))
		add_forms(rq, course, document, &is);
}

/* For each change: lock, look, refuse what is older.  false: the request has failed. */
static bool
begin_change(struct request *rq, const char *wanted_state)
{
	struct stored is;

	if (course_lock(rq, rq->subject) == NULL)
		return false;
	is = read_stored(rq, rq->ids[1]);
	if (is.state == NULL || !may_change(rq, &is)) {
		fail_request(rq, FAIL_DENIED, NULL);
		return false;
	}
	if (revision_stale(rq, is.revision))
		return false;
	if (strcmp(is.state, "wrong") == 0 || (wanted_state != NULL && strcmp(is.state, wanted_state) != 0)) {
		fail_request(rq, FAIL_INPUT, "document-stays");
		return false;
	}
	return true;
}

static void
done(struct request *rq, const char *notice)
{
	see_other(rq, notice, "/plan/%lld/documents/%lld", rq->subject, rq->ids[1]);
}

static void
document_post(struct request *rq)
{
	bool file = strcmp(rq->submit, "file") == 0;

	if (!begin_change(rq, "draft") || !document_goes_together(rq))
		return;
	exec(rq->db, "UPDATE document SET title = ?, kind = ?, source = ?, received_on = ?, journal_ref = ?, is_sensitive = ?, intervention_id = ?,"
	    " state = ?, changed_by = ?, revision = revision + 1 WHERE course_id = ? AND id = ?",
	    ARGS(FIELD(rq, "title"), FIELD(rq, "document-kind"), FIELD(rq, "source"), FIELD(rq, "received-on"), FIELD(rq, "journal-ref"),
	    INT(field_check(rq, "sensitive")), FIELD(rq, "document-provider"), TEXT(file ? "final" : "draft"), TEXT(rq->user->uid), INT(rq->subject),
	    INT(rq->ids[1])));
	done(rq, file ? "document-filed" : "document-kept");
}

static void
share_post(struct request *rq)
{
	if (!begin_change(rq, "final") || !document_goes_together(rq))
		return;
	exec(rq->db, "UPDATE document SET is_sensitive = ?, intervention_id = ?, changed_by = ?, revision = revision + 1 WHERE course_id = ? AND id = ?",
	    ARGS(INT(field_check(rq, "sensitive")), FIELD(rq, "document-provider"), TEXT(rq->user->uid), INT(rq->subject), INT(rq->ids[1])));
	done(rq, "document-shared");
}

/* It is given to nobody any more. */
static void
wrong_post(struct request *rq)
{
	if (!begin_change(rq, NULL))
		return;
	exec(rq->db, "UPDATE document SET state = 'wrong', state_reason = ?, intervention_id = NULL, changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND id = ?", ARGS(FIELD(rq, "reason"), TEXT(rq->user->uid), INT(rq->subject), INT(rq->ids[1])));
	done(rq, "document-wrong");
}

const struct route plan_document = {
	.path = "/plan/:id/documents/:document", .page = "documents-one", .subject = &subject_course, .menu = "courses", .may = MAY_SEE_CASES,
	.may_post = MAY_ANALYSE, .get = document_get, .post = document_post, .form = &draft_form,
};
const struct route plan_document_share = {
	.path = "/plan/:id/documents/:document/share", .page = "documents-one", .subject = &subject_course, .menu = "courses", .may = MAY_SEE_CASES,
	.may_post = MAY_ANALYSE, .get = document_get, .post = share_post, .form = &share_form,
};
const struct route plan_document_wrong = {
	.path = "/plan/:id/documents/:document/wrong", .page = "documents-one", .subject = &subject_course, .menu = "courses", .may = MAY_SEE_CASES,
	.may_post = MAY_ANALYSE, .get = document_get, .post = wrong_post, .form = &wrong_form,
};
