/*
 * caseload.c - the report "caseload": open courses against full-time equivalents and targets, by caseworker, department and benefit, and over time.
 *
 * A course on pause is counted apart.  A caseworker is compared with a benefit's target where all hours of the day are for that benefit.  Over time a
 * course is of the one who had it at the end of the day, by the handovers; whether it was paused then is not asked.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/report/courses.h"
#include "domain/report/figures.h"
#include "rule/caseload.h"
#include "rule/suppression.h"
#include "sql/day.h"
#include "sql/rows.h"
#include "xml/node.h"

#define TODAY_OPEN REPORT_OPEN_ON("rc", "ask.today") " AND rc.state <> 'closed-low'"
#define TODAY_BENEFIT REPORT_BENEFIT_ON("rc", "ask.today")
#define HOURS_ON(h, day) h ".from_on <= " day " AND (" h ".to_on IS NULL OR " h ".to_on >= " day ") AND " h ".department_id IN (SELECT rd.id FROM rd)"

static const char courses_sql[] = "WITH " REPORT_COURSES ", open AS (SELECT rc.caseworker_uid, rc.department_id, " TODAY_BENEFIT " AS now_on, rc.state FROM rc, ask"
    "  WHERE " TODAY_OPEN ")"
    " SELECT open.caseworker_uid, s.name, open.department_id, d.name, COALESCE(open.now_on, 'none'), b.title, SUM(open.state <> 'paused'), SUM(open.state = 'paused'), 0,"
    "  MAX(open.state <> 'paused' AND open.caseworker_uid IN (SELECT h.uid FROM staff_hours h, ask WHERE h.benefit_type IS NULL AND h.fte > 0 AND " HOURS_ON("h", "ask.today") "))"
    " FROM open JOIN staff s ON s.uid = open.caseworker_uid JOIN department d ON d.id = open.department_id LEFT JOIN benefit_type b ON b.code = open.now_on"
    " GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY s.name, open.caseworker_uid, d.name, b.title";

static const char hours_sql[] = "WITH ask AS (" REPORT_ASK "), " REPORT_DEPARTMENTS
    " SELECT h.uid, s.name, h.department_id, d.name, COALESCE(h.benefit_type, 'any'), b.title, 0, 0, CAST(ROUND(SUM(h.fte) * 100) AS SIGNED), 0"
    " FROM ask, staff_hours h JOIN staff s ON s.uid = h.uid JOIN department d ON d.id = h.department_id LEFT JOIN benefit_type b ON b.code = h.benefit_type"
    " WHERE " HOURS_ON("h", "ask.today") " GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY s.name, h.uid, d.name, b.title";

static const char targets_sql[] = "WITH ask AS (" REPORT_ASK ")"
    " SELECT t.benefit_type, t.least, t.most, b.title FROM ask, caseload_target t JOIN benefit_type b ON b.code = t.benefit_type WHERE t.valid_from = (SELECT MAX(n.valid_from) FROM caseload_target n"
    "  WHERE n.benefit_type = t.benefit_type AND n.valid_from <= ask.today) ORDER BY b.title, t.benefit_type";

#define MONTH_ENDS \
	"months AS (SELECT LAST_DAY(ask.from_on) AS on_day FROM ask UNION ALL SELECT LAST_DAY(months.on_day + INTERVAL 1 DAY) FROM months, ask" \
	"  WHERE months.on_day < LAST_DAY(ask.to_on))," \
	" days AS (SELECT DATE_FORMAT(months.on_day, '%Y-%m-01') AS month, LEAST(months.on_day, ask.today) AS on_day FROM months, ask" \
	"  WHERE DATE_FORMAT(months.on_day, '%Y-%m-01') <= ask.today)"

#define HANDED_ON DANISH_DAY("h.created_at")

/*
 * Who had a course from when until when: a row for each handover, for the one who gave it, and one for who has it.  No outer joins: within one the
 * server looks at every course there is for those of the departments asked about.
 */
