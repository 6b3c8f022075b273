#include "domain/stop_walk.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/stop.h"
#include "sql/exec.h"
#include "sql/rows.h"

/* Of measurements by several hands the later number may be there first: of so many before, those of the last minutes are looked at once more. */
enum { OVERLAP = 300, OVERLAP_MINUTES = 10 };

struct one { long long course, intervention; };
struct list { void *owner; struct one *ones; size_t count; };

/* A row of notify_walk. */
struct walk { long long course, intervention, measurement; bool over, skipped; };

#define RUNNING "i.state = 'running' AND c.state IN ('planning', 'active')"

static void
note_one(void *user, const char *const *c, size_t count)
{
	struct list *list = user;

	(void)count;
	list->ones = talloc_realloc(list->owner, list->ones, struct one, (unsigned)list->count + 1);
	list->ones[list->count++] = (struct one){ atoll(c[0]), atoll(c[1]) };
}

/* How far it has come; from the beginning where the day or a rule is another one. */
static void
read_walk(struct db *db, const void *owner, const char *today, const char *rules, struct walk *out)
{
	enum { COURSE, INTERVENTION, DONE, SKIPPED, MEASUREMENT, GOES_ON, COLUMNS };
	const char *is[COLUMNS];

	*out = (struct walk){ 0 };
	if (!rows_one(db, owner, is, COLUMNS, "SELECT course_id, intervention_id, done, skipped, measurement_id, on_day = ? AND rules = ? FROM notify_walk"
	    " WHERE name = 'stop'", ARGS(TEXT(today), TEXT(rules))))
		return;
	out->measurement = atoll(is[MEASUREMENT]);
	if (strcmp(is[GOES_ON], "1") == 0) {
		out->course = atoll(is[COURSE]);
		out->intervention = atoll(is[INTERVENTION]);
		out->over = strcmp(is[DONE], "1") == 0;
		out->skipped = strcmp(is[SKIPPED], "1") == 0;
	}
}

static void
keep_walk(struct db *db, const char *today, const char *rules, const struct walk *walk)
{
	exec(db, "INSERT INTO notify_walk (name, on_day, rules, course_id, intervention_id, done, skipped, measurement_id, looked_at)"
	    " VALUES ('stop', ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP()) ON DUPLICATE KEY UPDATE on_day = VALUES(on_day), rules = VALUES(rules),"
	    " course_id = VALUES(course_id), intervention_id = VALUES(intervention_id), done = VALUES(done), skipped = VALUES(skipped),"
	    " measurement_id = VALUES(measurement_id), looked_at = VALUES(looked_at)",
	    ARGS(TEXT(today), TEXT(rules), INT(walk->course), INT(walk->intervention), INT(walk->over), INT(walk->skipped), INT(walk->measurement)));
	db_commit(db);
}

static long
look_at_list(struct db *db, const char *today, const struct list *list, bool *skipped)
{
	long raised = 0;
	size_t i;

	for (i = 0; i < list->count && db_failed(db) == FAIL_NONE; i++) {
		void *memory = talloc_new(list->owner);
		bool busy;

		raised += stop_look_alone(db, memory, today, list->ones[i].course, list->ones[i].intervention, &busy);
		*skipped = *skipped || busy;
		talloc_free(memory);
	}
	return raised;
}

/* What a citizen answered, whose program may read no value, and whatever else came. */
static long
look_at_new(struct db *db, void *owner, const char *today, struct walk *walk)
{
	struct list list = { .owner = owner };
	long long newest = rows_int(db, 0, "SELECT COALESCE(MAX(id), 0) FROM measurement", NO_ARGS);

	if (walk->measurement > 0)
		rows_each(db, "SELECT DISTINCT i.course_id, i.id FROM measurement m JOIN intervention i ON i.course_id = m.course_id AND i.id = m.intervention_id"
		    " JOIN course c ON c.id = i.course_id WHERE m.id > ? AND (m.id > ? OR m.measured_at > UTC_TIMESTAMP() - INTERVAL ? MINUTE) AND " RUNNING,
		    ARGS(INT(walk->measurement - OVERLAP), INT(walk->measurement), INT(OVERLAP_MINUTES)), note_one, &list);
	db_rollback(db);
	walk->measurement = newest;
	return look_at_list(db, today, &list, &walk->skipped);
}

static long
look_at_next(struct db *db, void *owner, const char *today, long long at_most, struct walk *walk)
{
	struct list list = { .owner = owner };
	long raised;

	rows_each(db, "SELECT i.course_id, i.id FROM intervention i FORCE INDEX (PRIMARY) STRAIGHT_JOIN course c ON c.id = i.course_id WHERE " RUNNING
	    " AND i.course_id >= ? AND (i.course_id > ? OR i.id > ?) ORDER BY i.course_id, i.id LIMIT ?",
	    ARGS(INT(walk->course), INT(walk->course), INT(walk->intervention), INT(at_most)), note_one, &list);
	db_rollback(db);
	raised = look_at_list(db, today, &list, &walk->skipped);
	if (list.count > 0) {
		walk->course = list.ones[list.count - 1].course;
		walk->intervention = list.ones[list.count - 1].intervention;
	}
	walk->over = (long long)list.count < at_most;
	return raised;
}

long
stop_walk(struct db *db, const void *owner, const char *today, bool whole)
{
	void *memory = talloc_new(owner);
	const char *rules = rows_text(db, memory, "SELECT CONCAT_WS(' ', COUNT(*), SUM(revision), MAX(id)) FROM stop_rule", NO_ARGS);
	struct walk walk;
	long raised = 0;

	read_walk(db, memory, today, rules, &walk);
	db_rollback(db);
	if (whole)
		walk = (struct walk){ .measurement = walk.measurement };
	if (db_failed(db) == FAIL_NONE && !whole)
		raised = look_at_new(db, memory, today, &walk);
	if (db_failed(db) == FAIL_NONE && !walk.over)
		raised += look_at_next(db, memory, today, whole ? LLONG_MAX : STOP_WALK_STEP, &walk);
	if (walk.over && walk.skipped)
		walk = (struct walk){ .measurement = walk.measurement };
	if (db_failed(db) == FAIL_NONE)
		keep_walk(db, today, rules, &walk);
	talloc_free(memory);
	return raised;
}
