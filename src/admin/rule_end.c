/*
 * POST /admin/rules/end and /admin/rules/withdraw - a rule gets its last day; one that never was in force is taken back.  What names a target group or
 * a benefit must not reach beyond it, so it ends with it, or first.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "admin/pages.h"
#include "admin/rules.h"
#include "domain/permission.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { DEPENDENTS_MAX = 200 };

struct dependent { const char *rule, *key, *title, *from, *to; };
struct dependents { struct request *rq; struct dependent list[DEPENDENTS_MAX]; size_t count; };

static void
take_dependent(void *user, const char *const *columns, size_t count)
{
	struct dependents *all = user;
	const char *is[5];
	size_t i;

	if (all->count == DEPENDENTS_MAX || count != 5)
		return;
	for (i = 0; i < 5; i++)
		is[i] = columns[i] == NULL ? NULL : talloc_strdup(all->rq, columns[i]);
	all->list[all->count++] = (struct dependent){ is[0], is[1], is[2], is[3], is[4] };
}

static void
find_dependents(struct request *rq, const struct rule *rule, const char *key, const char *day, struct dependents *out)
{
	out->rq = rq;
	out->count = 0;
	if (rule->dependents != NULL)
		rows_each(rq->db, rule->dependents, ARGS(TEXT(key), TEXT(day)), take_dependent, out);
}

size_t
rule_dependents_add(struct request *rq, xmlNode *parent, const struct rule *rule, const char *key, const char *day)
{
	struct dependents all;
	size_t i;

	find_dependents(rq, rule, key, day, &all);
	for (i = 0; i < all.count; i++) {
		const struct dependent *is = &all.list[i];
		xmlNode *node = node_add(parent, "dependent");

		node_set(node, "rule", is->rule);
		node_set(node, "title", is->title);
		node_set(node, "valid-from", is->from);
		node_set(node, "valid-to", is->to);
		node_set(node, "href", request_href(rq, "/admin/rules/rule?rule=%s&code=%s", is->rule, uri_encode(rq, is->key)));
	}
	return all.count;
}

void
rule_end(struct request *rq, const struct rule *rule, const char *key, const char *to)
{
	const char *was = rule_text(rq, rule, key);

	exec(rq->db, rule->end, ARGS(TEXT(to), TEXT(key)));
	rule_changed(rq, rule, key, was, rule_text(rq, rule, key));
}

/* What names it and goes on longer: ended on the same day where that was asked for; what would begin only later has to be taken back first. */
static bool
end_dependents(struct request *rq, const struct rule *rule, const char *key, const char *to)
{
	struct dependents all;
	size_t i;

	if (to == NULL)
		return true;
	find_dependents(rq, rule, key, to, &all);
	for (i = 0; i < all.count; i++)
		if (strcmp(rq->submit, "end-rule-with") != 0 || strcmp(all.list[i].from, to) > 0) {
			field_error(rq, "valid-to", strcmp(all.list[i].from, to) > 0 ? "rule-depends-later" : "rule-depends");
			return false;
		}
	for (i = 0; i < all.count; i++)
		rule_end(rq, rule_named(all.list[i].rule), all.list[i].key, to);
	return !request_failed(rq);
}

static bool
check_end(struct request *rq, const struct rule *rule, const struct rule_row *row, const char *to)
{
	if (strcmp(row->state, "in-force") != 0)
		fail_request(rq, FAIL_STALE, "rule-not-in-force");
	else if (to != NULL && strcmp(to, request_today(rq)) < 0)
		field_error(rq, "valid-to", "rule-ends-too-early");
	else if (rule_overlaps(rq, rule, row, row->key, row->from, to) > 0)
		field_error(rq, "valid-to", "rule-overlaps");
	else if (row->to != NULL && (to == NULL || strcmp(to, row->to) > 0))
		rule_reaches_out(rq, rule, row, row->from, to);
	return !request_failed(rq);
}

static void
end_post(struct request *rq)
{
	const struct rule *rule = rule_of(rq);
	const char *to = field_text(rq, "valid-to");
	struct rule_row row;

	if (rule == NULL || !rule_find(rq, rule, query_text(rq, "code"), &row)) {
		fail_request(rq, FAIL_MISSING, "no-such-rule");
		return;
	}
	if (revision_stale(rq, row.revision) || !check_end(rq, rule, &row, to) || !end_dependents(rq, rule, row.key, to))
		return;
	rule_end(rq, rule, row.key, to);
	rule_see(rq, rule, row.key);
}

/* Categories of a target group that is not in force yet came with it, and go with it. */
static void
withdraw_post(struct request *rq)
{
	const struct rule *rule = rule_of(rq);
	const char *was;
	struct rule_row row;

	if (rule == NULL || !rule_find(rq, rule, query_text(rq, "code"), &row)) {
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

#define RULE_ROUTE .page = "rule", .menu = "admin", .may = MAY_WRITE_RULES, .get = rule_get

const struct route admin_rule_end = { .path = "/admin/rules/end", RULE_ROUTE, .post = end_post, .form = &rule_end_form };

const struct route admin_rule_withdraw = { .path = "/admin/rules/withdraw", RULE_ROUTE, .post = withdraw_post, .form = &rule_withdraw_form };
