#include "web/look.h"

#include <limits.h>
#include <string.h>
#include <talloc.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/log.h"
#include "base/text.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/internals.h"
#include "xml/node.h"
#include "xml/renderer.h"

/*
 * A look that failed is a suspect for a while: it is drawn by a renderer of its own, when the processor has nothing else to do.  And after each
 * failure it rests in this process: twice as long each time, and as many times as long as the failure took.  So other departments'
 * pages do not feel it, even if nobody takes it out of use.
 */
enum {
	KEPT_MAX = 32, COUNT_MS = 10000, FAILURES_MANY = 4, REASON_MAX = 1000, REASON_SHORT = 300,
	SUSPECT_MS = 600000, REST_FIRST_MS = 100, REST_DOUBLINGS = 9, REST_TIMES = 10,
};

/* A look as it was loaded; it never changes, since its key names versions. */
struct kept_look {
	char *key;
	long long of;			/* the version whose text it is; 0: settings alone */
	struct layer layer;		/* text NULL: settings alone */
	struct sheet *settings;		/* compiled here; NULL: there are none */
	const struct labels *labels;	/* borrowed from the site, or owned with the department's over them */
	unsigned long used;
	unsigned failures;		/* since it last worked here */
	long long suspect_until, rest_until;	/* of clock_ms */
	long renderings, microseconds;
};

struct looks {
	struct renderer *renderer, *suspects;
	struct kept_look *kept[KEPT_MAX];
	unsigned long clock;
	long counted;			/* renderings since they were written, */
	long long first_ms;		/* the first of them at */
	long limit;			/* failures in a row that take a version out */
};

enum fail
look_open(struct site *site)
{
	struct renderer_options options = renderer_options_of(site->conf, site->share, labels_language(site->labels));

	site->looks = talloc_zero(site, struct looks);
	if (site->looks == NULL)
		return fail_log(FAIL_BROKEN, "look: out of memory");
	site->looks->limit = conf_number(site->conf, "site", "layer-failures", 5, 1, 1000);
	if (renderer_new(site->looks, &options, &site->looks->renderer) != FAIL_NONE)
		return FAIL_BROKEN;
	options.idle = true;
	return renderer_new(site->looks, &options, &site->looks->suspects);
}

static struct kept_look *
find_kept(struct looks *looks, const char *key)
{
	size_t i;

	for (i = 0; i < KEPT_MAX; i++)
		if (looks->kept[i] != NULL && strcmp(looks->kept[i]->key, key) == 0) {
			looks->kept[i]->used = ++looks->clock;
			return looks->kept[i];
		}
	return NULL;
}

/* In the place of the one that was used longest ago; its counts were written, or are few. */
static void
keep(struct looks *looks, struct kept_look *one)
{
	size_t i, place = 0;

	for (i = 0; i < KEPT_MAX; i++) {
		if (looks->kept[i] == NULL) {
			place = i;
			break;
		}
		if (looks->kept[i]->used < looks->kept[place]->used)
			place = i;
	}
	talloc_free(looks->kept[place]);
	looks->kept[place] = one;
	one->used = ++looks->clock;
}

static bool
read_settings(struct request *rq, struct kept_look *one, const char *department)
{
	const struct look_source *source = rq->program->looks;
	struct look look = { .sheet = NULL };
	struct sheet_look settings = { .program = rq->program->name };
	char *why;

	one->labels = request_labels(rq);
	if (source == NULL || source->read_settings == NULL)
		return true;
	if (!source->read_settings(rq->own->main_db, one, department, rq->program->name, one->labels, &look))
		return false;
	if (look.labels != NULL)
		one->labels = look.labels;
	one->layer.settings = settings.settings = look.sheet;
	if (look.sheet == NULL && look.labels == NULL)
		return true;
	/* Replaced labels alone are drawn with the shipped sheet. */
	if (look.sheet != NULL && sheet_compile_look(one, &settings, &one->settings, &why) != FAIL_NONE) {
		fail_log(FAIL_BROKEN, "look: the settings of %s do not compile: %s", department, why);
		one->layer.settings = NULL;
		one->settings = NULL;
	}
	return true;
}

/* What is loaded once: the texts of a version (0: settings alone) of that department, with the words of the page's language. */
static struct kept_look *
load(struct request *rq, const char *key, long long version, const char *department)
{
	struct kept_look *one = talloc_zero(rq->site->looks, struct kept_look);
	const char *text = NULL;

	if (one == NULL)
		return NULL;
	one->of = version;
	if (version != 0)
		text = rows_text(rq->own->main_db, one, "SELECT sheet FROM stylesheet_version WHERE id = ?", ARGS(INT(version)));
	one->key = talloc_strdup(one, key);
	one->layer = (struct layer){ .key = one->key, .program = rq->program->name, .text = text, .length = text == NULL ? 0 : strlen(text) };
	if (!read_settings(rq, one, department) || db_failed(rq->own->main_db) != FAIL_NONE) {
		talloc_free(one);
		return NULL;
	}
	one->layer.labels = one->labels;
	keep(rq->site->looks, one);
	return one;
}

static enum fail
take_up(struct request *rq, const char *key, long long version, const char *department)
{
	struct kept_look *one = find_kept(rq->site->looks, key);

	rq->own->look.kept = one != NULL ? one : load(rq, key, version, department);
	return db_failed(rq->own->main_db);
}

