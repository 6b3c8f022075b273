/*
 * /plan/:id/handover - the caseworker, who stands in for him, or a leader gives a course to another caseworker.
 *	<course ...> <handover .../>* <form name="handover-course"/> </course>
 */
#include <string.h>

#include "domain/course.h"
#include "domain/message.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/hand.h"
#include "plan/pages.h"
#include "rule/course_state.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

enum { REASON_MAX = 1000 };

static const struct field course_fields[] = {
	{ .name = "to", .type = FIELD_CHOICE, .required = REQUIRED, .source = hand_choices },
	{ "reason", FIELD_TEXT, REQUIRED, .max = REASON_MAX },
	{ 0 }
};
static const char *const hand_submits[] = { "hand-over", NULL };
static const struct form course_form = { .name = "handover-course", .fields = course_fields, .submits = hand_submits };

/* To himself nobody gives a course.  Who sends him all the same is told so. */
static void
leave_out(xmlNode *form, const char *caseworker)
{
	xmlNode *choice = node_child(form_part(form, "field", "to"), "choice");

	while (choice != NULL && strcmp(node_get(choice, "value"), caseworker) != 0)
		choice = node_next(choice, "choice");
	if (choice == NULL)
		return;
	xmlUnlinkNode(choice);
	xmlFreeNode(choice);
}

static void
handover_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content), *form;

	if (course == NULL)
		return;
	hand_history_add(rq, course, rq->subject);
	if (!course_writable(rq, course) || !hand_may(rq))
		return;
	form = form_add(rq, course, &course_form, "/plan/%lld/handover", rq->subject);
	form_set_revision(form, rows_int(rq->db, 0, "SELECT revision FROM course WHERE id = ?", ARGS(INT(rq->subject))));
	if (form != NULL)
		leave_out(form, node_get(course, "caseworker"));
}

/* Who gave his own course away may only look now, or (another department's) nothing: he goes back to his list. */
static void
handover_post(struct request *rq)
{
	const char *to = field_text(rq, "to"), *reason = field_text(rq, "reason"), *path = request_format(rq, "/plan/%lld", rq->subject);
	struct held held;

	if (!hand_may(rq)) {
		fail_request(rq, FAIL_DENIED, "not-your-course");
		return;
	}
	if (course_lock(rq, rq->subject) == NULL || !hand_lock(rq, rq->subject, &held) || revision_stale(rq, held.revision))
		return;
	if (strcmp(held.caseworker, to) == 0) {
		field_error(rq, "to", "is-caseworker");
		return;
	}
	hand_over(rq, rq->subject, &held, to, reason);
	message_send(rq, rq->subject, to, "course-handed-over", reason, path);
	message_send(rq, rq->subject, held.caseworker, "course-moved", reason, path);
	see_other(rq, "course-handed-over", "/plan");
}

const struct route plan_handover = {
	.path = "/plan/:id/handover", .page = "contacts-handover", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = handover_get, .post = handover_post, .form = &course_form,
};
