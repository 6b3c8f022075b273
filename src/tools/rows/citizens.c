/* Who they are: a citizen is known by the CPR number; a replacement number becomes the real one where the file says which it replaces. */
#include "tools/rows/kinds.h"

/* As on the page of a citizen. */
static const char *const languages[] = { "da", "en", "ar", "de", "fa", "pl", "ro", "so", "ti", "tr", "uk", "other", NULL };

#define KEEP(cell, column) "UPDATE staged s JOIN citizen c ON c.id = s.citizen_id SET s.`" cell "` = c." column

static const struct rows_column columns[] = {
	{ .name = "cpr", .kind = CELL_CPR, .required = true },
	{ .name = "name", .kind = CELL_LINE, .required = true, .max = 200 },
	{ .name = "department", .kind = CELL_LINE, .required = true, .max = 40, .spelt = ROWS_SPELT("department", "department", "id"), .about = "the department's code" },
	{ .name = "replaces", .kind = CELL_CPR, .about = "the replacement number that the citizen had until now" },
	{ .name = "birth-date", .kind = CELL_BORN, .about = "only where a replacement number does not tell it" },
	{ .name = "phone", .kind = CELL_PHONE, .keep = KEEP("phone", "phone") },
	{ .name = "email", .kind = CELL_EMAIL, .max = 200, .keep = KEEP("email", "email") },
	{ .name = "language", .kind = CELL_CHOICE, .choices = languages, .keep = KEEP("language", "language") },
	{ .name = "interpreter", .kind = CELL_YES, .keep = KEEP("interpreter", "interpreter_needed") },
	{ .name = "protected-from", .kind = CELL_DATE, .keep = KEEP("protected-from", "protection_from"), .about = "name and address protection" },
	{ .name = "protected-to", .kind = CELL_DATE, .keep = KEEP("protected-to", "protection_to") },
	{ .name = "died", .kind = CELL_DATE, .past = true, .keep = KEEP("died", "death_date") },
	{ 0 }
};

static const char *const resolve[] = {
	"UPDATE staged s JOIN citizen_cpr p ON p.cpr = s.cpr SET s.citizen_id = p.citizen_id",
	"UPDATE staged s JOIN citizen_cpr p ON p.cpr = s.replaces SET s.own_id = p.citizen_id",
	"UPDATE staged s SET s.citizen_id = s.own_id WHERE s.citizen_id IS NULL",
	NULL
};

static const struct rows_check checks[] = {
	{ "cpr", "SELECT s.line, CONCAT('the same number stands in line ', f.line) FROM staged s JOIN (SELECT cpr, MIN(line) AS line FROM staged"
	    " GROUP BY cpr HAVING COUNT(*) > 1) f ON f.cpr = s.cpr WHERE s.line > f.line ORDER BY s.line" },
	{ "cpr", "SELECT s.line, 'this number was replaced: the citizen has another one now' FROM staged s JOIN " ROWS_REPLACED " p ON p.cpr = s.cpr"
	    " WHERE s.citizen_id IS NULL ORDER BY s.line" },
	{ "replaces", "SELECT s.line, 'is no replacement number: a CPR number is nobody else''s' FROM staged s WHERE s.replaces < '6' ORDER BY s.line" },
	{ "replaces", "SELECT s.line, 'both numbers are known already, of two citizens' FROM staged s WHERE s.own_id <> s.citizen_id ORDER BY s.line" },
	{ "replaces", "SELECT s.line, CONCAT('the same citizen stands in line ', f.line) FROM staged s JOIN (SELECT citizen_id, MIN(line) AS line FROM staged"
	    " WHERE citizen_id IS NOT NULL GROUP BY citizen_id HAVING COUNT(*) > 1) f ON f.citizen_id = s.citizen_id WHERE s.line > f.line ORDER BY s.line" },
	{ "department", "SELECT s.line, CONCAT('there is no department \"', s.department, '\"') FROM staged s LEFT JOIN department d ON d.id = s.department"
	    " WHERE d.id IS NULL ORDER BY s.line" },
	{ "died", "SELECT s.line, 'is before the birth' FROM staged s WHERE s.died < s.`birth-date` ORDER BY s.line" },
	{ "protected-to", "SELECT s.line, 'is before protected-from' FROM staged s WHERE s.`protected-to` < s.`protected-from` ORDER BY s.line" },
	{ NULL, NULL }
};

