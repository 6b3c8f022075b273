/*
 * /messages?box= - the user's messages: those that he got (in), wrote (sent), or has not read (unread); the newest first.
 *	<box name unread> <list name="messages"> <letter id kind way sent-at read-at wants-receipt receipted-at sender sender-name receiver
 *	    receiver-name subject part course citizen-id citizen protected intervention href> <form open-message/>?
 *	    </letter>* </list> </box>
 * href leads to the message's own page, for who takes part in its course; the form opens one that is not read.
 */
#include <string.h>

#include "portal/messages.h"
#include "portal/pages.h"
#include "sql/rows.h"
#include "web/list.h"
#include "xml/node.h"

#define SORT(whose, direction) LETTERS(whose, " ORDER BY m.sent_at" direction ", m.id" direction, " LIMIT ? OFFSET ?")
#define IN     "m.to_uid = me.uid"
#define SENT   "m.from_uid = me.uid"
#define UNREAD "m.to_uid = me.uid AND m.read_at IS NULL"
#define COUNT(whose) \
	"SELECT COUNT(*) FROM " MESSAGE_ME " JOIN message m ON " whose
#define SORTS(whose) { { "-sent", SORT(whose, " DESC") }, { "sent", SORT(whose, "") }, { 0 } }

static const struct { const char *name, *count; struct list_sort sorts[3]; } boxes[] = {
	{ "in",     COUNT(IN),     SORTS(IN) },
	{ "sent",   COUNT(SENT),   SORTS(SENT) },
	{ "unread", COUNT(UNREAD), SORTS(UNREAD) },
};

static size_t
box_of(const char *name)
{
	size_t i;

	for (i = 1; i < sizeof boxes / sizeof boxes[0]; i++)
		if (name != NULL && strcmp(boxes[i].name, name) == 0)
			return i;
	return 0;
}

static void
complete(struct request *rq, xmlNode *letter)
{
	const char *id = node_get(letter, "id");

	if (node_get(letter, "read-at") == NULL && strcmp(node_get(letter, "way"), "in") == 0)
		form_add(rq, letter, &message_open_form, "/messages/%s/open", id);
	else if (node_get(letter, "part") != NULL)
		node_set(letter, "href", request_href(rq, "/messages/%s", id));
}

static void
box_get(struct request *rq, xmlNode *content)
{
	size_t i = box_of(query_text(rq, "box"));
	xmlNode *box = node_add(content, "box"), *list, *letter;

	node_set(box, "name", boxes[i].name);
	node_set_int(box, "unread", rows_int(rq->db, 0, "SELECT COUNT(*) FROM message WHERE to_uid = ? AND read_at IS NULL",
	    ARGS(TEXT(rq->user->uid))));
	list = list_add(rq, box, "messages", "letter", boxes[i].sorts, boxes[i].count, ARGS(MESSAGE_ME_OF(rq)));
	for (letter = node_child(list, "letter"); letter != NULL; letter = node_next(letter, "letter"))
		complete(rq, letter);
}

const struct route portal_messages = { .path = "/messages", .page = "messages", .menu = "home", .get = box_get };
