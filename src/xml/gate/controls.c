#include "xml/gate/controls.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <talloc.h>

static const struct { const char *type; enum control_kind kind; } types[] = {
	{ "button", CONTROL_BUTTON }, { "checkbox", CONTROL_MANY }, { "color", CONTROL_OTHER }, { "date", CONTROL_OTHER },
	{ "datetime-local", CONTROL_OTHER }, { "email", CONTROL_OTHER }, { "file", CONTROL_OTHER }, { "hidden", CONTROL_HIDDEN },
	{ "image", CONTROL_OTHER }, { "month", CONTROL_OTHER }, { "number", CONTROL_OTHER }, { "password", CONTROL_OTHER },
	{ "radio", CONTROL_ONE }, { "range", CONTROL_OTHER }, { "reset", CONTROL_BUTTON }, { "search", CONTROL_LINE },
	{ "submit", CONTROL_SUBMIT }, { "tel", CONTROL_LINE }, { "text", CONTROL_LINE }, { "time", CONTROL_OTHER },
	{ "url", CONTROL_OTHER }, { "week", CONTROL_OTHER },
};

static void
read_type(const char *type, struct control *control)
{
	size_t i;

	control->type = "text";
	control->kind = CONTROL_LINE;
	for (i = 0; i < sizeof types / sizeof types[0]; i++)
		if (strcasecmp(types[i].type, type) == 0) {
			control->type = types[i].type;
			control->kind = types[i].kind;
		}
}

static void
read_button(const char *type, struct control *control)
{
	bool sends = strcasecmp(type, "button") != 0 && strcasecmp(type, "reset") != 0;

	control->type = "button";
	control->kind = sends ? CONTROL_SUBMIT : CONTROL_BUTTON;
}

/* The text of a <textarea>; elements in one are refused elsewhere. */
static const char *
text_inside(const struct outline *outline, const struct thing *thing)
{
	const xmlNode *child = thing->node->children;
	char *whole;

	if (child == NULL || child->content == NULL)
		return "";
	if (child->next == NULL)
		return (const char *)child->content;
	whole = talloc_strdup(outline->owner, "");
	for (; child != NULL && whole != NULL; child = child->next)
		if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
			whole = talloc_strdup_append_buffer(whole, (const char *)child->content);
	return whole == NULL ? "" : whole;
}

/* False: it is no control. */
static bool
read_control(const struct outline *outline, const struct thing *thing, struct control *out)
{
	*out = (struct control){ .thing = thing, .value = outline_value(outline, thing, "value"), .type = thing->element->name };
	switch (thing->element->tag) {
	case TAG_INPUT:
		read_type(outline_value(outline, thing, "type"), out);
		if (*out->value == '\0' && (out->kind == CONTROL_MANY || out->kind == CONTROL_ONE) &&
		    !outline_has(thing, "value"))
			out->value = "on";
		break;
	case TAG_BUTTON:
		read_button(outline_value(outline, thing, "type"), out);
		break;
	case TAG_SELECT:
		out->kind = outline_has(thing, "multiple") ? CONTROL_MANY : CONTROL_ONE;
		break;
	case TAG_TEXTAREA:
		out->kind = CONTROL_TEXT;
		out->value = text_inside(outline, thing);
		break;
	default:
		return false;
	}
	out->name = outline_value(outline, thing, "name");
	return true;
}

/* The form it stands in, or the one that it names. */
static unsigned
form_of(const struct outline *outline, const struct thing *thing)
{
	const char *id = outline_get(outline, thing, "form");
	unsigned form = id == NULL ? thing->form : outline_find(outline, id);

	if (form == NONE || outline->list[form].element->tag != TAG_FORM || outline->list[form].flags & NESTED)
		return NONE;
	return form;
}

static int
compare(const struct control *one, unsigned form, const char *name)
{
	if (one->form != form)
		return one->form < form ? -1 : 1;
	return name == NULL ? 0 : strcmp(one->name, name);
}

