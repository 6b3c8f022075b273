/*
 * answers.h - questionnaires and answers between the database, forms and rules.  domain/: may use base/, sql/, xml/, rule/, web/.
 */
#ifndef SAMSPIL_DOMAIN_ANSWERS_H
#define SAMSPIL_DOMAIN_ANSWERS_H

#include <libxml/tree.h>

#include "domain/questionnaire.h"
#include "web/request.h"

/*
 * The questionnaire of a row.  Rows never change, so it is read once a process: borrowed for the request.  NULL after a failure,
 * which the request remembers (FAIL_MISSING when there is no such row).
 */
const struct questionnaire *questionnaire_load(struct request *rq, long long id);

/* The answers kept of a screening, one for each question; owned by the request. */
struct answer *answers_load(struct request *rq, const struct questionnaire *q, long long screening);

/* A copy of answers with what was sent in rq->form (as read by q->form) put over them; owned by the request. */
struct answer *answers_typed(struct request *rq, const struct questionnaire *q, const struct answer *answers);

/* Keep what differs from before, in one statement. */
void answers_keep(struct request *rq, const struct questionnaire *q, long long screening, const struct answer *before,
    const struct answer *now);

/*
 * Draw page number i of a questionnaire as <form name="questionnaire">: a field for each question that is asked, with its words,
 * its choices and the answer that stands.  action is a path of ours.
 */
xmlNode *answers_form_add(struct request *rq, xmlNode *parent, const struct questionnaire *q, size_t i,
    const struct response *response, const char *action);

/* What was answered in words, for an answer given ("3" of a scale, an option's text); NULL for none.  Borrowed. */
const char *answer_text(const struct answer *answer);

/* Close the screening with what the rules found, in two statements; false when it was not open any more. */
bool response_keep(struct request *rq, const struct questionnaire *q, long long screening, const struct response *response);

#endif
