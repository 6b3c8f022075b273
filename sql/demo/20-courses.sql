-- The courses of the demo's citizens (10-citizens.sql): a course has its citizen's number; 16 is an earlier one of citizen 11.
-- The date in Denmark (but for the nights around a change of the clock).
SET @today = DATE(UTC_TIMESTAMP() + INTERVAL IF(MONTH(UTC_TIMESTAMP()) BETWEEN 4 AND 10, 2, 1) HOUR);

INSERT INTO course (id, citizen_id, screening_id, frame_id, department_id, caseworker_uid, state, employment_goal, referral, opened_on, closed_on,
    outcome, state_reason, state_since, changed_by) VALUES
  (2, 2, 2, 2, 'jobcenter', 'sofie.sb', 'assessment', 'Tilbage til arbejdet som buschauffør på fuld tid',
    'Sygemeldt med skulder og nakke. Arbejdsgiveren holder pladsen åben.', @today - INTERVAL 32 DAY, NULL, NULL, NULL,
    @today - INTERVAL 30 DAY, 'sofie.sb'),
  (3, 3, 3, 1, 'jobcenter', 'mads.sb', 'conference-ready', 'Tilbage til lagerarbejde 20 timer om ugen, med hensyn til ryggen',
    'Screening med høj risiko. Tidligere lagerarbejder, vil gerne hurtigt i gang.', @today - INTERVAL 46 DAY, NULL, NULL, NULL,
    @today - INTERVAL 2 DAY, 'mads.sb'),
  (4, 4, 4, 1, 'jobcenter', 'mads.sb', 'active', 'Kontorarbejde 25 timer om ugen hos nuværende arbejdsgiver',
    'Langvarige smerter efter en ulykke. Har bevaret kontakten til arbejdspladsen.', @today - INTERVAL 121 DAY, NULL, NULL, NULL,
    @today - INTERVAL 37 DAY, 'mads.sb'),
  (5, 5, 5, 1, 'jobcenter', 'mads.sb', 'active', 'Et arbejde i det fri, 15 timer om ugen',
    'Mange år uden arbejde. Har prøvet flere tilbud efter hinanden.', @today - INTERVAL 240 DAY, NULL, NULL, NULL,
    @today - INTERVAL 150 DAY, 'mads.sb'),
  (6, 6, 6, 5, 'jobcenter', 'sofie.sb', 'active', 'Arbejde i en blomsterbutik, 12 timer om ugen',
    'Henvist fra psykiatrien til IPS. Navne- og adressebeskyttelse.', @today - INTERVAL 180 DAY, NULL, NULL, NULL,
    @today - INTERVAL 140 DAY, 'sofie.sb'),
  (7, 7, 7, 4, 'jobcenter', 'mads.sb', 'planning', 'Arbejde som mekaniker',
    'Faglært mekaniker fra Syrien. Samtaler holdes med tolk.', @today - INTERVAL 75 DAY, NULL, NULL, NULL,
    @today - INTERVAL 8 DAY, 'mads.sb'),
  (8, 8, 8, NULL, 'jobcenter', 'mads.sb', 'closed-low', NULL, NULL, @today - INTERVAL 20 DAY, @today - INTERVAL 20 DAY, 'low-risk',
    'Lav risiko. Borgeren klarer sig selv og har fået at vide, hvor hun kan henvende sig.', @today - INTERVAL 20 DAY, 'mads.sb'),
  (9, 9, 9, 3, 'jobcenter', 'mads.sb', 'planning', 'En erhvervsuddannelse',
    'Ung uden uddannelse. Børne- og Familieområdet er inde i sagen.', @today - INTERVAL 95 DAY, NULL, NULL, NULL,
    @today - INTERVAL 21 DAY, 'mads.sb'),
  (10, 10, 10, 2, 'jobcenter', 'sofie.sb', 'paused', 'Tilbage som frisør på nedsat tid',
    'Sygemeldt med skulderskade, venter på operation.', @today - INTERVAL 200 DAY, NULL, NULL,
    'Opereres i skulderen. Ventes tilbage om seks uger.', @today - INTERVAL 14 DAY, 'sofie.sb'),
  (11, 11, 11, 1, 'jobcenter', 'mads.sb', 'active', 'Fast arbejde som lagermand',
    'Afsluttet til job 32 timer om ugen. Jobbet ophørte, og forløbet er genåbnet efter 60 dage.', @today - INTERVAL 320 DAY, NULL,
    NULL, 'Genåbnet: jobbet på 32 timer om ugen ophørte', @today - INTERVAL 25 DAY, 'tl.karla'),
  (13, 13, 13, 2, 'jobcenter', 'sofie.sb', 'closed', 'Tilbage i køkkenet 20 timer om ugen', NULL, @today - INTERVAL 300 DAY,
    @today - INTERVAL 39 DAY, 'dead', 'Borgeren er død', @today - INTERVAL 39 DAY, 'sofie.sb'),
  (14, 14, 14, 1, 'jobcenter', 'mads.sb', 'active', 'Rengøring 18 timer om ugen', NULL, @today - INTERVAL 160 DAY, NULL, NULL, NULL,
    @today - INTERVAL 90 DAY, 'mads.sb'),
  (15, 15, 15, 2, 'jobcenter', 'sofie.sb', 'assessment', 'Tilbage til arbejdet som pædagog', NULL, @today - INTERVAL 12 DAY, NULL, NULL, NULL,
    @today - INTERVAL 10 DAY, 'sofie.sb'),
  (16, 11, NULL, 1, 'jobcenter', 'mads.sb', 'closed', 'Lagerarbejde', 'Henvist efter ledighed.', @today - INTERVAL 980 DAY,
    @today - INTERVAL 620 DAY, 'job', 'I job 37 timer om ugen', @today - INTERVAL 620 DAY, 'mads.sb');

