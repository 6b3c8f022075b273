/*
 * / - what waits for the user, and how many courses there are.
 *	<home greeting first-name today ...> <messages/>? <worklist/> <caseload/>? <form name="find"/>? </home>
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/date.h"
#include "domain/permission.h"
#include "portal/find.h"
#include "portal/pages.h"
#include "portal/worklist.h"
#include "web/form.h"
#include "web/request.h"
#include "xml/node.h"

/* The part of the day in Denmark, which is the process's time zone. */
static const char *
part_of_day(void)
{
	time_t now = time(NULL);
	struct tm local;

	localtime_r(&now, &local);
	return local.tm_hour < 5 ? "night" : local.tm_hour < 10 ? "morning" : local.tm_hour < 18 ? "day" : "evening";
}

/* Is it a kind of thing that can wait?  Anything else shows all. */
static const char *
wanted_kind(struct request *rq)
{
	static const char *const kinds[] = { "triage", "deadline", "note", "intervention", "measurement", "screening", "survey",
	    "stylesheet" };
	const char *wanted = query_text(rq, "kind");
	size_t i;

	for (i = 0; wanted != NULL && i < sizeof kinds / sizeof kinds[0]; i++)
		if (strcmp(wanted, kinds[i]) == 0)
			return kinds[i];
	return NULL;
}

/* The date, and its parts for those who write it in words. */
static void
today_add(xmlNode *home, const struct date *today)
{
	static const char *const weekdays[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

	node_set(home, "today", today->iso);
	node_set(home, "weekday", weekdays[date_days("2024-01-01", today->iso) % 7]);
	node_set_int(home, "day", atol(today->iso + 8));
	node_set_int(home, "month", atol(today->iso + 5));
	node_set_int(home, "year", atol(today->iso));
}

static void
home_get(struct request *rq, xmlNode *content)
{
	xmlNode *home = node_add(content, "home");
	struct date today;

	date_today(&today);
	node_set(home, "greeting", part_of_day());
	node_set(home, "first-name", request_format(rq, "%.*s", (int)strcspn(rq->user->name, " "), rq->user->name));
	today_add(home, &today);
	home_messages_add(rq, home);
	worklist_add(rq, home, wanted_kind(rq));
	if (request_may(rq, MAY_RUN_COURSE))
		caseload_add(rq, home);
	if (request_may(rq, MAY_REGISTER))
		form_add(rq, home, &find_form, "/citizens/find");
}

const struct route portal_home = { .path = "/", .page = "home", .menu = "home", .get = home_get };
