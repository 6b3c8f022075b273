#include "plan/hand.h"

#include <stdlib.h>

#include "domain/choice.h"
#include "domain/citizen.h"
#include "domain/course.h"
#include "domain/permission.h"
#include "sql/day.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

void
hand_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT s.uid, CONCAT(s.name, COALESCE(CONCAT(' (', d.name, ')'), ''), ': ', (SELECT COUNT(*) FROM course c"
	    "   WHERE c.caseworker_uid = s.uid AND c.state NOT IN ('closed', 'closed-low')))"
	    " FROM staff s LEFT JOIN department d ON d.id = s.department_id"
	    " WHERE s.active AND EXISTS (SELECT 1 FROM staff_role r WHERE r.uid = s.uid AND r.role = 'caseworker')"
	    " ORDER BY COALESCE(s.department_id, '') <> ?, s.name, s.uid", ARGS(TEXT(rq->user->department)));
}

bool
hand_may(const struct request *rq)
{
	return !request_only_looks(rq) && (course_own(rq) || course_leads(rq));
}

bool
hand_lock(struct request *rq, long long course, struct held *out)
{
	const char *is[4];

	if (!rows_one(rq->db, rq, is, 4, "SELECT state, caseworker_uid, department_id, revision FROM course WHERE id = ? FOR UPDATE",
	    ARGS(INT(course))))
		return false;
	*out = (struct held){ is[0], is[1], is[2], atoll(is[3]) };
	return true;
}

/* The old caseworker's part ends; where it had no row of its own it gets one now, from when he got the course. */
static void
end_part(struct request *rq, long long course, const char *from, const char *today)
{
	if (exec(rq->db, "UPDATE course_contact SET to_on = GREATEST(?, from_on), changed_by = ?"
	    " WHERE course_id = ? AND uid = ? AND role = 'caseworker' AND to_on IS NULL",
	    ARGS(TEXT(today), TEXT(rq->user->uid), INT(course), TEXT(from))) > 0)
		return;
	exec(rq->db, "INSERT INTO course_contact (course_id, uid, role, from_on, to_on, changed_by)"
	    " SELECT c.id, ?, 'caseworker', LEAST(?, COALESCE(h.last, c.opened_on)), ?, ? FROM course c LEFT JOIN (SELECT " DANISH_DAY("MAX(created_at)") " AS last"
	    "   FROM course_handover WHERE course_id = ?) h ON TRUE WHERE c.id = ?",
	    ARGS(TEXT(from), TEXT(today), TEXT(today), TEXT(rq->user->uid), INT(course), INT(course)));
}

/* The new one's earlier part, as somebody who takes part, is over: he is the caseworker now. */
static void
begin_part(struct request *rq, long long course, const char *to, const char *today)
{
	exec(rq->db, "UPDATE course_contact SET to_on = GREATEST(?, from_on), changed_by = ? WHERE course_id = ? AND uid = ? AND to_on IS NULL",
	    ARGS(TEXT(today), TEXT(rq->user->uid), INT(course), TEXT(to)));
	exec(rq->db, "INSERT INTO course_contact (course_id, uid, role, from_on, changed_by) VALUES (?, ?, 'caseworker', ?, ?)",
	    ARGS(INT(course), TEXT(to), TEXT(today), TEXT(rq->user->uid)));
}

void
hand_over(struct request *rq, long long course, const struct held *held, const char *to, const char *reason)
{
	const char *today = request_today(rq), *me = rq->user->uid;
	const char *department = rows_text(rq->db, rq, "SELECT COALESCE(department_id, ?) FROM staff WHERE uid = ?",
	    ARGS(TEXT(held->department), TEXT(to)));

	end_part(rq, course, held->caseworker, today);
	exec(rq->db, "INSERT INTO course_handover (course_id, from_uid, to_uid, from_department, to_department, reason, changed_by)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?)", ARGS(INT(course), TEXT(held->caseworker), TEXT(to), TEXT(held->department), TEXT(department),
	    TEXT(reason), TEXT(me)));
	exec(rq->db, "UPDATE course SET caseworker_uid = ?, department_id = ?, changed_by = ?, revision = revision + 1 WHERE id = ?",
	    ARGS(TEXT(to), TEXT(department), TEXT(me), INT(course)));
	begin_part(rq, course, to, today);
}

#define HANDOVERS(columns, joins, which) \
	"SELECT h.id, h.created_at AS at, h.from_uid AS 'from', f.name AS 'from-name', h.to_uid AS 'to', t.name AS 'to-name'," \
	"  h.from_department AS 'from-department', h.to_department AS 'to-department', b.name AS 'by', CAST(h.reason AS CHAR(1000)) AS why" columns \
	" FROM course_handover h JOIN staff f ON f.uid = h.from_uid JOIN staff t ON t.uid = h.to_uid LEFT JOIN staff b ON b.uid = h.changed_by" joins \
	" WHERE " which " ORDER BY h.id DESC LIMIT 20"

static const char of_course_sql[] = HANDOVERS("", "", "h.course_id = ?");
static const char of_department_sql[] = HANDOVERS(", c.id AS course, z.id AS 'citizen-id', z.name AS citizen, " CPR_MASKED("p.cpr") " AS cpr",
    " JOIN course c ON c.id = h.course_id JOIN citizen z ON z.id = c.citizen_id JOIN citizen_cpr p ON p.citizen_id = z.id",
    "(h.from_department = ? OR h.to_department = ?)");

void
hand_history_add(struct request *rq, xmlNode *parent, long long course)
{
	if (course != 0)
		rows_add(rq->db, parent, "handover", of_course_sql, ARGS(INT(course)));
	else
		rows_add(rq->db, parent, "handover", of_department_sql, ARGS(TEXT(rq->user->department), TEXT(rq->user->department)));
}
