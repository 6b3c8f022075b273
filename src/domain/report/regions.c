/*
 * regions.c - the report "regions": how many people schemes had in a month, a year before and two years before, in regions and in the whole country, as a
 * public source has it; and the same of our own benefits beside them.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/report/courses.h"
#include "domain/report/figures.h"
#include "rule/economy.h"
#include "rule/suppression.h"
#include "sql/rows.h"
#include "xml/node.h"

/*
 * The newest month of the period that a source has told of for half of the schemes and regions at least, since they are told at different times; and how many
 * months before it.
 */
#define NEWEST \
	"known AS (SELECT DISTINCT f.region, f.scheme, f.month FROM ask JOIN regional_figure f ON f.month >= COALESCE(ask.from_on, f.month)" \
	"  AND f.month <= LEAST(COALESCE(ask.to_on, ask.today), ask.today) AND f.stated_on <= ask.today)," \
	" told AS (SELECT k.month, COUNT(*) AS count FROM known k GROUP BY k.month)," \
	" newest AS (SELECT COALESCE(MAX(IF(2 * t.count >= a.count, t.month, NULL)), MAX(t.month)) AS month FROM told t," \
	"  (SELECT COUNT(DISTINCT k.region, k.scheme) AS count FROM known k) a)," \
	" months AS (SELECT 0 AS back, n.month FROM newest n UNION ALL SELECT 12, n.month - INTERVAL 12 MONTH FROM newest n" \
	"  UNION ALL SELECT 24, n.month - INTERVAL 24 MONTH FROM newest n)"

static const char newest_sql[] = "WITH ask AS (" REPORT_ASK "), " NEWEST " SELECT m.month FROM months m WHERE m.month IS NOT NULL ORDER BY m.back DESC";

/* Those that are told of for another month last. */
static const char others_sql[] = "WITH ask AS (" REPORT_ASK "), " NEWEST
    " SELECT k.region, k.scheme, MAX(k.month) AS month FROM known k, newest n GROUP BY k.region, k.scheme HAVING MAX(k.month) <> MAX(n.month) ORDER BY 1, 2";

static const char figures_sql[] = "WITH ask AS (" REPORT_ASK "), " NEWEST
    " SELECT f.region, f.scheme, m.back, f.persons FROM ask JOIN months m JOIN regional_figure f ON f.month = m.month AND f.stated_on <= ask.today"
    " WHERE NOT EXISTS (SELECT 1 FROM regional_figure n WHERE n.region = f.region AND n.scheme = f.scheme AND n.month = f.month AND n.stated_on > f.stated_on"
    "  AND n.stated_on <= ask.today) ORDER BY f.region, f.scheme, m.back";

/* Days of our own people on the benefits that a scheme is, in a month that runs until today; no row: nobody. */
static const char own_sql[] = "WITH ask AS (" REPORT_ASK "), " REPORT_DEPARTMENTS ", " NEWEST
    " SELECT '' AS region, s.scheme, m.back, SUM(DATEDIFF(LEAST(COALESCE(p.ends_on, ask.today), ask.today, LAST_DAY(m.month)), GREATEST(p.starts_on, m.month)) + 1) AS days"
    " FROM ask JOIN months m JOIN regional_scheme s JOIN benefit_period p ON p.benefit_type = s.benefit_type AND p.starts_on <= LEAST(LAST_DAY(m.month), ask.today)"
    "  AND (p.ends_on IS NULL OR p.ends_on >= m.month) JOIN citizen z ON z.id = p.citizen_id AND z.department_id IN (SELECT rd.id FROM rd)"
    " GROUP BY s.scheme, m.back ORDER BY s.scheme, m.back";
static const char schemes_sql[] = "WITH ask AS (" REPORT_ASK ") SELECT DISTINCT s.scheme FROM ask JOIN regional_scheme s ORDER BY s.scheme";

/* The first day that anybody's benefit is known of: what was before is not known to be nobody. */
static const char first_sql[] = "WITH ask AS (" REPORT_ASK ") SELECT MIN(p.starts_on) FROM ask JOIN benefit_period p ON p.starts_on <= ask.today";

