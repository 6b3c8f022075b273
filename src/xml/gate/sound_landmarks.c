/* Landmarks: one of each that there may be one of, the others told apart by their names. */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "xml/gate/sound_parts.h"

struct landmark { const char *role, *name; const struct thing *thing; };

static const char *
landmark_role(const struct outline *outline, const struct thing *thing)
{
	static const char *const roles[] = { "banner", "complementary", "contentinfo", "main", "navigation", "region", "search" };
	bool named = *outline_value(outline, thing, "aria-label") != '\0' || *outline_value(outline, thing, "aria-labelledby") != '\0';
	size_t i;

	for (i = 0; i < sizeof roles / sizeof roles[0]; i++)
		if (outline_has_role(outline, thing, roles[i]))
			return roles[i];
	if (outline_has(thing, "role"))
		return NULL;
	switch (thing->element->tag) {
	case TAG_HEADER:
		return thing->sectioning == NONE ? "banner" : NULL;
	case TAG_FOOTER:
		return thing->sectioning == NONE ? "contentinfo" : NULL;
	case TAG_MAIN:
		return "main";
	case TAG_NAV:
		return "navigation";
	case TAG_ASIDE:
		return thing->sectioning == NONE || named ? "complementary" : NULL;
	case TAG_SECTION:
		return named ? "region" : NULL;
	case TAG_FORM:
		return named ? "form" : NULL;
	default:
		return NULL;
	}
}

static const char *
landmark_name(const struct outline *outline, const struct thing *thing)
{
	const char *ids = outline_value(outline, thing, "aria-labelledby");
	char *id = talloc_strndup(outline->owner, ids, strcspn(ids, " \t\r\n"));
	unsigned to = id == NULL || *id == '\0' ? NONE : outline_find(outline, id);

	return to != NONE ? sound_text(outline, &outline->list[to]) : outline_value(outline, thing, "aria-label");
}

static int
by_role(const void *a, const void *b)
{
	const struct landmark *one = a, *other = b;
	int way = strcmp(one->role, other->role);

	way = way != 0 ? way : strcmp(one->name, other->name);
	return way != 0 ? way : one->thing < other->thing ? -1 : one->thing > other->thing;
}

static bool
is_only_one(const char *role)
{
	return strcmp(role, "main") == 0 || strcmp(role, "banner") == 0 || strcmp(role, "contentinfo") == 0;
}

static size_t
find_landmarks(const struct outline *outline, struct landmark *list)
{
	size_t i, count = 0;

	for (i = 0; i < outline->count; i++) {
		const struct thing *thing = &outline->list[i];
		const char *role = sound_is_away(thing) ? NULL : landmark_role(outline, thing);

		if (role != NULL)
			list[count++] = (struct landmark){ role, landmark_name(outline, thing), thing };
	}
	if (count > 0)
		qsort(list, count, sizeof list[0], by_role);
	return count;
}

void
sound_check_landmarks(const struct outline *outline, struct report *report)
{
	struct landmark *list = talloc_array(outline->owner, struct landmark, (unsigned)outline->count + 1);
	size_t i, count = list == NULL ? 0 : find_landmarks(outline, list);

	for (i = 1; i < count; i++) {
		if (strcmp(list[i].role, list[i - 1].role) != 0)
			continue;
		if (is_only_one(list[i].role))
			report_say(report, true, "landmark-twice", list[i].thing, list[i].role, NULL);
		else if (strcmp(list[i].name, list[i - 1].name) == 0)
			report_say(report, true, *list[i].name == '\0' ? "landmark-name" : "landmark-same-name", list[i].thing, list[i].role,
			    list[i].name);
	}
}
