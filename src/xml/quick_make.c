#include "xml/quick.h"

#include <libxslt/imports.h>
#include <libxslt/xsltutils.h>
#include <string.h>
#include <talloc.h>

#include "xml/node.h"
#include "xml/quick_parts.h"

/* Words go into the stylesheet's dictionary, the rest lies in a few large pieces, since there are thousands of questions. */
enum { PIECE = 16 * 1024 };

struct maker { const void *owner; xmlDict *dict; char *at; size_t left; };

/* Room as long as owner lives, all 0; NULL when out of memory. */
static void *
take(struct maker *maker, size_t size)
{
	char *at;

	size = (size + 15) & ~(size_t)15;
	if (size > PIECE)
		return talloc_zero_size(maker->owner, size);
	if (size > maker->left) {
		maker->at = talloc_zero_size(maker->owner, PIECE);
		maker->left = maker->at == NULL ? 0 : PIECE;
	}
	if (size > maker->left)
		return NULL;
	at = maker->at;
	maker->at += size;
	maker->left -= size;
	return at;
}

static bool
read_question(const struct maker *maker, const xmlNode *inst, xsltStyleType type, union asked *out)
{
	bool tests = type == XSLT_FUNC_IF || type == XSLT_FUNC_WHEN;
	const char *text = node_get(inst, tests ? "test" : "select");

	if (text == NULL)
		return false;
	if (tests)
		return question_read_test(maker->dict, inst, text, &out->test);
	return type == XSLT_FUNC_VALUEOF ? question_read(maker->dict, inst, text, &out->text) : question_read_nodes(maker->dict, inst, text, &out->nodes);
}

/* An instruction with one question in an attribute. */
static bool
make_one(struct maker *maker, xmlNode *inst, xsltTransformFunction func)
{
	xsltStylePreComp *comp = inst->psvi;
	union asked asked, *kept;

	if (!read_question(maker, inst, comp->type, &asked) || (kept = take(maker, sizeof *kept)) == NULL)
		return false;
	*kept = asked;
	comp->use = (const void *)kept;
	comp->func = func;
	return true;
}

static bool
is_last_otherwise(const xmlNode *branch)
{
	return branch->next == NULL && branch->type == XML_ELEMENT_NODE && IS_XSLT_ELEM(branch) && IS_XSLT_NAME(branch, "otherwise");
}

/* At least one xsl:when, and at most an xsl:otherwise behind them; what is wrong with another one the library tells. */
static void
make_choose(struct maker *maker, xmlNode *inst)
{
	xsltStylePreComp *comp = inst->psvi;
	xmlNode *branch = inst->children;

	if (branch == NULL || !quick_is_when(branch))
		return;
	for (; branch != NULL && quick_is_when(branch); branch = branch->next)
		if (!make_one(maker, branch, NULL))
			return;
	if (branch == NULL || is_last_otherwise(branch))
		comp->func = quick_choose;
}

static const char *
word(const struct maker *maker, const char *text, size_t n)
{
	return (const char *)xmlDictLookup(maker->dict, BAD_CAST text, (int)n);
}

/* "a{@b}c" as parts; false when it is something else. */
static bool
read_parts(struct maker *maker, const xmlNode *element, const char *text, struct attribute *out)
{
	struct question parts[8] = { 0 };
	const char *question;
	size_t n, count = 0;

	for (; *text != '\0' && count < sizeof parts / sizeof parts[0]; text += n) {
		n = strcspn(text, "{}");
		if (n > 0) {
			parts[count++].word = word(maker, text, n);
			continue;
		}
		n = strcspn(text, "}");
		question = text[n] == '\0' || n == 0 ? NULL : word(maker, text + 1, n++ - 1);
		if (question == NULL || !question_read(maker->dict, element, question, &parts[count++]))
			return false;
	}
	out->parts = *text != '\0' || count == 0 ? NULL : take(maker, count * sizeof parts[0]);
	out->count = count;
	return out->parts != NULL && memcpy(out->parts, parts, count * sizeof parts[0]) != NULL;
}

