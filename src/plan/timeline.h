/* timeline.h - the parallel interventions of a course, as rows on a line: on several pages.  plan/ */
#ifndef SAMSPIL_PLAN_TIMELINE_H
#define SAMSPIL_PLAN_TIMELINE_H

#include <stdbool.h>

#include "web/request.h"

/*
 * Append the course's interventions (living: only those that are planned or under way),
 *	<intervention id title provider provider-name goal focus-area state starts-on ends-on first-measurement-on started-on
 *	    state-reason plan-version waits href [x width planned-x planned-width y]/>
 * and, where there are any,
 *	<timeline height now> <month name year x/>* </timeline>
 * with places in per cent across and pixels down: done from x, planned from planned-x.
 */
void interventions_add(struct request *rq, xmlNode *course, bool living);

#endif
