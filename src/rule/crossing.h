/*
 * crossing.h - "what works for whom": shares of persons in a table of two groupings, and which of them may be told.  rule/: pure functions.
 *
 * Source: issue: "nothing shown under 5 (also not by subtraction)"; domain.md e.
 */
#ifndef SAMSPIL_RULE_CROSSING_H
#define SAMSPIL_RULE_CROSSING_H

#include <stdbool.h>
#include <stddef.h>

/* Those of a row and a column who gave an answer that tells: for whom it worked, for whom not.  shown: may the share better of better and other be told? */
struct crossed { long better, other; bool shown; };

/*
 * Say which shares may be told: of five and more, where neither side is 1-4; and so that no other one follows, nor what some of a row or column sum up to where
 * that is 1-4, from the sums of rows and columns.  All sums count as known, whether they are told or not; what they tell whatever is hidden cannot be helped.
 * Begins with nothing shown, and shows the largest first: no share is hidden that could be shown.  Where nobody answered there is no share.
 */
void crossing_hide(struct crossed *cells, size_t rows, size_t columns);

#endif
