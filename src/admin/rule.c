/*
 * /admin/rules/rule?rule=KIND&code= - one rule: what it says, from when to when, what was changed.
 * /admin/rules/new?rule=KIND[&follows=CODE] - another one.
 *	<rule-page kind [follows]> <dated-rule .../>? <form rule-KIND|rule-end|rule-withdraw/>* <rule-change .../>* </rule-page>
 * A rule that is not in force yet can be changed, and taken back.  One that is in force can be given its last day, from today on, or be
 * followed by another one, which ends it the day before.  One that has ended stays.  /admin/rules/end and /withdraw take POST.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "admin/pages.h"
#include "admin/rules.h"
#include "base/date.h"
#include "domain/permission.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { CHANGES_SHOWN = 50 };

static const struct field end_fields[] = { { .name = "valid-to", .type = FIELD_DATE }, { 0 } };
static const char *const end_submits[] = { "end-rule", NULL };
static const struct form end_form = { .name = "rule-end", .fields = end_fields, .submits = end_submits };

static const struct field no_fields[] = { { 0 } };
static const char *const withdraw_submits[] = { "withdraw-rule", NULL };
static const struct form withdraw_form = { .name = "rule-withdraw", .fields = no_fields, .submits = withdraw_submits };

/* A row by its key: the fields' values, how many, its revision. */
struct row { const char *key, *is[RULE_FIELDS_MAX], *from, *to, *state; size_t count; long long revision; };

static bool
row_find(struct request *rq, const struct rule *rule, const char *key, struct row *out)
{
	const struct field *fields = rule->form->fields;

	*out = (struct row){ .key = key };
	while (fields[out->count].name != NULL)
		out->count++;
	if (key == NULL || !rows_one(rq->db, rq, out->is, out->count + 1, rule->find, ARGS(TEXT(key)))) {
		fail_request(rq, FAIL_MISSING, "no-such-rule");
		return false;
	}
	out->from = out->is[out->count - 2];
	out->to = out->is[out->count - 1];
	out->revision = atoll(out->is[out->count]);
	out->state = rule_state(request_today(rq), out->from, out->to);
	return true;
}

static void
add_way(struct request *rq, xmlNode *content)
{
	xmlNode *crumbs = node_add(content, "breadcrumbs"), *item = node_add(crumbs, "item");

	node_set(item, "name", "admin");
	node_set(item, "href", request_href(rq, "/admin"));
	item = node_add(crumbs, "item");
	node_set(item, "name", "rules");
	node_set(item, "href", request_href(rq, "/admin/rules"));
}

/* What stands in the row; several of one field are set from the last one on. */
static void
set_fields(struct request *rq, xmlNode *form, const struct rule *rule, const struct row *row)
{
	size_t i;

	for (i = 0; form != NULL && i < row->count; i++) {
		const struct field *field = &rule->form->fields[i];
		char *words = talloc_strdup(rq, row->is[i] == NULL ? "" : row->is[i]), *word;

		while (field->type == FIELD_CHOICES && (word = strrchr(words, ' ')) != NULL) {
			form_set(form, field->name, word + 1);
			*word = '\0';
		}
		form_set(form, field->name, words);
	}
}

static void
add_forms(struct request *rq, xmlNode *page, const struct rule *rule, const struct row *row)
{
	const char *code = uri_encode(rq, row->key);
	xmlNode *form;

	if (strcmp(row->state, "in-force") == 0) {
		form = form_add(rq, page, &end_form, "/admin/rules/end?rule=%s&code=%s", rule->name, code);
		form_set(form, "valid-to", row->to == NULL ? "" : row->to);
		form_set_revision(form, row->revision);
		node_set(page, "next", request_href(rq, "/admin/rules/new?rule=%s&follows=%s", rule->name, code));
	} else if (strcmp(row->state, "coming") == 0) {
		form = form_add(rq, page, rule->form, "/admin/rules/rule?rule=%s&code=%s", rule->name, code);
		form_set_revision(form, row->revision);
		set_fields(rq, form, rule, row);
		form_set_revision(form_add(rq, page, &withdraw_form, "/admin/rules/withdraw?rule=%s&code=%s", rule->name, code), row->revision);
	}
}

