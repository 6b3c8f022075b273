/*
 * progression.h - the report "progression": what changed for those who were in an intervention.  domain/: SQL alone.
 *
 * Who: each intervention that really began in the period, of the courses asked about; a citizen counts once in each row, with the one that began last.
 * Values are those of open rounds (domain/progress.h): both gave theirs, or whoever gave one did more than a week before the day that the data are of.
 * Only who gave a first value and a later one has changed, each giver by itself; where less is better the value is turned (10 - value).  Better or
 * worse is a mean change of the goals by the smallest noticeable one (rule/progression.h): 2, and 3 where there is one goal, an item of PSFS.
 */
#ifndef SAMSPIL_DOMAIN_REPORT_PROGRESSION_H
#define SAMSPIL_DOMAIN_REPORT_PROGRESSION_H

#include "domain/report/courses.h"

#define PROGRESSION_OPEN_FROM(day) day " - INTERVAL 7 DAY - INTERVAL 2 HOUR"
#define PROGRESSION_SAME_ROUND \
	"SELECT 1 FROM measurement o WHERE o.intervention_id = m.intervention_id AND o.question_id = m.question_id AND o.round = m.round"

/*
 * The values of the interventions of the table `of` (course_id, id; each once) that are open on a day (SQL), of those givers (SQL about m) and of what was
 * measured by then (known_m and known_o: SQL about m and o).  mi: the interventions; v: each goal's first and last value of a giver, with its round; d: of
 * those that have two, as more is better.
 *
 * Measurements are grouped once: two million of them make a table as small as their goals.  What stands instead of a value (a later correction), and
 * whether a round of the last days is open, is looked up for the few that it may matter for.  LIMIT, or the server asks anew for each measurement whether
 * its intervention has corrections; STRAIGHT_JOIN, or it reads all measurements for a few interventions.
 */
#define PROGRESSION_VALUES(of, day, givers, known_m, known_o) \
	"mi AS (SELECT i.course_id, i.id, (SELECT MAX(n.correction) FROM measurement n WHERE n.intervention_id = i.id) > 0 AS corrected FROM " of " i LIMIT 1000000000)," \
	" v AS (SELECT mi.id, m.question_id, m.measured_by = 'citizen' AS by_citizen, MIN(m.round * 100 + m.value) AS first_1, MAX(m.round * 100 + m.value) AS last_1" \
	" FROM ask, mi STRAIGHT_JOIN measurement m ON m.course_id = mi.course_id AND m.intervention_id = mi.id WHERE " givers " AND " known_m \
	" AND (m.measured_at < " PROGRESSION_OPEN_FROM(day) " OR EXISTS (" PROGRESSION_SAME_ROUND " AND o.measured_by IN ('citizen', 'provider') AND " known_o \
	" AND (o.measured_by <> m.measured_by OR o.measured_at < " PROGRESSION_OPEN_FROM(day) ")))" \
	" AND NOT (mi.corrected AND EXISTS (" PROGRESSION_SAME_ROUND " AND o.measured_by = m.measured_by AND o.correction > m.correction AND " known_o "))" \
	" GROUP BY mi.id, m.question_id, by_citizen ORDER BY NULL)," \
	" d AS (SELECT v.id, v.by_citizen, IF(q.higher_is_better, MOD(v.first_1, 100), 10 - MOD(v.first_1, 100)) AS first," \
	" IF(q.higher_is_better, MOD(v.last_1, 100), 10 - MOD(v.last_1, 100)) AS last, COALESCE(pg.measure = 'psfs', FALSE) AS is_item" \
	" FROM v JOIN progress_question q ON q.id = v.question_id LEFT JOIN progress_goal pg ON pg.intervention_id = v.id AND pg.question_id = v.question_id" \
	" WHERE v.first_1 DIV 100 < v.last_1 DIV 100)"

#define PROGRESSION_SUMS(x, is) \
	" SUM(" is ") AS " x "_goals, SUM(IF(" is ", d.first, 0)) AS " x "_first, SUM(IF(" is ", d.last, 0)) AS " x "_last," \
	" IF(SUM(" is ") = 1 AND SUM(" is " AND d.is_item) = 1, 3, 2 * SUM(" is ")) AS " x "_noticeable"
#define PROGRESSION_CHANGE(x) \
	" CASE WHEN COALESCE(g." x "_goals, 0) = 0 THEN 'missing' WHEN g." x "_last - g." x "_first >= g." x "_noticeable THEN 'better'" \
	" WHEN g." x "_first - g." x "_last >= g." x "_noticeable THEN 'worse' ELSE 'same' END AS " x "_change"

/* Is it the one that stands for the citizen in this row? */
#define PROGRESSION_IN(what) "ROW_NUMBER() OVER (PARTITION BY i.citizen_id, i." what " ORDER BY i.started_on DESC, i.id DESC) = 1 AS in_" what

/* i: interventions; mi, v, d: their values; g: each intervention's; w: whose they are in which row; p: all of it. */
#define PROGRESSION_THERE \
	REPORT_COURSES ", i AS (SELECT i.course_id, i.id, rc.citizen_id, i.started_on, cv.entry_id AS entry, i.kind, i.track, rc.target_group AS target" \
	" FROM ask, rc JOIN intervention i ON i.course_id = rc.id LEFT JOIN catalogue_version cv ON cv.id = i.catalogue_version_id" \
	" WHERE i.started_on <= ask.today AND (ask.from_on IS NULL OR i.started_on >= ask.from_on) AND (ask.to_on IS NULL OR i.started_on <= ask.to_on))," \
	PROGRESSION_VALUES("i", "ask.today", "m.measured_by IN ('citizen', 'provider')", "TRUE", "TRUE") "," \
	" g AS (SELECT d.id," PROGRESSION_SUMS("c", "d.by_citizen") "," PROGRESSION_SUMS("p", "NOT d.by_citizen") " FROM d GROUP BY d.id ORDER BY NULL)," \
	" w AS (SELECT i.course_id, i.id, i.citizen_id, i.started_on, i.entry, i.kind, i.track, i.target, " PROGRESSION_IN("entry") ", " PROGRESSION_IN("kind") ", " \
	PROGRESSION_IN("track") ", " PROGRESSION_IN("target") ", ROW_NUMBER() OVER (PARTITION BY i.citizen_id, i.target, i.kind ORDER BY i.started_on DESC, i.id DESC) = 1 AS in_both" \
	" FROM i)," \
	" p AS (SELECT w.course_id, w.citizen_id, w.started_on, w.entry, w.kind, w.track, w.target, w.in_entry, w.in_kind, w.in_track, w.in_target, w.in_both," \
	PROGRESSION_CHANGE("c") "," PROGRESSION_CHANGE("p") ", g.c_goals, g.c_first, g.c_last, g.p_goals, g.p_first, g.p_last FROM w LEFT JOIN g ON g.id = w.id)"

#endif
