/*
 * What citizens live on.  A period is known by citizen, benefit and first day; one that was typed here and overlaps one of the same benefit becomes that one,
 * since the system of records knows when it began.  One that it told of, and that somebody changed here since, stays as it was changed: what the file says stands beside.
 */
#include "sql/day.h"
#include "tools/rows/kinds.h"

#define KEEP(cell, column) "UPDATE staged s JOIN benefit_period p ON p.id = s.own_id SET s.`" cell "` = p." column

static const struct rows_column columns[] = {
	{ .name = "cpr", .kind = CELL_CPR, .required = true },
	{ .name = "benefit", .kind = CELL_LINE, .required = true, .max = 40, .spelt = ROWS_SPELT("benefit", "benefit_type", "code"), .about = "the benefit's code" },
	{ .name = "from", .kind = CELL_DATE, .required = true, .ahead = BOUNDS_BENEFIT_AHEAD_DAYS, .about = "the first day" },
	{ .name = "to", .kind = CELL_DATE, .ahead = BOUNDS_AHEAD_DAYS, .about = "the last day; empty: it runs", .keep = KEEP("to", "ends_on") },
	{ .name = "first-absence-day", .kind = CELL_DATE, .past = true, .keep = KEEP("first-absence-day", "first_absence_day") },
	{ .name = "category", .kind = CELL_LINE, .max = 40, .about = "as the system of records has it", .keep = KEEP("category", "category") },
	{ 0 }
};

static const char *const resolve[] = {
	ROWS_WHO,
	"UPDATE staged s JOIN benefit_period p ON p.citizen_id = s.citizen_id AND p.starts_on = s.`from` AND p.benefit_type = s.benefit SET s.own_id = p.id",
	"UPDATE staged s JOIN (SELECT f.line, MIN(p.id) AS id FROM staged f JOIN benefit_period p ON p.citizen_id = f.citizen_id AND p.benefit_type = f.benefit"
	"   AND p.source = 'manual' AND p.starts_on <= COALESCE(f.`to`, '9999-12-31') AND f.`from` <= COALESCE(p.ends_on, '9999-12-31')"
	"   LEFT JOIN staged o ON o.own_id = p.id WHERE f.own_id IS NULL AND o.line IS NULL GROUP BY f.line) t ON t.line = s.line SET s.own_id = t.id",
	/* Whose one period two rows would be: the first. */
	"UPDATE staged s JOIN (SELECT own_id, MIN(line) AS line FROM staged WHERE own_id IS NOT NULL GROUP BY own_id HAVING COUNT(*) > 1) f"
	"  ON f.own_id = s.own_id AND f.line < s.line SET s.own_id = NULL",
	NULL
};

#define SAME \
	"p.starts_on = s.`from` AND p.ends_on <=> s.`to` AND p.first_absence_day <=> s.`first-absence-day` AND " ROWS_SAME("p.category", "s.category")

/*
 * The end that comes latest of the ten that begin earlier, and its line (0: it is stored): what begins before it is over overlaps it.  Where any two overlap, two
 * neighbours do; MariaDB takes the square of a longer frame's length.
 */
#define OVERLAPS \
	"SELECT a.line, a.begins, MAX(CONCAT(a.ends, LPAD(a.line, 12, '0'))) OVER (PARTITION BY a.citizen_id ORDER BY a.begins, a.benefit, a.line" \
	"  ROWS BETWEEN 10 PRECEDING AND 1 PRECEDING) AS earlier," \
	" COALESCE(LAG(CONCAT(a.begins, a.benefit)) OVER (PARTITION BY a.citizen_id ORDER BY a.begins, a.benefit, a.line) = CONCAT(a.begins, a.benefit), 0) AS twin" \
	" FROM (SELECT s.citizen_id, s.line, s.benefit, s.`from` AS begins, COALESCE(s.`to`, '9999-12-31') AS ends FROM staged s JOIN benefit_type t ON t.code = s.benefit" \
	"  WHERE t.is_main AND NOT s.kept" \
	" UNION ALL SELECT p.citizen_id, 0, p.benefit_type, p.starts_on, COALESCE(p.ends_on, '9999-12-31') FROM (SELECT DISTINCT citizen_id FROM staged) w" \
	"  JOIN benefit_period p ON p.citizen_id = w.citizen_id JOIN benefit_type t ON t.code = p.benefit_type LEFT JOIN staged o ON o.own_id = p.id AND NOT o.kept" \
	"  WHERE t.is_main AND o.line IS NULL) a"

