/*
 * /plan/:id/documents - what is filed in this course, with what it came from outside; and what there is of it to print.
 *	<course> <document kind id on href/>* <hidden count/>? <form documents/> <list name="case-documents"> <case-document .../>* </list> <form document/> </course>
 * POST files one document or several.  A refused file is told with <refused-file name why/> in the notice, and none is stored.
 */
#include "plan/documents.h"

#include <string.h>

#include "base/text.h"
#include "domain/citizen.h"
#include "domain/course.h"
#include "domain/document.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "sql/rows.h"
#include "web/list.h"
#include "xml/node.h"

#define ENDINGS ".pdf,.docx,.xlsx,.odt,.ods,.rtf,.jpg,.jpeg,.png,.heic,.heif,.msg,.eml,.txt"

static const struct field upload_fields[] = {
	{ .name = "files", .type = FIELD_FILE, .required = REQUIRED, .most = DOCUMENTS_AT_ONCE, .accept = ENDINGS },
	{ .name = "title", .type = FIELD_LINE, .max = DOCUMENT_TITLE_MAX, .check = citizen_check_no_cpr },
	DOCUMENT_FIELDS,
	{ .name = "twice", .type = FIELD_CHECK },
	{ 0 }
};
static const char *const upload_submits[] = { "file", "keep-draft", NULL };
static const struct form upload_form = { .name = "document", .fields = upload_fields, .submits = upload_submits };

static const struct field find_fields[] = {
	{ .name = "q",             .type = FIELD_LINE, .max = 80 },
	{ .name = "document-kind", .type = FIELD_CHOICE, .choices = document_kinds },
	{ .name = "wrong",         .type = FIELD_CHECK },
	{ 0 }
};
static const struct form find_form = { .name = "documents", .fields = find_fields, .get = true };

/* Arguments: user, secrets, keeps, wrong, course, words, kind. */
#define THAT_FIT \
	" FROM (SELECT ? AS uid, ? AS secrets, ? AS keeps, ? AS wrong, ? AS course, ? AS words, ? AS kind) p JOIN document d ON d.course_id = p.course" \
	DOCUMENT_FROM " WHERE " DOCUMENT_SEEN("d") " AND (p.kind IS NULL OR d.kind = p.kind COLLATE utf8mb4_danish_ci) AND (p.words IS NULL" \
	" OR d.title LIKE p.words COLLATE utf8mb4_danish_ci OR d.source LIKE p.words COLLATE utf8mb4_danish_ci" \
	" OR d.file_name LIKE p.words COLLATE utf8mb4_danish_ci OR d.journal_ref LIKE p.words COLLATE utf8mb4_danish_ci)"
#define LISTED(order) "SELECT " DOCUMENT_COLUMNS THAT_FIT " ORDER BY " order " LIMIT ? OFFSET ?"

static const struct list_sort sorts[] = {
	{ "-received", LISTED("d.received_on DESC, d.id DESC") },
	{ "received",  LISTED("d.received_on, d.id") },
	{ "title",     LISTED("d.title, d.id") },
	{ "-title",    LISTED("d.title DESC, d.id DESC") },
	{ NULL, NULL }
};

static void
list_documents(struct request *rq, xmlNode *course)
{
	const char *q = query_text(rq, "q");
	bool wrong = query_text(rq, "wrong") != NULL;
	xmlNode *list = list_add(rq, course, "case-documents", "case-document", sorts, "SELECT COUNT(*)" THAT_FIT, ARGS(TEXT(rq->user->uid),
	    INT(document_secrets(rq)), INT(document_keeps(rq)), INT(wrong), INT(rq->subject), TEXT(q == NULL ? NULL : text_like(rq, "%", q)),
	    TEXT(query_text(rq, "document-kind")))), *document;

	for (document = node_child(list, "case-document"); document != NULL; document = node_next(document, "case-document")) {
		document_finish(rq, document);
		node_set(document, "href", request_href(rq, "/plan/%lld/documents/%s", rq->subject, node_get(document, "id")));
	}
}

/* That there are some is told to who may not see them; how else could he ask? */
static void
tell_hidden(struct request *rq, xmlNode *course)
{
	long long count = document_secrets(rq) ? 0 : rows_int(rq->db, 0, "SELECT COUNT(*) FROM document d WHERE d.course_id = ? AND d.state = 'final' AND "
	    DOCUMENT_IS_SENSITIVE("d"), ARGS(INT(rq->subject)));

	if (count > 0)
		node_set_int(node_add(course, "hidden-documents"), "count", count);
}

static void
add_upload(struct request *rq, xmlNode *course)
{
	xmlNode *form;

	if (!course_writable(rq, course))
		return;
	form = form_add(rq, course, &upload_form, "/plan/%lld/documents", rq->subject);
	form_set(form, "received-on", request_today(rq));
	/* Asked only of who was told. */
	if (!field_refused(rq, "twice") && !field_check(rq, "twice"))
		form_drop(form, "field", "twice");
	documents_tidy_form(form);
}

static void
documents_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content);

	if (course == NULL)
		return;
	documents_print_add(rq, course);
	tell_hidden(rq, course);
	form_add(rq, course, &find_form, "/plan/%lld/documents", rq->subject);
	list_documents(rq, course);
	add_upload(rq, course);
}

static void
documents_post(struct request *rq)
{
	bool draft = strcmp(rq->submit, "keep-draft") == 0;
	struct takings these;
	size_t i;

	if (!document_goes_together(rq) || !documents_take(rq, &these) || course_lock(rq, rq->subject) == NULL)
		return;
	if (!field_check(rq, "twice") && documents_told_twice(rq, &these))
		return;
	if (these.count > 1 && field_text(rq, "title") != NULL) {
		field_error(rq, "title", "title-of-several");
		return;
	}
	for (i = 0; i < these.count; i++)
		document_store(rq, &these.list[i], draft ? "draft" : "final");
	see_other(rq, draft ? "document-kept" : these.count > 1 ? "documents-filed" : "document-filed", "/plan/%lld/documents", rq->subject);
}

const struct route plan_documents = {
	.path = "/plan/:id/documents", .page = "documents", .subject = &subject_course, .menu = "courses", .may = MAY_SEE_CASES,
	.may_post = MAY_ANALYSE, .files_max = DOCUMENTS_BYTES_MAX, .get = documents_get, .post = documents_post, .form = &upload_form,
};
