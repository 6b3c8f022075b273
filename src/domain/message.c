#include "domain/message.h"

#include <string.h>

#include "domain/citizen.h"
#include "domain/subject.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

#define INT_OR_NOTHING(n) ((n) != 0 ? INT(n) : NOTHING)
#define COLUMNS_OF_ONE "course_id, intervention_id, from_uid, kind, subject, text, path, answers_id, wants_receipt, changed_by"

/* A row of the outbox says that this person has something to look at; samspil-notify makes mails of them. */
long long
message_keep(struct db *db, const struct message *m)
{
	long long id = exec_insert(db, "INSERT INTO message (to_uid, " COLUMNS_OF_ONE ") SELECT s.uid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM staff s"
	    " WHERE s.uid = ? AND s.active", ARGS(INT_OR_NOTHING(m->course), INT_OR_NOTHING(m->intervention), TEXT(m->from), TEXT(m->kind),
	    TEXT(m->subject), TEXT(m->text), TEXT(m->path), INT_OR_NOTHING(m->answers), INT(m->wants_receipt),
	    TEXT(m->from != NULL ? m->from : MESSAGE_SAMSPIL), TEXT(m->to)));

	if (id != 0)
		exec(db, "INSERT INTO outbox (uid) VALUES (?)", ARGS(TEXT(m->to)));
	return id;
}

void
message_post(struct db *db, long long course, long long intervention, const char *from, const char *to, const char *kind, const char *text,
    const char *path)
{
	struct message m = { .course = course, .intervention = intervention, .from = from, .to = to, .kind = kind, .text = text, .path = path };

	if (from == NULL || strcmp(from, to) != 0)
		message_keep(db, &m);
}

void
message_send_about(struct request *rq, long long course, long long intervention, const char *to, const char *kind, const char *text,
    const char *path)
{
	message_post(rq->db, course, intervention, rq->user->uid, to, kind, text, path);
}

void
message_send(struct request *rq, long long course, const char *to, const char *kind, const char *text, const char *path)
{
	message_post(rq->db, course, 0, rq->user->uid, to, kind, text, path);
}

#define MINE_FROM " FROM " MESSAGE_ME " JOIN message m ON m.to_uid = me.uid LEFT JOIN course c ON c.id = m.course_id"
#define TAKES_PART "COALESCE(" MESSAGE_GRADE ", '') <> ''"

static const char unread_sql[] =
    "SELECT u.id, u.kind, u.sent_at AS 'sent-at', u.sender, " MESSAGE_NAME("w", "u.sender") " AS 'sender-name', u.course,"
    "  z.id AS 'citizen-id', z.name AS citizen, " CPR_MASKED("p.cpr") " AS cpr, IF(p.kind = 'replacement', 'replacement', NULL) AS 'cpr-kind',"
    "  IF(z.protection_from <= u.today AND (z.protection_to IS NULL OR z.protection_to >= u.today), 'yes', NULL) AS protected,"
    "  IF(u.part = 1, u.subject, NULL) AS subject, IF(u.part = 1, u.text, NULL) AS text"
    " FROM (SELECT m.id, m.kind, m.sent_at, COALESCE(m.from_uid, m.changed_by) AS sender, m.course_id AS course, m.subject, m.text,"
    "   c.citizen_id, me.today, " TAKES_PART " AS part"
    MINE_FROM " WHERE m.read_at IS NULL ORDER BY m.sent_at DESC, m.id DESC LIMIT ?) u"
    " LEFT JOIN staff w ON w.uid = u.sender LEFT JOIN citizen z ON z.id = u.citizen_id AND u.part = 1"
    " LEFT JOIN citizen_cpr p ON p.citizen_id = z.id ORDER BY u.sent_at DESC, u.id DESC";

xmlNode *
messages_add(struct request *rq, xmlNode *parent, long most)
{
	const char *me = rq->user->uid;
	long long unread = rows_int(rq->db, 0, "SELECT COUNT(*) FROM message WHERE to_uid = ? AND read_at IS NULL", ARGS(TEXT(me)));
	xmlNode *messages;

	if (unread == 0)
		return NULL;
	messages = node_add(parent, "messages");
	node_set_int(messages, "unread", unread);
	rows_add(rq->db, messages, "message", unread_sql, ARGS(MESSAGE_ME_OF(rq), INT(most)));
	return messages;
}

const struct subject subject_message = { "message",
	"SELECT c.citizen_id, " MESSAGE_GRADE " FROM " MESSAGE_ME " JOIN message m ON m.id = ? LEFT JOIN course c ON c.id = m.course_id" };

/* What a person wrote is read on its own page; a day of analysis asks itself who takes part. */
static const char *
leads_to(struct request *rq, long long message, bool part, const char *kind, const char *path)
{
	static const char day[] = "/plan/days/";

	if (!part)
		return strncmp(path, day, sizeof day - 1) == 0 ? path : "/";
	return strcmp(kind, MESSAGE_WRITTEN) == 0 ? request_format(rq, "/messages/%lld", message) : path;
}

const char *
message_open(struct request *rq, long long message)
{
	const char *is[3], *me = rq->user->uid;

	if (!rows_one(rq->db, rq, is, 3, "SELECT m.kind, m.path, " TAKES_PART MINE_FROM " WHERE m.id = ?",
	    ARGS(MESSAGE_ME_OF(rq), INT(message)))) {
		fail_request(rq, FAIL_DENIED, NULL);
		return NULL;
	}
	exec(rq->db, "UPDATE message SET read_at = CURRENT_TIMESTAMP, changed_by = ? WHERE id = ? AND read_at IS NULL",
	    ARGS(TEXT(me), INT(message)));
	return leads_to(rq, message, is[2][0] == '1', is[0], is[1]);
}

bool
message_receipt(struct request *rq, long long message)
{
	return exec(rq->db, "UPDATE message SET receipted_at = CURRENT_TIMESTAMP, read_at = COALESCE(read_at, CURRENT_TIMESTAMP), changed_by = ?"
	    " WHERE id = ? AND to_uid = ? AND wants_receipt AND receipted_at IS NULL",
	    ARGS(TEXT(rq->user->uid), INT(message), TEXT(rq->user->uid))) > 0;
}
