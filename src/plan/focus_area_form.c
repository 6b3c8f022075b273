/* focus_area_form.c - the form in which an area is written, and what may stand in it. */
#include <string.h>

#include "domain/catalogue.h"
#include "domain/icf.h"
#include "plan/focus_area.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

static void
catalogue_source(struct request *rq, xmlNode *field)
{
	catalogue_choices(rq, field);
	if (rq->ids[1] != 0)
		catalogue_choice_keep(rq, field, rows_int(rq->db, 0, "SELECT catalogue_version_id FROM focus_area WHERE course_id = ?"
		    " AND id = ? AND catalogue_version_id IS NOT NULL", ARGS(INT(rq->subject), INT(rq->ids[1]))));
}

static const char *const kinds[] = { "barrier", "resource", NULL };

static const struct field focus_area_fields[] = {
	{ .name = "q",           .type = FIELD_LINE, .max = 60 },
	{ .name = "icf-code",    .type = FIELD_CODE },
	{ .name = "component",   .type = FIELD_CHOICE, .choices = icf_components },
	{ .name = "kind",        .type = FIELD_CHOICE, .required = REQUIRED, .choices = kinds },
	{ .name = "qualifier",   .type = FIELD_CHOICE, .source = icf_add_qualifiers },
	{ .name = "description", .type = FIELD_TEXT, .required = REQUIRED, .max = 4000 },
	{ .name = "catalogue",   .type = FIELD_CHOICE, .source = catalogue_source },
	{ .name = "suggestion",  .type = FIELD_TEXT, .max = 4000 },
	{ .name = "priority",    .type = FIELD_INTEGER, .min = 1, .max = FOCUS_AREA_PLACES_MAX },
	{ 0 }
};
static const char *const focus_area_submits[] = { "save", "find", NULL };
const struct form focus_area_form = { .name = "focus-area", .fields = focus_area_fields, .submits = focus_area_submits, .asks = "find" };

/* What is sought, in a component where one is given: personal factors have no codes. */
void
focus_area_add_codes(struct request *rq, xmlNode *course, const char *path)
{
	const char *q = rq->form == NULL ? query_text(rq, "q") : field_text(rq, "q"), *component = field_text(rq, "component");

	if (component != NULL && strcmp(component, "personal") == 0)
		component = NULL;
	if (q != NULL)
		icf_add_hits(rq, course, q, component, path);
	else
		icf_add_usual(rq, course, component, path);
	node_set(course, "codes-href", request_href(rq, "/plan/icf"));
}

void
focus_area_set_code(struct request *rq, xmlNode *form)
{
	const char *code = query_text(rq, "code");

	form_set(form, "q", query_text(rq, "q"));
	if (code == NULL)
		return;
	code = icf_code_tidy(rq, code, NULL);
	form_set(form, "icf-code", code);
	form_set(form, "component", icf_component(rq, code));
}

static bool
same(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static bool
is_personal(const struct focus_area *area)
{
	return same(area->component, "personal");
}

/* The code that was typed or, where none was, the one that the words sought stand for. */
static const char *
find_code(struct request *rq, const struct focus_area *area)
{
	const char *typed = field_text(rq, "icf-code"), *q = field_text(rq, "q"), *code;

	if (typed != NULL)
		return icf_code_tidy(rq, typed, area->component);
	if (q == NULL || is_personal(area))
		return NULL;
	code = icf_meant(rq, q, area->component);
	if (code == NULL)
		field_error(rq, "icf-code", "icf-choose");
	return code;
}

static const char *
check_code(struct request *rq, const struct focus_area *kept, struct focus_area *area)
{
	if (area->code == NULL)
		return is_personal(area) ? NULL : "required";
	if (kept != NULL && same(kept->code, area->code) && same(kept->component, area->component)) {
		area->title = kept->title;
		return NULL;
	}
	return icf_check(rq, area->component == NULL ? "" : area->component, area->code, &area->title);
}

static const char *
check_qualifier(struct request *rq, const struct focus_area *kept, struct focus_area *area)
{
	const char *title, *error;

	if (area->qualifier == NULL)
		return NULL;
	error = icf_check_qualifier(rq, area->component, field_text(rq, "kind"), area->qualifier, &title);
	area->qualifier_title = kept != NULL && same(kept->qualifier, area->qualifier) ? kept->qualifier_title : title;
	return error;
}

bool
focus_area_read(struct request *rq, const struct focus_area *kept, struct focus_area *out)
{
	const char *error;

	*out = (struct focus_area){ .component = field_text(rq, "component"), .qualifier = field_text(rq, "qualifier") };
	out->code = find_code(rq, out);
	if (request_failed(rq))
		return false;
	if (out->component == NULL && out->code != NULL)
		out->component = kept != NULL && same(kept->code, out->code) ? kept->component : icf_component(rq, out->code);
	error = check_code(rq, kept, out);
	if (error != NULL)
		field_error(rq, "icf-code", error);
	error = out->component == NULL ? NULL : check_qualifier(rq, kept, out);
	if (error != NULL)
		field_error(rq, "qualifier", error);
	return !request_failed(rq);
}
