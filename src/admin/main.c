/* samspil-admin: departments, the access log. */
#include <stddef.h>

#include "admin/pages.h"
#include "domain/look.h"
#include "domain/navigation.h"
#include "domain/permission.h"
#include "web/serve.h"
#include "web/session.h"

static const struct route *const routes[] = {
	&admin_home,
	&admin_departments,
	&admin_access_log,
	NULL
};

static const struct program program = {
	.name = "admin", .routes = routes, .looks = &look_source, .may = permission_of, .sees_department = MAY_SEE_DEPARTMENT,
	.identify = session_identify, .navigation = navigation_add, .sign_in = "/sign-in", .cookie_path = "/",
};

int
main(int argc, char **argv)
{
	return serve_main(&program, argc, argv);
}
