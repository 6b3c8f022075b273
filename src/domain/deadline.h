/* deadline.h - what must be done in a course by a day.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_DEADLINE_H
#define SAMSPIL_DOMAIN_DEADLINE_H

#include "web/request.h"

/* All of these are for a course that the transaction has locked or made.  Days are ISO dates; a failure is the request's. */

/*
 * A deadline of kind (label deadline.KIND); an open one of that kind is moved instead, so that there is one.
 * counts_from: the day that its rule counts from, law: which rule; each NULL where there is none.
 */
void deadline_open(struct request *rq, long long course, const char *kind, const char *due_on, const char *counts_from, const char *law);

/*
 * The open one of that kind has ended; kind NULL: all open ones.  as: done, waived or cancelled; on: the day; reason: NULL where none
 * is needed.  None open: nothing.  deadline_end_one: the one with that id; false where it is none of the course's, or has ended already.
 * Where one that a rule repeats was done, the next one is opened, counted from that day; a follow-up that was held is an event.
 */
void deadline_end(struct request *rq, long long course, const char *kind, const char *as, const char *on, const char *reason);
bool deadline_end_one(struct request *rq, long long course, long long id, const char *as, const char *on, const char *reason);

/*
 * Something happened on a day: open what the rules in force on that day make of it, for this citizen's benefit and this course's
 * target group; of several rules for one kind of deadline the most particular one.  event: first-absence, benefit-start, course-opened,
 * conference-held, plan-agreed, follow-up-held, asked-early.  A follow-up that was held and a plan that was agreed meet the open deadline for that.
 *
 * Of a kind that is open already the earlier one stands.  But where the open one came of the same event:
 *	what happens once (the first three): it keeps its own rule, and is counted anew where the day is another (moved_reason says from which);
 *	what happens again: the new one takes its place, by the rule of its day.
 * What happens once opens nothing that was done since that day, or that was over before the course began.
 * False: no rule of that day speaks of it.
 */
bool deadline_follow(struct request *rq, long long course, const char *event, const char *on);

/*
 * What was said to have happened on a day did not: an open deadline that was counted from it stands as it did before; one that it opened is cancelled.
 */
void deadline_back(struct request *rq, long long course, const char *event, const char *on);

/*
 * What is known of a new course: that it was opened, since when the citizen has lived on the benefit of that day, and been absent; also since when he has been
 * absent of whom a benefit to come is known.  deadline_live: only what he lives on, where something else was said when the course was opened.
 */
void deadline_begin(struct request *rq, long long course);
void deadline_live(struct request *rq, long long course);

/* Pause and resume, on a day: those that rest by their rule stand still, and are so many days later when it goes on. */
void deadline_rest(struct request *rq, long long course, bool rests, const char *on);

#endif
