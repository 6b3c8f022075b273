/* functions_own.h - what the files of functions.h share.  For them alone. */
#ifndef SAMSPIL_XML_FUNCTIONS_OWN_H
#define SAMSPIL_XML_FUNCTIONS_OWN_H

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>

#include "xml/functions.h"

enum { FUNCTIONS_KEY_MAX = 200, FUNCTIONS_SHOWN_MAX = 128 };

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

/*
 * functions_own.c: the text that s:own finds for node (an element or an attribute), borrowed from the page or from labels; NULL for none, and
 * then key holds part.NAME.
 */
const char *functions_own_text(const struct labels *labels, const xmlNode *node, const char *part, const char *child_name,
    char key[FUNCTIONS_KEY_MAX]);

/* functions_own.c: s:own and s:own-find. */
void functions_own(xmlXPathParserContext *ctxt, int nargs);
void functions_own_find(xmlXPathParserContext *ctxt, int nargs);

/* The forms that a day or a moment may be in to be shown the way people write it. */
enum { SHOW_DATE = 1, SHOW_TIME = 2 };

/* functions_show.c: such a text the way people write it, in out; another one as it is. */
const char *functions_shown(const struct labels *labels, const char *text, int forms, char out[FUNCTIONS_SHOWN_MAX]);

/* functions_show.c: s:date, s:time, s:show and s:number. */
void functions_show_date(xmlXPathParserContext *ctxt, int nargs);
void functions_show_time(xmlXPathParserContext *ctxt, int nargs);
void functions_show_any(xmlXPathParserContext *ctxt, int nargs);
void functions_show_number(xmlXPathParserContext *ctxt, int nargs);

#endif
