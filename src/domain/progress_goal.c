#include "domain/progress_goal.h"

#include <stdlib.h>
#include <talloc.h>

#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"

const char *const progress_directions[] = { "develop", "maintain", "limit-loss", NULL };
const char *const progress_measures[] = { "nrs", "psfs", "gas", NULL };

void
progress_goals_add(struct request *rq, xmlNode *parent, long long intervention)
{
	rows_add(rq->db, parent, "progress-goal", "SELECT g.question_id AS id, CAST(q.text AS CHAR(300)) AS text, q.category,"
	    "  q.anchor_0 AS 'anchor-0', q.anchor_10 AS 'anchor-10', IF(q.higher_is_better, 'higher', 'lower') AS better, g.direction,"
	    "  g.measure, g.target, g.weight, g.chosen_on AS 'chosen-on', IF(q.course_id IS NULL, NULL, 'yes') AS own,"
	    "  g.ended_on AS 'ended-on', g.ended_reason AS 'ended-reason'"
	    " FROM progress_goal g JOIN progress_question q ON q.id = g.question_id WHERE g.intervention_id = ?"
	    " ORDER BY g.ended_on IS NOT NULL, g.created_at, g.question_id", ARGS(INT(intervention)));
}

long long
progress_goals_count(struct request *rq, long long intervention)
{
	return rows_int(rq->db, 0, "SELECT COUNT(*) FROM progress_goal WHERE intervention_id = ? AND ended_on IS NULL",
	    ARGS(INT(intervention)));
}

static struct value
target_of(const struct goal_choice *goal)
{
	return goal->target < 0 ? NOTHING : INT(goal->target);
}

bool
progress_goal_begin(struct request *rq, long long course, long long intervention, const struct goal_choice *goal)
{
	const char *uid = rq->user->uid, *today = request_today(rq);

	if (progress_goals_count(rq, intervention) >= PROGRESS_GOALS_MAX) {
		fail_request(rq, FAIL_INPUT, "goals-too-many");
		return false;
	}
	exec(rq->db, "INSERT INTO progress_goal (course_id, intervention_id, question_id, direction, measure, target, weight, chosen_on,"
	    "  changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE changed_by = IF(ended_on IS NULL, changed_by, ?),"
	    "  direction = IF(ended_on IS NULL, direction, VALUES(direction)), measure = IF(ended_on IS NULL, measure, VALUES(measure)),"
	    "  target = IF(ended_on IS NULL, target, VALUES(target)), weight = IF(ended_on IS NULL, weight, VALUES(weight)),"
	    "  chosen_on = IF(ended_on IS NULL, chosen_on, VALUES(chosen_on)),"
	    "  revision = revision + (ended_on IS NOT NULL), ended_reason = NULL, ended_on = NULL",
	    ARGS(INT(course), INT(intervention), INT(goal->question), TEXT(goal->direction), TEXT(goal->measure), target_of(goal),
	    INT(goal->weight), TEXT(today), TEXT(uid), TEXT(uid)));
	return !request_failed(rq);
}

/* Its revision is what the form had seen, and it goes on? */
static bool
is_seen(struct request *rq, long long intervention, long long question)
{
	const char *is[2];

	if (!rows_one(rq->db, rq, is, 2, "SELECT revision, ended_on FROM progress_goal WHERE intervention_id = ? AND question_id = ?",
	    ARGS(INT(intervention), INT(question)))) {
		fail_request(rq, FAIL_MISSING, NULL);
		return false;
	}
	if (is[1] != NULL) {
		fail_request(rq, FAIL_STALE, "goal-ended");
		return false;
	}
	return !revision_stale(rq, atoll(is[0]));
}

bool
progress_goal_change(struct request *rq, long long intervention, const struct goal_choice *goal)
{
	if (!is_seen(rq, intervention, goal->question))
		return false;
	exec(rq->db, "UPDATE progress_goal SET direction = ?, measure = ?, target = ?, weight = ?, changed_by = ?, revision = revision + 1"
	    " WHERE intervention_id = ? AND question_id = ?", ARGS(TEXT(goal->direction), TEXT(goal->measure), target_of(goal),
	    INT(goal->weight), TEXT(rq->user->uid), INT(intervention), INT(goal->question)));
	return !request_failed(rq);
}

bool
progress_goal_end(struct request *rq, long long intervention, long long question, const char *reason)
{
	if (!is_seen(rq, intervention, question))
		return false;
	exec(rq->db, "UPDATE progress_goal SET ended_on = ?, ended_reason = ?, changed_by = ?, revision = revision + 1"
	    " WHERE intervention_id = ? AND question_id = ?", ARGS(TEXT(request_today(rq)), TEXT(reason), TEXT(rq->user->uid),
	    INT(intervention), INT(question)));
	return !request_failed(rq);
}

struct asked { const void *owner; struct progress_asked *list; size_t count; };

static void
note_asked(void *user, const char *const *columns, size_t count)
{
	enum { ID, WORDS, ANCHOR_0, ANCHOR_10 };
	struct asked *all = user;

	(void)count;
	all->list = talloc_realloc(all->owner, all->list, struct progress_asked, (unsigned)all->count + 1);
	all->list[all->count++] = (struct progress_asked){ atoll(columns[ID]), talloc_strdup(all->owner, columns[WORDS]),
	    talloc_strdup(all->owner, columns[ANCHOR_0]), talloc_strdup(all->owner, columns[ANCHOR_10]) };
}

size_t
progress_asked(struct request *rq, long long intervention, const char *giver, int round, struct progress_asked **out)
{
	struct asked all = { .owner = rq };

	rows_each(rq->db, "SELECT g.question_id, q.text, q.anchor_0, q.anchor_10 FROM progress_goal g"
	    " JOIN progress_question q ON q.id = g.question_id WHERE g.intervention_id = ? AND g.ended_on IS NULL"
	    "  AND NOT EXISTS (SELECT 1 FROM measurement m WHERE m.intervention_id = g.intervention_id AND m.question_id = g.question_id"
	    "   AND m.measured_by = ? AND m.round = ?) ORDER BY g.created_at, g.question_id",
	    ARGS(INT(intervention), TEXT(giver), INT(round)), note_asked, &all);
	*out = all.list;
	return all.count;
}
