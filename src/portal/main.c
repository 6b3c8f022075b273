/* samspil-portal: sign-in, home, citizens, health, departments' CSS and logos. */
#include <stddef.h>

#include "domain/look.h"
#include "domain/navigation.h"
#include "domain/permission.h"
#include "portal/pages.h"
#include "web/serve.h"
#include "web/session.h"

static const struct route *const routes[] = {
	&portal_home,
	&portal_messages,
	&portal_message,
	&portal_message_open,
	&portal_message_receipt,
	&portal_message_course,
	&portal_message_intervention,
	&portal_sign_in,
	&portal_sign_out,
	&portal_citizens,
	&portal_citizens_find,
	&portal_citizen,
	&portal_citizen_details,
	&portal_citizen_screening,
	&portal_health,
	&portal_look_style,
	&portal_look_logo,
	NULL
};

static const struct program program = {
	.name = "portal", .routes = routes, .looks = &look_source, .edits_look = MAY_EDIT_LOOK, .may = permission_of, .sees_department = MAY_SEE_DEPARTMENT,
	.sees_fictional = MAY_PREVIEW,
	.identify = session_identify, .navigation = navigation_add, .sign_in = "/sign-in", .cookie_path = "/",
};

int
main(int argc, char **argv)
{
	return serve_main(&program, argc, argv);
}
