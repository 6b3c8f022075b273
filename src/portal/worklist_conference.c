/* worklist_conference.c - the conferences that the user goes to, in the worklist. */
#include "base/date.h"
#include "domain/citizen.h"
#include "portal/worklist.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { DAYS_AHEAD = 7 };

/* Those of the courses that he looks after (desk, as in worklist.c) or takes part in; one that is being held waits for its end. */
static const char conference_sql[] =
    "WITH me AS (SELECT ? AS uid, CAST(? AS DATE) AS today),"
    " desk AS (SELECT uid, NULL AS name FROM me UNION SELECT a.uid, s.name FROM me JOIN staff_absence a ON a.deputy_uid = me.uid"
    "  AND a.from_on <= me.today AND a.to_on >= me.today JOIN staff s ON s.uid = a.uid)"
    " SELECT 'conference' AS kind, k.state AS what, k.place AS title, desk.name AS who, z.id AS 'citizen-id', z.name AS citizen,"
    "  " CPR_MASKED("p.cpr") " AS cpr, IF(p.kind = 'replacement', 'replacement', NULL) AS 'cpr-kind',"
    "  IF(z.protection_from <= me.today AND (z.protection_to IS NULL OR z.protection_to >= me.today), 'yes', NULL) AS protected,"
    "  COALESCE(k.planned_at, k.held_on) AS 'planned-at', k.held_on AS 'due-on', 'today' AS urgency,"
    "  CONCAT('/plan/', c.id, '/conference/', k.id) AS href"
    " FROM me JOIN conference k ON (k.state = 'planned' AND k.planned_at >= ? AND k.planned_at < ?) OR (k.state = 'held' AND k.held_on = me.today)"
    " JOIN course c ON c.id = k.course_id AND c.state NOT IN ('closed', 'closed-low') JOIN citizen z ON z.id = c.citizen_id AND z.death_date IS NULL"
    " JOIN citizen_cpr p ON p.citizen_id = z.id LEFT JOIN desk ON desk.uid = c.caseworker_uid"
    " WHERE desk.uid IS NOT NULL OR EXISTS (SELECT 1 FROM course_contact t WHERE t.course_id = c.id AND t.uid = me.uid AND t.from_on <= me.today"
    "  AND (t.to_on IS NULL OR t.to_on > me.today)) ORDER BY k.planned_at, k.id LIMIT 50";

/* The day in Denmark, and how far that is. */
static void
set_due(xmlNode *item, const char *today)
{
	struct date on;
	char hhmm[6];
	long left;

	if (node_get(item, "due-on") == NULL && date_local(node_get(item, "planned-at"), &on, hhmm))
		node_set(item, "due-on", on.iso);
	left = date_days(today, node_get(item, "due-on"));
	node_set_int(item, "days-left", left);
	node_set(item, "urgency", left <= 1 ? "today" : "soon");
}

size_t
worklist_add_conferences(struct request *rq, xmlNode *worklist, const char *today)
{
	char from[TIME_LENGTH], to[TIME_LENGTH];
	xmlNode *last = worklist->last, *item;
	struct date end;
	size_t count;

	date_add_days(today, DAYS_AHEAD + 1, &end);
	if (!date_utc(today, "00:00", from) || !date_utc(end.iso, "00:00", to))
		return 0;
	count = rows_add(rq->db, worklist, "item", conference_sql, ARGS(TEXT(rq->user->uid), TEXT(today), TEXT(from), TEXT(to)));
	for (item = last == NULL ? node_child(worklist, "item") : node_next(last, "item"); item != NULL; item = node_next(item, "item"))
		set_due(item, today);
	return count;
}
