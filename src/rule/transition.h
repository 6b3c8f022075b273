/* transition.h - which state may follow which.  rule/: pure functions; may use base/. */
#ifndef SAMSPIL_RULE_TRANSITION_H
#define SAMSPIL_RULE_TRANSITION_H

#include <stdbool.h>
#include <stddef.h>

/* One allowed step.  A table ends with a NULL from.  Source: domain.md b. */
struct transition { const char *from, *to; };

extern const struct transition course_transitions[];
extern const struct transition plan_transitions[];
extern const struct transition intervention_transitions[];

/* May to follow from?  Staying in a state is no transition.  NULL and unknown states: false.  Never fails. */
bool transition_allowed(const struct transition *table, const char *from, const char *to);

/* May to be reached from from in one or two steps (as the conference goes through "conference-ready")? */
bool transition_reaches(const struct transition *table, const char *from, const char *to);

/* Is work on the course going on, so that its parts may be changed? */
bool course_is_open(const char *state);

/* The steps that a person sees, in order; NULL-terminated. */
extern const char *const course_steps[];

/* The index in course_steps of the step that a course in this state is at; 0 for an unknown one. */
size_t course_step(const char *state);

/* What is known of a course when one asks what it waits for. */
struct course_facts {
	const char *state;
	long long notes_missing;	/* professions of the frame that have not signed */
	long long proposed;		/* interventions of a plan that nobody has agreed on yet */
	long long ordered;		/* ... that their provider has not accepted or declined */
	long long declined;		/* ... declined, with nobody in the provider's place */
	long long accepted;		/* ... accepted, not started */
	long long unmeasured;		/* running ones past their first measuring date, without a value of the provider */
};

/* A label's key "waits.KEY"; NULL when nothing is waited for (or the course is closed). */
const char *course_waits_for(const struct course_facts *facts);

#endif
