/* worklist_cases.c - what waits for the user in cases, as one statement. */
#include "portal/worklist.h"

#include "base/date.h"
#include "domain/citizen.h"
#include "domain/measurement.h"
#include "domain/permission.h"
#include "domain/place.h"
#include "domain/screening.h"
#include "domain/subject.h"
#include "sql/day.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { SHOWN = 200 };
#define SHOWN_AND_ONE "201"

/*
 * One statement finds everything, a branch for each kind of thing that waits.  me is the user: uid, department, today, and a
 * flag for each permission that a branch asks for; desk is whose courses he looks after: his own, and (name) of those for whom he stands in.  What a leader sees of others is the oldest hundred of each.  Every branch
 * gives the same columns: kind, what, title, who, law, citizen (id), due, since, screening (for its colours), href.
 */
#define ME \
	"WITH me AS (SELECT ? AS uid, ? AS department, CAST(? AS DATE) AS today, ? AS assesses, ? AS runs, ? AS leads," \
	"  ? AS provides, ? AS profession)," \
	" desk AS (SELECT uid, NULL AS name FROM me UNION SELECT a.uid, s.name FROM me JOIN staff_absence a ON a.deputy_uid = me.uid" \
	"  AND a.from_on <= me.today AND a.to_on >= me.today JOIN staff s ON s.uid = a.uid)"

/* Mine is what I took, and what I issued and nobody took; a leader sees the others' too. */
#define TRIAGE_COLUMNS \
	"SELECT STRAIGHT_JOIN 'triage' AS kind, NULL AS what, NULL AS title, NULL AS who, NULL AS law, s.citizen_id AS citizen," \
	"  " DANISH_DAY("s.submitted_at") " + INTERVAL " TRIAGE_WITHIN_DAYS " DAY AS due, " DANISH_DAY("s.submitted_at") " AS since, s.id AS screening," \
	"  CONCAT('/triage/', s.id) AS href FROM me JOIN screening s"
#define TRIAGE \
	TRIAGE_COLUMNS " ON s.issued_by = me.uid AND s.state = 'submitted' AND s.taken_by IS NULL JOIN citizen z ON z.id = s.citizen_id" \
	"  AND z.death_date IS NULL WHERE me.assesses = 1" \
	" UNION ALL " \
	TRIAGE_COLUMNS " ON s.taken_by = me.uid AND s.state = 'submitted' JOIN citizen z ON z.id = s.citizen_id AND z.death_date IS NULL" \
	"  WHERE me.assesses = 1" \
	" UNION ALL (" \
	TRIAGE_COLUMNS " ON s.state = 'submitted' AND COALESCE(s.taken_by, s.issued_by) <> me.uid JOIN citizen z ON z.id = s.citizen_id" \
	"  AND z.death_date IS NULL WHERE me.leads = 1 AND z.department_id = me.department ORDER BY s.submitted_at LIMIT 100)"

#define DEADLINE_COLUMNS(who) \
	"SELECT STRAIGHT_JOIN 'deadline', d.kind, NULL, " who ", d.law, c.citizen_id, d.due_on, NULL, NULL, CONCAT('/plan/', c.id)"
/* A conference of the days to come is an item of its own (worklist_conference.c). */
#define NO_CONFERENCE \
	" AND NOT (d.kind = 'conference' AND d.due_on BETWEEN me.today AND me.today + INTERVAL 7 DAY AND EXISTS (SELECT 1 FROM conference k" \
	"  WHERE k.course_id = c.id AND k.state IN ('planned', 'held')))"
#define DEADLINE \
	DEADLINE_COLUMNS("desk.name") " FROM me JOIN desk JOIN course c ON c.caseworker_uid = desk.uid AND " OPEN_COURSE("c") \
	"  JOIN deadline d ON d.course_id = c.id AND d.done_on IS NULL AND d.rests_since IS NULL AND d.due_on <= me.today + INTERVAL 14 DAY" \
	" WHERE me.runs = 1" NO_CONFERENCE \
	" UNION ALL (" \
	DEADLINE_COLUMNS("NULL") " FROM me JOIN deadline d ON d.done_on IS NULL AND d.rests_since IS NULL AND d.due_on < me.today" \
	"  JOIN course c ON c.id = d.course_id AND c.department_id = me.department AND c.caseworker_uid NOT IN (SELECT uid FROM desk)" \
	"   AND " OPEN_COURSE("c") " WHERE me.leads = 1 ORDER BY d.due_on LIMIT 100)"

