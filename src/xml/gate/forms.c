#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <talloc.h>

#include "xml/gate/controls.h"
#include "xml/gate/judge_parts.h"

enum { CANDIDATES_MAX = 100 };	/* forms of one action that are looked at for the best match */

struct side { const struct outline *outline; struct controls controls; };

/* Both sides of a form under comparison, and what it is called. */
struct pair { const struct side *shipped, *layer; unsigned one, other; const char *name; struct report *report; };

static void
refuse(const struct pair *pair, const char *key, const struct thing *at, const char *name)
{
	report_say(pair->report, true, key, at, name, pair->name);
}

static bool
is_token(const char *name)
{
	return strcmp(name, "token") == 0 || strcmp(name, "once") == 0 || strcmp(name, "revision") == 0;
}

/* A control's name, or what stands on a button that has none. */
static const char *
called(const struct outline *outline, const struct control *control)
{
	if (control->kind == CONTROL_SUBMIT && *control->value != '\0')
		return control->value;
	return *control->name != '\0' ? control->name : slice_text(outline->owner, outline_heard(outline, control->thing));
}

/* Single fields */

static bool
is_same_way(const struct control *one, const struct control *other)
{
	return one->kind == other->kind && (one->kind != CONTROL_OTHER || strcmp(one->type, other->type) == 0);
}

static bool
has(const struct side *side, const struct control *control, const char *attribute)
{
	return outline_get(side->outline, control->thing, attribute) != NULL;
}

static bool
is_locked(const struct side *side, const struct control *control)
{
	return control->thing->flags & DISABLED || has(side, control, "readonly");
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
	if (is_locked(pair->layer, other) && !is_locked(pair->shipped, one))
		refuse(pair, "field-locked", other->thing, one->name);
	if (has(pair->shipped, one, "required") && !has(pair->layer, other, "required") &&
	    !outline_has_word(pair->layer->outline, other->thing, "aria-required", "true"))
		refuse(pair, "field-required", other->thing, one->name);
	if (is_shorter(pair, one, other))
		refuse(pair, "field-short", other->thing, one->name);
	if (is_invalid(pair->shipped, one) && !is_invalid(pair->layer, other))
		refuse(pair, "field-error", other->thing, one->name);
	if (has(pair->shipped, one, "autocomplete") && strcasecmp(outline_value(pair->shipped->outline, one->thing, "autocomplete"),
	    outline_value(pair->layer->outline, other->thing, "autocomplete")) != 0)
		refuse(pair, "field-autocomplete", other->thing, one->name);
}

static void
keep_single(const struct pair *pair, const struct control *one, const struct control *other)
{
	if (!is_same_way(one, other)) {
		refuse(pair, "field-type", other->thing, one->name);
		return;
	}
	if (strcmp(one->value, other->value) != 0)
		refuse(pair, is_token(one->name) ? "token-changed" : "field-value", other->thing, one->name);
	if (one->kind == CONTROL_HIDDEN) {
		if (is_locked(pair->layer, other))
			refuse(pair, "field-locked", other->thing, one->name);
		return;
	}
	if (newly_hidden(one->thing, other->thing))
		refuse(pair, "field-hidden", other->thing, one->name);
	keep_attributes(pair, one, other);
}

/* Several of one name are matched by their order; what is sent twice is refused by the program. */
static void
keep_singles(const struct pair *pair, const struct controls *ones, const struct controls *others)
{
	size_t i;

	for (i = 0; i < ones->count && i < others->count; i++)
		keep_single(pair, &ones->list[i], &others->list[i]);
	if (others->count < ones->count)
		refuse(pair, "field-missing", NULL, ones->list[0].name);
	if (others->count > ones->count)
		refuse(pair, "field-twice", others->list[ones->count].thing, ones->list[0].name);
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
		refuse(pair, "choice-missing", NULL, what);
	else if (newly_hidden(one->thing, other->thing) || other->thing->flags & ~one->thing->flags & DISABLED)
		refuse(pair, "choice-hidden", other->thing, what);
	else if (*one->value != '\0' && one->on != other->on)
		refuse(pair, "field-value", other->thing, name);
}

static void
refuse_option(const struct pair *pair, const struct option *other, const struct options *ones, const char *name)
{
	if (*other->value != '\0' && options_get(ones, other->value) == NULL)
		refuse(pair, "choice-extra", other->thing, talloc_asprintf(pair->layer->outline->owner, "%s = %s", name, other->value));
}

static bool
any_has(const struct side *side, const struct controls *group, bool (*test)(const struct side *, const struct control *))
{
	size_t i;

	for (i = 0; i < group->count; i++)
		if (test(side, &group->list[i]))
			return true;
	return false;
}

