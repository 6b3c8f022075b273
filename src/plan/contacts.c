/*
 * /plan/:id/contacts - who takes part in the course, and so may see it; and persons outside, who see nothing.
 *	<course> <contact id [uid] name [department] role from-on [to-on] [phone] [email] [outside="yes"]> <form end-contact/>? </contact>*
 *	    <form contact/> <form outside-contact/> </course>
 * To end a part is to end the access: from that day on, its own included.
 */
#include <stdlib.h>
#include <string.h>

#include "domain/course.h"
#include "domain/permission.h"
#include "domain/staff.h"
#include "domain/subject.h"
#include "plan/hand.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static const char *const contact_roles[] = { "co-caseworker", "psychologist", "physiotherapist", "nurse", "other", "provider", "adviser",
    "mentor", NULL };
static const char *const outside_roles[] = { "doctor", "employer", "companion", "representative", "guardian", "interpreter", "provider",
    "mentor", "other", NULL };

static const char *check_address(struct request *rq, const char **value);
static const char *check_telephone(struct request *rq, const char **value);

static const struct field contact_fields[] = {
	{ .name = "staff", .type = FIELD_CHOICE, .required = REQUIRED, .source = staff_choices },
	{ .name = "role",  .type = FIELD_CHOICE, .required = REQUIRED, .choices = contact_roles },
	{ 0 }
};
static const struct form contact_form = { .name = "contact", .fields = contact_fields };

static const struct field outside_fields[] = {
	{ .name = "name",         .type = FIELD_LINE, .required = REQUIRED, .max = 200 },
	{ .name = "role",         .type = FIELD_CHOICE, .required = REQUIRED, .choices = outside_roles },
	{ .name = "organisation", .type = FIELD_LINE, .max = 200 },
	{ .name = "phone",        .type = FIELD_LINE, .max = 20, .check = check_telephone },
	{ .name = "email",        .type = FIELD_LINE, .max = 200, .check = check_address },
	{ 0 }
};
static const char *const outside_submits[] = { "add-outside", NULL };
static const struct form outside_form = { .name = "outside-contact", .fields = outside_fields, .submits = outside_submits };

static const struct field no_fields[] = { { 0 } };
static const char *const end_submits[] = { "end", NULL };
static const struct form end_form = { .name = "end-contact", .fields = no_fields, .submits = end_submits };

/* Written as people write them: digits, spaces, and "+" at the beginning. */
static const char *
check_telephone(struct request *rq, const char **value)
{
	const char *digits = *value + (**value == '+');

	(void)rq;
	return strspn(digits, "0123456789 ") == strlen(digits) && strlen(digits) >= 8 ? NULL : "not-a-phone-number";
}

static const char *
check_address(struct request *rq, const char **value)
{
	const char *at = strchr(*value, '@');

	(void)rq;
	return at != NULL && at > *value && strchr(at + 1, '.') != NULL && strchr(at + 1, '@') == NULL && strchr(*value, ' ') == NULL ?
	    NULL : "not-an-email";
}

static void
contacts_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content), *contact;

	if (course == NULL)
		return;
	rows_add(rq->db, course, "contact",
	    "SELECT cc.id, cc.uid, COALESCE(s.name, cc.name) AS name, COALESCE(d.name, cc.organisation) AS department, cc.role,"
	    "  cc.from_on AS 'from-on', cc.to_on AS 'to-on', cc.phone, cc.email, CASE WHEN cc.uid IS NULL THEN 'yes' END AS outside,"
	    "  CASE WHEN cc.to_on <= ? THEN 'yes' END AS ended"
	    " FROM course_contact cc LEFT JOIN staff s ON s.uid = cc.uid LEFT JOIN department d ON d.id = s.department_id"
	    " WHERE cc.course_id = ? ORDER BY ended, cc.role <> 'caseworker', outside, cc.from_on, name",
	    ARGS(TEXT(request_today(rq)), INT(rq->subject)));
	if (rq->as_of == NULL && !request_only_looks(rq))
		node_set(course, "write", request_href(rq, "/messages/courses/%lld", rq->subject));
	if (!course_writable(rq, course))
		return;
	for (contact = node_child(course, "contact"); contact != NULL; contact = node_next(contact, "contact"))
		if (node_get(contact, "to-on") == NULL && strcmp(node_get(contact, "role"), "caseworker") != 0)
			form_add(rq, contact, &end_form, "/plan/%lld/contacts/%s/end", rq->subject, node_get(contact, "id"));
	if (hand_may(rq))
		node_set(course, "handover", request_href(rq, "/plan/%lld/handover", rq->subject));
	form_add(rq, course, &contact_form, "/plan/%lld/contacts", rq->subject);
	form_add(rq, course, &outside_form, "/plan/%lld/contacts/outside", rq->subject);
}

