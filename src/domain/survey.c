#include "domain/survey.h"

#include <stdlib.h>

#include "base/secret.h"
#include "sql/exec.h"
#include "sql/rows.h"

long long
survey_asked(struct request *rq, const char *department)
{
	return rows_int(rq->db, 0, "SELECT " SURVEY_STAFF("?"), ARGS(TEXT(department), TEXT(department)));
}

void
survey_new_code(struct request *rq, long long survey)
{
	const char *code = secret_code(rq);

	exec(rq->db, "UPDATE access_code SET revoked_at = NOW(), shown_once = NULL WHERE survey_id = ? AND revoked_at IS NULL",
	    ARGS(INT(survey)));
	exec(rq->db, "INSERT INTO access_code (code_hash, survey_id, shown_once, expires_on, issued_by)"
	    " SELECT ?, id, ?, closes_on, ? FROM survey WHERE id = ?",
	    ARGS(TEXT(secret_hash(rq, "access-code", code)), TEXT(code), TEXT(rq->user->uid), INT(survey)));
}

long long
survey_create(struct request *rq, const struct survey *survey)
{
	long long id = exec_insert(rq->db, "INSERT INTO survey (questionnaire_id, department_id, title, kind, opens_on, closes_on, created_by,"
	    "  changed_by) SELECT id, ?, ?, ?, ?, ?, ?, ? FROM questionnaire WHERE id = ? AND state = 'published' AND audience = 'survey'",
	    ARGS(TEXT(rq->user->department), TEXT(survey->title), TEXT(survey->kind), TEXT(survey->opens_on), TEXT(survey->closes_on),
	    TEXT(rq->user->uid), TEXT(rq->user->uid), INT(survey->questionnaire)));

	if (id == 0) {
		fail_request(rq, FAIL_MISSING, NULL);
		return 0;
	}
	if (rows_int(rq->db, 0, "SELECT kind = 'group' FROM survey WHERE id = ?", ARGS(INT(id))) == 1)
		survey_new_code(rq, id);
	return request_failed(rq) ? 0 : id;
}

/* Whose it was goes first: at no moment does a name stand beside what is to be forgotten. */
static void
forget_unsent(struct request *rq, long long survey)
{
	exec(rq->db, "UPDATE survey_participant SET response_id = NULL WHERE survey_id = ?", ARGS(INT(survey)));
	exec(rq->db, "DELETE a FROM survey_answer a JOIN survey_response r ON r.id = a.response_id WHERE r.survey_id = ? AND r.sent = 0",
	    ARGS(INT(survey)));
	exec(rq->db, "DELETE FROM survey_response WHERE survey_id = ? AND sent = 0", ARGS(INT(survey)));
}

bool
survey_end(struct request *rq, long long survey)
{
	if (exec(rq->db, "UPDATE survey SET ended_at = NOW(), changed_by = ?, revision = revision + 1"
	    " WHERE id = ? AND ended_at IS NULL AND closes_on >= ?", ARGS(TEXT(rq->user->uid), INT(survey), TEXT(request_today(rq)))) == 0)
		return false;
	exec(rq->db, "UPDATE access_code SET revoked_at = NOW(), shown_once = NULL WHERE survey_id = ? AND revoked_at IS NULL",
	    ARGS(INT(survey)));
	forget_unsent(rq, survey);
	return true;
}

long long
survey_questionnaire(struct request *rq, long long survey)
{
	return rows_int(rq->db, 0, "SELECT v.questionnaire_id FROM survey v JOIN (SELECT CAST(? AS DATE) AS day) t"
	    " WHERE v.id = ? AND " SURVEY_STATE("v", "t.day") " = 'open'", ARGS(TEXT(request_today(rq)), INT(survey)));
}

static long long
number(const char *text)
{
	return text == NULL ? 0 : atoll(text);
}

bool
survey_of_staff(struct request *rq, long long survey, struct survey_sitting *out)
{
	enum { QUESTIONNAIRE, RESPONSE, PAGE, ANSWERED, COLUMNS };
	const char *is[COLUMNS];

	*out = (struct survey_sitting){ .survey = survey };
	if (!rows_one(rq->db, rq, is, COLUMNS, "SELECT v.questionnaire_id, p.response_id, r.page, p.answered"
	    "  FROM (SELECT ? AS uid, ? AS department, CAST(? AS DATE) AS day) me JOIN survey v ON v.id = ?"
	    "  LEFT JOIN survey_participant p ON p.survey_id = v.id AND p.uid = me.uid LEFT JOIN survey_response r ON r.id = p.response_id"
	    " WHERE " SURVEY_STATE("v", "me.day") " = 'open' AND " SURVEY_ASKS("v", "me.department"),
	    ARGS(TEXT(rq->user->uid), TEXT(rq->user->department), TEXT(request_today(rq)), INT(survey))))
		return false;
	out->questionnaire = number(is[QUESTIONNAIRE]);
	out->response = number(is[RESPONSE]);
	out->page = number(is[PAGE]);
	out->answered = number(is[ANSWERED]) == 1;
	return true;
}

long long
survey_begin(struct request *rq, long long survey)
{
	long long response = secret_number();

	exec(rq->db, "INSERT INTO survey_response (id, survey_id) VALUES (?, ?)", ARGS(INT(response), INT(survey)));
	return request_failed(rq) ? 0 : response;
}

/* Two windows that begin at once write in one response: the row of the person is the lock. */
long long
survey_begin_staff(struct request *rq, long long survey)
{
	long long response;

	exec(rq->db, "INSERT IGNORE INTO survey_participant (survey_id, uid) VALUES (?, ?)", ARGS(INT(survey), TEXT(rq->user->uid)));
	response = rows_int(rq->db, 0, "SELECT COALESCE(response_id, 0) FROM survey_participant WHERE survey_id = ? AND uid = ?"
	    " AND answered = 0 FOR UPDATE", ARGS(INT(survey), TEXT(rq->user->uid)));
	if (response != 0)
		return response;
	response = survey_begin(rq, survey);
	if (exec(rq->db, "UPDATE survey_participant SET response_id = ? WHERE survey_id = ? AND uid = ? AND answered = 0",
	    ARGS(INT(response), INT(survey), TEXT(rq->user->uid))) == 0)
		fail_request(rq, FAIL_STALE, NULL);
	return request_failed(rq) ? 0 : response;
}

void
survey_turn_to(struct request *rq, long long response, size_t page)
{
	exec(rq->db, "UPDATE survey_response SET page = ? WHERE id = ? AND sent = 0", ARGS(INT((long long)page), INT(response)));
}

bool
survey_send(struct request *rq, long long response)
{
	return exec(rq->db, "UPDATE survey_response r JOIN survey v ON v.id = r.survey_id JOIN (SELECT CAST(? AS DATE) AS day) t"
	    " SET r.sent = 1, r.page = 0 WHERE r.id = ? AND r.sent = 0 AND " SURVEY_STATE("v", "t.day") " = 'open'",
	    ARGS(TEXT(request_today(rq)), INT(response))) == 1;
}

bool
survey_send_staff(struct request *rq, long long survey, long long response)
{
	return exec(rq->db, "UPDATE survey_participant SET answered = 1, response_id = NULL"
	    " WHERE survey_id = ? AND uid = ? AND answered = 0 AND response_id = ?",
	    ARGS(INT(survey), TEXT(rq->user->uid), INT(response))) == 1 && survey_send(rq, response);
}
