/*
 * /plan/interventions - what one is asked to run - and /plan/interventions/:id - one of them.
 *	<list name="interventions"> <intervention id href state title citizen-id citizen-name starts-on waits/>* </list>
 *	<intervention id state title goal provider provider-name starts-on ends-on first-measurement-on started-on state-reason
 *	    plan-version agreed-on [href] [progression]> <citizen id name/> <form accept/> <form decline/> <form start/> </intervention>
 * The provider learns what was agreed, and nothing else of the course.
 */
#include <stdlib.h>
#include <string.h>

#include "domain/course.h"
#include "domain/intervention.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/inbox.h"
#include "plan/pages.h"
#include "rule/course_state.h"
#include "sql/rows.h"
#include "web/form.h"
#include "web/list.h"
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

#define INBOX_FROM \
	" FROM (SELECT CAST(? AS DATE) AS today, ? AS uid) t JOIN intervention i ON i.provider_uid = t.uid" \
	"  AND i.state NOT IN ('proposed', 'withdrawn', 'declined') JOIN course c ON c.id = i.course_id" \
	" JOIN citizen z ON z.id = c.citizen_id"
#define INBOX \
	"SELECT i.id, i.state, i.title, c.citizen_id AS 'citizen-id', z.name AS 'citizen-name', i.starts_on AS 'starts-on'," \
	"  i.first_measurement_on AS 'first-measurement-on', z.death_date AS 'died-on'," \
	"  CASE WHEN i.state = 'ordered' THEN 'acceptance' WHEN i.state = 'accepted' THEN 'start'" \
	"   WHEN i.state = 'running' AND i.first_measurement_on <= t.today AND NOT EXISTS (SELECT 1 FROM measurement m" \
	"    WHERE m.intervention_id = i.id AND m.measured_by = 'provider') THEN 'measurement' END AS waits" INBOX_FROM

static const struct list_sort inbox_sorts[] = {
	{ "state",  INBOX " ORDER BY FIELD(i.state, 'ordered', 'accepted', 'running', 'completed', 'stopped'), i.starts_on, i.id"
	    " LIMIT ? OFFSET ?" },
	{ "starts", INBOX " ORDER BY i.starts_on, i.id LIMIT ? OFFSET ?" },
	{ "-starts", INBOX " ORDER BY i.starts_on DESC, i.id LIMIT ? OFFSET ?" },
	{ "name",   INBOX " ORDER BY z.name, i.id LIMIT ? OFFSET ?" },
	{ "-name",  INBOX " ORDER BY z.name DESC, i.id LIMIT ? OFFSET ?" },
	{ NULL, NULL }
};

void
inbox_add(struct request *rq, xmlNode *content)
{
	xmlNode *list = list_add(rq, content, "interventions", "intervention", inbox_sorts, "SELECT COUNT(*)" INBOX_FROM,
	    ARGS(TEXT(request_today(rq)), TEXT(rq->user->uid))), *i;

	for (i = node_child(list, "intervention"); i != NULL; i = node_next(i, "intervention"))
		node_set(i, "href", request_href(rq, "/plan/interventions/%s", node_get(i, "id")));
}

static bool
is_provider(struct request *rq, const xmlNode *intervention)
{
	return intervention != NULL && strcmp(node_get(intervention, "provider"), rq->user->uid) == 0;
}

/* What its state lets the provider do. */
static void
add_forms(struct request *rq, xmlNode *intervention)
{
	const char *state = node_get(intervention, "state");
	xmlNode *form;

	if (strcmp(state, "ordered") == 0) {
		form_add(rq, intervention, &accept_form, "/plan/interventions/%lld/accept", rq->subject);
		form_add(rq, intervention, &decline_form, "/plan/interventions/%lld/decline", rq->subject);
	} else if (strcmp(state, "accepted") == 0) {
		form = form_add(rq, intervention, &start_form, "/plan/interventions/%lld/start", rq->subject);
		if (strcmp(node_get(intervention, "starts-on"), request_today(rq)) <= 0)
			form_set(form, "started-on", node_get(intervention, "starts-on"));
	}
}

