#include "domain/screening.h"

#include <string.h>

#include "base/date.h"
#include "base/qr.h"
#include "base/secret.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

static const char *
last_day(struct request *rq)
{
	struct date today, last;

	date_today(&today);
	date_add_days(today.iso, SCREENING_DAYS, &last);
	return request_format(rq, "%s", last.iso);
}

void
screening_end_code(struct request *rq, long long screening)
{
	exec(rq->db, "UPDATE access_code SET revoked_at = NOW(), shown_once = NULL WHERE screening_id = ? AND revoked_at IS NULL",
	    ARGS(INT(screening)));
}

void
screening_new_code(struct request *rq, long long screening)
{
	const char *code = secret_code(rq);

	screening_end_code(rq, screening);
	exec(rq->db, "INSERT INTO access_code (code_hash, citizen_id, screening_id, shown_once, expires_on, issued_by)"
	    " SELECT ?, citizen_id, id, ?, expires_on, ? FROM screening WHERE id = ?",
	    ARGS(TEXT(secret_hash(rq, "access-code", code)), TEXT(code), TEXT(rq->user->uid), INT(screening)));
}

long long
screening_issue(struct request *rq, long long citizen, long long questionnaire)
{
	long long screening;

	if (rows_int(rq->db, 0, "SELECT 1 FROM citizen WHERE id = ? AND death_date IS NOT NULL", ARGS(INT(citizen))) == 1) {
		fail_request(rq, FAIL_INPUT, "citizen-dead");
		return 0;
	}
	/* In the citizen's own language, where the questionnaire has it. */
	screening = exec_insert(rq->db, "INSERT INTO screening (citizen_id, questionnaire_id, language, expires_on, issued_by, changed_by)"
	    " SELECT z.id, q.id, IF(FIND_IN_SET(z.language, REPLACE(q.languages, ' ', ',')) > 0, z.language, SUBSTRING_INDEX(q.languages, ' ', 1)),"
	    "  ?, ?, ? FROM questionnaire q JOIN citizen z ON z.id = ? WHERE q.id = ? AND q.state = 'published' AND q.audience = 'citizen'",
	    ARGS(TEXT(last_day(rq)), TEXT(rq->user->uid), TEXT(rq->user->uid), INT(citizen), INT(questionnaire)));
	if (screening == 0) {
		fail_request(rq, FAIL_MISSING, NULL);
		return 0;
	}
	screening_new_code(rq, screening);
	return request_failed(rq) ? 0 : screening;
}

void
screening_qr_add(struct request *rq, xmlNode *parent, const char *text)
{
	const struct qr *code = qr_of(rq, text);
	xmlNode *qr = code == NULL ? NULL : node_add(parent, "qr"), *run;
	size_t i;

	if (code == NULL) {
		fail_request(rq, fail_log(FAIL_BROKEN, "qr: an address of %zu bytes", strlen(text)), NULL);
		return;
	}
	node_set_int(qr, "size", code->size);
	for (i = 0; i < code->count; i++) {
		run = node_add(qr, "run");
		node_set_int(run, "x", code->runs[i].x);
		node_set_int(run, "y", code->runs[i].y);
		node_set_int(run, "width", code->runs[i].width);
	}
}
