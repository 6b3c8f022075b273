-- What the interventions of the demo are measured by, and when (20-courses.sql has their values): from the day when each began.
SET @today = DATE(UTC_TIMESTAMP() + INTERVAL IF(MONTH(UTC_TIMESTAMP()) BETWEEN 4 AND 10, 2, 1) HOUR);
SET time_zone = '+00:00', system_versioning_insert_history = ON, @for_ever = '2038-01-19 03:14:07.999999';

-- The questions that were measured, and those that are chosen and wait for their first value.
INSERT INTO progress_goal (course_id, intervention_id, question_id, direction, measure, target, chosen_on, ended_on, created_at, changed_by, ROW_START, ROW_END)
  SELECT i.course_id, i.id, g.question_id, IF(g.question_id = 3, 'limit-loss', 'develop'), CASE WHEN i.id = 4 THEN 'gas' WHEN g.question_id = 1 THEN 'psfs' ELSE 'nrs' END, CASE i.id WHEN 1 THEN 7 WHEN 4 THEN 5 END,
    i.started_on, IF(i.state IN ('completed', 'stopped'), i.ends_on, NULL), i.started_on + INTERVAL 10 HOUR, i.provider_uid,
    i.started_on + INTERVAL 10 HOUR, @for_ever
  FROM intervention i JOIN (SELECT m.intervention_id, m.question_id FROM measurement m GROUP BY m.intervention_id, m.question_id) g ON g.intervention_id = i.id;

INSERT INTO measurement_schedule (course_id, intervention_id, first_round, first_due_on, interval_weeks, created_at, changed_by, ROW_START, ROW_END)
  SELECT i.course_id, i.id, 1, i.first_measurement_on, CASE i.id WHEN 1 THEN 2 WHEN 4 THEN 5 WHEN 6 THEN 8 WHEN 10 THEN 8 ELSE 4 END,
    i.started_on + INTERVAL 10 HOUR, i.provider_uid, i.started_on + INTERVAL 10 HOUR, @for_ever
  FROM intervention i WHERE i.started_on IS NOT NULL;

-- A question that a provider proposes to the bank.
INSERT INTO progress_question (category, text, anchor_0, anchor_10, higher_is_better, valid_from, state, department_id, proposed_by, proposed_at)
  VALUES ('hverdag', 'Jeg kan handle ind uden at skulle hvile bagefter', 'slet ikke', 'uden problemer', TRUE, @today - INTERVAL 3 DAY, 'proposed',
    'sundhedscenter', 'fys.pia', @today - INTERVAL 3 DAY + INTERVAL 11 HOUR);

-- What Mads asked Bent to read: he has, and his receipt is still to come.
INSERT INTO message (id, course_id, from_uid, to_uid, kind, intervention_id, subject, text, path, sent_at, wants_receipt, read_at, changed_by, ROW_START, ROW_END)
  SELECT 1, i.course_id, 'mads.sb', i.provider_uid, 'written', i.id, 'Mødet på arbejdspladsen', 'Mødet er flyttet til torsdag kl. 13. Kan du stadig være med?',
    '/messages', t.at, TRUE, IF(v.n = 2, t.at + INTERVAL 2 HOUR, NULL), IF(v.n = 2, i.provider_uid, 'mads.sb'), t.at + INTERVAL IF(v.n = 2, 2, 0) HOUR,
    IF(v.n = 2, @for_ever, t.at + INTERVAL 2 HOUR)
  FROM (SELECT @today - INTERVAL 1 DAY + INTERVAL 9 HOUR AS at) t JOIN intervention i ON i.id = 2 JOIN (SELECT 1 AS n UNION VALUES (2)) v;
