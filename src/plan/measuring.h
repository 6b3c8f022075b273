/* measuring.h - what the pages of one intervention's goals and measurements share.  For samspil-plan alone. */
#ifndef SAMSPIL_PLAN_MEASURING_H
#define SAMSPIL_PLAN_MEASURING_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/request.h"

/*
 * The head of such a page, for the request's subject:
 *	<measured id title goal state course course-state provider provider-name goals [ends-on] [round due-on given next-on next-from] interval-weeks [mine]
 *	    intervention goals-href measure-href progression> <citizen id name [died-on]/> </measured>
 * goals: how many go on.  given: the provider has measured all of them this time.  mine: the user is its provider.  NULL after a failure.
 */
xmlNode *measured_add(struct request *rq, xmlNode *content);

/*
 * Is it the user's, and can it be measured (started), a citizen who lives be asked (likewise), or goals be chosen with him (also before)?
 * In an open course, now.
 */
bool measured_runs(struct request *rq, const xmlNode *measured);
bool measured_asks(struct request *rq, const xmlNode *measured);
bool measured_goals_writable(struct request *rq, const xmlNode *measured);

/*
 * Before a change: lock the course of the request's subject and ask the same of what stands there now.  Its number; 0 where not, and the request knows why:
 * not its provider (denied), not in such a state ("intervention-state"), the course is closed.
 */
long long measured_lock(struct request *rq, bool before_start);

/* The same for what takes a citizen who lives; else "citizen-died-measuring". */
long long measured_lock_alive(struct request *rq, bool before_start);

#endif
