/*
 * /triage/:id/take, /triage/:id/hand-over, /triage/:id/let-go - POST: whose work a screening is until it is decided.  The versions of
 * its row are the history.
 */
#include "domain/permission.h"
#include "domain/subject.h"
#include "sql/exec.h"
#include "triage/pages.h"
#include "triage/talk.h"

/* Two at once: the second finds it taken, and the page says by whom. */
static void
take_post(struct request *rq)
{
	if (exec(rq->db, "UPDATE screening SET taken_by = ?, taken_at = NOW(), changed_by = ? WHERE id = ? AND state = 'submitted'"
	    " AND (taken_by IS NULL OR taken_by = ?)",
	    ARGS(TEXT(rq->user->uid), TEXT(rq->user->uid), INT(rq->subject), TEXT(rq->user->uid))) == 0)
		fail_request(rq, FAIL_STALE, "taken-already");
	else
		see_other(rq, "taken", "/triage/%lld", rq->subject);
}

/* Only what is nobody's, or one's own, changes hands; a leader's hands reach further. */
#define MINE_TO_GIVE " AND state = 'submitted' AND (taken_by IS NULL OR taken_by = ? OR ? = 1)"

static struct value
leads(const struct request *rq)
{
	return INT(request_may(rq, MAY_LEAD) ? 1 : 0);
}

static void
hand_over_post(struct request *rq)
{
	if (exec(rq->db, "UPDATE screening SET taken_by = ?, taken_at = NOW(), changed_by = ? WHERE id = ?" MINE_TO_GIVE,
	    ARGS(FIELD(rq, "colleague"), TEXT(rq->user->uid), INT(rq->subject), TEXT(rq->user->uid), leads(rq))) == 0)
		fail_request(rq, FAIL_STALE, "taken-already");
	else
		see_other(rq, "handed-over", "/triage/%lld", rq->subject);
}

static void
let_go_post(struct request *rq)
{
	if (exec(rq->db, "UPDATE screening SET taken_by = NULL, taken_at = NULL, changed_by = ? WHERE id = ?" MINE_TO_GIVE,
	    ARGS(TEXT(rq->user->uid), INT(rq->subject), TEXT(rq->user->uid), leads(rq))) == 0)
		fail_request(rq, FAIL_STALE, "taken-already");
	else
		see_other(rq, "let-go", "/triage/%lld", rq->subject);
}

const struct route triage_take = {
	.path = "/triage/:id/take", .page = "assessment", .menu = "triage", .subject = &subject_screening, .may = MAY_ASSESS,
	.get = talk_get, .post = take_post, .form = &take_form,
};

const struct route triage_hand_over = {
	.path = "/triage/:id/hand-over", .page = "assessment", .menu = "triage", .subject = &subject_screening, .may = MAY_ASSESS,
	.get = talk_get, .post = hand_over_post, .form = &hand_over_form,
};

const struct route triage_let_go = {
	.path = "/triage/:id/let-go", .page = "assessment", .menu = "triage", .subject = &subject_screening, .may = MAY_ASSESS,
	.get = talk_get, .post = let_go_post, .form = &let_go_form,
};
