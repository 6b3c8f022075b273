#include "domain/deadline.h"

#include <stdlib.h>

#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/labels.h"

/* As it stood before it was counted from that day; where it was never counted from another, it ends. */
static void
take_back(struct request *rq, long long course, long long id, const char *on)
{
	enum { DUE, FROM, LAW, RULE, MOVED, COLUMNS };
	const char *was[COLUMNS];

	if (!rows_one(rq->db, rq, was, COLUMNS, "SELECT v.due_on, v.counts_from, v.law, v.rule_id, v.moved_reason FROM deadline FOR SYSTEM_TIME ALL v"
	    " WHERE v.course_id = ? AND v.id = ? AND v.done_on IS NULL AND v.row_end <= (SELECT MIN(w.row_start) FROM deadline FOR SYSTEM_TIME ALL w"
	    "  WHERE w.course_id = ? AND w.id = ? AND w.counts_from = ?) ORDER BY v.row_end DESC LIMIT 1",
	    ARGS(INT(course), INT(id), INT(course), INT(id), TEXT(on)))) {
		deadline_end_one(rq, course, id, "cancelled", request_today(rq), labels_find(request_labels(rq), "deadline.taken-back"));
		return;
	}
	exec(rq->db, "UPDATE deadline SET due_on = ?, counts_from = ?, law = ?, rule_id = ?, moved_reason = ?, changed_by = ? WHERE course_id = ? AND id = ?",
	    ARGS(TEXT(was[DUE]), TEXT(was[FROM]), TEXT(was[LAW]), TEXT(was[RULE]), TEXT(was[MOVED]), TEXT(rq->user->uid), INT(course), INT(id)));
}

void
deadline_back(struct request *rq, long long course, const char *event, const char *on)
{
	const char *const *ids = rows_texts(rq->db, rq, "SELECT d.id FROM deadline d JOIN deadline_rule r ON r.id = d.rule_id WHERE d.course_id = ?"
	    " AND d.done_on IS NULL AND r.event = ? AND d.counts_from = ? ORDER BY d.id", ARGS(INT(course), TEXT(event), TEXT(on)));

	for (; *ids != NULL; ids++)
		take_back(rq, course, atoll(*ids), on);
}