static const char months_sql[] = "WITH RECURSIVE " REPORT_COURSES ", " MONTH_ENDS ","
    " spell AS (SELECT rc.caseworker_uid AS uid, COALESCE(rc.closed_on, '9999-12-31') AS until_on,"
    "   GREATEST(rc.opened_on, COALESCE((SELECT MAX(" HANDED_ON ") FROM course_handover h WHERE h.course_id = rc.id), rc.opened_on)) AS from_on"
    "  FROM rc WHERE rc.state <> 'closed-low'"
    "  UNION ALL SELECT h.from_uid, LEAST(" HANDED_ON ", COALESCE(rc.closed_on, '9999-12-31')),"
    "   GREATEST(rc.opened_on, COALESCE(LAG(" HANDED_ON ") OVER (PARTITION BY h.course_id ORDER BY h.id), rc.opened_on))"
    "  FROM rc JOIN course_handover h ON h.course_id = rc.id WHERE rc.state <> 'closed-low'),"
    " had AS (SELECT days.month, spell.uid, COUNT(*) AS courses FROM days JOIN spell ON spell.from_on <= days.on_day AND spell.until_on > days.on_day"
    "  GROUP BY days.month, spell.uid UNION ALL SELECT days.month, NULL, 0 FROM days)"
    " SELECT had.month, SUM(had.courses), COUNT(had.uid), MAX(had.courses) FROM had GROUP BY had.month ORDER BY had.month";

static const char month_hours_sql[] = "WITH RECURSIVE ask AS (" REPORT_ASK "), " REPORT_DEPARTMENTS ", " MONTH_ENDS
    " SELECT days.month, CAST(ROUND(COALESCE(SUM(h.fte), 0) * 100) AS SIGNED) FROM days LEFT JOIN staff_hours h ON " HOURS_ON("h", "days.on_day")
    " GROUP BY days.month ORDER BY days.month";

#define LIST(who) \
	"WITH " REPORT_COURSES ", asked AS (SELECT CAST(? AS CHAR(80)) AS row_name, CAST(? AS CHAR(80)) AS column_name)" \
	" SELECT rc.id AS course_id, rc.citizen_id, rc.opened_on AS on_day, rc.state AS word, DATEDIFF(ask.today, rc.opened_on) AS number FROM rc, ask, asked" \
	" WHERE " TODAY_OPEN " AND (asked.column_name = 'paused') = (rc.state = 'paused') AND (asked.row_name = 'total' OR " who " = asked.row_name)"

static const struct report_list lists[] = {
	{ "caseworker", LIST("rc.caseworker_uid") },
	{ "department", LIST("rc.department_id") },
	{ "benefit", LIST("COALESCE(" TODAY_BENEFIT ", 'none')") },
	{ "held", "WITH " REPORT_COURSES ", asked AS (SELECT CAST(? AS CHAR(40)) AS row_name, CAST(? AS CHAR(40)) AS column_name)"
	    " SELECT rc.id AS course_id, rc.citizen_id, rc.opened_on AS on_day, NULL AS word, DATEDIFF(LEAST(LAST_DAY(asked.row_name), ask.today), rc.opened_on) AS number"
	    " FROM rc, ask, asked WHERE rc.state <> 'closed-low' AND asked.column_name = 'held' AND " REPORT_OPEN_ON("rc", "LEAST(LAST_DAY(asked.row_name), ask.today)") },
	{ NULL, NULL }
};

static const struct report_query queries[] = {
	{ "courses", courses_sql }, { "hours", hours_sql }, { "targets", targets_sql }, { "months", months_sql }, { "month-hours", month_hours_sql },
	{ NULL, NULL }
};

/* One caseworker, department or benefit. */
struct load { const char *key, *title, *benefit; long open, paused, fte, least, most; bool mixed, target, shared; };
enum { BY_CASEWORKER, BY_DEPARTMENT, BY_BENEFIT, BYS, COLUMNS_EACH = 2, OPEN = 6, PAUSED, FTE, SHARED };
struct loads { const void *owner; struct load *by[BYS], total; unsigned count[BYS]; };

static struct load *
find_load(struct loads *all, int by, const char *key, const char *title)
{
	struct load *load;
	unsigned i;

	for (i = 0; i < all->count[by]; i++)
		if (strcmp(all->by[by][i].key, key) == 0)
			return &all->by[by][i];
	all->by[by] = talloc_realloc(all->owner, all->by[by], struct load, all->count[by] + 1);
	load = &all->by[by][all->count[by]++];
	*load = (struct load){ .key = talloc_strdup(all->owner, key), .title = title == NULL ? NULL : talloc_strdup(all->owner, title) };
	return load;
}

static void
add_numbers(struct load *load, const char *const *columns)
{
	load->open += atol(columns[OPEN]);
	load->paused += atol(columns[PAUSED]);
	load->fte += atol(columns[FTE]);
}