static void
rule_get(struct request *rq, xmlNode *content)
{
	const struct rule *rule = rule_of(rq);
	xmlNode *page;
	struct row row;

	if (rule == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-rule");
		return;
	}
	if (!row_find(rq, rule, query_text(rq, "code"), &row))
		return;
	add_way(rq, content);
	page = node_add(content, "rule-page");
	node_set(page, "kind", rule->name);
	rules_add(rq, page, rule, row.key, NULL);
	add_forms(rq, page, rule, &row);
	rules_add_changes(rq, page, rule, row.key, CHANGES_SHOWN);
}

static void
see_rule(struct request *rq, const struct rule *rule, const char *key)
{
	see_other(rq, "rule-saved", "/admin/rules/rule?rule=%s&code=%s", rule->name, uri_encode(rq, key == NULL ? "" : key));
}

/* The kind that the request is about; where there is one, its form is read.  NULL: the request failed. */
static const struct rule *
read_rule(struct request *rq)
{
	const struct rule *rule = rule_of(rq);
	enum fail f = rule == NULL ? FAIL_MISSING : form_read(rq, rule->form);

	if (f != FAIL_NONE)
		fail_request(rq, f, f == FAIL_MISSING ? "no-such-rule" : NULL);
	return f == FAIL_NONE ? rule : NULL;
}

static const char *
day_after(struct request *rq, const char *iso, long days)
{
	struct date day;

	date_add_days(iso, days, &day);
	return talloc_strdup(rq, day.iso);
}

/* Is what was typed in order: the dates and ages, and nothing of the same at the same time?  first: the earliest day that it may begin. */
static bool
check_rule(struct request *rq, const struct rule *rule, const char *key, const char *first)
{
	const char *from = field_text(rq, "valid-from"), *to = field_text(rq, "valid-to");

	if (strcmp(from, first) < 0)
		field_error(rq, "valid-from", "rule-too-early");
	if (to != NULL && strcmp(to, from) < 0)
		field_error(rq, "valid-to", "before-start");
	if (field_int(rq, "min-age", 0) > field_int(rq, "max-age", 1000))
		field_error(rq, "max-age", "age-below-min");
	if (request_failed(rq))
		return false;
	if (rows_int(rq->db, 0, rule->overlap, ARGS(TEXT(to), TEXT(from), TEXT(key), FIELD(rq, rule->same[0]),
	    rule->same[1] == NULL ? NOTHING : FIELD(rq, rule->same[1]))) > 0)
		field_error(rq, rule->same[1] == NULL ? rule->same[0] : rule->same[1], "rule-overlaps");
	return !request_failed(rq);
}

/* Several of one field are kept with commas between. */
static struct value
with_commas(struct request *rq, const char *chosen)
{
	char *text = talloc_strdup(rq, chosen == NULL ? "" : chosen), *at;

	for (at = text; (at = strchr(at, ' ')) != NULL; )
		*at = ',';
	return TEXT(text);
}

/* What was typed, in the order of the fields, and then the key. */
static void
typed(struct request *rq, const struct rule *rule, struct value values[RULE_FIELDS_MAX + 2], const char *key)
{
	size_t i;

	for (i = 0; rule->form->fields[i].name != NULL; i++) {
		const struct field *field = &rule->form->fields[i];

		values[i] = field->type == FIELD_CHOICES ? with_commas(rq, field_text(rq, field->name)) : FIELD(rq, field->name);
	}
	if (key != NULL)
		values[i++] = TEXT(key);
	values[i] = (struct value){ VALUE_END, 0, NULL, 0 };
}

