/* keep.c - what was typed into a form whose session had ended: kept until the same person is signed in again. */
#include <string.h>
#include <talloc.h>

#include "base/secret.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/internals.h"

static const char *
keep_hash(struct request *rq, const char *secret)
{
	return secret_hash(rq, "keep", secret);
}

/* The body as it came, written anew: it was taken apart where it stood. */
static const char *
body_text(struct request *rq)
{
	char *text = talloc_strdup(rq, "");
	size_t i;

	for (i = 0; i < rq->body.count; i++)
		text = talloc_asprintf_append(text, "%s%s=%s", i == 0 ? "" : "&", uri_encode(rq, rq->body.list[i].name),
		    uri_encode(rq, rq->body.list[i].value));
	return text;
}

/*
 * Keep the form that was sent, for the person whose session ended.  Only a browser that had a session of
 * ours, and sent a form of ours, can make us keep something, and only the last thing.
 */
void
keep_form(struct request *rq)
{
	const char *uid;

	/* A citizen's answers are kept with the screening, page by page. */
	if (rq->program->visitors || rq->program->identify == NULL || rq->route == NULL ||
	    (rq->route->form == NULL && rq->route->made_form == NULL) || rq->secret[0] == '\0' || guard_origin(rq) != FAIL_NONE ||
	    guard_token(rq) != FAIL_NONE || db_ready(rq->own->main_db) != FAIL_NONE)
		return;
	rq->db = rq->own->main_db;
	uid = rows_text(rq->db, rq, "SELECT uid FROM session WHERE token_hash = ? AND started_at > NOW() - INTERVAL 1 DAY",
	    ARGS(TEXT(secret_hash(rq, "session", rq->secret))));
	if (uid != NULL)
		exec(rq->db, "INSERT INTO kept_form (token_hash, uid, path, body) VALUES (?, ?, ?, ?)"
		    " ON DUPLICATE KEY UPDATE path = VALUES(path), body = VALUES(body), at = NOW()",
		    ARGS(TEXT(keep_hash(rq, rq->secret)), TEXT(uid), TEXT(rq->path), TEXT(body_text(rq))));
	if (db_commit(rq->db) != FAIL_NONE)
		db_rollback(rq->db);
}

/*
 * The person is signed in again, with a new cookie: what was kept goes with it, if it is this person's, and see_other says so to
 * the page that it leads to (?done=kept).
 */
void
keep_follow(struct request *rq, const char *uid, const char *new_secret)
{
	if (rq->secret[0] != '\0')
		rq->own->kept = exec(rq->db, "UPDATE kept_form SET token_hash = ? WHERE token_hash = ? AND uid = ?",
		    ARGS(TEXT(keep_hash(rq, new_secret)), TEXT(keep_hash(rq, rq->secret)), TEXT(uid))) > 0;
}

/* The whole body, in slices: encoded it may be longer than a cell of a page. */
static char *
kept_body(struct request *rq)
{
	enum { SLICE = 100000 };
	const char *slice;
	char *body = NULL;
	long long from = 1;

	for (;; from += SLICE) {
		slice = rows_text(rq->db, rq, "SELECT SUBSTRING(body, ?, 100000) FROM kept_form WHERE token_hash = ? AND uid = ? AND path = ?",
		    ARGS(INT(from), TEXT(keep_hash(rq, rq->secret)), TEXT(rq->user->uid), TEXT(rq->path)));
		if (slice == NULL || slice[0] == '\0')
			return body;
		body = body == NULL ? talloc_strdup(rq, slice) : talloc_strdup_append(body, slice);
	}
}

/* On the form's page again: what was kept becomes what was typed. */
void
keep_restore(struct request *rq)
{
	const char *done = query_text(rq, "done");
	const struct form *form;
	char *body;

	if (done == NULL || strcmp(done, "kept") != 0 || rq->user == NULL || rq->own->redraw)
		return;
	form = rq->route->made_form != NULL ? rq->route->made_form(rq) : rq->route->form;
	body = form == NULL ? NULL : kept_body(rq);
	if (body == NULL || uri_read_pairs(rq, body, &rq->body) != FAIL_NONE ||
	    form_read(rq, form) == FAIL_MALFORMED)
		return;
	rq->own->redraw = true;
}
