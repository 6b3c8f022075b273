/*
 * /plan - the courses that one works on.  A search with a single hit, or one open course of one citizen, leads to it.
 *	<tools> <item name href/>* </tools>? <form name="find"/> <form name="courses"/> <saved> <filter id name href current>? <form remove-filter/> </filter>* <form save-filter/>? </saved>?
 *	<list name="courses"> <course id state waits-for href citizen-id name cpr birth-date frame department caseworker-name deputy
 *	    next-deadline next-deadline-kind late protected died-on/>* </list>
 * Who only runs interventions finds those here: inbox.c.
 */
#include "domain/citizen.h"
#include "domain/course.h"
#include "domain/permission.h"
#include "domain/place.h"
#include "domain/subject.h"
#include "plan/courses_filter.h"
#include "plan/inbox.h"
#include "plan/pages.h"
#include "sql/rows.h"
#include "sql/spelling.h"
#include "web/form.h"
#include "web/link.h"
#include "web/list.h"
#include "xml/node.h"

/*
 * Those that one may see: one's own, those for whom one stands in and those that one takes part in; with a department, all of its and
 * (all) those that one had before; for an editor, those of fictional citizens.
 * Arguments: uid, today, open, state, number, CPR (a beginning), three words, late, department, caseworker, waits, 1 where all are asked for; uid; uid, today,
 * today; uid, today, today; department; 1 where all are asked for, uid, today, today; 1 for those who see what was made up.
 */
#define FROM_MINE \
	" FROM (SELECT ? AS uid, CAST(? AS DATE) AS today, ? AS open, ? AS state, ? AS number, ? AS cpr, ? AS one, ? AS two, ? AS three, ? AS late," \
	"   ? AS department, ? AS caseworker, ? AS waits) t" \
	" JOIN (SELECT id FROM course WHERE caseworker_uid = ?" \
	"   UNION SELECT y.id FROM staff_absence a JOIN course y ON y.caseworker_uid = a.uid WHERE a.deputy_uid = ? AND a.from_on <= ? AND a.to_on >= ?" \
	"   UNION SELECT course_id FROM course_contact WHERE uid = ? AND from_on <= ? AND (to_on IS NULL OR to_on > ?)" \
	"   UNION SELECT id FROM course WHERE department_id = ?" \
	"   UNION SELECT y.id FROM course_contact k JOIN course y ON y.id = k.course_id WHERE ? = 1 AND k.uid = ? AND k.role = 'caseworker'" \
	"    AND k.to_on <= ? AND (y.closed_on IS NULL OR y.closed_on >= ? - INTERVAL 90 DAY)" \
	"   UNION SELECT y.id FROM course y JOIN fictional_citizen v ON v.citizen_id = y.citizen_id WHERE ? = 1) mine" \
	" JOIN course c ON c.id = mine.id JOIN citizen z ON z.id = c.citizen_id JOIN citizen_cpr p ON p.citizen_id = z.id" \
	" LEFT JOIN course_frame f ON f.id = c.frame_id" \
	" LEFT JOIN deadline l ON l.course_id = c.id AND l.id = (SELECT m.id FROM deadline m" \
	"   WHERE m.course_id = c.id AND m.done_on IS NULL AND m.rests_since IS NULL ORDER BY m.due_on, m.id LIMIT 1)"

/* What course_waits_for (rule/course_state.h) says of it. */
#define NOTES_MISSING \
	"COALESCE(LENGTH(f.professions) - LENGTH(REPLACE(f.professions, ',', '')) + 1, 0) >" \
	" (SELECT COUNT(*) FROM (SELECT 'caseworker' AS is_ UNION SELECT 'psychologist' UNION SELECT 'physiotherapist' UNION SELECT 'nurse'" \
	"   UNION SELECT 'other') profession WHERE FIND_IN_SET(is_, f.professions)" \
	"   AND (EXISTS (SELECT 1 FROM professional_note n WHERE n.course_id = c.id AND n.profession = is_ AND n.state = 'signed')" \
	"    OR EXISTS (SELECT 1 FROM note_waiver v WHERE v.course_id = c.id AND v.profession = is_)))"
#define HAS(state) "EXISTS (SELECT 1 FROM intervention i WHERE i.course_id = c.id AND i.state = '" state "')"
#define NOT_AGREED "EXISTS (SELECT 1 FROM intervention i WHERE i.course_id = c.id AND i.state = 'proposed' AND i.waits_since IS NULL)"
#define OFFER_GONE \
	"EXISTS (SELECT 1 FROM intervention i JOIN catalogue_version v ON v.id = i.catalogue_version_id WHERE i.course_id = c.id" \
	"  AND i.waits_since IS NOT NULL AND " PLACE_GONE("v") ")"
