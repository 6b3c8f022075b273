#include "xml/gate/outline.h"

#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <talloc.h>

#include "xml/gate/outline_parts.h"

enum { FIRST_THINGS = 256 };

static void
inherit(const struct outline *outline, struct thing *thing)
{
	const struct thing *parent = thing->parent == NONE ? NULL : &outline->list[thing->parent];
	unsigned up = thing->parent;
	enum tag tag = parent == NULL ? TAG_OTHER : parent->element->tag;

	if (parent == NULL) {
		thing->form = thing->label = thing->p = thing->group = thing->clickable = thing->sectioning = thing->table = NONE;
		return;
	}
	thing->flags = parent->flags & (HIDDEN | UNHEARD | UNSEEN | DISABLED | IN_SVG);
	if (parent->flags & CLOSED && thing->element->tag != TAG_SUMMARY)
		thing->flags |= HIDDEN;
	if (tag == TAG_SVG)
		thing->flags |= IN_SVG;
	thing->form = parent->form;
	thing->table = parent->table;
	thing->label = tag == TAG_LABEL ? up : parent->label;
	thing->p = tag == TAG_P ? up : tag == TAG_TD || tag == TAG_TH || tag == TAG_BUTTON || tag == TAG_CAPTION ? NONE : parent->p;
	thing->group = tag == TAG_FIELDSET || outline_has_role(outline, parent, "radiogroup") ||
	    outline_has_role(outline, parent, "group") ? up : parent->group;
	thing->clickable = tag == TAG_BUTTON || tag == TAG_SUMMARY || (tag == TAG_A && outline_has(parent, "href")) ?
	    up : parent->clickable;
	thing->sectioning = tag == TAG_ARTICLE || tag == TAG_ASIDE || tag == TAG_MAIN || tag == TAG_NAV || tag == TAG_SECTION ?
	    up : parent->sectioning;
}

/* A browser makes no element of HTML's inside a drawing: only links, and what is refused anyway, are themselves there. */
static const struct element *
element_of(const struct thing *thing, const struct element *found)
{
	static const struct element drawn = { "", TAG_OTHER, 0 };

	if ((thing->flags & IN_SVG) == 0 || found->tag == TAG_A || found->is & IS_BANNED)
		return found;
	return &drawn;
}

/* Names and values that no text child holds. */
static void
say_attributes(struct outline *outline, struct thing *thing)
{
	enum tag tag = thing->element->tag;
	const char *type = tag == TAG_INPUT ? outline_value(outline, thing, "type") : "";
	bool marked = outline_has(thing, "checked") || outline_has(thing, "selected");

	if (thing->node->properties == NULL || thing->flags & HIDDEN)
		return;
	if ((thing->flags & UNHEARD) == 0) {
		outline_say_apart(outline, &outline->heard, outline_get(outline, thing, "aria-label"));
		outline_say_apart(outline, &outline->heard, outline_get(outline, thing, "title"));
		outline_say_apart(outline, &outline->heard, outline_get(outline, thing, "alt"));
		if (outline_lists(type, "submit", true) || outline_lists(type, "button", true))
			outline_say_apart(outline, &outline->heard, outline_get(outline, thing, "value"));
	}
	if (thing->flags & UNSEEN || (tag != TAG_INPUT && tag != TAG_TEXTAREA && tag != TAG_OPTION && tag != TAG_METER))
		return;
	outline_say_apart(outline, &outline->seen, outline_get(outline, thing, "placeholder"));
	if (tag == TAG_METER || (tag == TAG_INPUT && !outline_lists(type, "radio", true) && !outline_lists(type, "checkbox", true)))
		outline_say_apart(outline, &outline->seen, outline_get(outline, thing, "value"));
	if (marked)
		outline_say_apart(outline, &outline->seen, "✓");
}

static void
break_line(struct outline *outline, const struct thing *thing)
{
	if (thing->element->is & IS_BLOCK)
		outline->seen.gap = outline->heard.gap = '\n';
}

static struct thing *
next_thing(struct outline *outline)
{
	size_t room = outline->room == 0 ? FIRST_THINGS : outline->room * 2;
	struct thing *list;

	if (outline->count < outline->room)
		return &outline->list[outline->count];
	list = outline->count >= OUTLINE_MAX ? NULL : talloc_realloc(outline->owner, outline->list, struct thing, (unsigned)room);
	if (list == NULL) {
		outline->failed = true;
		return NULL;
	}
	outline->list = list;
	outline->room = room;
	return &list[outline->count];
}