static void
intervention_get(struct request *rq, xmlNode *content)
{
	xmlNode *intervention = rows_add_one(rq->db, content, "intervention",
	    "SELECT i.id, i.state, i.title, i.goal, i.provider_uid AS provider, s.name AS 'provider-name', i.starts_on AS 'starts-on',"
	    "  i.ends_on AS 'ends-on', i.first_measurement_on AS 'first-measurement-on', i.started_on AS 'started-on',"
	    "  i.state_reason AS 'state-reason', p.version AS 'plan-version', p.agreed_on AS 'agreed-on', i.course_id AS course,"
	    "  w.name AS 'caseworker-name', c.state AS 'course-state'"
	    " FROM intervention i JOIN plan p ON p.id = i.plan_id JOIN course c ON c.id = i.course_id"
	    " JOIN staff s ON s.uid = i.provider_uid JOIN staff w ON w.uid = c.caseworker_uid WHERE i.id = ?", ARGS(INT(rq->subject)));
	const char *state = node_get(intervention, "state"), *course = node_get(intervention, "course");

	if (intervention == NULL || rows_add_one(rq->db, intervention, "citizen", "SELECT id, name, death_date AS 'died-on' FROM citizen"
	    " WHERE id = ?", ARGS(INT(rq->citizen))) == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-intervention");
		return;
	}
	if (request_may(rq, MAY_SEE_CASES) && strcmp(rq->grade, "provider") != 0)
		node_set(intervention, "href", request_href(rq, "/plan/%s/interventions", course));
	if (strcmp(state, "ordered") != 0 && strcmp(state, "proposed") != 0 && strcmp(state, "declined") != 0)
		node_set(intervention, "progression", request_href(rq, "/plan/%s/progression?intervention=%lld", course, rq->subject));
	if (is_provider(rq, intervention) && course_is_open(node_get(intervention, "course-state")))
		add_forms(rq, intervention);
}

static void
inbox_get(struct request *rq, xmlNode *content)
{
	inbox_add(rq, content);
}

/* The provider takes its intervention one step on; false (and the request knows why) where it cannot. */
static bool
take_step(struct request *rq, enum intervention_event event, const struct intervention_said *said)
{
	const char *is[2];

	if (!rows_one(rq->db, rq, is, 2, "SELECT course_id, provider_uid FROM intervention WHERE id = ?", ARGS(INT(rq->subject))) ||
	    strcmp(is[1], rq->user->uid) != 0) {
		fail_request(rq, FAIL_DENIED, NULL);
		return false;
	}
	return course_lock(rq, atoll(is[0])) != NULL && intervention_take(rq, atoll(is[0]), rq->subject, event, said);
}

static void
accept_post(struct request *rq)
{
	if (take_step(rq, INTERVENTION_ACCEPT, &(struct intervention_said){ .reason = NULL }))
		see_other(rq, "accepted", "/plan/interventions/%lld", rq->subject);
}

static void
start_post(struct request *rq)
{
	if (strcmp(field_text(rq, "started-on"), request_today(rq)) > 0)
		field_error(rq, "started-on", "in-future");
	else if (take_step(rq, INTERVENTION_START, &(struct intervention_said){ .on = field_text(rq, "started-on") }))
		see_other(rq, "started", "/plan/interventions/%lld", rq->subject);
}

static void
decline_post(struct request *rq)
{
	if (take_step(rq, INTERVENTION_DECLINE, &(struct intervention_said){ .reason = field_text(rq, "reason") }))
		see_other(rq, "declined", "/plan/interventions/%lld", rq->subject);
}

const struct route plan_inbox = {
	.path = "/plan/interventions", .page = "inbox", .menu = "courses", .may = MAY_PROVIDE,
	.get = inbox_get,
};

const struct route plan_intervention = {
	.path = "/plan/interventions/:id", .page = "intervention", .subject = &subject_intervention, .menu = "courses",
	.get = intervention_get,
};

const struct route plan_intervention_accept = {
	.path = "/plan/interventions/:id/accept", .page = "intervention", .subject = &subject_intervention, .menu = "courses",
	.may_post = MAY_PROVIDE,
	.get = intervention_get, .post = accept_post, .form = &accept_form,
};

const struct route plan_intervention_start = {
	.path = "/plan/interventions/:id/start", .page = "intervention", .subject = &subject_intervention, .menu = "courses",
	.may_post = MAY_PROVIDE,
	.get = intervention_get, .post = start_post, .form = &start_form,
};

const struct route plan_intervention_decline = {
	.path = "/plan/interventions/:id/decline", .page = "intervention", .subject = &subject_intervention, .menu = "courses",
	.may_post = MAY_PROVIDE,
	.get = intervention_get, .post = decline_post, .form = &decline_form,
};
