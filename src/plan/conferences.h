/* conferences.h - the conferences of a day.  plan/ */
#ifndef SAMSPIL_PLAN_CONFERENCES_H
#define SAMSPIL_PLAN_CONFERENCES_H

#include <libxml/tree.h>

#include "web/request.h"

/*
 * Append those of a Danish day that the user may see, in their order:
 *	<meeting id course state planned-at [place] citizen-id name [interpreter] [protected] [died-on] [notes-signed notes-wanted] href/>*
 * How many.
 */
size_t conferences_of(struct request *rq, xmlNode *parent, const char *day);

#endif
