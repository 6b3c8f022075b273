#include "xml/functions.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/xsltutils.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "xml/node.h"

enum { KEY_MAX = 200, PAIRS_MAX = 8, DIGITS_MAX = 40 };

static const struct labels *
labels_of(xmlXPathParserContext *ctxt)
{
	return xsltXPathGetTransformContext(ctxt)->_private;
}

static void
give(xmlXPathParserContext *ctxt, const char *text)
{
	valuePush(ctxt, xmlXPathNewCString(text));
}

/* Give text, which is XPath's from now on. */
static void
give_whole(xmlXPathParserContext *ctxt, xmlChar *text)
{
	valuePush(ctxt, xmlXPathWrapString(text));
}

static xmlChar *
missing(const char *key)
{
	xmlChar *text = xmlStrdup(BAD_CAST "[");

	text = xmlStrcat(text, BAD_CAST key);
	return xmlStrcat(text, BAD_CAST "]");
}

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
		give_whole(ctxt, missing(key == NULL ? "" : (const char *)key));
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
		give_whole(ctxt, missing(key == NULL ? "" : (const char *)key));
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

/* What an element is called among its siblings: a field's name, a choice's value, an error's key; an attribute's name; NULL when nothing. */
static const char *
name_of(const xmlNode *node)
{
	const char *name;

	if (node->type == XML_ATTRIBUTE_NODE)
		return (const char *)node->name;
	name = node_get(node, "name");
	name = name == NULL ? node_get(node, "value") : name;
	return name == NULL ? node_get(node, "key") : name;
}

/* What a node's labels are grouped by: the parent's name, for an attribute its element's. */
static const char *
parent_of(const xmlNode *node)
{
	return node->type == XML_ATTRIBUTE_NODE ? (const char *)node->parent->name : node_get(node->parent, "name");
}

/* The text of key, which is a, b and c with points between (NULL c: a and b).  snprintf would cost as much as all the rest. */
static const char *
joined_text(const struct labels *labels, char key[KEY_MAX], const char *a, const char *b, const char *c)
{
	size_t la = strlen(a), lb = strlen(b), lc = c == NULL ? 0 : strlen(c) + 1;

	if (la + 1 + lb + lc >= KEY_MAX)
		return NULL;
	memcpy(key, a, la);
	key[la] = '.';
	memcpy(key + la + 1, b, lb + 1);
	if (c != NULL) {
		key[la + 1 + lb] = '.';
		memcpy(key + la + 1 + lb + 1, c, lc);
	}
	return labels_find(labels, key);
}

/* The text that s:own finds for node; NULL for none, and then key holds part.NAME. */
static const char *
own_text(const struct labels *labels, const xmlNode *node, const char *part, const char *child_name, char key[KEY_MAX])
{
	const xmlNode *child = strcmp(child_name, ".") != 0 ? node_child(node, child_name) : node_text(node)[0] != '\0' ? node : NULL;
	const char *name, *parent, *type, *text = NULL;

	if (node == NULL || child != NULL)
		return node_text(child);
	name = name_of(node);
	parent = parent_of(node);
	type = node->type == XML_ATTRIBUTE_NODE ? NULL : node_get(node, "type");
	if (parent != NULL)
		text = joined_text(labels, key, part, parent, name == NULL ? "" : name);
	if (text == NULL && type != NULL && joined_text(labels, key, part, name == NULL ? "" : name, NULL) == NULL)
		text = joined_text(labels, key, part, "type", type);
	return text != NULL ? text : joined_text(labels, key, part, name == NULL ? "" : name, NULL);
}

static const char *
own_asked(xmlXPathParserContext *ctxt, int nargs, char key[KEY_MAX])
{
	xmlChar *child = nargs == 2 ? xmlXPathPopString(ctxt) : NULL, *part = xmlXPathPopString(ctxt);
	const char *text = NULL, *name = (const char *)part;

	if (name != NULL)
		text = own_text(labels_of(ctxt), ctxt->context->node, name, child == NULL ? name : (const char *)child, key);
	xmlFree(child);
	xmlFree(part);
	return text;
}

static void
own(xmlXPathParserContext *ctxt, int nargs)
{
	char key[KEY_MAX] = "";
	const char *text;

	if (nargs != 1 && nargs != 2) {
		xmlXPathSetArityError(ctxt);
		return;
	}
	text = own_asked(ctxt, nargs, key);
	if (text != NULL)
		give(ctxt, text);
	else
		give_whole(ctxt, missing(key));
}

static void
own_find(xmlXPathParserContext *ctxt, int nargs)
{
	char key[KEY_MAX];
	const char *text;

	if (nargs != 1 && nargs != 2) {
		xmlXPathSetArityError(ctxt);
		return;
	}
	text = own_asked(ctxt, nargs, key);
	give(ctxt, text == NULL ? "" : text);
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
	name = name_of(ctxt->context->node);
	give_whole(ctxt, name == NULL ? prefix : xmlStrcat(prefix, BAD_CAST name));
}

