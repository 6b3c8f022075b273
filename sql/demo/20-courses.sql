-- The courses of the demo's citizens (10-citizens.sql): a course has its citizen's number; 16 is an earlier one of citizen 11.
-- The date in Denmark (but for the nights around a change of the clock).
SET @today = DATE(UTC_TIMESTAMP() + INTERVAL IF(MONTH(UTC_TIMESTAMP()) BETWEEN 4 AND 10, 2, 1) HOUR);
-- Row versions begin when it happened: rows come with their ROW_START and ROW_END, in UTC (7 to 14 is a working day).  The end of a
-- current row is MariaDB 10.11's end of time.
SET time_zone = '+00:00', system_versioning_insert_history = ON, @for_ever = '2038-01-19 03:14:07.999999';

-- The rows as they are today; how they came to be follows them.
CREATE TEMPORARY TABLE course_now AS SELECT * FROM course LIMIT 0;
CREATE TEMPORARY TABLE contact_now AS SELECT * FROM course_contact LIMIT 0;
CREATE TEMPORARY TABLE deadline_now AS SELECT * FROM deadline LIMIT 0;
CREATE TEMPORARY TABLE background_now AS SELECT * FROM background_value LIMIT 0;
CREATE TEMPORARY TABLE note_now AS SELECT * FROM professional_note LIMIT 0;
CREATE TEMPORARY TABLE focus_now AS SELECT * FROM focus_area LIMIT 0;
CREATE TEMPORARY TABLE conference_now AS SELECT * FROM conference LIMIT 0;
CREATE TEMPORARY TABLE plan_now AS SELECT * FROM plan LIMIT 0;
CREATE TEMPORARY TABLE intervention_now AS SELECT * FROM intervention LIMIT 0;
CREATE TEMPORARY TABLE measurement_now AS SELECT * FROM measurement LIMIT 0;

