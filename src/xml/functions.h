/* functions.h - private to xml/: what stylesheets may call beside XPath's own (namespace urn:samspil:functions, prefix s). */
#ifndef SAMSPIL_XML_FUNCTIONS_H
#define SAMSPIL_XML_FUNCTIONS_H

#include <libxslt/xsltInternals.h>

#include "xml/labels.h"

#define FUNCTIONS_NAMESPACE "urn:samspil:functions"

/*
 * Once, at start: register (what stylesheet authors read of these is xslt/schema/functions.xml)
 *	s:label(key [, name, value]...)	the text of key, each {name} replaced by value; "[key]" when there is none
 *	s:label-or(key, fallback)	the text of key, else fallback
 *	s:has-label(key)		is there such a text?
 *	s:first(key...)			the text of the first key that has one, else "[last key]"
 *	s:find(key...)			the same, else ""
 *	s:own(part [, child])		what the element that it is asked for is called: the text of its <part> (or <child>, or "."
 *					for its own text), else the label
 *					part.PARENT.NAME, part.NAME or part.type.TYPE; NAME is its name, value or key, PARENT its
 *					parent's name, TYPE its type; of an attribute NAME is its name and PARENT its element's
 *	s:own-find(part)		the same, else ""
 *	s:named(nodes, name)		the first of these elements that has this name, as a set: s:named(p:tabs/p:item, 'plan')/@href
 *	s:id(prefix)			prefix-NAME
 *	s:count(key, n)			the text of key.one or key.other, with {n}
 *	s:date(iso)  s:time(utc)	15-04-2026; 15-04-2026 kl. 10.30 in Danish local time
 *					(between two signs that keep it so where the labels' direction is rtl)
 *	s:show(value)			a date or time as s:date and s:time do
 *	s:number(decimal)		37,0 and 1.158 as the labels' number.decimal and number.group say
 * s:own, s:own-find and s:id do for a fraction of the cost what s:first and concat do: forms live on them.
 * What is no date, time or number is given back as it came.
 */
void functions_register(void);

/* Their names, and how many values each takes; most -1: any number. */
struct function_form { const char *name; int least, most; };
const struct function_form *functions_forms(size_t *number);

/* The labels of one transformation, borrowed until it ends. */
void functions_use(xsltTransformContext *ctxt, const struct labels *labels);

#endif