static void
count(xmlXPathParserContext *ctxt, int nargs)
{
	char key[KEY_MAX];
	xmlChar *stem, *n;
	const char *text;

	CHECK_ARITY(2);
	n = xmlXPathPopString(ctxt);
	stem = xmlXPathPopString(ctxt);
	snprintf(key, sizeof key, "%s.%s", stem == NULL ? "" : (const char *)stem, xmlStrEqual(n, BAD_CAST "1") ? "one" : "other");
	text = labels_find(labels_of(ctxt), key);
	if (text == NULL)
		give_whole(ctxt, missing(key));
	else
		give_whole(ctxt, filled(text, &(struct pairs){ { BAD_CAST "n" }, { n == NULL ? BAD_CAST "" : n }, 1 }));
	xmlFree(stem);
	xmlFree(n);
}

/* The forms that show may give a value. */
enum { SHOW_DATE = 1, SHOW_TIME = 2 };

/* In words that run from right to left a date would be turned around, part by part: signs that nobody sees keep it as it is. */
static const char *
isolated(const struct labels *labels, const char *shown, char out[128])
{
	const char *direction = labels_find(labels, "direction");

	if (direction == NULL || strcmp(direction, "rtl") != 0)
		return shown;
	snprintf(out, 128, "\xe2\x81\xa6%.10s\xe2\x81\xa9%s", shown, shown + DATE_LENGTH);
	return out;
}

/* Write "15-04-2026 kl. 10.30", with the labels' own word for "kl."; false when utc is no moment. */
static bool
time_shown(const struct labels *labels, const char *utc, char out[80])
{
	const char *word = labels_find(labels, "time.at");
	char shown[32];

	if (!date_show_time(utc, shown))
		return false;
	snprintf(out, 80, "%.10s %s\xc2\xa0%s", shown, word == NULL ? "kl." : word, shown + strlen(shown) - 5);
	return true;
}

static void
show(xmlXPathParserContext *ctxt, int forms)
{
	xmlChar *value = xmlXPathPopString(ctxt);
	const char *text = (const char *)value;
	size_t length = value == NULL ? 0 : strlen(text);
	char shown[80], out[128];

	if (((forms & SHOW_DATE) != 0 && length == DATE_LENGTH && text[4] == '-' && date_show(text, shown)) ||
	    ((forms & SHOW_TIME) != 0 && length > DATE_LENGTH && text[length - 1] == 'Z' &&
	    time_shown(labels_of(ctxt), text, shown))) {
		give(ctxt, isolated(labels_of(ctxt), shown, out));
		xmlFree(value);
	} else {
		give_whole(ctxt, value == NULL ? xmlStrdup(BAD_CAST "") : value);
	}
}

static void
show_date(xmlXPathParserContext *ctxt, int nargs)
{
	CHECK_ARITY(1);
	show(ctxt, SHOW_DATE);
}

static void
show_time(xmlXPathParserContext *ctxt, int nargs)
{
	CHECK_ARITY(1);
	show(ctxt, SHOW_TIME);
}

static void
show_any(xmlXPathParserContext *ctxt, int nargs)
{
	CHECK_ARITY(1);
	show(ctxt, SHOW_DATE | SHOW_TIME);
}

/* Is text a decimal as the page contract writes it: digits, perhaps a minus before and a point with digits inside? */
static bool
is_decimal(const char *text)
{
	size_t whole;

	if (*text == '-')
		text++;
	whole = strspn(text, "0123456789");
	if (whole == 0 || strlen(text) > DIGITS_MAX)
		return false;
	text += whole;
	return *text == '\0' || (*text == '.' && text[1] != '\0' && text[1 + strspn(text + 1, "0123456789")] == '\0');
}

static xmlChar *
decimal_shown(const char *text, const char *point, const char *group)
{
	size_t whole, i;
	xmlChar *out = xmlStrdup(BAD_CAST (*text == '-' ? "\xe2\x88\x92" : ""));

	text += *text == '-';
	whole = strcspn(text, ".");
	for (i = 0; i < whole; i++) {
		if (i > 0 && (whole - i) % 3 == 0)
			out = xmlStrcat(out, BAD_CAST group);
		out = xmlStrncat(out, BAD_CAST text + i, 1);
	}
	if (text[whole] == '.') {
		out = xmlStrcat(out, BAD_CAST point);
		out = xmlStrcat(out, BAD_CAST text + whole + 1);
	}
	return out;
}

static void
show_number(xmlXPathParserContext *ctxt, int nargs)
{
	const char *point = labels_find(labels_of(ctxt), "number.decimal");
	const char *group = labels_find(labels_of(ctxt), "number.group");
	xmlChar *text;

	CHECK_ARITY(1);
	text = xmlXPathPopString(ctxt);
	if (text == NULL || !is_decimal((const char *)text)) {
		give_whole(ctxt, text == NULL ? xmlStrdup(BAD_CAST "") : text);
		return;
	}
	give_whole(ctxt, decimal_shown((const char *)text, point == NULL ? "," : point, group == NULL ? "." : group));
	xmlFree(text);
}

/* In the same order. */
static const struct function_form forms[] = {
	{ "count", 2, 2 }, { "date", 1, 1 }, { "find", 1, -1 }, { "first", 1, -1 }, { "has-label", 1, 1 }, { "id", 1, 1 }, { "own", 1, 2 },
	{ "own-find", 1, 2 }, { "label", 1, -1 }, { "label-or", 2, 2 }, { "named", 2, 2 }, { "number", 1, 1 },
	{ "show", 1, 1 }, { "time", 1, 1 },
};
static const xmlXPathFunction carried_out[] = {
	count, show_date, find, first, has_label, id, own, own_find, label, label_or, named, show_number, show_any, show_time,
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
