/*
 * /plan/:id/status - where the course stands and why, the employment goal, and what can happen next.
 *	<course [referrer-actor] [referrer-name] [informed-on]> <referral/>? <screening-note/>? <form goal/>? <next-event name to [href]> <missing/>* <form/>? </next-event>* <form waive-note/>? <note-waiver profession
 *	    waived-on by-name> <reason/> </note-waiver>* </course>
 */
#include "plan/status.h"

#include <stdlib.h>
#include <string.h>

#include "domain/course.h"
#include "domain/course_event.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

static const struct field goal_fields[] = {
	{ .name = "employment-goal", .type = FIELD_TEXT, .max = 400 },
	{ 0 }
};
static const struct form goal_form = { .name = "goal", .fields = goal_fields };

/* Where each thing is done: by a form of this page, or on a page of its own. */
static const struct { const struct form *form; const char *tab; } ways[COURSE_EVENTS] = {
	[COURSE_SCREEN] = { .form = &screen_form },
	[COURSE_ASSESS] = { .form = &assess_form },
	[COURSE_CLOSE_LOW] = { .form = &close_low_form },
	[COURSE_ANALYSE] = { .form = &analyse_form },
	[COURSE_PREPARE] = { .tab = "/notes" },
	[COURSE_CONFER] = { .tab = "/conference" },
	[COURSE_AGREE] = { .tab = "/plan" },
	[COURSE_REPLAN] = { .tab = "/interventions" },
	[COURSE_PAUSE] = { .form = &pause_form },
	[COURSE_RESUME] = { .form = &resume_form },
	[COURSE_CLOSE] = { .form = &close_form },
	[COURSE_REOPEN] = { .form = &reopen_form },
};

/* The citizen's answers that nobody has decided on: there the risk is assessed. */
static long long
answers_waiting(struct request *rq)
{
	return rows_int(rq->db, 0, "SELECT MAX(s.id) FROM course c JOIN screening s ON s.citizen_id = c.citizen_id AND s.state = 'submitted'"
	    " WHERE c.id = ?", ARGS(INT(rq->subject)));
}

/* Not what was closed long ago, nor a dead citizen's. */
static bool
may_reopen(struct request *rq, const xmlNode *event)
{
	return node_child(event, "missing") == NULL && rows_int(rq->db, 0, "SELECT 1 FROM course c JOIN citizen z ON z.id = c.citizen_id"
	    " WHERE c.id = ? AND z.death_date IS NOT NULL", ARGS(INT(rq->subject))) == 0;
}

/* With answers there, the assessment is triage's; without, it is a form of its own. */
static void
add_way(struct request *rq, xmlNode *node, enum course_event event, bool with_forms)
{
	long long answers = event == COURSE_ASSESS || event == COURSE_SCREEN ? answers_waiting(rq) : 0;

	if (answers != 0)
		node_set(node, "href", request_href(rq, "/triage/%lld", answers));
	else if (ways[event].tab != NULL)
		node_set(node, "href", request_href(rq, "/plan/%lld%s", rq->subject, ways[event].tab));
	if (event == COURSE_REOPEN && (!course_leads(rq) || (rq->form == NULL && !may_reopen(rq, node))))
		return;
	if (with_forms && ways[event].form != NULL && (answers == 0 || event == COURSE_SCREEN))
		form_add(rq, node, ways[event].form, "/plan/%lld/status/%s", rq->subject, course_event_key(event));
}

void
next_events_add(struct request *rq, xmlNode *course, bool with_forms)
{
	const char *state = node_get(course, "state");
	const struct course_rule *rule;

	for (rule = course_rules; rule->from != NULL; rule++)
		if (strcmp(rule->from, state) == 0) {
			xmlNode *node = node_add(course, "next-event");

			node_set(node, "name", course_event_key(rule->event));
			node_set(node, "to", rule->to);
			course_missing_add(rq, node, rq->subject, state, rule->event);
			add_way(rq, node, rule->event, with_forms);
		}
}

static void
add_goal(struct request *rq, xmlNode *course)
{
	xmlNode *form = form_add(rq, course, &goal_form, "/plan/%lld/status", rq->subject);

	form_set(form, "employment-goal", node_get(course, "employment-goal"));
	if (form != NULL)
		form_set_revision(form, rows_int(rq->db, 0, "SELECT revision FROM course WHERE id = ?", ARGS(INT(rq->subject))));
}

static void
add_waivers(struct request *rq, xmlNode *course)
{
	rows_add(rq->db, course, "note-waiver",
	    "SELECT v.profession, v.waived_on AS 'waived-on', COALESCE(s.name, v.changed_by) AS 'by-name', CAST(v.reason AS CHAR(1000)) AS reason"
	    " FROM note_waiver v LEFT JOIN staff s ON s.uid = v.changed_by WHERE v.course_id = ? ORDER BY v.waived_on, v.profession",
	    ARGS(INT(rq->subject)));
}

/* Why it was opened, and what the citizen was told. */
static void
add_referral(struct request *rq, xmlNode *course)
{
	enum { ACTOR, NAME, INFORMED, REFERRAL, NOTE, COLUMNS };
	const char *is[COLUMNS];

	if (!rows_one(rq->db, rq, is, COLUMNS, "SELECT referrer_actor, referrer_name, informed_on, referral, screening_note FROM course WHERE id = ?",
	    ARGS(INT(rq->subject))))
		return;
	node_set(course, "referrer-actor", is[ACTOR]);
	node_set(course, "referrer-name", is[NAME]);
	node_set(course, "informed-on", is[INFORMED]);
	node_add_text(course, "referral", is[REFERRAL]);
	node_add_text(course, "screening-note", is[NOTE]);
}

void
status_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content);

	if (course == NULL)
		return;
	add_referral(rq, course);
	if (course_writable(rq, course))
		add_goal(rq, course);
	next_events_add(rq, course, true);
	if (course_writable(rq, course) && course_rule_find(node_get(course, "state"), COURSE_PREPARE) != NULL)
		waive_form_add(rq, course);
	add_waivers(rq, course);
}

static void
goal_post(struct request *rq)
{
	if (course_lock(rq, rq->subject) == NULL ||
	    revision_stale(rq, rows_int(rq->db, 0, "SELECT revision FROM course WHERE id = ?", ARGS(INT(rq->subject)))))
		return;
	exec(rq->db, "UPDATE course SET employment_goal = ?, changed_by = ?, revision = revision + 1 WHERE id = ?",
	    ARGS(FIELD(rq, "employment-goal"), TEXT(rq->user->uid), INT(rq->subject)));
	see_other(rq, "saved", "/plan/%lld/status", rq->subject);
}

const struct route plan_status = {
	.path = "/plan/:id/status", .page = "status", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = status_get, .post = goal_post, .form = &goal_form,
};
