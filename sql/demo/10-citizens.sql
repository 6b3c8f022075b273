-- The citizens of the demo.  Every number fails modulus 11 on a birthday other than 1 January, so it can be nobody's.
-- The date in Denmark (but for the nights around a change of the clock).
SET @today = DATE(UTC_TIMESTAMP() + INTERVAL IF(MONTH(UTC_TIMESTAMP()) BETWEEN 4 AND 10, 2, 1) HOUR);
-- Row versions begin when it happened: rows come with their ROW_START and ROW_END, in UTC (7 to 14 is a working day).  The end of a
-- current row is MariaDB 10.11's end of time.
SET time_zone = '+00:00', system_versioning_insert_history = ON, @for_ever = '2038-01-19 03:14:07.999999';

-- Who was registered when: the cast some days before the screening, the others as their benefit began.
CREATE TEMPORARY TABLE registered (citizen_id BIGINT PRIMARY KEY, at DATETIME NOT NULL);
INSERT INTO registered
  SELECT d.id, @today - INTERVAL d.days DAY + INTERVAL 430 + d.id * 13 MINUTE
  FROM (SELECT 1 AS id, 13 AS days UNION VALUES (2, 42), (3, 56), (4, 131), (5, 250), (6, 301), (7, 85), (8, 30), (9, 105), (10, 210), (11, 982),
    (12, 71), (13, 310), (14, 170), (15, 22)) d;
CREATE TEMPORARY TABLE person AS SELECT * FROM citizen LIMIT 0;
CREATE TEMPORARY TABLE number AS SELECT * FROM citizen_cpr LIMIT 0;
CREATE TEMPORARY TABLE period AS SELECT * FROM benefit_period LIMIT 0;

INSERT INTO person (id, name, birth_date, phone, language, interpreter_needed, department_id, changed_by) VALUES
  (1, 'Karen Karensen', '1980-03-25', NULL, 'da', FALSE, 'jobcenter', 'mads.sb'),
  (2, 'Niels Nielsen', '1967-03-12', NULL, 'da', FALSE, 'jobcenter', 'sofie.sb'),
  (3, 'Brian Nielsen', '1975-08-19', NULL, 'da', FALSE, 'jobcenter', 'mads.sb'),
  (4, 'Testine Prøvesen', '1985-11-22', NULL, 'da', FALSE, 'jobcenter', 'mads.sb'),
  (5, 'Mogens Mockesen', '1974-09-05', NULL, 'da', FALSE, 'jobcenter', 'mads.sb'),
  (7, 'Ahmad Demosen', '1972-02-11', NULL, 'ar', TRUE, 'jobcenter', 'mads.sb'),
  (8, 'Gerda Attrap', '1955-06-06', NULL, 'da', FALSE, 'jobcenter', 'mads.sb'),
  (9, 'Ung Fiktivsen', '2007-07-07', NULL, 'da', FALSE, 'jobcenter', 'mads.sb'),
  (10, 'Lone Opdigtet', '1983-02-28', NULL, 'da', FALSE, 'jobcenter', 'sofie.sb'),
  (11, 'Viggo Vildledt', '1990-03-13', NULL, 'da', FALSE, 'jobcenter', 'mads.sb'),
  (12, 'Bodil Blindsen', '2004-02-14', NULL, 'da', FALSE, 'jobcenter', 'mads.sb'),
  (14, 'Anne Hansen', '1968-11-11', NULL, 'da', FALSE, 'jobcenter', 'mads.sb'),
  (15, 'Anne Hansen', '1968-11-11', NULL, 'da', FALSE, 'jobcenter', 'sofie.sb');

-- Name and address protection that ends; a dead citizen, who gets no letters.
INSERT INTO person (id, name, birth_date, protection_from, protection_to, death_date, department_id, changed_by) VALUES
  (6, 'Ida Eksempelsen', '1996-02-29', @today - INTERVAL 300 DAY, @today + INTERVAL 76 DAY, NULL, 'jobcenter', 'sofie.sb'),
  (13, 'Afdøde Andersen', '1969-06-18', NULL, NULL, @today - INTERVAL 40 DAY, 'jobcenter', 'sofie.sb');

