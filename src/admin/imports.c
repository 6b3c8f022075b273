/*
 * /admin/imports - which files of other systems were taken in, the newest first.
 *	<imports> <list name="imports"> <import id at kind file total [added changed same unknown] by mark [out]/>* </list> </imports>
 * and which rows were written out again (out): of those nothing was added, changed or the same.
 * Whose rows they were stands nowhere here.
 */
#include "admin/pages.h"
#include "domain/permission.h"
#include "web/list.h"
#include "web/request.h"
#include "xml/node.h"

static const struct list_sort sorts[] = {
	{ "-at", "SELECT id, at, kind, file, total, IF(direction = 'in', added, NULL) AS added, IF(direction = 'in', changed, NULL) AS changed,"
	    " IF(direction = 'in', same, NULL) AS same, IF(direction = 'in', total - added - changed - same, NULL) AS unknown, by_whom AS 'by',"
	    " LEFT(sha256, 12) AS mark, IF(direction = 'out', 'yes', NULL) AS 'out' FROM import_run ORDER BY id DESC LIMIT ? OFFSET ?" },
	{ 0 }
};

static void
imports_get(struct request *rq, xmlNode *content)
{
	if ((rq->user->may & (MAY_WRITE_RULES | MAY_WRITE_ACCOUNT)) == 0) {
		fail_request(rq, FAIL_DENIED, NULL);
		return;
	}
	list_add(rq, node_add(content, "imports"), "imports", "import", sorts, "SELECT COUNT(*) FROM import_run", NO_ARGS);
}

const struct route admin_imports = { .path = "/admin/imports", .page = "imports", .menu = "admin", .get = imports_get };
