#include "tools/notify/outbox.h"

#include <stdlib.h>
#include <talloc.h>

#include "base/clock.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "tools/passes.h"

enum { AT_ONCE = 500 };

/* All that waits for a person, up to the row last. */
struct waiting { const char *uid, *address; long long last; bool reads; };

struct pass {
	const void *owner;
	struct db *db;
	struct waiting *list;
	size_t count;
};

#define OPEN "sent_at IS NULL AND NOT given_up"

static const char due_sql[] =
    "SELECT o.uid, IF(s.active, s.email, NULL), o.last, EXISTS (SELECT 1 FROM message m WHERE m.to_uid = o.uid AND m.read_at IS NULL)"
    " FROM (SELECT uid, MAX(id) AS last, MAX(try_at) AS try_at FROM outbox WHERE " OPEN " GROUP BY uid) o JOIN staff s ON s.uid = o.uid"
    " WHERE o.try_at <= NOW() AND NOT EXISTS (SELECT 1 FROM outbox b WHERE b.uid = o.uid AND b.sent_at > NOW() - INTERVAL 1 HOUR)"
    " ORDER BY o.try_at, o.last LIMIT ?";

static void
take(void *user, const char *const *columns, size_t count)
{
	struct pass *pass = user;

	(void)count;
	pass->list = talloc_realloc(pass->owner, pass->list, struct waiting, (unsigned)pass->count + 1);
	pass->list[pass->count++] = (struct waiting){ .uid = talloc_strdup(pass->owner, columns[0]),
	    .address = talloc_strdup(pass->owner, columns[1]), .last = atoll(columns[2]), .reads = columns[3][0] == '1' };
}

/* False: another one has it, or nothing waits any more. */
static bool
claim(struct pass *pass, const struct waiting *w)
{
	long long rows = exec(pass->db, "UPDATE outbox SET try_at = NOW() + INTERVAL LEAST(60, POW(2, LEAST(tries + 1, 6))) MINUTE, tries = tries + 1"
	    " WHERE uid = ? AND id <= ? AND " OPEN " AND try_at <= NOW()", ARGS(TEXT(w->uid), INT(w->last)));

	if (rows > 0 && db_commit(pass->db) == FAIL_NONE)
		return true;
	db_rollback(pass->db);
	if (db_failed(pass->db) == FAIL_BUSY)
		db_clear(pass->db);
	return false;
}

static long
note(struct pass *pass, const struct waiting *w, enum mail_result result, const char *why)
{
	long given_up = 0;

	if (result == MAIL_SENT)
		exec(pass->db, "UPDATE outbox SET sent_at = NOW(), error = NULL WHERE uid = ? AND id <= ? AND " OPEN, ARGS(TEXT(w->uid), INT(w->last)));
	else
		given_up = (long)exec(pass->db, "UPDATE outbox SET error = ?, given_up = (? = 1 OR created_at < NOW() - INTERVAL ? DAY)"
		    " WHERE uid = ? AND id <= ? AND " OPEN, ARGS(TEXT(why), INT(result == MAIL_REFUSED), INT(OUTBOX_DAYS), TEXT(w->uid), INT(w->last)));
	db_commit(pass->db);
	return result == MAIL_REFUSED ? given_up : 0;
}

/* False: the relay is away, and the rest waits. */
static bool
send_one(struct pass *pass, const struct waiting *w, struct mail *mail, const char *subject, const char *text, struct outbox_count *count)
{
	enum mail_result result;
	const char *why = NULL;

	if (!w->reads) {
		exec(pass->db, "DELETE FROM outbox WHERE uid = ? AND id <= ? AND " OPEN, ARGS(TEXT(w->uid), INT(w->last)));
		return db_commit(pass->db) == FAIL_NONE;
	}
	if (!claim(pass, w))
		return db_failed(pass->db) == FAIL_NONE;
	/* Nobody's fault that another pass could mend: it is no failure of this one, and is tried again until it is too old. */
	if (w->address == NULL) {
		note(pass, w, MAIL_LATER, "no-address");
		return db_failed(pass->db) == FAIL_NONE;
	}
	result = mail_send(mail, w->address, w->last, subject, text, &why);
	count->sent += result == MAIL_SENT;
	count->later += result == MAIL_LATER || result == MAIL_AWAY;
	count->given_up += note(pass, w, result, why);
	if (result == MAIL_AWAY)
		fail_log(FAIL_AWAY, "notify: the relay cannot be used: %s", why);
	return result != MAIL_AWAY && db_failed(pass->db) == FAIL_NONE;
}

static void
forget(struct db *db, bool too_old)
{
	if (too_old)
		exec(db, "UPDATE outbox SET given_up = TRUE, error = 'no-relay' WHERE " OPEN " AND created_at < NOW() - INTERVAL ? DAY", ARGS(INT(OUTBOX_DAYS)));
	exec(db, "DELETE FROM outbox WHERE (sent_at IS NOT NULL OR given_up) AND created_at < NOW() - INTERVAL ? DAY", ARGS(INT(OUTBOX_KEPT_DAYS)));
	db_commit(db);
}

enum fail
outbox_pass(const void *owner, struct db *db, struct mail *mail, const char *subject, const char *text, struct outbox_count *count)
{
	const long long end = clock_ms() + OUTBOX_PASS_MS;
	struct pass pass = { .owner = owner, .db = db };
	size_t i = 0;

	*count = (struct outbox_count){ 0 };
	forget(db, mail == NULL);
	if (mail != NULL)
		rows_each(db, due_sql, ARGS(INT(AT_ONCE)), take, &pass);
	db_commit(db);
	while (i < pass.count && !passes_told_to_end() && clock_ms() < end && send_one(&pass, &pass.list[i], mail, subject, text, count))
		i++;
	return db_failed(db);
}
