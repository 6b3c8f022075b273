/* guard.c - what no handler may forget, from the route's row; architecture.md 2. */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "base/secret.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/internals.h"
#include "xml/node.h"

/* Did a page of ours send this form?  Browsers say so; a program that says nothing must still know the token. */
enum fail
guard_origin(struct request *rq)
{
	const struct incoming *in = &rq->own->in;
	const char *host;

	if (in->fetch_site != NULL && strcmp(in->fetch_site, "same-origin") != 0 && strcmp(in->fetch_site, "none") != 0)
		return fail_log(FAIL_DENIED, "guard: a form from another site");
	if (in->origin == NULL)
		return FAIL_NONE;
	host = strstr(in->origin, "://");
	if (host == NULL || in->host == NULL || strcmp(host + 3, in->host) != 0)
		return fail_log(FAIL_DENIED, "guard: a form from another origin");
	return FAIL_NONE;
}

enum fail
guard_token(struct request *rq)
{
	if (rq->secret[0] == '\0' || !secret_equal(pairs_find(&rq->body, "token"), session_token(rq))) {
		rq->fail_key = "expired";
		return fail_log(FAIL_DENIED, "guard: a form without its token");
	}
	return FAIL_NONE;
}

static const char *
role_list(struct request *rq)
{
	char *list = talloc_strdup(rq, "");
	size_t i;

	if (rq->user == NULL || rq->user->roles == NULL)
		return NULL;
	for (i = 0; rq->user->roles[i] != NULL; i++)
		list = talloc_asprintf_append(list, "%s%s", i == 0 ? "" : ",", rq->user->roles[i]);
	return list;
}

static struct value
id_or_null(long long id)
{
	return id == 0 ? NOTHING : INT(id);
}

static void
log_access(struct request *rq, const char *action)
{
	if (rq->user != NULL && rq->user->nameless)
		return;
	exec(rq->own->main_db, "INSERT INTO access_log"
	    " (reference, uid, roles, grade, citizen_id, program, route, object_id, action, address)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	    ARGS(TEXT(rq->reference), TEXT(rq->user == NULL ? NULL : rq->user->uid), TEXT(role_list(rq)), TEXT(rq->grade),
	    id_or_null(rq->citizen), TEXT(rq->program->name), TEXT(rq->route->path), id_or_null(rq->subject), TEXT(action),
	    TEXT(rq->address)));
}

static bool
has(const struct request *rq, unsigned long long permission)
{
	return permission != 0 && request_may(rq, permission);
}

int
request_wide(const struct request *rq)
{
	return (has(rq, rq->program->sees_department) ? SUBJECT_WIDE_DEPARTMENT : 0)
	    | (has(rq, rq->program->sees_fictional) ? SUBJECT_WIDE_FICTIONAL : 0);
}

bool
request_tries_out(const struct request *rq)
{
	return rq->grade != NULL && strcmp(rq->grade, SUBJECT_FICTIONAL) == 0;
}

bool
request_only_looks(const struct request *rq)
{
	return request_tries_out(rq) || (rq->grade != NULL && strcmp(rq->grade, SUBJECT_FORMER) == 0);
}

/* is[0]: whom it is about, is[1]: the grade; false when there is nothing of that id. */
static bool
ask_relation(struct request *rq, const struct subject *subject, long long id, const char *is[2])
{
	struct date today;

	date_today(&today);
	return rows_one(rq->db, rq, is, 2, subject->sql, ARGS(TEXT(rq->user->uid), TEXT(rq->user->department),
	    INT(request_wide(rq)), TEXT(today.iso), INT(id)));
}

bool
request_sees(struct request *rq, const struct subject *subject, long long id)
{
	const char *is[2];

	return ask_relation(rq, subject, id, is) && is[1] != NULL;
}

