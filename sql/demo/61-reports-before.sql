-- Before the effort began, people had been on benefits for long when their course was opened: what those of the closed courses (10-citizens.sql) lived on
-- until then.  What benefits cost before and after can be compared by it.
SET time_zone = '+00:00', system_versioning_insert_history = ON, @for_ever = '2038-01-19 03:14:07.999999';

INSERT INTO benefit_period (citizen_id, benefit_type, starts_on, ends_on, changed_by, ROW_START, ROW_END)
  SELECT b.citizen_id, CASE b.benefit_type WHEN 'sygedagpenge' THEN 'dagpenge' WHEN 'jobafklaring' THEN 'sygedagpenge' ELSE b.benefit_type END,
    b.starts_on - INTERVAL 420 + b.citizen_id * 37 % 240 DAY, b.starts_on - INTERVAL 1 DAY, b.changed_by, b.ROW_START, @for_ever
  FROM benefit_period b WHERE b.citizen_id BETWEEN 104 AND 133 AND b.ends_on IS NOT NULL;