/* Its index; NONE without memory. */
static unsigned
open_thing(struct outline *outline, const xmlNode *node, unsigned parent)
{
	struct thing *thing = next_thing(outline);
	unsigned at = (unsigned)outline->count;

	if (thing == NULL)
		return NONE;
	*thing = (struct thing){ .node = node, .parent = parent, .element = element_find((const char *)node->name) };
	inherit(outline, thing);
	thing->element = element_of(thing, thing->element);
	thing->flags |= outline_own_flags(outline, thing);
	if (thing->flags & IN_SVG && (strcasecmp((const char *)node->name, "title") == 0 || strcasecmp((const char *)node->name, "desc") == 0))
		thing->flags |= UNSEEN;
	if (thing->element->tag == TAG_FORM) {
		thing->flags |= thing->form == NONE ? 0 : NESTED;
		thing->form = thing->form == NONE ? at : thing->form;
	}
	if (thing->element->tag == TAG_TABLE)
		thing->table = at;
	outline->has_lines |= node->line != 0;
	outline->count++;
	break_line(outline, thing);
	thing->seen_from = (unsigned)outline->seen.length;
	thing->heard_from = (unsigned)outline->heard.length;
	say_attributes(outline, thing);
	return at;
}

static void
close_thing(struct outline *outline, unsigned at)
{
	struct thing *thing = &outline->list[at];

	thing->end = (unsigned)outline->count;
	thing->seen_to = (unsigned)outline->seen.length;
	thing->heard_to = (unsigned)outline->heard.length;
	break_line(outline, thing);
}

static void
text_in(struct outline *outline, const xmlNode *node, unsigned parent)
{
	unsigned flags = parent == NONE ? 0 : outline->list[parent].flags;

	outline->has_markup |= node->name == xmlStringTextNoenc;
	if (parent != NONE && outline->list[parent].element->tag == TAG_TEXTAREA)
		flags |= UNHEARD;
	outline_say(outline, flags & CLOSED ? flags | HIDDEN : flags, (const char *)node->content);
}

/* Depth first without recursion: a result may be as deep as its maker likes. */
static void
lay_out(struct outline *outline, const xmlNode *node)
{
	unsigned at = NONE;

	while (node != NULL && !outline->failed) {
		if (node->type == XML_ELEMENT_NODE) {
			at = open_thing(outline, node, at);
			if (at == NONE)
				return;
			if (node->children != NULL) {
				node = node->children;
				continue;
			}
			close_thing(outline, at);
			at = outline->list[at].parent;
		} else if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content != NULL) {
			text_in(outline, node, at);
		}
		while (node->next == NULL && at != NONE) {
			node = outline->list[at].node;
			close_thing(outline, at);
			at = outline->list[at].parent;
		}
		node = node->next;
	}
}

/* Ids */

static int
by_name(const void *a, const void *b)
{
	const struct id *one = a, *other = b;
	int way = strcmp(one->name, other->name);

	return way != 0 ? way : one->thing < other->thing ? -1 : one->thing > other->thing;
}

static void
note_ids(struct outline *outline)
{
	unsigned i;

	outline->ids = talloc_array(outline->owner, struct id, (unsigned)outline->count + 1);
	if (outline->ids == NULL) {
		outline->failed = true;
		return;
	}
	for (i = 0; i < outline->count; i++) {
		const char *id = outline_get(outline, &outline->list[i], "id");

		if (id != NULL)
			outline->ids[outline->id_count++] = (struct id){ id, i };
	}
	if (outline->id_count > 0)
		qsort(outline->ids, outline->id_count, sizeof outline->ids[0], by_name);
}

unsigned
outline_find(const struct outline *outline, const char *id)
{
	size_t low = 0, high = outline->id_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(outline->ids[middle].name, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < outline->id_count && strcmp(outline->ids[low].name, id) == 0 ? outline->ids[low].thing : NONE;
}

unsigned
outline_next(const struct outline *outline, unsigned at, enum tag tag)
{
	for (; at < outline->count; at++)
		if (outline->list[at].element->tag == tag)
			return at;
	return NONE;
}

struct outline *
outline_make(const void *owner, const xmlDoc *result)
{
	struct outline *outline = talloc_zero(owner, struct outline);

	if (outline == NULL)
		return NULL;
	outline->owner = outline;
	lay_out(outline, result->children);
	if (!outline->failed)
		note_ids(outline);
	if (outline->failed)
		TALLOC_FREE(outline);
	return outline;
}