static void
keep_choices(const struct pair *pair, const struct controls *ones, const struct controls *others)
{
	const char *name = ones->list[0].name;
	struct options mine, theirs;
	size_t i;

	for (i = 0; i < others->count; i++)
		if (others->list[i].kind != ones->list[0].kind) {
			refuse(pair, "field-type", others->list[i].thing, name);
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
			refuse(pair, "field-locked", others->list[i].thing, name);
	if (others->list[0].thing->element->tag == TAG_SELECT && newly_hidden(ones->list[0].thing, others->list[0].thing))
		refuse(pair, "field-hidden", others->list[0].thing, name);
	if (others->count > 1 && others->list[0].thing->element->tag == TAG_SELECT && ones->count == 1)
		refuse(pair, "field-twice", others->list[1].thing, name);
	if (any_has(pair->shipped, ones, is_invalid) && !any_has(pair->layer, others, is_invalid))
		refuse(pair, "field-error", others->list[0].thing, name);
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
	refuse(pair, hidden != NULL ? "submit-hidden" : "submit-missing", hidden != NULL ? hidden->thing : NULL,
	    called(pair->shipped->outline, one));
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
		report_say(pair->report, false, "submit-order", other->thing, called(pair->shipped->outline, one), pair->name);
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
			refuse(pair, is_token(group.list[0].name) ? "token-missing" : "field-missing", NULL, group.list[0].name);
		else if (group.list[0].kind == CONTROL_ONE || group.list[0].kind == CONTROL_MANY)
			keep_choices(pair, &group, &others);
		else
			keep_singles(pair, &group, &others);
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
			refuse(pair, other->kind == CONTROL_SUBMIT ? "submit-extra" : "field-extra", other->thing,
			    called(pair->layer->outline, other));
	}
}

static void
keep_form(const struct pair *pair)
{
	const struct thing *one = &pair->shipped->outline->list[pair->one], *other = &pair->layer->outline->list[pair->other];
	const struct controls ones = controls_of(&pair->shipped->controls, pair->one, NULL);
	const struct controls others = controls_of(&pair->layer->controls, pair->other, NULL);
	size_t i;

	if (newly_hidden(one, other)) {
		refuse(pair, "form-hidden", other, pair->name);
		return;
	}
	if (strcasecmp(outline_value(pair->shipped->outline, one, "enctype"), outline_value(pair->layer->outline, other, "enctype")) != 0)
		refuse(pair, "form-enctype", other, pair->name);
	keep_fields(pair, &ones);
	for (i = 0; i < ones.count; i++)
		if (ones.list[i].kind == CONTROL_SUBMIT)
			keep_button(pair, &ones.list[i], &others);
	refuse_more(pair, &ones, &others);
	keep_first_button(pair, &ones, &others);
}

/* Which is which */

static bool
is_post(const struct outline *outline, unsigned form)
{
	return strcasecmp(outline_value(outline, &outline->list[form], "method"), "post") == 0;
}

static bool
leads_the_same_way(const struct side *shipped, unsigned one, const struct side *layer, unsigned other)
{
	return is_post(shipped->outline, one) == is_post(layer->outline, other) &&
	    strcmp(outline_value(shipped->outline, &shipped->outline->list[one], "action"),
	    outline_value(layer->outline, &layer->outline->list[other], "action")) == 0;
}

/* How many of the shipped form's fields the other has; its hidden values count twice. */
static size_t
likeness(const struct side *shipped, unsigned one, const struct side *layer, unsigned other)
{
	struct controls ones = controls_of(&shipped->controls, one, NULL);
	size_t i, score = 1;

	for (i = 0; i < ones.count; i++) {
		struct controls others = controls_of(&layer->controls, other, ones.list[i].name);

		score += others.count > 0;
		score += others.count > 0 && ones.list[i].kind == CONTROL_HIDDEN && strcmp(ones.list[i].value, others.list[0].value) == 0;
	}
	return score;
}

/* The layer's form that is most like this one and stands for none yet; NONE when there is none. */
static unsigned
match(const struct side *shipped, unsigned one, const struct side *layer, const bool *taken)
{
	size_t best = 0, score, candidates = 0;
	unsigned i, found = NONE;

	for (i = 0; candidates < CANDIDATES_MAX && (i = outline_next(layer->outline, i, TAG_FORM)) != NONE; i++) {
		if (taken[i] || layer->outline->list[i].flags & NESTED || !leads_the_same_way(shipped, one, layer, i))
			continue;
		candidates++;
		score = likeness(shipped, one, layer, i);
		if (score > best) {
			best = score;
			found = i;
		}
	}
	return found;
}

