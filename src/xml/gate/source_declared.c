/* What a layer declares at its top level, applies and keeps: read before the walk, since it may be used before it stands there. */
#include <string.h>

#include "xml/gate/source_parts.h"
#include "xml/node.h"

static bool
collect_params(struct source *source, const xmlNode *template, struct known *known)
{
	const xmlNode *param;

	if (known == NULL)
		return false;
	for (param = node_child(template, "param"); param != NULL; param = node_next(param, "param"))
		if (node_get(param, "name") != NULL && !known_takes(source->owner, known, node_get(param, "name")))
			return false;
	return true;
}

static bool
collect_template(struct source *source, const xmlNode *node)
{
	const char *name = node_get(node, "name"), *mode = node_get(node, "mode");

	if (name != NULL && !collect_params(source, node, knowns_get(source->owner, &source->own.templates, name)))
		return false;
	return node_get(node, "match") == NULL ||
	    collect_params(source, node, knowns_get(source->owner, &source->own.modes, mode == NULL ? "" : mode));
}

static bool
collect_applied(struct source *source, const xmlNode *node)
{
	const xmlNode *child;

	for (child = node_child(node, NULL); child != NULL; child = node_next(child, NULL)) {
		const char *mode = node_get(child, "mode");

		if (words_is_xsl(child, "apply-templates") && knowns_get(source->owner, &source->applied, mode == NULL ? "" : mode) == NULL)
			return false;
		if (!collect_applied(source, child))
			return false;
	}
	return true;
}

/*
 * Attributes of data that the layer keeps in variables, and whether each of that name is an address of the house: of a plain text that begins with
 * one slash.
 */
static bool
collect_kept(struct source *source, const xmlNode *node, bool inside)
{
	const xmlNode *child;
	const xmlAttr *attr;

	for (attr = inside && !words_is_xsl(node, NULL) ? node->properties : NULL; attr != NULL; attr = attr->next) {
		const char *value = attr->children == NULL ? "" : (const char *)attr->children->content;
		struct known *known = knowns_get(source->owner, &source->own.kept, (const char *)attr->name);

		if (known == NULL)
			return false;
		if (value == NULL || value[0] != '/' || value[1] == '/' || value[1] == '\\' || strpbrk(value, "{\t\r\n") != NULL)
			known->nodes.unknown = true;
	}
	for (child = node_child(node, NULL); child != NULL; child = node_next(child, NULL))
		if (!collect_kept(source, child, inside || words_is_xsl(child, "variable")))
			return false;
	return true;
}

bool
source_collect(struct source *source, const xmlNode *root)
{
	const xmlNode *node;

	for (node = node_child(root, NULL); node != NULL; node = node_next(node, NULL)) {
		const char *name = node_get(node, "name");
		struct own *own = &source->own;
		struct knowns *knowns = words_is_xsl(node, "key") ? &own->keys : words_is_xsl(node, "attribute-set") ? &own->attribute_sets :
		    words_is_xsl(node, "param") || words_is_xsl(node, "variable") ? &own->variables : NULL;

		if (words_is_xsl(node, "template") && !collect_template(source, node))
			return false;
		if (knowns != NULL && name != NULL && knowns_get(source->owner, knowns, name) == NULL)
			return false;
	}
	return collect_applied(source, root) && collect_kept(source, root, false);
}
