#include "domain/history.h"

#include <string.h>
#include <talloc.h>

#include "domain/choice.h"
#include "domain/document.h"
#include "domain/record.h"
#include "sql/day.h"
#include "sql/rows.h"
#include "web/list.h"
#include "xml/node.h"

/* What is asked.  Arguments: course, user, secrets, who, what, since, until. */
#define ASKED \
	"WITH p AS (SELECT ? AS course, ? AS me, ? AS secrets, ? AS keeps, ? AS who, ? AS what, CAST(? AS DATETIME(6)) AS since, CAST(? AS DATETIME(6)) AS until)"

/* A row's versions: their start, who made them, and which was the first. */
#define VERSIONS(what, table, of, ident, id, object, key, state, joins, visible) \
	"SELECT v.ROW_START AS at, v.changed_by AS uid, '" what "' AS what, " ident " AS ident, " id " AS id," \
	" CASE WHEN v.ROW_START = MIN(v.ROW_START) OVER (PARTITION BY " ident ") THEN 'created' ELSE 'changed' END AS `change`," \
	" " object " AS object, " key " AS `key`, " state " AS state" \
	" FROM p JOIN " table " FOR SYSTEM_TIME ALL v ON v." of " = p.course " joins " WHERE " visible

/* A row's last version that was followed by none: it was removed.  same joins the next version of it. */
#define REMOVED(what, table, ident, same, object, key) \
	" UNION ALL SELECT v.ROW_END, v.changed_by, '" what "', " ident ", NULL, 'removed', " object ", " key ", NULL" \
	" FROM p JOIN " table " FOR SYSTEM_TIME ALL v ON v.course_id = p.course WHERE v.ROW_END <= CURRENT_TIMESTAMP(6) AND NOT EXISTS" \
	"  (SELECT 1 FROM " table " FOR SYSTEM_TIME ALL w WHERE w.course_id = v.course_id AND " same " AND w.ROW_START = v.ROW_END)"

#define ROWS(what, table, object, key, state, joins, visible) \
	" UNION ALL " VERSIONS(what, table, "course_id", "CAST(v.id AS CHAR(20))", "v.id", object, key, state, joins, visible)
#define STAFF(uid) " JOIN staff s ON s.uid = " uid
#define SECTION_FIELD "CONCAT(v.section, '.', v.field)"
#define OF_DAY "CONCAT(v.day_id, '.', v.ordinal)"
#define OF_GOAL "CONCAT(v.intervention_id, '.', v.question_id)"
#define OF_SCHEDULE "CONCAT(v.intervention_id, '.', v.first_round)"
#define OF_CONFERENCE "CONCAT(v.conference_id, '.', v.ordinal)"

/* Who empties a field marks its last version: one with the values of the one before is no event, its end is. */
#define BACKGROUND \
	" UNION ALL SELECT b.at, b.changed_by, 'background', b.ident, NULL," \
	"   CASE WHEN b.before_it IS NULL THEN 'created' WHEN b.value = '' THEN 'removed' ELSE 'changed' END, NULL, b.ident, NULL FROM (" \
	"  SELECT v.ROW_START AS at, v.changed_by, " SECTION_FIELD " AS ident, v.value," \
	"   CONCAT_WS('\t', v.value, v.imported, v.imported_on) AS it, LAG(CONCAT_WS('\t', v.value, v.imported, v.imported_on))" \
	"    OVER (PARTITION BY v.section, v.field ORDER BY v.ROW_START) AS before_it" \
	"  FROM p JOIN background_value FOR SYSTEM_TIME ALL v ON v.course_id = p.course) b WHERE b.before_it IS NULL OR b.before_it <> b.it"

/*
 * An area whose place alone shifted was moved, or another one's move pushed it, or a gap closed, which is none of its own: told is the
 * one that went up by one past another or against several.  What a version says but for its place is compared as a whole.
 */
#define FOCUS_AREA \
	" UNION ALL SELECT a.at, a.changed_by, 'focus-area', CAST(a.id AS CHAR(20)), a.id," \
	"   CASE WHEN a.before_it IS NULL THEN 'created' WHEN a.before_it = a.it THEN 'moved' ELSE 'changed' END, a.object, NULL, a.state FROM (" \
	"  SELECT w.*, SUM(w.before_it = w.it AND w.further < 0) OVER (PARTITION BY w.at) AS ups," \
	"   SUM(w.before_it = w.it AND w.further > 0) OVER (PARTITION BY w.at) AS downs FROM (" \
	"   SELECT v.ROW_START AS at, v.changed_by, v.id, COALESCE(v.icf_title, LEFT(v.description, 80)) AS object, v.state, " FOCUS_AREA_IT " AS it," \
	"    LAG(" FOCUS_AREA_IT ") OVER (PARTITION BY v.id ORDER BY v.ROW_START) AS before_it," \
	"    v.priority - LAG(v.priority) OVER (PARTITION BY v.id ORDER BY v.ROW_START) AS further" \
	"   FROM p JOIN focus_area FOR SYSTEM_TIME ALL v ON v.course_id = p.course) w) a" \
	" WHERE a.before_it IS NULL OR a.before_it <> a.it OR (a.further < 0 AND a.ups = 1 AND a.downs > 0)" \
	"  OR (a.further > 0 AND a.downs = 1 AND a.ups > 1)"
