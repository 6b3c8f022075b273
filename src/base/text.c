#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include <utf8proc.h>

size_t
text_utf8_length(const char *text)
{
	const unsigned char *c = (const unsigned char *)text;

	if (c[0] == 0)
		return 0;
	if (c[0] < 0x80)
		return 1;
	if (c[0] >= 0xc2 && c[0] <= 0xdf && (c[1] & 0xc0) == 0x80)
		return 2;
	if ((c[0] & 0xf0) == 0xe0 && (c[1] & 0xc0) == 0x80 && (c[2] & 0xc0) == 0x80 &&
	    !(c[0] == 0xe0 && c[1] < 0xa0) && !(c[0] == 0xed && c[1] > 0x9f))
		return 3;
	if (c[0] >= 0xf0 && c[0] <= 0xf4 && (c[1] & 0xc0) == 0x80 && (c[2] & 0xc0) == 0x80 && (c[3] & 0xc0) == 0x80 &&
	    !(c[0] == 0xf0 && c[1] < 0x90) && !(c[0] == 0xf4 && c[1] > 0x8f))
		return 4;
	return 0;
}

/* The same where no terminator stands behind the text: only its `left` bytes are read. */
static size_t
length_within(const char *text, size_t left)
{
	char last[4] = "";

	if (left >= sizeof last)
		return text_utf8_length(text);
	memcpy(last, text, left);
	return text_utf8_length(last);
}

bool
text_is_clean(const char *text, size_t length)
{
	const char *end = text + length;

	while (text < end) {
		const unsigned char *c = (const unsigned char *)text;
		size_t n = length_within(text, (size_t)(end - text));

		if (n == 0)
			return false;
		if (n == 1 && c[0] < 0x20 && c[0] != '\t' && c[0] != '\n' && c[0] != '\r')
			return false;
		if (n == 3 && c[0] == 0xef && c[1] == 0xbf && c[2] >= 0xbe)
			return false;
		text += n;
	}
	return true;
}

/* A well-formed character of n bytes that stands for a new line elsewhere. */
static bool
is_other_line(const unsigned char *c, size_t n)
{
	return (n == 1 && (c[0] == '\v' || c[0] == '\f')) || (n == 2 && c[0] == 0xc2 && c[1] == 0x85) ||
	    (n == 3 && c[0] == 0xe2 && c[1] == 0x80 && (c[2] == 0xa8 || c[2] == 0xa9));
}

/* A sign that turns what follows round, also outside its own line: U+202A-202E, U+2066-2069; the marks U+200E and U+200F only place a sign. */
static bool
turns_round(const unsigned char *c)
{
	return c[0] == 0xe2 && ((c[1] == 0x80 && c[2] >= 0xaa && c[2] <= 0xae) || (c[1] == 0x81 && c[2] >= 0xa6 && c[2] <= 0xa9));
}

static bool
is_unseen(const unsigned char *c, size_t n)
{
	if (n == 1)
		return (c[0] < 0x20 && c[0] != '\t' && c[0] != '\n' && c[0] != '\r') || c[0] == 0x7f;
	if (n == 2)
		return c[0] == 0xc2 && c[1] < 0xa0;
	return n == 3 && (turns_round(c) || (c[0] == 0xef && ((c[1] == 0xbb && c[2] == 0xbf) || (c[1] == 0xbf && c[2] >= 0xbe))));
}

void
text_heal(char *text)
{
	char *to = text;

	while (*text != '\0') {
		size_t n = text_utf8_length(text);
		const unsigned char *c = (const unsigned char *)text;

		n = n == 0 ? 1 : n;
		if (is_other_line(c, n)) {
			*to++ = '\n';
		} else if (!is_unseen(c, n)) {
			memmove(to, text, n);
			to += n;
		}
		text += n;
	}
	*to = '\0';
}

size_t
text_characters(const char *text)
{
	size_t count = 0;

	for (; *text != '\0'; text++)
		count += ((unsigned char)*text & 0xc0) != 0x80;
	return count;
}

