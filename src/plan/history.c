/*
 * /plan/:id/history - who did what, when; each with a link to the case as it was then.
 *	<course> <list name="history"> <event .../>* </list> </course>		(domain/history.h)
 */
#include "domain/history.h"

#include "domain/course.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"

static void
history_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content);

	if (course != NULL)
		history_add(rq, course);
}

const struct route plan_history = {
	.path = "/plan/:id/history", .page = "history", .subject = &subject_course, .menu = "courses", .may = MAY_SEE_CASES,
	.get = history_get,
};
