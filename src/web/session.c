#include "web/session.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/secret.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/internals.h"
#include "web/look.h"

static const char *
token_hash(struct request *rq, const char *secret)
{
	return secret_hash(rq, "session", secret);
}

/* "a,b" as a list that ends with NULL. */
static const char *const *
split_roles(const void *owner, const char *roles)
{
	const char **list = talloc_zero_array(owner, const char *, (unsigned)strlen(roles) / 2 + 2);
	char *rest = NULL, *word;
	size_t n = 0;

	for (word = strtok_r(talloc_strdup(owner, roles), ",", &rest); word != NULL; word = strtok_r(NULL, ",", &rest))
		list[n++] = word;
	return list;
}

static unsigned long long
permissions(const struct program *program, const char *const *roles)
{
	unsigned long long may = 0;

	for (; *roles != NULL; roles++)
		may |= program->may(*roles);
	return may;
}

static long long
number(const char *text)
{
	return text == NULL ? 0 : atoll(text);
}

enum fail
session_identify(struct request *rq)
{
	enum { UID, NAME, DEPARTMENT, DEPARTMENT_NAME, ROLES, SEEN_LONG_AGO, LAYER, SETTINGS, FAILURES, COLUMNS };
	const char *is[COLUMNS], *hash;
	struct user *user;

	if (rq->secret[0] == '\0')
		return FAIL_NONE;
	hash = token_hash(rq, rq->secret);
	if (!rows_one(rq->db, rq, is, COLUMNS,
	    "SELECT s.uid, st.name, st.department_id, d.name, s.roles, s.seen_at < NOW() - INTERVAL 1 MINUTE,"
	    "  v.active_id, v.look_revision, v.failures_in_row"
	    "  FROM session s JOIN staff st ON st.uid = s.uid AND st.active LEFT JOIN department d ON d.id = st.department_id"
	    "  LEFT JOIN stylesheet_view v ON v.department_id = st.department_id AND v.program = ?"
	    " WHERE s.token_hash = ? AND s.ended_at IS NULL AND s.ends_at > NOW() AND s.seen_at > NOW() - INTERVAL ? MINUTE",
	    ARGS(TEXT(rq->program->name), TEXT(hash), INT(rq->site->idle_minutes))))
		return db_failed(rq->db);
	if (strcmp(is[SEEN_LONG_AGO], "1") == 0)
		exec(rq->db, "UPDATE session SET seen_at = NOW() WHERE token_hash = ?", ARGS(TEXT(hash)));
	user = talloc_zero(rq, struct user);
	user->uid = is[UID];
	user->name = is[NAME];
	user->department = is[DEPARTMENT] == NULL ? "" : is[DEPARTMENT];
	user->department_name = is[DEPARTMENT_NAME] == NULL ? "" : is[DEPARTMENT_NAME];
	user->roles = split_roles(user, is[ROLES]);
	user->may = permissions(rq->program, user->roles);
	rq->user = user;
	look_set_view(rq, number(is[LAYER]), number(is[SETTINGS]), number(is[FAILURES]));
	return FAIL_NONE;
}

bool
session_is_ours(struct request *rq)
{
	bool found;

	if (rq->secret[0] == '\0' || db_ready(rq->db) != FAIL_NONE)
		return false;
	found = rows_int(rq->db, 0, "SELECT 1 FROM session WHERE token_hash = ?", ARGS(TEXT(token_hash(rq, rq->secret)))) == 1;
	db_rollback(rq->db);
	return found;
}

void
session_begin(struct request *rq, const char *uid, const char *roles)
{
	const char *secret = secret_token(rq);

	if (rq->secret[0] != '\0')
		exec(rq->db, "UPDATE session SET ended_at = NOW() WHERE token_hash = ? AND ended_at IS NULL",
		    ARGS(TEXT(token_hash(rq, rq->secret))));
	exec(rq->db, "INSERT INTO session (token_hash, uid, roles, ends_at, address)"
	    " VALUES (?, ?, ?, NOW() + INTERVAL ? HOUR, ?)",
	    ARGS(TEXT(token_hash(rq, secret)), TEXT(uid), TEXT(roles), INT(rq->site->session_hours), TEXT(rq->address)));
	keep_follow(rq, uid, secret);
	rq->new_cookie = secret;
}

void
session_end(struct request *rq)
{
	exec(rq->db, "UPDATE session SET ended_at = NOW() WHERE token_hash = ? AND ended_at IS NULL",
	    ARGS(TEXT(token_hash(rq, rq->secret))));
	rq->new_cookie = "";
	rq->own->sign_out = true;
}

const char *
session_token(struct request *rq)
{
	if (rq->own->token != NULL)
		return rq->own->token;
	/* A browser without a cookie gets one of its own now, so that a form for nobody in particular is bound to it too. */
	if (rq->secret[0] == '\0' && rq->new_cookie == NULL)
		rq->new_cookie = secret_token(rq);
	rq->own->token = secret_hash(rq, "form", rq->secret[0] == '\0' ? rq->new_cookie : rq->secret);
	return rq->own->token;
}
