#include "xml/functions.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/xsltutils.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "xml/functions_own.h"
#include "xml/node.h"

enum { PAIRS_MAX = 8 };

/* Names and their values, as they came from the stack. */
struct pairs { xmlChar *names[PAIRS_MAX], *values[PAIRS_MAX]; int count; };

static const xmlChar *
value_of(const struct pairs *pairs, const char *name, size_t length)
{
	int i;

	for (i = 0; i < pairs->count; i++)
		if (strncmp((const char *)pairs->names[i], name, length) == 0 && pairs->names[i][length] == '\0')
			return pairs->values[i];
	return NULL;
}

/*
 * Write text with each {name} that pairs knows replaced to out, which may be NULL: to know the length.  An unknown name stays.
 */
static size_t
fill(const char *text, const struct pairs *pairs, char *out)
{
	size_t at = 0, n;

	while (*text != '\0') {
		const char *close = *text == '{' ? strchr(text, '}') : NULL, *from = text;
		const xmlChar *value = close == NULL ? NULL : value_of(pairs, text + 1, (size_t)(close - text - 1));

		n = value != NULL ? strlen((const char *)value) : close != NULL ? (size_t)(close + 1 - text) : 1 + strcspn(text + 1, "{");
		if (value != NULL)
			from = (const char *)value;
		if (out != NULL)
			memcpy(out + at, from, n);
		at += n;
		text += value != NULL || close != NULL ? (size_t)(close + 1 - text) : n;
	}
	return at;
}

static xmlChar *
filled(const char *text, const struct pairs *pairs)
{
	size_t length = fill(text, pairs, NULL);
	xmlChar *out = xmlMalloc(length + 1);

	if (out == NULL)
		return NULL;
	fill(text, pairs, (char *)out);
	out[length] = '\0';
	return out;
}

static void
label(xmlXPathParserContext *ctxt, int nargs)
{
	struct pairs pairs = { .count = (nargs - 1) / 2 };
	const char *text;
	xmlChar *key;
	int i;

	if (nargs < 1 || nargs % 2 != 1 || pairs.count > PAIRS_MAX) {
		xmlXPathSetArityError(ctxt);
		return;
	}
	for (i = pairs.count - 1; i >= 0; i--) {
		pairs.values[i] = xmlXPathPopString(ctxt);
		pairs.names[i] = xmlXPathPopString(ctxt);
	}
	key = xmlXPathPopString(ctxt);
	text = key == NULL ? NULL : labels_find(labels_of(ctxt), (const char *)key);
	if (text == NULL)
		give_whole(ctxt, functions_missing(key == NULL ? "" : (const char *)key));
	else if (pairs.count == 0)
		give(ctxt, text);
	else
		give_whole(ctxt, filled(text, &pairs));
	xmlFree(key);
	for (i = 0; i < pairs.count; i++) {
		xmlFree(pairs.names[i]);
		xmlFree(pairs.values[i]);
	}
}

static void
label_or(xmlXPathParserContext *ctxt, int nargs)
{
	xmlChar *key, *fallback;
	const char *text;

	CHECK_ARITY(2);
	fallback = xmlXPathPopString(ctxt);
	key = xmlXPathPopString(ctxt);
	text = key == NULL ? NULL : labels_find(labels_of(ctxt), (const char *)key);
	if (text == NULL) {
		give_whole(ctxt, fallback);
	} else {
		give(ctxt, text);
		xmlFree(fallback);
	}
	xmlFree(key);
}

static void
has_label(xmlXPathParserContext *ctxt, int nargs)
{
	xmlChar *key;

	CHECK_ARITY(1);
	key = xmlXPathPopString(ctxt);
	valuePush(ctxt, xmlXPathNewBoolean(key != NULL && labels_find(labels_of(ctxt), (const char *)key) != NULL));
	xmlFree(key);
}

/*
 * The text of the first of nargs keys that has one.  NULL for none, and then *last is the last key, the caller's (xmlFree).
 */
static const char *
first_text(xmlXPathParserContext *ctxt, int nargs, xmlChar **last)
{
	const char *text = NULL, *found;
	xmlChar *key;
	int i;

	*last = NULL;
	for (i = nargs; i > 0; i--) {
		key = xmlXPathPopString(ctxt);
		found = key == NULL ? NULL : labels_find(labels_of(ctxt), (const char *)key);
		text = found == NULL ? text : found;
		if (i == nargs)
			*last = key;
		else
			xmlFree(key);
	}
	if (text != NULL) {
		xmlFree(*last);
		*last = NULL;
	}
	return text;
}

