/* history.h - who did what, when: from the versions of the case's rows.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_HISTORY_H
#define SAMSPIL_DOMAIN_HISTORY_H

#include <libxml/tree.h>

#include "web/request.h"

/*
 * Append the course's events, the newest first:
 *	<list name="history"> <event at by by-name what id change object key state href/>* </list>
 * what names the thing (course, contact, background, note, focus-area, conference, plan, intervention, measurement, deadline),
 * change is created or changed, object its name where that is data, key where it is a label's key.  href is the page as it was
 * then.  No draft of others is in it, and no measured value.
 */
void history_add(struct request *rq, xmlNode *parent);

#endif
