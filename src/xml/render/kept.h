/* kept.h - private to the renderer: what no page may lose, whatever real data a layer meets that no sample had. */
#ifndef SAMSPIL_XML_RENDER_KEPT_H
#define SAMSPIL_XML_RENDER_KEPT_H

#include <libxml/tree.h>

/*
 * Compare a page with what was made of it: <main>, a heading, a title; a form for each form, by its address, with its token; each notice, and
 * that it shows the past or a draft.  Returns NULL when all is there, else what is missing (a constant).  The gate's comparison
 * (gate/judge.h) needs a second rendering; this needs none, so it is made for every page.
 */
const char *kept_missing(const xmlDoc *page, const xmlDoc *result);

#endif
