/*
 * sheet.h - stylesheets: compiled once, applied to pages, written as HTML.  xml/: may use base/, xml/node.h, xml/labels.h.
 *
 * The closed loader: a stylesheet reaches nothing but names that begin with "samspil:" ("samspil:base/forms.xsl"), which are
 * files under the share directory's xslt/; document(), xsl:document and the like reach nothing at all.
 */
#ifndef SAMSPIL_XML_SHEET_H
#define SAMSPIL_XML_SHEET_H

#include <libxml/tree.h>
#include <stddef.h>

#include "base/fail.h"
#include "xml/labels.h"

struct sheet;

/* Once, at start, before any other call: security preferences, loaders, extension functions; dir holds base/ pages/ labels/. */
enum fail sheet_start(const char *dir);

/*
 * Compile "samspil:pages/plan.xsl".  out is owned by owner (talloc, with a destructor).  FAIL_BROKEN, each fault logged with
 * file and line.
 */
enum fail sheet_compile(const void *owner, const char *name, struct sheet **out);

/* What a rendering is told beside the page: name, value pairs up to a NULL; plain texts, quoted by sheet_apply. */
struct sheet_params { const struct labels *labels; const char *const *names_and_values; };

/*
 * The page as HTML: bytes owned by owner (talloc).  Any error, warning or limit (depth, operations, size) discards the output
 * and gives FAIL_BROKEN, logged.  The page is only read.
 */
enum fail sheet_apply(const void *owner, const struct sheet *sheet, xmlDoc *page, const struct sheet_params *params,
    char **out, size_t *length);

#endif
