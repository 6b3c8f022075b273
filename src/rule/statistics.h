/*
 * statistics.h - mean, median and other quantiles of whole numbers that are counted, and rounding as people do it.
 * rule/: pure functions; may use base/.
 */
#ifndef SAMSPIL_RULE_STATISTICS_H
#define SAMSPIL_RULE_STATISTICS_H

#include <stdbool.h>
#include <stddef.h>

/* So many had this value.  A list of them is sorted by value, the smallest first; a count of 0 is nobody. */
struct counted { long long value, count; };

/* A figure that no rounding touched yet; denominator 0: there is none. */
struct fraction { long long numerator, denominator; };

long long statistics_count(const struct counted *values, size_t n);
struct fraction statistics_mean(const struct counted *values, size_t n);

/*
 * The value that a part of them (numerator / denominator, between 0 and 1) does not exceed: where it falls between two, the mean of both, as people
 * count a median.  With 0 the smallest, with 1 the largest.
 */
struct fraction statistics_quantile(const struct counted *values, size_t n, struct fraction part);
struct fraction statistics_median(const struct counted *values, size_t n);

/* The mean of fractions, each of which counts the same; those that there are not are left out.  n: of how many it is one. */
bool statistics_mean_of(const struct fraction *fractions, size_t count, double *mean, size_t *n);

/* The whole number next to it; a half goes away from 0 (2,5: 3; -2,5: -3).  denominator is not 0. */
long long statistics_round(struct fraction f);

/* The same, of so many decimals (0 to 9): 10,75 with one is 10,8. */
double statistics_decimals(double value, int decimals);

/* Not to be asked of a fraction that there is not. */
double statistics_value(struct fraction f);

/* A list of what was counted, one value added at a time, the largest last.  talloc'd by owner; *n grows. */
struct counted *statistics_add(const void *owner, struct counted *values, size_t *n, long long value, long long count);

#endif