#define FOCUS_AREA_IT \
	"MD5(CONCAT_WS('\t', v.component, v.kind, COALESCE(v.icf_code, ''), COALESCE(v.icf_title, ''), COALESCE(v.qualifier, ''), v.description," \
	" COALESCE(v.suggestion, ''), COALESCE(v.catalogue_version_id, 0), v.profession, v.uid, v.state, COALESCE(v.state_reason, '')))"

#define CHANGES \
	VERSIONS("course", "course", "id", "CAST(v.id AS CHAR(20))", "v.id", "NULL", "NULL", "v.state", "", "TRUE") \
	ROWS("handover", "course_handover", "s.name", "NULL", "NULL", STAFF("v.to_uid"), "TRUE") \
	ROWS("assessment", "risk_assessment", "v.title", "NULL", "NULL", "", "TRUE") \
	ROWS("contact", "course_contact", "COALESCE(s.name, v.name)", "v.role", "CASE WHEN v.to_on IS NOT NULL THEN 'ended' END", \
	    " LEFT" STAFF("v.uid"), "TRUE") \
	BACKGROUND \
	REMOVED("background", "background_value", SECTION_FIELD, "w.section = v.section AND w.field = v.field", "NULL", SECTION_FIELD) \
	" UNION ALL " VERSIONS("day", "assessment_citizen", "course_id", OF_DAY, "NULL", "CAST(d.held_on AS CHAR(10))", "NULL", "v.state", \
	    " JOIN assessment_day d ON d.id = v.day_id", "TRUE") \
	ROWS("appointment", "assessment_appointment", "s.name", "v.profession", "v.state", STAFF("v.uid"), "TRUE") \
	ROWS("note", "professional_note", "NULL", "v.profession", "v.state", "", "(v.state = 'signed' OR v.uid = p.me)") \
	ROWS("addendum", "note_addendum", "NULL", "n.profession", "NULL", " JOIN professional_note n ON n.id = v.note_id", "TRUE") \
	" UNION ALL " VERSIONS("waiver", "note_waiver", "course_id", "v.profession", "NULL", "NULL", "v.profession", "NULL", "", "TRUE") \
	REMOVED("waiver", "note_waiver", "v.profession", "w.profession = v.profession", "NULL", "v.profession") \
	FOCUS_AREA \
	ROWS("conference", "conference", "CAST(COALESCE(v.held_on, " DANISH_DAY("v.planned_at") ") AS CHAR(10))", "NULL", "v.state", "", "TRUE") \
	" UNION ALL " VERSIONS("attendee", "conference_attendee", "course_id", OF_CONFERENCE, "NULL", "COALESCE(s.name, v.name)", "v.role", \
	    "NULL", " LEFT" STAFF("v.uid"), "TRUE") \
	REMOVED("attendee", "conference_attendee", OF_CONFERENCE, "w.conference_id = v.conference_id AND w.ordinal = v.ordinal", \
	    "v.name", "v.role") \
	ROWS("decision", "conference_decision", "v.title", "NULL", "NULL", "", "TRUE") \
	REMOVED("decision", "conference_decision", "CAST(v.id AS CHAR(20))", "w.id = v.id", "v.title", "NULL") \
	ROWS("plan", "plan", "CAST(v.version AS CHAR(10))", "NULL", "v.state", "", "TRUE") \
	ROWS("intervention", "intervention", "v.title", "NULL", "v.state", "", "TRUE") \
	ROWS("citizen-absence", "intervention_absence", "i.title", "v.kind", "CASE WHEN v.state = 'wrong' THEN 'wrong' END", \
	    " JOIN intervention i ON i.id = v.intervention_id", "TRUE") \
	ROWS("measurement", "measurement", "i.title", "v.measured_by", "NULL", " JOIN intervention i ON i.id = v.intervention_id", "TRUE") \
	ROWS("stop", "stop_task", "i.title", "NULL", "v.answer", " JOIN intervention i ON i.id = v.intervention_id", "TRUE") \
	" UNION ALL " VERSIONS("goal", "progress_goal", "course_id", OF_GOAL, "NULL", "CAST(q.text AS CHAR(300))", "NULL", \
	    "CASE WHEN v.ended_on IS NOT NULL THEN 'ended' END", " JOIN progress_question q ON q.id = v.question_id", "TRUE") \
	" UNION ALL " VERSIONS("schedule", "measurement_schedule", "course_id", OF_SCHEDULE, "NULL", "i.title", "NULL", "NULL", \
	    " JOIN intervention i ON i.id = v.intervention_id", "TRUE") \
	REMOVED("schedule", "measurement_schedule", OF_SCHEDULE, "w.intervention_id = v.intervention_id AND w.first_round = v.first_round", \
	    "CAST(v.first_due_on AS CHAR(10))", "NULL") \
	ROWS("employment", "employment_measurement", "CAST(v.measured_on AS CHAR(10))", "NULL", "NULL", "", "TRUE") \
	ROWS("deadline", "deadline", "CAST(v.due_on AS CHAR(10))", "v.kind", \
	    "CASE WHEN v.done_on IS NOT NULL THEN COALESCE(v.ended_as, 'done') END", "", "TRUE") \
	ROWS("document", "document", "v.title", "NULL", "IF(v.state = 'wrong', 'wrong', NULL)", "", "v.state <> 'draft' AND (p.secrets = 1 OR NOT " DOCUMENT_IS_SENSITIVE("v") ")" \
	    " AND (p.keeps = 1 OR v.uid = p.me OR NOT " DOCUMENT_IS_WRONG("v") ")") \
	ROWS("message", "message", "s.name", "v.kind", "CASE WHEN v.read_at IS NOT NULL THEN 'read' END", STAFF("v.to_uid"), "TRUE")

