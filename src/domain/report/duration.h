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

/*
 * Behind ask and begun (cohort, course_id, citizen_id, opened_on): paid: the periods; reached: up to which day those before reach; spell: what belongs
 * together; person: who of which cohort had which.
 */
#define DURATION_SPELLS \
	" paid AS (SELECT p.citizen_id, p.id, p.starts_on, LEAST(COALESCE(p.ends_on, ask.today), ask.today) AS last_on FROM ask," \
	"   (SELECT DISTINCT begun.citizen_id FROM begun) w STRAIGHT_JOIN benefit_period p ON p.citizen_id = w.citizen_id" \
	"   JOIN benefit_type t ON t.code = p.benefit_type AND t.is_main AND t.is_paid WHERE p.starts_on <= ask.today)," \
	" reached AS (SELECT p.citizen_id, p.id, p.starts_on, p.last_on, MAX(p.last_on) OVER (PARTITION BY p.citizen_id ORDER BY p.starts_on, p.id" \
	"   ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS until FROM paid p)," \
	" numbered AS (SELECT r.citizen_id, r.starts_on, r.last_on," \
	"   GREATEST(0, DATEDIFF(r.last_on, GREATEST(COALESCE(r.until, '1000-01-01'), r.starts_on - INTERVAL 1 DAY))) AS days," \
	"   SUM(r.until IS NULL OR DATEDIFF(r.starts_on, r.until) > " DURATION_GAP_DAYS ") OVER (PARTITION BY r.citizen_id ORDER BY r.starts_on, r.id) AS nth" \
	"   FROM reached r)," \
	" spell AS (SELECT n.citizen_id, n.nth, MIN(n.starts_on) AS first_on, MAX(n.last_on) AS last_on, SUM(n.days) AS days FROM numbered n" \
	"   GROUP BY n.citizen_id, n.nth)," \
	" person AS (SELECT b.cohort, b.citizen_id, MIN(b.course_id) AS course_id, MIN(s.first_on) AS first_on, MIN(s.days) AS days, MIN(IF(s.nth IS NULL, NULL," \
	"   DATEDIFF(ask.today, s.last_on) >= " DURATION_GAP_DAYS " AND (z.death_date IS NULL OR z.death_date > s.last_on + INTERVAL " DURATION_GAP_DAYS " DAY))) AS is_over" \
	"   FROM ask, begun b STRAIGHT_JOIN citizen z ON z.id = b.citizen_id" \
	"   LEFT JOIN spell s ON s.citizen_id = b.citizen_id AND s.first_on <= b.opened_on AND s.last_on >= b.opened_on" \
	"   GROUP BY b.cohort, b.citizen_id, s.nth)"

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
