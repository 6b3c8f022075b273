/*
 * /plan/late - for who leads: what is late in the department's courses (deadlines, a provider's measurements, decisions on what does not
 * work), and which of them lie still.
 *	<late-work still-days> <form late/> <late-caseworker uid name late still href/>*
 *	<list name="late"> <late what [kind title] since days course-id state citizen-id citizen caseworker caseworker-name law [protected] href/>* </list> </late-work>
 * A course that is paused does not lie still, and what rests is not late; nor is a decision that was asked for today.
 */
#include <string.h>

#include "domain/choice.h"
#include "domain/citizen.h"
#include "domain/measurement.h"
#include "domain/permission.h"
#include "domain/still.h"
#include "plan/pages.h"
#include "sql/rows.h"
#include "web/form.h"
#include "web/list.h"
#include "xml/node.h"

static void
caseworker_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT s.uid, s.name FROM staff s WHERE EXISTS (SELECT 1 FROM course c WHERE c.caseworker_uid = s.uid"
	    " AND c.department_id = ? AND c.state NOT IN ('closed', 'closed-low')) ORDER BY s.name, s.uid", ARGS(TEXT(rq->user->department)));
}

static const char *const whats[] = { "deadline", "measurement", "stop-task", "still", NULL };
static const struct field filter_fields[] = {
	{ .name = "late-kind",  .type = FIELD_CHOICE, .choices = whats },
	{ .name = "caseworker", .type = FIELD_CHOICE, .source = caseworker_choices },
	{ .name = "days",       .type = FIELD_INTEGER, .max = 999 },
	{ 0 }
};
static const char *const filter_submits[] = { "filter", NULL };
static const struct form filter_form = { .name = "late", .fields = filter_fields, .submits = filter_submits, .get = true };

/*
 * Arguments: today, department, what, caseworker, days; today, department; today, department, today; today, department; department, 1 where those that lie
 * still are asked for (it takes long to find them), today, days of lying still.
 */
#define LATE \
	" FROM (SELECT CAST(? AS DATE) AS today, ? AS department, ? AS what, ? AS caseworker, ? AS days) t" \
	" JOIN (SELECT 'deadline' AS what, l.kind, l.due_on AS since, l.law, NULL AS title, l.course_id FROM deadline l JOIN course o ON o.id = l.course_id" \
	"    AND o.state NOT IN ('closed', 'closed-low') WHERE l.done_on IS NULL AND l.rests_since IS NULL AND l.due_on < ? AND o.department_id = ?" \
	"   UNION ALL SELECT 'measurement', NULL, m.due, NULL, m.title, m.course_id FROM (SELECT i.course_id, i.title, " MEASUREMENT_DUE("i", "'provider'") \
	"     AS due FROM intervention i JOIN course c ON c.id = i.course_id WHERE i.state = 'running' AND c.state IN ('planning', 'active')" \
	"     AND (i.ends_on IS NULL OR i.ends_on >= ?) AND c.department_id = ?) m WHERE m.due < CAST(? AS DATE)" \
	"   UNION ALL SELECT 'stop-task', NULL, k.raised_on, NULL, i.title, k.course_id FROM stop_task k JOIN intervention i ON i.id = k.intervention_id" \
	"    JOIN course c ON c.id = k.course_id WHERE k.answered_on IS NULL AND k.raised_on < CAST(? AS DATE) AND c.state IN ('planning', 'active')" \
	"    AND c.department_id = ?" \
	"   UNION ALL SELECT 'still', NULL, s.since, NULL, NULL, s.id FROM (SELECT c.id, " STILL_LATEST " AS since FROM course c" \
	"    WHERE c.department_id = ? AND ? = 1 AND c.state NOT IN ('closed', 'closed-low', 'paused')) s WHERE s.since <= CAST(? AS DATE) - INTERVAL ? DAY) x" \
	"  ON t.what IS NULL OR x.what = t.what COLLATE utf8mb4_general_ci" \
	" JOIN course c ON c.id = x.course_id AND (t.caseworker IS NULL OR c.caseworker_uid = t.caseworker)" \
	" JOIN citizen z ON z.id = c.citizen_id JOIN staff w ON w.uid = c.caseworker_uid" \
	" WHERE DATEDIFF(t.today, x.since) >= t.days"
