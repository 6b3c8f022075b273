/*
 * /plan/:id/plan - the plan's versions, and what the citizen says to the newest.
 *	<course> <plan id version state agreement agreed-on created-at> <citizens-words/> <intervention id title provider-name goal
 *	    state starts-on ends-on href/>* </plan>* <form agreement/>? <form approve-plan/>? </course>
 * Agreement puts a version in force: its interventions are ordered, what runs from the earlier version goes on under this one.  Where the
 * citizen does not agree, a leader's approval does, with the citizen's words kept.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/course.h"
#include "domain/intervention.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static const char *const agreements[] = { "agreed", "agreed-with-reservation", "not-agreed", "not-asked", NULL };

static const struct field agreement_fields[] = {
	{ .name = "agreement",      .type = FIELD_CHOICE, .required = REQUIRED, .choices = agreements },
	{ .name = "agreed-on",      .type = FIELD_DATE },
	{ .name = "citizens-words", .type = FIELD_TEXT, .max = 4000 },
	{ 0 }
};
static const struct form agreement_form = { .name = "agreement", .fields = agreement_fields };

static const struct field no_fields[] = { { 0 } };
static const char *const approve_submits[] = { "approve-plan", NULL };
static const struct form approve_form = { .name = "approve-plan", .fields = no_fields, .submits = approve_submits };

static void
add_interventions(struct request *rq, xmlNode *plan)
{
	xmlNode *i;

	rows_add(rq->db, plan, "intervention",
	    "SELECT i.id, i.title, i.provider_uid AS provider, s.name AS 'provider-name', i.goal, i.state, i.starts_on AS 'starts-on',"
	    "  i.ends_on AS 'ends-on', i.first_measurement_on AS 'first-measurement-on'"
	    " FROM intervention i JOIN staff s ON s.uid = i.provider_uid WHERE i.course_id = ? AND i.plan_id = ?"
	    " ORDER BY i.starts_on, i.id", ARGS(INT(rq->subject), INT(atoll(node_get(plan, "id")))));
	for (i = node_child(plan, "intervention"); i != NULL; i = node_next(i, "intervention"))
		node_set(i, "href", request_href(rq, "/plan/interventions/%s", node_get(i, "id")));
}

/* The citizen has said no, and why. */
static bool
is_refused(const xmlNode *plan)
{
	const char *agreement = node_get(plan, "agreement");

	return agreement != NULL && strcmp(agreement, "not-agreed") == 0 && strcmp(node_get(plan, "state"), "presented") == 0;
}

static void
plan_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content), *plan, *form = NULL;

	if (course == NULL)
		return;
	rows_add(rq->db, course, "plan",
	    "SELECT id, version, state, agreement, agreed_on AS 'agreed-on', created_at AS 'created-at', revision, citizens_words"
	    "  AS 'citizens-words', approved_on AS 'approved-on', (SELECT name FROM staff WHERE uid = approved_by) AS 'approved-by-name'"
	    " FROM plan WHERE course_id = ? ORDER BY version DESC", ARGS(INT(rq->subject)));
	for (plan = node_child(course, "plan"); plan != NULL; plan = node_next(plan, "plan"))
		add_interventions(rq, plan);
	plan = node_child(course, "plan");
	if (plan == NULL || !course_writable(rq, course) || node_child(plan, "intervention") == NULL)
		return;
	if (rq->form != NULL || strcmp(node_get(plan, "state"), "draft") == 0 || strcmp(node_get(plan, "state"), "presented") == 0)
		form = form_add(rq, course, &agreement_form, "/plan/%lld/plan", rq->subject);
	if (form != NULL)
		form_set_revision(form, atoll(node_get(plan, "revision")));
	if (course_leads(rq) && is_refused(plan))
		form_set_revision(form_add(rq, course, &approve_form, "/plan/%lld/plan/approve", rq->subject), atoll(node_get(plan, "revision")));
}

static bool
is_agreement(const char *agreement)
{
	return strcmp(agreement, "agreed") == 0 || strcmp(agreement, "agreed-with-reservation") == 0;
}

/* A date for an agreement; the citizen's words where there is none, or a reservation. */
static bool
check_agreement(struct request *rq)
{
	const char *agreement = field_text(rq, "agreement"), *on = field_text(rq, "agreed-on");

	if (is_agreement(agreement) && on == NULL)
		field_error(rq, "agreed-on", "required");
	if (on != NULL && strcmp(on, request_today(rq)) > 0)
		field_error(rq, "agreed-on", "in-future");
	if ((strcmp(agreement, "not-agreed") == 0 || strcmp(agreement, "agreed-with-reservation") == 0) &&
	    field_text(rq, "citizens-words") == NULL)
		field_error(rq, "citizens-words", "required");
	return !request_failed(rq);
}

