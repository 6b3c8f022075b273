/*
 * flow.c - the report "flow": who comes, who goes and with what, and who is there; it balances by month, target group and department.
 *
 * A course is there on a day when it was opened then or before, and not closed yet (courses.h): so what was there, and what came, is what went and
 * what is there, also where a course was closed on the day it was opened.
 */
#include "domain/report/courses.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/report/figures.h"
#include "rule/suppression.h"
#include "sql/rows.h"

#define OUTCOMES "'job', 'education', 'flexjob', 'wage-subsidy', 'benefit', 'pension', 'moved', 'dead', 'low-risk'"
static const char *const outcomes[] = { "job", "education", "flexjob", "wage-subsidy", "benefit", "pension", "moved", "dead", "low-risk", "other" };
enum { OUTCOME_COUNT = sizeof outcomes / sizeof outcomes[0], OUTCOMES_AT_WORK = 4 };

/* The last day that there are figures of. */
#define UNTIL "LEAST(ask.to_on, ask.today)"
#define OUTCOME_OF(c) "CASE WHEN " c ".outcome IN (" OUTCOMES ") THEN " c ".outcome ELSE 'other' END"

/* A course's group is looked up once: what it did in the period (a month that is none: before it, or not in it) is counted first, and told apart then. */
static const char moves_sql[] = "WITH " REPORT_COURSES ", went AS (SELECT rc.department_id, COALESCE(rc.target_group, 'none') AS target_group,"
    "   CASE WHEN rc.opened_on >= ask.from_on THEN DATE_FORMAT(rc.opened_on, '%Y-%m-01') END AS opened,"
    "   CASE WHEN rc.closed_on <= " UNTIL " THEN DATE_FORMAT(rc.closed_on, '%Y-%m-01') END AS closed,"
    "   CASE WHEN rc.closed_on <= " UNTIL " THEN " OUTCOME_OF("rc") " END AS outcome, COUNT(*) AS courses"
    "   FROM rc, ask WHERE rc.opened_on <= " UNTIL " AND (rc.closed_on IS NULL OR rc.closed_on >= ask.from_on) GROUP BY 1, 2, 3, 4, 5)"
    " SELECT k.kind, CASE k.kind WHEN 'opened' THEN w.opened WHEN 'closed' THEN w.closed END AS month, w.department_id, w.target_group,"
    "  CASE WHEN k.kind = 'closed' THEN w.outcome END AS outcome, SUM(w.courses) AS courses"
    " FROM went w JOIN (SELECT 'before' AS kind UNION ALL SELECT 'opened' UNION ALL SELECT 'closed') k"
    "  ON CASE k.kind WHEN 'before' THEN w.opened IS NULL WHEN 'opened' THEN w.opened IS NOT NULL ELSE w.closed IS NOT NULL END"
    " GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5";

/* Each month of the period: a day on which a citizen has two courses is one day. */
static const char persons_sql[] = "WITH RECURSIVE " REPORT_COURSES ","
    " months AS (SELECT ask.from_on AS first FROM ask WHERE ask.from_on <= " UNTIL " UNION ALL SELECT months.first + INTERVAL 1 MONTH FROM months, ask"
    "   WHERE months.first + INTERVAL 1 MONTH <= " UNTIL "),"
    " month AS (SELECT months.first, LEAST(LAST_DAY(months.first), " UNTIL ") AS last FROM months, ask),"
    " spell AS (SELECT rc.citizen_id, rc.opened_on, rc.closed_on, MAX(COALESCE(rc.closed_on, '9999-12-31')) OVER (PARTITION BY rc.citizen_id"
    "   ORDER BY rc.opened_on, rc.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS covered_to"
    "   FROM rc, ask WHERE rc.opened_on <= " UNTIL " AND (rc.closed_on IS NULL OR rc.closed_on >= ask.from_on))"
    " SELECT month.first, DATEDIFF(month.last, month.first) + 1 AS days, COUNT(DISTINCT s.citizen_id) AS touched,"
    "  COALESCE(SUM(GREATEST(0, DATEDIFF(LEAST(COALESCE(s.closed_on, '9999-12-31'), month.last + INTERVAL 1 DAY),"
    "    GREATEST(s.opened_on, COALESCE(s.covered_to, s.opened_on), month.first)))), 0) AS person_days"
    " FROM month LEFT JOIN spell s ON s.opened_on <= month.last AND (s.closed_on IS NULL OR s.closed_on >= month.first)"
    " GROUP BY month.first, month.last ORDER BY month.first";

