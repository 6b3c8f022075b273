/*
 * course_state.h - what can happen to a course, from where, to where, and what it takes: one table.  rule/: pure functions; may use base/.
 *
 * The picture in src/README.md is printed from this table (tests/unit/course_picture.c).  Source: domain.md b.
 */
#ifndef SAMSPIL_RULE_COURSE_STATE_H
#define SAMSPIL_RULE_COURSE_STATE_H

#include <stdbool.h>
#include <stddef.h>

enum course_event {
	COURSE_SCREEN, COURSE_ASSESS, COURSE_CLOSE_LOW, COURSE_ANALYSE, COURSE_PREPARE, COURSE_CONFER, COURSE_AGREE, COURSE_REPLAN,
	COURSE_PAUSE, COURSE_RESUME, COURSE_CLOSE, COURSE_REOPEN,
	COURSE_EVENTS
};

/* What must hold before.  Each one that does not has the label missing.KEY. */
enum course_guard {
	GUARD_SCREENING,	/* an answered screening, or a note on why there is none */
	GUARD_RISK,		/* somebody assessed the risk */
	GUARD_LOW,		/* ... as low */
	GUARD_NOT_LOW,		/* ... as moderate or high */
	GUARD_FRAME,		/* a frame is chosen */
	GUARD_INFORMED,		/* the citizen was told of the analysis, with its date */
	GUARD_NOTES,		/* a signed note of each profession of the frame, or a written waiver for each that is missing */
	GUARD_CONFERENCE,	/* the conference was held */
	GUARD_PRESENCE,		/* the citizen was there, or it is written why not */
	GUARD_PLAN,		/* a plan is agreed on; or it is not, with the citizen's words and a leader's approval */
	GUARD_ORDERED,		/* an intervention is ordered */
	GUARD_NEW_PLAN,		/* the plan's next version is being made */
	GUARD_REASON,		/* a reason is given */
	GUARD_RETURN,		/* ... and the day when it is expected to go on */
	GUARD_OUTCOME,		/* ... and what came of it */
	GUARD_ENDS,		/* no intervention runs without an end date */
	GUARD_LEADER,		/* a team leader does it */
	GUARD_RECENT,		/* it was closed at most COURSE_REOPEN_DAYS ago */
	COURSE_GUARDS
};

enum { COURSE_REOPEN_DAYS = 90 };

/* guards: a bit (1 << guard) for each.  A table ends with a NULL from. */
struct course_rule { const char *from; enum course_event event; const char *to; unsigned guards; };

extern const struct course_rule course_rules[];

/* What the event does in this state; NULL: nothing, it is not allowed there.  NULL and unknown states: NULL.  Never fails. */
const struct course_rule *course_rule_find(const char *from, enum course_event event);

/* The words for them in addresses, labels (course-event.KEY, missing.KEY) and on pages. */
const char *course_event_key(enum course_event event);
const char *course_guard_key(enum course_guard guard);

/* All states, in the order that a course goes through them; NULL-terminated. */
extern const char *const course_states[];

/* Is work on the course going on, so that its parts may be changed? */
bool course_is_open(const char *state);

/* The steps that a person sees, in order; NULL-terminated. */
extern const char *const course_steps[];

/* The index in course_steps of the step that a course in this state is at; 0 for an unknown one. */
size_t course_step(const char *state);

/* What is known of a course when one asks what it waits for. */
struct course_facts {
	const char *state;
	long long notes_missing;	/* professions of the frame that have not signed, and for whom nobody wrote why */
	long long proposed;		/* interventions of a plan that nobody has agreed on yet */
	long long waiting;		/* ... agreed on, and on a waiting list */
	long long gone;			/* ... of these, for what the catalogue offers no more */
	long long ordered;		/* ... that their provider has not accepted or declined */
	long long declined;		/* ... declined, with nobody in the provider's place */
	long long accepted;		/* ... accepted, not started */
	long long unmeasured;		/* running ones past their first measuring date, without a value of the provider */
};

/* A label's key "waits.KEY"; NULL when nothing is waited for (or the course is closed). */
const char *course_waits_for(const struct course_facts *facts);

#endif
