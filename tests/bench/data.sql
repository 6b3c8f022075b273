-- data.sql - cases number @from to @to, by rule: a number is the same case on every machine and every day but for its dates.
-- Case n is citizen and course @base + n; what belongs to it is numbered (@base + n) * 100 + 1 ... so that every id of a case is a
-- multiple of the course's plus a constant.  Run in pieces (system.py), with the foreign keys off: each row names what is there.
SET SESSION foreign_key_checks = 0, unique_checks = 0, sql_mode = CONCAT(@@sql_mode, ',NO_UNSIGNED_SUBTRACTION');
SET @base = 10000000, @today = CURRENT_DATE;

-- A number that looks like chance: h(n, k) = (n * 7919 + k * 104729) % 9973.
INSERT INTO citizen (id, name, birth_date, phone, language, department_id, created_at, changed_by)
SELECT @base + seq,
  CONCAT(ELT(1 + seq * 7919 % 9973 % 16, 'Anne', 'Bent', 'Camilla', 'Dorte', 'Erik', 'Freja', 'Gert', 'Helle', 'Ib', 'Jytte', 'Karl',
    'Lene', 'Mikkel', 'Niels', 'Søren', 'Åse'), ' ',
    ELT(1 + (seq * 7919 + 104729) % 9973 % 12, 'Prøvesen', 'Demosen', 'Eksempelsen', 'Testesen', 'Attrapsen', 'Mønstersen', 'Opdigtet',
    'Påfundet', 'Fiktivsen', 'Blindprøve', 'Mockesen', 'Vildledt'), ' ', seq),
  '1955-01-01' + INTERVAL seq % 18000 DAY, NULL, 'da', 'jobcenter', @today - INTERVAL 200 DAY, 'sb.0001'
FROM seq_1_to_10000000 WHERE seq BETWEEN @from AND @to;

-- Replacement numbers (the day plus 60), unique: nobody's.
INSERT INTO citizen_cpr (citizen_id, cpr, kind, changed_by)
SELECT @base + seq, CONCAT(60 + DAY(b), DATE_FORMAT(b, '%m%y'), LPAD(CASE WHEN YEAR(b) < 2000 THEN 0 ELSE 4000 END + seq DIV 18000, 4, '0')),
  'replacement', 'sb.0001'
FROM (SELECT seq, '1955-01-01' + INTERVAL seq % 18000 DAY AS b FROM seq_1_to_10000000 WHERE seq BETWEEN @from AND @to) n;

INSERT INTO benefit_period (citizen_id, id, benefit_type, starts_on, changed_by)
SELECT @base + seq, (@base + seq) * 100 + 1, ELT(1 + seq % 2, 'kontanthjaelp', 'sygedagpenge'), @today - INTERVAL 300 + seq % 90 DAY,
  'sb.0001'
FROM seq_1_to_10000000 WHERE seq BETWEEN @from AND @to;

INSERT INTO screening (id, citizen_id, questionnaire_id, state, expires_on, issued_by, issued_at, opened_at, submitted_at, red, yellow,
  green, indicates, changed_by)
SELECT @base + seq, @base + seq, 1, 'assessed', @today - INTERVAL 160 DAY, 'sb.0001', @today - INTERVAL 190 DAY,
  @today - INTERVAL 185 DAY, @today - INTERVAL 184 DAY, 10, 3, 11, 'course', 'sb.0001'
FROM seq_1_to_10000000 WHERE seq BETWEEN @from AND @to;

-- The answers of one case in ten: there are enough of them to be a large table.
INSERT INTO answer (screening_id, question, choice, changed_by)
SELECT @base + n.seq, CONCAT('q', LPAD(k.seq, 2, '0')), ELT(1 + (n.seq * 7919 + k.seq * 104729) % 9973 % 4, 'a', 'b', 'c', 'd'), 'citizen'
FROM seq_1_to_10000000 n JOIN seq_1_to_24 k WHERE n.seq BETWEEN @from AND @to AND n.seq % 10 = 0 ORDER BY 1, 2;

INSERT INTO screening_dimension (screening_id, ordinal, dimension, level, changed_by)
SELECT @base + n.seq, k.seq, CONCAT('dimension-', k.seq), ELT(1 + (n.seq * 7919 + k.seq * 104729) % 9973 % 3, 'red', 'yellow', 'green'),
  'citizen'
FROM seq_1_to_10000000 n JOIN seq_1_to_24 k WHERE n.seq BETWEEN @from AND @to AND n.seq % 10 = 0 ORDER BY 1, 2;

INSERT INTO risk_assessment (id, screening_id, citizen_id, indicated, red, yellow, green, decision, risk, legal_basis, decided_at,
  changed_by)
SELECT @base + seq, @base + seq, @base + seq, 'course', 10, 3, 11, 'course', 'high', 'Lov om en aktiv beskæftigelsesindsats',
  @today - INTERVAL 183 DAY, 'sb.0001'
