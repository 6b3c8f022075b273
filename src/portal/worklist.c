#include "portal/worklist.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "domain/permission.h"
#include "domain/survey.h"
#include "sql/day.h"
#include "sql/rows.h"
#include "xml/node.h"

/*
 * Looks wait for other people than cases do, and are about no citizen: statements of their own, for those whom it may concern.  Drafts
 * wait for a second person; who may edit learns that a version was taken out, until another one follows.
 */
static const char asked_sql[] =
    "SELECT 'stylesheet' AS kind, 'asked' AS what, v.department_id AS department, d.name AS 'department-name', v.program,"
    "  COALESCE(s.name, v.asked_by) AS who, " DANISH_DAY("v.asked_at") " AS since, DATEDIFF(?, " DANISH_DAY("v.asked_at") ") AS 'days-waited',"
    "  'soon' AS urgency, CONCAT('/admin/stylesheets/', v.id) AS href"
    " FROM stylesheet_version v JOIN department d ON d.id = v.department_id LEFT JOIN staff s ON s.uid = v.asked_by"
    " WHERE v.state = 'draft' AND v.asked_by IS NOT NULL AND (? = 1 OR v.department_id = ?)"
    "  AND ? NOT IN (v.created_by, v.changed_by, v.asked_by) ORDER BY v.asked_at, v.id LIMIT 50";

static const char failed_sql[] =
    "SELECT 'stylesheet' AS kind, 'failed' AS what, v.department_id AS department, d.name AS 'department-name', v.program,"
    "  " DANISH_DAY("v.retired_at") " AS since, DATEDIFF(?, " DANISH_DAY("v.retired_at") ") AS 'days-waited', 'today' AS urgency,"
    "  CONCAT('/admin/stylesheets/', v.id) AS href"
    " FROM stylesheet_version v JOIN department d ON d.id = v.department_id"
    " WHERE v.state = 'retired' AND v.retired_by IS NULL AND v.retired_at >= NOW() - INTERVAL 30 DAY AND v.department_id = ?"
    "  AND NOT EXISTS (SELECT 1 FROM stylesheet_view w WHERE w.department_id = v.department_id AND w.program = v.program"
    "   AND w.active_id IS NOT NULL)"
    "  AND NOT EXISTS (SELECT 1 FROM stylesheet_version n WHERE n.department_id = v.department_id AND n.program = v.program"
    "   AND (n.retired_at > v.retired_at OR (n.state = 'draft' AND n.created_at >= v.retired_at))) ORDER BY v.retired_at, v.id LIMIT 50";

/* Surveys that ask the user, until his answers are sent. */
static const char survey_sql[] =
    "SELECT 'survey' AS kind, 'asked' AS what, v.title, v.department_id AS department, d.name AS 'department-name', v.closes_on AS 'due-on',"
    "  v.opens_on AS since, DATEDIFF(v.closes_on, me.day) AS 'days-left', IF(v.closes_on <= me.day + INTERVAL 1 DAY, 'today', 'soon')"
    "   AS urgency, CONCAT('/screening/survey/', v.id) AS href"
    " FROM (SELECT ? AS uid, ? AS department, CAST(? AS DATE) AS day) me JOIN survey v JOIN department d ON d.id = v.department_id"
    " WHERE v.closes_on >= me.day AND " SURVEY_STATE("v", "me.day") " = 'open' AND " SURVEY_ASKS("v", "me.department")
    "  AND NOT EXISTS (SELECT 1 FROM survey_participant p WHERE p.survey_id = v.id AND p.uid = me.uid AND p.answered = 1)"
    " ORDER BY v.closes_on, v.id LIMIT 20";

/* One's own days of analysis, a week ahead: what one does there, and that nobody waits elsewhere. */
static const char day_sql[] =
    "SELECT 'day' AS kind, 'own' AS what, d.place AS title, d.department_id AS department, p.name AS 'department-name', d.held_on AS 'due-on',"
    "  DATEDIFF(d.held_on, me.day) AS 'days-left', IF(d.held_on <= me.day + INTERVAL 1 DAY, 'today', 'soon') AS urgency,"
    "  CONCAT('/plan/days/', d.id) AS href"
    " FROM (SELECT ? AS uid, CAST(? AS DATE) AS day) me JOIN assessment_member m ON m.uid = me.uid JOIN assessment_day d ON d.id = m.day_id"
    " JOIN department p ON p.id = d.department_id"
    " WHERE d.state = 'planned' AND d.held_on BETWEEN me.day AND me.day + INTERVAL 7 DAY ORDER BY d.held_on, d.id LIMIT 20";

static struct value
flag(struct request *rq, unsigned long long may)
{
	return INT(request_may(rq, may) ? 1 : 0);
}

static long
count_if(const xmlNode *worklist, const char *attribute, const char *value)
{
	const xmlNode *item;
	long count = 0;

	for (item = node_child(worklist, "item"); item != NULL; item = node_next(item, "item"))
		count += strcmp(node_get(item, attribute), value) == 0;
	return count;
}

static size_t
rank(const xmlNode *item)
{
	static const char *const urgencies[] = { "urgent", "today", "soon" };
	size_t i;

	for (i = 0; i < 2 && strcmp(node_get(item, "urgency"), urgencies[i]) != 0; i++)
		;
	return i;
}