static bool
read_attribute(struct maker *maker, const xmlAttr *attr, struct attribute *out)
{
	const char *text = attr->children == NULL ? "" : (const char *)attr->children->content;

	if (attr->ns != NULL || text == NULL || (attr->children != NULL && attr->children->next != NULL))
		return false;
	out->name = word(maker, (const char *)attr->name, strlen((const char *)attr->name));
	out->compiled = attr->psvi;
	if (attr->psvi != NULL)
		return read_parts(maker, attr->parent, text, out);
	out->count = 1;
	out->parts = take(maker, sizeof out->parts[0]);
	return out->parts != NULL && (out->parts->word = word(maker, text, strlen(text))) != NULL;
}

/* How many attributes an element has, when any of them has {}; else 0. */
static size_t
attributes_to_make(const xmlNode *element)
{
	const xmlAttr *attr;
	size_t n = 0;
	bool any = false;

	for (attr = element->properties; attr != NULL; attr = attr->next, n++)
		any |= attr->psvi != NULL;
	return any ? n : 0;
}

/* Which they are; NULL when one of them cannot be read. */
static struct attributes *
read_attributes(struct maker *maker, xmlNode *element, size_t count)
{
	struct attributes *all = take(maker, sizeof *all);
	const xmlAttr *attr;

	if (all == NULL || (all->list = take(maker, count * sizeof all->list[0])) == NULL)
		return NULL;
	for (attr = element->properties; attr != NULL; attr = attr->next)
		if (!read_attribute(maker, attr, &all->list[all->count++]))
			return NULL;
	all->element = element;
	all->comp.type = XSLT_FUNC_ATTRIBUTE;
	all->comp.func = quick_attributes;
	return all;
}

/* All attributes go into the instruction, since their order stays. */
static void
make_attributes(struct maker *maker, xmlNode *element, xmlNs *xsl)
{
	size_t count = attributes_to_make(element);
	struct attributes *all = count == 0 ? NULL : read_attributes(maker, element, count);
	xmlNode *inst = all == NULL ? NULL : xmlNewDocNode(element->doc, xsl, BAD_CAST "attribute", NULL);

	if (inst == NULL)
		return;
	all->comp.inst = inst;
	inst->psvi = all;
	inst->line = element->line;
	while (element->properties != NULL)
		xmlRemoveProp(element->properties);
	if (element->children == NULL)
		xmlAddChild(element, inst);
	else
		xmlAddPrevSibling(element->children, inst);
}

static void
make(struct maker *maker, xmlNode *node, xmlNs *xsl)
{
	const xsltStylePreComp *comp = node->psvi;

	if (node->ns == NULL || !xmlStrEqual(node->ns->href, XSLT_NAMESPACE))
		make_attributes(maker, node, xsl);
	else if (comp != NULL && comp->type == XSLT_FUNC_CHOOSE)
		make_choose(maker, node);
	else if (comp != NULL && comp->type == XSLT_FUNC_VALUEOF)
		make_one(maker, node, quick_value);
	else if (comp != NULL && comp->type == XSLT_FUNC_IF)
		make_one(maker, node, quick_if);
	else if (comp != NULL && comp->type == XSLT_FUNC_APPLYTEMPLATES)
		make_one(maker, node, quick_apply);
}

/* Depth first, without recursion. */
static void
make_all(struct maker *maker, xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc), *node = root;

	if (root == NULL || root->ns == NULL || !xmlStrEqual(root->ns->href, XSLT_NAMESPACE))
		return;
	while (node != NULL) {
		if (node->type == XML_ELEMENT_NODE)
			make(maker, node, root->ns);
		if (node->type == XML_ELEMENT_NODE && node->children != NULL) {
			node = node->children;
			continue;
		}
		while (node != root && node->next == NULL)
			node = node->parent;
		node = node == root ? NULL : node->next;
	}
}

void
quick_make(const void *owner, xsltStylesheet *style)
{
	struct maker maker = { .owner = owner, .dict = style->dict };
	const xsltDocument *included;

	for (; style != NULL; style = xsltNextImport(style)) {
		make_all(&maker, style->doc);
		for (included = style->docList; included != NULL; included = included->next)
			make_all(&maker, included->doc);
	}
}
