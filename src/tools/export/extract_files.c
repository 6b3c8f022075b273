/* The files of an extract: what is read, and what the columns are. */
#include "tools/export/extract.h"

#include "domain/report/courses.h"
#include "sql/day.h"

/*
 * person: who is in it, with the day in whose month months count from.  oc: their courses of the period, numbered, as many as may be told.  Whose
 * address is protected today is in no extract.
 */
#define EXTRACT_PERSONS \
	"WITH period AS (SELECT CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on, CAST(? AS DATE) AS today, CAST(? AS SIGNED) AS most)," \
	" person AS (SELECT c.citizen_id, MIN(c.opened_on) AS day_0 FROM period, course c JOIN citizen z ON z.id = c.citizen_id" \
	"  WHERE c.opened_on BETWEEN period.from_on AND period.to_on" \
	"  AND (z.protection_from IS NULL OR z.protection_from > period.today OR COALESCE(z.protection_to, period.today) < period.today) GROUP BY c.citizen_id)," \
	" oc AS (SELECT n.* FROM (SELECT c.id, c.citizen_id, c.screening_id, c.frame_id, c.department_id, c.state, c.outcome, c.opened_on, c.closed_on, p.day_0," \
	"  ROW_NUMBER() OVER (PARTITION BY c.citizen_id ORDER BY c.opened_on, c.id) AS nth, COUNT(*) OVER (PARTITION BY c.citizen_id) AS courses" \
	"  FROM period, person p JOIN course c ON c.citizen_id = p.citizen_id" \
	"  WHERE c.opened_on BETWEEN period.from_on AND period.to_on) n JOIN period ON n.nth <= period.most)"

/* So many months after the month of day_0: weeks and days would single people out. */
#define MONTH(on, of) "PERIOD_DIFF(DATE_FORMAT(" on ", '%Y%m'), DATE_FORMAT(" of ".day_0, '%Y%m'))"

/* The newest assessment of the course oc. */
#define ASSESSED(what) \
	"(SELECT ra." what " FROM risk_assessment ra WHERE ra.id = GREATEST(" \
	"COALESCE((SELECT MAX(r1.id) FROM risk_assessment r1 WHERE r1.course_id = oc.id), 0)," \
	" COALESCE((SELECT MAX(r2.id) FROM risk_assessment r2 WHERE r2.screening_id = oc.screening_id), 0)))"

/* The interventions of these courses, numbered in each. */
#define EXTRACT_INTERVENTIONS \
	EXTRACT_PERSONS ", ni AS (SELECT i.id, ROW_NUMBER() OVER (PARTITION BY i.course_id ORDER BY i.starts_on, i.id) AS n, oc.nth, oc.citizen_id, oc.day_0" \
	" FROM oc JOIN intervention i ON i.course_id = oc.id)"

/*
 * Their values: the moment of the first beside the newest correction of it, and who has answered the round (one and other are two where both have).
 * In one pass, since there are many of them.
 */
#define EXTRACT_VALUES \
	EXTRACT_INTERVENTIONS ", nm AS (SELECT ni.citizen_id, ni.nth, ni.n, ni.day_0, m.question_id, m.round, m.measured_by, m.measured_at, m.correction," \
	" FIRST_VALUE(m.value) OVER (PARTITION BY m.intervention_id, m.question_id, m.round, m.measured_by ORDER BY m.correction DESC) AS newest," \
	" MIN(m.measured_by) OVER (PARTITION BY m.intervention_id, m.question_id, m.round) AS one," \
	" MAX(m.measured_by) OVER (PARTITION BY m.intervention_id, m.question_id, m.round) AS other" \
	" FROM ni JOIN measurement m ON m.intervention_id = ni.id WHERE m.measured_by IN ('citizen', 'provider'))"

