/*
 * sheet.h - stylesheets: compiled once, applied to pages, written as HTML.  xml/: may use base/, xml/node.h, xml/labels.h.
 *
 * The closed loader: a stylesheet reaches nothing but names that begin with "samspil:" ("samspil:base/forms.xsl"), which are
 * files under the share directory's xslt/; document(), xsl:document and the like reach nothing at all.
 */
#ifndef SAMSPIL_XML_SHEET_H
#define SAMSPIL_XML_SHEET_H

#include <libxml/tree.h>
#include <stdbool.h>
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

/* A department's look of a program: its settings' stylesheet, its layer, or one over the other. */
struct sheet_look {
	const char *program;		/* "plan" */
	const char *text;		/* the layer; NULL: settings alone */
	size_t length;
	const char *settings;		/* imports samspil:shipped/pages/PROGRAM.xsl; NULL: the layer alone */
};

/*
 * Compile it under the name "samspil:layer/PROGRAM.xsl" ("samspil:settings/PROGRAM.xsl").  out is owned by owner.  FAIL_BROKEN with the
 * reasons, one a line, in *why, owned by owner; nothing is logged.
 */
enum fail sheet_compile_look(const void *owner, const struct sheet_look *look, struct sheet **out, char **why);

/* The line of the layer that such a reason names; 0 for none. */
int sheet_fault_line(const char *why);

/* After sheet_start, for a process that will be closed: all shipped sheets are read now, and no file is opened later. */
enum fail sheet_preload(void);

/* From now on each stylesheet but a layer goes through prepare before it is compiled. */
void sheet_prepare_with(void (*prepare)(xmlDoc *sheet));

/* From now on each result is looked at before it is written: what missing says (a constant; NULL: nothing) is a fault. */
void sheet_look_at(const char *(*missing)(const xmlDoc *page, const xmlDoc *result));

/* What a rendering is told beside the page: name, value pairs up to a NULL; plain texts, quoted by sheet_apply. */
struct sheet_params { const struct labels *labels; const char *const *names_and_values; };

/*
 * The page as HTML: bytes owned by owner (talloc).  Any error, warning or limit (depth, operations, size) discards the output
 * and gives FAIL_BROKEN, logged.  The page is only read.
 */
enum fail sheet_apply(const void *owner, const struct sheet *sheet, xmlDoc *page, const struct sheet_params *params,
    char **out, size_t *length);

/* As sheet_apply, with the reasons in *why, owned by owner, and nothing in the log.  plainly: without a word of the page. */
enum fail sheet_try(const void *owner, const struct sheet *sheet, xmlDoc *page, const struct sheet_params *params,
    char **out, size_t *length, bool plainly, char **why);

/* The result's tree before it is written; the caller's (xmlFreeDoc).  NULL and *why as sheet_try.  It is not looked through as HTML is. */
xmlDoc *sheet_tree(const void *owner, const struct sheet *sheet, xmlDoc *page, const struct sheet_params *params, char **why);

#endif
