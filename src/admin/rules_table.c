#include <stddef.h>
#include <string.h>

#include "admin/rules.h"
#include "domain/choice.h"

static void department_choices(struct request *rq, xmlNode *field);
static void benefit_choices_by_date(struct request *rq, xmlNode *field);
static void group_choices(struct request *rq, xmlNode *field);
static const char *check_code(struct request *rq, const char **value);

static const char *const professions[] = { "caseworker", "psychologist", "physiotherapist", "nurse", "other", NULL };
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

static const struct form frame_form = { .name = "rule-frame", .fields = frame_fields };
static const struct form group_form = { .name = "rule-target-group", .fields = group_fields };
static const struct form category_form = { .name = "rule-category", .fields = category_fields };
static const struct form benefit_form = { .name = "rule-benefit", .fields = benefit_fields };

static const char *const frame_shown[] = { "department", "target-group", "benefit-type", "min-age", "max-age", "professions", NULL };
static const char *const group_shown[] = { "benefit-type", "min-age", "max-age", "ordinal", "law", NULL };
static const char *const category_shown[] = { "target-group", "risk", "ordinal", NULL };
static const char *const benefit_shown[] = { "law", NULL };

/* f: the key and the day that are asked for. */
#define ASKED(key, alias) \
	" JOIN (SELECT ? AS wanted, CAST(? AS DATE) AS day) f ON (f.wanted IS NULL OR " key " = f.wanted)" \
	" AND (f.day IS NULL OR (" alias ".valid_from <= f.day AND (" alias ".valid_to IS NULL OR " alias ".valid_to >= f.day)))"
#define AT_ONE_TIME	" valid_from <= COALESCE(CAST(? AS DATE), DATE '9999-12-31') AND (valid_to IS NULL OR valid_to >= ?)"

const struct rule rules[] = {
	{
		.name = "frame", .form = &frame_form, .shown = frame_shown,
		.same = { "department", "title" }, .numbered = true,
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
		.name = "target-group", .form = &group_form, .shown = group_shown, .same = { "title", NULL },
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
		.overlap = "SELECT COUNT(*) FROM target_group WHERE" AT_ONE_TIME " AND NOT (code <=> ?) AND title = ? AND ? IS NULL FOR UPDATE",
		.depends = "SELECT COUNT(*) FROM (SELECT target_group FROM risk_category UNION ALL SELECT target_group FROM course_frame) u"
		    " WHERE u.target_group = ?",
	}, {
		.name = "category", .form = &category_form,
		.shown = category_shown, .same = { "target-group", "code" }, .numbered = true,
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
		.same = { "title", NULL },
		.list = "SELECT r.code, r.title, r.valid_from, r.valid_to, (SELECT COUNT(*) FROM benefit_period p WHERE p.benefit_type = r.code), r.law"
		    " FROM benefit_type r" ASKED("r.code", "r") " ORDER BY r.valid_to IS NOT NULL, r.title, r.code",
		.find = "SELECT code, title, law, valid_from, valid_to, revision FROM benefit_type WHERE code = ?",
		.insert = "INSERT INTO benefit_type (code, title, law, valid_from, valid_to) VALUES (?, ?, ?, ?, ?)",
		.update = "UPDATE benefit_type SET code = ?, title = ?, law = ?, valid_from = ?, valid_to = ?, revision = revision + 1 WHERE code = ?",
		.end = "UPDATE benefit_type SET valid_to = ?, revision = revision + 1 WHERE code = ?",
		.remove = "DELETE FROM benefit_type WHERE code = ?",
		.overlap = "SELECT COUNT(*) FROM benefit_type WHERE" AT_ONE_TIME " AND NOT (code <=> ?) AND title = ? AND ? IS NULL FOR UPDATE",
		.depends = "SELECT COUNT(*) FROM (SELECT benefit_type FROM benefit_period UNION ALL SELECT benefit_type FROM target_group"
		    " UNION ALL SELECT benefit_type FROM course_frame) u WHERE u.benefit_type = ?",
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

static const char *
check_code(struct request *rq, const char **value)
{
	(void)rq;
	return strspn(*value, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(*value) ? NULL : "not-a-rule-code";
}
