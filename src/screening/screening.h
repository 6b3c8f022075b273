/* screening.h - the page of one screening, which its forms come back to.  For samspil-screening alone. */
#ifndef SAMSPIL_SCREENING_SCREENING_H
#define SAMSPIL_SCREENING_SCREENING_H

#include <libxml/tree.h>

#include "web/request.h"

/* Draw /screening/:id; after a refusal with what was typed. */
void screening_get(struct request *rq, xmlNode *content);

#endif
