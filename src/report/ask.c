#include "report/ask.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/choice.h"
#include "domain/permission.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

/* The word of an address for no department. */
#define ASK_ALL "all"

enum { FILTERS_MAX = 12, YEARS_MAX = 30, MOMENT_LENGTH = 10 };

static void
department_choices(struct request *rq, xmlNode *field)
{
	node_set(node_add(field, "choice"), "value", ASK_ALL);
	choices_add(rq, field, "SELECT id, name FROM department WHERE id <> 'all' ORDER BY name, id", NO_ARGS);
}

static void
group_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT code, title FROM target_group ORDER BY ordinal, title", NO_ARGS);
}

const struct report *
ask_report(struct request *rq)
{
	const char *name = rq->path + strlen("/report/");

	return report_find(talloc_strndup(rq, name, strcspn(name, "/")));
}

/* The report's filters in their order, as a form's table. */
static const struct form *
make_form(struct request *rq, const struct report *report)
{
	static const struct field period[] = { { "from", FIELD_LINE, 0, .max = 10 }, { "to", FIELD_LINE, 0, .max = 10 } };
	static const struct field department = { "department", FIELD_CHOICE, 0, .source = department_choices };
	static const struct field group = { "group", FIELD_CHOICE, 0, .source = group_choices };
	static const struct field benefit = { "benefit", FIELD_CHOICE, 0, .source = choices_benefits };
	static const struct field moment = { "as-of", FIELD_LINE, 0, .max = 20 };
	static const char *const submits[] = { "show", NULL };
	struct field *fields = talloc_zero_array(rq, struct field, FILTERS_MAX);
	struct form *form = talloc_zero(rq, struct form);
	const struct field *own;
	size_t n = 0;

	if ((report->takes & REPORT_PERIOD) != 0) {
		fields[n++] = period[0];
		fields[n++] = period[1];
	}
	if ((report->takes & REPORT_DEPARTMENT) != 0)
		fields[n++] = department;
	if ((report->takes & REPORT_GROUP) != 0)
		fields[n++] = group;
	if ((report->takes & REPORT_BENEFIT) != 0)
		fields[n++] = benefit;
	for (own = report->fields; own != NULL && own->name != NULL && n + 2 < FILTERS_MAX; own++)
		fields[n++] = *own;
	fields[n++] = moment;
	*form = (struct form){ .name = "report", .fields = fields, .submits = submits, .get = true };
	return form;
}

/* A filter that cannot be is drawn with what was typed, and why. */
static void
refuse(xmlNode *form, const char *field, const char *key)
{
	xmlNode *node = form_part(form, "field", field);

	if (node != NULL && node_child(node, "error") == NULL)
		node_set(node_add(node, "error"), "key", key);
	node_set(form, "state", "refused");
}

static bool
is_refused(xmlNode *form)
{
	return node_get(form, "state") != NULL;
}

/* What stands in a field, without blanks that were pasted around it; NULL: nothing. */
static const char *
typed(struct request *rq, const char *name)
{
	const char *text = query_text(rq, name);
	size_t length;

	if (text == NULL)
		return NULL;
	text += strspn(text, " \t");
	for (length = strlen(text); length > 0 && strchr(" \t", text[length - 1]) != NULL; length--)
		;
	return length == 0 ? NULL : talloc_strndup(rq, text, length);
}

/* What was chosen must be among the choices. */
static const char *
chosen(struct request *rq, xmlNode *form, const char *name)
{
	const char *value = query_text(rq, name);
	xmlNode *choice = node_child(form_part(form, "field", name), "choice");

	for (; value != NULL && choice != NULL; choice = node_next(choice, "choice"))
		if (strcmp(node_get(choice, "value"), value) == 0)
			return value;
	if (value != NULL && form_part(form, "field", name) != NULL)
		refuse(form, name, "unknown-choice");
	return NULL;
}

static const char *
month_shown(struct request *rq, const char *iso)
{
	return request_format(rq, "%.2s-%.4s", iso + 5, iso);
}

