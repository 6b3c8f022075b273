/*
 * /plan/:id/status/close - a course ends, and with it all that was still to come: deadlines, orders, talks, the conference, everybody's part.
 * Each of those whom that concerns is told once.
 */
#include <string.h>

#include "domain/conference.h"
#include "domain/course.h"
#include "domain/course_event.h"
#include "domain/deadline.h"
#include "domain/intervention.h"
#include "domain/message.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/day.h"
#include "plan/pages.h"
#include "plan/status.h"
#include "sql/exec.h"
#include "sql/rows.h"

static const char *const outcomes[] = { "job", "education", "flexjob", "wage-subsidy", "benefit", "pension", "moved", "dead", NULL };

static const struct field close_fields[] = {
	{ .name = "outcome", .type = FIELD_CHOICE, .required = REQUIRED, .choices = outcomes },
	{ .name = "reason",  .type = FIELD_LINE, .required = REQUIRED, .max = 400 },
	{ 0 }
};
static const char *const close_submits[] = { "close-course", NULL };
const struct form close_form = { .name = "close-course", .fields = close_fields, .submits = close_submits };

struct told { const char *uid, *kind, *path; };
struct people { struct told list[60]; size_t count; struct request *rq; };

/* Once each, of what concerns him first. */
static void
remember(void *user, const char *const *columns, size_t count)
{
	struct people *people = user;
	size_t i;

	(void)count;
	for (i = 0; i < people->count && strcmp(people->list[i].uid, columns[0]) != 0; i++)
		;
	if (i < people->count || i == sizeof people->list / sizeof people->list[0])
		return;
	people->list[i] = (struct told){ request_format(people->rq, "%s", columns[0]), request_format(people->rq, "%s", columns[1]),
	    request_format(people->rq, "%s", columns[2]) };
	people->count++;
}

/* Who has something in his list or calendar that will not be: a provider, who talks with the citizen, who comes to the conference. */
static void
find_people(struct request *rq, struct people *out)
{
	const char *today = request_today(rq);
	const struct value course = INT(rq->subject);

	*out = (struct people){ .rq = rq };
	rows_each(rq->db, "SELECT provider_uid, 'course-closed', '/plan/interventions' FROM intervention"
	    " WHERE course_id = ? AND state IN ('ordered', 'accepted')", ARGS(course), remember, out);
	rows_each(rq->db, "SELECT t.uid, 'course-closed-talk', CONCAT('/plan/days/', t.day_id) FROM assessment_appointment t"
	    " JOIN assessment_day d ON d.id = t.day_id WHERE t.course_id = ? AND t.state IN ('booked', 'confirmed') AND d.held_on >= ?"
	    " ORDER BY d.held_on, t.slot", ARGS(course, TEXT(today)), remember, out);
	rows_each(rq->db, "SELECT k.uid, 'course-closed-conference', '/plan/conferences' FROM course_contact k"
	    " WHERE k.course_id = ? AND k.uid IS NOT NULL AND k.from_on <= ? AND (k.to_on IS NULL OR k.to_on > ?)"
	    "  AND EXISTS (SELECT 1 FROM conference c WHERE c.course_id = k.course_id AND c.state = 'planned')",
	    ARGS(course, TEXT(today), TEXT(today)), remember, out);
	rows_each(rq->db, "SELECT caseworker_uid, 'course-closed-own', CONCAT('/plan/', id, '/status') FROM course WHERE id = ?", ARGS(course),
	    remember, out);
}

static void
tell(struct request *rq, const struct people *people, const char *reason)
{
	size_t i;

	for (i = 0; i < people->count; i++)
		message_send(rq, rq->subject, people->list[i].uid, people->list[i].kind, reason, people->list[i].path);
}

/* Who took part in it takes part no longer; the plan ends with the course, also one that was still being made. */
static void
end_parts(struct request *rq)
{
	exec(rq->db, "UPDATE plan SET state = 'ended', valid_to = GREATEST(valid_from, ?), changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND state IN ('draft', 'presented', 'agreed')", ARGS(TEXT(request_today(rq)), TEXT(rq->user->uid), INT(rq->subject)));
	course_end_parts(rq, rq->subject);
}

static void
close_post(struct request *rq)
{
	const struct course_said said = { .reason = field_text(rq, "reason"), .outcome = field_text(rq, "outcome") };
	const char *state = course_lock(rq, rq->subject);
	struct people people;

	if (state == NULL)
		return;
	if (strcmp(said.outcome, "dead") == 0 && rows_int(rq->db, 0, "SELECT 1 FROM citizen z JOIN course c ON c.citizen_id = z.id"
	    " WHERE c.id = ? AND z.death_date IS NULL", ARGS(INT(rq->subject))) == 1) {
		field_error(rq, "outcome", "citizen-lives");
		return;
	}
	find_people(rq, &people);
	if (!course_take_said(rq, rq->subject, state, COURSE_CLOSE, &said))
		return;
	conference_call_off(rq, rq->subject, 0, said.reason);
	deadline_end(rq, rq->subject, NULL, "cancelled", request_today(rq), said.reason);
	intervention_end_all(rq, rq->subject, said.reason);
	day_leave(rq, rq->subject, said.reason);
	end_parts(rq);
	tell(rq, &people, said.reason);
	see_other(rq, "course-closed-now", "/plan/%lld/status", rq->subject);
}

const struct route plan_status_close = {
	.path = "/plan/:id/status/close", .page = "status", .subject = &subject_course, .menu = "courses", .may = MAY_SEE_CASES,
	.may_post = MAY_SEE_CASES | MAY_RUN_COURSE, .get = status_get, .post = close_post, .form = &close_form,
};
