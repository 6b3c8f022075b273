/* proposal.h - the version of the plan that is being made: by the conference, and later on.  plan/ */
#ifndef SAMSPIL_PLAN_PROPOSAL_H
#define SAMSPIL_PLAN_PROPOSAL_H

#include <stdbool.h>

#include "base/date.h"
#include "domain/catalogue.h"
#include "web/request.h"

/*
 * The version of the plan of the request's course, which is locked, that new interventions go into: the newest that is not agreed on, or a new one,
 * begun here with the words of the one before, or the course's goal.  The plan in force stays so.  0 after a failure.
 */
long long plan_draft(struct request *rq);

/*
 * What is proposed in that version became other: where it is still being made, whatever the citizen said to it, and the leader, was said to something
 * else.  It is a draft again, and its pages that are open are out of date.  The course is locked.
 */
void plan_ask_anew(struct request *rq, long long plan);

/* Nothing is planned for a citizen who died: "citizen-died". */
bool plan_for_living(struct request *rq);

/*
 * The dates that are suggested for what the catalogue offers: from the first working day after its waiting time, as long as usual (open: it does not
 * say), measured first after four weeks, or at its end.  Source: our own assumption.
 */
struct proposed_dates { struct date starts, ends, measured; bool open; };
void proposal_dates(struct request *rq, const struct catalogue_entry *entry, struct proposed_dates *out);

#endif
