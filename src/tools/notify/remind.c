#include "tools/notify/remind.h"

#include <stdbool.h>
#include <stdlib.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/measurement.h"
#include "domain/message.h"
#include "rule/workday.h"
#include "sql/exec.h"
#include "sql/rows.h"

enum { AT_ONCE = 500 };

/* Whom to remind of what: columns uid, what (which one, so that it is said once), course, intervention (0: none), path. */
struct reminder { const char *uid, *what, *path; long long course, intervention; };
struct found { const void *owner; struct reminder *list; size_t count; };

#define RUNS "c.state NOT IN ('closed', 'closed-low', 'paused')"
#define DAY "(SELECT CAST(? AS DATE) AS today, CAST(? AS DATE) AS long_ago) d"
#define NOT_YET(kind, uid, what) \
	" AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.uid = " uid " AND r.kind = '" kind "' AND r.what = " what ") LIMIT ?"
#define ROUND_OF "CONCAT(i.id, '.', " MEASUREMENT_DUE("i", "'provider'") ")"
#define RUNNING " FROM " DAY " JOIN intervention i ON i.state = 'running' JOIN course c ON c.id = i.course_id AND " RUNS

static const struct { const char *kind; bool hourly; const char *sql; } kinds[] = {
	{ "remind-measurement", true, "SELECT i.provider_uid, " ROUND_OF ", c.id, i.id, CONCAT('/plan/interventions/', i.id)" RUNNING
	    " WHERE " MEASUREMENT_DUE("i", "'provider'") " <= d.today" NOT_YET("remind-measurement", "i.provider_uid", ROUND_OF) },
	{ "remind-measurement-missing", true, "SELECT c.caseworker_uid, " ROUND_OF ", c.id, i.id, CONCAT('/plan/', c.id, '/progression?intervention=', i.id)" RUNNING
	    " WHERE " MEASUREMENT_DUE("i", "'provider'") " <= d.today - INTERVAL 7 DAY"
	    NOT_YET("remind-measurement-missing", "c.caseworker_uid", ROUND_OF) },
	{ "remind-order", false, "SELECT i.provider_uid, CONCAT(i.id, '.', i.ordered_on), c.id, i.id, CONCAT('/plan/interventions/', i.id) FROM " DAY
	    " JOIN intervention i ON i.state = 'ordered' AND i.ordered_on <= d.long_ago JOIN course c ON c.id = i.course_id AND " RUNS
	    " WHERE TRUE" NOT_YET("remind-order", "i.provider_uid", "CONCAT(i.id, '.', i.ordered_on)") },
	{ "remind-stop-task", false, "SELECT c.caseworker_uid, t.id, c.id, t.intervention_id, CONCAT('/plan/', c.id, '/progression?intervention=', t.intervention_id)"
	    " FROM " DAY " JOIN stop_task t ON t.answered_on IS NULL AND t.raised_on <= d.long_ago JOIN course c ON c.id = t.course_id AND " RUNS
	    " WHERE TRUE" NOT_YET("remind-stop-task", "c.caseworker_uid", "t.id") },
	{ "remind-goal", false, "SELECT c.caseworker_uid, CONCAT(l.id, '.', l.due_on), c.id, 0, CONCAT('/plan/', c.id, '/progression') FROM " DAY
	    " JOIN deadline l ON l.kind = 'goal-measurement' AND l.done_on IS NULL AND l.due_on <= d.today AND l.rests_since IS NULL"
	    " JOIN course c ON c.id = l.course_id AND " RUNS " WHERE TRUE" NOT_YET("remind-goal", "c.caseworker_uid", "CONCAT(l.id, '.', l.due_on)") },
	{ "remind-receipt", false, "SELECT m.to_uid, m.id, c.id, COALESCE(m.intervention_id, 0), CONCAT('/messages/', m.id) FROM " DAY
	    " JOIN message m ON m.wants_receipt AND m.receipted_at IS NULL AND m.sent_at < d.long_ago + INTERVAL 1 DAY"
	    " JOIN course c ON c.id = m.course_id WHERE " RUNS NOT_YET("remind-receipt", "m.to_uid", "m.id") },
};

/* The last day from which so many working days have passed. */
static void
long_ago(const char *today, struct date *out)
{
	int passed = 0;

	date_add_days(today, 0, out);
	while (passed < REMIND_WORKDAYS) {
		passed += workday_is(out->iso);
		date_add_days(out->iso, -1, out);
	}
}

static void
take(void *user, const char *const *columns, size_t count)
{
	struct found *found = user;

	(void)count;
	found->list = talloc_realloc(found->owner, found->list, struct reminder, (unsigned)found->count + 1);
	found->list[found->count++] = (struct reminder){ .uid = talloc_strdup(found->owner, columns[0]), .what = talloc_strdup(found->owner, columns[1]),
	    .course = atoll(columns[2]), .intervention = atoll(columns[3]), .path = talloc_strdup(found->owner, columns[4]) };
}

/* Was all of this kind found within the hour?  What reads all that run costs seconds, and changes by the day. */
static bool
rests(struct db *db, const char *kind, const char *today)
{
	return rows_int(db, 0, "SELECT COUNT(*) FROM notify_walk WHERE name = ? AND done AND on_day = ? AND looked_at > UTC_TIMESTAMP() - INTERVAL 1 HOUR",
	    ARGS(TEXT(kind), TEXT(today))) > 0;
}

static void
note_look(struct db *db, const char *kind, const char *today, bool over)
{
	exec(db, "INSERT INTO notify_walk (name, on_day, done, looked_at) VALUES (?, ?, ?, UTC_TIMESTAMP()) ON DUPLICATE KEY UPDATE on_day = VALUES(on_day),"
	    " done = VALUES(done), looked_at = VALUES(looked_at)", ARGS(TEXT(kind), TEXT(today), INT(over)));
	db_commit(db);
}

/* Another pass at the same time says it, or this one: whose row it is. */
static bool
say(struct db *db, const char *kind, const struct reminder *r)
{
	bool mine = exec_unique(db, "INSERT INTO reminder (uid, kind, what) VALUES (?, ?, ?)", ARGS(TEXT(r->uid), TEXT(kind), TEXT(r->what))) > 0;

	if (mine)
		message_post(db, r->course, r->intervention, NULL, r->uid, kind, NULL, r->path);
	if (db_commit(db) == FAIL_NONE)
		return mine;
	db_rollback(db);
	if (db_failed(db) == FAIL_BUSY)
		db_clear(db);
	return false;
}

enum fail
remind_pass(const void *owner, struct db *db, const char *today, bool all, long *said)
{
	struct date ago;
	size_t k, i;

	*said = 0;
	long_ago(today, &ago);
	for (k = 0; k < sizeof kinds / sizeof kinds[0] && db_failed(db) == FAIL_NONE; k++) {
		struct found found = { .owner = owner };

		if (kinds[k].hourly && !all && rests(db, kinds[k].kind, today))
			continue;
		rows_each(db, kinds[k].sql, ARGS(TEXT(today), TEXT(ago.iso), INT(AT_ONCE)), take, &found);
		db_commit(db);
		for (i = 0; i < found.count && db_failed(db) == FAIL_NONE; i++)
			*said += say(db, kinds[k].kind, &found.list[i]);
		if (kinds[k].hourly && db_failed(db) == FAIL_NONE)
			note_look(db, kinds[k].kind, today, found.count < AT_ONCE);
	}
	return db_failed(db);
}