INSERT INTO course_contact (course_id, uid, role, from_on, to_on, changed_by) VALUES
  (2, 'psy.eva',  'psychologist',    @today - INTERVAL 30 DAY, NULL, 'sofie.sb'),
  (2, 'fys.pia',  'physiotherapist', @today - INTERVAL 30 DAY, NULL, 'sofie.sb'),
  (2, 'spl.nils', 'nurse',           @today - INTERVAL 30 DAY, NULL, 'sofie.sb'),
  (3, 'psy.eva',  'psychologist',    @today - INTERVAL 40 DAY, NULL, 'mads.sb'),
  (3, 'fys.pia',  'physiotherapist', @today - INTERVAL 40 DAY, NULL, 'mads.sb'),
  (3, 'spl.nils', 'nurse',           @today - INTERVAL 40 DAY, NULL, 'mads.sb'),
  (4, 'psy.eva',  'psychologist',    @today - INTERVAL 118 DAY, NULL, 'mads.sb'),
  (4, 'fys.pia',  'physiotherapist', @today - INTERVAL 118 DAY, NULL, 'mads.sb'),
  (4, 'spl.nils', 'nurse',           @today - INTERVAL 118 DAY, NULL, 'mads.sb'),
  (5, 'fys.pia',  'physiotherapist', @today - INTERVAL 230 DAY, NULL, 'mads.sb'),
  (5, 'psy.eva',  'psychologist',    @today - INTERVAL 230 DAY, @today - INTERVAL 120 DAY, 'mads.sb'),
  (6, 'psy.eva',  'psychologist',    @today - INTERVAL 175 DAY, NULL, 'sofie.sb'),
  (7, 'fys.pia',  'physiotherapist', @today - INTERVAL 70 DAY, NULL, 'mads.sb'),
  (9, 'bf.tina',  'adviser',         @today - INTERVAL 90 DAY, NULL, 'mads.sb'),
  (9, 'psy.eva',  'psychologist',    @today - INTERVAL 90 DAY, NULL, 'mads.sb'),
  (10, 'mads.sb', 'co-caseworker',   @today - INTERVAL 20 DAY, NULL, 'tl.karla'),
  (10, 'fys.pia', 'physiotherapist', @today - INTERVAL 190 DAY, NULL, 'sofie.sb'),
  (11, 'fys.pia', 'physiotherapist', @today - INTERVAL 300 DAY, NULL, 'mads.sb'),
  (14, 'fys.pia', 'physiotherapist', @today - INTERVAL 150 DAY, NULL, 'mads.sb');

INSERT INTO deadline (course_id, kind, due_on, done_on, law, changed_by) VALUES
  (2, 'follow-up', @today + INTERVAL 11 DAY, NULL, 'Sygedagpengeloven § 13 b: første opfølgning inden udgangen af 8. uge', 'sofie.sb'),
  (3, 'conference', @today + INTERVAL 1 DAY, NULL, NULL, 'mads.sb'),
  (4, 'goal-measurement', @today + INTERVAL 5 DAY, NULL, NULL, 'mads.sb'),
  (4, 'conference', @today - INTERVAL 95 DAY, @today - INTERVAL 95 DAY, NULL, 'mads.sb'),
  (5, 'follow-up', @today + INTERVAL 16 DAY, NULL, NULL, 'mads.sb'),
  (6, 'protection-ends', @today + INTERVAL 76 DAY, NULL, NULL, 'sofie.sb'),
  (6, 'follow-up', @today + INTERVAL 9 DAY, NULL, 'Sygedagpengeloven § 13 b', 'sofie.sb'),
  (7, 'plan', @today + INTERVAL 4 DAY, NULL, NULL, 'mads.sb'),
  (9, 'plan', @today - INTERVAL 3 DAY, NULL, NULL, 'mads.sb'),
  (10, 'follow-up', @today - INTERVAL 6 DAY, NULL, 'Sygedagpengeloven § 13 b: mindst fire opfølgninger i det første halve år', 'sofie.sb'),
  (11, 'follow-up', @today + INTERVAL 21 DAY, NULL, NULL, 'mads.sb'),
  (14, 'follow-up', @today + INTERVAL 13 DAY, NULL, NULL, 'mads.sb'),
  (15, 'follow-up', @today + INTERVAL 23 DAY, NULL, 'Sygedagpengeloven § 13 b: første opfølgning inden udgangen af 8. uge', 'sofie.sb');

