/*
 * /plan/:id/background - all that is known about the citizen, by sections; /plan/:id/background/SECTION - one of them, to write in.
 *	<course> <section name of filled [told-on] [href]> <entry name type source told-on by [by-name] [imported-from imported-on]>
 *	    <value/> [<imported/>] </entry>* </section>* [<referral [actor] [by]/>] <earlier-course .../>* [<form SECTION/>] </course>
 * Each value has a source and the day it was told; an earlier one, or one that was emptied, stays in the history.  What a
 * system of records said stands beside what a person put in its place.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/background.h"
#include "domain/benefit.h"
#include "domain/course.h"
#include "domain/deadline.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/benefits.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

/* An entry's place: after those of the fields before it. */
static void
take_entry(xmlNode *course, xmlNode *section, const struct field *field)
{
	xmlNode *entry;

	for (entry = node_child(course, "entry"); entry != NULL; entry = node_next(entry, "entry"))
		if (strcmp(node_get(entry, "section"), node_get(section, "name")) == 0 && strcmp(node_get(entry, "name"), field->name) == 0)
			break;
	if (entry == NULL)
		return;
	xmlUnlinkNode(entry);
	xmlUnsetProp(entry, (const xmlChar *)"section");
	node_set(entry, "type", background_type(field));
	xmlAddChild(section, entry);
}

static void
section_fill(xmlNode *course, xmlNode *section, const struct background_section *is)
{
	const char *told_on = NULL;
	const xmlNode *entry;
	size_t i, n = background_count(is);
	long long filled = 0;

	for (i = 0; i < n; i++)
		take_entry(course, section, &is->form->fields[i]);
	for (entry = node_child(section, "entry"); entry != NULL; entry = node_next(entry, "entry")) {
		filled += node_text(node_child(entry, "value"))[0] != '\0';
		if (told_on == NULL || strcmp(node_get(entry, "told-on"), told_on) > 0)
			told_on = node_get(entry, "told-on");
	}
	node_set_int(section, "filled", filled);
	node_set_int(section, "of", (long long)n);
	node_set(section, "told-on", told_on);
}

/* One section (NULL: all of them) with what is known. */
static void
sections_add(struct request *rq, xmlNode *course, const struct background_section *only)
{
	const struct background_section *is;

	rows_add(rq->db, course, "entry",
	    "SELECT b.section, b.field AS name, b.value, b.source, b.told_on AS 'told-on', b.changed_by AS 'by', s.name AS 'by-name',"
	    "  b.imported, b.imported_from AS 'imported-from', b.imported_on AS 'imported-on'"
	    " FROM background_value b LEFT JOIN staff s ON s.uid = b.changed_by WHERE b.course_id = ? AND b.section = COALESCE(?, b.section)",
	    ARGS(INT(rq->subject), TEXT(only == NULL ? NULL : only->name)));
	for (is = background_sections; is->name != NULL; is++) {
		xmlNode *section = only == NULL || only == is ? node_add(course, "section") : NULL;

		if (section == NULL)
			continue;
		node_set(section, "name", is->name);
		section_fill(course, section, is);
		if (only == NULL)
			node_set(section, "href", request_href(rq, "/plan/%lld/background/%s%s%s", rq->subject, is->name,
			    rq->as_of_given == NULL ? "" : "?as-of=", rq->as_of_given == NULL ? "" : rq->as_of_given));
	}
}

static void
referral_add(struct request *rq, xmlNode *course)
{
	const char *is[3];
	xmlNode *referral;

	if (!rows_one(rq->db, rq, is, 3, "SELECT referral, referrer_actor, referrer_name FROM course WHERE id = ?", ARGS(INT(rq->subject))) ||
	    (is[0] == NULL && is[1] == NULL && is[2] == NULL))
		return;
	referral = node_add_text(course, "referral", is[0] == NULL ? "" : is[0]);
	node_set(referral, "actor", is[1]);
	node_set(referral, "by", is[2]);
}

/* What Samspil itself knows: the citizen's courses before this one, to read.  Goals, and a link, only for who may see that course. */
static void
earlier_add(struct request *rq, xmlNode *course)
{
	xmlNode *earlier;

	rows_add(rq->db, course, "earlier-course",
	    "SELECT c.id, c.state, c.opened_on AS 'opened-on', c.closed_on AS 'closed-on', c.outcome, f.name AS frame,"
	    "  d.name AS 'department-name'"
	    " FROM course o JOIN course c ON c.citizen_id = o.citizen_id AND c.id < o.id LEFT JOIN course_frame f ON f.id = c.frame_id"
	    " LEFT JOIN department d ON d.id = c.department_id WHERE o.id = ? ORDER BY c.opened_on DESC, c.id DESC", ARGS(INT(rq->subject)));
	for (earlier = node_child(course, "earlier-course"); earlier != NULL; earlier = node_next(earlier, "earlier-course")) {
		long long id = strtoll(node_get(earlier, "id"), NULL, 10);

		bool seen = request_sees(rq, &subject_course, id);

		if (seen) {
			node_set(earlier, "href", request_href(rq, "/plan/%lld", id));
			node_set(earlier, "employment-goal", rows_text(rq->db, rq, "SELECT employment_goal FROM course WHERE id = ?", ARGS(INT(id))));
		}
		rows_add(rq->db, earlier, "earlier-intervention",
		    "SELECT title, state, COALESCE(started_on, starts_on) AS 'starts-on', ends_on AS 'ends-on', IF(? = 1, goal, NULL) AS goal FROM intervention"
		    " WHERE course_id = ? AND state NOT IN ('proposed', 'declined', 'withdrawn') ORDER BY COALESCE(started_on, starts_on), id",
		    ARGS(INT(seen ? 1 : 0), INT(id)));
	}
}