static void
read_period(struct request *rq, xmlNode *form, struct report_question *q)
{
	const char *from = typed(rq, "from"), *to = typed(rq, "to"), *unused;

	if ((q->report->takes & REPORT_PERIOD) == 0)
		return;
	if (from != NULL && !question_month(rq, from, &q->ask.from, &unused))
		refuse(form, "from", "month");
	if (to != NULL && !question_month(rq, to, &unused, &q->ask.to))
		refuse(form, "to", "month");
	if ((q->report->takes & REPORT_YEARS) != 0) {
		q->ask.from = request_format(rq, "%.4s-01-01", q->ask.from);
		q->ask.to = request_format(rq, "%.4s-12-31", q->ask.to);
	}
	if (!is_refused(form) && strcmp(q->ask.from, q->ask.to) > 0)
		refuse(form, to != NULL ? "to" : "from", "period-turned");
	/* What is to come is money alone: a budget. */
	if (!is_refused(form) && from != NULL && (q->report->takes & REPORT_YEARS) == 0 && strcmp(q->ask.from, q->ask.today) > 0)
		refuse(form, "from", "in-future");
	if (!is_refused(form) && atoi(q->ask.to) - atoi(q->ask.from) > YEARS_MAX)
		refuse(form, "from", "period-long");
}

static const char *
own_number(struct request *rq, xmlNode *form, const struct field *field, const char *value)
{
	char *text = talloc_strdup(rq, value), *comma = strchr(text, ','), *end;
	double number;

	/* 1.158 is a thousand to one and a little more than one to another. */
	if (strchr(text, '.') != NULL && text[strspn(text, "-0123456789.,")] == '\0') {
		refuse(form, field->name, "number-with-point");
		return text;
	}
	if (comma != NULL)
		*comma = '.';
	number = strtod(text, &end);
	if (text[strspn(text, "-0123456789.")] != '\0' || *end != '\0' || (field->type == FIELD_INTEGER && strchr(text, '.') != NULL))
		refuse(form, field->name, "not-a-number");
	else if (number < (double)field->min || (field->max != 0 && number > (double)field->max))
		refuse(form, field->name, "out-of-range");
	return text;
}

/* A leader begins with the own department where the report is about people: its numbers open, and are exact.  All of them have to be asked for. */
static const char *
first_department(const struct request *rq, const struct report *report)
{
	return (report->lists != NULL || report->own_first) && request_may(rq, MAY_READ_REPORTS | MAY_SEE_DEPARTMENT) ? rq->user->department : ASK_ALL;
}

/* What stands in filters that were not set, before anything is refused. */
static void
set_first(struct request *rq, xmlNode *form, struct report_question *q)
{
	bool years = (q->report->takes & REPORT_YEARS) != 0;

	question_period(rq, q->report, q->ask.today, &q->ask.from, &q->ask.to);
	if (typed(rq, "from") == NULL)
		form_set(form, "from", years ? request_format(rq, "%.4s", q->ask.from) : month_shown(rq, q->ask.from));
	if (typed(rq, "to") == NULL)
		form_set(form, "to", years ? request_format(rq, "%.4s", q->ask.to) : month_shown(rq, q->ask.to));
	if (query_text(rq, "department") == NULL)
		form_set(form, "department", first_department(rq, q->report));
}

static const char *
read_department(struct request *rq, xmlNode *form, const struct report *report)
{
	const char *asked = query_text(rq, "department") == NULL ? first_department(rq, report) : chosen(rq, form, "department");

	return (report->takes & REPORT_DEPARTMENT) == 0 || asked == NULL || strcmp(asked, ASK_ALL) == 0 ? NULL : asked;
}

/* A report's own filter. */
static const char *
read_own(struct request *rq, xmlNode *form, const struct field *field)
{
	const char *value = typed(rq, field->name);
	struct date day;

	if (value == NULL)
		return NULL;
	if (field->type == FIELD_CHOICE)
		return chosen(rq, form, field->name);
	if (field->type == FIELD_INTEGER || field->type == FIELD_DECIMAL)
		return own_number(rq, form, field, value);
	if (field->type == FIELD_DATE && !date_parse(value, &day))
		refuse(form, field->name, "not-a-date");
	return field->type == FIELD_DATE ? request_format(rq, "%s", day.iso) : value;
}

/* The data's day: today's, or that of the moment. */
static void
read_moment(struct request *rq, struct report_question *q)
{
	struct date day;
	char hhmm[6];

	q->moment = rq->as_of;
	q->ask.today = request_today(rq);
	if (rq->as_of != NULL && date_local(rq->as_of, &day, hhmm))
		q->ask.today = request_format(rq, "%s", day.iso);
}

