/* pages.h - the pages of samspil-triage: a route or more from each file. */
#ifndef SAMSPIL_TRIAGE_PAGES_H
#define SAMSPIL_TRIAGE_PAGES_H

#include "web/route.h"

extern const struct route triage_list;
extern const struct route triage_assessment;

#endif