static void
background_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content);

	if (course == NULL)
		return;
	sections_add(rq, course, NULL);
	node_set(benefits_add(rq, course), "href", request_href(rq, "/plan/%lld/background/benefits", rq->subject));
	referral_add(rq, course);
	page_script(rq, "print.js", NULL);
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

/* What stands in a field now, as one types it; "" for nothing. */
static const char *
stands(struct request *rq, const xmlNode *section, const struct field *field)
{
	const xmlNode *entry;

	for (entry = node_child(section, "entry"); entry != NULL; entry = node_next(entry, "entry"))
		if (strcmp(node_get(entry, "name"), field->name) == 0)
			return as_typed(rq, field, node_text(node_child(entry, "value")));
	return "";
}

/* Grows by every value that is added, changed (a version more, one of them ended) or removed (one more ended); never 0. */
static long long
section_revision(struct request *rq, const struct background_section *is)
{
	return rows_int(rq->db, 1, "SELECT 1 + COUNT(*) + COUNT(CASE WHEN v.ROW_END <= CURRENT_TIMESTAMP(6) THEN 1 END)"
	    " FROM background_value FOR SYSTEM_TIME ALL v WHERE v.course_id = ? AND v.section = ?", ARGS(INT(rq->subject), TEXT(is->name)));
}

static void
form_fill(struct request *rq, xmlNode *course, xmlNode *form, const struct background_section *is)
{
	size_t i, n = background_count(is);

	form_set_revision(form, section_revision(rq, is));
	for (i = 0; i < n; i++)
		form_set(form, is->form->fields[i].name, stands(rq, node_child(course, "section"), &is->form->fields[i]));
	/* Asked only of who typed such a day. */
	if (strcmp(is->name, "work") == 0 && !field_refused(rq, "absence-old") && !field_check(rq, "absence-old"))
		form_drop(form, "field", "absence-old");
	if (node_get(form, "state") != NULL)
		return;
	form_set(form, "source", "citizen");
	form_set(form, "told-on", request_today(rq));
}

static void
section_get(struct request *rq, xmlNode *content)
{
	const struct background_section *is = background_section(rq->route->form->name);
	xmlNode *course = course_add(rq, content), *form;

	if (course == NULL)
		return;
	sections_add(rq, course, is);
	if (strcmp(is->name, "referral") == 0)
		referral_add(rq, course);
	if (strcmp(is->name, "earlier") == 0)
		earlier_add(rq, course);
	form = course_writable(rq, course) ? form_add(rq, course, is->form, "/plan/%lld/background/%s", rq->subject, is->name) : NULL;
	if (form != NULL)
		form_fill(rq, course, form, is);
}

static void
change_value(struct request *rq, const struct background_section *is, const char *field, const char *value)
{
	exec(rq->db, "UPDATE background_value SET value = COALESCE(?, ''), source = ?, told_on = ?, changed_by = ?"
	    " WHERE course_id = ? AND section = ? AND field = ?", ARGS(TEXT(value), FIELD(rq, "source"), FIELD(rq, "told-on"),
	    TEXT(rq->user->uid), INT(rq->subject), TEXT(is->name), TEXT(field)));
}

/* An emptied field goes, and its last version says who removed it. */
static void
remove_value(struct request *rq, const struct background_section *is, const char *field, const char *was)
{
	change_value(rq, is, field, was);
	exec(rq->db, "DELETE FROM background_value WHERE course_id = ? AND section = ? AND field = ?",
	    ARGS(INT(rq->subject), TEXT(is->name), TEXT(field)));
}

