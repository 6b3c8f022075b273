/*
 * studio.h - what the pages about departments' own looks share.  admin/: may use all folders below.
 *
 * Each of their addresses names a version, and each begins with studio_find: an editor sees those of his own department, who runs
 * looks sees all.
 */
#ifndef SAMSPIL_ADMIN_STUDIO_H
#define SAMSPIL_ADMIN_STUDIO_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "domain/stylesheet.h"
#include "web/form.h"
#include "web/request.h"
#include "xml/renderer.h"

/* The version that the path names.  false: there is none that the user may see, and the request failed. */
bool studio_find(struct request *rq, struct stylesheet_version *out);

/* As studio_find, for a form that only editors of its department may send. */
bool studio_find_own(struct request *rq, struct stylesheet_version *out);

/* May this user edit looks of that department? */
bool studio_edits(const struct request *rq, const char *department);

/* Append <stylesheet id number state program department ...>: what a page about it begins with.  NULL after a failure. */
xmlNode *studio_add(struct request *rq, xmlNode *parent, const struct stylesheet_version *version);

/* Append a <version> for each version of the same view, the newest first. */
void studio_add_versions(struct request *rq, xmlNode *parent, const struct stylesheet_version *version);

/* Was the step done?  If not, the request fails as it should: 409 for a stale one, else 422 with notice stylesheet-NAME. */
bool studio_step(struct request *rq, enum stylesheet_step step);

/* How the renderer is asked; and the layer of a version with its department's settings.  false: the database failed. */
void studio_options(struct request *rq, struct renderer_options *out);
bool studio_layer(struct request *rq, const struct stylesheet_version *version, struct layer *out);

/*
 * Ask the gate now and append what it says: <check state="passed|refused|unjudged" ...> <finding .../>* </check>.  parent NULL: only
 * ask.  true: the version may be put to use.
 */
bool studio_check(struct request *rq, xmlNode *parent, const struct stylesheet_version *version);

/* Is it the revision that the form was drawn for, and does the gate let it pass now?  If not, the request fails. */
bool studio_passes(struct request *rq, const struct stylesheet_version *version);

/* Append the text, line by line: <code> <line n [from length]/>* </code>; findings of check (NULL: none) stand in their lines. */
void studio_add_code(xmlNode *parent, const char *text, const xmlNode *check);

/*
 * The text of the file that was sent in field "file" goes to *text, which stays as it is where none was.  false: it is no text, and the
 * field says so.
 */
#define STUDIO_FILE_TYPES ".xsl,.xslt,text/xml,application/xml,application/xslt+xml"
bool studio_file_text(struct request *rq, const char **text);

/* Back to the version before: of the list (no field) and of a version's page. */
extern const struct form studio_roll_back_form, studio_roll_back_at_once_form;

/* Append the form that goes back from that version, which is in use or was taken out. */
xmlNode *studio_add_roll_back(struct request *rq, xmlNode *parent, const struct form *form, long long from);

#endif
