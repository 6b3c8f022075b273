/*
 * /plan/:id/interventions/:intervention - one of them, and what can be done with it: changed while it is proposed, ordered, withdrawn, stopped; or
 * another provider in the place of one who declined or left.
 *	<course> <intervention .../> <form intervention/>? <form intervention-dates/>? <form replace-intervention/>?
 *	    <form start-corrected/>? <form stop-intervention/>? <form withdraw-intervention/>? </course>
 * What the citizen has agreed to is not changed any more but for its dates, while it waits for a place.
 */
#include <stdlib.h>
#include <string.h>

#include "domain/catalogue.h"
#include "domain/course.h"
#include "domain/intervention.h"
#include "domain/permission.h"
#include "domain/staff.h"
#include "domain/subject.h"
#include "plan/intervention_form.h"
#include "plan/intervention_step.h"
#include "plan/pages.h"
#include "plan/proposal.h"
#include "plan/timeline.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static const struct field dates_fields[] = {
	{ .name = "starts-on",            .type = FIELD_DATE, .required = REQUIRED },
	{ .name = "ends-on",              .type = FIELD_DATE },
	{ .name = "first-measurement-on", .type = FIELD_DATE, .required = REQUIRED },
	{ 0 }
};
static const struct form dates_form = { .name = "intervention-dates", .fields = dates_fields };

static const struct field replace_fields[] = {
	{ .name = "provider",             .type = FIELD_CHOICE, .required = REQUIRED, .source = staff_provider_choices },
	{ .name = "starts-on",            .type = FIELD_DATE, .required = REQUIRED },
	{ .name = "ends-on",              .type = FIELD_DATE },
	{ .name = "first-measurement-on", .type = FIELD_DATE, .required = REQUIRED },
	{ .name = "reason",               .type = FIELD_LINE, .required = IN_CASE, .max = 400 },
	{ 0 }
};
static const char *const replace_submits[] = { "replace", NULL };
static const struct form replace_form = { .name = "replace-intervention", .fields = replace_fields, .submits = replace_submits };

static const struct field stop_fields[] = {
	{ .name = "ended-on", .type = FIELD_DATE, .required = REQUIRED },
	{ .name = "reason",   .type = FIELD_LINE, .required = REQUIRED, .max = 400 },
	{ 0 }
};
static const char *const stop_submits[] = { "stop", NULL };
static const struct form stop_form = { .name = "stop-intervention", .fields = stop_fields, .submits = stop_submits };

static const struct field started_fields[] = {
	{ .name = "started-on", .type = FIELD_DATE, .required = REQUIRED },
	{ 0 }
};
static const char *const started_submits[] = { "correct-start", NULL };
static const struct form started_form = { .name = "start-corrected", .fields = started_fields, .submits = started_submits };

static const struct field withdraw_fields[] = {
	{ .name = "reason", .type = FIELD_LINE, .required = REQUIRED, .max = 400 },
	{ 0 }
};
static const char *const withdraw_submits[] = { "withdraw", NULL };
static const struct form withdraw_form = { .name = "withdraw-intervention", .fields = withdraw_fields, .submits = withdraw_submits };

#define ACTION(what) "/plan/%lld/interventions/%lld" what, rq->subject, rq->ids[1]

static bool
is(const xmlNode *intervention, const char *attribute, const char *value)
{
	const char *text = node_get(intervention, attribute);

	return text != NULL && strcmp(text, value) == 0;
}

/* Proposed: all of it until it is agreed on, then its dates. */
static void
add_change(struct request *rq, xmlNode *course, xmlNode *intervention)
{
	xmlNode *form;

	if (!is(intervention, "agreed", "yes")) {
		intervention_form_set(rq, form_add(rq, course, &intervention_form, ACTION("")), rq->ids[1]);
		return;
	}
	form = form_add(rq, course, &dates_form, ACTION("/dates"));
	if (form == NULL)
		return;
	form_set_revision(form, atoll(node_get(intervention, "revision")));
	form_set(form, "starts-on", node_get(intervention, "starts-on"));
	form_set(form, "ends-on", node_get(intervention, "ends-on"));
	form_set(form, "first-measurement-on", node_get(intervention, "first-measurement-on"));
}

