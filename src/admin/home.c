/* /admin - what the user may do here.   <admin> <task name href/>* </admin> */
#include "admin/pages.h"
#include "domain/permission.h"
#include "web/request.h"
#include "xml/node.h"

static const struct { const char *name, *href; unsigned long long any_of; } tasks[] = {
	{ "departments", "/admin/departments", MAY_SEE_ADMIN },
	{ "access-log",  "/admin/access-log",  MAY_SEE_ACCESS_LOG },
	{ "action-plans", "/admin/action-plans", MAY_WRITE_CATALOGUE | MAY_WRITE_RULES | MAY_WRITE_ACCOUNT },
	{ "questionnaires", "/admin/questionnaires", MAY_WRITE_QUESTIONNAIRE },
	{ "questions",   "/admin/questions",   MAY_WRITE_CATALOGUE | MAY_WRITE_RULES },
	{ "rules",       "/admin/rules",       MAY_WRITE_RULES },
	{ "account",     "/admin/account",     MAY_WRITE_ACCOUNT },
	{ "hours",       "/admin/hours",       MAY_WRITE_ACCOUNT },
	{ "extracts",    "/report/extracts",   MAY_WRITE_RULES },
	{ "imports",     "/admin/imports",     MAY_WRITE_RULES | MAY_WRITE_ACCOUNT },
	{ "look",        "/admin/look",        MAY_EDIT_LOOK | MAY_RUN_LOOKS },
	{ "stylesheets", "/admin/stylesheets", MAY_ACTIVATE_LOOK },
	{ "reference",   "/admin/reference",   MAY_SEE_ADMIN },
};

static void
home_get(struct request *rq, xmlNode *content)
{
	xmlNode *admin = node_add(content, "admin");
	size_t i, may = 0;

	for (i = 0; i < sizeof tasks / sizeof tasks[0]; i++) {
		xmlNode *task;

		if ((rq->user->may & tasks[i].any_of) == 0)
			continue;
		task = node_add(admin, "task");
		node_set(task, "name", tasks[i].name);
		node_set(task, "href", request_href(rq, "%s", tasks[i].href));
		may++;
	}
	if (may == 0)
		fail_request(rq, FAIL_DENIED, NULL);
}

const struct route admin_home = { .path = "/admin", .page = "admin", .menu = "admin", .get = home_get };
