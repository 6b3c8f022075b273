/*
 * disagreement.c - the report "disagreement": what the rules indicated beside what a person decided, and what came of it.
 *
 * Who: the first decision about each screening, where it was made in the period, of the courses asked about.  It goes higher or lower than indicated where
 * the risk of its category does; sideways where that is the same risk, or the indicated one has none.  A share of those with an indication under
 * CONCLUSION of them is not told: it would say nothing.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/report/courses.h"
#include "domain/report/figures.h"
#include "sql/day.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { CONCLUSION = 30 };

/* The risk that the indicated category had on the day of the decision; NULL: none was indicated, or it is no category. */
#define INDICATED_RISK \
	"COALESCE((SELECT k.risk FROM risk_category k WHERE k.target_group = COALESCE(ra.target_group, rc.target_group) AND k.code = ra.indicated AND k.valid_from <= " DANISH_DAY("ra.decided_at") \
	" ORDER BY k.valid_from DESC LIMIT 1), IF(ra.indicated IN ('low', 'moderate', 'high'), ra.indicated, NULL))"
#define LEVEL(risk) "FIELD(" risk ", 'low', 'moderate', 'high')"
#define YEARS "TIMESTAMPDIFF(YEAR, z.birth_date, f.on_day)"

/*
 * f: first decisions (by + 0, or the server makes f anew for each screening there is); d: those of the period, with all that they are grouped by.
 * What was written is read where it is shown: the server makes a table with a text on disk.
 */
#define DECISIONS \
	REPORT_COURSES ", f AS (SELECT rc.id AS course_id, rc.citizen_id, rc.department_id, rc.closed_on, rc.outcome, ra.screening_id, ra.indicated, ra.decision," \
	" ra.risk, ra.id AS assessment_id, " INDICATED_RISK " AS indicated_risk, " DANISH_DAY("ra.decided_at") " AS on_day," \
	" ROW_NUMBER() OVER (PARTITION BY ra.screening_id + 0 ORDER BY ra.id, rc.id) AS nth" \
	" FROM rc JOIN risk_assessment ra ON ra.screening_id = rc.screening_id)," \
	" d AS (SELECT f.course_id, f.citizen_id, f.on_day, f.assessment_id, CONCAT('questionnaire-', q.code) AS questionnaire, CONCAT('department-', f.department_id) AS department," \
	" COALESCE(CONCAT('sex-', a.choice), 'sex-unknown') AS sex," \
	" CASE WHEN " YEARS " < 30 THEN 'age-18' WHEN " YEARS " < 40 THEN 'age-30' WHEN " YEARS " < 50 THEN 'age-40' WHEN " YEARS " < 60 THEN 'age-50' ELSE 'age-60' END AS age," \
	" IF(z.language = 'da', 'language-da', 'language-other') AS language," \
	" CASE WHEN f.indicated IS NULL THEN 'none' WHEN f.indicated = f.decision THEN 'agreed' WHEN " LEVEL("f.risk") " > " LEVEL("f.indicated_risk") " AND f.indicated_risk IS NOT NULL THEN 'higher'" \
	" WHEN " LEVEL("f.risk") " < " LEVEL("f.indicated_risk") " THEN 'lower' ELSE 'sideways' END AS said," \
	" CONCAT('indicated-', COALESCE(f.indicated_risk, 'unknown')) AS indicated, CONCAT('decided-', f.risk) AS decided," \
	" CASE WHEN f.closed_on IS NULL OR f.closed_on > ask.today THEN 'open' WHEN f.outcome IN ('job', 'flexjob', 'wage-subsidy') THEN 'work'" \
	" WHEN f.outcome = 'education' THEN 'education' WHEN f.outcome = 'low-risk' THEN 'low-risk' ELSE 'other' END AS fate" \
	" FROM ask, f JOIN screening s ON s.id = f.screening_id JOIN questionnaire q ON q.id = s.questionnaire_id JOIN citizen z ON z.id = f.citizen_id" \
	" LEFT JOIN answer a ON a.screening_id = f.screening_id AND a.question = 'sex' AND a.state = 'answered' AND a.choice IN ('man', 'woman')" \
	" WHERE f.nth = 1 AND f.on_day <= ask.today AND (ask.from_on IS NULL OR f.on_day >= ask.from_on) AND (ask.to_on IS NULL OR f.on_day <= ask.to_on))"

