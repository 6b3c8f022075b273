/*
 * /admin/account?of=KIND, /admin/hours - what the account and the caseload are computed from, a kind a page, with a form for a new row.
 *	<ledger of> <ledger-kind name href [current]/>* <form ledger-KIND/> <ledger-column field [number]/>* <ledger-row state [href]> <value field is [number]/>* </ledger-row>*
 *	  <rule-change .../>* </ledger>
 */
#include "admin/ledger.h"

#include <string.h>
#include <talloc.h>

#include "admin/pages.h"
#include "domain/permission.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/link.h"
#include "xml/node.h"

const struct ledger *
ledger_here(struct request *rq)
{
	const char *of = strcmp(rq->route->path, "/admin/hours") == 0 ? "hours" : query_text(rq, "of");
	const struct ledger *ledger;

	for (ledger = ledgers; ledger->rule.name != NULL; ledger++)
		if (strcmp(ledger->rule.name, of == NULL ? "budget" : of) == 0)
			return ledger;
	return NULL;
}

const char *
ledger_page(struct request *rq, const struct ledger *ledger)
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

static void
add_columns(xmlNode *node, const struct ledger *ledger)
{
	const struct field *field;

	for (field = ledger->rule.form->fields; field->name != NULL; field++) {
		xmlNode *column = node_add(node, "ledger-column");

		node_set(column, "field", field->name);
		node_set(column, "number", is_number(field) ? "yes" : NULL);
	}
}

size_t
ledger_add_rows(struct request *rq, xmlNode *parent, const struct ledger *ledger, const char *key)
{
	struct adding a = { rq, parent, ledger, key == NULL };

	return rows_each(rq->db, ledger->list, ARGS(TEXT(request_today(rq)), TEXT(key)), add_row, &a);
}

static void
add_kinds(struct request *rq, xmlNode *node, const struct ledger *current)
{
	const struct ledger *ledger;

	for (ledger = ledgers; ledger->rule.name != NULL; ledger++) {
		xmlNode *kind = node_add(node, "ledger-kind");

		node_set(kind, "name", ledger->rule.name);
		node_set(kind, "href", request_href(rq, "%s", ledger_page(rq, ledger)));
		node_set(kind, "current", ledger == current ? "yes" : NULL);
	}
}

xmlNode *
ledger_begin(struct request *rq, xmlNode *content, const struct ledger *ledger)
{
	xmlNode *node;

	link_add(rq, node_add(content, "breadcrumbs"), "admin", "/admin");
	node = node_add(content, "ledger");
	node_set(node, "of", ledger->rule.name);
	add_kinds(rq, node, ledger);
	add_columns(node, ledger);
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
	node = ledger_begin(rq, content, ledger);
	form_add(rq, node, ledger->rule.form, "%s", ledger_page(rq, ledger));
	ledger_add_rows(rq, node, ledger, NULL);
	rules_add_changes(rq, node, &ledger->rule, NULL, LEDGER_CHANGES_SHOWN);
}

/* A number as the database writes it: "36abc" would be 36 to it, and leave its traces elsewhere. */
static bool
is_id(const char *key)
{
	return key[0] != '0' && key[0] != '\0' && key[strspn(key, "0123456789")] == '\0';
}

/* Is it the key of the row with these fields, to the letter? */
static bool
is_key(struct request *rq, const struct ledger *ledger, const char *key, const char *const *is)
{
	const char *own;
	size_t i;

	if (ledger->keys == 0)
		return is_id(key);
	own = is[0];
	for (i = 1; i < ledger->keys; i++)
		own = request_format(rq, "%s %s", own, is[i]);
	return strcmp(own, key) == 0;
}

const char *
ledger_text(struct request *rq, const struct ledger *ledger, const char *key)
{
	const struct field *fields = ledger->rule.form->fields;
	const char *is[LEDGER_FIELDS_MAX];
	size_t count = 0, i;
	char *text = talloc_strdup(rq, "");

	while (fields[count].name != NULL)
		count++;
	if (key == NULL || !rows_one(rq->db, rq, is, count, ledger->find, ARGS(TEXT(key))) || !is_key(rq, ledger, key, is))
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
	rule_changed(rq, &ledger->rule, key, NULL, ledger_text(rq, ledger, key));
	see_other(rq, "line-saved", "%s", ledger_page(rq, ledger));
}

static const struct form *
form_here(struct request *rq)
{
	const struct ledger *ledger = ledger_here(rq);

	return ledger == NULL ? NULL : ledger->rule.form;
}


const struct route admin_account = {
	.path = "/admin/account", .page = "ledger", LEDGER_ROUTE, .get = ledger_get, .post = ledger_post, .made_form = form_here,
};
const struct route admin_hours = {
	.path = "/admin/hours", .page = "ledger", LEDGER_ROUTE, .get = ledger_get, .post = ledger_post, .made_form = form_here,
};
