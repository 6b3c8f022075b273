/*
 * What was typed during the talk, whatever it is, is kept for the one who typed it, until it is decided: POST to the decision's own address
 * with submit "draft".  With a field "quietly", which a script sends, the answer is
 * /triage/:id/saved - <saved at seen href/>: when it was kept, and its mark.
 */
#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "triage/pages.h"
#include "triage/talk.h"
#include "xml/node.h"

static void
put_field(void *form, const char *const *columns, size_t count)
{
	(void)count;
	form_set(form, columns[0], columns[1]);
}

bool
draft_restore(struct request *rq, xmlNode *screening, xmlNode *form)
{
	if (rq->as_of != NULL || rows_add_one(rq->db, screening, "draft",
	    "SELECT MAX(saved_at) AS 'saved-at' FROM triage_draft WHERE screening_id = ? AND uid = ? HAVING MAX(saved_at) IS NOT NULL",
	    ARGS(INT(rq->subject), TEXT(rq->user->uid))) == NULL)
		return false;
	if (form != NULL)
		rows_each(rq->db, "SELECT field, value FROM triage_draft WHERE screening_id = ? AND uid = ?",
		    ARGS(INT(rq->subject), TEXT(rq->user->uid)), put_field, form);
	return true;
}

const char *
draft_mark(struct request *rq)
{
	return rows_text(rq->db, rq, "SELECT MD5(GROUP_CONCAT(field, '=', COALESCE(value, '') ORDER BY field SEPARATOR ';'))"
	    " FROM triage_draft WHERE screening_id = ? AND uid = ?", ARGS(INT(rq->subject), TEXT(rq->user->uid)));
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
			o->lost |= is->value == NULL || strncmp(is->value, columns[VALUE], strlen(columns[VALUE])) != 0;
	}
}

bool
draft_overtaken(struct request *rq)
{
	const char *seen = field_text(rq, "draft-seen"), *now = draft_mark(rq);
	struct overtaken o = { rq, false };

	if (now == NULL || (seen != NULL && strcmp(seen, now) == 0))
		return false;
	rows_each(rq->db, "SELECT field, value FROM triage_draft WHERE screening_id = ? AND uid = ?",
	    ARGS(INT(rq->subject), TEXT(rq->user->uid)), compare_field, &o);
	if (o.lost)
		fail_request(rq, FAIL_STALE, "draft-elsewhere");
	return o.lost;
}

void
draft_drop(struct request *rq)
{
	exec(rq->db, "DELETE FROM triage_draft WHERE screening_id = ? AND uid = ?", ARGS(INT(rq->subject), TEXT(rq->user->uid)));
}

/* All but what is the page's own.  What was emptied is kept as empty: nothing is put there anew. */
static void
draft_keep(struct request *rq)
{
	enum { WIDTH = 4 };
	struct value *rows = talloc_array(rq, struct value, (unsigned)rq->form->count * WIDTH), *row = rows;
	const struct form_value *is;

	for (is = rq->form->values; is < rq->form->values + rq->form->count; is++) {
		long limit = is->field->max > 0 ? is->field->max : FIELD_LINE_MAX;

		if (is->field->type == FIELD_HIDDEN)
			continue;
		if (is->value != NULL && (long)text_characters(is->value) > limit)
			field_error(rq, is->field->name, "too-long");
		*row++ = INT(rq->subject);
		*row++ = TEXT(rq->user->uid);
		*row++ = TEXT(is->field->name);
		*row++ = TEXT(is->value);
	}
	exec_rows(rq->db, "INSERT INTO triage_draft (screening_id, uid, field, value) VALUES (?, ?, ?, ?)"
	    " ON DUPLICATE KEY UPDATE value = VALUES(value), saved_at = NOW()", rows, WIDTH, (size_t)(row - rows) / WIDTH);
}

/* Typed on a page from before the decision, it would be a draft of nothing; the lock tells it from one that comes meanwhile. */
void
draft_post(struct request *rq)
{
	if (rows_int(rq->db, 0, "SELECT 1 FROM screening WHERE id = ? AND state IN ('submitted', 'assessed') FOR UPDATE",
	    ARGS(INT(rq->subject))) != 1) {
		fail_request(rq, FAIL_MISSING, "not-submitted");
		return;
	}
	if (form_revision(rq) != last_assessment(rq)) {
		fail_request(rq, FAIL_STALE, "assessed-already");
		return;
	}
	if (draft_overtaken(rq))
		return;
	draft_keep(rq);
	if (pairs_find(&rq->body, "quietly") != NULL)
		see_other(rq, NULL, "/triage/%lld/saved", rq->subject);
	else
		see_other(rq, "draft-kept", form_revision(rq) == 0 ? "/triage/%lld" : "/triage/%lld/again", rq->subject);
}

static void
saved_get(struct request *rq, xmlNode *content)
{
	xmlNode *saved = rows_add_one(rq->db, content, "saved", "SELECT MAX(saved_at) AS at FROM triage_draft WHERE screening_id = ? AND uid = ?",
	    ARGS(INT(rq->subject), TEXT(rq->user->uid)));

	node_set(saved, "seen", draft_mark(rq));
	node_set(saved, "href", request_href(rq, "/triage/%lld", rq->subject));
}

const struct route triage_saved = {
	.path = "/triage/:id/saved", .page = "draft", .menu = "triage", .subject = &subject_screening, .may = MAY_ASSESS, .get = saved_get,
};
