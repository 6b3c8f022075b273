/* workday.h - days on which one works in Denmark.  rule/: pure functions; may use base/. */
#ifndef SAMSPIL_RULE_WORKDAY_H
#define SAMSPIL_RULE_WORKDAY_H

#include <stdbool.h>

#include "base/date.h"

/*
 * Is it neither a Saturday, nor a Sunday, nor a holiday?  Days are well-formed ISO dates, from 1900 on (Gregorian).
 * Source: helligdage as in the law of 1770 and those that followed it, Store Bededag until lov nr. 214 af 06/03/2023 ended it from 2024.  Our own assumption:
 * nobody is called in on Constitution Day, Christmas Eve and New Year's Eve, which are no holidays by law, but on which offices are closed.
 */
bool workday_is(const char *iso);

/* Why one does not work then though it may be a weekday: a label's key "holiday.KEY" ("easter-monday"); NULL: no holiday.  Never fails. */
const char *workday_holiday(const char *iso);

/* The first working day after a day. */
void workday_after(const char *iso, struct date *out);

/* Saturday or Sunday? */
bool workday_weekend(const char *iso);

/* Easter Sunday of a year. */
void workday_easter(int year, struct date *out);

#endif
