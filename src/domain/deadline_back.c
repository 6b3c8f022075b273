#include "domain/deadline.h"

#include <stdlib.h>

#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/labels.h"

/*
 * Versions of a deadline: was, the last before it was counted from that day; first, as that made it; now.  What happened to it since stays: days that it rested are
 * added to the earlier day, and a day that somebody set stands.
 */
static const char back_sql[] = "WITH v AS (SELECT due_on, counts_from, law, rule_id, moved_reason, done_on, row_start, row_end FROM deadline FOR SYSTEM_TIME ALL"
    "   WHERE course_id = ? AND id = ?), asked AS (SELECT CAST(? AS DATE) AS day, CAST(? AS CHAR(80)) COLLATE utf8mb4_danish_ci AS rested),"
    " first AS (SELECT v.due_on, v.moved_reason, v.row_start FROM v, asked WHERE v.counts_from = asked.day ORDER BY v.row_start LIMIT 1),"
    " was AS (SELECT v.* FROM v, first WHERE v.done_on IS NULL AND v.row_end <= first.row_start ORDER BY v.row_end DESC LIMIT 1),"
    " now AS (SELECT n.due_on, n.moved_reason, DATEDIFF(n.due_on, first.due_on) AS days, CASE WHEN n.due_on = first.due_on THEN 'same'"
    "   WHEN LOCATE(CONCAT_WS(' ', first.moved_reason, asked.rested), n.moved_reason) = 1 THEN 'rested' ELSE 'moved' END AS how"
    "   FROM deadline n, first, asked WHERE n.course_id = ? AND n.id = ?)"
    " SELECT CASE now.how WHEN 'same' THEN was.due_on WHEN 'rested' THEN was.due_on + INTERVAL now.days DAY ELSE now.due_on END, was.counts_from, was.law, was.rule_id,"
    "  CASE now.how WHEN 'same' THEN was.moved_reason WHEN 'rested' THEN LEFT(CONCAT_WS(' ', was.moved_reason, asked.rested, now.days), 400) ELSE now.moved_reason END"
    " FROM was, now, asked";

/* As it stood before it was counted from that day; where it was never counted from another, it ends. */
static void
take_back(struct request *rq, long long course, long long id, const char *on)
{
	enum { DUE, FROM, LAW, RULE, MOVED, COLUMNS };
	const char *was[COLUMNS];

	if (!rows_one(rq->db, rq, was, COLUMNS, back_sql, ARGS(INT(course), INT(id), TEXT(on), TEXT(labels_find(request_labels(rq), "deadline.has-rested")),
	    INT(course), INT(id)))) {
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
