/*
 * POST /plan/:id/background/benefits/:deadline - a deadline by a rule for a benefit that the citizen does not get any more is ended, where one sees that it is
 * left.  It stays in the course's history, with the reason.
 *	<deadline id kind due-on days [law] [counts-from] not-for> <form end-left/> </deadline>
 */
#include "domain/course.h"
#include "domain/deadline.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/benefits.h"
#include "plan/pages.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/labels.h"
#include "xml/node.h"

static const struct field left_fields[] = {
	{ .name = "reason", .type = FIELD_LINE, .required = REQUIRED, .max = 400 },
	{ 0 }
};
static const char *const left_submits[] = { "end-left", NULL };
static const struct form left_form = { .name = "end-left", .fields = left_fields, .submits = left_submits };

#define LEFT \
	" FROM (SELECT ? AS course, CAST(? AS DATE) AS today) me JOIN course c ON c.id = me.course JOIN deadline l ON l.course_id = c.id" \
	" JOIN deadline_rule r ON r.id = l.rule_id WHERE " BENEFITS_LEFT("me.today")

bool
benefits_deadline_left(struct request *rq)
{
	return rows_int(rq->db, 0, "SELECT 1" LEFT " LIMIT 1", ARGS(INT(rq->subject), TEXT(request_today(rq)))) == 1;
}

void
benefits_left_add(struct request *rq, xmlNode *course)
{
	xmlNode *deadline, *form;

	rows_add(rq->db, course, "deadline", "SELECT l.id, l.kind, l.due_on AS 'due-on', DATEDIFF(l.due_on, me.today) AS days, l.law, l.counts_from AS 'counts-from',"
	    " (SELECT b.title FROM benefit_type b WHERE b.code = r.benefit_type) AS 'not-for'" LEFT " ORDER BY l.due_on, l.id",
	    ARGS(INT(rq->subject), TEXT(request_today(rq))));
	for (deadline = node_child(course, "deadline"); deadline != NULL; deadline = node_next(deadline, "deadline")) {
		form = form_add(rq, deadline, &left_form, "/plan/%lld/background/benefits/%s", rq->subject, node_get(deadline, "id"));
		if (node_get(form, "state") == NULL)
			form_set(form, "reason", labels_find(request_labels(rq), "deadline.other-benefit"));
	}
}

/* One that is for the citizen's benefit again meanwhile, or has ended, is not ended here. */
static void
left_post(struct request *rq)
{
	if (course_lock(rq, rq->subject) == NULL)
		return;
	if (rows_int(rq->db, 0, "SELECT 1" LEFT " AND l.id = ?", ARGS(INT(rq->subject), TEXT(request_today(rq)), INT(rq->ids[1]))) != 1) {
		fail_request(rq, FAIL_INPUT, "deadline-not-left");
		return;
	}
	deadline_end_one(rq, rq->subject, rq->ids[1], "waived", request_today(rq), field_text(rq, "reason"));
	see_other(rq, "deadline-closed", "/plan/%lld/background/benefits", rq->subject);
}

const struct route plan_benefits_left = {
	.path = "/plan/:id/background/benefits/:deadline", .page = "benefits", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE, .get = benefits_get, .post = left_post, .form = &left_form,
};
