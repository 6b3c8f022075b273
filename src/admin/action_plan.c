/*
 * /admin/action-plans/:plan - one of them: its nine rows, what of the catalogue carries it out, when it is a success, how it was worded before.
 *	<action-plan ...> <aim/>? ... <plan-entry .../>* <criterion .../>* <plan-version .../>* <edit/>? <add-criterion/>? <form name="plan-entry-add"/>? </action-plan>
 * ?revision= shows how it was worded then.  /entries takes POST.  /entries/:entry: since when an entry does what the plan asks of it.
 */
#include <stdlib.h>
#include <string.h>

#include "admin/action_plans.h"
#include "admin/catalogue.h"
#include "admin/ledger.h"
#include "admin/pages.h"
#include "domain/choice.h"
#include "domain/permission.h"
#include "domain/report/question.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { STATES_SHOWN = 9, VERSIONS_SHOWN = 30 };

/* What an entry is called: as it is published, else as it was last. */
#define ENTRY_TITLE(entry) \
	"(SELECT v.title FROM catalogue_version v WHERE v.entry_id = " entry " ORDER BY FIELD(v.state, 'published', 'retired', 'draft'), v.version DESC LIMIT 1)"

static void
entry_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT v.entry_id, CONCAT(v.title, ' (', d.name, ')') FROM catalogue_version v JOIN catalogue_entry e ON e.id = v.entry_id"
	    " JOIN department d ON d.id = e.department_id WHERE v.state = 'published' AND NOT EXISTS (SELECT 1 FROM action_plan_entry p"
	    "  WHERE p.plan_id = ? AND p.entry_id = v.entry_id) ORDER BY v.title, v.entry_id", ARGS(INT(rq->ids[0])));
}

/* What an entry does it does by now. */
static const char *
check_since(struct request *rq, const char **value)
{
	return strcmp(*value, request_today(rq)) > 0 ? "in-future" : ledger_check_day(rq, value);
}

static const struct field add_fields[] = {
	{ .name = "entry",          .type = FIELD_CHOICE, .required = REQUIRED, .source = entry_choices },
	{ .name = "implemented-on", .type = FIELD_DATE, .check = check_since },
	{ 0 }
};
static const char *const add_submits[] = { "add-entry", NULL };
static const struct form add_form = { .name = "plan-entry-add", .fields = add_fields, .submits = add_submits };

static const struct field entry_fields[] = { { .name = "implemented-on", .type = FIELD_DATE, .check = check_since }, { 0 } };
static const char *const entry_submits[] = { "save", "remove-entry", NULL };
static const struct form entry_form = { .name = "plan-entry", .fields = entry_fields, .submits = entry_submits };

#define ENTRIES \
	"SELECT e.entry_id AS id, " ENTRY_TITLE("e.entry_id") " AS title, d.name AS 'department-name', e.implemented_on AS 'implemented-on'" \
	" FROM action_plan_entry e JOIN catalogue_entry c ON c.id = e.entry_id JOIN department d ON d.id = c.department_id WHERE e.plan_id = ?"

static void
complete_entry(struct request *rq, xmlNode *entry, bool writes)
{
	node_set(entry, "href", request_href(rq, "/admin/catalogue/%s", node_get(entry, "id")));
	if (writes)
		node_set(entry, "edit", request_href(rq, "/admin/action-plans/%lld/entries/%s", rq->ids[0], node_get(entry, "id")));
}

static void
add_parts(struct request *rq, xmlNode *plan, bool writes, bool opens_lists)
{
	const struct criterion_states which = { .opens_lists = opens_lists, .limit = STATES_SHOWN };
	xmlNode *part;

	rows_add(rq->db, plan, "plan-entry", ENTRIES " ORDER BY 2, 1", ARGS(INT(rq->ids[0])));
	for (part = node_child(plan, "plan-entry"); part != NULL; part = node_next(part, "plan-entry"))
		complete_entry(rq, part, writes);
	rows_add(rq->db, plan, "criterion", CRITERION_COLUMNS " WHERE c.plan_id = ? ORDER BY c.ordinal, c.id", ARGS(INT(rq->ids[0])));
	for (part = node_child(plan, "criterion"); part != NULL; part = node_next(part, "criterion")) {
		criterion_add_states(rq, part, atoll(node_get(part, "id")), &which);
		node_set(part, "href", request_href(rq, "/admin/action-plans/%lld/criteria/%s", rq->ids[0], node_get(part, "id")));
	}
}

