#include "domain/message.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "domain/choice.h"
#include "domain/permission.h"
#include "rule/cpr.h"
#include "sql/rows.h"
#include "xml/node.h"

static void receivers(struct request *rq, xmlNode *field);
static const char *check_subject(struct request *rq, const char **value);

enum { SUBJECT_MAX = 120, TEXT_MAX = 4000 };

#define WORDS \
	{ .name = "subject", .type = FIELD_LINE, .required = REQUIRED, .max = SUBJECT_MAX, .check = check_subject }, \
	{ .name = "text", .type = FIELD_TEXT, .required = REQUIRED, .max = TEXT_MAX }, \
	{ .name = "wants-receipt", .type = FIELD_CHECK }, \
	{ 0 }

static const struct field course_fields[] = { { .name = "to", .type = FIELD_CHOICE, .required = REQUIRED, .source = receivers }, WORDS };
static const struct field intervention_fields[] = { WORDS };
static const char *const send_submits[] = { "send", NULL };
const struct form message_course_form = { .name = "message", .fields = course_fields, .submits = send_submits };
const struct form message_intervention_form = { .name = "message", .fields = intervention_fields, .submits = send_submits };
const struct form message_answer_form = { .name = "message-answer", .fields = intervention_fields, .submits = send_submits };

/* Subjects stand in lists. */
static const char *
check_subject(struct request *rq, const char **value)
{
	(void)rq;
	return cpr_stands_in(*value, NULL) != NULL ? "cpr-in-subject" : NULL;
}

#define WITH_DEPARTMENT "CONCAT(s.name, COALESCE(CONCAT(' (', d.name, ')'), ''))"
#define OF_STAFF " JOIN staff s ON s.uid = it.uid AND s.active AND s.uid <> it.me LEFT JOIN department d ON d.id = s.department_id"

/* Everybody who takes part; a provider by his intervention, "i12", of which he sees what is written. */
static void
receivers(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT s.uid, " WITH_DEPARTMENT " AS text FROM (SELECT c.caseworker_uid AS uid, x.me FROM"
	    "  (SELECT ? AS course, ? AS me) x JOIN course c ON c.id = x.course) it" OF_STAFF
	    " UNION SELECT s.uid, " WITH_DEPARTMENT " FROM (SELECT cc.uid, x.me FROM (SELECT ? AS course, ? AS me, CAST(? AS DATE) AS today) x"
	    "  JOIN course_contact cc ON cc.course_id = x.course AND cc.from_on <= x.today AND (cc.to_on IS NULL OR cc.to_on > x.today)) it" OF_STAFF
	    " UNION SELECT CONCAT('i', it.id), CONCAT(" WITH_DEPARTMENT ", ': ', it.title) FROM"
	    "  (SELECT i.provider_uid AS uid, i.id, i.title, x.me FROM (SELECT ? AS course, ? AS me, CAST(? AS DATE) AS today) x JOIN course c"
	    "   ON c.id = x.course JOIN intervention i ON i.course_id = c.id JOIN (SELECT uid, CAST(? AS DATE) AS today FROM staff) me"
	    "   ON me.uid = i.provider_uid WHERE " SUBJECT_PROVIDES("i") ") it" OF_STAFF " ORDER BY text",
	    ARGS(INT(rq->subject), TEXT(rq->user->uid), INT(rq->subject), TEXT(rq->user->uid), TEXT(request_today(rq)),
	    INT(rq->subject), TEXT(rq->user->uid), TEXT(request_today(rq)), TEXT(request_today(rq))));
}

/* The one at the other end of an intervention, owned by the request: NULL where that is the user himself. */
static const char *
other_end(struct request *rq, long long intervention)
{
	return rows_text(rq->db, rq, "SELECT IF(i.provider_uid = me.uid, c.caseworker_uid, i.provider_uid) AS other"
	    " FROM (SELECT ? AS uid) me JOIN intervention i ON i.id = ? JOIN course c ON c.id = i.course_id"
	    " HAVING other <> ?", ARGS(TEXT(rq->user->uid), INT(intervention), TEXT(rq->user->uid)));
}

