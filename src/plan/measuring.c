#include "plan/measuring.h"

#include <stdlib.h>
#include <string.h>

#include "domain/course.h"
#include "domain/measurement.h"
#include "domain/permission.h"
#include "domain/progress_goal.h"
#include "rule/course_state.h"
#include "sql/rows.h"
#include "xml/node.h"

/* When it is measured: this time, and the next. */
static void
set_rounds(struct request *rq, xmlNode *measured)
{
	size_t rows;
	const struct measuring_schedule *schedule = measurement_schedule(rq->db, rq, rq->subject, &rows);
	int round = measuring_round(schedule, rows, request_today(rq));
	struct progress_asked *asked;
	struct date day;

	if (round == 0)
		return;
	node_set_int(measured, "round", round);
	node_set_int(measured, "interval-weeks", schedule[rows - 1].interval_weeks);
	if (measuring_due(schedule, rows, round, &day))
		node_set(measured, "due-on", day.iso);
	if (measuring_due(schedule, rows, round + 1, &day))
		node_set(measured, "next-on", day.iso);
	if (measuring_from(schedule, rows, round + 1, &day))
		node_set(measured, "next-from", day.iso);
	if (strcmp(node_get(measured, "goals"), "0") != 0 && progress_asked(rq, rq->subject, "provider", round, &asked) == 0)
		node_set(measured, "given", "yes");
}

xmlNode *
measured_add(struct request *rq, xmlNode *content)
{
	xmlNode *measured = rows_add_one(rq->db, content, "measured",
	    "SELECT i.id, i.title, i.goal, i.state, i.course_id AS course, c.state AS 'course-state', i.provider_uid AS provider,"
	    "  s.name AS 'provider-name', i.ends_on AS 'ends-on', (SELECT COUNT(*) FROM progress_goal g WHERE g.intervention_id = i.id"
	    "   AND g.ended_on IS NULL) AS goals, IF(i.provider_uid = ?, 'yes', NULL) AS mine"
	    " FROM intervention i JOIN course c ON c.id = i.course_id JOIN staff s ON s.uid = i.provider_uid WHERE i.id = ?",
	    ARGS(TEXT(rq->user->uid), INT(rq->subject)));

	if (measured == NULL || rows_add_one(rq->db, measured, "citizen", "SELECT id, name, death_date AS 'died-on' FROM citizen"
	    " WHERE id = ?", ARGS(INT(rq->citizen))) == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-intervention");
		return NULL;
	}
	set_rounds(rq, measured);
	node_set(measured, "intervention", request_href(rq, "/plan/interventions/%lld", rq->subject));
	node_set(measured, "goals-href", request_href(rq, "/plan/interventions/%lld/goals", rq->subject));
	node_set(measured, "measure-href", request_href(rq, "/plan/interventions/%lld/measure", rq->subject));
	node_set(measured, "progression", request_href(rq, "/plan/%s/progression?intervention=%lld", node_get(measured, "course"), rq->subject));
	return measured;
}

static bool
may_write(const char *state, const char *course_state, bool before_start)
{
	return course_is_open(course_state) && (strcmp(state, "running") == 0 || (before_start && strcmp(state, "accepted") == 0));
}

static bool
writable(struct request *rq, const xmlNode *measured, bool before_start)
{
	return measured != NULL && rq->as_of == NULL && request_may(rq, MAY_PROVIDE) && node_get(measured, "mine") != NULL &&
	    (rq->form != NULL || may_write(node_get(measured, "state"), node_get(measured, "course-state"), before_start));
}

/* What is agreed with a citizen, or asked of him, ends with his death. */
static bool
citizen_lives(const xmlNode *measured)
{
	return measured != NULL && node_get(node_child(measured, "citizen"), "died-on") == NULL;
}

bool
measured_asks(struct request *rq, const xmlNode *measured)
{
	return writable(rq, measured, false) && citizen_lives(measured);
}

bool
measured_runs(struct request *rq, const xmlNode *measured)
{
	return writable(rq, measured, false);
}

bool
measured_goals_writable(struct request *rq, const xmlNode *measured)
{
	return writable(rq, measured, true) && citizen_lives(measured);
}

long long
measured_lock(struct request *rq, bool before_start)
{
	enum { PROVIDER, STATE, COLUMNS };
	long long course = rows_int(rq->db, 0, "SELECT course_id FROM intervention WHERE id = ?", ARGS(INT(rq->subject)));
	const char *course_state = course_lock(rq, course), *is[COLUMNS];

	if (course_state == NULL)
		return 0;
	if (!rows_one(rq->db, rq, is, COLUMNS, "SELECT provider_uid, state FROM intervention WHERE id = ?", ARGS(INT(rq->subject))) ||
	    strcmp(is[PROVIDER], rq->user->uid) != 0) {
		fail_request(rq, FAIL_DENIED, NULL);
		return 0;
	}
	if (!may_write(is[STATE], course_state, before_start)) {
		fail_request(rq, FAIL_INPUT, "intervention-state");
		return 0;
	}
	return course;
}

long long
measured_lock_alive(struct request *rq, bool before_start)
{
	long long course = measured_lock(rq, before_start);

	if (course == 0 || rows_int(rq->db, 0, "SELECT 1 FROM citizen WHERE id = ? AND death_date IS NOT NULL", ARGS(INT(rq->citizen))) != 1)
		return course;
	fail_request(rq, FAIL_INPUT, "citizen-died-measuring");
	return 0;
}
