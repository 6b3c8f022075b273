/* proposal.h - the version of the plan that is being made: by the conference, and later on.  plan/ */
#ifndef SAMSPIL_PLAN_PROPOSAL_H
#define SAMSPIL_PLAN_PROPOSAL_H

#include "web/request.h"

/*
 * The version of the plan of the request's course, which is locked, that new interventions go into: the newest that is not agreed on, or a new one,
 * begun here with the words of the one before, or the course's goal.  The plan in force stays so.  0 after a failure.
 */
long long plan_draft(struct request *rq);

#endif
