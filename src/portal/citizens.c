/*
 * /citizens - find a citizen that one has a relation to (?q= a name), and register a new one.
 *	<citizens> <form name="find"/> <list name="citizens" q> <row citizen-id citizen cpr ... href/>* </list>?
 *	 <known citizen-id href/>? <form name="citizen"/> </citizens>
 * /citizens/find - POST: a CPR number leads to the citizen, a course's number to the course, a name that one has
 *	to the citizen, another to the list.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "base/text.h"
#include "domain/benefit.h"
#include "domain/citizen.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "portal/find.h"
#include "portal/pages.h"
#include "portal/person.h"
#include "rule/cpr.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "web/link.h"
#include "web/list.h"
#include "web/request.h"
#include "xml/node.h"

static const struct field find_fields[] = {
	{ "q", FIELD_LINE, REQUIRED, .max = 100 },
	{ 0 }
};
static const char *const find_submits[] = { "find", NULL };
const struct form find_form = { .name = "find", .fields = find_fields, .submits = find_submits };

/* The number becomes its ten digits. */
static const char *
check_cpr(struct request *rq, const char **value)
{
	struct date today;
	struct cpr cpr;

	date_today(&today);
	switch (cpr_read(*value, today.iso, &cpr)) {
	case CPR_NOT_TEN_DIGITS:
		return "cpr-digits";
	case CPR_NO_SUCH_DATE:
		return "cpr-no-such-date";
	case CPR_BORN_LATER:
		return "cpr-born-later";
	case CPR_VERY_OLD:
		if (pairs_find(&rq->body, "very-old") == NULL)
			return "cpr-very-old";
		break;
	default:
		break;
	}
	*value = talloc_strdup(rq, cpr.digits);
	return NULL;
}

static const struct field citizen_fields[] = {
	{ "cpr",                FIELD_LINE,   REQUIRED, .max = 40, .check = check_cpr },
	{ .name = "very-old", .type = FIELD_CHECK },
	{ "name",               FIELD_LINE,   REQUIRED, .max = 200 },
	{ "benefit-type",       FIELD_CHOICE, REQUIRED, .source = benefit_choices },
	{ "phone",              FIELD_LINE,   .max = 30, .check = check_phone },
	{ "language",           FIELD_CHOICE, .choices = citizen_languages },
	{ .name = "interpreter-needed", .type = FIELD_CHECK },
	{ .name = "fictional", .type = FIELD_CHECK },
	{ 0 }
};
static const char *const citizen_submits[] = { "register", NULL };
static const struct form citizen_form = { .name = "citizen", .fields = citizen_fields, .submits = citizen_submits };

/* Those of one's department, and those in whose courses one takes part. */
#define VISIBLE \
	" FROM (SELECT ? AS uid, ? AS department, CAST(? AS DATE) AS today, ? AS begins, ? AS inside) me" \
	" JOIN citizen z ON (z.name LIKE me.begins OR z.name LIKE me.inside)" \
	" AND (z.department_id = me.department" \
	"  OR EXISTS (SELECT 1 FROM course c LEFT JOIN course_contact cc ON cc.course_id = c.id" \
	"  AND cc.uid = me.uid AND cc.from_on <= me.today AND (cc.to_on IS NULL OR cc.to_on > me.today)" \
	"  WHERE c.citizen_id = z.id AND (c.caseworker_uid = me.uid OR cc.id IS NOT NULL)))"
#define ROW \
	"SELECT z.id AS 'citizen-id', z.name AS citizen, " CPR_MASKED("p.cpr") " AS cpr," \
	" IF(p.kind = 'replacement', 'replacement', NULL) AS 'cpr-kind', z.birth_date AS 'birth-date'," \
	" z.death_date AS 'died-on'," \
	" IF(z.protection_from <= me.today AND (z.protection_to IS NULL OR z.protection_to >= me.today), 'yes', NULL)" \
	"  AS protected," \
	" (SELECT COUNT(*) FROM course c WHERE c.citizen_id = z.id AND c.state NOT IN ('closed', 'closed-low'))" \
	"  AS 'open-courses'" \
	VISIBLE " JOIN citizen_cpr p ON p.citizen_id = z.id"

