/*
 * /plan/:id/focus-areas - what hinders and what helps, coded in ICF; /plan/:id/focus-areas/:area - one of them, to change.
 *	<course> <icf-hits q> <icf-hit code title component href/>* </icf-hits>?
 *	    <focus-area id component kind icf-code icf-title qualifier qualifier-title grade priority profession responsible state>
 *	    <description/> <suggestion/> </focus-area>* <form focus-area/> </course>
 * q searches the classification by words or code: in the address, or by the form's own submit find, which keeps all that was
 * typed.  A hit is a choice of icf-code; ?code= takes one into the form.
 */
#include <stdlib.h>
#include <string.h>

#include "domain/course.h"
#include "domain/icf.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static void qualifier_choices(struct request *rq, xmlNode *field);

static const char *const kinds[] = { "barrier", "resource", NULL };

static const struct field focus_area_fields[] = {
	{ .name = "q",           .type = FIELD_LINE, .max = 60 },
	{ .name = "icf-code",    .type = FIELD_CODE },
	{ .name = "component",   .type = FIELD_CHOICE, .choices = icf_components },
	{ .name = "kind",        .type = FIELD_CHOICE, .required = REQUIRED, .choices = kinds },
	{ .name = "qualifier",   .type = FIELD_CHOICE, .source = qualifier_choices },
	{ .name = "priority",    .type = FIELD_INTEGER, .min = 1, .max = 999 },
	{ .name = "description", .type = FIELD_TEXT, .required = REQUIRED, .max = 4000 },
	{ .name = "suggestion",  .type = FIELD_TEXT, .max = 4000 },
	{ 0 }
};
static const char *const focus_area_submits[] = { "save", "find", NULL };
static const struct form focus_area_form = { .name = "focus-area", .fields = focus_area_fields, .submits = focus_area_submits,
    .asks = "find" };

static const struct field drop_fields[] = {
	{ .name = "reason", .type = FIELD_LINE, .required = REQUIRED, .max = 400 },
	{ 0 }
};
static const char *const drop_submits[] = { "drop", NULL };
static const struct form drop_form = { .name = "drop-focus-area", .fields = drop_fields, .submits = drop_submits };

/* Those of the component, where it is known: from a hit, or from the area that is changed. */
static void
qualifier_choices(struct request *rq, xmlNode *field)
{
	const char *code = query_text(rq, "code");
	const char *component = code != NULL ? icf_component(rq, icf_code_tidy(rq, code, NULL)) : NULL;

	if (component == NULL && !rq->post && rq->ids[1] != 0)
		component = rows_text(rq->db, rq, "SELECT component FROM focus_area WHERE course_id = ? AND id = ?",
		    ARGS(INT(rq->subject), INT(rq->ids[1])));
	icf_add_qualifiers(rq, field, rq->post ? NULL : component);
}

static void
add_areas(struct request *rq, xmlNode *course)
{
	xmlNode *area;

	rows_add(rq->db, course, "focus-area",
	    "SELECT a.id, a.component, a.kind, a.icf_code AS 'icf-code', a.icf_title AS 'icf-title', a.qualifier,"
	    "  a.qualifier_title AS 'qualifier-title', RIGHT(a.qualifier, 1) AS grade, a.priority, a.profession, a.uid AS responsible,"
	    "  s.name AS 'responsible-name', a.state, a.state_reason AS 'state-reason', a.created_at AS 'created-at',"
	    "  a.description, a.suggestion"
	    " FROM focus_area a JOIN staff s ON s.uid = a.uid WHERE a.course_id = ?"
	    " ORDER BY a.state IN ('resolved', 'dropped'), a.priority, a.id", ARGS(INT(rq->subject)));
	if (!course_writable(rq, course) || !request_may(rq, MAY_ANALYSE))
		return;
	for (area = node_child(course, "focus-area"); area != NULL; area = node_next(area, "focus-area"))
		node_set(area, "href", request_href(rq, "/plan/%lld/focus-areas/%s", rq->subject, node_get(area, "id")));
}

