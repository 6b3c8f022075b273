/* samspil-admin: departments, the access log, what departments offer, action plans, rules that are data, questionnaires, departments' looks and the studio for them. */
#include <stddef.h>

#include "admin/pages.h"
#include "domain/look.h"
#include "domain/navigation.h"
#include "domain/permission.h"
#include "web/request.h"
#include "web/serve.h"
#include "web/session.h"

static const struct route *const routes[] = {
	&admin_home,
	&admin_departments,
	&admin_access_log,
	&admin_account,
	&admin_account_end,
	&admin_account_line,
	&admin_account_remove,
	&admin_action_plan,
	&admin_action_plan_criterion,
	&admin_action_plan_criterion_judge,
	&admin_action_plan_criterion_new,
	&admin_action_plan_criterion_remove,
	&admin_action_plan_edit,
	&admin_action_plan_entries,
	&admin_action_plan_entry,
	&admin_action_plan_new,
	&admin_action_plan_remove,
	&admin_action_plans,
	&admin_catalogue,
	&admin_catalogue_discard,
	&admin_catalogue_edit,
	&admin_catalogue_entry,
	&admin_catalogue_new,
	&admin_catalogue_provider_remove,
	&admin_catalogue_providers,
	&admin_catalogue_publish,
	&admin_catalogue_retire,
	&admin_hours,
	&admin_imports,
	&admin_look,
	&admin_look_columns,
	&admin_look_columns_restore,
	&admin_look_labels,
	&admin_look_labels_restore,
	&admin_look_logo,
	&admin_questionnaires,
	&admin_questionnaire,
	&admin_questionnaire_copy,
	&admin_questionnaire_discard,
	&admin_questionnaire_edit,
	&admin_questionnaire_file,
	&admin_questionnaire_new,
	&admin_questionnaire_publish,
	&admin_questionnaire_retire,
	&admin_questionnaire_try,
	&admin_questionnaire_try_summary,
	&admin_questions,
	&admin_question_new,
	&admin_question,
	&admin_question_refuse,
	&admin_question_retire,
	&admin_reference,
	&admin_rule,
	&admin_rule_end,
	&admin_rule_new,
	&admin_rule_withdraw,
	&admin_rules,
	&admin_stylesheets,
	&admin_stylesheet,
	&admin_stylesheet_activate,
	&admin_stylesheet_ask,
	&admin_stylesheet_beside,
	&admin_stylesheet_difference,
	&admin_stylesheet_discard,
	&admin_stylesheet_facts,
	&admin_stylesheet_file,
	&admin_stylesheet_preview,
	&admin_stylesheet_roll_back,
	&admin_stylesheet_sample,
	NULL
};

/* A trial is in the language that is tried. */
static enum fail
identify(struct request *rq)
{
	if (rq->route == &admin_questionnaire_try || rq->route == &admin_questionnaire_try_summary)
		request_speak(rq, query_text(rq, "language"));
	return session_identify(rq);
}

static const struct program program = {
	.name = "admin", .routes = routes, .looks = &look_source, .edits_look = MAY_EDIT_LOOK, .may = permission_of, .sees_department = MAY_SEE_DEPARTMENT,
	.identify = identify, .navigation = navigation_add, .sign_in = "/sign-in", .cookie_path = "/",
};

int
main(int argc, char **argv)
{
	return serve_main(&program, argc, argv);
}
