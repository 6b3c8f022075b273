/* stop_walk.h - all interventions that run are looked at, each day once and whenever something was measured.  domain/: may use base/, sql/. */
#ifndef SAMSPIL_DOMAIN_STOP_WALK_H
#define SAMSPIL_DOMAIN_STOP_WALK_H

#include <stddef.h>

#include "sql/db.h"

/* Of a walk through all, a pass takes so many: a few seconds.  A pass a minute comes through 100,000 in an hour. */
enum { STOP_WALK_STEP = 2000 };

/*
 * stop_look (stop.h) for what was measured since the last pass, and for the next STOP_WALK_STEP of all that run, until all were looked at on this day and by
 * these rules: most causes are of the day (missed, longer than usual, a round that opens), not of the minute.  How far it has come stands in
 * notify_walk, for whoever makes the next pass; two at once do the same twice, which raises nothing twice.  What somebody worked on just then is looked
 * at in another walk.  whole: all of them now, however far it has come.
 *
 * To be called between transactions (db_ready).  How many tasks were raised; a failure is remembered by db, and the next pass begins where this one did.
 */
long stop_walk(struct db *db, const void *owner, const char *today, bool whole);

#endif
