#include "tools/reporter/pass.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include <time.h>

#include "base/clock.h"
#include "base/date.h"
#include "domain/report/plans.h"
#include "domain/report/run.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "tools/passes.h"
#include "xml/node.h"

/* Else two reporters take what is long from each other for ever. */
_Static_assert(RUN_DEAD_S * 1000 > RUN_STATEMENT_MS, "a reporter in a statement is not gone");

/* A run that is being computed here; cancelled: somebody took it back, or another one has it. */
struct job { struct db *db; const char *id, *begun_at; bool cancelled; };

#define WAITS "state IN ('waiting', 'running') AND (state = 'waiting' OR alive_at < UTC_TIMESTAMP() - INTERVAL ? SECOND)"

/* The oldest after that one that waits or whose worker is gone; 0: there is none.  Without a lock: a search that locks what it passes holds up the pages. */
static long long
find_waiting(struct db *db, long long after)
{
	long long id = rows_int(db, 0, "SELECT id FROM report_run WHERE " WAITS " AND id > ? ORDER BY id LIMIT 1", ARGS(INT(RUN_DEAD_S), INT(after)));

	db_rollback(db);
	return id;
}

/* Of two that try, one changes the row, and the other passes it over or finds it changed. */
static bool
claim(struct db *db, const void *owner, long long id, const char *job[4])
{
	enum { ID, REPORT, QUERY, BEGUN_AT, COLUMNS };

	if (!rows_one(db, owner, job, COLUMNS, "SELECT id, report, query, CAST(UTC_TIMESTAMP() AS CHAR(19)) FROM report_run WHERE " WAITS " AND id = ?"
	    " FOR UPDATE SKIP LOCKED", ARGS(INT(RUN_DEAD_S), INT(id)))) {
		db_rollback(db);
		return false;
	}
	exec(db, "UPDATE report_run SET state = 'running', begun_at = ?, alive_at = UTC_TIMESTAMP(), step = 0, steps = 0 WHERE id = ?",
	    ARGS(TEXT(job[BEGUN_AT]), INT(id)));
	return db_commit(db) == FAIL_NONE;
}

static bool
take_job(struct db *db, const void *owner, const char *job[4])
{
	long long id = 0;

	while ((id = find_waiting(db, id)) != 0)
		if (claim(db, owner, id, job))
			return true;
	return false;
}

/* It is there, and has come so far; false where it shall end. */
static bool
tell_step(void *user, int step, int steps)
{
	struct job *job = user;

	job->cancelled = job->cancelled || exec(job->db, "UPDATE report_run SET alive_at = UTC_TIMESTAMP(), step = ?, steps = ? WHERE id = ? AND state = 'running'"
	    " AND begun_at = ?", ARGS(INT(step), INT(steps), INT(atoll(job->id)), TEXT(job->begun_at))) == 0;
	db_commit(job->db);
	return !job->cancelled && !passes_told_to_end();
}

static void
keep_job(struct db *db, const struct job *job, const struct report_made *made)
{
	void *owner = talloc_new(NULL);
	size_t length;

	exec(db, "UPDATE report_run SET state = 'done', done_at = UTC_TIMESTAMP(), microseconds = ?, data_at = ?, figures = ? WHERE id = ? AND state = 'running'"
	    " AND begun_at = ?", ARGS(INT(made->microseconds), TEXT(made->data_at), TEXT(node_bytes(owner, made->doc, &length)), INT(atoll(job->id)), TEXT(job->begun_at)));
	talloc_free(owner);
}

static void
end_job(struct db *db, const struct job *job, const struct report_made *made)
{
	if (made->doc != NULL && !job->cancelled && !passes_told_to_end())
		keep_job(db, job, made);
	else if (made->doc == NULL && made->failed != FAIL_AWAY)
		exec(db, "UPDATE report_run SET state = 'failed', done_at = UTC_TIMESTAMP(), error = ? WHERE id = ? AND state = 'running' AND begun_at = ?",
		    ARGS(TEXT(made->late ? "late" : fail_key(made->failed)), INT(atoll(job->id)), TEXT(job->begun_at)));
	else
		exec(db, "UPDATE report_run SET state = 'waiting', begun_at = NULL, alive_at = NULL WHERE id = ? AND state = 'running' AND begun_at = ?",
		    ARGS(INT(atoll(job->id)), TEXT(job->begun_at)));
	xmlFreeDoc(made->doc);
	db_commit(db);
}