static void
change_post(struct request *rq)
{
	const struct rule *rule = read_rule(rq);
	struct value values[RULE_FIELDS_MAX + 2];
	const char *was;
	struct row row;

	if (rule == NULL || !row_find(rq, rule, query_text(rq, "code"), &row) || revision_stale(rq, row.revision))
		return;
	if (strcmp(row.state, "coming") != 0) {
		fail_request(rq, FAIL_STALE, "rule-in-force");
		return;
	}
	/* Others point at a row by its code. */
	if (!rule->numbered && strcmp(field_text(rq, "code"), row.key) != 0) {
		field_error(rq, "code", "rule-code-stays");
		return;
	}
	if (!check_rule(rq, rule, row.key, request_today(rq)))
		return;
	was = rule_text(rq, rule, row.key);
	typed(rq, rule, values, row.key);
	exec(rq->db, rule->update, values);
	rule_changed(rq, rule, row.key, was, rule_text(rq, rule, row.key));
	see_rule(rq, rule, row.key);
}

static void
end_row(struct request *rq, const struct rule *rule, const char *key, const char *to)
{
	const char *was = rule_text(rq, rule, key);

	exec(rq->db, rule->end, ARGS(TEXT(to), TEXT(key)));
	rule_changed(rq, rule, key, was, rule_text(rq, rule, key));
}

/* The fields of the row that say what it is, for the question whether another one is the same. */
static const char *
value_of(const struct rule *rule, const struct row *row, const char *name)
{
	size_t i;

	for (i = 0; name != NULL && i < row->count; i++)
		if (strcmp(rule->form->fields[i].name, name) == 0)
			return row->is[i];
	return NULL;
}

static void
end_post(struct request *rq)
{
	const struct rule *rule = rule_of(rq);
	const char *to = field_text(rq, "valid-to");
	struct row row;

	if (rule == NULL || !row_find(rq, rule, query_text(rq, "code"), &row)) {
		fail_request(rq, FAIL_MISSING, "no-such-rule");
		return;
	}
	if (revision_stale(rq, row.revision))
		return;
	if (strcmp(row.state, "in-force") != 0)
		fail_request(rq, FAIL_STALE, "rule-not-in-force");
	else if (to != NULL && strcmp(to, request_today(rq)) < 0)
		field_error(rq, "valid-to", "rule-ends-too-early");
	else if (rows_int(rq->db, 0, rule->overlap, ARGS(TEXT(to), TEXT(row.from), TEXT(row.key), TEXT(value_of(rule, &row, rule->same[0])),
	    TEXT(value_of(rule, &row, rule->same[1])))) > 0)
		field_error(rq, "valid-to", "rule-overlaps");
	if (request_failed(rq))
		return;
	end_row(rq, rule, row.key, to);
	see_rule(rq, rule, row.key);
}

/* Categories of a target group that is not in force yet came with it, and go with it. */
static void
withdraw_post(struct request *rq)
{
	const struct rule *rule = rule_of(rq);
	const char *was;
	struct row row;

	if (rule == NULL || !row_find(rq, rule, query_text(rq, "code"), &row)) {
		fail_request(rq, FAIL_MISSING, "no-such-rule");
		return;
	}
	if (revision_stale(rq, row.revision))
		return;
	if (strcmp(row.state, "coming") != 0) {
		fail_request(rq, FAIL_STALE, "rule-in-force");
		return;
	}
	was = rule_text(rq, rule, row.key);
	if (strcmp(rule->name, "target-group") == 0)
		exec(rq->db, "DELETE FROM risk_category WHERE target_group = ?", ARGS(TEXT(row.key)));
	if (rows_int(rq->db, 0, rule->depends, ARGS(TEXT(row.key))) > 0) {
		fail_request(rq, FAIL_INPUT, "rule-in-use");
		return;
	}
	exec(rq->db, rule->remove, ARGS(TEXT(row.key)));
	rule_changed(rq, rule, row.key, was, "");
	see_other(rq, "rule-withdrawn", "/admin/rules");
}

