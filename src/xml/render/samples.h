/* samples.h - private to the renderer: the pages that a layer is tried on. */
#ifndef SAMSPIL_XML_RENDER_SAMPLES_H
#define SAMSPIL_XML_RENDER_SAMPLES_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "xml/labels.h"
#include "xml/render/looks.h"

struct sample { const char *name; char *bytes; size_t length; };
struct samples { struct sample *list; size_t count; };

/* What a sample is drawn with: of no municipality, at the root of its host. */
extern const char *const sample_params[];

/* Read a program's samples from dir (xslt/) before all is closed; owned by owner.  False, logged, when they cannot be. */
bool samples_read(const void *owner, const char *dir, const char *program, struct samples *out);

/* The one of that name; NULL: there is none, or no name. */
const struct sample *samples_find(const struct samples *samples, const char *name);

/* Samples are drawn in the look's language, whatever they were written in; but one that is there to show another language is drawn in that. */
const struct labels *samples_labels(const struct labels *const *languages, const struct compiled *look, const xmlDoc *page);

#endif
