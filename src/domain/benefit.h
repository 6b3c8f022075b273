/* benefit.h - what people live on.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_BENEFIT_H
#define SAMSPIL_DOMAIN_BENEFIT_H

#include <libxml/tree.h>

#include "web/request.h"

/* The benefit types that a period may begin with today, as choices of a field (a field's source). */
void benefit_choices(struct request *rq, xmlNode *field);

#endif
