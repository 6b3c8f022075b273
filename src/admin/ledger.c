/*
 * /admin/account?of=KIND, /admin/hours - what the account and the caseload are computed from, a kind a page, with a form for a new row.
 * /admin/account/line?of=KIND&key= - one row: give it its last day, or /admin/account/remove: what stands in its place when it is taken out.
 *	<ledger of> <ledger-kind name href [current]/>* <form ledger-KIND/> <ledger-column field [number]/>* <ledger-row state [href]> <value field is [number]/>* </ledger-row>*
 *	  <form ledger-end|ledger-remove/>* <ledger-instead> <ledger-row/>? </ledger-instead>? <rule-change .../>* </ledger>
 */
#include "admin/ledger.h"

#include <string.h>
#include <talloc.h>

#include "admin/pages.h"
#include "base/date.h"
#include "domain/permission.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { CHANGES_SHOWN = 20 };

static const struct field end_fields[] = { { .name = "valid-to", .type = FIELD_DATE, .required = REQUIRED, .check = ledger_check_day }, { 0 } };
static const char *const end_submits[] = { "end-line", NULL }, *const remove_submits[] = { "remove-line", NULL };
static const struct field no_fields[] = { { 0 } };
static const struct form end_form = { .name = "ledger-end", .fields = end_fields, .submits = end_submits };
static const struct form remove_form = { .name = "ledger-remove", .fields = no_fields, .submits = remove_submits };

/* The kind that the request is about; the budget where none is named.  NULL: there is no such kind. */
static const struct ledger *
ledger_here(struct request *rq)
{
	const char *of = strcmp(rq->route->path, "/admin/hours") == 0 ? "hours" : query_text(rq, "of");
	const struct ledger *ledger;

	for (ledger = ledgers; ledger->rule.name != NULL; ledger++)
		if (strcmp(ledger->rule.name, of == NULL ? "budget" : of) == 0)
			return ledger;
	return NULL;
}

static const char *
page_of(struct request *rq, const struct ledger *ledger)
{
	return strcmp(ledger->rule.name, "hours") == 0 ? "/admin/hours" : request_format(rq, "/admin/account?of=%s", ledger->rule.name);
}

/* A year is none: it is not written as one. */
static bool
is_number(const struct field *field)
{
	return strcmp(field->name, "amount") == 0 || field->type == FIELD_DECIMAL || (field->type == FIELD_INTEGER && strcmp(field->name, "year") != 0);
}

struct adding { struct request *rq; xmlNode *parent; const struct ledger *ledger; bool link; };

static void
add_row(void *user, const char *const *columns, size_t count)
{
	enum { KEY, STATE, FIELDS };
	struct adding *a = user;
	const struct field *fields = a->ledger->rule.form->fields;
	xmlNode *row = node_add(a->parent, "ledger-row"), *value;
	size_t i;

	node_set(row, "state", columns[STATE]);
	if (a->link)
		node_set(row, "href", request_href(a->rq, "/admin/account/line?of=%s&key=%s", a->ledger->rule.name, uri_encode(a->rq, columns[KEY])));
	for (i = 0; FIELDS + i < count && fields[i].name != NULL; i++) {
		value = node_add(row, "value");
		node_set(value, "field", fields[i].name);
		node_set(value, "is", columns[FIELDS + i] == NULL ? "" : columns[FIELDS + i]);
		node_set(value, "number", is_number(&fields[i]) ? "yes" : NULL);
	}
}

/* Its rows, or the one of that key: how many. */
static size_t
add_rows(struct request *rq, xmlNode *node, const struct ledger *ledger, const char *key)
{
	struct adding a = { rq, node, ledger, key == NULL };
	const struct field *field;

	for (field = ledger->rule.form->fields; field->name != NULL; field++) {
		xmlNode *column = node_add(node, "ledger-column");

		node_set(column, "field", field->name);
		node_set(column, "number", is_number(field) ? "yes" : NULL);
	}
	return rows_each(rq->db, ledger->list, ARGS(TEXT(request_today(rq)), TEXT(key)), add_row, &a);
}

static void
add_kinds(struct request *rq, xmlNode *node, const struct ledger *current)
{
	const struct ledger *ledger;

	for (ledger = ledgers; ledger->rule.name != NULL; ledger++) {
		xmlNode *kind = node_add(node, "ledger-kind");

		node_set(kind, "name", ledger->rule.name);
		node_set(kind, "href", request_href(rq, "%s", page_of(rq, ledger)));
		node_set(kind, "current", ledger == current ? "yes" : NULL);
	}
}

static xmlNode *
begin(struct request *rq, xmlNode *content, const struct ledger *ledger)
{
	xmlNode *item = node_add(node_add(content, "breadcrumbs"), "item"), *node;

	node_set(item, "name", "admin");
	node_set(item, "href", request_href(rq, "/admin"));
	node = node_add(content, "ledger");
	node_set(node, "of", ledger->rule.name);
	add_kinds(rq, node, ledger);
	return node;
}

