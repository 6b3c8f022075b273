/* citizen.h - the citizen in pages.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_CITIZEN_H
#define SAMSPIL_DOMAIN_CITIZEN_H

#include <libxml/tree.h>

#include "web/request.h"

/* SQL for a number of citizen_cpr as lists show it: CPR_MASKED("p.cpr") AS cpr. */
#define CPR_MASKED(column) "CONCAT(LEFT(" column ", 6), '-****')"

/*
 * In the citizen's own case: append <citizen id name cpr cpr-kind birth-date age [phone] language [interpreter="yes"]
 * [protected="yes" [protected-to]] [died-on] [fictional="yes"] [benefit] [href]/>;
 * href is the citizen's page, for who may see it.  The request fails with FAIL_MISSING when there is no such citizen.
 */
xmlNode *citizen_add(struct request *rq, xmlNode *parent, long long id);

/*
 * The way to a page about the citizen: <breadcrumbs>: the list of the page's menu (for who may open it), the citizen, and here (a label's name; NULL:
 * nothing more).
 */
void citizen_add_way(struct request *rq, xmlNode *content, const xmlNode *citizen, const char *here);

/* A field's check: words that stand in lists, or go to others, hold no personal number ("no-cpr"). */
const char *citizen_check_no_cpr(struct request *rq, const char **value);

#endif
