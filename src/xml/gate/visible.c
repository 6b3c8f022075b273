#include <stdint.h>
#include <string.h>
#include <talloc.h>

#include "xml/gate/judge.h"
#include "xml/gate/judge_parts.h"

char *
visible_text(const void *owner, const xmlDoc *result)
{
	struct outline *outline = outline_make(owner, result);
	char *text = outline == NULL ? NULL : talloc_asprintf(owner, "%.*s\f%.*s", (int)outline->seen.length,
	    outline->seen.length == 0 ? "" : outline->seen.bytes, (int)outline->heard.length,
	    outline->heard.length == 0 ? "" : outline->heard.bytes);

	talloc_free(outline);
	return text;
}

/* The outline as text */

enum { FIRST_ROOM = 4096 };

/* said: of what is seen, up to where. */
struct lines { const void *owner; struct outline *outline; char *text; size_t length, room, said; bool failed; };

/* Room is doubled: a result may have many thousand lines. */
static bool
reserve(struct lines *lines, size_t more)
{
	size_t room = lines->room;
	char *text = lines->text;

	while (room < lines->length + more + 1)
		room *= 2;
	if (room != lines->room)
		text = room > UINT32_MAX / 2 ? NULL : talloc_realloc(lines->owner, lines->text, char, (unsigned)room);
	if (text == NULL) {
		lines->failed = true;
		return false;
	}
	lines->text = text;
	lines->room = room;
	return true;
}

static void
put(struct lines *lines, const char *bytes, size_t length)
{
	size_t i;

	for (i = 0; i < length; i++)
		lines->text[lines->length++] = bytes[i] == '\n' ? ' ' : bytes[i];
}

static void
line(struct lines *lines, const char *kind, struct slice slice)
{
	if (lines->failed || !reserve(lines, strlen(kind) + slice.length + 2))
		return;
	put(lines, kind, strlen(kind));
	if (slice.length > 0)
		put(lines, " ", 1);
	put(lines, slice.bytes, slice.length);
	lines->text[lines->length++] = '\n';
}

static void
line_of(struct lines *lines, const char *kind, const char *text)
{
	line(lines, kind, (struct slice){ text, strlen(text) });
}

/* The texts between what was said last and this place, a line each. */
static void
say_texts(struct lines *lines, size_t to)
{
	const char *bytes = lines->outline->seen.bytes;

	while (lines->said < to) {
		const char *end = memchr(bytes + lines->said, '\n', to - lines->said);
		size_t length = end == NULL ? to - lines->said : (size_t)(end - bytes) - lines->said;
		size_t skip = length > 0 && bytes[lines->said] == ' ' ? 1 : 0;

		if (length > skip)
			line(lines, "text", (struct slice){ bytes + lines->said + skip, length - skip });
		lines->said += length + (end != NULL);
	}
}

/* A thing with all its text in one line. */
static void
say_whole(struct lines *lines, const char *kind, const struct thing *thing)
{
	line(lines, kind, outline_seen(lines->outline, thing));
	if (thing->seen_to > lines->said)
		lines->said = thing->seen_to;
}

static void
say_field(struct lines *lines, const struct thing *thing)
{
	const struct outline *outline = lines->outline;
	const char *type = outline_get(outline, thing, "type"), *name = outline_value(outline, thing, "name");
	const char *choice = type != NULL && (strcmp(type, "radio") == 0 || strcmp(type, "checkbox") == 0) ?
	    outline_value(outline, thing, "value") : NULL;
	char *text = talloc_asprintf(outline, "%s %s%s%s%s", name, type != NULL ? type : thing->element->tag == TAG_INPUT ? "text" :
	    thing->element->name, choice != NULL ? " " : "", choice != NULL ? choice : "",
	    outline_has(thing, "required") ? " required" : "");

	if (text != NULL)
		line_of(lines, "field", text);
	talloc_free(text);
}

static void
say_form(struct lines *lines, const struct thing *thing)
{
	char *text = talloc_asprintf(lines->outline, "%s %s", outline_value(lines->outline, thing, "method"),
	    outline_value(lines->outline, thing, "action"));

	if (text != NULL)
		line_of(lines, "form", text);
	talloc_free(text);
}

static void
say_link(struct lines *lines, const struct thing *thing)
{
	const char *href = outline_get(lines->outline, thing, "href");

	if (href != NULL)
		line_of(lines, "link", href);
}

static bool
is_notice(const struct outline *outline, const struct thing *thing)
{
	return thing->node->properties != NULL && (outline_has(thing, "data-keep") ||
	    outline_has_role(outline, thing, "alert") || outline_has_role(outline, thing, "status") ||
	    outline_has_word(outline, thing, "class", "sp-note"));
}

/* Where a line of texts ends: anywhere but at what only marks words. */
static bool
ends_line(const struct outline *outline, const struct thing *thing)
{
	enum tag tag = thing->element->tag;

	return thing->element->is & IS_BLOCK || tag == TAG_A || tag == TAG_BUTTON || tag == TAG_INPUT || tag == TAG_SELECT ||
	    tag == TAG_TEXTAREA || is_notice(outline, thing);
}

static void
say_thing(struct lines *lines, const struct thing *thing)
{
	switch (thing->element->tag) {
	case TAG_HEADER:
	case TAG_MAIN:
	case TAG_FOOTER:
		line_of(lines, "landmark", thing->element->name);
		break;
	case TAG_NAV:
		line_of(lines, "nav", outline_value(lines->outline, thing, "aria-label"));
		break;
	case TAG_FORM:
		say_form(lines, thing);
		break;
	case TAG_A:
		say_link(lines, thing);
		break;
	case TAG_HEADING:
		say_whole(lines, thing->element->name, thing);
		break;
	case TAG_BUTTON:
		say_whole(lines, "button", thing);
		break;
	case TAG_CAPTION:
		say_whole(lines, "table", thing);
		break;
	case TAG_TH:
		say_whole(lines, "th", thing);
		break;
	case TAG_INPUT:
	case TAG_SELECT:
	case TAG_TEXTAREA:
		say_field(lines, thing);
		break;
	default:
		if (is_notice(lines->outline, thing))
			say_whole(lines, "notice", thing);
		break;
	}
}

char *
judge_outline(const void *owner, const xmlDoc *result)
{
	struct lines lines = { .owner = owner, .outline = outline_make(owner, result), .text = talloc_array(owner, char, FIRST_ROOM),
	    .room = FIRST_ROOM };
	size_t i;

	lines.failed = lines.outline == NULL || lines.text == NULL;
	for (i = 0; !lines.failed && i < lines.outline->count; i++) {
		const struct thing *thing = &lines.outline->list[i];

		if (thing->flags & HIDDEN && thing->element->tag != TAG_INPUT)
			continue;
		if (ends_line(lines.outline, thing))
			say_texts(&lines, thing->seen_from);
		say_thing(&lines, thing);
	}
	if (!lines.failed)
		say_texts(&lines, lines.outline->seen.length);
	talloc_free(lines.outline);
	if (lines.failed)
		TALLOC_FREE(lines.text);
	else
		lines.text[lines.length] = '\0';
	return lines.text;
}
