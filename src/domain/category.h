/*
 * category.h - whom the law puts a citizen together with, what can be decided for them, and which frames fit.  domain/: may use
 * base/, sql/, xml/, rule/, web/.
 *
 * Target groups, categories and frames are rows with dates: a change of law is a new row, and no name of one stands in code.
 */
#ifndef SAMSPIL_DOMAIN_CATEGORY_H
#define SAMSPIL_DOMAIN_CATEGORY_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/request.h"

struct category { const char *code, *title, *risk, *group; };	/* risk: low, moderate, high; group: the target group's code */

/*
 * Append the citizen's target group today, the first by ordinal of those that fit benefit and age, with what can be decided for it
 * today:
 *	<target-group code title age key [benefit] [by-benefit="yes"] [law]> <category code title risk/>* </target-group>
 * benefit is what the citizen lives on today (absent: nothing that we know of), by-benefit: the group is for that one only.  key
 * changes when the group does, or what can be decided for it.  NULL when no group fits, or after a failure.
 */
xmlNode *category_group_add(struct request *rq, xmlNode *parent, long long citizen);

/* The key of that group, owned by the request; NULL when no group fits. */
const char *category_key(struct request *rq, long long citizen);

/* A category of that group, of today; false when there is none of that code.  Owned by the request. */
bool category_find(struct request *rq, long long citizen, const char *code, struct category *out);

/* What can be decided for the request's citizen today, as choices of a field (a field's source). */
void category_choices(struct request *rq, xmlNode *field);

/*
 * The frames that fit the request's citizen today (target group, benefit, age, date), of all departments, those of the citizen's own
 * first; "Name (Department)" where it is another one's.  A field's source.
 */
void category_frame_choices(struct request *rq, xmlNode *field);

/* The departments of these frames, as choices (a field's source). */
void category_department_choices(struct request *rq, xmlNode *field);

/* Who may have the citizen in triage, and run the course: caseworkers and leaders of the citizen's department, as choices ... */
void category_colleague_choices(struct request *rq, xmlNode *field);

/* ... and those of the departments of these frames as well. */
void category_caseworker_choices(struct request *rq, xmlNode *field);

#endif
