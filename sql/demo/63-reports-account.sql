-- The account of the investment and the regional figures, as the public documents that are named have them; rates and refunds are made up for the demo.
SET time_zone = '+00:00', system_versioning_insert_history = ON, @for_ever = '2038-01-19 03:14:07.999999';
SET @old = '2014-06-01 08:00:00', @november_2015 = 'Præsentation af byrådets investering 2015-2018, november 2015', @november_2017 = 'Præsentation af investeringen, november 2017',
  @january_2018 = 'Folketinget, Sundheds- og Ældreudvalget, alm. del 2017-18, bilag 202', @march_2016 = 'Status på ressourceforløb, præsentation med tal fra marts 2016';

INSERT INTO budget_category (code, side, title, ordinal, whole, changed_by, ROW_START, ROW_END) VALUES
  ('sagsbehandlere', 'investment', 'Sagsbehandlere og tværfaglige teams', 10, FALSE, 'oek.rita', @old, @for_ever),
  ('mentor',         'investment', 'Mentor- og virksomhedsindsats',       20, FALSE, 'oek.rita', @old, @for_ever),
  ('oevrige',        'investment', 'Øvrige indsatser, sundhed og udvikling', 30, FALSE, 'oek.rita', @old, @for_ever),
  ('ufordelt',       'investment', 'Ikke fordelt på poster',              90, TRUE, 'oek.rita', @old, @for_ever),
  ('forsoergelse',   'saving',     'Sparet forsørgelse',                  10, FALSE, 'oek.rita', @old, @for_ever);
INSERT INTO budget_alias (alias, category, changed_by, ROW_START, ROW_END) VALUES
  ('Sagsbehandlere, tværfaglige teams',        'sagsbehandlere', 'oek.rita', @old, @for_ever),
  ('Sagsbehandlere, TFA-teams mv.',            'sagsbehandlere', 'oek.rita', @old, @for_ever),
  ('Mentor- og virksomheds- indsats',          'mentor',         'oek.rita', @old, @for_ever),
  ('Øvrige indsatser, sundhed, udvikling mv.', 'oevrige',        'oek.rita', @old, @for_ever),
  ('Sundhed, uddannelse og sociale indsatser', 'oevrige',        'oek.rita', @old, @for_ever),
  ('Besparelse på forsørgelse',                'forsoergelse',   'oek.rita', @old, @for_ever);

CREATE TEMPORARY TABLE line (category VARCHAR(40), year INT, kind VARCHAR(10), amount DECIMAL(12,1), stated_on DATE, note VARCHAR(400), source VARCHAR(200))
  DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;
INSERT INTO line VALUES
  ('sagsbehandlere', 2015, 'budget', 10.1, '2015-11-01', 'Inkl. undervisning af nye medarbejdere, udvikling og it-understøttelse', @november_2015),
  ('sagsbehandlere', 2016, 'budget', 8.8, '2015-11-01', NULL, @november_2015), ('sagsbehandlere', 2017, 'budget', 8.8, '2015-11-01', NULL, @november_2015),
  ('sagsbehandlere', 2018, 'budget', 8.8, '2015-11-01', NULL, @november_2015),
  ('mentor', 2015, 'budget', 4.5, '2015-11-01', NULL, @november_2015), ('mentor', 2016, 'budget', 5.9, '2015-11-01', NULL, @november_2015),
  ('mentor', 2017, 'budget', 5.9, '2015-11-01', NULL, @november_2015), ('mentor', 2018, 'budget', 5.9, '2015-11-01', NULL, @november_2015),
  ('oevrige', 2015, 'budget', 4.7, '2015-11-01', NULL, @november_2015), ('oevrige', 2016, 'budget', 15.4, '2015-11-01', NULL, @november_2015),
  ('oevrige', 2017, 'budget', 22.3, '2015-11-01', NULL, @november_2015), ('oevrige', 2018, 'budget', 23.6, '2015-11-01', NULL, @november_2015),
  ('ufordelt', 2017, 'forecast', 37.0, '2017-11-01', 'Forventet regnskab', @november_2017),
  ('ufordelt', 2015, 'actual', 15.7, '2018-01-25', NULL, @january_2018), ('ufordelt', 2016, 'actual', 28.7, '2018-01-25', NULL, @january_2018),
  ('ufordelt', 2017, 'actual', 37.0, '2018-01-25', NULL, @january_2018), ('ufordelt', 2019, 'budget', 38.3, '2018-01-25', NULL, @january_2018),
  ('forsoergelse', 2015, 'actual', 0.2, '2018-01-25', NULL, @january_2018), ('forsoergelse', 2016, 'actual', 47.3, '2018-01-25', NULL, @january_2018),
  ('forsoergelse', 2017, 'actual', 86.2, '2018-01-25', NULL, @january_2018), ('forsoergelse', 2018, 'budget', 91.2, '2018-01-25', NULL, @january_2018),
  ('forsoergelse', 2019, 'budget', 117.8, '2018-01-25', NULL, @january_2018);
