#include "xml/gate/outline.h"

#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <talloc.h>

#include "base/text.h"
#include "xml/gate/finding.h"

enum { FIRST_THINGS = 256, FIRST_WORDS = 4096 };

bool
is_blank(const char *text)
{
	return text[strspn(text, " \t\r\n\f")] == '\0';
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Attributes */

static const xmlAttr *
attribute(const xmlNode *node, const char *name)
{
	const xmlAttr *attr;

	for (attr = node->properties; attr != NULL; attr = attr->next)
		if (((attr->name[0] ^ (unsigned char)name[0]) & 0xdf) == 0 && strcasecmp((const char *)attr->name, name) == 0)
			return attr;
	return NULL;
}

const char *
outline_get(const struct outline *outline, const struct thing *thing, const char *name)
{
	const xmlAttr *attr = attribute(thing->node, name);
	const xmlNode *text;
	char *whole;

	if (attr == NULL)
		return NULL;
	if (attr->children == NULL || attr->children->content == NULL)
		return "";
	if (attr->children->next == NULL)
		return (const char *)attr->children->content;
	whole = talloc_strdup(outline->owner, "");
	for (text = attr->children; text != NULL && whole != NULL; text = text->next)
		if (text->content != NULL)
			whole = talloc_strdup_append_buffer(whole, (const char *)text->content);
	return whole == NULL ? "" : whole;
}

const char *
outline_value(const struct outline *outline, const struct thing *thing, const char *name)
{
	const char *value = outline_get(outline, thing, name);

	return value == NULL ? "" : value;
}

static bool
has_word(const char *words, const char *word, bool first_only)
{
	size_t length = strlen(word), n;

	for (words += strspn(words, " \t\r\n\f"); *words != '\0'; words += strspn(words, " \t\r\n\f")) {
		n = strcspn(words, " \t\r\n\f");
		if (n == length && strncasecmp(words, word, n) == 0)
			return true;
		if (first_only)
			return false;
		words += n;
	}
	return false;
}

bool
outline_has_word(const struct outline *outline, const struct thing *thing, const char *name, const char *word)
{
	return has_word(outline_value(outline, thing, name), word, false);
}

bool
outline_has_role(const struct outline *outline, const struct thing *thing, const char *role)
{
	return has_word(outline_value(outline, thing, "role"), role, true);
}

/* Words */

static bool
words_reserve(struct outline *outline, struct words *words, size_t more)
{
	size_t room = words->room == 0 ? FIRST_WORDS : words->room;
	char *bytes;

	if (words->length + more < words->room)
		return true;
	while (room <= words->length + more)
		room *= 2;
	bytes = room > UINT32_MAX / 2 ? NULL : talloc_realloc(outline->owner, words->bytes, char, (unsigned)room);
	if (bytes == NULL) {
		outline->failed = true;
		return false;
	}
	words->bytes = bytes;
	words->room = room;
	return true;
}

static void
words_put(struct outline *outline, struct words *words, const char *text)
{
	if (!words_reserve(outline, words, strlen(text) + 1))
		return;
	for (; *text != '\0'; text++) {
		if (is_space(*text)) {
			words->gap = words->gap == '\0' ? ' ' : words->gap;
			continue;
		}
		if (words->gap != '\0' && words->length > 0) {
			if (!words_reserve(outline, words, strlen(text) + 2))
				return;
			words->bytes[words->length++] = words->gap;
		}
		words->gap = '\0';
		words->bytes[words->length++] = *text;
	}
}

/* A word of its own: a name or a value between the texts. */
static void
words_put_apart(struct outline *outline, struct words *words, const char *text)
{
	if (text == NULL)
		return;
	words->gap = words->gap == '\0' ? ' ' : words->gap;
	words_put(outline, words, text);
	words->gap = words->gap == '\0' ? ' ' : words->gap;
}

static void
say(struct outline *outline, unsigned flags, const char *text)
{
	if ((flags & (HIDDEN | UNSEEN)) == 0)
		words_put(outline, &outline->seen, text);
	if ((flags & (HIDDEN | UNHEARD)) == 0)
		words_put(outline, &outline->heard, text);
}

static struct slice
slice(const struct words *words, unsigned from, unsigned to)
{
	struct slice out = { words->bytes == NULL ? "" : words->bytes + from, to - from };

	for (; out.length > 0 && is_space(out.bytes[0]); out.length--)
		out.bytes++;
	return out;
}

struct slice
outline_seen(const struct outline *outline, const struct thing *thing)
{
	return slice(&outline->seen, thing->seen_from, thing->seen_to);
}

struct slice
outline_heard(const struct outline *outline, const struct thing *thing)
{
	return slice(&outline->heard, thing->heard_from, thing->heard_to);
}

bool
slice_same(struct slice a, struct slice b)
{
	for (;;) {
		for (; a.length > 0 && is_space(*a.bytes); a.length--)
			a.bytes++;
		for (; b.length > 0 && is_space(*b.bytes); b.length--)
			b.bytes++;
		if (a.length == 0 || b.length == 0)
			return a.length == b.length;
		if (*a.bytes++ != *b.bytes++)
			return false;
		a.length--;
		b.length--;
	}
}

char *
slice_text(const void *owner, struct slice slice)
{
	char *text = talloc_strndup(owner, slice.bytes, text_cut(slice.bytes, slice.length, FINDING_TEXT_MAX)), *c;

	for (c = text; c != NULL && *c != '\0'; c++)
		if (*c == '\n')
			*c = ' ';
	return text;
}

/* What hides a thing */

static bool
has_hiding_class(const char *classes, const char *const *names)
{
	for (; *names != NULL; names++)
		if (has_word(classes, *names, false))
			return true;
	return false;
}

static unsigned
hidden_by_class(const char *classes)
{
	static const char *const unseen[] = { "sr-only", "skipnav", "visually-hidden", NULL };
	/* What the design system hides, at some width, or lays over everything else. */
	static const char *const hidden[] = { "accordion-content", "collapsed", "cookie-container", "d-lg-none", "d-md-none", "d-none",
	    "d-print-none", "d-sm-none", "d-xl-none", "embed-container", "fds-modal", "fds-modal-inert", "fixed-bottom", "fixed-top",
	    "hide-base-svg", "language-switcher-header", "modal-backdrop", "overlay", "position-fixed", "toast-container", NULL };

	if (*classes == '\0')
		return 0;
	return (has_hiding_class(classes, unseen) ? UNSEEN : 0) | (has_hiding_class(classes, hidden) ? HIDDEN : 0);
}

static bool
is_nothing(const char *size)
{
	return size != NULL && size[strspn(size, " +-0.")] == '\0' && *size != '\0';
}

static bool
is_hidden_svg(const struct outline *outline, const struct thing *thing)
{
	static const char *const shelves[] = { "clipPath", "defs", "filter", "linearGradient", "marker", "mask", "metadata", "pattern",
	    "radialGradient", "symbol", NULL };
	const char *name = (const char *)thing->node->name;
	const char *const *shelf;

	for (shelf = shelves; *shelf != NULL; shelf++)
		if (strcasecmp(name, *shelf) == 0)
			return true;
	return is_nothing(outline_get(outline, thing, "opacity")) || is_nothing(outline_get(outline, thing, "font-size")) ||
	    is_nothing(outline_get(outline, thing, "fill-opacity")) || has_word(outline_value(outline, thing, "display"), "none", true) ||
	    has_word(outline_value(outline, thing, "visibility"), "hidden", true) ||
	    (strcasecmp(name, "text") == 0 && has_word(outline_value(outline, thing, "fill"), "none", true));
}

static unsigned
hidden_by_element(const struct outline *outline, const struct thing *thing)
{
	switch (thing->element->tag) {
	case TAG_INPUT:
		return has_word(outline_value(outline, thing, "type"), "hidden", true) ? HIDDEN : 0;
	case TAG_DIALOG:
		return attribute(thing->node, "open") == NULL ? HIDDEN : 0;
	case TAG_DETAILS:
		return attribute(thing->node, "open") == NULL ? CLOSED : 0;
	case TAG_MEDIA:
	case TAG_METER:
		return CLOSED;
	case TAG_SVG:
		return is_nothing(outline_get(outline, thing, "width")) || is_nothing(outline_get(outline, thing, "height")) ? HIDDEN : 0;
	default:
		return thing->element->is & IS_UNSEEN ? HIDDEN : 0;
	}
}

/* What the thing itself does to it, over what it has of its parent. */
static unsigned
own_flags(const struct outline *outline, const struct thing *thing)
{
	unsigned flags = hidden_by_class(outline_value(outline, thing, "class")) | hidden_by_element(outline, thing);

	if (thing->node->properties == NULL)
		return flags;
	if (attribute(thing->node, "hidden") != NULL || attribute(thing->node, "inert") != NULL || attribute(thing->node, "popover") != NULL)
		flags |= HIDDEN;
	if (has_word(outline_value(outline, thing, "aria-hidden"), "true", true))
		flags |= UNHEARD;
	if (attribute(thing->node, "disabled") != NULL)
		flags |= DISABLED;
	if (thing->flags & IN_SVG && is_hidden_svg(outline, thing))
		flags |= HIDDEN;
	return flags;
}

/* Laying out */

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
	thing->clickable = tag == TAG_BUTTON || tag == TAG_SUMMARY || (tag == TAG_A && attribute(parent->node, "href") != NULL) ?
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
	bool marked = attribute(thing->node, "checked") != NULL || attribute(thing->node, "selected") != NULL;

	if (thing->node->properties == NULL || thing->flags & HIDDEN)
		return;
	if ((thing->flags & UNHEARD) == 0) {
		words_put_apart(outline, &outline->heard, outline_get(outline, thing, "aria-label"));
		words_put_apart(outline, &outline->heard, outline_get(outline, thing, "title"));
		words_put_apart(outline, &outline->heard, outline_get(outline, thing, "alt"));
		if (has_word(type, "submit", true) || has_word(type, "button", true))
			words_put_apart(outline, &outline->heard, outline_get(outline, thing, "value"));
	}
	if (thing->flags & UNSEEN || (tag != TAG_INPUT && tag != TAG_TEXTAREA && tag != TAG_OPTION && tag != TAG_METER))
		return;
	words_put_apart(outline, &outline->seen, outline_get(outline, thing, "placeholder"));
	if (tag == TAG_METER || (tag == TAG_INPUT && !has_word(type, "radio", true) && !has_word(type, "checkbox", true)))
		words_put_apart(outline, &outline->seen, outline_get(outline, thing, "value"));
	if (marked)
		words_put_apart(outline, &outline->seen, "✓");
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
	thing->flags |= own_flags(outline, thing);
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
	say(outline, flags & CLOSED ? flags | HIDDEN : flags, (const char *)node->content);
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
