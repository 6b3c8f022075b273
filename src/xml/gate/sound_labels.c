/* Has everything the name that it needs?  Fields, buttons, links, pictures, groups. */
#include <string.h>
#include <talloc.h>

#include "xml/gate/controls.h"
#include "xml/gate/sound_parts.h"

/* Has a <label for> that leads to it, or stands in one, with words that are heard. */
static bool *
labelled_by_for(const struct outline *outline)
{
	bool *labelled = talloc_zero_array(outline->owner, bool, (unsigned)outline->count + 1);
	unsigned i;

	for (i = 0; labelled != NULL && (i = outline_next(outline, i, TAG_LABEL)) != NONE; i++) {
		const char *id = outline_get(outline, &outline->list[i], "for");
		unsigned to = id == NULL ? NONE : outline_find(outline, id);

		if (to != NONE && outline_heard(outline, &outline->list[i]).length > 0)
			labelled[to] = true;
	}
	return labelled;
}

static void
check_field(const struct outline *outline, const struct control *control, const bool *labelled, struct report *report)
{
	const struct thing *thing = control->thing;

	if (control->kind == CONTROL_HIDDEN || sound_is_away(thing))
		return;
	if (control->kind == CONTROL_SUBMIT || control->kind == CONTROL_BUTTON) {
		if (!sound_has_name(outline, thing) && (thing->element->tag == TAG_BUTTON || strcmp(control->type, "submit") != 0 ||
		    outline_has(thing, "value")))
			report_say(report, true, "button-name", thing, sound_called(outline, thing), NULL);
		return;
	}
	if (!labelled[thing - outline->list] && !sound_is_labelled(outline, thing) && strcmp(control->type, "image") != 0 &&
	    (thing->label == NONE || outline_heard(outline, &outline->list[thing->label]).length == 0))
		report_say(report, true, "field-label", thing, sound_called(outline, thing), NULL);
}

/* Several radio buttons or boxes of one name answer one question: it must be asked. */
static void
check_group(const struct outline *outline, const struct controls *group, struct report *report)
{
	const struct thing *thing = group->list[0].thing;
	const struct thing *fieldset = thing->group == NONE ? NULL : &outline->list[thing->group];

	if (group->count < 2 || sound_is_away(thing) || thing->element->tag != TAG_INPUT ||
	    (group->list[0].kind != CONTROL_ONE && group->list[0].kind != CONTROL_MANY))
		return;
	if (fieldset == NULL || (fieldset->element->tag != TAG_FIELDSET && !sound_is_labelled(outline, fieldset)))
		report_say(report, true, "group-legend", thing, group->list[0].name, NULL);
}

void
sound_check_fields(const struct outline *outline, struct report *report)
{
	struct controls all, group;
	bool *labelled = labelled_by_for(outline);
	size_t i;

	if (labelled == NULL || !controls_find(outline, &all)) {
		report_say(report, true, "page-not-judged", NULL, NULL, NULL);
		return;
	}
	for (i = 0; i < all.count; i++)
		check_field(outline, &all.list[i], labelled, report);
	for (i = 0; i < all.count; i += group.count) {
		group = controls_of(&all, all.list[i].form, all.list[i].name);
		check_group(outline, &group, report);
	}
}

static void
check_legend(const struct outline *outline, const struct thing *thing, struct report *report)
{
	const struct thing *first = thing + 1;

	if (sound_is_labelled(outline, thing))
		return;
	if (first >= outline->list + thing->end || first->element->tag != TAG_LEGEND || !sound_has_name(outline, first))
		report_say(report, true, "fieldset-legend", thing, sound_called(outline, thing), NULL);
}

/* A drawing is named, or is none for those who listen. */
static void
check_drawing(const struct outline *outline, const struct thing *thing, struct report *report)
{
	if (!sound_has_name(outline, thing) && !outline_has_role(outline, thing, "presentation") && !outline_has_role(outline, thing, "none"))
		report_say(report, true, "svg-name", thing, sound_called(outline, thing), NULL);
}

void
sound_check_name(const struct outline *outline, const struct thing *thing, struct report *report)
{
	switch (thing->element->tag) {
	case TAG_A:
		if (outline_has(thing, "href") && !sound_has_name(outline, thing))
			report_say(report, true, "link-name", thing, sound_called(outline, thing), NULL);
		break;
	case TAG_IMG:
		if (!outline_has(thing, "alt") && !sound_is_labelled(outline, thing))
			report_say(report, true, "image-alt", thing, sound_called(outline, thing), NULL);
		break;
	case TAG_INPUT:
		if (outline_has_word(outline, thing, "type", "image") && !sound_has_name(outline, thing))
			report_say(report, true, "image-alt", thing, sound_called(outline, thing), NULL);
		break;
	case TAG_SVG:
		if ((thing->flags & IN_SVG) == 0)
			check_drawing(outline, thing, report);
		break;
	case TAG_FIELDSET:
		check_legend(outline, thing, report);
		break;
	case TAG_METER:
		if (!sound_is_labelled(outline, thing) && thing->label == NONE)
			report_say(report, true, "field-label", thing, sound_called(outline, thing), NULL);
		break;
	case TAG_MEDIA:
		if (outline_has(thing, "autoplay"))
			report_say(report, true, "media-plays", thing, (const char *)thing->node->name, NULL);
		break;
	default:
		if (outline_has_role(outline, thing, "img") && !sound_has_name(outline, thing))
			report_say(report, true, "image-alt", thing, sound_called(outline, thing), NULL);
		break;
	}
}
