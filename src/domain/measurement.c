#include "domain/measurement.h"

#include <stdlib.h>
#include <talloc.h>

#include "base/date.h"
#include "base/secret.h"
#include "domain/course.h"
#include "domain/deadline.h"
#include "domain/progress_goal.h"
#include "domain/screening.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
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

void
measurement_first_end(struct request *rq, long long course, const char *as, const char *on)
{
	if (rows_int(rq->db, 0, "SELECT COUNT(*) FROM intervention i WHERE i.course_id = ? AND i.state IN ('accepted', 'running') AND NOT EXISTS"
	    " (SELECT 1 FROM measurement m WHERE m.intervention_id = i.id AND m.measured_by = 'provider')", ARGS(INT(course))) == 0)
		deadline_end(rq, course, "first-measurement", as, on, NULL);
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

/* How many corrections there are of that one of the giver's; -1: there is no such. */
static long long
corrections(struct request *rq, const struct measurement *m, long long measurement, const char **is)
{
	if (!rows_one(rq->db, rq, is, 3, "SELECT o.question_id, o.round, (SELECT MAX(l.correction) FROM measurement l"
	    "  WHERE l.intervention_id = o.intervention_id AND l.question_id = o.question_id AND l.measured_by = o.measured_by"
	    "   AND l.round = o.round) FROM measurement o WHERE o.id = ? AND o.intervention_id = ? AND o.measured_by = ?",
	    ARGS(INT(measurement), INT(m->intervention), TEXT(m->by))))
		return -1;
	return atoll(is[2]);
}

bool
measurement_correct(struct request *rq, const struct measurement *m, long long measurement, const char *reason, long long seen)
{
	const char *is[3];
	long long last = corrections(rq, m, measurement, is);

	if (last < 0 || last != seen) {
		fail_request(rq, last < 0 ? FAIL_DENIED : FAIL_STALE, last < 0 ? NULL : "corrected-already");
		return false;
	}
	exec(rq->db, "INSERT INTO measurement (course_id, intervention_id, question_id, round, measured_by, correction, value, not_possible,"
	    "  comment, correction_reason, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", ARGS(INT(m->course), INT(m->intervention),
	    TEXT(is[0]), TEXT(is[1]), TEXT(m->by), INT(last + 1), m->value, m->not_possible, m->comment, TEXT(reason), TEXT(rq->user->uid)));
	return !request_failed(rq);
}

void
measurement_given_add(struct request *rq, xmlNode *parent, long long intervention, const char *giver)
{
	rows_add(rq->db, parent, "given", "SELECT m.id, m.question_id AS question, CAST(q.text AS CHAR(300)) AS text, m.round,"
	    "  m.measured_at AS at, m.value, m.not_possible AS 'not-possible', NULLIF(m.correction, 0) AS correction,"
	    "  m.correction_reason AS 'correction-reason', m.comment FROM measurement m JOIN progress_question q ON q.id = m.question_id"
	    " WHERE m.intervention_id = ? AND m.measured_by = ? AND NOT EXISTS (SELECT 1 FROM measurement l"
	    "  WHERE l.intervention_id = m.intervention_id AND l.question_id = m.question_id AND l.measured_by = m.measured_by"
	    "   AND l.round = m.round AND l.correction > m.correction) ORDER BY m.round DESC, m.question_id",
	    ARGS(INT(intervention), TEXT(giver)));
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

bool
measurement_asks_citizen(struct request *rq, long long intervention)
{
	size_t rows;
	const struct measuring_schedule *schedule = measurement_schedule(rq->db, rq, intervention, &rows);
	int round = measuring_round(schedule, rows, request_today(rq));
	struct progress_asked *asked;

	return round > 0 && rows_int(rq->db, 0, "SELECT 1 FROM citizen WHERE id = ? AND death_date IS NOT NULL", ARGS(INT(rq->citizen))) == 0 &&
	    progress_asked(rq, intervention, "citizen", round, &asked) > 0;
}

void
measurement_code_offer(struct request *rq, long long intervention)
{
	if (measurement_asks_citizen(rq, intervention) && rows_int(rq->db, 0, "SELECT 1 FROM access_code WHERE intervention_id = ? AND revoked_at IS NULL AND used_at IS NULL AND expires_on >= ? LIMIT 1",
	    ARGS(INT(intervention), TEXT(request_today(rq)))) == 0)
		measurement_code_issue(rq, intervention);
}

static const struct field no_fields[] = { { 0 } };
static const char *const hand_over_submits[] = { "hand-over", NULL };
static const struct form hand_over_form = { .name = "hand-over", .fields = no_fields, .submits = hand_over_submits };

void
measurement_code_add(struct request *rq, xmlNode *parent, long long intervention)
{
	xmlNode *code;

	if (rq->as_of != NULL || rq->head)
		return;
	code = rows_add_one(rq->db, parent, "access-code", "SELECT shown_once AS code, intervention_id AS intervention,"
	    " expires_on AS 'expires-on' FROM access_code WHERE intervention_id = ? AND issued_by = ? AND shown_once IS NOT NULL"
	    "  AND revoked_at IS NULL ORDER BY id DESC LIMIT 1", ARGS(INT(intervention), TEXT(rq->user->uid)));
	if (code == NULL)
		return;
	node_set_format(code, "address", "%s%s", request_origin(rq), request_href(rq, "/answer"));
	/* What stands behind # a browser keeps to itself, also when it is sent on: it is in no log on the way. */
	screening_qr_add(rq, code, request_format(rq, "%s#%s", node_get(code, "address"), node_get(code, "code")));
	form_add(rq, code, &hand_over_form, "/sign-out?then=answer#%s", node_get(code, "code"));
	exec(rq->db, "UPDATE access_code SET shown_once = NULL WHERE intervention_id = ? AND issued_by = ?",
	    ARGS(INT(intervention), TEXT(rq->user->uid)));
}