/* One run; false where nothing waits. */
static bool
run_one(struct db *db)
{
	enum { ID, REPORT, QUERY, BEGUN_AT, COLUMNS };
	void *owner = talloc_new(NULL);
	const char *is[COLUMNS];
	struct report_question q;
	struct report_made made = { .failed = FAIL_INPUT };
	struct date today;
	bool taken = take_job(db, owner, is);

	if (taken) {
		struct job job = { db, is[ID], is[BEGUN_AT], false };
		struct report_progress progress = { tell_step, &job };

		date_today(&today);
		if (question_open(owner, is[REPORT], is[QUERY], today.iso, &q))
			run_make(owner, db, &q, RUN_STATEMENT_MS, &progress, &made);
		end_job(db, &job, &made);
	}
	talloc_free(owner);
	return taken;
}

/* Another one kept the same quarter just then: what it left is kept here. */
static void
keep_criteria(struct db *db, const char *today, long *done)
{
	criterion_pass(db, today, done);
	if (db_failed(db) != FAIL_BUSY)
		return;
	db_rollback(db);
	db_clear(db);
	criterion_pass(db, today, done);
}

/*
 * Throw away what a SELECT of ids names, row by row: a DELETE that searches locks what it passes, and a page that counts what somebody takes and then orders a
 * report would wait for it, and it for the page.
 */
static void
throw_away(struct db *db, const void *owner, const char *ids, const struct value *args, const char *delete)
{
	const char *const *id = rows_texts(db, owner, ids, args);

	db_rollback(db);
	for (; *id != NULL && db_failed(db) == FAIL_NONE; id++) {
		exec(db, delete, ARGS(INT(atoll(*id))));
		db_commit(db);
	}
}

static void
tidy(struct db *db)
{
	void *owner = talloc_new(NULL);

	throw_away(db, owner, "SELECT id FROM report_run WHERE asked_at < UTC_TIMESTAMP() - INTERVAL ? DAY LIMIT 1000", ARGS(INT(RUN_KEPT_DAYS)),
	    "DELETE FROM report_run WHERE id = ?");
	throw_away(db, owner, "SELECT id FROM report_run WHERE asked_at < UTC_TIMESTAMP() - INTERVAL 1 DAY AND state NOT IN ('waiting', 'running')"
	    " AND query NOT LIKE '%as-of=%' AND id NOT IN (SELECT MAX(id) FROM report_run GROUP BY report) LIMIT 1000", NO_ARGS,
	    "DELETE FROM report_run WHERE id = ?");
	throw_away(db, owner, "SELECT id FROM report_taken WHERE at < UTC_TIMESTAMP() - INTERVAL 7 DAY LIMIT 1000", NO_ARGS, "DELETE FROM report_taken WHERE id = ?");
	talloc_free(owner);
}

/*
 * Between two reports, four times as long as the last one took, a minute at most: a report takes a core of the database's, which those at work feel, and
 * nobody minds that the second of two comes a little later.
 */
static void
rest(long long worked_us)
{
	enum { TIMES = 4, STEP_MS = 100, REST_MAX_MS = 60000 };
	const struct timespec step = { 0, STEP_MS * 1000000L };
	long long ms = worked_us / 1000 * TIMES;

	for (ms = ms > REST_MAX_MS ? REST_MAX_MS : ms; ms >= STEP_MS && !passes_told_to_end(); ms -= STEP_MS)
		nanosleep(&step, NULL);
}

/* Until nothing waits; how many. */
static long
run_all(struct db *db)
{
	long long began = clock_us();
	long done = 0;

	while (!passes_told_to_end() && db_failed(db) == FAIL_NONE && run_one(db)) {
		done++;
		rest(clock_us() - began);
		began = clock_us();
	}
	return done;
}

long
pass_all(struct db *db)
{
	struct date today;
	long done = run_all(db);

	if (!passes_told_to_end() && db_failed(db) == FAIL_NONE) {
		tidy(db);
		date_today(&today);
		keep_criteria(db, today.iso, &done);
	}
	return done;
}
