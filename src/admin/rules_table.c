#include <stddef.h>
#include <string.h>

#include "admin/rules.h"
#include "domain/choice.h"
#include "rule/deadline.h"

static void department_choices(struct request *rq, xmlNode *field);
static void benefit_choices_by_date(struct request *rq, xmlNode *field);
static void group_choices(struct request *rq, xmlNode *field);
static void entry_choices(struct request *rq, xmlNode *field);
static const char *check_code(struct request *rq, const char **value);

static const char *const professions[] = { "caseworker", "psychologist", "physiotherapist", "nurse", "other", NULL };
static const char *const deadline_kinds[] = { "follow-up", "assessment", "conference", "plan", "goal-measurement", NULL };
static const char *const events[] = { "first-absence", "asked-early", "follow-up-held", "benefit-start", "course-opened", "conference-held", "plan-agreed", NULL };
static const char *const units[] = { "day", "workday", "week", "month", NULL }, *const ends[] = { "week", "month", NULL };
static const char *const risks[] = { "low", "moderate", "high", NULL };

#define DATES \
	{ .name = "valid-from", .type = FIELD_DATE, .required = REQUIRED }, \
	{ .name = "valid-to",   .type = FIELD_DATE }, \
	{ 0 }
#define AGES \
	{ .name = "min-age", .type = FIELD_INTEGER, .max = 120 }, \
	{ .name = "max-age", .type = FIELD_INTEGER, .max = 120 }
#define CODE	{ .name = "code", .type = FIELD_LINE, .required = REQUIRED, .max = 40, .check = check_code }
#define TITLE	{ .name = "title", .type = FIELD_LINE, .required = REQUIRED, .max = 120 }
#define ORDINAL	{ .name = "ordinal", .type = FIELD_INTEGER, .required = REQUIRED, .min = 1, .max = 9999 }
#define LAW	{ .name = "law", .type = FIELD_LINE }

static const struct field frame_fields[] = {
	{ .name = "title",        .type = FIELD_LINE, .required = REQUIRED },
	{ .name = "department",   .type = FIELD_CHOICE, .required = REQUIRED, .source = department_choices },
	{ .name = "target-group", .type = FIELD_CHOICE, .source = group_choices },
	{ .name = "benefit-type", .type = FIELD_CHOICE, .source = benefit_choices_by_date },
	AGES,
	{ .name = "professions",  .type = FIELD_CHOICES, .required = REQUIRED, .choices = professions },
	DATES
};
static const struct field group_fields[] = {
	CODE, TITLE, ORDINAL,
	{ .name = "benefit-type", .type = FIELD_CHOICE, .source = benefit_choices_by_date },
	AGES, LAW, DATES
};
static const struct field category_fields[] = {
	{ .name = "target-group", .type = FIELD_CHOICE, .required = REQUIRED, .source = group_choices },
	CODE, TITLE,
	{ .name = "risk", .type = FIELD_CHOICE, .required = REQUIRED, .choices = risks },
	ORDINAL, DATES
};
static const struct field benefit_fields[] = { CODE, TITLE, LAW, DATES };

static const struct field deadline_fields[] = {
	{ .name = "deadline-kind", .type = FIELD_CHOICE, .required = REQUIRED, .choices = deadline_kinds },
	{ .name = "event",         .type = FIELD_CHOICE, .required = REQUIRED, .choices = events },
	{ .name = "benefit-type",  .type = FIELD_CHOICE, .source = benefit_choices_by_date },
	{ .name = "target-group",  .type = FIELD_CHOICE, .source = group_choices },
	{ .name = "n",             .type = FIELD_INTEGER, .required = REQUIRED, .max = DEADLINE_N_MAX },
	{ .name = "unit",          .type = FIELD_CHOICE, .required = REQUIRED, .choices = units },
	{ .name = "by-end-of",     .type = FIELD_CHOICE, .choices = ends },
	{ .name = "repeats",       .type = FIELD_CHECK },
	{ .name = "rests",         .type = FIELD_CHECK },
	{ .name = "law",           .type = FIELD_LINE, .required = REQUIRED },
	DATES
};
static const struct field stop_fields[] = {
	{ .name = "catalogue-entry", .type = FIELD_CHOICE, .source = entry_choices },
	{ .name = "no-progress",     .type = FIELD_INTEGER, .required = REQUIRED, .min = 2, .max = 20 },
	{ .name = "distance",        .type = FIELD_INTEGER, .required = REQUIRED, .min = 1, .max = 10 },
	{ .name = "missed",          .type = FIELD_INTEGER, .required = REQUIRED, .min = 1, .max = 20 },
	{ .name = "longer-percent",  .type = FIELD_INTEGER, .required = REQUIRED, .max = 400 },
	DATES
};

