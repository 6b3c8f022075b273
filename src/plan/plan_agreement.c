/*
 * /plan/:id/plan - what the citizen says to the newest version: yes, yes with a reservation, no, or why nobody asked.
 * /plan/:id/plan/approve - a leader puts a version in force without the citizen's yes.
 * A version that comes into force ends the one before; its interventions are ordered, what runs from the earlier one goes on under
 * it.  Where all of them wait for a place, the course goes on with the first that gets one.
 */
#include <stdlib.h>
#include <string.h>

#include "domain/course.h"
#include "domain/deadline.h"
#include "domain/intervention.h"
#include "domain/message.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "plan/plan.h"
#include "sql/day.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

static const char *const agreements[] = { "agreed", "agreed-with-reservation", "not-agreed", "not-asked", NULL };
static const char *const ways[] = { "meeting", "phone", "video", "letter", NULL };

static const struct field agreement_fields[] = {
	{ .name = "agreement",        .type = FIELD_CHOICE, .required = REQUIRED, .choices = agreements },
	{ .name = "agreed-on",        .type = FIELD_DATE },
	{ .name = "agreed-how",       .type = FIELD_CHOICE, .choices = ways },
	{ .name = "citizens-words",   .type = FIELD_TEXT, .required = IN_CASE, .max = 4000 },
	{ .name = "not-asked-reason", .type = FIELD_TEXT, .required = IN_CASE, .max = 1000 },
	{ 0 }
};
const struct form plan_agreement_form = { .name = "agreement", .fields = agreement_fields };

static const struct field no_fields[] = { { 0 } };
static const char *const approve_submits[] = { "approve-plan", NULL };
const struct form plan_approve_form = { .name = "approve-plan", .fields = no_fields, .submits = approve_submits };

bool
plan_waits_approval(const xmlNode *plan)
{
	const char *agreement = node_get(plan, "agreement");

	if (agreement == NULL || strcmp(node_get(plan, "state"), "presented") != 0)
		return false;
	return strcmp(agreement, "not-agreed") == 0 || (strcmp(agreement, "not-asked") == 0 && node_get(plan, "not-asked-reason") != NULL);
}

static bool
is_agreement(const char *agreement)
{
	return strcmp(agreement, "agreed") == 0 || strcmp(agreement, "agreed-with-reservation") == 0;
}

static bool
is_asked(const struct request *rq)
{
	return strcmp(field_text(rq, "agreement"), "not-asked") != 0;
}

static void
require(struct request *rq, const char *field)
{
	if (field_text(rq, field) == NULL && !field_refused(rq, field))
		field_error(rq, field, "required");
}

/* When and how, from who was asked; the citizen's words where it is not a plain yes; else why not. */
static bool
check_agreement(struct request *rq)
{
	const char *on = field_text(rq, "agreed-on");

	if (is_asked(rq)) {
		require(rq, "agreed-on");
		require(rq, "agreed-how");
	} else {
		require(rq, "not-asked-reason");
	}
	if (is_asked(rq) && strcmp(field_text(rq, "agreement"), "agreed") != 0)
		require(rq, "citizens-words");
	if (on != NULL && strcmp(on, request_today(rq)) > 0)
		field_error(rq, "agreed-on", "in-future");
	return !request_failed(rq);
}

/* The version that one can agree on; id 0 (and the request knows why) when there is none, or it was changed meanwhile. */
static struct plan_version
lock_version(struct request *rq)
{
	struct plan_version plan = plan_newest_lock(rq), none = { .id = 0 };

	if (plan.id == 0 || !plan_is_open(plan.state) || plan.wanted == 0) {
		fail_request(rq, FAIL_INPUT, "no-plan");
		return none;
	}
	return revision_stale(rq, plan.revision) ? none : plan;
}

/* A plan is agreed on within its course, after the one before, and not before it was shown. */
static bool
check_day(struct request *rq, const struct plan_version *plan)
{
	const char *on = field_text(rq, "agreed-on");

	if (on != NULL && strcmp(on, plan->opened_on) < 0)
		field_error(rq, "agreed-on", "before-opening");
	else if (on != NULL && plan->earlier_from != NULL && strcmp(on, plan->earlier_from) < 0)
		field_error(rq, "agreed-on", "before-earlier-plan");
	else if (on != NULL && strcmp(plan->state, "presented") == 0 && plan->presented_on != NULL && strcmp(on, plan->presented_on) < 0)
		field_error(rq, "agreed-on", "before-presented");
	return !request_failed(rq);
}

/* What has no place yet waits for one, and the course with it where nothing else was ordered. */
static void
order_all(struct request *rq, long long plan)
{
	const char *const *id = rows_texts(rq->db, rq, "SELECT i.id FROM intervention i LEFT JOIN catalogue_version v ON v.id = i.catalogue_version_id"
	    " WHERE i.course_id = ? AND i.plan_id = ? AND i.state = 'proposed' ORDER BY v.entry_id, i.id", ARGS(INT(rq->subject), INT(plan)));

	for (; *id != NULL; id++)
		intervention_take(rq, rq->subject, atoll(*id), INTERVENTION_ORDER, &(struct intervention_said){ .reason = NULL });
}

/* The version before ends the day before; what lives on from earlier ones goes on under this one. */
static void
end_earlier(struct request *rq, long long plan, const char *on)
{
	const struct value uid = TEXT(rq->user->uid), course = INT(rq->subject);

	exec(rq->db, "UPDATE plan SET valid_from = COALESCE(valid_from, agreed_on, approved_on, " DANISH_DAY("created_at") "),"
	    " valid_to = GREATEST(valid_from, CAST(? AS DATE) - INTERVAL 1 DAY), state = 'superseded', changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND id <> ? AND state = 'agreed'", ARGS(TEXT(on), uid, course, INT(plan)));
	exec(rq->db, "UPDATE intervention SET plan_id = ?, changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND plan_id <> ? AND state IN ('proposed', 'ordered', 'accepted', 'running')",
	    ARGS(INT(plan), uid, course, INT(plan)));
}

