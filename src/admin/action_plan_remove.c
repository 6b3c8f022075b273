/*
 * /admin/action-plans/:plan/remove, /admin/action-plans/:plan/criteria/:criterion/remove - what goes with a plan or a criterion that is removed, and the
 * button that does it.  A plan with quarters that were counted or judged stays: it gets a last day instead.
 *	<removal of="action-plan|criterion" title href quarters [criteria entries] [edit]> <form name="action-plan-remove|criterion-remove"/>? </removal>
 */
#include <talloc.h>

#include "admin/action_plans.h"
#include "admin/pages.h"
#include "admin/rules.h"
#include "domain/permission.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static const struct field no_fields[] = { { 0 } };
static const char *const criterion_submits[] = { "remove-criterion", NULL }, *const plan_submits[] = { "remove-plan", NULL };
static const struct form criterion_form = { .name = "criterion-remove", .fields = no_fields, .submits = criterion_submits };
static const struct form plan_form = { .name = "action-plan-remove", .fields = no_fields, .submits = plan_submits };

#define CRITERION_QUARTERS "SELECT COUNT(DISTINCT s.quarter) FROM criterion_state s WHERE s.criterion_id = ?"
#define PLAN_QUARTERS \
	"SELECT COUNT(DISTINCT s.quarter) FROM success_criterion c JOIN criterion_state s ON s.criterion_id = c.id WHERE c.plan_id = ?"

#define CRITERION_STATES "SELECT COUNT(*) FROM criterion_state WHERE criterion_id = ?"
#define PLAN_CRITERIA "SELECT CRC32(GROUP_CONCAT(id, ' ', revision ORDER BY id)) FROM success_criterion WHERE plan_id = ?"
#define PLAN_ENTRIES "SELECT CRC32(GROUP_CONCAT(entry_id, ' ', COALESCE(implemented_on, '') ORDER BY entry_id)) FROM action_plan_entry WHERE plan_id = ?"

/* What goes with it, as a revision: who removes it was told of all of it.  lock: nothing comes to it until the transaction ends. */
static long long
criterion_revision(struct request *rq, const struct criterion *criterion, bool lock)
{
	long long states = rows_int(rq->db, 0, lock ? CRITERION_STATES " FOR UPDATE" : CRITERION_STATES, ARGS(INT(rq->ids[1])));

	return criterion->revision + (states << 20);
}

static long long
plan_revision(struct request *rq, const struct action_plan *plan, bool lock)
{
	long long criteria = rows_int(rq->db, 0, lock ? PLAN_CRITERIA " FOR UPDATE" : PLAN_CRITERIA, ARGS(INT(rq->ids[0])));
	long long entries = rows_int(rq->db, 0, lock ? PLAN_ENTRIES " FOR UPDATE" : PLAN_ENTRIES, ARGS(INT(rq->ids[0])));

	return plan->revision + (criteria << 16) + (entries << 20);
}

static xmlNode *
add_removal(xmlNode *content, const char *of, const char *title, const char *href, long long quarters)
{
	xmlNode *removal = node_add(content, "removal");

	node_set(removal, "of", of);
	node_set(removal, "title", title);
	node_set(removal, "href", href);
	node_set_int(removal, "quarters", quarters);
	return removal;
}

static void
criterion_remove_get(struct request *rq, xmlNode *content)
{
	struct action_plan plan;
	struct criterion criterion;
	xmlNode *removal;

	if (!action_plan_for_change(rq, false, &plan) || !criterion_read(rq, false, &criterion))
		return;
	action_plan_add_way(rq, content, plan.title);
	removal = add_removal(content, "criterion", criterion.text, request_href(rq, "/admin/action-plans/%lld/criteria/%lld", rq->ids[0], rq->ids[1]),
	    rows_int(rq->db, 0, CRITERION_QUARTERS, ARGS(INT(rq->ids[1]))));
	form_set_revision(form_add(rq, removal, &criterion_form, "/admin/action-plans/%lld/criteria/%lld/remove", rq->ids[0], rq->ids[1]),
	    criterion_revision(rq, &criterion, false));
}