INSERT INTO number (citizen_id, cpr, kind, changed_by) VALUES
  (1, '2503801714', 'cpr', 'mads.sb'),
  (2, '1203671155', 'cpr', 'sofie.sb'),
  (3, '1908752222', 'cpr', 'mads.sb'),
  (4, '2211852020', 'cpr', 'mads.sb'),
  (5, '0509741055', 'cpr', 'mads.sb'),
  (6, '2902962004', 'cpr', 'sofie.sb'),
  (7, '7102721001', 'replacement', 'mads.sb'),
  (8, '0606552066', 'cpr', 'mads.sb'),
  (9, '0707074007', 'cpr', 'mads.sb'),
  (10, '2802831044', 'cpr', 'sofie.sb'),
  (11, '1303901313', 'cpr', 'mads.sb'),
  (12, '1402044040', 'cpr', 'mads.sb'),
  (13, '1806693033', 'cpr', 'sofie.sb'),
  (14, '1111681110', 'cpr', 'mads.sb'),
  (15, '1111681112', 'cpr', 'sofie.sb');

INSERT INTO period (citizen_id, benefit_type, starts_on, ends_on, changed_by) VALUES
  (1, 'kontanthjaelp', @today - INTERVAL 420 DAY, NULL, 'mads.sb'),
  (2, 'sygedagpenge', @today - INTERVAL 70 DAY, NULL, 'sofie.sb'),
  (3, 'kontanthjaelp', @today - INTERVAL 610 DAY, NULL, 'mads.sb'),
  (4, 'kontanthjaelp', @today - INTERVAL 900 DAY, NULL, 'mads.sb'),
  (5, 'kontanthjaelp', @today - INTERVAL 1100 DAY, NULL, 'mads.sb'),
  (6, 'sygedagpenge', @today - INTERVAL 200 DAY, NULL, 'sofie.sb'),
  (7, 'integration', '2024-03-01', '2025-06-30', 'mads.sb'),
  (7, 'kontanthjaelp', '2025-07-01', NULL, 'mads.sb'),
  (8, 'kontanthjaelp', @today - INTERVAL 60 DAY, NULL, 'mads.sb'),
  (9, 'kontanthjaelp', @today - INTERVAL 150 DAY, NULL, 'mads.sb'),
  (10, 'dagpenge', @today - INTERVAL 600 DAY, @today - INTERVAL 241 DAY, 'sofie.sb'),
  (10, 'sygedagpenge', @today - INTERVAL 240 DAY, NULL, 'sofie.sb'),
  (11, 'kontanthjaelp', @today - INTERVAL 500 DAY, NULL, 'mads.sb'),
  (12, 'kontanthjaelp', @today - INTERVAL 90 DAY, NULL, 'mads.sb'),
  (13, 'sygedagpenge', @today - INTERVAL 700 DAY, @today - INTERVAL 40 DAY, 'sofie.sb'),
  (14, 'kontanthjaelp', @today - INTERVAL 330 DAY, NULL, 'mads.sb'),
  (15, 'sygedagpenge', @today - INTERVAL 33 DAY, NULL, 'sofie.sb');