static bool
is_active(struct request *rq)
{
	const char *state = rows_text(rq->db, rq, "SELECT state FROM course WHERE id = ?", ARGS(INT(rq->subject)));

	return state != NULL && strcmp(state, "active") == 0;
}

/* The version is agreed on, or approved, already; waiting is said instead of done where no intervention has a place yet. */
static void
put_in_force(struct request *rq, long long plan, const char *on, const char *state, const char *done, const char *waiting)
{
	const struct value uid = TEXT(rq->user->uid), course = INT(rq->subject);

	if (strcmp(state, "planning") != 0) {
		fail_request(rq, FAIL_INPUT, "course-state");
		return;
	}
	exec(rq->db, "UPDATE plan SET valid_from = ? WHERE course_id = ? AND id = ?", ARGS(TEXT(on), course, INT(plan)));
	exec(rq->db, "UPDATE course c JOIN plan p ON p.course_id = c.id AND p.id = ? SET c.employment_goal = p.employment_goal, c.changed_by = ?,"
	    " c.revision = c.revision + 1 WHERE c.id = ? AND p.employment_goal IS NOT NULL AND NOT p.employment_goal <=> c.employment_goal",
	    ARGS(INT(plan), uid, course));
	order_all(rq, plan);
	end_earlier(rq, plan, on);
	deadline_follow(rq, rq->subject, "plan-agreed", on);
	intervention_course_goes_on(rq, rq->subject, state);
	see_other(rq, is_active(rq) ? done : waiting, "/plan/%lld/plan", rq->subject);
}

/* Only they can put such a plan in force. */
static void
tell_leaders(struct request *rq)
{
	const char *const *uid = rows_texts(rq->db, rq, "SELECT s.uid FROM course c JOIN staff s ON s.department_id = c.department_id AND s.active"
	    " JOIN staff_role r ON r.uid = s.uid AND r.role = 'team-leader' WHERE c.id = ? ORDER BY s.uid", ARGS(INT(rq->subject)));

	for (; *uid != NULL; uid++)
		message_send(rq, rq->subject, *uid, "plan-to-approve", NULL, request_format(rq, "/plan/%lld/plan", rq->subject));
}

static void
keep_answer(struct request *rq, long long plan, bool agreed)
{
	bool asked = is_asked(rq);

	exec(rq->db, "UPDATE plan SET state = ?, agreement = ?, agreed_on = ?, agreed_how = ?, citizens_words = ?, not_asked_reason = ?,"
	    " presented_on = COALESCE(presented_on, ?), changed_by = ?, revision = revision + 1 WHERE course_id = ? AND id = ?",
	    ARGS(TEXT(agreed ? "agreed" : "presented"), FIELD(rq, "agreement"), asked ? FIELD(rq, "agreed-on") : TEXT(NULL),
	    asked ? FIELD(rq, "agreed-how") : TEXT(NULL), FIELD(rq, "citizens-words"), asked ? TEXT(NULL) : FIELD(rq, "not-asked-reason"),
	    asked ? FIELD(rq, "agreed-on") : TEXT(NULL), TEXT(rq->user->uid), INT(rq->subject), INT(plan)));
}

static void
agreement_post(struct request *rq)
{
	bool agreed = is_agreement(field_text(rq, "agreement"));
	struct plan_version plan;
	const char *state;

	if (!check_agreement(rq))
		return;
	state = course_lock(rq, rq->subject);
	if (state == NULL)
		return;
	plan = lock_version(rq);
	if (plan.id == 0 || !check_day(rq, &plan))
		return;
	keep_answer(rq, plan.id, agreed);
	if (agreed) {
		put_in_force(rq, plan.id, field_text(rq, "agreed-on"), state, "plan-agreed", "plan-agreed-waits");
	} else {
		tell_leaders(rq);
		see_other(rq, "plan-not-agreed", "/plan/%lld/plan", rq->subject);
	}
}

static void
approve_post(struct request *rq)
{
	const char *state;
	struct plan_version plan;

	if (!course_leads(rq)) {
		fail_request(rq, FAIL_DENIED, NULL);
		return;
	}
	state = course_lock(rq, rq->subject);
	if (state == NULL)
		return;
	plan = lock_version(rq);
	if (plan.id == 0)
		return;
	if (exec(rq->db, "UPDATE plan SET state = 'agreed', approved_by = ?, approved_on = ?, changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND id = ? AND state = 'presented' AND ((agreement = 'not-agreed' AND citizens_words IS NOT NULL)"
	    "  OR (agreement = 'not-asked' AND not_asked_reason IS NOT NULL))", ARGS(TEXT(rq->user->uid), TEXT(request_today(rq)),
	    TEXT(rq->user->uid), INT(rq->subject), INT(plan.id))) == 0) {
		fail_request(rq, FAIL_INPUT, "plan-not-asked");
		return;
	}
	put_in_force(rq, plan.id, request_today(rq), state, "plan-approved", "plan-approved-waits");
}

#define PLAN_ROUTE .page = "plan", .subject = &subject_course, .menu = "courses", .may = MAY_SEE_CASES, .get = plan_get

const struct route plan_approve = {
	.path = "/plan/:id/plan/approve", PLAN_ROUTE, .may_post = MAY_SEE_CASES | MAY_LEAD, .post = approve_post, .form = &plan_approve_form,
};
const struct route plan_plan = {
	.path = "/plan/:id/plan", PLAN_ROUTE, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE, .post = agreement_post, .form = &plan_agreement_form,
};
