/* samspil-report: whether it works and whether it pays, in figures; its account changes no case. */
#include <stddef.h>
#include <stdio.h>

#include "domain/look.h"
#include "domain/navigation.h"
#include "domain/permission.h"
#include "domain/report/report.h"
#include "report/pages.h"
#include "web/serve.h"
#include "web/session.h"

enum { REPORTS_MAX = 20, PATH_MAX_LENGTH = 80 };

static const struct route *const own_routes[] = {
	&report_extracts, &report_reports,
};
enum { OWN_ROUTES = sizeof own_routes / sizeof own_routes[0] };

/* The same four of each report. */
static const struct { const struct route *route; const char *below; } each_report[] = {
	{ &report_page, "" }, { &report_people, "/list" }, { &report_again, "/again" }, { &report_cancel, "/cancel" },
};
enum { EACH = sizeof each_report / sizeof each_report[0] };

static const struct route **
make_routes(void)
{
	static const struct route *routes[OWN_ROUTES + REPORTS_MAX * EACH + 1];
	static struct route of_reports[REPORTS_MAX * EACH];
	static char paths[REPORTS_MAX * EACH][PATH_MAX_LENGTH];
	size_t r, i, count = 0, n = 0;

	for (i = 0; i < OWN_ROUTES; i++)
		routes[n++] = own_routes[i];
	for (r = 0; reports[r] != NULL && r < REPORTS_MAX; r++)
		for (i = 0; i < EACH; i++, count++) {
			snprintf(paths[count], PATH_MAX_LENGTH, "/report/%s%s", reports[r]->name, each_report[i].below);
			of_reports[count] = *each_report[i].route;
			of_reports[count].path = paths[count];
			routes[n++] = &of_reports[count];
		}
	return routes;
}

int
main(int argc, char **argv)
{
	const struct program program = {
		.name = "report", .routes = make_routes(), .looks = &look_source, .edits_look = MAY_EDIT_LOOK, .may = permission_of,
		.sees_department = MAY_SEE_DEPARTMENT, .identify = session_identify, .navigation = navigation_add, .sign_in = "/sign-in", .cookie_path = "/",
	};

	return serve_main(&program, argc, argv);
}