#define TWINS \
	"SELECT w.line, w.other FROM (SELECT line, LAG(line) OVER (PARTITION BY citizen_id, benefit, `from` ORDER BY line) AS other FROM staged) w" \
	" WHERE w.other IS NOT NULL"

/* Where an import said it and somebody changed it here since; but not where the change of benefit that ended it is the system's by now, or with this file. */
static const char *const keep[] = {
	"UPDATE staged s JOIN benefit_period p ON p.id = s.own_id JOIN benefit_period FOR SYSTEM_TIME ALL v ON v.citizen_id = p.citizen_id AND v.id = p.id"
	"  AND v.row_start = (SELECT MAX(w.row_start) FROM benefit_period FOR SYSTEM_TIME ALL w WHERE w.citizen_id = p.citizen_id AND w.id = p.id"
	"   AND w.changed_by = " ROWS_BY ")"
	"  LEFT JOIN benefit_period q ON q.citizen_id = p.citizen_id AND q.ended_period = p.id AND q.starts_on = p.ends_on + INTERVAL 1 DAY"
	"  LEFT JOIN (SELECT own_id FROM staged) o ON o.own_id = q.id"
	"  SET s.kept = TRUE"
	"  WHERE p.source = 'import' AND p.changed_by <> " ROWS_BY " AND NOT (v.ends_on <=> p.ends_on AND v.first_absence_day <=> p.first_absence_day)"
	"   AND COALESCE(q.source, 'manual') <> 'import' AND o.own_id IS NULL AND COALESCE(s.`to` >= s.`from`, TRUE) AND NOT (" SAME ")",
	"DELETE i FROM benefit_imported i JOIN staged s ON s.citizen_id = i.citizen_id AND s.own_id = i.period_id WHERE NOT s.kept",
	"UPDATE benefit_imported i JOIN staged s ON s.citizen_id = i.citizen_id AND s.own_id = i.period_id SET i.ends_on = s.`to`,"
	"  i.first_absence_day = s.`first-absence-day`, i.imported_on = " DANISH_DAY("UTC_TIMESTAMP()") ", i.changed_by = " ROWS_BY
	"  WHERE s.kept AND NOT (i.ends_on <=> s.`to` AND i.first_absence_day <=> s.`first-absence-day`)",
	"INSERT INTO benefit_imported (citizen_id, period_id, ends_on, first_absence_day, imported_on, changed_by) SELECT s.citizen_id, s.own_id, s.`to`,"
	"  s.`first-absence-day`, " DANISH_DAY("UTC_TIMESTAMP()") ", " ROWS_BY " FROM staged s LEFT JOIN benefit_imported i ON i.citizen_id = s.citizen_id"
	"   AND i.period_id = s.own_id WHERE s.kept AND i.period_id IS NULL",
	NULL
};

#define DIFFERS(column, here, there) \
	"IF(" here " <=> " there ", '', CONCAT('; " column ": ', COALESCE(" here ", 'empty'), ' here, ', COALESCE(" there ", 'empty'), ' in the file'))"

static const char kept[] =
    "SELECT s.line, CONCAT('kept as it was changed here by ', p.changed_by, ' ', " DANISH_DAY("p.row_start") ", "
    DIFFERS("to", "p.ends_on", "s.`to`") ", " DIFFERS("first-absence-day", "p.first_absence_day", "s.`first-absence-day`") ", "
    DIFFERS("category", "p.category", "s.category") ") FROM staged s JOIN benefit_period p ON p.id = s.own_id WHERE s.kept ORDER BY s.line";