static void
first(xmlXPathParserContext *ctxt, int nargs)
{
	xmlChar *key;
	const char *text = first_text(ctxt, nargs, &key);

	if (text != NULL)
		give(ctxt, text);
	else
		give_whole(ctxt, functions_missing(key == NULL ? "" : (const char *)key));
	xmlFree(key);
}

static void
find(xmlXPathParserContext *ctxt, int nargs)
{
	xmlChar *key;
	const char *text = first_text(ctxt, nargs, &key);

	give(ctxt, text == NULL ? "" : text);
	xmlFree(key);
}

/* s:named(nodes, name): comparing in a predicate costs as much for each node as this for all. */
static void
named(xmlXPathParserContext *ctxt, int nargs)
{
	const xmlNodeSet *nodes;
	xmlNodeSet *found = NULL;
	xmlXPathObject *given;
	xmlChar *name;
	int i;

	CHECK_ARITY(2);
	name = xmlXPathPopString(ctxt);
	if (!xmlXPathStackIsNodeSet(ctxt)) {
		xmlFree(name);
		xmlXPathSetTypeError(ctxt);
		return;
	}
	given = valuePop(ctxt);
	nodes = given->nodesetval;
	for (i = 0; name != NULL && nodes != NULL && i < nodes->nodeNr && found == NULL; i++)
		if (nodes->nodeTab[i]->type == XML_ELEMENT_NODE && xmlStrEqual(BAD_CAST node_get(nodes->nodeTab[i], "name"), name))
			found = xmlXPathNodeSetCreate(nodes->nodeTab[i]);
	valuePush(ctxt, xmlXPathWrapNodeSet(found));
	xmlXPathFreeObject(given);
	xmlFree(name);
}

static void
id(xmlXPathParserContext *ctxt, int nargs)
{
	const char *name;
	xmlChar *prefix;

	CHECK_ARITY(1);
	prefix = xmlStrcat(xmlXPathPopString(ctxt), BAD_CAST "-");
	name = functions_name_of(ctxt->context->node);
	give_whole(ctxt, name == NULL ? prefix : xmlStrcat(prefix, BAD_CAST name));
}

static void
count(xmlXPathParserContext *ctxt, int nargs)
{
	char key[FUNCTIONS_KEY_MAX];
	xmlChar *stem, *n;
	const char *text;

	CHECK_ARITY(2);
	n = xmlXPathPopString(ctxt);
	stem = xmlXPathPopString(ctxt);
	snprintf(key, sizeof key, "%s.%s", stem == NULL ? "" : (const char *)stem, xmlStrEqual(n, BAD_CAST "1") ? "one" : "other");
	text = labels_find(labels_of(ctxt), key);
	if (text == NULL)
		give_whole(ctxt, functions_missing(key));
	else
		give_whole(ctxt, filled(text, &(struct pairs){ { BAD_CAST "n" }, { n == NULL ? BAD_CAST "" : n }, 1 }));
	xmlFree(stem);
	xmlFree(n);
}

/* In the same order. */
static const struct function_form forms[] = {
	{ "count", 2, 2 }, { "date", 1, 1 }, { "find", 1, -1 }, { "first", 1, -1 }, { "has-label", 1, 1 }, { "id", 1, 1 }, { "own", 1, 2 },
	{ "own-find", 1, 2 }, { "label", 1, -1 }, { "label-or", 2, 2 }, { "named", 2, 2 }, { "number", 1, 1 },
	{ "show", 1, 1 }, { "time", 1, 1 },
};
static const xmlXPathFunction carried_out[] = {
	count, functions_show_date, find, first, has_label, id, functions_own, functions_own_find, label, label_or, named, functions_show_number,
	functions_show_any, functions_show_time,
};
_Static_assert(sizeof forms / sizeof forms[0] == sizeof carried_out / sizeof carried_out[0], "a form for each function");

const struct function_form *
functions_forms(size_t *number)
{
	*number = sizeof forms / sizeof forms[0];
	return forms;
}

void
functions_register(void)
{
	size_t i;

	for (i = 0; i < sizeof forms / sizeof forms[0]; i++)
		xsltRegisterExtModuleFunction(BAD_CAST forms[i].name, BAD_CAST FUNCTIONS_NAMESPACE, carried_out[i]);
}

void
functions_use(xsltTransformContext *ctxt, const struct labels *labels)
{
	/* The library's pointer is not const; the functions only read. */
	ctxt->_private = (void *)(uintptr_t)labels;
}
