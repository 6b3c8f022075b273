/*
 * /plan/:id/history - who did what, when, and what it was before; each with a link to the case as it was then.
 *	<course> <form history/>? <list name="history"> <event .../>* </list> <form difference/>? <form case/>? </course>
 * ?who= &what= &from= &to= narrow it (domain/history.h); days are Danish ones, both of them in.  A page of the past has no filter.
 */
#include "domain/history.h"

#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/course.h"
#include "domain/permission.h"
#include "domain/record.h"
#include "domain/subject.h"
#include "plan/moment.h"
#include "plan/notes.h"
#include "plan/pages.h"
#include "plan/past.h"
#include "web/form.h"
#include "xml/node.h"

static const char *const whats[] = { "course", "handover", "assessment", "contact", "deadline", "background", "day", "appointment", "note", "addendum",
    "waiver", "focus-area", "conference", "attendee", "decision", "plan", "intervention", "citizen-absence", "goal", "schedule", "measurement", "employment",
    "stop", "document", "message", NULL };
static const struct field filter_fields[] = {
	{ .name = "what", .type = FIELD_CHOICE, .choices = whats },
	{ .name = "who",  .type = FIELD_CHOICE, .source = history_people_add },
	{ .name = "from", .type = FIELD_DATE },
	{ .name = "to",   .type = FIELD_DATE },
	{ 0 }
};
static const char *const filter_submits[] = { "filter", NULL };
static const struct form filter_form = { .name = "history", .fields = filter_fields, .submits = filter_submits, .get = true };

/* The end of the day before the one that was asked for: what is later is in. */
static const char *
day_before(struct request *rq, const char *given)
{
	char moment[32];
	struct date day;

	if (given == NULL || strlen(given) != DATE_LENGTH)
		return given == NULL || !date_moment(given, moment) ? NULL : talloc_strdup(rq, moment);
	date_add_days(given, -1, &day);
	return date_moment(day.iso, moment) ? talloc_strdup(rq, moment) : NULL;
}

static struct history_filter
filter_read(struct request *rq, xmlNode *course)
{
	xmlNode *form = form_add(rq, course, &filter_form, "/plan/%lld/history", rq->subject);
	struct moment from, to;

	moment_read(rq, form, "from", &from);
	moment_read(rq, form, "to", &to);
	if (from.sql != NULL && to.sql != NULL && strcmp(to.sql, from.sql) < 0)
		moment_wrong(rq, form, "to", "before-start");
	return (struct history_filter){ .who = query_text(rq, "who"),
	    .what = query_text(rq, "what") != NULL && record_kind(query_text(rq, "what")) != NULL ? query_text(rq, "what") : NULL,
	    .since = day_before(rq, from.given), .until = to.sql };
}

static void
history_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content);
	struct history_filter filter = { NULL, NULL, NULL, NULL };

	if (course == NULL)
		return;
	if (rq->as_of == NULL)
		filter = filter_read(rq, course);
	history_add(rq, course, &filter, (struct record_eyes){ .reads = notes_readable(rq, course), .own = true });
	if (rq->as_of == NULL) {
		difference_form_add(rq, course);
		case_form_add(rq, course);
	}
}

const struct route plan_history = {
	.path = "/plan/:id/history", .page = "history", .subject = &subject_course, .menu = "courses", .may = MAY_SEE_CASES,
	.get = history_get,
};
