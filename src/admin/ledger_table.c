#include <stddef.h>
#include <string.h>
#include <talloc.h>

#include "admin/ledger.h"
#include "base/date.h"
#include "domain/choice.h"
#include "domain/citizen.h"
#include "rule/bounds.h"
#include "rule/economy.h"
#include "sql/rows.h"

static void category_choices(struct request *rq, xmlNode *field);
static void staff_choices(struct request *rq, xmlNode *field);
static const char *check_amount(struct request *rq, const char **value);
static const char *check_category(struct request *rq, const char **value);
static const char *check_code(struct request *rq, const char **value);
static const char *check_first(struct request *rq, const char **value);
static const char *check_last(struct request *rq, const char **value);
static void check_period(struct request *rq);
static void check_target(struct request *rq);
static const char *check_stated(struct request *rq, const char **value);
static const char *check_hundredths(struct request *rq, const char **value);
static const char *check_tenths(struct request *rq, const char **value);
static const char *check_alias(struct request *rq, const char **value);
static void check_whole(struct request *rq);

static const char *const kinds[] = { "budget", "forecast", "actual", NULL }, *const sides[] = { "investment", "saving", NULL };

#define SOURCE	{ .name = "source", .type = FIELD_LINE, .required = REQUIRED, .check = citizen_check_no_cpr }
#define BENEFIT	{ .name = "benefit-type", .type = FIELD_CHOICE, .required = REQUIRED, .source = choices_benefits }
#define ANY_BENEFIT { .name = "benefit-type", .type = FIELD_CHOICE, .source = choices_benefits }
#define FROM	{ .name = "valid-from", .type = FIELD_DATE, .required = REQUIRED, .check = ledger_check_day }

static const struct field budget_fields[] = {
	{ .name = "budget-category", .type = FIELD_CHOICE, .required = REQUIRED, .source = category_choices },
	{ .name = "year",         .type = FIELD_INTEGER, .required = REQUIRED, .min = 2000, .max = 2100 },
	{ .name = "budget-kind",  .type = FIELD_CHOICE, .required = REQUIRED, .choices = kinds },
	{ .name = "amount",       .type = FIELD_LINE, .required = REQUIRED, .max = 20, .check = check_amount },
	{ .name = "stated-on",    .type = FIELD_DATE, .required = REQUIRED, .check = check_stated },
	{ .name = "note",         .type = FIELD_LINE, .max = 400, .check = citizen_check_no_cpr },
	SOURCE, { 0 }
};
static const struct field category_fields[] = {
	{ .name = "code",    .type = FIELD_LINE, .required = REQUIRED, .max = 40, .check = check_code },
	{ .name = "title",   .type = FIELD_LINE, .required = REQUIRED, .max = 120, .check = check_category },
	{ .name = "side",    .type = FIELD_CHOICE, .required = REQUIRED, .choices = sides },
	{ .name = "ordinal", .type = FIELD_INTEGER, .required = REQUIRED, .min = 1, .max = 9999 },
	{ .name = "whole",   .type = FIELD_CHECK },
	{ 0 }
};
static const struct field alias_fields[] = {
	{ .name = "alias",           .type = FIELD_LINE, .required = REQUIRED, .max = 120, .check = check_alias },
	{ .name = "budget-category", .type = FIELD_CHOICE, .required = REQUIRED, .source = category_choices },
	{ 0 }
};
static const struct field rate_fields[] = {
	BENEFIT, FROM, { .name = "monthly", .type = FIELD_DECIMAL, .required = REQUIRED, .max = BOUNDS_KRONER_MAX, .check = check_hundredths }, SOURCE, { 0 }
};
static const struct field refund_fields[] = {
	BENEFIT, FROM,
	{ .name = "from-week", .type = FIELD_INTEGER, .required = REQUIRED, .min = 1, .max = BOUNDS_WEEKS_MAX },
	{ .name = "percent",   .type = FIELD_DECIMAL, .required = REQUIRED, .max = 100, .check = check_hundredths },
	SOURCE, { 0 }
};
static const struct field caseload_fields[] = {
	BENEFIT, FROM,
	{ .name = "least", .type = FIELD_INTEGER, .required = REQUIRED, .max = BOUNDS_CASES_MAX },
	{ .name = "most",  .type = FIELD_INTEGER, .required = REQUIRED, .min = 1, .max = BOUNDS_CASES_MAX },
	{ .name = "goal",  .type = FIELD_INTEGER, .max = BOUNDS_CASES_MAX },
	SOURCE, { 0 }
};
static const struct field hours_fields[] = {
	{ .name = "uid",        .type = FIELD_CHOICE, .required = REQUIRED, .source = staff_choices },
	{ .name = "department", .type = FIELD_CHOICE, .required = REQUIRED, .source = choices_departments },
	ANY_BENEFIT,
	{ .name = "fte",        .type = FIELD_DECIMAL, .required = REQUIRED, .max = 2, .check = check_hundredths },
	{ .name = "valid-from", .type = FIELD_DATE, .required = REQUIRED, .check = ledger_check_day },
	{ .name = "valid-to",   .type = FIELD_DATE, .check = ledger_check_day },
	{ 0 }
};
static const struct field baseline_fields[] = {
	{ .name = "title",      .type = FIELD_LINE, .required = REQUIRED, .max = 120, .check = citizen_check_no_cpr },
	{ .name = "valid-from", .type = FIELD_DATE, .required = REQUIRED, .check = check_first },
	{ .name = "valid-to",   .type = FIELD_DATE, .required = REQUIRED, .check = check_last },
	ANY_BENEFIT,
	{ .name = "mean-days",  .type = FIELD_DECIMAL, .max = 10000, .check = check_tenths },
	SOURCE, { 0 }
};

