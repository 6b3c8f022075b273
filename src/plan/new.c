/*
 * /plan/new/:citizen - a course opened from a referral, without answers to begin with.
 *	<citizen .../> <open-course id state frame href/>* <answers-waiting since [href]/>? <form course/>
 * One open course of a citizen and frame; beside one that runs, another frame is a leader's to open.
 */
#include "domain/category.h"
#include "domain/citizen.h"
#include "domain/course_event.h"
#include "domain/deadline.h"
#include "domain/message.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "sql/day.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "web/link.h"
#include "xml/node.h"

static const struct field course_fields[] = {
	{ .name = "frame",          .type = FIELD_CHOICE, .required = REQUIRED, .source = category_frame_choices },
	{ .name = "caseworker",     .type = FIELD_CHOICE, .required = REQUIRED, .source = category_caseworker_choices },
	{ .name = "referrer-actor", .type = FIELD_LINE, .required = REQUIRED, .max = 200 },
	{ .name = "referrer-name",  .type = FIELD_LINE, .max = 200 },
	{ .name = "referral",       .type = FIELD_TEXT, .required = REQUIRED, .max = 4000 },
	{ .name = "screening-note", .type = FIELD_TEXT, .max = 1000 },
	{ 0 }
};
static const char *const course_submits[] = { "open-course", NULL };
static const struct form course_form = { .name = "course", .fields = course_fields, .submits = course_submits };

#define OPEN " FROM course c LEFT JOIN course_frame f ON f.id = c.frame_id WHERE c.citizen_id = ? AND c.state NOT IN ('closed', 'closed-low')"

/* Answers that nobody has assessed: to assess them opens the course. */
static void
add_answers(struct request *rq, xmlNode *content)
{
	const char *is[2];
	xmlNode *answers;

	if (!rows_one(rq->db, rq, is, 2, "SELECT id, " DANISH_DAY("submitted_at") " FROM screening WHERE citizen_id = ? AND state = 'submitted'"
	    " ORDER BY id DESC LIMIT 1", ARGS(INT(rq->citizen))))
		return;
	answers = node_add(content, "answers-waiting");
	node_set(answers, "since", is[1]);
	if (request_may(rq, MAY_ASSESS))
		node_set(answers, "href", request_href(rq, "/triage/%s", is[0]));
}

static void
new_get(struct request *rq, xmlNode *content)
{
	xmlNode *citizen = citizen_add(rq, content, rq->citizen), *form;

	if (citizen == NULL)
		return;
	rows_add(rq->db, content, "open-course", "SELECT c.id, c.state, f.name AS frame" OPEN " ORDER BY c.id", ARGS(INT(rq->citizen)));
	link_rows(rq, content, "open-course", "id", "/plan");
	add_answers(rq, content);
	citizen_add_way(rq, content, citizen, "new-course");
	if (node_get(citizen, "died-on") != NULL && rq->form == NULL)
		return;
	form = form_add(rq, content, &course_form, "/plan/new/%lld", rq->subject);
	form_set(form, "caseworker", rq->user->uid);
}

/* Two who open one at once come one after the other: these look at what is there now, and lock it and the gaps between. */
#define RUNS " FROM course WHERE citizen_id = ? AND state NOT IN ('closed', 'closed-low')"
static void
check_course(struct request *rq)
{
	if (rows_int(rq->db, 0, "SELECT 1 FROM citizen WHERE id = ? AND death_date IS NOT NULL", ARGS(INT(rq->citizen))) == 1)
		fail_request(rq, FAIL_INPUT, "citizen-died");
	else if (rows_int(rq->db, 0, "SELECT 1" RUNS " AND frame_id = ? LIMIT 1 FOR UPDATE", ARGS(INT(rq->citizen), FIELD(rq, "frame"))) == 1)
		field_error(rq, "frame", "course-open-already");
	else if (!request_may(rq, MAY_LEAD) && rows_int(rq->db, 0, "SELECT 1" RUNS " LIMIT 1 FOR UPDATE", ARGS(INT(rq->citizen))) == 1)
		field_error(rq, "frame", "frame-by-leader");
}

static void
new_post(struct request *rq)
{
	const struct value uid = TEXT(rq->user->uid), today = TEXT(request_today(rq));
	long long course;

	check_course(rq);
	if (request_failed(rq))
		return;
	course = exec_insert(rq->db, "INSERT INTO course (citizen_id, frame_id, department_id, caseworker_uid, state, referral, referrer_actor,"
	    "  referrer_name, screening_note, opened_on, changed_by)"
	    " SELECT ?, f.id, f.department_id, ?, 'new', ?, ?, ?, ?, ?, ? FROM course_frame f WHERE f.id = ?",
	    ARGS(INT(rq->citizen), FIELD(rq, "caseworker"), FIELD(rq, "referral"), FIELD(rq, "referrer-actor"), FIELD(rq, "referrer-name"),
	    FIELD(rq, "screening-note"), today, uid, FIELD(rq, "frame")));
	exec(rq->db, "INSERT INTO course_contact (course_id, uid, role, from_on, changed_by) VALUES (?, ?, 'caseworker', ?, ?)",
	    ARGS(INT(course), FIELD(rq, "caseworker"), today, uid));
	if (field_text(rq, "screening-note") != NULL)
		course_take(rq, course, "new", COURSE_SCREEN);
	deadline_begin(rq, course);
	message_send(rq, course, field_text(rq, "caseworker"), "course-opened", NULL, request_format(rq, "/plan/%lld", course));
	if (!request_failed(rq) && request_sees(rq, &subject_course, course))
		see_other(rq, "course-opened", "/plan/%lld/status", course);
	else
		see_other(rq, "course-opened", "/citizens/%lld", rq->citizen);
}

const struct route plan_new = {
	.path = "/plan/new/:citizen", .page = "new-course", .subject = &subject_citizen, .menu = "courses",
	.may = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = new_get, .post = new_post, .form = &course_form,
};
