#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "web/internals.h"

static int
digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

static bool
decode(char *text, bool plus)
{
	char *to = text, *from = text;

	for (; *from != '\0'; from++) {
		if (*from == '+' && plus) {
			*to++ = ' ';
		} else if (*from != '%') {
			*to++ = *from;
		} else {
			int high = digit(from[1]), low = high < 0 ? -1 : digit(from[2]);

			if (low < 0 || (high == 0 && low == 0))
				return false;
			*to++ = (char)(high * 16 + low);
			from += 2;
		}
	}
	*to = '\0';
	return true;
}

bool
uri_decode(char *text, bool plus)
{
	return decode(text, plus) && text_is_clean(text, strlen(text));
}

/* What somebody typed or pasted: odd signs in it are no reason to lose all of it. */
static bool
decode_value(char *text)
{
	if (!decode(text, true))
		return false;
	text_heal(text);
	return text_is_clean(text, strlen(text));
}

const char *
uri_encode(const void *owner, const char *text)
{
	static const char hex[] = "0123456789ABCDEF";
	char *out = talloc_array(owner, char, (unsigned)strlen(text) * 3 + 1), *to = out;

	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || strchr("-_.~/", c) != NULL) {
			*to++ = (char)c;
			continue;
		}
		*to++ = '%';
		*to++ = hex[c >> 4];
		*to++ = hex[c & 15];
	}
	*to = '\0';
	return out;
}

/* Is there a "." or ".." segment, or an empty one? */
static bool
has_odd_segment(const char *path)
{
	const char *at;

	for (at = path; at != NULL; at = strchr(at + 1, '/')) {
		size_t n = strcspn(at + 1, "/");

		if ((n == 1 && at[1] == '.') || (n == 2 && at[1] == '.' && at[2] == '.'))
			return true;
		if (n == 0 && at[1] == '/')
			return true;
	}
	return false;
}

/* The raw path becomes rq->path, decoded once and without the prefix.  Source: architecture.md 7. */
enum fail
uri_read_path(struct request *rq, const char *raw)
{
	size_t prefix = strlen(rq->site->base_path), length;
	char *path = talloc_strdup(rq, raw);
	const char *at;

	for (at = strchr(raw, '%'); at != NULL; at = strchr(at + 1, '%'))
		if (strncasecmp(at, "%2f", 3) == 0 || strncasecmp(at, "%5c", 3) == 0)
			return FAIL_MALFORMED;
	if (path[0] != '/' || !uri_decode(path, false) || has_odd_segment(path) || strchr(path, '\\') != NULL)
		return FAIL_MALFORMED;
	if (strncmp(path, rq->site->base_path, prefix) != 0 || (path[prefix] != '/' && path[prefix] != '\0'))
		return FAIL_MISSING;
	path += prefix;
	length = strlen(path);
	if (length > 1 && path[length - 1] == '/')
		path[length - 1] = '\0';
	rq->path = path[0] == '\0' ? "/" : path;
	return FAIL_NONE;
}

/* "a=1&b=2", decoded; text is taken apart in place. */
enum fail
uri_read_pairs(struct request *rq, char *text, struct pairs *out)
{
	char *rest = NULL, *word;

	out->count = 0;
	out->list = talloc_array(rq, struct pair, REQUEST_PAIRS_MAX);
	for (word = strtok_r(text, "&", &rest); word != NULL; word = strtok_r(NULL, "&", &rest)) {
		char *value = strchr(word, '=');

		if (out->count == REQUEST_PAIRS_MAX)
			return FAIL_MALFORMED;
		if (value != NULL)
			*value++ = '\0';
		else
			value = word + strlen(word);
		if (!uri_decode(word, true) || !decode_value(value))
			return FAIL_MALFORMED;
		out->list[out->count++] = (struct pair){ word, value };
	}
	return FAIL_NONE;
}
