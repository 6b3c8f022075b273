#include "base/file_name.h"

#include <ctype.h>
#include <string.h>
#include <talloc.h>

#include "base/text.h"

enum { ENDING_MAX = 10 };

/* The code point of a well-formed character of n bytes. */
static unsigned
code_point(const char *text, size_t n)
{
	const unsigned char *c = (const unsigned char *)text;
	unsigned code = n == 1 ? c[0] : c[0] & (0x3fU >> (n - 1));
	size_t i;

	for (i = 1; i < n; i++)
		code = code << 6 | (c[i] & 0x3fU);
	return code;
}

/* Nobody sees it, or it makes what one sees stand in another order. */
static bool
is_unseen(unsigned code)
{
	return code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0xad || code == 0x61c || code == 0x180e || (code >= 0x200b && code <= 0x200f) ||
	    (code >= 0x2028 && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f) || code == 0xfeff || (code >= 0xfff0 && code <= 0xfffb) ||
	    (code >= 0xe0000 && code <= 0xe0fff);
}

static bool
is_space(unsigned code)
{
	return code == ' ' || code == 0xa0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200a) || code == 0x202f || code == 0x205f || code == 0x3000;
}

static bool
is_utf8(const char *text)
{
	size_t n;

	while ((n = text_utf8_length(text)) > 0)
		text += n;
	return *text == '\0';
}

static const char *
without_folders(const char *name)
{
	const char *at;

	for (at = name; *at != '\0'; at++)
		if (*at == '/' || *at == '\\')
			name = at + 1;
	return name;
}

/* What is left of each character: itself, a space (one for several), "-" for what file systems forbid, or nothing. */
static char *
take_characters(char *to, const char *from)
{
	char *out = to;
	size_t n;

	for (; (n = text_utf8_length(from)) > 0; from += n) {
		unsigned code = code_point(from, n);

		if (is_space(code) || code == '\t' || code == '\n') {
			if (out > to && out[-1] != ' ')
				*out++ = ' ';
		} else if (code < 0x80 && strchr("<>:\"|?*", (int)code) != NULL) {
			*out++ = '-';
		} else if (!is_unseen(code)) {
			memmove(out, from, n);
			out += n;
		}
	}
	*out = '\0';
	return to;
}

static char *
trim(char *text)
{
	size_t n;

	text += strspn(text, " .");
	for (n = strlen(text); n > 0 && (text[n - 1] == ' ' || text[n - 1] == '.'); n--)
		;
	text[n] = '\0';
	return text;
}

/* Where the ending begins, at its point; the end of the name where there is none. */
static const char *
ending_of(const char *name)
{
	const char *point = strrchr(name, '.');
	size_t n = point == NULL ? 0 : strlen(point + 1), i;

	if (point == NULL || point == name || n == 0 || n > ENDING_MAX)
		return name + strlen(name);
	for (i = 1; i <= n; i++)
		if (!isascii((unsigned char)point[i]) || !isalnum((unsigned char)point[i]))
			return name + strlen(name);
	return point;
}

static size_t
bytes_of_characters(const char *text, size_t most)
{
	const char *at = text;

	for (; *at != '\0' && most > 0; most--)
		at += text_utf8_length(at);
	return (size_t)(at - text);
}

static char *
shorten(const void *owner, const char *name)
{
	const char *ending = ending_of(name);
	size_t kept = bytes_of_characters(name, FILE_NAME_MAX - strlen(ending));

	if (text_characters(name) <= FILE_NAME_MAX)
		return talloc_strdup(owner, name);
	while (kept > 0 && (name[kept - 1] == ' ' || name[kept - 1] == '.'))
		kept--;
	return talloc_asprintf(owner, "%.*s%s", (int)kept, name, ending);
}

/* What was taken out may let signs meet that belong together: they are composed at last. */
char *
file_name_clean(const void *owner, const char *name)
{
	char *copy = talloc_strdup(NULL, name == NULL ? "" : name), *tidy = NULL, *out = NULL;

	if (copy != NULL && is_utf8(copy)) {
		text_heal(copy);
		/* What stays is never longer than what stood there. */
		take_characters(copy, without_folders(copy));
		tidy = text_tidy(copy, copy);
	}
	if (tidy != NULL)
		out = shorten(owner, trim(tidy));
	talloc_free(copy);
	return out;
}

char *
file_name_ending(const void *owner, const char *name)
{
	const char *ending = ending_of(name);
	char *out = talloc_strdup(owner, *ending == '\0' ? "" : ending + 1), *at;

	for (at = out; at != NULL && *at != '\0'; at++)
		*at = (char)tolower((unsigned char)*at);
	return out;
}

char *
file_name_title(const void *owner, const char *name)
{
	char *out = talloc_asprintf(owner, "%.*s", (int)(ending_of(name) - name), name), *at;

	for (at = out; at != NULL && *at != '\0'; at++)
		if (*at == '_')
			*at = ' ';
	return out;
}

static char *
append_encoded(char *out, const char *name)
{
	for (; *name != '\0' && out != NULL; name++) {
		unsigned char c = (unsigned char)*name;

		if (isascii(c) && (isalnum(c) || strchr("!#$&+-.^_`|~", c) != NULL))
			out = talloc_asprintf_append(out, "%c", c);
		else
			out = talloc_asprintf_append(out, "%%%02X", c);
	}
	return out;
}

char *
file_name_disposition(const void *owner, const char *name)
{
	char *out = talloc_strdup(owner, "attachment; filename=\"");
	bool same = true;
	const char *at;
	size_t n;

	for (at = name; out != NULL && (n = text_utf8_length(at)) > 0; at += n) {
		bool plain = n == 1 && *at >= ' ' && *at != 0x7f && strchr("\"\\%;/", *at) == NULL;

		same = same && plain;
		out = talloc_asprintf_append(out, "%c", plain ? *at : '_');
	}
	if (out != NULL)
		out = talloc_asprintf_append(out, same ? "\"" : "\"; filename*=UTF-8''");
	return out == NULL || same ? out : append_encoded(out, name);
}
