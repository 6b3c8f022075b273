/*
 * /messages/:message - one message, for who wrote it and whom it is to: its text, what it answers and what answers it, its receipt.
 *	<letter ...as in messages_box.c [leads-to] [write]> <text/> <of id way sent-at sender-name subject href/>? <answer .../>*
 *	    <form open-message/>? <form message-receipt/>? <form message-answer/>? </letter>
 * /messages/:message/receipt - POST: the receiver says that he has understood it.
 */
#include <stdlib.h>
#include <string.h>

#include "portal/messages.h"
#include "portal/pages.h"
#include "sql/rows.h"
#include "xml/node.h"

static const struct field no_fields[] = { { 0 } };
static const char *const receipt_submits[] = { "receipt", NULL };
static const struct form receipt_form = { .name = "message-receipt", .fields = no_fields, .submits = receipt_submits };

enum { ANSWERS_MAX = 50 };

static const char one_sql[] = LETTERS("m.id = ?", "", " LIMIT 1");

/* Of a pair that answers one another both have the same two ends and the same course, so that who sees one may see the other. */
#define BESIDE(on) \
	"SELECT o.id, IF(o.to_uid = ?, 'in', 'out') AS way, o.sent_at AS 'sent-at', s.name AS 'sender-name', o.subject" \
	" FROM message m JOIN message o ON " on " JOIN staff s ON s.uid = o.from_uid WHERE m.id = ? ORDER BY o.id LIMIT ?"

static void
add_beside(struct request *rq, xmlNode *letter)
{
	struct value me = TEXT(rq->user->uid), id = INT(rq->subject), most = INT(ANSWERS_MAX);
	xmlNode *other;

	rows_add(rq->db, letter, "of", BESIDE("o.id = m.answers_id"), ARGS(me, id, most));
	rows_add(rq->db, letter, "answer", BESIDE("o.answers_id = m.id"), ARGS(me, id, most));
	for (other = letter->children; other != NULL; other = other->next)
		if (node_get(other, "id") != NULL)
			node_set(other, "href", request_href(rq, "/messages/%s", node_get(other, "id")));
}

static void
add_words(struct request *rq, xmlNode *letter)
{
	const char *is[2];

	if (!rows_one(rq->db, rq, is, 2, "SELECT text, path FROM message WHERE id = ?", ARGS(INT(rq->subject))))
		return;
	if (is[0] != NULL)
		node_add_text(letter, "text", is[0]);
	if (strcmp(node_get(letter, "kind"), MESSAGE_WRITTEN) != 0)
		node_set(letter, "leads-to", request_href(rq, "%s", is[1]));
}

static void
add_forms(struct request *rq, xmlNode *letter)
{
	bool in = strcmp(node_get(letter, "way"), "in") == 0, written = strcmp(node_get(letter, "kind"), MESSAGE_WRITTEN) == 0;

	if (in && node_get(letter, "read-at") == NULL)
		form_add(rq, letter, &message_open_form, "/messages/%lld/open", rq->subject);
	if (in && node_get(letter, "wants-receipt") != NULL && node_get(letter, "receipted-at") == NULL)
		form_add(rq, letter, &receipt_form, "/messages/%lld/receipt", rq->subject);
	if (written && node_get(letter, "course") != NULL)
		form_set(form_add(rq, letter, &message_answer_form, "/messages/%lld", rq->subject), "subject", node_get(letter, "subject"));
}

static void
one_get(struct request *rq, xmlNode *content)
{
	xmlNode *letter = rows_add_one(rq->db, content, "letter", one_sql, ARGS(MESSAGE_ME_OF(rq), INT(rq->subject)));

	if (letter == NULL)
		return;
	add_words(rq, letter);
	add_beside(rq, letter);
	add_forms(rq, letter);
}

static void
answer_post(struct request *rq)
{
	long long answer = message_answer(rq, rq->subject);

	if (answer != 0)
		see_other(rq, "message-sent", "/messages/%lld", answer);
}

const struct route portal_message = {
	.path = "/messages/:message", .page = "message", .subject = &subject_message, .menu = "home", .get = one_get, .post = answer_post,
	.form = &message_answer_form,
};

/* To give it twice is fine. */
static void
receipt_post(struct request *rq)
{
	message_receipt(rq, rq->subject);
	see_other(rq, "message-receipted", "/messages/%lld", rq->subject);
}

const struct route portal_message_receipt = {
	.path = "/messages/:message/receipt", .page = "message", .subject = &subject_message, .menu = "home", .get = one_get, .post = receipt_post,
	.form = &receipt_form,
};