static const char decisions_sql[] = "WITH " DECISIONS
    " SELECT d.questionnaire, d.department, d.sex, d.age, d.language, d.said, d.indicated, d.decided, d.fate, COUNT(*)"
    " FROM d GROUP BY d.questionnaire, d.department, d.sex, d.age, d.language, d.said, d.indicated, d.decided, d.fate";

static const char names_sql[] = "WITH ask AS (" REPORT_ASK ")"
    " SELECT 0 AS part, CONCAT('questionnaire-', q.code) AS name, q.title FROM ask, questionnaire q"
    "  WHERE q.audience = 'citizen' AND q.version = (SELECT MAX(w.version) FROM questionnaire w WHERE w.code = q.code)"
    " UNION ALL SELECT 1, CONCAT('department-', t.id), t.name FROM ask, department t ORDER BY 1, 3";

static const char who_sql[] = "WITH " DECISIONS ", shown AS (SELECT CAST(? AS CHAR(80)) COLLATE utf8mb4_danish_ci AS name, CAST(? AS CHAR(40)) COLLATE utf8mb4_danish_ci AS said)"
    " SELECT d.course_id, d.citizen_id, d.on_day, (SELECT ra.reason FROM risk_assessment ra WHERE ra.id = d.assessment_id) AS word, NULL AS number FROM d, shown s"
    " WHERE (s.name IN (d.questionnaire, d.department, d.sex, d.age, d.language, d.indicated, d.said) OR s.name = 'all')"
    " AND (s.said IN ('persons', d.said, d.decided, d.fate))";

static const struct report_query queries[] = { { "decisions", decisions_sql }, { "names", names_sql }, { NULL, NULL } };
static const struct report_list lists[] = { { "who", who_sql }, { NULL, NULL } };

enum { AGREED, HIGHER, LOWER, SIDEWAYS, NONE, SAID };
static const char *const said_names[SAID] = { "agreed", "higher", "lower", "sideways", "none" };
static const char *const decided_names[] = { "decided-low", "decided-moderate", "decided-high" };
static const char *const fate_names[] = { "open", "work", "education", "low-risk", "other" };
enum { DECIDED = 3, FATES = 5, PARTS_MAX = 5 };

/* What the rows are grouped by, as the query's columns stand; then what it is grouped by in a table of other columns. */
enum { BY_QUESTIONNAIRE, BY_DEPARTMENT, BY_SEX, BY_AGE, BY_LANGUAGE, GROUPINGS, C_SAID = GROUPINGS, C_INDICATED, C_DECIDED, C_FATE, C_COUNT };
static const char *const table_names[GROUPINGS] = { "questionnaires", "departments", "sexes", "ages", "languages" };

struct line { const char *name, *title; long long counts[PARTS_MAX]; };
struct table { struct line *lines; size_t count; };
struct all { const void *owner; struct table by[GROUPINGS], indicated, fates; long long said[SAID]; };

static void
add_line(const void *owner, struct table *table, const char *name, const char *title)
{
	table->lines = talloc_realloc(owner, table->lines, struct line, (unsigned)table->count + 1);
	table->lines[table->count++] = (struct line){ .name = talloc_strdup(owner, name), .title = title == NULL ? NULL : talloc_strdup(owner, title) };
}

static void
take_name(void *user, const char *const *columns, size_t count)
{
	struct all *all = user;

	(void)count;
	add_line(all->owner, &all->by[atoi(columns[0])], columns[1], columns[2]);
}

static void
add_lines(const void *owner, struct table *table, const char *const *names, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		add_line(owner, table, names[i], NULL);
}

static void
name_lines(struct db *db, struct all *all, const struct report_ask *ask)
{
	static const char *const sexes[] = { "sex-woman", "sex-man", "sex-unknown" }, *const languages[] = { "language-da", "language-other" };
	static const char *const ages[] = { "age-18", "age-30", "age-40", "age-50", "age-60" };
	static const char *const indicated[] = { "indicated-low", "indicated-moderate", "indicated-high", "indicated-unknown" };

	rows_each(db, names_sql, report_args(all->owner, ask), take_name, all);
	add_lines(all->owner, &all->by[BY_SEX], sexes, 3);
	add_lines(all->owner, &all->by[BY_AGE], ages, 5);
	add_lines(all->owner, &all->by[BY_LANGUAGE], languages, 2);
	add_lines(all->owner, &all->indicated, indicated, 4);
	add_lines(all->owner, &all->fates, said_names, SAID);
}

