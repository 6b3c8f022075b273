/*
 * /admin/account/line?of=KIND&key= - one row: give it its last day, or /admin/account/remove: what stands in its place when it is taken out.
 *	<ledger of back [remove|used]> <ledger-kind/>* <ledger-column/>* <ledger-row/> <form ledger-end|ledger-remove/>? <ledger-instead> <ledger-row/>? </ledger-instead>?
 *	  <rule-change .../>* </ledger>
 */
#include <string.h>

#include "admin/ledger.h"
#include "admin/pages.h"
#include "domain/permission.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

static const struct field end_fields[] = { { .name = "valid-to", .type = FIELD_DATE, .required = REQUIRED, .check = ledger_check_day }, { 0 } };
static const char *const end_submits[] = { "end-line", NULL }, *const remove_submits[] = { "remove-line", NULL };
static const struct field no_fields[] = { { 0 } };
static const struct form end_form = { .name = "ledger-end", .fields = end_fields, .submits = end_submits };
static const struct form remove_form = { .name = "ledger-remove", .fields = no_fields, .submits = remove_submits };

/* The last change of the row is its revision. */
static long long
revision_of(struct request *rq, const struct ledger *ledger, const char *key)
{
	return rows_int(rq->db, 0, "SELECT MAX(id) FROM rule_change WHERE rule = ? AND code = ?", ARGS(TEXT(ledger->rule.name), TEXT(key)));
}

/* The page of the row that the address names; NULL, and the request fails, where there is none. */
static xmlNode *
begin_line(struct request *rq, xmlNode *content, const struct ledger **ledger, const char **key)
{
	xmlNode *node;

	*ledger = ledger_here(rq);
	*key = query_text(rq, "key");
	node = *ledger == NULL || ledger_text(rq, *ledger, *key) == NULL ? NULL : ledger_begin(rq, content, *ledger);
	if (node != NULL && ledger_add_rows(rq, node, *ledger, *key) > 0)
		return node;
	fail_request(rq, FAIL_MISSING, "no-such-line");
	return NULL;
}

static void
line_get(struct request *rq, xmlNode *content)
{
	const struct ledger *ledger;
	const char *key, *at;
	xmlNode *node = begin_line(rq, content, &ledger, &key);

	if (node == NULL)
		return;
	at = request_format(rq, "of=%s&key=%s", ledger->rule.name, uri_encode(rq, key));
	if (ledger->end != NULL)
		form_set_revision(form_add(rq, node, &end_form, "/admin/account/end?%s", at), revision_of(rq, ledger, key));
	node_set(node, "back", request_href(rq, "%s", ledger_page(rq, ledger)));
	node_set(node, "remove", request_href(rq, "/admin/account/remove?%s", at));
	rules_add_changes(rq, node, &ledger->rule, key, LEDGER_CHANGES_SHOWN);
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
	xmlNode *instead = node_add(node, "ledger-instead");
	const char *before = rows_text(rq->db, rq, ledger->before, ARGS(TEXT(key)));

	if (before != NULL)
		ledger_add_rows(rq, instead, ledger, before);
}

static void
remove_get(struct request *rq, xmlNode *content)
{
	const struct ledger *ledger;
	const char *key;
	xmlNode *node = begin_line(rq, content, &ledger, &key);

	if (node == NULL)
		return;
	node_set(node, "back", request_href(rq, "/admin/account/line?of=%s&key=%s", ledger->rule.name, uri_encode(rq, key)));
	if (ledger->before != NULL)
		add_instead(rq, node, ledger, key);
	if (is_used(rq, ledger, key))
		node_set(node, "used", "yes");
	else
		form_set_revision(form_add(rq, node, &remove_form, "/admin/account/remove?of=%s&key=%s", ledger->rule.name, uri_encode(rq, key)),
		    revision_of(rq, ledger, key));
}

/* The row that a form is about, and what stands in it; false, and the request fails, where it is gone or was changed meanwhile. */
static bool
line_found(struct request *rq, const struct ledger **ledger, const char **key, const char **was)
{
	*ledger = ledger_here(rq);
	*key = query_text(rq, "key");
	*was = *ledger == NULL ? NULL : ledger_text(rq, *ledger, *key);
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
	see_other(rq, "line-removed", "%s", ledger_page(rq, ledger));
}

/* Hours have their end among their fields; a baseline's last day is another thing than its own days. */
static const char *
with_end(struct request *rq, const char *text, const char *ended)
{
	return ended == NULL ? text : request_format(rq, "%sended-on\t%s\n", text, ended);
}

static void
end_post(struct request *rq)
{
	const struct ledger *ledger;
	const char *key, *was, *became, *from, *ended = NULL;
	bool hours;

	if (!line_found(rq, &ledger, &key, &was))
		return;
	if (ledger->end == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-line");
		return;
	}
	hours = strcmp(ledger->rule.name, "hours") == 0;
	from = rows_text(rq->db, rq, hours ? "SELECT from_on FROM staff_hours WHERE id = ?" : "SELECT from_on FROM baseline WHERE id = ?", ARGS(TEXT(key)));
	if (!hours)
		ended = rows_text(rq->db, rq, "SELECT ended_on FROM baseline WHERE id = ?", ARGS(TEXT(key)));
	if (from != NULL && strcmp(field_text(rq, "valid-to"), from) < 0) {
		field_error(rq, "valid-to", "before-start");
		return;
	}
	exec(rq->db, ledger->end, ARGS(FIELD(rq, "valid-to"), TEXT(key)));
	became = ledger_text(rq, ledger, key);
	rule_changed(rq, &ledger->rule, key, with_end(rq, was, ended), hours ? became : with_end(rq, became, field_text(rq, "valid-to")));
	see_other(rq, "line-saved", "%s", ledger_page(rq, ledger));
}

const struct route admin_account_line = { .path = "/admin/account/line", .page = "ledger-line", LEDGER_ROUTE, .get = line_get };
const struct route admin_account_end = {
	.path = "/admin/account/end", .page = "ledger-line", LEDGER_ROUTE, .get = line_get, .post = end_post, .form = &end_form,
};
const struct route admin_account_remove = {
	.path = "/admin/account/remove", .page = "ledger-remove", LEDGER_ROUTE, .get = remove_get, .post = remove_post, .form = &remove_form,
};
