/* What benefits cost, and how many cases a caseworker should have: known by benefit and first day, and changed where a file says another figure. */
#include "tools/rows/kinds.h"

#define BENEFIT \
	{ .name = "benefit", .kind = CELL_LINE, .required = true, .max = 40, .spelt = ROWS_SPELT("benefit", "benefit_type", "code"), .about = "the benefit's code" }
#define FROM { .name = "from", .kind = CELL_DATE, .required = true, .meant = true, .about = "the day since when it is so" }
#define SOURCE { .name = "source", .kind = CELL_LINE, .required = true, .max = 200, .about = "where the figure is from" }

#define NO_BENEFIT \
	{ "benefit", "SELECT s.line, CONCAT('there is no benefit \"', s.benefit, '\"') FROM staged s LEFT JOIN benefit_type t ON t.code = s.benefit" \
	    " WHERE t.code IS NULL ORDER BY s.line" }
#define TWINS(key) \
	{ NULL, "SELECT t.line, CONCAT('the same stands in line ', t.other) FROM (SELECT s.line, LAG(s.line) OVER (PARTITION BY " key " ORDER BY s.line) AS other" \
	    " FROM staged s) t WHERE t.other IS NOT NULL ORDER BY t.line" }

static const char *const nothing[] = { NULL };

/* What is dated for a benefit, as a line a field; what is new or other leaves a trace of what r was (NULL: it is new) and s is. */
#define DATED(benefit, from, more, source) \
	"CONCAT(" ROWS_LINE("benefit-type", benefit) ", " ROWS_LINE("valid-from", from) ", " more ", " ROWS_LINE("source", source) ")"
#define WAS(more)	"IF(r.benefit_type IS NULL, NULL, " DATED("r.benefit_type", "r.valid_from", more, "r.source") ")"
#define IS(more)	DATED("s.benefit", "s.`from`", more, "s.source")
#define TRACE(rule, key, was, is, join, same) \
	ROWS_TRACE(rule, "CONCAT_WS(' ', s.benefit, s.`from`" key ")", WAS(was), IS(is), "staged s LEFT JOIN " join " WHERE r.benefit_type IS NULL OR NOT (" same ")")

/* The row that stands for a line, if there is one; where it says another figure; and how it is changed, added and written. */
#define OF(table, more)			table " r ON r.benefit_type = s.benefit AND r.valid_from = s.`from`" more
#define CHANGED(join, same)		"SELECT COUNT(*) FROM staged s JOIN " join " WHERE NOT (" same ")"
#define CHANGE(join, set, same) \
	"UPDATE staged s JOIN " join " SET " set ", r.source = s.source, r.changed_by = " ROWS_BY " WHERE NOT (" same ")"
#define ADD(table, columns, values, join) \
	"INSERT INTO " table " (benefit_type, valid_from, " columns ", source, changed_by) SELECT s.benefit, s.`from`, " values ", s.source, " ROWS_BY \
	" FROM staged s LEFT JOIN " join " WHERE r.benefit_type IS NULL ORDER BY s.line"
#define WRITE(table, columns, key)	"SELECT benefit_type, valid_from, " columns ", source FROM " table " ORDER BY benefit_type, valid_from" key

/* Rates. */

#define RATE OF("benefit_rate", "")
#define RATE_SAME "r.monthly = s.monthly AND " ROWS_SAME("r.source", "s.source")

static const struct rows_column rate_columns[] = {
	BENEFIT, FROM,
	{ .name = "monthly", .kind = CELL_NUMBER, .required = true, .decimals = 2, .max = BOUNDS_KRONER_MAX, .about = "kroner before tax, for a whole month" },
	SOURCE, { 0 }
};
static const struct rows_check rate_checks[] = { NO_BENEFIT, TWINS("s.benefit, s.`from`"), { NULL, NULL } };
static const char *const rate_change[] = {
	TRACE("rate", "", ROWS_LINE("monthly", "r.monthly"), ROWS_LINE("monthly", "s.monthly"), RATE, RATE_SAME),
	CHANGE(RATE, "r.monthly = s.monthly", RATE_SAME), NULL
};
static const char *const rate_add[] = { ADD("benefit_rate", "monthly", "s.monthly", RATE), NULL };

