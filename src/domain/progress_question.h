/*
 * progress_question.h - what can be asked from 0 to 10: the bank, and what provider and citizen word themselves.  domain/: may use base/, sql/, xml/,
 * rule/, web/.
 */
#ifndef SAMSPIL_DOMAIN_PROGRESS_QUESTION_H
#define SAMSPIL_DOMAIN_PROGRESS_QUESTION_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/request.h"

enum { PROGRESS_TEXT_MAX = 300, PROGRESS_ANCHOR_MAX = 120 };

/* A question in words, borrowed. */
struct progress_words { const char *category, *text, *anchor_0, *anchor_10; bool higher_is_better; };

/*
 * A field's source: what the bank has today for the user's department and that of the course, without what the intervention (the request's subject) is measured by
 * already; at most FORM_CHOICES_MAX.  The page's ?q= (words) and ?category= narrow it.
 */
void progress_question_choices(struct request *rq, xmlNode *field);

/* A field's source: the categories that the bank has. */
void progress_question_categories(struct request *rq, xmlNode *field);

/* The bank's words, or those of a course's own question, owned by the request.  False where there is no such question. */
bool progress_question_words(struct request *rq, long long question, struct progress_words *out);

/* A new question for one course alone.  Its id; 0 after a failure. */
long long progress_question_own(struct request *rq, long long course, const struct progress_words *words);

/* The same words are proposed to the bank of the user's department, without a word of the course; once, however often it is proposed. */
void progress_question_propose(struct request *rq, const struct progress_words *words);

#endif
