#include "xml/gate/spot.h"

#include <stdbool.h>
#include <string.h>
#include <talloc.h>

#define SPACES " \t\r\n"

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Room for one more; arrays double.  NULL when out of memory. */
static void *
grown(struct spots *places, void *list, size_t count, size_t size)
{
	if (count != 0 && (count & (count - 1)) != 0)
		return list;
	return talloc_realloc_size(places, list, (count == 0 ? 1 : count * 2) * size);
}

static bool
find_lines(struct spots *places)
{
	const char *at = places->text, *end = at + places->length;

	for (;;) {
		places->lines = grown(places, places->lines, places->line_count, sizeof *places->lines);
		if (places->lines == NULL)
			return false;
		places->lines[places->line_count++] = (size_t)(at - places->text);
		at = at == end ? NULL : memchr(at, '\n', (size_t)(end - at));
		if (at == NULL)
			return true;
		at++;
	}
}

static bool
begins(const struct spots *places, size_t at, const char *what)
{
	size_t n = strlen(what);

	return places->length - at >= n && memcmp(places->text + at, what, n) == 0;
}

/* After the next closing from at on; the text's end where there is none. */
static size_t
after(const struct spots *places, size_t at, const char *closing)
{
	const char *found = memmem(places->text + at, places->length - at, closing, strlen(closing));

	return found == NULL ? places->length : (size_t)(found - places->text) + strlen(closing);
}

static size_t
skip_spaces(const struct spots *places, size_t at)
{
	while (at < places->length && is_space(places->text[at]))
		at++;
	return at;
}

static size_t
skip_name(const struct spots *places, size_t at)
{
	while (at < places->length && strchr(SPACES "=/><\"'", places->text[at]) == NULL)
		at++;
	return at;
}

/* One attribute from at on; returns where it ends, or at itself where none begins. */
static size_t
scan_attribute(const struct spots *places, size_t at, struct spot_attribute *out)
{
	size_t next = skip_name(places, at);
	const char *end;

	*out = (struct spot_attribute){ .name = at, .name_end = next };
	if (next == at)
		return at;
	next = skip_spaces(places, next);
	if (next >= places->length || places->text[next] != '=')
		return at;
	next = skip_spaces(places, next + 1);
	if (next >= places->length || (places->text[next] != '"' && places->text[next] != '\''))
		return at;
	out->value = next + 1;
	end = memchr(places->text + out->value, places->text[next], places->length - out->value);
	if (end == NULL)
		return at;
	out->value_end = (size_t)(end - places->text);
	return out->value_end + 1;
}

static bool
add_attribute(struct spots *places, const struct spot_attribute *attribute)
{
	places->attributes = grown(places, places->attributes, places->attribute_count, sizeof *places->attributes);
	if (places->attributes == NULL)
		return false;
	places->attributes[places->attribute_count++] = *attribute;
	return true;
}

/* A start tag from its name on, which ends after its '>'.  *open: an end tag will follow.  0 when out of memory. */
static size_t
scan_tag(struct spots *places, size_t at, bool *open)
{
	struct spot_tag tag = { .name = at, .name_end = skip_name(places, at), .first = places->attribute_count };
	struct spot_attribute attribute;
	size_t next = tag.name_end;

	for (;;) {
		at = skip_spaces(places, next);
		next = scan_attribute(places, at, &attribute);
		if (next == at)
			break;
		if (!add_attribute(places, &attribute))
			return 0;
		if (++tag.count > SPOT_ATTRIBUTES_MAX) {
			places->trouble = SPOT_ATTRIBUTES;
			places->trouble_at = tag.name;
			return places->length;
		}
	}
	if (at < places->length && places->text[at] == '<') {
		places->trouble = SPOT_TAG;
		places->trouble_at = tag.name;
		return places->length;
	}
	*open = !begins(places, at, "/>");
	places->tags = grown(places, places->tags, places->count, sizeof *places->tags);
	if (places->tags == NULL)
		return 0;
	places->tags[places->count++] = tag;
	return after(places, at, ">");
}

static void
trouble(struct spots *places, enum spot_trouble what, size_t at)
{
	if (places->trouble == SPOT_FINE) {
		places->trouble = what;
		places->trouble_at = at;
	}
}