/* From the next working day on, until when it was to end. */
static void
add_replace(struct request *rq, xmlNode *course, const xmlNode *intervention)
{
	const struct catalogue_entry none = { .waiting_days = -1, .usual_weeks = -1 };
	const char *ends = node_get(intervention, "ends-on");
	xmlNode *form = form_add(rq, course, &replace_form, ACTION("/replace"));
	struct proposed_dates dates;

	if (form == NULL)
		return;
	proposal_dates(rq, &none, &dates);
	if (ends != NULL && strcmp(ends, dates.starts.iso) < 0)
		ends = NULL;
	form_set(form, "starts-on", dates.starts.iso);
	form_set(form, "ends-on", ends);
	form_set(form, "first-measurement-on", ends != NULL && strcmp(ends, dates.measured.iso) < 0 ? ends : dates.measured.iso);
	if (is(intervention, "state", "declined"))
		form_drop(form, "field", "reason");
}

/* The day when it began, as its provider said it, can be corrected; and it can be stopped. */
static void
add_running(struct request *rq, xmlNode *course, const xmlNode *intervention)
{
	xmlNode *form = form_add(rq, course, &started_form, ACTION("/started"));

	form_set(form, "started-on", node_get(intervention, "started-on"));
	form_set_revision(form, atoll(node_get(intervention, "revision")));
	form_set(form_add(rq, course, &stop_form, ACTION("/stop")), "ended-on", request_today(rq));
}

static void
change_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content), *intervention;

	if (course == NULL)
		return;
	intervention = interventions_add_one(rq, course, rq->ids[1]);
	if (intervention == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-intervention");
		return;
	}
	if (!course_writable(rq, course))
		return;
	intervention_steps_add(rq, intervention);
	if (is(intervention, "state", "proposed"))
		add_change(rq, course, intervention);
	if (is(intervention, "waits", "provider") || (is(intervention, "provider-left", "yes") && !is(intervention, "state", "proposed")))
		add_replace(rq, course, intervention);
	if (is(intervention, "state", "running"))
		add_running(rq, course, intervention);
	if (intervention_rule_find(node_get(intervention, "state"), INTERVENTION_WITHDRAW) != NULL)
		form_add(rq, course, &withdraw_form, ACTION("/withdraw"));
}

/* The intervention, its course locked: id (0, and the request knows why, for none that is as it was), state, plan and its plan's state. */
struct locked { long long plan; const char *course_state, *state, *plan_state, *provider; };

static bool
lock(struct request *rq, bool revised, struct locked *out)
{
	const char *is_now[5], *course_state = course_lock(rq, rq->subject);

	if (course_state == NULL)
		return false;
	if (!rows_one(rq->db, rq, is_now, 5, "SELECT i.state, i.plan_id, p.state, i.revision, i.provider_uid FROM intervention i"
	    " JOIN plan p ON p.id = i.plan_id WHERE i.course_id = ? AND i.id = ?", ARGS(INT(rq->subject), INT(rq->ids[1])))) {
		fail_request(rq, FAIL_MISSING, "no-such-intervention");
		return false;
	}
	*out = (struct locked){ .plan = atoll(is_now[1]), .course_state = course_state, .state = is_now[0], .plan_state = is_now[2], .provider = is_now[4] };
	return !revised || !revision_stale(rq, atoll(is_now[3]));
}

static bool
is_changeable(struct request *rq, const struct locked *now, bool agreed)
{
	if (strcmp(now->state, "proposed") == 0 && (strcmp(now->plan_state, "agreed") == 0) == agreed)
		return true;
	fail_request(rq, FAIL_INPUT, "intervention-state");
	return false;
}

