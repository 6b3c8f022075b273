#include "plan/proposal.h"

#include <string.h>

#include "rule/workday.h"
#include "sql/exec.h"
#include "sql/rows.h"

long long
plan_draft(struct request *rq)
{
	long long id = rows_int(rq->db, 0, "SELECT id FROM plan WHERE course_id = ? AND state IN ('draft', 'presented')"
	    " ORDER BY version DESC LIMIT 1 FOR UPDATE", ARGS(INT(rq->subject)));

	if (id != 0)
		return id;
	return exec_insert(rq->db, "INSERT INTO plan (course_id, version, employment_goal, own_words, plain_words, whom_to_call, changed_by)"
	    " SELECT c.id, COALESCE(p.version, 0) + 1, COALESCE(p.employment_goal, c.employment_goal), p.own_words, p.plain_words, p.whom_to_call, me.uid"
	    " FROM (SELECT ? AS id, ? AS uid) me JOIN course c ON c.id = me.id LEFT JOIN plan p ON p.course_id = c.id"
	    "  AND p.version = (SELECT MAX(q.version) FROM plan q WHERE q.course_id = c.id)", ARGS(INT(rq->subject), TEXT(rq->user->uid)));
}

void
plan_ask_anew(struct request *rq, long long plan)
{
	exec(rq->db, "UPDATE plan SET state = 'draft', agreement = NULL, agreed_on = NULL, agreed_how = NULL, citizens_words = NULL,"
	    " not_asked_reason = NULL, changed_by = ?, revision = revision + 1 WHERE course_id = ? AND id = ? AND state IN ('draft', 'presented')",
	    ARGS(TEXT(rq->user->uid), INT(rq->subject), INT(plan)));
}

bool
plan_for_living(struct request *rq)
{
	if (rows_int(rq->db, 0, "SELECT 1 FROM citizen WHERE id = ? AND death_date IS NOT NULL", ARGS(INT(rq->citizen))) == 1)
		fail_request(rq, FAIL_INPUT, "citizen-died");
	return !request_failed(rq);
}

enum { MEASURED_AFTER_DAYS = 28, DAYS_A_WEEK = 7 };

void
proposal_dates(struct request *rq, const struct catalogue_entry *entry, struct proposed_dates *out)
{
	struct date free;

	date_add_days(request_today(rq), entry->waiting_days > 0 ? entry->waiting_days : 0, &free);
	workday_after(free.iso, &out->starts);
	out->open = entry->usual_weeks <= 0;
	if (!out->open)
		date_add_days(out->starts.iso, entry->usual_weeks * DAYS_A_WEEK - 1, &out->ends);
	date_add_days(out->starts.iso, MEASURED_AFTER_DAYS, &out->measured);
	if (!out->open && strcmp(out->measured.iso, out->ends.iso) > 0)
		out->measured = out->ends;
}
