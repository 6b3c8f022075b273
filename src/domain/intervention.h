/*
 * intervention.h - what happens to an intervention: the table of rule/intervention_state.h, asked of what is stored now.  domain/: may use base/,
 * sql/, xml/, rule/, web/.
 */
#ifndef SAMSPIL_DOMAIN_INTERVENTION_H
#define SAMSPIL_DOMAIN_INTERVENTION_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "rule/intervention_state.h"
#include "web/request.h"

/* What is said with an event; each NULL where nothing is.  on: the day when it started or ended; follow_up: continue, change, end or revisit. */
struct intervention_said { const char *reason, *on, *follow_up, *result; };

/*
 * Let event happen to an intervention of a course that is locked (course_lock; who may is the caller's to ask).  What the table asks for must be
 * stored already, in this transaction or before.  With it comes all that follows: a place in the catalogue is taken or given back and the next in
 * line told, provider or caseworker (whoever did not do it) get a message, open stop tasks and the citizen's codes end with it.
 *
 * ORDER where no place is free, or others waited longer, gives true: it stays proposed, and waits from now on (intervention_state_of says which).
 * The course does not move on by itself: course_take, or intervention_course_goes_on.
 *
 * false, and the request fails (422), where it cannot be: "intervention-state" where the event is none of its state, else
 * "intervention-lacks" with each <missing> on the page.  One that is no intervention of the course: FAIL_MISSING.
 */
bool intervention_take(struct request *rq, long long course, long long intervention, enum intervention_event event,
    const struct intervention_said *said);

/*
 * One comes in another's place: the later one, which is proposed in the plan in force, is ordered, and where the earlier one was not declined it
 * ends, withdrawn or stopped today with said->reason.  Its place in the catalogue goes over; nobody in line is passed by that.  As
 * intervention_take.
 */
bool intervention_replace(struct request *rq, long long course, long long earlier, long long later, const struct intervention_said *said);

/* Its state now, owned by the request; NULL where the course has no such intervention. */
const char *intervention_state_of(struct request *rq, long long course, long long intervention);

/*
 * The first day on which it can have begun: when it was ordered, or when the plan came into force that it was ordered by, whichever is earlier; never
 * before the course was opened.  ISO, owned by the request; NULL where there is no such intervention.
 */
const char *intervention_first_day(struct request *rq, long long intervention);

/*
 * What the event lacks now: <missing key href title/>* to parent (label missing.KEY; href: where to see to it); how many that is.  What is said with
 * the event is not asked for, nor a place: without one it waits.  parent NULL: they are only counted.
 */
size_t intervention_missing_add(struct request *rq, xmlNode *parent, long long course, long long intervention, enum intervention_event event);

/*
 * When a course closes: what is proposed, ordered or accepted is withdrawn, and its places go to the next in line.  What runs goes on to its end,
 * but neither the citizen is asked any more, nor a decision waited for.
 * Nobody of the course is told: who closes it tells everybody once.
 */
void intervention_end_all(struct request *rq, long long course, const char *reason);

/*
 * After an order: a course that is still planned, and whose newest plan is agreed on, is active from now on.  state: the course's, from
 * course_lock.
 */
void intervention_course_goes_on(struct request *rq, long long course, const char *state);

#endif
