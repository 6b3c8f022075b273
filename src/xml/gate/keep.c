#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "xml/gate/judge_parts.h"

/* Landmarks */

static const struct { const char *name; enum tag tag; const char *role; bool outermost; } landmarks[] = {
	{ "header", TAG_HEADER, "banner", true },
	{ "nav", TAG_NAV, "navigation", false },
	{ "main", TAG_MAIN, "main", false },
	{ "footer", TAG_FOOTER, "contentinfo", true },
	{ "search", TAG_OTHER, "search", false },
};

static bool
is_landmark(const struct outline *outline, const struct thing *thing, size_t which)
{
	if (outline_has(thing, "role"))
		return outline_has_role(outline, thing, landmarks[which].role);
	return landmarks[which].tag != TAG_OTHER && thing->element->tag == landmarks[which].tag &&
	    (!landmarks[which].outermost || thing->sectioning == NONE);
}

/* The first one, rather one that is not hidden. */
static const struct thing *
find_landmark(const struct outline *outline, size_t which)
{
	const struct thing *found = NULL;
	size_t i;

	for (i = 0; i < outline->count; i++) {
		const struct thing *thing = &outline->list[i];

		if (!is_landmark(outline, thing, which))
			continue;
		if ((thing->flags & (HIDDEN | UNHEARD | UNSEEN)) == 0)
			return thing;
		found = found == NULL ? thing : found;
	}
	return found;
}

static void
keep_landmarks(const struct outline *shipped, const struct outline *layer, struct report *report)
{
	size_t i;

	for (i = 0; i < sizeof landmarks / sizeof landmarks[0]; i++) {
		const struct thing *one = find_landmark(shipped, i), *other = find_landmark(layer, i);

		if (one == NULL)
			continue;
		if (other == NULL)
			report_say(report, true, "landmark-missing", NULL, landmarks[i].name, NULL);
		else if (newly_hidden(one, other))
			report_say(report, true, "landmark-hidden", other, landmarks[i].name, NULL);
	}
}

/* Links of the navigation */

struct link { const char *href; const struct thing *thing, *nav; };
struct links { struct link *list; size_t count; };

static int
by_href(const void *a, const void *b)
{
	const struct link *one = a, *other = b;
	int way = strcmp(one->href, other->href);

	return way != 0 ? way : one->thing < other->thing ? -1 : one->thing > other->thing;
}

static void
links_in(const struct outline *outline, const struct thing *nav, struct links *links)
{
	const struct thing *thing;

	for (thing = nav; thing < outline->list + nav->end; thing++) {
		const char *href = thing->element->tag == TAG_A ? outline_get(outline, thing, "href") : NULL;

		if (href != NULL)
			links->list[links->count++] = (struct link){ href, thing, nav };
	}
}

/* Those in any nav, by address; an inner nav's are counted with the outer's. */
static bool
find_links(const struct outline *outline, struct links *links)
{
	size_t i = 0;

	*links = (struct links){ .list = talloc_array(outline->owner, struct link, (unsigned)outline->count + 1) };
	if (links->list == NULL)
		return false;
	while (i < outline->count) {
		if (!is_landmark(outline, &outline->list[i], 1)) {
			i++;
			continue;
		}
		links_in(outline, &outline->list[i], links);
		i = outline->list[i].end;
	}
	if (links->count > 0)
		qsort(links->list, links->count, sizeof links->list[0], by_href);
	return true;
}

/* The link with that address that is hidden the least. */
static const struct thing *
find_link(const struct links *links, const struct link *wanted)
{
	size_t low = 0, high = links->count;
	const struct thing *found = NULL;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(links->list[middle].href, wanted->href) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < links->count && strcmp(links->list[low].href, wanted->href) == 0; low++) {
		found = links->list[low].thing;
		if (!newly_hidden(wanted->thing, found))
			break;
	}
	return found;
}

static void
keep_links(const struct outline *shipped, const struct outline *layer, struct report *report)
{
	struct links ours, theirs;
	size_t i;

	if (!find_links(shipped, &ours) || !find_links(layer, &theirs)) {
		report_say(report, true, "page-not-judged", NULL, NULL, NULL);
		return;
	}
	for (i = 0; i < ours.count; i++) {
		const struct thing *found = find_link(&theirs, &ours.list[i]);
		const char *where = outline_value(shipped, ours.list[i].nav, "aria-label");

		if (found == NULL)
			report_say(report, true, "nav-link-missing", NULL, ours.list[i].href, where);
		else if (newly_hidden(ours.list[i].thing, found))
			report_say(report, true, "nav-link-hidden", found, ours.list[i].href, where);
	}
}

