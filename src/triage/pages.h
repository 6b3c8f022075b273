/* pages.h - the pages of samspil-triage: a route or more from each file. */
#ifndef SAMSPIL_TRIAGE_PAGES_H
#define SAMSPIL_TRIAGE_PAGES_H

#include "web/route.h"

extern const struct route triage_list;
extern const struct route triage_assessment;
extern const struct route triage_again;
extern const struct route triage_take;
extern const struct route triage_hand_over;
extern const struct route triage_let_go;
extern const struct route triage_saved;

#endif
