-- What does not work in the demo: Testine's training waits for a decision (her provider has seen the same three times), and Mogens' was
-- stopped, its three goals a little less than expected.
SET @today = DATE(UTC_TIMESTAMP() + INTERVAL IF(MONTH(UTC_TIMESTAMP()) BETWEEN 4 AND 10, 2, 1) HOUR);
SET time_zone = '+00:00', system_versioning_insert_history = ON, @for_ever = '2038-01-19 03:14:07.999999';

INSERT INTO stop_task (course_id, intervention_id, question_id, cause, at_round, figure, raised_on, changed_by, ROW_START, ROW_END) VALUES
  (4, 1, 1, 'no-progress', 6, 3, @today - INTERVAL 2 DAY, 'samspil', @today - INTERVAL 2 DAY + INTERVAL 10 HOUR, @for_ever);

INSERT INTO stop_task (course_id, intervention_id, question_id, cause, at_round, figure, raised_on, answer, answer_reason, answered_by, answered_on,
    changed_by, revision, ROW_START, ROW_END) VALUES
  (5, 4, 5, 'no-progress', 3, 3, @today - INTERVAL 38 DAY, 'stop', 'Ingen fremgang i tre målinger. Borger og udfører er enige om at stoppe.',
    'mads.sb', @today - INTERVAL 30 DAY, 'mads.sb', 2, @today - INTERVAL 30 DAY + INTERVAL 9 HOUR, @for_ever);

-- Mogens' other two goals: GAS 36,3 by the provider's last values.
INSERT INTO progress_goal (course_id, intervention_id, question_id, direction, measure, target, chosen_on, ended_on, created_at, changed_by, ROW_START, ROW_END)
  SELECT 5, 4, q.id, 'develop', 'gas', q.target, i.started_on, i.ends_on, i.started_on + INTERVAL 10 HOUR, i.provider_uid, i.started_on + INTERVAL 10 HOUR, @for_ever
  FROM intervention i JOIN (SELECT 4 AS id, 5 AS target UNION VALUES (6, 6)) q WHERE i.id = 4;
INSERT INTO measurement (course_id, intervention_id, question_id, round, measured_by, value, measured_at, changed_by, ROW_START, ROW_END)
  SELECT 5, 4, v.question, v.round, v.giver, v.value, @today - INTERVAL v.days DAY + INTERVAL 9 HOUR, IF(v.giver = 'citizen', 'citizen', 'fys.pia'),
    @today - INTERVAL v.days DAY + INTERVAL 9 HOUR, @for_ever
  FROM (SELECT 4 AS question, 1 AS round, 'citizen' AS giver, 3 AS value, 110 AS days UNION VALUES (4, 2, 'citizen', 3, 75), (4, 3, 'citizen', 3, 40),
    (4, 1, 'provider', 3, 109), (4, 2, 'provider', 4, 74), (4, 3, 'provider', 4, 39), (6, 1, 'citizen', 4, 110), (6, 2, 'citizen', 5, 75),
    (6, 3, 'citizen', 4, 40), (6, 1, 'provider', 4, 109), (6, 2, 'provider', 4, 74), (6, 3, 'provider', 5, 39)) v;