FROM seq_1_to_10000000 WHERE seq BETWEEN @from AND @to;

INSERT INTO course (id, citizen_id, frame_id, screening_id, department_id, caseworker_uid, state, employment_goal, referral, opened_on,
  state_since, changed_by)
SELECT @base + seq, @base + seq, 1 + seq % 2, @base + seq, 'jobcenter', CONCAT('sb.', LPAD(1 + seq % 400, 4, '0')), 'active',
  'Lagermedarbejder 25 timer om ugen i et firma med skånehensyn til ryggen',
  'Borgeren har smerter i ryggen, sover dårligt og har været uden arbejde i mere end et år. Ønsker at komme tilbage til et lager.',
  @today - INTERVAL 180 + seq % 30 DAY, @today - INTERVAL 60 DAY, 'sb.0001'
FROM seq_1_to_10000000 WHERE seq BETWEEN @from AND @to;

INSERT INTO course_contact (course_id, id, uid, role, from_on, changed_by)
SELECT @base + n.seq, (@base + n.seq) * 100 + k.seq, ELT(k.seq, 'psy.eva', 'fys.pia', 'spl.nils', 'vk.ole'),
  ELT(k.seq, 'psychologist', 'physiotherapist', 'nurse', 'provider'), @today - INTERVAL 150 DAY, 'sb.0001'
FROM seq_1_to_10000000 n JOIN seq_1_to_4 k WHERE n.seq BETWEEN @from AND @to ORDER BY 1, 2;

INSERT INTO background_value (course_id, section, field, value, source, told_on, changed_by)
SELECT @base + n.seq, 'work', ELT(k.seq, 'last-job', 'last-worked-on', 'education', 'licence', 'hours', 'wishes'),
  ELT(k.seq, 'Lagermedarbejder hos Demo Logistik A/S', CAST(@today - INTERVAL 400 DAY AS CHAR), 'Faglært lagerassistent', 'B og truck',
    '25', 'Et roligt lager, gerne med faste makkere og korte løft'),
  'citizen', @today - INTERVAL 170 DAY, 'sb.0001'
FROM seq_1_to_10000000 n JOIN seq_1_to_6 k WHERE n.seq BETWEEN @from AND @to ORDER BY 1, 2, 3;

INSERT INTO professional_note (course_id, id, uid, profession, state, limitation, suggestion, signed_at, created_at, changed_by)
SELECT @base + n.seq, (@base + n.seq) * 100 + k.seq, ELT(k.seq, 'sb.0001', 'psy.eva', 'fys.pia', 'spl.nils'),
  ELT(k.seq, 'caseworker', 'psychologist', 'physiotherapist', 'nurse'), 'signed',
  CONCAT('Borgeren har smerter i lænden, der bliver værre ved løft over fem kilo og ved mere end en halv times stillesiddende arbejde. ',
    'Det begrænser hverdagen: indkøb, rengøring og leg med børnene tager lang tid og kræver pauser. Nr. ', n.seq, '.', k.seq),
  CONCAT('Gradvis optrapning med pauser, vejledning i løft og en fast kontaktperson på arbejdspladsen. ',
    'Opfølgning hver anden uge den første måned.'),
  @today - INTERVAL 120 DAY, @today - INTERVAL 130 DAY, 'sb.0001'
FROM seq_1_to_10000000 n JOIN seq_1_to_4 k WHERE n.seq BETWEEN @from AND @to ORDER BY 1, 2;

INSERT INTO focus_area (course_id, id, component, kind, icf_code, icf_title, qualifier, qualifier_title, priority, description,
  suggestion, profession, uid, state, created_at, changed_by)
SELECT @base + n.seq, (@base + n.seq) * 100 + k.seq,
  ELT(k.seq, 'function', 'function', 'activity', 'participation', 'environment', 'personal'),
  ELT(k.seq, 'barrier', 'barrier', 'barrier', 'resource', 'resource', 'resource'),
  ELT(k.seq, 'FB28013', 'FB134', 'FD430', 'FD850', 'FE310', NULL),
  ELT(k.seq, 'Rygsmerter', 'Søvnfunktioner', 'Løfte og bære genstande', 'Lønnet beskæftigelse', 'Nærmeste familie', NULL),
  ELT(k.seq, 'FZB02', 'FZB03', 'FZD02', NULL, NULL, NULL),
  ELT(k.seq, 'Moderat problem', 'Stort problem', 'Moderat problem', NULL, NULL, NULL), k.seq,
  ELT(k.seq, 'Smerter i lænden ved løft og ved lange perioder i samme stilling.', 'Sover tre til fire timer ad gangen og er træt om dagen.',
    'Kan løfte fem kilo, men ikke gentagne gange i løbet af en dag.', 'Har tyve års erfaring fra lager og vil gerne tilbage.',
    'Ægtefællen støtter og tager del i planen.', 'Er stædig på den gode måde og møder altid til tiden.'),
  ELT(k.seq, 'Ergonomi og gradvis træning', 'Søvnhygiejne', 'Vejledning i løft', 'Virksomhedspraktik', NULL, NULL),
  ELT(k.seq, 'physiotherapist', 'nurse', 'physiotherapist', 'caseworker', 'psychologist', 'psychologist'),
  ELT(k.seq, 'fys.pia', 'spl.nils', 'fys.pia', 'sb.0001', 'psy.eva', 'psy.eva'),
  ELT(k.seq, 'chosen', 'chosen', 'chosen', 'open', 'open', 'open'), @today - INTERVAL 125 DAY, 'sb.0001'
