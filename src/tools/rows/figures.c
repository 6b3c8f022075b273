/*
 * Figures of an account, of other places and of other studies.  Such a figure is never changed: who knows better states it on a newer day, and the newest
 * counts.  The same figure again is nothing new; another one of the same day is refused.
 */
#include "tools/rows/kinds.h"

#define SOURCE { .name = "source", .kind = CELL_LINE, .required = true, .max = 200, .about = "where the figure is from" }
#define STATED { .name = "stated-on", .kind = CELL_DATE, .required = true, .past = true, .meant = true, .about = "the day that the figure is of: the newest counts" }
#define TWINS(key) \
	{ NULL, "SELECT t.line, CONCAT('the same figure stands in line ', t.other) FROM (SELECT s.line, LAG(s.line) OVER (PARTITION BY " key " ORDER BY s.line) AS other" \
	    " FROM staged s) t WHERE t.other IS NOT NULL ORDER BY t.line" }
#define OTHER(column, stored, other) \
	{ column, "SELECT s.line, 'another figure of that day is stored: state this one on a newer day' FROM staged s JOIN " stored " WHERE " other \
	    " ORDER BY s.line" }
/* Nothing that is stored changes. */
#define UNCHANGED "SELECT 0"

static const char *const nothing[] = { NULL };

/* The account. */

#define LINE "budget_line b ON b.category = s.category AND b.year = s.year AND b.kind = s.kind AND b.stated_on = s.`stated-on`"

static const char *const budget_kinds[] = { "budget", "forecast", "actual", NULL };
static const struct rows_column budget_columns[] = {
	{ .name = "category", .kind = CELL_LINE, .required = true, .max = 120, .spelt = ROWS_SPELT("category", "budget_category", "code"),
	    .about = "its code, or another name that it goes by" },
	{ .name = "year", .kind = CELL_INTEGER, .required = true, .min = 2000, .max = 2100 },
	{ .name = "kind", .kind = CELL_CHOICE, .required = true, .choices = budget_kinds },
	{ .name = "amount", .kind = CELL_NUMBER, .required = true, .decimals = 1, .min = -BOUNDS_MILLIONS_MAX, .max = BOUNDS_MILLIONS_MAX, .about = "millions of kroner" },
	STATED, { .name = "note", .kind = CELL_LINE, .max = 400 }, SOURCE, { 0 }
};
static const char *const budget_resolve[] = {
	"UPDATE staged s LEFT JOIN budget_category c ON c.code = s.category JOIN budget_alias a ON a.alias = s.category SET s.category = a.category"
	" WHERE c.code IS NULL",
	NULL
};
static const struct rows_check budget_checks[] = {
	{ "category", "SELECT s.line, CONCAT('there is no category \"', s.category, '\", by no name') FROM staged s LEFT JOIN budget_category c ON c.code = s.category"
	    " WHERE c.code IS NULL ORDER BY s.line" },
	{ "category", "SELECT s.line, 'the whole side and its parts have figures of one year and kind: they would be counted twice' FROM staged s"
	    " JOIN budget_category m ON m.code = s.category JOIN budget_category c ON c.side = m.side AND c.whole <> m.whole"
	    " JOIN (SELECT category, year, kind FROM budget_line UNION SELECT category, year, kind FROM staged) l ON l.category = c.code AND l.year = s.year"
	    "  AND l.kind = s.kind GROUP BY s.line ORDER BY s.line" },
	TWINS("s.category, s.year, s.kind, s.`stated-on`"), OTHER("amount", LINE, "b.amount <> s.amount"), { NULL, NULL }
};
static const char *const budget_change[] = { "UPDATE staged s LEFT JOIN " LINE " SET s.fresh = b.id IS NULL", NULL };
#define BUDGET_TEXT \
	"CONCAT(" ROWS_LINE("budget-category", "b.category") ", " ROWS_LINE("year", "b.year") ", " ROWS_LINE("budget-kind", "b.kind") ", " \
	ROWS_LINE("amount", "b.amount") ", " ROWS_LINE("stated-on", "b.stated_on") ", " ROWS_LINE("note", "b.note") ", " ROWS_LINE("source", "b.source") ")"
static const char *const budget_add[] = {
	"INSERT INTO budget_line (category, year, kind, amount, stated_on, note, source, changed_by)"
	" SELECT s.category, s.year, s.kind, s.amount, s.`stated-on`, s.note, s.source, " ROWS_BY " FROM staged s LEFT JOIN " LINE " WHERE b.id IS NULL"
	" ORDER BY s.line",
	ROWS_TRACE("budget", "b.id", "NULL", BUDGET_TEXT, "staged s JOIN " LINE " WHERE s.fresh = 1"),
	NULL
};