/* A hit, or the area that is changed, into the form. */
static void
set_hit(struct request *rq, xmlNode *form)
{
	const char *code = query_text(rq, "code");

	form_set(form, "q", query_text(rq, "q"));
	if (code == NULL)
		return;
	code = icf_code_tidy(rq, code, NULL);
	form_set(form, "icf-code", code);
	form_set(form, "component", icf_component(rq, code));
}

static void
set_area(struct request *rq, xmlNode *form)
{
	static const char *const names[] = { "component", "kind", "icf-code", "qualifier", "priority", "description", "suggestion" };
	const char *is[8];
	size_t i;

	if (!rows_one(rq->db, rq, is, 8, "SELECT revision, component, kind, icf_code, qualifier, priority, description, suggestion"
	    " FROM focus_area WHERE course_id = ? AND id = ?", ARGS(INT(rq->subject), INT(rq->ids[1]))))
		return;
	form_set_revision(form, atoll(is[0]));
	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if (query_text(rq, "code") == NULL || (strcmp(names[i], "component") != 0 && strcmp(names[i], "icf-code") != 0))
			form_set(form, names[i], is[i + 1]);
}

static long long
next_priority(struct request *rq)
{
	return rows_int(rq->db, 1, "SELECT LEAST(COALESCE(MAX(priority), 0) + 1, 999) FROM focus_area WHERE course_id = ?"
	    " AND state IN ('open', 'chosen')", ARGS(INT(rq->subject)));
}

static void
add_hits(struct request *rq, xmlNode *course, const char *path)
{
	const char *q = rq->form == NULL ? query_text(rq, "q") : field_text(rq, "q");

	if (q != NULL)
		icf_add_hits(rq, course, q, path);
}

static void
focus_areas_get(struct request *rq, xmlNode *content)
{
	const char *path = request_format(rq, "/plan/%lld/focus-areas", rq->subject);
	xmlNode *course = course_add(rq, content), *form;

	if (course == NULL)
		return;
	add_areas(rq, course);
	if (!course_writable(rq, course) || !request_may(rq, MAY_ANALYSE))
		return;
	add_hits(rq, course, path);
	form = form_add(rq, course, &focus_area_form, "%s", path);
	set_hit(rq, form);
	form_set_int(form, "priority", next_priority(rq));
}

static void
focus_area_get(struct request *rq, xmlNode *content)
{
	const char *path = request_format(rq, "/plan/%lld/focus-areas/%lld", rq->subject, rq->ids[1]);
	xmlNode *course = course_add(rq, content), *form;
	long long revision = rows_int(rq->db, 0, "SELECT revision FROM focus_area WHERE course_id = ? AND id = ?",
	    ARGS(INT(rq->subject), INT(rq->ids[1])));

	if (course == NULL)
		return;
	if (revision == 0) {
		fail_request(rq, FAIL_MISSING, "no-such-focus-area");
		return;
	}
	add_areas(rq, course);
	node_set_int(course, "changes", rq->ids[1]);
	if (!course_writable(rq, course))
		return;
	add_hits(rq, course, path);
	form = form_add(rq, course, &focus_area_form, "%s", path);
	set_hit(rq, form);
	set_area(rq, form);
	form = form_add(rq, course, &drop_form, "%s/drop", path);
	form_set_revision(form, revision);
}

/* What was sent, checked against the classification; titles as they are today.  A code has its component with it. */
struct area { const char *component, *code, *title, *qualifier, *qualifier_title; };

static bool
read_area(struct request *rq, struct area *out)
{
	const char *typed = field_text(rq, "icf-code"), *error = NULL;

	*out = (struct area){ .component = field_text(rq, "component"), .qualifier = field_text(rq, "qualifier") };
	if (typed != NULL)
		out->code = icf_code_tidy(rq, typed, out->component);
	if (out->component == NULL && out->code != NULL)
		out->component = icf_component(rq, out->code);
	if (out->code != NULL)
		error = icf_check(rq, out->component == NULL ? "" : out->component, out->code, &out->title);
	else if (out->component == NULL || strcmp(out->component, "personal") != 0)
		error = "required";
	if (error != NULL)
		field_error(rq, "icf-code", error);
	if (out->component == NULL)
		return false;
	if (out->qualifier != NULL) {
		error = icf_check_qualifier(rq, out->component, field_text(rq, "kind"), out->qualifier, &out->qualifier_title);
		if (error != NULL)
			field_error(rq, "qualifier", error);
	}
	return !request_failed(rq);
}

