/* change.h - is the change of a figure between two responses worth noticing?  rule/: pure functions; may use base/. */
#ifndef SAMSPIL_RULE_CHANGE_H
#define SAMSPIL_RULE_CHANGE_H

#include <stdbool.h>
#include <stddef.h>

/* A figure at one time; is false: it was not measured, or cannot be computed. */
struct measured { bool is; double value; };

/* by is what it rose (negative: fell), 0 unless it was measured both times; only then can it be noticeable. */
struct change { bool measured, noticeable; double by; };

/* least: the least change, up or down, that is worth noticing; 0: not said, and then none is. */
struct change change_of(struct measured before, struct measured now, double least);

/* The change of a mean over items: only those that were measured both times count. */
struct change change_of_mean(const struct measured *before, const struct measured *now, size_t count, double least);

#endif
