/*
 * /plan/days - the days of analysis that one takes part in, or whose department one works in.
 *	<assessment-days [new-href] calendar-href/> <form name="days"/> <list name="days"> <assessment-day-row .../>* </list>
 */
#include <string.h>

#include "domain/permission.h"
#include "plan/day.h"
#include "plan/pages.h"
#include "sql/rows.h"
#include "web/form.h"
#include "web/link.h"
#include "web/list.h"
#include "xml/node.h"

static const char *const whens[] = { "past", "all", NULL };
static const struct field find_fields[] = {
	{ .name = "when", .type = FIELD_CHOICE, .choices = whens },
	{ 0 }
};
static const struct form find_form = { .name = "days", .fields = find_fields, .get = true };

/* Arguments: uid, department (NULL: only one's own days), today, 1 for those to come, 1 for those that were. */
#define DAYS_FROM \
	" FROM (SELECT ? AS uid, ? AS department, CAST(? AS DATE) AS today, ? AS coming, ? AS past) me JOIN assessment_day d" \
	" LEFT JOIN department p ON p.id = d.department_id" \
	" WHERE (me.coming = 1 AND d.held_on >= me.today OR me.past = 1 AND d.held_on < me.today)" \
	"  AND (d.created_by = me.uid OR d.department_id = me.department" \
	"   OR EXISTS (SELECT 1 FROM assessment_member m WHERE m.day_id = d.id AND m.uid = me.uid)" \
	"   OR EXISTS (SELECT 1 FROM assessment_citizen a JOIN course c ON c.id = a.course_id WHERE a.day_id = d.id AND c.caseworker_uid = me.uid))"
#define DAYS \
	"SELECT d.id, d.state, d.held_on AS 'held-on', CAST(d.starts_at AS CHAR(5)) AS 'starts-at', d.place, p.name AS department," \
	"  (SELECT COUNT(*) FROM assessment_citizen a WHERE a.day_id = d.id AND a.state = 'booked') AS citizens," \
	"  (SELECT CAST(GROUP_CONCAT(s.name ORDER BY m.ordinal SEPARATOR ', ') AS CHAR(400)) FROM assessment_member m JOIN staff s ON s.uid = m.uid" \
	"    WHERE m.day_id = d.id) AS team, IF(d.held_on = me.today, 'yes', NULL) AS today" \
	DAYS_FROM

static const struct list_sort sorts[] = {
	{ "held-on",  DAYS " ORDER BY d.held_on, d.starts_at, d.id LIMIT ? OFFSET ?" },
	{ "-held-on", DAYS " ORDER BY d.held_on DESC, d.starts_at, d.id LIMIT ? OFFSET ?" },
	{ NULL, NULL }
};

static void
days_get(struct request *rq, xmlNode *content)
{
	const char *when = query_text(rq, "when");
	bool past = when != NULL && strcmp(when, "past") == 0, all = when != NULL && strcmp(when, "all") == 0;
	xmlNode *head = node_add(content, "assessment-days"), *list;

	if (request_may(rq, MAY_RUN_COURSE))
		node_set(head, "new-href", request_href(rq, "/plan/days/new"));
	if (request_may(rq, MAY_JOIN_DAYS))
		node_set(head, "calendar-href", request_href(rq, "/plan/calendar"));
	form_add(rq, content, &find_form, "/plan/days");
	list = list_add(rq, content, "days", "day", sorts, "SELECT COUNT(*)" DAYS_FROM,
	    ARGS(TEXT(rq->user->uid), TEXT(request_wide(rq) & SUBJECT_WIDE_DEPARTMENT ? rq->user->department : NULL), TEXT(request_today(rq)),
	    INT(past ? 0 : 1), INT(past || all ? 1 : 0)));
	link_rows(rq, list, "day", "id", "/plan/days");
}

const struct route plan_days = {
	.path = "/plan/days", .page = "days", .menu = "days", .may = MAY_SEE_CASES,
	.get = days_get,
};
