/*
 * /plan/:id/interventions - the parallel interventions on one time line, what each waits for, and a new one for the plan.
 *	<course> <intervention .../>* <timeline/>? <form intervention/>? <form find-offer/>? <offers/>? </course>		(timeline.h)
 *	?q=&track= searches the catalogue; ?version=N begins a new one with what it offers, ?from=N with an earlier intervention.
 * A new one makes the next version of the plan, or goes into it while it is not agreed on.  The plan in force stays so.
 */
#include <stdlib.h>
#include <string.h>

#include "domain/catalogue.h"
#include "domain/course.h"
#include "domain/course_event.h"
#include "domain/permission.h"
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

enum { OFFERS = 12 };

static const struct field find_fields[] = {
	{ .name = "q",     .type = FIELD_LINE, .max = 60 },
	{ .name = "track", .type = FIELD_CHOICE, .choices = catalogue_tracks },
	{ 0 }
};
static const struct form find_form = { .name = "find-offer", .fields = find_fields, .get = true };

static const struct field end_fields[] = {
	{ .name = "ends-on", .type = FIELD_DATE, .required = REQUIRED },
	{ 0 }
};
static const char *const end_submits[] = { "set-end", NULL };
static const struct form end_form = { .name = "end-intervention", .fields = end_fields, .submits = end_submits };

/* Plans are made after the conference; a paused course waits. */
static bool
may_plan(const char *state)
{
	return strcmp(state, "planning") == 0 || strcmp(state, "active") == 0;
}

/* What one press does: an end for what has none, an order, another version of the catalogue. */
static void
add_forms(struct request *rq, xmlNode *course)
{
	xmlNode *i;

	for (i = node_child(course, "intervention"); i != NULL; i = node_next(i, "intervention")) {
		if (strcmp(node_get(i, "state"), "running") == 0 && node_get(i, "ends-on") == NULL)
			form_add(rq, i, &end_form, "/plan/%lld/interventions/%s/end", rq->subject, node_get(i, "id"));
		intervention_steps_add(rq, i);
	}
}

/* What was searched for, or the one that was chosen. */
static void
add_offers(struct request *rq, xmlNode *course, long long chosen)
{
	const char *q = query_text(rq, "q"), *track = query_text(rq, "track");
	xmlNode *offers, *entry;

	if (chosen == 0 && pairs_find(&rq->query, "q") == NULL)
		return;
	offers = node_add(course, "offers");
	node_set(offers, "q", q);
	node_set(offers, "track", track);
	if (chosen != 0)
		node_set(catalogue_add_one(rq, offers, chosen), "chosen", "yes");
	else
		catalogue_add(rq, offers, q, track, OFFERS);
	for (entry = node_child(offers, "catalogue-entry"); entry != NULL; entry = node_next(entry, "catalogue-entry"))
		node_set(entry, "choose", request_href(rq, "/plan/%lld/interventions?version=%s#form-intervention", rq->subject,
		    node_get(entry, "version")));
}

/* The version that a new one begins with; one that was retired meanwhile gives way to what stands in its place. */
static long long
chosen_version(struct request *rq)
{
	const char *sent = rq->form == NULL ? NULL : field_text(rq, "version");
	long long version = sent != NULL ? atoll(sent) : query_int(rq, "version", 0, 1, 1000000000000);

	return version == 0 ? 0 : catalogue_current(rq, version);
}

static void
add_new(struct request *rq, xmlNode *course)
{
	long long version = chosen_version(rq);
	xmlNode *form = form_add(rq, course, &intervention_form, "/plan/%lld/interventions", rq->subject);

	if (form == NULL)
		return;
	form_add(rq, course, &find_form, "/plan/%lld/interventions", rq->subject);
	add_offers(rq, course, version);
	intervention_form_begin(rq, form, version, query_int(rq, "from", 0, 1, 1000000000000));
}

static bool
has_died(const xmlNode *course)
{
	const xmlNode *citizen = node_child(course, "citizen");

	return citizen != NULL && node_get(citizen, "died-on") != NULL;
}

static void
interventions_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content);

	if (course == NULL)
		return;
	interventions_add(rq, course, false);
	if (course_writable(rq, course))
		add_forms(rq, course);
	if (rq->as_of == NULL && (rq->form != NULL || (may_plan(node_get(course, "state")) && !has_died(course))))
		add_new(rq, course);
}

static void
interventions_post(struct request *rq)
{
	const char *state;
	long long plan;

	if (!intervention_form_check(rq))
		return;
	state = course_lock(rq, rq->subject);
	if (state == NULL || !plan_for_living(rq))
		return;
	if (!may_plan(state)) {
		fail_request(rq, FAIL_INPUT, "course-state");
		return;
	}
	plan = plan_draft(rq);
	if (!intervention_form_fits(rq, plan))
		return;
	intervention_form_insert(rq, plan);
	plan_ask_anew(rq, plan);
	if (strcmp(state, "planning") != 0)
		course_take(rq, rq->subject, state, COURSE_REPLAN);
	see_other(rq, "intervention-added", "/plan/%lld/interventions", rq->subject);
}

static void
end_post(struct request *rq)
{
	const char *started;

	intervention_day_check(rq, "ends-on");
	if (request_failed(rq) || course_lock(rq, rq->subject) == NULL)
		return;
	started = rows_text(rq->db, rq, "SELECT GREATEST(starts_on, COALESCE(started_on, starts_on)) FROM intervention"
	    " WHERE course_id = ? AND id = ? AND state = 'running' AND ends_on IS NULL FOR UPDATE", ARGS(INT(rq->subject), INT(rq->ids[1])));
	if (started == NULL) {
		fail_request(rq, FAIL_INPUT, "intervention-state");
		return;
	}
	if (strcmp(field_text(rq, "ends-on"), started) < 0) {
		field_error(rq, "ends-on", "before-start");
		return;
	}
	exec(rq->db, "UPDATE intervention SET ends_on = ?, changed_by = ?, revision = revision + 1 WHERE course_id = ? AND id = ?",
	    ARGS(FIELD(rq, "ends-on"), TEXT(rq->user->uid), INT(rq->subject), INT(rq->ids[1])));
	see_other(rq, "saved", "/plan/%lld/interventions", rq->subject);
}

#define STEP(name, form_) \
	{ .path = "/plan/:id/interventions/:intervention/" name, .page = "interventions", .subject = &subject_course, .menu = "courses", \
	  .may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE, .get = interventions_get, .post = intervention_ ## form_ ## _post, \
	  .form = &intervention_ ## form_ ## _form }

const struct route plan_intervention_order = STEP("order", order);
const struct route plan_intervention_current = STEP("current", current);
const struct route plan_intervention_own = STEP("own", own);

const struct route plan_intervention_end = {
	.path = "/plan/:id/interventions/:intervention/end", .page = "interventions", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = interventions_get, .post = end_post, .form = &end_form,
};

const struct route plan_interventions = {
	.path = "/plan/:id/interventions", .page = "interventions", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = interventions_get, .post = interventions_post, .form = &intervention_form,
};