/* What stands in c as the file has it. */
#define SAME \
	ROWS_SAME("c.name", "s.name") " AND c.birth_date = s.`birth-date` AND c.department_id = s.department AND " ROWS_SAME("c.phone", "s.phone") \
	" AND " ROWS_SAME("c.email", "s.email") " AND c.language = COALESCE(s.language, 'da') AND c.interpreter_needed = COALESCE(s.interpreter, 0)" \
	" AND c.protection_from <=> s.`protected-from` AND c.protection_to <=> s.`protected-to` AND c.death_date <=> s.died"

static const char *const change[] = {
	"UPDATE citizen c JOIN staged s ON s.citizen_id = c.id SET c.name = s.name, c.birth_date = s.`birth-date`, c.department_id = s.department,"
	" c.phone = s.phone, c.email = s.email, c.language = COALESCE(s.language, 'da'), c.interpreter_needed = COALESCE(s.interpreter, 0),"
	" c.protection_from = s.`protected-from`, c.protection_to = s.`protected-to`, c.death_date = s.died, c.changed_by = " ROWS_BY ","
	" c.revision = c.revision + 1 WHERE NOT (" SAME ")",
	"UPDATE citizen_cpr p JOIN staged s ON s.citizen_id = p.citizen_id SET p.cpr = s.cpr, p.kind = IF(s.cpr >= '6', 'replacement', 'cpr'),"
	" p.changed_by = " ROWS_BY " WHERE p.cpr <> s.cpr",
	NULL
};

static const char *const add[] = {
	"INSERT INTO citizen_cpr (citizen_id, cpr, kind, changed_by)"
	" SELECT s.citizen_id, s.cpr, IF(s.cpr >= '6', 'replacement', 'cpr'), " ROWS_BY " FROM staged s WHERE s.fresh = 1 ORDER BY s.line",
	NULL
};

const struct rows_kind rows_citizens = {
	.name = "citizens", .about = "known by the CPR number", .columns = columns, .keys = "KEY (cpr), KEY (replaces), KEY (citizen_id)",
	.persons = "SELECT DISTINCT citizen_id FROM citizen_cpr", .resolve = resolve, .checks = checks,
	.changed = "SELECT COUNT(*) FROM staged s JOIN citizen c ON c.id = s.citizen_id JOIN citizen_cpr p ON p.citizen_id = c.id"
	    " WHERE NOT (" SAME ") OR p.cpr <> s.cpr",
	.change = change,
	.number = {
		"INSERT INTO citizen (name, birth_date, phone, email, language, interpreter_needed, protection_from, protection_to, death_date, department_id,"
		" changed_by) SELECT s.name, s.`birth-date`, s.phone, s.email, COALESCE(s.language, 'da'), COALESCE(s.interpreter, 0), s.`protected-from`,"
		" s.`protected-to`, s.died, s.department, " ROWS_BY " FROM staged s WHERE s.citizen_id IS NULL ORDER BY s.line",
		"UPDATE staged s JOIN (SELECT line, ROW_NUMBER() OVER (ORDER BY line) - 1 AS n FROM staged WHERE citizen_id IS NULL) r ON r.line = s.line"
		" SET s.citizen_id = ? + r.n * @@auto_increment_increment, s.fresh = 1",
		"SELECT COUNT(*) FROM staged s JOIN citizen c ON c.id = s.citizen_id WHERE s.fresh = 1 AND " ROWS_SAME("c.name", "s.name")
		" AND c.birth_date = s.`birth-date`",
	},
	.add = add,
	.write = "SELECT p.cpr, c.name, c.department_id, NULL, c.birth_date, c.phone, c.email, c.language, IF(c.interpreter_needed, 'yes', 'no'),"
	    " c.protection_from, c.protection_to, c.death_date FROM citizen c JOIN citizen_cpr p ON p.citizen_id = c.id ORDER BY c.id",
};
