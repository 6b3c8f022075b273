/* result.h - what was answered in a screening, and what the rules found.  For samspil-screening alone. */
#ifndef SAMSPIL_SCREENING_RESULT_H
#define SAMSPIL_SCREENING_RESULT_H

#include <libxml/tree.h>

#include "web/form.h"
#include "web/request.h"

/*
 * Append to <screening> its findings, <rescoring id version computed-at computed-by> with the same </rescoring>*, and, when there is a newer
 * published version whose rules have not been applied, its number as newer-version with <form name="rescore"/>; compare-href, when the
 * citizen has answered before.
 */
void result_add(struct request *rq, xmlNode *screening);

extern const struct form rescore_form;

/* Apply the rules of the version that the form names to the answers, beside the first result. */
void rescore_post(struct request *rq);

#endif
