/* survey.h - one survey on the pages about it.  For samspil-screening alone. */
#ifndef SAMSPIL_SCREENING_SURVEY_H
#define SAMSPIL_SCREENING_SURVEY_H

#include <libxml/tree.h>

#include "web/request.h"

/*
 * Append <survey id title kind state questionnaire ... [asked answered|few]/> for rq->subject, and the way to it (here: a label's name;
 * NULL: this is its own page).  Numbers are for those who put surveys, in the department whose it is.  NULL after a failure.
 */
xmlNode *survey_add(struct request *rq, xmlNode *content, const char *here);

/* May the user lead this survey: see its numbers and results, end it? */
bool survey_leads(const struct request *rq);

/* Fewer than five who answered are told as few="yes". */
void survey_hide_few(xmlNode *survey);

/* <tabs>: the questionnaires of citizens, and surveys. */
void survey_tabs_add(struct request *rq, xmlNode *content, const char *current);

#endif
