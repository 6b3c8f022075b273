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

struct plan_days { const char *from, *to; };

static struct plan_days
plan_days(struct request *rq)
{
	const char *is[2] = { NULL, NULL };

	rows_one(rq->db, rq, is, 2, "SELECT from_on, to_on FROM action_plan WHERE id = ?", ARGS(INT(rq->ids[0])));
	return (struct plan_days){ is[0], is[1] };
}

/* The last day that the plan is in force in a quarter. */
static void
last_day(const struct plan_days *plan, const char *quarter, struct date *out)
{
	criterion_quarter_end(quarter, out);
	if (plan->to != NULL && strcmp(plan->to, out->iso) < 0)
		date_parse(plan->to, out);
}

/* The quarters that are over in which the plan was in force; the one in which it ended when that day has come. */
static void
quarter_choices(struct request *rq, xmlNode *field)
{
	const struct plan_days plan = plan_days(rq);
	struct date quarter, day;
	size_t i;

	criterion_quarter(request_today(rq), &quarter);
	for (i = 0; i < QUARTERS && plan.from != NULL; i++) {
		criterion_quarter_end(quarter.iso, &day);
		if (strcmp(day.iso, plan.from) < 0)
			return;
		last_day(&plan, quarter.iso, &day);
		if (strcmp(day.iso, quarter.iso) >= 0 && strcmp(day.iso, request_today(rq)) <= 0)
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
	const struct plan_days plan = plan_days(rq);
	struct date quarter, first;
	xmlNode *form;

	if (plan.from == NULL)
		return;
	criterion_quarter(plan.from, &quarter);
	last_day(&plan, quarter.iso, &first);
	if (strcmp(first.iso, request_today(rq)) > 0) {
		node_set(criterion, "judge-from", first.iso);
		return;
	}
	form = form_add(rq, criterion, &judge_form, "/admin/action-plans/%lld/criteria/%lld/judge", rq->ids[0], rq->ids[1]);
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
	if (revision_stale(rq, rows_int(rq->db, 0, JUDGED_SO_FAR " FOR UPDATE", ARGS(INT(rq->ids[1])))))
		return;
	exec(rq->db, "INSERT INTO criterion_state (criterion_id, quarter, state, note, criterion_revision, changed_by)"
	    " SELECT c.id, ?, ?, ?, c.revision, ? FROM success_criterion c WHERE c.id = ?",
	    ARGS(FIELD(rq, "quarter"), FIELD(rq, "verdict"), FIELD(rq, "note"), TEXT(rq->user->uid), INT(rq->ids[1])));
	see_other(rq, "criterion-judged", "/admin/action-plans/%lld/criteria/%lld", rq->ids[0], rq->ids[1]);
}

const struct route admin_action_plan_criterion_judge = {
	.path = "/admin/action-plans/:plan/criteria/:criterion/judge", .page = "action-plan-criterion", .menu = "catalogue", .may_post = MAY_WRITE_CATALOGUE,
	.get = criterion_get, .post = judge_post, .form = &judge_form,
};
