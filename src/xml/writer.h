/* writer.h - private to xml/: the result of a transformation as HTML text. */
#ifndef SAMSPIL_XML_WRITER_H
#define SAMSPIL_XML_WRITER_H

#include <libxml/tree.h>
#include <stddef.h>

enum { WRITER_MAX = 2 * 1024 * 1024 };

/*
 * Write the elements and texts of result as HTML, after <!DOCTYPE html>; owned by owner (talloc), *length without the
 * terminator.  Everything is escaped.  Elements may be of no namespace, XHTML's or SVG's; namespace declarations, comments and
 * processing instructions are left out.
 *
 * NULL and a reason (constant) in *error for what a page must not hold: script or style with text, frames, objects and <base>,
 * event handlers, addresses of a scheme that runs code or of another host, links but to stylesheets and icons, text that asks not to be escaped, a void element with content, an
 * element of another namespace, no element at all; and for WRITER_MAX bytes or more.
 */
char *writer_html(const void *owner, const xmlDoc *result, size_t *length, const char **error);

/*
 * The same for stylesheets of ours alone: an <iframe> may show a page of ours (src begins with a single "/"), closed by sandbox="" or
 * sandbox="allow-same-origin" (its cookies and fonts, and still no script, form or way to the page around it).
 */
char *writer_html_with_frames(const void *owner, const xmlDoc *result, size_t *length, const char **error);

#endif