static const char names_sql[] = "WITH ask AS (" REPORT_ASK "), " REPORT_DEPARTMENTS
    " SELECT 'group' AS kind, g.code, g.title FROM (SELECT t.code, t.title, t.ordinal FROM target_group t ORDER BY t.ordinal, t.code LIMIT 1000) g"
    " UNION ALL SELECT 'department', d.id, d.name FROM (SELECT d.id, d.name FROM department d JOIN rd ON rd.id = d.id ORDER BY d.name, d.id LIMIT 1000) d";

static const struct report_query queries[] = {
	{ "moves", moves_sql }, { "persons", persons_sql }, { "names", names_sql }, { NULL, NULL }
};

/* Whoever a number is of: asked has the row's first and last day, which are the period's where the row is no month. */
#define ASKED \
	", asked AS (SELECT r.row_name, r.column_name, IF(r.row_name REGEXP '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', CAST(r.row_name AS DATE), ask.from_on) AS first," \
	" LEAST(IF(r.row_name REGEXP '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', LAST_DAY(r.row_name), ask.to_on), ask.today) AS last" \
	" FROM ask, (SELECT CAST(? AS CHAR(40)) AS row_name, CAST(? AS CHAR(40)) AS column_name) r)"
#define IN_COLUMN \
	"((a.column_name = 'before' AND " REPORT_OPEN_ON("rc", "a.first - INTERVAL 1 DAY") ")" \
	" OR (a.column_name = 'opened' AND rc.opened_on BETWEEN a.first AND a.last) OR (a.column_name = 'after' AND " REPORT_OPEN_ON("rc", "a.last") ")" \
	" OR (a.column_name IN ('closed', " OUTCOMES ", 'other') AND rc.closed_on BETWEEN a.first AND a.last" \
	"  AND (a.column_name = 'closed' OR a.column_name = " OUTCOME_OF("rc") ")))"
#define LIST(more) "WITH " REPORT_COURSES ASKED " SELECT rc.id AS course_id, rc.citizen_id, IF(a.column_name IN ('before', 'opened', 'after'), rc.opened_on, rc.closed_on)" \
	" AS on_day, rc.outcome AS word, NULL AS number FROM rc, asked a WHERE " IN_COLUMN more

static const struct report_list lists[] = {
	{ "month", LIST("") },
	{ "by-group", LIST(" AND a.row_name IN ('total', COALESCE(rc.target_group, 'none'))") },
	{ "by-department", LIST(" AND a.row_name IN ('total', rc.department_id)") },
	{ "touched", "WITH " REPORT_COURSES ASKED " SELECT MIN(rc.id) AS course_id, rc.citizen_id, MIN(rc.opened_on) AS on_day, NULL AS word, NULL AS number FROM rc, asked a"
	    " WHERE rc.opened_on <= a.last AND (rc.closed_on IS NULL OR rc.closed_on >= a.first) GROUP BY rc.citizen_id" },
	{ NULL, NULL }
};

struct line {
	const char *name, *title;
	long long before, opened, closed, outcomes[OUTCOME_COUNT];
	long long days, touched, person_days;	/* of a month */
};
struct lines { struct line *line; size_t count; };
struct flow { const void *owner; struct lines months, groups, departments; struct line all; };