static const struct form budget_form = { .name = "ledger-budget", .fields = budget_fields };
static const struct form category_form = { .name = "ledger-category", .fields = category_fields };
static const struct form alias_form = { .name = "ledger-alias", .fields = alias_fields };
static const struct form rate_form = { .name = "ledger-rate", .fields = rate_fields };
static const struct form refund_form = { .name = "ledger-refund", .fields = refund_fields };
static const struct form caseload_form = { .name = "ledger-caseload", .fields = caseload_fields };
static const struct form hours_form = { .name = "ledger-hours", .fields = hours_fields };
static const struct form baseline_form = { .name = "ledger-baseline", .fields = baseline_fields };

/* f: the day that it is, and the key that is asked for. */
#define ASKED(key)	" JOIN (SELECT CAST(? AS DATE) AS day, ? AS wanted) f ON (f.wanted IS NULL OR " key " = f.wanted)"
/* Of those of the same (what follows) the newest that has begun is in force. */
#define DATED(table, from, same) \
	"CASE WHEN r." from " > f.day THEN 'coming' WHEN EXISTS (SELECT 1 FROM " table " n WHERE " same " AND n." from " > r." from " AND n." from " <= f.day)" \
	" THEN 'replaced' ELSE 'in-force' END"
#define RATE_KEY(more)	"CONCAT_WS(' ', r.benefit_type, r.valid_from" more ")"
/* Of those of the same that are older than the one of the key the newest. */
#define BEFORE(older, table, from, same, key) \
	"SELECT " older " FROM " table " r JOIN " table " o ON " same " AND o." from " < r." from " WHERE " key " = ? ORDER BY o." from " DESC LIMIT 1"
#define OLDER_KEY	"CONCAT_WS(' ', o.benefit_type, o.valid_from)"
#define OF_BENEFIT	" JOIN benefit_type b ON b.code = r.benefit_type"
#define PERIOD_STATE(from, to)	"CASE WHEN r." from " > f.day THEN 'coming' WHEN r." to " < f.day THEN 'ended' ELSE 'in-force' END"