static const struct extract_column person_columns[] = {
	{ "department", EXTRACT_CODE, 'H', 0, NULL, "SELECT id, name FROM department" },
	{ "target-group", EXTRACT_CODE, 'H', 0, NULL, "SELECT code, title FROM target_group" },
	{ "age", EXTRACT_CODE, 'H', 0, "extract.age", NULL },
	{ "sex", EXTRACT_CODE, 'C', 0, "extract.sex", NULL },
	{ "language", EXTRACT_CODE, 'H', 0, "extract.language", NULL },
	{ "began", EXTRACT_CODE, 'H', 0, NULL, NULL },
	{ "courses", EXTRACT_CODE, 'H', 0, "extract.courses", NULL },
	{ 0 },
};

/* Its columns: the citizen, the traits at their finest (department, group, age in years, sex, language, first day), how many courses. */
static const char persons_sql[] =
    EXTRACT_PERSONS " SELECT oc.citizen_id, oc.department_id, " REPORT_TARGET_GROUP("oc") ", TIMESTAMPDIFF(YEAR, z.birth_date, oc.day_0),"
    " (SELECT CASE a.state WHEN 'answered' THEN a.choice WHEN 'declined' THEN '.A' WHEN 'dont-know' THEN '.B' END"
    "  FROM answer a JOIN screening s ON s.id = a.screening_id WHERE s.citizen_id = oc.citizen_id AND a.question = 'sex' ORDER BY s.id DESC LIMIT 1), z.language, oc.day_0, oc.courses"
    " FROM oc JOIN citizen z ON z.id = oc.citizen_id WHERE oc.nth = 1";

static const struct extract_column course_columns[] = {
	{ "course", EXTRACT_KEY, 'H', 0, NULL, NULL },
	{ "opened", EXTRACT_NUMBER, 'H', 0, NULL, NULL },
	{ "closed", EXTRACT_NUMBER, 'G', 0, NULL, NULL },
	{ "state", EXTRACT_CODE, 'H', 0, "course-state", NULL },
	{ "outcome", EXTRACT_CODE, 'G', 0, "choice.outcome", NULL },
	{ "benefit", EXTRACT_CODE, 'H', 0, NULL, "SELECT code, title FROM benefit_type" },
	{ "indicated", EXTRACT_CODE, 'D', 0, NULL, "SELECT code, MIN(title) FROM risk_category GROUP BY code" },
	{ "decided", EXTRACT_CODE, 'C', 0, NULL, "SELECT code, MIN(title) FROM risk_category GROUP BY code" },
	{ "risk", EXTRACT_CODE, 'C', 0, "choice.risk", NULL },
	{ 0 },
};
static const char courses_sql[] =
    EXTRACT_PERSONS " SELECT oc.citizen_id, oc.nth, " MONTH("oc.opened_on", "oc") ", " MONTH("oc.closed_on", "oc") ", oc.state, oc.outcome, " REPORT_BENEFIT_ON("oc", "oc.opened_on")
    ", " ASSESSED("indicated") ", " ASSESSED("decision") ", " ASSESSED("risk") " FROM oc ORDER BY oc.citizen_id, oc.nth";

