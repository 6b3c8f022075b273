/* effect.h - did more come into work than would have anyway?  rule/: pure functions; may use base/. */
#ifndef SAMSPIL_RULE_EFFECT_H
#define SAMSPIL_RULE_EFFECT_H

#include <stdbool.h>

/* So many persons, and those of them in stable employment. */
struct effect_group { long long persons, stable; };

/*
 * Difference in differences, in percentage points: how much more the share grew among those who were treated than among those who were not
 * (20 to 35 beside 22 to 30 per cent: 7,0).  False, and points untouched, where one of the four groups is nobody.
 */
bool effect_points(const struct effect_group treated[2], const struct effect_group control[2], double *points);

/* So many points did the share grow from before [0] to after [1].  False, and points untouched, where there is nobody. */
bool effect_growth(const struct effect_group of[2], double *points);

/*
 * Stable employment: a mean of at least 27,75 hours a week over EFFECT_MONTHS months.  tenths: the months' hours a week together, in tenths of an
 * hour.  Source: the evaluation of Aalborg University.
 */
enum { EFFECT_MONTHS = 3, EFFECT_STABLE_HUNDREDTHS = 2775 };
bool effect_is_stable(long long tenths);

#endif