const struct rows_kind rows_rates = {
	.name = "rates", .about = "known by benefit and day", .columns = rate_columns, .keys = "KEY (benefit, `from`)",
	.resolve = nothing, .checks = rate_checks,
	.changed = CHANGED(RATE, RATE_SAME), .change = rate_change, .add = rate_add,
	.notes = "SELECT CONCAT('no rate of ', p.benefit_type, IF(r.begins IS NULL, '', CONCAT(' before ', r.begins)), ': periods from ', p.begins)"
	    " FROM (SELECT benefit_type, MIN(starts_on) AS begins FROM benefit_period GROUP BY benefit_type) p"
	    " LEFT JOIN (SELECT benefit_type, MIN(valid_from) AS begins FROM benefit_rate GROUP BY benefit_type) r ON r.benefit_type = p.benefit_type"
	    " WHERE r.begins IS NULL OR r.begins > p.begins ORDER BY p.benefit_type",
	.write = WRITE("benefit_rate", "monthly", ""),
};

/* Refunds. */

#define REFUND OF("benefit_refund", " AND r.from_week = s.`from-week`")
#define REFUND_SAME "r.percent = s.percent AND " ROWS_SAME("r.source", "s.source")

static const struct rows_column refund_columns[] = {
	BENEFIT, FROM,
	{ .name = "from-week", .kind = CELL_INTEGER, .required = true, .min = 1, .max = BOUNDS_WEEKS_MAX, .about = "of the citizen's time on benefits, from 1" },
	{ .name = "percent", .kind = CELL_NUMBER, .required = true, .decimals = 2, .max = 100, .about = "what the state pays" },
	SOURCE, { 0 }
};
static const struct rows_check refund_checks[] = { NO_BENEFIT, TWINS("s.benefit, s.`from`, s.`from-week`"), { NULL, NULL } };
#define REFUND_LINES(of, week) ROWS_LINE("from-week", of ".`" week "`") ", " ROWS_LINE("percent", of ".percent")
static const char *const refund_change[] = {
	TRACE("refund", ", s.`from-week`", REFUND_LINES("r", "from_week"), REFUND_LINES("s", "from-week"), REFUND, REFUND_SAME),
	CHANGE(REFUND, "r.percent = s.percent", REFUND_SAME), NULL
};
static const char *const refund_add[] = { ADD("benefit_refund", "from_week, percent", "s.`from-week`, s.percent", REFUND), NULL };

const struct rows_kind rows_refunds = {
	.name = "refunds", .about = "known by benefit, day and week", .columns = refund_columns, .keys = "KEY (benefit, `from`)",
	.resolve = nothing, .checks = refund_checks,
	.changed = CHANGED(REFUND, REFUND_SAME), .change = refund_change, .add = refund_add,
	.write = WRITE("benefit_refund", "from_week, percent", ", from_week"),
};

/* Targets of the caseload. */

#define TARGET OF("caseload_target", "")
#define TARGET_SAME "r.least = s.least AND r.most = s.most AND r.goal <=> s.goal AND " ROWS_SAME("r.source", "s.source")

static const struct rows_column target_columns[] = {
	BENEFIT, FROM,
	{ .name = "least", .kind = CELL_INTEGER, .required = true, .max = BOUNDS_CASES_MAX, .about = "open courses of a full-time caseworker" },
	{ .name = "most", .kind = CELL_INTEGER, .required = true, .min = 1, .max = BOUNDS_CASES_MAX },
	{ .name = "goal", .kind = CELL_INTEGER, .max = BOUNDS_CASES_MAX, .keep = "UPDATE staged s JOIN " TARGET " SET s.goal = r.goal" },
	SOURCE, { 0 }
};
static const struct rows_check target_checks[] = {
	NO_BENEFIT, TWINS("s.benefit, s.`from`"),
	{ "most", "SELECT s.line, 'is less than least' FROM staged s WHERE s.most < s.least ORDER BY s.line" },
	{ "goal", "SELECT s.line, 'is not between least and most' FROM staged s WHERE s.goal < s.least OR s.goal > s.most ORDER BY s.line" },
	{ NULL, NULL }
};
#define TARGET_LINES(of) ROWS_LINE("least", of ".least") ", " ROWS_LINE("most", of ".most") ", " ROWS_LINE("goal", of ".goal")
static const char *const target_change[] = {
	TRACE("caseload", "", TARGET_LINES("r"), TARGET_LINES("s"), TARGET, TARGET_SAME),
	CHANGE(TARGET, "r.least = s.least, r.most = s.most, r.goal = s.goal", TARGET_SAME), NULL
};
static const char *const target_add[] = { ADD("caseload_target", "least, most, goal", "s.least, s.most, s.goal", TARGET), NULL };

const struct rows_kind rows_caseload_targets = {
	.name = "caseload-targets", .about = "known by benefit and day", .columns = target_columns, .keys = "KEY (benefit, `from`)",
	.resolve = nothing, .checks = target_checks,
	.changed = CHANGED(TARGET, TARGET_SAME), .change = target_change, .add = target_add,
	.write = WRITE("caseload_target", "least, most, goal", ""),
};
