/*
 * /plan/:id/interventions - the parallel interventions on one time line, and a new one for the plan.
 *	<course> <intervention .../>* <timeline/>? <form intervention/> </course>		(timeline.h)
 * A new one makes the next version of the plan, or goes into it while it is not agreed on.  The plan in force stays so.
 */
#include <string.h>

#include "domain/course.h"
#include "domain/course_event.h"
#include "domain/choice.h"
#include "domain/permission.h"
#include "domain/staff.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "plan/proposal.h"
#include "plan/timeline.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static void focus_area_choices(struct request *rq, xmlNode *field);

static const struct field intervention_fields[] = {
	{ .name = "title",                .type = FIELD_LINE, .required = REQUIRED },
	{ .name = "provider",             .type = FIELD_CHOICE, .required = REQUIRED, .source = staff_provider_choices },
	{ .name = "goal",                 .type = FIELD_TEXT, .required = REQUIRED, .max = 1000 },
	{ .name = "focus-area",           .type = FIELD_CHOICE, .source = focus_area_choices },
	{ .name = "starts-on",            .type = FIELD_DATE, .required = REQUIRED },
	{ .name = "ends-on",              .type = FIELD_DATE },
	{ .name = "first-measurement-on", .type = FIELD_DATE, .required = REQUIRED },
	{ 0 }
};
static const struct form intervention_form = { .name = "intervention", .fields = intervention_fields };

static const struct field end_fields[] = {
	{ .name = "ends-on", .type = FIELD_DATE, .required = REQUIRED },
	{ 0 }
};
static const char *const end_submits[] = { "set-end", NULL };
static const struct form end_form = { .name = "end-intervention", .fields = end_fields, .submits = end_submits };

static void
focus_area_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT id, CONCAT(priority, '. ', COALESCE(icf_title, LEFT(description, 80))) FROM focus_area"
	    " WHERE course_id = ? AND state IN ('open', 'chosen') ORDER BY priority, id", ARGS(INT(rq->subject)));
}

/* Plans are made after the conference; a paused course waits. */
static bool
may_plan(const char *state)
{
	return strcmp(state, "planning") == 0 || strcmp(state, "active") == 0;
}

/* What runs without an end gets one, at the latest before the course is closed. */
static void
add_ends(struct request *rq, xmlNode *course)
{
	xmlNode *i;

	for (i = node_child(course, "intervention"); i != NULL; i = node_next(i, "intervention"))
		if (strcmp(node_get(i, "state"), "running") == 0 && node_get(i, "ends-on") == NULL)
			form_add(rq, i, &end_form, "/plan/%lld/interventions/%s/end", rq->subject, node_get(i, "id"));
}

static void
interventions_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content);

	if (course == NULL)
		return;
	interventions_add(rq, course, false);
	if (course_writable(rq, course))
		add_ends(rq, course);
	if (rq->form != NULL || may_plan(node_get(course, "state")))
		form_add(rq, course, &intervention_form, "/plan/%lld/interventions", rq->subject);
}

static void
check_dates(struct request *rq)
{
	const char *starts = field_text(rq, "starts-on"), *ends = field_text(rq, "ends-on");
	const char *measured = field_text(rq, "first-measurement-on");

	if (ends != NULL && strcmp(ends, starts) < 0)
		field_error(rq, "ends-on", "before-start");
	if (strcmp(measured, starts) < 0)
		field_error(rq, "first-measurement-on", "before-start");
	else if (ends != NULL && strcmp(measured, ends) > 0)
		field_error(rq, "first-measurement-on", "after-end");
}

static void
interventions_post(struct request *rq)
{
	const char *state;
	long long plan;

	check_dates(rq);
	if (request_failed(rq))
		return;
	state = course_lock(rq, rq->subject);
	if (state == NULL)
		return;
	if (!may_plan(state)) {
		fail_request(rq, FAIL_INPUT, "course-state");
		return;
	}
	plan = plan_draft(rq);
	exec_insert(rq->db, "INSERT INTO intervention (course_id, plan_id, title, provider_uid, goal, focus_area_id, starts_on, ends_on,"
	    " first_measurement_on, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	    ARGS(INT(rq->subject), INT(plan), FIELD(rq, "title"), FIELD(rq, "provider"), FIELD(rq, "goal"), FIELD(rq, "focus-area"),
	    FIELD(rq, "starts-on"), FIELD(rq, "ends-on"), FIELD(rq, "first-measurement-on"), TEXT(rq->user->uid)));
	exec(rq->db, "UPDATE focus_area SET state = 'chosen', changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND id = ? AND state = 'open'", ARGS(TEXT(rq->user->uid), INT(rq->subject), FIELD(rq, "focus-area")));
	if (strcmp(state, "planning") != 0)
		course_take(rq, rq->subject, state, COURSE_REPLAN);
	see_other(rq, "intervention-added", "/plan/%lld/interventions", rq->subject);
}

static void
end_post(struct request *rq)
{
	const char *started;

	if (course_lock(rq, rq->subject) == NULL)
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