const struct rows_kind rows_budget = {
	.name = "budget", .about = "the account of the investment; a figure is never changed, a newer day's stands for it", .columns = budget_columns,
	.keys = "KEY (category, year)", .resolve = budget_resolve, .checks = budget_checks, .changed = UNCHANGED, .change = budget_change, .add = budget_add,
	.write = "SELECT category, year, kind, amount, stated_on, note, source FROM budget_line ORDER BY category, year, kind, stated_on",
};

/* Other regions. */

#define REGION "regional_figure r ON r.region = s.region AND r.scheme = s.scheme AND r.month = s.month AND r.stated_on = s.`stated-on`"

static const struct rows_column regional_columns[] = {
	{ .name = "region", .kind = CELL_LINE, .required = true, .max = 80 },
	{ .name = "scheme", .kind = CELL_LINE, .required = true, .max = 80, .about = "what is counted" },
	{ .name = "month", .kind = CELL_MONTH, .required = true, .meant = true },
	{ .name = "persons", .kind = CELL_INTEGER, .required = true, .max = 2000000000, .about = "full-time persons" },
	STATED, SOURCE, { 0 }
};
static const struct rows_check regional_checks[] = {
	{ "stated-on", "SELECT s.line, 'is before the month' FROM staged s WHERE s.`stated-on` < s.month ORDER BY s.line" },
	TWINS("s.region, s.scheme, s.month, s.`stated-on`"), OTHER("persons", REGION, "r.persons <> s.persons"), { NULL, NULL }
};
static const char *const regional_add[] = {
	"INSERT INTO regional_figure (region, scheme, month, persons, stated_on, source, changed_by)"
	" SELECT s.region, s.scheme, s.month, s.persons, s.`stated-on`, s.source, " ROWS_BY " FROM staged s LEFT JOIN " REGION
	" WHERE r.region IS NULL ORDER BY s.line",
	NULL
};

const struct rows_kind rows_regional = {
	.name = "regional", .about = "figures of a region or the whole country; never changed, a newer day's stands for it", .columns = regional_columns,
	.keys = "KEY (region, scheme, month)", .resolve = nothing, .checks = regional_checks, .changed = UNCHANGED, .change = nothing, .add = regional_add,
	.notes = "SELECT DISTINCT CONCAT('which benefits of ours are \"', s.scheme, '\" is not said: own figures cannot stand beside it') FROM staged s"
	    " LEFT JOIN regional_scheme m ON m.scheme = s.scheme WHERE m.scheme IS NULL ORDER BY 1",
	.write = "SELECT region, scheme, month, persons, stated_on, source FROM regional_figure ORDER BY region, scheme, month, stated_on",
};

/* What evaluators found by matching. */

#define EFFECT \
	"effect_figure e ON e.study = s.study AND e.years_since = s.`years-since` AND e.population = s.population AND e.moment = s.moment" \
	" AND e.stated_on = s.`stated-on`"

static const char *const populations[] = { "treated", "control", NULL };
static const char *const moments[] = { "before", "after", NULL };
static const struct rows_column effect_columns[] = {
	{ .name = "study", .kind = CELL_LINE, .required = true, .max = 120 },
	{ .name = "years-since", .kind = CELL_INTEGER, .required = true, .max = 20, .about = "years since start" },
	{ .name = "population", .kind = CELL_CHOICE, .required = true, .choices = populations },
	{ .name = "moment", .kind = CELL_CHOICE, .required = true, .choices = moments },
	{ .name = "persons", .kind = CELL_INTEGER, .required = true, .max = 2000000000 },
	{ .name = "stable", .kind = CELL_INTEGER, .required = true, .max = 2000000000, .about = "of them in stable employment" },
	STATED, SOURCE, { 0 }
};
static const struct rows_check effect_checks[] = {
	{ "stable", "SELECT s.line, 'is more than persons' FROM staged s WHERE s.stable > s.persons ORDER BY s.line" },
	TWINS("s.study, s.`years-since`, s.population, s.moment, s.`stated-on`"),
	OTHER("persons", EFFECT, "e.persons <> s.persons OR e.stable <> s.stable"), { NULL, NULL }
};
static const char *const effect_add[] = {
	"INSERT INTO effect_figure (study, years_since, population, moment, persons, stable, stated_on, source, changed_by)"
	" SELECT s.study, s.`years-since`, s.population, s.moment, s.persons, s.stable, s.`stated-on`, s.source, " ROWS_BY
	" FROM staged s LEFT JOIN " EFFECT " WHERE e.study IS NULL ORDER BY s.line",
	NULL
};

const struct rows_kind rows_effects = {
	.name = "effects", .about = "what an evaluator found by matching; never changed, a newer day's stands for it", .columns = effect_columns,
	.keys = "KEY (study)", .resolve = nothing, .checks = effect_checks, .changed = UNCHANGED, .change = nothing, .add = effect_add,
	.write = "SELECT study, years_since, population, moment, persons, stable, stated_on, source FROM effect_figure"
	    " ORDER BY study, years_since, population, moment, stated_on",
};
