/*
 * /answer - a code and a birth date open a citizen's questionnaire or measurements, in the language of ?language=.  Open.
 *	<welcome> <form name="code"/> <languages/> </welcome>
 * What is wrong with a code is never said: each refusal is the same page.  A code in the address's fragment (#ABCD-...) is put into
 * the field by the page's script; browsers never send it.
 */
#include <stdlib.h>
#include <string.h>

#include "answer/pages.h"
#include "answer/visitor.h"
#include "base/date.h"
#include "base/log.h"
#include "base/secret.h"
#include "domain/screening.h"
#include "domain/survey.h"
#include "rule/throttle.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "web/request.h"
#include "xml/node.h"

static const struct field code_fields[] = {
	{ "code", FIELD_CODE, .required = REQUIRED },
	{ "birth-date", .type = FIELD_DATE },	/* a group's code needs none; without it, a citizen's is refused as any other */
	{ 0 }
};
static const char *const code_submits[] = { "open", NULL };
static const struct form code_form = { .name = "code", .fields = code_fields, .submits = code_submits };

/* Which one was asked for; NULL: none that there is. */
static const char *
language_asked(struct request *rq)
{
	const char *language = query_text(rq, "language");

	return language != NULL && rq->language != NULL && strcmp(language, rq->language) == 0 ? language : NULL;
}

static void
code_get(struct request *rq, xmlNode *content)
{
	const char *language = language_asked(rq);
	xmlNode *welcome;

	if (rq->user != NULL && !rq->post && !visitor_of(rq)->used) {
		see_other(rq, NULL, "%s", visitor_path(visitor_of(rq)));
		return;
	}
	welcome = node_add(content, "welcome");
	form_add(rq, welcome, &code_form, "/answer%s%s", language == NULL ? "" : "?language=", language == NULL ? "" : language);
	languages_add(rq, welcome, "/answer");
	page_script(rq, "answer.js", "code=yes");
}

/* Failures of the address in the window: they are kept among those of signing in, under a name of their own. */
static bool
must_wait(struct request *rq)
{
	enum { FAILURES, LAST, OLDEST, COLUMNS };
	const char *is[COLUMNS];

	if (!rows_one(rq->db, rq, is, COLUMNS,
	    "SELECT COUNT(*), TIMESTAMPDIFF(SECOND, MAX(at), NOW()), TIMESTAMPDIFF(SECOND, MIN(at), NOW())"
	    "  FROM sign_in_failure WHERE address = ? AND at > NOW() - INTERVAL ? SECOND",
	    ARGS(TEXT(rq->address), INT(THROTTLE_WINDOW_S))) || is[LAST] == NULL)
		return false;
	return throttle_wait(&throttle_address, atol(is[FAILURES]), atol(is[LAST]), atol(is[OLDEST])) > 0;
}

/*
 * The code's row, when it is one that still opens something and the birth date is the citizen's, or it is a group's; else 0.  A guess counts before
 * it is judged, so that many at once are counted too; without a birth date nothing was guessed at.
 */
static long long
find_code(struct request *rq)
{
	enum { ID, BIRTH_DATE, SURVEY, COLUMNS };
	const char *typed = field_text(rq, "code"), *code = secret_code_tidy(rq, typed), *born = field_text(rq, "birth-date"), *is[COLUMNS];
	struct date today;

	date_today(&today);
	if (code == NULL)
		return 0;
	code = secret_hash(rq, "access-code", code);
	if (exec(rq->db, "UPDATE access_code SET failures = failures + (survey_id IS NULL AND ?) WHERE code_hash = ? AND failures < " CODE_FAILURES_MAX
	    " AND revoked_at IS NULL AND used_at IS NULL AND expires_on >= ?", ARGS(INT(born != NULL), TEXT(code), TEXT(today.iso))) == 0)
		return 0;
	if (!rows_one(rq->db, rq, is, COLUMNS, "SELECT c.id, z.birth_date, c.survey_id FROM access_code c LEFT JOIN citizen z ON z.id = c.citizen_id"
	    "  LEFT JOIN screening s ON s.id = c.screening_id LEFT JOIN intervention i ON i.id = c.intervention_id"
	    "  LEFT JOIN survey w ON w.id = c.survey_id JOIN (SELECT CAST(? AS DATE) AS day) t"
	    " WHERE c.code_hash = ? AND (s.state IN ('invited', 'opened') OR (i.state IN ('accepted', 'running') AND z.death_date IS NULL)"
	    "  OR (w.id IS NOT NULL AND " SURVEY_STATE("w", "t.day") " = 'open'))", ARGS(TEXT(today.iso), TEXT(code))))
		return 0;
	if (is[SURVEY] != NULL)
		return atoll(is[ID]);
	return born != NULL && is[BIRTH_DATE] != NULL && strcmp(is[BIRTH_DATE], born) == 0 ? atoll(is[ID]) : 0;
}

/* What is written before a refusal stays, hence the commit. */
static void
refuse(struct request *rq)
{
	exec(rq->db, "INSERT INTO sign_in_failure (account, address) VALUES (?, ?)",
	    ARGS(TEXT(secret_hash(rq, "answer-code", field_text(rq, "code"))), TEXT(rq->address)));
	db_commit(rq->db);
	log_event("authn_login_fail", LOG_FIELDS(LOG_TEXT("reason", "code")));
	field_error(rq, "code", "code-refused");
}

static void
code_post(struct request *rq)
{
	long long code;

	if (must_wait(rq)) {
		fail_request(rq, FAIL_THROTTLED, "answer-throttled");
		return;
	}
	code = find_code(rq);
	if (db_failed(rq->db) != FAIL_NONE)
		return;
	if (code == 0) {
		refuse(rq);
		return;
	}
	exec(rq->db, "UPDATE access_code SET failures = 0 WHERE id = ?", ARGS(INT(code)));
	exec(rq->db, "UPDATE screening s JOIN access_code c ON c.screening_id = s.id SET s.state = 'opened', s.opened_at = NOW(),"
	    " s.changed_by = 'citizen' WHERE c.id = ? AND s.state = 'invited'", ARGS(INT(code)));
	visitor_begin(rq, code, language_asked(rq));
	log_event("authn_login_success", LOG_FIELDS(LOG_TEXT("reason", "code")));
	see_other(rq, NULL, "/answer");
}

const struct route answer_code = {
	.path = "/answer", .page = "code", .open = true, .get = code_get, .post = code_post, .form = &code_form,
};
