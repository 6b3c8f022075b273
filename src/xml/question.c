#include "xml/question.h"

#include <string.h>

#include "xml/functions_own.h"

/* In *text the string value of an element, an attribute or a text, when it is all in one piece. */
static enum question_truth
whole_text(const xmlNode *node, const char **text)
{
	const xmlNode *child = node->type == XML_TEXT_NODE ? node : node->children;

	if (child != NULL && (child->type != XML_TEXT_NODE || (child != node && child->next != NULL)))
		return QUESTION_UNKNOWN;
	*text = child == NULL || child->content == NULL ? "" : (const char *)child->content;
	return QUESTION_TRUE;
}

static const xmlAttr *
attribute_of(const xmlNode *element, const char *name)
{
	const xmlAttr *attr = element->properties;

	while (attr != NULL && (attr->name[0] != (unsigned char)name[0] || strcmp((const char *)attr->name, name) != 0 || attr->ns != NULL))
		attr = attr->next;
	return attr;
}

/* Is it there, and what does it say?  *text is "" where it is not. */
static enum question_truth
find(const struct question_value *value, const xmlNode *node, const char **text)
{
	const xmlAttr *attr;
	int up;

	*text = "";
	for (up = value->up; up > 0 && (node->type == XML_ELEMENT_NODE || node->type == XML_ATTRIBUTE_NODE); up--)
		node = node->parent;
	if (node->type == XML_ATTRIBUTE_NODE)
		return up > 0 ? QUESTION_UNKNOWN : value->name == NULL ? whole_text(node, text) : QUESTION_FALSE;
	if (up > 0 || node->type != XML_ELEMENT_NODE)
		return QUESTION_UNKNOWN;
	if (value->name == NULL)
		return whole_text(node, text);
	attr = attribute_of(node, value->name);
	return attr == NULL ? QUESTION_FALSE : whole_text((const xmlNode *)attr, text);
}

/* before, value and after as one key, looked up; NULL for none, and for one that is too long. */
static const char *
label_of(const struct question *question, const char *value, const struct labels *labels, char room[QUESTION_ROOM])
{
	size_t before = strlen(question->word), n = strlen(value), after = strlen(question->after);

	if (before + n + after >= QUESTION_ROOM)
		return NULL;
	memcpy(room, question->word, before);
	memcpy(room + before, value, n);
	memcpy(room + before + n, question->after, after + 1);
	return labels_find(labels, room);
}

_Static_assert((int)QUESTION_ROOM >= (int)FUNCTIONS_KEY_MAX && (int)QUESTION_ROOM >= (int)FUNCTIONS_SHOWN_MAX, "room is for both");

const char *
question_answer(const struct question *question, const struct labels *labels, const xmlNode *node, char room[QUESTION_ROOM])
{
	const char *text = question->word, *label;

	if (question->kind == QUESTION_LITERAL)
		return text;
	if (node->type != XML_ELEMENT_NODE && node->type != XML_ATTRIBUTE_NODE)
		return NULL;
	if (question->kind == QUESTION_OWN)
		return functions_own_text(labels, node, question->word, question->after, room);
	if (question->kind != QUESTION_LABEL && find(&question->of, node, &text) == QUESTION_UNKNOWN)
		return NULL;
	if (question->kind == QUESTION_VALUE)
		return text;
	if (question->kind == QUESTION_DATE || question->kind == QUESTION_SHOW)
		return functions_shown(labels, text, question->kind == QUESTION_SHOW ? SHOW_DATE | SHOW_TIME : SHOW_DATE, room);
	if (question->kind == QUESTION_LABEL)
		return labels_find(labels, text);
	label = label_of(question, text, labels, room);
	return label == NULL && question->or ? text : label;
}

const xmlNode *
question_next(const struct question_nodes *nodes, const xmlNode *node, const xmlNode *last)
{
	const xmlNode *child;

	if (nodes->which != QUESTION_CHILDREN && last != NULL)
		return NULL;
	if (nodes->which == QUESTION_SELF)
		return node;
	if (node->type != XML_ELEMENT_NODE)
		return NULL;
	if (nodes->which == QUESTION_ATTRIBUTE)
		return (const xmlNode *)attribute_of(node, nodes->name);
	for (child = last == NULL ? node->children : last->next; child != NULL; child = child->next)
		if (child->type == XML_ELEMENT_NODE && child->ns != NULL && strcmp((const char *)child->name, nodes->name) == 0 &&
		    strcmp((const char *)child->ns->href, nodes->space) == 0)
			break;
	return child;
}

enum question_truth
question_holds(const struct question_test *test, const xmlNode *node)
{
	const struct question_nodes children = { QUESTION_CHILDREN, test->child, test->space };
	const char *text;
	enum question_truth found;

	if (node->type != XML_ELEMENT_NODE && node->type != XML_ATTRIBUTE_NODE)
		return QUESTION_UNKNOWN;
	if (test->child != NULL)
		return (question_next(&children, node, NULL) != NULL) != test->not ? QUESTION_TRUE : QUESTION_FALSE;
	found = find(&test->of, node, &text);
	if (test->word == NULL)
		return found == QUESTION_UNKNOWN ? QUESTION_UNKNOWN : (found == QUESTION_TRUE) != test->not ? QUESTION_TRUE : QUESTION_FALSE;
	/* What is not there is neither equal nor unequal. */
	if (found != QUESTION_TRUE)
		return found;
	return (strcmp(text, test->word) == 0) != test->not ? QUESTION_TRUE : QUESTION_FALSE;
}
