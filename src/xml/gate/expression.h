/*
 * expression.h - reads an XPath 1.0 expression or an XSLT pattern as far as one can without a page: which nodes it may mean, and which names
 * in it nobody knows.  Private to xml/gate/.
 */
#ifndef SAMSPIL_XML_GATE_EXPRESSION_H
#define SAMSPIL_XML_GATE_EXPRESSION_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "xml/gate/address.h"
#include "xml/gate/contract.h"

/* What an expression gives, as far as it is known. */
struct value {
	struct nodes nodes;	/* unknown for what is no set of nodes, too: nothing may be concluded from it */
	bool is_nodes;
	struct address address;	/* how it begins, should it be used as an address */
	const char *text;	/* the plain text that it begins with, borrowed from the expression; all of it when literal */
	size_t length;
	bool literal;
};

/* Something to be said about a place of the expression.  Borrowed while it is said. */
struct complaint {
	const char *key;
	bool refuses;
	size_t at;		/* byte of the expression */
	const char *name;
	size_t name_length;
	const char *nearest, *where;	/* NULL: none */
};

/* What the layer itself makes known beside the contract. */
struct own { struct knowns modes, templates, variables, keys, attribute_sets, kept; };

struct reader {
	const struct contract *contract;
	const struct own *own;		/* NULL is fine */
	const xmlNode *node;		/* whose prefixes are meant */
	struct nodes current;		/* the node for which the expression is asked */
	/* Is there a variable of that name here?  What is known of it goes to *out.  NULL: any. */
	bool (*variable)(void *data, const char *name, size_t length, struct value *out);
	/* With the nearest name of a variable; may be NULL. */
	void (*near_variable)(void *data, const char *name, size_t length, const char **nearest);
	void (*say)(void *data, const struct complaint *complaint);	/* NULL: nobody listens */
	void *data;
};

/* Read text[0 .. length-1].  Returns false, said, when it is no expression. */
bool expression_read(const struct reader *reader, const char *text, size_t length, struct value *out);

/* The same for a pattern: nodes that it may match. */
bool expression_read_pattern(const struct reader *reader, const char *text, size_t length, struct nodes *out);

/* All there is on a page, and the document. */
struct nodes nodes_everything(const struct contract *contract);

/* Nothing is known. */
struct nodes nodes_unknown(void);

/* Names of the kinds in it, with commas, "..." after the third. */
void nodes_names(const struct contract *contract, const struct bits *kinds, char *out, size_t room);

/*
 * An attribute value template, piece by piece: literal text as it stands for itself, expressions without their braces, at being where in the text
 * it begins.  Returns false at a brace without its partner, *at of which is then told.
 */
struct template_piece { bool is_expression; const char *text; size_t length, at; };
bool expression_template_next(const char *text, size_t length, size_t *at, struct template_piece *piece, bool *fine);

#endif
