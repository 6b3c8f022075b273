-- reports.sql - what reports read, of the cases @from to @to of data.sql: four years of courses, more than half of them closed, with the states that they
-- went through, 20 measurements each, benefits and outcomes.  By rule, as data.sql; run in pieces, after it.
SET SESSION foreign_key_checks = 0, unique_checks = 0, time_zone = '+00:00', sql_mode = CONCAT(@@sql_mode, ',NO_UNSIGNED_SUBTRACTION');
SET @base = 10000000, @today = CURRENT_DATE;

-- Opened in the last 1,500 days; six in ten were closed, unless that is still to come.
UPDATE course SET opened_on = @today - INTERVAL (id - @base) * 7919 % 1500 DAY, state_since = opened_on + INTERVAL 60 DAY
WHERE id BETWEEN @base + @from AND @base + @to;
UPDATE course SET closed_on = opened_on + INTERVAL 30 + id * 104729 % 700 DAY, state = 'closed',
  outcome = ELT(1 + id % 7, 'job', 'education', 'flexjob', 'wage-subsidy', 'benefit', 'pension', 'moved')
WHERE id BETWEEN @base + @from AND @base + @to AND id % 10 < 6 AND opened_on + INTERVAL 30 + id * 104729 % 700 DAY <= @today;
UPDATE course SET state = 'paused' WHERE id BETWEEN @base + @from AND @base + @to AND closed_on IS NULL AND id % 20 = 9;

-- How it came to be so: five states of some days each, long before the row that stands.
SET SESSION system_versioning_insert_history = ON;
INSERT INTO course (id, citizen_id, frame_id, screening_id, department_id, caseworker_uid, state, opened_on, state_since, changed_by, ROW_START, ROW_END)
SELECT c.id, c.citizen_id, c.frame_id, c.screening_id, c.department_id, c.caseworker_uid,
  ELT(k.seq, 'new', 'screened', 'assessed-risk', 'assessment', 'planning'), c.opened_on, c.opened_on + INTERVAL 240 * k.seq HOUR, c.changed_by,
  c.opened_on + INTERVAL (240 + id % 9) * k.seq HOUR, c.opened_on + INTERVAL (240 + id % 9) * (k.seq + 1) HOUR
FROM course c JOIN seq_1_to_5 k WHERE c.id BETWEEN @base + @from AND @base + @to;
SET SESSION system_versioning_insert_history = OFF;

UPDATE risk_assessment SET target_group = ELT(1 + id % 3, 'kontanthjaelp', 'sygedagpenge', 'jobafklaring'), indicated = ELT(1 + id % 4, 'low', 'moderate', 'high', 'high'),
  decision = ELT(1 + id % 5, 'low', 'high', 'high', 'moderate', 'high'), reason = 'Borgeren fortæller mere, end spørgsmålene viser',
  risk = ELT(1 + id % 5, 'low', 'high', 'high', 'moderate', 'high'), decided_at = (SELECT opened_on FROM course WHERE course.id = risk_assessment.id)
WHERE id BETWEEN @base + @from AND @base + @to;
INSERT INTO answer (screening_id, question, choice, changed_by) SELECT @base + seq, 'sex', ELT(1 + seq % 2, 'man', 'woman'), 'citizen'
FROM seq_1_to_10000000 WHERE seq BETWEEN @from AND @to AND seq % 3 > 0;

UPDATE intervention i JOIN course c ON c.id = i.course_id
SET i.catalogue_version_id = (SELECT MIN(v.id) FROM catalogue_version v WHERE v.entry_id = 1 + i.id % 20), i.kind = ELT(1 + i.id % 4, 'company', 'health', 'social', 'education'),
  i.track = ELT(1 + i.id % 3, 'physical', 'mild-mental', 'social'), i.is_offer = i.id % 4 > 0, i.is_company_offer = i.id % 4 = 1,
  i.starts_on = c.opened_on + INTERVAL 30 + i.id % 40 DAY, i.ends_on = c.opened_on + INTERVAL 200 DAY, i.first_measurement_on = c.opened_on + INTERVAL 90 DAY,
  i.ordered_on = c.opened_on + INTERVAL 20 + i.id % 30 DAY, i.started_on = IF(i.id % 100 = 3, NULL, c.opened_on + INTERVAL 30 + i.id % 40 DAY),
  i.state = IF(i.id % 100 = 3, 'ordered', IF(c.closed_on IS NULL, 'running', 'completed')), i.ended_on = IF(i.id % 100 = 3, NULL, c.closed_on)
WHERE i.course_id BETWEEN @base + @from AND @base + @to;

-- Two more rounds of the two that are measured.
INSERT INTO measurement (course_id, id, intervention_id, question_id, round, measured_by, value, measured_at, changed_by)
SELECT @base + n.seq, (@base + n.seq) * 100 + 12 + k.seq, (@base + n.seq) * 100 + 1 + k.seq % 2, 1 + k.seq % 2, 3 + (k.seq + 3) DIV 4,
  ELT(1 + (k.seq - 1) DIV 2 % 2, 'citizen', 'provider'), (n.seq + 3 * k.seq) % 11, @today - INTERVAL 20 DAY, 'sb.0001'
FROM seq_1_to_10000000 n JOIN seq_1_to_8 k WHERE n.seq BETWEEN @from AND @to;

UPDATE benefit_period b JOIN course c ON c.citizen_id = b.citizen_id SET b.starts_on = c.opened_on - INTERVAL b.citizen_id % 90 DAY, b.ends_on = c.closed_on
WHERE b.citizen_id BETWEEN @base + @from AND @base + @to;
INSERT INTO benefit_period (citizen_id, id, benefit_type, starts_on, ends_on, changed_by)
SELECT c.citizen_id, c.citizen_id * 100 + 2, 'kontanthjaelp', c.opened_on - INTERVAL 400 DAY, c.opened_on - INTERVAL 200 DAY, 'sb.0001'
FROM course c WHERE c.id BETWEEN @base + @from AND @base + @to AND c.id % 3 = 0;

INSERT INTO outcome (citizen_id, id, course_id, month, kind, hours_week, source, changed_by)
SELECT c.citizen_id, c.citizen_id * 100 + k.seq, c.id, c.closed_on - INTERVAL DAYOFMONTH(c.closed_on) - 1 DAY + INTERVAL k.seq MONTH,
  IF(c.outcome = 'wage-subsidy', 'wage-subsidy', c.outcome), IF(c.outcome IN ('job', 'flexjob'), 10 + (c.id + k.seq) % 28, NULL), 'bench', 'sb.0001'
FROM course c JOIN seq_1_to_8 k WHERE c.id BETWEEN @base + @from AND @base + @to AND c.closed_on IS NOT NULL;

INSERT INTO course_handover (course_id, id, from_uid, to_uid, from_department, to_department, reason, created_at, changed_by)
SELECT c.id, c.id * 100 + 1, CONCAT('sb.', LPAD(1 + (c.id + 1) % 400, 4, '0')), c.caseworker_uid, c.department_id, c.department_id, 'Andre hænder',
  c.opened_on + INTERVAL 20 DAY, 'sb.0001' FROM course c WHERE c.id BETWEEN @base + @from AND @base + @to AND c.id % 10 = 0;