static const struct list_sort citizen_sorts[] = {
	{ "name",   ROW " ORDER BY z.name, z.id LIMIT ? OFFSET ?" },
	{ "-name",  ROW " ORDER BY z.name DESC, z.id DESC LIMIT ? OFFSET ?" },
	{ "birth-date", ROW " ORDER BY z.birth_date, z.id LIMIT ? OFFSET ?" },
	{ "-birth-date", ROW " ORDER BY z.birth_date DESC, z.id DESC LIMIT ? OFFSET ?" },
	{ 0 }
};

static void
found_add(struct request *rq, xmlNode *citizens, const char *q)
{
	struct date today;
	xmlNode *list;

	date_today(&today);
	list = list_add(rq, citizens, "citizens", "row", citizen_sorts, "SELECT COUNT(*)" VISIBLE,
	    ARGS(TEXT(rq->user->uid), TEXT(rq->user->department), TEXT(today.iso), TEXT(text_like(rq, "", q)), TEXT(text_like(rq, "% ", q))));
	link_rows(rq, list, "row", "citizen-id", "/citizens");
}

static long long
citizen_of_cpr(struct request *rq, const char *typed)
{
	struct date today;
	struct cpr cpr;

	date_today(&today);
	cpr_read(typed, today.iso, &cpr);
	if (cpr.digits[0] == '\0')
		return 0;
	return rows_int(rq->db, 0, "SELECT citizen_id FROM citizen_cpr WHERE cpr = ?", ARGS(TEXT(cpr.digits)));
}

/* The key of a field's error, "" for none. */
static const char *
error_of(xmlNode *form, const char *name)
{
	const xmlNode *error = node_child(form_part(form, "field", name), "error");

	return error == NULL ? "" : node_get(error, "key");
}

/* The citizen who has the number already, for those who may see him. */
static void
known_add(struct request *rq, xmlNode *citizens, xmlNode *form)
{
	long long id;
	xmlNode *known;

	if (strcmp(error_of(form, "cpr"), "cpr-known") != 0)
		return;
	id = citizen_of_cpr(rq, node_text(node_child(form_part(form, "field", "cpr"), "value")));
	if (id == 0 || !request_sees(rq, &subject_citizen, id))
		return;
	known = node_add(citizens, "known");
	node_set_int(known, "citizen-id", id);
	node_set(known, "href", request_href(rq, "/citizens/%lld", id));
	xmlAddPrevSibling(form, known);
}

/* Whether somebody is really that old is asked only of those who would be. */
static void
drop_very_old(xmlNode *form)
{
	if (node_child(form_part(form, "field", "very-old"), "value") == NULL && strcmp(error_of(form, "cpr"), "cpr-very-old") != 0)
		form_drop(form, "field", "very-old");
}

static void
citizens_get(struct request *rq, xmlNode *content)
{
	xmlNode *citizens = node_add(content, "citizens"), *form;
	const char *q = query_text(rq, "q");

	form = form_add(rq, citizens, &find_form, "/citizens/find");
	form_set(form, "q", q);
	if (q != NULL)
		found_add(rq, citizens, q);
	form = form_add(rq, citizens, &citizen_form, "/citizens");
	form_set(form, "language", "da");
	known_add(rq, citizens, form);
	drop_very_old(form);
}

