/* pass.h - reports that wait are computed and kept.  For samspil-reporter alone. */
#ifndef SAMSPIL_TOOLS_REPORTER_PASS_H
#define SAMSPIL_TOOLS_REPORTER_PASS_H

#include "sql/db.h"

/*
 * Compute what waits, the oldest first, and what somebody began who is gone (no alive_at for RUN_DEAD_S seconds), each on a connection of its own, until nothing
 * waits or a signal asks to end: what was begun then waits again.  Two at once never take the same.  Then throw away what is kept for long enough, and keep
 * how criteria of action plans stood at the ends of quarters.  Returns how many were computed; db remembers what went wrong.
 */
long pass_all(struct db *db);

#endif
