/* past.h - the forms that lead to the case's past, drawn where one looks for it.  plan/: may use all of the house. */
#ifndef SAMSPIL_PLAN_PAST_H
#define SAMSPIL_PLAN_PAST_H

#include <libxml/tree.h>

#include "web/request.h"

/* What is other between two moments (difference.c), and the whole case as it was on a day (case.c); each returns its form. */
xmlNode *difference_form_add(struct request *rq, xmlNode *course);
xmlNode *case_form_add(struct request *rq, xmlNode *course);

#endif
