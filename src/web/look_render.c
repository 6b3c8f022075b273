/* look_render.c - a page is drawn with its look; what happens to one that failed. */
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/log.h"
#include "base/text.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/looks.h"
#include "xml/node.h"

/*
 * A look that failed is a suspect for a while: it is drawn by a renderer of its own, when the processor has nothing else to do.  And after each
 * failure it rests in this process: twice as long each time, and as many times as long as the failure took.  So other departments'
 * pages do not feel it, even if nobody takes it out of use.
 */
enum {
	FAILURES_MANY = 4, REASON_MAX = 1000, REASON_SHORT = 300,
	SUSPECT_MS = 600000, REST_FIRST_MS = 100, REST_DOUBLINGS = 9, REST_TIMES = 10,
};

/* So many failures in a short time, or in a row, that people should not meet it again. */
static bool
fails_too_often(struct request *rq, long long version)
{
	struct looks *looks = rq->site->looks;
	struct db *db = rq->own->main_db;

	return rows_int(db, 0, "SELECT failures_in_row FROM stylesheet_view WHERE active_id = ?", ARGS(INT(version))) >= looks->limit ||
	    rows_int(db, 0, "SELECT COUNT(*) FROM stylesheet_failure WHERE version_id = ? AND at > NOW() - INTERVAL 10 MINUTE",
	    ARGS(INT(version))) >= looks->limit * FAILURES_MANY;
}

/* At most so many bytes of text, cut where a character ends. */
static const char *
cut(struct request *rq, const char *text, size_t most)
{
	return request_format(rq, "%.*s", (int)text_cut(text, strnlen(text, most + 1), most), text);
}

static void
record_failure(struct request *rq, const struct kept_look *one, const struct rendering *out)
{
	struct db *db = rq->own->main_db;
	struct date today;
	bool taken_out = false;

	if (db_ready(db) != FAIL_NONE)
		return;
	date_today(&today);
	exec(db, "INSERT INTO stylesheet_failure (version_id, page, line, reason, reference) VALUES (?, ?, ?, ?, ?)",
	    ARGS(INT(one->of), TEXT(node_get(rq->own->page, "name")), out->line == 0 ? NOTHING : INT(out->line),
	    TEXT(cut(rq, out->reason, REASON_MAX)), TEXT(rq->reference)));
	if (!rq->own->look.draft) {
		exec(db, "INSERT INTO stylesheet_use (version_id, day, failures) VALUES (?, ?, 1) ON DUPLICATE KEY UPDATE failures = failures + 1",
		    ARGS(INT(one->of), TEXT(today.iso)));
		exec(db, "UPDATE stylesheet_view SET failures_in_row = failures_in_row + 1 WHERE active_id = ?", ARGS(INT(one->of)));
		if (fails_too_often(rq, one->of) && rq->program->looks != NULL)
			taken_out = rq->program->looks->take_out(db, one->of, cut(rq, out->reason, REASON_SHORT));
	}
	if (db_commit(db) != FAIL_NONE)
		db_rollback(db);
	else if (taken_out)
		log_event("stylesheet-taken-out", LOG_FIELDS(LOG_INT("version", one->of), LOG_TEXT("department", rq->user->department)));
}

static void
say_fallback(struct request *rq)
{
	rq->own->look.failed = true;
	node_set(rq->own->page, "stylesheet", "fallback");
}

/* The renderer is not to be had: no layer's fault, so nothing is held against one. */
static void
miss_renderer(struct request *rq, const struct rendering *out)
{
	say_fallback(rq);
	fail_log(FAIL_BROKEN, "look: no renderer: %s", out->reason);
}

static void
let_rest(struct kept_look *one, const struct rendering *out)
{
	unsigned doublings = one->failures < REST_DOUBLINGS ? one->failures : REST_DOUBLINGS;
	long long by_count = (long long)REST_FIRST_MS << doublings, by_time = out->microseconds / 1000 * REST_TIMES;

	one->failures++;
	one->rest_until = clock_ms() + (by_count > by_time ? by_count : by_time);
}

static void
fail_look(struct request *rq, struct kept_look *one, const struct rendering *out)
{
	say_fallback(rq);
	if (rq->own->look.draft)
		notice_add(rq, "warning", "stylesheet-draft-failed");
	one->suspect_until = clock_ms() + SUSPECT_MS;
	let_rest(one, out);
	log_event("stylesheet-failure", LOG_FIELDS(LOG_INT("version", one->of), LOG_TEXT("department", rq->user->department),
	    LOG_TEXT("page", node_get(rq->own->page, "name")), LOG_INT("line", out->line), LOG_TEXT("reason", out->reason),
	    LOG_INT("ms", out->microseconds / 1000)));
	record_failure(rq, one, out);
}

/* It works again: failures in a row are no more in a row. */
static void
forgive(struct request *rq, const struct kept_look *one)
{
	struct db *db = rq->own->main_db;

	if (rq->own->look.failures == 0 || rq->own->look.draft || db_ready(db) != FAIL_NONE)
		return;
	exec(db, "UPDATE stylesheet_view SET failures_in_row = 0 WHERE active_id = ?", ARGS(INT(one->of)));
	if (db_commit(db) != FAIL_NONE)
		db_rollback(db);
}

static bool
render_layer(struct request *rq, struct kept_look *one, const struct sheet_params *params, char **html, size_t *length)
{
	struct looks *looks = rq->site->looks;
	struct rendering out;
	long long now = clock_ms();

	if (now < one->rest_until && !rq->own->look.draft) {
		say_fallback(rq);
		return false;
	}
	renderer_render(now < one->suspect_until ? looks->suspects : looks->renderer, rq, &one->layer, rq->own->doc, params, &out);
	if (out.html == NULL && out.ours)
		miss_renderer(rq, &out);
	else if (out.html == NULL)
		fail_look(rq, one, &out);
	if (out.html == NULL)
		return false;
	one->failures = 0;
	forgive(rq, one);
	if (!rq->own->look.draft) {
		one->renderings++;
		one->microseconds += out.microseconds;
		if (looks->counted++ == 0)
			looks->first_ms = clock_ms();
	}
	*html = out.html;
	*length = out.length;
	return true;
}

bool
look_render(struct request *rq, const char *const *params, char **html, size_t *length)
{
	struct kept_look *one = rq->own->look.kept;
	struct sheet_params told = { one == NULL ? NULL : one->labels, params };

	/* A page that tells of trouble of ours shall not meet another one. */
	if (one == NULL || rq->own->out.status >= 500)
		return false;
	if (one->layer.text != NULL && render_layer(rq, one, &told, html, length))
		return true;
	/* A layer that failed leaves what it stood on: the settings, or with their words the shipped sheet. */
	return sheet_apply(rq, one->settings != NULL ? one->settings : rq->site->sheet, rq->own->doc, &told, html, length) == FAIL_NONE;
}
