#include "web/look.h"

#include <limits.h>
#include <string.h>
#include <talloc.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/log.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/looks.h"
#include "xml/node.h"

enum { COUNT_MS = 10000 };

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
