/*
 * /admin/catalogue/:id - one thing that a department offers: all that is said of it, places, who runs it, its versions, its life.
 *	<catalogue-entry ...> <referral/>? ... <provider uid name [left]> <form/>? </provider>* <warning field [as]/>*
 *	  <catalogue-version number state at ... href/>* <in-plan .../>* <form publish|retire|discard|catalogue-provider/>* </catalogue-entry>
 * ?version= shows an earlier one, or the draft.  /publish, /retire, /discard, /providers and /providers/remove take POST.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "admin/catalogue.h"
#include "admin/pages.h"
#include "base/text.h"
#include "domain/permission.h"
#include "domain/place.h"
#include "domain/staff.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/link.h"
#include "xml/node.h"

enum { REPEATED_MIN = 40 };	/* characters from which a text inside another one repeats it */

static const struct field no_fields[] = { { 0 } };
static const char *const publish_submits[] = { "publish", NULL };
static const struct form publish_form = { .name = "catalogue-publish", .fields = no_fields, .submits = publish_submits };
static const char *const retire_submits[] = { "retire", NULL };
static const struct form retire_form = { .name = "catalogue-retire", .fields = no_fields, .submits = retire_submits };
static const char *const discard_submits[] = { "discard-draft", NULL };
static const struct form discard_form = { .name = "catalogue-discard", .fields = no_fields, .submits = discard_submits };

static const struct field provider_fields[] = {
	{ .name = "provider", .type = FIELD_CHOICE, .required = REQUIRED, .source = staff_provider_choices },
	{ 0 }
};
static const char *const add_submits[] = { "add-provider", NULL };
static const struct form provider_form = { .name = "catalogue-provider", .fields = provider_fields, .submits = add_submits };

static const struct field removed_fields[] = { { .name = "uid", .type = FIELD_HIDDEN, .required = REQUIRED, .max = 64 }, { 0 } };
static const char *const remove_submits[] = { "remove-provider", NULL };
static const struct form removed_form = { .name = "catalogue-remove", .fields = removed_fields, .submits = remove_submits };

static const char entry_sql[] =
    CATALOGUE_COLUMNS ", v.price, v.price_per AS 'price-per', v.contact, v.referral, v.aim, v.description, v.purpose, v.actors, v.schedule,"
    " v.economy, v.success, v.follow_up AS 'follow-up', v.goal, v.retired_at AS 'retired-at'"
    " FROM catalogue_entry e JOIN department d ON d.id = e.department_id"
    " JOIN catalogue_version v ON v.entry_id = e.id AND v.version = COALESCE(?, v.version)"
    " WHERE e.id = ? AND (v.state <> 'draft' OR ? = 1) ORDER BY FIELD(v.state, 'published', 'draft', 'retired'), v.version DESC LIMIT 1";

static void
add_versions(struct request *rq, xmlNode *entry, bool writes)
{
	const char *shown = node_get(entry, "number");
	xmlNode *version;

	rows_add(rq->db, entry, "catalogue-version", "SELECT v.version AS number, v.state, v.title,"
	    " COALESCE(v.retired_at, v.published_at, v.changed_at) AS at, s.name AS 'by-name'"
	    " FROM catalogue_version v LEFT JOIN staff s ON s.uid = CASE v.state WHEN 'draft' THEN v.changed_by WHEN 'published' THEN v.published_by"
	    "  ELSE v.retired_by END WHERE v.entry_id = ? AND (v.state <> 'draft' OR ? = 1) ORDER BY v.version DESC LIMIT 50",
	    ARGS(INT(rq->subject), INT(writes)));
	for (version = node_child(entry, "catalogue-version"); version != NULL; version = node_next(version, "catalogue-version")) {
		node_set(version, "href", request_href(rq, "/admin/catalogue/%lld?version=%s", rq->subject, node_get(version, "number")));
		if (strcmp(node_get(version, "number"), shown) == 0)
			node_set(version, "current", "yes");
	}
}

static void
add_providers(struct request *rq, xmlNode *entry, bool writes)
{
	xmlNode *provider;

	rows_add(rq->db, entry, "provider", "SELECT p.uid, s.name, d.name AS 'department-name', IF(s.active, NULL, 'yes') AS 'left'"
	    " FROM catalogue_provider p JOIN staff s ON s.uid = p.uid LEFT JOIN department d ON d.id = s.department_id"
	    " WHERE p.entry_id = ? ORDER BY s.name, s.uid", ARGS(INT(rq->subject)));
	for (provider = writes ? node_child(entry, "provider") : NULL; provider != NULL; provider = node_next(provider, "provider"))
		form_set(form_add(rq, provider, &removed_form, "/admin/catalogue/%lld/providers/remove", rq->subject), "uid",
		    node_get(provider, "uid"));
	if (writes)
		form_add(rq, entry, &provider_form, "/admin/catalogue/%lld/providers", rq->subject);
}

