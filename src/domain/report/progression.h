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

/* 99 stands for "it was not possible"; of a round's values the last correction counts. */
#define PROGRESSION_ROUND(by) "MOD(MAX(IF(m.measured_by = '" by "', m.correction * 100 + COALESCE(m.value, 99), NULL)), 100)"
#define PROGRESSION_FIRST_LAST(by, x) \
	" COUNT(NULLIF(r." by ", 99)) > 1 AS " x "2, MOD(MIN(IF(r." by " < 99, r.round * 100 + r." by ", NULL)), 100) AS " x "_first," \
	" MOD(MAX(IF(r." by " < 99, r.round * 100 + r." by ", NULL)), 100) AS " x "_last"
#define PROGRESSION_SUMS(x) \
	" COALESCE(SUM(v." x "2), 0) AS " x "_goals, COALESCE(SUM(IF(v." x "2, IF(pq.higher_is_better, v." x "_first, 10 - v." x "_first), 0)), 0) AS " x "_first," \
	" COALESCE(SUM(IF(v." x "2, IF(pq.higher_is_better, v." x "_last, 10 - v." x "_last), 0)), 0) AS " x "_last," \
	" IF(SUM(v." x "2) = 1 AND SUM(v." x "2 AND pg.measure = 'psfs') = 1, 3, 2 * SUM(v." x "2)) AS " x "_noticeable"
#define PROGRESSION_CHANGE(x) \
	" CASE WHEN COALESCE(g." x "_goals, 0) = 0 THEN 'missing' WHEN g." x "_last - g." x "_first >= g." x "_noticeable THEN 'better'" \
	" WHEN g." x "_first - g." x "_last >= g." x "_noticeable THEN 'worse' ELSE 'same' END AS " x "_change"

/* Is it the one that stands for the citizen in this row? */
#define PROGRESSION_IN(what) "ROW_NUMBER() OVER (PARTITION BY i.citizen_id, i." what " ORDER BY i.started_on DESC, i.id DESC) = 1 AS in_" what

/* i: interventions; r: their open rounds; v: each goal's first and last; g: each intervention's; w: whose they are in which row; p: all of it. */
#define PROGRESSION_THERE \
	REPORT_COURSES ", i AS (SELECT i.course_id, i.id, rc.citizen_id, i.started_on, COALESCE(CONCAT('entry-', cv.entry_id), 'entry-own') AS entry," \
	" COALESCE(CONCAT('kind-', i.kind), 'kind-none') AS kind, COALESCE(CONCAT('track-', i.track), 'track-none') AS track," \
	" COALESCE(rc.target_group, 'group-none') AS target" \
	" FROM ask, rc JOIN intervention i ON i.course_id = rc.id LEFT JOIN catalogue_version cv ON cv.id = i.catalogue_version_id" \
	" WHERE i.started_on <= ask.today AND (ask.from_on IS NULL OR i.started_on >= ask.from_on) AND (ask.to_on IS NULL OR i.started_on <= ask.to_on))," \
	" r AS (SELECT i.course_id, i.id, m.question_id, m.round, " PROGRESSION_ROUND("citizen") " AS citizen, " PROGRESSION_ROUND("provider") " AS provider" \
	" FROM ask, i JOIN measurement m ON m.course_id = i.course_id AND m.intervention_id = i.id WHERE m.measured_by IN ('citizen', 'provider')" \
	" GROUP BY i.course_id, i.id, m.question_id, m.round" \
	" HAVING (citizen IS NOT NULL AND provider IS NOT NULL) OR MIN(m.measured_at) < MAX(ask.today) - INTERVAL 7 DAY - INTERVAL 2 HOUR)," \
	" v AS (SELECT r.course_id, r.id, r.question_id," PROGRESSION_FIRST_LAST("citizen", "c") "," PROGRESSION_FIRST_LAST("provider", "p") \
	" FROM r GROUP BY r.course_id, r.id, r.question_id)," \
	" g AS (SELECT v.id," PROGRESSION_SUMS("c") "," PROGRESSION_SUMS("p") " FROM v JOIN progress_question pq ON pq.id = v.question_id" \
	" LEFT JOIN progress_goal pg ON pg.course_id = v.course_id AND pg.intervention_id = v.id AND pg.question_id = v.question_id GROUP BY v.id)," \
	" w AS (SELECT i.course_id, i.id, i.citizen_id, i.started_on, i.entry, i.kind, i.track, i.target, " PROGRESSION_IN("entry") ", " PROGRESSION_IN("kind") ", " \
	PROGRESSION_IN("track") ", " PROGRESSION_IN("target") ", ROW_NUMBER() OVER (PARTITION BY i.citizen_id, i.target, i.kind ORDER BY i.started_on DESC, i.id DESC) = 1 AS in_both" \
	" FROM i)," \
	" p AS (SELECT w.course_id, w.citizen_id, w.started_on, w.entry, w.kind, w.track, w.target, w.in_entry, w.in_kind, w.in_track, w.in_target, w.in_both," \
	PROGRESSION_CHANGE("c") "," PROGRESSION_CHANGE("p") ", g.c_goals, g.c_first, g.c_last, g.p_goals, g.p_first, g.p_last FROM w LEFT JOIN g ON g.id = w.id)"

#endif
