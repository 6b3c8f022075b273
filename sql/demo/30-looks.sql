-- What two departments have set for themselves in /admin/look; their layers are loaded after this (conf/demo.d/data.list).
-- The job centre: indigo, the nearest deadline right after the name, and the goal is called a job goal.
INSERT INTO department_look (department_id, bar_colour, link_colour, changed_by) VALUES
  ('jobcenter',      '#3a2a63', '#4a3a9a', 'xsl.mia'),
  ('sundhedscenter', '#0f5b4d', '#0a6152', 'xsl.jens');

INSERT INTO department_label (department_id, lang, label_key, text, changed_by) VALUES
  ('jobcenter',      'da', 'field.employment-goal',        'Jobmål',              'xsl.mia'),
  ('jobcenter',      'en', 'field.employment-goal',        'Job goal',            'xsl.mia'),
  ('jobcenter',      'da', 'field.course.employment-goal', 'Jobmål',              'xsl.mia'),
  ('jobcenter',      'en', 'field.course.employment-goal', 'Job goal',            'xsl.mia'),
  ('sundhedscenter', 'da', 'field.suggestion',             'Faglig anbefaling',   'xsl.jens'),
  ('sundhedscenter', 'en', 'field.suggestion',             'Professional advice', 'xsl.jens');

-- The health centre's people look for who has not started yet, and need no frame of the job centre's.
INSERT INTO department_column (department_id, program, list_name, position, column_name, changed_by) VALUES
  ('jobcenter',      'plan', 'courses',       1, 'citizen',       'xsl.mia'),
  ('jobcenter',      'plan', 'courses',       2, 'next-deadline', 'xsl.mia'),
  ('jobcenter',      'plan', 'courses',       3, 'state',         'xsl.mia'),
  ('jobcenter',      'plan', 'courses',       4, 'waits-for',     'xsl.mia'),
  ('jobcenter',      'plan', 'courses',       5, 'caseworker',    'xsl.mia'),
  ('jobcenter',      'plan', 'courses',       6, 'frame',         'xsl.mia'),
  ('sundhedscenter', 'plan', 'courses',       1, 'citizen',       'xsl.jens'),
  ('sundhedscenter', 'plan', 'courses',       2, 'state',         'xsl.jens'),
  ('sundhedscenter', 'plan', 'courses',       3, 'next-deadline', 'xsl.jens'),
  ('sundhedscenter', 'plan', 'courses',       4, 'waits-for',     'xsl.jens'),
  ('sundhedscenter', 'plan', 'courses',       5, 'caseworker',    'xsl.jens'),
  ('sundhedscenter', 'plan', 'interventions', 1, 'citizen',       'xsl.jens'),
  ('sundhedscenter', 'plan', 'interventions', 2, 'intervention',  'xsl.jens'),
  ('sundhedscenter', 'plan', 'interventions', 3, 'waits',         'xsl.jens'),
  ('sundhedscenter', 'plan', 'interventions', 4, 'starts-on',     'xsl.jens'),
  ('sundhedscenter', 'plan', 'interventions', 5, 'state',         'xsl.jens');

-- Settings that a view does not know of are not shown: a row for each of their programs.
INSERT INTO stylesheet_view (department_id, program, look_revision)
  SELECT d.id, p.program, 1 FROM department d
    JOIN (SELECT 'portal' AS program UNION ALL SELECT 'answer' UNION ALL SELECT 'screening' UNION ALL SELECT 'triage'
      UNION ALL SELECT 'plan' UNION ALL SELECT 'admin') p
  WHERE d.id IN ('jobcenter', 'sundhedscenter');