/* Who worded it when, the latest first. */
static void
add_versions(struct request *rq, xmlNode *plan, const char *shown)
{
	xmlNode *version;

	rows_add(rq->db, plan, "plan-version", "SELECT p.revision AS number, p.ROW_START AS at, COALESCE(s.name, p.changed_by) AS 'by-name'"
	    " FROM action_plan FOR SYSTEM_TIME ALL p LEFT JOIN staff s ON s.uid = p.changed_by WHERE p.id = ? ORDER BY p.revision DESC LIMIT ?",
	    ARGS(INT(rq->ids[0]), INT(VERSIONS_SHOWN)));
	for (version = node_child(plan, "plan-version"); version != NULL; version = node_next(version, "plan-version")) {
		node_set(version, "href", request_href(rq, "/admin/action-plans/%lld?revision=%s", rq->ids[0], node_get(version, "number")));
		if (strcmp(node_get(version, "number"), shown) == 0)
			node_set(version, "current", "yes");
	}
}

#define PLAN \
	"SELECT p.id, p.title, p.department_id AS department, d.name AS 'department-name', p.from_on AS 'from-on', p.to_on AS 'to-on', p.revision," \
	" p.aim, p.description, p.purpose, p.audience, p.actors, p.schedule, p.economy, p.success, p.follow_up AS 'follow-up'"

static void
plan_get(struct request *rq, xmlNode *content)
{
	long long revision = query_int(rq, "revision", 0, 0, 1000000);
	struct action_plan plan;
	xmlNode *node;
	bool now, writes, opens_lists;

	if (!action_plan_find(rq, false, &plan))
		return;
	opens_lists = question_opens_lists(rq, plan.department);
	now = revision == 0 || revision == plan.revision;
	writes = now && request_may(rq, MAY_WRITE_CATALOGUE) && catalogue_writes(rq, plan.department);
	action_plan_add_way(rq, content, NULL);
	node = rows_add_one(rq->db, content, "action-plan", PLAN " FROM action_plan FOR SYSTEM_TIME ALL p JOIN department d ON d.id = p.department_id"
	    " WHERE p.id = ? AND p.revision = ?", ARGS(INT(rq->ids[0]), INT(now ? plan.revision : revision)));
	if (node == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-action-plan");
		return;
	}
	node_set(node, "href", request_href(rq, "/admin/action-plans/%lld", rq->ids[0]));
	if (now && request_may(rq, MAY_READ_REPORTS))
		node_set(node, "report", request_href(rq, "/report/action-plans?department=%s&plan=%lld", opens_lists ? uri_encode(rq, plan.department) : "all", rq->ids[0]));
	if (now)
		add_parts(rq, node, writes, opens_lists);
	else
		node_set(node, "earlier", "yes");
	add_versions(rq, node, node_get(node, "revision"));
	if (!writes)
		return;
	node_set(node, "remove", request_href(rq, "/admin/action-plans/%lld/remove", rq->ids[0]));
	node_set(node_add(node, "edit"), "href", request_href(rq, "/admin/action-plans/%lld/edit", rq->ids[0]));
	node_set(node_add(node, "add-criterion"), "href", request_href(rq, "/admin/action-plans/%lld/criteria/new", rq->ids[0]));
	form_add(rq, node, &add_form, "/admin/action-plans/%lld/entries", rq->ids[0]);
}

/* The plan as rule_change keeps it with one of its entries, where it is one. */
static const char *
entry_text(struct request *rq, const char *entry)
{
	return rows_text(rq->db, rq, "SELECT CONCAT('title\t', p.title, '\n', COALESCE(CONCAT('entry\t', " ENTRY_TITLE("e.entry_id") ", '\n'), ''),"
	    " COALESCE(CONCAT('implemented-on\t', e.implemented_on, '\n'), ''))"
	    " FROM action_plan p LEFT JOIN action_plan_entry e ON e.plan_id = p.id AND e.entry_id = ? WHERE p.id = ?", ARGS(TEXT(entry), INT(rq->ids[0])));
}

