#include "domain/history.h"

#include <string.h>

#include "sql/rows.h"
#include "web/list.h"
#include "xml/node.h"

/* A row's version: its start, who made it, and whether it was the first. */
#define ROW_VERSION(what, alias) \
	"SELECT " alias ".ROW_START AS at, " alias ".changed_by AS uid, '" what "' AS what, " alias ".id," \
	" CASE WHEN " alias ".ROW_START = MIN(" alias ".ROW_START) OVER (PARTITION BY " alias ".id) THEN 'created' ELSE 'changed' END" \
	" AS `change`,"

/* Who empties a field marks its last version: one with the value of the one before is no event, its end is. */
#define BACKGROUND_WRITTEN \
	"SELECT b.at, b.changed_by, 'background', NULL, IF(b.before_it IS NULL, 'created', 'changed'), NULL, b.field, NULL FROM (" \
	"  SELECT v.ROW_START AS at, v.changed_by, v.field, v.value, LAG(v.value) OVER (PARTITION BY v.section, v.field" \
	"   ORDER BY v.ROW_START) AS before_it FROM background_value FOR SYSTEM_TIME ALL v WHERE v.course_id = ?) b" \
	"  WHERE b.before_it IS NULL OR b.before_it <> b.value"
#define BACKGROUND_REMOVED \
	"SELECT v.ROW_END, v.changed_by, 'background', NULL, 'removed', NULL, v.field, NULL FROM background_value FOR SYSTEM_TIME ALL v" \
	"  WHERE v.course_id = ? AND v.ROW_END <= CURRENT_TIMESTAMP(6) AND NOT EXISTS (SELECT 1" \
	"   FROM background_value FOR SYSTEM_TIME ALL w WHERE w.course_id = v.course_id AND w.section = v.section" \
	"   AND w.field = v.field AND w.ROW_START = v.ROW_END)"

/* Arguments: the course, as often as there are branches; uid after the fifth, the notes'; the moment. */
#define EVENTS \
	" FROM (" ROW_VERSION("course", "v") " NULL AS object, NULL AS `key`, v.state AS state FROM course FOR SYSTEM_TIME ALL v WHERE v.id = ?" \
	" UNION ALL " ROW_VERSION("contact", "v") " COALESCE(s.name, v.name), v.role, CASE WHEN v.to_on IS NOT NULL THEN 'ended' END" \
	"  FROM course_contact FOR SYSTEM_TIME ALL v LEFT JOIN staff s ON s.uid = v.uid WHERE v.course_id = ?" \
	" UNION ALL " BACKGROUND_WRITTEN " UNION ALL " BACKGROUND_REMOVED \
	" UNION ALL " ROW_VERSION("note", "v") " NULL, v.profession, v.state FROM professional_note FOR SYSTEM_TIME ALL v" \
	"  WHERE v.course_id = ? AND (v.state = 'signed' OR v.uid = ?)" \
	" UNION ALL " ROW_VERSION("focus-area", "v") " COALESCE(v.icf_title, LEFT(v.description, 80)), NULL, v.state" \
	"  FROM focus_area FOR SYSTEM_TIME ALL v WHERE v.course_id = ?" \
	" UNION ALL " ROW_VERSION("conference", "v") " NULL, NULL, NULL FROM conference FOR SYSTEM_TIME ALL v WHERE v.course_id = ?" \
	" UNION ALL " ROW_VERSION("plan", "v") " CAST(v.version AS CHAR), NULL, v.state FROM plan FOR SYSTEM_TIME ALL v WHERE v.course_id = ?" \
	" UNION ALL " ROW_VERSION("intervention", "v") " v.title, NULL, v.state" \
	"  FROM intervention FOR SYSTEM_TIME ALL v WHERE v.course_id = ?" \
	" UNION ALL " ROW_VERSION("measurement", "v") " i.title, v.measured_by, NULL" \
	"  FROM measurement FOR SYSTEM_TIME ALL v JOIN intervention i ON i.id = v.intervention_id WHERE v.course_id = ?" \
	" UNION ALL " ROW_VERSION("deadline", "v") " CAST(v.due_on AS CHAR), v.kind, CASE WHEN v.done_on IS NOT NULL THEN COALESCE(v.ended_as, 'done') END" \
	"  FROM deadline FOR SYSTEM_TIME ALL v WHERE v.course_id = ?" \
	") e WHERE e.at <= COALESCE(?, e.at)"

#define LISTED \
	"SELECT CAST(e.at AS DATETIME) AS at, DATE_FORMAT(e.at + INTERVAL 1 SECOND, '%Y-%m-%dT%H:%i:%sZ') AS seen, e.uid AS `by`," \
	" s.name AS 'by-name', e.what, e.id, e.`change`, e.object, e.`key`, e.state"

/* What one statement, or one moment of data brought along, did: causes before what they caused. */
#define RANK \
	"FIELD(CONCAT(e.what, '.', e.`change`), 'course.created', 'contact.created', 'deadline.created', 'background.created'," \
	" 'background.changed', 'background.removed', 'contact.changed', 'note.created', 'note.changed', 'focus-area.created'," \
	" 'focus-area.changed', 'conference.created', 'conference.changed', 'plan.created', 'intervention.created', 'plan.changed'," \
	" 'intervention.changed', 'measurement.created', 'measurement.changed', 'deadline.changed', 'course.changed')"

#define LIST LISTED " FROM (SELECT *" EVENTS ") e LEFT JOIN staff s ON s.uid = e.uid"

static const struct list_sort sorts[] = {
	{ "-at", LIST " ORDER BY e.at DESC, " RANK " DESC, e.id DESC, e.`key` DESC LIMIT ? OFFSET ?" },
	{ "at",  LIST " ORDER BY e.at, " RANK ", e.id, e.`key` LIMIT ? OFFSET ?" },
	{ NULL, NULL }
};

static const struct { const char *what, *tab; } tabs[] = {
	{ "course",       "" },
	{ "contact",      "/contacts" },
	{ "background",   "/background/work" },
	{ "note",         "/notes" },
	{ "focus-area",   "/focus-areas" },
	{ "conference",   "/conference" },
	{ "plan",         "/plan" },
	{ "intervention", "/interventions" },
	{ "measurement",  "/progression" },
	{ "deadline",     "" },
};

/* The tab where the change shows, as it was just after it. */
static void
set_href(struct request *rq, xmlNode *event)
{
	size_t i;

	for (i = 0; i < sizeof tabs / sizeof tabs[0]; i++)
		if (strcmp(tabs[i].what, node_get(event, "what")) == 0)
			node_set(event, "href", request_href(rq, "/plan/%lld%s?as-of=%s", rq->subject, tabs[i].tab, node_get(event, "seen")));
}

void
history_add(struct request *rq, xmlNode *parent)
{
	const struct value c = INT(rq->subject);
	xmlNode *list = list_add(rq, parent, "history", "event", sorts, "SELECT COUNT(*)" EVENTS,
	    ARGS(c, c, c, c, c, TEXT(rq->user->uid), c, c, c, c, c, c, TEXT(rq->as_of))), *event;

	for (event = node_child(list, "event"); event != NULL; event = node_next(event, "event"))
		set_href(rq, event);
}
