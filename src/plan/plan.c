/*
 * /plan/:id/plan - the plan's versions, the newest first, and all that can be done with it.
 *	<course my-plan> <plan id version state employment-goal whom-to-call presented-on agreement agreed-on agreed-how not-asked-reason approved-on approved-by-name
 *	    valid-from valid-to created-at empty> <own-words/> <plain-words/> <citizens-words/> <intervention id title provider-name goal state starts-on ends-on
 *	    plan-version href/>* <changes/>? </plan>* <form plan/>? <form agreement/>? <form approve-plan/>? <form plan-next/>? <form plan-drop/>? </course>
 * The version that is agreed on stands until the next one is.
 */
#include "plan/plan.h"

#include <stdlib.h>
#include <string.h>

#include "domain/course.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "sql/rows.h"
#include "web/link.h"
#include "xml/node.h"

bool
plan_is_open(const char *state)
{
	return strcmp(state, "draft") == 0 || strcmp(state, "presented") == 0;
}

struct plan_version
plan_newest_lock(struct request *rq)
{
	struct plan_version out = { .id = 0 };
	const char *is[9];

	if (!rows_one(rq->db, rq, is, 9, "SELECT p.id, p.revision, p.state, p.agreement, p.employment_goal,"
	    "  (SELECT COUNT(*) FROM intervention i WHERE i.course_id = p.course_id AND ((i.plan_id = p.id AND i.state = 'proposed')"
	    "    OR i.waits_since IS NOT NULL OR i.state IN ('ordered', 'accepted', 'running'))),"
	    "  (SELECT MAX(COALESCE(q.valid_from, q.agreed_on)) FROM plan q WHERE q.course_id = p.course_id AND q.id <> p.id AND q.state = 'agreed'),"
	    "  c.opened_on, p.presented_on FROM plan p JOIN course c ON c.id = p.course_id WHERE p.course_id = ? ORDER BY p.version DESC LIMIT 1 FOR UPDATE",
	    ARGS(INT(rq->subject))))
		return out;
	out = (struct plan_version){ .id = atoll(is[0]), .revision = atoll(is[1]), .state = is[2], .agreement = is[3], .goal = is[4],
	    .wanted = atoll(is[5]), .earlier_from = is[6], .opened_on = is[7],
	    .presented_on = is[8] };
	return out;
}

/* Of a version that is still being made also those that would go on under it. */
static void
add_interventions(struct request *rq, xmlNode *plan)
{
	rows_add(rq->db, plan, "intervention",
	    "SELECT i.id, i.title, i.provider_uid AS provider, s.name AS 'provider-name', i.goal, i.state, i.starts_on AS 'starts-on',"
	    "  i.ends_on AS 'ends-on', i.first_measurement_on AS 'first-measurement-on',"
	    "  CASE WHEN i.plan_id <> me.plan THEN p.version END AS 'plan-version'"
	    " FROM (SELECT ? AS course, ? AS plan, ? AS is_open) me JOIN intervention i ON i.course_id = me.course AND (i.plan_id = me.plan"
	    "  OR (me.is_open AND (i.waits_since IS NOT NULL OR i.state IN ('ordered', 'accepted', 'running'))))"
	    " JOIN plan p ON p.id = i.plan_id JOIN staff s ON s.uid = i.provider_uid ORDER BY i.starts_on, i.id",
	    ARGS(INT(rq->subject), INT(atoll(node_get(plan, "id"))), INT(plan_is_open(node_get(plan, "state")))));
	link_rows(rq, plan, "intervention", "id", "/plan/interventions");
}

