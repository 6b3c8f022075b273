-- What the interventions of the demo are measured by, and when (20-courses.sql has their values): from the day when each began.
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
