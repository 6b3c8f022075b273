#include "rule/transition.h"

#include <string.h>

const struct transition course_transitions[] = {
	{ "new",              "screened" },
	{ "screened",         "assessed-risk" },
	{ "assessed-risk",    "closed-low" },
	{ "assessed-risk",    "assessment" },
	{ "assessment",       "conference-ready" },
	{ "conference-ready", "planning" },
	{ "planning",         "active" },
	{ "active",           "planning" },
	{ "active",           "paused" },
	{ "paused",           "active" },
	{ "new",              "closed" },
	{ "screened",         "closed" },
	{ "assessed-risk",    "closed" },
	{ "assessment",       "closed" },
	{ "conference-ready", "closed" },
	{ "planning",         "closed" },
	{ "active",           "closed" },
	{ "paused",           "closed" },
	{ "closed",           "active" },
	{ NULL, NULL }
};

const struct transition plan_transitions[] = {
	{ "draft",     "presented" },
	{ "draft",     "agreed" },
	{ "presented", "agreed" },
	{ "agreed",    "superseded" },
	{ "agreed",    "ended" },
	{ NULL, NULL }
};

const struct transition intervention_transitions[] = {
	{ "proposed", "ordered" },
	{ "ordered",  "accepted" },
	{ "ordered",  "declined" },
	{ "ordered",  "withdrawn" },
	{ "accepted", "running" },
	{ "running",  "completed" },
	{ "running",  "stopped" },
	{ NULL, NULL }
};

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

bool
transition_allowed(const struct transition *table, const char *from, const char *to)
{
	if (from == NULL || to == NULL)
		return false;
	for (; table->from != NULL; table++)
		if (strcmp(table->from, from) == 0 && strcmp(table->to, to) == 0)
			return true;
	return false;
}

bool
transition_reaches(const struct transition *table, const char *from, const char *to)
{
	const struct transition *first;

	if (transition_allowed(table, from, to))
		return true;
	if (from == NULL || to == NULL)
		return false;
	for (first = table; first->from != NULL; first++)
		if (strcmp(first->from, from) == 0 && transition_allowed(table, first->to, to))
			return true;
	return false;
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
		return facts->proposed > 0 ? "agreement" : "interventions";
	return plan_waits_for(facts);
}
