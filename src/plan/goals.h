/* goals.h - how a goal is measured, in forms.  For samspil-plan alone. */
#ifndef SAMSPIL_PLAN_GOALS_H
#define SAMSPIL_PLAN_GOALS_H

#include <libxml/tree.h>

#include "domain/citizen.h"
#include "domain/progress_goal.h"
#include "domain/progress_question.h"
#include "web/form.h"

/* Fields of a question in words, and of how it is measured; what a form's table holds of both. */
#define GOAL_WORDS_FIELDS \
	{ .name = "question",  .type = FIELD_LINE, .required = REQUIRED, .max = PROGRESS_TEXT_MAX, .check = citizen_check_no_cpr }, \
	{ .name = "anchor-0",  .type = FIELD_LINE, .required = REQUIRED, .max = PROGRESS_ANCHOR_MAX, .check = citizen_check_no_cpr }, \
	{ .name = "anchor-10", .type = FIELD_LINE, .required = REQUIRED, .max = PROGRESS_ANCHOR_MAX, .check = citizen_check_no_cpr }, \
	{ .name = "better",    .type = FIELD_CHOICE, .required = REQUIRED, .choices = goal_better }
#define GOAL_MEASURE_FIELDS \
	{ .name = "direction", .type = FIELD_CHOICE, .required = REQUIRED, .choices = progress_directions }, \
	{ .name = "measure",   .type = FIELD_CHOICE, .required = REQUIRED, .choices = progress_measures }, \
	{ .name = "target",    .type = FIELD_INTEGER, .max = 10 }, \
	{ .name = "weight",    .type = FIELD_INTEGER, .min = 1, .max = PROGRESS_WEIGHT_MAX }

extern const char *const goal_better[];

/* What the form that came says of them. */
struct progress_words goal_words(const struct request *rq, const char *category);
struct goal_choice goal_measured(const struct request *rq, long long question);

/* Is the intervention measured by the same words already, but for this question (0: none)?  Then field "question" says so. */
bool goal_known(struct request *rq, const char *words, long long but);

/* Do 0 and 10 mean something else?  Where they do not, field "anchor-10" says so. */
bool goal_ends_differ(struct request *rq, const struct progress_words *words);

#endif
