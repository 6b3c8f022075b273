/*
 * /plan/interventions/:id/absences - POST: the citizen did not come, or will not.  The plan stays as it is, and the caseworker is told.
 * /plan/interventions/:id/absences/:absence/wrong - POST: that was a mistake; it stays, marked.
 *	<citizen-absence id from-on [to-on] kind told-on told-by [note] [wrong] [now]> <form name="absence-wrong"/>? </citizen-absence>* <form name="citizen-absence"/>
 */
#include <string.h>

#include "base/date.h"
#include "domain/course.h"
#include "domain/message.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "plan/provider.h"
#include "rule/course_state.h"
#include "sql/day.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

/* Our own assumption: told at most a month late, and for half a year at most. */
enum { LATE_DAYS = 31, LONGEST_DAYS = 184 };

static const char *const kinds[] = { "ill", "agreed", "not-told", "other", NULL };

static const struct field absence_fields[] = {
	{ .name = "absence-kind", .type = FIELD_CHOICE, .required = REQUIRED, .choices = kinds },
	{ .name = "from-on",      .type = FIELD_DATE, .required = REQUIRED },
	{ .name = "to-on",        .type = FIELD_DATE },
	{ .name = "note",         .type = FIELD_TEXT, .max = 1000 },
	{ 0 }
};
static const char *const absence_submits[] = { "tell-absence", NULL };
const struct form absence_form = { .name = "citizen-absence", .fields = absence_fields, .submits = absence_submits };

static const struct field no_fields[] = { { 0 } };
static const char *const wrong_submits[] = { "mark-wrong", NULL };
const struct form absence_wrong_form = { .name = "absence-wrong", .fields = no_fields, .submits = wrong_submits };

/* It was agreed when it begins, and has not ended. */
static bool
goes_on(const char *state)
{
	return strcmp(state, "accepted") == 0 || strcmp(state, "running") == 0;
}

void
absences_add(struct request *rq, xmlNode *intervention, bool mine)
{
	bool open = mine && course_is_open(node_get(intervention, "course-state")), more = open && goes_on(node_get(intervention, "state"));
	xmlNode *absence;

	rows_add(rq->db, intervention, "citizen-absence", "SELECT a.id, a.from_on AS 'from-on', a.to_on AS 'to-on', a.kind, " DANISH_DAY("a.created_at") " AS 'told-on',"
	    "  s.name AS 'told-by', IF(a.state = 'wrong', 'yes', NULL) AS wrong,"
	    "  IF(a.state = 'told' AND t.today BETWEEN a.from_on AND COALESCE(a.to_on, a.from_on), 'yes', NULL) AS now, a.note"
	    " FROM (SELECT ? AS id, CAST(? AS DATE) AS today) t JOIN intervention_absence a ON a.intervention_id = t.id JOIN staff s ON s.uid = a.uid"
	    " ORDER BY a.from_on DESC, a.id DESC", ARGS(INT(rq->subject), TEXT(request_today(rq))));
	for (absence = node_child(intervention, "citizen-absence"); open && absence != NULL; absence = node_next(absence, "citizen-absence"))
		if (node_get(absence, "wrong") == NULL)
			form_add(rq, absence, &absence_wrong_form, "/plan/interventions/%lld/absences/%s/wrong", rq->subject, node_get(absence, "id"));
	if (more && node_child(intervention, "citizen") != NULL && node_get(node_child(intervention, "citizen"), "died-on") == NULL)
		form_set(form_add(rq, intervention, &absence_form, "/plan/interventions/%lld/absences", rq->subject), "from-on", request_today(rq));
}

static const char *
wrong_days(struct request *rq, const char **field)
{
	const char *from = field_text(rq, "from-on"), *to = field_text(rq, "to-on"), *today = request_today(rq);
	struct date earliest, latest, last;

	date_add_days(today, -LATE_DAYS, &earliest);
	date_add_days(today, LONGEST_DAYS, &latest);
	date_add_days(from, LONGEST_DAYS - 1, &last);
	*field = "from-on";
	if (strcmp(from, earliest.iso) < 0)
		return "absence-too-late";
	if (strcmp(from, latest.iso) > 0)
		return "absence-far-ahead";
	*field = "to-on";
	if (to != NULL && strcmp(to, from) < 0)
		return "before-start";
	return to != NULL && strcmp(to, last.iso) > 0 ? "absence-half-year" : NULL;
}

