-- The closed courses that reports count: one for each citizen from 101 to 140 and from 149 to 160, as long as the benefit was paid (10-citizens.sql),
-- after their screening (16-earlier-screenings.sql).
-- Each went its way step by step, and its rows begin when it did.
SET @today = DATE(UTC_TIMESTAMP() + INTERVAL IF(MONTH(UTC_TIMESTAMP()) BETWEEN 4 AND 10, 2, 1) HOUR);
SET time_zone = '+00:00', system_versioning_insert_history = ON, @for_ever = '2038-01-19 03:14:07.999999';

CREATE TEMPORARY TABLE gone AS
  SELECT b.citizen_id AS id, b.benefit_type, b.changed_by AS uid, b.ends_on AS closed_on,
    b.starts_on + INTERVAL IF(b.citizen_id < 149, 60 + b.citizen_id % 40, 21 + b.citizen_id * 7 % 40) DAY AS opened_on,
    CAST(ELT(1 + b.citizen_id % 8, 'job', 'job', 'education', 'job', 'flexjob', 'benefit', 'job', 'pension') AS CHAR(40)) AS outcome
  FROM benefit_period b WHERE b.ends_on IS NOT NULL AND (b.citizen_id BETWEEN 101 AND 140 OR b.citizen_id BETWEEN 149 AND 160);
ALTER TABLE gone ADD PRIMARY KEY (id), ADD COLUMN agreed_on DATE;
UPDATE gone SET outcome = 'wage-subsidy' WHERE id % 16 = 3;
UPDATE gone SET outcome = 'moved' WHERE id IN (126, 157);
UPDATE gone SET agreed_on = opened_on + INTERVAL 40 + id % 30 DAY;

-- Days after the course was opened; a part of them rested for some weeks.
CREATE TEMPORARY TABLE went AS
  SELECT g.id, s.n, ELT(s.n, 'new', 'screened', 'assessed-risk', 'assessment', 'conference-ready', 'planning', 'active', 'paused', 'active', 'closed') AS state,
    IF(s.n = 10, g.closed_on, g.opened_on + INTERVAL ELT(s.n, 0, 2 + g.id % 5, 5 + g.id % 5 + g.id % 4, 7 + g.id % 5 + g.id % 4 + g.id % 6, 26 + g.id % 30,
      28 + g.id % 30, 40 + g.id % 30, 150 + g.id % 20, 171 + g.id % 20 + g.id % 25) DAY) + INTERVAL 430 + s.n * 11 + g.id MINUTE AS at
  FROM gone g JOIN (SELECT 1 AS n UNION VALUES (2), (3), (4), (5), (6), (7), (8), (9), (10)) s
  WHERE s.n NOT IN (8, 9) OR (g.id % 7 = 0 AND g.closed_on > g.opened_on + INTERVAL 230 DAY);
INSERT INTO course (id, citizen_id, frame_id, screening_id, department_id, caseworker_uid, state, employment_goal, opened_on, closed_on, outcome,
    state_reason, state_since, changed_by, ROW_START, ROW_END)
  SELECT g.id, g.id, CASE g.benefit_type WHEN 'kontanthjaelp' THEN 1 WHEN 'sygedagpenge' THEN 2 ELSE 4 END, IF(w.n < 2, NULL, 1000 + g.id), 'jobcenter',
    g.uid, w.state, IF(w.n < 5, NULL, ELT(1 + g.id % 5, 'Butiksarbejde', 'Lager og transport', 'Kontor', 'Pleje og omsorg', 'Håndværk')), g.opened_on,
    IF(w.n = 10, g.closed_on, NULL), IF(w.n = 10, g.outcome, NULL), CASE w.n WHEN 8 THEN 'Indlagt til operation' WHEN 10 THEN 'Forløbet er gennemført' END,
    w.at, g.uid, w.at, COALESCE(LEAD(w.at) OVER (PARTITION BY g.id ORDER BY w.n), @for_ever)
  FROM gone g JOIN went w ON w.id = g.id;

INSERT INTO plan (id, course_id, version, state, agreement, agreed_on, valid_from, valid_to, created_at, changed_by, ROW_START, ROW_END)
  SELECT g.id, g.id, 1, s.state, IF(s.n = 1, NULL, 'agreed'), IF(s.n = 1, NULL, g.agreed_on), IF(s.n = 1, NULL, g.agreed_on), IF(s.n = 3, g.closed_on, NULL),
    g.agreed_on - INTERVAL 5 DAY + INTERVAL 500 + g.id MINUTE, g.uid, s.at, COALESCE(LEAD(s.at) OVER (PARTITION BY g.id ORDER BY s.n), @for_ever)
  FROM gone g JOIN (
    SELECT id, 1 AS n, 'draft' AS state, agreed_on - INTERVAL 5 DAY + INTERVAL 500 + id MINUTE AS at FROM gone
    UNION ALL SELECT id, 2, 'agreed', agreed_on + INTERVAL 480 MINUTE FROM gone
    UNION ALL SELECT id, 3, 'ended', closed_on + INTERVAL 780 MINUTE FROM gone) s ON s.id = g.id;

