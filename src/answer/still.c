/*
 * /answer/still - nobody has done anything for two minutes: is somebody there?  Shows nothing of the visit.
 *	<still> <form name="still"/> </still>
 * /answer/closed - the visit is over: why.  Open.  <closed why="idle|elsewhere|renewed|filling|revoked|ended|sent" [href]/>
 */
#include <string.h>

#include "answer/pages.h"
#include "answer/visitor.h"
#include "web/form.h"
#include "web/request.h"
#include "xml/labels.h"
#include "xml/node.h"

static const struct field no_fields[] = { { 0 } };
static const char *const still_submits[] = { "here", "close", NULL };
static const struct form still_form = { .name = "still", .fields = no_fields, .submits = still_submits };

static void
still_get(struct request *rq, xmlNode *content)
{
	form_add(rq, node_add(content, "still"), &still_form, "/answer/still");
	/* A little later than the visit ends by itself, so that it is over when the closing page comes. */
	page_refresh(rq, VISIT_ASKED_S + VISIT_SEEN_EVERY_S + 2, "/answer/closed");
	page_script(rq, "answer.js", request_format(rq, "asked=%d", VISIT_ASKED_S));
}

static void
still_post(struct request *rq)
{
	if (strcmp(rq->submit, "close") != 0) {
		see_other(rq, NULL, "%s", visitor_path(visitor_of(rq)));
		return;
	}
	visitor_end(rq, "idle");
	see_other(rq, NULL, "/answer/closed");
}

/* Is there a code that would go on? */
static bool
goes_on(const char *why)
{
	return strcmp(why, "revoked") != 0 && strcmp(why, "filling") != 0;
}

static void
closed_get(struct request *rq, xmlNode *content)
{
	const char *why = visitor_over(rq);
	xmlNode *closed;

	if (why == NULL || strcmp(why, "paused") == 0) {
		see_other(rq, NULL, why != NULL ? "/answer/paused" : rq->user != NULL ? "/answer/still" : "/answer");
		return;
	}
	closed = node_add(content, "closed");
	node_set(closed, "why", why);
	if (goes_on(why))
		node_set(closed, "href", request_href(rq, "/answer?language=%s", labels_language(request_labels(rq))));
	visitor_forget(rq);
}

const struct route answer_still = { .path = "/answer/still", .page = "still", .get = still_get, .post = still_post, .form = &still_form };
const struct route answer_closed = { .path = "/answer/closed", .page = "closed", .open = true, .get = closed_get };