static int
by_form(const void *a, const void *b)
{
	const struct control *one = a, *other = b;
	int way = compare(one, other->form, other->name);

	return way != 0 ? way : one->thing < other->thing ? -1 : one->thing > other->thing;
}

bool
controls_find(const struct outline *outline, struct controls *out)
{
	size_t i;

	*out = (struct controls){ .list = talloc_array(outline->owner, struct control, (unsigned)outline->count + 1) };
	if (out->list == NULL)
		return false;
	for (i = 0; i < outline->count; i++)
		if (read_control(outline, &outline->list[i], &out->list[out->count])) {
			out->list[out->count].form = form_of(outline, &outline->list[i]);
			out->count++;
		}
	if (out->count > 0)
		qsort(out->list, out->count, sizeof out->list[0], by_form);
	return true;
}

/* The first that does not come before (after: that comes after) form and name. */
static size_t
bound(const struct controls *all, unsigned form, const char *name, bool after)
{
	size_t low = 0, high = all->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int way = compare(&all->list[middle], form, name);

		if (way < 0 || (after && way == 0))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct controls
controls_of(const struct controls *all, unsigned form, const char *name)
{
	size_t from = bound(all, form, name, false);

	return (struct controls){ all->list + from, bound(all, form, name, true) - from };
}

/* Choices */

static int
by_value(const void *a, const void *b)
{
	const struct option *one = a, *other = b;
	int way = strcmp(one->value, other->value);

	return way != 0 ? way : one->thing < other->thing ? -1 : one->thing > other->thing;
}

/* The text of an <option> is its value where it has no other. */
static const char *
option_value(const struct outline *outline, const struct thing *thing)
{
	const char *value = outline_get(outline, thing, "value");

	return value != NULL ? value : slice_text(outline->owner, outline_seen(outline, thing));
}

/* A list to pull down stands on its first option where none is selected, and on the last of several that are. */
static void
add_list(const struct outline *outline, const struct control *list, struct options *out)
{
	const struct thing *thing, *end = outline->list + list->thing->end;
	const size_t first = out->count;
	size_t on = (size_t)-1, i;

	for (thing = list->thing + 1; thing < end; thing++) {
		bool selected = thing->element->tag == TAG_OPTION && outline_has(thing, "selected");

		if (thing->element->tag != TAG_OPTION)
			continue;
		if (selected || (on == (size_t)-1 && (thing->flags & DISABLED) == 0))
			on = out->count;
		out->list[out->count++] = (struct option){ option_value(outline, thing), selected, thing };
	}
	if (list->kind == CONTROL_MANY)
		return;
	for (i = first; i < out->count; i++)
		out->list[i].on = i == on;
}

/* Room for an option of each thing inside the group's lists. */
static size_t
room_for(const struct outline *outline, const struct controls *group)
{
	size_t i, room = group->count + 1;

	for (i = 0; i < group->count; i++)
		room += (size_t)(outline->list + group->list[i].thing->end - group->list[i].thing);
	return room;
}

struct options
options_find(const struct outline *outline, const struct controls *group)
{
	struct options out = { 0 };
	size_t i;

	out.list = talloc_array(outline->owner, struct option, (unsigned)room_for(outline, group));
	for (i = 0; i < group->count && out.list != NULL; i++) {
		const struct control *control = &group->list[i];

		if (control->thing->element->tag == TAG_SELECT)
			add_list(outline, control, &out);
		else if (control->thing->element->tag == TAG_INPUT)
			out.list[out.count++] = (struct option){ control->value, outline_has(control->thing, "checked"),
			    control->thing };
	}
	if (out.count > 0)
		qsort(out.list, out.count, sizeof out.list[0], by_value);
	return out;
}

const struct option *
options_get(const struct options *options, const char *value)
{
	size_t low = 0, high = options->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(options->list[middle].value, value) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < options->count && strcmp(options->list[low].value, value) == 0 ? &options->list[low] : NULL;
}
