/* plans_sql.h - the statements of plans_sql.c, for plans*.c alone: their columns are in the order that is said here. */
#ifndef SAMSPIL_DOMAIN_REPORT_PLANS_SQL_H
#define SAMSPIL_DOMAIN_REPORT_PLANS_SQL_H

#include "domain/report/plans.h"

/* plan, title, id, text, metric, unit, threshold, partly, mean_days, baseline_id, entries, implemented, judged, quarter */
extern const char plans_criteria_sql[];
/* plan_id, persons, answered, better, felt */
extern const char plans_answers_sql[];
/* plan_id, early, known, works_1, works_2, persons */
extern const char plans_work_sql[];
/* cohort ("p" and a plan, "b" and a baseline), days, is_over, persons */
extern const char plans_lasted_sql[];
/* quarter, reached, partly, failed, unknown */
extern const char plans_history_sql[];

#endif