const struct ledger ledgers[] = {
	{
		.rule = { .name = "budget", .form = &budget_form }, .same_at = "stated-on", .check = check_whole,
		.list = "SELECT r.id, " DATED("budget_line", "stated_on", "n.category = r.category AND n.year = r.year AND n.kind = r.kind") ","
		    " c.title, r.year, r.kind, r.amount, r.stated_on, r.note, r.source FROM budget_line r JOIN budget_category c ON c.code = r.category"
		    ASKED("r.id") " ORDER BY r.year DESC, c.side, c.ordinal, c.code, r.kind, r.stated_on DESC",
		.find = "SELECT category, year, kind, amount, stated_on, note, source FROM budget_line WHERE id = ?",
		.insert = "INSERT INTO budget_line (category, year, kind, amount, stated_on, note, source, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
		.remove = "DELETE FROM budget_line WHERE id = ?",
		.before = BEFORE("o.id", "budget_line", "stated_on", "o.category = r.category AND o.year = r.year AND o.kind = r.kind", "r.id"),
	}, {
		.rule = { .name = "budget-category", .form = &category_form }, .keys = 1, .same_at = "code",
		.list = "SELECT r.code, 'in-force', r.code, r.title, r.side, r.ordinal, IF(r.whole, 'yes', NULL) FROM budget_category r" ASKED("r.code") " ORDER BY r.side, r.ordinal, r.code",
		.find = "SELECT code, title, side, ordinal, IF(whole, 'yes', NULL) FROM budget_category WHERE code = ?",
		.insert = "INSERT INTO budget_category (code, title, side, ordinal, whole, changed_by) VALUES (?, ?, ?, ?, ? IS NOT NULL, ?)",
		.remove = "DELETE FROM budget_category WHERE code = ?",
		.used = "SELECT COUNT(*) FROM (SELECT category FROM budget_line UNION ALL SELECT category FROM budget_alias) u WHERE u.category = ?",
	}, {
		.rule = { .name = "budget-alias", .form = &alias_form }, .keys = 1, .same_at = "alias",
		.list = "SELECT r.alias, 'in-force', r.alias, c.title FROM budget_alias r JOIN budget_category c ON c.code = r.category" ASKED("r.alias")
		    " ORDER BY c.side, c.ordinal, r.alias",
		.find = "SELECT alias, category FROM budget_alias WHERE alias = ?",
		.insert = "INSERT INTO budget_alias (alias, category, changed_by) VALUES (?, ?, ?)",
		.remove = "DELETE FROM budget_alias WHERE alias = ?",
	}, {
		.rule = { .name = "rate", .form = &rate_form }, .keys = 2, .same_at = "valid-from",
		.list = "SELECT " RATE_KEY("") ", " DATED("benefit_rate", "valid_from", "n.benefit_type = r.benefit_type") ", b.title, r.valid_from, r.monthly, r.source"
		    " FROM benefit_rate r" OF_BENEFIT ASKED(RATE_KEY("")) " ORDER BY b.title, b.code, r.valid_from DESC",
		.find = "SELECT benefit_type, valid_from, monthly, source FROM benefit_rate r WHERE " RATE_KEY("") " = ?",
		.insert = "INSERT INTO benefit_rate (benefit_type, valid_from, monthly, source, changed_by) VALUES (?, ?, ?, ?, ?)",
		.remove = "DELETE r FROM benefit_rate r WHERE " RATE_KEY("") " = ?",
		.before = BEFORE(OLDER_KEY, "benefit_rate", "valid_from", "o.benefit_type = r.benefit_type", RATE_KEY("")),
	}, {
		.rule = { .name = "refund", .form = &refund_form }, .keys = 3, .same_at = "from-week",
		.list = "SELECT " RATE_KEY(", r.from_week") ", " DATED("benefit_refund", "valid_from", "n.benefit_type = r.benefit_type") ", b.title, r.valid_from, r.from_week,"
		    " r.percent, r.source FROM benefit_refund r" OF_BENEFIT ASKED(RATE_KEY(", r.from_week")) " ORDER BY b.title, b.code, r.valid_from DESC, r.from_week",
		.find = "SELECT benefit_type, valid_from, from_week, percent, source FROM benefit_refund r WHERE " RATE_KEY(", r.from_week") " = ?",
		.insert = "INSERT INTO benefit_refund (benefit_type, valid_from, from_week, percent, source, changed_by) VALUES (?, ?, ?, ?, ?, ?)",
		.remove = "DELETE r FROM benefit_refund r WHERE " RATE_KEY(", r.from_week") " = ?",
	}, {
		.rule = { .name = "caseload", .form = &caseload_form }, .keys = 2, .same_at = "valid-from", .check = check_target,
		.list = "SELECT " RATE_KEY("") ", " DATED("caseload_target", "valid_from", "n.benefit_type = r.benefit_type") ", b.title, r.valid_from, r.least, r.most, r.goal,"
		    " r.source FROM caseload_target r" OF_BENEFIT ASKED(RATE_KEY("")) " ORDER BY b.title, b.code, r.valid_from DESC",
		.find = "SELECT benefit_type, valid_from, least, most, goal, source FROM caseload_target r WHERE " RATE_KEY("") " = ?",
		.insert = "INSERT INTO caseload_target (benefit_type, valid_from, least, most, goal, source, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
		.remove = "DELETE r FROM caseload_target r WHERE " RATE_KEY("") " = ?",
		.before = BEFORE(OLDER_KEY, "caseload_target", "valid_from", "o.benefit_type = r.benefit_type", RATE_KEY("")),
	}, {
		.rule = { .name = "hours", .form = &hours_form }, .same_at = "valid-from", .check = check_period,
		.list = "SELECT r.id, " PERIOD_STATE("from_on", "to_on") ", COALESCE(s.name, r.uid), d.name, b.title, r.fte, r.from_on, r.to_on FROM staff_hours r"
		    " JOIN department d ON d.id = r.department_id LEFT JOIN staff s ON s.uid = r.uid LEFT JOIN benefit_type b ON b.code = r.benefit_type" ASKED("r.id")
		    " ORDER BY r.to_on < f.day, d.name, s.name, r.uid, r.from_on DESC, r.id",
		.find = "SELECT uid, department_id, benefit_type, fte, from_on, to_on FROM staff_hours WHERE id = ?",
		.insert = "INSERT INTO staff_hours (uid, department_id, benefit_type, fte, from_on, to_on, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
		.remove = "DELETE FROM staff_hours WHERE id = ?",
		.end = "UPDATE staff_hours SET to_on = ? WHERE id = ?",
		.others = "SELECT COUNT(*) FROM (SELECT ? AS uid, ? AS department, ? AS benefit, ? AS fte, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on) t"
		    " JOIN staff_hours r ON r.uid = t.uid COLLATE utf8mb4_bin AND r.department_id = t.department COLLATE utf8mb4_danish_ci"
		    "  AND r.benefit_type <=> t.benefit COLLATE utf8mb4_danish_ci"
		    "  AND r.from_on <= COALESCE(t.to_on, DATE '9999-12-31') AND (r.to_on IS NULL OR r.to_on >= t.from_on) FOR UPDATE",
	}, {
		.rule = { .name = "baseline", .form = &baseline_form }, .same_at = "title", .check = check_period,
		.list = "SELECT r.id, IF(r.ended_on < f.day, 'ended', 'in-force'), r.title, r.from_on, r.to_on, b.title, r.mean_days, r.source FROM baseline r"
		    " LEFT JOIN benefit_type b ON b.code = r.benefit_type" ASKED("r.id") " ORDER BY r.ended_on IS NOT NULL, r.from_on DESC, r.id",
		.find = "SELECT title, from_on, to_on, benefit_type, mean_days, source FROM baseline WHERE id = ?",
		.insert = "INSERT INTO baseline (title, from_on, to_on, benefit_type, mean_days, source, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
		.remove = "DELETE FROM baseline WHERE id = ?",
		.end = "UPDATE baseline SET ended_on = ?, revision = revision + 1 WHERE id = ?",
		.used = "SELECT COUNT(*) FROM success_criterion WHERE baseline_id = ?",
		.others = "SELECT COUNT(*) FROM (SELECT ? AS title, ? AS f, ? AS t, ? AS b, ? AS m, ? AS s) t JOIN baseline r ON r.title = t.title COLLATE utf8mb4_danish_ci"
		    " WHERE r.ended_on IS NULL FOR UPDATE",
	},
	{ .rule = { .name = NULL } }
};