static const struct report_query queries[] = {
	{ "newest", newest_sql }, { "others", others_sql }, { "figures", figures_sql }, { "own", own_sql }, { "schemes", schemes_sql }, { "first", first_sql }, { NULL, NULL }
};

enum { MONTHS = 3 };
struct line { const char *region, *scheme; long long persons[MONTHS]; bool known[MONTHS]; };
struct lines { const void *owner; struct line *list; size_t count; long days[MONTHS]; bool own, before[MONTHS]; /* not known: before there are data */ };

static struct line *
line_of(struct lines *lines, const char *region, const char *scheme)
{
	struct line *last;
	size_t i;

	for (i = 0; i < lines->count; i++)
		if (strcmp(lines->list[i].region, region) == 0 && strcmp(lines->list[i].scheme, scheme) == 0)
			return &lines->list[i];
	lines->list = talloc_realloc(lines->owner, lines->list, struct line, (unsigned)lines->count + 1);
	last = &lines->list[lines->count++];
	*last = (struct line){ .region = talloc_strdup(lines->owner, region), .scheme = talloc_strdup(lines->owner, scheme) };
	return last;
}

/* The oldest month comes first. */
static void
take_figure(void *user, const char *const *columns, size_t count)
{
	struct lines *lines = user;
	struct line *line = line_of(lines, columns[0], columns[1]);
	size_t at = MONTHS - 1 - (size_t)atol(columns[2]) / 12;

	(void)count;
	line->persons[at] = lines->own ? economy_persons(atoll(columns[3]), lines->days[at]) : atoll(columns[3]);
	line->known[at] = !lines->before[at];
}

/* Why a month, or what is computed of it, is not known. */
static const char *
why_not(const struct lines *lines)
{
	return lines->own ? "before-data" : "not-told";
}

static long long
in_fives(const struct line *line, size_t month)
{
	return suppression_round((long)line->persons[month]);
}

/* Of our own, who may not open the lists is told what follows from the rounded figures. */
static void
add_change(xmlNode *row, const char *column, const struct lines *lines, const struct line *line, size_t from, bool few)
{
	long long percent;
	xmlNode *figure;

	if (!line->known[from] || !line->known[MONTHS - 1])
		figure = figure_none(row, column, why_not(lines));
	else if (!economy_change(line->persons[from], line->persons[MONTHS - 1], &percent))
		figure = figure_none(row, column, "from-nothing");
	else {
		figure = figure_decimal(row, column, (double)percent, 0, 0, -1, NULL);
		if (lines->own && economy_change(in_fives(line, from), in_fives(line, MONTHS - 1), &percent))
			figure_others(figure, (double)percent, 0);
	}
	node_set(figure, "few", few ? "yes" : NULL);
}

/* What is computed of few people tells of them. */
static bool
of_few(const struct lines *lines, const struct line *line)
{
	bool few = false;
	size_t i;

	for (i = 0; lines->own && i < MONTHS; i++)
		few = few || (line->known[i] && !suppression_allows((long)line->persons[i]));
	return few;
}

static void
add_line(const struct lines *lines, xmlNode *figures, const struct line *line, const char *const *months)
{
	const char *name = talloc_asprintf(lines->owner, "%s-%zu", lines->own ? "own" : "source", (size_t)(line - lines->list) + 1);
	const char *title = lines->own ? line->scheme : talloc_asprintf(lines->owner, "%s: %s", line->region, line->scheme);
	xmlNode *row = figures_row(figures, name, NULL, title), *figure;
	bool few = of_few(lines, line);
	size_t i;

	for (i = 0; i < MONTHS; i++) {
		figure = line->known[i] ? figure_count(row, months[i], line->persons[i], NULL) : figure_none(row, months[i], why_not(lines));
		node_set(figure, "few", few ? "yes" : NULL);
	}
	add_change(row, "all", lines, line, 0, few);
	add_change(row, "year", lines, line, 1, few);
	if (line->known[1] && line->known[2]) {
		figure = figure_decimal(row, "persons", (double)(line->persons[2] - line->persons[1]), 0, 0, -1, NULL);
		if (lines->own)
			figure_others(figure, (double)(in_fives(line, 2) - in_fives(line, 1)), 0);
	} else
		figure = figure_none(row, "persons", why_not(lines));
	node_set(figure, "few", few ? "yes" : NULL);
}

