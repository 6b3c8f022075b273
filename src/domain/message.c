#include "domain/message.h"

#include <string.h>

#include "domain/citizen.h"
#include "domain/subject.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

/* A row of the outbox says that this person has something to look at; samspil-notify makes mails of them. */
static void
message_keep(struct db *db, long long course, long long intervention, const char *from, const char *to, const char *kind, const char *text,
    const char *path)
{
	if (exec(db, "INSERT INTO message (course_id, intervention_id, from_uid, to_uid, kind, text, path, changed_by)"
	    " SELECT ?, ?, ?, s.uid, ?, ?, ?, ? FROM staff s WHERE s.uid = ? AND s.active",
	    ARGS(course != 0 ? INT(course) : NOTHING, intervention != 0 ? INT(intervention) : NOTHING, TEXT(from), TEXT(kind), TEXT(text),
	    TEXT(path), TEXT(from != NULL ? from : MESSAGE_SAMSPIL), TEXT(to))) > 0)
		exec(db, "INSERT INTO outbox (uid) VALUES (?)", ARGS(TEXT(to)));
}

void
message_post(struct db *db, long long course, long long intervention, const char *from, const char *to, const char *kind, const char *text,
    const char *path)
{
	if (from == NULL || strcmp(from, to) != 0)
		message_keep(db, course, intervention, from, to, kind, text, path);
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

#define MINE_FROM \
	" FROM (SELECT ? AS uid, ? AS department, ? AS wide, CAST(? AS DATE) AS today) me" \
	" JOIN message m ON m.to_uid = me.uid LEFT JOIN course c ON c.id = m.course_id"
#define ME(rq) TEXT((rq)->user->uid), TEXT((rq)->user->department), INT(request_wide(rq)), TEXT(request_today(rq))
#define TAKES_PART \
	"(m.course_id IS NULL OR " SUBJECT_COURSE_GRADE " END IS NOT NULL OR EXISTS (SELECT 1 FROM intervention i WHERE i.course_id = c.id" \
	"  AND " SUBJECT_PROVIDES("i") "))"

static const char unread_sql[] =
    "SELECT u.id, u.kind, u.sent_at AS 'sent-at', u.sender, COALESCE(w.name, IF(u.sender = '" MESSAGE_SAMSPIL "', 'Samspil', u.sender))"
    "  AS 'sender-name', u.course,"
    "  z.id AS 'citizen-id', z.name AS citizen, " CPR_MASKED("p.cpr") " AS cpr, IF(p.kind = 'replacement', 'replacement', NULL) AS 'cpr-kind',"
    "  IF(z.protection_from <= u.today AND (z.protection_to IS NULL OR z.protection_to >= u.today), 'yes', NULL) AS protected,"
    "  IF(u.part = 1, u.text, NULL) AS text"
    " FROM (SELECT m.id, m.kind, m.sent_at, COALESCE(m.from_uid, m.changed_by) AS sender, m.course_id AS course, m.text, c.citizen_id, me.today, " TAKES_PART " AS part"
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
	rows_add(rq->db, messages, "message", unread_sql, ARGS(ME(rq), INT(most)));
	return messages;
}

const char *
message_open(struct request *rq, long long message)
{
	static const char day[] = "/plan/days/";
	const char *is[2], *me = rq->user->uid;

	if (!rows_one(rq->db, rq, is, 2, "SELECT m.path, " TAKES_PART MINE_FROM " WHERE m.id = ?",
	    ARGS(ME(rq), INT(message)))) {
		fail_request(rq, FAIL_DENIED, NULL);
		return NULL;
	}
	exec(rq->db, "UPDATE message SET read_at = CURRENT_TIMESTAMP, changed_by = ? WHERE id = ? AND read_at IS NULL",
	    ARGS(TEXT(me), INT(message)));
	return strcmp(is[1], "1") == 0 || strncmp(is[0], day, sizeof day - 1) == 0 ? is[0] : "/";
}
