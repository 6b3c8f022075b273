/* looks.h - private to the renderer: what it was sent to draw with, compiled. */
#ifndef SAMSPIL_XML_RENDER_LOOKS_H
#define SAMSPIL_XML_RENDER_LOOKS_H

#include "xml/labels.h"
#include "xml/render/wire.h"
#include "xml/sheet.h"

enum { LOOKS_KEPT = 16 };

/* sheet NULL: it did not compile, and why says so.  shipped: the settings alone, or the shipped sheet; only where asked for. */
struct compiled { const char *key, *program; struct sheet *sheet, *shipped; const struct labels *labels; char *why; unsigned long used; };

struct looks { const struct labels *const *languages; struct compiled *kept[LOOKS_KEPT]; unsigned long clock; };

/*
 * Read a look from the message and compile it (beside: with what it stands on, too), with the labels of its language among languages.  Owned by
 * owner; NULL when the message is bad or memory is short.
 */
struct compiled *looks_read(const void *owner, const struct labels *const *languages, struct wire *in, bool beside);

/* The look of that key, NULL when it is not here; and keeping one, in the place of the one that was not used for longest. */
struct compiled *looks_find(struct looks *looks, const char *key);
void looks_keep(struct looks *looks, struct compiled *one);

/* Pairs of a message up to a NULL, borrowed from it, the list on owner; NULL when bad. */
const char *const *looks_pairs(const void *owner, struct wire *in);

#endif
