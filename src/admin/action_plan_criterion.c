/*
 * /admin/action-plans/:plan/criteria/new, /admin/action-plans/:plan/criteria/:criterion - when a plan is a success, as a rule on what Samspil knows, or as
 * a person judges it at the end of a quarter.
 *	<criterion ... [remove]> <criterion-state .../>* <form name="criterion|criterion-judge"/>* <rule-change/>* </criterion>
 *	<new-criterion> <form name="criterion"/> </new-criterion>
 * /judge (action_plan_judge.c) takes POST.  What was computed or judged by then stays as it is when the rule changes, and says by which rule it was.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "admin/action_plans.h"
#include "admin/catalogue.h"
#include "admin/pages.h"
#include "admin/rules.h"
#include "domain/choice.h"
#include "domain/citizen.h"
#include "domain/permission.h"
#include "domain/report/question.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { CHANGES_SHOWN = 20, STATES_SHOWN = 60, PER_CENT_MOST = 1000, DAYS_MOST = 3650 };

static void
baseline_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT b.id, b.title FROM baseline b WHERE b.ended_on IS NULL OR b.ended_on >= ?"
	    " OR b.id = (SELECT c.baseline_id FROM success_criterion c WHERE c.id = ?) ORDER BY b.title, b.id", ARGS(TEXT(request_today(rq)), INT(rq->ids[1])));
}

static const char *const metrics[] = { "better-function", "job-or-education", "implemented", "felt-effect", "duration", "judged", NULL };
static const char *const units[] = { "share", "relative", "points", "days", NULL };
static const struct field criterion_fields[] = {
	{ .name = "text",      .type = FIELD_LINE, .required = REQUIRED, .max = 400, .check = citizen_check_no_cpr },
	{ .name = "ordinal",   .type = FIELD_INTEGER, .required = REQUIRED, .min = 1, .max = 99 },
	{ .name = "metric",    .type = FIELD_CHOICE, .required = REQUIRED, .choices = metrics },
	{ .name = "unit",      .type = FIELD_CHOICE, .choices = units },
	{ .name = "threshold", .type = FIELD_DECIMAL, .max = DAYS_MOST },
	{ .name = "partly",    .type = FIELD_DECIMAL, .max = DAYS_MOST },
	{ .name = "baseline",  .type = FIELD_CHOICE, .source = baseline_choices },
	{ 0 }
};
static const struct form criterion_form = { .name = "criterion", .fields = criterion_fields };
enum { METRIC = 2, UNIT = 3, FIELDS = 7, REVISION = FIELDS };

static const struct rule kept_as = { .name = "criterion" };

/* A criterion of the plan as its form has it, in the order of the fields, and its revision. */
#define WITH_COMMA(column) "REPLACE(" CRITERION_LIMIT(column) ", '.', ',')"
#define FIND \
	"SELECT c.text, c.ordinal, c.metric, c.unit, " WITH_COMMA("threshold") ", " WITH_COMMA("partly") ", c.baseline_id, c.revision" \
	" FROM success_criterion c WHERE c.plan_id = ? AND c.id = ?"

static bool
criterion_find(struct request *rq, bool lock, const char *is[FIELDS + 1])
{
	if (rows_one(rq->db, rq, is, FIELDS + 1, lock ? FIND " FOR UPDATE" : FIND, ARGS(INT(rq->ids[0]), INT(rq->ids[1]))))
		return true;
	fail_request(rq, FAIL_MISSING, "no-such-criterion");
	return false;
}

/* As rule_change keeps it, where the words are the title; is NULL: what was typed. */
static const char *
as_text(struct request *rq, const char *const *is)
{
	char *text = talloc_strdup(rq, "");
	size_t i;

	for (i = 0; i < FIELDS; i++) {
		const char *value = is == NULL ? field_text(rq, criterion_fields[i].name) : is[i];

		if (value != NULL)
			text = talloc_asprintf_append(text, "%s\t%s\n", i == 0 ? "title" : criterion_fields[i].name, value);
	}
	return text;
}

bool
criterion_read(struct request *rq, bool lock, struct criterion *out)
{
	const char *is[FIELDS + 1];

	if (!criterion_find(rq, lock, is))
		return false;
	*out = (struct criterion){ .text = is[0], .kept = as_text(rq, is), .revision = atoll(is[REVISION]) };
	return true;
}

