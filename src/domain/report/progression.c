/* progression.c - the report "progression": progression.h says who they are and what is counted. */
#include "domain/report/progression.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/report/figures.h"
#include "rule/crossing.h"
#include "sql/rows.h"
#include "xml/node.h"

/* What the rows of each table are called. */
#define ENTRY_NAME "COALESCE(CONCAT('entry-', p.entry), 'entry-own')"
#define KIND_NAME "COALESCE(CONCAT('kind-', p.kind), 'kind-none')"
#define TRACK_NAME "COALESCE(CONCAT('track-', p.track), 'track-none')"
#define TARGET_NAME "COALESCE(p.target, 'group-none')"

/* Sorted by what they have in common: every other grouping is a sum of these rows.  They are named when they are few. */
static const char changes_sql[] = "WITH " PROGRESSION_THERE
    " SELECT " ENTRY_NAME ", " KIND_NAME ", " TRACK_NAME ", " TARGET_NAME ", p.in_entry, p.in_kind, p.in_track, p.in_target, p.in_both, p.c_change, p.p_change, COUNT(*),"
    "  SUM(p.c_goals), SUM(p.c_first), SUM(p.c_last), SUM(p.p_goals), SUM(p.p_first), SUM(p.p_last)"
    " FROM p GROUP BY p.entry, p.kind, p.track, p.target, p.in_entry, p.in_kind, p.in_track, p.in_target, p.in_both, p.c_change, p.p_change";

/* What the rows are called, in their order. */
static const char names_sql[] = "WITH ask AS (" REPORT_ASK ")"
    " SELECT 0 AS part, CONCAT('entry-', v.entry_id) AS name, v.title, 0 AS ordinal FROM ask, catalogue_version v"
    "  WHERE v.version = (SELECT MAX(w.version) FROM catalogue_version w WHERE w.entry_id = v.entry_id)"
    " UNION ALL SELECT 3, t.code, t.title, t.ordinal FROM ask, target_group t ORDER BY 1, 4, 3";

static const char who_sql[] = "WITH " PROGRESSION_THERE
    " , shown AS (SELECT CAST(? AS CHAR(80)) COLLATE utf8mb4_danish_ci AS name, CAST(? AS CHAR(40)) COLLATE utf8mb4_danish_ci AS said)"
    " SELECT p.course_id, p.citizen_id, p.started_on AS on_day, p.c_change AS word, NULL AS number FROM p, shown s"
    " WHERE ((p.in_entry AND " ENTRY_NAME " = s.name) OR (p.in_kind AND " KIND_NAME " = s.name) OR (p.in_track AND " TRACK_NAME " = s.name)"
    "  OR (p.in_target AND " TARGET_NAME " = s.name))"
    " AND (s.said = 'persons' OR s.said = p.c_change)";

static const struct report_query queries[] = { { "changes", changes_sql }, { "names", names_sql }, { NULL, NULL } };
static const struct report_list lists[] = { { "who", who_sql }, { NULL, NULL } };

enum { BETTER, SAME, WORSE, MISSING, CHANGES };
static const char *const change_names[CHANGES] = { "better", "same", "worse", "missing" };

enum { BY_ENTRY, BY_KIND, BY_TRACK, BY_TARGET, BY_BOTH, GROUPINGS };
static const char *const table_names[BY_BOTH] = { "entries", "kinds", "tracks", "groups" };
enum { C_IN = 4, C_CHANGED = 9, C_COUNT = 11, C_SUMS = 12 };

/* Goals that were measured twice, and what their first and last values sum up to. */
struct values { long long goals, first, last; };
struct line {
	const char *name, *title;
	long long citizen[CHANGES], provider[CHANGES];
	struct values citizens, providers;
};
struct table { struct line *lines; size_t count; };
struct all { const void *owner; struct table tables[BY_BOTH]; struct crossed *both; };

static long long
number(const char *text)
{
	return text == NULL ? 0 : atoll(text);
}

static void
add_line(struct all *all, int by, const char *name, const char *title)
{
	struct table *table = &all->tables[by];

	table->lines = talloc_realloc(all->owner, table->lines, struct line, (unsigned)table->count + 1);
	table->lines[table->count++] = (struct line){ .name = talloc_strdup(all->owner, name),
	    .title = title == NULL ? NULL : talloc_strdup(all->owner, title) };
}

