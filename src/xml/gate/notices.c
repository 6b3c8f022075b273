#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "xml/gate/judge_parts.h"

enum { TEXT_IN_FINDING = 100 };

static bool
is_spoken(const struct outline *outline, const struct thing *thing)
{
	return outline_has_role(outline, thing, "alert") || outline_has_role(outline, thing, "status") ||
	    outline_has_role(outline, thing, "alertdialog");
}

/* What the program tells the reader: messages, errors of fields, what somebody else has saved. */
static bool
is_notice(const struct outline *outline, const struct thing *thing)
{
	const char *classes;

	if (thing->node->properties == NULL)
		return false;
	if (is_spoken(outline, thing))
		return true;
	classes = outline_value(outline, thing, "class");
	return *classes != '\0' && (outline_has_word(outline, thing, "class", "sp-note") ||
	    outline_has_word(outline, thing, "class", "form-error-message") || outline_has_word(outline, thing, "class", "sp-theirs"));
}

static bool
is_same_text(const struct outline *shipped, const struct thing *one, const struct outline *layer, const struct thing *other)
{
	return slice_same(outline_seen(shipped, one), outline_seen(layer, other)) &&
	    slice_same(outline_heard(shipped, one), outline_heard(layer, other));
}

/* What it says, as its author knows it: seen or not. */
static struct slice
text_of(const struct outline *outline, const struct thing *thing)
{
	struct slice slice = outline_heard(outline, thing);

	if (slice.length == 0)
		slice = outline_seen(outline, thing);
	slice.length = text_cut(slice.bytes, slice.length, TEXT_IN_FINDING);
	return slice;
}

/* The places of the layer's notices, and which of them stand for one of the shipped sheet's. */
struct notices { unsigned *places; bool *taken; size_t count; };

static bool
find_notices(const struct outline *outline, struct notices *out)
{
	unsigned i;

	*out = (struct notices){ .places = talloc_array(outline->owner, unsigned, (unsigned)outline->count + 1),
	    .taken = talloc_zero_array(outline->owner, bool, (unsigned)outline->count + 1) };
	if (out->places == NULL || out->taken == NULL)
		return false;
	for (i = 0; i < outline->count; i++)
		if (is_notice(outline, &outline->list[i]))
			out->places[out->count++] = i;
	return true;
}

/* One with the same text, rather one that is spoken if this is.  A hidden text is none, so what is hidden is found missing. */
static const struct thing *
take_notice(const struct outline *shipped, const struct thing *one, const struct outline *layer, struct notices *notices)
{
	const bool spoken = is_spoken(shipped, one);
	size_t i, best = notices->count;

	for (i = 0; i < notices->count; i++) {
		const struct thing *other = &layer->list[notices->places[i]];

		if (notices->taken[i] || newly_hidden(one, other) || !is_same_text(shipped, one, layer, other))
			continue;
		best = best == notices->count ? i : best;
		if (!spoken || is_spoken(layer, other)) {
			best = i;
			break;
		}
	}
	if (best == notices->count)
		return NULL;
	notices->taken[best] = true;
	return &layer->list[notices->places[best]];
}

/* Those that are marked are looked for by their mark. */
static void
keep_texts(const struct outline *shipped, const struct outline *layer, struct report *report)
{
	struct notices notices;
	unsigned i;

	if (!find_notices(layer, &notices)) {
		report_say(report, true, "page-not-judged", NULL, NULL, NULL);
		return;
	}
	for (i = 0; i < shipped->count; i++) {
		const struct thing *one = &shipped->list[i], *other;
		char *text;

		if (!is_notice(shipped, one) || one->flags & HIDDEN || outline_has(one, "data-keep"))
			continue;
		other = take_notice(shipped, one, layer, &notices);
		text = slice_text(shipped->owner, text_of(shipped, one));
		if (other == NULL)
			report_say(report, true, "notice-missing", NULL, text, NULL);
		else if (is_spoken(shipped, one) && !is_spoken(layer, other))
			report_say(report, true, "notice-silent", other, text, outline_value(shipped, one, "role"));
	}
}

/* Banners that the shipped sheet marks */

static const struct thing *
find_marked(const struct outline *layer, const char *name, size_t from, size_t *at)
{
	for (*at = from; *at < layer->count; ++*at) {
		const struct thing *thing = &layer->list[*at];
		const char *mark = thing->node->properties == NULL ? NULL : outline_get(layer, thing, "data-keep");

		if (mark != NULL && strcmp(mark, name) == 0)
			return thing;
	}
	return NULL;
}

/* What a marked element of the layer's is to a shipped one. */
enum likeness { SAME, SILENT, CHANGED, GONE };

static enum likeness
compare(const struct outline *shipped, const struct thing *one, const struct outline *layer, const struct thing *other)
{
	if (newly_hidden(one, other) || (outline_seen(layer, other).length == 0 && outline_seen(shipped, one).length > 0) ||
	    (outline_heard(layer, other).length == 0 && outline_heard(shipped, one).length > 0))
		return GONE;
	if (!is_same_text(shipped, one, layer, other))
		return CHANGED;
	return is_spoken(shipped, one) && !is_spoken(layer, other) ? SILENT : SAME;
}

/* One of that name that stands for none yet will do; else the one that is most like it says what is wrong. */
static void
keep_marked(const struct outline *shipped, const struct thing *one, const char *name, const struct outline *layer, bool *taken,
    struct report *report)
{
	static const char *const keys[] = { NULL, "notice-silent", "banner-changed", "banner-hidden" };
	const char *text = slice_text(shipped->owner, text_of(shipped, one));
	const struct thing *other, *best = NULL;
	enum likeness like = GONE, now;
	size_t at = 0;

	for (; (other = find_marked(layer, name, at, &at)) != NULL; at++) {
		if (taken[at])
			continue;
		now = compare(shipped, one, layer, other);
		if (best == NULL || now < like) {
			best = other;
			like = now;
		}
		if (now == SAME)
			break;
	}
	if (best == NULL)
		report_say(report, true, "banner-missing", NULL, name, text);
	else if (like == SILENT)
		report_say(report, true, keys[SILENT], best, text, outline_value(shipped, one, "role"));
	else if (like != SAME)
		report_say(report, true, keys[like], best, name, text);
	if (best != NULL)
		taken[best - layer->list] = true;
}

static void
keep_all_marked(const struct outline *shipped, const struct outline *layer, struct report *report)
{
	bool *taken = talloc_zero_array(layer->owner, bool, (unsigned)layer->count + 1);
	unsigned i;

	if (taken == NULL)
		report_say(report, true, "page-not-judged", NULL, NULL, NULL);
	for (i = 0; taken != NULL && i < shipped->count; i++) {
		const struct thing *one = &shipped->list[i];
		const char *name = one->node->properties == NULL ? NULL : outline_get(shipped, one, "data-keep");

		if (name != NULL && (one->flags & HIDDEN) == 0)
			keep_marked(shipped, one, name, layer, taken, report);
	}
}

void
keep_notices(const struct outline *shipped, const struct outline *layer, struct report *report)
{
	keep_all_marked(shipped, layer, report);
	keep_texts(shipped, layer, report);
}
