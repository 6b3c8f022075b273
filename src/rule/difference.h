/* difference.h - two texts compared by lines.  rule/: pure functions; may use base/. */
#ifndef SAMSPIL_RULE_DIFFERENCE_H
#define SAMSPIL_RULE_DIFFERENCE_H

#include <stdbool.h>
#include <stddef.h>

enum change { CHANGE_SAME, CHANGE_REMOVED, CHANGE_ADDED };

/* A line without its end, borrowed from one of the texts; its number in each, from 1, 0 where it is not there. */
struct changed_line { enum change change; size_t old, new, length; const char *text; };

/* All lines of both texts in order: of a stretch that changed those removed come first.  The list belongs to the context given. */
struct difference { struct changed_line *lines; size_t count; };

/*
 * Compare two texts, by Myers' algorithm (An O(ND) Difference Algorithm, 1986).  The fewest lines are told as changed, as long as a stretch of
 * changes has at most DIFFERENCE_EDITS_MAX of them; beyond that the cost is held down, and the answer is right but may be longer.
 * A last line without a line end is a line like others.  false when memory is out.
 */
enum { DIFFERENCE_EDITS_MAX = 400 };
bool difference_find(const void *owner, const char *from, const char *to, struct difference *out);

/* Is the line at this index changed, or within context lines of one that is? */
bool difference_is_near(const struct difference *difference, size_t index, size_t context);

#endif