/* Returns the new citizen's id; 0 after a failure. */
static long long
citizen_insert(struct request *rq, const struct cpr *cpr, const char *today)
{
	const char *me = rq->user->uid;
	long long id = exec_insert(rq->db, "INSERT INTO citizen"
	    " (name, birth_date, phone, language, interpreter_needed, department_id, changed_by)"
	    " VALUES (?, ?, ?, COALESCE(?, 'da'), ?, ?, ?)",
	    ARGS(FIELD(rq, "name"), TEXT(cpr->born.iso), FIELD(rq, "phone"), FIELD(rq, "language"),
	    INT(field_check(rq, "interpreter-needed") ? 1 : 0), TEXT(rq->user->department), TEXT(me)));

	if (exec_unique(rq->db, "INSERT INTO citizen_cpr (citizen_id, cpr, kind, changed_by) VALUES (?, ?, ?, ?)",
	    ARGS(INT(id), TEXT(cpr->digits), TEXT(cpr_is_replacement(cpr->digits) ? "replacement" : "cpr"), TEXT(me))) == -1) {
		field_error(rq, "cpr", "cpr-known");
		return 0;
	}
	if (field_check(rq, "fictional"))
		exec(rq->db, "INSERT INTO fictional_citizen (citizen_id) VALUES (?)", ARGS(INT(id)));
	exec(rq->db, "INSERT INTO benefit_period (citizen_id, benefit_type, starts_on, changed_by) VALUES (?, ?, ?, ?)",
	    ARGS(INT(id), FIELD(rq, "benefit-type"), TEXT(today), TEXT(me)));
	return id;
}

/* What to say of the number: that it is no real one, or that a second look is worth while. */
static const char *
registered(const struct cpr *cpr)
{
	if (cpr_is_replacement(cpr->digits))
		return "citizen-registered-replacement";
	return cpr->modulus_hint ? "citizen-registered-look-again" : "citizen-registered";
}

static void
citizens_post(struct request *rq)
{
	struct date today;
	struct cpr cpr;

	if (rq->user->department[0] == '\0') {
		fail_request(rq, FAIL_DENIED, "no-department");
		return;
	}
	date_today(&today);
	cpr_read(field_text(rq, "cpr"), today.iso, &cpr);
	if (citizen_of_cpr(rq, cpr.digits) != 0) {
		field_error(rq, "cpr", "cpr-known");
		return;
	}
	/* Editors of looks in all departments see those who are made up: nobody comes there by a wrong tick. */
	if (field_check(rq, "fictional") && !cpr.modulus_hint && !cpr_is_replacement(cpr.digits)) {
		field_error(rq, "cpr", "cpr-may-be-real");
		return;
	}
	see_other(rq, registered(&cpr), "/citizens/%lld", citizen_insert(rq, &cpr, today.iso));
}

/* A name that one citizen has leads to him, another to the list. */
static void
find_by_name(struct request *rq, const char *q)
{
	struct date today;
	long long id;

	date_today(&today);
	id = rows_int(rq->db, 0, "SELECT IF(COUNT(*) = 1, MAX(z.id), 0)" VISIBLE,
	    ARGS(TEXT(rq->user->uid), TEXT(rq->user->department), TEXT(today.iso), TEXT(text_like(rq, "", q)), TEXT(text_like(rq, "% ", q))));
	if (id != 0 && request_sees(rq, &subject_citizen, id))
		see_other(rq, NULL, "/citizens/%lld", id);
	else
		see_other(rq, NULL, "/citizens?q=%s", uri_encode(rq, q));
}

/* A CPR number or a course's number leads to one page, if it is one that the user may see. */
static void
find_post(struct request *rq)
{
	const char *q = field_text(rq, "q");
	size_t digits = strspn(q, "0123456789");
	long long id = citizen_of_cpr(rq, q);

	if (id != 0 && request_sees(rq, &subject_citizen, id)) {
		see_other(rq, NULL, "/citizens/%lld", id);
	} else if (id == 0 && q[digits] == '\0' && digits <= 9 && request_sees(rq, &subject_course, atoll(q))) {
		see_other(rq, NULL, "/plan/%lld", atoll(q));
	} else if (strpbrk(q, "0123456789") != NULL) {
		field_error(rq, "q", "nobody-found");
	} else {
		find_by_name(rq, q);
	}
}

const struct route portal_citizens = {
	.path = "/citizens", .page = "citizens", .menu = "citizens", .may = MAY_REGISTER,
	.get = citizens_get, .post = citizens_post, .form = &citizen_form,
};

const struct route portal_citizens_find = {
	.path = "/citizens/find", .page = "citizens", .menu = "citizens", .may = MAY_REGISTER,
	.get = citizens_get, .post = find_post, .form = &find_form,
};
