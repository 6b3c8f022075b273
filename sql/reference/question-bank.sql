-- The bank of progress questions, from 0 to 10: our own words, for all departments.  A department adds its own rows.
INSERT INTO progress_question (id, category, text, anchor_0, anchor_10, higher_is_better, valid_from) VALUES
  (1,  'krop',     'Jeg kan sidde ved en skærm i en time',                    'slet ikke',             'uden problemer',        TRUE,  '2015-09-01'),
  (2,  'krop',     'Jeg kan løfte og bære det, som min hverdag kræver',       'slet ikke',             'uden problemer',        TRUE,  '2015-09-01'),
  (3,  'krop',     'Så meget fylder smerterne i min dag',                     'slet ikke',             'hele dagen',            FALSE, '2015-09-01'),
  (4,  'krop',     'Jeg kan gå en tur på en halv time',                       'slet ikke',             'uden problemer',        TRUE,  '2015-09-01'),
  (5,  'overskud', 'Jeg har kræfter til det, jeg har planlagt',               'aldrig',                'hver dag',              TRUE,  '2015-09-01'),
  (6,  'overskud', 'Jeg sover, så jeg er udhvilet',                           'aldrig',                'hver nat',              TRUE,  '2015-09-01'),
  (7,  'overskud', 'Jeg kan fordele kræfterne, så de rækker til hele dagen',  'slet ikke',             'uden problemer',        TRUE,  '2015-09-01'),
  (8,  'tanker',   'Jeg ved, hvad jeg kan gøre, når det bliver svært',        'slet ikke',             'helt sikkert',          TRUE,  '2015-09-01'),
  (9,  'tanker',   'Så meget fylder bekymringer i min dag',                   'slet ikke',             'hele dagen',            FALSE, '2015-09-01'),
  (10, 'hverdag',  'Jeg har styr på breve, aftaler og økonomi',               'slet ikke',             'helt',                  TRUE,  '2015-09-01'),
  (11, 'hverdag',  'Jeg kommer ud ad døren til det, jeg har aftalt',          'aldrig',                'hver gang',             TRUE,  '2015-09-01'),
  (12, 'netværk',  'Jeg har nogen at tale med om det, der er svært',          'aldrig',                'altid',                 TRUE,  '2015-09-01'),
  (13, 'arbejde',  'Jeg kan klare opgaverne på arbejdspladsen',               'slet ikke',             'alle sammen',           TRUE,  '2015-09-01'),
  (14, 'arbejde',  'Jeg tror på, at jeg kommer i arbejde',                    'slet ikke',             'helt sikkert',          TRUE,  '2015-09-01'),
  (15, 'arbejde',  'Jeg møder til de timer, vi har aftalt',                   'aldrig',                'hver gang',             TRUE,  '2015-09-01');
