/*
 * /plan/:id/progression - whether it helps, as the citizen and the provider each see it.
 *	<course> <intervention id title provider-name goal state href [current goals [measure]]/>* <latest .../>* <progress .../>* <score .../>*
 *	    <access-code/>? <form citizen-code/>? </course>, with what stop.h and progress.h (employment) add for who sees the course
 * A provider finds own interventions only.  ?intervention= chooses one.  Values of a round are shown when both are in, or
 * after a week: domain/measurement.h.
 */
#include <stdlib.h>
#include <string.h>

#include "domain/course.h"
#include "domain/measurement.h"
#include "domain/permission.h"
#include "domain/progress.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "plan/stop.h"
#include "plan/timeline.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static const struct field code_fields[] = {
	{ .name = "intervention", .type = FIELD_HIDDEN, .required = REQUIRED },
	{ 0 }
};
static const char *const code_submits[] = { "issue", NULL };
static const struct form code_form = { .name = "citizen-code", .fields = code_fields, .submits = code_submits };

/* Who is there for own interventions only? */
static bool
is_limited(const struct request *rq)
{
	return strcmp(rq->grade, "provider") == 0 || !request_may(rq, MAY_SEE_CASES);
}

/* Also of the past a provider sees what he may see today. */
#define PROVIDED_TODAY(i_) \
	"EXISTS (SELECT 1 FROM intervention FOR SYSTEM_TIME ALL n JOIN course FOR SYSTEM_TIME ALL c ON c.id = n.course_id" \
	" WHERE n.course_id = " i_ ".course_id AND n.id = " i_ ".id AND n.ROW_END > CURRENT_TIMESTAMP(6) AND c.ROW_END > CURRENT_TIMESTAMP(6)" \
	" AND " SUBJECT_PROVIDES("n") ")"

static void
add_interventions(struct request *rq, xmlNode *course)
{
	rows_add(rq->db, course, "intervention",
	    "SELECT i.id, i.title, i.state, i.goal, i.provider_uid AS provider, s.name AS 'provider-name', i.started_on AS 'started-on',"
	    "  i.ends_on AS 'ends-on', i.first_measurement_on AS 'first-measurement-on',"
	    "  (SELECT MAX(m.measured_at) FROM measurement m WHERE m.intervention_id = i.id) AS 'measured-at'"
	    " FROM (SELECT ? AS course, ? AS uid, CAST(? AS DATE) AS today, ? AS limited) me"
	    " JOIN intervention i ON i.course_id = me.course JOIN staff s ON s.uid = i.provider_uid"
	    " WHERE (NOT me.limited OR (i.provider_uid = me.uid AND " PROVIDED_TODAY("i") "))"
	    "  AND i.state IN ('accepted', 'running', 'completed', 'stopped') ORDER BY i.starts_on, i.id",
	    ARGS(INT(rq->subject), TEXT(rq->user->uid), TEXT(request_today(rq)), INT(is_limited(rq))));
}

/* The one that was asked for, else the first that was measured, else the first. */
static xmlNode *
chosen(struct request *rq, xmlNode *course)
{
	long long wanted = query_int(rq, "intervention", field_int(rq, "intervention", 0), 1, 1LL << 60);
	xmlNode *i, *measured = NULL;

	for (i = node_child(course, "intervention"); i != NULL; i = node_next(i, "intervention")) {
		if (atoll(node_get(i, "id")) == wanted)
			return i;
		if (measured == NULL && node_get(i, "measured-at") != NULL)
			measured = i;
	}
	return measured != NULL ? measured : node_child(course, "intervention");
}

static bool
runs(struct request *rq, const xmlNode *intervention)
{
	return strcmp(node_get(intervention, "provider"), rq->user->uid) == 0;
}

static void
add_forms(struct request *rq, xmlNode *course, xmlNode *intervention)
{
	const char *id = node_get(intervention, "id");
	xmlNode *form;

	node_set(intervention, "goals-href", request_href(rq, "/plan/interventions/%s/goals", id));
	if (!course_writable(rq, course) || strcmp(node_get(intervention, "state"), "running") != 0)
		return;
	if (runs(rq, intervention))
		node_set(intervention, "measure", request_href(rq, "/plan/interventions/%s/measure", id));
	if ((runs(rq, intervention) || request_may(rq, MAY_RUN_COURSE)) && measurement_asks_citizen(rq, atoll(id))) {
		form = form_add(rq, course, &code_form, "/plan/%lld/progression/code", rq->subject);
		form_set(form, "intervention", id);
	}
}

/* What everybody sees who sees the course, beside the one intervention that is chosen. */
static void
add_course(struct request *rq, xmlNode *course, const xmlNode *chosen_one)
{
	if (is_limited(rq))
		return;
	if (chosen_one != NULL)
		stop_add(rq, course, chosen_one);
	progress_add_employment(rq, course, rq->subject);
}

void
progression_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = is_limited(rq) ? course_add_brief(rq, content) : course_add(rq, content), *i, *one;

	if (course == NULL)
		return;
	if (!is_limited(rq) && rq->as_of == NULL)
		node_set(course, "employment", request_href(rq, "/plan/%lld/progression/employment", rq->subject));
	add_interventions(rq, course);
	for (i = node_child(course, "intervention"); i != NULL; i = node_next(i, "intervention"))
		node_set(i, "href", request_href(rq, "/plan/%lld/progression?intervention=%s%s%s", rq->subject, node_get(i, "id"),
		    rq->as_of_given == NULL ? "" : "&as-of=", rq->as_of_given == NULL ? "" : rq->as_of_given));
	one = chosen(rq, course);
	node_set(one, "current", one == NULL ? NULL : "yes");
	add_course(rq, course, one);
	if (one == NULL)
		return;
	for (i = node_child(course, "intervention"); i != NULL; i = node_next(i, "intervention"))
		progress_add_latest(rq, course, i);
	measurement_add_progress(rq, course, atoll(node_get(one, "id")), runs(rq, one) ? "provider" : NULL);
	measurement_code_add(rq, course, atoll(node_get(one, "id")));
	add_forms(rq, course, one);
}

static void
code_post(struct request *rq)
{
	long long id = rows_int(rq->db, 0, "SELECT id FROM intervention WHERE course_id = ? AND id = ? AND state = 'running'"
	    " AND (provider_uid = ? OR ? = 1)", ARGS(INT(rq->subject), FIELD(rq, "intervention"), TEXT(rq->user->uid),
	    INT(request_may(rq, MAY_RUN_COURSE) ? 1 : 0)));

	if (course_lock(rq, rq->subject) == NULL)
		return;
	if (id == 0) {
		fail_request(rq, FAIL_DENIED, NULL);
		return;
	}
	if (!measurement_asks_citizen(rq, id)) {
		fail_request(rq, FAIL_INPUT, "citizen-not-asked");
		return;
	}
	measurement_code_issue(rq, id);
	see_other(rq, "code-issued", "/plan/%lld/progression?intervention=%lld", rq->subject, id);
}

const struct route plan_progression = {
	.path = "/plan/:id/progression", .page = "progression", .subject = &subject_course_measured, .menu = "courses",
	.get = progression_get,
};

const struct route plan_citizen_code = {
	.path = "/plan/:id/progression/code", .page = "progression", .subject = &subject_course_measured, .menu = "courses",
	.may_post = MAY_MEASURE,
	.get = progression_get, .post = code_post, .form = &code_form,
};
