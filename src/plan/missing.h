/* missing.h - whose notes are waited for: on several pages.  plan/ */
#ifndef SAMSPIL_PLAN_MISSING_H
#define SAMSPIL_PLAN_MISSING_H

#include "web/request.h"

/* Append <missing-note profession/> for each profession of the course's frame that has signed no note, and for which nobody wrote why, until the conference has been held. */
void missing_notes_add(struct request *rq, xmlNode *course);

#endif
