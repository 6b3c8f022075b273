-- Surveys: two that have ended, with answers enough to tell of; one of a group that is open (code TEST-2345-TEAM); one that comes.
SET @today = CURRENT_DATE;
SET @samarbejde = (SELECT MAX(id) FROM questionnaire WHERE code = 'samarbejde');
SET @tilfredshed = (SELECT MAX(id) FROM questionnaire WHERE code = 'tilfredshed');

INSERT INTO survey (id, questionnaire_id, department_id, title, kind, opens_on, closes_on, created_by, changed_by) VALUES
  (1, @samarbejde,  'jobcenter', 'Samarbejdet om borgerne, forår',   'group', @today - INTERVAL 200 DAY, @today - INTERVAL 186 DAY, 'tl.karla', 'tl.karla'),
  (2, @tilfredshed, 'jobcenter', 'Borgernes oplevelse af forløbet',  'group', @today - INTERVAL 60 DAY,  @today - INTERVAL 32 DAY,  'tl.karla', 'tl.karla'),
  (3, @tilfredshed, 'jobcenter', 'Borgernes oplevelse, næste runde', 'group', @today - INTERVAL 3 DAY,   @today + INTERVAL 25 DAY,  'tl.karla', 'tl.karla'),
  (4, @samarbejde,  'jobcenter', 'Samarbejdet om borgerne, efterår', 'staff', @today + INTERVAL 14 DAY,  @today + INTERVAL 28 DAY,  'tl.karla', 'tl.karla');

INSERT INTO access_code (code_hash, survey_id, shown_once, expires_on, issued_by)
  SELECT SHA2(CONCAT('access-code', CHAR(0), 'TEST-2345-TEAM'), 256), id, 'TEST-2345-TEAM', closes_on, created_by FROM survey WHERE id = 3;

INSERT INTO survey_response (id, survey_id, sent) SELECT 1000000000 + CRC32(CONCAT('samarbejde', seq)), 1, 1 FROM seq_1_to_38;
INSERT INTO survey_response (id, survey_id, sent) SELECT 8000000000 + CRC32(CONCAT('tilfredshed', seq)), 2, 1 FROM seq_1_to_64;

-- 1 to 5, more often 3 and 4; the questions differ a little.
INSERT INTO survey_answer (response_id, question, value)
  SELECT r.id, q.question, GREATEST(1, LEAST(5, q.middle + ELT(1 + CRC32(CONCAT(r.id, q.question)) % 8, -2, -1, -1, 0, 0, 0, 1, 1)))
  FROM survey_response r JOIN (
    SELECT 'tit' AS question, 4 AS middle UNION ALL SELECT 'i-tide', 3 UNION ALL SELECT 'rigtigt', 4 UNION ALL SELECT 'loesning', 4
    UNION ALL SELECT 'maal', 4 UNION ALL SELECT 'viden', 3 UNION ALL SELECT 'respekt', 4) q
  WHERE r.survey_id = 1;

INSERT INTO survey_answer (response_id, question, given)
  SELECT r.id, 'hjaelp-til', ELT(1 + CRC32(CONCAT(r.id, 'til')) % 6, 'arbejde', 'arbejde helbred', 'helbred hverdag', 'uddannelse', 'hverdag', 'intet')
  FROM survey_response r WHERE r.survey_id = 2;
INSERT INTO survey_answer (response_id, question, given)
  SELECT r.id, 'moeder', 1 + CRC32(CONCAT(r.id, 'moeder')) % 14 FROM survey_response r WHERE r.survey_id = 2;
INSERT INTO survey_answer (response_id, question, choice)
  SELECT r.id, 'forstaaet', ELT(1 + CRC32(CONCAT(r.id, 'forstaaet')) % 7, 'ja', 'ja', 'ja', 'ja', 'delvist', 'delvist', 'nej')
  FROM survey_response r WHERE r.survey_id = 2;
INSERT INTO survey_answer (response_id, question, value)
  SELECT r.id, 'tilfreds', ELT(1 + CRC32(CONCAT(r.id, 'tilfreds')) % 10, 3, 5, 6, 7, 7, 8, 8, 9, 9, 10) FROM survey_response r WHERE r.survey_id = 2;
INSERT INTO survey_answer (response_id, question, given)
  SELECT r.id, 'bedre', ELT(1 + CRC32(CONCAT(r.id, 'ord')) % 9, 'Færre breve, flere samtaler.', 'Den samme sagsbehandler hele vejen.', 'Det gik fint.',
    'At I ringede, når der skete noget.', 'Kortere vej til møderne.', 'Mere tid.', 'Jeg forstod ikke alle brevene.', 'Ingenting, tak.', 'Hurtigere svar.')
  FROM survey_response r WHERE r.survey_id = 2 AND CRC32(CONCAT(r.id, 'bedre')) % 4 = 0;
