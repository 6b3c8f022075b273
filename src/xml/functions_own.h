/* functions_own.h - what the files of functions.h share.  For them alone. */
#ifndef SAMSPIL_XML_FUNCTIONS_OWN_H
#define SAMSPIL_XML_FUNCTIONS_OWN_H

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>

#include "xml/functions.h"

enum { FUNCTIONS_KEY_MAX = 200 };

static inline const struct labels *
labels_of(xmlXPathParserContext *ctxt)
{
	return xsltXPathGetTransformContext(ctxt)->_private;
}

static inline void
give(xmlXPathParserContext *ctxt, const char *text)
{
	valuePush(ctxt, xmlXPathNewCString(text));
}

/* Give text, which is XPath's from now on. */
static inline void
give_whole(xmlXPathParserContext *ctxt, xmlChar *text)
{
	valuePush(ctxt, xmlXPathWrapString(text));
}

/* "[key]", the caller's: what stands for a text that there is none of. */
xmlChar *functions_missing(const char *key);

/*
 * functions_own.c: what an element is called among its siblings (a field's name, a choice's value, an error's key), an attribute's name;
 * NULL when nothing.
 */
const char *functions_name_of(const xmlNode *node);

/* functions_own.c: s:own and s:own-find. */
void functions_own(xmlXPathParserContext *ctxt, int nargs);
void functions_own_find(xmlXPathParserContext *ctxt, int nargs);

/* functions_show.c: s:date, s:time, s:show and s:number. */
void functions_show_date(xmlXPathParserContext *ctxt, int nargs);
void functions_show_time(xmlXPathParserContext *ctxt, int nargs);
void functions_show_any(xmlXPathParserContext *ctxt, int nargs);
void functions_show_number(xmlXPathParserContext *ctxt, int nargs);

#endif
