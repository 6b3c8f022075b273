/* course.h - the course that a page is about: its head, its state.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_COURSE_H
#define SAMSPIL_DOMAIN_COURSE_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/request.h"

/*
 * The head of a course's page, for the request's subject:
 *	<course id state employment-goal caseworker caseworker-name department department-name frame professions opened-on
 *	    closed-on outcome state-reason state-since state-days returns-on deputy-name next-deadline next-deadline-kind next-deadline-days late waits-for waits-since
 *	    signed waived notes-signed notes-wanted focus-areas interventions proposed ordered declined accepted unmeasured>
 *	  <citizen .../> <steps/> <tabs/>
 * The page appends its own to it.  NULL after a failure (which the request remembers).
 */
xmlNode *course_add(struct request *rq, xmlNode *content);

/*
 * For who runs a part of the course only: <course id state><citizen id name/></course>, nothing of the rest.
 */
xmlNode *course_add_brief(struct request *rq, xmlNode *content);

/*
 * Shall the page draw the forms that change the course: is it open, or was a form refused, whose text must not be lost?  A page
 * of the past has none.
 */
bool course_writable(const struct request *rq, const xmlNode *course);

/* Is profession among the comma-separated ones? */
bool course_lists(const char *professions, const char *profession);

/*
 * Before a change: lock the course until the transaction ends and return its state (owned by the request), so that changes of
 * one course come one after the other.  Who had to wait for another's change fails (FAIL_BUSY) and is run again from its start, so
 * that whatever it reads of the course, also of rows beside the course's own, is of after that change.  A closed one fails the request (422, "course-closed"), and NULL is returned.
 * course_lock_any: a closed one, too.  Its events: course_event.h.
 */
const char *course_lock(struct request *rq, long long course);
const char *course_lock_any(struct request *rq, long long course);

/*
 * With a course that is closed now, everybody's part in it ends.  course_closing: the moment since which it is closed, to tell what ended
 * with it from what had ended before ("2026-04-15 06:30:00.123456"; NULL: it is open), owned by the request.
 */
void course_end_parts(struct request *rq, long long course);
const char *course_closing(struct request *rq, long long course);

/*
 * Does the user lead the request's course: a leader of its department, or a leader whose own it is?  A leader who is only a contact of another
 * department's course takes part in it like anybody else.
 */
bool course_leads(const struct request *rq);

/* The caseworker of the request's course is the user, or somebody for whom he stands in today. */
bool course_own(const struct request *rq);

#endif
