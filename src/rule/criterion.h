/*
 * criterion.h - has an action plan reached what it promised?  rule/: pure functions of whole numbers; may use base/.
 *
 * Shares are compared as products, never divided: 20 of 100 before and 25 of 100 after is a growth of a fourth, 249 of 1000 is not.
 */
#ifndef SAMSPIL_RULE_CRITERION_H
#define SAMSPIL_RULE_CRITERION_H

#include <stdbool.h>

#include "base/date.h"

/*
 * SHARE: numerator of denominator is at least so many thousandths.  RELATIVE: that share has grown by at least so many thousandths of the share
 * before.  POINTS: by so many thousandths of the whole.  DAYS: numerator, in tenths of a day, is at least so many days; denominator are the persons.
 */
enum criterion_unit { CRITERION_SHARE, CRITERION_RELATIVE, CRITERION_POINTS, CRITERION_DAYS };
enum criterion_state { CRITERION_UNKNOWN, CRITERION_NOT, CRITERION_PARTLY, CRITERION_REACHED };
enum { CRITERION_NEVER_PARTLY = -1 };

struct criterion_rule { enum criterion_unit unit; long threshold, partly; };
/* What was counted, each at most fifty million; before only for RELATIVE and POINTS. */
struct criterion_counts { long long numerator, denominator, before, before_of; };

/*
 * Nobody to ask is CRITERION_UNKNOWN, and so is a growth from nothing.  Both limits count as reached.  That the threshold is reached comes first.
 */
enum criterion_state criterion_judge(const struct criterion_rule *rule, const struct criterion_counts *counts);

/* "unknown", "not", "partly", "reached".  "share", "relative", "points", "days": false, and out untouched, for any other word, and NULL. */
const char *criterion_state_name(enum criterion_state state);
bool criterion_unit_named(const char *name, enum criterion_unit *out);

/* The first day of the quarter that a day is in, and of the one after; the last day of a quarter that begins then. */
void criterion_quarter(const char *day, struct date *out);
void criterion_quarter_next(const char *quarter, struct date *out);
void criterion_quarter_end(const char *quarter, struct date *out);

#endif