static void
change_post(struct request *rq)
{
	struct locked now;

	if (!intervention_form_check(rq) || !lock(rq, true, &now) || !is_changeable(rq, &now, false) || !intervention_form_fits(rq, now.plan))
		return;
	intervention_form_update(rq, rq->ids[1]);
	plan_ask_anew(rq, now.plan);
	see_other(rq, "saved", "/plan/%lld/interventions", rq->subject);
}

static void
dates_post(struct request *rq)
{
	struct locked now;

	if (!intervention_form_check(rq) || !lock(rq, true, &now) || !is_changeable(rq, &now, true) || !intervention_form_fits(rq, now.plan))
		return;
	exec(rq->db, "UPDATE intervention SET starts_on = ?, ends_on = ?, first_measurement_on = ?, changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND id = ?", ARGS(FIELD(rq, "starts-on"), FIELD(rq, "ends-on"), FIELD(rq, "first-measurement-on"),
	    TEXT(rq->user->uid), INT(rq->subject), INT(rq->ids[1])));
	see_other(rq, "saved", "/plan/%lld/interventions", rq->subject);
}

/* The same with another provider, in the plan in force; what is offered now, where that is another version. */
static long long
copy(struct request *rq, long long plan)
{
	return exec_insert(rq->db, "INSERT INTO intervention (course_id, plan_id, conference_id, replaces_id, catalogue_version_id, title, kind, track,"
	    " is_offer, is_company_offer, hours_week, place, price, price_per, goal, facts, focus_area_id, provider_uid, starts_on, ends_on,"
	    " first_measurement_on, changed_by) SELECT i.course_id, ?, i.conference_id, i.id, (SELECT n.id FROM catalogue_version v"
	    "  JOIN catalogue_version n ON n.entry_id = v.entry_id AND n.state = 'published' WHERE v.id = i.catalogue_version_id), i.title, i.kind,"
	    "  i.track, i.is_offer, i.is_company_offer, i.hours_week, i.place, i.price, i.price_per, i.goal, i.facts, i.focus_area_id, ?, ?, ?, ?, ?"
	    " FROM intervention i WHERE i.course_id = ? AND i.id = ?",
	    ARGS(INT(plan), FIELD(rq, "provider"), FIELD(rq, "starts-on"), FIELD(rq, "ends-on"), FIELD(rq, "first-measurement-on"),
	    TEXT(rq->user->uid), INT(rq->subject), INT(rq->ids[1])));
}

/* What was taken out of the catalogue for good is not ordered of anybody any more. */
static bool
is_offered(struct request *rq)
{
	long long version = rows_int(rq->db, 0, "SELECT COALESCE(catalogue_version_id, 0) FROM intervention WHERE course_id = ? AND id = ?",
	    ARGS(INT(rq->subject), INT(rq->ids[1])));

	if (version != 0 && catalogue_current(rq, version) == 0)
		fail_request(rq, FAIL_INPUT, "offer-retired");
	return !request_failed(rq);
}

static bool
check_replace(struct request *rq, const struct locked *now)
{
	bool replaced = rows_int(rq->db, 0, "SELECT 1 FROM intervention WHERE course_id = ? AND replaces_id = ? AND state <> 'withdrawn' LIMIT 1",
	    ARGS(INT(rq->subject), INT(rq->ids[1]))) == 1;

	if (replaced || strcmp(now->state, "proposed") == 0 || intervention_is_over(now->state))
		fail_request(rq, FAIL_INPUT, replaced ? "intervention-replaced" : "intervention-state");
	else if (strcmp(field_text(rq, "provider"), now->provider) == 0)
		field_error(rq, "provider", "same-provider");
	else if (strcmp(now->state, "declined") != 0 && field_text(rq, "reason") == NULL)
		field_error(rq, "reason", "required");
	return !request_failed(rq);
}

