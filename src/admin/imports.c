/*
 * /admin/imports - which files of other systems were taken in, the newest first.
 *	<imports> <list name="imports"> <import id at kind file total added changed same unknown by mark/>* </list> </imports>
 * Whose rows they were stands nowhere here.
 */
#include "admin/pages.h"
#include "domain/permission.h"
#include "web/list.h"
#include "web/request.h"
#include "xml/node.h"

static const struct list_sort sorts[] = {
	{ "-at", "SELECT id, at, kind, file, total, added, changed, same, total - added - changed - same AS unknown, by_whom AS 'by',"
	    " LEFT(sha256, 12) AS mark FROM import_run ORDER BY id DESC LIMIT ? OFFSET ?" },
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
