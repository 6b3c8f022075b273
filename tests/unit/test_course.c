#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "rule/transition.h"

/* The states of domain.md b, by machine. */
static const char *const course_states[] = { "new", "screened", "assessed-risk", "closed-low", "assessment", "conference-ready",
    "planning", "active", "paused", "closed" };
static const char *const intervention_states[] = { "proposed", "ordered", "accepted", "declined", "running", "completed", "stopped",
    "withdrawn" };
static const char *const plan_states[] = { "draft", "presented", "agreed", "superseded", "ended" };

/* One character a pair, a row for each state that one leaves: all that is allowed, and so all that is not. */
static const char *const course_matrix[] = {
	".+.......+",
	"..+......+",
	"...++....+",
	"..........",
	".....+...+",
	"......+..+",
	".......+.+",
	"......+.++",
	".......+.+",
	".......+..",
};
static const char *const intervention_matrix[] = {
	".+......",
	"..++...+",
	"....+...",
	"........",
	".....++.",
	"........",
	"........",
	"........",
};
static const char *const plan_matrix[] = {
	".++..",
	"..+..",
	"...++",
	".....",
	".....",
};

static void
check_matrix(const struct transition *table, const char *const *states, size_t count, const char *const *matrix)
{
	size_t from, to;

	for (from = 0; from < count; from++)
		for (to = 0; to < count; to++)
			if (transition_allowed(table, states[from], states[to]) != (matrix[from][to] == '+'))
				fail_msg("%s -> %s", states[from], states[to]);
}

static void
each_pair(void **state)
{
	(void)state;
	check_matrix(course_transitions, course_states, 10, course_matrix);
	check_matrix(intervention_transitions, intervention_states, 8, intervention_matrix);
	check_matrix(plan_transitions, plan_states, 5, plan_matrix);
}

static void
unknown_states(void **state)
{
	(void)state;
	assert_false(transition_allowed(course_transitions, "assessment", NULL));
	assert_false(transition_allowed(course_transitions, NULL, "planning"));
	assert_false(transition_allowed(course_transitions, "Assessment", "conference-ready"));
	assert_false(transition_reaches(course_transitions, NULL, "planning"));
	assert_false(course_is_open(NULL));
	assert_false(course_is_open("nonsense"));
	assert_int_equal(course_step("nonsense"), 0);
}

/* The conference is reached through "conference-ready", nothing further in one go. */
static void
two_steps(void **state)
{
	(void)state;
	assert_true(transition_reaches(course_transitions, "assessment", "planning"));
	assert_true(transition_reaches(course_transitions, "conference-ready", "planning"));
	assert_false(transition_reaches(course_transitions, "assessed-risk", "planning"));
	assert_false(transition_reaches(course_transitions, "closed-low", "active"));
}

static const struct { const char *state, *step; bool open; } steps[] = {
	{ "new",              "screening",  true },
	{ "screened",         "triage",     true },
	{ "assessed-risk",    "triage",     true },
	{ "assessment",       "analysis",   true },
	{ "conference-ready", "conference", true },
	{ "planning",         "plan",       true },
	{ "active",           "running",    true },
	{ "paused",           "running",    true },
	{ "closed",           "closed",     false },
	{ "closed-low",       "closed",     false },
};

static void
shown_steps(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		assert_string_equal(course_steps[course_step(steps[i].state)], steps[i].step);
		assert_int_equal(course_is_open(steps[i].state), steps[i].open);
	}
}

static const struct { const char *name; struct course_facts facts; const char *want; } waits[] = {
	{ "no answers yet",          { .state = "new" },                                              "screening" },
	{ "nobody has decided",      { .state = "screened" },                                         "assessment" },
	{ "two notes are missing",   { .state = "assessment", .notes_missing = 2 },                   "notes" },
	{ "all notes are signed",    { .state = "assessment" },                                       "conference" },
	{ "ready",                   { .state = "conference-ready", .notes_missing = 1 },             "conference" },
	{ "no plan",                 { .state = "planning" },                                         "interventions" },
	{ "nobody has agreed",       { .state = "planning", .proposed = 2 },                          "agreement" },
	{ "not accepted",            { .state = "active", .ordered = 1, .unmeasured = 1 },            "acceptance" },
	{ "declined comes first",    { .state = "active", .ordered = 1, .declined = 1 },              "provider" },
	{ "not begun",               { .state = "active", .accepted = 1 },                            "start" },
	{ "not measured",            { .state = "active", .unmeasured = 1 },                          "measurement" },
	{ "all is well",             { .state = "active" },                                           NULL },
	{ "paused",                  { .state = "paused", .ordered = 1 },                             "return" },
	{ "closed waits for nothing", { .state = "closed", .ordered = 1 },                            NULL },
	{ "low risk",                { .state = "closed-low" },                                       NULL },
};

static void
waited_for(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof waits / sizeof waits[0]; i++) {
		const char *got = course_waits_for(&waits[i].facts);

		if ((got == NULL) != (waits[i].want == NULL) || (got != NULL && strcmp(got, waits[i].want) != 0))
			fail_msg("%s: %s", waits[i].name, got == NULL ? "nothing" : got);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_pair),
		cmocka_unit_test(unknown_states),
		cmocka_unit_test(two_steps),
		cmocka_unit_test(shown_steps),
		cmocka_unit_test(waited_for),
	};

	return cmocka_run_group_tests_name("course", tests, NULL, NULL);
}
