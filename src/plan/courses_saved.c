/*
 * /plan/filters - POST: save what the list of courses is filtered by, under a name.  Whom one searched for is no part of it.
 * /plan/filters/:filter/remove - POST: one of one's own.
 */
#include <ctype.h>
#include <string.h>
#include <talloc.h>

#include "domain/permission.h"
#include "plan/courses_filter.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

enum { FILTERS_MAX = 20 };

static const char *const kept[] = { "state", "whose", "caseworker", "department", "waits", "late", "sort" };

/* A number in it may be somebody's. */
static const char *
check_name(struct request *rq, const char **value)
{
	const char *at;
	int digits = 0;

	(void)rq;
	for (at = *value; *at != '\0'; at++)
		digits += isdigit((unsigned char)*at) != 0;
	return digits > 4 ? "filter-number" : NULL;
}

/* "state=active&late=yes": one of the keys above each, and what keys are made of. */
static const char *
check_query(struct request *rq, const char **value)
{
	char *rest = talloc_strdup(rq, *value), *part;
	size_t i;

	while ((part = strsep(&rest, "&")) != NULL) {
		size_t length = strcspn(part, "=");

		for (i = 0; i < sizeof kept / sizeof kept[0]; i++)
			if (strlen(kept[i]) == length && strncmp(kept[i], part, length) == 0)
				break;
		if (i == sizeof kept / sizeof kept[0] || part[length] != '=' ||
		    strspn(part + length + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._") != strlen(part + length + 1))
			return "filter-query";
	}
	return NULL;
}

static const struct field save_fields[] = {
	{ "name", FIELD_LINE, REQUIRED, .max = 80, .check = check_name },
	{ "query", FIELD_HIDDEN, REQUIRED, .max = 400, .check = check_query },
	{ 0 }
};
static const struct form save_form = { .name = "save-filter", .fields = save_fields };

static const struct field no_fields[] = { { 0 } };
static const char *const remove_submits[] = { "remove", NULL };
static const struct form remove_form = { .name = "remove-filter", .fields = no_fields, .submits = remove_submits };

/* The filters of this page's address, in the order above; NULL where there are none. */
static const char *
query_of(struct request *rq)
{
	char *query = NULL;
	size_t i;

	for (i = 0; i < sizeof kept / sizeof kept[0]; i++) {
		const char *value = query_text(rq, kept[i]);

		if (value != NULL)
			query = talloc_asprintf_append(query == NULL ? talloc_strdup(rq, "") : query, "%s%s=%s", query == NULL ? "" : "&", kept[i],
			    uri_encode(rq, value));
	}
	return query;
}

void
courses_saved_add(struct request *rq, xmlNode *content)
{
	xmlNode *saved = node_add(content, "saved"), *filter, *form;
	const char *query = query_text(rq, "q") == NULL ? query_of(rq) : NULL;
	bool known = false;

	rows_add(rq->db, saved, "filter", "SELECT id, name, query AS href FROM saved_filter WHERE uid = ? AND list = 'courses' ORDER BY name",
	    ARGS(TEXT(rq->user->uid)));
	for (filter = node_child(saved, "filter"); filter != NULL; filter = node_next(filter, "filter")) {
		bool this = query != NULL && strcmp(node_get(filter, "href"), query) == 0;

		node_set(filter, "current", this ? "yes" : NULL);
		known = known || this;
		node_set(filter, "href", request_href(rq, "/plan?%s", node_get(filter, "href")));
		form_add(rq, filter, &remove_form, "/plan/filters/%s/remove", node_get(filter, "id"));
	}
	if ((query != NULL && !known) || rq->form != NULL) {
		form = form_add(rq, saved, &save_form, "/plan/filters");
		form_set(form, "query", query);
	}
	if (saved->children == NULL) {
		xmlUnlinkNode(saved);
		xmlFreeNode(saved);
	}
}

static void
save_post(struct request *rq)
{
	const char *uid = rq->user->uid;

	if (rows_int(rq->db, 0, "SELECT COUNT(*) FROM saved_filter WHERE uid = ? AND list = 'courses'", ARGS(TEXT(uid))) >= FILTERS_MAX)
		field_error(rq, "name", "filter-many");
	else if (exec_unique(rq->db, "INSERT INTO saved_filter (uid, list, name, query) VALUES (?, 'courses', ?, ?)",
	    ARGS(TEXT(uid), FIELD(rq, "name"), FIELD(rq, "query"))) == -1)
		field_error(rq, "name", "filter-known");
	else
		see_other(rq, "filter-saved", "/plan?%s", field_text(rq, "query"));
}

static void
remove_post(struct request *rq)
{
	exec(rq->db, "DELETE FROM saved_filter WHERE id = ? AND uid = ?", ARGS(INT(rq->ids[0]), TEXT(rq->user->uid)));
	see_other(rq, "filter-removed", "/plan");
}

const struct route plan_filters = {
	.path = "/plan/filters", .page = "courses", .menu = "courses", .may = MAY_SEE_CASES, .get = courses_get, .post = save_post, .form = &save_form,
};
const struct route plan_filter_remove = {
	.path = "/plan/filters/:filter/remove", .page = "courses", .menu = "courses", .may = MAY_SEE_CASES, .post = remove_post, .form = &remove_form,
};