static void
take_name(void *user, const char *const *columns, size_t count)
{
	(void)count;
	add_line(user, atoi(columns[0]), columns[1], columns[2]);
}

static void
name_lines(struct db *db, struct all *all, const struct report_ask *ask)
{
	static const char *const kinds[] = { "kind-health", "kind-social", "kind-education", "kind-company", "kind-none" };
	static const char *const tracks[] = { "track-physical", "track-mild-mental", "track-mental-illness", "track-developmental", "track-social",
	    "track-abuse", "track-lifestyle", "track-unexplained", "track-none" };
	size_t i;

	rows_each(db, names_sql, report_args(all->owner, ask), take_name, all);
	add_line(all, BY_ENTRY, "entry-own", NULL);
	add_line(all, BY_TARGET, "group-none", NULL);
	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		add_line(all, BY_KIND, kinds[i], NULL);
	for (i = 0; i < sizeof tracks / sizeof tracks[0]; i++)
		add_line(all, BY_TRACK, tracks[i], NULL);
	all->both = talloc_zero_array(all->owner, struct crossed, (unsigned)(all->tables[BY_TARGET].count * all->tables[BY_KIND].count));
}

/* Which line it is; the last one, which is for none, where there is no such name. */
static size_t
line_of(const struct table *table, const char *name)
{
	size_t i;

	for (i = 0; i + 1 < table->count; i++)
		if (strcmp(table->lines[i].name, name) == 0)
			return i;
	return i;
}

static int
change_of(const char *name)
{
	int i;

	for (i = 0; i < MISSING && strcmp(change_names[i], name) != 0; i++)
		;
	return i;
}

static void
add_values(struct values *values, const char *const *sums)
{
	values->goals += number(sums[0]);
	values->first += number(sums[1]);
	values->last += number(sums[2]);
}

static void
add_to_both(struct all *all, const char *const *columns)
{
	struct crossed *cell = &all->both[line_of(&all->tables[BY_TARGET], columns[BY_TARGET]) * all->tables[BY_KIND].count +
	    line_of(&all->tables[BY_KIND], columns[BY_KIND])];
	int change = change_of(columns[C_CHANGED]);
	long persons = (long)number(columns[C_COUNT]);

	if (change != MISSING)
		*(change == BETTER ? &cell->better : &cell->other) += persons;
}

static void
take_change(void *user, const char *const *columns, size_t count)
{
	struct all *all = user;
	int by;

	(void)count;
	for (by = 0; by < BY_BOTH; by++) {
		struct line *line = &all->tables[by].lines[line_of(&all->tables[by], columns[by])];

		if (number(columns[C_IN + by]) != 1)
			continue;
		line->citizen[change_of(columns[C_CHANGED])] += number(columns[C_COUNT]);
		line->provider[change_of(columns[C_CHANGED + 1])] += number(columns[C_COUNT]);
		add_values(&line->citizens, &columns[C_SUMS]);
		add_values(&line->providers, &columns[C_SUMS + 3]);
	}
	if (number(columns[C_IN + BY_BOTH]) == 1)
		add_to_both(all, columns);
}

static long long
twice(const long long *changes)
{
	return changes[BETTER] + changes[SAME] + changes[WORSE];
}

static void
add_mean(xmlNode *row, const char *column, long long sum, long long goals, long long persons, long long of)
{
	if (goals == 0)
		figure_none(row, column, "nobody");
	else
		figure_decimal(row, column, (double)sum / (double)goals, 1, persons, of, NULL);
}

static void
add_line_figures(xmlNode *figures, const struct line *line)
{
	xmlNode *row = figures_row(figures, line->name, NULL, line->title);
	long long citizens = twice(line->citizen), providers = twice(line->provider), persons = citizens + line->citizen[MISSING];
	int i;

	figure_count(row, "persons", persons, "who");
	for (i = 0; i < CHANGES; i++)
		figure_count(row, change_names[i], line->citizen[i], "who");
	figure_share(row, "share", line->citizen[BETTER], citizens, NULL);
	add_mean(row, "citizen-first", line->citizens.first, line->citizens.goals, citizens, persons);
	add_mean(row, "citizen-last", line->citizens.last, line->citizens.goals, citizens, persons);
	figure_share(row, "provider-share", line->provider[BETTER], providers, NULL);
	add_mean(row, "provider-first", line->providers.first, line->providers.goals, providers, persons);
	add_mean(row, "provider-last", line->providers.last, line->providers.goals, providers, persons);
}

