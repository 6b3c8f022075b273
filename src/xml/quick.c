/* quick.c - instructions with questions, carried out. */
#include "xml/quick_parts.h"

#include <libxml/xpathInternals.h>
#include <libxslt/templates.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>
#include <string.h>

/* It stands in a field of libxslt's own note of the instruction, of which it makes no use for these instructions. */
static const union asked *
asked_of(const void *comp)
{
	return (const void *)((const xsltStylePreComp *)comp)->use;
}

void
quick_value(xsltTransformContext *ctxt, xmlNode *node, xmlNode *inst, xsltElemPreComp *comp)
{
	char room[QUESTION_ROOM];
	const char *text = question_answer(&asked_of(comp)->text, ctxt->_private, node, room);

	if (text == NULL)
		xsltValueOf(ctxt, node, inst, comp);
	else if (text[0] != '\0')
		xsltCopyTextString(ctxt, ctxt->insert, BAD_CAST text, ((const xsltStylePreComp *)comp)->noescape);
}

static void
carry_out(xsltTransformContext *ctxt, xmlNode *node, const xmlNode *branch)
{
	if (branch->children != NULL)
		xsltApplyOneTemplate(ctxt, node, branch->children, NULL, NULL);
}

void
quick_if(xsltTransformContext *ctxt, xmlNode *node, xmlNode *inst, xsltElemPreComp *comp)
{
	enum question_truth truth = question_holds(&asked_of(comp)->test, node);

	if (truth == QUESTION_UNKNOWN)
		xsltIf(ctxt, node, inst, comp);
	else if (truth == QUESTION_TRUE)
		carry_out(ctxt, node, inst);
}

/* Every xsl:when of it has its question. */
void
quick_choose(xsltTransformContext *ctxt, xmlNode *node, xmlNode *inst, xsltElemPreComp *comp)
{
	enum question_truth truth = QUESTION_FALSE;
	const xmlNode *branch;

	for (branch = inst->children; branch != NULL; branch = branch->next) {
		if (branch->type != XML_ELEMENT_NODE)
			continue;
		truth = quick_is_when(branch) ? question_holds(&asked_of(branch->psvi)->test, node) : QUESTION_TRUE;
		if (truth != QUESTION_FALSE)
			break;
	}
	if (truth == QUESTION_UNKNOWN)
		xsltChoose(ctxt, node, inst, comp);
	else if (branch != NULL)
		carry_out(ctxt, node, branch);
}

/* As the library does it, once it has the nodes. */
static void
apply_to(xsltTransformContext *ctxt, xmlNodeSet *nodes, const xsltStylePreComp *comp)
{
	xmlXPathContext *xpath = ctxt->xpathCtxt;
	const xmlChar *mode = ctxt->mode, *mode_uri = ctxt->modeURI;
	xmlNodeSet *list = ctxt->nodeList;
	xmlNode *node = ctxt->node;
	xsltDocument *document = ctxt->document;
	xmlDoc *doc = xpath->doc;
	int size = xpath->contextSize, position = xpath->proximityPosition, i;

	ctxt->mode = comp->mode;
	ctxt->modeURI = comp->modeURI;
	ctxt->nodeList = nodes;
	xpath->contextSize = nodes->nodeNr;
	for (i = 0; i < nodes->nodeNr; i++) {
		ctxt->node = nodes->nodeTab[i];
		xpath->doc = nodes->nodeTab[i]->doc;
		xpath->proximityPosition = i + 1;
		xsltProcessOneNode(ctxt, nodes->nodeTab[i], NULL);
	}
	ctxt->mode = mode;
	ctxt->modeURI = mode_uri;
	ctxt->nodeList = list;
	ctxt->node = node;
	ctxt->document = document;
	xpath->doc = doc;
	xpath->contextSize = size;
	xpath->proximityPosition = position;
}

void
quick_apply(xsltTransformContext *ctxt, xmlNode *node, xmlNode *inst, xsltElemPreComp *comp)
{
	const struct question_nodes *asked = &asked_of(comp)->nodes;
	bool known = node->type == XML_ELEMENT_NODE || node->type == XML_ATTRIBUTE_NODE;
	const xmlNode *next = known ? question_next(asked, node, NULL) : NULL;
	xmlNodeSet *nodes;

	if (known && next == NULL)
		return;
	nodes = known && inst->children == NULL ? xmlXPathNodeSetCreate(NULL) : NULL;
	for (; nodes != NULL && next != NULL; next = question_next(asked, node, next))
		if (xmlXPathNodeSetAddUnique(nodes, (xmlNode *)(uintptr_t)next) != 0)
			break;
	if (nodes == NULL || next != NULL)
		xsltApplyTemplates(ctxt, node, inst, comp);
	else
		apply_to(ctxt, nodes, (const xsltStylePreComp *)comp);
	xmlXPathFreeNodeSet(nodes);
}

/* The attribute's value, borrowed or in text; NULL: XPath must be asked, or it does not fit. */
static const char *
attribute_text(const struct attribute *attribute, const struct labels *labels, const xmlNode *node, char room[QUESTION_ROOM],
    char text[QUESTION_ROOM])
{
	const char *part;
	size_t at = 0, n, i;

	if (attribute->count == 1)
		return question_answer(attribute->parts, labels, node, room);
	for (i = 0; i < attribute->count; i++) {
		part = question_answer(&attribute->parts[i], labels, node, room);
		n = part == NULL ? 0 : strlen(part);
		if (part == NULL || at + n >= QUESTION_ROOM)
			return NULL;
		memcpy(text + at, part, n);
		at += n;
	}
	text[at] = '\0';
	return text;
}

static void
add_attribute(xmlNode *element, const char *name, const xmlChar *content)
{
	xmlAttr *attr = xmlNewProp(element, BAD_CAST name, NULL);

	if (attr == NULL)
		return;
	attr->children = attr->last = xmlNewDocText(attr->doc, content);
	if (attr->children != NULL)
		attr->children->parent = (xmlNode *)attr;
}

void
quick_attributes(xsltTransformContext *ctxt, xmlNode *node, xmlNode *inst, xsltElemPreComp *comp)
{
	const struct attributes *all = (const struct attributes *)comp;
	char room[QUESTION_ROOM], text[QUESTION_ROOM];
	size_t i;

	(void)inst;
	for (i = 0; i < all->count && ctxt->state == XSLT_STATE_OK; i++) {
		const struct attribute *attribute = &all->list[i];
		const char *content = attribute_text(attribute, ctxt->_private, node, room, text);
		xmlChar *evaluated = content == NULL ? xsltEvalAVT(ctxt, attribute->compiled, all->element) : NULL;

		add_attribute(ctxt->insert, attribute->name, content == NULL ? evaluated : BAD_CAST content);
		xmlFree(evaluated);
	}
}