bool
ask_read(struct request *rq, xmlNode *content, struct report_question *q)
{
	const struct field *field;
	xmlNode *form;
	size_t i;

	*q = (struct report_question){ .report = ask_report(rq) };
	form = form_add(rq, content, make_form(rq, q->report), "/report/%s", q->report->name);
	read_moment(rq, q);
	set_first(rq, form, q);
	if (rq->as_of == NULL && query_text(rq, "as-of") != NULL)
		refuse(form, "as-of", "moment");
	read_period(rq, form, q);
	q->ask.department = read_department(rq, form, q->report);
	q->ask.target_group = chosen(rq, form, "group");
	q->ask.benefit = chosen(rq, form, "benefit");
	for (i = 0, field = q->report->fields; field != NULL && field->name != NULL && i < 4; i++, field++)
		q->ask.own[i] = read_own(rq, form, field);
	if (!question_close(rq, q))
		refuse(form, "from", "period-long");
	return !is_refused(form);
}

static void
add_part(const void *owner, char **out, const char *name, const char *value)
{
	if (value != NULL)
		*out = talloc_asprintf_append(*out, "%s%s=%s", (*out)[0] == '\0' ? "" : "&", name, uri_encode(owner, value));
}

/* A number as people type it. */
static const char *
own_typed(const void *owner, const struct field *field, const char *value)
{
	char *text = value == NULL || field->type != FIELD_DECIMAL ? NULL : talloc_strdup(owner, value), *point = text == NULL ? NULL : strchr(text, '.');

	if (point != NULL)
		*point = ',';
	return text == NULL ? value : text;
}

const char *
ask_address(struct request *rq, const struct report_question *q)
{
	char *out = talloc_strdup(rq, "");
	const struct field *field;
	size_t i;

	if ((q->report->takes & REPORT_PERIOD) != 0) {
		add_part(rq, &out, "from", month_shown(rq, q->ask.from));
		add_part(rq, &out, "to", month_shown(rq, q->ask.to));
	}
	if ((q->report->takes & REPORT_DEPARTMENT) != 0)
		add_part(rq, &out, "department", q->ask.department == NULL ? ASK_ALL : q->ask.department);
	add_part(rq, &out, "group", q->ask.target_group);
	add_part(rq, &out, "benefit", q->ask.benefit);
	for (i = 0, field = q->report->fields; field != NULL && field->name != NULL && i < 4; i++, field++)
		add_part(rq, &out, field->name, own_typed(rq, field, q->ask.own[i]));
	add_part(rq, &out, "as-of", rq->as_of_given);
	return out;
}

/* The words of a value that was chosen, "" for a key. */
static void
describe_choice(struct request *rq, xmlNode *report, const char *attribute, const char *sql, const char *value)
{
	if (value != NULL)
		node_set(report, attribute, rows_text(rq->db, rq, sql, ARGS(TEXT(value))));
}

/* The words of a choice: its own, where they are data, or its label. */
static const char *
choice_words(struct request *rq, xmlNode *field, const char *value)
{
	xmlNode *choice;

	for (choice = node_child(field, "choice"); choice != NULL; choice = node_next(choice, "choice"))
		if (strcmp(node_get(choice, "value"), value) == 0)
			return node_text(choice)[0] != '\0' ? node_text(choice)
			    : labels_find(request_labels(rq), request_format(rq, "choice.%s.%s", node_get(field, "name"), value));
	return NULL;
}

static void
describe_own(struct request *rq, xmlNode *form, xmlNode *report, const char *name, const char *value)
{
	xmlNode *own = value == NULL ? NULL : node_add(report, "report-own");

	if (own == NULL)
		return;
	node_set(own, "name", name);
	node_set(own, "value", value);
	node_set(own, "words", choice_words(rq, form_part(form, "field", name), value));
}

static void
describe_department(struct request *rq, xmlNode *report, const struct report_question *q)
{
	if (q->ask.department == NULL && (q->report->takes & REPORT_DEPARTMENT) != 0)
		node_set(report, "department", labels_find(request_labels(rq), "choice.department." ASK_ALL));
	describe_choice(rq, report, "department", "SELECT name FROM department WHERE id = ?", q->ask.department);
}

void
ask_describe(struct request *rq, xmlNode *content, xmlNode *report, const struct report_question *q)
{
	xmlNode *form = node_child(content, "form");
	const struct field *field;
	size_t i;

	if ((q->report->takes & REPORT_PERIOD) != 0) {
		node_set(report, "from", q->ask.from);
		node_set(report, "to", q->ask.to);
	}
	describe_department(rq, report, q);
	describe_choice(rq, report, "group", "SELECT title FROM target_group WHERE code = ?", q->ask.target_group);
	describe_choice(rq, report, "benefit", "SELECT title FROM benefit_type WHERE code = ?", q->ask.benefit);
	for (i = 0, field = q->report->fields; field != NULL && field->name != NULL && i < 4; i++, field++)
		describe_own(rq, form, report, field->name, q->ask.own[i]);
}
