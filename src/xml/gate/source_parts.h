/* source_parts.h - one look at a layer's text, shared by source*.c, instruction*.c and result*.c.  Private to xml/gate/. */
#ifndef SAMSPIL_XML_GATE_SOURCE_PARTS_H
#define SAMSPIL_XML_GATE_SOURCE_PARTS_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "xml/gate/contract.h"
#include "xml/gate/expression.h"
#include "xml/gate/finding.h"
#include "xml/gate/spot.h"
#include "xml/gate/words.h"
#include "xml/parse.h"

/* A variable or parameter that is seen where the look is; the value is what is known of it. */
struct variable { const char *name; bool local; struct value value; };

struct source {
	const struct contract *contract;
	void *owner;			/* of all that lives as long as the look */
	struct findings *findings;
	struct spots *places;
	struct own own;			/* what the layer declares at its top level */
	struct knowns applied;		/* modes that the layer applies; "" is the default one */
	struct variable *variables;
	size_t variable_count, variable_room;
	struct knowns seen_templates, seen_variables;	/* the top level's, that the walk has passed */
	size_t next_tag;
	size_t said;			/* how often something was said that refuses */
};

/* An element of the layer while it is looked at, with the nodes for which its expressions are asked. */
struct here { const xmlNode *node; const struct spot_tag *tag; const struct nodes *current; };

/* An attribute of it, with its place in the text; uri "" for no namespace; name with its prefix. */
struct attribute { const char *name, *local, *uri, *value; size_t length; const struct spot_attribute *place; const struct here *here; };

/* What is to be said of byte `at` of the text.  Texts are copied, NULL is fine; without a nearest name the key is key.none where such a label is. */
struct saying { const char *key; bool refuses; size_t at; const char *name, *nearest, *where; };
void source_say(struct source *source, const struct saying *saying);

/* The same of the beginning of a line, and of the whole text, at no place of it; both refuse. */
void source_say_line(struct source *source, const char *key, long line);
void source_say_of_all(struct source *source, const char *key, const char *name);

/* Nothing that is said any more would change anything. */
bool source_is_done(const struct source *source);

/* The first attribute of the element, or the next one; false after the last.  Declarations of namespaces are none. */
struct attribute_walk { const xmlAttr *next; size_t place; };
bool source_attribute(struct source *source, const struct here *here, struct attribute_walk *walk, struct attribute *out);

/* Read an attribute's value as an expression or pattern for the nodes in current.  quiet: it was or will be told elsewhere. */
void source_read(struct source *source, const struct attribute *attribute, const struct nodes *current, struct value *out);
void source_read_pattern(struct source *source, const struct attribute *attribute, struct nodes *out);
void source_read_quietly(struct source *source, const xmlNode *node, const char *text, const struct nodes *current, struct value *out);

/* A template of an attribute's value: each expression is read, and each piece handed to take, with what is known of it (NULL: plain text). */
void source_read_template(struct source *source, const struct attribute *attribute,
    void (*take)(void *data, const struct template_piece *piece, const struct value *value), void *data);

/* May it be parsed?  What stands against it is said. */
bool source_is_readable(struct source *source);

/* Why the parser would not read it. */
void source_say_fault(struct source *source, const struct parse_fault *fault);

/* Read what the layer declares, applies and keeps; false without memory. */
bool source_collect(struct source *source, const xmlNode *root);

/* Look at an element and all that stands in it. */
void source_walk(struct source *source, const xmlNode *node, const struct nodes *current);

/* An element of XSLT; inner is what its content is asked for.  Its variable, if it is one, is seen from here on. */
void instruction_check(struct source *source, const struct here *here, struct nodes *inner);

/* Names of attribute sets, with spaces between. */
void instruction_check_sets(struct source *source, const struct attribute *attribute);

/* An element of the result. */
void result_check(struct source *source, const struct here *here);

/* xsl:element and xsl:attribute, whose name is this attribute of theirs. */
void result_check_element(struct source *source, const struct attribute *name);
void result_check_attribute(struct source *source, const struct attribute *name);

/* xsl:copy and xsl:copy-of of such nodes. */
void result_check_copied(struct source *source, const struct here *here, const struct nodes *nodes, size_t at);

#endif