#define DECLINED \
	"EXISTS (SELECT 1 FROM intervention i WHERE i.course_id = c.id AND i.state = 'declined' AND NOT EXISTS" \
	"  (SELECT 1 FROM intervention r WHERE r.replaces_id = i.id AND r.state <> 'withdrawn'))"
#define UNMEASURED \
	"EXISTS (SELECT 1 FROM intervention i WHERE i.course_id = c.id AND i.state = 'running' AND i.first_measurement_on < t.today" \
	" AND NOT EXISTS (SELECT 1 FROM measurement m WHERE m.intervention_id = i.id AND m.measured_by = 'provider'))"
#define WAITS_FOR \
	"CASE c.state WHEN 'paused' THEN 'return' WHEN 'new' THEN 'screening' WHEN 'screened' THEN 'assessment' WHEN 'assessed-risk' THEN 'assessment'" \
	" WHEN 'assessment' THEN IF(" NOTES_MISSING ", 'notes', 'conference') WHEN 'conference-ready' THEN 'conference'" \
	" WHEN 'planning' THEN IF(" NOT_AGREED ", 'agreement', IF(" OFFER_GONE ", 'offer', IF(" HAS("proposed") ", 'place', 'interventions')))" \
	" WHEN 'active' THEN CASE WHEN " DECLINED " THEN 'provider' WHEN " HAS("ordered") " THEN 'acceptance'" \
	"  WHEN " HAS("accepted") " THEN 'start' WHEN " UNMEASURED " THEN 'measurement' END END"

#define THAT_FIT \
	" WHERE (t.open = 0 OR c.state NOT IN ('closed', 'closed-low')) AND (t.state IS NULL OR c.state = t.state)" \
	"  AND (t.number IS NULL AND t.cpr IS NULL OR c.id = t.number OR p.cpr LIKE t.cpr)" \
	"  AND (t.one IS NULL OR " SPELLED("z.name") " LIKE t.one) AND (t.two IS NULL OR " SPELLED("z.name") " LIKE t.two)" \
	"  AND (t.three IS NULL OR " SPELLED("z.name") " LIKE t.three) AND (t.late = 0 OR l.due_on < t.today)" \
	"  AND (t.department IS NULL OR c.department_id = t.department) AND (t.caseworker IS NULL OR c.caseworker_uid = t.caseworker)" \
	"  AND (t.waits IS NULL OR FIND_IN_SET(" WAITS_FOR " COLLATE utf8mb4_danish_ci, t.waits))"

/* The page's rows first, then what is shown of them. */
#define COURSES(order) \
	"SELECT c.id, c.state, " WAITS_FOR " AS 'waits-for', z.id AS 'citizen-id', z.name, " CPR_MASKED("p.cpr") " AS cpr," \
	"  IF(p.kind = 'replacement', 'replacement', NULL) AS 'cpr-kind'," \
	"  z.birth_date AS 'birth-date', f.name AS frame, d.name AS department, w.name AS 'caseworker-name', c.opened_on AS 'opened-on'," \
	"  IF(c.caseworker_uid <> t.uid AND EXISTS (SELECT 1 FROM staff_absence a WHERE a.uid = c.caseworker_uid AND a.deputy_uid = t.uid" \
	"   AND a.from_on <= t.today AND a.to_on >= t.today), 'yes', NULL) AS deputy," \
	"  l.due_on AS 'next-deadline', l.kind AS 'next-deadline-kind', CASE WHEN l.due_on < t.today THEN 'yes' END AS late," \
	"  CASE WHEN l.due_on < t.today THEN DATEDIFF(t.today, l.due_on) END AS 'days-over', z.death_date AS 'died-on'," \
	"  CASE WHEN z.protection_from <= t.today AND (z.protection_to IS NULL OR z.protection_to >= t.today) THEN 'yes' END" \
	"   AS protected" \
	" FROM (SELECT t.uid, c.id, l.id AS deadline, t.today" FROM_MINE " JOIN staff w ON w.uid = c.caseworker_uid" THAT_FIT \
	"   ORDER BY " order " LIMIT ? OFFSET ?) t" \
	" JOIN course c ON c.id = t.id JOIN citizen z ON z.id = c.citizen_id JOIN citizen_cpr p ON p.citizen_id = z.id" \
	" LEFT JOIN course_frame f ON f.id = c.frame_id JOIN staff w ON w.uid = c.caseworker_uid JOIN department d ON d.id = c.department_id" \
	" LEFT JOIN deadline l ON l.course_id = c.id AND l.id = t.deadline ORDER BY " order