INSERT INTO background_value (course_id, section, field, value, source, told_on, changed_by) VALUES
  (2, 'work', 'occupation', 'Buschauffør', 'citizen', @today - INTERVAL 32 DAY, 'sofie.sb'),
  (2, 'work', 'employer', 'Opdigtede Busser A/S', 'citizen', @today - INTERVAL 32 DAY, 'sofie.sb'),
  (2, 'work', 'weekly-hours', '37', 'employer', @today - INTERVAL 28 DAY, 'sofie.sb'),
  (2, 'work', 'first-absence-day', DATE_FORMAT(@today - INTERVAL 45 DAY, '%Y-%m-%d'), 'case-system', @today - INTERVAL 32 DAY, 'sofie.sb'),
  (3, 'work', 'last-job-month', DATE_FORMAT(@today - INTERVAL 21 MONTH, '%Y-%m'), 'citizen', @today - INTERVAL 45 DAY, 'mads.sb'),
  (3, 'work', 'occupation', 'Lagerarbejder', 'citizen', @today - INTERVAL 45 DAY, 'mads.sb'),
  (3, 'work', 'employer', 'Fiktivt Fragt og Lager', 'citizen', @today - INTERVAL 45 DAY, 'mads.sb'),
  (3, 'work', 'weekly-hours', '37', 'citizen', @today - INTERVAL 45 DAY, 'mads.sb'),
  (3, 'work', 'absence-cause', 'Smerter i lænd og bryst, værst når han sidder længe.', 'citizen', @today - INTERVAL 45 DAY, 'mads.sb'),
  (3, 'work', 'cv-active', 'yes', 'case-system', @today - INTERVAL 45 DAY, 'mads.sb'),
  (3, 'work', 'offers-total', '1', 'case-system', @today - INTERVAL 45 DAY, 'mads.sb'),
  (4, 'work', 'occupation', 'Kontorassistent', 'citizen', @today - INTERVAL 120 DAY, 'mads.sb'),
  (4, 'work', 'employer', 'Eksempel Regnskab ApS', 'employer', @today - INTERVAL 110 DAY, 'mads.sb'),
  (4, 'work', 'weekly-hours', '32.5', 'employer', @today - INTERVAL 110 DAY, 'mads.sb');

INSERT INTO professional_note (course_id, uid, profession, state, limitation, suggestion, signed_at, created_at, changed_by) VALUES
  (2, 'fys.pia', 'physiotherapist', 'signed', 'Kan løfte højre arm til skulderhøjde og holde på et rat i cirka 20 minutter. Drejer hele overkroppen, når han skal se sig tilbage. Det begrænser ham i at køre bus i trafik.',
    'Træning af skulder og nakke tre gange om ugen. Prøvekørsel i bus uden passagerer, når han kan holde en time.', @today - INTERVAL 6 DAY, @today - INTERVAL 9 DAY, 'fys.pia'),
  (2, 'spl.nils', 'nurse', 'signed', 'Sover 4 til 5 timer på grund af smerter. Tager smertestillende hver dag og er i tvivl om, hvad han må køre med.',
    'Gennemgang af medicin hos egen læge. Søvnskema i to uger.', @today - INTERVAL 5 DAY, @today - INTERVAL 7 DAY, 'spl.nils'),
  (2, 'psy.eva', 'psychologist', 'draft', 'Er bange for at miste sit arbejde og', NULL, NULL, @today - INTERVAL 3 DAY, 'psy.eva'),
  (3, 'mads.sb', 'caseworker', 'signed', 'Har været uden for arbejdsmarkedet i knap to år efter 14 år som lagerarbejder. Møder til alle aftaler og vil hellere i gang end tale om det. Økonomien presser.',
    'Kontakt til den tidligere arbejdsgiver om nedsat tid.', @today - INTERVAL 12 DAY, @today - INTERVAL 14 DAY, 'mads.sb'),
  (3, 'psy.eva', 'psychologist', 'signed', 'Presser sig selv, til smerterne stopper ham, og hviler så i flere dage. Måden at tænke om smerter på begrænser ham mere, end smerterne gør.',
    'Individuel introduktion til smertehåndtering, coping og pacing.', @today - INTERVAL 9 DAY, @today - INTERVAL 11 DAY, 'psy.eva'),
  (3, 'fys.pia', 'physiotherapist', 'signed', 'Konstante smerter i lænde- og brystryg, der forværres ved siddende stilling og rygbelastende arbejde. Sidder omkring 20 minutter ad gangen. Kræfterne er gode.',
    'Yderligere undersøgelse af årsag til smerter efterfulgt af relevant træning.', @today - INTERVAL 8 DAY, @today - INTERVAL 10 DAY, 'fys.pia'),
  (3, 'spl.nils', 'nurse', 'signed', 'Perioder med hyppig diarré og større vægttab. Undgår situationer, hvor der er langt til et toilet, også et arbejde.',
    'Kontakt egen læge med henblik på udredning for begge dele.', @today - INTERVAL 2 DAY, @today - INTERVAL 8 DAY, 'spl.nils'),
  (4, 'mads.sb', 'caseworker', 'signed', 'Holder kontakten til arbejdspladsen og vil tilbage. Har brug for en plan, som chefen kender.', 'Samtale på arbejdspladsen.', @today - INTERVAL 104 DAY, @today - INTERVAL 106 DAY, 'mads.sb'),
  (4, 'psy.eva', 'psychologist', 'signed', 'Undgår at planlægge, fordi hun ikke ved, hvordan dagen bliver.', 'Pacing og dagsskema.', @today - INTERVAL 102 DAY, @today - INTERVAL 104 DAY, 'psy.eva'),
  (4, 'fys.pia', 'physiotherapist', 'signed', 'Kan sidde ved en skærm i 15 minutter, derefter smerter i nakke og hovedpine.', 'Træning og tilpasning af arbejdsplads.', @today - INTERVAL 101 DAY, @today - INTERVAL 103 DAY, 'fys.pia'),
  (4, 'spl.nils', 'nurse', 'signed', 'Tager smertestillende dagligt, sover uroligt.', 'Medicingennemgang hos egen læge.', @today - INTERVAL 100 DAY, @today - INTERVAL 102 DAY, 'spl.nils'),
  (7, 'mads.sb', 'caseworker', 'signed', 'Taler dansk i hverdagen, men har brug for tolk om helbred og breve. Savner at arbejde.', 'Praktik på værksted.', @today - INTERVAL 30 DAY, @today - INTERVAL 31 DAY, 'mads.sb'),
  (9, 'psy.eva', 'psychologist', 'signed', 'Bliver væk fra det, der minder om skole. Er til stede, når opgaven er praktisk.', 'Værkstedsforløb med voksenkontakt.', @today - INTERVAL 40 DAY, @today - INTERVAL 41 DAY, 'psy.eva'),
  (15, 'sofie.sb', 'caseworker', 'draft', 'Første samtale holdt.', NULL, NULL, @today - INTERVAL 9 DAY, 'sofie.sb');

