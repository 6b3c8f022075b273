/*
 * /answer/done - all is sent.  <answered/>  POST: of a survey, the next one on the same device begins.
 * /answer/paused - the answers so far are kept; open, since the visit is over.  <paused/>
 */
#include "answer/pages.h"
#include "answer/visitor.h"
#include "sql/rows.h"
#include "web/request.h"
#include "web/site.h"
#include "xml/labels.h"
#include "xml/node.h"

static void
done_get(struct request *rq, xmlNode *content)
{
	const struct visitor *visitor = visitor_of(rq);

	if (!visitor->used) {
		see_other(rq, NULL, "%s", visitor_path(visitor));
		return;
	}
	answered_add(rq, content);
	page_forget(rq);
	page_script(rq, "answer.js", "over=yes");
	page_refresh(rq, visit_idle_s(rq), "/answer");
}

static void
done_post(struct request *rq)
{
	const struct visitor *visitor = visitor_of(rq);

	if (visitor->survey == 0 || !visitor->used) {
		see_other(rq, NULL, "%s", visitor_path(visitor));
		return;
	}
	/* It came in by a code that opens nothing any more: the next one must have the new one. */
	if (rows_int(rq->db, 0, "SELECT revoked_at IS NOT NULL FROM access_code WHERE id = ?", ARGS(INT(rq->user->code))) == 1)
		visitor_forget(rq);
	else
		visitor_begin(rq, rq->user->code, labels_language(site_languages(rq->site)[0]));
	see_other(rq, NULL, "/answer");
}

static void
paused_get(struct request *rq, xmlNode *content)
{
	node_set(node_add(content, "paused"), "href", request_href(rq, "/answer?language=%s", labels_language(request_labels(rq))));
	visitor_forget(rq);
	page_script(rq, "answer.js", "over=yes");
	page_refresh(rq, visit_idle_s(rq), "/answer");
}

const struct route answer_done = { .path = "/answer/done", .page = "done", .get = done_get, .post = done_post, .form = &again_form };
const struct route answer_paused = { .path = "/answer/paused", .page = "paused", .open = true, .get = paused_get };
