/*
 * judge.h - what a layer made of a page, beside what the shipped stylesheet makes of it.
 * xml/gate/: may use base/, xml/.  Runs in the closed renderer (samspil-render --check) and in tests.
 */
#ifndef SAMSPIL_XML_GATE_JUDGE_H
#define SAMSPIL_XML_GATE_JUDGE_H

#include <libxml/tree.h>

#include "xml/gate/finding.h"

/*
 * Both trees are results of transformations of the same page (elements of no namespace or XHTML's, SVG's), only read.
 * Adds to findings, each with page as its name and, where an element's line in the layer can be known, that line:
 *	kept	what the shipped result holds and the layer's lacks or hides (hidden, aria-hidden, sr-only, an inert or closed place):
 *		landmarks, the skip link, sign-out, each form by its action and method, each of its fields by name and type, its token and once,
 *		its submits, each notice, each safety banner (class sp-note, role alert or status; what the shipped sheet marks with
 *		data-keep="NAME": protected address, death, as-of, draft, fallback, DEMO); anything that the layer adds to a form
 *		that the shipped one has not (another action, a field)
 *	safe	what may not be in any page: script, style, frames, objects, handlers, addresses of other hosts
 *	sound	accessibility as far as a tree tells: lang, title, one h1, headings in order, one main, names for landmarks of
 *		the same kind, a label for each field, a name for each link, button and picture, captions or names and heads for
 *		tables, unique ids, references that lead somewhere, no positive tabindex
 * What is unsafe or unsound in the shipped result too is no finding.  The labels that say it: gate.KEY, listed there by these parts.
 *
 * libxslt copies the line of a literal result element from the stylesheet into the result.  So that a finding's line is one of the
 * layer, the lines of all other stylesheets must be forgotten before they are compiled; where they are not (the shipped result has
 * lines), findings have none.
 */
void judge_forget_lines(xmlDoc *sheet);
void judge_result(const xmlDoc *shipped, const xmlDoc *layer, const char *page, struct findings *findings);

/* A node of the page whose value the shipped stylesheet shows and the layer does not. */
struct fact { const char *path; const char *element, *name, *value; };	/* "course/focus-area[2]/@priority"; name NULL: the text */
struct facts { const void *owner; struct fact *list; size_t count; size_t left_out; /* values that were too many to try */ };

/*
 * Find the facts of page that one rendering shows and the other does not.  A node is shown when the visible text (texts, values of fields,
 * names for those who do not see) is another after its value was changed, or after it was taken away.  render gives the result tree
 * of a rendering of the page as it is now (judge_facts frees it, by xmlFreeDoc; NULL when it failed: then the node counts as not
 * shown), layer says with which sheet.  The page is changed, and put back between any two values and at the end.
 * Rows are alike: of a list's rows the first, a middle and the last one are looked at, and at most a few hundred values.
 * Returns false when even the unchanged page cannot be rendered.
 */
bool judge_facts(xmlDoc *page, xmlDoc *(*render)(void *data, xmlDoc *page, bool layer), void *data, struct facts *facts);

/*
 * What a result shows, a line each, in document order, for comparing two releases: landmarks, headings, forms, fields, buttons, table
 * heads, notices and texts ("h2 Fokusområder", "field description text").  Owned by owner (talloc).
 */
char *judge_outline(const void *owner, const xmlDoc *result);

#endif
