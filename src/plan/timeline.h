/* timeline.h - the parallel interventions of a course, as rows on a line: on several pages.  plan/ */
#ifndef SAMSPIL_PLAN_TIMELINE_H
#define SAMSPIL_PLAN_TIMELINE_H

#include <stdbool.h>

#include "web/request.h"

/*
 * Append the course's interventions (living: only those that are planned or under way),
 *	<intervention id title provider provider-name goal focus-area state starts-on ends-on first-measurement-on started-on ended-on
 *	    state-reason follow-up plan-version kind track offer hours-week place price price-per revision agreed provider-left replaced in-line
 *	    free waits-since gone late waits href change-href again-href [x width planned-x planned-width y]> <facts/>? <result/>? </intervention>
 * and, where there are any,
 *	<timeline height now> <month name year x/>* </timeline>
 * with places in per cent across and pixels down: done from x, planned from planned-x.
 */
void interventions_add(struct request *rq, xmlNode *course, bool living);

/* One of them, without a place on the line; NULL where the course has no such intervention. */
xmlNode *interventions_add_one(struct request *rq, xmlNode *course, long long intervention);

#endif
