/*
 * intervention_state.h - what can happen to an intervention, from where, to where, and what it takes: one table.  rule/: pure functions; may
 * use base/.
 *
 * The picture in src/README.md is printed from this table (tests/unit/test_intervention --picture).  Source: domain.md b.
 */
#ifndef SAMSPIL_RULE_INTERVENTION_STATE_H
#define SAMSPIL_RULE_INTERVENTION_STATE_H

#include <stdbool.h>

enum intervention_event {
	INTERVENTION_ORDER, INTERVENTION_ACCEPT, INTERVENTION_DECLINE, INTERVENTION_WITHDRAW, INTERVENTION_START, INTERVENTION_COMPLETE,
	INTERVENTION_STOP,
	INTERVENTION_EVENTS
};

/* What must hold before.  Each one that does not has the label missing.intervention-KEY. */
enum intervention_guard {
	INTERVENTION_COURSE,	/* the course is planned or runs: it is not paused */
	INTERVENTION_ALIVE,	/* the citizen is not dead */
	INTERVENTION_PLAN,	/* its version of the plan is in force */
	INTERVENTION_GOAL,	/* it has a goal */
	INTERVENTION_PROVIDER,	/* its provider works here */
	INTERVENTION_AHEAD,	/* it does not end before today */
	INTERVENTION_OFFERED,	/* what it was taken from still stands in the catalogue */
	INTERVENTION_PLACE,	/* a place is free there, and nobody waited longer: else it waits, and stays where it is */
	INTERVENTION_REASON,	/* a reason is given */
	INTERVENTION_DAY,	/* the day is given on which it really happened: not to come, and not before it began */
	INTERVENTION_FOLLOW_UP,	/* ... and what comes after it */
	INTERVENTION_GUARDS
};

/* guards: a bit (1 << guard) for each.  A table ends with a NULL from. */
struct intervention_rule { const char *from; enum intervention_event event; const char *to; unsigned guards; };

extern const struct intervention_rule intervention_rules[];

/* All states, in the order that an intervention goes through them; NULL-terminated. */
extern const char *const intervention_states[];

/* What the event does in this state; NULL: nothing, it is not allowed there.  NULL and unknown states: NULL.  Never fails. */
const struct intervention_rule *intervention_rule_find(const char *from, enum intervention_event event);

/* The words for them in addresses, labels and on pages. */
const char *intervention_event_key(enum intervention_event event);
const char *intervention_guard_key(enum intervention_guard guard);

/* Does it hold a place in the catalogue: was it ordered, and has it not ended? */
bool intervention_holds_place(const char *state);

/* Will nothing happen to it any more? */
bool intervention_is_over(const char *state);

#endif