static void
add_plans(struct request *rq, xmlNode *course)
{
	xmlNode *plan;

	rows_add(rq->db, course, "plan",
	    "SELECT id, version, state, employment_goal AS 'employment-goal', whom_to_call AS 'whom-to-call', presented_on AS 'presented-on', agreement, agreed_on AS 'agreed-on',"
	    "  agreed_how AS 'agreed-how', not_asked_reason AS 'not-asked-reason', valid_from AS 'valid-from', valid_to AS 'valid-to',"
	    "  created_at AS 'created-at', revision, own_words AS 'own-words', plain_words AS 'plain-words', citizens_words AS 'citizens-words',"
	    "  approved_on AS 'approved-on', (SELECT name FROM staff WHERE uid = approved_by) AS 'approved-by-name',"
	    "  IF(p.state = 'draft' AND " PLAN_HOLDS_NOTHING("p") ", 'yes', NULL) AS `empty`"
	    " FROM plan p WHERE p.course_id = ? ORDER BY p.version DESC", ARGS(INT(rq->subject)));
	for (plan = node_child(course, "plan"); plan != NULL; plan = node_next(plan, "plan")) {
		add_interventions(rq, plan);
		plan_changes_add(rq, plan, node_next(plan, "plan"));
	}
	if (node_child(course, "plan") != NULL)
		node_set(course, "my-plan", request_href(rq, "/plan/%lld/my-plan", rq->subject));
}

/* A form is drawn where it can be sent, or was refused. */
static bool
is_wanted(const struct request *rq, const struct form *form, bool wanted)
{
	return wanted || (rq->form != NULL && rq->form->form == form);
}

static const char *
words_of(const xmlNode *plan, const char *name)
{
	const xmlNode *words = plan == NULL ? NULL : node_child(plan, name);

	return words == NULL ? NULL : node_text(words);
}

/* What stands there; a first version begins with the course's goal. */
static void
add_words_form(struct request *rq, xmlNode *course, const xmlNode *plan)
{
	xmlNode *form = form_add(rq, course, &plan_words_form, "/plan/%lld/plan/words", rq->subject);
	const char *goal = plan == NULL ? NULL : node_get(plan, "employment-goal");

	form_set(form, "employment-goal", goal == NULL ? node_get(course, "employment-goal") : goal);
	form_set(form, "own-words", words_of(plan, "own-words"));
	form_set(form, "plain-words", words_of(plan, "plain-words"));
	form_set(form, "whom-to-call", plan == NULL ? NULL : node_get(plan, "whom-to-call"));
	if (plan != NULL)
		form_set_revision(form, atoll(node_get(plan, "revision")));
	if (plan == NULL || node_child(plan, "intervention") == NULL)
		form_drop(form, "submit", "present");
}

static void
add_forms(struct request *rq, xmlNode *course, const xmlNode *plan)
{
	const char *state = node_get(course, "state");
	const xmlNode *citizen = node_child(course, "citizen");
	bool lives = citizen == NULL || node_get(citizen, "died-on") == NULL;
	bool planned = lives && (strcmp(state, "planning") == 0 || strcmp(state, "active") == 0);
	bool open = plan != NULL && plan_is_open(node_get(plan, "state")), agreed = plan != NULL && strcmp(node_get(plan, "state"), "agreed") == 0;
	long long revision = plan == NULL ? 0 : atoll(node_get(plan, "revision"));

	if (course_leads(rq) && is_wanted(rq, &plan_approve_form, open && plan_waits_approval(plan)))
		form_set_revision(form_add(rq, course, &plan_approve_form, "/plan/%lld/plan/approve", rq->subject), revision);
	if (is_wanted(rq, &plan_agreement_form, open && planned && node_child(plan, "intervention") != NULL)) {
		xmlNode *form = form_add(rq, course, &plan_agreement_form, "/plan/%lld/plan", rq->subject);

		form_set(form, "agreed-on", request_today(rq));
		form_set_revision(form, revision);
	}
	if (is_wanted(rq, &plan_words_form, planned && (open || (plan == NULL && strcmp(state, "planning") == 0))))
		add_words_form(rq, course, plan);
	if (is_wanted(rq, &plan_drop_form, open && planned && node_get(plan, "empty") != NULL))
		form_set_revision(form_add(rq, course, &plan_drop_form, "/plan/%lld/plan/drop", rq->subject), revision);
	if (is_wanted(rq, &plan_next_form, planned && agreed))
		form_set_revision(form_add(rq, course, &plan_next_form, "/plan/%lld/plan/next", rq->subject), revision);
}

void
plan_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content);

	if (course == NULL)
		return;
	add_plans(rq, course);
	if (course_writable(rq, course))
		add_forms(rq, course, node_child(course, "plan"));
}
