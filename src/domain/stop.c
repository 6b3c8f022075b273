#include "domain/stop.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/progress.h"
#include "rule/stop.h"
#include "sql/exec.h"
#include "sql/rows.h"

/* Who raises what a pass finds. */
static const char pass_uid[] = "samspil";

/* One intervention that is looked at. */
struct look {
	struct db *db;
	const void *owner;
	const char *today, *uid;
	long long course, intervention, entry;
	int usual_weeks;
	long days_run;
	const struct progress *progress;
	const struct stop_missed *missed;
	size_t missed_count;
	bool only_look;			/* count what would change, and change nothing */
	long raised, ended;
};

/* A task of before: open, or decided on. */
struct task {
	long long id, question;		/* question 0: the intervention as a whole */
	enum stop_cause cause;
	int at_round;
	const char *raised_on;
	bool open;
};

struct tasks { const void *owner; struct task *list; size_t count; };

static bool
read_intervention(struct look *look)
{
	enum { ENTRY, WEEKS, STARTED, COLUMNS };
	const char *is[COLUMNS];

	if (!rows_one(look->db, look->owner, is, COLUMNS, "SELECT v.entry_id,"
	    "  COALESCE(v.usual_weeks, CEIL((DATEDIFF(i.ends_on, i.starts_on) + 1) / 7)), COALESCE(i.started_on, i.starts_on)"
	    " FROM intervention i JOIN course c ON c.id = i.course_id LEFT JOIN catalogue_version v ON v.id = i.catalogue_version_id"
	    " WHERE i.course_id = ? AND i.id = ? AND i.state = 'running' AND c.state IN ('planning', 'active')",
	    ARGS(INT(look->course), INT(look->intervention))))
		return false;
	look->entry = is[ENTRY] == NULL ? 0 : atoll(is[ENTRY]);
	look->usual_weeks = is[WEEKS] == NULL ? 0 : atoi(is[WEEKS]);
	look->days_run = date_days(is[STARTED], look->today);
	look->progress = progress_read(look->db, look->owner, look->intervention, NULL);
	look->missed = progress_missed(look->owner, look->progress, look->today, &look->missed_count);
	return true;
}

/* The rule of a day: the entry's own, else the common one.  False: there was none. */
static bool
limits_on(const struct look *look, const char *day, struct stop_limits *out)
{
	const char *is[4];

	if (!rows_one(look->db, look->owner, is, 4, "SELECT no_progress, distance, missed, longer_percent FROM stop_rule"
	    " WHERE (entry_id = ? OR entry_id IS NULL) AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)"
	    " ORDER BY entry_id IS NULL, valid_from DESC LIMIT 1", ARGS(INT(look->entry), TEXT(day), TEXT(day))))
		return false;
	*out = (struct stop_limits){ atoi(is[0]), atoi(is[1]), atoi(is[2]), atoi(is[3]) };
	return true;
}

static const struct progress_goal *
goal_of(const struct look *look, long long question)
{
	size_t i;

	for (i = 0; i < look->progress->count; i++)
		if (look->progress->goals[i].question == question)
			return !look->progress->goals[i].over ? &look->progress->goals[i] : NULL;
	return NULL;
}

static struct stop_goal
meaning_of(const struct progress_goal *goal)
{
	return (struct stop_goal){ .higher_is_better = goal->higher_is_better, .keeps = strcmp(goal->direction, "develop") != 0,
	    .noticeable = progression_noticeable(goal->measure), .target = goal->target };
}

/* What a cause finds beyond `after`, and (up_to > 0) with nothing known of later rounds. */
static bool
finds(const struct look *look, const struct stop_limits *limits, enum stop_cause cause, const struct progress_goal *goal, int after,
    int up_to, struct stop_finding *out)
{
	size_t rounds = goal == NULL ? 0 : goal->rounds_count, missed = look->missed_count;
	struct stop_goal meaning;

	while (up_to > 0 && rounds > 0 && goal->rounds[rounds - 1].round > up_to)
		rounds--;
	while (up_to > 0 && missed > 0 && look->missed[missed - 1].round > up_to)
		missed--;
	switch (cause) {
	case STOP_NO_PROGRESS:
		meaning = meaning_of(goal);
		return stop_no_progress(limits, &meaning, goal->rounds, rounds, after, out);
	case STOP_DISTANCE:
		return stop_distance(limits, goal->rounds, rounds, after, out);
	case STOP_MISSED:
		return stop_missed_rounds(limits, look->missed, missed, after, out);
	default:
		return stop_longer(limits, look->usual_weeks, look->days_run, after, out);
	}
}

static bool
about_goal(enum stop_cause cause)
{
	return cause == STOP_NO_PROGRESS || cause == STOP_DISTANCE;
}

/* Does an open task still stand on something: its goal goes on, and what the rule of its day found is not corrected away? */
static bool
stands(const struct look *look, const struct task *task)
{
	const struct progress_goal *goal = goal_of(look, task->question);
	struct stop_limits limits;
	struct stop_finding found;

	if (about_goal(task->cause) && goal == NULL)
		return false;
	return !limits_on(look, task->raised_on, &limits)
	    || finds(look, &limits, task->cause, goal, 0, task->cause == STOP_LONGER ? 0 : task->at_round, &found);
}

static void
note_task(void *user, const char *const *c, size_t count)
{
	struct tasks *tasks = user;

	(void)count;
	tasks->list = talloc_realloc(tasks->owner, tasks->list, struct task, (unsigned)tasks->count + 1);
	tasks->list[tasks->count++] = (struct task){ atoll(c[0]), atoll(c[1]), stop_cause_of(c[2]), atoi(c[3]),
	    talloc_strdup(tasks->owner, c[4]), strcmp(c[5], "1") == 0 };
}

