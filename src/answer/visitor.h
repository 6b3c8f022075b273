/* visitor.h - the citizen who came with a code.  For samspil-answer alone. */
#ifndef SAMSPIL_ANSWER_VISITOR_H
#define SAMSPIL_ANSWER_VISITOR_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/fail.h"
#include "domain/answers.h"
#include "web/form.h"
#include "web/request.h"

enum {
	VISIT_HOURS = 2,
	VISIT_ASKED_S = 60,		/* so long "are you still there?" waits for an answer */
	VISIT_SEEN_EVERY_S = 10,	/* seen_at is written so rarely: the last sign of life may be so much later than it says */
};

/* Another visit with the code of a survey. */
extern const struct form again_form;

/* What the code opens: answers to a questionnaire, or the measurements of an intervention; the rest is 0. */
struct visitor {
	struct user user;			/* first: rq->user points to it; uid "citizen" */
	struct answers_of of;			/* id 0: no questionnaire */
	long long questionnaire, intervention, course;
	long page;				/* of the questionnaire, from 0; its number of pages: the summary */
	const char *title;			/* of the intervention */
	long long survey;			/* whose group's code it is; 0: a citizen's */
	bool used;				/* all is sent: nothing more can be done */
};

/*
 * Find rq->user by the cookie: a struct visitor, or NULL.  Asking keeps the visit alive, but the page that asks whether anybody is
 * still there does not: a visit ends by itself when nothing was heard for the seconds of visit_idle_s and VISIT_ASKED_S, and up to VISIT_SEEN_EVERY_S more.
 */
enum fail visitor_identify(struct request *rq);

/* Who asks; only where rq->user is not NULL. */
const struct visitor *visitor_of(const struct request *rq);

/* Why the visit of this browser is over: "idle", "paused", "sent", "elsewhere", "revoked", "renewed" (by another code),
 *  "filling" (staff do it now) or (a survey) "ended".  NULL: it is not, or there was none. */
const char *visitor_over(struct request *rq);

/* Begin a visit with this code and set its cookie; a survey's has a response of its own, however many come with the code.
 *  Others with a citizen's code end: the later one goes on.  language NULL: the citizen's, or the last one. */
void visitor_begin(struct request *rq, long long code, const char *language);

/* End the visit, and say why to whoever goes on with its pages. */
void visitor_end(struct request *rq, const char *why);

/* The browser has no visit any more. */
void visitor_forget(struct request *rq);

/* From now on in this language; false, and nothing changes, for one that there is not. */
bool visitor_speak(struct request *rq, const char *language);

/* The survey's response is sent: no visit is tied to it any more.  False: it was sent already, or the survey has ended. */
bool visitor_send(struct request *rq);

/* The code is used up: it opens nothing any more, but the visit goes on, to be told so.  False when it was already. */
bool visitor_use_up(struct request *rq);

/* <answered what="questionnaire|measurement|survey" > <form name="again"/>? </answered>: nothing is left to do. */
void answered_add(struct request *rq, xmlNode *content);

/*
 * <languages> <language code name dir current|href/>* </languages>: in which languages the page can be had.  path: where the links of a
 * page without a visit lead; NULL: there are none, the language is sent as field "language" with the page's form.
 */
void languages_add(struct request *rq, xmlNode *parent, const char *path);

/* Where the visitor's work is: a path of ours. */
const char *visitor_path(const struct visitor *visitor);

/* A page of the visit is drawn: when nobody does anything for a while, it asks. */
void visitor_watch(struct request *rq);

/* Seconds without a sign of life after which a page asks: [answer] idle-s. */
long visit_idle_s(const struct request *rq);

/* The look of the citizen's department; asked only where a page is drawn. */
enum fail visitor_view(struct request *rq);

#endif
