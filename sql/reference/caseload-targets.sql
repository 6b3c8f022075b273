-- How many courses a full-time caseworker should have.  Source: the municipality's plan of the investment, 2015-2018.
INSERT INTO caseload_target (benefit_type, valid_from, least, most, goal, source) VALUES
  ('sygedagpenge',  '2015-09-01', 32, 35, NULL, 'Investeringsplan 2015-2018'),
  ('kontanthjaelp', '2015-09-01', 40, 45, 40,   'Investeringsplan 2015-2018')
ON DUPLICATE KEY UPDATE least = VALUES(least), most = VALUES(most), goal = VALUES(goal), source = VALUES(source);