static xmlNode *
add_form(struct request *rq, xmlNode *parent, const char *const *is)
{
	xmlNode *form = form_add(rq, parent, &criterion_form, is == NULL ? "/admin/action-plans/%lld/criteria/new" : "/admin/action-plans/%lld/criteria/%lld",
	    rq->ids[0], rq->ids[1]);
	size_t i;

	for (i = 0; is != NULL && i < FIELDS; i++)
		form_set(form, criterion_fields[i].name, is[i] == NULL ? "" : is[i]);
	if (is != NULL)
		form_set_revision(form, atoll(is[REVISION]));
	return form;
}

void
criterion_get(struct request *rq, xmlNode *content)
{
	const char *is[FIELDS + 1], *key = talloc_asprintf(rq, "%lld", rq->ids[1]);
	struct action_plan plan;
	xmlNode *criterion;

	if (!action_plan_find(rq, false, &plan) || !criterion_find(rq, false, is))
		return;
	action_plan_add_way(rq, content, plan.title);
	criterion = rows_add_one(rq->db, content, "criterion", CRITERION_COLUMNS " WHERE c.id = ?", ARGS(INT(rq->ids[1])));
	criterion_add_states(rq, criterion, rq->ids[1], &(struct criterion_states){ .all = true, .opens_lists = question_opens_lists(rq, plan.department), .limit = STATES_SHOWN });
	if (request_may(rq, MAY_WRITE_CATALOGUE) && catalogue_writes(rq, plan.department)) {
		if (strcmp(node_get(criterion, "metric"), "judged") == 0)
			criterion_add_judge(rq, criterion);
		add_form(rq, criterion, is);
		node_set(criterion, "remove", request_href(rq, "/admin/action-plans/%lld/criteria/%lld/remove", rq->ids[0], rq->ids[1]));
	}
	rules_add_changes(rq, criterion, &kept_as, key, CHANGES_SHOWN);
}

static void
new_get(struct request *rq, xmlNode *content)
{
	struct action_plan plan;
	xmlNode *form;

	if (!action_plan_for_change(rq, false, &plan))
		return;
	action_plan_add_way(rq, content, plan.title);
	form = add_form(rq, node_add(content, "new-criterion"), NULL);
	form_set_int(form, "ordinal", rows_int(rq->db, 1, "SELECT COALESCE(MAX(ordinal), 0) + 1 FROM success_criterion WHERE plan_id = ?", ARGS(INT(rq->ids[0]))));
}

/* A field that must be there, or must not. */
static void
want(struct request *rq, const char *field, bool wanted)
{
	if (wanted != (field_text(rq, field) != NULL))
		field_error(rq, field, wanted ? "required" : "criterion-not-for-this");
}

/* Does what is counted go with how it is measured? */
static bool
unit_fits(const char *metric, const char *unit)
{
	if (strcmp(metric, "duration") == 0)
		return strcmp(unit, "days") == 0;
	return strcmp(unit, "share") == 0 || (strcmp(metric, "job-or-education") == 0 && strcmp(unit, "days") != 0);
}

/* Per cent with at most one decimal, and days, are whole thousandths and days: -1 for others. */
static long
limit_typed(struct request *rq, const char *field)
{
	const char *text = field_text(rq, field);
	bool days = strcmp(field_text(rq, "unit"), "days") == 0;
	double kept = strtod(text, NULL) * (days ? 1 : 10);
	long whole = (long)(kept + 0.5);

	if (kept - (double)whole < -1e-6 || kept - (double)whole > 1e-6)
		field_error(rq, field, days ? "criterion-whole-days" : "criterion-one-decimal");
	else if (!days && whole > (strcmp(field_text(rq, "unit"), "relative") == 0 ? PER_CENT_MOST : 100) * 10L)
		field_error(rq, field, "criterion-too-high");
	else
		return whole;
	return -1;
}

static bool
criterion_is_right(struct request *rq, struct value *threshold, struct value *partly)
{
	const char *metric = field_text(rq, "metric"), *unit = field_text(rq, "unit");
	bool judged = strcmp(metric, "judged") == 0;
	long least, some = -1;

	*threshold = *partly = NOTHING;
	want(rq, "unit", !judged);
	want(rq, "threshold", !judged);
	want(rq, "baseline", strcmp(metric, "duration") == 0);
	if (judged && field_text(rq, "partly") != NULL)
		field_error(rq, "partly", "criterion-not-for-this");
	if (!request_failed(rq) && !judged && !unit_fits(metric, unit))
		field_error(rq, "unit", strcmp(metric, "duration") == 0 ? "criterion-by-days" : strcmp(metric, "job-or-education") == 0 ? "criterion-not-by-days" :
		    "criterion-by-share");
	if (request_failed(rq) || judged)
		return !request_failed(rq);
	least = limit_typed(rq, "threshold");
	*threshold = INT(least);
	if (field_text(rq, "partly") != NULL) {
		some = limit_typed(rq, "partly");
		*partly = INT(some);
	}
	if (least == 0)
		field_error(rq, "threshold", "criterion-nothing");
	else if (!request_failed(rq) && some >= least)
		field_error(rq, "partly", "criterion-partly-less");
	return !request_failed(rq);
}

