/* courses_filter.h - what one looks for among the courses.  plan/: may use domain/ and what is below it. */
#ifndef SAMSPIL_PLAN_COURSES_FILTER_H
#define SAMSPIL_PLAN_COURSES_FILTER_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/request.h"

enum { SOUGHT_WORDS = 3 };

/*
 * The query as the list's statements want it; NULL: whatever it is.  Words are patterns for LIKE of names as SPELLED (sql/spelling.h) makes them
 * ("%soeren%"); waits is a set of keys of waits.KEY.
 */
struct sought {
	const char *number, *cpr, *words[SOUGHT_WORDS];
	const char *state, *department, *caseworker, *waits;
	bool open;	/* only those that are not closed */
	bool late;	/* only those whose next deadline has passed */
	bool all;	/* not only one's own */
	bool one;	/* something was searched for, and a single hit is to be opened */
};
void courses_sought(struct request *rq, struct sought *out);

/* The search, and the filter with what this user can choose from; and the user's saved searches, with what saves the one that is shown. */
void courses_find_add(struct request *rq, xmlNode *content);
void courses_form_add(struct request *rq, xmlNode *content);
void courses_saved_add(struct request *rq, xmlNode *content);

/* The page itself, also of what is sent from it: courses.c. */
void courses_get(struct request *rq, xmlNode *content);

#endif
