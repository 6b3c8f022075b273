/* transition.h - which state of a plan, or of a focus area, may follow which.  rule/: pure functions; may use base/. */
#ifndef SAMSPIL_RULE_TRANSITION_H
#define SAMSPIL_RULE_TRANSITION_H

#include <stdbool.h>

/* One allowed step.  A table ends with a NULL from.  Source: domain.md b. */
struct transition { const char *from, *to; };

extern const struct transition plan_transitions[];
extern const struct transition focus_area_transitions[];	/* only what is worked on, open or chosen, may be dropped */

/* May to follow from?  Staying in a state is no transition.  NULL and unknown states: false.  Never fails. */
bool transition_allowed(const struct transition *table, const char *from, const char *to);

#endif