/* The analysis waits for a signed note of each profession that its frame asks for. */
#define NOTE_COLUMNS(who) \
	"SELECT 'note', IF(n.uid IS NULL, 'missing', 'draft'), NULL, " who ", NULL, c.citizen_id," \
	"  (SELECT MIN(d.due_on) FROM deadline d WHERE d.course_id = c.id AND d.done_on IS NULL AND d.rests_since IS NULL), " DANISH_DAY("c.state_since") ", NULL," \
	"  CONCAT('/plan/', c.id, '/notes')"
#define NOTE_STATE \
	"  JOIN course_frame f ON f.id = c.frame_id AND FIND_IN_SET(me.profession, f.professions)" \
	"  LEFT JOIN form_draft n ON n.uid = me.uid AND n.field = 'limitation'" \
	"   AND n.path = CONVERT(CONCAT('/plan/', c.id, '/notes') USING ascii)" \
	"  WHERE c.state = 'assessment' AND NOT EXISTS (SELECT 1 FROM professional_note o" \
	"   WHERE o.course_id = c.id AND o.profession = me.profession AND o.state = 'signed')"
#define NOTE \
	NOTE_COLUMNS("desk.name") " FROM me JOIN desk JOIN course c ON c.caseworker_uid = desk.uid" NOTE_STATE \
	" UNION ALL " \
	NOTE_COLUMNS("NULL") " FROM me JOIN course_contact cc ON cc.uid = me.uid AND cc.from_on <= me.today" \
	"  AND (cc.to_on IS NULL OR cc.to_on > me.today)" \
	"  JOIN course c ON c.id = cc.course_id AND c.caseworker_uid NOT IN (SELECT uid FROM desk)" NOTE_STATE \
	" UNION ALL " \
	"SELECT 'note', 'draft', NULL, NULL, NULL, c.citizen_id, NULL, " DANISH_DAY("n.saved_at") ", NULL, n.path" \
	" FROM me JOIN form_draft n ON n.uid = me.uid AND n.field = 'limitation' AND n.path LIKE '/plan/%/notes'" \
	"  JOIN course c ON c.id = CAST(SUBSTRING_INDEX(SUBSTRING(n.path, 7), '/', 1) AS UNSIGNED)" \
	"   AND c.state <> 'assessment' AND " OPEN_COURSE("c")

#define INTERVENTION \
	"SELECT 'intervention', IF(i.state = 'running', 'finish', i.state), i.title, NULL, NULL, c.citizen_id," \
	"  IF(i.state = 'running', LEAST(i.ends_on, COALESCE(c.closed_on, i.ends_on)), LEAST(i.starts_on, me.today + INTERVAL 14 DAY))," \
	"  NULL, NULL, CONCAT('/plan/interventions/', i.id)" \
	" FROM me JOIN intervention i ON i.provider_uid = me.uid AND i.state IN ('ordered', 'accepted', 'running')" \
	"  JOIN course c ON c.id = i.course_id" \
	" WHERE me.provides = 1 AND CASE i.state WHEN 'ordered' THEN " OPEN_COURSE("c") \
	"  WHEN 'accepted' THEN " OPEN_COURSE("c") " AND i.starts_on <= me.today + INTERVAL 14 DAY" \
	"  ELSE (i.ends_on < me.today OR c.closed_on IS NOT NULL) AND " SUBJECT_PROVIDES("i") " END"

