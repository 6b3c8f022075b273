/* worklist_receipt.c - messages whose sender waits for the user's receipt, in the worklist. */
#include "domain/message.h"
#include "portal/worklist.h"
#include "sql/day.h"
#include "sql/rows.h"

#define RECEIPT_SOON_DAYS "3"	/* source: our own assumption */

/* What one no longer takes part in cannot be read, and waits for nobody. */
static const char receipt_sql[] =
    "SELECT 'message' AS kind, 'receipt' AS what, m.subject AS title, s.name AS who, z.id AS 'citizen-id', z.name AS citizen,"
    "  IF(z.protection_from <= me.today AND (z.protection_to IS NULL OR z.protection_to >= me.today), 'yes', NULL) AS protected,"
    "  " DANISH_DAY("m.sent_at") " AS since, DATEDIFF(me.today, " DANISH_DAY("m.sent_at") ") AS 'days-waited',"
    "  IF(m.sent_at < me.today - INTERVAL " RECEIPT_SOON_DAYS " DAY, 'today', 'soon') AS urgency, CONCAT('/messages/', m.id) AS href"
    " FROM " MESSAGE_ME " JOIN message m ON m.to_uid = me.uid AND m.wants_receipt AND m.receipted_at IS NULL JOIN staff s ON s.uid = m.from_uid"
    " JOIN course c ON c.id = m.course_id JOIN citizen z ON z.id = c.citizen_id WHERE " MESSAGE_GRADE " IS NOT NULL ORDER BY m.sent_at, m.id LIMIT 50";

size_t
worklist_add_receipts(struct request *rq, xmlNode *worklist)
{
	return rows_add(rq->db, worklist, "item", receipt_sql, ARGS(MESSAGE_ME_OF(rq)));
}
