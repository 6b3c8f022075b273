-- Target groups and what can be decided for them, by date.  The words are those of the acts and of the municipality's own method;
-- a lawyer of the municipality confirms groups, words and dates before production.  The first group that fits is the citizen's.
INSERT INTO target_group (code, title, ordinal, benefit_type, min_age, max_age, valid_from, valid_to, law) VALUES
  ('kontanthjaelp',     'Kontanthjælp, 30 år og derover',        10, 'kontanthjaelp',     30,   NULL, '2014-01-01', NULL,         'Lov om en aktiv beskæftigelsesindsats'),
  ('kontanthjaelp-ung', 'Kontanthjælp, under 30 år',             20, 'kontanthjaelp',     NULL, 29,   '2025-07-01', NULL,         'Lov om en aktiv beskæftigelsesindsats, fra 1-7-2025'),
  ('uddannelseshjaelp', 'Uddannelseshjælp, under 30 år',         30, 'uddannelseshjaelp', NULL, 29,   '2014-01-01', '2025-06-30', 'Lov om en aktiv beskæftigelsesindsats, før 1-7-2025'),
  ('sygedagpenge',      'Sygedagpenge',                          40, 'sygedagpenge',      NULL, NULL, '2014-07-01', NULL,         'Lov om sygedagpenge'),
  ('jobafklaring',      'Jobafklaring',                          50, 'jobafklaring',      NULL, NULL, '2014-07-01', NULL,         'Lov om en aktiv beskæftigelsesindsats'),
  ('andre',             'Andre',                                 90, NULL,                NULL, NULL, '2014-01-01', NULL,         NULL);
INSERT INTO risk_category (target_group, code, title, risk, ordinal, valid_from, valid_to) VALUES
  ('kontanthjaelp',     'jobparat',            'Jobparat',            'low',      1, '2014-01-01', NULL),
  ('kontanthjaelp',     'aktivitetsparat',     'Aktivitetsparat',     'high',     2, '2014-01-01', NULL),
  ('kontanthjaelp-ung', 'uddannelsesparat',    'Uddannelsesparat',    'low',      1, '2025-07-01', NULL),
  ('kontanthjaelp-ung', 'jobparat',            'Jobparat',            'low',      2, '2025-07-01', NULL),
  ('kontanthjaelp-ung', 'aktivitetsparat',     'Aktivitetsparat',     'high',     3, '2025-07-01', NULL),
  ('uddannelseshjaelp', 'uddannelsesparat',    'Uddannelsesparat',    'low',      1, '2014-01-01', '2025-06-30'),
  ('uddannelseshjaelp', 'aktivitetsparat',     'Aktivitetsparat',     'high',     2, '2014-01-01', '2025-06-30'),
  ('sygedagpenge',      'lav-risiko',          'Lav risiko',          'low',      1, '2014-07-01', NULL),
  ('sygedagpenge',      'moderat-risiko',      'Moderat risiko',      'moderate', 2, '2014-07-01', NULL),
  ('sygedagpenge',      'hoej-risiko',         'Høj risiko',          'high',     3, '2014-07-01', NULL),
  ('jobafklaring',      'lav-risiko',          'Lav risiko',          'low',      1, '2014-07-01', NULL),
  ('jobafklaring',      'moderat-risiko',      'Moderat risiko',      'moderate', 2, '2014-07-01', NULL),
  ('jobafklaring',      'hoej-risiko',         'Høj risiko',          'high',     3, '2014-07-01', NULL),
  ('andre',             'lav-risiko',          'Lav risiko',          'low',      1, '2014-01-01', NULL),
  ('andre',             'moderat-risiko',      'Moderat risiko',      'moderate', 2, '2014-01-01', NULL),
  ('andre',             'hoej-risiko',         'Høj risiko',          'high',     3, '2014-01-01', NULL);
