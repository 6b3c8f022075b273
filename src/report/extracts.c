/*
 * /report/extracts - what samspil-export has handed out to evaluators: when, what for and to whom, the newest first.
 *	<list name="extracts"> <extract/>* </list>
 *
 * For whoever reads reports, and for operators, who make them.
 */
#include "domain/permission.h"
#include "report/pages.h"
#include "web/list.h"
#include "web/request.h"

static void
extracts_get(struct request *rq, xmlNode *content)
{
	static const struct list_sort sorts[] = {
		{ "-at", "SELECT id, at, purpose, receiver, legal_basis AS 'legal-basis', from_on AS 'from', to_on AS 'to', again, persons, total AS 'rows', hidden,"
		    " by_whom AS 'by', key_mark AS 'key-mark' FROM evaluation_extract ORDER BY id DESC LIMIT ? OFFSET ?" },
		{ 0 },
	};

	if ((rq->user->may & (MAY_READ_REPORTS | MAY_WRITE_RULES)) == 0) {
		fail_request(rq, FAIL_DENIED, NULL);
		return;
	}
	list_add(rq, content, "extracts", "extract", sorts, "SELECT COUNT(*) FROM evaluation_extract", NO_ARGS);
}

const struct route report_extracts = { .path = "/report/extracts", .page = "extracts", .menu = "reports", .get = extracts_get };
