/* Accessibility, as far as a tree tells: WCAG 2.1 AA, by the rules that axe checks in a browser. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "xml/gate/sound_parts.h"

/* The page as a whole */

static bool
is_language(const char *lang)
{
	size_t n = strspn(lang, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

	return n >= 2 && n <= 8 && (lang[n] == '\0' || lang[n] == '-');
}

static void
check_language(const struct outline *outline, struct report *report)
{
	unsigned at = outline_next(outline, 0, TAG_HTML);
	size_t i;

	if (at == NONE || is_blank(outline_value(outline, &outline->list[at], "lang")))
		report_say(report, true, "language-missing", at == NONE ? NULL : &outline->list[at], NULL, NULL);
	for (i = 0; i < outline->count; i++) {
		const char *lang = outline->list[i].node->properties == NULL ? NULL : outline_get(outline, &outline->list[i], "lang");

		if (lang != NULL && *lang != '\0' && !is_language(lang))
			report_say(report, true, "language-wrong", &outline->list[i], lang, NULL);
	}
}

static bool
has_text(const xmlNode *node)
{
	const xmlNode *child;

	for (child = node->children; child != NULL; child = child->next)
		if (child->type == XML_TEXT_NODE && child->content != NULL && !is_blank((const char *)child->content))
			return true;
	return false;
}

static void
check_title(const struct outline *outline, struct report *report)
{
	unsigned at;

	for (at = 0; (at = outline_next(outline, at, TAG_TITLE)) != NONE; at++)
		if ((outline->list[at].flags & IN_SVG) == 0 && has_text(outline->list[at].node))
			return;
	report_say(report, true, "title-missing", NULL, NULL, NULL);
}

/* A viewport that forbids to enlarge. */
static void
check_viewport(const struct outline *outline, struct report *report)
{
	unsigned at;

	for (at = 0; (at = outline_next(outline, at, TAG_META)) != NONE; at++) {
		const char *content = outline_value(outline, &outline->list[at], "content");

		if (outline_has_word(outline, &outline->list[at], "name", "viewport") &&
		    (strcasestr(content, "user-scalable") != NULL || strcasestr(content, "maximum-scale") != NULL))
			report_say(report, true, "viewport-zoom", &outline->list[at], NULL, NULL);
	}
}

/* Headings */

static int
level_of(const struct outline *outline, const struct thing *thing)
{
	const char *level = outline_value(outline, thing, "aria-level");
	bool native = thing->element->tag == TAG_HEADING;

	if (native && !outline_has(thing, "role"))
		return thing->element->name[1] - '0';
	if (!outline_has_role(outline, thing, "heading"))
		return 0;
	return *level >= '1' && *level <= '9' ? (int)strtol(level, NULL, 10) : native ? thing->element->name[1] - '0' : 2;
}

static void
check_headings(const struct outline *outline, struct report *report)
{
	int last = 0, first = 0;
	size_t i;

	for (i = 0; i < outline->count; i++) {
		const struct thing *thing = &outline->list[i];
		int level = sound_is_away(thing) ? 0 : level_of(outline, thing);
		char from[16];

		if (level == 0)
			continue;
		first += level == 1;
		snprintf(from, sizeof from, "h%d", last);
		if (last != 0 && level > last + 1)
			report_say(report, true, "heading-order", thing, sound_text(outline, thing), from);
		if (!sound_has_name(outline, thing))
			report_say(report, true, "heading-empty", thing, (const char *)thing->node->name, NULL);
		if (level == 1 && first == 2)
			report_say(report, true, "h1-twice", thing, sound_text(outline, thing), NULL);
		last = level;
	}
}

/* What the keyboard reaches must be heard, in the order in which it stands. */
static void
check_focus(const struct outline *outline, const struct thing *thing, struct report *report)
{
	const char *tabindex = outline_value(outline, thing, "tabindex");
	enum tag tag = thing->element->tag;
	bool reached = tag == TAG_BUTTON || tag == TAG_SELECT || tag == TAG_TEXTAREA || tag == TAG_INPUT ||
	    (tag == TAG_A && outline_has(thing, "href"));

	if (strtol(tabindex, NULL, 10) > 0)
		report_say(report, true, "tabindex", thing, sound_called(outline, thing), NULL);
	if ((reached || *tabindex == '0') && (thing->flags & (UNHEARD | HIDDEN | DISABLED)) == UNHEARD && *tabindex != '-')
		report_say(report, true, "focus-unheard", thing, sound_called(outline, thing), NULL);
}

void
sound_check(const struct outline *outline, struct report *report)
{
	size_t i;

	check_language(outline, report);
	check_title(outline, report);
	check_viewport(outline, report);
	check_headings(outline, report);
	sound_check_landmarks(outline, report);
	sound_check_fields(outline, report);
	sound_check_ids(outline, report);
	for (i = 0; i < outline->count; i++) {
		const struct thing *thing = &outline->list[i];

		if (!sound_is_away(thing))
			sound_check_name(outline, thing, report);
		if (thing->node->properties == NULL)
			continue;
		check_focus(outline, thing, report);
		sound_check_references(outline, thing, report);
		sound_check_aria(outline, thing, report);
	}
}
