#include "xml/node.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>

#include "xml/arena.h"
#include "xml/parse.h"

xmlDoc *
node_document(const char *name, const char *uri)
{
	xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
	xmlNode *root;

	if (doc == NULL)
		return NULL;
	root = xmlNewDocNode(doc, NULL, BAD_CAST name, NULL);
	if (root == NULL) {
		xmlFreeDoc(doc);
		return NULL;
	}
	xmlDocSetRootElement(doc, root);
	if (uri != NULL)
		root->ns = xmlNewNs(root, BAD_CAST uri, NULL);
	return doc;
}

xmlNode *
node_add(xmlNode *parent, const char *name)
{
	xmlNode *node;

	if (parent == NULL)
		return NULL;
	node = xmlNewDocNode(parent->doc, parent->ns, BAD_CAST name, NULL);
	return node == NULL ? NULL : xmlAddChild(parent, node);
}

xmlNode *
node_add_text(xmlNode *parent, const char *name, const char *text)
{
	xmlNode *node = text == NULL ? NULL : node_add(parent, name);

	if (node != NULL)
		xmlAddChild(node, xmlNewDocText(node->doc, BAD_CAST text));
	return node;
}

void
node_set(xmlNode *node, const char *name, const char *value)
{
	if (node != NULL && value != NULL)
		xmlSetNsProp(node, NULL, BAD_CAST name, BAD_CAST value);
}

void
node_set_int(xmlNode *node, const char *name, long long value)
{
	char text[24];

	snprintf(text, sizeof text, "%lld", value);
	node_set(node, name, text);
}

void
node_set_format(xmlNode *node, const char *name, const char *format, ...)
{
	va_list ap;
	char *text;

	va_start(ap, format);
	text = talloc_vasprintf(NULL, format, ap);
	va_end(ap);
	node_set(node, name, text);
	talloc_free(text);
}

const char *
node_get(const xmlNode *node, const char *name)
{
	const xmlAttr *attr;

	if (node == NULL || node->type != XML_ELEMENT_NODE)
		return NULL;
	for (attr = node->properties; attr != NULL; attr = attr->next)
		if (strcmp((const char *)attr->name, name) == 0)
			return attr->children == NULL || attr->children->content == NULL ? "" :
			    (const char *)attr->children->content;
	return NULL;
}

const char *
node_text(const xmlNode *node)
{
	const xmlNode *child = node == NULL ? NULL : node->children;

	for (; child != NULL; child = child->next)
		if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
			return (const char *)child->content;
	return "";
}

bool
node_is(const xmlNode *node, const char *name)
{
	return node != NULL && node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* The first element from node on that is called name (NULL: any). */
static xmlNode *
element_from(xmlNode *node, const char *name)
{
	for (; node != NULL; node = node->next)
		if (node->type == XML_ELEMENT_NODE && (name == NULL || strcmp((const char *)node->name, name) == 0))
			return node;
	return NULL;
}

xmlNode *
node_child(const xmlNode *node, const char *name)
{
	return node == NULL ? NULL : element_from(node->children, name);
}

xmlNode *
node_next(const xmlNode *node, const char *name)
{
	return node == NULL ? NULL : element_from(node->next, name);
}

xmlDoc *
node_parse(const void *owner, const char *bytes, size_t length, size_t max, char **error)
{
	struct parse parse = { .bytes = bytes, .length = length, .max = max };

	return parse_document(owner, &parse, error);
}

/* libxml2's commonest faults, by what one does about them. */
static enum node_wrong
wrong_of(const struct parse_fault *fault)
{
	switch (fault->code) {
	case XML_ERR_TAG_NAME_MISMATCH:
		return NODE_TAG_MISMATCH;
	case XML_ERR_TAG_NOT_FINISHED:
		return NODE_UNFINISHED;
	case XML_ERR_DOCUMENT_EMPTY:
		return NODE_EMPTY;
	case XML_ERR_ATTRIBUTE_REDEFINED:
		return NODE_ATTRIBUTE_TWICE;
	case XML_ERR_ENTITYREF_SEMICOL_MISSING:
		return NODE_AMPERSAND;
	case XML_ERR_NAME_REQUIRED:
		return strstr(fault->message, "EntityRef") != NULL ? NODE_AMPERSAND : NODE_NOT_WELL_FORMED;
	default:
		return NODE_NOT_WELL_FORMED;
	}
}

xmlDoc *
node_parse_told(const void *owner, const char *bytes, size_t length, size_t max, struct node_fault *out)
{
	struct parse_fault fault = { .wrong = NODE_NOT_WELL_FORMED };
	struct parse parse = { .bytes = bytes, .length = length, .max = max, .fault = &fault };
	char *error = NULL;
	xmlDoc *doc = parse_document(owner, &parse, &error);

	*out = (struct node_fault){ .wrong = fault.message == NULL ? fault.wrong : wrong_of(&fault), .line = fault.line,
	    .words = fault.message == NULL ? error : fault.message, .name = fault.name, .other = fault.other };
	return doc;
}

xmlDoc *
node_read(const void *owner, const char *path, size_t max, char **error)
{
	struct parse parse = { .name = path, .max = max };
	char *bytes = parse_file(owner, path, max, &parse.length, error);
	xmlDoc *doc;

	if (bytes == NULL)
		return NULL;
	parse.bytes = bytes;
	doc = parse_document(owner, &parse, error);
	talloc_free(bytes);
	return doc;
}

char *
node_bytes(const void *owner, xmlDoc *doc, size_t *length)
{
	xmlChar *bytes = NULL;
	char *copy = NULL;
	int size = 0;

	xmlDocDumpMemoryEnc(doc, &bytes, &size, "UTF-8");
	*length = bytes == NULL ? 0 : (size_t)size;
	if (bytes != NULL)
		copy = talloc_strndup(owner, (const char *)bytes, *length);
	xmlFree(bytes);
	return copy;
}

static void
quiet(void *data, const char *message, ...)
{
	(void)data, (void)message;
}

static void
quiet_structured(void *data, xmlErrorPtr error)
{
	(void)data, (void)error;
}

static xmlParserInput *
refuse_entity(const char *url, const char *id, xmlParserCtxt *ctxt)
{
	(void)url, (void)id, (void)ctxt;
	return NULL;
}

void
node_start(void)
{
	arena_start();
	xmlInitParser();
	xmlSetGenericErrorFunc(NULL, quiet);
	xmlSetStructuredErrorFunc(NULL, quiet_structured);
	xmlSetExternalEntityLoader(refuse_entity);
}
