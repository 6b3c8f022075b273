-- The screenings of those whose courses are closed (21-earlier-courses.sql): a screening has 1000 and its citizen's number.  One in five was decided otherwise
-- than the rules indicated, with a reason; a few answered too little for any indication.
SET @today = DATE(UTC_TIMESTAMP() + INTERVAL IF(MONTH(UTC_TIMESTAMP()) BETWEEN 4 AND 10, 2, 1) HOUR);
SET time_zone = '+00:00', system_versioning_insert_history = ON, @for_ever = '2038-01-19 03:14:07.999999';

CREATE TEMPORARY TABLE gone (
  id BIGINT, code VARCHAR(60), uid VARCHAR(64), opened_on DATE, red INT, yellow INT, missing INT, indicates VARCHAR(40), decision VARCHAR(40), risk VARCHAR(10)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;
INSERT INTO gone (id, code, uid, opened_on, red, yellow, missing)
  SELECT b.citizen_id AS id, IF(b.benefit_type = 'kontanthjaelp', 'demo-kontanthjaelp', 'demo-sygedagpenge') AS code, b.changed_by AS uid,
    b.starts_on + INTERVAL IF(b.citizen_id < 149, 60 + b.citizen_id % 40, 21 + b.citizen_id * 7 % 40) DAY AS opened_on,
    b.citizen_id * 7 % 11 AS red, b.citizen_id * 5 % 6 AS yellow, IF(b.citizen_id % 17 = 4, 7, 0) AS missing
  FROM benefit_period b WHERE b.ends_on IS NOT NULL AND (b.citizen_id BETWEEN 101 AND 140 OR b.citizen_id BETWEEN 149 AND 160);
UPDATE gone SET indicates = CASE WHEN missing > 0 THEN NULL WHEN code = 'demo-kontanthjaelp' THEN IF(red >= 5, 'aktivitetsparat', 'jobparat')
  WHEN red >= 7 THEN 'hoej-risiko' WHEN red >= 3 THEN 'moderat-risiko' ELSE 'lav-risiko' END;
UPDATE gone SET decision = CASE WHEN code = 'demo-kontanthjaelp' THEN IF(indicates IS NULL OR (indicates = 'aktivitetsparat') = (id % 5 <> 2), 'aktivitetsparat', 'jobparat')
  WHEN indicates IS NULL OR indicates = 'lav-risiko' THEN 'moderat-risiko' WHEN id % 5 = 1 THEN IF(indicates = 'moderat-risiko', 'hoej-risiko', 'moderat-risiko') ELSE indicates END;
UPDATE gone SET risk = CASE decision WHEN 'aktivitetsparat' THEN 'high' WHEN 'jobparat' THEN 'low' WHEN 'hoej-risiko' THEN 'high' ELSE 'moderate' END;

INSERT INTO screening (id, citizen_id, questionnaire_id, state, filled_by, expires_on, issued_by, issued_at, opened_at, submitted_at, red, yellow, green, missing,
    indicates, rule, changed_by, ROW_START, ROW_END)
  SELECT 1000 + v.id, v.id, q.id, v.step, 'citizen', v.opened_on + INTERVAL 21 DAY, v.uid, v.opened_on - INTERVAL 7 DAY + INTERVAL 9 HOUR,
    IF(v.n > 1, v.opened_on + INTERVAL 590 MINUTE, NULL), IF(v.n > 2, v.opened_on + INTERVAL 612 MINUTE, NULL), IF(v.n > 2, v.red, NULL), IF(v.n > 2, v.yellow, NULL),
    IF(v.n > 2, 24 - v.red - v.yellow - v.missing, NULL), IF(v.n > 2, v.missing, NULL), IF(v.n > 2, v.indicates, NULL),
    IF(v.n > 2, COALESCE(v.indicates, 'for-faa-svar'), NULL), IF(v.n IN (1, 4), v.uid, 'citizen'), v.at, COALESCE(LEAD(v.at) OVER (PARTITION BY v.id ORDER BY v.n), @for_ever)
  FROM (SELECT g.*, s.n, ELT(s.n, 'invited', 'opened', 'submitted', 'assessed') AS step,
      g.opened_on + INTERVAL ELT(s.n, 540 - 7 * 1440, 590, 612, 600 + (5 + g.id % 5) * 1440) MINUTE AS at
    FROM gone g JOIN (SELECT 1 AS n UNION VALUES (2), (3), (4)) s) v JOIN questionnaire q ON q.code = v.code AND q.state = 'published';

INSERT INTO risk_assessment (id, screening_id, citizen_id, indicated, red, yellow, green, decision, title, risk, reason, legal_basis, decided_at, changed_by, ROW_START,
    ROW_END)
  SELECT 1000 + g.id, 1000 + g.id, g.id, g.indicates, g.red, g.yellow, 24 - g.red - g.yellow - g.missing, g.decision,
    (SELECT MIN(c.title) FROM risk_category c WHERE c.code = g.decision), g.risk,
    IF(g.decision = g.indicates, NULL, ELT(1 + g.id % 4, 'Samtalen viste mere, end skemaet spørger om: borgeren er alene om to små børn.',
      'Lægens attest beskriver smerter, som borgeren ikke selv har nævnt i skemaet.', 'Borgeren har et job i udsigt og en arbejdsgiver, der vil vente.',
      'Skemaet er besvaret på en dårlig dag; ved samtalen så meget anderledes ud.')),
    q.legal_basis, g.opened_on + INTERVAL 600 + (5 + g.id % 5) * 1440 MINUTE, g.uid, g.opened_on + INTERVAL 600 + (5 + g.id % 5) * 1440 MINUTE, @for_ever
  FROM gone g JOIN questionnaire q ON q.code = g.code AND q.state = 'published';
DROP TEMPORARY TABLE gone;
