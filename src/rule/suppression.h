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

/* So many persons, as they are told where two answers could be compared: to the nearest 5. */
long suppression_round(long count);

/* A mean of theirs, as it is told there: in two digits, and no more than one decimal. */
double suppression_round_mean(double value);

/*
 * Say which cells of a row may be shown, where each person is in exactly one of them, so that everybody can add up what is missing.
 * Cells of 1-4 are hidden, and the smallest of the others with them, until what is hidden is at least two cells with at least five
 * persons, whose numbers do not follow from their sum.  Nobody at all may be shown.  With fewer than five persons nothing is shown.
 */
void suppression_apply(struct cell *cells, size_t count);

/* Is every cell shown? */
bool suppression_whole(const struct cell *cells, size_t count);

/*
 * The same of a table, whose last row and last column are the totals, and the last cell the total of all (rows and columns are at least 2, totals
 * with them, and add up).  Hidden are cells and totals of 1-4, and the fewest others, rather cells than totals, until
 *	- no hidden cell follows from what is shown: of each there is another table, with the same shown cells, where it holds something else;
 *	- what is hidden of a row or column whose total is shown has at least five persons;
 *	- where a total is hidden, so are the cells of nobody (that all others stand elsewhere tells of these others).
 * Counts below 0 are taken as 0, and the totals as their sums: it always ends.
 * Elsewhere nobody may be shown; a table of 1-4 shows nothing, neither does one that does not fit in memory or has no totals.
 *
 * Covered are the table's own cells, and every sum of them.  Of two tables of one question with another filter only this is: where the filter splits persons
 * into groups, a table that has the groups as rows, and their total, covers them all; so who shows a part beside its whole asks
 * suppression_allows_part first.  Not covered: periods that overlap by some days; who knows some of the persons; who makes every table that there
 * could be and looks which ones this rule would draw so (in some in a thousand small tables with nobody in most cells, one is left).
 */
void suppression_table(struct cell *cells, size_t rows, size_t columns);

/*
 * May a mean be told, beside no distribution?  Of five and more, unless it lies so near one end that it tells of fewer than five
 * persons who do not stand there: less than five steps in all.  sum is of count values between low and high; step is the least
 * difference of two values.
 */
bool suppression_allows_mean(long count, double sum, double low, double high, double step);

#endif
