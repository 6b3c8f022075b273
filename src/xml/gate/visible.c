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

struct lines { struct outline *outline; char *text; size_t said; /* of what is seen, up to here */ };

/* The length is known to talloc: appending does not look for the end. */
static void
line(struct lines *lines, const char *kind, struct slice slice)
{
	size_t from, i;

	if (lines->text == NULL)
		return;
	from = talloc_get_size(lines->text) - 1 + strlen(kind);
	lines->text = talloc_asprintf_append_buffer(lines->text, "%s%s%.*s\n", kind, slice.length == 0 ? "" : " ", (int)slice.length,
	    slice.bytes);
	for (i = from; lines->text != NULL && lines->text[i + 1] != '\0'; i++)
		if (lines->text[i] == '\n')
			lines->text[i] = ' ';
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
	    outline_get(outline, thing, "required") != NULL ? " required" : "");

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
	return thing->node->properties != NULL && (outline_get(outline, thing, "data-keep") != NULL ||
	    outline_has_role(outline, thing, "alert") || outline_has_role(outline, thing, "status") ||
	    outline_has_word(outline, thing, "class", "sp-note"));
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
	struct lines lines = { .outline = outline_make(owner, result), .text = talloc_strdup(owner, "") };
	size_t i;

	for (i = 0; lines.outline != NULL && i < lines.outline->count; i++) {
		const struct thing *thing = &lines.outline->list[i];

		if (thing->flags & HIDDEN && thing->element->tag != TAG_INPUT)
			continue;
		say_texts(&lines, thing->seen_from);
		say_thing(&lines, thing);
	}
	if (lines.outline != NULL)
		say_texts(&lines, lines.outline->seen.length);
	else
		TALLOC_FREE(lines.text);
	talloc_free(lines.outline);
	return lines.text;
}