/* The action plans that it carries out. */
static void
add_plans(struct request *rq, xmlNode *entry)
{
	rows_add(rq->db, entry, "in-plan", "SELECT p.id, p.title, e.implemented_on AS 'implemented-on' FROM action_plan_entry e"
	    " JOIN action_plan p ON p.id = e.plan_id WHERE e.entry_id = ? AND (p.to_on IS NULL OR p.to_on >= ?) ORDER BY p.title, p.id",
	    ARGS(INT(rq->subject), TEXT(request_today(rq))));
	link_rows(rq, entry, "in-plan", "id", "/admin/action-plans");
}

static void
warn(xmlNode *entry, const char *field, const char *as)
{
	xmlNode *warning = node_add(entry, "warning");

	node_set(warning, "field", field);
	node_set(warning, "as", as);
}

/* Does one of both say nothing that the other does not? */
static bool
repeats(const char *one, const char *other)
{
	const char *shorter = strlen(one) < strlen(other) ? one : other, *longer = shorter == one ? other : one;

	return strcmp(one, other) == 0 || (text_characters(shorter) >= REPEATED_MIN && strstr(longer, shorter) != NULL);
}

/* What a reader will miss: rows of the action plan that are empty, or say what an earlier one says. */
static void
add_warnings(struct request *rq, xmlNode *entry)
{
	const char *folded[16] = { NULL };
	size_t i, j;

	for (i = 0; catalogue_rows[i] != NULL; i++) {
		const xmlNode *row = node_child(entry, catalogue_rows[i]);

		if (row == NULL) {
			warn(entry, catalogue_rows[i], NULL);
			continue;
		}
		folded[i] = text_fold(rq, node_text(row));
		for (j = 0; j < i && folded[i] != NULL; j++)
			if (folded[j] != NULL && repeats(folded[j], folded[i])) {
				warn(entry, catalogue_rows[i], catalogue_rows[j]);
				break;
			}
	}
	if (node_child(entry, "referral") == NULL)
		warn(entry, "referral", NULL);
	if (node_child(entry, "provider") == NULL)
		warn(entry, "provider", NULL);
}

static void
add_life(struct request *rq, xmlNode *entry, const struct catalogue_life *life)
{
	const char *state = node_get(entry, "state");

	node_set(node_add(entry, "edit"), "href", request_href(rq, "/admin/catalogue/%lld/edit", rq->subject));
	if (life->draft != 0 && strcmp(state, "draft") != 0)
		node_set(entry, "draft", "yes");
	if (strcmp(state, "draft") == 0) {
		add_warnings(rq, entry);
		form_set_revision(form_add(rq, entry, &publish_form, "/admin/catalogue/%lld/publish", rq->subject), life->revision);
		form_set_revision(form_add(rq, entry, &discard_form, "/admin/catalogue/%lld/discard", rq->subject), life->revision);
	}
	if (strcmp(state, "published") == 0)
		form_set_revision(form_add(rq, entry, &retire_form, "/admin/catalogue/%lld/retire", rq->subject), life->revision);
}

static void
entry_get(struct request *rq, xmlNode *content)
{
	long long number = query_int(rq, "version", 0, 0, 1000000);
	struct catalogue_life life;
	xmlNode *entry;
	bool writes;

	if (!catalogue_life(rq, false, &life))
		return;
	writes = catalogue_writes(rq, life.department);
	/* A draft is shown again where it could not be published, or discarded. */
	if (rq->post && number == 0 && life.draft != 0)
		number = life.number;
	catalogue_add_way(rq, content, NULL);
	entry = rows_add_one(rq->db, content, "catalogue-entry", entry_sql, ARGS(number == 0 ? NOTHING : INT(number), INT(rq->subject), INT(writes)));
	if (entry == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-catalogue-entry");
		return;
	}
	catalogue_complete(rq, content);
	add_providers(rq, entry, writes);
	add_versions(rq, entry, writes);
	add_plans(rq, entry);
	if (writes)
		add_life(rq, entry, &life);
}

/* The one that was published until now ends first: an entry has one. */
static void
retire(struct request *rq, long long version)
{
	exec(rq->db, "UPDATE catalogue_version SET state = 'retired', retired_by = ?, retired_at = CURRENT_TIMESTAMP, revision = revision + 1"
	    " WHERE id = ? AND state = 'published'", ARGS(TEXT(rq->user->uid), INT(version)));
}

