/* intervention_step.h - what one press does to an intervention: on several pages.  plan/ */
#ifndef SAMSPIL_PLAN_INTERVENTION_STEP_H
#define SAMSPIL_PLAN_INTERVENTION_STEP_H

#include "web/form.h"
#include "web/request.h"

/*
 * The presses that its state has room for, as forms in a row of timeline.h: an order (of what is agreed, and has a place or a turn for one), and for
 * what was taken out of the catalogue its current version, or none.
 */
void intervention_steps_add(struct request *rq, xmlNode *intervention);

/* What they do, for the routes /plan/:id/interventions/:intervention/order, current and own. */
extern const struct form intervention_order_form, intervention_current_form, intervention_own_form;
void intervention_order_post(struct request *rq);
void intervention_current_post(struct request *rq);
void intervention_own_post(struct request *rq);

/* After an order: the page of interventions, which says whether it was ordered or waits for a place. */
void intervention_ordered(struct request *rq, long long intervention);

#endif