static void
end_fallen(struct look *look, struct tasks *tasks)
{
	size_t i;

	for (i = 0; i < tasks->count; i++) {
		if (!tasks->list[i].open || stands(look, &tasks->list[i]))
			continue;
		look->ended++;
		if (!look->only_look)
			exec(look->db, "UPDATE stop_task SET answer = 'ended', answered_on = ?, changed_by = ?, revision = revision + 1"
			    " WHERE course_id = ? AND id = ? AND answered_on IS NULL",
			    ARGS(TEXT(look->today), TEXT(look->uid), INT(look->course), INT(tasks->list[i].id)));
		tasks->list[i].open = false;
		tasks->list[i].at_round = 0;	/* nothing was decided */
	}
}

/* What fell by a correction stands again by the next one: of each round there is one task. */
static bool
reopen(struct look *look, enum stop_cause cause, long long question, const struct stop_finding *found)
{
	return exec(look->db, "UPDATE stop_task SET answer = NULL, answer_reason = NULL, answered_by = NULL, answered_on = NULL, figure = ?, raised_on = ?,"
	    " changed_by = ?, revision = revision + 1 WHERE course_id = ? AND intervention_id = ? AND cause = ? AND COALESCE(question_id, 0) = ?"
	    " AND at_round = ? AND answer = 'ended'", ARGS(INT(found->figure), TEXT(look->today), TEXT(look->uid), INT(look->course),
	    INT(look->intervention), TEXT(stop_cause_name(cause)), INT(question), INT(found->at_round))) > 0;
}

/* One cause of one goal (NULL: of the whole): raised where no task is open and there is something new. */
static void
raise(struct look *look, const struct stop_limits *limits, const struct tasks *tasks, enum stop_cause cause,
    const struct progress_goal *goal)
{
	long long question = goal == NULL ? 0 : goal->question;
	struct stop_finding found;
	int after = 0;
	size_t i;

	for (i = 0; i < tasks->count; i++) {
		const struct task *task = &tasks->list[i];

		if (task->cause != cause || task->question != question)
			continue;
		if (task->open)
			return;
		after = task->at_round > after ? task->at_round : after;
	}
	if (!finds(look, limits, cause, goal, after, 0, &found))
		return;
	if (look->only_look) {
		look->raised++;
		return;
	}
	if (reopen(look, cause, question, &found)) {
		look->raised++;
		return;
	}
	look->raised += exec_unique(look->db, "INSERT INTO stop_task (course_id, intervention_id, question_id, cause, at_round, figure,"
	    " raised_on, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
	    ARGS(INT(look->course), INT(look->intervention), goal == NULL ? NOTHING : INT(question), TEXT(stop_cause_name(cause)),
	    INT(found.at_round), INT(found.figure), TEXT(look->today), TEXT(look->uid))) > 0;
}

static void
look_at(struct look *look)
{
	struct tasks tasks = { .owner = look->owner };
	struct stop_limits limits;
	size_t i;

	if (!read_intervention(look))
		return;
	/* What a provider proposed stands until a person answers it. */
	rows_each(look->db, "SELECT id, COALESCE(question_id, 0), cause, IF(answer = 'ended', 0, at_round), raised_on, answered_on IS NULL"
	    " FROM stop_task WHERE course_id = ? AND intervention_id = ? AND cause <> 'proposed'", ARGS(INT(look->course), INT(look->intervention)), note_task, &tasks);
	end_fallen(look, &tasks);
	if (!limits_on(look, look->today, &limits))
		return;
	for (i = 0; i < look->progress->count; i++) {
		if (look->progress->goals[i].over)
			continue;
		raise(look, &limits, &tasks, STOP_NO_PROGRESS, &look->progress->goals[i]);
		raise(look, &limits, &tasks, STOP_DISTANCE, &look->progress->goals[i]);
	}
	raise(look, &limits, &tasks, STOP_MISSED, NULL);
	raise(look, &limits, &tasks, STOP_LONGER, NULL);
}

void
stop_look(struct db *db, const void *owner, const char *today, const char *uid, long long course, long long intervention)
{
	struct look look = { .db = db, .owner = owner, .today = today, .uid = uid, .course = course, .intervention = intervention };

	look_at(&look);
}

/* As who changes a course: its row, then its turn, so that whoever decides at the same time comes before or after. */
static long
look_locked(struct db *db, const void *owner, const char *today, long long course, long long intervention)
{
	struct look look = { .db = db, .owner = owner, .today = today, .uid = pass_uid, .course = course, .intervention = intervention };

	if (rows_int(db, 0, "SELECT id FROM course WHERE id = ? FOR UPDATE", ARGS(INT(course))) == 0)
		return 0;
	exec(db, "INSERT INTO course_turn (course_id) VALUES (?) ON DUPLICATE KEY UPDATE n = n + 1", ARGS(INT(course)));
	look_at(&look);
	return db_commit(db) == FAIL_NONE ? look.raised : 0;
}

/* Most have nothing new: they are read without keeping anybody waiting. */
long
stop_look_alone(struct db *db, const void *owner, const char *today, long long course, long long intervention, bool *busy)
{
	struct look look = { .db = db, .owner = owner, .today = today, .course = course, .intervention = intervention, .only_look = true };
	long raised = 0;

	look_at(&look);
	db_rollback(db);
	if (look.raised + look.ended > 0)
		raised = look_locked(db, owner, today, course, intervention);
	*busy = db_failed(db) == FAIL_BUSY;
	if (*busy) {
		db_rollback(db);
		db_clear(db);
	}
	return raised;
}
