/*
 * /plan/:id/history/difference - what became other between two moments: ?from= &to= (none: now), days or moments.
 *	<course> <form difference/> <difference from [to]> <part what> <row change [name] [words]> <changed .../>* </row>* </part>*
 *	</difference>? </course>
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
#include "web/form.h"
#include "xml/node.h"

static const struct field difference_fields[] = {
	{ .name = "from", .type = FIELD_DATE, .required = REQUIRED },
	{ .name = "to",   .type = FIELD_DATE },
	{ 0 }
};
static const char *const difference_submits[] = { "compare", NULL };
static const struct form difference_form = { .name = "difference", .fields = difference_fields, .submits = difference_submits, .get = true };

/* On other pages from and to of the address are others' and not shown in it. */
xmlNode *
difference_form_add(struct request *rq, xmlNode *course)
{
	xmlNode *form = form_add(rq, course, &difference_form, "/plan/%lld/history/difference", rq->subject), *field;

	if (form == NULL || strcmp(rq->route->page, "history-difference") == 0)
		return form;
	for (field = node_child(form, "field"); field != NULL; field = node_next(field, "field")) {
		xmlNode *value = node_child(field, "value");

		if (value != NULL) {
			xmlUnlinkNode(value);
			xmlFreeNode(value);
		}
	}
	return form;
}

static const xmlNode *
row_of(const xmlNode *rows, const char *ident)
{
	const xmlNode *row;

	for (row = node_child(rows, "row"); row != NULL; row = node_next(row, "row"))
		if (strcmp(node_get(row, "ident"), ident) == 0)
			return row;
	return NULL;
}

/* One row that is new, other or gone; nothing where it is the same. */
static void
row_compare(xmlNode *part, const xmlNode *was, const xmlNode *is)
{
	const xmlNode *any = is == NULL ? was : is;
	xmlNode *row = node_add(part, "row");

	if (record_changed_add(row, was, is) == 0 && was != NULL && is != NULL) {
		xmlUnlinkNode(row);
		xmlFreeNode(row);
		return;
	}
	node_set(row, "change", was == NULL ? "created" : is == NULL ? "removed" : "changed");
	node_set(row, "name", node_get(any, "name"));
	node_set(row, "words", node_get(any, "words"));
}

static void
kind_compare(struct request *rq, xmlNode *difference, const struct record_kind *kind, struct record_eyes eyes, const struct moment *from,
    const struct moment *to)
{
	xmlDoc *doc = node_document("rows", NODE_PAGE_NAMESPACE);
	xmlNode *was = node_add(xmlDocGetRootElement(doc), "was"), *is = node_add(xmlDocGetRootElement(doc), "is");
	xmlNode *part = node_add(difference, "part");
	const xmlNode *row;

	node_set(part, "what", kind->what);
	record_rows_add(rq, was, kind, eyes, from->sql);
	record_rows_add(rq, is, kind, eyes, to->sql);
	for (row = node_child(is, "row"); row != NULL; row = node_next(row, "row"))
		row_compare(part, row_of(was, node_get(row, "ident")), row);
	for (row = node_child(was, "row"); row != NULL; row = node_next(row, "row"))
		if (row_of(is, node_get(row, "ident")) == NULL)
			row_compare(part, row, NULL);
	if (node_child(part, "row") == NULL) {
		xmlUnlinkNode(part);
		xmlFreeNode(part);
	}
	xmlFreeDoc(doc);
}

static void
difference_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content), *form, *difference;
	struct record_eyes eyes;
	const struct record_kind *kind;
	struct moment from, to;
	bool right;

	if (course == NULL)
		return;
	form = difference_form_add(rq, course);
	right = moment_read(rq, form, "from", &from);
	right = moment_read(rq, form, "to", &to) && right;
	if (right && from.sql != NULL && to.sql != NULL && strcmp(to.sql, from.sql) < 0)
		moment_wrong(rq, form, "to", "before-start");
	else if (right && from.sql == NULL && query_text(rq, "to") != NULL)
		moment_wrong(rq, form, "from", "required");
	else if (right && from.sql != NULL) {
		difference = node_add(course, "difference");
		node_set(difference, "from", from.given);
		node_set(difference, "to", to.given);
		eyes = (struct record_eyes){ .reads = notes_readable(rq, course), .own = true };
		for (kind = record_kinds; kind->what != NULL; kind++)
			kind_compare(rq, difference, kind, eyes, &from, &to);
	}
}

const struct route plan_difference = {
	.path = "/plan/:id/history/difference", .page = "history-difference", .subject = &subject_course, .menu = "courses", .may = MAY_SEE_CASES,
	.get = difference_get,
};
