/* dispatch.c - one way through the house; architecture.md 2. */
#include <string.h>
#include <time.h>

#include <sodium.h>

#include "base/log.h"
#include "web/internals.h"
#include "web/look.h"
#include "xml/node.h"

static enum fail
worst(const struct request *rq)
{
	return rq->failed != FAIL_NONE ? rq->failed : db_failed(rq->db);
}

/* Everything that the route's row asks for, up to the handler. */
enum fail
dispatch_admit(struct request *rq)
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

enum fail
dispatch_draw(struct request *rq)
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
		f = dispatch_admit(rq);
	if (f == FAIL_NONE)
		f = rq->post ? change(rq) : dispatch_draw(rq);
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

static void
pause_a_little(int turn)
{
	struct timespec t = { 0, (long)(randombytes_uniform(10) + 5) * 1000000L * (turn + 1) };

	nanosleep(&t, NULL);
}

/* What it has to learn elsewhere, while the database holds nothing for it; then once more. */
static enum fail
ask_outside(struct request *rq)
{
	void (*ask)(struct request *) = rq->own->outside;

	rq->own->outside = NULL;
	ask(rq);
	return try(rq);
}

static enum fail
run(struct request *rq)
{
	enum fail f = FAIL_NONE;
	int turn;

	for (turn = 0; turn < DISPATCH_TRIES; turn++) {
		f = try(rq);
		if (rq->own->outside != NULL)
			f = ask_outside(rq);
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
		refuse_signed_out(rq);
	else if (f != FAIL_NONE)
		refuse_failure(rq, f);
	else if (rq->location != NULL)
		respond_see_other(rq);
	else if (rq->own->out.file_type != NULL)
		respond_with_file(rq);
	else
		page_finish(rq, rq->own->out.status == 0 ? 200 : rq->own->out.status);
}