/* In place: "\r\n" and a lone "\r" become "\n"; white space at both ends goes. */
static char *
trim(char *text)
{
	char *from, *to = text, *start = text;

	for (from = text; *from != '\0'; from++) {
		if (*from == '\r' && from[1] == '\n')
			continue;
		*to++ = *from == '\r' ? '\n' : *from;
	}
	*to = '\0';
	while (*start == ' ' || *start == '\t' || *start == '\n')
		start++;
	while (to > start && (to[-1] == ' ' || to[-1] == '\t' || to[-1] == '\n'))
		*--to = '\0';
	return start;
}

static bool
is_ascii(const char *text)
{
	while (*text != '\0' && (unsigned char)*text < 0x80)
		text++;
	return *text == '\0';
}

size_t
text_cut(const char *bytes, size_t length, size_t most)
{
	if (length <= most)
		return length;
	while (most > 0 && ((unsigned char)bytes[most] & 0xc0) == 0x80)
		most--;
	return most;
}

char *
text_tidy(const void *owner, const char *text)
{
	utf8proc_uint8_t *composed;
	char *out;

	if (!text_is_clean(text, strlen(text)))
		return NULL;
	/* Nothing to compose: most of what forms bring. */
	if (is_ascii(text)) {
		char *copy = talloc_strdup(NULL, text);

		out = copy == NULL ? NULL : talloc_strdup(owner, trim(copy));
		talloc_free(copy);
		return out;
	}
	composed = utf8proc_NFC((const utf8proc_uint8_t *)text);
	if (composed == NULL)
		return NULL;
	out = talloc_strdup(owner, trim((char *)composed));
	free(composed);
	return out;
}

char *
text_fold(const void *owner, const char *text)
{
	utf8proc_uint8_t *folded = NULL;
	char *out, *to;
	const char *from;

	if (!text_is_clean(text, strlen(text)) || utf8proc_map((const utf8proc_uint8_t *)text, 0, &folded, UTF8PROC_NULLTERM |
	    UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE) < 0)
		return NULL;
	out = to = talloc_strdup(owner, (char *)folded);
	free(folded);
	for (from = out; out != NULL && *from != '\0'; from++)
		if (*from != ' ')
			*to++ = *from;
	if (out != NULL)
		*to = '\0';
	return out;
}

char *
text_like(const void *owner, const char *before, const char *text)
{
	char *out = talloc_strdup(owner, before);

	for (; out != NULL && *text != '\0'; text++)
		out = talloc_asprintf_append(out, "%s%c", strchr("%_\\", *text) != NULL ? "\\" : "", *text);
	return out == NULL ? NULL : talloc_strdup_append(out, "%");
}

char *
text_spell(const void *owner, const char *text)
{
	static const struct { const char *letter, *as; } spelled[] = { { "å", "aa" }, { "Å", "aa" }, { "æ", "ae" }, { "Æ", "ae" }, { "ø", "oe" }, { "Ø", "oe" } };
	enum { LETTERS = sizeof spelled / sizeof spelled[0] };
	char *out = talloc_strdup(owner, "");
	size_t i;

	while (out != NULL && *text != '\0') {
		for (i = 0; i < LETTERS && strncmp(text, spelled[i].letter, 2) != 0; i++)
			;
		out = i < LETTERS ? talloc_strdup_append(out, spelled[i].as) : talloc_strndup_append(out, text, 1);
		text += i < LETTERS ? 2 : 1;
	}
	return out;
}

char *
text_hex(const void *owner, const unsigned char *bytes, size_t length)
{
	static const char digits[] = "0123456789abcdef";
	char *out = talloc_array(owner, char, (unsigned)length * 2 + 1);
	size_t i;

	if (out == NULL)
		return NULL;
	for (i = 0; i < length; i++) {
		out[i * 2] = digits[bytes[i] >> 4];
		out[i * 2 + 1] = digits[bytes[i] & 15];
	}
	out[length * 2] = '\0';
	return out;
}
