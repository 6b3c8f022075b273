-- Two days of analysis: one that was, on which the psychologist was away, and the next one, on the first weekday from tomorrow on.
SET @today = DATE(UTC_TIMESTAMP() + INTERVAL IF(MONTH(UTC_TIMESTAMP()) BETWEEN 4 AND 10, 2, 1) HOUR);
SET time_zone = '+00:00';
SET @next = @today + INTERVAL IF(WEEKDAY(@today) IN (4, 5), 7 - WEEKDAY(@today), 1) DAY;
SET @after = @next + INTERVAL IF(WEEKDAY(@next) = 4, 3, 1) DAY;
SET @past = @today - INTERVAL 13 DAY;
SET @past = @past - INTERVAL GREATEST(WEEKDAY(@past) - 4, 0) DAY;

INSERT INTO assessment_day (id, department_id, held_on, starts_at, slot_minutes, pause_minutes, place, conference_on, conference_at, note, created_by,
    created_at, changed_by) VALUES
  (1, 'jobcenter', @past, '09:00', 45, 15, 'Sundhedscenteret, 1. sal', @past + INTERVAL IF(WEEKDAY(@past) = 4, 3, 1) DAY, '09:00', NULL, 'sofie.sb',
    @past - INTERVAL 14 DAY + INTERVAL 9 HOUR, 'sofie.sb'),
  (2, 'jobcenter', @next, '09:00', 45, 15, 'Sundhedscenteret, 1. sal', @after, '09:00', 'Vi mødes i personalerummet kl. 8.45.', 'sofie.sb',
    @today - INTERVAL 3 DAY + INTERVAL 10 HOUR, 'sofie.sb');

INSERT INTO assessment_member (day_id, ordinal, uid, profession, room, changed_by)
  SELECT d.id, m.n, m.uid, m.profession, m.room, 'sofie.sb' FROM assessment_day d
  JOIN (SELECT 0 AS n, 'psy.eva' AS uid, 'psychologist' AS profession, 'Lokale 1.12' AS room
    UNION VALUES (1, 'fys.pia', 'physiotherapist', 'Træningssalen'), (2, 'spl.nils', 'nurse', 'Lokale 1.14'), (3, 'sofie.sb', 'caseworker', 'Lokale 1.10')) m;

INSERT INTO assessment_citizen (day_id, ordinal, course_id, changed_by) VALUES
  (1, 0, 2, 'sofie.sb'), (1, 1, 3, 'sofie.sb'), (2, 0, 15, 'sofie.sb'), (2, 1, 2, 'sofie.sb');

-- The rotation: citizen i meets member j in slot (j - i) mod 4.
INSERT INTO assessment_appointment (day_id, course_id, uid, profession, slot, starts_at, ends_at, state, cancelled_by, reason, changed_by)
  SELECT r.day_id, r.course_id, r.uid, r.profession, r.slot, r.at, r.at + INTERVAL 45 MINUTE,
    CASE WHEN r.day_id = 2 THEN IF(r.course_id = 15, 'confirmed', 'booked') WHEN r.uid = 'psy.eva' AND r.course_id = 2 THEN 'cancelled' ELSE 'held' END,
    CASE WHEN r.day_id = 1 AND r.uid = 'psy.eva' AND r.course_id = 2 THEN 'professional' END,
    CASE WHEN r.day_id = 1 AND r.uid = 'psy.eva' AND r.course_id = 2 THEN 'Fraværende fra kl. 10' END, 'sofie.sb'
  FROM (
    SELECT a.day_id, a.course_id, m.uid, m.profession, (m.ordinal - a.ordinal + 4) % 4 AS slot,
      CONVERT_TZ(TIMESTAMP(d.held_on, d.starts_at), IF(d.held_on BETWEEN CONCAT(YEAR(d.held_on), '-03-31') AND CONCAT(YEAR(d.held_on), '-10-24'),
        '+02:00', '+01:00'), '+00:00') + INTERVAL (m.ordinal - a.ordinal + 4) % 4 * 60 MINUTE AS at
    FROM assessment_day d JOIN assessment_citizen a ON a.day_id = d.id JOIN assessment_member m ON m.day_id = d.id
  ) r ORDER BY r.day_id, r.slot, r.course_id;

INSERT INTO assessment_taken (day_id, slot, uid, course_id, appointment_id)
  SELECT day_id, slot, uid, course_id, id FROM assessment_appointment WHERE state <> 'cancelled';

-- The team of the next day may see the courses.
INSERT INTO course_contact (course_id, uid, role, from_on, day_id, changed_by)
  SELECT 15, m.uid, m.profession, @today - INTERVAL 3 DAY, m.day_id, 'sofie.sb' FROM assessment_member m WHERE m.day_id = 2 AND m.uid <> 'sofie.sb';
