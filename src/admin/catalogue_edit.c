/*
 * /admin/catalogue/new, /admin/catalogue/:id/edit - what is said of something that a department offers: always in a draft.
 *	<catalogue-text> <form name="catalogue-entry"/> </catalogue-text>
 * Without a draft the form begins with the latest version, and what is saved is the next one.
 */
#include <string.h>
#include <talloc.h>

#include "admin/catalogue.h"
#include "admin/pages.h"
#include "domain/choice.h"
#include "domain/permission.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { TEXT_LENGTH = 4000 };

static const char *const units[] = { "course", "week", "hour", "session", NULL };
static const struct field entry_fields[] = {
	{ .name = "title",        .type = FIELD_LINE, .required = REQUIRED },
	{ .name = "department",   .type = FIELD_CHOICE, .source = choices_departments },
	{ .name = "kind",         .type = FIELD_CHOICE, .required = REQUIRED, .choices = catalogue_kinds },
	{ .name = "track",        .type = FIELD_CHOICES, .choices = catalogue_tracks },
	{ .name = "capacity",     .type = FIELD_INTEGER, .max = 10000 },
	{ .name = "waiting-days", .type = FIELD_INTEGER, .max = 3650 },
	{ .name = "usual-weeks",  .type = FIELD_INTEGER, .min = 1, .max = 520 },
	{ .name = "price",        .type = FIELD_DECIMAL, .required = IN_CASE, .max = 10000000 },
	{ .name = "price-per",    .type = FIELD_CHOICE, .required = IN_CASE, .choices = units },
	{ .name = "contact",      .type = FIELD_LINE, .max = 400 },
	{ .name = "referral",     .type = FIELD_TEXT, .max = TEXT_LENGTH },
	{ .name = "goal",         .type = FIELD_TEXT, .max = 1000 },
	{ .name = "aim",          .type = FIELD_TEXT, .max = TEXT_LENGTH },
	{ .name = "description",  .type = FIELD_TEXT, .max = TEXT_LENGTH },
	{ .name = "purpose",      .type = FIELD_TEXT, .max = TEXT_LENGTH },
	{ .name = "audience",     .type = FIELD_TEXT, .max = TEXT_LENGTH },
	{ .name = "actors",       .type = FIELD_TEXT, .max = TEXT_LENGTH },
	{ .name = "schedule",     .type = FIELD_TEXT, .max = TEXT_LENGTH },
	{ .name = "economy",      .type = FIELD_TEXT, .max = TEXT_LENGTH },
	{ .name = "success",      .type = FIELD_TEXT, .max = TEXT_LENGTH },
	{ .name = "follow-up",    .type = FIELD_TEXT, .max = TEXT_LENGTH },
	{ 0 }
};
static const char *const save_submits[] = { "save-draft", NULL };
static const struct form entry_form = { .name = "catalogue-entry", .fields = entry_fields, .submits = save_submits };

/* The columns of the form's fields in their order, without department. */
#define COLUMNS_READ "title, kind, REPLACE(tracks, ',', ' '), capacity, waiting_days, usual_weeks, REPLACE(price, '.', ','), " COLUMNS_AFTER
#define COLUMNS_AFTER "price_per, contact, referral, goal, aim, description, purpose, audience, actors, schedule, economy, success, follow_up"
enum { TEXTS = 20, BEFORE = 3 };

static const struct field *
field_at(size_t i)
{
	return &entry_fields[i == 0 ? 0 : i + 1];
}

static void
set_one(xmlNode *form, const char *name, const char *chosen, bool stale)
{
	if (stale)
		node_add_text(form_part(form, "field", name), "theirs", chosen);
	else
		form_set(form, name, chosen);
}

/* Each that was chosen; in a stale form those that the other one chose, where they are not the same. */
static void
set_chosen(struct request *rq, xmlNode *form, const char *name, const char *chosen)
{
	bool typed = node_get(form, "state") != NULL, stale = typed && strcmp(node_get(form, "state"), "stale") == 0;
	const char *mine = field_text(rq, name);
	char *words = talloc_strdup(rq, chosen), *word;

	if (typed && (!stale || strcmp(mine == NULL ? "" : mine, chosen) == 0))
		return;
	/* The last one first: each is set before the others. */
	while ((word = strrchr(words, ' ')) != NULL) {
		set_one(form, name, word + 1, stale);
		*word = '\0';
	}
	set_one(form, name, words, stale);
}

static void
set_texts(struct request *rq, xmlNode *form, long long version)
{
	const char *is[TEXTS];
	size_t i;

	if (form == NULL || !rows_one(rq->db, rq, is, TEXTS, "SELECT " COLUMNS_READ " FROM catalogue_version WHERE id = ?", ARGS(INT(version))))
		return;
	for (i = 0; i < TEXTS; i++)
		if (field_at(i)->type == FIELD_CHOICES)
			set_chosen(rq, form, field_at(i)->name, is[i]);
		else
			form_set(form, field_at(i)->name, is[i] == NULL ? "" : is[i]);
}