static void
focus_areas_post(struct request *rq)
{
	const char *profession = profession_of(rq->user->roles);
	struct area area;

	if (!read_area(rq, &area) || course_lock(rq, rq->subject) == NULL)
		return;
	exec_insert(rq->db, "INSERT INTO focus_area (course_id, component, kind, icf_code, icf_title, qualifier, qualifier_title,"
	    " priority, description, suggestion, profession, uid, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	    ARGS(INT(rq->subject), TEXT(area.component), FIELD(rq, "kind"), TEXT(area.code), TEXT(area.title), TEXT(area.qualifier),
	    TEXT(area.qualifier_title), INT(field_int(rq, "priority", next_priority(rq))), FIELD(rq, "description"),
	    FIELD(rq, "suggestion"), TEXT(profession == NULL ? "other" : profession), TEXT(rq->user->uid), TEXT(rq->user->uid)));
	see_other(rq, "focus-area-added", "/plan/%lld/focus-areas", rq->subject);
}

/* Lock the area that the path names; false when it is not there or was changed in between (which the request remembers). */
static bool
lock_area(struct request *rq)
{
	long long revision;

	if (course_lock(rq, rq->subject) == NULL)
		return false;
	revision = rows_int(rq->db, 0, "SELECT revision FROM focus_area WHERE course_id = ? AND id = ? FOR UPDATE",
	    ARGS(INT(rq->subject), INT(rq->ids[1])));
	if (revision == 0) {
		fail_request(rq, FAIL_MISSING, "no-such-focus-area");
		return false;
	}
	return !revision_stale(rq, revision);
}

/* A title stays as it was while its code stays. */
static void
focus_area_post(struct request *rq)
{
	struct area area;

	if (!lock_area(rq) || !read_area(rq, &area))
		return;
	exec(rq->db, "UPDATE focus_area SET icf_title = CASE WHEN icf_code = ? THEN icf_title ELSE ? END,"
	    " qualifier_title = CASE WHEN qualifier = ? THEN qualifier_title ELSE ? END, component = ?, kind = ?, icf_code = ?,"
	    " qualifier = ?, priority = COALESCE(?, priority), description = ?, suggestion = ?, changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND id = ?",
	    ARGS(TEXT(area.code), TEXT(area.title), TEXT(area.qualifier), TEXT(area.qualifier_title), TEXT(area.component),
	    FIELD(rq, "kind"), TEXT(area.code), TEXT(area.qualifier), FIELD(rq, "priority"), FIELD(rq, "description"),
	    FIELD(rq, "suggestion"), TEXT(rq->user->uid), INT(rq->subject), INT(rq->ids[1])));
	see_other(rq, "saved", "/plan/%lld/focus-areas", rq->subject);
}

static void
focus_area_drop_post(struct request *rq)
{
	if (!lock_area(rq))
		return;
	exec(rq->db, "UPDATE focus_area SET state = 'dropped', state_reason = ?, changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND id = ?", ARGS(FIELD(rq, "reason"), TEXT(rq->user->uid), INT(rq->subject), INT(rq->ids[1])));
	see_other(rq, "focus-area-dropped", "/plan/%lld/focus-areas", rq->subject);
}

const struct route plan_focus_areas = {
	.path = "/plan/:id/focus-areas", .page = "focus-areas", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_ANALYSE,
	.get = focus_areas_get, .post = focus_areas_post, .form = &focus_area_form,
};

const struct route plan_focus_area = {
	.path = "/plan/:id/focus-areas/:area", .page = "focus-areas", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_ANALYSE,
	.get = focus_area_get, .post = focus_area_post, .form = &focus_area_form,
};

const struct route plan_focus_area_drop = {
	.path = "/plan/:id/focus-areas/:area/drop", .page = "focus-areas", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_ANALYSE,
	.get = focus_area_get, .post = focus_area_drop_post, .form = &drop_form,
};
