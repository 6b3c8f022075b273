#include "domain/measurement.h"

#include <talloc.h>

#include "base/date.h"
#include "base/secret.h"
#include "domain/choice.h"
#include "domain/course.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

long long
measurement_keep(struct request *rq, const struct measurement *m)
{
	return exec_insert(rq->db, "INSERT INTO measurement (course_id, intervention_id, question_id, round, measured_by, value,"
	    " not_possible, comment, changed_by) SELECT v.course, v.intervention, v.question, (SELECT COALESCE(MAX(m.round), 0) + 1"
	    "   FROM measurement m WHERE m.intervention_id = v.intervention AND m.question_id = v.question AND m.measured_by = v.giver),"
	    "  v.giver, ?, ?, ?, ? FROM (SELECT ? AS course, ? AS intervention, ? AS question,"
	    "   CAST(? AS CHAR(10)) COLLATE utf8mb4_danish_ci AS giver) v",
	    ARGS(m->value, m->not_possible, m->comment, TEXT(rq->user->uid), INT(m->course), INT(m->intervention), INT(m->question),
	    TEXT(m->by)));
}

void
measurement_question_choices(struct request *rq, xmlNode *field)
{
	const char *today = request_today(rq);

	choices_add(rq, field, "SELECT id, text FROM progress_question WHERE valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)"
	    " ORDER BY category, text, id", ARGS(TEXT(today), TEXT(today)));
}

long long
measurement_question_next(struct request *rq, long long intervention)
{
	const char *today = request_today(rq);

	return rows_int(rq->db, 0, "SELECT m.question_id FROM measurement m JOIN progress_question q ON q.id = m.question_id"
	    " AND q.valid_from <= ? AND (q.valid_to IS NULL OR q.valid_to >= ?) WHERE m.intervention_id = ? GROUP BY m.question_id"
	    " ORDER BY MAX(IF(m.measured_by = 'citizen', m.round, 0)) > MAX(IF(m.measured_by = 'provider', m.round, 0)) DESC,"
	    "  MAX(m.measured_at) DESC, MAX(m.id) DESC LIMIT 1", ARGS(TEXT(today), TEXT(today), INT(intervention)));
}

void
measurement_code_issue(struct request *rq, long long intervention)
{
	const char *code = secret_code(rq), *uid = rq->user->uid;
	struct date expires;

	date_add_days(request_today(rq), MEASUREMENT_CODE_DAYS, &expires);
	exec(rq->db, "UPDATE access_code SET revoked_at = CURRENT_TIMESTAMP, shown_once = NULL"
	    " WHERE intervention_id = ? AND revoked_at IS NULL", ARGS(INT(intervention)));
	exec_insert(rq->db, "INSERT INTO access_code (code_hash, citizen_id, intervention_id, shown_once, expires_on, issued_by)"
	    " VALUES (?, ?, ?, ?, ?, ?)", ARGS(TEXT(secret_hash(rq, "access-code", code)), INT(rq->citizen), INT(intervention),
	    TEXT(code), TEXT(expires.iso), TEXT(uid)));
}

void
measurement_code_add(struct request *rq, xmlNode *parent, long long intervention)
{
	xmlNode *code;

	if (rq->as_of != NULL || rq->head)
		return;
	code = rows_add_one(rq->db, parent, "access-code", "SELECT shown_once AS code, intervention_id AS intervention,"
	    " expires_on AS 'expires-on' FROM access_code WHERE intervention_id = ? AND issued_by = ? AND shown_once IS NOT NULL"
	    "  AND revoked_at IS NULL ORDER BY id DESC LIMIT 1", ARGS(INT(intervention), TEXT(rq->user->uid)));
	if (code != NULL)
		exec(rq->db, "UPDATE access_code SET shown_once = NULL WHERE intervention_id = ? AND issued_by = ?",
		    ARGS(INT(intervention), TEXT(rq->user->uid)));
}
