/* The texts of a result, one after the other, and each thing's part of them. */
#include <stdint.h>
#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "xml/gate/finding.h"
#include "xml/gate/outline_parts.h"

enum { FIRST_WORDS = 4096 };

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

void
outline_say_apart(struct outline *outline, struct words *words, const char *text)
{
	if (text == NULL)
		return;
	words->gap = words->gap == '\0' ? ' ' : words->gap;
	words_put(outline, words, text);
	words->gap = words->gap == '\0' ? ' ' : words->gap;
}

void
outline_say(struct outline *outline, unsigned flags, const char *text)
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
