#include "rule/intervention_state.h"

#include <stddef.h>
#include <string.h>

#define G(guard) (1U << INTERVENTION_ ## guard)
#define ORDERING (G(COURSE) | G(ALIVE) | G(PLAN) | G(GOAL) | G(PROVIDER) | G(AHEAD) | G(OFFERED) | G(PLACE))

const struct intervention_rule intervention_rules[] = {
	{ "proposed", INTERVENTION_ORDER,    "ordered",   ORDERING },
	{ "proposed", INTERVENTION_WITHDRAW, "withdrawn", G(REASON) },
	{ "ordered",  INTERVENTION_ACCEPT,   "accepted",  G(ALIVE) },
	{ "ordered",  INTERVENTION_DECLINE,  "declined",  G(REASON) },
	{ "ordered",  INTERVENTION_WITHDRAW, "withdrawn", G(REASON) },
	{ "accepted", INTERVENTION_START,    "running",   G(ALIVE) | G(DAY) },
	{ "accepted", INTERVENTION_WITHDRAW, "withdrawn", G(REASON) },
	{ "declined", INTERVENTION_WITHDRAW, "withdrawn", G(REASON) },
	{ "running",  INTERVENTION_COMPLETE, "completed", G(DAY) | G(FOLLOW_UP) },
	{ "running",  INTERVENTION_STOP,     "stopped",   G(REASON) | G(DAY) },
	{ NULL, INTERVENTION_EVENTS, NULL, 0 }
};

const char *const intervention_states[] = { "proposed", "ordered", "accepted", "declined", "running", "completed", "stopped", "withdrawn", NULL };

static const char *const events[INTERVENTION_EVENTS] = {
	[INTERVENTION_ORDER] = "order", [INTERVENTION_ACCEPT] = "accept", [INTERVENTION_DECLINE] = "decline",
	[INTERVENTION_WITHDRAW] = "withdraw", [INTERVENTION_START] = "start", [INTERVENTION_COMPLETE] = "complete",
	[INTERVENTION_STOP] = "stop",
};

static const char *const guards[INTERVENTION_GUARDS] = {
	[INTERVENTION_COURSE] = "course", [INTERVENTION_ALIVE] = "alive", [INTERVENTION_PLAN] = "plan", [INTERVENTION_GOAL] = "goal",
	[INTERVENTION_PROVIDER] = "provider", [INTERVENTION_AHEAD] = "ahead", [INTERVENTION_OFFERED] = "offered",
	[INTERVENTION_PLACE] = "place", [INTERVENTION_REASON] = "reason", [INTERVENTION_DAY] = "day",
	[INTERVENTION_FOLLOW_UP] = "follow-up",
};

const struct intervention_rule *
intervention_rule_find(const char *from, enum intervention_event event)
{
	const struct intervention_rule *rule;

	for (rule = intervention_rules; from != NULL && rule->from != NULL; rule++)
		if (rule->event == event && strcmp(rule->from, from) == 0)
			return rule;
	return NULL;
}

const char *
intervention_event_key(enum intervention_event event)
{
	return events[event];
}

const char *
intervention_guard_key(enum intervention_guard guard)
{
	return guards[guard];
}

bool
intervention_holds_place(const char *state)
{
	return state != NULL && (strcmp(state, "ordered") == 0 || strcmp(state, "accepted") == 0 || strcmp(state, "running") == 0);
}

bool
intervention_is_over(const char *state)
{
	const struct intervention_rule *rule;

	for (rule = intervention_rules; state != NULL && rule->from != NULL; rule++)
		if (strcmp(rule->from, state) == 0)
			return false;
	return true;
}
