/* plans_sql.c - what the report "action-plans" asks of the database, as its page shows it; plans.h says what each word means. */
#include "domain/report/plans_sql.h"

#include "domain/report/duration.h"
#include "domain/report/progression.h"
#include "sql/day.h"

/* ap: the plans, until_on the day that they are looked at; pi: the interventions of those that have such criteria; pt: the participants. */
#define UNTIL "LEAST(COALESCE(ask.to_on, ask.today), ask.today)"
#define PLANS \
	REPORT_COURSES ", ap AS (SELECT p.id, p.title, p.from_on, p.to_on, " UNTIL " AS until_on FROM ask, action_plan p" \
	"   WHERE p.department_id IN (SELECT rd.id FROM rd) AND (ask.own_1 IS NULL OR p.id = ask.own_1) AND p.from_on <= " UNTIL ")"
#define INTERVENTIONS(metrics) \
	PLANS ", pi AS (SELECT ap.id AS plan_id, ap.until_on, rc.citizen_id, i.course_id, i.id, i.started_on, rc.opened_on FROM ap" \
	"   JOIN action_plan_entry e ON e.plan_id = ap.id JOIN catalogue_version v ON v.entry_id = e.entry_id" \
	"   JOIN intervention i ON i.catalogue_version_id = v.id JOIN rc ON rc.id = i.course_id" \
	"   WHERE i.started_on BETWEEN ap.from_on AND LEAST(COALESCE(ap.to_on, ap.until_on), ap.until_on)" \
	"   AND ap.id IN (SELECT sc.plan_id FROM success_criterion sc WHERE sc.metric IN (" metrics ")))"
#define PARTICIPANTS(metrics) \
	INTERVENTIONS(metrics) ", pt AS (SELECT pi.plan_id, pi.citizen_id, MIN(pi.course_id) AS course_id, MIN(pi.started_on) AS started_on, MIN(pi.opened_on) AS opened_on," \
	"   MAX(pi.until_on) AS until_on FROM pi GROUP BY pi.plan_id, pi.citizen_id ORDER BY NULL)"

/* Was it measured by then?  Whatever was before that day began (UTC), without looking at the clocks. */
#define MEASURED_BY_THEN(m) "(" m ".measured_at < " UNTIL " OR " DANISH_DAY(m ".measured_at") " <= " UNTIL ")"

/* mi, v, d: the citizens' own values (progression.h); g: an intervention's; a: what each participant answers. */
#define ANSWERS \
	INTERVENTIONS("'better-function', 'felt-effect'") "," \
	PROGRESSION_VALUES("(SELECT DISTINCT pi.course_id, pi.id FROM pi)", UNTIL, "m.measured_by = 'citizen'", MEASURED_BY_THEN("m"), MEASURED_BY_THEN("o")) "," \
	" g AS (SELECT d.id, SUM(d.last - d.first) AS points, COUNT(*) AS goals, MAX(IF(d.is_item, 3, 2)) AS noticeable," \
	"   MAX(d.last - d.first >= IF(d.is_item, 3, 2)) AS felt FROM d GROUP BY d.id ORDER BY NULL)," \
	" a AS (SELECT pi.plan_id, pi.citizen_id, MIN(pi.course_id) AS course_id, MIN(pi.started_on) AS started_on," \
	"   SUM(g.points) >= IF(SUM(g.goals) = 1, MAX(g.noticeable), 2 * SUM(g.goals)) AS better, MAX(g.felt) AS felt" \
	"   FROM pi LEFT JOIN g ON g.id = pi.id GROUP BY pi.plan_id, pi.citizen_id ORDER BY NULL)"

/* What a citizen did in a month: known is NULL where nothing is. */
#define WORKS(month) \
	"EXISTS (SELECT 1 FROM outcome o WHERE o.citizen_id = m.citizen_id AND o.month = " month " AND o.kind IN ('job', 'flexjob', 'wage-subsidy', 'education'))"
#define KNOWN(month) \
	"(EXISTS (SELECT 1 FROM outcome o WHERE o.citizen_id = m.citizen_id AND o.month = " month ") OR EXISTS (SELECT 1 FROM benefit_period b" \
	" WHERE b.citizen_id = m.citizen_id AND b.starts_on <= LAST_DAY(" month ") AND (b.ends_on IS NULL OR b.ends_on >= " month ")))"
#define MONTH "CAST(DATE_FORMAT(pt.started_on, '%Y-%m-01') AS DATE)"
#define WORK \
	PARTICIPANTS("'job-or-education'") ", m AS (SELECT pt.plan_id, pt.citizen_id, pt.course_id, pt.started_on, " MONTH " - INTERVAL 1 MONTH AS month_1," \
	"   " MONTH " + INTERVAL 12 MONTH AS month_2, LAST_DAY(" MONTH " + INTERVAL 12 MONTH) > pt.until_on AS early FROM pt)," \
	" w AS (SELECT m.plan_id, m.citizen_id, m.course_id, m.started_on, m.early, NOT m.early AND " KNOWN("m.month_1") " AND " KNOWN("m.month_2") " AS known," \
	"   " WORKS("m.month_1") " AS works_1, " WORKS("m.month_2") " AS works_2 FROM m)"