/* What begins with the '<' at `at`, up to its end; 0 when out of memory. */
static size_t
scan_markup(struct spots *places, size_t at, size_t *depth)
{
	bool open = false;
	size_t next;

	/* Two hyphens within a comment are no XML, and libxml2 takes seconds over many of them. */
	if (begins(places, at, "<!--")) {
		next = after(places, at + 4, "--");
		if (next == places->length)
			trouble(places, SPOT_OPEN, at);
		if (next < places->length && places->text[next] != '>')
			trouble(places, SPOT_COMMENT, next - 2);
		return next < places->length && places->trouble == SPOT_FINE ? next + 1 : places->length;
	}
	if (begins(places, at, "<![CDATA[")) {
		next = after(places, at, "]]>");
		if (next == places->length)
			trouble(places, SPOT_OPEN, at);
		return next;
	}
	if (begins(places, at, "<!")) {
		trouble(places, SPOT_DOCTYPE, at);
		return places->length;
	}
	if (begins(places, at, "<?")) {
		if (!begins(places, at, "<?xml") || at + 5 >= places->length || !is_space(places->text[at + 5]))
			trouble(places, SPOT_INSTRUCTION, at);
		return places->trouble != SPOT_FINE ? places->length : after(places, at, "?>");
	}
	if (begins(places, at, "</")) {
		*depth -= *depth > 0;
		return after(places, at, ">");
	}
	next = scan_tag(places, at + 1, &open);
	*depth += open;
	if (*depth > SPOT_DEPTH_MAX) {
		trouble(places, SPOT_DEEP, at + 1);
		return places->length;
	}
	return next;
}

struct spots *
spots_scan(const void *owner, const char *text, size_t length)
{
	struct spots *places = talloc_zero(owner, struct spots);
	size_t at = 0, depth = 0;
	const char *tag;

	if (places == NULL)
		return NULL;
	places->text = text;
	places->length = length;
	if (!find_lines(places)) {
		talloc_free(places);
		return NULL;
	}
	while (at < length && places->trouble == SPOT_FINE && (tag = memchr(text + at, '<', length - at)) != NULL) {
		at = scan_markup(places, (size_t)(tag - text), &depth);
		if (at == 0) {
			talloc_free(places);
			return NULL;
		}
	}
	return places;
}

void
spots_find(const struct spots *places, size_t at, int *line, int *column)
{
	size_t low = 0, high = places->line_count, from;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (places->lines[middle] <= at)
			low = middle;
		else
			high = middle;
	}
	*line = (int)low + 1;
	*column = 1;
	from = places->lines[low];
	if (from == 0 && begins(places, 0, "\xef\xbb\xbf"))
		from = 3;
	for (; from < at && from < places->length; from++)
		*column += ((unsigned char)places->text[from] & 0xc0) != 0x80;
}

/* Bytes in UTF-8 of the character that an entity of the text stands for. */
static size_t
entity_bytes(const char *text)
{
	unsigned long c = 0;
	const char *digit;

	if (text[1] != '#')
		return 1;
	if (text[2] == 'x')
		for (digit = text + 3; strchr("0123456789abcdefABCDEF", *digit) != NULL && c <= 0x10ffff; digit++)
			c = c * 16 + (unsigned long)(*digit <= '9' ? *digit - '0' : (*digit | 0x20) - 'a' + 10);
	else
		for (digit = text + 2; *digit >= '0' && *digit <= '9' && c <= 0x10ffff; digit++)
			c = c * 10 + (unsigned long)(*digit - '0');
	return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

size_t
spots_within(const struct spots *places, const struct spot_attribute *attribute, size_t within)
{
	size_t at = attribute->value, passed = 0;

	while (at < attribute->value_end && passed < within) {
		const char *text = places->text + at, *end;

		if (*text == '&' && (end = memchr(text, ';', attribute->value_end - at)) != NULL) {
			passed += entity_bytes(text);
			at += (size_t)(end - text) + 1;
		} else {
			at += *text == '\r' && at + 1 < attribute->value_end && text[1] == '\n' ? 2 : 1;
			passed++;
		}
	}
	return at;
}
