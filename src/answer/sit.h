/* sit.h - a visitor's sitting at the questionnaire of the code.  For samspil-answer alone. */
#ifndef SAMSPIL_ANSWER_SIT_H
#define SAMSPIL_ANSWER_SIT_H

#include "answer/visitor.h"
#include "domain/sitting.h"
#include "web/request.h"

/* sitting_begin for the visitor, in the page's language; false: the request failed. */
bool sit(struct request *rq, struct sitting *out);

/* The same, but who has sent it already is led to the end; false then, too. */
bool sit_down(struct request *rq, struct sitting *out);

/* Where the visitor is, from 0; the questionnaire's page_count is its summary. */
size_t sit_page(struct request *rq, const struct sitting *s);

/* The visitor is at that page from now on.  False (FAIL_STALE) when the screening is not open any more: it was sent from another window. */
bool sit_turn_to(struct request *rq, const struct sitting *s, size_t page);

/* 303 to a page, or to the summary; from_summary: it will lead back there. */
void sit_lead_to(struct request *rq, const struct sitting *s, size_t page, bool from_summary);

/* What a visit can do: a group's cannot be left and found again, since nobody could say whose it was. */
void sit_offer(xmlNode *form, const struct sitting *s);

/* All is answered: evaluate, keep, use the code up. */
void sit_finish(struct request *rq, const struct sitting *s);

/* <form name="language">: a page that sends no other form lets the language be changed by this one. */
void language_form_add(struct request *rq, xmlNode *content);

#endif
