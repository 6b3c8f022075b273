/*
 * duration.h - what the report "duration" asks, and what comes back.  For domain/report/duration*.c.
 *
 * Whom it is about: those whose course was opened in the period (and beside them, in that of the baseline which own field 1 names); what was closed as
 * low risk at once is no course.  How long: a spell is main periods of public support with at most DURATION_GAP_DAYS from the last day of one to
 * the first of the next; its days are the days with a period, each once.  It counts for a course that was opened within it.  It is over when
 * DURATION_GAP_DAYS have passed without a new one; who died in that time, or is on benefits still, was followed no longer.
 */
#ifndef SAMSPIL_DOMAIN_REPORT_DURATION_H
#define SAMSPIL_DOMAIN_REPORT_DURATION_H

#include "domain/report/courses.h"

#define DURATION_GAP_DAYS "91"	/* three months, as long as stable employment is looked at.  Source: our own assumption. */
#define DURATION_YEARS "SELECT 1 AS number UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5"
enum { DURATION_YEARS_MAX = 5 };

/* Own fields in their order. */
enum { DURATION_BASELINE };

extern const struct report_query duration_queries[];
extern const struct report_list duration_lists[];

/* cohort ("now", "earlier"), days and whether it is over (both NULL: on nothing when the course was opened), how many; by cohort and days. */
extern const char duration_lasted_sql[];
/* The chosen baseline: title, mean_days where it is known from elsewhere; no row where none was chosen. */
extern const char duration_baseline_sql[];
/* month, kind, how many citizens. */
extern const char duration_outcomes_sql[];
/* years since the start, hours a week of the year's last three months together in tenths, of how many courses; with NULL: of how many so much time has passed. */
extern const char duration_years_sql[];
/* study, years_since; persons and stable of treated before and after, of control before and after. */
extern const char duration_effect_sql[];

/* Its tables of outcomes, each with its query and chart. */
void duration_add_outcomes(struct db *db, const struct report_ask *ask, const struct value *args, xmlNode *report);
void duration_add_years(struct db *db, const struct value *args, xmlNode *report);
void duration_add_effect(struct db *db, const struct value *args, xmlNode *report);

#endif
