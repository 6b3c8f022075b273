#include "domain/measurement.h"

#include <stdlib.h>
#include <talloc.h>

#include "base/date.h"
#include "base/secret.h"
#include "domain/choice.h"
#include "domain/course.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

/* Rows of a schedule as they come. */
struct schedules { const void *owner; struct measuring_schedule *list; size_t count; };

static void
note_schedule(void *user, const char *const *columns, size_t count)
{
	enum { FIRST_ROUND, FIRST_DUE_ON, WEEKS };
	struct schedules *all = user;

	(void)count;
	all->list = talloc_realloc(all->owner, all->list, struct measuring_schedule, (unsigned)all->count + 1);
	all->list[all->count++] = (struct measuring_schedule){ atoi(columns[FIRST_ROUND]), talloc_strdup(all->owner, columns[FIRST_DUE_ON]),
	    atoi(columns[WEEKS]) };
}

const struct measuring_schedule *
measurement_schedule(struct db *db, const void *owner, long long intervention, size_t *count)
{
	struct schedules all = { .owner = owner };

	rows_each(db, "SELECT first_round, first_due_on, interval_weeks FROM measurement_schedule WHERE intervention_id = ?"
	    " ORDER BY first_round", ARGS(INT(intervention)), note_schedule, &all);
	if (all.count == 0)
		rows_each(db, "SELECT 1, first_measurement_on, ? FROM intervention WHERE id = ?", ARGS(INT(MEASURING_WEEKS), INT(intervention)),
		    note_schedule, &all);
	*count = all.count;
	return all.list;
}

void
measurement_begin(struct request *rq, long long course, long long intervention)
{
	exec(rq->db, "INSERT INTO measurement_schedule (course_id, intervention_id, first_round, first_due_on, interval_weeks, changed_by)"
	    " SELECT i.course_id, i.id, 1, i.first_measurement_on, ?, ? FROM intervention i WHERE i.course_id = ? AND i.id = ?"
	    "  AND NOT EXISTS (SELECT 1 FROM measurement_schedule s WHERE s.intervention_id = i.id)",
	    ARGS(INT(MEASURING_WEEKS), TEXT(rq->user->uid), INT(course), INT(intervention)));
}

bool
measurement_keep(struct request *rq, const struct measurement *m)
{
	size_t count;
	const struct measuring_schedule *schedule = measurement_schedule(rq->db, rq, m->intervention, &count);
	int round = measuring_round(schedule, count, request_today(rq));
	long long done;

	if (round == 0) {
		fail_request(rq, FAIL_MISSING, "no-such-intervention");
		return false;
	}
	done = exec_unique(rq->db, "INSERT INTO measurement (course_id, intervention_id, question_id, round, measured_by, value,"
	    " not_possible, comment, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", ARGS(INT(m->course), INT(m->intervention),
	    INT(m->question), INT(round), TEXT(m->by), m->value, m->not_possible, m->comment, TEXT(rq->user->uid)));
	if (done < 0)
		fail_request(rq, FAIL_INPUT, "measured-already");
	return done > 0;
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