static void
ledger_get(struct request *rq, xmlNode *content)
{
	const struct ledger *ledger = ledger_here(rq);
	xmlNode *node;

	if (ledger == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-line");
		return;
	}
	node = begin(rq, content, ledger);
	form_add(rq, node, ledger->rule.form, "%s", page_of(rq, ledger));
	add_rows(rq, node, ledger, NULL);
	rules_add_changes(rq, node, &ledger->rule, NULL, CHANGES_SHOWN);
}

/* The last change of the row is its revision. */
static long long
revision_of(struct request *rq, const struct ledger *ledger, const char *key)
{
	return rows_int(rq->db, 0, "SELECT MAX(id) FROM rule_change WHERE rule = ? AND code = ?", ARGS(TEXT(ledger->rule.name), TEXT(key)));
}

static void
line_get(struct request *rq, xmlNode *content)
{
	const struct ledger *ledger = ledger_here(rq);
	const char *key = query_text(rq, "key"), *at;
	xmlNode *node;

	if (ledger == NULL || key == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-line");
		return;
	}
	node = begin(rq, content, ledger);
	if (add_rows(rq, node, ledger, key) == 0) {
		fail_request(rq, FAIL_MISSING, "no-such-line");
		return;
	}
	at = request_format(rq, "of=%s&key=%s", ledger->rule.name, uri_encode(rq, key));
	if (ledger->end != NULL)
		form_set_revision(form_add(rq, node, &end_form, "/admin/account/end?%s", at), revision_of(rq, ledger, key));
	node_set(node, "remove", request_href(rq, "/admin/account/remove?%s", at));
	rules_add_changes(rq, node, &ledger->rule, key, CHANGES_SHOWN);
}

static bool
is_used(struct request *rq, const struct ledger *ledger, const char *key)
{
	return ledger->used != NULL && rows_int(rq->db, 0, ledger->used, ARGS(TEXT(key))) > 0;
}

/* The row that stands when this one is gone. */
static void
add_instead(struct request *rq, xmlNode *node, const struct ledger *ledger, const char *key)
{
	struct adding a = { rq, node_add(node, "ledger-instead"), ledger, false };
	const char *before = rows_text(rq->db, rq, ledger->before, ARGS(TEXT(key)));

	if (before != NULL)
		rows_each(rq->db, ledger->list, ARGS(TEXT(request_today(rq)), TEXT(before)), add_row, &a);
}

static void
remove_get(struct request *rq, xmlNode *content)
{
	const struct ledger *ledger = ledger_here(rq);
	const char *key = query_text(rq, "key");
	xmlNode *node = ledger == NULL || key == NULL ? NULL : begin(rq, content, ledger);

	if (node == NULL || add_rows(rq, node, ledger, key) == 0) {
		fail_request(rq, FAIL_MISSING, "no-such-line");
		return;
	}
	if (ledger->before != NULL)
		add_instead(rq, node, ledger, key);
	if (is_used(rq, ledger, key))
		node_set(node, "used", "yes");
	else
		form_set_revision(form_add(rq, node, &remove_form, "/admin/account/remove?of=%s&key=%s", ledger->rule.name, uri_encode(rq, key)),
		    revision_of(rq, ledger, key));
}

/* The row as rule_change keeps it: a line a field.  NULL: there is none. */
static const char *
line_text(struct request *rq, const struct ledger *ledger, const char *key)
{
	const struct field *fields = ledger->rule.form->fields;
	const char *is[LEDGER_FIELDS_MAX];
	size_t count = 0, i;
	char *text = talloc_strdup(rq, "");

	while (fields[count].name != NULL)
		count++;
	if (key == NULL || !rows_one(rq->db, rq, is, count, ledger->find, ARGS(TEXT(key))))
		return NULL;
	for (i = 0; i < count; i++)
		if (is[i] != NULL)
			text = talloc_asprintf_append(text, "%s\t%s\n", fields[i].name, is[i]);
	return text;
}

/* The key of what was typed. */
static const char *
new_key(struct request *rq, const struct ledger *ledger)
{
	const struct field *fields = ledger->rule.form->fields;
	const char *key;
	size_t i;

	if (ledger->keys == 0)
		return rows_text(rq->db, rq, "SELECT LAST_INSERT_ID()", NO_ARGS);
	key = field_text(rq, fields[0].name);
	for (i = 1; i < ledger->keys; i++)
		key = request_format(rq, "%s %s", key, field_text(rq, fields[i].name));
	return key;
}

