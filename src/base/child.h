/* child.h - a program of ours in a process of its own, and the socket to it.  base/: nothing of ours above it. */
#ifndef SAMSPIL_BASE_CHILD_H
#define SAMSPIL_BASE_CHILD_H

#include <stdbool.h>
#include <sys/types.h>

struct child { pid_t pid; int fd; };	/* pid 0: none runs */

/*
 * Start path with args (args[0] is its name; ends with NULL) and nothing of this process's surroundings but standard error: a socket on
 * descriptor 0, which is child->fd here.  answers: descriptor 1 is that socket, too, else nothing.  false, logged, when it cannot be.
 */
bool child_start(struct child *child, const char *path, const char *const *args, bool answers);

/* End it, if it runs, without waiting for it; returns what waitpid said of it, 0 where it is not gone yet. */
int child_end(struct child *child);

/* One that has closed its socket is about to end by itself: how it does says more than our signal would. */
int child_settle(struct child *child);

#endif