/* The skip link: the page's first link, into its main part. */
static const struct thing *
skip_link(const struct outline *outline)
{
	unsigned i = 0, target, main = outline_next(outline, 0, TAG_MAIN);
	const char *href = NULL;

	for (; (i = outline_next(outline, i, TAG_A)) != NONE && (href = outline_get(outline, &outline->list[i], "href")) == NULL; i++)
		;
	if (i == NONE || href == NULL || href[0] != '#' || main == NONE || (outline->list[i].flags & IN_SVG) != 0)
		return NULL;
	target = outline_find(outline, href + 1);
	return target != NONE && target >= main && target < outline->list[main].end ? &outline->list[i] : NULL;
}

static void
keep_skip_link(const struct outline *shipped, const struct outline *layer, struct report *report)
{
	const struct thing *one = skip_link(shipped), *other = skip_link(layer);

	if (one != NULL && other == NULL)
		report_say(report, true, "skip-link-missing", NULL, NULL, NULL);
	else if (one != NULL && newly_hidden(one, other))
		report_say(report, true, "skip-link-hidden", other, NULL, NULL);
}

/* The first <h1>, rather one that is not hidden. */
static const struct thing *
first_heading(const struct outline *outline)
{
	const struct thing *found = NULL;
	unsigned i;

	for (i = 0; (i = outline_next(outline, i, TAG_HEADING)) != NONE; i++) {
		const struct thing *thing = &outline->list[i];

		if (strcmp(thing->element->name, "h1") != 0)
			continue;
		if ((thing->flags & (HIDDEN | UNHEARD | UNSEEN)) == 0)
			return thing;
		found = found == NULL ? thing : found;
	}
	return found;
}

static void
keep_heading(const struct outline *shipped, const struct outline *layer, struct report *report)
{
	const struct thing *one = first_heading(shipped), *other = first_heading(layer);

	if (one != NULL && other == NULL)
		report_say(report, true, "h1-missing", NULL, NULL, NULL);
	else if (one != NULL && newly_hidden(one, other))
		report_say(report, true, "h1-hidden", other, NULL, NULL);
}

/* The language that the page was asked for in. */
static void
keep_language(const struct outline *shipped, const struct outline *layer, struct report *report)
{
	unsigned one = outline_next(shipped, 0, TAG_HTML), other = outline_next(layer, 0, TAG_HTML);
	const char *lang = one == NONE ? NULL : outline_get(shipped, &shipped->list[one], "lang");

	if (lang != NULL && other != NONE && outline_has(&layer->list[other], "lang") &&
	    strcmp(lang, outline_value(layer, &layer->list[other], "lang")) != 0)
		report_say(report, true, "language-changed", &layer->list[other], outline_value(layer, &layer->list[other], "lang"), lang);
}

static bool
has_stylesheet(const struct outline *outline, const char *href)
{
	unsigned i;

	for (i = 0; (i = outline_next(outline, i, TAG_LINK)) != NONE; i++)
		if (outline_has_word(outline, &outline->list[i], "rel", "stylesheet") &&
		    strcmp(outline_value(outline, &outline->list[i], "href"), href) == 0)
			return true;
	return false;
}

/* Without them words for those who only listen stand in the open, and nothing looks as it was meant to. */
static void
keep_stylesheets(const struct outline *shipped, const struct outline *layer, struct report *report)
{
	unsigned i;

	for (i = 0; (i = outline_next(shipped, i, TAG_LINK)) != NONE; i++) {
		const char *href = outline_value(shipped, &shipped->list[i], "href");

		if (outline_has_word(shipped, &shipped->list[i], "rel", "stylesheet") && !has_stylesheet(layer, href))
			report_say(report, false, "stylesheet-missing", NULL, href, NULL);
	}
}

void
keep_frame(const struct outline *shipped, const struct outline *layer, struct report *report)
{
	keep_landmarks(shipped, layer, report);
	keep_links(shipped, layer, report);
	keep_skip_link(shipped, layer, report);
	keep_heading(shipped, layer, report);
	keep_language(shipped, layer, report);
	keep_stylesheets(shipped, layer, report);
}
