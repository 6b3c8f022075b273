/* Which form of the layer's stands for which shipped one, and what it adds. */
#include <string.h>
#include <strings.h>
#include <talloc.h>

#include "xml/gate/forms_parts.h"

enum { CANDIDATES_MAX = 100 };	/* forms of one action that are looked at for the best match */

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
			forms_keep_form(&pair);
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
			report_say(report, true, "field-outside", strays.list[i].thing, forms_called(layer->outline, &strays.list[i]), NULL);
}

/* Has the shipped page a way of its own that is the same? */
static bool
is_shipped(const struct side *shipped, const char *detour, const char *value)
{
	size_t i;

	for (i = 0; i < shipped->outline->count; i++)
		if (outline_has(&shipped->outline->list[i], detour) &&
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
			if (outline_has(thing, detours[j]) &&
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