-- Five in six were in a company, some of them late; three in four had another intervention beside it or before; a few had nothing at all.
CREATE TEMPORARY TABLE given AS
  SELECT 1000 + g.id * 2 + n.n AS id, g.id AS course_id, n.n, g.uid, g.agreed_on AS ordered_on, g.closed_on,
    IF(n.n = 0, 171, ELT(1 + g.id % 3, 41, 182, 32)) AS catalogue_version_id,
    CASE n.n WHEN 0 THEN 'Virksomhedspraktik' ELSE ELT(1 + g.id % 3, 'Træning', 'Mentorstøtte', 'Smertehåndtering') END AS title,
    CASE n.n WHEN 0 THEN 'vk.ole' ELSE ELT(1 + g.id % 3, 'fys.pia', 'vh.bent', 'ext.fit') END AS provider_uid,
    g.agreed_on + INTERVAL IF(n.n = 0, 8 + g.id % 9 * 13, 6 + g.id % 11) DAY AS started_on
  FROM gone g JOIN (SELECT 0 AS n UNION VALUES (1)) n WHERE IF(n.n = 0, g.id % 6 <> 5, g.id % 4 <> 0 AND g.id % 12 <> 11);
ALTER TABLE given ADD PRIMARY KEY (id), ADD COLUMN ended_on DATE;
UPDATE given SET ended_on = LEAST(started_on + INTERVAL 90 + course_id % 90 DAY, closed_on);
INSERT INTO intervention (id, course_id, plan_id, title, catalogue_version_id, kind, track, is_offer, is_company_offer, hours_week, provider_uid, goal, state,
    starts_on, ends_on, first_measurement_on, ordered_on, started_on, ended_on, end_told_on, follow_up, created_at, changed_by, ROW_START, ROW_END)
  SELECT i.id, i.course_id, i.course_id, i.title, v.id, v.kind, NULLIF(SUBSTRING_INDEX(v.tracks, ',', 1), ''), TRUE, i.n = 0, IF(i.n = 0, 15, 4),
    i.provider_uid, 'Er klar til arbejde', s.state, i.started_on, IF(s.n < 4, i.started_on + INTERVAL 90 + i.course_id % 90 DAY, i.ended_on),
    i.started_on + INTERVAL 28 DAY, i.ordered_on, IF(s.n < 3, NULL, i.started_on), IF(s.n < 4, NULL, i.ended_on), IF(s.n < 4, NULL, i.ended_on),
    IF(s.n < 4, NULL, 'end'), i.ordered_on - INTERVAL 2 DAY + INTERVAL 510 + i.course_id MINUTE, IF(s.n < 2, i.uid, i.provider_uid), s.at,
    COALESCE(LEAD(s.at) OVER (PARTITION BY i.id ORDER BY s.n), @for_ever)
  FROM given i JOIN catalogue_version v ON v.id = i.catalogue_version_id JOIN (
    SELECT id, 1 AS n, 'ordered' AS state, ordered_on + INTERVAL 540 MINUTE AS at FROM given
    UNION ALL SELECT id, 2, 'accepted', ordered_on + INTERVAL 1980 MINUTE FROM given
    UNION ALL SELECT id, 3, 'running', started_on + INTERVAL 480 MINUTE FROM given
    UNION ALL SELECT id, 4, IF(course_id % 10 = 9, 'stopped', 'completed'), ended_on + INTERVAL 750 MINUTE FROM given) s ON s.id = i.id;

-- More than half of them have it better, some as before, a few worse; one in eight was measured once only.
INSERT INTO measurement (course_id, intervention_id, question_id, round, measured_by, value, measured_at, changed_by, ROW_START,
    ROW_END)
  SELECT i.course_id, i.id, 14, r.n, g.measured_by, LEAST(10, GREATEST(0, 4 + i.course_id % 3 + (r.n - 1) * ELT(1 + (i.id + 3) % 7, 2, 1, 0, 1, -1, 0, 1) - (g.measured_by = 'provider' AND (r.n = 1 OR i.id % 3 = 0)))),
    i.first_measurement_on + INTERVAL 28 * (r.n - 1) + (g.measured_by = 'provider') DAY,
    CASE g.measured_by WHEN 'citizen' THEN 'citizen' ELSE i.provider_uid END,
    i.first_measurement_on + INTERVAL 28 * (r.n - 1) + (g.measured_by = 'provider') DAY + INTERVAL 11 HOUR, @for_ever
  FROM intervention i JOIN given h ON h.id = i.id JOIN (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3) r
    JOIN (SELECT 'citizen' AS measured_by UNION SELECT 'provider') g
  WHERE r.n = 1 OR i.id % 8 <> 3;
DROP TEMPORARY TABLE gone, went, given;