/* Make a field what was given.  What a system of records gave stays, also beside nothing.  Returns 1 when it was another. */
static int
write_value(struct request *rq, const struct background_section *is, const char *field)
{
	const char *given = field_text(rq, field), *was[2] = { NULL, NULL };
	int there = rows_one(rq->db, rq, was, 2, "SELECT value, imported FROM background_value WHERE course_id = ? AND section = ?"
	    " AND field = ?", ARGS(INT(rq->subject), TEXT(is->name), TEXT(field)));

	if (strcmp(given == NULL ? "" : given, was[0] == NULL ? "" : was[0]) == 0)
		return 0;
	if (!there)
		exec(rq->db, "INSERT INTO background_value (course_id, section, field, value, source, told_on, changed_by)"
		    " VALUES (?, ?, ?, ?, ?, ?, ?)", ARGS(INT(rq->subject), TEXT(is->name), TEXT(field), TEXT(given), FIELD(rq, "source"),
		    FIELD(rq, "told-on"), TEXT(rq->user->uid)));
	else if (given == NULL && was[1] == NULL)
		remove_value(rq, is, field, was[0]);
	else
		change_value(rq, is, field, given);
	return 1;
}

/* What one field needs of another. */
static void
needs_check(struct request *rq, const struct background_section *is)
{
	const struct background_need *need;

	for (need = background_needs; need->section != NULL; need++) {
		const char *on;

		if (strcmp(need->section, is->name) != 0 || field_text(rq, need->field) == NULL)
			continue;
		on = field_text(rq, need->on);
		if (on == NULL || (need->value != NULL && strcmp(on, need->value) != 0))
			field_error(rq, need->at, need->error);
	}
}

/* As a change of benefit asks (plan/benefits.c), of the benefit that the citizen lives on; what stands already was meant. */
static void
absence_check(struct request *rq)
{
	const char *absence = field_text(rq, "first-absence-day"), *is[3], *asked;

	if (absence == NULL || field_check(rq, "absence-old"))
		return;
	rows_one(rq->db, rq, is, 3, "SELECT p.benefit_type, COALESCE(p.starts_on, me.today), b.value FROM (SELECT ? AS course, CAST(? AS DATE) AS today) me"
	    " JOIN course c ON c.id = me.course LEFT JOIN benefit_period p ON p.citizen_id = c.citizen_id AND p.starts_on <= me.today"
	    "  AND (p.ends_on IS NULL OR p.ends_on >= me.today) LEFT JOIN benefit_type t ON t.code = p.benefit_type"
	    " LEFT JOIN background_value b ON b.course_id = c.id AND b.section = 'work' AND b.field = 'first-absence-day'"
	    " ORDER BY t.is_main DESC, p.starts_on DESC, p.id DESC LIMIT 1", ARGS(INT(rq->subject), TEXT(request_today(rq))));
	if (is[2] != NULL && strcmp(is[2], absence) == 0)
		return;
	asked = benefit_absence_asked(rq, is[0], is[1], absence);
	if (asked != NULL)
		field_error(rq, "absence-old", asked);
}

static void
section_post(struct request *rq)
{
	const struct background_section *is = background_section(rq->route->form->name);
	bool work = strcmp(is->name, "work") == 0;
	const char *from = work ? field_text(rq, "last-offer-from") : NULL, *to = work ? field_text(rq, "last-offer-to") : NULL;
	size_t i, n = background_count(is);
	int changed = 0;

	if (from != NULL && to != NULL && strcmp(to, from) < 0)
		field_error(rq, "last-offer-to", "before-start");
	if (strcmp(field_text(rq, "told-on"), request_today(rq)) > 0)
		field_error(rq, "told-on", "in-future");
	needs_check(rq, is);
	if (work)
		absence_check(rq);
	if (request_failed(rq) || course_lock(rq, rq->subject) == NULL || revision_stale(rq, section_revision(rq, is)))
		return;
	for (i = 0; i < n; i++)
		changed += write_value(rq, is, is->form->fields[i].name);
	if (work && changed > 0 && field_text(rq, "first-absence-day") != NULL)
		deadline_follow(rq, rq->subject, "first-absence", field_text(rq, "first-absence-day"));
	see_other(rq, changed > 0 ? "saved" : "unchanged", "/plan/%lld/background/%s", rq->subject, is->name);
}

const struct route plan_background = {
	.path = "/plan/:id/background", .page = "background", .subject = &subject_course, .menu = "courses", .may = MAY_SEE_CASES,
	.get = background_get,
};

/* The same page for each, since all that differs is its table. */
#define SECTION(section, table) { \
	.path = "/plan/:id/background/" section, .page = "background-section", .subject = &subject_course, .menu = "courses", \
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE, \
	.get = section_get, .post = section_post, .form = &background_forms[table], \
}

const struct route plan_background_referral = SECTION("referral", BACKGROUND_REFERRAL);
const struct route plan_background_work = SECTION("work", BACKGROUND_WORK);
const struct route plan_background_education = SECTION("education", BACKGROUND_EDUCATION);
const struct route plan_background_social = SECTION("social", BACKGROUND_SOCIAL);
const struct route plan_background_health = SECTION("health", BACKGROUND_HEALTH);
const struct route plan_background_functioning = SECTION("functioning", BACKGROUND_FUNCTIONING);
const struct route plan_background_lifestyle = SECTION("lifestyle", BACKGROUND_LIFESTYLE);
const struct route plan_background_earlier = SECTION("earlier", BACKGROUND_EARLIER);