INSERT INTO budget_line (category, year, kind, amount, stated_on, note, source, created_at, changed_by, ROW_START, ROW_END)
  SELECT category, year, kind, amount, stated_on, note, source, stated_on + INTERVAL 8 HOUR, 'oek.rita', stated_on + INTERVAL 8 HOUR, @for_ever FROM line;

-- Rates of the demo alone: plausible, rounded, and nobody's.
CREATE TEMPORARY TABLE rate (benefit_type VARCHAR(40), monthly DECIMAL(10,2)) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;
INSERT INTO rate VALUES ('kontanthjaelp', 11400), ('sygedagpenge', 19000), ('jobafklaring', 12600), ('ressourceforloeb', 14800), ('revalidering', 18900),
  ('uddannelseshjaelp', 7400), ('integration', 6800), ('ledighedsydelse', 16700), ('dagpenge', 15900), ('selvforsoergelse', 0);
INSERT INTO benefit_rate (benefit_type, valid_from, monthly, source, changed_by, ROW_START, ROW_END)
  SELECT benefit_type, STR_TO_DATE(CONCAT(y.seq, '-01-01'), '%Y-%m-%d'), ROUND(monthly * POW(1.02, y.seq - 2020), -2), 'Demosats, ikke en rigtig sats', 'oek.rita',
    STR_TO_DATE(CONCAT(y.seq - 1, '-12-15'), '%Y-%m-%d') + INTERVAL 8 HOUR, @for_ever
  FROM rate, (SELECT CAST(seq AS SIGNED) AS seq FROM seq_2014_to_2026) y;
INSERT INTO benefit_refund (benefit_type, valid_from, from_week, percent, source, changed_by, ROW_START, ROW_END)
  SELECT r.benefit_type, '2016-01-01', s.week, s.percent, 'Demotrin', 'oek.rita', '2015-12-15 08:00:00', @for_ever
  FROM rate r, (SELECT 1 AS week, 80 AS percent UNION ALL SELECT 5, 40 UNION ALL SELECT 27, 30 UNION ALL SELECT 53, 20) s WHERE r.benefit_type <> 'selvforsoergelse';

INSERT INTO baseline (title, from_on, to_on, source, created_at, changed_by, ROW_START, ROW_END) VALUES
  ('Hele 2023', '2023-01-01', '2023-12-31', 'Egne ydelsesperioder', '2024-01-15 08:00:00', 'oek.rita', '2024-01-15 08:00:00', @for_ever);

CREATE TEMPORARY TABLE figure (region VARCHAR(80), scheme VARCHAR(80), year INT, persons INT) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;
INSERT INTO figure VALUES
  ('Nordjylland', 'Ressourceforløb', 2014, 364), ('Nordjylland', 'Ressourceforløb', 2015, 1158), ('Nordjylland', 'Ressourceforløb', 2016, 1732),
  ('Nordjylland', 'Fleksjobvisiterede', 2014, 8503), ('Nordjylland', 'Fleksjobvisiterede', 2015, 8915), ('Nordjylland', 'Fleksjobvisiterede', 2016, 9254),
  ('Nordjylland', 'Førtidspension', 2014, 25599), ('Nordjylland', 'Førtidspension', 2015, 24669), ('Nordjylland', 'Førtidspension', 2016, 23697),
  ('Hele landet', 'Ressourceforløb', 2014, 3102), ('Hele landet', 'Ressourceforløb', 2015, 10350), ('Hele landet', 'Ressourceforløb', 2016, 15916),
  ('Hele landet', 'Fleksjobvisiterede', 2014, 71197), ('Hele landet', 'Fleksjobvisiterede', 2015, 74335), ('Hele landet', 'Fleksjobvisiterede', 2016, 77883),
  ('Hele landet', 'Førtidspension', 2014, 232538), ('Hele landet', 'Førtidspension', 2015, 223863), ('Hele landet', 'Førtidspension', 2016, 215782);
INSERT INTO regional_figure (region, scheme, month, stated_on, persons, source, changed_by, ROW_START, ROW_END)
  SELECT region, scheme, STR_TO_DATE(CONCAT(year, '-03-01'), '%Y-%m-%d'), '2016-06-01', persons, @march_2016, 'oek.rita', '2016-06-01 08:00:00', @for_ever FROM figure;
INSERT INTO regional_scheme (scheme, benefit_type) VALUES ('Ressourceforløb', 'ressourceforloeb');