static struct line *
line_add(struct flow *flow, struct lines *lines, const char *name, const char *title)
{
	struct line *line;

	if ((lines->count & (lines->count - 1)) == 0)
		lines->line = talloc_realloc(flow->owner, lines->line, struct line, lines->count == 0 ? 1 : (unsigned)lines->count * 2);
	line = &lines->line[lines->count++];
	*line = (struct line){ .name = talloc_strdup(flow->owner, name), .title = talloc_strdup(flow->owner, title) };
	return line;
}

static struct line *
line_find(struct flow *flow, struct lines *lines, const char *name)
{
	size_t i;

	for (i = 0; i < lines->count; i++)
		if (strcmp(lines->line[i].name, name) == 0)
			return &lines->line[i];
	return line_add(flow, lines, name, NULL);
}

static void
take_month(void *user, const char *const *columns, size_t count)
{
	struct flow *flow = user;
	struct line *month = line_add(flow, &flow->months, columns[0], NULL);

	(void)count;
	month->days = atoll(columns[1]);
	month->touched = atoll(columns[2]);
	month->person_days = atoll(columns[3]);
}

static void
take_name(void *user, const char *const *columns, size_t count)
{
	struct flow *flow = user;

	(void)count;
	line_add(flow, strcmp(columns[0], "group") == 0 ? &flow->groups : &flow->departments, columns[1], columns[2]);
}

static size_t
outcome_of(const char *name)
{
	size_t i;

	for (i = 0; i + 1 < OUTCOME_COUNT; i++)
		if (name != NULL && strcmp(outcomes[i], name) == 0)
			break;
	return i;
}

static void
take_move(void *user, const char *const *columns, size_t count)
{
	struct flow *flow = user;
	struct line *lines[] = { &flow->all, columns[1] == NULL ? NULL : line_find(flow, &flow->months, columns[1]),
	    line_find(flow, &flow->departments, columns[2]), line_find(flow, &flow->groups, columns[3]) };
	long long courses = atoll(columns[5]);
	size_t i;

	(void)count;
	for (i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		if (lines[i] == NULL)
			continue;
		if (strcmp(columns[0], "before") == 0)
			lines[i]->before += courses;
		else if (strcmp(columns[0], "opened") == 0)
			lines[i]->opened += courses;
		else {
			lines[i]->closed += courses;
			lines[i]->outcomes[outcome_of(columns[4])] += courses;
		}
	}
}

/* What is there when a month begins is what was there when the one before ended. */
static void
carry_on(struct flow *flow)
{
	long long before = flow->all.before;
	size_t i;

	for (i = 0; i < flow->months.count; i++) {
		struct line *month = &flow->months.line[i];

		month->before = before;
		before += month->opened - month->closed;
	}
}

static long long
after(const struct line *line)
{
	return line->before + line->opened - line->closed;
}

static void
add_moves(xmlNode *row, const struct line *line, const char *list)
{
	figure_count(row, "before", line->before, list);
	figure_count(row, "opened", line->opened, list);
	figure_count(row, "closed", line->closed, list);
	figure_count(row, "after", after(line), list);
}

static xmlNode *
moves_table(xmlNode *report, const char *name)
{
	static const char *const columns[] = { "before", "opened", "closed", "after" };
	xmlNode *figures = figures_add(report, name, FEW_BY_READER);
	size_t i;

	for (i = 0; i < sizeof columns / sizeof columns[0]; i++)
		figures_column(figures, columns[i], FIGURE_COUNT);
	return figures;
}

static void
add_stock(struct flow *flow, xmlNode *report)
{
	xmlNode *figures = moves_table(report, "stock"), *row;
	size_t i;

	figures_column(figures, "touched", FIGURE_COUNT);
	figures_column(figures, "full-time", FIGURE_DECIMAL);
	for (i = 0; i < flow->months.count; i++) {
		const struct line *month = &flow->months.line[i];

		row = figures_row(figures, month->name, "month", NULL);
		add_moves(row, month, "month");
		figure_count(row, "touched", month->touched, "touched");
		figure_others(figure_decimal(row, "full-time", (double)month->person_days / (double)month->days, 1, 0, -1, NULL),
		    (double)suppression_round(lround((double)month->person_days / (double)month->days)), 0);
	}
	add_moves(figures_total(figures, "total"), &flow->all, "month");
	figures_whole(figures, WHOLE_TABLE);
}