/* What its author calls it: the id that the base gives it, or where it leads. */
static const char *
form_name(const struct outline *outline, unsigned form)
{
	const char *id = outline_value(outline, &outline->list[form], "id");

	if (strncmp(id, "form-", 5) == 0 && id[5] != '\0')
		return id + 5;
	return *id != '\0' ? id : outline_value(outline, &outline->list[form], "action");
}

static bool
signs_out(const struct outline *outline, unsigned form)
{
	const char *action = outline_value(outline, &outline->list[form], "action"), *last = strrchr(action, '/');

	return last != NULL && strcmp(last, "/sign-out") == 0;
}

static void
keep_each(const struct side *shipped, const struct side *layer, bool *taken, struct report *report)
{
	unsigned i;

	for (i = 0; (i = outline_next(shipped->outline, i, TAG_FORM)) != NONE; i++) {
		struct pair pair = { shipped, layer, i, match(shipped, i, layer, taken), form_name(shipped->outline, i), report };

		if (pair.other != NONE) {
			taken[pair.other] = true;
			keep_form(&pair);
		} else if (signs_out(shipped->outline, i)) {
			report_say(report, true, "sign-out-missing", NULL, NULL, NULL);
		} else {
			report_say(report, true, "form-missing", NULL, pair.name, NULL);
		}
	}
}

static void
refuse_forms(const struct side *layer, const bool *taken, struct report *report)
{
	unsigned i;

	for (i = 0; (i = outline_next(layer->outline, i, TAG_FORM)) != NONE; i++)
		if (layer->outline->list[i].flags & NESTED)
			report_say(report, true, "form-in-form", &layer->outline->list[i], form_name(layer->outline, i), NULL);
		else if (!taken[i])
			report_say(report, true, "form-extra", &layer->outline->list[i], form_name(layer->outline, i), NULL);
}

/* Fields that stand in no form are never sent. */
static void
refuse_strays(const struct side *shipped, const struct side *layer, struct report *report)
{
	struct controls strays = controls_of(&layer->controls, NONE, NULL);
	size_t i;

	for (i = 0; i < strays.count; i++)
		if (strays.list[i].kind != CONTROL_BUTTON && controls_of(&shipped->controls, NONE, strays.list[i].name).count == 0)
			report_say(report, true, "field-outside", strays.list[i].thing, called(layer->outline, &strays.list[i]), NULL);
}

/* Has the shipped page a way of its own that is the same? */
static bool
is_shipped(const struct side *shipped, const char *detour, const char *value)
{
	size_t i;

	for (i = 0; i < shipped->outline->count; i++)
		if (outline_get(shipped->outline, &shipped->outline->list[i], detour) != NULL &&
		    strcmp(outline_value(shipped->outline, &shipped->outline->list[i], detour), value) == 0)
			return true;
	return false;
}

/* Attributes that send a form elsewhere than it says, or into another window. */
static void
refuse_detours(const struct side *shipped, const struct side *layer, struct report *report)
{
	static const char *const detours[] = { "dirname", "formaction", "formenctype", "formmethod", "formtarget", "target" };
	size_t i, j;

	for (i = 0; i < layer->outline->count; i++) {
		const struct thing *thing = &layer->outline->list[i];
		enum tag tag = thing->element->tag;

		if (tag != TAG_INPUT && tag != TAG_BUTTON && tag != TAG_FORM && tag != TAG_TEXTAREA)
			continue;
		for (j = 0; j < sizeof detours / sizeof detours[0]; j++)
			if (outline_get(layer->outline, thing, detours[j]) != NULL &&
			    !is_shipped(shipped, detours[j], outline_value(layer->outline, thing, detours[j])))
				report_say(report, true, "form-elsewhere", thing, detours[j],
				    thing->form == NONE ? NULL : form_name(layer->outline, thing->form));
	}
}

void
keep_forms(const struct outline *shipped, const struct outline *layer, struct report *report)
{
	struct side ours = { .outline = shipped }, theirs = { .outline = layer };
	bool *taken = talloc_zero_array(layer->owner, bool, (unsigned)layer->count + 1);

	if (taken == NULL || !controls_find(shipped, &ours.controls) || !controls_find(layer, &theirs.controls)) {
		report_say(report, true, "page-not-judged", NULL, NULL, NULL);
		return;
	}
	keep_each(&ours, &theirs, taken, report);
	refuse_forms(&theirs, taken, report);
	refuse_strays(&ours, &theirs, report);
	refuse_detours(&ours, &theirs, report);
}
