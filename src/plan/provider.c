/*
 * /plan/interventions/:id - one of those that one runs: what was agreed, and nothing else of the course; its caseworker sees the same.
 *	<intervention id state title goal provider provider-name starts-on first-measurement-on plan-version course course-state caseworker-name
 *	    [kind track hours-week place price price-per ends-on ordered-on started-on ended-on follow-up state-reason agreed-on seen-until over left href progression goals goals-href measure-href]>
 *	  <citizen id name/> <facts/>? <result/>? <citizen-absence/>* <case-document/>* <stop-proposal/>? <form/>* </intervention>
 * .../accept, /decline, /start - POST: its first steps.  The others: provider_absence.c, provider_end.c.
 */
#include "plan/provider.h"

#include <stdlib.h>
#include <string.h>

#include "domain/course.h"
#include "domain/document.h"
#include "domain/intervention.h"
#include "domain/message.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "rule/course_state.h"
#include "sql/rows.h"
#include "xml/node.h"

static const struct field no_fields[] = { { 0 } };
static const char *const accept_submits[] = { "accept", NULL }, *const start_submits[] = { "start", NULL };
static const char *const decline_submits[] = { "decline", NULL };
static const struct form accept_form = { .name = "accept", .fields = no_fields, .submits = accept_submits };

static const struct field start_fields[] = {
	{ .name = "started-on", .type = FIELD_DATE, .required = REQUIRED },
	{ 0 }
};
static const struct form start_form = { .name = "start", .fields = start_fields, .submits = start_submits };

static const struct field decline_fields[] = {
	{ .name = "reason", .type = FIELD_LINE, .required = REQUIRED, .max = 400 },
	{ 0 }
};
static const struct form decline_form = { .name = "decline", .fields = decline_fields, .submits = decline_submits };

/* What its state lets the provider do first. */
static void
add_steps(struct request *rq, xmlNode *intervention)
{
	const char *state = node_get(intervention, "state"), *starts_on = node_get(intervention, "starts-on");
	bool alive = node_get(node_child(intervention, "citizen"), "died-on") == NULL;
	xmlNode *form;

	if (strcmp(state, "ordered") == 0) {
		if (alive)
			form_add(rq, intervention, &accept_form, "/plan/interventions/%lld/accept", rq->subject);
		form_add(rq, intervention, &decline_form, "/plan/interventions/%lld/decline", rq->subject);
	} else if (strcmp(state, "accepted") == 0 && alive) {
		form = form_add(rq, intervention, &start_form, "/plan/interventions/%lld/start", rq->subject);
		form_set(form, "started-on", strcmp(starts_on, request_today(rq)) <= 0 ? starts_on : NULL);
	}
}

static const char intervention_sql[] =
    "SELECT i.id, i.state, i.title, i.goal, i.provider_uid AS provider, s.name AS 'provider-name', i.kind, i.track, i.hours_week AS 'hours-week',"
    "  i.place, i.price, i.price_per AS 'price-per', i.starts_on AS 'starts-on', i.ends_on AS 'ends-on',"
    "  i.first_measurement_on AS 'first-measurement-on', i.ordered_on AS 'ordered-on', i.started_on AS 'started-on', i.ended_on AS 'ended-on',"
    "  i.follow_up AS 'follow-up', i.state_reason AS 'state-reason', p.version AS 'plan-version', p.agreed_on AS 'agreed-on', i.course_id AS course,"
    "  w.name AS 'caseworker-name', c.state AS 'course-state', IF(s.active, NULL, 'yes') AS `left`,"
    "  IF(i.state = 'running' AND (i.ends_on < t.today OR c.closed_on IS NOT NULL), 'yes', NULL) AS `over`, i.facts, i.result"
    " FROM (SELECT ? AS id, CAST(? AS DATE) AS today) t JOIN intervention i ON i.id = t.id JOIN plan p ON p.id = i.plan_id JOIN course c ON c.id = i.course_id"
    " JOIN staff s ON s.uid = i.provider_uid JOIN staff w ON w.uid = c.caseworker_uid";

/* Is it, at the page's moment, what this provider may see: his, and ordered? */
static bool
is_there(const struct request *rq, const xmlNode *intervention)
{
	if (intervention == NULL)
		return false;
	return strcmp(rq->grade, "provider") != 0 ||
	    (strcmp(node_get(intervention, "provider"), rq->user->uid) == 0 && strcmp(node_get(intervention, "state"), "proposed") != 0);
}

/* How many goals are measured; where they are chosen, and where they are measured. */
static void
add_measuring(struct request *rq, xmlNode *intervention)
{
	bool runs = strcmp(node_get(intervention, "state"), "running") == 0;

	node_set_int(intervention, "goals", rows_int(rq->db, 0, "SELECT COUNT(*) FROM progress_goal WHERE intervention_id = ? AND ended_on IS NULL",
	    ARGS(INT(rq->subject))));
	if (runs || strcmp(node_get(intervention, "state"), "accepted") == 0)
		node_set(intervention, "goals-href", request_href(rq, "/plan/interventions/%lld/goals", rq->subject));
	if (runs)
		node_set(intervention, "measure-href", request_href(rq, "/plan/interventions/%lld/measure", rq->subject));
}

