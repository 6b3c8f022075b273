/* quick_parts.h - what quick_make.c and quick.c share.  For them alone. */
#ifndef SAMSPIL_XML_QUICK_PARTS_H
#define SAMSPIL_XML_QUICK_PARTS_H

#include <libxslt/xsltInternals.h>

#include "xml/question.h"

/* What an instruction asks; when one of a choice: its test. */
union asked { struct question text; struct question_test test; struct question_nodes nodes; };

/* Attributes of a literal element of which some have {}: one instruction, the first in the element, instead of all of them. */
struct attribute { const char *name; struct question *parts; size_t count; void *compiled; };
struct attributes { xsltStylePreComp comp; xmlNode *element; struct attribute *list; size_t count; };

static inline bool
quick_is_when(const xmlNode *branch)
{
	const xsltStylePreComp *comp = branch->psvi;

	return comp != NULL && comp->type == XSLT_FUNC_WHEN;
}

/* quick.c: what stands in for the library's functions, which they call themselves where XPath must be asked. */
void quick_value(xsltTransformContext *ctxt, xmlNode *node, xmlNode *inst, xsltElemPreComp *comp);
void quick_if(xsltTransformContext *ctxt, xmlNode *node, xmlNode *inst, xsltElemPreComp *comp);
void quick_choose(xsltTransformContext *ctxt, xmlNode *node, xmlNode *inst, xsltElemPreComp *comp);
void quick_apply(xsltTransformContext *ctxt, xmlNode *node, xmlNode *inst, xsltElemPreComp *comp);
void quick_attributes(xsltTransformContext *ctxt, xmlNode *node, xmlNode *inst, xsltElemPreComp *comp);

#endif