static const struct extract_column intervention_columns[] = {
	{ "course", EXTRACT_KEY, 'H', 0, NULL, NULL },
	{ "intervention", EXTRACT_KEY, 'H', 0, NULL, NULL },
	{ "entry", EXTRACT_CODE, 'H', 0, NULL, "SELECT e.id, (SELECT v.title FROM catalogue_version v WHERE v.entry_id = e.id"
	    " ORDER BY v.version DESC LIMIT 1) FROM catalogue_entry e" },
	{ "kind", EXTRACT_CODE, 'H', 0, "choice.kind", NULL },
	{ "track", EXTRACT_CODE, 'H', 0, "choice.track", NULL },
	{ "offer", EXTRACT_NUMBER, 'H', 0, NULL, NULL },
	{ "company-offer", EXTRACT_NUMBER, 'H', 0, NULL, NULL },
	{ "hours", EXTRACT_NUMBER, 'H', 0, NULL, NULL },
	{ "ordered", EXTRACT_NUMBER, 'H', 0, NULL, NULL },
	{ "started", EXTRACT_NUMBER, 'G', 0, NULL, NULL },
	{ "ended", EXTRACT_NUMBER, 'G', 0, NULL, NULL },
	{ "state", EXTRACT_CODE, 'H', 0, "intervention-state", NULL },
	{ 0 },
};
static const char interventions_sql[] =
    EXTRACT_INTERVENTIONS " SELECT ni.citizen_id, ni.nth, ni.n, v.entry_id, i.kind, i.track, i.is_offer, i.is_company_offer, ROUND(i.hours_week),"
    " " MONTH("i.ordered_on", "ni") ", " MONTH("i.started_on", "ni") ", " MONTH("i.ended_on", "ni") ", i.state"
    " FROM ni JOIN intervention i ON i.id = ni.id LEFT JOIN catalogue_version v ON v.id = i.catalogue_version_id ORDER BY ni.citizen_id, ni.nth, ni.n";

static const struct extract_column measurement_columns[] = {
	{ "course", EXTRACT_KEY, 'H', 0, NULL, NULL },
	{ "intervention", EXTRACT_KEY, 'H', 0, NULL, NULL },
	{ "question", EXTRACT_CODE, 'H', 0, NULL, "SELECT id, IF(course_id IS NULL, text, '') FROM progress_question" },
	{ "version", EXTRACT_CODE, 'H', 3, NULL, NULL },
	{ "round", EXTRACT_KEY, 'H', 0, NULL, NULL },
	{ "by", EXTRACT_CODE, 'H', 0, "extract.by", NULL },
	{ "month", EXTRACT_NUMBER, 'H', 0, NULL, NULL },
	{ "value", EXTRACT_NUMBER, 'F', 0, NULL, NULL },
	{ 0 },
};

/* Only what is open (rule/progression.h): both have answered the round, or a week has passed. */
static const char measurements_sql[] =
    EXTRACT_VALUES " SELECT nm.citizen_id, nm.nth, nm.n, IF(q.course_id IS NULL, COALESCE(q.entry_id, q.id), 'own'), q.version, nm.round, nm.measured_by,"
    " " MONTH(DANISH_DAY("nm.measured_at"), "nm") ", nm.newest FROM nm JOIN progress_question q ON q.id = nm.question_id"
    " WHERE nm.correction = 0 AND (nm.one <> nm.other OR nm.measured_at <= UTC_TIMESTAMP() - INTERVAL 7 DAY)"
    " ORDER BY nm.citizen_id, nm.nth, nm.n, nm.question_id, nm.round, nm.measured_by";

/* The screenings of these persons, numbered. */
#define EXTRACT_SCREENINGS \
	EXTRACT_PERSONS ", ns AS (SELECT s.id, s.citizen_id, s.questionnaire_id, p.day_0," \
	" ROW_NUMBER() OVER (PARTITION BY s.citizen_id ORDER BY s.submitted_at, s.id) AS n" \
	" FROM person p JOIN screening s ON s.citizen_id = p.citizen_id WHERE s.state IN ('submitted', 'assessed') AND s.submitted_at IS NOT NULL)"