/* Nobody runs what was ordered: he declined, or left.  Until somebody else does it, or it is withdrawn. */
#define NOBODY_RUNS \
	"SELECT 'intervention', IF(i.state = 'declined', 'declined', 'left'), i.title, w.name, NULL, c.citizen_id, NULL," \
	"  DATE(COALESCE(i.ended_on, i.ordered_on)), NULL, CONCAT('/plan/', c.id, '/interventions')" \
	" FROM me JOIN desk JOIN course c ON c.caseworker_uid = desk.uid AND " OPEN_COURSE("c") " JOIN intervention i ON i.course_id = c.id" \
	"  JOIN staff w ON w.uid = i.provider_uid WHERE me.runs = 1 AND (i.state = 'declined'" \
	"   OR (i.state IN ('ordered', 'accepted', 'running') AND NOT w.active))" \
	"  AND NOT EXISTS (SELECT 1 FROM intervention r WHERE r.replaces_id = i.id AND r.state <> 'withdrawn')"

/* What does not work waits for a decision: an item for each intervention. */
#define STOPPING \
	"SELECT 'intervention', 'stop-task', i.title, NULL, NULL, c.citizen_id, NULL, MIN(t.raised_on), NULL," \
	"  CONCAT('/plan/', c.id, '/progression?intervention=', i.id)" \
	" FROM me JOIN desk JOIN course c ON c.caseworker_uid = desk.uid AND " OPEN_COURSE("c") \
	"  JOIN stop_task t ON t.course_id = c.id AND t.answered_on IS NULL JOIN intervention i ON i.id = t.intervention_id" \
	" WHERE me.runs = 1 GROUP BY c.id, i.id, i.title, c.citizen_id"

/* It waited for a place, and has its turn. */
#define PLACE_IS_FREE \
	"SELECT 'intervention', 'place-free', i.title, NULL, NULL, c.citizen_id, NULL, " DANISH_DAY("i.waits_since") ", NULL, CONCAT('/plan/', c.id, '/interventions')" \
	" FROM me JOIN desk JOIN course c ON c.caseworker_uid = desk.uid AND " OPEN_COURSE("c") \
	"  JOIN intervention i ON i.course_id = c.id AND i.waits_since IS NOT NULL JOIN catalogue_version v ON v.id = i.catalogue_version_id" \
	" WHERE me.runs = 1 AND " PLACE_AHEAD("v.entry_id", "i") " < " PLACE_FREE("v.entry_id")

/* It waited for a place that will not come. */
#define OFFER_IS_GONE \
	"SELECT 'intervention', 'offer-gone', i.title, NULL, NULL, c.citizen_id, NULL, " DANISH_DAY("i.waits_since") ", NULL, CONCAT('/plan/', c.id, '/interventions')" \
	" FROM me JOIN desk JOIN course c ON c.caseworker_uid = desk.uid AND " OPEN_COURSE("c") \
	"  JOIN intervention i ON i.course_id = c.id AND i.waits_since IS NOT NULL JOIN catalogue_version v ON v.id = i.catalogue_version_id" \
	" WHERE me.runs = 1 AND " PLACE_GONE("v")

#define MEASUREMENT \
	"SELECT 'measurement', 'own', i.title, NULL, NULL, c.citizen_id, " MEASUREMENT_DUE("i", "'provider'") ", NULL, NULL," \
	"  CONCAT('/plan/interventions/', i.id, IF(EXISTS (SELECT 1 FROM progress_goal g WHERE g.intervention_id = i.id AND g.ended_on IS NULL)," \
	"   '/measure', '/goals'))" \
	" FROM me JOIN intervention i ON i.provider_uid = me.uid AND i.state = 'running' JOIN course c ON c.id = i.course_id" \
	" WHERE me.provides = 1 AND " OPEN_COURSE("c") " AND " MEASUREMENT_DUE("i", "'provider'") " <= me.today + INTERVAL 14 DAY" \
	" UNION ALL " \
	"SELECT 'measurement', 'provider', i.title, w.name, NULL, c.citizen_id, " MEASUREMENT_DUE("i", "'provider'") ", NULL, NULL," \
	"  CONCAT('/plan/', c.id, '/progression?intervention=', i.id)" \
	" FROM me JOIN desk JOIN course c ON c.caseworker_uid = desk.uid AND " OPEN_COURSE("c") \
	"  JOIN intervention i ON i.course_id = c.id AND i.state = 'running' AND i.provider_uid <> me.uid" \
	"  JOIN staff w ON w.uid = i.provider_uid WHERE me.runs = 1 AND " MEASUREMENT_DUE("i", "'provider'") " < me.today"

