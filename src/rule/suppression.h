/*
 * suppression.h - which figures about few people may be told.  rule/: pure.
 *
 * Source: domain.md e: "Exports and shown tables suppress cells of 1-4 persons, including by subtraction".
 */
#ifndef SAMSPIL_RULE_SUPPRESSION_H
#define SAMSPIL_RULE_SUPPRESSION_H

#include <stdbool.h>
#include <stddef.h>

enum { SUPPRESSION_LEAST = 5 };

/* A cell of a table: so many persons; shown is what the rule says. */
struct cell { long count; bool shown; };

/* May this number of persons be told by itself?  0, and 5 and more. */
bool suppression_allows(long count);

/* May part be told where total is known?  The others are a cell, too. */
bool suppression_allows_part(long total, long part);

/*
 * Say which cells of a row may be shown, where each person is in exactly one of them, so that everybody can add up what is missing.
 * Cells of 1-4 are hidden, and the smallest of the others with them, until what is hidden is at least two cells with at least five
 * persons, whose numbers do not follow from their sum.  Nobody at all may be shown.  With fewer than five persons nothing is shown.
 */
void suppression_apply(struct cell *cells, size_t count);

/* Is every cell shown? */
bool suppression_whole(const struct cell *cells, size_t count);

/*
 * May a mean be told, beside no distribution?  Of five and more, unless it lies so near one end that it tells of fewer than five
 * persons who do not stand there: less than five steps in all.  sum is of count values between low and high; step is the least
 * difference of two values.
 */
bool suppression_allows_mean(long count, double sum, double low, double high, double step);

#endif