INSERT INTO focus_area (id, course_id, component, kind, icf_code, icf_title, qualifier, qualifier_title, priority, description, suggestion,
    profession, uid, state, created_at, changed_by) VALUES
  (1, 3, 'function', 'barrier', 'FB28013', 'Rygsmerter', 'FZBG13', 'omfattende funktionsnedsættelse / stærke', 1,
    'Konstante smerter i lænde- og brystryg, der forværres ved siddende stilling og rygbelastende arbejde.',
    'Yderligere undersøgelse af årsag til smerter efterfulgt af relevant træning.', 'physiotherapist', 'fys.pia', 'open', @today - INTERVAL 8 DAY, 'fys.pia'),
  (2, 3, 'function', 'barrier', 'FB525', 'Afføring', 'FZBG12', 'moderat funktionsnedsættelse / moderate', 2,
    'Perioder med hyppig diarré og større vægttab.', 'Kontakt egen læge med henblik på udredning for begge dele.', 'nurse', 'spl.nils', 'open', @today - INTERVAL 2 DAY, 'spl.nils'),
  (3, 3, 'function', 'barrier', 'FB160', 'Tænkning', 'FZBG12', 'moderat funktionsnedsættelse / moderate', 3,
    'Brians handle- og tankestrategier passer ikke til hans nuværende funktionsevne. De kan ændres og bidrage til bedre funktion.',
    'Individuel introduktion til smertehåndtering, coping og pacing.', 'psychologist', 'psy.eva', 'open', @today - INTERVAL 9 DAY, 'psy.eva'),
  (4, 3, 'activity', 'barrier', 'FA4153', 'Fastholde siddende stilling', 'FZAG12', 'aktivitet moderat begrænset', 4,
    'Kan sidde omkring 20 minutter ad gangen.', 'Hæve-sænke-bord og pauseplan afprøves i praktik.', 'physiotherapist', 'fys.pia', 'open', @today - INTERVAL 8 DAY, 'fys.pia'),
  (5, 3, 'environment', 'resource', 'FE330', 'Personer med ledende eller overordnet rolle', 'FZEG1P3', 'stærkt fremmende indflydelse', 5,
    'Tidligere leder på lageret vil gerne tage ham ind på nedsat tid.', 'Virksomhedskonsulent kontakter arbejdsgiveren.', 'caseworker', 'mads.sb', 'open', @today - INTERVAL 12 DAY, 'mads.sb'),
  (6, 3, 'personal', 'resource', NULL, NULL, NULL, NULL, 6, 'Vant til fysisk arbejde og vil gerne hurtigt i gang.', 'Bruges som afsæt på konferencen.', 'psychologist', 'psy.eva', 'open', @today - INTERVAL 9 DAY, 'psy.eva'),
  (7, 2, 'function', 'barrier', 'FB730', 'Muskelstyrke', 'FZBG12', 'moderat funktionsnedsættelse / moderate', 1, 'Nedsat kraft i højre skulder, trættes efter 20 minutter.', 'Træning tre gange om ugen.', 'physiotherapist', 'fys.pia', 'open', @today - INTERVAL 6 DAY, 'fys.pia'),
  (8, 2, 'function', 'barrier', 'FB134', 'Søvn', 'FZBG12', 'moderat funktionsnedsættelse / moderate', 2, 'Sover 4 til 5 timer.', 'Søvnskema i to uger.', 'nurse', 'spl.nils', 'open', @today - INTERVAL 5 DAY, 'spl.nils'),
  (9, 4, 'activity', 'barrier', 'FA4153', 'Fastholde siddende stilling', 'FZAG13', 'aktivitet stærkt begrænset', 1, 'Kan sidde ved en skærm i 15 minutter.', 'Træning og tilpasning af arbejdsplads.', 'physiotherapist', 'fys.pia', 'chosen', @today - INTERVAL 101 DAY, 'fys.pia'),
  (10, 4, 'activity', 'barrier', 'FA240', 'Klare stress og andre psykologiske krav', 'FZAG12', 'aktivitet moderat begrænset', 2, 'Undgår at planlægge, fordi dagene er uforudsigelige.', 'Pacing og dagsskema.', 'psychologist', 'psy.eva', 'chosen', @today - INTERVAL 102 DAY, 'psy.eva'),
  (11, 4, 'function', 'barrier', 'FB134', 'Søvn', 'FZBG12', 'moderat funktionsnedsættelse / moderate', 3, 'Sover uroligt, vågner af smerter.', 'Medicingennemgang hos egen læge.', 'nurse', 'spl.nils', 'open', @today - INTERVAL 100 DAY, 'spl.nils'),
  (12, 4, 'environment', 'resource', 'FE330', 'Personer med ledende eller overordnet rolle', 'FZEG1P4', 'fuldstændig fremmende indflydelse', 4, 'Chefen vil gerne ændre opgaver og timer.', 'Virksomhedspraktik på egen arbejdsplads.', 'caseworker', 'mads.sb', 'chosen', @today - INTERVAL 104 DAY, 'mads.sb'),
  (13, 4, 'participation', 'barrier', 'FP850', 'Have lønnet beskæftigelse', 'FZPG13', 'deltagelse stærkt begrænset', 5, 'Er ikke på arbejde nu.', NULL, 'caseworker', 'mads.sb', 'open', @today - INTERVAL 104 DAY, 'mads.sb'),
  (14, 5, 'function', 'barrier', 'FB130', 'Energi og handlekraft', 'FZBG13', 'omfattende funktionsnedsættelse / stærke', 1, 'Kommer ikke i gang om formiddagen.', 'Fast holdtræning i naturen.', 'physiotherapist', 'fys.pia', 'chosen', @today - INTERVAL 210 DAY, 'fys.pia'),
  (15, 6, 'function', 'barrier', 'FB152', 'Følelsesfunktioner', 'FZBG12', 'moderat funktionsnedsættelse / moderate', 1, 'Angst i uforudsigelige situationer.', 'Støtte på arbejdspladsen fra første dag.', 'psychologist', 'psy.eva', 'chosen', @today - INTERVAL 160 DAY, 'psy.eva'),
  (16, 7, 'participation', 'barrier', 'FP845', 'Finde, have og fratræde et job', 'FZPG12', 'deltagelse moderat begrænset', 1, 'Søger ikke arbejde alene, fordi breve og skemaer er på dansk.', 'Mentor til ansøgninger.', 'caseworker', 'mads.sb', 'chosen', @today - INTERVAL 30 DAY, 'mads.sb'),
  (17, 9, 'function', 'barrier', 'FB1301', 'Motivation', 'FZBG12', 'moderat funktionsnedsættelse / moderate', 1, 'Ser ikke en uddannelse for sig.', 'Værkstedsforløb.', 'psychologist', 'psy.eva', 'chosen', @today - INTERVAL 40 DAY, 'psy.eva'),
  (18, 10, 'function', 'barrier', 'FB730', 'Muskelstyrke', 'FZBG13', 'omfattende funktionsnedsættelse / stærke', 1, 'Kan ikke holde armen løftet.', 'Genoptræning efter operation.', 'physiotherapist', 'fys.pia', 'chosen', @today - INTERVAL 170 DAY, 'fys.pia'),
  (19, 11, 'function', 'barrier', 'FB455', 'Udholdenhed', 'FZBG11', 'let funktionsnedsættelse / lette', 1, 'Trættes efter fire timer.', 'Træning ved siden af job.', 'physiotherapist', 'fys.pia', 'chosen', @today - INTERVAL 280 DAY, 'fys.pia');