INSERT INTO course_now (id, citizen_id, screening_id, frame_id, department_id, caseworker_uid, state, employment_goal, referral, opened_on, closed_on,
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

INSERT INTO contact_now (course_id, uid, role, from_on, to_on, changed_by) VALUES
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

INSERT INTO deadline_now (course_id, kind, due_on, done_on, law, changed_by) VALUES
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

INSERT INTO background_now (course_id, section, field, value, source, told_on, changed_by) VALUES
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
  (4, 'work', 'weekly-hours', '32.5', 'employer', @today - INTERVAL 110 DAY, 'mads.sb'),
  (3, 'education', 'highest', 'vocational', 'citizen', @today - INTERVAL 45 DAY, 'mads.sb'),
  (3, 'education', 'highest-name', 'Lager og terminal', 'citizen', @today - INTERVAL 45 DAY, 'mads.sb'),
  (3, 'education', 'test', 'not-relevant', 'citizen', @today - INTERVAL 45 DAY, 'mads.sb'),
  (3, 'education', 'school-certificates', 'Truckcertifikat B', 'citizen', @today - INTERVAL 45 DAY, 'mads.sb'),
  (3, 'education', 'driving-licence', 'B', 'citizen', @today - INTERVAL 45 DAY, 'mads.sb'),
  (3, 'social', 'civil-status', 'cohabiting', 'citizen', @today - INTERVAL 45 DAY, 'mads.sb'),
  (3, 'social', 'provides', 'yes', 'citizen', @today - INTERVAL 45 DAY, 'mads.sb'),
  (3, 'social', 'children', '1 barn på 11 år', 'citizen', @today - INTERVAL 45 DAY, 'mads.sb'),
  (3, 'health', 'examinations', 'Venter på svar om maven fra sygehuset.', 'citizen', @today - INTERVAL 40 DAY, 'mads.sb'),
  (3, 'lifestyle', 'sleep', 'Sover 5 timer, vågner af smerter.', 'citizen', @today - INTERVAL 40 DAY, 'mads.sb'),
  (3, 'earlier', 'parallel', 'no', 'citizen', @today - INTERVAL 45 DAY, 'mads.sb');
-- What a person put in the place of what a system of records says.
UPDATE background_now SET imported = 'single', imported_from = 'Folkeregister', imported_on = @today - INTERVAL 60 DAY
  WHERE course_id = 3 AND field = 'civil-status';

INSERT INTO note_now (course_id, uid, profession, state, limitation, suggestion, signed_at, created_at, changed_by) VALUES
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

INSERT INTO focus_now (id, course_id, component, kind, icf_code, icf_title, qualifier, qualifier_title, priority, description, suggestion,
    profession, uid, state, created_at, changed_by) VALUES
  (1, 3, 'function', 'barrier', 'FB28013', 'Rygsmerter', 'FZBG13', 'Funktionen er svært nedsat', 1,
    'Konstante smerter i lænde- og brystryg, der forværres ved siddende stilling og rygbelastende arbejde.',
    'Yderligere undersøgelse af årsag til smerter efterfulgt af relevant træning.', 'physiotherapist', 'fys.pia', 'open', @today - INTERVAL 8 DAY, 'fys.pia'),
  (2, 3, 'function', 'barrier', 'FB525', 'Afføring', 'FZBG12', 'Funktionen er moderat nedsat', 2,
    'Perioder med hyppig diarré og større vægttab.', 'Kontakt egen læge med henblik på udredning for begge dele.', 'nurse', 'spl.nils', 'open', @today - INTERVAL 2 DAY, 'spl.nils'),
  (3, 3, 'function', 'barrier', 'FB160', 'Tænkning', 'FZBG12', 'Funktionen er moderat nedsat', 3,
    'Brians handle- og tankestrategier passer ikke til hans nuværende funktionsevne. De kan ændres og bidrage til bedre funktion.',
    'Individuel introduktion til smertehåndtering, coping og pacing.', 'psychologist', 'psy.eva', 'open', @today - INTERVAL 9 DAY, 'psy.eva'),
  (4, 3, 'activity', 'barrier', 'FA4153', 'At blive siddende', 'FZAG12', 'Moderat begrænsning i aktivitet', 4,
    'Kan sidde omkring 20 minutter ad gangen.', 'Hæve-sænke-bord og pauseplan afprøves i praktik.', 'physiotherapist', 'fys.pia', 'open', @today - INTERVAL 8 DAY, 'fys.pia'),
  (5, 3, 'environment', 'resource', 'FE330', 'Ledere og andre, der bestemmer', 'FZEG1P3', 'Fremmer meget', 5,
    'Tidligere leder på lageret vil gerne tage ham ind på nedsat tid.', 'Virksomhedskonsulent kontakter arbejdsgiveren.', 'caseworker', 'mads.sb', 'open', @today - INTERVAL 12 DAY, 'mads.sb'),
  (6, 3, 'personal', 'resource', NULL, NULL, NULL, NULL, 6, 'Vant til fysisk arbejde og vil gerne hurtigt i gang.', 'Bruges som afsæt på konferencen.', 'psychologist', 'psy.eva', 'open', @today - INTERVAL 9 DAY, 'psy.eva'),
  (7, 2, 'function', 'barrier', 'FB730', 'Muskelstyrke', 'FZBG12', 'Funktionen er moderat nedsat', 1, 'Nedsat kraft i højre skulder, trættes efter 20 minutter.', 'Træning tre gange om ugen.', 'physiotherapist', 'fys.pia', 'open', @today - INTERVAL 6 DAY, 'fys.pia'),
  (8, 2, 'function', 'barrier', 'FB134', 'Søvn', 'FZBG12', 'Funktionen er moderat nedsat', 2, 'Sover 4 til 5 timer.', 'Søvnskema i to uger.', 'nurse', 'spl.nils', 'open', @today - INTERVAL 5 DAY, 'spl.nils'),
  (9, 4, 'activity', 'barrier', 'FA4153', 'At blive siddende', 'FZAG13', 'Svær begrænsning i aktivitet', 1, 'Kan sidde ved en skærm i 15 minutter.', 'Træning og tilpasning af arbejdsplads.', 'physiotherapist', 'fys.pia', 'chosen', @today - INTERVAL 101 DAY, 'fys.pia'),
  (10, 4, 'activity', 'barrier', 'FA240', 'At klare stress og krav', 'FZAG12', 'Moderat begrænsning i aktivitet', 2, 'Undgår at planlægge, fordi dagene er uforudsigelige.', 'Pacing og dagsskema.', 'psychologist', 'psy.eva', 'chosen', @today - INTERVAL 102 DAY, 'psy.eva'),
  (11, 4, 'function', 'barrier', 'FB134', 'Søvn', 'FZBG12', 'Funktionen er moderat nedsat', 3, 'Sover uroligt, vågner af smerter.', 'Medicingennemgang hos egen læge.', 'nurse', 'spl.nils', 'open', @today - INTERVAL 100 DAY, 'spl.nils'),
  (12, 4, 'environment', 'resource', 'FE330', 'Ledere og andre, der bestemmer', 'FZEG1P4', 'Fremmer fuldstændigt', 4, 'Chefen vil gerne ændre opgaver og timer.', 'Virksomhedspraktik på egen arbejdsplads.', 'caseworker', 'mads.sb', 'chosen', @today - INTERVAL 104 DAY, 'mads.sb'),
  (13, 4, 'participation', 'barrier', 'FP850', 'Lønnet arbejde', 'FZPG13', 'Svær begrænsning i deltagelse', 5, 'Er ikke på arbejde nu.', NULL, 'caseworker', 'mads.sb', 'open', @today - INTERVAL 104 DAY, 'mads.sb'),
  (14, 5, 'function', 'barrier', 'FB130', 'Energi og drivkraft', 'FZBG13', 'Funktionen er svært nedsat', 1, 'Kommer ikke i gang om formiddagen.', 'Fast holdtræning i naturen.', 'physiotherapist', 'fys.pia', 'chosen', @today - INTERVAL 210 DAY, 'fys.pia'),
  (15, 6, 'function', 'barrier', 'FB152', 'Følelser', 'FZBG12', 'Funktionen er moderat nedsat', 1, 'Angst i uforudsigelige situationer.', 'Støtte på arbejdspladsen fra første dag.', 'psychologist', 'psy.eva', 'chosen', @today - INTERVAL 160 DAY, 'psy.eva'),
  (16, 7, 'participation', 'barrier', 'FP845', 'At finde, beholde og slutte et job', 'FZPG12', 'Moderat begrænsning i deltagelse', 1, 'Søger ikke arbejde alene, fordi breve og skemaer er på dansk.', 'Mentor til ansøgninger.', 'caseworker', 'mads.sb', 'chosen', @today - INTERVAL 30 DAY, 'mads.sb'),
  (17, 9, 'function', 'barrier', 'FB1301', 'Motivation', 'FZBG12', 'Funktionen er moderat nedsat', 1, 'Ser ikke en uddannelse for sig.', 'Værkstedsforløb.', 'psychologist', 'psy.eva', 'chosen', @today - INTERVAL 40 DAY, 'psy.eva'),
  (18, 10, 'function', 'barrier', 'FB730', 'Muskelstyrke', 'FZBG13', 'Funktionen er svært nedsat', 1, 'Kan ikke holde armen løftet.', 'Genoptræning efter operation.', 'physiotherapist', 'fys.pia', 'chosen', @today - INTERVAL 170 DAY, 'fys.pia'),
  (19, 11, 'function', 'barrier', 'FB455', 'Kondition og udholdenhed', 'FZBG11', 'Funktionen er let nedsat', 1, 'Trættes efter fire timer.', 'Træning ved siden af job.', 'physiotherapist', 'fys.pia', 'chosen', @today - INTERVAL 280 DAY, 'fys.pia');

INSERT INTO conference_now (course_id, held_on, citizen_present, citizens_words, conclusion, created_at, changed_by) VALUES
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

INSERT INTO plan_now (id, course_id, version, state, agreement, agreed_on, citizens_words, created_at, changed_by) VALUES
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

INSERT INTO intervention_now (id, course_id, plan_id, title, provider_uid, goal, focus_area_id, state, starts_on, ends_on, first_measurement_on,
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
INSERT INTO measurement_now (course_id, intervention_id, question_id, round, measured_by, value, not_possible, comment, measured_at, changed_by) VALUES
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

-- The course: each state from its moment to the next one's.
CREATE TEMPORARY TABLE course_step (course_id BIGINT, n INT, state VARCHAR(20), days INT, outcome VARCHAR(40), reason VARCHAR(400))
  DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;
INSERT INTO course_step (course_id, n, state, days) VALUES
  (2, 1, 'assessment', 32), (2, 2, 'assessment', 30),
  (3, 1, 'assessment', 46), (3, 2, 'conference-ready', 2),
  (4, 1, 'assessment', 121), (4, 2, 'conference-ready', 99), (4, 3, 'planning', 95), (4, 4, 'active', 90), (4, 5, 'planning', 40), (4, 6, 'active', 37),
  (5, 1, 'assessment', 240), (5, 2, 'conference-ready', 205), (5, 3, 'planning', 200), (5, 4, 'active', 150),
  (6, 1, 'assessment', 180), (6, 2, 'conference-ready', 155), (6, 3, 'planning', 150), (6, 4, 'active', 140),
  (7, 1, 'assessment', 75), (7, 2, 'conference-ready', 12), (7, 3, 'planning', 8),
  (8, 1, 'closed-low', 20),
  (9, 1, 'assessment', 95), (9, 2, 'conference-ready', 30), (9, 3, 'planning', 21),
  (10, 1, 'assessment', 200), (10, 2, 'conference-ready', 165), (10, 3, 'planning', 160), (10, 4, 'active', 155), (10, 5, 'paused', 14),
  (11, 1, 'assessment', 320), (11, 2, 'conference-ready', 275), (11, 3, 'planning', 270), (11, 4, 'active', 265), (11, 6, 'active', 25),
  (13, 1, 'assessment', 300), (13, 2, 'conference-ready', 255), (13, 3, 'planning', 250), (13, 4, 'active', 245), (13, 5, 'closed', 39),
  (14, 1, 'assessment', 160), (14, 2, 'conference-ready', 105), (14, 3, 'planning', 100), (14, 4, 'active', 90),
  (15, 1, 'assessment', 12), (15, 2, 'assessment', 10),
  (16, 1, 'assessment', 980), (16, 2, 'conference-ready', 905), (16, 3, 'planning', 900), (16, 4, 'active', 890), (16, 5, 'closed', 620);
INSERT INTO course_step VALUES (11, 5, 'closed', 85, 'job', 'I job 32 timer om ugen');

INSERT INTO course (id, citizen_id, screening_id, frame_id, department_id, caseworker_uid, state, employment_goal, referral, opened_on, closed_on,
    outcome, state_reason, state_since, changed_by, ROW_START, ROW_END)
  SELECT c.id, c.citizen_id, c.screening_id, c.frame_id, c.department_id, c.caseworker_uid, v.state, IF(v.last OR v.n > 1, c.employment_goal, NULL),
    c.referral, c.opened_on, IF(v.last, c.closed_on, IF(v.state = 'closed', DATE(v.at), NULL)), IF(v.last, c.outcome, v.outcome),
    IF(v.last, c.state_reason, v.reason), IF(v.last, c.state_since, v.at), IF(v.last, c.changed_by, c.caseworker_uid), v.at, v.until
  FROM course_now c JOIN (
    SELECT s.*, LEAD(s.n) OVER (PARTITION BY s.course_id ORDER BY s.n) IS NULL AS last,
      COALESCE(LEAD(s.at) OVER (PARTITION BY s.course_id ORDER BY s.n), @for_ever) AS until
    FROM (SELECT *, @today - INTERVAL days DAY + INTERVAL IF(n = 1, 630, 725 + n * 7) MINUTE AS at FROM course_step) s
  ) v ON v.course_id = c.id;

-- Who is on it; a part that ended was open until then.  The caseworker of an open course is the first of them.
INSERT INTO contact_now (course_id, uid, role, from_on, to_on, changed_by)
  SELECT id, caseworker_uid, 'caseworker', opened_on, NULL, changed_by FROM course_now WHERE closed_on IS NULL AND state <> 'closed-low';
SET @id = 0;
UPDATE contact_now SET id = (@id := @id + 1);
INSERT INTO course_contact (course_id, id, uid, role, from_on, to_on, changed_by, ROW_START, ROW_END)
  SELECT course_id, id, uid, role, from_on, NULL, changed_by, from_on + INTERVAL 655 + id % 9 * 4 MINUTE, COALESCE(to_on + INTERVAL 9 HOUR, @for_ever)
  FROM contact_now
  UNION ALL SELECT course_id, id, uid, role, from_on, to_on, changed_by, to_on + INTERVAL 9 HOUR, @for_ever FROM contact_now WHERE to_on IS NOT NULL;

-- Those that a rule set: counted from its event, or moved by the caseworker, who says why.
UPDATE deadline_now d JOIN deadline_rule r ON r.event = 'follow-up-held' SET d.rule_id = r.id, d.law = r.law, d.counts_from = d.due_on - INTERVAL r.n WEEK
  WHERE d.course_id IN (6, 10) AND d.kind = 'follow-up';
UPDATE deadline_now d JOIN deadline_rule r ON r.event = 'plan-agreed' SET d.rule_id = r.id, d.law = r.law, d.counts_from = @today - INTERVAL 37 DAY,
    d.moved_reason = 'Måles før mødet på arbejdspladsen'
  WHERE d.course_id = 4 AND d.kind = 'goal-measurement';
UPDATE deadline_now d JOIN deadline_rule r ON r.event = 'conference-held' SET d.rule_id = r.id, d.law = r.law, d.counts_from = @today - INTERVAL 8 DAY,
    d.moved_reason = 'Værkstedet holder pladsen til den dag'
  WHERE d.course_id = 7 AND d.kind = 'plan';

-- A deadline is set five weeks ahead, at the earliest the day after the course began.
SET @id = 0;
UPDATE deadline_now SET id = (@id := @id + 1);
INSERT INTO deadline (course_id, id, kind, rule_id, counts_from, moved_reason, due_on, done_on, law, changed_by, ROW_START, ROW_END)
  SELECT d.course_id, d.id, d.kind, d.rule_id, d.counts_from, d.moved_reason, d.due_on, NULL, d.law, d.changed_by,
    GREATEST(c.opened_on + INTERVAL 1 DAY, LEAST(d.due_on - INTERVAL 35 DAY, @today - INTERVAL 2 DAY)) + INTERVAL 8 HOUR,
    COALESCE(d.done_on + INTERVAL 12 HOUR, @for_ever)
  FROM deadline_now d JOIN course_now c ON c.id = d.course_id
  UNION ALL SELECT course_id, id, kind, rule_id, counts_from, moved_reason, due_on, done_on, law, changed_by, done_on + INTERVAL 12 HOUR, @for_ever
  FROM deadline_now WHERE done_on IS NOT NULL;

INSERT INTO background_value (course_id, section, field, value, source, told_on, imported, imported_from, imported_on, changed_by,
    ROW_START, ROW_END)
  SELECT course_id, section, field, value, source, told_on, imported, imported_from, imported_on, changed_by,
    told_on + INTERVAL 700 MINUTE, @for_ever FROM background_now;

-- What is not signed is kept as its author's draft alone.
SET @id = 0;
UPDATE note_now SET id = (@id := @id + 1);
UPDATE note_now SET created_at = created_at + INTERVAL 440 + id * 11 MINUTE, signed_at = signed_at + INTERVAL 500 + id * 17 MINUTE;
INSERT INTO professional_note (course_id, id, uid, profession, state, limitation, suggestion, signed_at, created_at, changed_by, ROW_START, ROW_END)
  SELECT course_id, id, uid, profession, state, limitation, suggestion, signed_at, created_at, changed_by, signed_at, @for_ever
  FROM note_now WHERE state = 'signed';
INSERT INTO form_draft (uid, path, field, value, saved_at)
  SELECT n.uid, CONCAT('/plan/', n.course_id, '/notes'), f.field, IF(f.field = 'limitation', n.limitation, n.suggestion), n.created_at
  FROM note_now n JOIN (SELECT 'limitation' AS field UNION ALL SELECT 'suggestion') f WHERE n.state = 'draft';

-- A focus area is open until the conference chooses it; some suggestions are the catalogue's (12-catalogue.sql).
UPDATE focus_now SET catalogue_version_id = CASE id WHEN 3 THEN 32 WHEN 7 THEN 41 WHEN 12 THEN 171 WHEN 14 THEN 71 WHEN 15 THEN 81
  WHEN 16 THEN 182 WHEN 17 THEN 211 END;
UPDATE focus_now SET created_at = created_at + INTERVAL 540 + id * 12 MINUTE;
INSERT INTO focus_area (course_id, id, component, kind, icf_code, icf_title, qualifier, qualifier_title, priority, description, suggestion,
    catalogue_version_id, profession, uid, state, created_at, changed_by, ROW_START, ROW_END)
  SELECT f.course_id, f.id, f.component, f.kind, f.icf_code, f.icf_title, f.qualifier, f.qualifier_title, f.priority, f.description,
    f.suggestion, f.catalogue_version_id, f.profession, f.uid, 'open', f.created_at, f.changed_by, f.created_at,
    IF(f.state = 'open', @for_ever, k.held_on + INTERVAL 12 HOUR)
  FROM focus_now f LEFT JOIN conference_now k ON k.course_id = f.course_id
  UNION ALL SELECT f.course_id, f.id, f.component, f.kind, f.icf_code, f.icf_title, f.qualifier, f.qualifier_title, f.priority, f.description,
    f.suggestion, f.catalogue_version_id, f.profession, f.uid, f.state, f.created_at, f.changed_by, k.held_on + INTERVAL 12 HOUR, @for_ever
  FROM focus_now f JOIN conference_now k ON k.course_id = f.course_id WHERE f.state <> 'open';

SET @id = 0;
UPDATE conference_now SET id = (@id := @id + 1);
INSERT INTO conference (course_id, id, held_on, citizen_present, citizens_words, conclusion, created_at, changed_by, ROW_START, ROW_END)
  SELECT course_id, id, held_on, citizen_present, citizens_words, conclusion, created_at + INTERVAL 690 MINUTE, changed_by,
    created_at + INTERVAL 690 MINUTE, @for_ever FROM conference_now;

-- What stands in them: the goal of then, the citizen's words, plain words, whom to call.
UPDATE plan_now p JOIN course_now c ON c.id = p.course_id JOIN staff w ON w.uid = c.caseworker_uid
  SET p.employment_goal = c.employment_goal, p.whom_to_call = CONCAT(w.name, ', 96 00 00 ', LPAD(p.course_id, 2, '0')),
    p.agreed_how = IF(p.agreed_on IS NULL, NULL, 'meeting'), p.presented_on = p.agreed_on;
UPDATE plan_now SET employment_goal = 'Kontorarbejde på nedsat tid', own_words = 'Jeg vil have mindre ondt, før jeg tænker på arbejde.',
  plain_words = 'Først lærer du at passe på ryggen. Når du har det bedre, taler vi om arbejde igen.', agreed_how = 'phone' WHERE id = 1;
UPDATE plan_now SET own_words = 'Jeg vil tilbage på kontoret uden at være færdig, når jeg kommer hjem.',
  plain_words = 'Du begynder i praktik på din egen arbejdsplads, mens du træner. Du arbejder lidt mere for hver måned, og din mentor hjælper dig med at lægge ugen.' WHERE id = 2;
UPDATE plan_now SET own_words = 'Jeg vil ud og have noget at stå op til.', plain_words = 'Du træner sammen med andre, så du får kræfter til et job.' WHERE id = 3;
UPDATE plan_now SET own_words = 'Jeg vil arbejde i en blomsterbutik.', plain_words = 'Vi finder en butik, der vil have dig, og hjælper jer begge, mens du lærer jobbet.' WHERE id = 4;
UPDATE plan_now SET presented_on = DATE(created_at) + INTERVAL 3 DAY, agreed_on = DATE(created_at) + INTERVAL 3 DAY, agreed_how = 'meeting',
  own_words = 'Jeg vil tjene mine egne penge.' WHERE id = 6;
UPDATE plan_now p JOIN course_now c ON c.id = p.course_id SET p.valid_from = p.agreed_on,
  p.valid_to = CASE p.state WHEN 'superseded' THEN @today - INTERVAL 38 DAY WHEN 'ended' THEN c.closed_on END WHERE p.state IN ('agreed', 'superseded', 'ended');

-- A plan is a draft, then agreed (9's was presented and refused), then superseded or ended with its course.
UPDATE plan_now SET created_at = created_at + INTERVAL 480 + id * 7 MINUTE;
CREATE TEMPORARY TABLE plan_step AS
  SELECT id AS plan_id, 1 AS n, 'draft' AS state, created_at AS at FROM plan_now
  UNION ALL SELECT id, 2, 'agreed', agreed_on + INTERVAL 12 HOUR FROM plan_now WHERE agreed_on IS NOT NULL AND state <> 'presented'
  UNION ALL SELECT id, 2, 'presented', created_at + INTERVAL 3 DAY FROM plan_now WHERE state = 'presented'
  UNION ALL SELECT id, 3, 'superseded', @today - INTERVAL 37 DAY + INTERVAL 12 HOUR FROM plan_now WHERE state = 'superseded'
  UNION ALL SELECT p.id, 3, 'ended', c.closed_on + INTERVAL 13 HOUR FROM plan_now p JOIN course_now c ON c.id = p.course_id WHERE p.state = 'ended';
INSERT INTO plan (id, course_id, version, state, employment_goal, own_words, plain_words, whom_to_call, presented_on, agreement, agreed_on, agreed_how,
    citizens_words, valid_from, valid_to, created_at, changed_by, ROW_START, ROW_END)
  SELECT p.id, p.course_id, p.version, s.state, p.employment_goal, p.own_words, p.plain_words, p.whom_to_call, IF(s.n > 1, p.presented_on, NULL),
    IF(s.n > 1, p.agreement, NULL), IF(s.n > 1, p.agreed_on, NULL), IF(s.n > 1, p.agreed_how, NULL), IF(s.n > 1, p.citizens_words, NULL),
    IF(s.n > 1, p.valid_from, NULL), IF(s.n > 2, p.valid_to, NULL), p.created_at, p.changed_by, s.at, COALESCE(LEAD(s.at) OVER (PARTITION BY p.id ORDER BY s.n), @for_ever)
  FROM plan_now p JOIN plan_step s ON s.plan_id = p.id;

-- What they and the suggestions are in the catalogue (12-catalogue.sql); the others are one's own.
UPDATE intervention_now SET catalogue_version_id = CASE WHEN id = 1 THEN 32 WHEN id IN (2, 8, 15) THEN 182 WHEN id IN (3, 11, 14, 16) THEN 171
  WHEN id = 4 THEN 71 WHEN id = 5 THEN 201 WHEN id = 6 THEN 81 WHEN id = 9 THEN 211 WHEN id = 12 THEN 221 WHEN id = 13 THEN 191 END;

-- What was agreed besides.
UPDATE intervention_now i JOIN catalogue_version v ON v.id = i.catalogue_version_id SET i.kind = v.kind,
  i.track = NULLIF(SUBSTRING_INDEX(v.tracks, ',', 1), ''), i.price = v.price, i.price_per = v.price_per;
UPDATE intervention_now SET kind = 'health', track = 'physical' WHERE id = 10;
UPDATE intervention_now SET kind = 'company' WHERE id = 7;
UPDATE intervention_now SET is_offer = TRUE, is_company_offer = TRUE, hours_week = ELT(FIELD(id, 3, 6, 7, 11, 12, 14, 16), 8, 12, 20, 32, 1, 18, 30)
  WHERE kind = 'company';
UPDATE intervention_now SET hours_week = IF(track = 'social', 3, 4) WHERE kind IN ('health', 'social');
UPDATE intervention_now SET place = CASE WHEN id IN (1, 10, 13) THEN 'Sundhedscenter, træningssalen' WHEN id IN (2, 8, 15) THEN 'Hjemme og på arbejdspladsen'
  WHEN id = 3 THEN 'Eksempel Regnskab ApS' WHEN id = 4 THEN 'Ved skovens p-plads' WHEN id = 5 THEN 'Klinikken eller hjemme' WHEN id = 14 THEN 'Prøveskolen' END;
UPDATE intervention_now SET facts = CASE id
    WHEN 1 THEN 'Testine kan ikke ligge på gulvet. Hun vil gerne træne før kl. 11.'
    WHEN 2 THEN 'Aftaler sendes som sms dagen før.'
    WHEN 3 THEN 'Arbejdsgiveren kender til smerterne. Pause hver halve time er aftalt.'
    WHEN 5 THEN 'Mogens træner bedst om formiddagen og går dårligt på trapper.'
    WHEN 6 THEN 'Butikken skal ikke vide noget om helbred.'
    WHEN 12 THEN 'Viggo vil selv ringe til arbejdspladsen den første uge.'
    WHEN 14 THEN 'Møder fra kl. 9, fordi bussen ikke kører før.' END;
UPDATE intervention_now SET follow_up = 'end', result = CASE id WHEN 10 THEN 'Løfter armen i otte minutter. Øvelserne er givet med hjem til tiden efter operationen.'
    WHEN 11 THEN 'Blev ansat 32 timer om ugen på lageret.' WHEN 16 THEN 'Ansat på fuld tid.' END WHERE state = 'completed';

-- Proposed with the plan, ordered once it is agreed, accepted or declined a day after, started, ended.  Testine's first two belonged
-- to her first plan until the second one was written.
UPDATE intervention_now SET created_at = created_at + INTERVAL 500 + id * 7 MINUTE;
CREATE TEMPORARY TABLE intervention_step AS
  SELECT i.id AS intervention_id, 1 AS n, 'proposed' AS state, i.created_at AS at, i.state = 'proposed' AS last FROM intervention_now i
  UNION ALL SELECT i.id, 2, 'ordered', GREATEST(p.agreed_on + INTERVAL 740 MINUTE, i.created_at + INTERVAL 1 DAY), i.state = 'ordered'
    FROM intervention_now i JOIN plan_now p ON p.id = IF(i.id IN (1, 2), 1, i.plan_id) WHERE i.state <> 'proposed'
  UNION ALL SELECT i.id, 3, IF(i.state = 'declined', 'declined', 'accepted'),
      DATE(GREATEST(p.agreed_on, i.created_at + INTERVAL 1 DAY)) + INTERVAL 1940 MINUTE, i.state IN ('declined', 'accepted')
    FROM intervention_now i JOIN plan_now p ON p.id = IF(i.id IN (1, 2), 1, i.plan_id) WHERE i.state NOT IN ('proposed', 'ordered')
  UNION ALL SELECT i.id, 4, 'running', i.started_on + INTERVAL 8 HOUR, i.state = 'running' AND i.id NOT IN (1, 2)
    FROM intervention_now i WHERE i.started_on IS NOT NULL
  UNION ALL SELECT i.id, 5, 'running', @today - INTERVAL 40 DAY + INTERVAL 560 + i.id MINUTE, TRUE FROM intervention_now i WHERE i.id IN (1, 2)
  UNION ALL SELECT i.id, 5, i.state, i.ends_on + INTERVAL 13 HOUR, TRUE FROM intervention_now i WHERE i.state IN ('completed', 'stopped');
CREATE TEMPORARY TABLE intervention_order AS SELECT intervention_id, at FROM intervention_step WHERE state = 'ordered';
INSERT INTO intervention (id, course_id, plan_id, title, catalogue_version_id, kind, track, is_offer, is_company_offer, hours_week, place, price, price_per,
    provider_uid, goal, facts, focus_area_id, follow_up, result, state, starts_on, ends_on, first_measurement_on, ordered_on, started_on, ended_on,
    state_reason, created_at, changed_by, ROW_START, ROW_END)
  SELECT i.id, i.course_id, IF(i.id IN (1, 2) AND NOT s.last, 1, i.plan_id), i.title, i.catalogue_version_id, i.kind, i.track, i.is_offer, i.is_company_offer,
    i.hours_week, i.place, i.price, i.price_per, i.provider_uid, i.goal, i.facts, i.focus_area_id, IF(s.state = 'completed', i.follow_up, NULL),
    IF(s.state = 'completed', i.result, NULL), s.state,
    i.starts_on, i.ends_on, i.first_measurement_on, IF(s.n >= 2, (SELECT DATE(o.at) FROM intervention_order o WHERE o.intervention_id = i.id), NULL),
    IF(s.n >= 4, i.started_on, NULL), IF(s.state IN ('completed', 'stopped', 'declined'), DATE(s.at), NULL), IF(s.last, i.state_reason, NULL), i.created_at,
    IF(s.last, i.changed_by, IF(s.n < 3, c.caseworker_uid, i.provider_uid)), s.at,
    COALESCE(LEAD(s.at) OVER (PARTITION BY i.id ORDER BY s.n), @for_ever)
  FROM intervention_now i JOIN intervention_step s ON s.intervention_id = i.id JOIN course_now c ON c.id = i.course_id;

SET @id = 0;
UPDATE measurement_now SET id = (@id := @id + 1);
UPDATE measurement_now SET measured_at = measured_at + INTERVAL 470 + id * 53 % 300 MINUTE;
INSERT INTO measurement (course_id, id, intervention_id, question_id, round, measured_by, value, not_possible, comment, measured_at, changed_by,
    ROW_START, ROW_END)
  SELECT course_id, id, intervention_id, question_id, round, measured_by, value, not_possible, comment, measured_at, changed_by, measured_at,
    @for_ever FROM measurement_now;

-- Days on which the citizen did not come; one was told by mistake.
INSERT INTO intervention_absence (course_id, intervention_id, from_on, to_on, kind, note, state, uid, created_at, changed_by, ROW_START, ROW_END)
  SELECT i.course_id, i.id, a.on_, a.on_ + INTERVAL a.days DAY, a.kind, a.note, a.state, i.provider_uid, a.on_ + INTERVAL 500 MINUTE, i.provider_uid,
    a.on_ + INTERVAL 500 MINUTE, @for_ever
  FROM (SELECT 1 AS of_, @today - INTERVAL 30 DAY AS on_, 3 AS days, 'not-told' AS kind, NULL AS note, 'told' AS state
    UNION ALL SELECT 2, @today - INTERVAL 26 DAY, NULL, 'agreed', 'Undersøgelse på sygehuset.', 'told'
    UNION ALL SELECT 2, @today - INTERVAL 12 DAY, NULL, 'not-told', NULL, 'wrong'
    UNION ALL SELECT 14, @today - INTERVAL 1 DAY, 3, 'ill', 'Influenza. Ringede selv kl. 8.', 'told') a
  JOIN intervention i ON i.id = a.of_;