/* Where a name stands among names; the last of them where it does not. */
static size_t
place_of(const char *const *names, size_t count, const char *name)
{
	size_t i;

	for (i = 0; i + 1 < count && strcmp(names[i], name) != 0; i++)
		;
	return i;
}

static void
count_in(const struct table *table, const char *name, size_t part, long long count)
{
	size_t i;

	for (i = 0; i < table->count; i++)
		if (strcmp(table->lines[i].name, name) == 0)
			table->lines[i].counts[part] += count;
}

static void
take_decisions(void *user, const char *const *columns, size_t count)
{
	struct all *all = user;
	size_t said = place_of(said_names, SAID, columns[C_SAID]), by;
	long long persons = atoll(columns[C_COUNT]);

	(void)count;
	all->said[said] += persons;
	for (by = 0; by < GROUPINGS; by++)
		count_in(&all->by[by], columns[by], said, persons);
	count_in(&all->indicated, columns[C_INDICATED], place_of(decided_names, DECIDED, columns[C_DECIDED]), persons);
	count_in(&all->fates, columns[C_SAID], place_of(fate_names, FATES, columns[C_FATE]), persons);
}

static long long
sum_of(const long long *counts, size_t count)
{
	long long sum = 0;

	while (count-- > 0)
		sum += counts[count];
	return sum;
}

/* How many of those with an indication were decided otherwise. */
static void
add_share(xmlNode *row, const char *column, const long long *said)
{
	long long with = sum_of(said, NONE);

	if (with > 0 && with < CONCLUSION)
		figure_none(row, column, "under-30");
	else
		figure_share(row, column, with - said[AGREED], with, NULL);
}

static void
add_row(xmlNode *row, const char *const *parts, const long long *counts, size_t count, bool share)
{
	size_t i;

	figure_count(row, "persons", sum_of(counts, count), "who");
	for (i = 0; i < count; i++)
		figure_count(row, parts[i], counts[i], "who");
	if (share)
		add_share(row, "share", counts);
}

static void
add_table(xmlNode *report, const char *name, const struct table *table, const char *const *parts, size_t count)
{
	xmlNode *figures = figures_add(report, name, FEW_BY_READER);
	bool share = parts == said_names;
	struct line total = { .name = "all" };
	size_t i, k;

	figures_column(figures, "persons", FIGURE_COUNT);
	for (i = 0; i < count; i++)
		figures_column(figures, parts[i], FIGURE_COUNT);
	for (i = 0; i < count; i++)
		figures_parts(figures, "persons", parts[i]);
	if (share)
		figures_column(figures, "share", FIGURE_SHARE);
	for (i = 0; i < table->count; i++) {
		if (sum_of(table->lines[i].counts, count) == 0)
			continue;
		add_row(figures_row(figures, table->lines[i].name, NULL, table->lines[i].title), parts, table->lines[i].counts, count, share);
		for (k = 0; k < count; k++)
			total.counts[k] += table->lines[i].counts[k];
	}
	add_row(figures_total(figures, total.name), parts, total.counts, count, share);
	figures_rows(figures, ROWS_COME);
}

static void
compute(struct db *db, const void *owner, const struct report_ask *ask, xmlNode *report, struct report_progress *progress)
{
	struct all all = { .owner = owner };
	int by;

	name_lines(db, &all, ask);
	if (!report_step(progress, 1, 2))
		return;
	rows_each(db, decisions_sql, report_args(owner, ask), take_decisions, &all);
	figure_count(figures_brief(report, "decisions", FIGURE_COUNT), "value", sum_of(all.said, SAID), NULL);
	add_share(figures_brief(report, "share", FIGURE_SHARE), "value", all.said);
	if (sum_of(all.said, NONE) < CONCLUSION)
		figures_note(report, "no-conclusion", NULL);
	figures_chart(report, "ages", CHART_STACK, "agreed higher lower sideways none");
	add_table(report, "directions", &all.indicated, decided_names, DECIDED);
	add_table(report, "fates", &all.fates, fate_names, FATES);
	for (by = 0; by < GROUPINGS; by++)
		add_table(report, table_names[by], &all.by[by], said_names, SAID);
	report_step(progress, 2, 2);
}

const struct report report_disagreement = { .name = "disagreement", .takes = REPORT_PERIOD | REPORT_DEPARTMENT | REPORT_GROUP | REPORT_BENEFIT, .months = 60,
    .queries = queries, .lists = lists, .says = true, .compute = compute };
