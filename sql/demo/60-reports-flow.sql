-- Courses that are open, so that the reports have some at every step: 141 to 148 (10-citizens.sql).  One of them has lain for weeks.
SET @today = DATE(UTC_TIMESTAMP() + INTERVAL IF(MONTH(UTC_TIMESTAMP()) BETWEEN 4 AND 10, 2, 1) HOUR);
SET time_zone = '+00:00', system_versioning_insert_history = ON, @for_ever = '2038-01-19 03:14:07.999999';

CREATE TEMPORARY TABLE goes AS
  SELECT b.citizen_id AS id, b.benefit_type, b.changed_by AS uid, b.starts_on + INTERVAL 25 DAY AS opened_on,
    ELT(b.citizen_id - 140, 7, 7, 7, 8, 6, 4, 5, 3) AS reached
  FROM benefit_period b WHERE b.ends_on IS NULL AND b.citizen_id BETWEEN 141 AND 148;
CREATE TEMPORARY TABLE went AS
  SELECT g.id, s.n, ELT(s.n, 'new', 'screened', 'assessed-risk', 'assessment', 'conference-ready', 'planning', 'active', 'paused') AS state,
    g.opened_on + INTERVAL ELT(s.n, 0, 3, 6, 11, 30 + g.id % 20, 33 + g.id % 20, 47 + g.id % 30, 220) DAY + INTERVAL 430 + s.n * 11 + g.id MINUTE AS at
  FROM goes g JOIN (SELECT 1 AS n UNION VALUES (2), (3), (4), (5), (6), (7), (8)) s ON s.n <= g.reached;
INSERT INTO course (id, citizen_id, frame_id, screening_note, department_id, caseworker_uid, state, employment_goal, opened_on, state_reason, returns_on,
    state_since, changed_by, ROW_START, ROW_END)
  SELECT g.id, g.id, CASE g.benefit_type WHEN 'kontanthjaelp' THEN 1 WHEN 'sygedagpenge' THEN 2 ELSE 4 END, 'Skemaet er besvaret på papir.', 'jobcenter',
    g.uid, w.state, IF(w.n < 5, NULL, ELT(1 + g.id % 3, 'Butiksarbejde', 'Lager og transport', 'Kontor')), g.opened_on,
    IF(w.n = 8, 'Indlagt til operation', NULL), IF(w.n = 8, @today + INTERVAL 20 DAY, NULL), w.at, g.uid, w.at,
    COALESCE(LEAD(w.at) OVER (PARTITION BY g.id ORDER BY w.n), @for_ever)
  FROM goes g JOIN went w ON w.id = g.id;
INSERT INTO plan (id, course_id, version, state, agreement, agreed_on, valid_from, created_at, changed_by, ROW_START, ROW_END)
  SELECT w.id, w.id, 1, 'agreed', 'agreed', DATE(w.at), DATE(w.at), w.at, g.uid, w.at, @for_ever FROM went w JOIN goes g ON g.id = w.id WHERE w.n = 7;

-- Each from the day that it was ordered to the day that it began, and for some to its end.
CREATE TEMPORARY TABLE given AS
  SELECT o.n + 1400 AS id, o.course_id, o.version_id, o.title, o.provider_uid, DATE(w.at) + INTERVAL 1 DAY AS ordered_on,
    DATE(w.at) + INTERVAL 1 + o.waits DAY AS starts_on, o.begins, DATE(w.at) + INTERVAL 1 + o.waits + o.lasts DAY AS ended_on
  FROM (SELECT 1 AS n, 141 AS course_id, 182 AS version_id, 'Mentorstøtte' AS title, 'vh.bent' AS provider_uid, 12 AS waits, TRUE AS begins, 140 AS lasts
    UNION VALUES (2, 141, 171, 'Virksomhedspraktik', 'vk.ole', 64, TRUE, NULL), (3, 142, 32, 'Smertehåndtering', 'ext.fit', 9, TRUE, NULL),
      (4, 142, 171, 'Virksomhedspraktik', 'vk.ole', 95, TRUE, NULL), (5, 143, 171, 'Virksomhedspraktik', 'vk.ole', 30, FALSE, NULL),
      (6, 144, 41, 'Træning', 'fys.pia', 18, TRUE, 110)) o JOIN went w ON w.id = o.course_id AND w.n = 7;
INSERT INTO intervention (id, course_id, plan_id, title, catalogue_version_id, kind, track, is_offer, is_company_offer, hours_week, provider_uid, goal, state,
    starts_on, ends_on, first_measurement_on, ordered_on, started_on, ended_on, end_told_on, follow_up, created_at, changed_by, ROW_START, ROW_END)
  SELECT i.id, i.course_id, i.course_id, i.title, v.id, v.kind, NULLIF(SUBSTRING_INDEX(v.tracks, ',', 1), ''), TRUE, v.kind = 'company', 12, i.provider_uid,
    'Er klar til arbejde', s.state, i.starts_on, IF(s.n = 3, i.ended_on, NULL), i.starts_on + INTERVAL 28 DAY, i.ordered_on, IF(s.n < 2, NULL, i.starts_on),
    IF(s.n = 3, i.ended_on, NULL), IF(s.n = 3, i.ended_on, NULL), IF(s.n = 3, 'end', NULL), i.ordered_on + INTERVAL 510 MINUTE, i.provider_uid, s.at,
    COALESCE(LEAD(s.at) OVER (PARTITION BY i.id ORDER BY s.n), @for_ever)
  FROM given i JOIN catalogue_version v ON v.id = i.version_id JOIN (
    SELECT id, 1 AS n, 'ordered' AS state, ordered_on + INTERVAL 540 MINUTE AS at FROM given
    UNION ALL SELECT id, 2, 'running', starts_on + INTERVAL 480 MINUTE FROM given WHERE begins
    UNION ALL SELECT id, 3, 'completed', ended_on + INTERVAL 750 MINUTE FROM given WHERE ended_on IS NOT NULL) s ON s.id = i.id;
DROP TEMPORARY TABLE goes, went, given;

-- Something was told of all of them lately, but for one.
INSERT INTO background_value (course_id, section, field, value, source, told_on, changed_by, ROW_START, ROW_END)
  SELECT c.id, 'work', 'occupation', ELT(1 + c.id % 3, 'Butiksassistent', 'Chauffør', 'Kontorassistent'), 'citizen', @today - INTERVAL 2 + c.id % 20 DAY,
    c.caseworker_uid, @today - INTERVAL 2 + c.id % 20 DAY + INTERVAL 560 MINUTE, @for_ever
  FROM course c WHERE c.id BETWEEN 141 AND 148 AND c.id <> 143;
