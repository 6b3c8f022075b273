/* Another value for one of a page: of the same shape, so that the sheet shows it in the same way. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "xml/gate/facts_parts.h"
#include "xml/node.h"

enum { DATE_LENGTH = 10, KEY_LENGTH = 40 };

#define MARK " zq7"

static bool
is_date(const char *value)
{
	static const char shape[] = "dddd-dd-dd";
	size_t i;

	for (i = 0; i < DATE_LENGTH; i++)
		if (shape[i] == 'd' ? !isdigit((unsigned char)value[i]) : value[i] != shape[i])
			return false;
	return value[DATE_LENGTH] == '\0' || value[DATE_LENGTH] == 'T';
}

static bool
is_number(const char *value)
{
	size_t n = strspn(value + (*value == '-'), "0123456789");

	value += n + (*value == '-');
	return n > 0 && n < 10 && (*value == '\0' || (*value == '.' && value[1] != '\0' && value[1 + strspn(value + 1, "0123456789")] == '\0'));
}

static bool
is_key(const char *value)
{
	size_t n = strspn(value, "abcdefghijklmnopqrstuvwxyz-");

	return n > 0 && n <= KEY_LENGTH && value[n] == '\0';
}

/* Another day, and another time where there is one. */
static char *
other_date(const void *owner, const char *value)
{
	char *out = talloc_strdup(owner, value);

	if (out == NULL)
		return NULL;
	out[8] = '1';
	out[9] = value[8] == '1' && value[9] == '4' ? '5' : '4';
	if (strlen(out) >= 16 && isdigit((unsigned char)out[11]))
		memcpy(out + 11, strncmp(out + 11, "10:3", 4) == 0 ? "12:4" : "10:3", 4);
	return out;
}

static char *
other_number(const void *owner, const char *value, long by)
{
	const char *rest = strchr(value, '.');
	long n = strtol(value, NULL, 10);

	return talloc_asprintf(owner, "%ld%s", n > 1 && by == 1 ? n - 1 : n + by, rest == NULL ? "" : rest);
}

/* A value that the same attribute has elsewhere on the page. */
static const char *
other_key(xmlNode *content, const struct spot *spot, const char *value)
{
	xmlNode *node;

	for (node = content; spot->attr != NULL && node != NULL; node = facts_next_element(content, node, true)) {
		const char *other = strcmp((const char *)node->name, (const char *)spot->element->name) != 0 ? NULL :
		    node_get(node, (const char *)spot->attr->name);

		if (other != NULL && is_key(other) && strcmp(other, value) != 0)
			return other;
	}
	return strcmp(value, "yes") == 0 ? "no" : NULL;
}

char *
facts_other_value(const void *owner, xmlNode *content, const struct spot *spot, const char *value, int way)
{
	const char *key;

	if (way > 1)
		return NULL;
	if (is_date(value))
		return way == 0 ? other_date(owner, value) : NULL;
	if (is_number(value))
		return other_number(owner, value, way == 0 ? 1 : 7);
	if (!is_key(value))
		return way == 0 ? talloc_asprintf(owner, "%s" MARK, value) : NULL;
	key = way == 0 ? other_key(content, spot, value) : NULL;
	return key != NULL ? talloc_strdup(owner, key) : talloc_asprintf(owner, "%s-zq", value);
}
