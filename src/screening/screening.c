/*
 * /screening/:id - one screening: whose, where it stands, the invitation with its code the first time, then what was answered.
 *	<screening id state questionnaire version issued-at issued-by expires-on ... [locked] [href]> <citizen/> <access-code code address expires-on> <qr/> </access-code>
 *	 <tally/> <dimension/>* <score/>* <rescoring/>* <form name="rescore"/> <form name="new-code"/> <form name="revoke"/> </screening>
 * /screening/:id/code, /screening/:id/revoke - POST: a new code for a lost one; the invitation called back.
 */
#include <string.h>

#include "base/date.h"
#include "domain/citizen.h"
#include "domain/permission.h"
#include "domain/screening.h"
#include "domain/subject.h"
#include "screening/fill.h"
#include "screening/pages.h"
#include "screening/result.h"
#include "screening/screening.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "web/request.h"
#include "web/site.h"
#include "xml/labels.h"
#include "xml/node.h"

static const struct field no_fields[] = { { 0 } };
static const char *const new_code_submits[] = { "new-code", NULL };
static const struct form new_code_form = { .name = "new-code", .fields = no_fields, .submits = new_code_submits };
static const char *const revoke_submits[] = { "revoke", NULL };
static const struct form revoke_form = { .name = "revoke", .fields = no_fields, .submits = revoke_submits };

#define LOCKED \
	"EXISTS (SELECT 1 FROM access_code k WHERE k.screening_id = s.id AND " CODE_LOCKED("k") ")"

static xmlNode *
head_add(struct request *rq, xmlNode *content)
{
	struct date today;

	date_today(&today);
	return rows_add_one(rq->db, content, "screening",
	    "SELECT s.id, " SCREENING_STATE("s", "?") " AS state, q.title AS questionnaire,"
	    "  q.version, s.issued_at AS 'issued-at', i.name AS 'issued-by', s.expires_on AS 'expires-on', s.opened_at AS 'opened-at',"
	    "  s.submitted_at AS 'submitted-at', s.red, s.yellow, s.green,"
	    "  IF(s.state IN ('invited', 'opened', 'expired') AND " LOCKED ", 'yes', NULL) AS 'locked',"
	    "  IF(s.state IN ('invited', 'opened'), (SELECT COUNT(*) FROM answer a WHERE a.screening_id = s.id AND a.state <> 'not-asked'), NULL)"
	    "   AS answered, IF(s.submitted_at IS NULL AND s.filled_by = 'citizen', NULL, s.filled_by) AS 'filled-by', s.written_on AS 'written-on',"
	    "  q.legal_basis AS 'legal-basis'"
	    "  FROM screening s JOIN questionnaire q ON q.id = s.questionnaire_id LEFT JOIN staff i ON i.uid = s.issued_by"
	    " WHERE s.id = ?", ARGS(TEXT(today.iso), INT(rq->subject)));
}

static bool
in_state(const xmlNode *screening, const char *const *states)
{
	const char *state = node_get(screening, "state");

	for (; state != NULL && *states != NULL; states++)
		if (strcmp(*states, state) == 0)
			return true;
	return false;
}

/* "?language=" and the citizen's, where it is not the site's but one that the site has; else "". */
static const char *
language_asked(struct request *rq)
{
	const char *language = rows_text(rq->db, rq, "SELECT language FROM screening WHERE id = ?", ARGS(INT(rq->subject)));
	const struct labels *const *one = site_languages(rq->site) + 1;

	while (language != NULL && *one != NULL && strcmp(labels_language(*one), language) != 0)
		one++;
	return language == NULL || *one == NULL ? "" : request_format(rq, "?language=%s", language);
}

/* The code stands in the database until the first page that shows it, and nowhere afterwards. */
static void
code_add(struct request *rq, xmlNode *screening)
{
	xmlNode *code;

	if (rq->as_of != NULL || rq->head || request_tries_out(rq))
		return;
	code = rows_add_one(rq->db, screening, "access-code",
	    "SELECT shown_once AS code, expires_on AS 'expires-on' FROM access_code WHERE screening_id = ? AND shown_once IS NOT NULL"
	    "  AND revoked_at IS NULL ORDER BY id DESC LIMIT 1", ARGS(INT(rq->subject)));
	if (code == NULL)
		return;
	page_script(rq, "print.js", NULL);
	node_set_format(code, "address", "%s%s", request_origin(rq), request_href(rq, "/answer"));
	/* What stands behind # a browser keeps to itself: it is in no log on the way. */
	screening_qr_add(rq, code, request_format(rq, "%s%s#%s", node_get(code, "address"), language_asked(rq), node_get(code, "code")));
	exec(rq->db, "UPDATE access_code SET shown_once = NULL WHERE screening_id = ?", ARGS(INT(rq->subject)));
}