/* What was typed as arguments of a statement, after the first ones; one more ends them. */
static void
texts_typed(struct request *rq, struct value values[BEFORE + TEXTS + 2])
{
	size_t i;

	for (i = 0; i < TEXTS; i++) {
		char *chosen = field_at(i)->type == FIELD_CHOICES ? talloc_strdup(rq, field_text(rq, field_at(i)->name)) : NULL, *at;

		for (at = chosen; at != NULL && (at = strchr(at, ' ')) != NULL; )
			*at = ',';
		values[BEFORE + i] = chosen != NULL ? TEXT(chosen) : FIELD(rq, field_at(i)->name);
	}
	values[BEFORE + TEXTS] = values[BEFORE + TEXTS + 1] = (struct value){ VALUE_END, 0, NULL, 0 };
}

/* A price is one for something. */
static bool
price_is_whole(struct request *rq)
{
	bool price = field_text(rq, "price") != NULL, per = field_text(rq, "price-per") != NULL;

	if (price && !per)
		field_error(rq, "price-per", "required");
	if (per && !price)
		field_error(rq, "price", "required");
	return price == per;
}

static void
insert(struct request *rq, long long entry, long long version)
{
	struct value values[BEFORE + TEXTS + 2];

	texts_typed(rq, values);
	values[0] = INT(entry);
	values[1] = INT(version);
	values[2] = TEXT(rq->user->uid);
	exec_insert(rq->db, "INSERT INTO catalogue_version (entry_id, version, changed_by, title, kind, tracks, capacity, waiting_days,"
	    " usual_weeks, price, " COLUMNS_AFTER ")"
	    " VALUES (?, ?, ?, ?, ?, COALESCE(?, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values);
}

static void
update(struct request *rq, long long draft)
{
	struct value values[BEFORE + TEXTS + 2];

	texts_typed(rq, values);
	values[BEFORE - 1] = TEXT(rq->user->uid);
	values[BEFORE + TEXTS] = INT(draft);
	exec(rq->db, "UPDATE catalogue_version SET changed_by = ?, changed_at = CURRENT_TIMESTAMP, revision = revision + 1, title = ?, kind = ?,"
	    " tracks = COALESCE(?, ''), capacity = ?, waiting_days = ?, usual_weeks = ?, price = ?, price_per = ?, contact = ?, referral = ?,"
	    " goal = ?, aim = ?, description = ?, purpose = ?, audience = ?, actors = ?, schedule = ?, economy = ?, success = ?, follow_up = ?"
	    " WHERE id = ? AND state = 'draft'", values + BEFORE - 1);
}

static void
edit_get(struct request *rq, xmlNode *content)
{
	struct catalogue_life life;
	xmlNode *node, *form;

	if (!catalogue_life(rq, false, &life))
		return;
	if (!catalogue_writes(rq, life.department)) {
		fail_request(rq, FAIL_DENIED, "catalogue-of-others");
		return;
	}
	catalogue_add_way(rq, content, rows_text(rq->db, rq, "SELECT title FROM catalogue_version WHERE id = ?", ARGS(INT(life.latest))));
	node = node_add(content, "catalogue-text");
	node_set(node, "state", life.draft != 0 ? "draft" : "next");
	node_set_int(node, "number", life.draft != 0 ? life.number : life.number + 1);
	form = form_add(rq, node, &entry_form, "/admin/catalogue/%lld/edit", rq->subject);
	form_drop(form, "field", "department");
	form_set_revision(form, life.revision);
	set_texts(rq, form, life.latest);
}

static void
edit_post(struct request *rq)
{
	struct catalogue_life life;

	if (!price_is_whole(rq) || !catalogue_begin(rq, &life))
		return;
	if (life.draft != 0)
		update(rq, life.draft);
	else
		insert(rq, rq->subject, life.number + 1);
	see_other(rq, "catalogue-saved", "/admin/catalogue/%lld?version=%lld", rq->subject, life.draft != 0 ? life.number : life.number + 1);
}

static void
new_get(struct request *rq, xmlNode *content)
{
	xmlNode *node, *form;

	catalogue_add_way(rq, content, NULL);
	node = node_add(content, "catalogue-text");
	node_set(node, "state", "new");
	form = form_add(rq, node, &entry_form, "/admin/catalogue/new");
	if (!request_may(rq, MAY_WRITE_RULES))
		form_drop(form, "field", "department");
}

static void
new_post(struct request *rq)
{
	const char *department;
	long long entry;

	if (!price_is_whole(rq) || (department = catalogue_department(rq)) == NULL)
		return;
	entry = exec_insert(rq->db, "INSERT INTO catalogue_entry (department_id, created_by) VALUES (?, ?)",
	    ARGS(TEXT(department), TEXT(rq->user->uid)));
	insert(rq, entry, 1);
	see_other(rq, "catalogue-saved", "/admin/catalogue/%lld", entry);
}

const struct route admin_catalogue_edit = {
	.path = "/admin/catalogue/:id/edit", .page = "catalogue-edit", .menu = "catalogue", .may = MAY_WRITE_CATALOGUE,
	.get = edit_get, .post = edit_post, .form = &entry_form,
};

const struct route admin_catalogue_new = {
	.path = "/admin/catalogue/new", .page = "catalogue-new", .menu = "catalogue", .may = MAY_WRITE_CATALOGUE,
	.get = new_get, .post = new_post, .form = &entry_form,
};
