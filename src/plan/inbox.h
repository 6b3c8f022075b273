/* inbox.h - the interventions that one is asked to run: on two pages.  plan/ */
#ifndef SAMSPIL_PLAN_INBOX_H
#define SAMSPIL_PLAN_INBOX_H

#include "web/request.h"

/* Append <list name="interventions"> <intervention id href state title citizen-id citizen-name starts-on waits/>* </list>. */
void inbox_add(struct request *rq, xmlNode *content);

#endif
