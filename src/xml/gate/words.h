/* words.h - what XPath, XSLT and HTML have, and what of it a layer may use.  Private to xml/gate/. */
#ifndef SAMSPIL_XML_GATE_WORDS_H
#define SAMSPIL_XML_GATE_WORDS_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#define WORDS_XSL "http://www.w3.org/1999/XSL/Transform"
#define WORDS_XHTML "http://www.w3.org/1999/xhtml"
#define WORDS_SVG "http://www.w3.org/2000/svg"
#define WORDS_DOC "urn:samspil:doc"

enum words_verdict { WORDS_FINE, WORDS_REMARK, WORDS_REFUSED };

/* What is known of what a function gives. */
enum words_gives {
	WORDS_OTHER,
	WORDS_CURRENT,	/* the node for which the expression is asked */
	WORDS_KEPT,	/* its first value as nodes: as a rule what the layer keeps in a variable */
	WORDS_SAME,	/* nodes of its first value */
	WORDS_TEXT_OF,	/* the text of its value, or of the node that it is asked for */
	WORDS_JOINED,	/* its values, one after the other */
	WORDS_LABEL, WORDS_COUNT,	/* the first value is a key of labels, or its stem */
	WORDS_KEY,	/* the first value names an xsl:key */
};

struct words_function { const char *uri, *name; int least, most; enum words_gives gives; enum words_verdict verdict; };

/* Number i of all functions; false after the last. */
bool words_function(size_t i, struct words_function *out);

/* An element of XSLT: its attributes, with spaces between; '!' before one that must be there, '?' before the template of an attribute value. */
struct words_instruction { const char *name, *attributes; bool top, inside; enum words_verdict verdict; };
const struct words_instruction *words_instruction(size_t i);

/* Elements of HTML or SVG that may stand in a page, one after the other; NULL after the last. */
const char *words_element(size_t i, bool svg);

/* Is text[0 .. length-1] that word? */
bool words_same(const char *text, size_t length, const char *word);

/* Is it an element of XSLT, of that name unless it is NULL?  NULL is fine. */
bool words_is_xsl(const xmlNode *node, const char *name);

/* Is a name, case aside, among the words of a list with spaces? */
bool words_lists(const char *list, const char *name);

/* Elements and attributes that may not be in a page, and attributes that are addresses. */
extern const char words_forbidden_elements[], words_forbidden_attributes[], words_addresses[];

#endif