static void
contacts_post(struct request *rq)
{
	const char *today = request_today(rq), *uid = field_text(rq, "staff");

	if (course_lock(rq, rq->subject) == NULL)
		return;
	if (rows_int(rq->db, 0, "SELECT 1 FROM course WHERE id = ? AND caseworker_uid = ?", ARGS(INT(rq->subject), TEXT(uid))) != 0) {
		field_error(rq, "staff", "is-caseworker");
		return;
	}
	if (rows_int(rq->db, 0, "SELECT 1 FROM course_contact WHERE course_id = ? AND uid = ? AND (to_on IS NULL OR to_on > ?) LIMIT 1",
	    ARGS(INT(rq->subject), TEXT(uid), TEXT(today))) != 0) {
		field_error(rq, "staff", "already-contact");
		return;
	}
	exec_insert(rq->db, "INSERT INTO course_contact (course_id, uid, role, from_on, changed_by) VALUES (?, ?, ?, ?, ?)",
	    ARGS(INT(rq->subject), TEXT(uid), FIELD(rq, "role"), TEXT(today), TEXT(rq->user->uid)));
	see_other(rq, "contact-added", "/plan/%lld/contacts", rq->subject);
}

static void
outside_post(struct request *rq)
{
	if (course_lock(rq, rq->subject) == NULL)
		return;
	exec_insert(rq->db, "INSERT INTO course_contact (course_id, name, role, organisation, phone, email, from_on, changed_by)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)", ARGS(INT(rq->subject), FIELD(rq, "name"), FIELD(rq, "role"), FIELD(rq, "organisation"),
	    FIELD(rq, "phone"), FIELD(rq, "email"), TEXT(request_today(rq)), TEXT(rq->user->uid)));
	see_other(rq, "contact-added", "/plan/%lld/contacts", rq->subject);
}

/* A course always has a caseworker: that part ends by handing the course over. */
static void
contact_end_post(struct request *rq)
{
	const char *today = request_today(rq);

	if (course_lock(rq, rq->subject) == NULL)
		return;
	if (exec(rq->db, "UPDATE course_contact SET to_on = GREATEST(?, from_on), changed_by = ?"
	    " WHERE course_id = ? AND id = ? AND to_on IS NULL AND role <> 'caseworker'",
	    ARGS(TEXT(today), TEXT(rq->user->uid), INT(rq->subject), INT(rq->ids[1]))) == 0)
		fail_request(rq, FAIL_MISSING, "no-such-contact");
	see_other(rq, "contact-ended", "/plan/%lld/contacts", rq->subject);
}

const struct route plan_contacts = {
	.path = "/plan/:id/contacts", .page = "contacts", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = contacts_get, .post = contacts_post, .form = &contact_form,
};

const struct route plan_contact_outside = {
	.path = "/plan/:id/contacts/outside", .page = "contacts", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = contacts_get, .post = outside_post, .form = &outside_form,
};

const struct route plan_contact_end = {
	.path = "/plan/:id/contacts/:contact/end", .page = "contacts", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = contacts_get, .post = contact_end_post, .form = &end_form,
};
