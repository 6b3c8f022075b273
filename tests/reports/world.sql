-- What belongs to no cohort: the frames, catalogue, questionnaires and public figures that all of them share (given.py has the codes).
-- All of it is known since before the first cohort: reports are asked of an earlier moment.
SET time_zone = '+00:00', timestamp = UNIX_TIMESTAMP('2021-01-01 00:00:00');
INSERT INTO benefit_type (code, title, valid_from, is_main) VALUES ('tillaeg', 'Tillæg', '2000-01-01', FALSE);
INSERT INTO department (id, name) VALUES ('world', 'Alle kohorter');
INSERT INTO staff (uid, name, department_id) VALUES ('import', 'Samspil', 'world');
INSERT INTO course_frame (id, name, department_id, benefit_type, target_group, valid_from) VALUES
  (1, 'Ramme 1', 'world', NULL, 'kontanthjaelp', '2015-01-01'), (2, 'Ramme 2', 'world', NULL, 'kontanthjaelp-ung', '2015-01-01'),
  (3, 'Ramme 3', 'world', NULL, 'sygedagpenge', '2015-01-01'), (4, 'Ramme 4', 'world', NULL, 'jobafklaring', '2015-01-01'),
  (5, 'Ramme 5', 'world', NULL, 'andre', '2015-01-01'), (6, 'Ramme 6', 'world', NULL, NULL, '2015-01-01');
INSERT INTO questionnaire (id, code, version, language, title, licence, legal_basis, state, xml, checksum, created_at) VALUES
  (1, 'demo-kth', 2, 'da', 'Kontanthjælp', 'own', 'LAB', 'published', '<questionnaire/>', REPEAT('1', 64), '2021-01-01'),
  (2, 'demo-sdp', 1, 'da', 'Sygedagpenge', 'own', 'LAB', 'published', '<questionnaire/>', REPEAT('2', 64), '2021-01-01');
INSERT INTO catalogue_entry (id, department_id, created_at) SELECT seq, 'world', '2021-01-01' FROM seq_1_to_6;
INSERT INTO catalogue_version (id, entry_id, version, state, title, kind, tracks, usual_weeks) VALUES
  (11, 1, 1, 'published', 'Træning', 'health', 'physical', 12), (21, 2, 1, 'retired', 'Samtaler, før', 'social', 'social', 10),
  (22, 2, 2, 'published', 'Samtaler', 'health', 'mild-mental', 10), (31, 3, 1, 'published', 'Praktik', 'company', '', 13),
  (41, 4, 1, 'published', 'Mentor', 'social', 'social,abuse', NULL), (51, 5, 1, 'published', 'Kursus', 'education', '', 6),
  (61, 6, 1, 'published', 'Løntilskud', 'company', '', 26);
-- One is none: who is on it supports himself.
UPDATE benefit_type SET is_paid = FALSE WHERE code = 'ledighedsydelse';
-- One benefit has no rate at all, one none before 2024; one refund changes in the time that reports are of.
INSERT INTO benefit_rate (benefit_type, valid_from, monthly, source, changed_by) VALUES
  ('kontanthjaelp', '2020-01-01', 11500, 'kohorter', 'import'), ('kontanthjaelp', '2024-01-01', 12000, 'kohorter', 'import'),
  ('sygedagpenge', '2024-01-01', 19000.50, 'kohorter', 'import'), ('jobafklaring', '2020-01-01', 12345.67, 'kohorter', 'import'),
  ('dagpenge', '2020-01-01', 19728, 'kohorter', 'import'), ('ledighedsydelse', '2020-01-01', 17000, 'kohorter', 'import'),
  ('tillaeg', '2020-01-01', 1000, 'kohorter', 'import');
INSERT INTO benefit_refund (benefit_type, valid_from, from_week, percent, source, changed_by)
  SELECT code, '2016-01-04', w.from_week, w.percent, 'kohorter', 'import' FROM benefit_type,
    (SELECT 1 AS from_week, 80 AS percent UNION SELECT 5, 40 UNION SELECT 27, 30 UNION SELECT 53, 20) w WHERE code <> 'dagpenge';
INSERT INTO benefit_refund (benefit_type, valid_from, from_week, percent, source, changed_by) VALUES ('sygedagpenge', '2025-01-01', 1, 50, 'kohorter', 'import');
INSERT INTO caseload_target (benefit_type, valid_from, least, most, goal, source) VALUES
  ('sygedagpenge', '2015-01-01', 32, 35, NULL, 'kohorter'), ('kontanthjaelp', '2015-01-01', 40, 45, 40, 'kohorter');
INSERT INTO baseline (id, title, from_on, to_on, benefit_type, mean_days, source, changed_by) VALUES
  (1, 'År 2022', '2022-01-01', '2022-12-31', NULL, NULL, 'kohorter', 'import'), (2, 'Kendt', '2022-01-01', '2022-12-31', NULL, 700.5, 'kohorter', 'import');
