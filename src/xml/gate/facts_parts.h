/* facts_parts.h - the values of a page, shared by facts*.c.  Private to xml/gate/. */
#ifndef SAMSPIL_XML_GATE_FACTS_PARTS_H
#define SAMSPIL_XML_GATE_FACTS_PARTS_H

#include <libxml/tree.h>
#include <stdbool.h>

/* A value of the page: an attribute's, or the text of an element that holds nothing else. */
struct spot { xmlNode *element; xmlAttr *attr; xmlNode *text; };

/* facts.c: the next element in the content's order: inside it if down, else after it; NULL after the last. */
xmlNode *facts_next_element(const xmlNode *content, xmlNode *node, bool down);

/* facts_other.c: the way-th other value than that one (from 0), owned by owner (talloc); NULL: there is no such. */
char *facts_other_value(const void *owner, xmlNode *content, const struct spot *spot, const char *value, int way);

#endif
