#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/secret.h"
#include "web/form.h"
#include "web/internals.h"
#include "web/session.h"
#include "xml/node.h"

static const char *const type_names[] = {
	[FIELD_LINE] = "line", [FIELD_TEXT] = "text", [FIELD_INTEGER] = "integer", [FIELD_DECIMAL] = "decimal", [FIELD_DATE] = "date",
	[FIELD_TIME] = "time", [FIELD_CHOICE] = "choice", [FIELD_CHOICES] = "choices", [FIELD_CHECK] = "check", [FIELD_SCALE] = "scale",
	[FIELD_PASSWORD] = "password", [FIELD_CODE] = "code", [FIELD_HIDDEN] = "hidden",
	[FIELD_FILE] = "file",
};

/* The limits that the browser and the reader should know, as the check will apply them. */
static void
draw_limits(xmlNode *node, const struct field *field)
{
	bool scale = field->type == FIELD_SCALE;
	long max = field->max;

	if (max == 0 && scale)
		max = 10;
	if (max == 0 && field->type == FIELD_TEXT)
		max = FIELD_TEXT_MAX;
	if (max == 0 && field->type == FIELD_LINE)
		max = FIELD_LINE_MAX;
	if (field->min != 0 || scale || ((field->type == FIELD_INTEGER || field->type == FIELD_DECIMAL) && max != 0))
		node_set_int(node, "min", field->min);
	if (max != 0)
		node_set_int(node, "max", max);
}

static void
draw_choices(struct request *rq, xmlNode *node, const struct field *field)
{
	const char *const *choice;

	for (choice = field->choices; choice != NULL && *choice != NULL; choice++)
		node_set(node_add(node, "choice"), "value", *choice);
	if (field->source != NULL)
		field->source(rq, node);
}

/* A value for each that was chosen. */
static void
draw_chosen(struct request *rq, xmlNode *node, const char *typed)
{
	char *rest = NULL, *word;

	for (word = strtok_r(talloc_strdup(rq, typed), " ", &rest); word != NULL; word = strtok_r(NULL, " ", &rest))
		node_add_text(node, "value", word);
}

/* Passwords are never sent back. */
static void
draw_typed(struct request *rq, xmlNode *node, const struct form_value *is)
{
	if (is->typed != NULL && is->field->type == FIELD_CHOICES)
		draw_chosen(rq, node, is->typed);
	else if (is->typed != NULL && is->typed[0] != '\0' && is->field->type != FIELD_PASSWORD)
		node_add_text(node, "value", is->typed);
}

static void
draw_field(struct request *rq, xmlNode *form, const struct form *table, const struct field *field, const struct form_state *state)
{
	const struct form_value *is = form_value_of(state, field->name);
	xmlNode *node = node_add(form, "field");

	node_set(node, "name", field->name);
	node_set(node, "type", type_names[field->type]);
	if (field->required == IN_CASE)
		node_set(node, "in-case", "yes");
	if (field->required == REQUIRED)
		node_set(node, "required", "yes");
	draw_limits(node, field);
	node_set(node, "accept", field->accept);
	if (field->most > 1)
		node_set_int(node, "most", field->most);
	if (is != NULL)
		draw_typed(rq, node, is);
	else if (table->get)
		node_add_text(node, "value", query_text(rq, field->name));
	draw_choices(rq, node, field);
	if (is != NULL && is->error != NULL)
		node_set(node_add(node, "error"), "key", is->error);
}

static void
draw_submits(xmlNode *form, const struct form *table)
{
	static const char *const save[] = { "save", NULL }, *const find[] = { "find", NULL };
	const char *const *submit = table->submits != NULL ? table->submits : table->get ? find : save;

	for (; *submit != NULL; submit++)
		node_set(node_add(form, "submit"), "name", *submit);
}

/* May this user send a form to this path?  A path of another program is not known here: then the other program will say. */
static bool
may_send(struct request *rq, const char *path)
{
	long long ids[REQUEST_IDS_MAX];
	const struct route *route = route_find(rq->program, path, ids);

	if (route == NULL || route->open)
		return true;
	return request_may(rq, route->may_post != 0 ? route->may_post : route->may);
}

xmlNode *
form_add(struct request *rq, xmlNode *parent, const struct form *table, const char *action_format, ...)
{
	const struct form_state *state = rq->own->redraw && rq->form != NULL && strcmp(rq->form->form->name, table->name) == 0 ? rq->form : NULL;
	const struct field *field;
	const char *action;
	xmlNode *form;
	va_list ap;

	va_start(ap, action_format);
	action = talloc_vasprintf(rq, action_format, ap);
	va_end(ap);
	if (parent == NULL || (!table->get && (((rq->as_of != NULL || request_only_looks(rq)) && !table->always) || !may_send(rq, action))))
		return NULL;
	form = node_add(parent, "form");
	node_set(form, "name", table->name);
	node_set(form, "action", request_href(rq, "%s", action));
	node_set(form, "method", table->get ? "get" : "post");
	if (form_files(table) > 0)
		node_set(form, "enctype", "multipart/form-data");
	if (!table->get) {
		node_add_text(form, "token", session_token(rq));
		node_add_text(form, "once", secret_token(rq));
	}
	for (field = table->fields; field != NULL && field->name != NULL; field++)
		draw_field(rq, form, table, field, state);
	draw_submits(form, table);
	if (state != NULL && !rq->own->stale && form_revision(rq) != 0)
		node_set_int(form, "revision", form_revision(rq));
	if (state != NULL)
		node_set(form, "state", rq->own->stale ? "stale" : "refused");
	return form;
}

xmlNode *
form_part(xmlNode *form, const char *kind, const char *name)
{
	xmlNode *part;

	for (part = node_child(form, kind); part != NULL; part = node_next(part, kind))
		if (strcmp(node_get(part, "name"), name) == 0)
			return part;
	return NULL;
}

void
form_drop(xmlNode *form, const char *kind, const char *name)
{
	xmlNode *part = form_part(form, kind, name);

	if (part == NULL)
		return;
	xmlUnlinkNode(part);
	xmlFreeNode(part);
}

/* The value goes before the choices: the order of the page contract. */
static void
put_first(xmlNode *field, const char *name, const char *value)
{
	xmlNode *node = node_add_text(field, name, value);

	if (node != NULL && field->children != node)
		xmlAddPrevSibling(field->children, node);
}

void
form_set(xmlNode *form, const char *name, const char *value)
{
	const char *state = form == NULL ? NULL : node_get(form, "state");
	xmlNode *field = form_part(form, "field", name);

	if (field == NULL || value == NULL)
		return;
	if (state == NULL && value[0] != '\0')
		put_first(field, "value", value);
	else if (state != NULL && strcmp(state, "stale") == 0 && strcmp(node_text(node_child(field, "value")), value) != 0)
		node_add_text(field, "theirs", value);
}

void
form_set_int(xmlNode *form, const char *name, long long value)
{
	char text[32];

	snprintf(text, sizeof text, "%lld", value);
	form_set(form, name, text);
}

void
form_set_revision(xmlNode *form, long long revision)
{
	if (form != NULL && node_get(form, "revision") == NULL)
		node_set_int(form, "revision", revision);
}
