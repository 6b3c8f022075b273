/* conference.h - when team and citizen meet: planned, moved, called off.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_CONFERENCE_H
#define SAMSPIL_DOMAIN_CONFERENCE_H

#include "web/request.h"

/*
 * A conference is planned, then held (the citizen is here) and concluded (its decisions stand), or it is cancelled.  A course has at most one that
 * is planned; what was concluded or cancelled never changes.
 *
 * Plan it: planned_utc in SQL's form ("2026-04-16 08:00:00", date_utc makes it), place NULL where none is known, day the assessment day that it
 * follows (0: none).  One that is planned already is moved, and gets the day where one is given.  The course's deadline "conference" is
 * opened on that Danish day, or moved to it.  Locks the course.  Returns the conference's number; 0 when the request failed: the course is closed
 * (422, "course-closed").
 */
long long conference_plan(struct request *rq, long long course, long long day, const char *planned_utc, const char *place);

/*
 * The planned conference (of that assessment day; day 0: whichever it is) is off, and so is its deadline.  One that is being held goes on, unless the
 * course is closed or nothing was said in it (it was opened by mistake).  Where there is none nothing happens: false.  Locks the course, also one that is closed: what is left of it on a day must be called off as well.
 */
bool conference_call_off(struct request *rq, long long course, long long day, const char *reason);

#endif