-- Those of the courses that reports count: closed ones of earlier years (101 to 140), of the last year (149 to 160), and some that are open.
INSERT INTO person (id, name, birth_date, department_id, changed_by) VALUES
  (101, 'Anker Eksempelsen', '1996-05-15', 'jobcenter', 'mads.sb'),
  (102, 'Birthe Prøvesen', '1965-09-26', 'jobcenter', 'sofie.sb'),
  (103, 'Carlo Demosen', '1982-01-28', 'jobcenter', 'mads.sb'),
  (104, 'Dagny Attrapsen', '1991-09-27', 'jobcenter', 'sofie.sb'),
  (105, 'Egon Mønstersen', '1978-01-25', 'jobcenter', 'mads.sb'),
  (106, 'Frida Opdigtet', '1987-02-14', 'jobcenter', 'sofie.sb'),
  (107, 'Gustav Påfundet', '1972-01-02', 'jobcenter', 'mads.sb'),
  (108, 'Hanne Testesen', '1992-07-03', 'jobcenter', 'sofie.sb'),
  (109, 'Ingolf Fiktivsen', '1968-09-13', 'jobcenter', 'mads.sb'),
  (110, 'Jytte Blindprøve', '1963-07-22', 'jobcenter', 'sofie.sb'),
  (111, 'Kresten Eksempelsen', '1989-05-03', 'jobcenter', 'mads.sb'),
  (112, 'Lilly Prøvesen', '1973-02-14', 'jobcenter', 'sofie.sb'),
  (113, 'Magnus Demosen', '1990-10-05', 'jobcenter', 'mads.sb'),
  (114, 'Nanna Attrapsen', '1989-03-04', 'jobcenter', 'sofie.sb'),
  (115, 'Oskar Mønstersen', '1970-02-15', 'jobcenter', 'mads.sb'),
  (116, 'Petrea Opdigtet', '1968-03-18', 'jobcenter', 'sofie.sb'),
  (117, 'Rasmus Påfundet', '1970-12-24', 'jobcenter', 'mads.sb'),
  (118, 'Signe Testesen', '1985-09-23', 'jobcenter', 'sofie.sb'),
  (119, 'Thorkild Fiktivsen', '1982-11-17', 'jobcenter', 'mads.sb'),
  (120, 'Ulla Blindprøve', '1993-11-13', 'jobcenter', 'sofie.sb'),
  (121, 'Verner Eksempelsen', '1986-11-07', 'jobcenter', 'mads.sb'),
  (122, 'Åse Prøvesen', '1976-11-05', 'jobcenter', 'sofie.sb'),
  (123, 'Asger Demosen', '1978-12-21', 'jobcenter', 'mads.sb'),
  (124, 'Bente Attrapsen', '1980-12-03', 'jobcenter', 'sofie.sb'),
  (125, 'Dorthe Mønstersen', '1970-04-15', 'jobcenter', 'mads.sb'),
  (126, 'Ejnar Opdigtet', '1979-07-01', 'jobcenter', 'sofie.sb'),
  (127, 'Fie Påfundet', '1983-08-28', 'jobcenter', 'mads.sb'),
  (128, 'Gorm Testesen', '1991-01-07', 'jobcenter', 'sofie.sb'),
  (129, 'Helle Fiktivsen', '1993-11-11', 'jobcenter', 'mads.sb'),
  (130, 'Ivan Blindprøve', '1962-08-11', 'jobcenter', 'sofie.sb'),
  (131, 'Jonna Eksempelsen', '1967-04-10', 'jobcenter', 'mads.sb'),
  (132, 'Keld Prøvesen', '1979-06-16', 'jobcenter', 'sofie.sb'),
  (133, 'Laura Demosen', '1983-12-09', 'jobcenter', 'mads.sb'),
  (134, 'Morten Attrapsen', '1998-10-02', 'jobcenter', 'sofie.sb'),
  (135, 'Nina Mønstersen', '2000-06-02', 'jobcenter', 'mads.sb'),
  (136, 'Ove Opdigtet', '1993-04-07', 'jobcenter', 'sofie.sb'),
  (137, 'Pernille Påfundet', '1962-11-04', 'jobcenter', 'mads.sb'),
  (138, 'Rikke Testesen', '1968-01-24', 'jobcenter', 'sofie.sb'),
  (139, 'Steen Fiktivsen', '1967-11-07', 'jobcenter', 'mads.sb'),
  (140, 'Tove Blindprøve', '1978-12-27', 'jobcenter', 'sofie.sb'),
  (141, 'Agnete Demosen', '1975-10-24', 'jobcenter', 'mads.sb'),
  (142, 'Bo Opdigtet', '1968-12-01', 'jobcenter', 'sofie.sb'),
  (143, 'Connie Fiktivsen', '1998-03-30', 'jobcenter', 'mads.sb'),
  (144, 'Dan Prøvesen', '1976-12-02', 'jobcenter', 'sofie.sb'),
  (145, 'Ellen Mønstersen', '1966-02-20', 'jobcenter', 'mads.sb'),
  (146, 'Frank Testesen', '1970-04-28', 'jobcenter', 'sofie.sb'),
  (147, 'Grethe Eksempelsen', '1964-02-01', 'jobcenter', 'mads.sb'),
  (148, 'Hugo Attrapsen', '1997-07-31', 'jobcenter', 'sofie.sb'),
  (149, 'Inger Påfundet', '1997-06-19', 'jobcenter', 'mads.sb'),
  (150, 'Jens Blindprøve', '1967-11-12', 'jobcenter', 'sofie.sb'),
  (151, 'Karla Demosen', '1990-03-16', 'jobcenter', 'mads.sb'),
  (152, 'Leif Opdigtet', '1984-12-27', 'jobcenter', 'sofie.sb'),
  (153, 'Mona Fiktivsen', '1998-06-08', 'jobcenter', 'mads.sb'),
  (154, 'Nis Prøvesen', '1988-12-06', 'jobcenter', 'sofie.sb'),
  (155, 'Oda Mønstersen', '1975-07-18', 'jobcenter', 'mads.sb'),
  (156, 'Palle Testesen', '1987-06-06', 'jobcenter', 'sofie.sb'),
  (157, 'Ruth Eksempelsen', '1997-02-19', 'jobcenter', 'mads.sb'),
  (158, 'Svend Attrapsen', '1974-04-25', 'jobcenter', 'sofie.sb'),
  (159, 'Thea Påfundet', '1971-12-26', 'jobcenter', 'mads.sb'),
  (160, 'Uffe Blindprøve', '1973-07-01', 'jobcenter', 'sofie.sb');

