/*
 * /admin/stylesheets/:id/difference?with=ID - what this version has other than another of the same view.
 *	<stylesheet id number state ...> <difference from to> ... </difference> <version .../>* </stylesheet>
 */
#include <string.h>

#include "admin/pages.h"
#include "admin/studio.h"
#include "domain/permission.h"
#include "xml/node.h"

static void
difference_get(struct request *rq, xmlNode *content)
{
	struct stylesheet_version version, other;
	long long with = query_int(rq, "with", 0, 0, 1LL << 60);
	xmlNode *node;

	if (!studio_find(rq, &version))
		return;
	if (with == 0 || !stylesheet_find(rq->db, rq, with, &other) || strcmp(version.department, other.department) != 0 ||
	    strcmp(version.program, other.program) != 0) {
		fail_request(rq, FAIL_MISSING, "no-such-stylesheet");
		return;
	}
	node = studio_add(rq, content, &version);
	if (node == NULL)
		return;
	stylesheet_difference(node, &other, &version);
	studio_add_versions(rq, node, &version);
}

const struct route admin_stylesheet_difference = {
	.path = "/admin/stylesheets/:id/difference", .page = "stylesheet-difference", .menu = "admin", .shipped_look = true,
	.may = MAY_ACTIVATE_LOOK,
	.get = difference_get,
};
