-- The demo's house: departments, the people of conf/demo.d/people.tsv, and what the departments offer.
INSERT INTO department (id, name, parent_id, kind) VALUES
  ('jobcenter',          'Jobcenter',                 NULL,        'employment'),
  ('virksomhedsservice', 'Virksomhedsservice',        'jobcenter', 'employment'),
  ('sundhedscenter',     'Sundhedscenter',            NULL,        'health'),
  ('voksenhandicap',     'Voksenhandicap',            NULL,        'disability'),
  ('boern-familie',      'Børne- og Familieområdet',  NULL,        'family'),
  ('it',                 'IT',                        NULL,        'it'),
  ('aalborg',            'Aalborg (gæst)',            NULL,        'guest'),
  ('extern',             'Eksterne udførere',         NULL,        'external');

INSERT INTO staff (uid, name, department_id) VALUES
  ('mads.sb',  'Mads Samling',     'jobcenter'),
  ('sofie.sb', 'Sofie Samtale',    'jobcenter'),
  ('tl.karla', 'Karla Koordin',    'jobcenter'),
  ('tl.sanne', 'Sanne Sund',       'sundhedscenter'),
  ('vk.ole',   'Ole Opsøgende',    'virksomhedsservice'),
  ('vk.viggo', 'Viggo Vildledt',   'virksomhedsservice'),
  ('fys.pia',  'Pia Bevæg',        'sundhedscenter'),
  ('spl.nils', 'Nils Pleje',       'sundhedscenter'),
  ('psy.eva',  'Eva Tanke',        'sundhedscenter'),
  ('xsl.jens', 'Jens Stilark',     'sundhedscenter'),
  ('xsl.mia',  'Mia Skabelon',     'jobcenter'),
  ('vh.bent',  'Bent Støtte',      'voksenhandicap'),
  ('lis.sb',   'Lis Nabo',         'voksenhandicap'),
  ('bf.tina',  'Tina Familie',     'boern-familie'),
  ('eval.ane', 'Ane Måling',       'aalborg'),
  ('oek.rita', 'Rita Regnskab',    'jobcenter'),
  ('it.bo',    'Bo Drift',         'it'),
  ('ext.fit',  'Fiktiv Fysio ApS', 'extern');

INSERT INTO staff_role (uid, role) VALUES
  ('mads.sb',  'caseworker'),
  ('sofie.sb', 'caseworker'),
  ('lis.sb',   'caseworker'),
  ('tl.karla', 'team-leader'),
  ('tl.sanne', 'team-leader'),
  ('vk.ole',   'provider'),
  ('vk.viggo', 'provider'),
  ('fys.pia',  'physiotherapist'),
  ('fys.pia',  'provider'),
  ('spl.nils', 'nurse'),
  ('psy.eva',  'psychologist'),
  ('vh.bent',  'provider'),
  ('bf.tina',  'adviser'),
  ('xsl.jens', 'editor'),
  ('xsl.mia',  'editor'),
  ('eval.ane', 'evaluator'),
  ('oek.rita', 'economist'),
  ('it.bo',    'operator'),
  ('ext.fit',  'provider');

INSERT INTO course_frame (id, name, department_id, benefit_type, target_group, min_age, max_age, valid_from) VALUES
  (1, 'Udviklingsforløb, kontanthjælp',         'jobcenter', 'kontanthjaelp', 'kontanthjaelp',     30,   NULL, '2015-09-01'),
  (2, 'Udviklingsforløb, sygedagpenge',         'jobcenter', 'sygedagpenge',  'sygedagpenge',      NULL, NULL, '2015-09-01'),
  (3, 'Udviklingsforløb for unge under 30 år',  'jobcenter', NULL,            'kontanthjaelp-ung', 18,   29,   '2015-09-01'),
  (4, 'Udviklingsforløb, alle målgrupper',      'jobcenter', NULL,            NULL,                NULL, NULL, '2017-01-01');

INSERT INTO course_frame (id, name, department_id, benefit_type, professions, valid_from) VALUES
  (5, 'IPS: job først, støtte undervejs',       'jobcenter', NULL, 'caseworker,psychologist', '2018-01-01'),
  (6, 'Voksenhandicap: afklaring og støtte',    'voksenhandicap', NULL, 'caseworker,psychologist,physiotherapist', '2018-01-01');
