#include "answer/visitor.h"

#include <stdint.h>
#include <stdlib.h>
#include <talloc.h>

#include "base/secret.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/look.h"
#include "xml/node.h"

enum column {
	CODE, CITIZEN, SCREENING, QUESTIONNAIRE, PAGE, STATE, INTERVENTION, USED, COLUMNS
};

static const char *
token_hash(struct request *rq, const char *secret)
{
	return secret_hash(rq, "answer-session", secret);
}

static long long
number(const char *text)
{
	return text == NULL ? 0 : atoll(text);
}

/* Asked apart: most visitors come to a questionnaire, and each table of a join costs. */
static enum fail
find_intervention(struct request *rq, struct visitor *visitor)
{
	const char *is[2];

	if (rows_one(rq->db, rq, is, 2, "SELECT course_id, title FROM intervention WHERE id = ?", ARGS(INT(visitor->intervention)))) {
		visitor->course = number(is[0]);
		visitor->title = is[1];
	}
	return db_failed(rq->db);
}

enum fail
visitor_identify(struct request *rq)
{
	static const char *const no_roles[] = { NULL };
	const char *is[COLUMNS];
	struct visitor *visitor;

	if (rq->secret[0] == '\0')
		return FAIL_NONE;
	if (!rows_one(rq->db, rq, is, COLUMNS,
	    "SELECT c.id, c.citizen_id, c.screening_id, s.questionnaire_id, s.page, s.state, c.intervention_id,"
	    "  c.used_at IS NOT NULL"
	    "  FROM answer_session v JOIN access_code c ON c.id = v.access_code_id AND c.revoked_at IS NULL"
	    "  LEFT JOIN screening s ON s.id = c.screening_id"
	    " WHERE v.token_hash = ? AND v.ended_at IS NULL AND v.ends_at > NOW()", ARGS(TEXT(token_hash(rq, rq->secret)))))
		return db_failed(rq->db);
	visitor = talloc_zero(rq, struct visitor);
	visitor->user = (struct user){ .uid = "citizen", .name = "", .department = "", .department_name = "", .roles = no_roles,
	    .code = number(is[CODE]) };
	visitor->screening = number(is[SCREENING]);
	visitor->questionnaire = number(is[QUESTIONNAIRE]);
	visitor->page = (long)number(is[PAGE]);
	visitor->state = is[STATE];
	visitor->intervention = number(is[INTERVENTION]);
	visitor->used = number(is[USED]) == 1;
	rq->user = &visitor->user;
	rq->citizen = number(is[CITIZEN]);
	rq->grade = "citizen";
	return visitor->intervention == 0 ? FAIL_NONE : find_intervention(rq, visitor);
}

enum fail
visitor_view(struct request *rq)
{
	enum { DEPARTMENT, ACTIVE, SETTINGS, FAILURES, VIEW_COLUMNS };
	struct visitor *visitor = (struct visitor *)(uintptr_t)rq->user;
	const char *is[VIEW_COLUMNS];

	if (rows_one(rq->db, rq, is, VIEW_COLUMNS, "SELECT v.department_id, v.active_id, v.look_revision, v.failures_in_row"
	    "  FROM citizen z JOIN stylesheet_view v ON v.department_id = z.department_id AND v.program = 'answer' WHERE z.id = ?",
	    ARGS(INT(rq->citizen)))) {
		visitor->user.department = is[DEPARTMENT];
		look_set_view(rq, number(is[ACTIVE]), number(is[SETTINGS]), number(is[FAILURES]));
	}
	return db_failed(rq->db);
}

const struct visitor *
visitor_of(const struct request *rq)
{
	return (const struct visitor *)rq->user;
}

void
visitor_begin(struct request *rq, long long code)
{
	const char *secret = secret_token(rq);

	exec(rq->db, "INSERT INTO answer_session (token_hash, access_code_id, ends_at) VALUES (?, ?, NOW() + INTERVAL ? HOUR)",
	    ARGS(TEXT(token_hash(rq, secret)), INT(code), INT(VISIT_HOURS)));
	rq->new_cookie = secret;
}

void
visitor_end(struct request *rq)
{
	exec(rq->db, "UPDATE answer_session SET ended_at = NOW() WHERE token_hash = ?", ARGS(TEXT(token_hash(rq, rq->secret))));
	rq->new_cookie = "";
}

bool
visitor_use_up(struct request *rq)
{
	return exec(rq->db, "UPDATE access_code SET used_at = NOW() WHERE id = ? AND used_at IS NULL", ARGS(INT(rq->user->code))) == 1;
}

void
answered_add(struct request *rq, xmlNode *content)
{
	node_set(node_add(content, "answered"), "what", visitor_of(rq)->screening != 0 ? "questionnaire" : "measurement");
}

const char *
visitor_path(const struct visitor *visitor)
{
	if (visitor->used)
		return "/answer/done";
	return visitor->screening != 0 ? "/answer/questionnaire" : "/answer/measurement";
}