static void
take_role(void *user, const char *const *columns, size_t count)
{
	unsigned long long *may = user;

	(void)count;
	*may |= permission_of(columns[0]);
}

/* Does this one take part in what the message would be about?  Asked as the guard would, were it he who asks. */
static bool
takes_part(struct request *rq, const struct message *m)
{
	unsigned long long may = 0;

	rows_each(rq->db, "SELECT role FROM staff_role WHERE uid = ?", ARGS(TEXT(m->to)), take_role, &may);
	return rows_int(rq->db, 0, "SELECT " MESSAGE_GRADE " IS NOT NULL FROM (SELECT s.uid, s.department_id AS department, ? AS wide,"
	    "  CAST(? AS DATE) AS today FROM staff s WHERE s.uid = ? AND s.active) me"
	    " JOIN (SELECT ? AS to_uid, NULL AS from_uid, ? AS course_id, ? AS intervention_id) m JOIN course c ON c.id = m.course_id",
	    ARGS(INT((may & MAY_SEE_DEPARTMENT) != 0 ? SUBJECT_WIDE_DEPARTMENT : 0), TEXT(request_today(rq)), TEXT(m->to), TEXT(m->to),
	    INT(m->course), m->intervention != 0 ? INT(m->intervention) : NOTHING)) != 0;
}

/* A refused one is drawn again whoever is left: what was typed stands in it. */
xmlNode *
message_form_add(struct request *rq, xmlNode *parent, long long course, long long intervention)
{
	struct message m = { .course = course, .intervention = intervention };
	xmlNode *form;

	if (intervention != 0) {
		m.to = other_end(rq, intervention);
		return rq->form != NULL || (m.to != NULL && takes_part(rq, &m)) ?
		    form_add(rq, parent, &message_intervention_form, "/messages/interventions/%lld", intervention) : NULL;
	}
	form = form_add(rq, parent, &message_course_form, "/messages/courses/%lld", course);
	if (form == NULL || rq->form != NULL || node_child(form_part(form, "field", "to"), "choice") != NULL)
		return form;
	xmlUnlinkNode(form);
	xmlFreeNode(form);
	return NULL;
}

static long long
deliver(struct request *rq, struct message *m)
{
	if (m->to == NULL || !takes_part(rq, m)) {
		fail_request(rq, FAIL_INPUT, "receiver-left");
		return 0;
	}
	m->from = rq->user->uid;
	m->kind = MESSAGE_WRITTEN;
	m->path = "/messages";
	m->subject = field_text(rq, "subject");
	m->text = field_text(rq, "text");
	m->wants_receipt = field_check(rq, "wants-receipt");
	return message_keep(rq->db, m);
}

long long
message_write(struct request *rq, long long course, long long intervention)
{
	const char *to = intervention != 0 ? other_end(rq, intervention) : field_text(rq, "to");
	struct message m = { .course = course, .intervention = intervention, .to = to };

	if (intervention == 0 && to != NULL && to[0] == 'i' && isdigit((unsigned char)to[1])) {
		m.intervention = atoll(to + 1);
		m.to = rows_text(rq->db, rq, "SELECT provider_uid FROM intervention WHERE id = ? AND course_id = ?",
		    ARGS(INT(m.intervention), INT(course)));
	}
	return deliver(rq, &m);
}

/* Whoever wrote gets it; of one's own, whoever it went to. */
long long
message_answer(struct request *rq, long long message)
{
	const char *is[3];
	struct message m = { .answers = message };

	if (!rows_one(rq->db, rq, is, 3, "SELECT course_id, intervention_id, IF(to_uid = ?, from_uid, to_uid) FROM message WHERE id = ?"
	    " AND kind = '" MESSAGE_WRITTEN "' AND course_id IS NOT NULL", ARGS(TEXT(rq->user->uid), INT(message)))) {
		fail_request(rq, FAIL_MISSING, NULL);
		return 0;
	}
	m.course = atoll(is[0]);
	m.intervention = is[1] != NULL ? atoll(is[1]) : 0;
	m.to = is[2];
	return deliver(rq, &m);
}