/* So many items came after last (NULL: they are the first ones): each goes before the first item that is less urgent.  Returns how many. */
static size_t
put_in_order(xmlNode *worklist, xmlNode *last, size_t count)
{
	xmlNode *first = count == 0 ? NULL : last == NULL ? worklist->children : last->next, *place, *next;

	for (; first != NULL; first = next) {
		next = node_next(first, "item");
		for (place = node_child(worklist, "item"); place != first && rank(place) <= rank(first);)
			place = node_next(place, "item");
		if (place != first)
			xmlAddPrevSibling(place, first);
	}
	return count;
}

static size_t
add_looks(struct request *rq, xmlNode *worklist, const char *today)
{
	size_t asked = 0, failed = 0;
	xmlNode *last;

	if (request_may(rq, MAY_ACTIVATE_LOOK))
		asked = rows_add(rq->db, worklist, "item", asked_sql,
		    ARGS(TEXT(today), flag(rq, MAY_RUN_LOOKS), TEXT(rq->user->department), TEXT(rq->user->uid)));
	last = worklist->last;
	if (request_may(rq, MAY_EDIT_LOOK))
		failed = rows_add(rq->db, worklist, "item", failed_sql, ARGS(TEXT(today), TEXT(rq->user->department)));
	return asked + put_in_order(worklist, last, failed);
}

static size_t
add_surveys(struct request *rq, xmlNode *worklist, const char *today)
{
	xmlNode *last = worklist->last;

	return put_in_order(worklist, last, rows_add(rq->db, worklist, "item", survey_sql,
	    ARGS(TEXT(rq->user->uid), TEXT(rq->user->department), TEXT(today))));
}

static size_t
add_days(struct request *rq, xmlNode *worklist, const char *today)
{
	xmlNode *last = worklist->last;

	return put_in_order(worklist, last, rows_add(rq->db, worklist, "item", day_sql, ARGS(TEXT(rq->user->uid), TEXT(today))));
}

static size_t
add_conferences(struct request *rq, xmlNode *worklist, const char *today)
{
	xmlNode *last = worklist->last;

	return put_in_order(worklist, last, request_may(rq, MAY_SEE_CASES) ? worklist_add_conferences(rq, worklist, today) : 0);
}

static size_t
add_receipts(struct request *rq, xmlNode *worklist)
{
	xmlNode *last = worklist->last;

	return put_in_order(worklist, last, worklist_add_receipts(rq, worklist));
}

static void
count_items(xmlNode *worklist, size_t total)
{
	static const char *const kinds[] = { "triage", "deadline", "note", "conference", "day", "intervention", "measurement", "screening", "message",
	    "survey", "stylesheet" };
	static const char *const urgencies[] = { "urgent", "today", "soon" };
	xmlNode *first = node_child(worklist, "item");
	size_t i;

	node_set_int(worklist, "total", (long long)total);
	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		long count = count_if(worklist, "kind", kinds[i]);
		xmlNode *kind;

		if (count == 0)
			continue;
		kind = node_add(worklist, "kind");
		node_set(kind, "name", kinds[i]);
		node_set_int(kind, "count", count);
		xmlAddPrevSibling(first, kind);
	}
	for (i = 0; i < sizeof urgencies / sizeof urgencies[0]; i++)
		node_set_int(worklist, urgencies[i], count_if(worklist, "urgency", urgencies[i]));
}

static void
keep_only(xmlNode *worklist, const char *only)
{
	xmlNode *item, *next;

	for (item = node_child(worklist, "item"); item != NULL; item = next) {
		next = node_next(item, "item");
		if (strcmp(node_get(item, "kind"), only) != 0) {
			xmlUnlinkNode(item);
			xmlFreeNode(item);
		}
	}
	node_set(worklist, "only", only);
}

void
worklist_add(struct request *rq, xmlNode *parent, const char *only)
{
	xmlNode *worklist = node_add(parent, "worklist"), *item;
	struct date today;
	size_t total;

	date_today(&today);
	total = worklist_add_cases(rq, worklist, today.iso);
	total += add_looks(rq, worklist, today.iso);
	total += add_surveys(rq, worklist, today.iso);
	total += add_days(rq, worklist, today.iso);
	total += add_conferences(rq, worklist, today.iso);
	total += add_receipts(rq, worklist);
	count_items(worklist, total);
	if (only != NULL)
		keep_only(worklist, only);
	for (item = node_child(worklist, "item"); item != NULL; item = node_next(item, "item"))
		node_set(item, "href", request_href(rq, "%s", node_get(item, "href")));
}

void
caseload_add(struct request *rq, xmlNode *parent)
{
	xmlNode *caseload = node_add(parent, "caseload"), *count;
	long long total = 0;

	if (request_may(rq, MAY_LEAD))
		rows_add(rq->db, caseload, "count",
		    "SELECT state, COUNT(*) AS courses FROM course WHERE department_id = ? AND " OPEN_COURSE("course")
		    " GROUP BY state ORDER BY state", ARGS(TEXT(rq->user->department)));
	else
		rows_add(rq->db, caseload, "count",
		    "SELECT state, COUNT(*) AS courses FROM course WHERE caseworker_uid = ? AND " OPEN_COURSE("course")
		    " GROUP BY state ORDER BY state", ARGS(TEXT(rq->user->uid)));
	for (count = node_child(caseload, "count"); count != NULL; count = node_next(count, "count"))
		total += atoll(node_get(count, "courses"));
	node_set_int(caseload, "total", total);
	node_set(caseload, "of", request_may(rq, MAY_LEAD) ? "department" : "own");
}
