/*
 * message.h - inside the house, to somebody who works here, mostly about a course.  domain/: may use base/, sql/, xml/, rule/, web/.
 */
#ifndef SAMSPIL_DOMAIN_MESSAGE_H
#define SAMSPIL_DOMAIN_MESSAGE_H

#include <libxml/tree.h>

#include "web/request.h"

enum { MESSAGES_SHOWN_MAX = 50 };

#define MESSAGE_SAMSPIL	"samspil"	/* changed_by of what no person wrote */

/*
 * From the user, within the request's transaction.  kind is a label, message.KIND ("course-handed-over"); text is what was written
 * besides (NULL: nothing); path is where it leads, without the base path.  Nothing is sent to the user himself, nor to one who has left.
 * What is sent waits for samspil-notify, too, whose mail says only that something waits.
 */
void message_send(struct request *rq, long long course, const char *to, const char *kind, const char *text, const char *path);

/* The same about one intervention of the course, whose provider may be at either end: he sees no more of the course. */
void message_send_about(struct request *rq, long long course, long long intervention, const char *to, const char *kind, const char *text,
    const char *path);

/*
 * Without a request, for tools and for citizens' pages: from NULL is Samspil itself.  course 0: about none; intervention 0: about none in
 * particular.  Nothing is sent from one to himself.
 */
void message_post(struct db *db, long long course, long long intervention, const char *from, const char *to, const char *kind,
    const char *text, const char *path);

/*
 * The user's unread ones, the newest first, at most so many (MESSAGES_SHOWN_MAX):
 *	<messages unread> <message id kind sent-at sender sender-name course citizen-id citizen cpr cpr-kind protected> <text/>? </message>* </messages>
 * Citizen and text are there for who still has a part in the course.  Returns <messages>; NULL where nothing is unread.
 */
xmlNode *messages_add(struct request *rq, xmlNode *parent, long most);

/*
 * Mark one of the user's own as read; to do it again is fine.  Returns where it leads, owned by the request: "/" where he has no part in
 * the course any more (a day of analysis asks that itself).  FAIL_DENIED on the request, and NULL, for another's.
 */
const char *message_open(struct request *rq, long long message);

#endif