static const struct extract_column screening_columns[] = {
	{ "screening", EXTRACT_KEY, 'H', 0, NULL, NULL },
	{ "questionnaire", EXTRACT_CODE, 'H', 0, NULL, "SELECT code, MAX(title) FROM questionnaire GROUP BY code" },
	{ "version", EXTRACT_CODE, 'H', 2, NULL, NULL },
	{ "filled-by", EXTRACT_CODE, 'H', 0, "extract.filled-by", NULL },
	{ "month", EXTRACT_NUMBER, 'H', 0, NULL, NULL },
	{ "red", EXTRACT_NUMBER, 'D', 0, NULL, NULL },
	{ "yellow", EXTRACT_NUMBER, 'D', 0, NULL, NULL },
	{ "green", EXTRACT_NUMBER, 'D', 0, NULL, NULL },
	{ "missing", EXTRACT_NUMBER, 'D', 0, NULL, NULL },
	{ "indicated", EXTRACT_CODE, 'D', 0, NULL, "SELECT code, MIN(title) FROM risk_category GROUP BY code" },
	{ "rule", EXTRACT_CODE, 'D', 2, NULL, NULL },
	{ 0 },
};
static const char screenings_sql[] =
    EXTRACT_SCREENINGS " SELECT ns.citizen_id, ns.n, q.code, q.version, s.filled_by, " MONTH(DANISH_DAY("s.submitted_at"), "ns") ", s.red, s.yellow, s.green,"
    " s.missing, s.indicates, s.rule FROM ns JOIN screening s ON s.id = ns.id JOIN questionnaire q ON q.id = ns.questionnaire_id ORDER BY ns.citizen_id, ns.n";

static const struct extract_column dimension_columns[] = {
	{ "screening", EXTRACT_KEY, 'H', 0, NULL, NULL },
	{ "questionnaire", EXTRACT_CODE, 'H', 0, NULL, "SELECT code, MAX(title) FROM questionnaire GROUP BY code" },
	{ "dimension", EXTRACT_CODE, 'H', 2, NULL, NULL },
	{ "level", EXTRACT_CODE, 'D', 3, "extract.level", NULL },
	{ "score", EXTRACT_TENTHS, 'D', 0, NULL, NULL },
	{ "rule", EXTRACT_CODE, 'D', 3, NULL, NULL },
	{ 0 },
};
static const char dimensions_sql[] =
    EXTRACT_SCREENINGS " SELECT ns.citizen_id, ns.n, q.code, d.dimension, d.level, d.score, d.rule FROM ns JOIN questionnaire q ON q.id = ns.questionnaire_id"
    " JOIN screening_dimension d ON d.screening_id = ns.id ORDER BY ns.citizen_id, ns.n, d.ordinal";

static const struct extract_column outcome_columns[] = {
	{ "month", EXTRACT_NUMBER, 'H', 0, NULL, NULL },
	{ "outcome", EXTRACT_CODE, 'H', 0, "choice.outcome", NULL },
	{ "hours", EXTRACT_NUMBER, 'H', 0, NULL, NULL },
	{ 0 },
};
static const char outcomes_sql[] =
    EXTRACT_PERSONS " SELECT p.citizen_id, " MONTH("o.month", "p") ", o.kind, ROUND(o.hours_week)"
    " FROM person p JOIN outcome o ON o.citizen_id = p.citizen_id ORDER BY p.citizen_id, o.month, o.kind";

static const struct extract_column benefit_columns[] = {
	{ "from-month", EXTRACT_NUMBER, 'H', 0, NULL, NULL },
	{ "to-month", EXTRACT_NUMBER, 'G', 0, NULL, NULL },
	{ "benefit", EXTRACT_CODE, 'H', 0, NULL, "SELECT code, title FROM benefit_type" },
	{ 0 },
};
static const char benefits_sql[] =
    EXTRACT_PERSONS " SELECT p.citizen_id, " MONTH("b.starts_on", "p") ", " MONTH("b.ends_on", "p") ", b.benefit_type"
    " FROM person p JOIN benefit_period b ON b.citizen_id = p.citizen_id ORDER BY p.citizen_id, b.starts_on, b.id";

const struct extract_file extract_files[] = {
	{ "persons", persons_sql, person_columns },
	{ "courses", courses_sql, course_columns },
	{ "interventions", interventions_sql, intervention_columns },
	{ "measurements", measurements_sql, measurement_columns },
	{ "screenings", screenings_sql, screening_columns },
	{ "dimensions", dimensions_sql, dimension_columns },
	{ "outcomes", outcomes_sql, outcome_columns },
	{ "benefits", benefits_sql, benefit_columns },
	{ 0 },
};
