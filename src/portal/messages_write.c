/*
 * /messages/courses/:course, /messages/interventions/:intervention - write to somebody who takes part in a course, or to the one at the other
 * end of an intervention.
 *	<letter-to course citizen-id citizen [protected] [intervention] [receiver-name] back> <form message/>? </letter-to>
 * Without a form there is nobody to write to.  The same form stands on pages of other programs, too (message_form_add).
 */
#include "domain/subject.h"
#include "portal/messages.h"
#include "portal/pages.h"
#include "sql/rows.h"
#include "xml/node.h"

#define ABOUT \
	" c.id AS course, z.id AS 'citizen-id', z.name AS citizen," \
	" IF(z.protection_from <= x.today AND (z.protection_to IS NULL OR z.protection_to >= x.today), 'yes', NULL) AS protected"

static const char course_sql[] =
    "SELECT" ABOUT " FROM (SELECT ? AS id, CAST(? AS DATE) AS today) x JOIN course c ON c.id = x.id JOIN citizen z ON z.id = c.citizen_id";
static const char intervention_sql[] =
    "SELECT" ABOUT ", i.title AS intervention, s.name AS 'receiver-name' FROM (SELECT ? AS id, CAST(? AS DATE) AS today, ? AS me) x"
    " JOIN intervention i ON i.id = x.id JOIN course c ON c.id = i.course_id JOIN citizen z ON z.id = c.citizen_id"
    " JOIN staff s ON s.uid = IF(i.provider_uid = x.me, c.caseworker_uid, i.provider_uid)";

static void
course_get(struct request *rq, xmlNode *content)
{
	xmlNode *to = rows_add_one(rq->db, content, "letter-to", course_sql, ARGS(INT(rq->subject), TEXT(request_today(rq))));

	if (to == NULL)
		return;
	node_set(to, "back", request_href(rq, "/plan/%lld/contacts", rq->subject));
	message_form_add(rq, to, rq->subject, 0);
}

static void
course_post(struct request *rq)
{
	if (message_write(rq, rq->subject, 0) != 0)
		see_other(rq, "message-sent", "/messages?box=sent");
}

const struct route portal_message_course = {
	.path = "/messages/courses/:course", .page = "message-write", .subject = &subject_course, .menu = "home", .get = course_get,
	.post = course_post, .form = &message_course_form,
};

static void
intervention_get(struct request *rq, xmlNode *content)
{
	xmlNode *to = rows_add_one(rq->db, content, "letter-to", intervention_sql,
	    ARGS(INT(rq->subject), TEXT(request_today(rq)), TEXT(rq->user->uid)));

	if (to == NULL)
		return;
	node_set(to, "back", request_href(rq, "/plan/interventions/%lld", rq->subject));
	message_form_add(rq, to, rows_int(rq->db, 0, "SELECT course_id FROM intervention WHERE id = ?", ARGS(INT(rq->subject))), rq->subject);
}

static void
intervention_post(struct request *rq)
{
	long long course = rows_int(rq->db, 0, "SELECT course_id FROM intervention WHERE id = ?", ARGS(INT(rq->subject)));

	if (message_write(rq, course, rq->subject) != 0)
		see_other(rq, "message-sent", "/messages?box=sent");
}

const struct route portal_message_intervention = {
	.path = "/messages/interventions/:intervention", .page = "message-write", .subject = &subject_intervention, .menu = "home",
	.get = intervention_get, .post = intervention_post, .form = &message_intervention_form,
};