INSERT INTO number (citizen_id, cpr, changed_by) VALUES
  (101, '1505962599', 'mads.sb'),
  (102, '2609653701', 'sofie.sb'),
  (103, '2801823316', 'mads.sb'),
  (104, '2709910833', 'sofie.sb'),
  (105, '2501782295', 'mads.sb'),
  (106, '1402872452', 'sofie.sb'),
  (107, '0201721689', 'mads.sb'),
  (108, '0307920692', 'sofie.sb'),
  (109, '1309683283', 'mads.sb'),
  (110, '2207632552', 'sofie.sb'),
  (111, '0305890589', 'mads.sb'),
  (112, '1402733782', 'sofie.sb'),
  (113, '0510902630', 'mads.sb'),
  (114, '0403891921', 'sofie.sb'),
  (115, '1502701409', 'mads.sb'),
  (116, '1803680443', 'sofie.sb'),
  (117, '2412702210', 'mads.sb'),
  (118, '2309852270', 'sofie.sb'),
  (119, '1711820475', 'mads.sb'),
  (120, '1311933873', 'sofie.sb'),
  (121, '0711863509', 'mads.sb'),
  (122, '0511761696', 'sofie.sb'),
  (123, '2112782190', 'mads.sb'),
  (124, '0312802188', 'sofie.sb'),
  (125, '1504702200', 'mads.sb'),
  (126, '0107793779', 'sofie.sb'),
  (127, '2808832827', 'mads.sb'),
  (128, '0701911904', 'sofie.sb'),
  (129, '1111931439', 'mads.sb'),
  (130, '1108621206', 'sofie.sb'),
  (131, '1004672723', 'mads.sb'),
  (132, '1606793815', 'sofie.sb'),
  (133, '0912831305', 'mads.sb'),
  (134, '0210980992', 'sofie.sb'),
  (135, '0206004208', 'mads.sb'),
  (136, '0704933009', 'sofie.sb'),
  (137, '0411623988', 'mads.sb'),
  (138, '2401683721', 'sofie.sb'),
  (139, '0711671987', 'mads.sb'),
  (140, '2712783053', 'sofie.sb'),
  (141, '2410752591', 'mads.sb'),
  (142, '0112682235', 'sofie.sb'),
  (143, '3003982478', 'mads.sb'),
  (144, '0212761811', 'sofie.sb'),
  (145, '2002663878', 'mads.sb'),
  (146, '2804701399', 'sofie.sb'),
  (147, '0102641654', 'mads.sb'),
  (148, '3107971422', 'sofie.sb'),
  (149, '1906973170', 'mads.sb'),
  (150, '1211672639', 'sofie.sb'),
  (151, '1603903152', 'mads.sb'),
  (152, '2712843569', 'sofie.sb'),
  (153, '0806983049', 'mads.sb'),
  (154, '0612883110', 'sofie.sb'),
  (155, '1807751020', 'mads.sb'),
  (156, '0606871301', 'sofie.sb'),
  (157, '1902971559', 'mads.sb'),
  (158, '2504741963', 'sofie.sb'),
  (159, '2612711724', 'mads.sb'),
  (160, '0107731749', 'sofie.sb');

