/* samspil-plan - the course: analysis, conference, plan, interventions, progression. */
#include "domain/look.h"
#include "domain/navigation.h"
#include "domain/permission.h"
#include "plan/pages.h"
#include "web/serve.h"
#include "web/session.h"

static const struct route *const routes[] = {
	&plan_courses,
	&plan_filters,
	&plan_filter_remove,
	&plan_inbox,
	&plan_intervention,
	&plan_intervention_accept,
	&plan_intervention_start,
	&plan_intervention_decline,
	&plan_overview,
	&plan_new,
	&plan_status,
	&plan_status_pause,
	&plan_status_resume,
	&plan_status_close,
	&plan_status_reopen,
	&plan_status_screen,
	&plan_status_assess,
	&plan_status_analyse,
	&plan_status_close_low,
	&plan_status_waive,
	&plan_documents,
	&plan_control,
	&plan_control_end,
	&plan_contact_outside,
	&plan_contacts,
	&plan_contact_end,
	&plan_background,
	&plan_background_referral,
	&plan_background_work,
	&plan_background_education,
	&plan_background_social,
	&plan_background_health,
	&plan_background_functioning,
	&plan_background_lifestyle,
	&plan_background_earlier,
	&plan_notes,
	&plan_notes_saved,
	&plan_addendum,
	&plan_addendum_saved,
	&plan_focus_areas,
	&plan_focus_area,
	&plan_focus_area_state,
	&plan_focus_area_move,
	&plan_icf,
	&plan_icf_favourite,
	&plan_conference,
	&plan_plan,
	&plan_approve,
	&plan_interventions,
	&plan_intervention_end,
	&plan_progression,
	&plan_citizen_code,
	&plan_history,
	&plan_difference,
	&plan_case,
	NULL
};

static const struct program program = {
	.name = "plan",
	.routes = routes,
	.looks = &look_source,
	.edits_look = MAY_EDIT_LOOK,
	.may = permission_of,
	.sees_department = MAY_SEE_DEPARTMENT,
	.sees_fictional = MAY_PREVIEW,
	.identify = session_identify,
	.navigation = navigation_add,
	.sign_in = "/sign-in",
	.cookie_path = "/",
};

int
main(int argc, char **argv)
{
	return serve_main(&program, argc, argv);
}
