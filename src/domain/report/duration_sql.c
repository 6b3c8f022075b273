/* duration_sql.c - what the report "duration" asks of the database, as its page shows it; duration.h says what each word means. */
#include "domain/report/duration.h"

#define IN_PERIOD(day) day " BETWEEN COALESCE(ask.from_on, '1900-01-01') AND LEAST(COALESCE(ask.to_on, ask.today), ask.today)"

/* asked: the cohorts; begun: who began when. */
#define BEGUN \
	"WITH " REPORT_COURSES "," \
	" asked AS (SELECT 'now' AS cohort, ask.from_on, ask.to_on, NULL AS benefit FROM ask" \
	"   UNION ALL SELECT 'earlier', b.from_on, b.to_on, b.benefit_type FROM ask JOIN baseline b ON b.id = ask.own_1 AND b.mean_days IS NULL)," \
	" begun AS (SELECT a.cohort, rc.id AS course_id, rc.citizen_id, rc.opened_on FROM ask, asked a, rc WHERE rc.state <> 'closed-low'" \
	"   AND rc.opened_on BETWEEN COALESCE(a.from_on, '1900-01-01') AND LEAST(COALESCE(a.to_on, ask.today), ask.today)" \
	"   AND (a.benefit IS NULL OR rc.benefit = a.benefit))"

#define PERSONS BEGUN "," DURATION_SPELLS

const char duration_lasted_sql[] = PERSONS
    " SELECT p.cohort, p.days, p.is_over, COUNT(*) AS persons FROM person p GROUP BY p.cohort, p.days, p.is_over ORDER BY p.cohort, p.days, p.is_over";

const char duration_baseline_sql[] = "WITH ask AS (" REPORT_ASK ") SELECT b.title, b.mean_days FROM ask JOIN baseline b ON b.id = ask.own_1";

const char duration_outcomes_sql[] = "WITH " REPORT_COURSES ","
    " began AS (SELECT rc.citizen_id, CAST(DATE_FORMAT(MIN(rc.opened_on), '%Y-%m-01') AS DATE) AS month FROM ask, rc"
    "   WHERE rc.state <> 'closed-low' AND rc.opened_on <= ask.today GROUP BY rc.citizen_id)"
    " SELECT o.month, o.kind, COUNT(*) AS citizens FROM ask, began b JOIN outcome o ON o.citizen_id = b.citizen_id AND o.month >= b.month"
    " WHERE " IN_PERIOD("LAST_DAY(o.month)") " GROUP BY o.month, o.kind ORDER BY o.month, o.kind";

/*
 * A month tells of hours where a job's hours are known, or where it is known that the citizen was on something else: then they are none.  Each outcome is
 * looked at once: its months since the start say whether it is of the last three of a year.
 */
#define MONTHS "TIMESTAMPDIFF(MONTH, b.month, o.month)"
const char duration_years_sql[] = "WITH " REPORT_COURSES ","
    " began AS (SELECT rc.id, rc.citizen_id, CAST(DATE_FORMAT(rc.opened_on, '%Y-%m-01') AS DATE) AS month FROM ask, rc"
    "   WHERE rc.state <> 'closed-low' AND " IN_PERIOD("rc.opened_on") "),"
    " told AS (SELECT b.id, " MONTHS " DIV 12 + 1 AS number, COUNT(DISTINCT o.month) AS months,"
    "   SUM(IF(o.kind IN ('job', 'flexjob'), COALESCE(o.hours_week, 0), 0)) AS hours, MAX(o.kind IN ('job', 'flexjob') AND o.hours_week IS NULL) AS untold"
    "   FROM ask, began b JOIN outcome o ON o.citizen_id = b.citizen_id AND o.month >= b.month + INTERVAL 9 MONTH AND o.month < b.month + INTERVAL 60 MONTH"
    "   WHERE " MONTHS " % 12 >= 9 AND b.month + INTERVAL 12 * (" MONTHS " DIV 12 + 1) MONTH <= ask.today GROUP BY 1, 2)"
    " SELECT y.number, NULL AS tenths, COUNT(*) AS courses FROM ask, began b, (" DURATION_YEARS ") y"
    "   WHERE b.month + INTERVAL 12 * y.number MONTH <= ask.today GROUP BY y.number"
    " UNION ALL SELECT t.number, CAST(t.hours * 10 AS SIGNED), COUNT(*) FROM told t WHERE t.months = 3 AND t.untold = 0 GROUP BY 1, 2";

