/* pages.h - the pages of samspil-admin: a route or more from each file. */
#ifndef SAMSPIL_ADMIN_PAGES_H
#define SAMSPIL_ADMIN_PAGES_H

#include "web/route.h"

extern const struct route admin_home;
extern const struct route admin_departments;
extern const struct route admin_access_log;
extern const struct route admin_account;
extern const struct route admin_account_end;
extern const struct route admin_account_line;
extern const struct route admin_account_remove;
extern const struct route admin_action_plan;
extern const struct route admin_action_plan_criterion;
extern const struct route admin_action_plan_criterion_judge;
extern const struct route admin_action_plan_criterion_new;
extern const struct route admin_action_plan_criterion_remove;
extern const struct route admin_action_plan_edit;
extern const struct route admin_action_plan_entries;
extern const struct route admin_action_plan_entry;
extern const struct route admin_action_plan_new;
extern const struct route admin_action_plan_remove;
extern const struct route admin_action_plans;
extern const struct route admin_catalogue;
extern const struct route admin_catalogue_discard;
extern const struct route admin_catalogue_edit;
extern const struct route admin_catalogue_entry;
extern const struct route admin_catalogue_new;
extern const struct route admin_catalogue_provider_remove;
extern const struct route admin_catalogue_providers;
extern const struct route admin_catalogue_publish;
extern const struct route admin_catalogue_retire;
extern const struct route admin_hours;
extern const struct route admin_imports;
extern const struct route admin_look;
extern const struct route admin_look_columns;
extern const struct route admin_look_columns_restore;
extern const struct route admin_look_labels;
extern const struct route admin_look_labels_restore;
extern const struct route admin_look_logo;
extern const struct route admin_question;
extern const struct route admin_question_new;
extern const struct route admin_question_refuse;
extern const struct route admin_question_retire;
extern const struct route admin_questionnaire;
extern const struct route admin_questionnaire_copy;
extern const struct route admin_questionnaire_discard;
extern const struct route admin_questionnaire_edit;
extern const struct route admin_questionnaire_file;
extern const struct route admin_questionnaire_new;
extern const struct route admin_questionnaire_publish;
extern const struct route admin_questionnaire_retire;
extern const struct route admin_questionnaire_try;
extern const struct route admin_questionnaire_try_summary;
extern const struct route admin_questionnaires;
extern const struct route admin_questions;
extern const struct route admin_reference;
extern const struct route admin_rule;
extern const struct route admin_rule_end;
extern const struct route admin_rule_new;
extern const struct route admin_rule_withdraw;
extern const struct route admin_rules;
extern const struct route admin_stylesheets;
extern const struct route admin_stylesheet;
extern const struct route admin_stylesheet_activate;
extern const struct route admin_stylesheet_ask;
extern const struct route admin_stylesheet_beside;
extern const struct route admin_stylesheet_difference;
extern const struct route admin_stylesheet_discard;
extern const struct route admin_stylesheet_facts;
extern const struct route admin_stylesheet_file;
extern const struct route admin_stylesheet_preview;
extern const struct route admin_stylesheet_roll_back;
extern const struct route admin_stylesheet_sample;

#endif
