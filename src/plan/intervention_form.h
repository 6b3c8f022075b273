/* intervention_form.h - an intervention as it is proposed, and changed while it is: on two pages.  plan/ */
#ifndef SAMSPIL_PLAN_INTERVENTION_FORM_H
#define SAMSPIL_PLAN_INTERVENTION_FORM_H

#include <stdbool.h>

#include "web/form.h"
#include "web/request.h"

extern const struct form intervention_form;

/*
 * What stands in a new one: of a version of the catalogue (0: none), or of an earlier intervention of the course that it comes after or instead of (0:
 * none).
 */
void intervention_form_begin(struct request *rq, xmlNode *form, long long version, long long earlier);

/* What stands in one that is changed, with its revision. */
void intervention_form_set(struct request *rq, xmlNode *form, long long intervention);

/*
 * Does what was sent make sense by itself, and, in a locked course, beside it and its plan?  false: the request fails with an error at each field.
 * plan: the version that it is part of.
 */
bool intervention_form_check(struct request *rq);
bool intervention_form_fits(struct request *rq, long long plan);

/* A day further ahead than five years is a slip: "too-far". */
void intervention_day_check(struct request *rq, const char *field);

/* Propose it in that version of the plan: its id; or change the one that is proposed.  The focus area is chosen by it. */
long long intervention_form_insert(struct request *rq, long long plan);
void intervention_form_update(struct request *rq, long long intervention);

#endif
