/* look.h - what the pages of a department's settings share: whose they are, and the frame around them. */
#ifndef SAMSPIL_ADMIN_LOOK_H
#define SAMSPIL_ADMIN_LOOK_H

#include <libxml/tree.h>

#include "web/request.h"

/*
 * Whose look is worked on: one's own department's; for those who run all looks the one that ?department= names.  NULL: the request has
 * failed, since it is another's, or there is none.
 */
const char *look_department(struct request *rq);

/*
 * Tabs, and <look department name tab [changed-by] [changed-at]> with the departments to choose from: <department id name href [current]/>*.
 * NULL as look_department.
 */
xmlNode *look_begin(struct request *rq, xmlNode *content, const char *tab);

/* What an address of these pages ends with: "&department=it" where that is not one's own, else ""; first: with "?" instead. */
const char *look_query(struct request *rq, bool first);

#endif
