/*
 * plans.h - success criteria of action plans, counted as of a day.  domain/: may use base/, sql/, xml/, rule/, web/.
 *
 * Whose plans: those of the departments asked about (own field 1: one of them) that had begun by the day; the day is the last one of the period, or today.
 * Participants: citizens of the courses asked about in whom an intervention that carries the plan out (an entry of the catalogue) really began while the
 * plan was in force.  What is counted of them, by metric:
 *	better-function		their own open values (domain/report/progression.h) are better on average by the smallest noticeable change
 *	felt-effect		... of at least one goal
 *	job-or-education	in work, with or without support, or education in the month before the first intervention and twelve months after the month
 *				in which it began; whose year has not passed is "early", of whom one of both months is not known is missing
 *	implemented		of the plan's entries those that do what it asks
 *	duration		the mean time on benefits (domain/report/duration.h) against the baseline's
 *	judged			as a person judged the newest quarter
 */
#ifndef SAMSPIL_DOMAIN_REPORT_PLANS_H
#define SAMSPIL_DOMAIN_REPORT_PLANS_H

#include "domain/report/report.h"
#include "rule/criterion.h"

struct plan_criterion {
	const char *id, *plan, *title, *text, *metric, *quarter;	/* quarter: that a judgement is of; NULL: none, or it is computed */
	struct criterion_rule rule;
	struct criterion_counts counts;
	long long persons, missing, early;
	enum criterion_state state;
	bool has_means;
	double now, earlier;		/* days, of duration */
};
struct plan_criteria { struct plan_criterion *of; size_t count; };

/* All of them, by plan; owned by owner.  What fails is db's failure. */
void plans_read(struct db *db, const void *owner, const struct report_ask *ask, struct plan_criteria *out);

/* What it asks of the database, and who they are. */
extern const struct report_query plans_queries[];
extern const struct report_list plans_lists[];

/*
 * Keep how each criterion that can be counted stood at the end of the quarters that have passed, at most so many back, once each: then what becomes known
 * later changes nothing.  For samspil-reporter; *kept grows.
 */
void criterion_pass(struct db *db, const char *today, long *kept);

#endif
