#include "domain/navigation.h"

#include <string.h>

#include "domain/permission.h"
#include "web/link.h"
#include "xml/node.h"

static const struct { const char *name, *href; unsigned long long any_of; } items[] = {
	{ "home",      "/",          ~0ULL },
	{ "citizens",  "/citizens",  MAY_REGISTER },
	{ "screening", "/screening", MAY_REGISTER },
	{ "triage",    "/triage",    MAY_ASSESS },
	{ "courses",   "/plan",      MAY_SEE_CASES | MAY_PROVIDE },
	{ "days",      "/plan/days", MAY_JOIN_DAYS },
	{ "catalogue", "/admin/catalogue", ~0ULL },
	{ "reports",   "/report",    MAY_READ_REPORTS },
	{ "admin",     "/admin",     MAY_SEE_ADMIN | MAY_SEE_ACCESS_LOG | MAY_WRITE_QUESTIONNAIRE | MAY_WRITE_ACCOUNT },
};

void
navigation_add(struct request *rq, xmlNode *navigation)
{
	size_t i;

	for (i = 0; i < sizeof items / sizeof items[0]; i++) {
		xmlNode *item;

		if (rq->user == NULL || (items[i].any_of != ~0ULL && (rq->user->may & items[i].any_of) == 0))
			continue;
		item = link_add(rq, navigation, items[i].name, "%s", items[i].href);
		if (rq->route != NULL && rq->route->menu != NULL && strcmp(rq->route->menu, items[i].name) == 0)
			node_set(item, "current", "yes");
	}
}
