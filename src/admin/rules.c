/*
 * /admin/rules - frames, target groups, categories, benefits, deadlines and when to stop, with the days from and to which each is in force.  ?on= that day's.
 *	<rules [on]> <form name="filter"/> <rule-kind name new> <dated-rule .../>* </rule-kind>* <rule-change .../>* </rules>
 */
#include "admin/rules.h"

#include <string.h>
#include <talloc.h>

#include "admin/pages.h"
#include "base/date.h"
#include "domain/permission.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { CHANGES_SHOWN = 20 };

static const struct field filter_fields[] = { { .name = "on", .type = FIELD_DATE }, { 0 } };
static const char *const filter_submits[] = { "filter", NULL };
static const struct form filter_form = { .name = "filter", .fields = filter_fields, .submits = filter_submits, .get = true };

const struct rule *
rule_of(const struct request *rq)
{
	return rule_named(query_text(rq, "rule"));
}

const struct rule *
rule_named(const char *name)
{
	const struct rule *rule;

	for (rule = rules; name != NULL && rule->name != NULL; rule++)
		if (strcmp(name, rule->name) == 0)
			return rule;
	return NULL;
}

const char *
rule_state(const char *today, const char *from, const char *to)
{
	if (strcmp(from, today) > 0)
		return "coming";
	return to != NULL && strcmp(to, today) < 0 ? "ended" : "in-force";
}

struct adding { struct request *rq; xmlNode *parent; const struct rule *rule; };

static void
add_rule(void *user, const char *const *columns, size_t count)
{
	enum { CODE, TITLE, FROM, TO, USES, SHOWN };
	struct adding *a = user;
	xmlNode *node = node_add(a->parent, "dated-rule"), *value;
	size_t i;

	node_set(node, "rule", a->rule->name);
	node_set(node, "code", columns[CODE]);
	node_set(node, "title", columns[TITLE]);
	node_set(node, "valid-from", columns[FROM]);
	node_set(node, "valid-to", columns[TO]);
	node_set(node, "uses", columns[USES]);
	node_set(node, "state", rule_state(request_today(a->rq), columns[FROM], columns[TO]));
	node_set(node, "href", request_href(a->rq, "/admin/rules/rule?rule=%s&code=%s", a->rule->name, uri_encode(a->rq, columns[CODE])));
	for (i = 0; SHOWN + i < count && a->rule->shown[i] != NULL; i++) {
		if (columns[SHOWN + i] == NULL)
			continue;
		value = node_add(node, "value");
		node_set(value, "field", a->rule->shown[i]);
		node_set(value, "is", columns[SHOWN + i]);
	}
}

void
rules_add(struct request *rq, xmlNode *parent, const struct rule *rule, const char *key, const char *day)
{
	struct adding a = { rq, parent, rule };

	rows_each(rq->db, rule->list, ARGS(TEXT(key), TEXT(day)), add_rule, &a);
}

/* The value of a field in a text of lines "field<tab>value"; NULL where there is none. */
static const char *
value_in(struct request *rq, const char *text, const char *field, size_t length)
{
	const char *at;

	for (at = text; at != NULL && *at != '\0'; at = strchr(at, '\n') == NULL ? NULL : strchr(at, '\n') + 1)
		if (strncmp(at, field, length) == 0 && at[length] == '\t')
			return talloc_strndup(rq, at + length + 1, strcspn(at + length + 1, "\n"));
	return NULL;
}

/* A <value> for each field of text that is something else in other; with both given, only for those that other has not are the rest. */
static void
add_values(struct request *rq, xmlNode *change, const char *text, const char *other, bool text_is_new)
{
	const char *at;

	for (at = text; at != NULL && *at != '\0'; at = strchr(at, '\n') == NULL ? NULL : strchr(at, '\n') + 1) {
		size_t length = strcspn(at, "\t\n");
		const char *mine = value_in(rq, at, at, length), *theirs = value_in(rq, other, at, length);
		xmlNode *value;

		if (mine == NULL || (theirs != NULL && (!text_is_new || strcmp(mine, theirs) == 0)))
			continue;
		value = node_add(change, "value");
		node_set(value, "field", talloc_strndup(rq, at, length));
		node_set(value, text_is_new ? "is" : "was", mine);
		node_set(value, "was", text_is_new ? theirs : NULL);
	}
}