static void
add_table(xmlNode *report, const char *name, const struct table *table)
{
	static const char *const means[] = { "citizen-first", "citizen-last", "provider-first", "provider-last" };
	xmlNode *figures = figures_add(report, name, FEW_BY_READER);
	size_t i;

	figures_column(figures, "persons", FIGURE_COUNT);
	for (i = 0; i < CHANGES; i++)
		figures_column(figures, change_names[i], FIGURE_COUNT);
	figures_parts(figures, "persons", "better same worse missing");
	figures_column(figures, "share", FIGURE_SHARE);
	for (i = 0; i < 4; i++) {
		if (i == 2)
			figures_column(figures, "provider-share", FIGURE_SHARE);
		figures_column(figures, means[i], FIGURE_DECIMAL);
	}
	figures_counted(figures, "citizen-first citizen-last provider-first provider-last");
	figures_group(figures, "citizen", "share citizen-first citizen-last");
	figures_group(figures, "provider", "provider-share provider-first provider-last");
	figures_rows(figures, ROWS_COME);
	for (i = 0; i < table->count; i++)
		if (twice(table->lines[i].citizen) + table->lines[i].citizen[MISSING] > 0)
			add_line_figures(figures, &table->lines[i]);
}

/* Nobody sees a share of few here: what it would tell is too little for anybody. */
static void
add_both_row(xmlNode *figures, const struct line *line, const struct table *kinds, const struct crossed *cells)
{
	xmlNode *row = figures_row(figures, line->name, NULL, line->title);
	size_t i;

	for (i = 0; i < kinds->count; i++)
		if (cells[i].shown)
			figure_share(row, kinds->lines[i].name, cells[i].better, cells[i].better + cells[i].other, NULL);
		else
			figure_none(row, kinds->lines[i].name, cells[i].better + cells[i].other == 0 ? "nobody" : "few");
}

static void
add_both(xmlNode *report, const struct all *all)
{
	const struct table *targets = &all->tables[BY_TARGET], *kinds = &all->tables[BY_KIND];
	xmlNode *figures = figures_add(report, "whom", FEW_ROUND);
	size_t i;

	figures_rows(figures, ROWS_COME);
	crossing_hide(all->both, targets->count, kinds->count);
	for (i = 0; i < kinds->count; i++)
		figures_column(figures, kinds->lines[i].name, FIGURE_SHARE);
	for (i = 0; i < targets->count; i++)
		if (twice(targets->lines[i].citizen) + targets->lines[i].citizen[MISSING] > 0)
			add_both_row(figures, &targets->lines[i], kinds, &all->both[i * kinds->count]);
}

static void
add_brief(xmlNode *report, const struct table *kinds)
{
	long long better = 0, measured = 0, missing = 0;
	size_t i;

	for (i = 0; i < kinds->count; i++) {
		better += kinds->lines[i].citizen[BETTER];
		measured += twice(kinds->lines[i].citizen);
		missing += kinds->lines[i].citizen[MISSING];
	}
	figure_share(figures_brief(report, "better", FIGURE_SHARE), "value", better, measured, NULL);
	figure_share(figures_brief(report, "missing", FIGURE_SHARE), "value", missing, measured + missing, NULL);
	if (measured + missing == 0)
		figures_note(report, "nobody", NULL);
}

static void
compute(struct db *db, const void *owner, const struct report_ask *ask, xmlNode *report, struct report_progress *progress)
{
	struct all all = { .owner = owner };
	int by;

	name_lines(db, &all, ask);
	if (!report_step(progress, 1, 2))
		return;
	rows_each(db, changes_sql, report_args(owner, ask), take_change, &all);
	add_brief(report, &all.tables[BY_KIND]);
	figures_chart(report, "kinds", CHART_STACK, "better same worse missing");
	for (by = BY_KIND; by <= BY_TARGET; by++)
		add_table(report, table_names[by], &all.tables[by]);
	add_both(report, &all);
	add_table(report, table_names[BY_ENTRY], &all.tables[BY_ENTRY]);
	report_step(progress, 2, 2);
}

const struct report report_progression = { .name = "progression", .takes = REPORT_PERIOD | REPORT_DEPARTMENT | REPORT_GROUP | REPORT_BENEFIT, .months = 60,
    .queries = queries, .lists = lists, .compute = compute };
