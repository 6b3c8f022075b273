/* pages.h - the pages of samspil-answer: a route or more from each file. */
#ifndef SAMSPIL_ANSWER_PAGES_H
#define SAMSPIL_ANSWER_PAGES_H

#include "web/route.h"

extern const struct route answer_code;
extern const struct route answer_information;
extern const struct route answer_questionnaire;
extern const struct route answer_page;
extern const struct route answer_summary;
extern const struct route answer_measurement;
extern const struct route answer_language;
extern const struct route answer_still;
extern const struct route answer_closed;
extern const struct route answer_done;
extern const struct route answer_paused;

#endif
