/*
 * /messages/:message/open - POST: open one of one's messages, which is read then, and go where it leads.  The home page and the inbox show
 * those that are not.
 */
#include "domain/message.h"
#include "portal/pages.h"
#include "portal/messages.h"
#include "portal/worklist.h"
#include "web/form.h"
#include "xml/node.h"

static const struct field no_fields[] = { { 0 } };
static const char *const open_submits[] = { "open", NULL };
const struct form message_open_form = { .name = "open-message", .fields = no_fields, .submits = open_submits };

enum { MESSAGES_AT_FIRST = 5 };

void
home_messages_add(struct request *rq, xmlNode *home)
{
	bool all = query_text(rq, "messages") != NULL;
	xmlNode *messages = messages_add(rq, home, all ? MESSAGES_SHOWN_MAX : MESSAGES_AT_FIRST), *message;

	for (message = node_child(messages, "message"); message != NULL; message = node_next(message, "message"))
		form_add(rq, message, &message_open_form, "/messages/%s/open", node_get(message, "id"));
}

/* Where he has no part in the course any more it leads nowhere, which is said. */
static void
open_post(struct request *rq)
{
	const char *path = message_open(rq, rq->ids[0]);

	if (path != NULL)
		see_other(rq, path[0] == '/' && path[1] == '\0' ? "message-read" : NULL, "%s", path);
}

const struct route portal_message_open = { .path = "/messages/:message/open", .page = "messages", .menu = "home", .post = open_post, .form = &message_open_form };
