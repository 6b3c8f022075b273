/* One form of the layer's beside the shipped one that it stands for: it sends the same, by the same buttons, and nothing else. */
#include <string.h>
#include <strings.h>

#include "xml/gate/forms_parts.h"

void
forms_refuse(const struct pair *pair, const char *key, const struct thing *at, const char *name)
{
	report_say(pair->report, true, key, at, name, pair->name);
}

const char *
forms_called(const struct outline *outline, const struct control *control)
{
	if (control->kind == CONTROL_SUBMIT && *control->value != '\0')
		return control->value;
	return *control->name != '\0' ? control->name : slice_text(outline->owner, outline_heard(outline, control->thing));
}

/* Buttons */

static bool
is_same_button(const struct control *one, const struct control *other)
{
	return other->kind == CONTROL_SUBMIT && strcmp(one->name, other->name) == 0 &&
	    (*one->name == '\0' || strcmp(one->value, other->value) == 0);
}

static void
keep_button(const struct pair *pair, const struct control *one, const struct controls *others)
{
	const struct control *hidden = NULL;
	size_t i;

	for (i = 0; i < others->count; i++) {
		const struct control *other = &others->list[i];

		if (!is_same_button(one, other))
			continue;
		if (!newly_hidden(one->thing, other->thing) && (other->thing->flags & ~one->thing->flags & DISABLED) == 0)
			return;
		hidden = other;
	}
	forms_refuse(pair, hidden != NULL ? "submit-hidden" : "submit-missing", hidden != NULL ? hidden->thing : NULL,
	    forms_called(pair->shipped->outline, one));
}

static const struct control *
first_button(const struct controls *group)
{
	const struct control *first = NULL;
	size_t i;

	for (i = 0; i < group->count; i++)
		if (group->list[i].kind == CONTROL_SUBMIT && (first == NULL || group->list[i].thing < first->thing))
			first = &group->list[i];
	return first;
}

/* The first button is the one that the Enter key presses. */
static void
keep_first_button(const struct pair *pair, const struct controls *ones, const struct controls *others)
{
	const struct control *one = first_button(ones), *other = first_button(others);

	if (one != NULL && other != NULL && !is_same_button(one, other))
		report_say(pair->report, false, "submit-order", other->thing, forms_called(pair->shipped->outline, one), pair->name);
}

/* Whole forms */

/* Those of a name but for buttons, from a list that is sorted by name. */
static struct controls
fields_at(const struct controls *group, size_t from)
{
	struct controls out = { group->list + from, 0 };

	while (from + out.count < group->count && group->list[from + out.count].kind != CONTROL_SUBMIT &&
	    group->list[from + out.count].kind != CONTROL_BUTTON && strcmp(out.list[0].name, group->list[from + out.count].name) == 0)
		out.count++;
	return out;
}

/* The fields of a name in a form: buttons of the same name are passed over. */
static struct controls
fields_named(const struct controls *all, unsigned form, const char *name)
{
	struct controls group = controls_of(all, form, name), out = { 0 };
	size_t i;

	for (i = 0; i < group.count && out.count == 0; i++)
		out = fields_at(&group, i);
	return out;
}

static void
keep_fields(const struct pair *pair, const struct controls *ones)
{
	struct controls group;
	size_t i;

	for (i = 0; i < ones->count; i += group.count > 0 ? group.count : 1) {
		struct controls others;

		group = fields_at(ones, i);
		if (group.count == 0 || *group.list[0].name == '\0')
			continue;
		others = fields_named(&pair->layer->controls, pair->other, group.list[0].name);
		if (others.count == 0)
			forms_refuse(pair, forms_is_token(group.list[0].name) ? "token-missing" : "field-missing", NULL, group.list[0].name);
		else if (group.list[0].kind == CONTROL_ONE || group.list[0].kind == CONTROL_MANY)
			forms_keep_choices(pair, &group, &others);
		else
			forms_keep_singles(pair, &group, &others);
	}
}

static bool
has_button(const struct controls *group, const struct control *wanted)
{
	size_t i;

	for (i = 0; i < group->count; i++)
		if (group->list[i].kind == CONTROL_SUBMIT && is_same_button(&group->list[i], wanted))
			return true;
	return false;
}

/* What only the layer's form sends, and where else it would send it. */
static void
refuse_more(const struct pair *pair, const struct controls *ones, const struct controls *others)
{
	size_t i;

	for (i = 0; i < others->count; i++) {
		const struct control *other = &others->list[i];

		if (other->kind == CONTROL_BUTTON || (*other->name == '\0' && other->kind != CONTROL_SUBMIT && strcmp(other->type, "image") != 0))
			continue;
		if (other->kind == CONTROL_SUBMIT ? !has_button(ones, other) :
		    fields_named(&pair->shipped->controls, pair->one, other->name).count == 0)
			forms_refuse(pair, other->kind == CONTROL_SUBMIT ? "submit-extra" : "field-extra", other->thing,
			    forms_called(pair->layer->outline, other));
	}
}

void
forms_keep_form(const struct pair *pair)
{
	const struct thing *one = &pair->shipped->outline->list[pair->one], *other = &pair->layer->outline->list[pair->other];
	const struct controls ones = controls_of(&pair->shipped->controls, pair->one, NULL);
	const struct controls others = controls_of(&pair->layer->controls, pair->other, NULL);
	size_t i;

	if (newly_hidden(one, other)) {
		forms_refuse(pair, "form-hidden", other, pair->name);
		return;
	}
	if (strcasecmp(outline_value(pair->shipped->outline, one, "enctype"), outline_value(pair->layer->outline, other, "enctype")) != 0)
		forms_refuse(pair, "form-enctype", other, pair->name);
	keep_fields(pair, &ones);
	for (i = 0; i < ones.count; i++)
		if (ones.list[i].kind == CONTROL_SUBMIT)
			keep_button(pair, &ones.list[i], &others);
	refuse_more(pair, &ones, &others);
	keep_first_button(pair, &ones, &others);
}