INSERT INTO conference (course_id, held_on, citizen_present, citizens_words, conclusion, created_at, changed_by) VALUES
  (4, @today - INTERVAL 95 DAY, 'yes', 'Jeg vil gerne tilbage, men jeg er bange for at falde igennem igen.', 'Smertehåndtering og træning, mentor og praktik på egen arbejdsplads sættes i gang samtidig.', @today - INTERVAL 95 DAY, 'mads.sb'),
  (5, @today - INTERVAL 200 DAY, 'yes', 'Jeg vil helst være udenfor.', 'Holdtræning i naturen og mentor.', @today - INTERVAL 200 DAY, 'mads.sb'),
  (6, @today - INTERVAL 150 DAY, 'yes', 'Jeg vil arbejde med blomster.', 'IPS fra første dag.', @today - INTERVAL 150 DAY, 'sofie.sb'),
  (7, @today - INTERVAL 8 DAY, 'phone', 'Jeg kan mit fag, jeg mangler kun et sted.', 'Praktik på værksted og mentor til breve. Tolk deltog i telefonen.', @today - INTERVAL 8 DAY, 'mads.sb'),
  (9, @today - INTERVAL 21 DAY, 'no', NULL, 'Udeblev efter aftale med Tina Familie. Forslag om værkstedsforløb sendes og drøftes hjemme.', @today - INTERVAL 21 DAY, 'mads.sb'),
  (10, @today - INTERVAL 160 DAY, 'yes', 'Jeg vil beholde min salon.', 'Genoptræning og delvis raskmelding.', @today - INTERVAL 160 DAY, 'sofie.sb'),
  (11, @today - INTERVAL 270 DAY, 'yes', NULL, 'Virksomhedspraktik og træning.', @today - INTERVAL 270 DAY, 'mads.sb'),
  (13, @today - INTERVAL 250 DAY, 'yes', NULL, 'Træning på nedsat tid.', @today - INTERVAL 250 DAY, 'sofie.sb'),
  (14, @today - INTERVAL 100 DAY, 'yes', 'Det skal være tæt på, hvor jeg bor.', 'Praktik og mentor.', @today - INTERVAL 100 DAY, 'mads.sb'),
  (16, @today - INTERVAL 900 DAY, 'yes', NULL, 'Virksomhedspraktik.', @today - INTERVAL 900 DAY, 'mads.sb');

