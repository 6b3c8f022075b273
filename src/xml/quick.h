/*
 * quick.h - private to xml/: instructions of a compiled sheet that ask one of the questions of question.h are carried out by functions of ours.
 *
 * An XPath expression costs libxslt about 2,500 instructions, and most of a sheet's ask for an attribute or for the label of a constant
 * key.  A layer's sheets are treated alike: what comes out is the same, only sooner.
 */
#ifndef SAMSPIL_XML_QUICK_H
#define SAMSPIL_XML_QUICK_H

#include <libxslt/xsltInternals.h>

/*
 * Go through style and all that it includes and imports.  What is made belongs to owner, and must live as long as style.  What cannot be made
 * quick (also for want of memory) stays as it was.
 */
void quick_make(const void *owner, xsltStylesheet *style);

#endif