static void
add_outcomes(xmlNode *row, const struct line *line)
{
	size_t i;

	for (i = 0; i < OUTCOME_COUNT; i++)
		figure_count(row, outcomes[i], line->outcomes[i], "month");
	figure_count(row, "closed", line->closed, "month");
}

static void
add_outcome(struct flow *flow, xmlNode *report)
{
	xmlNode *figures = figures_add(report, "outcome", FEW_BY_READER);
	size_t i;

	for (i = 0; i < OUTCOME_COUNT; i++)
		figures_column(figures, outcomes[i], FIGURE_COUNT);
	figures_column(figures, "closed", FIGURE_COUNT);
	figures_parts(figures, "closed", "job education flexjob wage-subsidy benefit pension moved dead low-risk other");
	for (i = 0; i < flow->months.count; i++)
		add_outcomes(figures_row(figures, flow->months.line[i].name, "month", NULL), &flow->months.line[i]);
	add_outcomes(figures_total(figures, "total"), &flow->all);
}

/* Groups and departments that have courses; what has no title has a word of the report's own. */
static void
add_split(const struct lines *lines, const struct line *all, xmlNode *report, const char *name)
{
	xmlNode *figures = moves_table(report, name);
	size_t i;

	for (i = 0; i < lines->count; i++) {
		const struct line *line = &lines->line[i];

		if (line->before + line->opened + line->closed > 0)
			add_moves(figures_row(figures, line->name, NULL, line->title), line, name);
	}
	add_moves(figures_total(figures, "total"), all, name);
	figures_whole(figures, WHOLE_ROWS);
	figures_rows(figures, ROWS_COME);
}

static void
add_briefs(const struct flow *flow, xmlNode *report)
{
	long long at_work = 0;
	size_t i;

	for (i = 0; i < OUTCOMES_AT_WORK; i++)
		at_work += flow->all.outcomes[i];
	figure_count(figures_brief(report, "opened", FIGURE_COUNT), "value", flow->all.opened, NULL);
	figure_count(figures_brief(report, "closed", FIGURE_COUNT), "value", flow->all.closed, NULL);
	figure_count(figures_brief(report, "after", FIGURE_COUNT), "value", after(&flow->all), NULL);
	figure_share(figures_brief(report, "at-work", FIGURE_SHARE), "value", at_work, flow->all.closed, NULL);
}

static void
compute(struct db *db, const void *owner, const struct report_ask *ask, xmlNode *report, struct report_progress *progress)
{
	const struct value *args = report_args(owner, ask);
	struct flow flow = { .owner = owner };

	rows_each(db, names_sql, args, take_name, &flow);
	rows_each(db, persons_sql, args, take_month, &flow);
	if (db_failed(db) || !report_step(progress, 1, 2))
		return;
	rows_each(db, moves_sql, args, take_move, &flow);
	if (db_failed(db))
		return;
	carry_on(&flow);
	add_briefs(&flow, report);
	add_stock(&flow, report);
	add_outcome(&flow, report);
	add_split(&flow.groups, &flow.all, report, "by-group");
	add_split(&flow.departments, &flow.all, report, "by-department");
	figures_chart(report, "stock", CHART_BARS, "opened closed");
	figures_chart(report, "stock", CHART_LINES, "after full-time touched");
	figures_chart(report, "outcome", CHART_STACK, "job education flexjob wage-subsidy benefit pension moved dead low-risk other");
}

const struct report report_flow = {
	.name = "flow", .takes = REPORT_PERIOD | REPORT_DEPARTMENT | REPORT_GROUP | REPORT_BENEFIT, .months = 12,
	.queries = queries, .lists = lists, .compute = compute,
};
