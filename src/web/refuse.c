/* refuse.c - the answer to a request that failed: its form again, the way to the sign-in page, or an error. */
#include <string.h>

#include "web/internals.h"
#include "xml/node.h"

/* What a handler had to say besides its key, into the notice that stands last before the content. */
static void
add_more(struct request *rq, xmlDoc *more)
{
	xmlNode *notice = rq->own->content->prev, *child;

	for (child = node_child(xmlDocGetRootElement(more), NULL); child != NULL; child = node_next(child, NULL)) {
		xmlNode *copy = xmlDocCopyNode(child, rq->own->doc, 1);

		if (copy != NULL && xmlAddChild(notice, copy) != NULL)
			xmlReconciliateNs(rq->own->doc, copy);
	}
}

/* A refused form is drawn again on its page, with what was typed, in a transaction of its own. */
static enum fail
redraw(struct request *rq, enum fail why)
{
	const struct form_state *form = rq->form;
	const char *submit = rq->submit;
	const char *key = rq->fail_key;
	xmlDoc *more = rq->own->more;
	enum fail f;

	rq->own->more = NULL;
	request_reset(rq);
	rq->own->more = more;
	rq->own->redraw = true;
	rq->own->stale = why == FAIL_STALE;
	rq->form = form;
	rq->submit = submit;
	f = db_ready(rq->own->main_db);
	if (f == FAIL_NONE)
		f = dispatch_admit(rq);
	if (f == FAIL_NONE)
		f = dispatch_draw(rq);
	if (f == FAIL_NONE) {
		if (key != NULL || (form->errors == 0 && !form_asks(rq)))
			notice_add(rq, why == FAIL_STALE ? "warning" : "error", key != NULL ? key : why == FAIL_STALE ? "stale" : "refused");
		if (key != NULL && more != NULL)
			add_more(rq, more);
		f = db_commit(rq->own->main_db);
	}
	if (f != FAIL_NONE)
		db_rollback(rq->own->main_db);
	return f;
}

static void
log_refusal(struct request *rq)
{
	int turn;

	/* What is open to everybody says nothing about anybody; the event in the log is enough. */
	if (rq->route->open)
		return;
	rq->db = rq->own->main_db;
	for (turn = 0; turn < DISPATCH_TRIES && db_ready(rq->own->main_db) == FAIL_NONE; turn++) {
		guard_log_refusal(rq);
		if (db_commit(rq->own->main_db) == FAIL_NONE)
			return;
		db_rollback(rq->own->main_db);
	}
}

/* The page's address as it came, without what was only said once (done).  Where it is too long for a form: without its query. */
static const char *
own_address(struct request *rq)
{
	enum { ADDRESS_MAX = 2000 };
	const char *out = rq->path;
	size_t i;

	for (i = 0; i < rq->query.count; i++)
		if (strcmp(rq->query.list[i].name, "done") != 0)
			out = request_format(rq, "%s%c%s=%s", out, strchr(out, '?') == NULL ? '?' : '&', uri_encode(rq, rq->query.list[i].name),
			    uri_encode(rq, rq->query.list[i].value));
	return strlen(out) > ADDRESS_MAX ? rq->path : out;
}

/* Nobody is signed in: to the sign-in page, and back here afterwards. */
void
refuse_signed_out(struct request *rq)
{
	if (rq->post)
		keep_form(rq);
	rq->location = request_href(rq, "%s", rq->program->sign_in);
	if (strcmp(rq->path, "/") != 0 && rq->route->get != NULL)
		rq->location = request_format(rq, "%s?next=%s", rq->location, uri_encode(rq, own_address(rq)));
	respond_see_other(rq);
}

/* A page that is not there is no reason to take the navigation away from one who is signed in. */
static void
know_user(struct request *rq)
{
	if (rq->user != NULL || rq->route != NULL || rq->secret[0] == '\0' || rq->program->identify == NULL ||
	    db_ready(rq->own->main_db) != FAIL_NONE)
		return;
	rq->db = rq->own->main_db;
	if (rq->program->identify(rq) != FAIL_NONE || db_commit(rq->own->main_db) != FAIL_NONE)
		db_rollback(rq->own->main_db);
}

/*
 * The form is of an earlier session of the same browser (signed in again in another tab): its text is not lost.  It is drawn
 * again with a token that holds; the browser itself says that a page of ours sent it, and nothing is changed by it.
 */
static bool
typed_before_signing_in_again(struct request *rq, enum fail f)
{
	const struct incoming *in = &rq->own->in;

	return f == FAIL_DENIED && rq->post && rq->user != NULL && rq->fail_key != NULL && strcmp(rq->fail_key, "expired") == 0 &&
	    rq->route->form != NULL && (in->origin != NULL || in->fetch_site != NULL) && db_ready(rq->own->main_db) == FAIL_NONE &&
	    form_read(rq, rq->route->form) != FAIL_MALFORMED;
}

void
refuse_failure(struct request *rq, enum fail f)
{
	/* The handler itself said so: not this form, not now. */
	bool later = (rq->failed == f && (f == FAIL_AWAY || f == FAIL_THROTTLED)) || typed_before_signing_in_again(rq, f);
	bool drawable = rq->form != NULL && rq->route != NULL && rq->route->get != NULL;

	if ((f == FAIL_INPUT || f == FAIL_STALE || f == FAIL_BUSY || later) && drawable) {
		enum fail again = redraw(rq, f);

		if (again == FAIL_NONE) {
			page_finish(rq, f == FAIL_INPUT && form_asks(rq) ? 200 : fail_status(f));
			return;
		}
		f = again;
	}
	if (f == FAIL_DENIED && rq->route != NULL)
		log_refusal(rq);
	know_user(rq);
	page_error(rq, f);
	page_finish(rq, fail_status(f));
}
