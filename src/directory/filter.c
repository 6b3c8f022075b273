#include "directory/filter.h"

#include <stddef.h>
#include <string.h>
#include <talloc.h>

char *
filter_escape(const void *owner, const char *text)
{
	static const char digits[] = "0123456789abcdef";
	char *out = talloc_array(owner, char, (unsigned)(3 * strlen(text) + 1)), *to = out;

	if (out == NULL)
		return NULL;
	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		if (c >= 0x20 && c != 0x7f && strchr("*()\\", c) == NULL) {
			*to++ = (char)c;
			continue;
		}
		*to++ = '\\';
		*to++ = digits[c >> 4];
		*to++ = digits[c & 15];
	}
	*to = '\0';
	return out;
}

char *
filter_fill(const void *owner, const char *template, const char *s, const char *u)
{
	char *out = talloc_strdup(owner, "");

	while (*template != '\0' && out != NULL) {
		const char *value = strncmp(template, "%s", 2) == 0 ? s : strncmp(template, "%u", 2) == 0 ? u : NULL;
		char *escaped;

		if (value == NULL) {
			size_t plain = 1 + strcspn(template + 1, "%");

			out = talloc_strndup_append_buffer(out, template, plain);
			template += plain;
			continue;
		}
		escaped = filter_escape(out, value);
		out = escaped == NULL ? NULL : talloc_strdup_append_buffer(out, escaped);
		template += 2;
	}
	return out;
}

bool
filter_is_whole(const char *filter)
{
	int depth = 0;

	/* libldap reads before the start of an attribute without a name. */
	if (*filter != '(' || strstr(filter, "(=") != NULL)
		return false;
	for (; *filter != '\0'; filter++) {
		if (*filter == '(')
			depth++;
		if (*filter == ')' && --depth == 0)
			return filter[1] == '\0';
	}
	return false;
}
