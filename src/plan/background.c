/*
 * /plan/:id/background - the sections of the background, and /plan/:id/background/work - work and absence.
 *	<course> <section name filled of told-on [href]/>* <referral/> </course>
 *	<course> <entry name type source told-on by by-name> <value/> </entry>* <form work/> </course>
 * Each value has a source and the day it was told; an earlier one, or one that was emptied, stays in the history.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/course.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static const char *month_check(struct request *rq, const char **value);

static const char *const yes_no[] = { "yes", "no", NULL };
static const char *const sources[] = { "citizen", "case-system", "employer", "doctor", "other", NULL };

/* The section's own fields come first; source and told-on are of all that is changed. */
enum { WORK_FIELDS = 11 };
static const struct field work_fields[] = {
	{ .name = "last-job-month",    .type = FIELD_LINE, .max = 7, .check = month_check },
	{ .name = "occupation",        .type = FIELD_LINE },
	{ .name = "employer",          .type = FIELD_LINE },
	{ .name = "weekly-hours",      .type = FIELD_DECIMAL },
	{ .name = "first-absence-day", .type = FIELD_DATE },
	{ .name = "absence-cause",     .type = FIELD_TEXT, .max = 2000 },
	{ .name = "cv-active",         .type = FIELD_CHOICE, .choices = yes_no },
	{ .name = "first-offer-due",   .type = FIELD_DATE },
	{ .name = "offers-total",      .type = FIELD_INTEGER, .min = 0, .max = 999 },
	{ .name = "last-offer-from",   .type = FIELD_DATE },
	{ .name = "last-offer-to",     .type = FIELD_DATE },
	{ .name = "source",            .type = FIELD_CHOICE, .required = REQUIRED, .choices = sources },
	{ .name = "told-on",           .type = FIELD_DATE, .required = REQUIRED },
	{ 0 }
};
static const struct form work_form = { .name = "work", .fields = work_fields };

/* "03-2015", "3/2015" and "2015-03" are kept as "2015-03". */
static const char *
month_check(struct request *rq, const char **value)
{
	int first = 0, second = 0, year, month;
	char separator, rest;

	if (sscanf(*value, "%4d%c%4d%c", &first, &separator, &second, &rest) != 3 || strchr("-/.", separator) == NULL)
		return "not-a-month";
	year = first > 31 ? first : second;
	month = first > 31 ? second : first;
	if (month < 1 || month > 12 || year < 1900 || year > 2200)
		return "not-a-month";
	*value = request_format(rq, "%04d-%02d", year, month);
	return NULL;
}

static void
background_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content), *section;

	if (course == NULL)
		return;
	rows_add(rq->db, course, "section",
	    "SELECT l.name, COUNT(b.field) AS filled, MAX(b.told_on) AS 'told-on' FROM (SELECT 1 AS n, 'referral' AS name"
	    "  UNION SELECT 2, 'work' UNION SELECT 3, 'education' UNION SELECT 4, 'social' UNION SELECT 5, 'health'"
	    "  UNION SELECT 6, 'functioning' UNION SELECT 7, 'lifestyle' UNION SELECT 8, 'earlier') l"
	    " LEFT JOIN background_value b ON b.course_id = ? AND b.section = l.name GROUP BY l.n, l.name ORDER BY l.n",
	    ARGS(INT(rq->subject)));
	for (section = node_child(course, "section"); section != NULL; section = node_next(section, "section")) {
		if (strcmp(node_get(section, "name"), "work") != 0)
			continue;
		node_set_int(section, "of", WORK_FIELDS);
		node_set(section, "href", request_href(rq, "/plan/%lld/background/work", rq->subject));
	}
	node_add_text(course, "referral", rows_text(rq->db, rq, "SELECT referral FROM course WHERE id = ?", ARGS(INT(rq->subject))));
}

/* How a value is shown: by the type of its field. */
static const char *
type_of(const struct field *field)
{
	if (field->check == month_check)
		return "month";
	switch (field->type) {
	case FIELD_DATE:    return "date";
	case FIELD_DECIMAL: return "decimal";
	case FIELD_INTEGER: return "integer";
	case FIELD_CHOICE:  return "choice";
	default:            return "text";
	}
}

/* A value as one types it: a decimal has a comma. */
static const char *
as_typed(struct request *rq, const struct field *field, const char *value)
{
	char *out = talloc_strdup(rq, value), *point = strchr(out, '.');

	if (field->type == FIELD_DECIMAL && point != NULL)
		*point = ',';
	return out;
}

static const struct field *
work_field(const char *name)
{
	size_t i;

	for (i = 0; i < WORK_FIELDS; i++)
		if (strcmp(work_fields[i].name, name) == 0)
			return &work_fields[i];
	return NULL;
}

/* What stands in a field now, as one types it; "" for nothing. */
static const char *
stands(struct request *rq, const xmlNode *course, const struct field *field)
{
	const xmlNode *entry;

	for (entry = node_child(course, "entry"); entry != NULL; entry = node_next(entry, "entry"))
		if (strcmp(node_get(entry, "name"), field->name) == 0)
			return as_typed(rq, field, node_text(node_child(entry, "value")));
	return "";
}

