/*
 * POST /admin/rules/rule and /admin/rules/new - a rule that is to come is changed, and a new one begins, alone or after another, which
 * it ends.
 */
#include <string.h>
#include <talloc.h>

#include "admin/pages.h"
#include "admin/rules.h"
#include "base/date.h"
#include "domain/permission.h"
#include "sql/exec.h"
#include "sql/rows.h"

long long
rule_overlaps(struct request *rq, const struct rule *rule, const struct rule_row *row, const char *key, const char *from, const char *to)
{
	struct value values[3 + RULE_SAME_MAX + 1] = { TEXT(to), TEXT(from), TEXT(key) };
	size_t n = 3, i;

	for (i = 0; rule->same[i] != NULL; i++)
		values[n++] = row == NULL ? FIELD(rq, rule->same[i]) : TEXT(rule_value(rule, row, rule->same[i]));
	values[n] = (struct value){ VALUE_END, 0, NULL, 0 };
	return rows_int(rq->db, 0, rule->overlap, values);
}

static bool
has_field(const struct rule *rule, const char *name)
{
	const struct field *field = rule->form->fields;

	while (field->name != NULL && strcmp(field->name, name) != 0)
		field++;
	return field->name != NULL;
}

bool
rule_reaches_out(struct request *rq, const struct rule *rule, const struct rule_row *row, const char *from, const char *to)
{
	static const struct { const char *field, *sql; } named[] = {
		{ "target-group", "SELECT IF(valid_from > ?, 1, 2) FROM target_group WHERE code = ? AND (valid_from > ? OR valid_to < COALESCE(?, DATE '9999-12-31'))" },
		{ "benefit-type", "SELECT IF(valid_from > ?, 1, 2) FROM benefit_type WHERE code = ? AND (valid_from > ? OR valid_to < COALESCE(?, DATE '9999-12-31'))" },
	};
	long long out = 0;
	size_t i;

	for (i = 0; out == 0 && i < sizeof named / sizeof named[0]; i++)
		if (has_field(rule, named[i].field))
			out = rows_int(rq->db, 0, named[i].sql, ARGS(TEXT(from),
			    row == NULL ? FIELD(rq, named[i].field) : TEXT(rule_value(rule, row, named[i].field)), TEXT(from), TEXT(to)));
	if (out != 0)
		field_error(rq, out == 1 && row == NULL ? "valid-from" : "valid-to", "rule-reaches-out");
	return out != 0;
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
	if (has_field(rule, "by-end-of") && field_text(rq, "by-end-of") != NULL && strcmp(field_text(rq, "unit"), "week") == 0 && field_int(rq, "n", 1) == 0)
		field_error(rq, "n", "no-first-week");
	if (request_failed(rq))
		return false;
	if (rule_reaches_out(rq, rule, NULL, from, to))
		return false;
	if (rule_overlaps(rq, rule, NULL, key, from, to) > 0)
		field_error(rq, rule->same_at, "rule-overlaps");
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
	struct rule_row row;

	if (rule == NULL || !rule_find(rq, rule, query_text(rq, "code"), &row) || revision_stale(rq, row.revision))
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
	rule_see(rq, rule, row.key);
}

/* What can be decided for the group that is followed can be decided for the one that follows, from its first day on, and no longer for that one. */
static void
hand_categories(struct request *rq, const char *from, const char *to)
{
	const struct value first = FIELD(rq, "valid-from"), last = TEXT(day_after(rq, field_text(rq, "valid-from"), -1));

	exec(rq->db, "INSERT INTO risk_category (target_group, code, title, risk, ordinal, valid_from, valid_to)"
	    " SELECT ?, code, title, risk, ordinal, ?, ? FROM risk_category WHERE target_group = ?"
	    "  AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)",
	    ARGS(TEXT(to), first, FIELD(rq, "valid-to"), TEXT(from), first, first));
	exec(rq->db, "UPDATE risk_category SET valid_to = ?, revision = revision + 1 WHERE target_group = ? AND valid_from <= ?"
	    " AND (valid_to IS NULL OR valid_to > ?)", ARGS(last, TEXT(from), last, last));
}

/* The one that is followed ends the day before: it was in force until then, so that is today at the earliest. */
static bool
follow(struct request *rq, const struct rule *rule, const char *follows, const char **first)
{
	struct rule_row row;

	*first = request_today(rq);
	if (follows == NULL)
		return true;
	if (!rule_find(rq, rule, follows, &row) || revision_stale(rq, row.revision))
		return false;
	if (strcmp(row.state, "in-force") != 0) {
		fail_request(rq, FAIL_STALE, "rule-not-in-force");
		return false;
	}
	*first = day_after(rq, *first, 1);
	if (strcmp(field_text(rq, "valid-from"), *first) >= 0)
		rule_end(rq, rule, follows, day_after(rq, field_text(rq, "valid-from"), -1));
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
		hand_categories(rq, follows, key);
	rule_changed(rq, rule, key, NULL, rule_text(rq, rule, key));
	rule_see(rq, rule, key);
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
	.path = "/admin/rules/new", .page = "rule-new", .menu = "admin", .may = MAY_WRITE_RULES, .get = rule_new_get, .post = new_post,
	.made_form = form_here,
};
