/* /admin/stylesheets/:id/file - the text as a file, for those who keep theirs elsewhere as well. */
#include <string.h>

#include "admin/pages.h"
#include "admin/studio.h"
#include "domain/permission.h"

static void
file_get(struct request *rq, xmlNode *content)
{
	struct stylesheet_version version;
	const char *text;

	(void)content;
	if (!studio_find(rq, &version))
		return;
	text = request_format(rq, "%s\n", version.sheet);
	respond_file(rq, "text/xml; charset=utf-8", request_format(rq, "%s.xsl", version.program), text, strlen(text));
}

const struct route admin_stylesheet_file = {
	.path = "/admin/stylesheets/:id/file", .page = "stylesheet", .menu = "admin", .shipped_look = true,
	.may = MAY_ACTIVATE_LOOK, .get = file_get,
};
