/* navigation.h - the main menu, the same in every program.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_NAVIGATION_H
#define SAMSPIL_DOMAIN_NAVIGATION_H

#include <libxml/tree.h>

#include "web/request.h"

/* The items of <navigation> that the user may see: <item name href [current="yes"]/>. */
void navigation_add(struct request *rq, xmlNode *navigation);

#endif
