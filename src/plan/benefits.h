/* benefits.h - what the citizen of a course has lived on.  plan/: may use domain/ and what is below it. */
#ifndef SAMSPIL_PLAN_BENEFITS_H
#define SAMSPIL_PLAN_BENEFITS_H

#include <libxml/tree.h>

#include <stdbool.h>

#include "web/request.h"

/* <benefits> with a <benefit-period> for each, the latest first, appended to the request's course. */
xmlNode *benefits_add(struct request *rq, xmlNode *course);

/* Grows by every period that is added, changed or taken back; never 0. */
long long benefits_revision(struct request *rq);

/*
 * In each open course of the citizen, all of them locked, the deadlines follow (deadline_follow), or go back (deadline_back), from a first day and a first day of
 * absence (NULL: none is said).  false: the request failed.
 */
struct benefit_days { const char *starts, *absence; };
bool benefits_follow(struct request *rq, const char *citizen, const struct benefit_days *days, void (*follow)(struct request *, long long, const char *, const char *));

/* An open deadline of the request's course is by a rule for a benefit that the citizen does not get any more. */
bool benefits_deadline_left(struct request *rq);

/* <benefit-back> where the user may take back the newest change. */
void benefits_back_add(struct request *rq, xmlNode *course, long long revision);

/* The page, also of a refused form of a neighbour. */
void benefits_get(struct request *rq, xmlNode *content);

#endif
