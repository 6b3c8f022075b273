/*
 * /plan/interventions/:id/measure - the provider measures: all goals at once, without the citizen's values.
 *	<measured ...> <access-code/>? <typed/>* <given .../>* <form measurement/>? <form citizen-code/>? </measured>
 * /plan/interventions/:id/measure/:measurement - a wrong one of one's own is corrected by addition.
 *	<measured ...> <given current .../>* <form correction/> </measured>
 * What the provider has given is shown to its provider alone: others see it on the course's page when both have measured, or after a week.
 */
#include <stdlib.h>
#include <string.h>

#include "domain/course.h"
#include "domain/measurement.h"
#include "domain/measuring_sheet.h"
#include "domain/permission.h"
#include "domain/progress.h"
#include "domain/stop.h"
#include "domain/subject.h"
#include "plan/measuring.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static const char *const measure_submits[] = { "measure", NULL };

static const struct field no_fields[] = { { 0 } };
static const char *const code_submits[] = { "issue", NULL };
static const struct form code_form = { .name = "citizen-code", .fields = no_fields, .submits = code_submits };

static const struct field correction_fields[] = {
	{ .name = "value",        .type = FIELD_SCALE, .max = PROGRESSION_MAX },
	{ .name = "not-possible", .type = FIELD_LINE, .required = IN_CASE },
	{ .name = "comment",      .type = FIELD_TEXT, .max = 2000 },
	{ .name = "reason",       .type = FIELD_LINE, .required = REQUIRED, .max = 400 },
	{ 0 }
};
static const char *const correct_submits[] = { "correct", NULL };
static const struct form correction_form = { .name = "correction", .fields = correction_fields, .submits = correct_submits };

static struct measuring_sheet *
sheet_of(struct request *rq, long long course)
{
	return measuring_sheet_read(rq, course, rq->subject, "provider", measure_submits);
}

static const struct form *
measure_form(struct request *rq)
{
	return &sheet_of(rq, 0)->form;
}

/* Is the value of that question and round still its giver's alone? */
static bool
is_closed(const struct progress *progress, long long question, int round)
{
	size_t i, j;

	for (i = 0; i < progress->count; i++)
		for (j = 0; progress->goals[i].question == question && j < progress->goals[i].rounds_count; j++)
			if (progress->goals[i].rounds[j].round == round)
				return !progress->goals[i].rounds[j].open;
	return false;
}

/* Each can be corrected as long as it is measured. */
static void
add_given(struct request *rq, xmlNode *measured, bool runs)
{
	const struct progress *progress = progress_read(rq->db, rq, rq->subject, rq->as_of);
	xmlNode *given;

	measurement_given_add(rq, measured, rq->subject, "provider");
	for (given = node_child(measured, "given"); given != NULL; given = node_next(given, "given")) {
		node_set(given, "closed", is_closed(progress, atoll(node_get(given, "question")), atoi(node_get(given, "round"))) ? "yes" : NULL);
		if (runs)
			node_set(given, "href", request_href(rq, "/plan/interventions/%lld/measure/%s", rq->subject, node_get(given, "id")));
	}
}

static void
measure_get(struct request *rq, xmlNode *content)
{
	xmlNode *measured = measured_add(rq, content);
	bool runs = measured_runs(rq, measured);
	struct measuring_sheet *sheet;

	if (measured == NULL)
		return;
	if (node_get(measured, "mine") != NULL) {
		measurement_code_add(rq, measured, rq->subject);
		sheet = sheet_of(rq, atoll(node_get(measured, "course")));
		measuring_sheet_typed_add(rq, measured, sheet);
		add_given(rq, measured, runs);
		if (runs)
			measuring_sheet_add(rq, measured, sheet, request_format(rq, "/plan/interventions/%lld/measure", rq->subject));
	}
	if (measured_asks(rq, measured) && measurement_asks_citizen(rq, rq->subject))
		form_add(rq, measured, &code_form, "/plan/interventions/%lld/code", rq->subject);
}

static void
measure_post(struct request *rq)
{
	long long course = measured_lock(rq, false);
	struct measuring_sheet *sheet;

	if (course == 0) {
		form_read(rq, measure_form(rq));
		return;
	}
	sheet = sheet_of(rq, course);
	if (!measuring_sheet_keep(rq, sheet))
		return;
	measurement_first_end(rq, course, "done", request_today(rq));
	stop_look(rq->db, rq, request_today(rq), rq->user->uid, course, rq->subject);
	measurement_code_offer(rq, rq->subject);
	see_other(rq, "measured", "/plan/interventions/%lld/measure", rq->subject);
}