/* Issued twice, perhaps by two people: whoever looks at one shall know of the other. */
static void
also_open_add(struct request *rq, xmlNode *screening)
{
	struct date today;
	xmlNode *other;

	date_today(&today);
	other = rows_add_one(rq->db, screening, "also-open",
	    "SELECT o.issued_at AS 'issued-at', o.id AS href FROM screening s JOIN questionnaire q ON q.id = s.questionnaire_id"
	    "  JOIN screening o ON o.citizen_id = s.citizen_id AND o.id <> s.id AND " SCREENING_STATE("o", "?") " IN ('invited', 'opened')"
	    "  JOIN questionnaire p ON p.id = o.questionnaire_id AND p.code = q.code WHERE s.id = ? ORDER BY o.id DESC LIMIT 1",
	    ARGS(TEXT(today.iso), INT(rq->subject)));
	if (other != NULL)
		node_set(other, "href", request_href(rq, "/screening/%s", node_get(other, "href")));
}

void
screening_get(struct request *rq, xmlNode *content)
{
	static const char *const open[] = { "invited", "opened", NULL }, *const renewable[] = { "invited", "opened", "expired", NULL };
	static const char *const answered[] = { "submitted", "assessed", NULL };
	xmlNode *screening = head_add(rq, content);

	if (screening == NULL) {
		fail_request(rq, FAIL_MISSING, NULL);
		return;
	}
	citizen_add_way(rq, content, citizen_add(rq, screening, rq->citizen), NULL);
	if (in_state(screening, open)) {
		code_add(rq, screening);
		also_open_add(rq, screening);
	}
	/* Answers are of the case: who only registers sees that they came. */
	if (in_state(screening, answered) && request_may(rq, MAY_ASSESS)) {
		node_set(screening, "href", request_href(rq, "/triage/%lld", rq->subject));
		result_add(rq, screening);
	}
	if (in_state(screening, renewable)) {
		node_set(screening, "paper-href", request_href(rq, "/screening/%lld/paper", rq->subject));
		if (node_get(screening, "filled-by") != NULL && request_may(rq, MAY_ASSESS))
			node_set(screening, "fill-href", request_href(rq, "/screening/%lld/fill", rq->subject));
		else
			fill_forms_add(rq, screening);
		form_add(rq, screening, &new_code_form, "/screening/%lld/code", rq->subject);
	}
	if (in_state(screening, open))
		form_add(rq, screening, &revoke_form, "/screening/%lld/revoke", rq->subject);
}

/* Also one whose last day is over gets days anew; one that staff filled in is the citizen's again. */
static void
new_code_post(struct request *rq)
{
	struct date today, last;

	date_today(&today);
	date_add_days(today.iso, SCREENING_DAYS, &last);
	if (exec(rq->db, "UPDATE screening SET expires_on = ?, filled_by = 'citizen', written_on = NULL, changed_by = ?, revision = revision + 1,"
	    " state = IF(opened_at IS NULL, 'invited', 'opened') WHERE id = ? AND state IN ('invited', 'opened', 'expired')", ARGS(TEXT(last.iso), TEXT(rq->user->uid), INT(rq->subject))) == 0) {
		fail_request(rq, FAIL_STALE, "screening-closed");
		return;
	}
	screening_new_code(rq, rq->subject);
	see_other(rq, "new-code", "/screening/%lld", rq->subject);
}

static void
revoke_post(struct request *rq)
{
	if (exec(rq->db, "UPDATE screening SET state = 'revoked', changed_by = ?, revision = revision + 1"
	    " WHERE id = ? AND state IN ('invited', 'opened')", ARGS(TEXT(rq->user->uid), INT(rq->subject))) == 0) {
		fail_request(rq, FAIL_STALE, "screening-closed");
		return;
	}
	screening_end_code(rq, rq->subject);
	see_other(rq, "screening-revoked", "/screening/%lld", rq->subject);
}

const struct route screening_page_rescore = {
	.path = "/screening/:id/rescore", .page = "screening", .menu = "screening", .subject = &subject_screening, .may = MAY_ASSESS,
	.get = screening_get, .post = rescore_post, .form = &rescore_form,
};

const struct route screening_page = {
	.path = "/screening/:id", .page = "screening", .menu = "screening", .subject = &subject_screening, .may = MAY_REGISTER,
	.get = screening_get,
};

const struct route screening_page_code = {
	.path = "/screening/:id/code", .page = "screening", .menu = "screening", .subject = &subject_screening, .may = MAY_REGISTER,
	.get = screening_get, .post = new_code_post, .form = &new_code_form,
};

const struct route screening_page_revoke = {
	.path = "/screening/:id/revoke", .page = "screening", .menu = "screening", .subject = &subject_screening, .may = MAY_REGISTER,
	.get = screening_get, .post = revoke_post, .form = &revoke_form,
};
