/* writer_rules.h - elements that may stand in a page only with some attributes.  Private to xml/writer.c. */
#ifndef SAMSPIL_XML_WRITER_RULES_H
#define SAMSPIL_XML_WRITER_RULES_H

#include <libxml/tree.h>
#include <stdbool.h>

/* Is it a closed frame with a page of ours, and no attribute that could make anything else of it? */
bool writer_is_closed_frame(const xmlNode *node);

/* Is a <link> a stylesheet or an icon?  Others make a browser call a host beforehand. */
bool writer_is_plain_link(const xmlNode *node);

#endif
