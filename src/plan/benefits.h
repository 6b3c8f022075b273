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

/*
 * SQL: deadline l of course c is open, and by a rule r for a benefit that the citizen does not live on today (SQL), nor will from a day that is known.
 */
#define BENEFITS_LEFT(today) \
	"l.done_on IS NULL AND r.benefit_type IS NOT NULL AND NOT EXISTS (SELECT 1 FROM benefit_period p WHERE p.citizen_id = c.citizen_id" \
	" AND p.benefit_type = r.benefit_type AND (p.starts_on <= " today " OR p.first_absence_day = l.counts_from) AND (p.ends_on IS NULL OR p.ends_on >= " today "))"

/* Has the request's course such a deadline?  Each of them, with a form that ends it. */
bool benefits_deadline_left(struct request *rq);
void benefits_left_add(struct request *rq, xmlNode *course);

/* <benefit-back> where the user may take back the newest change. */
void benefits_back_add(struct request *rq, xmlNode *course, long long revision);

/* The page, also of a refused form of a neighbour. */
void benefits_get(struct request *rq, xmlNode *content);

#endif
