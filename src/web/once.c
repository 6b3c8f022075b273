#include <string.h>

#include "base/secret.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "web/internals.h"

/* Bound to its sender: nobody can spoil another's form by using its once first. */
static const char *
hash_of(struct request *rq, const char *once)
{
	if (once == NULL || strlen(once) != SECRET_TOKEN_LENGTH)
		return NULL;
	return secret_hash(rq, "once", request_format(rq, "%s %s", once, rq->secret));
}

static const char *
once_hash(struct request *rq)
{
	return hash_of(rq, pairs_find(&rq->body, "once"));
}

static const char *
location_of(struct request *rq, const char *hash)
{
	return hash == NULL ? NULL : rows_text(rq->db, rq, "SELECT location FROM once WHERE value = ?", ARGS(TEXT(hash)));
}

const char *
once_find(struct request *rq)
{
	return location_of(rq, once_hash(rq));
}

bool
form_was_sent(struct request *rq, const char *once)
{
	return location_of(rq, hash_of(rq, once)) != NULL;
}

/*
 * False: another request with the same once was faster; this one must be undone.  An answer with a new cookie is never kept:
 * a browser drops the first answer of a double click, and with it the cookie, so the second must bring one of its own.
 */
bool
once_keep(struct request *rq)
{
	const char *hash = once_hash(rq);

	if (hash == NULL || rq->location == NULL || rq->new_cookie != NULL)
		return true;
	return exec_unique(rq->db, "INSERT INTO once (value, location) VALUES (?, ?)",
	    ARGS(TEXT(hash), TEXT(rq->location))) != -1;
}