/* Who is this about, and what has the user to do with it?  FAIL_DENIED says the same of what is not there. */
static enum fail
find_relation(struct request *rq)
{
	const char *is[2];

	if (!ask_relation(rq, rq->route->subject, rq->subject, is))
		return db_failed(rq->db) != FAIL_NONE ? db_failed(rq->db) : FAIL_DENIED;
	rq->citizen = is[0] == NULL ? 0 : atoll(is[0]);
	rq->grade = is[1];
	return rq->grade == NULL ? FAIL_DENIED : FAIL_NONE;
}

/*
 * What was made up may be looked at, whatever else the page asks for, and changed only by those with another relation to it; what was
 * the user's once may be looked at by those who may see the page.
 */
static enum fail
permit_subject(struct request *rq, bool enough)
{
	enum fail f;

	if (!enough && (rq->post || !has(rq, rq->program->sees_fictional)))
		return FAIL_DENIED;
	f = find_relation(rq);
	if (f != FAIL_NONE)
		return f;
	if (rq->post && request_only_looks(rq))
		return FAIL_DENIED;
	return request_tries_out(rq) || enough ? FAIL_NONE : FAIL_DENIED;
}

enum fail
guard_permit(struct request *rq)
{
	const struct route *route = rq->route;
	enum fail f;
	bool enough;

	if (route->open)
		return FAIL_NONE;
	if (rq->user == NULL)
		return FAIL_SIGNED_OUT;
	enough = request_may(rq, rq->post && route->may_post != 0 ? route->may_post : route->may);
	f = route->subject != NULL ? permit_subject(rq, enough) : enough ? FAIL_NONE : FAIL_DENIED;
	if (f == FAIL_NONE)
		log_access(rq, rq->post && !rq->own->redraw ? "change" : "show");
	return f == FAIL_NONE ? db_failed(rq->own->main_db) : f;
}

void
guard_log_refusal(struct request *rq)
{
	/* Who the subject is about is logged too, when that was found out. */
	log_access(rq, "refuse");
}

struct listed { long long *ids; size_t count; const void *owner; };

static void
note_citizen(struct listed *listed, const char *id, long long except)
{
	long long number = id == NULL ? 0 : atoll(id);
	size_t i;

	if (number == 0 || number == except)
		return;
	for (i = 0; i < listed->count; i++)
		if (listed->ids[i] == number)
			return;
	listed->ids = talloc_realloc(listed->owner, listed->ids, long long, (unsigned)listed->count + 1);
	listed->ids[listed->count++] = number;
}

/* In a form only those whom one can choose: what else stands in it is what the user wrote. */
static void
collect_citizens(struct listed *listed, const xmlNode *parent, long long except, bool in_form)
{
	const xmlNode *node;

	for (node = parent->children; node != NULL; node = node->next) {
		bool within = in_form || node_is(node, "form");

		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (!within && node_is(node, "citizen"))
			note_citizen(listed, node_get(node, "id"), except);
		if (!within || node_is(node, "choice"))
			note_citizen(listed, node_get(node, "citizen-id"), except);
		collect_citizens(listed, node, except, within);
	}
}

/* A page that lists citizens discloses each of them: a row each, in one statement, before the page goes out. */
void
guard_log_listed(struct request *rq)
{
	enum { WIDTH = 9 };
	struct listed listed = { .owner = rq };
	const char *roles = role_list(rq);
	struct value *rows;
	size_t i;

	if (rq->user == NULL || rq->user->code != 0)
		return;
	collect_citizens(&listed, rq->own->content, rq->citizen, false);
	if (listed.count == 0)
		return;
	rows = talloc_array(rq, struct value, (unsigned)listed.count * WIDTH);
	for (i = 0; i < listed.count; i++) {
		const struct value row[WIDTH] = { TEXT(rq->reference), TEXT(rq->user->uid), TEXT(roles), TEXT("list"), INT(listed.ids[i]),
		    TEXT(rq->program->name), TEXT(rq->route->path), TEXT("show"), TEXT(rq->address) };

		memcpy(rows + i * WIDTH, row, sizeof row);
	}
	exec_rows(rq->own->main_db, "INSERT INTO access_log (reference, uid, roles, grade, citizen_id, program, route, action, address)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows, WIDTH, listed.count);
}