static const struct form frame_form = { .name = "rule-frame", .fields = frame_fields };
static const struct form group_form = { .name = "rule-target-group", .fields = group_fields };
static const struct form category_form = { .name = "rule-category", .fields = category_fields };
static const struct form benefit_form = { .name = "rule-benefit", .fields = benefit_fields };
static const struct form deadline_form = { .name = "rule-deadline", .fields = deadline_fields };
static const struct form stop_form = { .name = "rule-stop", .fields = stop_fields };

static const char *const frame_shown[] = { "department", "target-group", "benefit-type", "min-age", "max-age", "professions", NULL };
static const char *const group_shown[] = { "benefit-type", "min-age", "max-age", "ordinal", "law", NULL };
static const char *const category_shown[] = { "target-group", "risk", "ordinal", NULL };
static const char *const benefit_shown[] = { "law", NULL };
static const char *const deadline_shown[] = { "event", "benefit-type", "target-group", "n", "unit", "by-end-of", "repeats", "rests", "law", NULL };
static const char *const stop_shown[] = { "no-progress", "distance", "missed", "longer-percent", NULL };

/* f: the key and the day that are asked for. */
#define ASKED(key, alias) \
	" JOIN (SELECT ? AS wanted, CAST(? AS DATE) AS day) f ON (f.wanted IS NULL OR " key " = f.wanted)" \
	" AND (f.day IS NULL OR (" alias ".valid_from <= f.day AND (" alias ".valid_to IS NULL OR " alias ".valid_to >= f.day)))"
#define AT_ONE_TIME	" valid_from <= COALESCE(CAST(? AS DATE), DATE '9999-12-31') AND (valid_to IS NULL OR valid_to >= ?)"

/* The rows of a table that name f.key and are in force after f.day. */
#define DEPENDENT(rule, key, title, table, column) \
	" UNION ALL SELECT '" rule "', r." key ", " title ", r.valid_from, r.valid_to FROM f JOIN " table " r ON r." column " = f.wanted" \
	"  AND (r.valid_to IS NULL OR r.valid_to > f.day)"
#define DEPENDENTS(column, more) \
	"WITH f AS (SELECT ? AS wanted, CAST(? AS DATE) AS day) SELECT 'frame', r.id, r.name, r.valid_from, r.valid_to FROM f" \
	"  JOIN course_frame r ON r." column " = f.wanted AND (r.valid_to IS NULL OR r.valid_to > f.day)" \
	DEPENDENT("deadline", "id", "r.law", "deadline_rule", column) more

/* What an entry of the catalogue was called last. */
#define ENTRY_TITLE(entry) "(SELECT v.title FROM catalogue_version v WHERE v.entry_id = " entry " ORDER BY v.version DESC LIMIT 1)"