/* A draft is shown to who wrote its text as it is now, and to nobody else: one person's words shall not be drawn over another's records. */
static enum fail
choose_draft(struct request *rq, long long id)
{
	enum { DEPARTMENT, REVISION, SETTINGS, COLUMNS };
	const char *is[COLUMNS], *key;

	if (!request_may(rq, rq->program->edits_look) || !rows_one(rq->own->main_db, rq, is, COLUMNS,
	    "SELECT v.department_id, v.revision, w.look_revision FROM stylesheet_version v"
	    " LEFT JOIN stylesheet_view w ON w.department_id = v.department_id AND w.program = v.program"
	    " WHERE v.id = ? AND v.program = ? AND v.state = 'draft' AND v.changed_by = ?",
	    ARGS(INT(id), TEXT(rq->program->name), TEXT(rq->user->uid)))) {
		rq->own->look.refused = true;
		return db_failed(rq->own->main_db);
	}
	key = request_format(rq, "%s/draft-%lld.%s.%s/%s", rq->program->name, id, is[REVISION], is[SETTINGS] == NULL ? "0" : is[SETTINGS],
	    labels_language(request_labels(rq)));
	rq->own->look.draft = true;
	return take_up(rq, key, id, is[DEPARTMENT]);
}

void
look_set_view(struct request *rq, long long active, long long settings, long long failures)
{
	rq->own->look.version = active;
	rq->own->look.settings = settings;
	rq->own->look.failures = failures;
}

enum fail
look_choose(struct request *rq)
{
	struct page_look *look = &rq->own->look;
	const char *wanted = query_text(rq, "stylesheet");
	long long draft = wanted == NULL || strspn(wanted, "0123456789") != strlen(wanted) ? 0 : query_int(rq, "stylesheet", 0, 1, LLONG_MAX);
	enum fail f = FAIL_NONE;

	if (rq->site->looks == NULL || rq->user == NULL || (wanted != NULL && strcmp(wanted, "default") == 0))
		return FAIL_NONE;
	if (draft > 0 && rq->user->code == 0)
		f = choose_draft(rq, draft);
	else if (rq->program->find_view != NULL)
		f = rq->program->find_view(rq);
	if (f != FAIL_NONE || look->draft)
		return f;
	if ((look->version == 0 && look->settings == 0) || (rq->route != NULL && rq->route->shipped_look))
		return FAIL_NONE;
	return take_up(rq, request_format(rq, "%s/%s/%lld.%lld/%s", rq->program->name, rq->user->department, look->version, look->settings,
	    labels_language(request_labels(rq))), look->version, rq->user->department);
}

const char *
look_state(const struct request *rq)
{
	return rq->own->look.draft ? "draft" : NULL;
}

const char *
look_name(const struct request *rq)
{
	const struct page_look *look = &rq->own->look;

	return look->failed ? "fallback" : look->kept == NULL ? "shipped" : look->draft ? "draft" : look->kept->of == 0 ? "settings" :
	    request_format((struct request *)(uintptr_t)rq, "%lld", look->kept->of);
}

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
	log_event("stylesheet-failure", LOG_FIELDS(LOG_INT("version", one->of), LOG_TEXT("department", rq->user->department), LOG_TEXT("page", node_get(rq->own->page, "name")), LOG_INT("line", out->line),
	    LOG_TEXT("reason", out->reason), LOG_INT("ms", out->microseconds / 1000)));
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

int
look_wait_ms(const struct site *site)
{
	long long left;

	if (site->looks == NULL || site->looks->counted == 0)
		return -1;
	left = site->looks->first_ms + COUNT_MS - clock_ms();
	return left < 0 ? 0 : (int)left;
}

static void
forget_counts(struct looks *looks)
{
	size_t i;

	for (i = 0; i < KEPT_MAX; i++)
		if (looks->kept[i] != NULL)
			looks->kept[i]->renderings = looks->kept[i]->microseconds = 0;
	looks->counted = 0;
}

void
look_count(const struct site *site, bool now)
{
	struct looks *looks = site->looks;
	struct date today;
	size_t i;

	if (looks == NULL || looks->counted == 0 || (!now && look_wait_ms(site) > 0))
		return;
	/* Whatever comes of it, the next time is not at once. */
	looks->first_ms = clock_ms();
	if (db_ready(site->db) != FAIL_NONE)
		return;
	date_today(&today);
	for (i = 0; i < KEPT_MAX; i++) {
		struct kept_look *one = looks->kept[i];

		if (one == NULL || one->renderings == 0)
			continue;
		/* A version that is gone meanwhile must not take the other ones' counts along. */
		exec(site->db, "INSERT INTO stylesheet_use (version_id, day, renderings, microseconds)"
		    " SELECT v.id, ?, ?, ? FROM stylesheet_version v WHERE v.id = ? ON DUPLICATE KEY UPDATE"
		    " renderings = stylesheet_use.renderings + VALUES(renderings),"
		    " microseconds = stylesheet_use.microseconds + VALUES(microseconds)",
		    ARGS(TEXT(today.iso), INT(one->renderings), INT(one->microseconds), INT(one->of)));
		log_event("stylesheet-use", LOG_FIELDS(LOG_INT("version", one->of), LOG_INT("renderings", one->renderings),
		    LOG_INT("us", one->microseconds / one->renderings)));
	}
	if (db_commit(site->db) == FAIL_NONE)
		forget_counts(looks);
	else
		db_rollback(site->db);
}
