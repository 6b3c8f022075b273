#include "plan/proposal.h"

#include "sql/exec.h"
#include "sql/rows.h"

long long
plan_draft(struct request *rq)
{
	long long id = rows_int(rq->db, 0, "SELECT id FROM plan WHERE course_id = ? AND state IN ('draft', 'presented')"
	    " ORDER BY version DESC LIMIT 1 FOR UPDATE", ARGS(INT(rq->subject)));

	if (id != 0)
		return id;
	return exec_insert(rq->db, "INSERT INTO plan (course_id, version, changed_by)"
	    " SELECT ?, n.version, ? FROM (SELECT COALESCE(MAX(version), 0) + 1 AS version FROM plan WHERE course_id = ?) n",
	    ARGS(INT(rq->subject), TEXT(rq->user->uid), INT(rq->subject)));
}
