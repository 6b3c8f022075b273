-- The municipality's action plans: five that are carried out by the catalogue's entries, with what makes each a success, and what people judged at the
-- end of quarters.  What can be computed of a quarter is computed by samspil-reporter.
SET @today = DATE(UTC_TIMESTAMP() + INTERVAL IF(MONTH(UTC_TIMESTAMP()) BETWEEN 4 AND 10, 2, 1) HOUR);
SET time_zone = '+00:00', system_versioning_insert_history = ON, @for_ever = '2038-01-19 03:14:07.999999';
SET @began = MAKEDATE(YEAR(@today) - 1, 1), @quarter = MAKEDATE(YEAR(@today), 1) + INTERVAL QUARTER(@today) - 1 QUARTER;
SET @made = TIMESTAMP(@began + INTERVAL 8 DAY, '08:30:00'), @over = DATE(CONCAT(YEAR(@today) + 1, '-12-31'));
SET @spring = CONCAT('2. kvartal ', YEAR(@began));

INSERT INTO baseline (id, title, from_on, to_on, mean_days, source, created_at, changed_by, ROW_START, ROW_END) VALUES
  (901, 'Før den udvidede indsats', @began - INTERVAL 3 YEAR, @began - INTERVAL 1 DAY, NULL, 'Demo: egne forløb', @made, 'oek.rita',
    @made, @for_ever);

