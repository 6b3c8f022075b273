/*
 * /triage/:id - the talk: what the rules found on the left, the person's decision on the right.
 *	<screening id state questionnaire version submitted-at days filled-by legal-basis taken-by ...> <citizen/> <tally/> <dimension/>*
 *	 <target-group/> <earlier/>* <its-course/>* <hand/>* <assessment/>* <draft/> <form name="assessment"/> ... </screening>
 * /triage/:id/again - another assessment beside those before, with a reason.
 */
#include <string.h>

#include "domain/permission.h"
#include "domain/subject.h"
#include "sql/exec.h"
#include "triage/pages.h"
#include "triage/talk.h"

/* Each assessment changes the screening's row: who waited for its lock meanwhile begins anew, and sees what came of this one. */
static void
mark_assessed(struct request *rq)
{
	exec(rq->db, "UPDATE screening SET state = 'assessed', changed_by = ?, revision = revision + 1 WHERE id = ?",
	    ARGS(TEXT(rq->user->uid), INT(rq->subject)));
}

static void
assessment_post(struct request *rq)
{
	bool close = strcmp(rq->submit, "close") == 0;
	const struct deciding *d;
	long long course;

	if (form_keeps(rq)) {
		draft_post(rq);
		return;
	}
	d = deciding_begin(rq);
	if (d == NULL)
		return;
	if (strcmp(deciding_state(d), "submitted") != 0) {
		fail_request(rq, FAIL_STALE, "assessed-already");
		return;
	}
	deciding_check_reason(rq, d);
	if (close)
		deciding_check_low(rq, d);
	else
		deciding_check_course(rq, d);
	deciding_keep(rq, d);
	mark_assessed(rq);
	course = course_open(rq, d);
	if (request_failed(rq))
		return;
	if (close)
		see_other(rq, "closed-low", "/triage");
	else
		go_to_course(rq, course);
}

/* A course that runs goes on as it is; where none does, risk opens one. */
static void
again_post(struct request *rq)
{
	const struct deciding *d;
	bool opens;

	if (form_keeps(rq)) {
		draft_post(rq);
		return;
	}
	d = deciding_begin(rq);
	if (d == NULL)
		return;
	if (strcmp(deciding_state(d), "assessed") != 0) {
		fail_request(rq, FAIL_INPUT, "not-assessed-yet");
		return;
	}
	if (revision_stale(rq, last_assessment(rq)))
		return;
	opens = !deciding_low(d) && !deciding_open_course(rq);
	deciding_check_reason(rq, d);
	if (opens)
		deciding_check_course(rq, d);
	deciding_keep(rq, d);
	mark_assessed(rq);
	if (!request_failed(rq) && opens)
		go_to_course(rq, course_open(rq, d));
	else if (!request_failed(rq))
		see_other(rq, "assessed-again", "/triage/%lld", rq->subject);
}

const struct route triage_assessment = {
	.path = "/triage/:id", .page = "assessment", .menu = "triage", .subject = &subject_screening, .may = MAY_ASSESS,
	.get = talk_get, .post = assessment_post, .form = &decision_form,
};

const struct route triage_again = {
	.path = "/triage/:id/again", .page = "assessment", .menu = "triage", .subject = &subject_screening, .may = MAY_ASSESS,
	.get = talk_get, .post = again_post, .form = &again_form,
};