#define EVENTS \
	" FROM p JOIN (" CHANGES ") e ON (p.who IS NULL OR e.uid = p.who COLLATE utf8mb4_danish_ci)" \
	" AND (p.what IS NULL OR e.what = p.what COLLATE utf8mb4_danish_ci)" \
	" AND (p.since IS NULL OR e.at > p.since) AND (p.until IS NULL OR e.at <= p.until)"

#define LISTED \
	ASKED " SELECT CAST(e.at AS DATETIME) AS at, CAST(e.at AS CHAR(26)) AS exactly, e.ident," \
	" DATE_FORMAT(e.at + INTERVAL 1 SECOND, '%Y-%m-%dT%H:%i:%sZ') AS seen, e.uid AS `by`, s.name AS 'by-name', e.what, e.id," \
	" e.`change`, e.object, e.`key`, e.state" EVENTS " LEFT JOIN staff s ON s.uid = e.uid"

/* What one statement, or one moment of data brought along, did: causes before what they caused. */
#define RANK \
	"FIELD(CONCAT(e.what, '.', e.`change`), 'course.created', 'handover.created', 'assessment.created', 'contact.created', 'deadline.created'," \
	" 'background.created', 'background.changed', 'background.removed', 'contact.changed', 'day.created', 'day.changed'," \
	" 'appointment.created', 'appointment.changed', 'note.created', 'note.changed', 'addendum.created', 'waiver.created'," \
	" 'waiver.changed', 'waiver.removed', 'focus-area.created', 'focus-area.changed', 'focus-area.moved', 'conference.created', 'attendee.created'," \
	" 'attendee.changed', 'attendee.removed', 'decision.created', 'decision.changed', 'decision.removed', 'conference.changed'," \
	" 'plan.created', 'intervention.created', 'plan.changed', 'intervention.changed', 'citizen-absence.created'," \
	" 'citizen-absence.changed', 'goal.created', 'goal.changed', 'schedule.created', 'schedule.changed', 'schedule.removed'," \
	" 'measurement.created', 'measurement.changed', 'employment.created', 'employment.changed', 'stop.created', 'stop.changed'," \
	" 'deadline.changed', 'course.changed', 'document.created', 'document.changed', 'message.created', 'message.changed')"

static const struct list_sort sorts[] = {
	{ "-at", LISTED " ORDER BY e.at DESC, " RANK " DESC, e.id DESC, e.`key` DESC LIMIT ? OFFSET ?" },
	{ "at",  LISTED " ORDER BY e.at, " RANK ", e.id, e.`key` LIMIT ? OFFSET ?" },
	{ NULL, NULL }
};

/* Of one row's versions the one that stood then, or (before) just before then. */
static const xmlNode *
version_of(const xmlNode *rows, const char *ident, const char *then, bool before)
{
	const xmlNode *row;

	for (row = node_child(rows, "row"); row != NULL; row = node_next(row, "row")) {
		int since = strcmp(node_get(row, "since"), then), until = strcmp(node_get(row, "until"), then);

		if (strcmp(node_get(row, "ident"), ident) == 0 && (before ? since < 0 && until >= 0 : since <= 0 && until > 0))
			return row;
	}
	return NULL;
}

