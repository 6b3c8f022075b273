/*
 * passes.h - a tool that works in passes: one, or one after the other until it is asked to end by SIGTERM or SIGINT.  tools/: may use all of the
 * house.
 */
#ifndef SAMSPIL_TOOLS_PASSES_H
#define SAMSPIL_TOOLS_PASSES_H

#include <stdbool.h>

#include "base/fail.h"

enum { PASSES_EVERY_MAX_S = 3600 };

/* An option's value, seconds from 1 to PASSES_EVERY_MAX_S, into *every; false for anything else. */
bool passes_every(const char *text, long *every);

/*
 * Run pass(user) once (every 0), and return what it returns; else again and again, every seconds apart, until a signal asks it to end: FAIL_NONE
 * then.  A pass is not cut by a signal: it is let in by the sleep alone, and a long pass looks by passes_told_to_end whether one waits.  What a pass of
 * several could not do is logged, by name, but for FAIL_AWAY, which who found it has logged.  FAIL_BROKEN where one cannot sleep.
 */
enum fail passes_run(const char *name, long every, enum fail (*pass)(void *user), void *user);
bool passes_told_to_end(void);

#endif