INSERT INTO action_plan (id, title, department_id, from_on, to_on, aim, description, purpose, audience, actors, schedule, economy, success, follow_up,
    created_at, changed_by, ROW_START, ROW_END) VALUES
  (1, 'Udvidet arbejdsrettet rehabilitering', 'jobcenter', @began, @over,
    'Styrke de sundhedsfremmende og forebyggende indsatser for unge og voksne.
Sikre sammenhængende og helhedsorienterede indsatser på sundheds-, social- og arbejdsmarkedsområdet.
Investere i tværgående indsatser, der hjælper borgerne til at bevare eller opnå tilknytning til arbejdsmarkedet.',
    'En helhedsorienteret måde at møde borgere med komplekse udfordringer: tidlig opsporing, tværfaglig analyse og en individuel plan med sundheds-, social- og beskæftigelsesindsatser på samme tid. Borgeren er i centrum og ejer sin plan.',
    'At borgere, der ellers ville havne på langvarig offentlig forsørgelse, kommer hurtigere tilbage i arbejde eller uddannelse.',
    'Borgere på overførselsindkomst med komplekse begrænsninger i funktionsevnen i forhold til arbejde: aktivitetsparate kontanthjælpsmodtagere og særlige grupper af sygedagpengemodtagere.',
    'Jobcenter, Sundhedscenter, Voksenhandicap og Børne- og Familieområdet i Demo Kommune. Borgernes praktiserende læger inddrages.',
    CONCAT('Fra ', YEAR(@began), ' til ', YEAR(@over), ', som videreførelse af den hidtidige handleplan.'),
    'Byrådet investerer over fire år mod en forventet nettogevinst. Se regnskabet for investeringen.',
    'Den gennemsnitlige varighed på offentlig forsørgelse nedsættes med 1 år.',
    'Intern evaluering hvert kvartal og ekstern evaluering ved et universitet.', @made, 'tl.karla', @made, @for_ever),
  (2, 'Tidlig opsporing af livsstil og mental sundhed', 'jobcenter', @began, @over,
    'Styrke de sundhedsfremmende og forebyggende indsatser for unge og voksne.
Sikre kompetenceudvikling af frontpersonalet, så de kan rekruttere og fastholde sårbare borgere i indsatser.',
    'Jobcentrets medarbejdere kender betydningen af sund livsstil og god mental sundhed for vejen til arbejde. De screener i en kort samtale og kender handlemulighederne bagefter. Screeningen anvendes til alle kontanthjælps- og sygedagpengemodtagere.',
    'Borgere uden tilknytning til arbejdsmarkedet er særligt udfordrede på livsstil og mental sundhed, og der skal en særlig indsats til for at motivere og fastholde.',
    'Borgere på overførselsindkomst, som er udfordrede på kost, alkohol, motion eller mental sundhed, og som ikke allerede er i tværfaglig udredning.',
    'Primært jobcentrets medarbejdere. Sundhedscentret tilbyder indsatserne.',
    'Flere dele er i gang. Resten indføres i løbet af planens første år.',
    'Finansieres inden for investeringsrammen.',
    'Når medarbejderne kender og anvender screening og handlemuligheder.
Når aktørerne har tilpasset deres aktiviteter.
Når den næste sundhedsprofil viser en positiv udvikling på området.',
    'Omfattes af intern og ekstern evaluering.', @made, 'tl.karla', @made, @for_ever),
  (3, 'Sund livsstil på udvalgte virksomheder', 'virksomhedsservice', @began, @over,
    'Have fokus på trivsel og mindre stress blandt voksne.
Sikre sammenhængende indsatser på sundheds-, social- og arbejdsmarkedsområdet.',
    'Opsøgende indsats og sundhedstjek på virksomheder i udsatte brancher, eller viden og handlemuligheder, som virksomheden selv bruger.',
    'Hårdt fysisk arbejde og kort uddannelse hænger sammen med en udfordret livsstil. Nedslidning skal forebygges, mens folk endnu er i job.',
    'Virksomheder, hvor mange medarbejdere har kort uddannelse og fysisk hårdt arbejde.',
    'Virksomhedsservice finder virksomhederne, Sundhedscentret leverer viden og starthjælp, virksomhederne leder aktiviteterne.',
    'Forsinket, fordi andre dele af investeringen er taget først. Genoptages, når virksomhederne er udpeget.',
    'Virksomhedernes egen indsats og investeringsrammen.',
    'At medarbejderne på virksomheder i udsatte brancher får en sundere livsstil og god trivsel på arbejdspladsen.',
    'Omfattes af intern og ekstern evaluering.', @made, 'tl.karla', @made, @for_ever),
  (4, 'Lokal IPS-indsats for borgere med psykiske lidelser', 'virksomhedsservice', @began, @over,
    'Sikre sammenhængende indsatser på sundheds-, social- og arbejdsmarkedsområdet.
Styrke indsatserne for psykisk sårbare unge og voksne.',
    'Virksomhedskonsulenter uddannes i IPS og arbejder sammen med behandlingen. Med udgangspunkt i deltagerens egne ønsker findes et almindeligt job, og støtten følger med.',
    'En kortlægning viste mangel på indsatser for ledige og sygemeldte med psykiske lidelser. Forskningen viser markant bedre resultater med IPS end med hidtidige metoder.',
    'Ledige og sygemeldte med psykiske lidelser, også lettere.',
    'IPS-konsulenter i Virksomhedsservice, psykiatrien og lokale virksomheder.',
    CONCAT('Krav og projekt beskrives i 1. kvartal. Indsatsen begynder i ', @spring, '.'),
    'Finansieres inden for investeringsrammen.',
    'Når 50 % af borgerne i målgruppen oplever en forbedring af deres funktionsevne.
Når andelen i støttet eller ustøttet job eller ordinær uddannelse er forbedret med mindst 25 %.',
    NULL, @made, 'tl.karla', @made, @for_ever),
  (5, 'Sundhed i naturen på vejen til job', 'jobcenter', @began, @over,
    'Sikre sammenhængende indsatser på sundheds-, social- og arbejdsmarkedsområdet.
Styrke bevidstheden om mental sundhed og brugen af naturen.',
    'Indsatser får bedre resultater, når de kombineres med naturbaserede aktiviteter. En ressourceperson inspirerer, instruerer og sætter i gang i udvalgte indsatser.',
    'At afprøve effekten af naturbaserede elementer i arbejdsrettet rehabilitering, så de kan udbredes, hvis de virker.',
    'Ledige og sygemeldte, som kan have glæde af en naturbaseret sundhedsindsats.',
    'En ressourceperson, og de udførere, hvis indsatser er udvalgt.',
    CONCAT('Projektet beskrives i 1. kvartal og begynder senest i ', @spring, '.'),
    'Finansieres inden for investeringsrammen.',
    'Når mindst halvdelen af de udvalgte indsatser bruger et naturbaseret element.
Når mindst 70 % af deltagerne oplever en positiv effekt.
Når resultaterne inspirerer andre til at overveje det samme.',
    'Omfattes af intern og ekstern evaluering.', @made, 'tl.karla', @made, @for_ever);

INSERT INTO action_plan_entry (plan_id, entry_id, implemented_on, changed_by, ROW_START, ROW_END) VALUES
  (1, 14, @began, 'tl.karla', @made, @for_ever), (1, 3, @began + INTERVAL 2 MONTH, 'tl.karla', @made, @for_ever),
  (1, 13, @began + INTERVAL 3 MONTH, 'tl.karla', @made, @for_ever), (1, 17, @began, 'tl.karla', @made, @for_ever),
  (1, 18, @began, 'tl.karla', @made, @for_ever),
  (2, 15, @began + INTERVAL 4 MONTH, 'tl.karla', @made, @for_ever), (2, 5, @began + INTERVAL 4 MONTH, 'tl.karla', @made, @for_ever),
  (2, 12, NULL, 'tl.karla', @made, @for_ever),
  (3, 16, NULL, 'tl.karla', @made, @for_ever),
  (4, 8, @began + INTERVAL 3 MONTH, 'tl.karla', @made, @for_ever), (4, 17, @began + INTERVAL 3 MONTH, 'tl.karla', @made, @for_ever),
  (4, 22, NULL, 'tl.karla', @made, @for_ever),
  (5, 7, @began + INTERVAL 3 MONTH, 'tl.karla', @made, @for_ever), (5, 4, @began + INTERVAL 6 MONTH, 'tl.karla', @made, @for_ever),
  (5, 3, @began + INTERVAL 9 MONTH, 'tl.karla', @made, @for_ever), (5, 5, NULL, 'tl.karla', @made, @for_ever),
  (5, 13, NULL, 'tl.karla', @made, @for_ever), (5, 21, NULL, 'tl.karla', @made, @for_ever);