/* Grows by every value that is added, changed (a version more, one of them ended) or removed (one more ended); never 0. */
static long long
work_revision(struct request *rq)
{
	return rows_int(rq->db, 1, "SELECT 1 + COUNT(*) + COUNT(CASE WHEN v.ROW_END <= CURRENT_TIMESTAMP(6) THEN 1 END)"
	    " FROM background_value FOR SYSTEM_TIME ALL v WHERE v.course_id = ? AND v.section = 'work'", ARGS(INT(rq->subject)));
}

static void
work_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content), *entry, *form;
	size_t i;

	if (course == NULL)
		return;
	rows_add(rq->db, course, "entry",
	    "SELECT b.field AS name, b.value, b.source, b.told_on AS 'told-on', b.changed_by AS 'by', s.name AS 'by-name'"
	    " FROM background_value b LEFT JOIN staff s ON s.uid = b.changed_by WHERE b.course_id = ? AND b.section = 'work'"
	    " ORDER BY FIELD(b.field, 'last-job-month', 'occupation', 'employer', 'weekly-hours', 'first-absence-day', 'absence-cause',"
	    "  'cv-active', 'first-offer-due', 'offers-total', 'last-offer-from', 'last-offer-to')", ARGS(INT(rq->subject)));
	form = course_writable(rq, course) ? form_add(rq, course, &work_form, "/plan/%lld/background/work", rq->subject) : NULL;
	for (entry = node_child(course, "entry"); entry != NULL; entry = node_next(entry, "entry")) {
		const struct field *field = work_field(node_get(entry, "name"));

		if (field != NULL)
			node_set(entry, "type", type_of(field));
	}
	if (form == NULL)
		return;
	form_set_revision(form, work_revision(rq));
	for (i = 0; i < WORK_FIELDS; i++)
		form_set(form, work_fields[i].name, stands(rq, course, &work_fields[i]));
	if (node_get(form, "state") != NULL)
		return;
	form_set(form, "source", "citizen");
	form_set(form, "told-on", request_today(rq));
}

static void
change_value(struct request *rq, const char *field, const char *value)
{
	exec(rq->db, "UPDATE background_value SET value = ?, source = ?, told_on = ?, changed_by = ?"
	    " WHERE course_id = ? AND section = 'work' AND field = ?", ARGS(TEXT(value), FIELD(rq, "source"),
	    FIELD(rq, "told-on"), TEXT(rq->user->uid), INT(rq->subject), TEXT(field)));
}

/* Make a field what was given; an emptied one goes, and its last version says who removed it.  Returns 1 when it was another. */
static int
write_value(struct request *rq, const char *field)
{
	const char *given = field_text(rq, field), *is = rows_text(rq->db, rq, "SELECT value FROM background_value"
	    " WHERE course_id = ? AND section = 'work' AND field = ?", ARGS(INT(rq->subject), TEXT(field)));

	if (given == NULL ? is == NULL : is != NULL && strcmp(given, is) == 0)
		return 0;
	if (is == NULL)
		exec(rq->db, "INSERT INTO background_value (course_id, section, field, value, source, told_on, changed_by)"
		    " VALUES (?, 'work', ?, ?, ?, ?, ?)", ARGS(INT(rq->subject), TEXT(field), TEXT(given), FIELD(rq, "source"),
		    FIELD(rq, "told-on"), TEXT(rq->user->uid)));
	else
		change_value(rq, field, given == NULL ? is : given);
	if (given == NULL)
		exec(rq->db, "DELETE FROM background_value WHERE course_id = ? AND section = 'work' AND field = ?",
		    ARGS(INT(rq->subject), TEXT(field)));
	return 1;
}

static void
work_post(struct request *rq)
{
	const char *from = field_text(rq, "last-offer-from"), *to = field_text(rq, "last-offer-to"), *hours = field_text(rq, "weekly-hours");
	int changed = 0;
	size_t i;

	if (from != NULL && to != NULL && strcmp(to, from) < 0)
		field_error(rq, "last-offer-to", "before-start");
	if (strcmp(field_text(rq, "told-on"), request_today(rq)) > 0)
		field_error(rq, "told-on", "in-future");
	if (hours != NULL && (atof(hours) < 0 || atof(hours) > 100))
		field_error(rq, "weekly-hours", "out-of-range");
	if (request_failed(rq) || course_lock(rq, rq->subject) == NULL || revision_stale(rq, work_revision(rq)))
		return;
	for (i = 0; i < WORK_FIELDS; i++)
		changed += write_value(rq, work_fields[i].name);
	see_other(rq, changed > 0 ? "saved" : "unchanged", "/plan/%lld/background/work", rq->subject);
}

const struct route plan_background = {
	.path = "/plan/:id/background", .page = "background", .subject = &subject_course, .menu = "courses", .may = MAY_SEE_CASES,
	.get = background_get,
};

const struct route plan_background_work = {
	.path = "/plan/:id/background/work", .page = "background-work", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = work_get, .post = work_post, .form = &work_form,
};
