/* benefits.h - what the citizen of a course has lived on.  plan/: may use domain/ and what is below it. */
#ifndef SAMSPIL_PLAN_BENEFITS_H
#define SAMSPIL_PLAN_BENEFITS_H

#include <libxml/tree.h>

#include "web/request.h"

/* <benefits> with a <benefit-period> for each, the latest first, appended to the request's course. */
xmlNode *benefits_add(struct request *rq, xmlNode *course);

#endif
