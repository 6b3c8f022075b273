/* bounds.h - what somebody can mean: a day or figure beyond is a slip of the pen, on a page as in a file.  rule/: pure functions; may use base/. */
#ifndef SAMSPIL_RULE_BOUNDS_H
#define SAMSPIL_RULE_BOUNDS_H

#include <stdbool.h>

enum {
	BOUNDS_AHEAD_DAYS = 5 * 366,
	BOUNDS_BENEFIT_AHEAD_DAYS = 92,	/* a change of benefit is known so long ahead.  Source: our own assumption. */
	BOUNDS_KRONER_MAX = 1000000,	/* of a month */
	BOUNDS_MILLIONS_MAX = 1000000,
	BOUNDS_WEEKS_MAX = 520,		/* on benefits */
	BOUNDS_CASES_MAX = 500,		/* of a full-time caseworker */
};

/*
 * A first day of absence so long before its benefit began is asked about.  Source: our own assumption: sickness benefit ends or is looked at anew long before that.
 */
#define BOUNDS_ABSENCE_YEARS 3
#define BOUNDS_TEXT(number) BOUNDS_TEXT_OF(number)	/* as a piece of SQL or of words */
#define BOUNDS_TEXT_OF(number) #number

/* From 1990, and at most BOUNDS_AHEAD_DAYS after today?  At most so many days after today?  Well-formed ISO dates. */
bool bounds_day(const char *iso, const char *today);
bool bounds_ahead(const char *iso, const char *today, long days);

#endif