static void
complete_change(struct request *rq, xmlNode *change)
{
	const char *was = node_text(node_child(change, "was")), *became = node_text(node_child(change, "became"));
	xmlNode *text, *next;

	add_values(rq, change, became, was, true);
	add_values(rq, change, was, became, false);
	for (text = node_child(change, NULL); text != NULL; text = next) {
		next = node_next(text, NULL);
		if (!node_is(text, "was") && !node_is(text, "became"))
			continue;
		xmlUnlinkNode(text);
		xmlFreeNode(text);
	}
}

void
rules_add_changes(struct request *rq, xmlNode *parent, const struct rule *rule, const char *key, long limit)
{
	xmlNode *change;

	rows_add(rq->db, parent, "rule-change", "SELECT c.rule, c.code, c.at, COALESCE(s.name, c.uid) AS 'by-name',"
	    "  CASE WHEN c.was IS NULL THEN 'created' WHEN c.became = '' THEN 'removed' ELSE 'changed' END AS 'change', c.was, c.became"
	    " FROM (SELECT ? AS rule, ? AS code) f JOIN rule_change c ON f.rule IS NULL OR (c.rule = f.rule AND (f.code IS NULL OR c.code = f.code))"
	    " LEFT JOIN staff s ON s.uid = c.uid ORDER BY c.id DESC LIMIT ?", ARGS(TEXT(rule == NULL ? NULL : rule->name), TEXT(key), INT(limit)));
	for (change = node_child(parent, "rule-change"); change != NULL; change = node_next(change, "rule-change"))
		complete_change(rq, change);
}

const char *
rule_text(struct request *rq, const struct rule *rule, const char *key)
{
	const char *is[RULE_FIELDS_MAX];
	const struct field *field;
	size_t count = 0, i;
	char *text = talloc_strdup(rq, "");

	for (field = rule->form->fields; field->name != NULL; field++)
		count++;
	if (!rows_one(rq->db, rq, is, count + 1, rule->find, ARGS(TEXT(key))))
		return NULL;
	for (i = 0; i < count; i++)
		if (is[i] != NULL)
			text = talloc_asprintf_append(text, "%s\t%s\n", rule->form->fields[i].name, is[i]);
	return text;
}

void
rule_changed(struct request *rq, const struct rule *rule, const char *key, const char *was, const char *became)
{
	exec_insert(rq->db, "INSERT INTO rule_change (rule, code, uid, was, became) VALUES (?, ?, ?, ?, COALESCE(?, ''))",
	    ARGS(TEXT(rule->name), TEXT(key), TEXT(rq->user->uid), TEXT(was), TEXT(became)));
}

static void
rules_get(struct request *rq, xmlNode *content)
{
	xmlNode *node = node_add(content, "rules"), *kind;
	const struct rule *rule;
	const char *given = query_text(rq, "on");
	struct date day;
	bool on = given != NULL && date_parse(given, &day);

	if (on)
		node_set(node, "on", day.iso);
	form_add(rq, node, &filter_form, "/admin/rules");
	for (rule = rules; rule->name != NULL; rule++) {
		kind = node_add(node, "rule-kind");
		node_set(kind, "name", rule->name);
		node_set(kind, "new", request_href(rq, "/admin/rules/new?rule=%s", rule->name));
		rules_add(rq, kind, rule, NULL, on ? day.iso : NULL);
	}
	rules_add_changes(rq, node, NULL, NULL, CHANGES_SHOWN);
}

const struct route admin_rules = { .path = "/admin/rules", .page = "rules", .menu = "admin", .may = MAY_WRITE_RULES, .get = rules_get };