/* A screening that got stuck and that no later one replaced. */
#define SCREENING \
	"SELECT 'screening', IF(k.id IS NULL, 'expired', 'locked'), NULL, NULL, NULL, s.citizen_id," \
	"  IF(k.id IS NULL, NULL, me.today), IF(k.id IS NULL, s.expires_on, NULL), NULL, CONCAT('/screening/', s.id)" \
	" FROM me JOIN screening s ON s.issued_by = me.uid AND s.state IN ('invited', 'opened', 'expired')" \
	"  LEFT JOIN access_code k ON k.screening_id = s.id AND " CODE_LOCKED("k") \
	" WHERE me.runs = 1 AND (" SCREENING_STATE("s", "me.today") " = 'expired' OR k.id IS NOT NULL)" \
	"  AND NOT EXISTS (SELECT 1 FROM screening l WHERE l.citizen_id = s.citizen_id AND l.id > s.id)"

static const char worklist_sql[] =
    ME " SELECT w.kind, w.what, w.title, w.who, w.law, w.citizen AS 'citizen-id', z.name AS citizen,"
    "  IF(w.kind IN ('intervention', 'measurement') AND me.runs = 0, NULL, " CPR_MASKED("p.cpr") ") AS cpr,"
    "  IF(p.kind = 'replacement', 'replacement', NULL) AS 'cpr-kind',"
    "  IF(z.protection_from <= me.today AND (z.protection_to IS NULL OR z.protection_to >= me.today), 'yes', NULL) AS protected,"
    "  w.due AS 'due-on', w.since, IF(w.due < me.today, DATEDIFF(me.today, w.due), NULL) AS 'days-over',"
    "  IF(w.due >= me.today, DATEDIFF(w.due, me.today), NULL) AS 'days-left', DATEDIFF(me.today, w.since) AS 'days-waited',"
    "  s.red, s.yellow, s.green,"
    "  CASE WHEN w.due < me.today THEN 'urgent' WHEN w.due <= me.today + INTERVAL 1 DAY THEN 'today' ELSE 'soon' END AS urgency,"
    "  w.href"
    " FROM (" TRIAGE " UNION ALL " DEADLINE " UNION ALL " NOTE " UNION ALL " INTERVENTION " UNION ALL " NOBODY_RUNS " UNION ALL " PLACE_IS_FREE " UNION ALL "
    OFFER_IS_GONE " UNION ALL " STOPPING " UNION ALL " MEASUREMENT " UNION ALL "
    SCREENING ") w JOIN me JOIN citizen z ON z.id = w.citizen JOIN citizen_cpr p ON p.citizen_id = z.id"
    " LEFT JOIN screening s ON s.id = w.screening"
    " ORDER BY w.due IS NULL, w.due, w.since, w.citizen, w.href LIMIT " SHOWN_AND_ONE;

static struct value
flag(struct request *rq, unsigned long long may)
{
	return INT(request_may(rq, may) ? 1 : 0);
}

size_t
worklist_add_cases(struct request *rq, xmlNode *worklist, const char *today)
{
	xmlNode *last;
	size_t total = rows_add(rq->db, worklist, "item", worklist_sql,
	    ARGS(TEXT(rq->user->uid), TEXT(rq->user->department), TEXT(today), flag(rq, MAY_ASSESS), flag(rq, MAY_RUN_COURSE),
	    flag(rq, MAY_LEAD), flag(rq, MAY_PROVIDE), TEXT(profession_of(rq->user->roles))));

	last = worklist->last;
	if (total <= SHOWN)
		return total;
	xmlUnlinkNode(last);
	xmlFreeNode(last);
	node_set(worklist, "more", "yes");
	return SHOWN;
}
