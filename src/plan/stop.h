/* stop.h - what does not work, on the page of measurements: tasks and their three ways.  plan/ */
#ifndef SAMSPIL_PLAN_STOP_H
#define SAMSPIL_PLAN_STOP_H

#include <libxml/tree.h>

#include "web/request.h"

/*
 * Append what waits for a decision on the intervention, what was decided before, and the form to those who decide:
 *	<stop-task id cause figure raised-on [question text]> <seen by>4, 4, 4</seen>* </stop-task>*
 *	<stop-decision cause figure raised-on answer answered-on [answered-by text]> <reason/>? </stop-decision>*
 *	<adjust plan interventions goals/>?     where to go on after the decision to adjust: for two weeks
 *	<form stop/>?
 */
void stop_add(struct request *rq, xmlNode *course, const xmlNode *intervention);

/* The page on which a refused decision is shown again (progression.c). */
void progression_get(struct request *rq, xmlNode *content);

#endif
