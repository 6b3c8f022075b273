/* expression_parts.h - what the files that read expressions share.  Private to xml/gate/. */
#ifndef SAMSPIL_XML_GATE_EXPRESSION_PARTS_H
#define SAMSPIL_XML_GATE_EXPRESSION_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "xml/gate/expression.h"

enum { DEPTH_MAX = 60, NAME_MAX_BYTES = 100 };

/* The reading of one expression. */
struct cursor {
	const struct reader *reader;
	const char *begin, *at, *end;
	struct nodes context;
	unsigned depth, refusals;
	bool failed, pattern;
};

/* A name as it stands: "p:course", "@*"s "*", "p:*". */
struct word { const char *begin, *prefix, *local; size_t length, prefix_length, local_length; bool any; };

enum axis { AXIS_CHILD, AXIS_ATTRIBUTE, AXIS_SELF, AXIS_PARENT, AXIS_BELOW, AXIS_BELOW_OR_SELF, AXIS_ABOVE, AXIS_ABOVE_OR_SELF, AXIS_BESIDE,
	AXIS_ANYWHERE, AXIS_NAMESPACE };

/*
 * cursor.c: signs and words.  After cursor_fail_at the cursor has failed, and all reading ends at the next sign; complaints are said to the reader
 * until it has heard enough.
 */
bool cursor_listens(const struct cursor *c);				/* is anybody there who wants to hear more? */
void cursor_complain(struct cursor *c, const struct complaint *complaint);
void cursor_fail_at(struct cursor *c, const char *key, const char *at);
void cursor_skip_space(struct cursor *c);
char cursor_peek(struct cursor *c);					/* the next sign after spaces, '\0' at the end */
bool cursor_peek_two(struct cursor *c, const char *signs);		/* are these two the next ones? */
bool cursor_take(struct cursor *c, char sign);				/* take it, if it is the next one */
void cursor_expect(struct cursor *c, char sign);			/* take it, or fail */
bool cursor_begins_name(char sign);
size_t cursor_name_length(const char *at, const char *end);		/* bytes of the name without colon at `at`; 0 for none */
bool cursor_see_word(struct cursor *c, struct word *word);		/* a name or wildcard at c->at; not taken */
const char *cursor_namespace(struct cursor *c, const struct word *word);	/* of its prefix; NULL, said, for one that is not declared */
const char *cursor_page_prefix(const struct cursor *c);			/* what the layer calls the page's namespace */

/* nodes.c: which nodes of a page are meant.  Kinds are elements, fields attributes, as the contract numbers them. */
struct bits nodes_kinds_named(const struct contract *contract, const char *name, size_t length);
size_t nodes_field_named(const struct contract *contract, const char *name, size_t length);	/* field_count for none */
struct nodes nodes_along(const struct contract *contract, const struct nodes *from, enum axis axis);
/* All that the kinds in `of` have of one sort of relation: a member of struct kind. */
struct bits nodes_related(const struct contract *contract, const struct bits *of, size_t offset);
#define NODES_RELATED(contract, of, what) nodes_related((contract), (of), offsetof(struct kind, what))

/* step.c: steps of a path; nodes is what stands before a step, and then what it leads to. */
bool step_is_type(const struct word *word);				/* node, text, comment, processing-instruction */
bool step_followed_by(const struct cursor *c, const struct word *word, const char *signs);	/* after the word, and spaces */
void step_read_predicates(struct cursor *c, struct nodes *nodes);
void step_read_more(struct cursor *c, struct nodes *nodes);		/* with their '/' before them, for as long as there are any */
void step_read_location(struct cursor *c, struct nodes *nodes);

/* call.c: a function's call, from its bracket on; what can be said of its values is said. */
void call_read(struct cursor *c, const struct word *word, struct value *out);

/* expression.c: operators, the outermost first, and what a value is. */
void expression_read_operands(struct cursor *c, int level, struct value *out);
void expression_give_nodes(const struct cursor *c, const struct nodes *nodes, struct value *out);
void expression_give_other(struct value *out);				/* no nodes, and nothing known */
bool expression_are_addresses(const struct contract *contract, const struct nodes *nodes);	/* of the house, and nothing else? */

#endif
