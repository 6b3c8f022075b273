/* What became of citizens, month by month. */
#include "tools/rows/kinds.h"

static const char *const kinds[] = { "job", "education", "flexjob", "wage-subsidy", "benefit", "pension", "moved", "dead", NULL };

#define OWN "JOIN outcome o ON o.id = s.own_id"

static const struct rows_column columns[] = {
	{ .name = "cpr", .kind = CELL_CPR, .required = true },
	{ .name = "month", .kind = CELL_MONTH, .required = true },
	{ .name = "kind", .kind = CELL_CHOICE, .required = true, .choices = kinds },
	{ .name = "hours", .kind = CELL_NUMBER, .decimals = 1, .max = 168, .about = "of work a week",
	    .keep = "UPDATE staged s " OWN " SET s.hours = o.hours_week" },
	{ .name = "source", .kind = CELL_LINE, .max = 80, .about = "the system that says so; empty: import",
	    .keep = "UPDATE staged s " OWN " SET s.source = o.source" },
	{ 0 }
};

static const char *const resolve[] = {
	ROWS_WHO,
	"UPDATE staged s JOIN outcome o ON o.citizen_id = s.citizen_id AND o.month = s.month AND o.kind = s.kind SET s.own_id = o.id",
	NULL
};

static const struct rows_check checks[] = {
	{ NULL, "SELECT s.line, CONCAT('the same month and kind stand in line ', f.line) FROM staged s JOIN (SELECT citizen_id, month, kind, MIN(line) AS line"
	    " FROM staged GROUP BY citizen_id, month, kind HAVING COUNT(*) > 1) f ON f.citizen_id = s.citizen_id AND f.month = s.month AND f.kind = s.kind"
	    " WHERE s.line > f.line ORDER BY s.line" },
	{ "month", "SELECT s.line, IF(LAST_DAY(s.month) < c.birth_date, 'is before the birth', 'is after the death') FROM staged s"
	    " JOIN citizen c ON c.id = s.citizen_id WHERE LAST_DAY(s.month) < c.birth_date OR (s.month > c.death_date AND s.kind <> 'dead') ORDER BY s.line" },
	{ "month", "SELECT s.line, CONCAT('is after the month of death, ', LEFT(MIN(d.month), 7)) FROM staged s"
	    " JOIN (SELECT citizen_id, month FROM staged WHERE kind = 'dead' UNION ALL SELECT o.citizen_id, o.month FROM (SELECT DISTINCT citizen_id FROM staged) w"
	    "  JOIN outcome o ON o.citizen_id = w.citizen_id AND o.kind = 'dead') d ON d.citizen_id = s.citizen_id AND d.month < s.month"
	    " WHERE s.kind <> 'dead' GROUP BY s.line ORDER BY s.line" },
	{ NULL, NULL }
};

#define SAME "o.hours_week <=> s.hours AND " ROWS_SAME("o.source", "COALESCE(s.source, 'import')")

static const char *const change[] = {
	"UPDATE outcome o JOIN staged s ON s.own_id = o.id SET o.hours_week = s.hours, o.source = COALESCE(s.source, 'import'), o.changed_by = " ROWS_BY
	" WHERE NOT (" SAME ")",
	NULL
};

static const char *const add[] = {
	"INSERT INTO outcome (citizen_id, month, kind, hours_week, source, changed_by) SELECT s.citizen_id, s.month, s.kind, s.hours,"
	" COALESCE(s.source, 'import'), " ROWS_BY " FROM staged s WHERE s.own_id IS NULL ORDER BY s.citizen_id, s.month",
	NULL
};

const struct rows_kind rows_outcomes = {
	.name = "outcomes", .about = "known by citizen, month and kind", .columns = columns, .keys = "KEY (cpr), KEY (citizen_id, month), KEY (own_id)",
	.citizens = true, .persons = "SELECT DISTINCT citizen_id FROM outcome", .resolve = resolve, .checks = checks,
	.changed = "SELECT COUNT(*) FROM staged s " OWN " WHERE NOT (" SAME ")", .change = change, .add = add,
	.write = "SELECT c.cpr, o.month, o.kind, o.hours_week, o.source FROM outcome o JOIN citizen_cpr c ON c.citizen_id = o.citizen_id"
	    " ORDER BY o.citizen_id, o.month, o.kind",
};
