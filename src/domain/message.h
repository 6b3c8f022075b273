/*
 * message.h - inside the house, to somebody who works here, mostly about a course.  domain/: may use base/, sql/, xml/, rule/, web/.
 */
#ifndef SAMSPIL_DOMAIN_MESSAGE_H
#define SAMSPIL_DOMAIN_MESSAGE_H

#include <libxml/tree.h>

#include "domain/subject.h"
#include "web/form.h"
#include "web/request.h"

enum { MESSAGES_SHOWN_MAX = 50 };
#define MESSAGE_SAMSPIL		"samspil"	/* changed_by of what no person wrote */
#define MESSAGE_WRITTEN		"written"	/* the kind of what a person wrote: subject and text */

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
 *	<messages unread> <message id kind sent-at sender sender-name subject course citizen-id citizen cpr cpr-kind protected> <text/>? </message>* </messages>
 * Citizen and text are there for who still has a part in the course.  Returns <messages>; NULL where nothing is unread.
 */
xmlNode *messages_add(struct request *rq, xmlNode *parent, long most);

/*
 * Mark one of the user's own as read; to do it again is fine.  Returns where it leads, owned by the request: "/" where he has no part in
 * the course any more (a day of analysis asks that itself).  FAIL_DENIED on the request, and NULL, for another's.
 */
const char *message_open(struct request *rq, long long message);

extern const struct subject subject_message;	/* message.id: who wrote it and whom it is to, as long as they take part */

/* The user gives the receipt that one of his own asks for, and has read it.  false: it asks for none, or has one. */
bool message_receipt(struct request *rq, long long message);

/* One to be kept as it is, with its row of the outbox.  Its id; 0 where the receiver has left, or after a failure. */
struct message {
	long long course, intervention, answers;	/* 0: none */
	const char *from, *to, *kind, *subject, *text, *path;
	bool wants_receipt;
};
long long message_keep(struct db *db, const struct message *m);

/*
 * A short form "write to ..." for the course that is the request's subject, or (intervention) for one intervention: its provider writes to the
 * caseworker, everybody else to the provider.  It posts to samspil-portal.  NULL where there is nobody to write to.
 */
xmlNode *message_form_add(struct request *rq, xmlNode *parent, long long course, long long intervention);

/* The tables of these forms: with and without a choice of whom to write to; and of an answer. */
extern const struct form message_course_form, message_intervention_form, message_answer_form;

/*
 * What one of these brought, sent to whom it says: about the course (intervention 0), the intervention, or in answer to a message.  Returns
 * the new one's id; 0 after a refusal: "receiver-left" where that one has left, or takes no part any more.
 */
long long message_write(struct request *rq, long long course, long long intervention);
long long message_answer(struct request *rq, long long message);

/*
 * SQL.  The user as a row me (with MESSAGE_ME_OF for its four '?'); his grade to message m of course c, as in subject.h: NULL where it is not
 * his, or he takes no part any more.  A provider takes part in what is about his own intervention, or about none.
 */
#define MESSAGE_ME "(SELECT ? AS uid, ? AS department, ? AS wide, CAST(? AS DATE) AS today) me"
#define MESSAGE_ME_OF(rq) TEXT((rq)->user->uid), TEXT((rq)->user->department), INT(request_wide(rq)), TEXT(request_today(rq))
#define MESSAGE_GRADE \
	"CASE WHEN me.uid NOT IN (m.to_uid, COALESCE(m.from_uid, '')) THEN NULL WHEN m.course_id IS NULL THEN 'own' ELSE (" SUBJECT_COURSE_GRADE \
	" WHEN EXISTS (SELECT 1 FROM intervention i WHERE i.course_id = c.id AND i.id = COALESCE(m.intervention_id, i.id) AND " \
	SUBJECT_PROVIDES("i") ") THEN 'provider' END) END"

/* SQL: the name of a sender whose row of staff is s_; Samspil's own. */
#define MESSAGE_NAME(s_, uid_) "COALESCE(" s_ ".name, IF(" uid_ " = '" MESSAGE_SAMSPIL "', 'Samspil', " uid_ "))"

#endif
