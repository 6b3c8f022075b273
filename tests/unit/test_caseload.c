/* Caseload against its target: domain.md e's figures, and both ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "rule/caseload.h"

#include <cmocka.h>

static const struct { const char *name; long open, fte, most; enum caseload is; } cases[] = {
	{ "76 of 2,0 on kontanthjaelp",    76, 200, 45, CASELOAD_WITHIN },
	{ "76 of 2,0 on sygedagpenge",     76, 200, 35, CASELOAD_ABOVE },
	{ "32 is within",                  32, 100, 35, CASELOAD_WITHIN },
	{ "35 is within",                  35, 100, 35, CASELOAD_WITHIN },
	{ "40 is within",                  40, 100, 45, CASELOAD_WITHIN },
	{ "45 is within",                  45, 100, 45, CASELOAD_WITHIN },
	{ "46 is above",                   46, 100, 45, CASELOAD_ABOVE },
	{ "few are within",                 3, 100, 35, CASELOAD_WITHIN },
	{ "part time: 26 of 0,74 is 35,1", 26,  74, 35, CASELOAD_ABOVE },
	{ "part time: 26 of 0,75 is 34,7", 26,  75, 35, CASELOAD_WITHIN },
	{ "no hours",                      12,   0, 35, CASELOAD_NONE },
};

static void
loads_are_judged(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++)
		if (caseload_judge(cases[i].open, cases[i].fte, cases[i].most) != cases[i].is)
			fail_msg("%s", cases[i].name);
	assert_true(caseload_of(76, 200) == 38.0);
	assert_null(caseload_name(CASELOAD_NONE));
	assert_string_equal(caseload_name(CASELOAD_ABOVE), "above");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(loads_are_judged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