INSERT INTO plan (id, course_id, version, state, agreement, agreed_on, citizens_words, created_at, changed_by) VALUES
  (1, 4, 1, 'superseded', 'agreed', @today - INTERVAL 90 DAY, NULL, @today - INTERVAL 92 DAY, 'mads.sb'),
  (2, 4, 2, 'agreed', 'agreed', @today - INTERVAL 37 DAY, 'Det er godt, at praktikken kommer nu og ikke først, når jeg er rask.', @today - INTERVAL 40 DAY, 'mads.sb'),
  (3, 5, 1, 'agreed', 'agreed', @today - INTERVAL 150 DAY, NULL, @today - INTERVAL 155 DAY, 'mads.sb'),
  (4, 6, 1, 'agreed', 'agreed-with-reservation', @today - INTERVAL 140 DAY, 'Jeg vil ikke have, at butikken får min diagnose at vide.', @today - INTERVAL 142 DAY, 'sofie.sb'),
  (5, 7, 1, 'draft', NULL, NULL, NULL, @today - INTERVAL 6 DAY, 'mads.sb'),
  (6, 9, 1, 'presented', 'not-agreed', NULL, 'Jeg gider ikke et værksted, når jeg ikke får noget for det.', @today - INTERVAL 18 DAY, 'mads.sb'),
  (7, 10, 1, 'agreed', 'agreed', @today - INTERVAL 155 DAY, NULL, @today - INTERVAL 158 DAY, 'sofie.sb'),
  (8, 11, 1, 'agreed', 'agreed', @today - INTERVAL 265 DAY, NULL, @today - INTERVAL 268 DAY, 'mads.sb'),
  (9, 13, 1, 'ended', 'agreed', @today - INTERVAL 245 DAY, NULL, @today - INTERVAL 248 DAY, 'sofie.sb'),
  (10, 14, 1, 'agreed', 'agreed', @today - INTERVAL 90 DAY, NULL, @today - INTERVAL 94 DAY, 'mads.sb'),
  (11, 16, 1, 'ended', 'agreed', @today - INTERVAL 890 DAY, NULL, @today - INTERVAL 895 DAY, 'mads.sb');

INSERT INTO intervention (id, course_id, plan_id, title, provider_uid, goal, focus_area_id, state, starts_on, ends_on, first_measurement_on,
    started_on, state_reason, created_at, changed_by) VALUES
  (1, 4, 2, 'Smertehåndtering og træning', 'fys.pia', 'Kan arbejde ved en skærm i en time ad gangen', 9, 'running', @today - INTERVAL 86 DAY, @today + INTERVAL 44 DAY, @today - INTERVAL 72 DAY, @today - INTERVAL 86 DAY, NULL, @today - INTERVAL 92 DAY, 'fys.pia'),
  (2, 4, 2, 'Mentorstøtte', 'vh.bent', 'Lægger sin uge, så kræfterne rækker', 10, 'running', @today - INTERVAL 65 DAY, @today + INTERVAL 76 DAY, @today - INTERVAL 37 DAY, @today - INTERVAL 65 DAY, NULL, @today - INTERVAL 92 DAY, 'vh.bent'),
  (3, 4, 2, 'Virksomhedspraktik', 'vk.ole', 'Kan varetage to faste opgaver 8 timer om ugen på egen arbejdsplads', 12, 'running', @today - INTERVAL 30 DAY, @today + INTERVAL 58 DAY, @today - INTERVAL 16 DAY, @today - INTERVAL 30 DAY, NULL, @today - INTERVAL 40 DAY, 'vk.ole'),
  (4, 5, 3, 'Holdtræning i naturen', 'fys.pia', 'Møder til træning hver gang og har kræfter til resten af dagen', 14, 'stopped', @today - INTERVAL 140 DAY, @today - INTERVAL 30 DAY, @today - INTERVAL 110 DAY, @today - INTERVAL 138 DAY, 'Ingen fremgang i tre målinger. Borger og udfører er enige om at stoppe.', @today - INTERVAL 155 DAY, 'fys.pia'),
  (5, 5, 3, 'Individuel træning', 'ext.fit', 'Går en tur på en halv time hver dag', 14, 'ordered', @today + INTERVAL 7 DAY, @today + INTERVAL 98 DAY, @today + INTERVAL 28 DAY, NULL, NULL, @today - INTERVAL 12 DAY, 'mads.sb'),
  (6, 6, 4, 'IPS: job først, støtte undervejs', 'vk.ole', 'Arbejder 12 timer om ugen i en blomsterbutik', 15, 'running', @today - INTERVAL 135 DAY, NULL, @today - INTERVAL 105 DAY, @today - INTERVAL 134 DAY, NULL, @today - INTERVAL 142 DAY, 'vk.ole'),
  (7, 7, 5, 'Praktik på autoværksted', 'vk.viggo', 'Viser sit fag og får et netværk', 16, 'proposed', @today + INTERVAL 12 DAY, @today + INTERVAL 68 DAY, @today + INTERVAL 33 DAY, NULL, NULL, @today - INTERVAL 6 DAY, 'mads.sb'),
  (8, 7, 5, 'Mentor til breve og ansøgninger', 'vh.bent', 'Sender selv ansøgninger', 16, 'proposed', @today + INTERVAL 12 DAY, @today + INTERVAL 103 DAY, @today + INTERVAL 40 DAY, NULL, NULL, @today - INTERVAL 6 DAY, 'mads.sb'),
  (9, 9, 6, 'Værkstedsforløb', 'vh.bent', 'Møder tre dage om ugen', 17, 'proposed', @today + INTERVAL 5 DAY, @today + INTERVAL 96 DAY, @today + INTERVAL 26 DAY, NULL, NULL, @today - INTERVAL 18 DAY, 'mads.sb'),
  (10, 10, 7, 'Genoptræning før operation', 'fys.pia', 'Kan arbejde med armen løftet i ti minutter', 18, 'completed', @today - INTERVAL 150 DAY, @today - INTERVAL 20 DAY, @today - INTERVAL 120 DAY, @today - INTERVAL 150 DAY, NULL, @today - INTERVAL 158 DAY, 'fys.pia'),
  (11, 11, 8, 'Virksomhedspraktik på lager', 'vk.ole', 'Arbejder 32 timer om ugen', 19, 'completed', @today - INTERVAL 260 DAY, @today - INTERVAL 150 DAY, @today - INTERVAL 230 DAY, @today - INTERVAL 260 DAY, NULL, @today - INTERVAL 268 DAY, 'vk.ole'),
  (12, 11, 8, 'Fastholdelse i nyt job', 'vk.ole', 'Finder og beholder et job', 19, 'accepted', @today - INTERVAL 4 DAY, @today + INTERVAL 80 DAY, @today + INTERVAL 17 DAY, NULL, NULL, @today - INTERVAL 20 DAY, 'vk.ole'),
  (13, 13, 9, 'Træning på nedsat tid', 'fys.pia', 'Holder fire timer i køkkenet', NULL, 'stopped', @today - INTERVAL 240 DAY, @today - INTERVAL 39 DAY, @today - INTERVAL 210 DAY, @today - INTERVAL 240 DAY, 'Borgeren er død', @today - INTERVAL 248 DAY, 'sofie.sb'),
  (14, 14, 10, 'Praktik i rengøring', 'vk.ole', 'Arbejder 18 timer om ugen', NULL, 'running', @today - INTERVAL 80 DAY, @today + INTERVAL 20 DAY, @today - INTERVAL 50 DAY, @today - INTERVAL 78 DAY, NULL, @today - INTERVAL 94 DAY, 'vk.ole'),
  (15, 14, 10, 'Mentorstøtte', 'vh.bent', 'Kommer af sted hver dag', NULL, 'declined', @today - INTERVAL 80 DAY, @today + INTERVAL 20 DAY, @today - INTERVAL 50 DAY, NULL, 'Ingen ledige timer før efter sommer', @today - INTERVAL 94 DAY, 'vh.bent'),
  (16, 16, 11, 'Virksomhedspraktik', 'vk.ole', 'Arbejder 37 timer om ugen', NULL, 'completed', @today - INTERVAL 880 DAY, @today - INTERVAL 640 DAY, @today - INTERVAL 850 DAY, @today - INTERVAL 880 DAY, NULL, @today - INTERVAL 895 DAY, 'vk.ole');

