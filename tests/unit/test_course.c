#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "rule/course_state.h"
#include "rule/transition.h"

static const char *const plan_states[] = { "draft", "presented", "agreed", "superseded", "ended" };

/* What each event leads to from each state that one leaves, in the order of course_states: all that is allowed, and so all that is not. */
static const char *const events_of[][COURSE_EVENTS] = {
	/* new */              { [COURSE_SCREEN] = "screened", [COURSE_CLOSE] = "closed" },
	/* screened */         { [COURSE_ASSESS] = "assessed-risk", [COURSE_CLOSE] = "closed" },
	/* assessed-risk */    { [COURSE_CLOSE_LOW] = "closed-low", [COURSE_ANALYSE] = "assessment", [COURSE_CLOSE] = "closed" },
	/* closed-low */       { NULL },
	/* assessment */       { [COURSE_PREPARE] = "conference-ready", [COURSE_CLOSE] = "closed" },
	/* conference-ready */ { [COURSE_CONFER] = "planning", [COURSE_CLOSE] = "closed" },
	/* planning */         { [COURSE_AGREE] = "active", [COURSE_CLOSE] = "closed" },
	/* active */           { [COURSE_REPLAN] = "planning", [COURSE_PAUSE] = "paused", [COURSE_CLOSE] = "closed" },
	/* paused */           { [COURSE_RESUME] = "active", [COURSE_CLOSE] = "closed" },
	/* closed */           { [COURSE_REOPEN] = "active" },
};

/* What each event asks for, wherever it happens. */
static const char *const guards_of[COURSE_EVENTS] = {
	[COURSE_SCREEN] = "screening", [COURSE_ASSESS] = "risk", [COURSE_CLOSE_LOW] = "low reason", [COURSE_ANALYSE] = "not-low frame informed",
	[COURSE_PREPARE] = "note", [COURSE_CONFER] = "conference presence", [COURSE_AGREE] = "plan ordered", [COURSE_REPLAN] = "new-plan",
	[COURSE_PAUSE] = "reason return", [COURSE_RESUME] = "", [COURSE_CLOSE] = "reason outcome ends", [COURSE_REOPEN] = "leader recent",
};

/* A row for each state that one leaves. */
static const char *const plan_matrix[] = {
	".++..",
	"+.+..",
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
	check_matrix(plan_transitions, plan_states, 5, plan_matrix);
}

static void
each_state_and_event(void **state)
{
	size_t from;
	int event;

	(void)state;
	for (from = 0; course_states[from] != NULL; from++)
		for (event = 0; event < COURSE_EVENTS; event++) {
			const struct course_rule *rule = course_rule_find(course_states[from], (enum course_event)event);
			const char *want = events_of[from][event], *got = rule == NULL ? NULL : rule->to;

			if ((want == NULL) != (got == NULL) || (want != NULL && strcmp(want, got) != 0))
				fail_msg("%s, %s: %s", course_states[from], course_event_key((enum course_event)event), got == NULL ? "nothing" : got);
		}
	assert_int_equal(from, sizeof events_of / sizeof events_of[0]);
}

static void
what_each_asks_for(void **state)
{
	const struct course_rule *rule;
	char asked[200];
	int guard;

	(void)state;
	for (rule = course_rules; rule->from != NULL; rule++) {
		asked[0] = '\0';
		for (guard = 0; guard < COURSE_GUARDS; guard++)
			if ((rule->guards & 1U << guard) != 0) {
				if (asked[0] != '\0')
					strcat(asked, " ");
				strcat(asked, course_guard_key((enum course_guard)guard));
			}
		if (strcmp(asked, guards_of[rule->event]) != 0)
			fail_msg("%s from %s asks for: %s", course_event_key(rule->event), rule->from, asked);
	}
}

