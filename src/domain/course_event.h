/*
 * course_event.h - what happens to a course: the table of rule/course_state.h, asked of what is stored now.  domain/: may use base/,
 * sql/, xml/, rule/, web/.
 */
#ifndef SAMSPIL_DOMAIN_COURSE_EVENT_H
#define SAMSPIL_DOMAIN_COURSE_EVENT_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "rule/course_state.h"
#include "web/request.h"

/* What is said with an event; each NULL where nothing is. */
struct course_said { const char *reason, *returns_on, *outcome; };

/*
 * Let event happen to a course that is locked (course_lock) and in state.  What the table asks for must be stored already, in this
 * transaction or before; a leader is the request's user.  The course is then in its next state since now, with what was said and no
 * reason or outcome of before; a closed one has its day.
 *
 * false, and the request fails (422), where it cannot be: "course-state" where the event is none of this state, else
 * "course-lacks" with each <missing> on the page.  A NULL state (course_lock has refused) gives false.
 */
bool course_take(struct request *rq, long long course, const char *state, enum course_event event);
bool course_take_said(struct request *rq, long long course, const char *state, enum course_event event, const struct course_said *said);

/* Could course_take do it now?  Never fails the request. */
bool course_ready(struct request *rq, long long course, const char *state, enum course_event event);

/*
 * What the event lacks in this state: <missing key href [profession] [title]/>* to parent (label missing.KEY; href: where to see to it).
 * What is said with the event is not asked for.
 */
void course_missing_add(struct request *rq, xmlNode *parent, long long course, const char *state, enum course_event event);

#endif
