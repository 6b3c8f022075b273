/* benefit.h - what people live on.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_BENEFIT_H
#define SAMSPIL_DOMAIN_BENEFIT_H

#include <libxml/tree.h>

#include "web/request.h"

/* The benefit types that a period may begin with today, as choices of a field (a field's source). */
void benefit_choices(struct request *rq, xmlNode *field);

/*
 * What is to be asked of who says that somebody was absent first on a day, for a benefit (code, NULL: none is known) that began on another (ISO dates): an error's
 * key; NULL: nothing.  absence-before-rules: no rule was in force then, so no deadline comes of it; absence-long-before: more than BOUNDS_ABSENCE_YEARS before.
 * A failure is the request's.
 */
const char *benefit_absence_asked(struct request *rq, const char *benefit, const char *starts, const char *absence);

#endif
