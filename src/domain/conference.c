#include "domain/conference.h"

#include "base/date.h"
#include "domain/course.h"
#include "domain/deadline.h"
#include "sql/exec.h"
#include "sql/rows.h"

long long
conference_plan(struct request *rq, long long course, long long day, const char *planned_utc, const char *place)
{
	const struct value of = day == 0 ? NOTHING : INT(day), uid = TEXT(rq->user->uid);
	struct date on;
	char hhmm[6];
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
	if (date_local(planned_utc, &on, hhmm))
		deadline_open(rq, course, "conference", on.iso, NULL, NULL);
	return id;
}

#define NOTHING_SAID \
	"(COALESCE(citizens_words, conclusion, examination) IS NULL AND COALESCE(realistic, manageable) IS NULL" \
	"  AND NOT EXISTS (SELECT 1 FROM conference_decision d WHERE d.conference_id = conference.id))"

bool
conference_call_off(struct request *rq, long long course, long long day, const char *reason)
{
	const struct value of = day == 0 ? NOTHING : INT(day), uid = TEXT(rq->user->uid);

	if (course_lock_any(rq, course) == NULL || exec(rq->db, "UPDATE conference SET state = 'cancelled', state_reason = ?, changed_by = ?,"
	    " revision = revision + 1 WHERE course_id = ? AND (? IS NULL OR day_id = ?) AND (state = 'planned' OR (state = 'held'"
	    "  AND ((SELECT c.state FROM course c WHERE c.id = ?) IN ('closed', 'closed-low') OR " NOTHING_SAID ")))",
	    ARGS(TEXT(reason), uid, INT(course), of, of, INT(course))) == 0)
		return false;
	deadline_end(rq, course, "conference", "cancelled", request_today(rq), reason);
	return true;
}