-- Testine: six rounds of training, the provider's fourth not possible; her own line rises from 3 to 6, the provider's stays at 4.
INSERT INTO measurement (course_id, intervention_id, question_id, round, measured_by, value, not_possible, comment, measured_at, changed_by) VALUES
  (4, 1, 1, 1, 'citizen', 3, NULL, NULL, @today - INTERVAL 72 DAY, 'citizen'),
  (4, 1, 1, 2, 'citizen', 4, NULL, NULL, @today - INTERVAL 58 DAY, 'citizen'),
  (4, 1, 1, 3, 'citizen', 4, NULL, NULL, @today - INTERVAL 44 DAY, 'citizen'),
  (4, 1, 1, 4, 'citizen', 5, NULL, NULL, @today - INTERVAL 30 DAY, 'citizen'),
  (4, 1, 1, 5, 'citizen', 6, NULL, 'Jeg holdt en time til et møde.', @today - INTERVAL 16 DAY, 'citizen'),
  (4, 1, 1, 6, 'citizen', 6, NULL, NULL, @today - INTERVAL 2 DAY, 'citizen'),
  (4, 1, 1, 1, 'provider', 4, NULL, NULL, @today - INTERVAL 72 DAY, 'fys.pia'),
  (4, 1, 1, 2, 'provider', 5, NULL, 'Holder 30 minutter på hold.', @today - INTERVAL 58 DAY, 'fys.pia'),
  (4, 1, 1, 3, 'provider', 4, NULL, NULL, @today - INTERVAL 44 DAY, 'fys.pia'),
  (4, 1, 1, 4, 'provider', NULL, 'Udeblev fra træningen i måleugen', NULL, @today - INTERVAL 30 DAY, 'fys.pia'),
  (4, 1, 1, 5, 'provider', 4, NULL, NULL, @today - INTERVAL 16 DAY, 'fys.pia'),
  (4, 1, 1, 6, 'provider', 4, NULL, 'Rejser sig efter 25 minutter, som før.', @today - INTERVAL 2 DAY, 'fys.pia'),
  (4, 2, 7, 1, 'citizen', 6, NULL, NULL, @today - INTERVAL 37 DAY, 'citizen'),
  (4, 2, 7, 1, 'provider', 5, NULL, NULL, @today - INTERVAL 37 DAY, 'vh.bent'),
  (4, 2, 7, 2, 'citizen', 7, NULL, NULL, @today - INTERVAL 7 DAY, 'citizen'),
  (4, 2, 7, 2, 'provider', 6, NULL, 'Bruger sit ugeskema.', @today - INTERVAL 7 DAY, 'vh.bent'),
  (4, 3, 13, 1, 'citizen', 5, NULL, NULL, @today - INTERVAL 2 DAY, 'citizen'),
  (5, 4, 5, 1, 'citizen', 4, NULL, NULL, @today - INTERVAL 110 DAY, 'citizen'),
  (5, 4, 5, 2, 'citizen', 4, NULL, NULL, @today - INTERVAL 75 DAY, 'citizen'),
  (5, 4, 5, 3, 'citizen', 3, NULL, 'Jeg er mere træt, end da jeg begyndte.', @today - INTERVAL 40 DAY, 'citizen'),
  (5, 4, 5, 1, 'provider', 5, NULL, NULL, @today - INTERVAL 109 DAY, 'fys.pia'),
  (5, 4, 5, 2, 'provider', 5, NULL, NULL, @today - INTERVAL 74 DAY, 'fys.pia'),
  (5, 4, 5, 3, 'provider', 4, NULL, NULL, @today - INTERVAL 39 DAY, 'fys.pia'),
  (6, 6, 15, 1, 'citizen', 5, NULL, NULL, @today - INTERVAL 105 DAY, 'citizen'),
  (6, 6, 15, 1, 'provider', 6, NULL, NULL, @today - INTERVAL 104 DAY, 'vk.ole'),
  (6, 6, 15, 2, 'citizen', 8, NULL, NULL, @today - INTERVAL 45 DAY, 'citizen'),
  (6, 6, 15, 2, 'provider', 8, NULL, NULL, @today - INTERVAL 44 DAY, 'vk.ole'),
  (10, 10, 2, 1, 'citizen', 3, NULL, NULL, @today - INTERVAL 120 DAY, 'citizen'),
  (10, 10, 2, 1, 'provider', 3, NULL, NULL, @today - INTERVAL 120 DAY, 'fys.pia'),
  (10, 10, 2, 2, 'citizen', 4, NULL, NULL, @today - INTERVAL 60 DAY, 'citizen'),
  (10, 10, 2, 2, 'provider', 5, NULL, NULL, @today - INTERVAL 59 DAY, 'fys.pia'),
  (14, 14, 15, 1, 'citizen', 7, NULL, NULL, @today - INTERVAL 50 DAY, 'citizen'),
  (14, 14, 15, 1, 'provider', 6, NULL, NULL, @today - INTERVAL 48 DAY, 'vk.ole');

