#include "domain/draft.h"

#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

static void
put_field(void *form, const char *const *columns, size_t count)
{
	(void)count;
	form_set(form, columns[0], columns[1]);
}

bool
draft_restore(struct request *rq, xmlNode *parent, xmlNode *form, const char *path)
{
	if (rq->as_of != NULL || rows_add_one(rq->db, parent, "draft",
	    "SELECT MAX(saved_at) AS 'saved-at' FROM form_draft WHERE path = ? AND uid = ? HAVING MAX(saved_at) IS NOT NULL",
	    ARGS(TEXT(path), TEXT(rq->user->uid))) == NULL)
		return false;
	if (form != NULL)
		rows_each(rq->db, "SELECT field, value FROM form_draft WHERE path = ? AND uid = ?",
		    ARGS(TEXT(path), TEXT(rq->user->uid)), put_field, form);
	return true;
}

const char *
draft_mark(struct request *rq, const char *path)
{
	return rows_text(rq->db, rq, "SELECT MD5(GROUP_CONCAT(field, '=', COALESCE(value, '') ORDER BY field SEPARATOR ';'))"
	    " FROM form_draft WHERE path = ? AND uid = ?", ARGS(TEXT(path), TEXT(rq->user->uid)));
}

struct overtaken { const struct request *rq; bool lost; };

/* Of words: what was typed here neither is nor goes on from what is kept. */
static void
compare_field(void *user, const char *const *columns, size_t count)
{
	enum { FIELD_NAME, VALUE };
	struct overtaken *o = user;
	const struct form_state *form = o->rq->form;
	size_t i;

	(void)count;
	for (i = 0; columns[VALUE] != NULL && i < form->count; i++) {
		const struct form_value *is = &form->values[i];

		if (strcmp(is->field->name, columns[FIELD_NAME]) == 0 && (is->field->type == FIELD_TEXT || is->field->type == FIELD_LINE))
			o->lost |= is->typed == NULL || strncmp(is->typed, columns[VALUE], strlen(columns[VALUE])) != 0;
	}
}

static bool
is_overtaken(struct request *rq, const char *path, const char *now)
{
	const char *seen = field_text(rq, "draft-seen");
	struct overtaken o = { rq, false };

	if (now == NULL || (seen != NULL && strcmp(seen, now) == 0))
		return false;
	rows_each(rq->db, "SELECT field, value FROM form_draft WHERE path = ? AND uid = ?",
	    ARGS(TEXT(path), TEXT(rq->user->uid)), compare_field, &o);
	return o.lost;
}

bool
draft_overtaken(struct request *rq, const char *path)
{
	if (!is_overtaken(rq, path, draft_mark(rq, path)))
		return false;
	fail_request(rq, FAIL_STALE, "draft-elsewhere");
	return true;
}

/* Another mark in the place of the one that was sent. */
static void
set_seen(xmlNode *form, const char *mark)
{
	xmlNode *field = form_part(form, "field", "draft-seen"), *part, *next;

	for (part = field == NULL ? NULL : field->children; part != NULL; part = next) {
		next = part->next;
		xmlUnlinkNode(part);
		xmlFreeNode(part);
	}
	if (field != NULL && mark != NULL)
		node_add_text(field, "value", mark);
}

bool
draft_fill(struct request *rq, xmlNode *parent, xmlNode *form, const char *path)
{
	const char *state = form == NULL ? NULL : node_get(form, "state"), *now;

	if (form == NULL)
		return false;
	now = draft_mark(rq, path);
	/* A form that was refused has what was typed; another window's draft stands beside it where it was refused for that. */
	if (state != NULL && (strcmp(state, "stale") != 0 || !is_overtaken(rq, path, now)))
		return false;
	if (!draft_restore(rq, parent, form, path))
		return false;
	set_seen(form, now);
	return true;
}

void
draft_drop(struct request *rq, const char *path)
{
	exec(rq->db, "DELETE FROM form_draft WHERE path = ? AND uid = ?", ARGS(TEXT(path), TEXT(rq->user->uid)));
}

/* What was emptied is kept as empty: nothing is put there anew. */
void
draft_keep(struct request *rq, const char *path)
{
	enum { WIDTH = 4 };
	struct value *rows = talloc_array(rq, struct value, (unsigned)rq->form->count * WIDTH), *row = rows;
	const struct form_value *is;

	for (is = rq->form->values; is < rq->form->values + rq->form->count; is++) {
		long limit = is->field->max > 0 ? is->field->max : is->field->type == FIELD_TEXT ? FIELD_TEXT_MAX : FIELD_LINE_MAX;

		if (is->field->type == FIELD_HIDDEN)
			continue;
		if (is->value != NULL && (long)text_characters(is->value) > limit)
			field_error(rq, is->field->name, "too-long");
		*row++ = TEXT(path);
		*row++ = TEXT(rq->user->uid);
		*row++ = TEXT(is->field->name);
		*row++ = TEXT(is->value);
	}
	exec_rows(rq->db, "INSERT INTO form_draft (path, uid, field, value) VALUES (?, ?, ?, ?)"
	    " ON DUPLICATE KEY UPDATE value = VALUES(value), saved_at = NOW()", rows, WIDTH, (size_t)(row - rows) / WIDTH);
}

void
draft_kept(struct request *rq, const char *path, const char *page)
{
	if (pairs_find(&rq->body, "quietly") != NULL)
		see_other(rq, NULL, "%s/saved", path);
	else
		see_other(rq, "draft-kept", "%s", page);
}

void
draft_saved_add(struct request *rq, xmlNode *content, const char *path)
{
	xmlNode *saved = rows_add_one(rq->db, content, "saved", "SELECT MAX(saved_at) AS at FROM form_draft WHERE path = ? AND uid = ?",
	    ARGS(TEXT(path), TEXT(rq->user->uid)));

	node_set(saved, "seen", draft_mark(rq, path));
	node_set(saved, "href", request_href(rq, "%s", path));
}
