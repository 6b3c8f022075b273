#include "plan/measuring_plan.h"

#include <string.h>

#include "base/date.h"
#include "domain/measurement.h"
#include "domain/message.h"
#include "plan/measuring.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { WEEKS_MAX = 26 };

static const struct field plan_fields[] = {
	{ .name = "next-on",        .type = FIELD_DATE, .required = REQUIRED },
	{ .name = "interval-weeks", .type = FIELD_INTEGER, .required = REQUIRED, .min = 1, .max = WEEKS_MAX },
	{ 0 }
};
static const char *const plan_submits[] = { "agree", NULL };
const struct form measuring_plan_form = { .name = "measuring-plan", .fields = plan_fields, .submits = plan_submits };

/* What is agreed, and of it what can be agreed anew. */
struct agreed { const struct measuring_schedule *schedule; size_t rows; int round; struct date on, before; bool has_before; };

static void
read_agreed(struct request *rq, struct agreed *out)
{
	int last = (int)rows_int(rq->db, 0, "SELECT COALESCE(MAX(round), 0) FROM measurement WHERE intervention_id = ?", ARGS(INT(rq->subject)));

	out->schedule = measurement_schedule(rq->db, rq, rq->subject, &out->rows);
	out->round = measuring_open_round(out->schedule, out->rows, last, request_today(rq));
	measuring_due(out->schedule, out->rows, out->round, &out->on);
	out->has_before = measuring_due(out->schedule, out->rows, out->round - 1, &out->before);
}

/* Each change of it, also by another: to be told from what the form had seen. */
static long long
changes(struct request *rq)
{
	return rows_int(rq->db, 0, "SELECT COUNT(*) FROM measurement_schedule FOR SYSTEM_TIME ALL WHERE intervention_id = ?",
	    ARGS(INT(rq->subject)));
}

void
measuring_plan_add(struct request *rq, xmlNode *measured)
{
	xmlNode *form = form_add(rq, measured, &measuring_plan_form, "/plan/interventions/%lld/goals/plan", rq->subject);
	struct agreed agreed;

	if (form == NULL)
		return;
	read_agreed(rq, &agreed);
	if (agreed.rows == 0)
		return;
	form_set(form, "next-on", agreed.on.iso);
	form_set_int(form, "interval-weeks", agreed.schedule[agreed.rows - 1].interval_weeks);
	form_set_revision(form, changes(rq) + 1);
}

static const char *
wrong_day(struct request *rq, const struct agreed *agreed)
{
	const char *on = field_text(rq, "next-on"), *is[2];
	struct date latest;

	if (strcmp(on, request_today(rq)) < 0)
		return "in-past";
	if (agreed->has_before && strcmp(on, agreed->before.iso) <= 0)
		return "before-last-round";
	if (!rows_one(rq->db, rq, is, 2, "SELECT starts_on, ends_on FROM intervention WHERE id = ?", ARGS(INT(rq->subject))))
		return NULL;
	if (strcmp(on, is[0]) < 0)
		return "before-start";
	if (is[1] != NULL && strcmp(on, is[1]) > 0)
		return "after-end";
	date_add_days(strcmp(is[0], request_today(rq)) > 0 ? is[0] : request_today(rq), WEEKS_MAX * 7, &latest);
	return strcmp(on, latest.iso) > 0 ? "measured-too-late" : NULL;
}

static void
keep(struct request *rq, long long course, int round)
{
	const char *uid = rq->user->uid;

	measurement_begin(rq, course, rq->subject);
	exec(rq->db, "DELETE FROM measurement_schedule WHERE intervention_id = ? AND first_round > ?", ARGS(INT(rq->subject), INT(round)));
	exec(rq->db, "INSERT INTO measurement_schedule (course_id, intervention_id, first_round, first_due_on, interval_weeks, changed_by)"
	    " VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE first_due_on = ?, interval_weeks = ?, changed_by = ?",
	    ARGS(INT(course), INT(rq->subject), INT(round), FIELD(rq, "next-on"), FIELD(rq, "interval-weeks"), TEXT(uid),
	    FIELD(rq, "next-on"), FIELD(rq, "interval-weeks"), TEXT(uid)));
	if (round == 1)
		exec(rq->db, "UPDATE intervention SET first_measurement_on = ?, changed_by = ?, revision = revision + 1 WHERE id = ?",
		    ARGS(FIELD(rq, "next-on"), TEXT(uid), INT(rq->subject)));
}

void
measuring_plan_post(struct request *rq)
{
	long long course = measured_lock_alive(rq, true);
	struct agreed agreed;
	const char *error;
	char day[32];

	if (course == 0 || revision_stale(rq, changes(rq) + 1))
		return;
	read_agreed(rq, &agreed);
	error = wrong_day(rq, &agreed);
	if (error != NULL) {
		field_error(rq, "next-on", error);
		return;
	}
	keep(rq, course, agreed.round);
	date_show(field_text(rq, "next-on"), day);
	message_send(rq, course, rows_text(rq->db, rq, "SELECT caseworker_uid FROM course WHERE id = ?", ARGS(INT(course))),
	    agreed.round == 1 ? "measuring-first" : "measuring-next", day,
	    request_format(rq, "/plan/interventions/%lld/goals", rq->subject));
	see_other(rq, "measuring-agreed", "/plan/interventions/%lld/goals", rq->subject);
}
