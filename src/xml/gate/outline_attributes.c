/* Attributes of a result, as browsers read them. */
#include <string.h>
#include <strings.h>
#include <talloc.h>

#include "xml/gate/outline_parts.h"

static const xmlAttr *
attribute(const xmlNode *node, const char *name)
{
	const xmlAttr *attr;

	for (attr = node->properties; attr != NULL; attr = attr->next)
		if (((attr->name[0] ^ (unsigned char)name[0]) & 0xdf) == 0 && strcasecmp((const char *)attr->name, name) == 0)
			return attr;
	return NULL;
}

const char *
outline_get(const struct outline *outline, const struct thing *thing, const char *name)
{
	const xmlAttr *attr = attribute(thing->node, name);
	const xmlNode *text;
	char *whole;

	if (attr == NULL)
		return NULL;
	if (attr->children == NULL || attr->children->content == NULL)
		return "";
	if (attr->children->next == NULL)
		return (const char *)attr->children->content;
	whole = talloc_strdup(outline->owner, "");
	for (text = attr->children; text != NULL && whole != NULL; text = text->next)
		if (text->content != NULL)
			whole = talloc_strdup_append_buffer(whole, (const char *)text->content);
	return whole == NULL ? "" : whole;
}

bool
outline_has(const struct thing *thing, const char *name)
{
	return attribute(thing->node, name) != NULL;
}

const char *
outline_value(const struct outline *outline, const struct thing *thing, const char *name)
{
	const char *value = outline_get(outline, thing, name);

	return value == NULL ? "" : value;
}

bool
outline_lists(const char *words, const char *word, bool first_only)
{
	size_t length = strlen(word), n;

	for (words += strspn(words, " \t\r\n\f"); *words != '\0'; words += strspn(words, " \t\r\n\f")) {
		n = strcspn(words, " \t\r\n\f");
		if (n == length && strncasecmp(words, word, n) == 0)
			return true;
		if (first_only)
			return false;
		words += n;
	}
	return false;
}

bool
outline_has_word(const struct outline *outline, const struct thing *thing, const char *name, const char *word)
{
	return outline_lists(outline_value(outline, thing, name), word, false);
}

bool
outline_has_role(const struct outline *outline, const struct thing *thing, const char *role)
{
	return outline_lists(outline_value(outline, thing, "role"), role, true);
}