#define LATE_ROWS(order) \
	"SELECT x.what, x.kind, x.title, x.since, DATEDIFF(t.today, x.since) AS days, x.law, c.id AS 'course-id', c.state, z.id AS 'citizen-id', z.name AS citizen," \
	"  c.caseworker_uid AS caseworker, w.name AS 'caseworker-name'," \
	"  CASE WHEN z.protection_from <= t.today AND (z.protection_to IS NULL OR z.protection_to >= t.today) THEN 'yes' END AS protected" \
	LATE " ORDER BY " order " LIMIT ? OFFSET ?"

static const struct list_sort sorts[] = {
	{ "since",       LATE_ROWS("x.since, c.id, x.what, x.kind") },
	{ "-since",      LATE_ROWS("x.since DESC, c.id, x.what, x.kind") },
	{ "name",        LATE_ROWS("z.name, c.id, x.what, x.kind") },
	{ "-name",       LATE_ROWS("z.name DESC, c.id, x.what, x.kind") },
	{ "caseworker",  LATE_ROWS("w.name, x.since, c.id, x.what, x.kind") },
	{ "-caseworker", LATE_ROWS("w.name DESC, x.since, c.id, x.what, x.kind") },
	{ NULL, NULL }
};

/* The parameter where it is one of the choices. */
static const char *
asked_what(const struct request *rq)
{
	const char *asked = query_text(rq, "late-kind");
	size_t i;

	for (i = 0; whats[i] != NULL; i++)
		if (asked != NULL && strcmp(asked, whats[i]) == 0)
			return whats[i];
	return NULL;
}

enum { VALUES = 17 };

static const struct value *
asked(struct request *rq, const char *what, const char *caseworker, long long days, struct value values[VALUES])
{
	const struct value today = TEXT(request_today(rq)), department = TEXT(rq->user->department);
	const struct value all[] = { today, department, TEXT(what), TEXT(caseworker), INT(days), today, department,
	    today, department, today, today, department, department, INT(what == NULL || strcmp(what, "still") == 0 ? 1 : 0), today, INT(STILL_DAYS),
	    { VALUE_END, 0, NULL, 0 } };

	_Static_assert(sizeof all / sizeof all[0] == VALUES, "as many as the statement asks for");

	memcpy(values, all, sizeof all);
	return values;
}

static void
add_caseworkers(struct request *rq, xmlNode *parent)
{
	struct value values[VALUES];
	xmlNode *row;

	rows_add(rq->db, parent, "late-caseworker", "SELECT w.uid, w.name, SUM(x.what <> 'still') AS late, SUM(x.what = 'still') AS still" LATE
	    " GROUP BY w.uid, w.name ORDER BY COUNT(*) DESC, w.name, w.uid", asked(rq, NULL, NULL, 0, values));
	for (row = node_child(parent, "late-caseworker"); row != NULL; row = node_next(row, "late-caseworker"))
		node_set(row, "href", request_href(rq, "/plan/late?caseworker=%s", uri_encode(rq, node_get(row, "uid"))));
}

static void
late_get(struct request *rq, xmlNode *content)
{
	xmlNode *late = node_add(content, "late-work"), *list, *row;
	struct value values[VALUES];

	node_set_int(late, "still-days", STILL_DAYS);
	form_add(rq, late, &filter_form, "/plan/late");
	add_caseworkers(rq, late);
	list = list_add(rq, late, "late", "late", sorts, "SELECT COUNT(*)" LATE,
	    asked(rq, asked_what(rq), query_text(rq, "caseworker"), query_int(rq, "days", 0, 0, 999), values));
	for (row = node_child(list, "late"); row != NULL; row = node_next(row, "late"))
		node_set(row, "href", request_href(rq, "/plan/%s%s", node_get(row, "course-id"), node_get(row, "title") != NULL ? "/progression" : "/control"));
}

const struct route plan_late = { .path = "/plan/late", .page = "late", .menu = "courses", .may = MAY_SEE_CASES | MAY_LEAD, .get = late_get };
