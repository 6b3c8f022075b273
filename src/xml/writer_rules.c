#include "xml/writer_rules.h"

#include <string.h>

/* The value of an attribute that holds one text at most; NULL when it is absent or holds more. */
static const char *
attribute_text(const xmlNode *node, const char *name)
{
	const xmlAttr *attr = xmlHasProp(node, BAD_CAST name);

	if (attr == NULL || (attr->children != NULL && attr->children->next != NULL))
		return NULL;
	return attr->children == NULL || attr->children->content == NULL ? "" : (const char *)attr->children->content;
}

bool
writer_is_closed_frame(const xmlNode *node)
{
	static const char *const allowed[] = { "class", "sandbox", "src", "title" };
	const char *sandbox = attribute_text(node, "sandbox"), *src = attribute_text(node, "src");
	const xmlAttr *attr;
	size_t i;

	for (attr = node->properties; attr != NULL; attr = attr->next) {
		for (i = 0; i < sizeof allowed / sizeof allowed[0] && strcmp((const char *)attr->name, allowed[i]) != 0; i++)
			;
		if (i == sizeof allowed / sizeof allowed[0])
			return false;
	}
	return node->children == NULL && sandbox != NULL && (sandbox[0] == '\0' || strcmp(sandbox, "allow-same-origin") == 0) &&
	    src != NULL && src[0] == '/' && src[1] != '/' && src[1] != '\\' && strpbrk(src, "\t\r\n") == NULL;
}

bool
writer_is_plain_link(const xmlNode *node)
{
	const char *rel = attribute_text(node, "rel");

	return rel != NULL && (strcmp(rel, "stylesheet") == 0 || strcmp(rel, "icon") == 0);
}