/* Where to go from here; for a provider, how long he still sees this. */
static void
add_ways(struct request *rq, xmlNode *intervention)
{
	const char *state = node_get(intervention, "state"), *course = node_get(intervention, "course");

	if (strcmp(rq->grade, "provider") != 0 && request_may(rq, MAY_SEE_CASES))
		node_set(intervention, "href", request_href(rq, "/plan/%s/interventions", course));
	if (strcmp(state, "accepted") == 0 || strcmp(state, "running") == 0 || strcmp(state, "completed") == 0 || strcmp(state, "stopped") == 0)
		node_set(intervention, "progression", request_href(rq, "/plan/%s/progression?intervention=%lld", course, rq->subject));
	if (strcmp(rq->grade, "provider") == 0)
		node_set(intervention, "seen-until", rows_text(rq->db, rq, "SELECT GREATEST(ended_on, COALESCE(end_told_on, ended_on)) + INTERVAL ? DAY"
		    " FROM intervention WHERE id = ? AND ended_on IS NOT NULL", ARGS(INT(SUBJECT_PROVIDER_DAYS), INT(rq->subject))));
}

void
provider_get(struct request *rq, xmlNode *content)
{
	xmlNode *intervention = rows_add_one(rq->db, content, "intervention", intervention_sql,
	    ARGS(INT(rq->subject), TEXT(request_today(rq))));
	bool mine;

	if (!is_there(rq, intervention) || rows_add_one(rq->db, intervention, "citizen", "SELECT z.id, z.name, z.death_date AS 'died-on',"
	    " IF(z.protection_from <= t.today AND (z.protection_to IS NULL OR z.protection_to >= t.today), 'yes', NULL) AS protected"
	    " FROM (SELECT ? AS id, CAST(? AS DATE) AS today) t JOIN citizen z ON z.id = t.id", ARGS(INT(rq->citizen), TEXT(request_today(rq)))) == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-intervention");
		return;
	}
	mine = strcmp(node_get(intervention, "provider"), rq->user->uid) == 0;
	add_ways(rq, intervention);
	if (mine && course_is_open(node_get(intervention, "course-state"))) {
		add_measuring(rq, intervention);
		add_steps(rq, intervention);
	}
	absences_add(rq, intervention, mine);
	documents_add(rq, intervention, atoll(node_get(intervention, "course")), rq->subject);
	ending_add(rq, intervention, mine);
	message_form_add(rq, intervention, atoll(node_get(intervention, "course")), rq->subject);
}

long long
provider_lock(struct request *rq, bool any)
{
	const char *is[2];
	long long course;

	if (!rows_one(rq->db, rq, is, 2, "SELECT course_id, provider_uid FROM intervention WHERE id = ?", ARGS(INT(rq->subject))) ||
	    strcmp(is[1], rq->user->uid) != 0) {
		fail_request(rq, FAIL_DENIED, NULL);
		return 0;
	}
	course = atoll(is[0]);
	return (any ? course_lock_any(rq, course) : course_lock(rq, course)) == NULL ? 0 : course;
}

/* The provider takes its intervention one step on. */
static void
take_step(struct request *rq, enum intervention_event event, struct intervention_said said, const char *done)
{
	long long course = provider_lock(rq, false);

	if (course != 0 && intervention_take(rq, course, rq->subject, event, &said))
		see_other(rq, done, "/plan/interventions/%lld", rq->subject);
}

static void
accept_post(struct request *rq)
{
	take_step(rq, INTERVENTION_ACCEPT, (struct intervention_said){ .reason = NULL }, "accepted");
}

static void
start_post(struct request *rq)
{
	const char *first = intervention_first_day(rq, rq->subject);

	if (strcmp(field_text(rq, "started-on"), request_today(rq)) > 0)
		field_error(rq, "started-on", "in-future");
	else if (first != NULL && strcmp(field_text(rq, "started-on"), first) < 0)
		field_error(rq, "started-on", "before-order");
	else
		take_step(rq, INTERVENTION_START, (struct intervention_said){ .on = field_text(rq, "started-on") }, "started");
}

static void
decline_post(struct request *rq)
{
	take_step(rq, INTERVENTION_DECLINE, (struct intervention_said){ .reason = field_text(rq, "reason") }, "declined");
}

const struct route plan_intervention = {
	.path = "/plan/interventions/:id", .page = "intervention", .subject = &subject_intervention, .menu = "courses",
	.get = provider_get,
};

const struct route plan_intervention_accept = {
	.path = "/plan/interventions/:id/accept", .page = "intervention", .subject = &subject_intervention, .menu = "courses",
	.may_post = MAY_PROVIDE, .get = provider_get, .post = accept_post, .form = &accept_form,
};

const struct route plan_intervention_start = {
	.path = "/plan/interventions/:id/start", .page = "intervention", .subject = &subject_intervention, .menu = "courses",
	.may_post = MAY_PROVIDE, .get = provider_get, .post = start_post, .form = &start_form,
};

const struct route plan_intervention_decline = {
	.path = "/plan/interventions/:id/decline", .page = "intervention", .subject = &subject_intervention, .menu = "courses",
	.may_post = MAY_PROVIDE, .get = provider_get, .post = decline_post, .form = &decline_form,
};