const struct rule rules[] = {
	{
		.name = "frame", .form = &frame_form, .shown = frame_shown,
		.same = { "department", "title" }, .same_at = "title", .numbered = true,
		.list = "SELECT r.id, r.name, r.valid_from, r.valid_to, (SELECT COUNT(*) FROM course c WHERE c.frame_id = r.id), d.name, g.title, b.title,"
		    " r.min_age, r.max_age, r.professions FROM course_frame r JOIN department d ON d.id = r.department_id"
		    " LEFT JOIN target_group g ON g.code = r.target_group LEFT JOIN benefit_type b ON b.code = r.benefit_type"
		    ASKED("r.id", "r") " ORDER BY r.valid_to IS NOT NULL, d.name, r.name, r.valid_from DESC, r.id",
		.find = "SELECT name, department_id, target_group, benefit_type, min_age, max_age, REPLACE(professions, ',', ' '), valid_from, valid_to,"
		    " revision FROM course_frame WHERE id = ?",
		.insert = "INSERT INTO course_frame (name, department_id, target_group, benefit_type, min_age, max_age, professions, valid_from, valid_to)"
		    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
		.update = "UPDATE course_frame SET name = ?, department_id = ?, target_group = ?, benefit_type = ?, min_age = ?, max_age = ?,"
		    " professions = ?, valid_from = ?, valid_to = ?, revision = revision + 1 WHERE id = ?",
		.end = "UPDATE course_frame SET valid_to = ?, revision = revision + 1 WHERE id = ?",
		.remove = "DELETE FROM course_frame WHERE id = ?",
		.overlap = "SELECT COUNT(*) FROM course_frame WHERE" AT_ONE_TIME " AND NOT (id <=> ?) AND department_id = ? AND name = ? FOR UPDATE",
		.depends = "SELECT COUNT(*) FROM course WHERE frame_id = ?",
	}, {
		.name = "target-group", .form = &group_form, .shown = group_shown, .same = { "title" }, .same_at = "title",
		.list = "SELECT r.code, r.title, r.valid_from, r.valid_to, NULL, b.title, r.min_age, r.max_age, r.ordinal, r.law FROM target_group r"
		    " LEFT JOIN benefit_type b ON b.code = r.benefit_type" ASKED("r.code", "r")
		    " ORDER BY r.valid_to IS NOT NULL, r.ordinal, r.code",
		.find = "SELECT code, title, ordinal, benefit_type, min_age, max_age, law, valid_from, valid_to, revision FROM target_group WHERE code = ?",
		.insert = "INSERT INTO target_group (code, title, ordinal, benefit_type, min_age, max_age, law, valid_from, valid_to)"
		    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
		.update = "UPDATE target_group SET code = ?, title = ?, ordinal = ?, benefit_type = ?, min_age = ?, max_age = ?, law = ?, valid_from = ?,"
		    " valid_to = ?, revision = revision + 1 WHERE code = ?",
		.end = "UPDATE target_group SET valid_to = ?, revision = revision + 1 WHERE code = ?",
		.remove = "DELETE FROM target_group WHERE code = ?",
		.overlap = "SELECT COUNT(*) FROM target_group WHERE" AT_ONE_TIME " AND NOT (code <=> ?) AND title = ? FOR UPDATE",
		.depends = "SELECT COUNT(*) FROM (SELECT target_group FROM risk_category UNION ALL SELECT target_group FROM course_frame"
		    " UNION ALL SELECT target_group FROM deadline_rule) u WHERE u.target_group = ?",
		.dependents = DEPENDENTS("target_group", DEPENDENT("category", "id", "r.title", "risk_category", "target_group")),
	}, {
		.name = "category", .form = &category_form,
		.shown = category_shown, .same = { "target-group", "code" }, .same_at = "code", .numbered = true,
		.list = "SELECT r.id, r.title, r.valid_from, r.valid_to, NULL, g.title, r.risk, r.ordinal FROM risk_category r"
		    " JOIN target_group g ON g.code = r.target_group" ASKED("r.id", "r")
		    " ORDER BY r.valid_to IS NOT NULL, g.ordinal, g.code, r.ordinal, r.id",
		.find = "SELECT target_group, code, title, risk, ordinal, valid_from, valid_to, revision FROM risk_category WHERE id = ?",
		.insert = "INSERT INTO risk_category (target_group, code, title, risk, ordinal, valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?, ?)",
		.update = "UPDATE risk_category SET target_group = ?, code = ?, title = ?, risk = ?, ordinal = ?, valid_from = ?, valid_to = ?,"
		    " revision = revision + 1 WHERE id = ?",
		.end = "UPDATE risk_category SET valid_to = ?, revision = revision + 1 WHERE id = ?",
		.remove = "DELETE FROM risk_category WHERE id = ?",
		.overlap = "SELECT COUNT(*) FROM risk_category WHERE" AT_ONE_TIME " AND NOT (id <=> ?) AND target_group = ? AND code = ? FOR UPDATE",
		.depends = "SELECT 0 FROM risk_category WHERE id = ?",
	}, {
		.name = "benefit", .form = &benefit_form, .shown = benefit_shown,
		.same = { "title" }, .same_at = "title",
		.list = "SELECT r.code, r.title, r.valid_from, r.valid_to, (SELECT COUNT(*) FROM benefit_period p WHERE p.benefit_type = r.code), r.law"
		    " FROM benefit_type r" ASKED("r.code", "r") " ORDER BY r.valid_to IS NOT NULL, r.title, r.code",
		.find = "SELECT code, title, law, valid_from, valid_to, revision FROM benefit_type WHERE code = ?",
		.insert = "INSERT INTO benefit_type (code, title, law, valid_from, valid_to) VALUES (?, ?, ?, ?, ?)",
		.update = "UPDATE benefit_type SET code = ?, title = ?, law = ?, valid_from = ?, valid_to = ?, revision = revision + 1 WHERE code = ?",
		.end = "UPDATE benefit_type SET valid_to = ?, revision = revision + 1 WHERE code = ?",
		.remove = "DELETE FROM benefit_type WHERE code = ?",
		.overlap = "SELECT COUNT(*) FROM benefit_type WHERE" AT_ONE_TIME " AND NOT (code <=> ?) AND title = ? FOR UPDATE",
		.depends = "SELECT COUNT(*) FROM (SELECT benefit_type FROM benefit_period UNION ALL SELECT benefit_type FROM target_group"
		    " UNION ALL SELECT benefit_type FROM course_frame UNION ALL SELECT benefit_type FROM deadline_rule) u WHERE u.benefit_type = ?",
		.dependents = DEPENDENTS("benefit_type", DEPENDENT("target-group", "code", "r.title", "target_group", "benefit_type")),
	}, {
		.name = "deadline", .form = &deadline_form, .shown = deadline_shown,
		.same = { "deadline-kind", "event", "benefit-type", "target-group" }, .same_at = "event", .numbered = true,
		.list = "SELECT r.id, r.kind, r.valid_from, r.valid_to, (SELECT COUNT(*) FROM deadline l WHERE l.rule_id = r.id), r.event, b.title, g.title,"
		    " r.n, r.unit, r.by_end_of, IF(r.repeats, 'yes', NULL), IF(r.rests, 'yes', NULL), r.law FROM deadline_rule r"
		    " LEFT JOIN target_group g ON g.code = r.target_group LEFT JOIN benefit_type b ON b.code = r.benefit_type"
		    ASKED("r.id", "r") " ORDER BY r.valid_to IS NOT NULL, r.kind, r.event, r.valid_from DESC, r.id",
		.find = "SELECT kind, event, benefit_type, target_group, n, unit, by_end_of, IF(repeats, 'yes', NULL), IF(rests, 'yes', NULL), law,"
		    " valid_from, valid_to, revision FROM deadline_rule WHERE id = ?",
		.insert = "INSERT INTO deadline_rule (kind, event, benefit_type, target_group, n, unit, by_end_of, repeats, rests, law, valid_from, valid_to)"
		    " VALUES (?, ?, ?, ?, ?, ?, ?, ? IS NOT NULL, ? IS NOT NULL, ?, ?, ?)",
		.update = "UPDATE deadline_rule SET kind = ?, event = ?, benefit_type = ?, target_group = ?, n = ?, unit = ?, by_end_of = ?,"
		    " repeats = ? IS NOT NULL, rests = ? IS NOT NULL, law = ?, valid_from = ?, valid_to = ?, revision = revision + 1 WHERE id = ?",
		.end = "UPDATE deadline_rule SET valid_to = ?, revision = revision + 1 WHERE id = ?",
		.remove = "DELETE FROM deadline_rule WHERE id = ?",
		.overlap = "SELECT COUNT(*) FROM deadline_rule WHERE" AT_ONE_TIME " AND NOT (id <=> ?) AND kind = ? AND event = ? AND benefit_type <=> ?"
		    " AND target_group <=> ? FOR UPDATE",
		.depends = "SELECT COUNT(*) FROM deadline WHERE rule_id = ?",
	}, {
		.name = "stop", .form = &stop_form, .shown = stop_shown, .same = { "catalogue-entry" }, .same_at = "catalogue-entry", .numbered = true,
		.list = "SELECT r.id, COALESCE(" ENTRY_TITLE("r.entry_id") ", ''), r.valid_from, r.valid_to, NULL, r.no_progress, r.distance, r.missed, r.longer_percent"
		    " FROM stop_rule r" ASKED("r.id", "r") " ORDER BY r.valid_to IS NOT NULL, r.entry_id IS NOT NULL, 2, r.valid_from DESC, r.id",
		.find = "SELECT entry_id, no_progress, distance, missed, longer_percent, valid_from, valid_to, revision FROM stop_rule WHERE id = ?",
		.insert = "INSERT INTO stop_rule (entry_id, no_progress, distance, missed, longer_percent, valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?, ?)",
		.update = "UPDATE stop_rule SET entry_id = ?, no_progress = ?, distance = ?, missed = ?, longer_percent = ?, valid_from = ?, valid_to = ?,"
		    " revision = revision + 1 WHERE id = ?",
		.end = "UPDATE stop_rule SET valid_to = ?, revision = revision + 1 WHERE id = ?",
		.remove = "DELETE FROM stop_rule WHERE id = ?",
		.overlap = "SELECT COUNT(*) FROM stop_rule WHERE" AT_ONE_TIME " AND NOT (id <=> ?) AND entry_id <=> ? FOR UPDATE",
		.depends = "SELECT 0 FROM stop_rule WHERE id = ?",
	},
	{ .name = NULL }
};

static void
department_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT id, name FROM department WHERE valid_to IS NULL OR valid_to >= ? ORDER BY name, id",
	    ARGS(TEXT(request_today(rq))));
}

/* What has not ended: a rule of tomorrow may be about what begins tomorrow. */
static void
benefit_choices_by_date(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT code, title FROM benefit_type WHERE valid_to IS NULL OR valid_to >= ? ORDER BY title, code",
	    ARGS(TEXT(request_today(rq))));
}

static void
group_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT code, title FROM target_group WHERE valid_to IS NULL OR valid_to >= ? ORDER BY ordinal, code",
	    ARGS(TEXT(request_today(rq))));
}

static void
entry_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT v.entry_id, MAX(v.title) FROM catalogue_version v WHERE v.state = 'published' GROUP BY v.entry_id ORDER BY 2, 1", NO_ARGS);
}

static const char *
check_code(struct request *rq, const char **value)
{
	(void)rq;
	return strspn(*value, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(*value) ? NULL : "not-a-rule-code";
}