FROM seq_1_to_10000000 n JOIN seq_1_to_6 k WHERE n.seq BETWEEN @from AND @to ORDER BY 1, 2;

INSERT INTO conference (course_id, id, held_on, citizen_present, citizens_words, conclusion, created_at, changed_by)
SELECT @base + seq, (@base + seq) * 100 + 1, @today - INTERVAL 100 DAY, 'yes', 'Jeg vil gerne tilbage, men i mit eget tempo.',
  'Plan med praktik, fysisk træning og mentor på samme tid.', @today - INTERVAL 100 DAY, 'sb.0001'
FROM seq_1_to_10000000 WHERE seq BETWEEN @from AND @to;

INSERT INTO deadline (course_id, id, kind, due_on, done_on, law, changed_by)
SELECT @base + n.seq, (@base + n.seq) * 100 + k.seq, ELT(k.seq, 'conference', 'first-measurement', 'follow-up', 'follow-up'),
  @today + INTERVAL ELT(k.seq, -100, -50, 5 - n.seq % 9, 40) DAY, ELT(k.seq, @today - INTERVAL 100 DAY, @today - INTERVAL 49 DAY, NULL, NULL),
  'Lov om en aktiv beskæftigelsesindsats', 'sb.0001'
FROM seq_1_to_10000000 n JOIN seq_1_to_4 k WHERE n.seq BETWEEN @from AND @to ORDER BY 1, 2;

INSERT INTO plan (course_id, id, version, state, agreement, agreed_on, citizens_words, created_at, changed_by)
SELECT @base + seq, (@base + seq) * 100 + 1, 1, 'agreed', 'agreed', @today - INTERVAL 95 DAY, 'Det er en god plan.',
  @today - INTERVAL 98 DAY, 'sb.0001'
FROM seq_1_to_10000000 WHERE seq BETWEEN @from AND @to;

INSERT INTO intervention (course_id, id, plan_id, title, provider_uid, goal, focus_area_id, state, starts_on, ends_on,
  first_measurement_on, started_on, created_at, changed_by)
SELECT @base + n.seq, (@base + n.seq) * 100 + k.seq, (@base + n.seq) * 100 + 1,
  ELT(k.seq, 'Virksomhedspraktik på lager', 'Træning og ergonomi', 'Mentor i hverdagen'), ELT(k.seq, 'vk.ole', 'fys.pia', 'vh.bent'),
  ELT(k.seq, 'Kan arbejde 15 timer om ugen uden at smerterne tager til', 'Kan sidde ved en skærm i en time',
    'Kommer ud ad døren hver formiddag'),
  (@base + n.seq) * 100 + k.seq, ELT(k.seq, 'running', 'running', 'ordered'), @today - INTERVAL 90 - 40 * k.seq DAY,
  @today + INTERVAL 60 + 10 * k.seq DAY, @today - INTERVAL 50 - 30 * k.seq DAY,
  ELT(k.seq, @today - INTERVAL 50 DAY, @today - INTERVAL 10 DAY, NULL), @today - INTERVAL 95 DAY, 'sb.0001'
FROM seq_1_to_10000000 n JOIN seq_1_to_3 k WHERE n.seq BETWEEN @from AND @to ORDER BY 1, 2;

-- Three rounds, as the citizen and as the provider see it, for the two that run.
INSERT INTO measurement (course_id, id, intervention_id, question_id, round, measured_by, value, comment, measured_at, changed_by)
SELECT @base + n.seq, (@base + n.seq) * 100 + k.seq, (@base + n.seq) * 100 + 1 + k.seq % 2, 1 + k.seq % 2, (k.seq + 3) DIV 4,
  ELT(1 + (k.seq - 1) DIV 2 % 2, 'citizen', 'provider'), (n.seq + k.seq) % 11, NULL, @today - INTERVAL 60 - 4 * k.seq DAY, 'sb.0001'
FROM seq_1_to_10000000 n JOIN seq_1_to_12 k WHERE n.seq BETWEEN @from AND @to ORDER BY 1, 2;