-- What an evaluator found: one figure that was stated anew, one year of which a group is missing, one of nobody.
INSERT INTO effect_figure (study, years_since, population, moment, persons, stable, stated_on, source, changed_by) VALUES
  ('Studie A', 1, 'treated', 'before', 400, 80, '2023-05-01', 'kohorter', 'import'), ('Studie A', 1, 'treated', 'after', 400, 120, '2023-05-01', 'kohorter', 'import'),
  ('Studie A', 1, 'treated', 'after', 400, 140, '2024-05-01', 'kohorter', 'import'), ('Studie A', 1, 'control', 'before', 50, 11, '2023-05-01', 'kohorter', 'import'),
  ('Studie A', 1, 'control', 'after', 50, 15, '2023-05-01', 'kohorter', 'import'), ('Studie A', 1, 'control', 'after', 50, 1, '2026-05-01', 'kohorter', 'import'),
  ('Studie A', 4, 'treated', 'before', 300, 100, '2023-05-01', 'kohorter', 'import'), ('Studie A', 4, 'treated', 'after', 300, 200, '2023-05-01', 'kohorter', 'import'),
  ('Studie A', 4, 'control', 'after', 50, 15, '2023-05-01', 'kohorter', 'import'), ('Studie B', 2, 'treated', 'before', 0, 0, '2023-05-01', 'kohorter', 'import'),
  ('Studie B', 2, 'treated', 'after', 7, 3, '2023-05-01', 'kohorter', 'import'), ('Studie B', 2, 'control', 'before', 9, 0, '2023-05-01', 'kohorter', 'import'),
  ('Studie B', 2, 'control', 'after', 9, 9, '2023-05-01', 'kohorter', 'import');
-- The account: a year that was forecast and then accounted for, one that only the budget knows, one without a saving, a line that a later day's stands for, one of
-- a day to come, a category that only accounts have.
INSERT INTO budget_category (code, side, title, ordinal, whole, changed_by) VALUES ('staff', 'investment', 'Folk', 10, FALSE, 'import'),
  ('mentors', 'investment', 'Mentorer', 20, FALSE, 'import'), ('late', 'investment', 'Kun i regnskabet', 30, FALSE, 'import'), ('all', 'investment', 'Ikke fordelt', 90, TRUE, 'import'),
  ('benefits', 'saving', 'Sparet', 10, FALSE, 'import');
INSERT INTO budget_line (category, year, kind, amount, stated_on, source, changed_by) VALUES
  ('staff', 2015, 'budget', 10.1, '2014-11-01', 'kohorter', 'import'), ('mentors', 2015, 'budget', 9.2, '2014-11-01', 'kohorter', 'import'),
  ('staff', 2016, 'budget', 14.7, '2014-11-01', 'kohorter', 'import'), ('mentors', 2016, 'budget', 15.4, '2014-11-01', 'kohorter', 'import'),
  ('staff', 2017, 'budget', 37.0, '2014-11-01', 'kohorter', 'import'), ('all', 2018, 'budget', 38.3, '2016-11-01', 'kohorter', 'import'),
  ('staff', 2019, 'budget', 1.0, '2016-11-01', 'kohorter', 'import'), ('staff', 2019, 'budget', -1.5, '2017-11-01', 'kohorter', 'import'),
  ('staff', 2019, 'budget', 99.9, '2027-11-01', 'kohorter', 'import'), ('all', 2015, 'actual', 15.7, '2016-03-01', 'kohorter', 'import'),
  ('all', 2016, 'actual', 20.0, '2017-03-01', 'kohorter', 'import'), ('late', 2016, 'actual', 8.7, '2017-03-01', 'kohorter', 'import'),
  ('all', 2017, 'forecast', 36.0, '2017-10-01', 'kohorter', 'import'), ('all', 2017, 'actual', 37.0, '2018-03-01', 'kohorter', 'import'),
  ('benefits', 2015, 'actual', 0.2, '2016-03-01', 'kohorter', 'import'), ('benefits', 2016, 'actual', 47.3, '2017-03-01', 'kohorter', 'import'),
  ('benefits', 2017, 'forecast', 86.2, '2017-10-01', 'kohorter', 'import'), ('benefits', 2018, 'budget', 91.2, '2017-10-01', 'kohorter', 'import');
INSERT INTO regional_figure (region, scheme, month, stated_on, persons, source, changed_by) VALUES
  ('Nord', 'Res', '2022-03-01', '2024-06-01', 364, 'kohorter', 'import'), ('Nord', 'Res', '2023-03-01', '2024-06-01', 1158, 'kohorter', 'import'),
  ('Nord', 'Res', '2025-11-01', '2025-11-05', 1700, 'kohorter', 'import'), ('Nord', 'Res', '2024-03-01', '2024-06-01', 1700, 'kohorter', 'import'), ('Nord', 'Res', '2024-03-01', '2024-09-01', 1732, 'kohorter', 'import'),
  ('Nord', 'Res', '2024-03-01', '2027-09-01', 9, 'kohorter', 'import'), ('Syd', 'Res', '2022-03-01', '2024-06-01', 0, 'kohorter', 'import'),
  ('Syd', 'Res', '2023-03-01', '2024-06-01', 200, 'kohorter', 'import'), ('Syd', 'Res', '2024-03-01', '2024-06-01', 199, 'kohorter', 'import'),
  ('Syd', 'Kon', '2024-03-01', '2024-06-01', 12, 'kohorter', 'import'), ('Syd', 'Kon', '2014-02-01', '2015-06-01', 5, 'kohorter', 'import'),
  ('Syd', 'Kon', '2015-02-01', '2015-06-01', 7, 'kohorter', 'import');
INSERT INTO regional_scheme (scheme, benefit_type) VALUES ('Res', 'ressourceforloeb'), ('Res', 'jobafklaring'), ('Kon', 'kontanthjaelp');