static void
unknown_states(void **state)
{
	(void)state;
	assert_false(transition_allowed(plan_transitions, "draft", NULL));
	assert_false(transition_allowed(plan_transitions, NULL, "agreed"));
	assert_false(transition_allowed(plan_transitions, "Draft", "agreed"));
	assert_null(course_rule_find(NULL, COURSE_CLOSE));
	assert_null(course_rule_find("Assessment", COURSE_PREPARE));
	assert_false(course_is_open(NULL));
	assert_false(course_is_open("nonsense"));
	assert_int_equal(course_step("nonsense"), 0);
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
	{ "all wait for a place",    { .state = "planning", .waiting = 2 },                           "place" },
	{ "one waits for nothing",   { .state = "planning", .waiting = 2, .gone = 1 },                "offer" },
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

/* The picture of the documentation: "tests/unit/test_course --picture" prints it. */
struct picture { char text[8192]; size_t length; };

static void
draw(struct picture *picture, const char *text)
{
	for (; *text != '\0' && picture->length + 1 < sizeof picture->text; text++)
		picture->text[picture->length++] = *text;
	picture->text[picture->length] = '\0';
}

/* A state's name as the language of the picture has it. */
static void
draw_state(struct picture *picture, const char *state)
{
	char name[40];
	size_t i;

	snprintf(name, sizeof name, "%s", state);
	for (i = 0; name[i] != '\0'; i++)
		if (name[i] == '-')
			name[i] = '_';
	draw(picture, name);
}

static void
draw_rule(struct picture *picture, const char *from, const struct course_rule *rule)
{
	int guard, count = 0;

	draw(picture, "    ");
	draw_state(picture, from);
	draw(picture, " --> ");
	draw_state(picture, rule->to);
	draw(picture, " : ");
	draw(picture, course_event_key(rule->event));
	for (guard = 0; guard < COURSE_GUARDS; guard++)
		if ((rule->guards & 1U << guard) != 0) {
			draw(picture, count++ == 0 ? " (" : ", ");
			draw(picture, course_guard_key((enum course_guard)guard));
		}
	draw(picture, count == 0 ? "\n" : ")\n");
}

/* Can the same happen in every open state? */
static bool
is_anywhere(const struct course_rule *rule)
{
	const struct course_rule *other;
	size_t i;

	for (i = 0; course_states[i] != NULL; i++) {
		other = course_rule_find(course_states[i], rule->event);
		if (course_is_open(course_states[i]) && (other == NULL || other->to != rule->to || other->guards != rule->guards))
			return false;
	}
	return true;
}

static void
draw_picture(struct picture *picture)
{
	const struct course_rule *rule;

	draw(picture, "```mermaid\nstateDiagram-v2\n    state \"any open state\" as any\n    [*] --> new\n");
	for (rule = course_rules; rule->from != NULL; rule++)
		if (!is_anywhere(rule))
			draw_rule(picture, rule->from, rule);
		else if (strcmp(rule->from, course_states[0]) == 0)
			draw_rule(picture, "any", rule);
	draw(picture, "    closed_low --> [*]\n    closed --> [*]\n```\n");
}

static void
documented(void **state)
{
	static struct picture picture;
	static char text[64 * 1024];
	FILE *file = fopen(SOURCE "/src/README.md", "r");

	(void)state;
	assert_non_null(file);
	text[fread(text, 1, sizeof text - 1, file)] = '\0';
	fclose(file);
	draw_picture(&picture);
	if (strstr(text, picture.text) == NULL)
		fail_msg("src/README.md has another picture than tests/unit/test_course --picture prints:\n%s", picture.text);
}

int
main(int argc, char **argv)
{
	static struct picture picture;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_pair),
		cmocka_unit_test(each_state_and_event),
		cmocka_unit_test(what_each_asks_for),
		cmocka_unit_test(unknown_states),
		cmocka_unit_test(shown_steps),
		cmocka_unit_test(waited_for),
		cmocka_unit_test(documented),
	};

	if (argc > 1 && strcmp(argv[1], "--picture") == 0) {
		draw_picture(&picture);
		return fputs(picture.text, stdout) < 0;
	}
	return cmocka_run_group_tests_name("course", tests, NULL, NULL);
}