/* What the page's events of one kind made of what: the row as it stood just before, and with it.  One statement for all of them. */
static void
changes_add(struct request *rq, xmlNode *list, const struct record_kind *kind, struct record_eyes eyes)
{
	const char *first = NULL, *last = NULL, *exactly, *ident;
	xmlDoc *doc = node_document("rows", NODE_PAGE_NAMESPACE);
	xmlNode *rows = xmlDocGetRootElement(doc), *event;
	char *idents = NULL;

	for (event = node_child(list, "event"); event != NULL; event = node_next(event, "event")) {
		if (strcmp(node_get(event, "what"), kind->what) != 0)
			continue;
		exactly = node_get(event, "exactly");
		idents = talloc_asprintf_append(idents == NULL ? talloc_strdup(rq, "") : idents, "%s%s", idents == NULL ? "" : ",",
		    node_get(event, "ident"));
		first = first == NULL || strcmp(exactly, first) < 0 ? exactly : first;
		last = last == NULL || strcmp(exactly, last) > 0 ? exactly : last;
	}
	if (idents != NULL)
		record_versions_add(rq, rows, kind, eyes, first, last, idents);
	for (event = node_child(list, "event"); event != NULL; event = node_next(event, "event")) {
		if (strcmp(node_get(event, "what"), kind->what) != 0)
			continue;
		exactly = node_get(event, "exactly");
		ident = node_get(event, "ident");
		record_changed_add(event, strcmp(node_get(event, "change"), "created") == 0 ? NULL : version_of(rows, ident, exactly, true),
		    version_of(rows, ident, exactly, false));
	}
	xmlFreeDoc(doc);
}

/* The tab where the change shows, as it was just after it; of the background the section, which its ident begins with. */
static void
set_href(struct request *rq, xmlNode *event)
{
	const char *what = node_get(event, "what"), *ident = node_get(event, "ident");
	int n = strcmp(what, "background") == 0 ? (int)strcspn(ident, ".") : 0;

	node_set(event, "href", request_href(rq, "/plan/%lld%s%s%.*s?as-of=%s", rq->subject, record_kind(what)->tab, n > 0 ? "/" : "", n,
	    ident, node_get(event, "seen")));
}

/* Nothing later than the moment that the page is of. */
static const char *
earlier_of(const char *one, const char *other)
{
	return one == NULL || (other != NULL && strcmp(other, one) < 0) ? other : one;
}

void
history_add(struct request *rq, xmlNode *parent, const struct history_filter *filter, struct record_eyes eyes)
{
	xmlNode *list = list_add(rq, parent, "history", "event", sorts, ASKED " SELECT COUNT(*)" EVENTS, ARGS(INT(rq->subject),
	    TEXT(rq->user->uid), INT(document_secrets(rq) ? 1 : 0), INT(document_keeps(rq) ? 1 : 0), TEXT(filter->who), TEXT(filter->what), TEXT(filter->since),
	    TEXT(earlier_of(filter->until, rq->as_of)))), *event;
	const struct record_kind *kind;

	for (kind = record_kinds; kind->what != NULL; kind++)
		changes_add(rq, list, kind, eyes);
	for (event = node_child(list, "event"); event != NULL; event = node_next(event, "event")) {
		set_href(rq, event);
		xmlUnsetProp(event, (const xmlChar *)"exactly");
		xmlUnsetProp(event, (const xmlChar *)"ident");
	}
}

#define WHO(table, of, visible) "SELECT v.changed_by AS uid FROM p JOIN " table " FOR SYSTEM_TIME ALL v ON v." of " = p.course WHERE " visible
#define AND_WHO(table) " UNION " WHO(table, "course_id", "TRUE")

/* Who wrote any version of what CHANGES tells. */
#define PEOPLE \
	WHO("course", "id", "TRUE") AND_WHO("course_handover") AND_WHO("risk_assessment") AND_WHO("course_contact") AND_WHO("background_value") \
	AND_WHO("assessment_citizen") AND_WHO("assessment_appointment") \
	" UNION " WHO("professional_note", "course_id", "v.state = 'signed' OR v.uid = p.me") AND_WHO("note_addendum") AND_WHO("note_waiver") \
	AND_WHO("focus_area") AND_WHO("conference") AND_WHO("conference_attendee") AND_WHO("conference_decision") AND_WHO("plan") \
	AND_WHO("intervention") AND_WHO("intervention_absence") AND_WHO("progress_goal") AND_WHO("measurement_schedule") \
	AND_WHO("measurement") AND_WHO("employment_measurement") AND_WHO("stop_task") AND_WHO("deadline") AND_WHO("document") AND_WHO("message")

void
history_people_add(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "WITH p AS (SELECT ? AS course, ? AS me) SELECT s.uid, s.name FROM (" PEOPLE ") w JOIN staff s ON s.uid = w.uid"
	    " ORDER BY s.name, s.uid", ARGS(INT(rq->subject), TEXT(rq->user->uid)));
}