/* Of each figure the newest that was stated by then. */
const char duration_effect_sql[] = "WITH ask AS (" REPORT_ASK "),"
    " newest AS (SELECT e.study, e.years_since, e.population, e.moment, MAX(e.stated_on) AS stated_on FROM ask, effect_figure e"
    "   WHERE e.stated_on <= ask.today GROUP BY e.study, e.years_since, e.population, e.moment)"
    " SELECT e.study, e.years_since, SUM(IF(e.population = 'treated' AND e.moment = 'before', e.persons, 0)) AS treated_1,"
    "  SUM(IF(e.population = 'treated' AND e.moment = 'before', e.stable, 0)) AS treated_stable_1,"
    "  SUM(IF(e.population = 'treated' AND e.moment = 'after', e.persons, 0)) AS treated_2,"
    "  SUM(IF(e.population = 'treated' AND e.moment = 'after', e.stable, 0)) AS treated_stable_2,"
    "  SUM(IF(e.population = 'control' AND e.moment = 'before', e.persons, 0)) AS control_1,"
    "  SUM(IF(e.population = 'control' AND e.moment = 'before', e.stable, 0)) AS control_stable_1,"
    "  SUM(IF(e.population = 'control' AND e.moment = 'after', e.persons, 0)) AS control_2,"
    "  SUM(IF(e.population = 'control' AND e.moment = 'after', e.stable, 0)) AS control_stable_2"
    " FROM newest n JOIN effect_figure e ON e.study = n.study AND e.years_since = n.years_since AND e.population = n.population AND e.moment = n.moment"
    "  AND e.stated_on = n.stated_on GROUP BY e.study, e.years_since ORDER BY e.study, e.years_since";

const struct report_query duration_queries[] = {
	{ "lasted", duration_lasted_sql }, { "baseline", duration_baseline_sql }, { "outcomes", duration_outcomes_sql }, { "years", duration_years_sql },
	{ "effect", duration_effect_sql }, { NULL, NULL }
};

const struct report_list duration_lists[] = {
	{ "spells", PERSONS
	    " SELECT p.course_id, p.citizen_id, p.first_on AS on_day, NULL AS word, p.days AS number FROM person p,"
	    "  (SELECT CAST(? AS CHAR(40)) AS row_name, CAST(? AS CHAR(40)) AS column_name) k WHERE p.cohort = k.row_name"
	    "  AND CASE k.column_name WHEN 'over' THEN p.is_over = 1 WHEN 'going-on' THEN p.is_over = 0 WHEN 'without' THEN p.is_over IS NULL ELSE p.is_over IS NOT NULL END" },
	{ "outcomes", "WITH " REPORT_COURSES ","
	    " began AS (SELECT rc.citizen_id, MIN(rc.id) AS course_id, CAST(DATE_FORMAT(MIN(rc.opened_on), '%Y-%m-01') AS DATE) AS month FROM ask, rc"
	    "   WHERE rc.state <> 'closed-low' AND rc.opened_on <= ask.today GROUP BY rc.citizen_id)"
	    " SELECT b.course_id, b.citizen_id, o.month AS on_day, NULL AS word, o.hours_week AS number FROM began b"
	    "  JOIN outcome o ON o.citizen_id = b.citizen_id AND o.month >= b.month,"
	    "  (SELECT CAST(? AS CHAR(40)) AS row_name, CAST(? AS CHAR(40)) AS column_name) k WHERE o.month = k.row_name AND o.kind = k.column_name" },
	{ NULL, NULL }
};
