/*
 * /plan/:id/conference - the day after the talks, the citizen present.
 *	<course> <missing-note profession/>* <conference id held-on citizen-present by-name> <citizens-words/> <conclusion/>
 *	    </conference>* <form conference/> </course>
 * The first one ends the analysis: the course goes on to planning.
 */
#include <string.h>

#include "domain/course.h"
#include "domain/course_event.h"
#include "domain/deadline.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/missing.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static const char *const presence[] = { "yes", "no", "phone", NULL };

static const struct field conference_fields[] = {
	{ .name = "held-on",         .type = FIELD_DATE, .required = REQUIRED },
	{ .name = "citizen-present", .type = FIELD_CHOICE, .required = REQUIRED, .choices = presence },
	{ .name = "absence-reason",  .type = FIELD_TEXT, .max = 1000 },
	{ .name = "citizens-words",  .type = FIELD_TEXT, .max = 4000 },
	{ .name = "conclusion",      .type = FIELD_TEXT, .required = REQUIRED },
	{ 0 }
};
static const struct form conference_form = { .name = "conference", .fields = conference_fields };

/* A conference ends the analysis, or is one more later on. */
static bool
may_confer(const char *state)
{
	return course_is_open(state) && course_step(state) >= course_step("assessment");
}

static void
conference_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content);

	if (course == NULL)
		return;
	missing_notes_add(rq, course);
	rows_add(rq->db, course, "conference",
	    "SELECT k.id, k.held_on AS 'held-on', k.citizen_present AS 'citizen-present', k.changed_by AS 'by', s.name AS 'by-name',"
	    "  k.citizens_words AS 'citizens-words', k.conclusion"
	    " FROM conference k LEFT JOIN staff s ON s.uid = k.changed_by WHERE k.course_id = ? AND k.state = 'concluded'"
	    " ORDER BY k.held_on DESC, k.id DESC",
	    ARGS(INT(rq->subject)));
	if (rq->form != NULL || may_confer(node_get(course, "state")))
		form_add(rq, course, &conference_form, "/plan/%lld/conference", rq->subject);
}

static bool
check_conference(struct request *rq)
{
	if (strcmp(field_text(rq, "held-on"), request_today(rq)) > 0)
		field_error(rq, "held-on", "in-future");
	if (strcmp(field_text(rq, "citizen-present"), "no") == 0 && field_text(rq, "absence-reason") == NULL)
		field_error(rq, "absence-reason", "required");
	return !request_failed(rq);
}

/* The first conference ends the analysis, for which the notes must be there. */
static void
end_analysis(struct request *rq, const char *state)
{
	if (strcmp(state, "assessment") == 0 && course_take(rq, rq->subject, state, COURSE_PREPARE))
		state = "conference-ready";
	if (strcmp(state, "conference-ready") == 0)
		course_take(rq, rq->subject, state, COURSE_CONFER);
}

static void
conference_post(struct request *rq)
{
	const char *state;

	if (!check_conference(rq))
		return;
	state = course_lock(rq, rq->subject);
	if (state == NULL)
		return;
	if (!may_confer(state)) {
		fail_request(rq, FAIL_INPUT, "course-state");
		return;
	}
	exec_insert(rq->db, "INSERT INTO conference (course_id, held_on, citizen_present, absence_reason, citizens_words, conclusion, changed_by)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?)", ARGS(INT(rq->subject), FIELD(rq, "held-on"), FIELD(rq, "citizen-present"),
	    FIELD(rq, "absence-reason"), FIELD(rq, "citizens-words"), FIELD(rq, "conclusion"), TEXT(rq->user->uid)));
	deadline_end(rq, rq->subject, "conference", "done", field_text(rq, "held-on"), NULL);
	end_analysis(rq, state);
	see_other(rq, "saved", "/plan/%lld/conference", rq->subject);
}

const struct route plan_conference = {
	.path = "/plan/:id/conference", .page = "conference", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = conference_get, .post = conference_post, .form = &conference_form,
};
