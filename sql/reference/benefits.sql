-- What people live on, by date: an old type stays readable, a period can only begin while its type is valid.
-- The dates are those of the acts named; a lawyer of the municipality confirms them before production.
INSERT INTO benefit_type (code, title, valid_from, valid_to, law) VALUES
  ('kontanthjaelp',    'Kontanthjælp',                               '1998-07-01', NULL,         'Lov om aktiv socialpolitik'),
  ('sygedagpenge',     'Sygedagpenge',                               '2006-07-03', NULL,         'Lov om sygedagpenge'),
  ('jobafklaring',     'Ressourceforløbsydelse i jobafklaring',      '2014-07-01', NULL,         'Lov om aktiv socialpolitik kap. 6 b'),
  ('ressourceforloeb', 'Ressourceforløbsydelse i ressourceforløb',   '2013-01-01', '2026-01-31', 'Lov om aktiv socialpolitik kap. 6 a; lov 1750 af 29-12-2025'),
  ('revalidering',     'Revalideringsydelse',                        '1998-07-01', '2026-01-31', 'Lov om aktiv socialpolitik kap. 6; lov 1750 af 29-12-2025'),
  ('uddannelseshjaelp', 'Uddannelseshjælp',                          '2014-01-01', '2025-06-30', 'Lov om aktiv socialpolitik, før 1-7-2025'),
  ('integration',      'Selvforsørgelses- og hjemrejseydelse eller overgangsydelse (integration)', '2020-01-01', '2025-06-30', 'Lov om aktiv socialpolitik, før 1-7-2025'),
  ('dagpenge',         'Arbejdsløshedsdagpenge',                     '1970-01-01', NULL,         'Lov om arbejdsløshedsforsikring m.v.'),
  ('ledighedsydelse',  'Ledighedsydelse',                            '2001-07-01', NULL,         'Lov om aktiv socialpolitik kap. 7'),
  ('selvforsoergelse', 'Selvforsørgende eller uden ydelse',          '1970-01-01', NULL,         NULL);
UPDATE benefit_type SET is_paid = FALSE WHERE code = 'selvforsoergelse';
