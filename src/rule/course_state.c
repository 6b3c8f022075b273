#include "rule/course_state.h"

#include <string.h>

#define G(guard) (1U << GUARD_ ## guard)
#define CLOSING (G(REASON) | G(OUTCOME) | G(ENDS))

const struct course_rule course_rules[] = {
	{ "new",              COURSE_SCREEN,    "screened",         G(SCREENING) },
	{ "screened",         COURSE_ASSESS,    "assessed-risk",    G(RISK) },
	{ "assessed-risk",    COURSE_CLOSE_LOW, "closed-low",       G(LOW) | G(REASON) },
	{ "assessed-risk",    COURSE_ANALYSE,   "assessment",       G(NOT_LOW) | G(FRAME) | G(INFORMED) },
	{ "assessment",       COURSE_PREPARE,   "conference-ready", G(NOTES) },
	{ "conference-ready", COURSE_CONFER,    "planning",         G(CONFERENCE) | G(PRESENCE) },
	{ "planning",         COURSE_AGREE,     "active",           G(PLAN) | G(ORDERED) },
	{ "active",           COURSE_REPLAN,    "planning",         G(NEW_PLAN) },
	{ "active",           COURSE_PAUSE,     "paused",           G(REASON) | G(RETURN) },
	{ "paused",           COURSE_RESUME,    "active",           0 },
	{ "new",              COURSE_CLOSE,     "closed",           CLOSING },
	{ "screened",         COURSE_CLOSE,     "closed",           CLOSING },
	{ "assessed-risk",    COURSE_CLOSE,     "closed",           CLOSING },
	{ "assessment",       COURSE_CLOSE,     "closed",           CLOSING },
	{ "conference-ready", COURSE_CLOSE,     "closed",           CLOSING },
	{ "planning",         COURSE_CLOSE,     "closed",           CLOSING },
	{ "active",           COURSE_CLOSE,     "closed",           CLOSING },
	{ "paused",           COURSE_CLOSE,     "closed",           CLOSING },
	{ "closed",           COURSE_REOPEN,    "active",           G(LEADER) | G(RECENT) },
	{ NULL, COURSE_EVENTS, NULL, 0 }
};

static const char *const events[COURSE_EVENTS] = {
	[COURSE_SCREEN] = "screen", [COURSE_ASSESS] = "assess", [COURSE_CLOSE_LOW] = "close-low", [COURSE_ANALYSE] = "analyse",
	[COURSE_PREPARE] = "prepare", [COURSE_CONFER] = "confer", [COURSE_AGREE] = "agree", [COURSE_REPLAN] = "replan",
	[COURSE_PAUSE] = "pause", [COURSE_RESUME] = "resume", [COURSE_CLOSE] = "close", [COURSE_REOPEN] = "reopen",
};

static const char *const guards[COURSE_GUARDS] = {
	[GUARD_SCREENING] = "screening", [GUARD_RISK] = "risk", [GUARD_LOW] = "low", [GUARD_NOT_LOW] = "not-low", [GUARD_FRAME] = "frame",
	[GUARD_INFORMED] = "informed", [GUARD_NOTES] = "note", [GUARD_CONFERENCE] = "conference", [GUARD_PRESENCE] = "presence",
	[GUARD_PLAN] = "plan", [GUARD_ORDERED] = "ordered", [GUARD_NEW_PLAN] = "new-plan", [GUARD_REASON] = "reason",
	[GUARD_RETURN] = "return", [GUARD_OUTCOME] = "outcome", [GUARD_ENDS] = "ends", [GUARD_LEADER] = "leader", [GUARD_RECENT] = "recent",
};

const char *const course_states[] = { "new", "screened", "assessed-risk", "closed-low", "assessment", "conference-ready", "planning", "active",
    "paused", "closed", NULL };

const char *const course_steps[] = { "screening", "triage", "analysis", "conference", "plan", "running", "closed", NULL };

static const struct { const char *state; size_t step; bool open; } states[] = {
	{ "new",              0, true },
	{ "screened",         1, true },
	{ "assessed-risk",    1, true },
	{ "assessment",       2, true },
	{ "conference-ready", 3, true },
	{ "planning",         4, true },
	{ "active",           5, true },
	{ "paused",           5, true },
	{ "closed-low",       6, false },
	{ "closed",           6, false },
};

const struct course_rule *
course_rule_find(const char *from, enum course_event event)
{
	const struct course_rule *rule;

	for (rule = course_rules; from != NULL && rule->from != NULL; rule++)
		if (rule->event == event && strcmp(rule->from, from) == 0)
			return rule;
	return NULL;
}

const char *
course_event_key(enum course_event event)
{
	return events[event];
}

const char *
course_guard_key(enum course_guard guard)
{
	return guards[guard];
}

bool
course_is_open(const char *state)
{
	size_t i;

	for (i = 0; state != NULL && i < sizeof states / sizeof states[0]; i++)
		if (strcmp(states[i].state, state) == 0)
			return states[i].open;
	return false;
}

size_t
course_step(const char *state)
{
	size_t i;

	for (i = 0; state != NULL && i < sizeof states / sizeof states[0]; i++)
		if (strcmp(states[i].state, state) == 0)
			return states[i].step;
	return 0;
}

/* An agreed plan waits for those who carry it out, the earliest step first. */
static const char *
plan_waits_for(const struct course_facts *facts)
{
	if (facts->declined > 0)
		return "provider";
	if (facts->ordered > 0)
		return "acceptance";
	if (facts->accepted > 0)
		return "start";
	return facts->unmeasured > 0 ? "measurement" : NULL;
}

const char *
course_waits_for(const struct course_facts *facts)
{
	static const char *const by_step[] = { "screening", "assessment" };
	size_t step = course_step(facts->state);

	if (!course_is_open(facts->state))
		return NULL;
	if (strcmp(facts->state, "paused") == 0)
		return "return";
	if (step < 2)
		return by_step[step];
	if (step == 2 && facts->notes_missing > 0)
		return "notes";
	if (step <= 3)
		return "conference";
	if (step == 4)
		return facts->proposed > 0 ? "agreement" : facts->gone > 0 ? "offer" : facts->waiting > 0 ? "place" : "interventions";
	return plan_waits_for(facts);
}