INSERT INTO success_criterion (id, plan_id, ordinal, text, metric, unit, threshold, partly, baseline_id, changed_by, ROW_START, ROW_END) VALUES
  (1, 1, 1, 'Den gennemsnitlige varighed på offentlig forsørgelse er nedsat med 1 år', 'duration', 'days', 365, 183, 901, 'tl.karla', @made, @for_ever),
  (2, 2, 1, 'Medarbejderne kender og anvender screening og handlemuligheder', 'judged', NULL, NULL, NULL, NULL, 'tl.karla', @made, @for_ever),
  (3, 2, 2, 'Aktørerne har tilpasset deres aktiviteter', 'judged', NULL, NULL, NULL, NULL, 'tl.karla', @made, @for_ever),
  (4, 2, 3, 'Sundhedsprofilen viser en positiv udvikling', 'judged', NULL, NULL, NULL, NULL, 'tl.karla', @made, @for_ever),
  (5, 3, 1, 'Medarbejderne i udsatte brancher får en sundere livsstil', 'judged', NULL, NULL, NULL, NULL, 'tl.karla', @made, @for_ever),
  (6, 4, 1, 'Mindst 50 % oplever en bedre funktionsevne', 'better-function', 'share', 500, 250, NULL, 'tl.karla', @made, @for_ever),
  (7, 4, 2, 'Andelen i job eller uddannelse er vokset med mindst 25 %', 'job-or-education', 'relative', 250, NULL, NULL, 'tl.karla', @made, @for_ever),
  (8, 5, 1, 'Mindst halvdelen af de udvalgte indsatser bruger et naturbaseret element', 'implemented', 'share', 500, 250, NULL, 'tl.karla', @made, @for_ever),
  (9, 5, 2, 'Mindst 70 % af deltagerne mærker en positiv effekt', 'felt-effect', 'share', 700, 500, NULL, 'tl.karla', @made, @for_ever),
  (10, 5, 3, 'Resultaterne inspirerer aktører i andre indsatser', 'judged', NULL, NULL, NULL, NULL, 'tl.karla', @made, @for_ever);

-- What a person judged, some days after the end of the quarter that many quarters back.
INSERT INTO criterion_state (criterion_id, quarter, state, note, created_at, changed_by, ROW_START, ROW_END)
  SELECT j.criterion, @quarter - INTERVAL j.back QUARTER, j.state, j.note, j.at, 'tl.karla', j.at, @for_ever FROM (
    SELECT x.*, TIMESTAMP(@quarter - INTERVAL x.back - 1 QUARTER + INTERVAL 9 DAY, '09:15:00') AS at FROM (
      SELECT 2 AS criterion, 4 AS back, 'partly' AS state, 'Halvdelen af teamet har været på kursus.' AS note
      UNION ALL SELECT 2, 3, 'partly', 'Alle på nær to har været på kursus. Screeningen sendes til alle nye.'
      UNION ALL SELECT 2, 2, 'reached', 'Alle har været på kursus, og stikprøven viser, at handlemulighederne bruges.'
      UNION ALL SELECT 2, 1, 'reached', 'Uændret.'
      UNION ALL SELECT 3, 3, 'not', 'Aftaler er ikke indgået.'
      UNION ALL SELECT 3, 2, 'partly', 'Sundhedscentret har tilpasset to hold. Et mangler.'
      UNION ALL SELECT 3, 1, 'partly', 'Uændret: det sidste hold begynder næste kvartal.'
      UNION ALL SELECT 4, 1, 'unknown', 'Den næste sundhedsprofil er ikke kommet.'
      UNION ALL SELECT 5, 2, 'not', 'Ikke begyndt: virksomhederne er ikke udpeget.'
      UNION ALL SELECT 5, 1, 'not', 'To virksomheder er udpeget. Indsatsen begynder til sommer.'
      UNION ALL SELECT 10, 1, 'partly', 'Voksenhandicap har spurgt om et forløb i skoven.') x) j
  WHERE j.at < UTC_TIMESTAMP();
