/*
 * /sign-in - name and password, as the directory knows them.  Open.
 *	<form name="sign-in"/>
 */
#include <stdlib.h>
#include <talloc.h>

#include "base/log.h"
#include "base/secret.h"
#include "base/text.h"
#include "directory/directory.h"
#include "portal/next.h"
#include "portal/pages.h"
#include "rule/throttle.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "web/request.h"
#include "web/session.h"

static const struct field sign_in_fields[] = {
	{ "username", FIELD_LINE,     REQUIRED, .max = 100 },
	{ "password", FIELD_PASSWORD, .required = REQUIRED },
	{ .name = "next", .type = FIELD_HIDDEN, .max = NEXT_MAX },
	{ 0 }
};
static const char *const sign_in_submits[] = { "sign-in", NULL };
static const struct form sign_in_form = { .name = "sign-in", .fields = sign_in_fields, .submits = sign_in_submits };

static void
sign_in_get(struct request *rq, xmlNode *content)
{
	xmlNode *form;

	if (rq->user != NULL && !rq->post) {
		see_other(rq, NULL, "%s", next_path(query_text(rq, "next")));
		return;
	}
	form = form_add(rq, content, &sign_in_form, "/sign-in");
	form_set(form, "next", next_path(query_text(rq, "next")));
}

/* Failures of the window before this guess, as throttle_wait wants them. */
static long
wait_for(struct request *rq, const struct throttle *limits, const char *sql, const char *who, long long guess)
{
	enum { FAILURES, LAST, OLDEST, COLUMNS };
	const char *is[COLUMNS];

	if (!rows_one(rq->db, rq, is, COLUMNS, sql, ARGS(TEXT(who), INT(THROTTLE_WINDOW_S), INT(guess))) || is[LAST] == NULL)
		return 0;
	return throttle_wait(limits, atol(is[FAILURES]), atol(is[LAST]), atol(is[OLDEST]));
}

#define FAILURES_OF(column) \
	"SELECT COUNT(*), TIMESTAMPDIFF(SECOND, MAX(at), NOW()), TIMESTAMPDIFF(SECOND, MIN(at), NOW())" \
	"  FROM sign_in_failure WHERE " column " = ? AND at > NOW() - INTERVAL ? SECOND AND id < ?"

static bool
must_wait(struct request *rq, const char *account, long long guess)
{
	return wait_for(rq, &throttle_account, FAILURES_OF("account"), account, guess) > 0 ||
	    wait_for(rq, &throttle_address, FAILURES_OF("address"), rq->address, guess) > 0;
}

/*
 * A guess counts as a failure before it is made, so that many at once are counted too; what turns out to be none is taken back.
 * It stays whatever becomes of the request, hence the commits here.
 */
static long long
guess_begin(struct request *rq, const char *account)
{
	long long guess = exec_insert(rq->db, "INSERT INTO sign_in_failure (account, address) VALUES (?, ?)",
	    ARGS(TEXT(account), TEXT(rq->address)));

	db_commit(rq->db);
	return guess;
}

static void
guess_take_back(struct request *rq, long long guess)
{
	exec(rq->db, "DELETE FROM sign_in_failure WHERE id = ?", ARGS(INT(guess)));
	db_commit(rq->db);
}

/* Those of yesterday are of no use; a few at a time. */
static void
failures_forget(struct request *rq)
{
	exec(rq->db, "DELETE FROM sign_in_failure WHERE at < NOW() - INTERVAL 1 DAY ORDER BY at LIMIT 20", NO_ARGS);
	db_commit(rq->db);
}

static const char *
role_list(struct request *rq, const struct person *person)
{
	char *list = talloc_strdup(rq, "");
	size_t i;

	for (i = 0; person->roles[i] != NULL; i++)
		list = talloc_asprintf_append(list, "%s%s", i == 0 ? "" : ",", person->roles[i]);
	return list;
}

/* What the directory says now is what holds: also a role that was taken away. */
static void
staff_keep(struct request *rq, const struct person *person)
{
	size_t i;

	if (exec(rq->db, "UPDATE staff SET name = ?, email = ?, department_id = (SELECT id FROM department WHERE id = ?),"
	    " active = TRUE, seen_at = NOW() WHERE uid = ?",
	    ARGS(TEXT(person->name), TEXT(person->email), TEXT(person->department), TEXT(person->uid))) == 0)
		exec_unique(rq->db, "INSERT INTO staff (uid, name, email, department_id, active, seen_at)"
		    " VALUES (?, ?, ?, (SELECT id FROM department WHERE id = ?), TRUE, NOW())",
		    ARGS(TEXT(person->uid), TEXT(person->name), TEXT(person->email), TEXT(person->department)));
	exec(rq->db, "DELETE FROM staff_role WHERE uid = ?", ARGS(TEXT(person->uid)));
	for (i = 0; person->roles[i] != NULL; i++)
		exec(rq->db, "INSERT IGNORE INTO staff_role (uid, role) VALUES (?, ?)",
		    ARGS(TEXT(person->uid), TEXT(person->roles[i])));
}

/* No transaction is open while the directory is asked: it may take seconds. */
static enum fail
ask_directory(struct request *rq, struct person **person)
{
	static struct directory *dir;	/* remembers which server was silent: a cache that may be dropped */
	enum fail f = dir != NULL ? FAIL_NONE : directory_new(rq->site, rq->site->conf, &dir);

	return f != FAIL_NONE ? f : directory_authenticate(rq, dir, field_text(rq, "username"), field_text(rq, "password"), person);
}

static void
sign_in_post(struct request *rq)
{
	const char *account = secret_hash(rq, "account", text_fold(rq, field_text(rq, "username")));
	long long guess = guess_begin(rq, account);
	bool throttled = must_wait(rq, account, guess);
	struct person *person = NULL;
	enum fail f;

	db_commit(rq->db);
	if (db_failed(rq->db) != FAIL_NONE)
		return;
	f = throttled ? FAIL_THROTTLED : ask_directory(rq, &person);
	if (f != FAIL_DENIED)
		guess_take_back(rq, guess);
	failures_forget(rq);
	log_event(f == FAIL_NONE ? "authn_login_success" : "authn_login_fail", LOG_FIELDS(LOG_TEXT("reason", fail_key(f))));
	if (f == FAIL_DENIED) {
		field_error(rq, "password", "sign-in-refused");
	} else if (f != FAIL_NONE) {
		fail_request(rq, f, f == FAIL_AWAY ? "directory-away" : f == FAIL_THROTTLED ? "sign-in-throttled" : NULL);
	} else {
		staff_keep(rq, person);
		session_begin(rq, person->uid, role_list(rq, person));
		see_other(rq, NULL, "%s", next_path(field_text(rq, "next")));
	}
}

const struct route portal_sign_in = {
	.path = "/sign-in", .page = "sign-in", .open = true,
	.get = sign_in_get, .post = sign_in_post, .form = &sign_in_form,
};