static void
publish_post(struct request *rq)
{
	struct catalogue_life life;

	if (!catalogue_begin(rq, &life))
		return;
	if (life.draft == 0) {
		fail_request(rq, FAIL_STALE, "catalogue-no-draft");
		return;
	}
	retire(rq, life.published);
	exec(rq->db, "UPDATE catalogue_version SET state = 'published', published_by = ?, published_at = CURRENT_TIMESTAMP,"
	    " revision = revision + 1 WHERE id = ?", ARGS(TEXT(rq->user->uid), INT(life.draft)));
	see_other(rq, "catalogue-published", "/admin/catalogue/%lld", rq->subject);
}

static void
retire_post(struct request *rq)
{
	struct catalogue_life life;

	if (!catalogue_begin(rq, &life))
		return;
	if (life.published == 0) {
		fail_request(rq, FAIL_STALE, "catalogue-not-published");
		return;
	}
	retire(rq, life.published);
	place_tell_gone(rq, rq->subject);
	see_other(rq, "catalogue-retired", "/admin/catalogue/%lld", rq->subject);
}

/* An entry whose only version was this draft has never been: it goes too. */
static void
discard_post(struct request *rq)
{
	struct catalogue_life life;

	if (!catalogue_begin(rq, &life))
		return;
	if (life.draft == 0) {
		fail_request(rq, FAIL_STALE, "catalogue-no-draft");
		return;
	}
	exec(rq->db, "DELETE FROM catalogue_version WHERE id = ? AND state = 'draft'", ARGS(INT(life.draft)));
	if (life.number > 1) {
		see_other(rq, "catalogue-discarded", "/admin/catalogue/%lld", rq->subject);
		return;
	}
	exec(rq->db, "DELETE FROM catalogue_provider WHERE entry_id = ?", ARGS(INT(rq->subject)));
	exec(rq->db, "DELETE FROM catalogue_entry WHERE id = ?", ARGS(INT(rq->subject)));
	see_other(rq, "catalogue-discarded", "/admin/catalogue");
}

/* Who runs it is no part of a version, and two who add the same one want the same. */
static bool
begin_providers(struct request *rq)
{
	struct catalogue_life life;

	if (!catalogue_life(rq, true, &life))
		return false;
	if (!catalogue_writes(rq, life.department))
		fail_request(rq, FAIL_DENIED, "catalogue-of-others");
	return !request_failed(rq);
}

/* Back to what was shown: a draft that is the only version, or what is published. */
static void
see_providers(struct request *rq, const char *done)
{
	see_other(rq, done, "/admin/catalogue/%lld", rq->subject);
}

static void
provider_post(struct request *rq)
{
	if (!begin_providers(rq))
		return;
	exec_unique(rq->db, "INSERT INTO catalogue_provider (entry_id, uid) VALUES (?, ?)", ARGS(INT(rq->subject), FIELD(rq, "provider")));
	see_providers(rq, "catalogue-provider-added");
}

static void
remove_post(struct request *rq)
{
	if (!begin_providers(rq))
		return;
	exec(rq->db, "DELETE FROM catalogue_provider WHERE entry_id = ? AND uid = ?", ARGS(INT(rq->subject), FIELD(rq, "uid")));
	see_providers(rq, "catalogue-provider-removed");
}

const struct route admin_catalogue_entry = {
	.path = "/admin/catalogue/:id", .page = "catalogue-entry", .menu = "catalogue", .get = entry_get,
};

const struct route admin_catalogue_publish = {
	.path = "/admin/catalogue/:id/publish", .page = "catalogue-entry", .menu = "catalogue", .may_post = MAY_WRITE_CATALOGUE,
	.get = entry_get, .post = publish_post, .form = &publish_form,
};

const struct route admin_catalogue_retire = {
	.path = "/admin/catalogue/:id/retire", .page = "catalogue-entry", .menu = "catalogue", .may_post = MAY_WRITE_CATALOGUE,
	.get = entry_get, .post = retire_post, .form = &retire_form,
};

const struct route admin_catalogue_discard = {
	.path = "/admin/catalogue/:id/discard", .page = "catalogue-entry", .menu = "catalogue", .may_post = MAY_WRITE_CATALOGUE,
	.get = entry_get, .post = discard_post, .form = &discard_form,
};

const struct route admin_catalogue_providers = {
	.path = "/admin/catalogue/:id/providers", .page = "catalogue-entry", .menu = "catalogue", .may_post = MAY_WRITE_CATALOGUE,
	.get = entry_get, .post = provider_post, .form = &provider_form,
};

const struct route admin_catalogue_provider_remove = {
	.path = "/admin/catalogue/:id/providers/remove", .page = "catalogue-entry", .menu = "catalogue", .may_post = MAY_WRITE_CATALOGUE,
	.get = entry_get, .post = remove_post, .form = &removed_form,
};
