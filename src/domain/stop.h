/* stop.h - what does not work is told, once, and waits for a decision.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_STOP_H
#define SAMSPIL_DOMAIN_STOP_H

#include <stdbool.h>

#include "sql/db.h"

/*
 * A running intervention of a locked course: what the rule of today (rule/stop.h; stop_rule of its catalogue entry, else the common one)
 * finds becomes a stop_task, at most one open for each cause and goal.  It reads only rounds that are open, so that a task tells nobody
 * a value early.  What somebody decided on stays quiet until there is new evidence.  An open task whose goal has ended, or that a
 * correction took the ground from, ends.  The intervention does not run, or the course rests: nothing.  uid: who does it (changed_by).
 * owner is for memory of the call (talloc).  A failure is remembered by db.
 *
 * Whoever keeps a value calls it, but for samspil-answer, whose account may read no value: the next pass (stop_walk.h) finds what a citizen's answer tells.
 */
void stop_look(struct db *db, const void *owner, const char *today, const char *uid, long long course, long long intervention);

/*
 * The same in a transaction of its own, to be called between transactions (db_ready).  *busy: somebody worked on the course just then, and it was not
 * looked at.  How many tasks were raised; what failed otherwise is remembered by db.
 */
long stop_look_alone(struct db *db, const void *owner, const char *today, long long course, long long intervention, bool *busy);

#endif