static const struct rows_check checks[] = {
	{ "benefit", "SELECT s.line, CONCAT('there is no benefit \"', s.benefit, '\"') FROM staged s LEFT JOIN benefit_type t ON t.code = s.benefit"
	    " WHERE t.code IS NULL ORDER BY s.line" },
	{ "from", "SELECT s.line, CONCAT('there was no benefit \"', s.benefit, '\" on that day') FROM staged s JOIN benefit_type t ON t.code = s.benefit"
	    " WHERE s.`from` < t.valid_from OR s.`from` > t.valid_to ORDER BY s.line" },
	{ "to", "SELECT s.line, 'is before from' FROM staged s WHERE s.`to` < s.`from` ORDER BY s.line" },
	{ "first-absence-day", "SELECT s.line, 'is after the last day' FROM staged s WHERE s.`first-absence-day` > s.`to` ORDER BY s.line" },
	{ "first-absence-day", "SELECT s.line, 'is before the birth' FROM staged s JOIN citizen c ON c.id = s.citizen_id"
	    " WHERE s.`first-absence-day` < c.birth_date ORDER BY s.line" },
	{ "from", "SELECT s.line, IF(s.`from` < c.birth_date, 'is before the birth', 'is after the death') FROM staged s JOIN citizen c ON c.id = s.citizen_id"
	    " WHERE s.`from` < c.birth_date OR s.`from` > c.death_date ORDER BY s.line" },
	{ NULL, "SELECT t.line, CONCAT('the same period begins in line ', t.other) FROM (" TWINS ") t ORDER BY t.line" },
	{ NULL, "SELECT IF(o.line = 0, CAST(RIGHT(o.earlier, 12) AS INT), o.line), IF(o.line = 0 OR CAST(RIGHT(o.earlier, 12) AS INT) = 0,"
	    " CONCAT('overlaps a period that is stored, ', IF(o.line = 0, CONCAT('from ', o.begins), IF(LEFT(o.earlier, 4) = '9999', 'and runs',"
	    "   CONCAT('to ', LEFT(o.earlier, 10))))),"
	    " CONCAT('overlaps line ', CAST(RIGHT(o.earlier, 12) AS INT))) FROM (" OVERLAPS ") o"
	    " WHERE NOT o.twin AND LEFT(o.earlier, 10) >= o.begins AND NOT (o.line = 0 AND CAST(RIGHT(o.earlier, 12) AS INT) = 0) ORDER BY 1" },
	{ NULL, NULL }
};

/* As the pages ask (domain/benefit.h); what stands already was meant. */
static const struct rows_check doubts[] = {
	{ "first-absence-day", "SELECT s.line, 'is more than " BOUNDS_TEXT(BOUNDS_ABSENCE_YEARS) " years before from (if it is meant, say so with --old-absence take)'"
	    " FROM staged s LEFT JOIN benefit_period p ON p.id = s.own_id WHERE s.`first-absence-day` < s.`from` - INTERVAL " BOUNDS_TEXT(BOUNDS_ABSENCE_YEARS) " YEAR"
	    " AND NOT s.`first-absence-day` <=> p.first_absence_day ORDER BY s.line" },
	{ NULL, NULL }
};

/* What a deadline can be counted from: another first day, or another first day of absence; or that there is none any more. */
static const char *const change[] = {
	"UPDATE staged s LEFT JOIN benefit_period p ON p.id = s.own_id SET s.fresh = (p.id IS NULL OR p.starts_on <> s.`from`)"
	" + 2 * (s.`first-absence-day` IS NOT NULL AND NOT p.first_absence_day <=> s.`first-absence-day`),"
	" s.gone = IF(s.`first-absence-day` IS NULL, p.first_absence_day, NULL) WHERE NOT s.kept",
	"UPDATE benefit_period p JOIN staged s ON s.own_id = p.id SET p.starts_on = s.`from`, p.ends_on = s.`to`,"
	" p.first_absence_day = s.`first-absence-day`, p.category = s.category, p.source = 'import', p.changed_by = " ROWS_BY " WHERE NOT s.kept AND NOT (" SAME ")",
	NULL
};

