#include <stdlib.h>

#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/documents.h"
#include "sql/day.h"
#include "sql/rows.h"
#include "xml/node.h"

/* The answers since the course began, and those that it began with; only for who may see them. */
static void
add_answers(struct request *rq, xmlNode *course)
{
	xmlNode *document, *next;

	if (!request_may(rq, MAY_ASSESS))
		return;
	rows_add(rq->db, course, "document", "SELECT 'answers' AS kind, s.id, " DANISH_DAY("s.submitted_at") " AS `on` FROM course c"
	    " JOIN screening s ON s.citizen_id = c.citizen_id AND s.state IN ('submitted', 'assessed')"
	    "  AND (s.id = c.screening_id OR " DANISH_DAY("s.submitted_at") " BETWEEN c.opened_on AND COALESCE(c.closed_on, '9999-12-31'))"
	    " WHERE c.id = ? ORDER BY s.submitted_at, s.id", ARGS(INT(rq->subject)));
	for (document = node_child(course, "document"); document != NULL; document = next) {
		long long id = atoll(node_get(document, "id"));

		next = node_next(document, "document");
		if (request_sees(rq, &subject_screening, id))
			node_set(document, "href", request_href(rq, "/screening/%lld", id));
		else
			xmlUnlinkNode(document), xmlFreeNode(document);
	}
}

/* Each has its page, made for paper too. */
static void
add_pages(struct request *rq, xmlNode *course)
{
	static const struct { const char *sql, *path; } pages[] = {
		{ "SELECT 'background' AS kind, COUNT(*) AS id, MAX(told_on) AS `on` FROM background_value WHERE course_id = ? HAVING id > 0", "/background" },
		{ "SELECT 'notes' AS kind, COUNT(*) AS id, " DANISH_DAY("MAX(signed_at)") " AS `on` FROM professional_note WHERE course_id = ? AND state = 'signed'"
		  " HAVING id > 0", "/notes" },
		{ "SELECT 'focus-areas' AS kind, COUNT(*) AS id, " DANISH_DAY("MAX(created_at)") " AS `on` FROM focus_area WHERE course_id = ? HAVING id > 0",
		  "/focus-areas" },
		{ "SELECT 'conference' AS kind, id, held_on AS `on` FROM conference WHERE course_id = ? AND state = 'concluded' ORDER BY held_on, id",
		  "/conference" },
		{ "SELECT 'plan' AS kind, version AS id, COALESCE(agreed_on, " DANISH_DAY("created_at") ") AS `on` FROM plan WHERE course_id = ? ORDER BY version",
		  "/plan" },
		{ "SELECT 'progression' AS kind, COUNT(*) AS id, " DANISH_DAY("MAX(measured_at)") " AS `on` FROM measurement WHERE course_id = ? HAVING id > 0",
		  "/progression" },
	};
	size_t i;

	for (i = 0; i < sizeof pages / sizeof pages[0]; i++) {
		rows_add(rq->db, course, "document", pages[i].sql, ARGS(INT(rq->subject)));
		for (xmlNode *document = node_child(course, "document"); document != NULL; document = node_next(document, "document"))
			if (node_get(document, "href") == NULL)
				node_set(document, "href", request_href(rq, "/plan/%lld%s", rq->subject, pages[i].path));
	}
}

void
documents_print_add(struct request *rq, xmlNode *course)
{
	add_answers(rq, course);
	add_pages(rq, course);
}
