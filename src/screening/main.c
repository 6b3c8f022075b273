/* samspil-screening: follow the questionnaires that were issued; a code for each, shown once. */
#include <stddef.h>

#include "domain/look.h"
#include "domain/navigation.h"
#include "domain/permission.h"
#include "screening/pages.h"
#include "web/serve.h"
#include "web/session.h"

static const struct route *const routes[] = {
	&screening_list,
	&screening_page,
	&screening_begin,
	&screening_begin_paper,
	&screening_compare,
	&screening_fill,
	&screening_paper,
	&screening_page_code,
	&screening_page_rescore,
	&screening_page_revoke,
	&screening_survey,
	&screening_survey_answer,
	&screening_survey_code,
	&screening_survey_end,
	&screening_survey_results,
	&screening_survey_summary,
	&screening_surveys,
	NULL
};

static const struct program program = {
	.name = "screening", .routes = routes, .looks = &look_source, .edits_look = MAY_EDIT_LOOK, .may = permission_of, .sees_department = MAY_SEE_DEPARTMENT,
	.sees_fictional = MAY_PREVIEW,
	.identify = session_identify, .navigation = navigation_add, .sign_in = "/sign-in", .cookie_path = "/",
};

int
main(int argc, char **argv)
{
	return serve_main(&program, argc, argv);
}
