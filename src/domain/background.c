#include "domain/background.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "base/text.h"

static const char *month_check(struct request *rq, const char **value);
static const char *past_check(struct request *rq, const char **value);

static const char *const yes_no[] = { "yes", "no", NULL };
static const char *const sources[] = { "citizen", "case-system", "employer", "doctor", "other", NULL };
static const char *const schools[] = { "none", "primary-school", "upper-secondary", "vocational", "short-higher", "medium-higher",
    "long-higher", NULL };
static const char *const tests[] = { "not-relevant", "planned", "taken", NULL };
static const char *const civil[] = { "single", "cohabiting", "married", "separated", "divorced", NULL };
static const char *const smoking[] = { "never", "stopped", "sometimes", "daily", NULL };

enum { TEXT_MAX = 4000 };

/* What is said of all that one form changes; and what is asked of it. */
#define TOLD_ASKED(...) \
	{ .name = "source",  .type = FIELD_CHOICE, .required = REQUIRED, .choices = sources }, \
	{ .name = "told-on", .type = FIELD_DATE, .required = REQUIRED }, \
	__VA_ARGS__ \
	{ 0 }
#define TOLD TOLD_ASKED()

static const struct field referral_fields[] = {
	{ .name = "benefit-since",       .type = FIELD_LINE, .max = 7, .check = month_check },
	{ .name = "purpose",             .type = FIELD_TEXT, .max = TEXT_MAX },
	{ .name = "citizens-wish",       .type = FIELD_TEXT, .max = TEXT_MAX },
	{ .name = "informed-on",         .type = FIELD_DATE, .check = past_check },
	TOLD
};
static const struct field work_fields[] = {
	{ .name = "last-job-month",      .type = FIELD_LINE, .max = 7, .check = month_check },
	{ .name = "occupation",          .type = FIELD_LINE },
	{ .name = "employer",            .type = FIELD_LINE },
	{ .name = "weekly-hours",        .type = FIELD_DECIMAL, .max = 100 },
	{ .name = "first-absence-day",   .type = FIELD_DATE, .check = past_check },
	{ .name = "absence-cause",       .type = FIELD_TEXT, .max = 2000 },
	{ .name = "cv-active",           .type = FIELD_CHOICE, .choices = yes_no },
	{ .name = "first-offer-due",     .type = FIELD_DATE },
	{ .name = "offers-total",        .type = FIELD_INTEGER, .max = 999 },
	{ .name = "last-offer-from",     .type = FIELD_DATE, .check = past_check },
	{ .name = "last-offer-to",       .type = FIELD_DATE },
	TOLD_ASKED({ .name = "absence-old", .type = FIELD_CHECK },)
};
static const struct field education_fields[] = {
	{ .name = "highest",             .type = FIELD_CHOICE, .choices = schools },
	{ .name = "highest-name",        .type = FIELD_LINE },
	{ .name = "ongoing",             .type = FIELD_LINE },
	{ .name = "test",                .type = FIELD_CHOICE, .choices = tests },
	{ .name = "test-on",             .type = FIELD_DATE },
	{ .name = "test-result",         .type = FIELD_TEXT, .max = 1000 },
	{ .name = "school-certificates", .type = FIELD_TEXT, .max = TEXT_MAX },
	{ .name = "driving-licence",     .type = FIELD_LINE },
	TOLD
};
static const struct field social_fields[] = {
	{ .name = "civil-status",        .type = FIELD_CHOICE, .choices = civil },
	{ .name = "provides",            .type = FIELD_CHOICE, .choices = yes_no },
	{ .name = "children",            .type = FIELD_LINE },
	{ .name = "housing",             .type = FIELD_TEXT, .max = TEXT_MAX },
	{ .name = "debt",                .type = FIELD_TEXT, .max = TEXT_MAX },
	{ .name = "network",             .type = FIELD_TEXT, .max = TEXT_MAX },
	{ .name = "record-basis",        .type = FIELD_CHECK },
	{ .name = "record-law",          .type = FIELD_LINE },
	{ .name = "criminal-record",     .type = FIELD_TEXT, .max = TEXT_MAX },
	TOLD
};
static const struct field health_fields[] = {
	{ .name = "diagnoses",           .type = FIELD_TEXT, .max = TEXT_MAX },
	{ .name = "examinations",        .type = FIELD_TEXT, .max = TEXT_MAX },
	{ .name = "treatment",           .type = FIELD_TEXT, .max = TEXT_MAX },
	{ .name = "medicine",            .type = FIELD_TEXT, .max = TEXT_MAX },
	{ .name = "doctor",              .type = FIELD_LINE },
	{ .name = "certificates",        .type = FIELD_TEXT, .max = TEXT_MAX },
	{ .name = "last-certificate-on", .type = FIELD_DATE, .check = past_check },
	TOLD
};
static const struct field functioning_fields[] = {
	{ .name = "summary",             .type = FIELD_TEXT, .max = TEXT_MAX },
	{ .name = "considerations",      .type = FIELD_TEXT, .max = TEXT_MAX },
	{ .name = "aids",                .type = FIELD_TEXT, .max = TEXT_MAX },
	TOLD
};
static const struct field lifestyle_fields[] = {
	{ .name = "diet",                .type = FIELD_TEXT, .max = TEXT_MAX },
	{ .name = "smoking",             .type = FIELD_CHOICE, .choices = smoking },
	{ .name = "audit-c",             .type = FIELD_INTEGER, .max = 12 },
	{ .name = "alcohol",             .type = FIELD_TEXT, .max = TEXT_MAX },
	{ .name = "exercise",            .type = FIELD_TEXT, .max = TEXT_MAX },
	{ .name = "bmi",                 .type = FIELD_DECIMAL, .min = 10, .max = 90 },
	{ .name = "sleep",               .type = FIELD_TEXT, .max = TEXT_MAX },
	TOLD
};
static const struct field earlier_fields[] = {
	{ .name = "earlier-courses",     .type = FIELD_TEXT, .max = TEXT_MAX },
	{ .name = "parallel",            .type = FIELD_CHOICE, .choices = yes_no },
	{ .name = "parallel-what",       .type = FIELD_TEXT, .max = TEXT_MAX },
	{ .name = "worked",              .type = FIELD_TEXT, .max = TEXT_MAX },
	TOLD
};

