/*
 * POST /plan/:id/background/benefits/back - the newest change of benefit that somebody typed is taken back, by who typed it or a leader: it is gone, what it
 * ended goes on as before, and so do the deadlines that followed it.  History keeps both.
 *	<benefit-back benefit starts-on by-name [again]> <form benefit-back/> </benefit-back>
 */
#include <stdlib.h>
#include <string.h>

#include "domain/course.h"
#include "domain/deadline.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/benefits.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static const struct field no_fields[] = { { 0 } };
static const char *const back_submits[] = { "take-back", NULL };
static const struct form back_form = { .name = "benefit-back", .fields = no_fields, .submits = back_submits };

/* ended: the period that it ended, if that still ends there, and the day that was its last.  blocked: something else begins before that.  since: it was typed. */
struct newest { const char *citizen, *id, *benefit, *starts, *absence, *by, *by_name, *ended, *ended_was, *again, *blocked, *since; };

/* Who typed it stands in its first version: a later change that ended it, and was taken back, left another's name on it. */
static bool
find_newest(struct request *rq, struct newest *out)
{
	enum { CITIZEN, ID, BENEFIT, STARTS, ABSENCE, BY, BY_NAME, ENDED, ENDED_WAS, AGAIN, BLOCKED, SINCE, COLUMNS };
	const char *is[COLUMNS];

	if (!rows_one(rq->db, rq, is, COLUMNS, "SELECT p.citizen_id, p.id, t.title, p.starts_on, p.first_absence_day, v.changed_by, COALESCE(s.name, v.changed_by),"
	    "  e.id, p.ended_was, et.title, (SELECT MIN(q.id) FROM benefit_period q JOIN benefit_type qt ON qt.code = q.benefit_type"
	    "   WHERE q.citizen_id = p.citizen_id AND q.id <> p.id AND e.id IS NOT NULL AND q.starts_on >= p.starts_on"
	    "   AND (p.ended_was IS NULL OR q.starts_on <= p.ended_was) AND IF(t.is_main, qt.is_main, qt.code = t.code)), v.row_start"
	    " FROM course c JOIN benefit_period p ON p.citizen_id = c.citizen_id AND p.source = 'manual' JOIN benefit_type t ON t.code = p.benefit_type"
	    " JOIN benefit_period FOR SYSTEM_TIME ALL v ON v.citizen_id = p.citizen_id AND v.id = p.id AND v.row_start = (SELECT MIN(w.row_start)"
	    "   FROM benefit_period FOR SYSTEM_TIME ALL w WHERE w.citizen_id = p.citizen_id AND w.id = p.id)"
	    " LEFT JOIN staff s ON s.uid = v.changed_by"
	    " LEFT JOIN benefit_period e ON e.citizen_id = p.citizen_id AND e.id = p.ended_period AND e.ends_on = p.starts_on - INTERVAL 1 DAY"
	    " LEFT JOIN benefit_type et ON et.code = e.benefit_type WHERE c.id = ? ORDER BY v.row_start DESC, p.id DESC LIMIT 1", ARGS(INT(rq->subject))))
		return false;
	*out = (struct newest){ is[CITIZEN], is[ID], is[BENEFIT], is[STARTS], is[ABSENCE], is[BY], is[BY_NAME], is[ENDED], is[ENDED_WAS], is[AGAIN], is[BLOCKED], is[SINCE] };
	return true;
}

static bool
may_take_back(struct request *rq, const struct newest *newest)
{
	return newest->blocked == NULL && request_may(rq, MAY_RUN_COURSE) && (strcmp(newest->by, rq->user->uid) == 0 || course_leads(rq));
}

void
benefits_back_add(struct request *rq, xmlNode *course, long long revision)
{
	struct newest newest;
	xmlNode *node;

	if (!find_newest(rq, &newest) || !may_take_back(rq, &newest))
		return;
	node = node_add(course, "benefit-back");
	node_set(node, "benefit", newest.benefit);
	node_set(node, "starts-on", newest.starts);
	node_set(node, "by-name", newest.by_name);
	node_set(node, "again", newest.again);
	form_set_revision(form_add(rq, node, &back_form, "/plan/%lld/background/benefits/back", rq->subject), revision);
}

static void
take_back(struct request *rq, const struct newest *newest)
{
	exec(rq->db, "DELETE FROM benefit_period WHERE citizen_id = ? AND id = ?", ARGS(TEXT(newest->citizen), TEXT(newest->id)));
	if (newest->ended != NULL)
		exec(rq->db, "UPDATE benefit_period SET ends_on = ?, changed_by = ? WHERE citizen_id = ? AND id = ?",
		    ARGS(TEXT(newest->ended_was), TEXT(rq->user->uid), TEXT(newest->citizen), TEXT(newest->ended)));
}

/* Courses that were opened while it stood began by it: they begin by what was true. */
static void
begin_by_what_was(struct request *rq, const struct newest *newest)
{
	const char *const *course = rows_texts(rq->db, rq, "SELECT c.id FROM course c WHERE c.citizen_id = ? AND c.state NOT IN ('closed', 'closed-low')"
	    " AND (SELECT MIN(v.row_start) FROM course FOR SYSTEM_TIME ALL v WHERE v.id = c.id) > ? ORDER BY c.id", ARGS(TEXT(newest->citizen), TEXT(newest->since)));

	for (; *course != NULL; course++)
		deadline_live(rq, atoll(*course));
}

static void
back_post(struct request *rq)
{
	const struct benefit_days *days;
	struct newest newest;

	if (course_lock(rq, rq->subject) == NULL || revision_stale(rq, benefits_revision(rq)))
		return;
	if (!find_newest(rq, &newest) || !may_take_back(rq, &newest)) {
		fail_request(rq, FAIL_INPUT, "benefit-stays");
		return;
	}
	take_back(rq, &newest);
	days = &(struct benefit_days){ newest.starts, newest.absence };
	if (!benefits_follow(rq, newest.citizen, days, deadline_back))
		return;
	begin_by_what_was(rq, &newest);
	if (!request_failed(rq))
		see_other(rq, benefits_deadline_left(rq) ? "benefit-taken-back-deadline" : "benefit-taken-back", "/plan/%lld/background/benefits", rq->subject);
}

const struct route plan_benefits_back = {
	.path = "/plan/:id/background/benefits/back", .page = "benefits", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE, .get = benefits_get, .post = back_post, .form = &back_form,
};
