/* criterion_pass.c - the quarters that are over are counted once, and kept: plans.h. */
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/report/plans.h"
#include "sql/exec.h"
#include "sql/rows.h"

/* A quarter is counted when a month has passed: by then its outcomes have come in, and its rounds are over. */
enum { QUARTERS_BACK = 8, SETTLES_DAYS = 31 };

static struct value
counted(const struct plan_criterion *c, long long count, bool is)
{
	return is && (c->has_means || strcmp(c->metric, "duration") != 0) ? INT(count) : NOTHING;
}

/* Not twice, also where two do it at once: who kept it first is seen by the second, whose row then says the same. */
static bool
keep_state(struct db *db, const struct plan_criterion *c, const char *quarter)
{
	const bool before = c->rule.unit == CRITERION_RELATIVE || c->rule.unit == CRITERION_POINTS;

	return exec(db, "INSERT INTO criterion_state (criterion_id, quarter, state, numerator, denominator, earlier, earlier_of, missing, criterion_revision, changed_by)"
	    " SELECT c.id, f.quarter, ?, ?, ?, ?, ?, ?, c.revision, 'samspil-reporter' FROM (SELECT CAST(? AS DATE) AS quarter) f JOIN success_criterion c ON c.id = ?"
	    " WHERE NOT EXISTS (SELECT 1 FROM criterion_state s WHERE s.criterion_id = c.id AND s.quarter = f.quarter)",
	    ARGS(TEXT(criterion_state_name(c->state)), counted(c, c->counts.numerator, true), counted(c, c->counts.denominator, true),
	    counted(c, c->counts.before, before), counted(c, c->counts.before_of, before), INT(c->missing), TEXT(quarter), TEXT(c->id))) > 0;
}

/* Asked on its own: an INSERT that reads the plan fails where somebody changes it meanwhile. */
static bool
was_in_force(struct db *db, const struct plan_criterion *c, const char *quarter)
{
	return rows_int(db, 0, "SELECT COUNT(*) FROM success_criterion c JOIN action_plan p ON p.id = c.plan_id WHERE c.id = ? AND (p.to_on IS NULL OR p.to_on >= ?)",
	    ARGS(TEXT(c->id), TEXT(quarter))) > 0;
}

static void
keep_quarter(struct db *db, const char *quarter, long *kept)
{
	void *owner = talloc_new(NULL);
	struct plan_criteria all;
	struct date end;
	size_t i;

	criterion_quarter_end(quarter, &end);
	plans_read(db, owner, &(struct report_ask){ .today = end.iso }, &all);
	for (i = 0; i < all.count; i++)
		if (strcmp(all.of[i].metric, "judged") != 0 && was_in_force(db, &all.of[i], quarter) && keep_state(db, &all.of[i], quarter))
			++*kept;
	talloc_free(owner);
}

/* Does a plan that was in force in that quarter have a criterion that can be counted and was not? */
static bool
lacks(struct db *db, const char *quarter)
{
	struct date end;

	criterion_quarter_end(quarter, &end);
	return rows_int(db, 0, "SELECT COUNT(*) FROM success_criterion c JOIN action_plan p ON p.id = c.plan_id AND p.from_on <= ? AND (p.to_on IS NULL OR p.to_on >= ?)"
	    " WHERE c.metric <> 'judged' AND NOT EXISTS (SELECT 1 FROM criterion_state s WHERE s.criterion_id = c.id AND s.quarter = ?)",
	    ARGS(TEXT(end.iso), TEXT(quarter), TEXT(quarter))) > 0;
}

void
criterion_pass(struct db *db, const char *today, long *kept)
{
	struct date quarter, before;
	int i;

	date_add_days(today, -SETTLES_DAYS, &before);
	criterion_quarter(before.iso, &quarter);
	for (i = 0; i < QUARTERS_BACK && db_failed(db) == FAIL_NONE; i++) {
		date_add_days(quarter.iso, -1, &before);
		criterion_quarter(before.iso, &quarter);
		if (!lacks(db, quarter.iso))
			continue;
		keep_quarter(db, quarter.iso, kept);
		db_commit(db);
	}
	db_rollback(db);
}
