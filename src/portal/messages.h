/* messages.h - what the pages of messages share.  portal/: its own files alone. */
#ifndef SAMSPIL_PORTAL_MESSAGES_H
#define SAMSPIL_PORTAL_MESSAGES_H

#include "domain/citizen.h"
#include "domain/message.h"
#include "web/form.h"

/* The button that opens one. */
extern const struct form message_open_form;

/*
 * SQL: <letter>s, of the user's messages that fit whose (MESSAGE_ME_OF for the first four '?'), in that order, with LIMIT and the like.  What one is about
 * is there for who takes part.  Who sent an older one stands in its first version.
 */
#define LETTERS(whose, order, limit) \
	"SELECT m.id, m.kind, m.sent_at AS 'sent-at', m.read_at AS 'read-at', IF(m.wants_receipt, 'yes', NULL) AS 'wants-receipt'," \
	" m.receipted_at AS 'receipted-at', m.way, IF(m.part, 'yes', NULL) AS part, m.to_uid AS receiver, r.name AS 'receiver-name'," \
	" m.sender, " MESSAGE_NAME("w", "m.sender") " AS 'sender-name', IF(m.part, m.subject, NULL) AS subject, IF(m.part, m.course_id, NULL) AS course," \
	" z.id AS 'citizen-id', z.name AS citizen," \
	" IF(z.protection_from <= m.today AND (z.protection_to IS NULL OR z.protection_to >= m.today), 'yes', NULL) AS protected," \
	" v.title AS intervention" \
	" FROM (SELECT m.*, me.today, IF(m.to_uid = me.uid, 'in', 'out') AS way, " MESSAGE_GRADE " IS NOT NULL AS part, c.citizen_id," \
	"   COALESCE(m.from_uid, (SELECT h.changed_by FROM message FOR SYSTEM_TIME ALL h WHERE h.id = m.id ORDER BY h.ROW_START LIMIT 1)) AS sender" \
	"  FROM " MESSAGE_ME " JOIN message m ON " whose " LEFT JOIN course c ON c.id = m.course_id" order limit ") m" \
	" JOIN staff r ON r.uid = m.to_uid LEFT JOIN staff w ON w.uid = m.sender LEFT JOIN citizen z ON z.id = m.citizen_id AND m.part" \
	" LEFT JOIN intervention v ON v.id = m.intervention_id AND m.part" order

#endif
