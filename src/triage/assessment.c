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

/* Beside a course that runs no other need be opened: without a frame, or in that of one that waits for this, it goes on as it is. */
static bool
goes_on(struct request *rq, const struct deciding *d)
{
	if (deciding_low(d))
		return false;
	return field_text(rq, "frame") == NULL ? deciding_open_course(rq) : course_begun_in(rq, field_text(rq, "frame"));
}

/* The decision of a screening that was decided for the first time. */
static void
decide(struct request *rq, const struct deciding *d, bool close, bool opens)
{
	long long course = opens ? 0 : course_begun(rq);

	deciding_keep(rq, d);
	mark_assessed(rq);
	if (course != 0)
		course_go_on(rq, d, course);
	else if (opens)
		course = course_open(rq, d);
	if (request_failed(rq))
		return;
	if (close)
		see_other(rq, "closed-low", "/triage");
	else if (course != 0)
		go_to_course(rq, course);
	else
		see_other(rq, "assessed-goes-on", "/triage/%lld", rq->subject);
}

static void
assessment_post(struct request *rq)
{
	bool close = strcmp(rq->submit, "close") == 0, opens;
	const struct deciding *d;

	if (form_keeps(rq)) {
		talk_keep(rq);
		return;
	}
	d = deciding_begin(rq);
	if (d == NULL)
		return;
	if (strcmp(deciding_state(d), "submitted") != 0) {
		fail_request(rq, FAIL_STALE, "assessed-already");
		return;
	}
	opens = close ? course_begun(rq) == 0 : !goes_on(rq, d);
	deciding_check_reason(rq, d);
	if (close)
		deciding_check_low(rq, d);
	else if (opens)
		deciding_check_course(rq, d);
	decide(rq, d, close, opens);
}

/* A course that runs goes on as it is; where none does, risk opens one. */
static void
again_post(struct request *rq)
{
	const struct deciding *d;
	long long begun;
	bool opens;

	if (form_keeps(rq)) {
		talk_keep(rq);
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
	begun = opens || deciding_low(d) ? 0 : course_begun(rq);
	deciding_keep(rq, d);
	mark_assessed(rq);
	if (begun != 0)
		course_go_on(rq, d, begun);
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