INSERT INTO period (citizen_id, benefit_type, starts_on, ends_on, changed_by) VALUES
  (101, 'kontanthjaelp', @today - INTERVAL 1900 DAY, @today - INTERVAL 1363 DAY, 'mads.sb'),
  (102, 'sygedagpenge', @today - INTERVAL 1873 DAY, @today - INTERVAL 1329 DAY, 'sofie.sb'),
  (103, 'kontanthjaelp', @today - INTERVAL 1846 DAY, @today - INTERVAL 1295 DAY, 'mads.sb'),
  (104, 'jobafklaring', @today - INTERVAL 1819 DAY, @today - INTERVAL 1261 DAY, 'sofie.sb'),
  (105, 'kontanthjaelp', @today - INTERVAL 1792 DAY, @today - INTERVAL 1262 DAY, 'mads.sb'),
  (106, 'sygedagpenge', @today - INTERVAL 1765 DAY, @today - INTERVAL 1228 DAY, 'sofie.sb'),
  (107, 'kontanthjaelp', @today - INTERVAL 1738 DAY, @today - INTERVAL 1194 DAY, 'mads.sb'),
  (108, 'jobafklaring', @today - INTERVAL 1711 DAY, @today - INTERVAL 1160 DAY, 'sofie.sb'),
  (109, 'kontanthjaelp', @today - INTERVAL 1684 DAY, @today - INTERVAL 1126 DAY, 'mads.sb'),
  (110, 'sygedagpenge', @today - INTERVAL 1657 DAY, @today - INTERVAL 1127 DAY, 'sofie.sb'),
  (111, 'kontanthjaelp', @today - INTERVAL 1630 DAY, @today - INTERVAL 1093 DAY, 'mads.sb'),
  (112, 'jobafklaring', @today - INTERVAL 1603 DAY, @today - INTERVAL 1059 DAY, 'sofie.sb'),
  (113, 'kontanthjaelp', @today - INTERVAL 1576 DAY, @today - INTERVAL 1025 DAY, 'mads.sb'),
  (114, 'sygedagpenge', @today - INTERVAL 1549 DAY, @today - INTERVAL 991 DAY, 'sofie.sb'),
  (115, 'kontanthjaelp', @today - INTERVAL 1522 DAY, @today - INTERVAL 992 DAY, 'mads.sb'),
  (116, 'jobafklaring', @today - INTERVAL 1495 DAY, @today - INTERVAL 958 DAY, 'sofie.sb'),
  (117, 'kontanthjaelp', @today - INTERVAL 1468 DAY, @today - INTERVAL 924 DAY, 'mads.sb'),
  (118, 'sygedagpenge', @today - INTERVAL 1441 DAY, @today - INTERVAL 890 DAY, 'sofie.sb'),
  (119, 'kontanthjaelp', @today - INTERVAL 1414 DAY, @today - INTERVAL 856 DAY, 'mads.sb'),
  (120, 'jobafklaring', @today - INTERVAL 1387 DAY, @today - INTERVAL 857 DAY, 'sofie.sb'),
  (121, 'kontanthjaelp', @today - INTERVAL 1360 DAY, @today - INTERVAL 823 DAY, 'mads.sb'),
  (122, 'sygedagpenge', @today - INTERVAL 1333 DAY, @today - INTERVAL 789 DAY, 'sofie.sb'),
  (123, 'kontanthjaelp', @today - INTERVAL 1306 DAY, @today - INTERVAL 755 DAY, 'mads.sb'),
  (124, 'jobafklaring', @today - INTERVAL 1279 DAY, @today - INTERVAL 721 DAY, 'sofie.sb'),
  (125, 'kontanthjaelp', @today - INTERVAL 1252 DAY, @today - INTERVAL 722 DAY, 'mads.sb'),
  (126, 'sygedagpenge', @today - INTERVAL 1225 DAY, @today - INTERVAL 688 DAY, 'sofie.sb'),
  (127, 'kontanthjaelp', @today - INTERVAL 1198 DAY, @today - INTERVAL 654 DAY, 'mads.sb'),
  (128, 'jobafklaring', @today - INTERVAL 1171 DAY, @today - INTERVAL 620 DAY, 'sofie.sb'),
  (129, 'kontanthjaelp', @today - INTERVAL 1144 DAY, @today - INTERVAL 586 DAY, 'mads.sb'),
  (130, 'sygedagpenge', @today - INTERVAL 1117 DAY, @today - INTERVAL 587 DAY, 'sofie.sb'),
  (131, 'kontanthjaelp', @today - INTERVAL 1090 DAY, @today - INTERVAL 553 DAY, 'mads.sb'),
  (132, 'jobafklaring', @today - INTERVAL 1063 DAY, @today - INTERVAL 519 DAY, 'sofie.sb'),
  (133, 'kontanthjaelp', @today - INTERVAL 1036 DAY, @today - INTERVAL 485 DAY, 'mads.sb'),
  (134, 'sygedagpenge', @today - INTERVAL 1009 DAY, @today - INTERVAL 451 DAY, 'sofie.sb'),
  (135, 'kontanthjaelp', @today - INTERVAL 982 DAY, @today - INTERVAL 452 DAY, 'mads.sb'),
  (136, 'jobafklaring', @today - INTERVAL 955 DAY, @today - INTERVAL 418 DAY, 'sofie.sb'),
  (137, 'kontanthjaelp', @today - INTERVAL 928 DAY, @today - INTERVAL 384 DAY, 'mads.sb'),
  (138, 'sygedagpenge', @today - INTERVAL 901 DAY, @today - INTERVAL 350 DAY, 'sofie.sb'),
  (139, 'kontanthjaelp', @today - INTERVAL 874 DAY, @today - INTERVAL 316 DAY, 'mads.sb'),
  (140, 'jobafklaring', @today - INTERVAL 847 DAY, @today - INTERVAL 317 DAY, 'sofie.sb'),
  (141, 'sygedagpenge', @today - INTERVAL 420 DAY, NULL, 'mads.sb'),
  (142, 'kontanthjaelp', @today - INTERVAL 300 DAY, NULL, 'sofie.sb'),
  (143, 'jobafklaring', @today - INTERVAL 250 DAY, NULL, 'mads.sb'),
  (144, 'kontanthjaelp', @today - INTERVAL 330 DAY, NULL, 'sofie.sb'),
  (145, 'sygedagpenge', @today - INTERVAL 210 DAY, NULL, 'mads.sb'),
  (146, 'kontanthjaelp', @today - INTERVAL 160 DAY, NULL, 'sofie.sb'),
  (147, 'jobafklaring', @today - INTERVAL 120 DAY, NULL, 'mads.sb'),
  (148, 'kontanthjaelp', @today - INTERVAL 95 DAY, NULL, 'sofie.sb'),
  (149, 'sygedagpenge', @today - INTERVAL 700 DAY, @today - INTERVAL 388 DAY, 'mads.sb'),
  (150, 'kontanthjaelp', @today - INTERVAL 724 DAY, @today - INTERVAL 363 DAY, 'sofie.sb'),
  (151, 'jobafklaring', @today - INTERVAL 688 DAY, @today - INTERVAL 327 DAY, 'mads.sb'),
  (152, 'kontanthjaelp', @today - INTERVAL 652 DAY, @today - INTERVAL 302 DAY, 'sofie.sb'),
  (153, 'sygedagpenge', @today - INTERVAL 616 DAY, @today - INTERVAL 266 DAY, 'mads.sb'),
  (154, 'kontanthjaelp', @today - INTERVAL 580 DAY, @today - INTERVAL 241 DAY, 'sofie.sb'),
  (155, 'jobafklaring', @today - INTERVAL 544 DAY, @today - INTERVAL 205 DAY, 'mads.sb'),
  (156, 'kontanthjaelp', @today - INTERVAL 508 DAY, @today - INTERVAL 180 DAY, 'sofie.sb'),
  (157, 'sygedagpenge', @today - INTERVAL 472 DAY, @today - INTERVAL 144 DAY, 'mads.sb'),
  (158, 'kontanthjaelp', @today - INTERVAL 496 DAY, @today - INTERVAL 119 DAY, 'sofie.sb'),
  (159, 'jobafklaring', @today - INTERVAL 460 DAY, @today - INTERVAL 83 DAY, 'mads.sb'),
  (160, 'kontanthjaelp', @today - INTERVAL 424 DAY, @today - INTERVAL 47 DAY, 'sofie.sb');

