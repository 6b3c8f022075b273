/* The fields of one name in a form of the layer's, beside the shipped one's: how they are filled in, with what, and whether they can be. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <talloc.h>

#include "xml/gate/forms_parts.h"

bool
forms_is_token(const char *name)
{
	return strcmp(name, "token") == 0 || strcmp(name, "once") == 0 || strcmp(name, "revision") == 0;
}

/* Single fields */

static bool
is_same_way(const struct control *one, const struct control *other)
{
	return one->kind == other->kind && (one->kind != CONTROL_OTHER || strcmp(one->type, other->type) == 0);
}

static bool
is_locked(const struct control *control)
{
	return control->thing->flags & DISABLED || outline_has(control->thing, "readonly");
}

static bool
is_invalid(const struct side *side, const struct control *control)
{
	return outline_has_word(side->outline, control->thing, "aria-invalid", "true");
}

/* Room for less than the shipped field takes. */
static bool
is_shorter(const struct pair *pair, const struct control *one, const struct control *other)
{
	const char *room = outline_get(pair->layer->outline, other->thing, "maxlength");
	const char *wanted = outline_get(pair->shipped->outline, one->thing, "maxlength");

	if (room == NULL || *room < '0' || *room > '9')
		return false;
	return wanted == NULL ? strtoul(room, NULL, 10) < strlen(one->value) : strtoul(room, NULL, 10) < strtoul(wanted, NULL, 10);
}

static void
keep_attributes(const struct pair *pair, const struct control *one, const struct control *other)
{
	if (is_locked(other) && !is_locked(one))
		forms_refuse(pair, "field-locked", other->thing, one->name);
	if (outline_has(one->thing, "required") && !outline_has(other->thing, "required") &&
	    !outline_has_word(pair->layer->outline, other->thing, "aria-required", "true"))
		forms_refuse(pair, "field-required", other->thing, one->name);
	if (is_shorter(pair, one, other))
		forms_refuse(pair, "field-short", other->thing, one->name);
	if (is_invalid(pair->shipped, one) && !is_invalid(pair->layer, other))
		forms_refuse(pair, "field-error", other->thing, one->name);
	if (outline_has(one->thing, "autocomplete") && strcasecmp(outline_value(pair->shipped->outline, one->thing, "autocomplete"),
	    outline_value(pair->layer->outline, other->thing, "autocomplete")) != 0)
		forms_refuse(pair, "field-autocomplete", other->thing, one->name);
}

static void
keep_single(const struct pair *pair, const struct control *one, const struct control *other)
{
	if (!is_same_way(one, other)) {
		forms_refuse(pair, "field-type", other->thing, one->name);
		return;
	}
	if (strcmp(one->value, other->value) != 0)
		forms_refuse(pair, forms_is_token(one->name) ? "token-changed" : "field-value", other->thing, one->name);
	if (one->kind == CONTROL_HIDDEN) {
		if (is_locked(other))
			forms_refuse(pair, "field-locked", other->thing, one->name);
		return;
	}
	if (newly_hidden(one->thing, other->thing))
		forms_refuse(pair, "field-hidden", other->thing, one->name);
	keep_attributes(pair, one, other);
}

/* Several of one name are matched by their order; what is sent twice is refused by the program. */
void
forms_keep_singles(const struct pair *pair, const struct controls *ones, const struct controls *others)
{
	size_t i;

	for (i = 0; i < ones->count && i < others->count; i++)
		keep_single(pair, &ones->list[i], &others->list[i]);
	if (others->count < ones->count)
		forms_refuse(pair, "field-missing", NULL, ones->list[0].name);
	if (others->count > ones->count)
		forms_refuse(pair, "field-twice", others->list[ones->count].thing, ones->list[0].name);
}

/* Choices */

static void
keep_option(const struct pair *pair, const struct option *one, const struct options *others, const char *name)
{
	const struct option *other = options_get(others, one->value);
	char *what;

	if (*one->value == '\0' && other == NULL)
		return;
	what = talloc_asprintf(pair->shipped->outline->owner, "%s = %s", name, one->value);
	if (other == NULL)
		forms_refuse(pair, "choice-missing", NULL, what);
	else if (newly_hidden(one->thing, other->thing) || other->thing->flags & ~one->thing->flags & DISABLED)
		forms_refuse(pair, "choice-hidden", other->thing, what);
	else if (*one->value != '\0' && one->on != other->on)
		forms_refuse(pair, "field-value", other->thing, name);
}

static void
refuse_option(const struct pair *pair, const struct option *other, const struct options *ones, const char *name)
{
	if (*other->value != '\0' && options_get(ones, other->value) == NULL)
		forms_refuse(pair, "choice-extra", other->thing, talloc_asprintf(pair->layer->outline->owner, "%s = %s", name, other->value));
}

static bool
is_any_invalid(const struct side *side, const struct controls *group)
{
	size_t i;

	for (i = 0; i < group->count; i++)
		if (is_invalid(side, &group->list[i]))
			return true;
	return false;
}

void
forms_keep_choices(const struct pair *pair, const struct controls *ones, const struct controls *others)
{
	const char *name = ones->list[0].name;
	struct options mine, theirs;
	size_t i;

	for (i = 0; i < others->count; i++)
		if (others->list[i].kind != ones->list[0].kind) {
			forms_refuse(pair, "field-type", others->list[i].thing, name);
			return;
		}
	mine = options_find(pair->shipped->outline, ones);
	theirs = options_find(pair->layer->outline, others);
	for (i = 0; i < mine.count; i++)
		keep_option(pair, &mine.list[i], &theirs, name);
	for (i = 0; i < theirs.count; i++)
		refuse_option(pair, &theirs.list[i], &mine, name);
	for (i = 0; i < others->count; i++)
		if (others->list[i].thing->flags & ~ones->list[0].thing->flags & DISABLED)
			forms_refuse(pair, "field-locked", others->list[i].thing, name);
	if (others->list[0].thing->element->tag == TAG_SELECT && newly_hidden(ones->list[0].thing, others->list[0].thing))
		forms_refuse(pair, "field-hidden", others->list[0].thing, name);
	if (others->count > 1 && others->list[0].thing->element->tag == TAG_SELECT && ones->count == 1)
		forms_refuse(pair, "field-twice", others->list[1].thing, name);
	if (is_any_invalid(pair->shipped, ones) && !is_any_invalid(pair->layer, others))
		forms_refuse(pair, "field-error", others->list[0].thing, name);
}