const struct form background_forms[BACKGROUND_SECTIONS] = {
	[BACKGROUND_REFERRAL]    = { .name = "referral", .fields = referral_fields },
	[BACKGROUND_WORK]        = { .name = "work", .fields = work_fields },
	[BACKGROUND_EDUCATION]   = { .name = "education", .fields = education_fields },
	[BACKGROUND_SOCIAL]      = { .name = "social", .fields = social_fields },
	[BACKGROUND_HEALTH]      = { .name = "health", .fields = health_fields },
	[BACKGROUND_FUNCTIONING] = { .name = "functioning", .fields = functioning_fields },
	[BACKGROUND_LIFESTYLE]   = { .name = "lifestyle", .fields = lifestyle_fields },
	[BACKGROUND_EARLIER]     = { .name = "earlier", .fields = earlier_fields },
};
const struct background_section background_sections[] = {
	{ "referral", &background_forms[BACKGROUND_REFERRAL] },
	{ "work", &background_forms[BACKGROUND_WORK] },
	{ "education", &background_forms[BACKGROUND_EDUCATION] },
	{ "social", &background_forms[BACKGROUND_SOCIAL] },
	{ "health", &background_forms[BACKGROUND_HEALTH] },
	{ "functioning", &background_forms[BACKGROUND_FUNCTIONING] },
	{ "lifestyle", &background_forms[BACKGROUND_LIFESTYLE] },
	{ "earlier", &background_forms[BACKGROUND_EARLIER] },
	{ NULL, NULL }
};

