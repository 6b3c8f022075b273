/* deadline.h - by when something must be done, counted from the day of an event.  rule/: pure functions; may use base/. */
#ifndef SAMSPIL_RULE_DEADLINE_H
#define SAMSPIL_RULE_DEADLINE_H

#include <stdbool.h>

#include "base/date.h"

enum { DEADLINE_N_MAX = 400 };

/* n units after the event; unit: day, week, month or workday; by_end_of: week, month or NULL. */
struct deadline_count { int n; const char *unit, *by_end_of; };

/*
 * The last day on which it can be done, for an event on a well-formed ISO date.
 *	day, week	so many days later.
 *	month		the same day so many months later, or the last day of that month where it has no such day (31-01 + 1: 28-02).
 *	workday		the nth working day after it (rule/workday.h); n 0: the first one that is not before it.
 * by the end of a week: of so many weeks the last day, where the event's own day is the first (02-03 + 8 weeks is day 56, 26-04); of anything else
 * the Sunday of the week in which it falls.  By the end of a month: the last day of the month in which it falls.
 *
 * false, and out untouched, for an unknown unit or end, and for n below 0 or above DEADLINE_N_MAX.
 * Source: forvaltningslovens almindelige principper (the event's day is not counted) and § 13 b of the act on sickness benefit ("inden udgangen
 * af 8. uge", counted from the first day of absence).  A lawyer of the municipality confirms both ways of counting.
 */
bool deadline_due(const struct deadline_count *count, const char *event_on, struct date *out);

#endif