INSERT INTO registered SELECT citizen_id, starts_on + INTERVAL 480 + citizen_id MINUTE FROM period WHERE citizen_id > 100;

-- A death is told on its day; until then the citizen lived.
INSERT INTO citizen (id, name, birth_date, language, interpreter_needed, protection_from, protection_to, death_date, department_id, created_at,
    changed_by, ROW_START, ROW_END)
  SELECT p.id, p.name, p.birth_date, p.language, p.interpreter_needed, p.protection_from, p.protection_to, NULL, p.department_id, r.at,
    p.changed_by, r.at, COALESCE(p.death_date + INTERVAL 9 HOUR, @for_ever)
  FROM person p JOIN registered r ON r.citizen_id = p.id
  UNION ALL SELECT p.id, p.name, p.birth_date, p.language, p.interpreter_needed, p.protection_from, p.protection_to, p.death_date,
    p.department_id, r.at, p.changed_by, p.death_date + INTERVAL 9 HOUR, @for_ever
  FROM person p JOIN registered r ON r.citizen_id = p.id WHERE p.death_date IS NOT NULL;

INSERT INTO citizen_cpr (citizen_id, cpr, kind, changed_by, ROW_START, ROW_END)
  SELECT n.citizen_id, n.cpr, n.kind, n.changed_by, r.at, @for_ever FROM number n JOIN registered r ON r.citizen_id = n.citizen_id;

INSERT INTO benefit_period (citizen_id, benefit_type, starts_on, ends_on, changed_by, ROW_START, ROW_END)
  SELECT p.citizen_id, p.benefit_type, p.starts_on, p.ends_on, p.changed_by, GREATEST(r.at, p.starts_on + INTERVAL 8 HOUR), @for_ever
  FROM period p JOIN registered r ON r.citizen_id = p.citizen_id;

-- The cast was made up, and says so: editors of looks may see it.  Anne Hansen from Sofie's caseload (15) plays somebody real, whom they
-- may not; so do those of the closed courses (101 on), since no report counts the made-up ones.
INSERT INTO fictional_citizen (citizen_id) SELECT id FROM citizen WHERE id < 15;
DROP TEMPORARY TABLE registered, person, number, period;