-- The closed courses of earlier years, for reports: one for each citizen from 101 on, as long as the benefit was paid.
INSERT INTO course (id, citizen_id, frame_id, department_id, caseworker_uid, state, employment_goal, opened_on, closed_on, outcome,
    state_reason, state_since, changed_by)
  SELECT b.citizen_id, b.citizen_id, CASE b.benefit_type WHEN 'kontanthjaelp' THEN 1 WHEN 'sygedagpenge' THEN 2 ELSE 4 END, 'jobcenter',
    b.changed_by, 'closed', ELT(1 + b.citizen_id % 5, 'Butiksarbejde', 'Lager og transport', 'Kontor', 'Pleje og omsorg', 'Håndværk'),
    b.starts_on + INTERVAL 60 + b.citizen_id % 40 DAY, b.ends_on,
    ELT(1 + b.citizen_id % 8, 'job', 'job', 'education', 'job', 'flexjob', 'benefit', 'job', 'pension'), 'Forløbet er gennemført',
    b.ends_on, b.changed_by
  FROM benefit_period b WHERE b.citizen_id BETWEEN 101 AND 140;

INSERT INTO plan (id, course_id, version, state, agreement, agreed_on, created_at, changed_by)
  SELECT c.id, c.id, 1, 'ended', 'agreed', c.opened_on + INTERVAL 40 + c.id % 30 DAY, c.opened_on + INTERVAL 35 DAY, c.caseworker_uid
  FROM course c WHERE c.id BETWEEN 101 AND 140;

-- Three in four have two parallel interventions, one in four only the first.
INSERT INTO intervention (id, course_id, plan_id, title, provider_uid, goal, state, starts_on, ends_on, first_measurement_on, started_on,
    created_at, changed_by)
  SELECT 1000 + c.id * 2 + n.n, c.id, c.id, CASE n.n WHEN 0 THEN 'Virksomhedspraktik' ELSE ELT(1 + c.id % 3, 'Træning', 'Mentorstøtte', 'Smertehåndtering') END,
    CASE n.n WHEN 0 THEN 'vk.ole' ELSE ELT(1 + c.id % 3, 'fys.pia', 'vh.bent', 'ext.fit') END, 'Er klar til arbejde', 'completed',
    p.agreed_on + INTERVAL 7 + n.n * 14 DAY, LEAST(p.agreed_on + INTERVAL 120 + c.id % 90 DAY, c.closed_on), p.agreed_on + INTERVAL 35 DAY,
    p.agreed_on + INTERVAL 8 + n.n * 14 + c.id % 5 DAY, p.created_at, c.caseworker_uid
  FROM course c JOIN plan p ON p.course_id = c.id JOIN (SELECT 0 AS n UNION SELECT 1) n
  WHERE c.id BETWEEN 101 AND 140 AND (n.n = 0 OR c.id % 4 <> 0);

INSERT INTO measurement (course_id, intervention_id, question_id, round, measured_by, value, measured_at, changed_by)
  SELECT i.course_id, i.id, 14, r.n, g.measured_by, LEAST(10, 3 + i.course_id % 3 + r.n * (1 + i.course_id % 2) - (g.measured_by = 'provider')),
    i.first_measurement_on + INTERVAL 28 * (r.n - 1) + (g.measured_by = 'provider') DAY,
    CASE g.measured_by WHEN 'citizen' THEN 'citizen' ELSE i.provider_uid END
  FROM intervention i JOIN (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3) r JOIN (SELECT 'citizen' AS measured_by UNION SELECT 'provider') g
  WHERE i.course_id BETWEEN 101 AND 140;
