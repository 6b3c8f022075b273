/* provider.h - an intervention as the one who runs it sees and changes it: what its files share.  plan/: may use domain/ and what is below it. */
#ifndef SAMSPIL_PLAN_PROVIDER_H
#define SAMSPIL_PLAN_PROVIDER_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/form.h"
#include "web/request.h"

extern const struct form absence_form, absence_wrong_form;		/* provider_absence.c */
extern const struct form finish_form, propose_stop_form;		/* provider_end.c */

/* The page of the request's intervention (provider.c). */
void provider_get(struct request *rq, xmlNode *content);

/*
 * Before a change: is the user the intervention's provider, and its course locked?  Then the course; else 0, and the request fails (403, or 422
 * where the course is closed).  any: of a closed course, too.
 */
long long provider_lock(struct request *rq, bool any);

/* The days on which the citizen did not come, the latest first, and what can be done about it where the user may; says for whom <intervention> is. */
void absences_add(struct request *rq, xmlNode *intervention, bool mine);

/* What ends it: forms, and a proposal to stop that waits or was answered last. */
void ending_add(struct request *rq, xmlNode *intervention, bool mine);

#endif
