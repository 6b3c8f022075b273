-- What must be done by when.  Where the act does not say by which day, the number is our own assumption, and law says so: the municipality
-- sets its own in /admin/rules.  A lawyer of the municipality confirms rows, days and the way of counting before production.
INSERT INTO deadline_rule (kind, event, benefit_type, n, unit, by_end_of, repeats, rests, law, valid_from) VALUES
  ('follow-up',        'first-absence',   'sygedagpenge',  8, 'week', 'week', FALSE, FALSE, 'Lov om sygedagpenge § 13 b: første opfølgning inden udgangen af 8. uge fra første fraværsdag', '2024-01-01'),
  ('follow-up',        'asked-early',     'sygedagpenge',  2, 'week', NULL,   FALSE, FALSE, 'Lov om sygedagpenge § 13 b: tidlig opfølgning senest 2 uger efter anmodningen', '2024-01-01'),
  ('follow-up',        'follow-up-held',  'sygedagpenge',  6, 'week', NULL,   FALSE, FALSE, 'Lov om sygedagpenge § 13 b: mindst 4 opfølgninger i det første halve år; de 6 uger er vores egen fordeling', '2024-01-01'),
  ('plan',             'conference-held', NULL,            3, 'week', NULL,   FALSE, TRUE,  'Vores eget mål: planen er aftalt 3 uger efter konferencen', '2015-09-01'),
  ('goal-measurement', 'plan-agreed',     NULL,            8, 'week', NULL,   TRUE,  TRUE,  'Vores eget mål: beskæftigelsesmålet måles hver 8. uge, fra planen er aftalt', '2015-09-01');
