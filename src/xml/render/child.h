/* child.h - private to the worker's side: one samspil-render, its socket, and how it ended. */
#ifndef SAMSPIL_XML_RENDER_CHILD_H
#define SAMSPIL_XML_RENDER_CHILD_H

#include <stdbool.h>
#include <sys/types.h>

#include "xml/render/wire.h"
#include "xml/renderer.h"

struct child { pid_t pid; int fd; };	/* pid 0: none runs */

/* Start one (check: the program whose gate it is to be; NULL: it draws pages).  false, logged, when it cannot be. */
bool child_start(struct child *child, const struct renderer_options *options, const char *check);

/* End it, if it runs, without waiting for it; returns what waitpid said of it, 0 where it is not gone yet. */
int child_end(struct child *child);

/*
 * What became of a conversation, in words for a log, owned by owner; ends the child.  *ours: it was no layer's fault (the program could not
 * start or close up, or was killed from outside).
 */
char *child_obituary(const void *owner, struct child *child, enum wire_end how, long wall_ms, bool *ours);

/* Put a look, or pairs, as message.h has them. */
void child_put_look(struct wire *out, const struct layer *layer);
void child_put_pairs(struct wire *out, const char *const *pairs);

#endif
