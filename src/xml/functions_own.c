/* functions_own.c - what a node itself is called: s:own, s:own-find. */
#include <string.h>

#include "xml/functions_own.h"
#include "xml/node.h"

xmlChar *
functions_missing(const char *key)
{
	xmlChar *text = xmlStrdup(BAD_CAST "[");

	text = xmlStrcat(text, BAD_CAST key);
	return xmlStrcat(text, BAD_CAST "]");
}

const char *
functions_name_of(const xmlNode *node)
{
	const char *name;

	if (node->type == XML_ATTRIBUTE_NODE)
		return (const char *)node->name;
	name = node_get(node, "name");
	name = name == NULL ? node_get(node, "value") : name;
	return name == NULL ? node_get(node, "key") : name;
}

/* What a node's labels are grouped by: the parent's name, for an attribute its element's. */
static const char *
parent_of(const xmlNode *node)
{
	return node->type == XML_ATTRIBUTE_NODE ? (const char *)node->parent->name : node_get(node->parent, "name");
}

/* The text of key, which is a, b and c with points between (NULL c: a and b).  snprintf would cost as much as all the rest. */
static const char *
joined_text(const struct labels *labels, char key[FUNCTIONS_KEY_MAX], const char *a, const char *b, const char *c)
{
	size_t la = strlen(a), lb = strlen(b), lc = c == NULL ? 0 : strlen(c) + 1;

	if (la + 1 + lb + lc >= FUNCTIONS_KEY_MAX)
		return NULL;
	memcpy(key, a, la);
	key[la] = '.';
	memcpy(key + la + 1, b, lb + 1);
	if (c != NULL) {
		key[la + 1 + lb] = '.';
		memcpy(key + la + 1 + lb + 1, c, lc);
	}
	return labels_find(labels, key);
}

const char *
functions_own_text(const struct labels *labels, const xmlNode *node, const char *part, const char *child_name, char key[FUNCTIONS_KEY_MAX])
{
	const xmlNode *child = strcmp(child_name, ".") != 0 ? node_child(node, child_name) : node_text(node)[0] != '\0' ? node : NULL;
	const char *name, *parent, *type, *text = NULL;

	if (node == NULL || child != NULL)
		return node_text(child);
	name = functions_name_of(node);
	parent = parent_of(node);
	type = node->type == XML_ATTRIBUTE_NODE ? NULL : node_get(node, "type");
	if (parent != NULL)
		text = joined_text(labels, key, part, parent, name == NULL ? "" : name);
	if (text == NULL && type != NULL && joined_text(labels, key, part, name == NULL ? "" : name, NULL) == NULL)
		text = joined_text(labels, key, part, "type", type);
	return text != NULL ? text : joined_text(labels, key, part, name == NULL ? "" : name, NULL);
}

static const char *
own_asked(xmlXPathParserContext *ctxt, int nargs, char key[FUNCTIONS_KEY_MAX])
{
	xmlChar *child = nargs == 2 ? xmlXPathPopString(ctxt) : NULL, *part = xmlXPathPopString(ctxt);
	const char *text = NULL, *name = (const char *)part;

	if (name != NULL)
		text = functions_own_text(labels_of(ctxt), ctxt->context->node, name, child == NULL ? name : (const char *)child, key);
	xmlFree(child);
	xmlFree(part);
	return text;
}

void
functions_own(xmlXPathParserContext *ctxt, int nargs)
{
	char key[FUNCTIONS_KEY_MAX] = "";
	const char *text;

	if (nargs != 1 && nargs != 2) {
		xmlXPathSetArityError(ctxt);
		return;
	}
	text = own_asked(ctxt, nargs, key);
	if (text != NULL)
		give(ctxt, text);
	else
		give_whole(ctxt, functions_missing(key));
}

void
functions_own_find(xmlXPathParserContext *ctxt, int nargs)
{
	char key[FUNCTIONS_KEY_MAX];
	const char *text;

	if (nargs != 1 && nargs != 2) {
		xmlXPathSetArityError(ctxt);
		return;
	}
	text = own_asked(ctxt, nargs, key);
	give(ctxt, text == NULL ? "" : text);
}
