/*
 * /admin/rules/rule?rule=KIND&code= - one rule: what it says, from when to when, what hangs on it, what was changed.
 * /admin/rules/new?rule=KIND[&follows=CODE] - another one.
 *	<rule-page kind [follows]> <dated-rule .../>? <form rule-KIND|rule-end|rule-withdraw/>* <dependent .../>* <rule-change .../>* </rule-page>
 * A rule that is not in force yet can be changed, and taken back.  One that is in force can be given its last day, from today on, or be
 * followed by another one, which ends it the day before.  One that has ended stays.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "admin/rules.h"
#include "sql/rows.h"
#include "web/link.h"
#include "xml/node.h"

enum { CHANGES_SHOWN = 50 };

static const struct field end_fields[] = { { .name = "valid-to", .type = FIELD_DATE }, { 0 } };
static const char *const end_submits[] = { "end-rule", "end-rule-with", NULL };
const struct form rule_end_form = { .name = "rule-end", .fields = end_fields, .submits = end_submits };

static const struct field no_fields[] = { { 0 } };
static const char *const withdraw_submits[] = { "withdraw-rule", NULL };
const struct form rule_withdraw_form = { .name = "rule-withdraw", .fields = no_fields, .submits = withdraw_submits };

bool
rule_find(struct request *rq, const struct rule *rule, const char *key, struct rule_row *out)
{
	const struct field *fields = rule->form->fields;

	*out = (struct rule_row){ .key = key };
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

const char *
rule_value(const struct rule *rule, const struct rule_row *row, const char *field)
{
	size_t i;

	for (i = 0; i < row->count; i++)
		if (strcmp(rule->form->fields[i].name, field) == 0)
			return row->is[i];
	return NULL;
}

static void
add_way(struct request *rq, xmlNode *content)
{
	xmlNode *crumbs = node_add(content, "breadcrumbs");

	link_add(rq, crumbs, "admin", "/admin");
	link_add(rq, crumbs, "rules", "/admin/rules");
}

/* What stands in the row; several of one field are set from the last one on. */
static void
set_fields(struct request *rq, xmlNode *form, const struct rule *rule, const struct rule_row *row)
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

/* What hangs on it and goes on after the last day that it is given. */
static void
add_end(struct request *rq, xmlNode *page, const struct rule *rule, const struct rule_row *row)
{
	xmlNode *form = form_add(rq, page, &rule_end_form, "/admin/rules/end?rule=%s&code=%s", rule->name, uri_encode(rq, row->key));

	form_set(form, "valid-to", row->to == NULL ? "" : row->to);
	form_set_revision(form, row->revision);
	if (rule->dependents == NULL || rule_dependents_add(rq, page, rule, row->key, request_today(rq)) == 0)
		form_drop(form, "submit", "end-rule-with");
}

static void
add_forms(struct request *rq, xmlNode *page, const struct rule *rule, const struct rule_row *row)
{
	const char *code = uri_encode(rq, row->key);
	xmlNode *form;

	if (strcmp(row->state, "in-force") == 0) {
		add_end(rq, page, rule, row);
		node_set(page, "next", request_href(rq, "/admin/rules/new?rule=%s&follows=%s", rule->name, code));
	} else if (strcmp(row->state, "coming") == 0) {
		form = form_add(rq, page, rule->form, "/admin/rules/rule?rule=%s&code=%s", rule->name, code);
		form_set_revision(form, row->revision);
		set_fields(rq, form, rule, row);
		form_set_revision(form_add(rq, page, &rule_withdraw_form, "/admin/rules/withdraw?rule=%s&code=%s", rule->name, code), row->revision);
	}
}

void
rule_get(struct request *rq, xmlNode *content)
{
	const struct rule *rule = rule_of(rq);
	xmlNode *page;
	struct rule_row row;

	if (rule == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-rule");
		return;
	}
	if (!rule_find(rq, rule, query_text(rq, "code"), &row))
		return;
	add_way(rq, content);
	page = node_add(content, "rule-page");
	node_set(page, "kind", rule->name);
	rules_add(rq, page, rule, row.key, NULL);
	add_forms(rq, page, rule, &row);
	rules_add_changes(rq, page, rule, row.key, CHANGES_SHOWN);
}

void
rule_see(struct request *rq, const struct rule *rule, const char *key)
{
	see_other(rq, "rule-saved", "/admin/rules/rule?rule=%s&code=%s", rule->name, uri_encode(rq, key == NULL ? "" : key));
}

void
rule_new_get(struct request *rq, xmlNode *content)
{
	const struct rule *rule = rule_of(rq);
	const char *follows = query_text(rq, "follows");
	xmlNode *page, *form;
	struct rule_row row = { .key = NULL };

	if (rule == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-rule");
		return;
	}
	if (follows != NULL && !rule_find(rq, rule, follows, &row))
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
