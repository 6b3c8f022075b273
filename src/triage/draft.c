/*
 * What was typed during the talk, whatever it is, is kept for the one who typed it, until it is decided: POST to the decision's own address
 * with submit "draft".  The answer to a script is
 * /triage/:id/saved - <saved at seen href/>: when it was kept, and its mark.
 */
#include "domain/draft.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "sql/rows.h"
#include "triage/pages.h"
#include "triage/talk.h"

const char *
talk_path(struct request *rq)
{
	return request_format(rq, "/triage/%lld", rq->subject);
}

/* Typed on a page from before the decision, it would be a draft of nothing; the lock tells it from one that comes meanwhile. */
void
talk_keep(struct request *rq)
{
	const char *path = talk_path(rq);

	if (rows_int(rq->db, 0, "SELECT 1 FROM screening WHERE id = ? AND state IN ('submitted', 'assessed') FOR UPDATE",
	    ARGS(INT(rq->subject))) != 1) {
		fail_request(rq, FAIL_MISSING, "not-submitted");
		return;
	}
	if (form_revision(rq) != last_assessment(rq)) {
		fail_request(rq, FAIL_STALE, "assessed-already");
		return;
	}
	if (draft_overtaken(rq, path))
		return;
	draft_keep(rq, path);
	draft_kept(rq, path, form_revision(rq) == 0 ? path : request_format(rq, "%s/again", path));
}

static void
saved_get(struct request *rq, xmlNode *content)
{
	draft_saved_add(rq, content, talk_path(rq));
}

const struct route triage_saved = {
	.path = "/triage/:id/saved", .page = "draft", .menu = "triage", .subject = &subject_screening, .may = MAY_ASSESS, .get = saved_get,
};
