/* dispatch.c - one way through the house; architecture.md 2. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <sodium.h>

#include "base/log.h"
#include "sql/rows.h"
#include "web/internals.h"
#include "web/look.h"
#include "xml/node.h"

enum { TRIES = 3 };

static enum fail
worst(const struct request *rq)
{
	return rq->failed != FAIL_NONE ? rq->failed : db_failed(rq->db);
}

/* Everything that the route's row asks for, up to the handler. */
static enum fail
admit(struct request *rq)
{
	enum fail f = FAIL_NONE;

	if (rq->post && !rq->own->redraw) {
		f = guard_origin(rq);
		if (f != FAIL_NONE)
			return f;
	}
	if (rq->program->identify != NULL)
		f = rq->program->identify(rq);
	if (f == FAIL_NONE && rq->user == NULL && !rq->route->open)
		return FAIL_SIGNED_OUT;
	if (f == FAIL_NONE && rq->post && !rq->own->redraw)
		f = guard_token(rq);
	return f == FAIL_NONE ? guard_permit(rq) : f;
}

static enum fail
see_earlier_moment(struct request *rq)
{
	if (rq->as_of == NULL || rq->own->redraw || rq->route->takes_moment)
		return FAIL_NONE;
	rq->db = db_as_of(rq, rq->own->main_db, rq->as_of);
	return db_failed(rq->db);
}

static enum fail
draw(struct request *rq)
{
	enum fail f = see_earlier_moment(rq);

	if (f != FAIL_NONE)
		return f;
	f = look_choose(rq);
	if (f != FAIL_NONE)
		return f;
	if (!rq->post)
		keep_restore(rq);
	page_begin(rq);
	rq->route->get(rq, rq->own->content);
	if (!rq->post && rq->own->redraw)
		notice_add(rq, "warning", "kept");
	guard_log_listed(rq);
	return worst(rq);
}

static enum fail
change(struct request *rq)
{
	enum fail f = FAIL_NONE;

	if (rq->route->form != NULL)
		f = form_read(rq, rq->route->form);
	if (db_failed(rq->db) != FAIL_NONE)
		return db_failed(rq->db);
	if (f != FAIL_NONE)
		return f;
	rq->route->post(rq);
	f = worst(rq);
	if (f == FAIL_NONE && rq->location == NULL)
		return fail_log(FAIL_BROKEN, "dispatch: %s changed something and points nowhere", rq->route->path);
	/* An earlier twin of this request has done it already: undo, and answer as it did. */
	if (f == FAIL_NONE && !once_keep(rq)) {
		db_rollback(rq->db);
		rq->location = once_find(rq);
	}
	return worst(rq);
}

/* Without a database there is no transaction, nobody is known, and only such a page can say anything. */
static enum fail
draw_without_database(struct request *rq)
{
	page_begin(rq);
	rq->route->get(rq, rq->own->content);
	return FAIL_NONE;
}

/* One try: a transaction from identify to commit. */
static enum fail
try(struct request *rq)
{
	enum fail f;

	request_reset(rq);
	f = db_ready(rq->own->main_db);
	rq->own->unreachable = f == FAIL_AWAY;
	if (f == FAIL_AWAY && rq->route->even_away && !rq->post)
		return draw_without_database(rq);
	if (f == FAIL_NONE)
		f = admit(rq);
	if (f == FAIL_NONE)
		f = rq->post ? change(rq) : draw(rq);
	if (f == FAIL_NONE)
		f = db_commit(rq->own->main_db);
	if (f != FAIL_NONE)
		db_rollback(rq->own->main_db);
	return f;
}

/*
 * The same form may have been carried out before, or by the other request of a double click, and this one fails because of
 * that, in whatever way: then the first one's answer is this one's, too.  So a request that is no repeat asks for none.
 */
static bool
twin_was_faster(struct request *rq)
{
	const char *done;

	if (!rq->post || db_ready(rq->own->main_db) != FAIL_NONE)
		return false;
	rq->db = rq->own->main_db;
	done = once_find(rq);
	db_rollback(rq->own->main_db);
	if (done != NULL)
		rq->location = done;
	return done != NULL;
}

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
		f = admit(rq);
	if (f == FAIL_NONE)
		f = draw(rq);
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
	for (turn = 0; turn < TRIES && db_ready(rq->own->main_db) == FAIL_NONE; turn++) {
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
static void
answer_signed_out(struct request *rq)
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

static void
answer_failure(struct request *rq, enum fail f)
{
	bool drawable;
	/* The handler itself said so: not this form, not now. */
	bool later = (rq->failed == f && (f == FAIL_AWAY || f == FAIL_THROTTLED)) || typed_before_signing_in_again(rq, f);

	drawable = rq->form != NULL && rq->route != NULL && rq->route->get != NULL;

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

static void
pause_a_little(int turn)
{
	struct timespec t = { 0, (long)(randombytes_uniform(10) + 5) * 1000000L * (turn + 1) };

	nanosleep(&t, NULL);
}

static enum fail
run(struct request *rq)
{
	enum fail f = FAIL_NONE;
	int turn;

	for (turn = 0; turn < TRIES; turn++) {
		f = try(rq);
		/* A connection that died is opened again at once; where nobody answers that was tried already. */
		if (f != FAIL_BUSY && (f != FAIL_AWAY || rq->own->unreachable || rq->failed == FAIL_AWAY))
			break;
		pause_a_little(turn);
	}
	if (f != FAIL_NONE && !rq->own->unreachable && twin_was_faster(rq))
		f = FAIL_NONE;
	return f;
}

static enum fail
find_page(struct request *rq)
{
	rq->route = route_find(rq->program, rq->path, rq->ids);
	if (rq->route == NULL)
		return FAIL_MISSING;
	rq->subject = rq->ids[0];
	if (!rq->route->takes_moment && (rq->own->no_moment || (rq->as_of != NULL && rq->post))) {
		rq->as_of = rq->as_of_given = NULL;
		return FAIL_MALFORMED;
	}
	/* Only where the guard asks for today's relation: a list of the past would show whom one may no longer see. */
	if (rq->as_of != NULL && rq->route->subject == NULL && !rq->route->takes_moment) {
		rq->as_of = rq->as_of_given = NULL;
		rq->fail_key = "no-as-of";
		return FAIL_MALFORMED;
	}
	if (rq->post ? rq->route->post == NULL : rq->route->get == NULL)
		return FAIL_METHOD;
	return FAIL_NONE;
}

void
dispatch(struct request *rq)
{
	enum fail f;

	rq->own->main_db = rq->db = rq->site->db;
	rq->reference = request_format(rq, "%08x", randombytes_random());
	log_reference(rq->reference);
	request_reset(rq);
	db_clear(rq->db);
	f = request_read(rq);
	if (f == FAIL_NONE)
		f = find_page(rq);
	if (f == FAIL_NONE)
		f = run(rq);
	if (f == FAIL_SIGNED_OUT)
		answer_signed_out(rq);
	else if (f != FAIL_NONE)
		answer_failure(rq, f);
	else if (rq->location != NULL)
		respond_see_other(rq);
	else if (rq->own->out.file_type != NULL)
		respond_with_file(rq);
	else
		page_finish(rq, rq->own->out.status == 0 ? 200 : rq->own->out.status);
}
