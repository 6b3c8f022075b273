/* measuring.h - when an intervention is measured, in rounds by date.  rule/: pure functions; may use base/. */
#ifndef SAMSPIL_RULE_MEASURING_H
#define SAMSPIL_RULE_MEASURING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"

/* Source: our own assumptions, but for the first date and the interval, which provider and citizen agree ("Planlæg progressionsmåling"). */
enum {
	MEASURING_WEEKS = 4,		/* between two rounds, until something else is agreed */
	MEASURING_EARLY_DAYS = 7,	/* so long before its day a round begins; never more than half of the time between two */
	MEASURING_MISSED_DAYS = 14,	/* a round without a value so long after its day was missed */
};

/*
 * Round n is due on first_due_on + (n - first_round) * interval_weeks weeks, by the row with the greatest first_round up to n.  Rows
 * come sorted by first_round.  Rounds before the first one's were measured, or not, when nothing was agreed: they are neither due nor
 * missed.  Days are well-formed ISO dates.
 */
struct measuring_schedule { int first_round; const char *first_due_on; int interval_weeks; };

/* When is a round due?  False, and out untouched, where there is no schedule for it. */
bool measuring_due(const struct measuring_schedule *s, size_t count, int round, struct date *out);

/* On which day does a round begin: from when on may it be measured?  The first one begins with the intervention, whatever is said here. */
bool measuring_from(const struct measuring_schedule *s, size_t count, int round, struct date *out);

/* The round that a value given today belongs to: the last one that has begun, and the first before that; 0: no schedule. */
int measuring_round(const struct measuring_schedule *s, size_t count, const char *today);

/* Was a round that was due then, and of which there is no value, missed?  As soon as that is so it is no longer reminded of. */
bool measuring_missed(const char *due_on, const char *today);

/* How many rounds were missed up to today, in a row, by whom gave a value last in that round (0: never)? */
int measuring_missed_since(const struct measuring_schedule *s, size_t count, int last_given, const char *today);

/* The first round whose day can still be agreed anew today: no earlier one has a value, and none of them was missed. */
int measuring_open_round(const struct measuring_schedule *s, size_t count, int last_given, const char *today);

#endif
