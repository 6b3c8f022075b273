/* talk.h - private to the worker's side: one samspil-render, what is said to it, and how it ended. */
#ifndef SAMSPIL_XML_RENDER_TALK_H
#define SAMSPIL_XML_RENDER_TALK_H

#include <stdbool.h>

#include "base/child.h"
#include "xml/render/wire.h"
#include "xml/renderer.h"

/* Start one (check: the program whose gate it is to be; NULL: it draws pages).  false, logged, when it cannot be. */
bool talk_start(struct child *child, const struct renderer_options *options, const char *check);

/*
 * What became of a conversation, in words for a log, owned by owner; ends the child.  *ours: it was no layer's fault (the program could not
 * start or close up, or was killed from outside).
 */
char *talk_obituary(const void *owner, struct child *child, enum wire_end how, long wall_ms, bool *ours);

/* Put a look, or pairs, as message.h has them. */
void talk_put_look(struct wire *out, const struct layer *layer);
void talk_put_pairs(struct wire *out, const char *const *pairs);

#endif