/* What was typed, in order; then who typed it. */
static void
typed(struct request *rq, const struct ledger *ledger, struct value values[LEDGER_FIELDS_MAX + 2], bool with_who)
{
	const struct field *fields = ledger->rule.form->fields;
	size_t i;

	for (i = 0; fields[i].name != NULL; i++)
		values[i] = FIELD(rq, fields[i].name);
	if (with_who)
		values[i++] = TEXT(rq->user->uid);
	values[i] = (struct value){ VALUE_END, 0, NULL, 0 };
}

static void
ledger_post(struct request *rq)
{
	const struct ledger *ledger = ledger_here(rq);
	enum fail f = ledger == NULL ? FAIL_MISSING : form_read(rq, ledger->rule.form);
	struct value values[LEDGER_FIELDS_MAX + 2];
	const char *key;

	if (f != FAIL_NONE) {
		fail_request(rq, f, f == FAIL_MISSING ? "no-such-line" : NULL);
		return;
	}
	if (ledger->check != NULL)
		ledger->check(rq);
	typed(rq, ledger, values, false);
	if (!request_failed(rq) && ledger->others != NULL && rows_int(rq->db, 0, ledger->others, values) > 0)
		field_error(rq, ledger->same_at, "line-overlaps");
	if (request_failed(rq))
		return;
	typed(rq, ledger, values, true);
	if (exec_unique(rq->db, ledger->insert, values) < 0) {
		field_error(rq, ledger->same_at, "line-taken");
		return;
	}
	key = new_key(rq, ledger);
	rule_changed(rq, &ledger->rule, key, NULL, line_text(rq, ledger, key));
	see_other(rq, "line-saved", "%s", page_of(rq, ledger));
}

/* The row that a form is about, and what stands in it; false, and the request fails, where it is gone or was changed meanwhile. */
static bool
line_found(struct request *rq, const struct ledger **ledger, const char **key, const char **was)
{
	*ledger = ledger_here(rq);
	*key = query_text(rq, "key");
	*was = *ledger == NULL ? NULL : line_text(rq, *ledger, *key);
	if (*was == NULL)
		fail_request(rq, FAIL_MISSING, "no-such-line");
	return *was != NULL && !revision_stale(rq, revision_of(rq, *ledger, *key));
}

static void
remove_post(struct request *rq)
{
	const struct ledger *ledger;
	const char *key, *was;

	if (!line_found(rq, &ledger, &key, &was))
		return;
	if (is_used(rq, ledger, key)) {
		fail_request(rq, FAIL_INPUT, "line-in-use");
		return;
	}
	exec(rq->db, ledger->remove, ARGS(TEXT(key)));
	rule_changed(rq, &ledger->rule, key, was, "");
	see_other(rq, "line-removed", "%s", page_of(rq, ledger));
}

static void
end_post(struct request *rq)
{
	const struct ledger *ledger;
	const char *key, *was, *from = NULL;

	if (!line_found(rq, &ledger, &key, &was))
		return;
	if (ledger->end == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-line");
		return;
	}
	if (strcmp(ledger->rule.name, "hours") == 0)
		from = rows_text(rq->db, rq, "SELECT from_on FROM staff_hours WHERE id = ?", ARGS(TEXT(key)));
	if (from != NULL && strcmp(field_text(rq, "valid-to"), from) < 0) {
		field_error(rq, "valid-to", "before-start");
		return;
	}
	exec(rq->db, ledger->end, ARGS(FIELD(rq, "valid-to"), TEXT(key)));
	rule_changed(rq, &ledger->rule, key, was, request_format(rq, "%sended-on\t%s\n", line_text(rq, ledger, key), field_text(rq, "valid-to")));
	see_other(rq, "line-saved", "%s", page_of(rq, ledger));
}

static const struct form *
form_here(struct request *rq)
{
	const struct ledger *ledger = ledger_here(rq);

	return ledger == NULL ? NULL : ledger->rule.form;
}

#define LEDGER_ROUTE .menu = "admin", .may = MAY_WRITE_ACCOUNT

const struct route admin_account = {
	.path = "/admin/account", .page = "ledger", LEDGER_ROUTE, .get = ledger_get, .post = ledger_post, .made_form = form_here,
};
const struct route admin_hours = {
	.path = "/admin/hours", .page = "ledger", LEDGER_ROUTE, .get = ledger_get, .post = ledger_post, .made_form = form_here,
};
const struct route admin_account_line = { .path = "/admin/account/line", .page = "ledger-line", LEDGER_ROUTE, .get = line_get };
const struct route admin_account_end = {
	.path = "/admin/account/end", .page = "ledger-line", LEDGER_ROUTE, .get = line_get, .post = end_post, .form = &end_form,
};
const struct route admin_account_remove = {
	.path = "/admin/account/remove", .page = "ledger-remove", LEDGER_ROUTE, .get = remove_get, .post = remove_post, .form = &remove_form,
};
