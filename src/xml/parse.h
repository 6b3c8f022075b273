/* parse.h - private to xml/: the one place where bytes become a tree. */
#ifndef SAMSPIL_XML_PARSE_H
#define SAMSPIL_XML_PARSE_H

#include <libxml/tree.h>
#include <stddef.h>

#include "xml/node.h"

/*
 * The first fault: libxml2's code and its words, the byte at which it was seen, the names that it is about (NULL: none).  For what
 * is refused before libxml2 has a word, message is NULL and wrong says what; line is there for both (0: the whole text).
 */
struct parse_fault { int code; size_t at; char *message, *name, *other; enum node_wrong wrong; long line; };

/*
 * What to parse.  dict NULL: a new one; options beside XML_PARSE_NONET, never NOENT, DTDLOAD or HUGE.  fault NULL: only *error is
 * wanted; its texts have the same owner.
 */
struct parse { const char *name; const char *bytes; size_t length; size_t max; xmlDict *dict; int options; struct parse_fault *fault; };

/* As node_parse; the document's address is parse->name. */
xmlDoc *parse_document(const void *owner, const struct parse *parse, char **error);

/* A whole file of at most max bytes, owned by owner (talloc) and terminated; NULL and *error when it cannot be. */
char *parse_file(const void *owner, const char *path, size_t max, size_t *length, char **error);

#endif