const struct background_need background_needs[] = {
	{ "education", "test-result",     "test",         "taken", "test",         "test-not-taken" },
	{ "social",    "criminal-record", "record-basis", "yes",   "record-basis", "legal-basis-required" },
	{ "social",    "criminal-record", "record-law",   NULL,    "record-law",   "legal-basis-required" },
	{ NULL, NULL, NULL, NULL, NULL, NULL }
};

/* "03-2015", "3/2015" and "2015-03" are kept as "2015-03". */
static const char *
month_read(const void *owner, const char *text)
{
	int first = 0, second = 0, year, month;
	char separator, rest;

	if (sscanf(text, "%4d%c%4d%c", &first, &separator, &second, &rest) != 3 || strchr("-/.", separator) == NULL)
		return NULL;
	year = first > 31 ? first : second;
	month = first > 31 ? second : first;
	return month < 1 || month > 12 || year < 1900 || year > 2200 ? NULL : talloc_asprintf(owner, "%04d-%02d", year, month);
}

static const char *
month_check(struct request *rq, const char **value)
{
	const char *month = month_read(rq, *value);

	*value = month == NULL ? *value : month;
	return month == NULL ? "not-a-month" : NULL;
}

/* A day that has been, or is today. */
static const char *
past_check(struct request *rq, const char **value)
{
	return strcmp(*value, request_today(rq)) > 0 ? "in-future" : NULL;
}

const struct background_section *
background_section(const char *name)
{
	const struct background_section *section;

	for (section = background_sections; section->name != NULL; section++)
		if (strcmp(section->name, name) == 0)
			return section;
	return NULL;
}

size_t
background_count(const struct background_section *section)
{
	size_t n = 0;

	while (section->form->fields[n].name != NULL && strcmp(section->form->fields[n].name, "source") != 0)
		n++;
	return n;
}

const struct field *
background_field(const struct background_section *section, const char *name)
{
	size_t i, n = background_count(section);

	for (i = 0; i < n; i++)
		if (strcmp(section->form->fields[i].name, name) == 0)
			return &section->form->fields[i];
	return NULL;
}

const char *
background_type(const struct field *field)
{
	if (field->check == month_check)
		return "month";
	switch (field->type) {
	case FIELD_DATE:                     return "date";
	case FIELD_DECIMAL:                  return "decimal";
	case FIELD_INTEGER:                  return "integer";
	case FIELD_CHOICE: case FIELD_CHECK: return "choice";
	default:                             return "text";
	}
}

bool
background_by_hand(const struct field *field)
{
	return strcmp(field->name, "criminal-record") == 0 || strncmp(field->name, "record-", strlen("record-")) == 0;
}

/* "37,5" or "37.5", inside the field's limits; an integer has digits alone. */
static const char *
number_read(const void *owner, const struct field *field, const char *text)
{
	char *out = talloc_strdup(owner, text), *end, *comma = strchr(out, ',');
	double number;

	if (comma != NULL)
		*comma = '.';
	number = strtod(out, &end);
	if (*end != '\0' || end == out || strspn(out, field->type == FIELD_INTEGER ? "0123456789" : "0123456789.") != strlen(out))
		return NULL;
	return number < (double)field->min || number > (double)field->max ? NULL : out;
}

const char *
background_read(const void *owner, const struct field *field, const char *text)
{
	const char *const *choice;
	struct date date;

	switch (field->type) {
	case FIELD_DATE:
		return date_parse(text, &date) ? talloc_strdup(owner, date.iso) : NULL;
	case FIELD_DECIMAL: case FIELD_INTEGER:
		return number_read(owner, field, text);
	case FIELD_CHOICE:
		for (choice = field->choices; *choice != NULL && strcmp(*choice, text) != 0; choice++)
			;
		return *choice;
	default:
		if (field->check == month_check)
			return month_read(owner, text);
		return text_characters(text) > (size_t)(field->max > 0 ? field->max : FIELD_LINE_MAX) ? NULL : text;
	}
}