static void
new_get(struct request *rq, xmlNode *content)
{
	const struct rule *rule = rule_of(rq);
	const char *follows = query_text(rq, "follows");
	xmlNode *page, *form;
	struct row row = { .key = NULL };

	if (rule == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-rule");
		return;
	}
	if (follows != NULL && !row_find(rq, rule, follows, &row))
		return;
	add_way(rq, content);
	page = node_add(content, "rule-page");
	node_set(page, "kind", rule->name);
	node_set(page, "follows", follows);
	if (follows == NULL) {
		form_add(rq, page, rule->form, "/admin/rules/new?rule=%s", rule->name);
		return;
	}
	rules_add(rq, page, rule, follows, NULL);
	form = form_add(rq, page, rule->form, "/admin/rules/new?rule=%s&follows=%s", rule->name, uri_encode(rq, follows));
	row.is[row.count - 2] = row.is[row.count - 1] = NULL;
	if (!rule->numbered)
		row.is[0] = NULL;
	form_set_revision(form, row.revision);
	set_fields(rq, form, rule, &row);
}

/* What can be decided for the group that is followed can be decided for the one that follows, from its first day on. */
static void
copy_categories(struct request *rq, const char *from, const char *to)
{
	exec(rq->db, "INSERT INTO risk_category (target_group, code, title, risk, ordinal, valid_from, valid_to)"
	    " SELECT ?, code, title, risk, ordinal, ?, ? FROM risk_category WHERE target_group = ?"
	    "  AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)",
	    ARGS(TEXT(to), FIELD(rq, "valid-from"), FIELD(rq, "valid-to"), TEXT(from), FIELD(rq, "valid-from"), FIELD(rq, "valid-from")));
}

/* The one that is followed ends the day before: it was in force until then, so that is today at the earliest. */
static bool
follow(struct request *rq, const struct rule *rule, const char *follows, const char **first)
{
	struct row row;

	*first = request_today(rq);
	if (follows == NULL)
		return true;
	if (!row_find(rq, rule, follows, &row) || revision_stale(rq, row.revision))
		return false;
	if (strcmp(row.state, "in-force") != 0) {
		fail_request(rq, FAIL_STALE, "rule-not-in-force");
		return false;
	}
	*first = day_after(rq, *first, 1);
	if (strcmp(field_text(rq, "valid-from"), *first) >= 0)
		end_row(rq, rule, follows, day_after(rq, field_text(rq, "valid-from"), -1));
	return true;
}

static void
new_post(struct request *rq)
{
	const struct rule *rule = read_rule(rq);
	const char *follows = query_text(rq, "follows"), *first, *key;
	struct value values[RULE_FIELDS_MAX + 2];

	if (rule == NULL || !follow(rq, rule, follows, &first) || !check_rule(rq, rule, NULL, first))
		return;
	typed(rq, rule, values, NULL);
	if (exec_unique(rq->db, rule->insert, values) < 0) {
		field_error(rq, "code", "rule-code-taken");
		return;
	}
	key = rule->numbered ? rows_text(rq->db, rq, "SELECT LAST_INSERT_ID()", NO_ARGS) : field_text(rq, "code");
	if (follows != NULL && strcmp(rule->name, "target-group") == 0)
		copy_categories(rq, follows, key);
	rule_changed(rq, rule, key, NULL, rule_text(rq, rule, key));
	see_rule(rq, rule, key);
}

static const struct form *
form_here(struct request *rq)
{
	const struct rule *rule = rule_of(rq);

	return rule == NULL ? NULL : rule->form;
}

const struct route admin_rule = {
	.path = "/admin/rules/rule", .page = "rule", .menu = "admin", .may = MAY_WRITE_RULES, .get = rule_get, .post = change_post,
	.made_form = form_here,
};

const struct route admin_rule_new = {
	.path = "/admin/rules/new", .page = "rule-new", .menu = "admin", .may = MAY_WRITE_RULES, .get = new_get, .post = new_post,
	.made_form = form_here,
};

const struct route admin_rule_end = {
	.path = "/admin/rules/end", .page = "rule", .menu = "admin", .may = MAY_WRITE_RULES, .get = rule_get, .post = end_post, .form = &end_form,
};

const struct route admin_rule_withdraw = {
	.path = "/admin/rules/withdraw", .page = "rule", .menu = "admin", .may = MAY_WRITE_RULES, .get = rule_get, .post = withdraw_post,
	.form = &withdraw_form,
};