static xmlNode *
add_table(xmlNode *report, const char *name, enum figures_few few, const char *const *months)
{
	xmlNode *figures = figures_add(report, name, few);
	size_t i;

	for (i = 0; i < MONTHS; i++)
		figures_column_of(figures, months[i], FIGURE_COUNT, "month");
	figures_column(figures, "all", FIGURE_DECIMAL);
	figures_column(figures, "year", FIGURE_DECIMAL);
	figures_column(figures, "persons", FIGURE_DECIMAL);
	return figures;
}

/* Our own: each scheme that a benefit of ours is, also where nobody is on it. */
static void
add_own(struct db *db, const void *owner, const struct report_ask *ask, xmlNode *report, const char *const *months)
{
	struct lines own = { .owner = owner, .own = true };
	const char *const *schemes = rows_texts(db, owner, schemes_sql, report_args(owner, ask)), *const *scheme;
	const char *first = rows_text(db, owner, first_sql, report_args(owner, ask));
	xmlNode *figures;
	struct date after, tomorrow;
	size_t i;

	date_add_days(ask->today, 1, &tomorrow);
	for (i = 0; i < MONTHS; i++) {
		date_add_days(months[i], 31, &after);
		memcpy(after.iso + 8, "01", 2);
		own.before[i] = first == NULL || strcmp(months[i], first) < 0;
		own.days[i] = date_days(months[i], strcmp(after.iso, tomorrow.iso) < 0 ? after.iso : tomorrow.iso);
	}
	for (scheme = schemes; *scheme != NULL; scheme++) {
		struct line *line = line_of(&own, "", *scheme);

		for (i = 0; i < MONTHS; i++)
			line->known[i] = !own.before[i];
	}
	if (own.count == 0)
		return;
	rows_each(db, own_sql, report_args(owner, ask), take_figure, &own);
	figures = add_table(report, "own", FEW_BY_READER, months);
	for (i = 0; i < own.count; i++)
		add_line(&own, figures, &own.list[i], months);
}

static void
take_other(void *user, const char *const *columns, size_t count)
{
	char **told = user;

	(void)count;
	*told = talloc_asprintf_append_buffer(*told, "%s%s: %s (%.2s-%.4s)", (*told)[0] == '\0' ? "" : ", ", columns[0], columns[1], columns[2] + 5, columns[2]);
}

static void
regions_compute(struct db *db, const void *owner, const struct report_ask *ask, xmlNode *report, struct report_progress *progress)
{
	struct lines lines = { .owner = owner };
	const char *const *months = rows_texts(db, owner, newest_sql, report_args(owner, ask));
	xmlNode *figures;
	char *others = talloc_strdup(owner, "");
	size_t i;

	(void)progress;
	if (months[0] == NULL) {
		figures_note(report, "no-figures", NULL);
		return;
	}
	rows_each(db, others_sql, report_args(owner, ask), take_other, &others);
	if (others[0] != '\0')
		figures_note(report, "other-months", others);
	rows_each(db, figures_sql, report_args(owner, ask), take_figure, &lines);
	figures = add_table(report, "regions", FEW_OPEN, months);
	for (i = 0; i < lines.count; i++)
		add_line(&lines, figures, &lines.list[i], months);
	figures_chart(report, "regions", CHART_BARS, "all year");
	add_own(db, owner, ask, report, months);
}

const struct report report_regions = {
	.name = "regions", .takes = REPORT_PERIOD | REPORT_DEPARTMENT, .months = 240, .queries = queries, .compute = regions_compute,
};