static const char *const add[] = {
	"INSERT INTO benefit_period (citizen_id, benefit_type, category, starts_on, ends_on, first_absence_day, source, changed_by)"
	" SELECT s.citizen_id, s.benefit, s.category, s.`from`, s.`to`, s.`first-absence-day`, 'import', " ROWS_BY " FROM staged s WHERE s.own_id IS NULL"
	" ORDER BY s.citizen_id, s.`from`",
	NULL
};

/* Of each open course of the citizen what is the newest that is known of him, as far as the file told it; what was over before the course is none of its own. */
#define NEWEST(of) "NOT EXISTS (SELECT 1 FROM benefit_period n WHERE n.citizen_id = s.citizen_id AND n.starts_on > s.`from`" of ")"
#define NOT_OVER "(s.`to` IS NULL OR s.`to` >= c.opened_on)"
static const char follow[] =
    "SELECT c.id, MAX(IF(s.fresh IN (1, 3) AND " NOT_OVER " AND " NEWEST("") ", s.`from`, NULL)),"
    "  MAX(IF(s.fresh >= 2 AND " NOT_OVER " AND " NEWEST(" AND n.first_absence_day IS NOT NULL") ", s.`first-absence-day`, NULL)), GROUP_CONCAT(DISTINCT s.gone SEPARATOR ' ')"
    " FROM (SELECT id, citizen_id, opened_on FROM course WHERE id > ? AND state NOT IN ('closed', 'closed-low') ORDER BY id LIMIT ?) c"
    " LEFT JOIN staged s ON s.citizen_id = c.citizen_id AND (s.fresh > 0 OR s.gone IS NOT NULL)"
    " GROUP BY c.id ORDER BY c.id";

const struct rows_kind rows_benefit_periods = {
	.name = "benefit-periods", .about = "known by citizen, benefit and first day; main benefits of one citizen never overlap",
	.columns = columns, .keys = "gone DATE, KEY (cpr), KEY (citizen_id, `from`), KEY (own_id)", .citizens = true, .persons = "SELECT DISTINCT citizen_id FROM benefit_period",
	.lock = "SELECT COUNT(*) FROM staged s JOIN citizen_cpr c ON c.cpr = s.cpr JOIN benefit_period p FORCE INDEX (benefit_period_of) ON p.citizen_id = c.citizen_id"
	    " LOCK IN SHARE MODE",
	.resolve = resolve, .keep = keep, .kept = kept, .checks = checks, .doubts = doubts,
	.changed = "SELECT COUNT(*) FROM staged s JOIN benefit_period p ON p.id = s.own_id WHERE NOT s.kept AND NOT (" SAME ")", .change = change, .add = add, .follow = follow,
	.notes = "SELECT CONCAT('no rate of ', f.benefit, IF(r.begins IS NULL, '', CONCAT(' before ', r.begins)), ': periods from ', f.begins)"
	    " FROM (SELECT benefit, MIN(`from`) AS begins FROM staged GROUP BY benefit) f"
	    " LEFT JOIN (SELECT benefit_type, MIN(valid_from) AS begins FROM benefit_rate GROUP BY benefit_type) r ON r.benefit_type = f.benefit"
	    " WHERE r.begins IS NULL OR r.begins > f.begins ORDER BY f.benefit",
	.write = "SELECT c.cpr, p.benefit_type, p.starts_on, p.ends_on, p.first_absence_day, p.category FROM benefit_period p"
	    " JOIN citizen_cpr c ON c.citizen_id = p.citizen_id ORDER BY p.citizen_id, p.starts_on, p.id",
};
