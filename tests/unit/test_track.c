#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "rule/track.h"

/* Last: its macro fail() would rename enum fail. */
#include <cmocka.h>

static const struct { const char *name, *code, *want; } cases[] = {
	{ "pain is physical",                    "FB28013", "physical" },
	{ "digestion is physical",               "FB525",   "physical" },
	{ "thinking is mental",                  "FB160",   "mild-mental" },
	{ "higher functions before their chapter", "FB1641", "developmental" },
	{ "sleep is a habit",                    "FB134",   "lifestyle" },
	{ "sitting is physical",                 "FA4153",  "physical" },
	{ "people around are social",            "FE330",   "social" },
	{ "things around point nowhere",         "FE110",   NULL },
	{ "work is what all of it is for",       "FP845",   NULL },
	{ "personal factors have no code",       NULL,      NULL },
	{ "no code at all",                      "",        NULL },
};

static void
tracks(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const char *got = track_of(cases[i].code);

		if (got == NULL || cases[i].want == NULL)
			assert_ptr_equal(got, cases[i].want);
		else
			assert_string_equal(got, cases[i].want);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(tracks) };

	return cmocka_run_group_tests_name("track", tests, NULL, NULL);
}
