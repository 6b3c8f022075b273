/* node.h - short names for building a page.  xml/: the only home of libxml2 and libxslt; may use base/. */
#ifndef SAMSPIL_XML_NODE_H
#define SAMSPIL_XML_NODE_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#define NODE_PAGE_NAMESPACE "urn:samspil:page:1"

/*
 * A new document whose root is <name xmlns="uri"> (uri NULL: of no namespace); owned by the caller (xmlFreeDoc).  NULL when out
 * of memory.
 */
xmlDoc *node_document(const char *name, const char *uri);

/* Append <name> to parent, in parent's namespace.  Belongs to parent's document.  NULL parent is fine (and gives NULL). */
xmlNode *node_add(xmlNode *parent, const char *name);

/* Append <name>text</name>; NULL text adds nothing and returns NULL. */
xmlNode *node_add_text(xmlNode *parent, const char *name, const char *text);

/* Set an attribute; a NULL value adds nothing.  name and value are copied.  NULL node is fine. */
void node_set(xmlNode *node, const char *name, const char *value);
void node_set_int(xmlNode *node, const char *name, long long value);
void node_set_format(xmlNode *node, const char *name, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* An attribute's value, borrowed from the tree; NULL when absent.  Only for attributes that hold one text node. */
const char *node_get(const xmlNode *node, const char *name);

/* The text of the element's first text child, borrowed; "" when there is none. */
const char *node_text(const xmlNode *node);

/* The first child element called name (NULL: any), or the next sibling like that; NULL when none.  NULL node is fine. */
xmlNode *node_child(const xmlNode *node, const char *name);
xmlNode *node_next(const xmlNode *node, const char *name);

bool node_is(const xmlNode *node, const char *name);

/*
 * Parse XML that comes from outside or from a file of ours: no network, no external entities, a DOCTYPE refused, at most
 * max bytes and NODE_ATTRIBUTES_MAX attributes an element (libxml2 takes 14 s over 40,000: security.md M13).
 * Returns NULL and the first error ("line 3: ...", owned by owner, talloc) in *error.  The document is the caller's.
 */
enum { NODE_ATTRIBUTES_MAX = 256 };
xmlDoc *node_parse(const void *owner, const char *bytes, size_t length, size_t max, char **error);

/* What is wrong with a text that is no document, and what the names are. */
enum node_wrong {
	NODE_NOT_WELL_FORMED,	/* words: as libxml2 says it */
	NODE_TOO_LARGE,		/* the only one without a line */
	NODE_NOT_TEXT, NODE_MANY_ATTRIBUTES, NODE_DOCTYPE, NODE_EMPTY, NODE_AMPERSAND,
	NODE_UNFINISHED,	/* name: the element that does not end; may be NULL */
	NODE_TAG_MISMATCH,	/* name: the element; other: what ends instead of it */
	NODE_ATTRIBUTE_TWICE,	/* name: the attribute */
};
struct node_fault { enum node_wrong wrong; long line; const char *words, *name, *other; };

/* As node_parse; the first fault in *fault, its texts owned by owner. */
xmlDoc *node_parse_told(const void *owner, const char *bytes, size_t length, size_t max, struct node_fault *fault);

/* As node_parse, from a file of at most max bytes. */
xmlDoc *node_read(const void *owner, const char *path, size_t max, char **error);

/* The document as UTF-8 bytes, owned by owner (talloc); *length without the terminator.  NULL when out of memory. */
char *node_bytes(const void *owner, xmlDoc *doc, size_t *length);

/* Once, at start: allocators, error handlers, closed external entities. */
void node_start(void);

#endif
