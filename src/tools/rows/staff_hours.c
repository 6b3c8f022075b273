/* Whose hours: known by person, department, benefit and first day. */
#include "tools/rows/kinds.h"

static const struct rows_column columns[] = {
	{ .name = "uid", .kind = CELL_LINE, .required = true, .max = 64, .about = "the name to sign in with" },
	{ .name = "department", .kind = CELL_LINE, .required = true, .max = 40, .spelt = ROWS_SPELT("department", "department", "id"), .about = "the department's code" },
	{ .name = "fte", .kind = CELL_NUMBER, .required = true, .decimals = 2, .max = 2, .about = "1 is full time" },
	{ .name = "from", .kind = CELL_DATE, .required = true, .meant = true },
	{ .name = "to", .kind = CELL_DATE, .meant = true, .about = "the last day", .keep = "UPDATE staged s JOIN staff_hours h ON h.id = s.own_id SET s.`to` = h.to_on" },
	{ .name = "benefit", .kind = CELL_LINE, .max = 40, .spelt = ROWS_SPELT("benefit", "benefit_type", "code"), .about = "the cases that they are for; empty: any" },
	{ 0 }
};

static const char *const resolve[] = {
	"UPDATE staged s JOIN staff_hours h ON h.uid = s.uid AND h.department_id = s.department AND h.from_on = s.`from` AND h.benefit_type <=> s.benefit"
	" SET s.own_id = h.id",
	NULL
};

#define OVERLAPS \
	"SELECT a.line, a.begins, MAX(CONCAT(a.ends, LPAD(a.line, 12, '0'))) OVER (PARTITION BY a.uid, a.department, a.benefit ORDER BY a.begins, a.line" \
	"  ROWS BETWEEN 10 PRECEDING AND 1 PRECEDING) AS earlier FROM (" \
	" SELECT s.uid, s.department, COALESCE(s.benefit, '') AS benefit, s.line, s.`from` AS begins, COALESCE(s.`to`, '9999-12-31') AS ends FROM staged s" \
	" UNION ALL SELECT h.uid, h.department_id, COALESCE(h.benefit_type, ''), 0, h.from_on, COALESCE(h.to_on, '9999-12-31') FROM staff_hours h" \
	"  LEFT JOIN staged o ON o.own_id = h.id WHERE o.line IS NULL) a"

static const struct rows_check checks[] = {
	{ "uid", "SELECT s.line, CONCAT('nobody signs in as \"', s.uid, '\"') FROM staged s LEFT JOIN staff f ON f.uid = s.uid WHERE f.uid IS NULL ORDER BY s.line" },
	{ "department", "SELECT s.line, CONCAT('there is no department \"', s.department, '\"') FROM staged s LEFT JOIN department d ON d.id = s.department"
	    " WHERE d.id IS NULL ORDER BY s.line" },
	{ "benefit", "SELECT s.line, CONCAT('there is no benefit \"', s.benefit, '\"') FROM staged s LEFT JOIN benefit_type t ON t.code = s.benefit"
	    " WHERE s.benefit IS NOT NULL AND t.code IS NULL ORDER BY s.line" },
	{ "to", "SELECT s.line, 'is before from' FROM staged s WHERE s.`to` < s.`from` ORDER BY s.line" },
	{ NULL, "SELECT DISTINCT IF(o.line = 0, CAST(RIGHT(o.earlier, 12) AS INT), o.line), IF(o.line = 0 OR CAST(RIGHT(o.earlier, 12) AS INT) = 0,"
	    " 'overlaps hours that are stored', CONCAT('overlaps line ', CAST(RIGHT(o.earlier, 12) AS INT))) FROM (" OVERLAPS ") o"
	    " WHERE LEFT(o.earlier, 10) >= o.begins AND NOT (o.line = 0 AND CAST(RIGHT(o.earlier, 12) AS INT) = 0) ORDER BY 1" },
	{ NULL, NULL }
};

/* As a line a field; end: the last day. */
#define HOURS_TEXT(fte, end) \
	"CONCAT(" ROWS_LINE("uid", "h.uid") ", " ROWS_LINE("department", "h.department_id") ", " ROWS_LINE("benefit-type", "h.benefit_type") ", " \
	ROWS_LINE("fte", fte) ", " ROWS_LINE("valid-from", "h.from_on") ", " ROWS_LINE("valid-to", end) ")"

static const char *const change[] = {
	ROWS_TRACE("hours", "h.id", HOURS_TEXT("h.fte", "h.to_on"), HOURS_TEXT("s.fte", "s.`to`"),
	    "staged s JOIN staff_hours h ON h.id = s.own_id WHERE NOT (h.fte = s.fte AND h.to_on <=> s.`to`)"),
	"UPDATE staff_hours h JOIN staged s ON s.own_id = h.id SET h.fte = s.fte, h.to_on = s.`to`, h.source = 'import', h.changed_by = " ROWS_BY
	" WHERE NOT (h.fte = s.fte AND h.to_on <=> s.`to`)",
	NULL
};

static const char *const add[] = {
	"INSERT INTO staff_hours (uid, department_id, benefit_type, fte, from_on, to_on, source, changed_by)"
	" SELECT s.uid, s.department, s.benefit, s.fte, s.`from`, s.`to`, 'import', " ROWS_BY " FROM staged s WHERE s.own_id IS NULL ORDER BY s.line",
	ROWS_TRACE("hours", "h.id", "NULL", HOURS_TEXT("h.fte", "h.to_on"), "staged s JOIN staff_hours h ON h.uid = s.uid AND h.department_id = s.department"
	    " AND h.from_on = s.`from` AND h.benefit_type <=> s.benefit WHERE s.own_id IS NULL"),
	NULL
};

const struct rows_kind rows_staff_hours = {
	.name = "staff-hours", .about = "known by person, department, benefit and first day", .columns = columns, .keys = "KEY (uid), KEY (own_id)",
	.resolve = resolve, .checks = checks,
	.changed = "SELECT COUNT(*) FROM staged s JOIN staff_hours h ON h.id = s.own_id WHERE NOT (h.fte = s.fte AND h.to_on <=> s.`to`)",
	.change = change, .add = add,
	.write = "SELECT uid, department_id, fte, from_on, to_on, benefit_type FROM staff_hours ORDER BY uid, department_id, from_on, id",
};