/* No two of a plan have one place. */
static bool
ordinal_is_free(struct request *rq, long long criterion)
{
	if (rows_int(rq->db, 0, "SELECT COUNT(*) FROM success_criterion WHERE plan_id = ? AND ordinal = ? AND id <> ? FOR UPDATE",
	    ARGS(INT(rq->ids[0]), FIELD(rq, "ordinal"), INT(criterion))) > 0)
		field_error(rq, "ordinal", "criterion-ordinal-taken");
	return !request_failed(rq);
}

static void
new_post(struct request *rq)
{
	struct value threshold, partly;
	struct action_plan plan;
	long long id;

	if (!criterion_is_right(rq, &threshold, &partly) || !action_plan_for_change(rq, true, &plan) || !ordinal_is_free(rq, 0))
		return;
	id = exec_insert(rq->db, "INSERT INTO success_criterion (plan_id, text, ordinal, metric, unit, threshold, partly, baseline_id, changed_by)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", ARGS(INT(rq->ids[0]), FIELD(rq, "text"), FIELD(rq, "ordinal"), FIELD(rq, "metric"), FIELD(rq, "unit"),
	    threshold, partly, FIELD(rq, "baseline"), TEXT(rq->user->uid)));
	rule_changed(rq, &kept_as, talloc_asprintf(rq, "%lld", id), NULL, as_text(rq, NULL));
	see_other(rq, "criterion-made", "/admin/action-plans/%lld", rq->ids[0]);
}

/* The criterion that is to change, locked after its plan; false: the request failed. */
static bool
begin(struct request *rq, const char *is[FIELDS + 1])
{
	struct action_plan plan;

	return action_plan_for_change(rq, true, &plan) && criterion_find(rq, true, is) && !revision_stale(rq, atoll(is[REVISION]));
}

/* What a person judged is no count, and days are no share: states of one kind never stand under a rule of another. */
static bool
states_fit(struct request *rq, const char *metric, const char *unit)
{
	const char *metric_typed = field_text(rq, "metric"), *unit_typed = field_text(rq, "unit");
	bool other = (strcmp(metric, "judged") == 0) != (strcmp(metric_typed, "judged") == 0) ||
	    (unit != NULL && unit_typed != NULL && (strcmp(unit, "days") == 0) != (strcmp(unit_typed, "days") == 0));

	if (!other || rows_int(rq->db, 0, "SELECT COUNT(*) FROM criterion_state WHERE criterion_id = ? FOR UPDATE", ARGS(INT(rq->ids[1]))) == 0)
		return true;
	field_error(rq, "metric", "criterion-has-states");
	return false;
}

static void
change_post(struct request *rq)
{
	const char *is[FIELDS + 1];
	struct value threshold, partly;

	if (!criterion_is_right(rq, &threshold, &partly) || !begin(rq, is) || !states_fit(rq, is[METRIC], is[UNIT]) || !ordinal_is_free(rq, rq->ids[1]))
		return;
	exec(rq->db, "UPDATE success_criterion SET text = ?, ordinal = ?, metric = ?, unit = ?, threshold = ?, partly = ?, baseline_id = ?, changed_by = ?,"
	    " revision = revision + 1 WHERE id = ?", ARGS(FIELD(rq, "text"), FIELD(rq, "ordinal"), FIELD(rq, "metric"), FIELD(rq, "unit"), threshold, partly,
	    FIELD(rq, "baseline"), TEXT(rq->user->uid), INT(rq->ids[1])));
	rule_changed(rq, &kept_as, talloc_asprintf(rq, "%lld", rq->ids[1]), as_text(rq, is), as_text(rq, NULL));
	see_other(rq, "saved", "/admin/action-plans/%lld/criteria/%lld", rq->ids[0], rq->ids[1]);
}

const struct route admin_action_plan_criterion = {
	.path = "/admin/action-plans/:plan/criteria/:criterion", .page = "action-plan-criterion", .menu = "catalogue", .may_post = MAY_WRITE_CATALOGUE,
	.get = criterion_get, .post = change_post, .form = &criterion_form,
};

const struct route admin_action_plan_criterion_new = {
	.path = "/admin/action-plans/:plan/criteria/new", .page = "action-plan-criterion-new", .menu = "catalogue", .may = MAY_WRITE_CATALOGUE,
	.get = new_get, .post = new_post, .form = &criterion_form,
};
