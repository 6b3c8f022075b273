/* inbox.h - the interventions that one is asked to run: on two pages.  plan/ */
#ifndef SAMSPIL_PLAN_INBOX_H
#define SAMSPIL_PLAN_INBOX_H

#include "web/request.h"

/* Append <shows/> and <list name="interventions"> (inbox.c). */
void inbox_add(struct request *rq, xmlNode *content);

#endif
