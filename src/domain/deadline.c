#include "domain/deadline.h"

#include "sql/exec.h"
#include "sql/rows.h"

void
deadline_open(struct request *rq, long long course, const char *kind, const char *due_on, const char *counts_from, const char *law)
{
	const struct value uid = TEXT(rq->user->uid);
	long long open = rows_int(rq->db, 0, "SELECT id FROM deadline WHERE course_id = ? AND kind = ? AND done_on IS NULL ORDER BY id LIMIT 1",
	    ARGS(INT(course), TEXT(kind)));

	if (open != 0)
		exec(rq->db, "UPDATE deadline SET due_on = ?, counts_from = ?, law = ?, changed_by = ? WHERE course_id = ? AND id = ?",
		    ARGS(TEXT(due_on), TEXT(counts_from), TEXT(law), uid, INT(course), INT(open)));
	else
		exec_insert(rq->db, "INSERT INTO deadline (course_id, kind, due_on, counts_from, law, changed_by) VALUES (?, ?, ?, ?, ?, ?)",
		    ARGS(INT(course), TEXT(kind), TEXT(due_on), TEXT(counts_from), TEXT(law), uid));
}

void
deadline_end(struct request *rq, long long course, const char *kind, const char *as, const char *on, const char *reason)
{
	exec(rq->db, "UPDATE deadline SET done_on = ?, ended_as = ?, ended_reason = ?, changed_by = ?"
	    " WHERE course_id = ? AND kind = COALESCE(?, kind) AND done_on IS NULL",
	    ARGS(TEXT(on), TEXT(as), TEXT(reason), TEXT(rq->user->uid), INT(course), TEXT(kind)));
}
