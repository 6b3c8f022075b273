-- What became of those whose course was closed, month by month until last month, and what an evaluator found of others: made up, and marked so.
SET @today = DATE(UTC_TIMESTAMP() + INTERVAL IF(MONTH(UTC_TIMESTAMP()) BETWEEN 4 AND 10, 2, 1) HOUR);
SET time_zone = '+00:00', system_versioning_insert_history = ON, @for_ever = '2038-01-19 03:14:07.999999';
SET @this_month = CAST(DATE_FORMAT(@today, '%Y-%m-01') AS DATE);

-- n: months since the course was closed, below 1 while it ran and in the half year before.  A month in 23 nobody told of.  Some were in a job with a wage
-- subsidy for a while before their first offer (eased).
CREATE TEMPORARY TABLE told AS
  SELECT c.id, c.citizen_id, c.outcome, CAST(DATE_FORMAT(c.closed_on, '%Y-%m-01') AS DATE) + INTERVAL CAST(s.seq AS SIGNED) - 60 MONTH AS month, CAST(s.seq AS SIGNED) - 60 AS n,
    c.id % 13 = 9 AND CAST(DATE_FORMAT(c.closed_on, '%Y-%m-01') AS DATE) + INTERVAL CAST(s.seq AS SIGNED) - 60 MONTH < c.opened_on + INTERVAL 5 MONTH AS eased
  FROM course c JOIN seq_1_to_120 s WHERE c.closed_on IS NOT NULL AND c.citizen_id > 100 AND (c.id * 7 + s.seq) % 23 <> 0
    AND CAST(DATE_FORMAT(c.closed_on, '%Y-%m-01') AS DATE) + INTERVAL CAST(s.seq AS SIGNED) - 60 MONTH < @this_month
    AND CAST(DATE_FORMAT(c.closed_on, '%Y-%m-01') AS DATE) + INTERVAL CAST(s.seq AS SIGNED) - 60 MONTH >= c.opened_on - INTERVAL 6 MONTH;
DELETE FROM told WHERE outcome = 'moved' AND n > 1;
INSERT INTO outcome (citizen_id, course_id, month, kind, hours_week, source, changed_by, ROW_START, ROW_END)
  SELECT k.citizen_id, k.id, k.month, k.kind, CASE WHEN k.kind = 'job' THEN ELT(1 + k.id % 5, 37, 32, 30, 25, 37) WHEN k.kind IN ('flexjob', 'wage-subsidy') THEN 15 + k.id % 6 END,
    'Demo: indkomstregister', 'oek.rita', k.month + INTERVAL 40 DAY + INTERVAL 370 MINUTE, @for_ever
  FROM (SELECT t.id, t.citizen_id, t.month, CASE WHEN t.n < 1 THEN IF(t.eased, 'wage-subsidy', 'benefit') WHEN t.outcome = 'wage-subsidy' AND t.n > 6 THEN 'job' WHEN t.outcome = 'education' AND t.n > 24 THEN 'job'
    WHEN t.outcome = 'job' AND t.id % 9 = 0 AND t.n > 8 THEN 'benefit' WHEN t.outcome = 'benefit' AND t.id % 16 = 5 AND t.n > 18 THEN 'job' ELSE t.outcome END AS kind FROM told t) k
  WHERE k.month + INTERVAL 40 DAY <= @today;
DROP TEMPORARY TABLE told;

-- Of the open ones their months on benefits.
INSERT INTO outcome (citizen_id, course_id, month, kind, source, changed_by, ROW_START, ROW_END)
  SELECT c.citizen_id, MIN(c.id), m.month, 'benefit', 'Demo: indkomstregister', 'oek.rita', m.month + INTERVAL 40 DAY + INTERVAL 370 MINUTE, @for_ever
  FROM course c JOIN (SELECT @this_month - INTERVAL seq MONTH AS month FROM seq_1_to_36) m ON m.month >= c.opened_on AND m.month + INTERVAL 40 DAY <= @today
  JOIN benefit_period b ON b.citizen_id = c.citizen_id AND b.starts_on <= m.month AND (b.ends_on IS NULL OR b.ends_on >= m.month)
  WHERE c.closed_on IS NULL GROUP BY c.citizen_id, m.month;

INSERT INTO effect_figure (study, years_since, population, moment, persons, stable, stated_on, source, changed_by, ROW_START, ROW_END)
  SELECT 'Demo-evaluering', y.years, g.population, g.moment, g.persons,
    g.persons * IF(g.moment = 'before', g.share, IF(g.population = 'treated', y.treated, y.control)) DIV 100, '2024-06-01', 'Demotal', 'eval.ane', '2024-06-01 08:00:00', @for_ever
  FROM (SELECT 1 AS years, 24 AS treated, 25 AS control UNION ALL SELECT 2, 28, 27 UNION ALL SELECT 3, 32, 29 UNION ALL SELECT 4, 35, 30) y,
    (SELECT 'treated' AS population, 'before' AS moment, 1200 AS persons, 20 AS share UNION ALL SELECT 'treated', 'after', 1200, NULL
      UNION ALL SELECT 'control', 'before', 2400, 22 UNION ALL SELECT 'control', 'after', 2400, NULL) g;