static void
category_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT code, title FROM budget_category ORDER BY side, ordinal, code", NO_ARGS);
}

static void
staff_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT s.uid, s.name FROM staff s WHERE s.active AND EXISTS (SELECT 1 FROM staff_role r WHERE r.uid = s.uid"
	    " AND r.role IN ('caseworker', 'team-leader')) ORDER BY s.name, s.uid", NO_ARGS);
}

/* "- 15,5" and "−15,5" are kept in one way; a point is asked, since other fields read it as one between thousands. */
static const char *
check_amount(struct request *rq, const char **value)
{
	long long amount;

	if (strchr(*value, '.') != NULL)
		return "amount-with-point";
	if (!economy_amount(*value, 1, &amount))
		return "not-an-amount";
	if (amount > BOUNDS_MILLIONS_MAX * 10LL || amount < -BOUNDS_MILLIONS_MAX * 10LL)
		return "out-of-range";
	*value = request_format(rq, "%s%lld.%lld", amount < 0 ? "-" : "", (amount < 0 ? -amount : amount) / 10, (amount < 0 ? -amount : amount) % 10);
	return NULL;
}

static const char *
check_code(struct request *rq, const char **value)
{
	if (strspn(*value, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(*value))
		return "not-a-rule-code";
	return rows_int(rq->db, 0, "SELECT COUNT(*) FROM budget_alias WHERE alias = ?", ARGS(TEXT(*value))) > 0 ? "code-is-alias" : NULL;
}

/* Who chooses one sees the title alone. */
static const char *
check_category(struct request *rq, const char **value)
{
	if (rows_int(rq->db, 0, "SELECT COUNT(*) FROM budget_category WHERE title = ? FOR UPDATE", ARGS(TEXT(*value))) > 0)
		return "category-title-taken";
	return citizen_check_no_cpr(rq, value);
}

/* One name is of one category. */
static const char *
check_alias(struct request *rq, const char **value)
{
	if (rows_int(rq->db, 0, "SELECT COUNT(*) FROM budget_category WHERE code = ?", ARGS(TEXT(*value))) > 0)
		return "alias-is-code";
	return citizen_check_no_cpr(rq, value);
}

/* What a side has as a whole and what its parts have would be counted twice. */
static void
check_whole(struct request *rq)
{
	if (rows_int(rq->db, 0, "SELECT COUNT(*) FROM budget_category mine JOIN budget_category c ON c.side = mine.side AND c.whole <> mine.whole"
	    " JOIN budget_line l ON l.category = c.code AND l.year = ? AND l.kind = ? WHERE mine.code = ? FOR UPDATE",
	    ARGS(FIELD(rq, "year"), FIELD(rq, "budget-kind"), FIELD(rq, "budget-category"))) > 0)
		field_error(rq, "budget-category", "whole-and-parts");
}

const char *
ledger_check_day(struct request *rq, const char **value)
{
	return bounds_day(*value, request_today(rq)) ? NULL : "day-too-far";
}

/* Who states a figure knows it already. */
static const char *
check_stated(struct request *rq, const char **value)
{
	return strcmp(*value, request_today(rq)) > 0 ? "in-future" : ledger_check_day(rq, value);
}

static bool
finer_than(const char *value, size_t decimals)
{
	const char *point = strchr(value, '.');

	return point != NULL && strlen(point + 1) > decimals;
}

static const char *
check_hundredths(struct request *rq, const char **value)
{
	(void)rq;
	return finer_than(*value, 2) ? "two-decimals" : NULL;
}

static const char *
check_tenths(struct request *rq, const char **value)
{
	(void)rq;
	return finer_than(*value, 1) ? "one-decimal" : NULL;
}

static const char *
check_first(struct request *rq, const char **value)
{
	return strcmp(*value + 8, "01") == 0 ? ledger_check_day(rq, value) : "not-first-of-month";
}

static const char *
check_last(struct request *rq, const char **value)
{
	struct date next;

	date_add_days(*value, 1, &next);
	return strcmp(next.iso + 8, "01") == 0 ? check_stated(rq, value) : "not-last-of-month";
}

static void
check_period(struct request *rq)
{
	const char *to = field_text(rq, "valid-to");

	if (to != NULL && strcmp(to, field_text(rq, "valid-from")) < 0)
		field_error(rq, "valid-to", "before-start");
}

static void
check_target(struct request *rq)
{
	long long least = field_int(rq, "least", 0), most = field_int(rq, "most", 0), goal = field_int(rq, "goal", least);

	if (most < least)
		field_error(rq, "most", "most-below-least");
	else if (goal < least || goal > most)
		field_error(rq, "goal", "goal-outside");
}
