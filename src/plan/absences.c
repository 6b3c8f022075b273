/*
 * /plan/absences - while a caseworker is away another one sees and does what he would.  One's own, for a leader also those of the department.
 *	<absences> <absence id name department deputy-name from-on to-on [now]> <form name="end-absence"/>? </absence>* <form name="absence"/>
 *	    <uncovered name from-on to-on/>* </absences>
 * /plan/absences/:absence/end - POST: he is back, or does not go.
 * Why somebody is away is not asked.
 */
#include <string.h>

#include "base/date.h"
#include "domain/choice.h"
#include "domain/permission.h"
#include "plan/hand.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

/* Our own assumption: written down at most two weeks late, and for a leave of a year at most. */
enum { LATE_DAYS = 14, LONGEST_DAYS = 400 };

static void
own_staff_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT s.uid, s.name FROM staff s WHERE s.department_id = ? AND EXISTS (SELECT 1 FROM staff_role r"
	    " WHERE r.uid = s.uid AND r.role IN ('caseworker', 'team-leader')) ORDER BY s.name, s.uid", ARGS(TEXT(rq->user->department)));
}

static const struct field lead_fields[] = {
	{ .name = "staff",   .type = FIELD_CHOICE, .required = REQUIRED, .source = own_staff_choices },
	{ .name = "deputy",  .type = FIELD_CHOICE, .required = REQUIRED, .source = hand_choices },
	{ .name = "from-on", .type = FIELD_DATE,   .required = REQUIRED },
	{ .name = "to-on",   .type = FIELD_DATE,   .required = REQUIRED },
	{ 0 }
};
static const struct form lead_form = { .name = "absence", .fields = lead_fields };
static const struct form own_form = { .name = "absence", .fields = lead_fields + 1 };

static const struct field no_fields[] = { { 0 } };
static const char *const end_submits[] = { "end", NULL };
static const struct form end_form = { .name = "end-absence", .fields = no_fields, .submits = end_submits };

static const struct form *
form_for(struct request *rq)
{
	return request_may(rq, MAY_LEAD) ? &lead_form : &own_form;
}

#define LEADS(rq) TEXT(request_may(rq, MAY_LEAD) ? (rq)->user->department : NULL)

static const char *
who_goes(struct request *rq)
{
	return request_may(rq, MAY_LEAD) ? field_text(rq, "staff") : rq->user->uid;
}

/* Of an absence that was refused because he stands in for others himself: for whom.  The field with the error has only what was typed. */
static void
add_uncovered(struct request *rq, xmlNode *absences, xmlNode *form)
{
	const xmlNode *field = form_part(form, "field", "from-on"), *error = node_child(field, "error");
	struct date from;

	if (error != NULL && strcmp(node_get(error, "key"), "stands-in") == 0 && date_parse(node_text(node_child(field, "value")), &from))
		rows_add(rq->db, absences, "uncovered", "SELECT s.name, a.from_on AS 'from-on', a.to_on AS 'to-on' FROM staff_absence a"
		    " JOIN staff s ON s.uid = a.uid WHERE a.deputy_uid = ? AND a.from_on <= ? AND a.to_on >= ? ORDER BY a.from_on, s.name",
		    ARGS(TEXT(who_goes(rq)), FIELD(rq, "to-on"), TEXT(from.iso)));
}

static void
absences_get(struct request *rq, xmlNode *content)
{
	const char *today = request_today(rq), *uid = rq->user->uid;
	xmlNode *absences = node_add(content, "absences"), *absence;

	rows_add(rq->db, absences, "absence",
	    "SELECT a.id, s.name, d.name AS department, v.name AS 'deputy-name', a.from_on AS 'from-on', a.to_on AS 'to-on',"
	    "  IF(a.from_on <= me.today, 'yes', NULL) AS now, IF(a.uid = me.uid OR s.department_id = me.leads, 'yes', NULL) AS ends"
	    " FROM (SELECT ? AS uid, CAST(? AS DATE) AS today, ? AS leads) me JOIN staff_absence a ON a.to_on >= me.today"
	    " JOIN staff s ON s.uid = a.uid JOIN staff v ON v.uid = a.deputy_uid LEFT JOIN department d ON d.id = s.department_id"
	    " WHERE me.uid IN (a.uid, a.deputy_uid) OR s.department_id = me.leads ORDER BY a.from_on, s.name, a.id",
	    ARGS(TEXT(uid), TEXT(today), LEADS(rq)));
	for (absence = node_child(absences, "absence"); absence != NULL; absence = node_next(absence, "absence")) {
		if (node_get(absence, "ends") != NULL)
			form_add(rq, absence, &end_form, "/plan/absences/%s/end", node_get(absence, "id"));
		xmlUnsetProp(absence, (const xmlChar *)"ends");
	}
	add_uncovered(rq, absences, form_add(rq, absences, form_for(rq), "/plan/absences"));
}

