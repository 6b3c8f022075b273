/*
 * question.h - private to xml/: the few questions that sheets ask most, read once and answered without XPath.
 *
 * A VALUE:	.  @name  ../@name
 * A text:	VALUE  s:label('key')  s:label(concat('before', VALUE [, 'after']))  s:label-or(concat(...), VALUE), of the same VALUE
 *		s:own('part' [, 'child'])  s:date(VALUE)  s:show(VALUE)
 * A test:	@name  ../@name  p:child  not(one of these)  VALUE = 'text'  VALUE != 'text'
 * Nodes:	.  @name  p:child
 *
 * Whatever else there is stays XPath's: reading says so by false, answering by NULL or QUESTION_UNKNOWN (a node that is made of several texts, a
 * label that is missing), and then the library is asked instead.  So these say what XPath would say, or nothing.
 */
#ifndef SAMSPIL_XML_QUESTION_H
#define SAMSPIL_XML_QUESTION_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "xml/labels.h"

enum { QUESTION_ROOM = 200 };

/* name NULL: the node itself; else its attribute, or that of its parent (up 1) and so on. */
struct question_value { const char *name; int up; };

enum question_kind { QUESTION_LITERAL, QUESTION_VALUE, QUESTION_LABEL, QUESTION_LABEL_OF, QUESTION_OWN, QUESTION_DATE, QUESTION_SHOW };

struct question {
	enum question_kind kind;
	bool or;				/* of a label: s:label-or with the same value */
	struct question_value of;
	const char *word, *after;		/* what is literal */
};

enum question_truth { QUESTION_FALSE, QUESTION_TRUE, QUESTION_UNKNOWN };

struct question_test {
	struct question_value of;
	const char *word;			/* to be compared with; NULL: is it there? */
	const char *child, *space;		/* or an element of that name and namespace */
	bool not;
};

enum question_which { QUESTION_SELF, QUESTION_ATTRIBUTE, QUESTION_CHILDREN };
struct question_nodes { enum question_which which; const char *name, *space; };

/* Read what stands in an attribute of instruction, whose prefixes hold.  Words are taken into dict.  False: it is something else. */
bool question_read(xmlDict *dict, const xmlNode *instruction, const char *text, struct question *out);
bool question_read_test(xmlDict *dict, const xmlNode *instruction, const char *text, struct question_test *out);
bool question_read_nodes(xmlDict *dict, const xmlNode *instruction, const char *text, struct question_nodes *out);

/* The text for node: borrowed from the page, from labels or from room.  NULL: XPath must be asked. */
const char *question_answer(const struct question *question, const struct labels *labels, const xmlNode *node, char room[QUESTION_ROOM]);

enum question_truth question_holds(const struct question_test *test, const xmlNode *node);

/* The next of the nodes after last (NULL: the first), borrowed; NULL when there is none.  node must be an element or an attribute. */
const xmlNode *question_next(const struct question_nodes *nodes, const xmlNode *node, const xmlNode *last);

#endif
