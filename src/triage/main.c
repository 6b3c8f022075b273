/* samspil-triage: what the rules found in an answered questionnaire, and what a person decides. */
#include <stddef.h>

#include "domain/look.h"
#include "domain/navigation.h"
#include "domain/permission.h"
#include "triage/pages.h"
#include "web/serve.h"
#include "web/session.h"

static const struct route *const routes[] = {
	&triage_list,
	&triage_assessment,
	&triage_again,
	&triage_take,
	&triage_hand_over,
	&triage_let_go,
	&triage_saved,
	NULL
};

static const struct program program = {
	.name = "triage", .routes = routes, .looks = &look_source, .edits_look = MAY_EDIT_LOOK, .may = permission_of, .sees_department = MAY_SEE_DEPARTMENT,
	.sees_fictional = MAY_PREVIEW,
	.identify = session_identify, .navigation = navigation_add, .sign_in = "/sign-in", .cookie_path = "/",
};

int
main(int argc, char **argv)
{
	return serve_main(&program, argc, argv);
}