/* The version that one can agree on, locked; 0 (and the request knows why) when there is none, or it was changed meanwhile. */
static long long
lock_plan(struct request *rq)
{
	const char *is[3];

	if (!rows_one(rq->db, rq, is, 3, "SELECT p.id, p.revision, (SELECT COUNT(*) FROM intervention i WHERE i.plan_id = p.id"
	    "  AND i.state = 'proposed') FROM plan p WHERE p.course_id = ? AND p.state IN ('draft', 'presented')"
	    " ORDER BY p.version DESC LIMIT 1 FOR UPDATE", ARGS(INT(rq->subject))) || strcmp(is[2], "0") == 0) {
		fail_request(rq, FAIL_INPUT, "no-plan");
		return 0;
	}
	return revision_stale(rq, atoll(is[1])) ? 0 : atoll(is[0]);
}

struct ids { const void *owner; long long *list; size_t count; };

static void
take_id(void *user, const char *const *columns, size_t count)
{
	struct ids *ids = user;

	(void)count;
	ids->list = talloc_realloc(ids->owner, ids->list, long long, (unsigned)ids->count + 1);
	ids->list[ids->count++] = atoll(columns[0]);
}

/* What has no place yet waits for one, and the course with it where nothing else was ordered. */
static void
order_all(struct request *rq, long long plan)
{
	struct ids ids = { .owner = rq };
	size_t i;

	rows_each(rq->db, "SELECT i.id FROM intervention i LEFT JOIN catalogue_version v ON v.id = i.catalogue_version_id"
	    " WHERE i.course_id = ? AND i.plan_id = ? AND i.state = 'proposed' ORDER BY v.entry_id, i.id", ARGS(INT(rq->subject), INT(plan)),
	    take_id, &ids);
	for (i = 0; i < ids.count; i++)
		intervention_take(rq, rq->subject, ids.list[i], INTERVENTION_ORDER, &(struct intervention_said){ .reason = NULL });
}

/* The version comes into force: its interventions are ordered, those that live on from earlier ones go on under it. */
static void
put_in_force(struct request *rq, const char *state, long long plan)
{
	const struct value uid = TEXT(rq->user->uid);

	if (strcmp(state, "planning") != 0) {
		fail_request(rq, FAIL_INPUT, "course-state");
		return;
	}
	order_all(rq, plan);
	exec(rq->db, "UPDATE intervention SET plan_id = ?, changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND plan_id <> ? AND state IN ('proposed', 'ordered', 'accepted', 'running')",
	    ARGS(INT(plan), uid, INT(rq->subject), INT(plan)));
	exec(rq->db, "UPDATE plan SET state = 'superseded', changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND id <> ? AND state = 'agreed'", ARGS(uid, INT(rq->subject), INT(plan)));
	intervention_course_goes_on(rq, rq->subject, state);
}

static void
plan_post(struct request *rq)
{
	const char *state;
	bool agreed = is_agreement(field_text(rq, "agreement"));
	long long plan;

	if (!check_agreement(rq))
		return;
	state = course_lock(rq, rq->subject);
	if (state == NULL)
		return;
	plan = lock_plan(rq);
	if (plan == 0)
		return;
	exec(rq->db, "UPDATE plan SET state = ?, agreement = ?, agreed_on = ?, citizens_words = ?, changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND id = ?", ARGS(TEXT(agreed ? "agreed" : "presented"), FIELD(rq, "agreement"), FIELD(rq, "agreed-on"),
	    FIELD(rq, "citizens-words"), TEXT(rq->user->uid), INT(rq->subject), INT(plan)));
	if (agreed)
		put_in_force(rq, state, plan);
	see_other(rq, agreed ? "plan-agreed" : "plan-not-agreed", "/plan/%lld/plan", rq->subject);
}

static void
approve_post(struct request *rq)
{
	const char *state;
	long long plan;

	if (!course_leads(rq)) {
		fail_request(rq, FAIL_DENIED, NULL);
		return;
	}
	state = course_lock(rq, rq->subject);
	plan = state == NULL ? 0 : lock_plan(rq);
	if (plan == 0)
		return;
	if (exec(rq->db, "UPDATE plan SET state = 'agreed', approved_by = ?, approved_on = ?, changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND id = ? AND agreement = 'not-agreed' AND citizens_words IS NOT NULL", ARGS(TEXT(rq->user->uid),
	    TEXT(request_today(rq)), TEXT(rq->user->uid), INT(rq->subject), INT(plan))) == 0) {
		fail_request(rq, FAIL_INPUT, "no-plan");
		return;
	}
	put_in_force(rq, state, plan);
	see_other(rq, "plan-approved", "/plan/%lld/plan", rq->subject);
}

const struct route plan_approve = {
	.path = "/plan/:id/plan/approve", .page = "plan", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_LEAD,
	.get = plan_get, .post = approve_post, .form = &approve_form,
};

const struct route plan_plan = {
	.path = "/plan/:id/plan", .page = "plan", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = plan_get, .post = plan_post, .form = &agreement_form,
};