static void
code_post(struct request *rq)
{
	if (measured_lock_alive(rq, false) == 0)
		return;
	if (!measurement_asks_citizen(rq, rq->subject)) {
		fail_request(rq, FAIL_INPUT, "citizen-not-asked");
		return;
	}
	measurement_code_issue(rq, rq->subject);
	see_other(rq, "code-issued", "/plan/interventions/%lld/measure", rq->subject);
}

/* What counts of the one that the path names: it, or its last correction.  The others are not on the page. */
static xmlNode *
one_to_correct(struct request *rq, xmlNode *measured)
{
	xmlNode *given, *next, *one = NULL;
	const char *is[2];

	if (node_get(measured, "mine") == NULL || !rows_one(rq->db, rq, is, 2, "SELECT question_id, round FROM measurement WHERE id = ?"
	    " AND intervention_id = ? AND measured_by = 'provider'", ARGS(INT(rq->ids[1]), INT(rq->subject))))
		return NULL;
	measurement_given_add(rq, measured, rq->subject, "provider");
	for (given = node_child(measured, "given"); given != NULL; given = next) {
		next = node_next(given, "given");
		if (strcmp(node_get(given, "question"), is[0]) == 0 && strcmp(node_get(given, "round"), is[1]) == 0) {
			one = given;
			continue;
		}
		xmlUnlinkNode(given);
		xmlFreeNode(given);
	}
	return one;
}

static void
correct_get(struct request *rq, xmlNode *content)
{
	xmlNode *measured = measured_add(rq, content), *one = measured == NULL ? NULL : one_to_correct(rq, measured), *form;
	const char *corrections;

	if (measured == NULL)
		return;
	if (one == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-measurement");
		return;
	}
	form = measured_runs(rq, measured) ? form_add(rq, measured, &correction_form, "/plan/interventions/%lld/measure/%lld", rq->subject,
	    rq->ids[1]) : NULL;
	corrections = node_get(one, "correction");
	form_set(form, "value", node_get(one, "value"));
	form_set(form, "not-possible", node_get(one, "not-possible"));
	form_set(form, "comment", node_text(node_child(one, "comment")));
	form_set_revision(form, corrections == NULL ? 1 : atoll(corrections) + 1);
}

static void
correct_post(struct request *rq)
{
	bool value = field_text(rq, "value") != NULL, reason = field_text(rq, "not-possible") != NULL;
	struct measurement m = { .intervention = rq->subject, .by = "provider", .value = FIELD(rq, "value"),
	    .not_possible = FIELD(rq, "not-possible"), .comment = FIELD(rq, "comment") };

	if (!value && !reason)
		field_error(rq, "value", "value-or-reason");
	if (value && reason)
		field_error(rq, "not-possible", "value-given");
	if (request_failed(rq) || (m.course = measured_lock(rq, false)) == 0)
		return;
	if (!measurement_correct(rq, &m, rq->ids[1], field_text(rq, "reason"), form_revision(rq) - 1))
		return;
	stop_look(rq->db, rq, request_today(rq), rq->user->uid, m.course, rq->subject);
	see_other(rq, "corrected", "/plan/interventions/%lld/measure", rq->subject);
}

const struct route plan_measure = {
	.path = "/plan/interventions/:id/measure", .page = "measure", .subject = &subject_intervention, .menu = "courses",
	.may_post = MAY_PROVIDE | MAY_MEASURE,
	.get = measure_get, .post = measure_post, .made_form = measure_form,
};
const struct route plan_measure_code = {
	.path = "/plan/interventions/:id/code", .page = "measure", .subject = &subject_intervention, .menu = "courses",
	.may_post = MAY_PROVIDE | MAY_MEASURE,
	.get = measure_get, .post = code_post, .form = &code_form,
};
const struct route plan_measure_correct = {
	.path = "/plan/interventions/:id/measure/:measurement", .page = "measure-correct", .subject = &subject_intervention, .menu = "courses",
	.may_post = MAY_PROVIDE | MAY_MEASURE,
	.get = correct_get, .post = correct_post, .form = &correction_form,
};