#define STEP "FIELD(c.state, 'new', 'screened', 'assessed-risk', 'assessment', 'conference-ready', 'planning', 'active', 'paused', 'closed-low', 'closed')"

static const struct list_sort sorts[] = {
	{ "deadline",    COURSES("l.due_on IS NULL, l.due_on, c.id") },
	{ "-deadline",   COURSES("l.due_on IS NULL, l.due_on DESC, c.id") },
	{ "name",        COURSES("z.name, c.id") },
	{ "-name",       COURSES("z.name DESC, c.id") },
	{ "state",       COURSES(STEP ", c.id") },
	{ "-state",      COURSES(STEP " DESC, c.id") },
	{ "opened",      COURSES("c.opened_on, c.id") },
	{ "-opened",     COURSES("c.opened_on DESC, c.id DESC") },
	{ "caseworker",  COURSES("w.name, c.id") },
	{ "-caseworker", COURSES("w.name DESC, c.id") },
	{ NULL, NULL }
};

/*
 * Where the one hit of a search is, or the one open course of the only citizen that was hit, unless a state was asked for; false where there
 * are more, or none.
 */
static bool
open_only(struct request *rq, const struct value *args)
{
	static const char one_sql[] = "SELECT IF(COUNT(*) = 1, MAX(c.id), 0)" FROM_MINE THAT_FIT;
	static const char one_open_sql[] = "SELECT IF(COUNT(DISTINCT c.citizen_id) = 1 AND SUM(c.state NOT IN ('closed', 'closed-low')) = 1,"
	    " MAX(IF(c.state NOT IN ('closed', 'closed-low'), c.id, 0)), 0)" FROM_MINE THAT_FIT;
	long long id = rows_int(rq->db, 0, one_sql, args);

	if (id == 0 && query_text(rq, "state") == NULL)
		id = rows_int(rq->db, 0, one_open_sql, args);
	if (id == 0 || !request_sees(rq, &subject_course, id))
		return false;
	see_other(rq, NULL, "/plan/%lld", id);
	return true;
}

static void
add_list(struct request *rq, xmlNode *content)
{
	const char *today = request_today(rq), *uid = rq->user->uid;
	struct sought is;
	xmlNode *list;
	const struct value *args;

	courses_sought(rq, &is);
	args = ARGS(TEXT(uid), TEXT(today), INT(is.open ? 1 : 0), TEXT(is.state), TEXT(is.number), TEXT(is.cpr), TEXT(is.words[0]), TEXT(is.words[1]),
	    TEXT(is.words[2]), INT(is.late ? 1 : 0), TEXT(is.department), TEXT(is.caseworker), TEXT(is.waits), TEXT(uid), TEXT(uid), TEXT(today),
	    TEXT(today), TEXT(uid), TEXT(today), TEXT(today), TEXT(is.all ? rq->user->department : NULL), INT(is.all ? 1 : 0), TEXT(uid), TEXT(today),
	    TEXT(today), INT(request_wide(rq) & SUBJECT_WIDE_FICTIONAL ? 1 : 0));
	if (is.one && open_only(rq, args))
		return;
	list = list_add(rq, content, "courses", "course", sorts, "SELECT COUNT(*)" FROM_MINE THAT_FIT, args);
	link_rows(rq, list, "course", "id", "/plan");
}

static void
add_tools(struct request *rq, xmlNode *content)
{
	xmlNode *tools;

	if (!request_may(rq, MAY_RUN_COURSE))
		return;
	tools = node_add(content, "tools");
	if (request_may(rq, MAY_LEAD)) {
		link_add(rq, tools, "late", "/plan/late");
		link_add(rq, tools, "handover", "/plan/handover");
	}
	link_add(rq, tools, "absences", "/plan/absences");
}

void
courses_get(struct request *rq, xmlNode *content)
{
	if (request_may(rq, MAY_SEE_CASES)) {
		add_tools(rq, content);
		courses_find_add(rq, content);
		courses_form_add(rq, content);
		courses_saved_add(rq, content);
		add_list(rq, content);
	}
	if (request_may(rq, MAY_PROVIDE))
		inbox_add(rq, content);
	else if (!request_may(rq, MAY_SEE_CASES))
		fail_request(rq, FAIL_DENIED, NULL);
}

const struct route plan_courses = {
	.path = "/plan", .page = "courses", .menu = "courses",
	.get = courses_get,
};