const char plans_criteria_sql[] = "WITH " PLANS
    " SELECT ap.id AS plan, ap.title, c.id, c.text, c.metric, c.unit, c.threshold, c.partly, b.mean_days, c.baseline_id,"
    "  (SELECT COUNT(*) FROM action_plan_entry e WHERE e.plan_id = ap.id) AS entries,"
    "  (SELECT COUNT(*) FROM action_plan_entry e WHERE e.plan_id = ap.id AND e.implemented_on <= ap.until_on) AS implemented,"
    "  IF(c.metric = 'judged', j.state, NULL) AS judged, IF(c.metric = 'judged', j.quarter, NULL) AS quarter"
    " FROM ap JOIN success_criterion c ON c.plan_id = ap.id LEFT JOIN baseline b ON b.id = c.baseline_id"
    " LEFT JOIN criterion_state j ON j.id = (SELECT n.id FROM criterion_state n WHERE n.criterion_id = c.id AND n.quarter <= ap.until_on"
    "  AND n.changed_by <> 'samspil-reporter' ORDER BY n.quarter DESC, n.id DESC LIMIT 1) ORDER BY ap.title, ap.id, c.ordinal, c.id";

const char plans_answers_sql[] = "WITH " ANSWERS
    " SELECT a.plan_id, COUNT(*) AS persons, COUNT(a.better) AS answered, COALESCE(SUM(a.better), 0) AS better, COALESCE(SUM(a.felt), 0) AS felt FROM a GROUP BY a.plan_id";

const char plans_work_sql[] = "WITH " WORK
    " SELECT w.plan_id, SUM(w.early) AS early, SUM(w.known) AS known, SUM(w.known AND w.works_1) AS works_1, SUM(w.known AND w.works_2) AS works_2,"
    "  COUNT(*) AS persons FROM w GROUP BY w.plan_id";

/* Of a plan whose criterion is about time, and of the baselines that are computed; by cohort and days. */
const char plans_lasted_sql[] = "WITH " PARTICIPANTS("'duration'") ","
    " timed AS (SELECT DISTINCT c.plan_id, c.baseline_id FROM ap JOIN success_criterion c ON c.plan_id = ap.id AND c.metric = 'duration'),"
    " begun AS (SELECT DISTINCT CONCAT('p', pt.plan_id) AS cohort, pt.course_id, pt.citizen_id, pt.opened_on FROM timed t JOIN pt ON pt.plan_id = t.plan_id"
    "   UNION ALL SELECT CONCAT('b', b.id), rc.id, rc.citizen_id, rc.opened_on FROM ask CROSS JOIN (SELECT DISTINCT timed.baseline_id FROM timed) t"
    "   JOIN baseline b ON b.id = t.baseline_id AND b.mean_days IS NULL JOIN rc ON rc.opened_on BETWEEN b.from_on AND LEAST(b.to_on, ask.today)"
    "   AND rc.state <> 'closed-low' AND (b.benefit_type IS NULL OR rc.benefit = b.benefit_type)), " DURATION_SPELLS
    " SELECT p.cohort, p.days, p.is_over, COUNT(*) AS persons FROM person p WHERE p.days IS NOT NULL GROUP BY p.cohort, p.days, p.is_over"
    " ORDER BY p.cohort, p.days, p.is_over";

/* Of each quarter the newest; few: found of 1-4 people. */
#define FEW(state) \
	"SUM(s.state = '" state "' AND s.changed_by = 'samspil-reporter' AND c.metric NOT IN ('implemented', 'judged') AND s.denominator BETWEEN 1 AND 4)"
const char plans_history_sql[] = "WITH " PLANS
    " SELECT s.quarter, SUM(s.state = 'reached') AS reached, SUM(s.state = 'partly') AS partly, SUM(s.state = 'not') AS failed, SUM(s.state = 'unknown') AS unknown,"
    "  " FEW("reached") " AS few_reached, " FEW("partly") " AS few_partly, " FEW("not") " AS few_failed, " FEW("unknown") " AS few_unknown"
    " FROM ask, ap JOIN success_criterion c ON c.plan_id = ap.id JOIN criterion_state s ON s.criterion_id = c.id AND s.quarter <= ap.until_on"
    " WHERE (ask.from_on IS NULL OR s.quarter >= ask.from_on) AND NOT EXISTS (SELECT 1 FROM criterion_state n WHERE n.criterion_id = s.criterion_id"
    "  AND n.quarter = s.quarter AND n.id > s.id) GROUP BY s.quarter ORDER BY s.quarter";

const struct report_query plans_queries[] = {
	{ "criteria", plans_criteria_sql }, { "answers", plans_answers_sql }, { "work", plans_work_sql }, { "lasted", plans_lasted_sql },
	{ "history", plans_history_sql }, { NULL, NULL }
};

/* A row's name is "c" and the criterion's number. */
#define OF_ROW " FROM x JOIN (SELECT CAST(? AS CHAR(40)) AS name, CAST(? AS CHAR(40)) AS said) s ON s.said = 'persons' OR s.said = x.word JOIN success_criterion c ON c.plan_id = x.plan_id AND CONCAT('c', c.id) = s.name"
#define PEOPLE "SELECT x.course_id, x.citizen_id, x.started_on AS on_day, x.word, NULL AS number" OF_ROW
#define ANSWER(of) "CASE a." of " WHEN 1 THEN 'yes' WHEN 0 THEN 'no' ELSE 'missing' END AS word FROM a"
const struct report_list plans_lists[] = {
	{ "better", "WITH " ANSWERS ", x AS (SELECT a.plan_id, a.citizen_id, a.course_id, a.started_on, " ANSWER("better") ") " PEOPLE },
	{ "felt", "WITH " ANSWERS ", x AS (SELECT a.plan_id, a.citizen_id, a.course_id, a.started_on, " ANSWER("felt") ") " PEOPLE },
	{ "work", "WITH " WORK ", x AS (SELECT w.plan_id, w.citizen_id, w.course_id, w.started_on, CASE WHEN w.early THEN 'early' WHEN NOT w.known THEN 'missing'"
	    " WHEN w.works_2 THEN 'yes' ELSE 'no' END AS word FROM w) " PEOPLE },
	{ NULL, NULL }
};
