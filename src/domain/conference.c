#include "domain/conference.h"

#include "base/date.h"
#include "domain/course.h"
#include "sql/exec.h"
#include "sql/rows.h"

/* One open deadline of the kind: it moves with the conference. */
static void
set_deadline(struct request *rq, long long course, const char *planned_utc)
{
	struct date day;
	char hhmm[6];

	if (!date_local(planned_utc, &day, hhmm))
		return;
	if (exec(rq->db, "UPDATE deadline SET due_on = ?, changed_by = ? WHERE course_id = ? AND kind = 'conference' AND done_on IS NULL",
	    ARGS(TEXT(day.iso), TEXT(rq->user->uid), INT(course))) == 0)
		exec_insert(rq->db, "INSERT INTO deadline (course_id, kind, due_on, changed_by) VALUES (?, 'conference', ?, ?)",
		    ARGS(INT(course), TEXT(day.iso), TEXT(rq->user->uid)));
}

long long
conference_plan(struct request *rq, long long course, long long day, const char *planned_utc, const char *place)
{
	const struct value of = day == 0 ? NOTHING : INT(day), uid = TEXT(rq->user->uid);
	long long id;

	if (course_lock(rq, course) == NULL)
		return 0;
	id = rows_int(rq->db, 0, "SELECT id FROM conference WHERE course_id = ? AND state = 'planned'", ARGS(INT(course)));
	if (id == 0)
		id = exec_insert(rq->db, "INSERT INTO conference (course_id, state, planned_at, place, day_id, changed_by)"
		    " VALUES (?, 'planned', ?, ?, ?, ?)", ARGS(INT(course), TEXT(planned_utc), TEXT(place), of, uid));
	else
		exec(rq->db, "UPDATE conference SET planned_at = ?, place = ?, day_id = COALESCE(?, day_id), changed_by = ?,"
		    " revision = revision + 1 WHERE course_id = ? AND id = ?",
		    ARGS(TEXT(planned_utc), TEXT(place), of, uid, INT(course), INT(id)));
	set_deadline(rq, course, planned_utc);
	return id;
}

void
conference_call_off(struct request *rq, long long course, long long day, const char *reason)
{
	const struct value of = day == 0 ? NOTHING : INT(day), uid = TEXT(rq->user->uid);

	if (course_lock(rq, course) == NULL || exec(rq->db, "UPDATE conference SET state = 'cancelled', state_reason = ?, changed_by = ?,"
	    " revision = revision + 1 WHERE course_id = ? AND state = 'planned' AND (? IS NULL OR day_id = ?)",
	    ARGS(TEXT(reason), uid, INT(course), of, of)) == 0)
		return;
	exec(rq->db, "UPDATE deadline SET done_on = ?, ended_as = 'cancelled', ended_reason = ?, changed_by = ?"
	    " WHERE course_id = ? AND kind = 'conference' AND done_on IS NULL",
	    ARGS(TEXT(request_today(rq)), TEXT(reason), uid, INT(course)));
}