/* Hours for any benefit are no benefit's own: whoever has them shares them among the courses of several, so that no benefit's load is known. */
static void
take_row(void *user, const char *const *columns, size_t count)
{
	struct loads *all = user;
	int by;

	(void)count;
	for (by = 0; by < BYS; by++) {
		const char *key = columns[by * COLUMNS_EACH], *benefit = columns[BY_BENEFIT * COLUMNS_EACH];
		struct load *load;

		if (by == BY_BENEFIT && strcmp(key, "any") == 0)
			continue;
		load = find_load(all, by, key, columns[by * COLUMNS_EACH + 1]);
		add_numbers(load, columns);
		load->shared = load->shared || (by == BY_BENEFIT && atol(columns[SHARED]) > 0);
		if (atol(columns[FTE]) == 0)
			continue;
		load->mixed = load->mixed || (load->benefit != NULL && strcmp(load->benefit, benefit) != 0);
		load->benefit = talloc_strdup(all->owner, benefit);
	}
	add_numbers(&all->total, columns);
}

/* A benefit with a target is there whether somebody is on it or not. */
static void
take_target(void *user, const char *const *columns, size_t count)
{
	struct loads *all = user;
	unsigned i;
	int by;

	(void)count;
	find_load(all, BY_BENEFIT, columns[0], columns[3]);
	for (by = 0; by < BYS; by++)
		for (i = 0; i < all->count[by]; i++) {
			struct load *load = &all->by[by][i];
			const char *benefit = by == BY_BENEFIT ? load->key : load->mixed ? NULL : load->benefit;

			if (by == BY_DEPARTMENT || benefit == NULL || strcmp(benefit, columns[0]) != 0)
				continue;
			load->target = true;
			load->least = atol(columns[1]);
			load->most = atol(columns[2]);
		}
}

/* Hours are no persons. */
static void
add_fte(xmlNode *row, long fte)
{
	figure_open(figure_decimal(row, "fte", (double)fte / 100, 2, 0, -1, NULL));
}

/* To others it is of as many courses as they are told, since it would tell how many there are. */
static xmlNode *
add_load_of(xmlNode *row, const char *column, long courses, long fte)
{
	xmlNode *figure = figure_decimal(row, column, caseload_of(courses, fte), 1, 0, -1, NULL);

	figure_others(figure, caseload_of(suppression_round(courses), fte), 1);
	return figure;
}

static void
add_load(xmlNode *row, const struct load *load)
{
	xmlNode *figure;

	if (load->fte == 0) {
		figure_none(row, "fte", "no-hours");
		figure_none(row, "load", "no-hours");
		return;
	}
	add_fte(row, load->fte);
	if (load->shared) {
		figure_none(row, "load", "shared-hours");
		return;
	}
	figure = add_load_of(row, "load", load->open, load->fte);
	if (!load->target)
		return;
	figure_mark(figure, caseload_name(caseload_judge(load->open, load->fte, load->most)));
	figure_others_mark(figure, caseload_name(caseload_judge(suppression_round(load->open), load->fte, load->most)));
}

static void
add_target(xmlNode *row, const struct load *load)
{
	if (load->target) {
		figure_open(figure_count(row, "least", load->least, NULL));
		figure_open(figure_count(row, "most", load->most, NULL));
	} else {
		figure_none(row, "least", "no-target");
		figure_none(row, "most", "no-target");
	}
}

static void
add_row(xmlNode *figures, const struct load *load, const char *list)
{
	xmlNode *row = load->key == NULL ? figures_total(figures, "total") : figures_row(figures, load->key, NULL, load->title);

	figure_count(row, "open", load->open, list);
	figure_count(row, "paused", load->paused, list);
	add_load(row, load);
	if (load->key != NULL && strcmp(list, "benefit") == 0)
		add_target(row, load);
}

static void
add_table(xmlNode *report, const struct loads *all, int by, const char *name, const char *list)
{
	xmlNode *figures = figures_add(report, name, FEW_BY_READER);
	unsigned i;

	figures_column(figures, "open", FIGURE_COUNT);
	figures_column(figures, "paused", FIGURE_COUNT);
	figures_column(figures, "fte", FIGURE_DECIMAL);
	figures_column(figures, "load", FIGURE_DECIMAL);
	if (by == BY_BENEFIT) {
		figures_column(figures, "least", FIGURE_DECIMAL);
		figures_column(figures, "most", FIGURE_DECIMAL);
	}
	for (i = 0; i < all->count[by]; i++)
		add_row(figures, &all->by[by][i], list);
	if (all->count[by] > 0)
		add_row(figures, &all->total, list);
	figures_whole(figures, WHOLE_ROWS);
	figures_rows(figures, ROWS_COME);
}

/* The months: courses and hours come from two queries, of the same months in the same order. */
struct months { xmlNode *figures, *row; };

