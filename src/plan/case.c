/*
 * /plan/:id/case - all of the case on one page, to read and to print; with ?as-of= as it was then.
 *	<course> <form case/> <record> <part what> <row [name] [words]> <fact field [words] [type]/>* </row>* </part>* </record> </course>
 * Nobody's draft is in it.  ?on= is a day as one types it, and leads to the page as of its end.
 */
#include <string.h>

#include "domain/course.h"
#include "domain/permission.h"
#include "domain/record.h"
#include "domain/subject.h"
#include "plan/moment.h"
#include "plan/notes.h"
#include "plan/pages.h"
#include "plan/past.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static const struct field case_fields[] = {
	{ .name = "on", .type = FIELD_DATE },
	{ 0 }
};
static const char *const case_submits[] = { "show", NULL };
static const struct form case_form = { .name = "case", .fields = case_fields, .submits = case_submits, .get = true };

xmlNode *
case_form_add(struct request *rq, xmlNode *course)
{
	return form_add(rq, course, &case_form, "/plan/%lld/case", rq->subject);
}

/* Was there such a course then? */
static bool
was_there(struct request *rq, const char *moment)
{
	return rows_int(rq->db, 0, "SELECT COUNT(*) FROM course FOR SYSTEM_TIME ALL v WHERE v.id = ? AND v.ROW_START <= ?",
	    ARGS(INT(rq->subject), TEXT(moment))) > 0;
}

static void
parts_add(struct request *rq, xmlNode *course)
{
	xmlNode *record = node_add(course, "record"), *part, *row;
	struct record_eyes eyes = { .reads = notes_readable(rq, course), .own = false };
	const struct record_kind *kind;

	for (kind = record_kinds; kind->what != NULL; kind++) {
		part = node_add(record, "part");
		node_set(part, "what", kind->what);
		if (record_rows_add(rq, part, kind, eyes, rq->as_of) == 0) {
			xmlUnlinkNode(part);
			xmlFreeNode(part);
			continue;
		}
		for (row = node_child(part, "row"); row != NULL; row = node_next(row, "row"))
			xmlUnsetProp(row, (const xmlChar *)"ident");
	}
}

static void
case_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content), *form;
	struct moment on;

	if (course == NULL)
		return;
	form = case_form_add(rq, course);
	if (moment_read(rq, form, "on", &on) && on.sql != NULL) {
		if (was_there(rq, on.sql)) {
			see_other(rq, NULL, "/plan/%lld/case?as-of=%s", rq->subject, on.given);
			return;
		}
		moment_wrong(rq, form, "on", "before-course");
	}
	parts_add(rq, course);
	page_script(rq, "print.js", NULL);
}

const struct route plan_case = {
	.path = "/plan/:id/case", .page = "history-case", .subject = &subject_course, .menu = "courses", .may = MAY_SEE_CASES,
	.get = case_get,
};
