/* visitor.h - the citizen who came with a code.  For samspil-answer alone. */
#ifndef SAMSPIL_ANSWER_VISITOR_H
#define SAMSPIL_ANSWER_VISITOR_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/fail.h"
#include "web/request.h"

enum { VISIT_HOURS = 2 };

/* What the code opens: a screening with its questionnaire, or the measurements of an intervention; the rest is 0. */
struct visitor {
	struct user user;			/* first: rq->user points to it; uid "citizen" */
	long long screening, questionnaire, intervention, course;
	long page;				/* of the questionnaire, from 0 */
	const char *state;			/* of the screening, NULL for an intervention */
	const char *title;			/* of the intervention */
	bool used;				/* all is sent: nothing more can be done */
};

/* Find rq->user by the cookie: a struct visitor, or NULL. */
enum fail visitor_identify(struct request *rq);

/* Who asks; only where rq->user is not NULL. */
const struct visitor *visitor_of(const struct request *rq);

/* Begin a visit with this code and set its cookie; end the visit. */
void visitor_begin(struct request *rq, long long code);
void visitor_end(struct request *rq);

/* The code is used up: it opens nothing any more, but the visit goes on, to be told so.  False when it was already. */
bool visitor_use_up(struct request *rq);

/* <answered what="questionnaire|measurement"/>: nothing is left to do. */
void answered_add(struct request *rq, xmlNode *content);

/* Where the visitor's work is: a path of ours. */
const char *visitor_path(const struct visitor *visitor);

/* The look of the citizen's department; asked only where a page is drawn. */
enum fail visitor_view(struct request *rq);

#endif
