#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rule/throttle.h"

static const struct {
	const char *name;
	long failures, last_s, oldest_s, want;
} cases[] = {
	{ "no failure",                         0, 0, 0, 0 },
	{ "two failures just now",              2, 0, 0, 0 },
	{ "the third waits five seconds",       3, 0, 10, 5 },
	{ "... which have gone by",             3, 5, 15, 0 },
	{ "the fourth ten",                     4, 0, 10, 10 },
	{ "the ninth 320",                      9, 0, 300, 320 },
	{ "the ninth, later",                   9, 300, 600, 20 },
	{ "the tenth until the first is gone",  10, 330, 640, 260 },
	{ "the tenth, when its delay is longer", 10, 10, 880, 310 },
	{ "a window that is over",              10, 900, 900, 0 },
	{ "more than the most",                 25, 400, 500, 400 },
};

static void
account_waits(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		long wait = throttle_wait(&throttle_account, cases[i].failures, cases[i].last_s, cases[i].oldest_s);

		if (wait != cases[i].want)
			fail_msg("%s: %ld, not %ld", cases[i].name, wait, cases[i].want);
	}
}

enum { DAY_S = 24 * 60 * 60 };

/* Guess as fast as is allowed for a day: no quarter of an hour ever sees more than the most. */
static void
greedy_guesser(const struct throttle *limits)
{
	static long at[DAY_S];
	long now, first = 0, count = 0;

	for (now = 0; now < DAY_S; now++) {
		while (first < count && at[first] <= now - THROTTLE_WINDOW_S)
			first++;
		while (throttle_wait(limits, count - first, count == 0 ? now : now - at[count - 1],
		    first == count ? 0 : now - at[first]) == 0) {
			at[count++] = now;
			assert_true(count - first <= limits->most);
		}
	}
	assert_true(count > limits->most);
}

static void
never_more_than_the_most(void **state)
{
	(void)state;
	greedy_guesser(&throttle_account);
	greedy_guesser(&throttle_address);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(account_waits),
		cmocka_unit_test(never_more_than_the_most),
	};

	return cmocka_run_group_tests_name("throttle", tests, NULL, NULL);
}
