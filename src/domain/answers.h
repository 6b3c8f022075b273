/*
 * answers.h - questionnaires and answers between the database, forms and rules.  domain/: may use base/, sql/, xml/, rule/, web/.
 */
#ifndef SAMSPIL_DOMAIN_ANSWERS_H
#define SAMSPIL_DOMAIN_ANSWERS_H

#include <libxml/tree.h>

#include "domain/questionnaire.h"
#include "web/request.h"

/*
 * The questionnaire of a row.  Rows never change, so it is read once a process and kept: borrowed for the request.  NULL after a failure,
 * which the request remembers (FAIL_MISSING when there is no such row).
 */
const struct questionnaire *questionnaire_load(struct request *rq, long long id);

/* Read it anew the next time: a draft is the one row that does change.  What questionnaire_load gave for it is gone. */
void questionnaire_forget(long long id);

/* Whose answers: a screening's, or a survey's response.  id 0: kept nowhere (a trial). */
enum answers_kind { ANSWERS_OF_SCREENING, ANSWERS_OF_RESPONSE };
struct answers_of { enum answers_kind kind; long long id; };

/* The answers that are kept, one for each question; owned by the request. */
struct answer *answers_load(struct request *rq, const struct questionnaire *q, struct answers_of of);

/*
 * The same for each response of a survey that was sent, one after the other: answers, owned by the request, go to each.  In the order of
 * their ids, which is one of chance.
 */
void answers_load_sent(struct request *rq, const struct questionnaire *q, long long survey,
    void (*each)(void *user, struct answer *answers), void *user);

/*
 * A copy of answers with what was sent in rq->form (as read by q->form or a page's form) put over them; owned by the request.  What
 * only the question can say (too many decimals, a date too late, an option that stands alone) becomes the field's error, and
 * the answer stays as it was.  Of an answer and "don't know" or "declined" beside it the one that is new holds; where both are,
 * the latter.
 */
struct answer *answers_typed(struct request *rq, const struct questionnaire *q, const struct answer *answers);

/* Keep what differs from before, in one statement. */
void answers_keep(struct request *rq, const struct questionnaire *q, struct answers_of of, const struct answer *before,
    const struct answer *now);

/*
 * Draw page number i of a questionnaire as <form name="questionnaire">: the fields of each question that is asked, with its words,
 * its choices and the answer that stands.  action is a path of ours.
 */
xmlNode *answers_form_add(struct request *rq, xmlNode *parent, const struct questionnaire *q, const struct words *words, size_t i,
    const struct response *response, const char *action);

/*
 * In a stale form: <theirs> in each field of a question whose answer there is another one than mine; on ID.missing for "don't know" and
 * "declined" of what has such a field.
 */
void answers_theirs_add(xmlNode *form, const struct questionnaire *q, const struct words *words, const struct answer *mine,
    const struct answer *theirs);

/*
 * What was answered in words, for an answer given: "3" of a scale, an option's text, "37,5 kg", "15-04-2026"; NULL for none.  words
 * NULL: the questionnaire's own.  Owned by owner (talloc), or borrowed.
 */
const char *answer_text(const void *owner, const struct question *question, const struct question_words *words,
    const struct answer *answer);

/* Close the screening with what the rules found; false when it was not open any more. */
bool response_keep(struct request *rq, const struct questionnaire *q, long long screening, const struct response *response);

/*
 * Keep what the rules of another version found in a screening's answers, beside its result.  questionnaire_id is the row of rules.
 * The rescoring's id, also when it was there already (then nothing is kept); 0 after a failure, which the request remembers.
 */
long long response_keep_again(struct request *rq, const struct questionnaire *rules, long long questionnaire_id, long long screening,
    const struct response *response);

#endif
