#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "rule/intervention_state.h"

/* What each event leads to from each state, in the order of intervention_states: all that is allowed, and so all that is not. */
static const char *const events_of[][INTERVENTION_EVENTS] = {
	/* proposed */  { [INTERVENTION_ORDER] = "ordered", [INTERVENTION_WITHDRAW] = "withdrawn" },
	/* ordered */   { [INTERVENTION_ACCEPT] = "accepted", [INTERVENTION_DECLINE] = "declined", [INTERVENTION_WITHDRAW] = "withdrawn" },
	/* accepted */  { [INTERVENTION_START] = "running", [INTERVENTION_WITHDRAW] = "withdrawn" },
	/* declined */  { [INTERVENTION_WITHDRAW] = "withdrawn" },
	/* running */   { [INTERVENTION_COMPLETE] = "completed", [INTERVENTION_STOP] = "stopped" },
	/* completed */ { NULL },
	/* stopped */   { NULL },
	/* withdrawn */ { NULL },
};

/* What each event asks for, wherever it happens. */
static const char *const guards_of[INTERVENTION_EVENTS] = {
	[INTERVENTION_ORDER] = "course alive plan goal provider ahead offered place", [INTERVENTION_ACCEPT] = "alive",
	[INTERVENTION_DECLINE] = "reason", [INTERVENTION_WITHDRAW] = "reason", [INTERVENTION_START] = "alive day",
	[INTERVENTION_COMPLETE] = "day follow-up", [INTERVENTION_STOP] = "reason day",
};

static void
each_state_and_event(void **state)
{
	size_t from;
	int event;

	(void)state;
	for (from = 0; intervention_states[from] != NULL; from++)
		for (event = 0; event < INTERVENTION_EVENTS; event++) {
			const struct intervention_rule *rule = intervention_rule_find(intervention_states[from], (enum intervention_event)event);
			const char *want = events_of[from][event], *got = rule == NULL ? NULL : rule->to;

			if ((want == NULL) != (got == NULL) || (want != NULL && strcmp(want, got) != 0))
				fail_msg("%s, %s: %s", intervention_states[from], intervention_event_key((enum intervention_event)event),
				    got == NULL ? "nothing" : got);
		}
	assert_int_equal(from, sizeof events_of / sizeof events_of[0]);
}

/* The guards of a rule by their keys, separated. */
static void
guards_text(const struct intervention_rule *rule, const char *separator, char *out, size_t size)
{
	size_t length = 0;
	int guard;

	out[0] = '\0';
	for (guard = 0; guard < INTERVENTION_GUARDS; guard++)
		if ((rule->guards & 1U << guard) != 0) {
			snprintf(out + length, size - length, "%s%s", length == 0 ? "" : separator, intervention_guard_key((enum intervention_guard)guard));
			length = strlen(out);
		}
}

static void
what_each_asks_for(void **state)
{
	const struct intervention_rule *rule;
	char asked[200];

	(void)state;
	for (rule = intervention_rules; rule->from != NULL; rule++) {
		guards_text(rule, " ", asked, sizeof asked);
		if (strcmp(asked, guards_of[rule->event]) != 0)
			fail_msg("%s from %s asks for: %s", intervention_event_key(rule->event), rule->from, asked);
	}
}

static const struct { const char *state; bool holds_place, over; } standing[] = {
	{ "proposed", false, false }, { "ordered", true, false },   { "accepted", true, false }, { "declined", false, false },
	{ "running", true, false },   { "completed", false, true }, { "stopped", false, true },  { "withdrawn", false, true },
};

static void
places(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof standing / sizeof standing[0]; i++) {
		assert_string_equal(standing[i].state, intervention_states[i]);
		assert_int_equal(intervention_holds_place(standing[i].state), standing[i].holds_place);
		assert_int_equal(intervention_is_over(standing[i].state), standing[i].over);
	}
}

static void
unknown_states(void **state)
{
	(void)state;
	assert_null(intervention_rule_find(NULL, INTERVENTION_ORDER));
	assert_null(intervention_rule_find("Proposed", INTERVENTION_ORDER));
	assert_false(intervention_holds_place(NULL));
	assert_false(intervention_holds_place("nonsense"));
	assert_true(intervention_is_over(NULL));
}

/* The picture of the documentation: "tests/unit/test_intervention --picture" prints it. */
static void
draw_picture(char *out, size_t size)
{
	const struct intervention_rule *rule;
	char guards[200];
	size_t i, length;

	snprintf(out, size, "```mermaid\nstateDiagram-v2\n    [*] --> proposed\n");
	for (rule = intervention_rules; rule->from != NULL; rule++) {
		guards_text(rule, ", ", guards, sizeof guards);
		length = strlen(out);
		snprintf(out + length, size - length, "    %s --> %s : %s%s%s%s\n", rule->from, rule->to, intervention_event_key(rule->event),
		    guards[0] == '\0' ? "" : " (", guards, guards[0] == '\0' ? "" : ")");
	}
	for (i = 0; intervention_states[i] != NULL; i++)
		if (intervention_is_over(intervention_states[i])) {
			length = strlen(out);
			snprintf(out + length, size - length, "    %s --> [*]\n", intervention_states[i]);
		}
	length = strlen(out);
	snprintf(out + length, size - length, "```\n");
}

static void
documented(void **state)
{
	static char picture[8192], text[64 * 1024];
	FILE *file = fopen(SOURCE "/src/README.md", "r");

	(void)state;
	assert_non_null(file);
	text[fread(text, 1, sizeof text - 1, file)] = '\0';
	fclose(file);
	draw_picture(picture, sizeof picture);
	if (strstr(text, picture) == NULL)
		fail_msg("src/README.md has another picture than tests/unit/test_intervention --picture prints:\n%s", picture);
}

int
main(int argc, char **argv)
{
	static char picture[8192];
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_state_and_event),
		cmocka_unit_test(what_each_asks_for),
		cmocka_unit_test(places),
		cmocka_unit_test(unknown_states),
		cmocka_unit_test(documented),
	};

	if (argc > 1 && strcmp(argv[1], "--picture") == 0) {
		draw_picture(picture, sizeof picture);
		return fputs(picture, stdout) < 0;
	}
	return cmocka_run_group_tests_name("intervention", tests, NULL, NULL);
}