static void
replace_post(struct request *rq)
{
	const struct intervention_said said = { .reason = field_text(rq, "reason") };
	struct locked now;
	long long plan, later;

	if (!intervention_form_check(rq) || !lock(rq, false, &now) || !check_replace(rq, &now))
		return;
	plan = rows_int(rq->db, 0, "SELECT id FROM plan WHERE course_id = ? AND state = 'agreed' ORDER BY version DESC LIMIT 1", ARGS(INT(rq->subject)));
	if (plan == 0) {
		fail_request(rq, FAIL_INPUT, "no-plan");
		return;
	}
	if (!intervention_form_fits(rq, plan) || !is_offered(rq))
		return;
	later = copy(rq, plan);
	if (!intervention_replace(rq, rq->subject, rq->ids[1], later, &said))
		return;
	intervention_course_goes_on(rq, rq->subject, now.course_state);
	intervention_ordered(rq, later);
}

static void
end_with(struct request *rq, enum intervention_event event, const char *on, const char *done)
{
	const struct intervention_said said = { .reason = field_text(rq, "reason"), .on = on };
	struct locked now;

	if (!lock(rq, false, &now) || !intervention_take(rq, rq->subject, rq->ids[1], event, &said))
		return;
	if (strcmp(now.state, "proposed") == 0)
		plan_ask_anew(rq, now.plan);
	see_other(rq, done, "/plan/%lld/interventions", rq->subject);
}

static void
stop_post(struct request *rq)
{
	const char *started = rows_text(rq->db, rq, "SELECT started_on FROM intervention WHERE course_id = ? AND id = ?",
	    ARGS(INT(rq->subject), INT(rq->ids[1])));

	if (strcmp(field_text(rq, "ended-on"), request_today(rq)) > 0)
		field_error(rq, "ended-on", "in-future");
	else if (started != NULL && strcmp(field_text(rq, "ended-on"), started) < 0)
		field_error(rq, "ended-on", "before-start");
	else
		end_with(rq, INTERVENTION_STOP, field_text(rq, "ended-on"), "intervention-stopped");
}

/* Between the order and today, and not after it is to end. */
static void
check_started(struct request *rq)
{
	const char *on = field_text(rq, "started-on"), *first = intervention_first_day(rq, rq->ids[1]);
	const char *ends = rows_text(rq->db, rq, "SELECT ends_on FROM intervention WHERE id = ?", ARGS(INT(rq->ids[1])));

	if (strcmp(on, request_today(rq)) > 0)
		field_error(rq, "started-on", "in-future");
	else if (first != NULL && strcmp(on, first) < 0)
		field_error(rq, "started-on", "before-order");
	else if (ends != NULL && strcmp(on, ends) > 0)
		field_error(rq, "started-on", "after-end");
}

static void
started_post(struct request *rq)
{
	struct locked now;

	if (!lock(rq, true, &now))
		return;
	if (strcmp(now.state, "running") != 0)
		fail_request(rq, FAIL_INPUT, "intervention-state");
	else
		check_started(rq);
	if (request_failed(rq))
		return;
	exec(rq->db, "UPDATE intervention SET started_on = ?, changed_by = ?, revision = revision + 1 WHERE course_id = ? AND id = ?",
	    ARGS(FIELD(rq, "started-on"), TEXT(rq->user->uid), INT(rq->subject), INT(rq->ids[1])));
	see_other(rq, "saved", "/plan/%lld/interventions", rq->subject);
}

static void
withdraw_post(struct request *rq)
{
	end_with(rq, INTERVENTION_WITHDRAW, NULL, "intervention-withdrawn");
}

#define CHANGE(name, post_, form_) \
	{ .path = "/plan/:id/interventions/:intervention" name, .page = "interventions-one", .subject = &subject_course, .menu = "courses", \
	  .may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE, .get = change_get, .post = post_, .form = form_ }

const struct route plan_intervention_change = CHANGE("", change_post, &intervention_form);
const struct route plan_intervention_dates = CHANGE("/dates", dates_post, &dates_form);
const struct route plan_intervention_replace = CHANGE("/replace", replace_post, &replace_form);
const struct route plan_intervention_started = CHANGE("/started", started_post, &started_form);
const struct route plan_intervention_stop = CHANGE("/stop", stop_post, &stop_form);
const struct route plan_intervention_withdraw = CHANGE("/withdraw", withdraw_post, &withdraw_form);
