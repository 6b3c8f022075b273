/* remind.h - messages about what is due and not done, each once.  tools/notify/: may use all libraries. */
#ifndef SAMSPIL_TOOLS_NOTIFY_REMIND_H
#define SAMSPIL_TOOLS_NOTIFY_REMIND_H

#include <stdbool.h>

#include "base/fail.h"
#include "sql/db.h"

enum { REMIND_WORKDAYS = 5, REMIND_MISSING_DAYS = 7 };	/* source: our own assumption */

/*
 * Remind, in messages by Samspil: a provider of a measurement that is due (the caseworker too, REMIND_MISSING_DAYS later), of an order without an
 * answer for REMIND_WORKDAYS; a caseworker of a stop task without an answer for so long, and of the employment goal's measurement; anybody of a receipt
 * that has waited so long.  Courses that are paused or closed rest.  Each is a transaction, and is said once.  *said: how many.  Measurements
 * are looked for once an hour, or in each pass until a pass found all, or where all says so.
 */
enum fail remind_pass(const void *owner, struct db *db, const char *today, bool all, long *said);

#endif