/* Its states go with it, and stay in the tables' history. */
static void
criterion_remove_post(struct request *rq)
{
	struct action_plan plan;
	struct criterion criterion;

	if (!action_plan_for_change(rq, true, &plan) || !criterion_read(rq, true, &criterion) || revision_stale(rq, criterion_revision(rq, &criterion, true)))
		return;
	exec(rq->db, "DELETE FROM criterion_state WHERE criterion_id = ?", ARGS(INT(rq->ids[1])));
	exec(rq->db, "DELETE FROM success_criterion WHERE id = ?", ARGS(INT(rq->ids[1])));
	rule_changed(rq, &(struct rule){ .name = "criterion" }, talloc_asprintf(rq, "%lld", rq->ids[1]), criterion.kept, "");
	see_other(rq, "criterion-removed", "/admin/action-plans/%lld", rq->ids[0]);
}

static void
plan_remove_get(struct request *rq, xmlNode *content)
{
	struct action_plan plan;
	xmlNode *removal;
	long long quarters;

	if (!action_plan_for_change(rq, false, &plan))
		return;
	action_plan_add_way(rq, content, NULL);
	quarters = rows_int(rq->db, 0, PLAN_QUARTERS, ARGS(INT(rq->ids[0])));
	removal = add_removal(content, "action-plan", plan.title, request_href(rq, "/admin/action-plans/%lld", rq->ids[0]), quarters);
	node_set_int(removal, "criteria", rows_int(rq->db, 0, "SELECT COUNT(*) FROM success_criterion WHERE plan_id = ?", ARGS(INT(rq->ids[0]))));
	node_set_int(removal, "entries", rows_int(rq->db, 0, "SELECT COUNT(*) FROM action_plan_entry WHERE plan_id = ?", ARGS(INT(rq->ids[0]))));
	if (quarters > 0)
		node_set(removal, "edit", request_href(rq, "/admin/action-plans/%lld/edit", rq->ids[0]));
	else
		form_set_revision(form_add(rq, removal, &plan_form, "/admin/action-plans/%lld/remove", rq->ids[0]), plan_revision(rq, &plan, false));
}

/* Who removed what stands among the changes of rules; the texts stay in the tables' history. */
static void
plan_remove_post(struct request *rq)
{
	struct action_plan plan;

	if (!action_plan_for_change(rq, true, &plan))
		return;
	if (rows_int(rq->db, 0, PLAN_QUARTERS " FOR UPDATE", ARGS(INT(rq->ids[0]))) > 0) {
		fail_request(rq, FAIL_INPUT, "action-plan-has-quarters");
		return;
	}
	if (revision_stale(rq, plan_revision(rq, &plan, true)))
		return;
	exec(rq->db, "INSERT INTO rule_change (rule, code, uid, was, became)"
	    " SELECT 'criterion', c.id, ?, CONCAT('title\t', c.text, '\nmetric\t', c.metric, '\n'), '' FROM success_criterion c WHERE c.plan_id = ?",
	    ARGS(TEXT(rq->user->uid), INT(rq->ids[0])));
	exec(rq->db, "DELETE FROM success_criterion WHERE plan_id = ?", ARGS(INT(rq->ids[0])));
	exec(rq->db, "DELETE FROM action_plan_entry WHERE plan_id = ?", ARGS(INT(rq->ids[0])));
	exec(rq->db, "DELETE FROM action_plan WHERE id = ?", ARGS(INT(rq->ids[0])));
	action_plan_changed(rq, rq->ids[0], talloc_asprintf(rq, "title\t%s\n", plan.title), "");
	see_other(rq, "action-plan-removed", "/admin/action-plans");
}

#define REMOVE_ROUTE .page = "action-plan-remove", .menu = "catalogue", .may = MAY_WRITE_CATALOGUE

const struct route admin_action_plan_criterion_remove = {
	.path = "/admin/action-plans/:plan/criteria/:criterion/remove", REMOVE_ROUTE,
	.get = criterion_remove_get, .post = criterion_remove_post, .form = &criterion_form,
};

const struct route admin_action_plan_remove = {
	.path = "/admin/action-plans/:plan/remove", REMOVE_ROUTE, .get = plan_remove_get, .post = plan_remove_post, .form = &plan_form,
};