/* Two who add the same one want the same. */
static void
add_post(struct request *rq)
{
	struct action_plan plan;
	const char *was;

	if (!action_plan_for_change(rq, true, &plan))
		return;
	was = entry_text(rq, field_text(rq, "entry"));
	if (exec_unique(rq->db, "INSERT INTO action_plan_entry (plan_id, entry_id, implemented_on, changed_by) VALUES (?, ?, ?, ?)",
	    ARGS(INT(rq->ids[0]), FIELD(rq, "entry"), FIELD(rq, "implemented-on"), TEXT(rq->user->uid))) >= 0)
		action_plan_changed(rq, rq->ids[0], was, entry_text(rq, field_text(rq, "entry")));
	see_other(rq, "plan-entry-added", "/admin/action-plans/%lld", rq->ids[0]);
}

/* Who sets a day while another one sets it sees that day first: how often it was set is its revision. */
static long long
entry_revision(struct request *rq)
{
	return rows_int(rq->db, 0, "SELECT COUNT(*) FROM action_plan_entry FOR SYSTEM_TIME ALL WHERE plan_id = ? AND entry_id = ?",
	    ARGS(INT(rq->ids[0]), INT(rq->ids[1])));
}

static void
entry_get(struct request *rq, xmlNode *content)
{
	struct action_plan plan;
	xmlNode *entry, *form;

	if (!action_plan_for_change(rq, false, &plan))
		return;
	action_plan_add_way(rq, content, plan.title);
	entry = rows_add_one(rq->db, content, "plan-entry", ENTRIES " AND e.entry_id = ?", ARGS(INT(rq->ids[0]), INT(rq->ids[1])));
	if (entry == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-plan-entry");
		return;
	}
	complete_entry(rq, entry, false);
	form = form_add(rq, entry, &entry_form, "/admin/action-plans/%lld/entries/%lld", rq->ids[0], rq->ids[1]);
	form_set(form, "implemented-on", node_get(entry, "implemented-on") == NULL ? "" : node_get(entry, "implemented-on"));
	form_set_revision(form, entry_revision(rq));
}

static void
entry_post(struct request *rq)
{
	const char *entry = request_format(rq, "%lld", rq->ids[1]), *was;
	struct action_plan plan;

	if (!action_plan_for_change(rq, true, &plan))
		return;
	if (rows_int(rq->db, 0, "SELECT COUNT(*) FROM action_plan_entry WHERE plan_id = ? AND entry_id = ? FOR UPDATE", ARGS(INT(rq->ids[0]), INT(rq->ids[1]))) == 0) {
		fail_request(rq, FAIL_MISSING, "no-such-plan-entry");
		return;
	}
	if (revision_stale(rq, entry_revision(rq)))
		return;
	was = entry_text(rq, entry);
	if (strcmp(rq->submit, "remove-entry") == 0)
		exec(rq->db, "DELETE FROM action_plan_entry WHERE plan_id = ? AND entry_id = ?", ARGS(INT(rq->ids[0]), INT(rq->ids[1])));
	else
		exec(rq->db, "UPDATE action_plan_entry SET implemented_on = ?, changed_by = ? WHERE plan_id = ? AND entry_id = ?",
		    ARGS(FIELD(rq, "implemented-on"), TEXT(rq->user->uid), INT(rq->ids[0]), INT(rq->ids[1])));
	action_plan_changed(rq, rq->ids[0], was, entry_text(rq, entry));
	see_other(rq, strcmp(rq->submit, "remove-entry") == 0 ? "plan-entry-removed" : "saved", "/admin/action-plans/%lld", rq->ids[0]);
}

const struct route admin_action_plan = { .path = "/admin/action-plans/:plan", .page = "action-plan", .menu = "catalogue", .get = plan_get };

const struct route admin_action_plan_entries = {
	.path = "/admin/action-plans/:plan/entries", .page = "action-plan", .menu = "catalogue", .may_post = MAY_WRITE_CATALOGUE,
	.get = plan_get, .post = add_post, .form = &add_form,
};

const struct route admin_action_plan_entry = {
	.path = "/admin/action-plans/:plan/entries/:entry", .page = "action-plan-entry", .menu = "catalogue", .may = MAY_WRITE_CATALOGUE,
	.get = entry_get, .post = entry_post, .form = &entry_form,
};