/* Is somebody away on one of these days?  The rows, and the gap between them, are held until the transaction ends. */
static bool
away(struct request *rq, const char *uid)
{
	return rows_int(rq->db, 0, "SELECT COUNT(*) FROM staff_absence WHERE uid = ? AND from_on <= ? AND to_on >= ? FOR UPDATE",
	    ARGS(TEXT(uid), FIELD(rq, "to-on"), FIELD(rq, "from-on"))) > 0;
}

/* Does he stand in on one of these days for somebody, who would have nobody then? */
static bool
stands_in(struct request *rq, const char *uid)
{
	return rows_int(rq->db, 0, "SELECT COUNT(*) FROM staff_absence WHERE deputy_uid = ? AND from_on <= ? AND to_on >= ? FOR UPDATE",
	    ARGS(TEXT(uid), FIELD(rq, "to-on"), FIELD(rq, "from-on"))) > 0;
}

static const char *
wrong_days(struct request *rq, const char **field)
{
	const char *from = field_text(rq, "from-on"), *to = field_text(rq, "to-on"), *today = request_today(rq);
	struct date earliest, last;

	date_add_days(today, -LATE_DAYS, &earliest);
	date_add_days(from, LONGEST_DAYS - 1, &last);
	*field = "to-on";
	if (strcmp(to, from) < 0)
		return "before-start";
	if (strcmp(to, today) < 0)
		return "absence-past";
	if (strcmp(to, last.iso) > 0)
		return "absence-too-long";
	*field = "from-on";
	return strcmp(from, earliest.iso) < 0 ? "absence-too-early" : NULL;
}

static const char *
wrong_with(struct request *rq, const char *uid, const char **field)
{
	const char *deputy = field_text(rq, "deputy"), *error = wrong_days(rq, field);

	if (error != NULL)
		return error;
	*field = "deputy";
	if (strcmp(deputy, uid) == 0)
		return "deputy-self";
	if (away(rq, deputy))
		return "deputy-away";
	*field = "from-on";
	if (away(rq, uid))
		return "absence-known";
	return stands_in(rq, uid) ? "stands-in" : NULL;
}

static void
absences_post(struct request *rq)
{
	const char *uid, *field, *error;

	if (form_read(rq, form_for(rq)) != FAIL_NONE) {
		fail_request(rq, FAIL_INPUT, NULL);
		return;
	}
	uid = who_goes(rq);
	error = wrong_with(rq, uid, &field);
	if (error != NULL) {
		field_error(rq, field, error);
		return;
	}
	exec(rq->db, "INSERT INTO staff_absence (uid, deputy_uid, from_on, to_on, changed_by) VALUES (?, ?, ?, ?, ?)",
	    ARGS(TEXT(uid), FIELD(rq, "deputy"), FIELD(rq, "from-on"), FIELD(rq, "to-on"), TEXT(rq->user->uid)));
	see_other(rq, "absence-saved", "/plan/absences");
}

/* What has not begun, or began today, is taken away; what runs ended yesterday.  Its versions stay. */
#define MINE_TO_END \
	" WHERE id = ? AND to_on >= ? AND (uid = ? OR uid IN (SELECT s.uid FROM staff s WHERE s.department_id = ?))"
static void
absence_end_post(struct request *rq)
{
	const char *today = request_today(rq);

	if (exec(rq->db, "UPDATE staff_absence SET to_on = IF(from_on < ?, ? - INTERVAL 1 DAY, to_on), changed_by = ?, revision = revision + 1"
	    MINE_TO_END, ARGS(TEXT(today), TEXT(today), TEXT(rq->user->uid), INT(rq->ids[0]), TEXT(today), TEXT(rq->user->uid), LEADS(rq))) == 0) {
		fail_request(rq, FAIL_DENIED, NULL);
		return;
	}
	exec(rq->db, "DELETE FROM staff_absence WHERE id = ? AND from_on >= ?", ARGS(INT(rq->ids[0]), TEXT(today)));
	see_other(rq, "absence-ended", "/plan/absences");
}

const struct route plan_absences = {
	.path = "/plan/absences", .page = "absences", .menu = "courses", .may = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = absences_get, .post = absences_post, .made_form = form_for,
};
const struct route plan_absence_end = {
	.path = "/plan/absences/:absence/end", .page = "absences", .menu = "courses", .may = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = absences_get, .post = absence_end_post, .form = &end_form,
};
