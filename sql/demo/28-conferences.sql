-- Tomorrow's conferences: Brian's at ten, whose analysis is done, Ung's at eleven, with a plan that he did not agree to, and Niels' at half past twelve,
-- for which notes are missing.  Times in UTC.
SET @today = DATE(UTC_TIMESTAMP() + INTERVAL IF(MONTH(UTC_TIMESTAMP()) BETWEEN 4 AND 10, 2, 1) HOUR);
SET @midnight = @today + INTERVAL 1 DAY - INTERVAL IF(MONTH(@today + INTERVAL 1 DAY) BETWEEN 4 AND 10, 2, 1) HOUR;
SET time_zone = '+00:00', system_versioning_insert_history = ON, @for_ever = '2038-01-19 03:14:07.999999';

INSERT INTO conference (course_id, id, state, planned_at, place, created_at, changed_by, ROW_START, ROW_END) VALUES
  (3, 21, 'planned', @midnight + INTERVAL 600 MINUTE, 'Sundhedscentret, lokale 2', @today - INTERVAL 2 DAY + INTERVAL 500 MINUTE, 'mads.sb',
    @today - INTERVAL 2 DAY + INTERVAL 500 MINUTE, @for_ever),
  (9, 22, 'planned', @midnight + INTERVAL 660 MINUTE, 'Sundhedscentret, lokale 2', @today - INTERVAL 2 DAY + INTERVAL 510 MINUTE, 'mads.sb',
    @today - INTERVAL 2 DAY + INTERVAL 510 MINUTE, @for_ever),
  (2, 23, 'planned', @midnight + INTERVAL 750 MINUTE, 'Sundhedscentret, lokale 2', @today - INTERVAL 2 DAY + INTERVAL 520 MINUTE, 'sofie.sb',
    @today - INTERVAL 2 DAY + INTERVAL 520 MINUTE, @for_ever);
