/* progress_goal.h - what an intervention is measured by.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_PROGRESS_GOAL_H
#define SAMSPIL_DOMAIN_PROGRESS_GOAL_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "web/request.h"

enum { PROGRESS_GOALS_MAX = 10, PROGRESS_WEIGHT_MAX = 3 };

/* How a goal is measured: keys of labels.  Source of direction: KL, Fælles faglige begreber. */
extern const char *const progress_directions[];		/* develop, maintain, limit-loss */
extern const char *const progress_measures[];		/* nrs, psfs, gas */

struct goal_choice { long long question; const char *direction, *measure; long long target, weight; };	/* target -1: none; weight 1 is usual */

/*
 * The goals of an intervention, those that have ended last:
 *	<progress-goal id text category anchor-0 anchor-10 better="higher|lower" direction measure [target] weight chosen-on [own] [ended-on] [ended-reason]/>*
 * id is the question's.
 */
void progress_goals_add(struct request *rq, xmlNode *parent, long long intervention);

/* How many of them go on? */
long long progress_goals_count(struct request *rq, long long intervention);

/*
 * It is measured by this, too, from today on; by one that had ended again.  Of a locked course.  False after a failure: "goals-too-many".  Where it is measured
 * by that already, nothing.
 */
bool progress_goal_begin(struct request *rq, long long course, long long intervention, const struct goal_choice *goal);

/* One that goes on is measured otherwise; its revision is compared first (409).  And it ends: what was measured of it stays. */
bool progress_goal_change(struct request *rq, long long intervention, const struct goal_choice *goal);
bool progress_goal_end(struct request *rq, long long intervention, long long question, const char *reason);

/* What the giver ("provider", "citizen") is asked in this round: the goals that go on and have no value of that giver in it. */
struct progress_asked { long long id; const char *text, *anchor_0, *anchor_10; };
size_t progress_asked(struct request *rq, long long intervention, const char *giver, int round, struct progress_asked **out);

#endif
