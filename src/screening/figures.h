/* figures.h - what a survey's responses say together, and nothing about few of them.  For samspil-screening alone. */
#ifndef SAMSPIL_SCREENING_FIGURES_H
#define SAMSPIL_SCREENING_FIGURES_H

#include <libxml/tree.h>

#include "domain/questionnaire.h"
#include "web/request.h"

/* All that was sent: of each what was answered and what the rules found. */
struct responses { const struct questionnaire *q; struct response **list; size_t count; };

/*
 * Append a <score>, <dimension> and <question> for each of the questionnaire, with what rule/suppression.h lets be told: a row of <cell>s
 * whole, or the mean, or some cells; texts in an order of chance.  There must be SUPPRESSION_LEAST responses.
 */
void figures_add(struct request *rq, xmlNode *results, const struct responses *all);

#endif
