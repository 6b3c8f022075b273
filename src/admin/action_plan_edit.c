/*
 * /admin/action-plans/new, /admin/action-plans/:plan/edit - the nine rows of an action plan.
 *	<action-plan-text state="new|edit"> <form name="action-plan"/> </action-plan-text>
 */
#include <stdlib.h>
#include <string.h>

#include "admin/action_plans.h"
#include "admin/catalogue.h"
#include "admin/ledger.h"
#include "admin/pages.h"
#include "domain/choice.h"
#include "domain/citizen.h"
#include "domain/permission.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { TEXT_LENGTH = 8000, YEARS_MAX = 20 };

/* A plan is of years, not of generations. */
static const char *
check_last(struct request *rq, const char **value)
{
	return strcmp(*value, "1990-01-01") < 0 || atoi(*value) > atoi(request_today(rq)) + YEARS_MAX ? "day-too-far" : NULL;
}

#define ROW(row) { .name = row, .type = FIELD_TEXT, .max = TEXT_LENGTH, .check = citizen_check_no_cpr }
static const struct field plan_fields[] = {
	{ .name = "title",      .type = FIELD_LINE, .required = REQUIRED, .check = citizen_check_no_cpr },
	{ .name = "department", .type = FIELD_CHOICE, .source = choices_departments },
	{ .name = "from-on",    .type = FIELD_DATE, .required = REQUIRED, .check = ledger_check_day },
	{ .name = "to-on",      .type = FIELD_DATE, .check = check_last },
	ROW("aim"), ROW("description"), ROW("purpose"), ROW("audience"), ROW("actors"), ROW("schedule"), ROW("economy"), ROW("success"), ROW("follow-up"),
	{ 0 }
};
static const struct form plan_form = { .name = "action-plan", .fields = plan_fields };

#define COLUMNS "title, from_on, to_on, aim, description, purpose, audience, actors, schedule, economy, success, follow_up"
enum { COLUMNS_COUNT = 12 };
#define TYPED(rq) \
	FIELD(rq, "title"), FIELD(rq, "from-on"), FIELD(rq, "to-on"), FIELD(rq, "aim"), FIELD(rq, "description"), FIELD(rq, "purpose"), FIELD(rq, "audience"), \
	FIELD(rq, "actors"), FIELD(rq, "schedule"), FIELD(rq, "economy"), FIELD(rq, "success"), FIELD(rq, "follow-up"), TEXT(rq->user->uid)

/* The name of the field of a column, which are all but the department. */
static const char *
field_at(size_t column)
{
	return plan_fields[column == 0 ? 0 : column + 1].name;
}

static void
edit_get(struct request *rq, xmlNode *content)
{
	const char *is[COLUMNS_COUNT];
	struct action_plan plan;
	xmlNode *node, *form;
	size_t i;

	if (!action_plan_for_change(rq, false, &plan))
		return;
	action_plan_add_way(rq, content, plan.title);
	node = node_add(content, "action-plan-text");
	node_set(node, "state", "edit");
	form = form_add(rq, node, &plan_form, "/admin/action-plans/%lld/edit", rq->ids[0]);
	form_drop(form, "field", "department");
	form_set_revision(form, plan.revision);
	if (form != NULL && rows_one(rq->db, rq, is, COLUMNS_COUNT, "SELECT " COLUMNS " FROM action_plan WHERE id = ?", ARGS(INT(rq->ids[0]))))
		for (i = 0; i < COLUMNS_COUNT; i++)
			form_set(form, field_at(i), is[i] == NULL ? "" : is[i]);
}

static bool
period_is_right(struct request *rq)
{
	const char *to = field_text(rq, "to-on");

	if (to != NULL && strcmp(to, field_text(rq, "from-on")) < 0)
		field_error(rq, "to-on", "before-start");
	return !request_failed(rq);
}

/* Two plans of a department, of which one goes on where the other does, are told from each other by their titles. */
static bool
title_is_own(struct request *rq, const char *department, long long plan)
{
	if (rows_int(rq->db, 0, "SELECT COUNT(*) FROM (SELECT ? AS title, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on) t JOIN action_plan p"
	    " ON p.title = t.title COLLATE utf8mb4_danish_ci WHERE p.department_id = ? AND p.id <> ?"
	    " AND COALESCE(p.to_on, DATE '9999-12-31') >= t.from_on AND p.from_on <= COALESCE(t.to_on, DATE '9999-12-31') FOR UPDATE",
	    ARGS(FIELD(rq, "title"), FIELD(rq, "from-on"), FIELD(rq, "to-on"), TEXT(department), INT(plan))) > 0)
		field_error(rq, "title", "action-plan-title-taken");
	return !request_failed(rq);
}

/* What of it counts in reports; its rows have their own versions. */
static const char *
plan_text(struct request *rq, long long plan)
{
	return rows_text(rq->db, rq, "SELECT CONCAT('title\t', title, '\nvalid-from\t', from_on, '\n', COALESCE(CONCAT('valid-to\t', to_on, '\n'), ''))"
	    " FROM action_plan WHERE id = ?", ARGS(INT(plan)));
}

static void
edit_post(struct request *rq)
{
	struct action_plan plan;
	const char *was;

	if (!period_is_right(rq) || !action_plan_for_change(rq, true, &plan) || revision_stale(rq, plan.revision) ||
	    !title_is_own(rq, plan.department, rq->ids[0]))
		return;
	was = plan_text(rq, rq->ids[0]);
	exec(rq->db, "UPDATE action_plan SET title = ?, from_on = ?, to_on = ?, aim = ?, description = ?, purpose = ?, audience = ?, actors = ?,"
	    " schedule = ?, economy = ?, success = ?, follow_up = ?, changed_by = ?, revision = revision + 1 WHERE id = ?",
	    ARGS(TYPED(rq), INT(rq->ids[0])));
	action_plan_changed(rq, rq->ids[0], was, plan_text(rq, rq->ids[0]));
	see_other(rq, "saved", "/admin/action-plans/%lld", rq->ids[0]);
}

static void
new_get(struct request *rq, xmlNode *content)
{
	xmlNode *node, *form;

	action_plan_add_way(rq, content, NULL);
	node = node_add(content, "action-plan-text");
	node_set(node, "state", "new");
	form = form_add(rq, node, &plan_form, "/admin/action-plans/new");
	if (!request_may(rq, MAY_WRITE_RULES))
		form_drop(form, "field", "department");
}

static void
new_post(struct request *rq)
{
	const char *department;
	long long id;

	if (!period_is_right(rq) || (department = catalogue_department(rq)) == NULL || !title_is_own(rq, department, 0))
		return;
	id = exec_insert(rq->db, "INSERT INTO action_plan (" COLUMNS ", changed_by, department_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	    ARGS(TYPED(rq), TEXT(department)));
	action_plan_changed(rq, id, NULL, plan_text(rq, id));
	see_other(rq, "action-plan-made", "/admin/action-plans/%lld", id);
}

const struct route admin_action_plan_edit = {
	.path = "/admin/action-plans/:plan/edit", .page = "action-plan-edit", .menu = "catalogue", .may = MAY_WRITE_CATALOGUE,
	.get = edit_get, .post = edit_post, .form = &plan_form,
};

const struct route admin_action_plan_new = {
	.path = "/admin/action-plans/new", .page = "action-plan-new", .menu = "catalogue", .may = MAY_WRITE_CATALOGUE,
	.get = new_get, .post = new_post, .form = &plan_form,
};
