/*
 * POST /admin/action-plans/:plan/criteria/:criterion/judge - how a criterion that only a person can judge stood at the end of a quarter.  What was
 * judged before of the same quarter stays beside it; the newest counts.
 */
#include <string.h>
#include <talloc.h>

#include "admin/action_plans.h"
#include "admin/pages.h"
#include "base/date.h"
#include "domain/citizen.h"
#include "domain/permission.h"
#include "rule/criterion.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

enum { QUARTERS = 12 };

/* This quarter, and those before in which the plan was in force. */
static void
quarter_choices(struct request *rq, xmlNode *field)
{
	const char *from = rows_text(rq->db, rq, "SELECT from_on FROM action_plan WHERE id = ?", ARGS(INT(rq->ids[0])));
	struct date quarter, day;
	size_t i;

	criterion_quarter(request_today(rq), &quarter);
	for (i = 0; i < QUARTERS; i++) {
		criterion_quarter_end(quarter.iso, &day);
		if (i > 0 && from != NULL && strcmp(day.iso, from) < 0)
			return;
		node_set(node_add(field, "choice"), "value", quarter.iso);
		date_add_days(quarter.iso, -1, &day);
		criterion_quarter(day.iso, &quarter);
	}
}

static const char *const verdicts[] = { "reached", "partly", "not", "unknown", NULL };
static const struct field judge_fields[] = {
	{ .name = "quarter", .type = FIELD_CHOICE, .required = REQUIRED, .source = quarter_choices },
	{ .name = "verdict", .type = FIELD_CHOICE, .required = REQUIRED, .choices = verdicts },
	{ .name = "note",    .type = FIELD_TEXT, .required = REQUIRED, .max = 1000, .check = citizen_check_no_cpr },
	{ 0 }
};
static const char *const judge_submits[] = { "judge", NULL };
static const struct form judge_form = { .name = "criterion-judge", .fields = judge_fields, .submits = judge_submits };

/* Who judges sees what others judged until then. */
#define JUDGED_SO_FAR "SELECT COUNT(*) FROM criterion_state WHERE criterion_id = ?"

void
criterion_add_judge(struct request *rq, xmlNode *criterion)
{
	xmlNode *form = form_add(rq, criterion, &judge_form, "/admin/action-plans/%lld/criteria/%lld/judge", rq->ids[0], rq->ids[1]);

	form_set_revision(form, rows_int(rq->db, 0, JUDGED_SO_FAR, ARGS(INT(rq->ids[1]))));
}

static void
judge_post(struct request *rq)
{
	const char *metric;
	struct action_plan plan;

	if (!action_plan_for_change(rq, true, &plan))
		return;
	metric = rows_text(rq->db, rq, "SELECT metric FROM success_criterion WHERE plan_id = ? AND id = ? FOR UPDATE", ARGS(INT(rq->ids[0]), INT(rq->ids[1])));
	if (metric == NULL || strcmp(metric, "judged") != 0) {
		fail_request(rq, metric == NULL ? FAIL_MISSING : FAIL_STALE, metric == NULL ? "no-such-criterion" : "criterion-is-computed");
		return;
	}
	if (rows_int(rq->db, 0, "SELECT COUNT(*) FROM action_plan WHERE id = ? AND (from_on >= CAST(? AS DATE) + INTERVAL 3 MONTH OR to_on < ?)",
	    ARGS(INT(rq->ids[0]), FIELD(rq, "quarter"), FIELD(rq, "quarter"))) > 0) {
		field_error(rq, "quarter", "quarter-outside-plan");
		return;
	}
	if (revision_stale(rq, rows_int(rq->db, 0, JUDGED_SO_FAR " FOR UPDATE", ARGS(INT(rq->ids[1])))))
		return;
	exec_insert(rq->db, "INSERT INTO criterion_state (criterion_id, quarter, state, note, changed_by) VALUES (?, ?, ?, ?, ?)",
	    ARGS(INT(rq->ids[1]), FIELD(rq, "quarter"), FIELD(rq, "verdict"), FIELD(rq, "note"), TEXT(rq->user->uid)));
	see_other(rq, "criterion-judged", "/admin/action-plans/%lld/criteria/%lld", rq->ids[0], rq->ids[1]);
}

const struct route admin_action_plan_criterion_judge = {
	.path = "/admin/action-plans/:plan/criteria/:criterion/judge", .page = "action-plan-criterion", .menu = "catalogue", .may_post = MAY_WRITE_CATALOGUE,
	.get = criterion_get, .post = judge_post, .form = &judge_form,
};