static void
take_month(void *user, const char *const *columns, size_t count)
{
	struct months *months = user;
	xmlNode *row = figures_row(months->figures, columns[0], "month", NULL);

	(void)count;
	figure_count(row, "held", atol(columns[1]), "held");
	figure_count(row, "caseworkers", atol(columns[2]), NULL);
	figure_count(row, "highest", atol(columns[3]), NULL);
}

static void
take_month_hours(void *user, const char *const *columns, size_t count)
{
	struct months *months = user;
	long fte = atol(columns[1]), held;
	xmlNode *row = months->row;

	(void)count;
	for (; row != NULL && strcmp(node_get(row, "name"), columns[0]) != 0; row = row->next)
		;
	if (row == NULL)
		return;
	held = atol(node_get(node_child(row, "figure"), "value"));
	if (fte == 0) {
		figure_none(row, "fte", "no-hours");
		figure_none(row, "held-load", "no-hours");
		return;
	}
	add_fte(row, fte);
	add_load_of(row, "held-load", held, fte);
}

static void
add_months(struct db *db, const void *owner, const struct report_ask *ask, xmlNode *report)
{
	struct months months = { figures_add(report, "months", FEW_BY_READER), NULL };

	figures_column(months.figures, "held", FIGURE_COUNT);
	figures_column(months.figures, "caseworkers", FIGURE_DECIMAL);
	figures_column(months.figures, "highest", FIGURE_COUNT);
	figures_column(months.figures, "fte", FIGURE_DECIMAL);
	figures_column(months.figures, "held-load", FIGURE_DECIMAL);
	months.row = months.figures->last;
	rows_each(db, months_sql, report_args(owner, ask), take_month, &months);
	months.row = months.row->next;
	rows_each(db, month_hours_sql, report_args(owner, ask), take_month_hours, &months);
	figures_whole(months.figures, WHOLE_ROWS);
	figures_chart(report, "months", CHART_LINES, "held-load");
}

static char *
add_name(char *names, const struct load *load)
{
	return talloc_asprintf_append(names, "%s%s", names[0] == '\0' ? "" : ", ", load->title);
}

/* Who has courses and no hours, by name: the figures of those say nothing. */
static void
add_names(const void *owner, xmlNode *report, const struct loads *all)
{
	char *names = talloc_strdup(owner, ""), *others = talloc_strdup(owner, "");
	const struct load *load = all->by[BY_CASEWORKER], *end = load + all->count[BY_CASEWORKER];

	for (; load < end; load++) {
		names = load->fte == 0 ? add_name(names, load) : names;
		others = load->fte == 0 && (load->open >= SUPPRESSION_LEAST || load->paused >= SUPPRESSION_LEAST) ? add_name(others, load) : others;
	}
	if (names[0] != '\0')
		figures_note_few(report, "no-hours", names, others[0] == '\0' ? NULL : others);
}

static void
add_briefs(xmlNode *report, const struct loads *all)
{
	figure_count(figures_brief(report, "open", FIGURE_COUNT), "value", all->total.open, NULL);
	figure_count(figures_brief(report, "paused", FIGURE_COUNT), "value", all->total.paused, NULL);
	if (all->total.fte > 0)
		node_set(add_load_of(figures_brief(report, "load", FIGURE_DECIMAL), "value", all->total.open, all->total.fte), "few",
		    suppression_allows(all->total.open) ? NULL : "yes");
	else
		figure_none(figures_brief(report, "load", FIGURE_DECIMAL), "value", "no-hours");
}

static void
caseload_compute(struct db *db, const void *owner, const struct report_ask *ask, xmlNode *report, struct report_progress *progress)
{
	struct loads all = { .owner = owner };

	rows_each(db, courses_sql, report_args(owner, ask), take_row, &all);
	if (!report_step(progress, 1, 3))
		return;
	rows_each(db, hours_sql, report_args(owner, ask), take_row, &all);
	rows_each(db, targets_sql, report_args(owner, ask), take_target, &all);
	add_briefs(report, &all);
	add_names(owner, report, &all);
	add_table(report, &all, BY_CASEWORKER, "caseworkers", "caseworker");
	figures_chart(report, "caseworkers", CHART_BARS, "open paused");
	add_table(report, &all, BY_BENEFIT, "benefits", "benefit");
	add_table(report, &all, BY_DEPARTMENT, "departments", "department");
	if (report_step(progress, 2, 3))
		add_months(db, owner, ask, report);
}

const struct report report_caseload = {
	.name = "caseload", .takes = REPORT_PERIOD | REPORT_DEPARTMENT, .months = 13, .queries = queries, .lists = lists, .compute = caseload_compute,
};
