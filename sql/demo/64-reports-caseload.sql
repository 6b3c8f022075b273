-- Whose hours: the part of a full-time position that each caseworker has for these courses.  Lis has none: there is no norm for hers.
SET @today = DATE(UTC_TIMESTAMP() + INTERVAL IF(MONTH(UTC_TIMESTAMP()) BETWEEN 4 AND 10, 2, 1) HOUR);
SET time_zone = '+00:00', system_versioning_insert_history = ON, @for_ever = '2038-01-19 03:14:07.999999';
INSERT INTO staff_hours (uid, department_id, benefit_type, fte, from_on, to_on, changed_by, ROW_START, ROW_END)
  SELECT h.uid, 'jobcenter', h.benefit_type, h.fte, h.from_on, h.to_on, 'tl.karla', h.from_on + INTERVAL 9 HOUR, @for_ever
  FROM (SELECT 'mads.sb' AS uid, 'kontanthjaelp' AS benefit_type, 0.20 AS fte, CAST('2021-01-01' AS DATE) AS from_on, @today - INTERVAL 201 DAY AS to_on
    UNION ALL SELECT 'mads.sb', 'kontanthjaelp', 0.25, @today - INTERVAL 200 DAY, NULL
    UNION ALL SELECT 'sofie.sb', 'sygedagpenge', 0.15, '2021-01-01', NULL) h;
