/*
 * survival.h - how long something lasts when not all of them are over yet (Kaplan and Meier).  rule/: pure functions; may use base/.
 *
 * Who is still there when one stops looking (censored) counts as long as he was followed, and not as if it had ended then.  Who ended and who was
 * followed no longer on the same day were both there to end on it.
 */
#ifndef SAMSPIL_RULE_SURVIVAL_H
#define SAMSPIL_RULE_SURVIVAL_H

#include <stdbool.h>
#include <stddef.h>

/* After so many days it ended for some, and others were followed no longer.  A list of them is sorted by days, each day once. */
struct lasted { long long days, ended, censored; };

/* So many were followed. */
long long survival_count(const struct lasted *of, size_t n);

/* Those of whom more days than these are known: who is there the day after. */
long long survival_left(const struct lasted *of, size_t n, long long days);

/* The share for whom it lasts longer than days: 1 at 0, between 1 and 0.  Of nobody it is 1. */
double survival_share(const struct lasted *of, size_t n, long long days);

/*
 * Until when the figures say something: -1 where it ended for the last of them (all is known), else the longest that one of them was followed.  A mean
 * is of the days up to there, and what is compared ends at the same day.
 */
long long survival_horizon(const struct lasted *of, size_t n);

/* The mean number of days, of which no more than limit count (-1: all that are known).  False, and out untouched, for nobody. */
bool survival_mean(const struct lasted *of, size_t n, long long limit, double *mean);

/* The first day after which half of them or fewer are left.  False, and out untouched, where more than half are left at the end. */
bool survival_median(const struct lasted *of, size_t n, long long *days);

/*
 * As who may not learn of single persons sees it: in bands of so many days, whose middle their days are, and of round numbers (suppression.h) that
 * ended, or were followed no longer, until each band's end; at that end is the share of the whole.  survival_bands: out has room for so many.
 */
size_t survival_bands(const struct lasted *of, size_t n, long long width);
void survival_coarse(const struct lasted *of, size_t n, long long width, struct lasted *out);

/* Is it shorter than before by at least goal days?  What differs by less than can be computed counts as equal. */
bool survival_is_shorter(double before, double now, long long goal);

enum { SURVIVAL_GOAL_DAYS = 365 };	/* Source: what the investment promises, a year less on benefits. */

#endif
