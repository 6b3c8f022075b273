/* measuring_plan.h - when it is measured first, or next, and how often: agreed by provider and citizen.  For samspil-plan alone. */
#ifndef SAMSPIL_PLAN_MEASURING_PLAN_H
#define SAMSPIL_PLAN_MEASURING_PLAN_H

#include <libxml/tree.h>

#include "web/form.h"
#include "web/request.h"

extern const struct form measuring_plan_form;

/* Draw it with what is agreed: the first round that can still be agreed anew.  Its POST keeps it, and the caseworker is told. */
void measuring_plan_add(struct request *rq, xmlNode *measured);
void measuring_plan_post(struct request *rq);

#endif
