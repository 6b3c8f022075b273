/* pages.h - the pages of samspil-screening: a route or more from each file. */
#ifndef SAMSPIL_SCREENING_PAGES_H
#define SAMSPIL_SCREENING_PAGES_H

#include "web/route.h"

extern const struct route screening_list;
extern const struct route screening_page;
extern const struct route screening_begin;
extern const struct route screening_begin_paper;
extern const struct route screening_compare;
extern const struct route screening_fill;
extern const struct route screening_paper;
extern const struct route screening_page_code;
extern const struct route screening_page_rescore;
extern const struct route screening_page_revoke;
extern const struct route screening_survey;
extern const struct route screening_survey_answer;
extern const struct route screening_survey_code;
extern const struct route screening_survey_end;
extern const struct route screening_survey_results;
extern const struct route screening_survey_summary;
extern const struct route screening_surveys;

#endif
