/*
 * /plan/:id - the course at a glance: what waits, and the essentials of each tab.
 *	<course> <deadline id kind due-on days late/>* <missing-note profession/>* <focus-area .../>* <intervention .../>*
 *	    <contact .../>* </course>
 */
#include "domain/course.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/missing.h"
#include "plan/pages.h"
#include "plan/timeline.h"
#include "sql/rows.h"
#include "xml/node.h"

static void
add_deadlines(struct request *rq, xmlNode *course)
{
	rows_add(rq->db, course, "deadline",
	    "SELECT l.id, l.kind, l.due_on AS 'due-on', DATEDIFF(l.due_on, t.today) AS days, l.law,"
	    "  CASE WHEN l.due_on < t.today THEN 'yes' END AS late, CASE WHEN l.due_on < t.today THEN DATEDIFF(t.today, l.due_on) END"
	    "   AS 'days-over'"
	    " FROM (SELECT CAST(? AS DATE) AS today) t JOIN deadline l ON l.course_id = ? AND l.done_on IS NULL"
	    " ORDER BY l.due_on, l.id LIMIT 10", ARGS(TEXT(request_today(rq)), INT(rq->subject)));
}

static void
overview_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content);

	if (course == NULL)
		return;
	add_deadlines(rq, course);
	missing_notes_add(rq, course);
	rows_add(rq->db, course, "focus-area",
	    "SELECT id, component, kind, icf_code AS 'icf-code', icf_title AS 'icf-title', qualifier, qualifier_title AS 'qualifier-title',"
	    "  RIGHT(qualifier, 1) AS grade, priority, LEFT(description, 200) AS summary"
	    " FROM focus_area WHERE course_id = ? AND state IN ('open', 'chosen') ORDER BY priority, id LIMIT 6",
	    ARGS(INT(rq->subject)));
	interventions_add(rq, course, true);
	rows_add(rq->db, course, "contact",
	    "SELECT cc.id, COALESCE(s.name, cc.name) AS name, COALESCE(d.name, cc.organisation) AS department, cc.role"
	    " FROM course_contact cc LEFT JOIN staff s ON s.uid = cc.uid"
	    " LEFT JOIN department d ON d.id = s.department_id"
	    " WHERE cc.course_id = ? AND (cc.to_on IS NULL OR cc.to_on > ?) ORDER BY cc.from_on, name LIMIT 12",
	    ARGS(INT(rq->subject), TEXT(request_today(rq))));
}

const struct route plan_overview = {
	.path = "/plan/:id", .page = "overview", .subject = &subject_course, .menu = "courses", .may = MAY_SEE_CASES,
	.get = overview_get,
};