/* Beside what is stored: inside the intervention, and no day told twice. */
static const char *
wrong_here(struct request *rq, const char **field)
{
	const struct value id = INT(rq->subject), from = FIELD(rq, "from-on"), to = FIELD(rq, field_text(rq, "to-on") == NULL ? "from-on" : "to-on");

	*field = "from-on";
	if (rows_int(rq->db, 0, "SELECT COALESCE(started_on, starts_on) > ? FROM intervention WHERE id = ?", ARGS(from, id)) == 1)
		return "before-intervention";
	return rows_int(rq->db, 0, "SELECT COUNT(*) FROM intervention_absence WHERE intervention_id = ? AND state = 'told' AND from_on <= ?"
	    " AND COALESCE(to_on, from_on) >= ?", ARGS(id, to, from)) > 0 ? "absence-told" : NULL;
}

static void
absences_post(struct request *rq)
{
	const char *field, *error = wrong_days(rq, &field), *is[2];
	long long course;

	if (error != NULL) {
		field_error(rq, field, error);
		return;
	}
	course = provider_lock(rq, false);
	if (course == 0 || !rows_one(rq->db, rq, is, 2, "SELECT i.state, c.caseworker_uid FROM intervention i JOIN course c ON c.id = i.course_id"
	    " WHERE i.id = ?", ARGS(INT(rq->subject))))
		return;
	if (!goes_on(is[0])) {
		fail_request(rq, FAIL_INPUT, "intervention-state");
		return;
	}
	error = wrong_here(rq, &field);
	if (error != NULL) {
		field_error(rq, field, error);
		return;
	}
	exec(rq->db, "INSERT INTO intervention_absence (course_id, intervention_id, from_on, to_on, kind, note, uid, changed_by)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)", ARGS(INT(course), INT(rq->subject), FIELD(rq, "from-on"), FIELD(rq, "to-on"), FIELD(rq, "absence-kind"),
	    FIELD(rq, "note"), TEXT(rq->user->uid), TEXT(rq->user->uid)));
	message_send_about(rq, course, rq->subject, is[1], "absence-told", field_text(rq, "note"), request_format(rq, "/plan/interventions/%lld", rq->subject));
	see_other(rq, "absence-told", "/plan/interventions/%lld", rq->subject);
}

static void
wrong_post(struct request *rq)
{
	long long course = provider_lock(rq, false);
	const char *caseworker;

	if (course == 0)
		return;
	if (exec(rq->db, "UPDATE intervention_absence SET state = 'wrong', changed_by = ? WHERE course_id = ? AND id = ? AND intervention_id = ?"
	    " AND state = 'told'", ARGS(TEXT(rq->user->uid), INT(course), INT(rq->ids[1]), INT(rq->subject))) == 0) {
		fail_request(rq, FAIL_INPUT, "absence-gone");
		return;
	}
	caseworker = rows_text(rq->db, rq, "SELECT caseworker_uid FROM course WHERE id = ?", ARGS(INT(course)));
	message_send_about(rq, course, rq->subject, caseworker, "absence-wrong", NULL, request_format(rq, "/plan/interventions/%lld", rq->subject));
	see_other(rq, "absence-wrong", "/plan/interventions/%lld", rq->subject);
}

const struct route plan_intervention_absences = {
	.path = "/plan/interventions/:id/absences", .page = "intervention", .subject = &subject_intervention, .menu = "courses",
	.may_post = MAY_PROVIDE, .get = provider_get, .post = absences_post, .form = &absence_form,
};

const struct route plan_intervention_absence_wrong = {
	.path = "/plan/interventions/:id/absences/:absence/wrong", .page = "intervention", .subject = &subject_intervention, .menu = "courses",
	.may_post = MAY_PROVIDE, .get = provider_get, .post = wrong_post, .form = &absence_wrong_form,
};
