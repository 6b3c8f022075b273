#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "rule/stop.h"

enum { ROUNDS_MAX = 12 };

/* A goal's rounds as two texts, a character a round: a digit or A (ten), x: not possible, a point: nothing; lower case letters are not open. */
struct pair_of { struct progress_value values[2 * ROUNDS_MAX]; struct progress_round rounds[ROUNDS_MAX]; size_t count; };

static const struct progress_value *
read_value(struct progress_value *out, char c, int round, bool citizen)
{
	*out = (struct progress_value){ .round = round, .by_citizen = citizen, .given = c != 'x', .value = c == 'A' ? 10 : c - '0' };
	return c == '.' ? NULL : out;
}

static void
read_rounds(struct pair_of *out, const char *citizen, const char *provider, const char *closed)
{
	out->count = strlen(citizen);
	for (size_t i = 0; i < out->count; i++)
		out->rounds[i] = (struct progress_round){ .round = (int)i + 1,
		    .citizen = read_value(&out->values[2 * i], citizen[i], (int)i + 1, true),
		    .provider = read_value(&out->values[2 * i + 1], provider[i], (int)i + 1, false),
		    .open = closed == NULL || closed[i] == ' ' };
}

static const struct stop_limits usual = { .no_progress = 3, .distance = 3, .missed = 2, .longer_percent = 25 };

static const struct {
	const char *name, *citizen, *provider, *closed;
	bool lower, keeps;
	int noticeable, target, after, want;	/* want: the round; 0: nothing is found */
} still[] = {
	{ "the citizen's line rises, the provider's does not", "344566", "454x44", NULL, false, false, 2, -1, 0, 6 },
	{ "both rise",                               "345678", "234567", NULL, false, false, 2, -1, 0, 0 },
	{ "two measurements are too few",            "44",     "44",     NULL, false, false, 2, -1, 0, 0 },
	{ "three of the same",                       "444",    "456",    NULL, false, false, 2, -1, 0, 3 },
	{ "one point is not noticeable",             "4455",   "4567",   NULL, false, false, 2, -1, 0, 4 },
	{ "two points are",                          "446",    "446",    NULL, false, false, 2, -1, 0, 0 },
	{ "... but of one item it takes three",      "446",    "446",    NULL, false, false, 3, -1, 0, 3 },
	{ "a rise that was lost again is one",       "464",    "...",    NULL, false, false, 2, -1, 0, 0 },
	{ "it falls",                                "754",    "...",    NULL, false, false, 2, -1, 0, 3 },
	{ "less is better, and it falls",            "754",    "...",    NULL, true,  false, 2, -1, 0, 0 },
	{ "less is better, and it rises",            "457",    "...",    NULL, true,  false, 2, -1, 0, 3 },
	{ "the best there is",                       "AAA",    "...",    NULL, false, false, 2, -1, 0, 0 },
	{ "the best there is where less is better",  "000",    "...",    NULL, true,  false, 2, -1, 0, 0 },
	{ "the target is reached",                   "666",    "...",    NULL, false, false, 2,  6, 0, 0 },
	{ "nearly",                                  "555",    "...",    NULL, false, false, 2,  6, 0, 3 },
	{ "to keep, and it keeps",                   "555",    "...",    NULL, false, true,  2, -1, 0, 0 },
	{ "to keep, and a point is lost",            "554",    "...",    NULL, false, true,  2, -1, 0, 0 },
	{ "to keep, and two are lost",               "654",    "...",    NULL, false, true,  2, -1, 0, 3 },
	{ "not possible is no measurement",          "4x4x4",  ".....",  NULL, false, false, 2, -1, 0, 5 },
	{ "not possible three times",                "xxx",    "...",    NULL, false, false, 2, -1, 0, 0 },
	{ "the third is not open",                   "444",    "...",    "  c", false, false, 2, -1, 0, 0 },
	{ "decided on, and nothing new",             "444",    "...",    NULL, false, false, 2, -1, 3, 0 },
	{ "decided on, two more",                    "44444",  ".....",  NULL, false, false, 2, -1, 3, 0 },
	{ "decided on, three more",                  "444444", "......", NULL, false, false, 2, -1, 3, 6 },
	{ "decided on, and now it rises",            "444468", "......", NULL, false, false, 2, -1, 3, 0 },
};

static void
no_progress(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof still / sizeof still[0]; i++) {
		struct stop_goal goal = { !still[i].lower, still[i].keeps, still[i].noticeable, still[i].target };
		struct stop_finding found = { 0, 0 };
		struct pair_of p;

		read_rounds(&p, still[i].citizen, still[i].provider, still[i].closed);
		if (stop_no_progress(&usual, &goal, p.rounds, p.count, still[i].after, &found) != (still[i].want != 0)
		    || found.at_round != still[i].want || (still[i].want != 0 && found.figure != 3))
			fail_msg("%s: round %d", still[i].name, found.at_round);
	}
}

static const struct { const char *name, *citizen, *provider, *closed; int after, round, points; } apart[] = {
	{ "two points apart",                      "46", "44", NULL, 0, 0, 0 },
	{ "three",                                 "47", "44", NULL, 0, 2, 3 },
	{ "the provider sees more",                "42", "48", NULL, 0, 2, 6 },
	{ "it was so, and is no longer",           "94", "44", NULL, 0, 0, 0 },
	{ "the last one is one person's alone",    "9.", "44", NULL, 0, 1, 5 },
	{ "... or was not possible",               "9x", "44", NULL, 0, 1, 5 },
	{ "the last one is not open",              "49", "44", " c", 0, 0, 0 },
	{ "decided on",                            "49", "44", NULL, 2, 0, 0 },
	{ "the next round says it again",          "499", "444", NULL, 2, 3, 5 },
	{ "nothing yet",                           "",   "",   NULL, 0, 0, 0 },
};

static void
distance(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof apart / sizeof apart[0]; i++) {
		struct stop_finding found = { 0, 0 };
		struct pair_of p;

		read_rounds(&p, apart[i].citizen, apart[i].provider, apart[i].closed);
		if (stop_distance(&usual, p.rounds, p.count, apart[i].after, &found) != (apart[i].round != 0)
		    || found.at_round != apart[i].round || found.figure != apart[i].points)
			fail_msg("%s: round %d, %d points", apart[i].name, found.at_round, found.figure);
	}
}

/* A character a round: what is missing of it: b(oth), c(itizen's), p(rovider's), a point for nothing. */
static const struct { const char *name, *rounds; int after, round, figure; } missing[] = {
	{ "nothing",                         "....",  0, 0, 0 },
	{ "one",                             "...c",  0, 0, 0 },
	{ "two of the citizen's",            "..cc",  0, 4, 2 },
	{ "two of the provider's",           "..pp",  0, 4, 2 },
	{ "one of each",                     "..cp",  0, 0, 0 },
	{ "the citizen's, once both",        "..cb",  0, 4, 2 },
	{ "three",                           ".bbb",  0, 4, 3 },
	{ "two, and then it was measured",   "cc..",  0, 0, 0 },
	{ "decided on, and one more",        "ccc",   2, 0, 0 },
	{ "decided on, and two more",        "cccc",  2, 4, 2 },
	{ "no round yet",                    "",      0, 0, 0 },
};

static void
missed(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof missing / sizeof missing[0]; i++) {
		struct stop_missed rounds[ROUNDS_MAX];
		struct stop_finding found = { 0, 0 };
		size_t count = strlen(missing[i].rounds), j;

		for (j = 0; j < count; j++)
			rounds[j] = (struct stop_missed){ (int)j + 1, strchr("bc", missing[i].rounds[j]) != NULL,
			    strchr("bp", missing[i].rounds[j]) != NULL };
		if (stop_missed_rounds(&usual, rounds, count, missing[i].after, &found) != (missing[i].round != 0)
		    || found.at_round != missing[i].round || found.figure != missing[i].figure)
			fail_msg("%s: round %d, %d missed", missing[i].name, found.at_round, found.figure);
	}
}

static const struct { const char *name; int usual, percent; long days; int after, weeks; } long_ones[] = {
	{ "nobody knows what is usual",       0, 25, 900, 0, 0 },
	{ "twelve weeks and a quarter, to the day", 12, 25, 105, 0, 0 },
	{ "a day more",                      12, 25, 106, 0, 15 },
	{ "no patience at all, to the day",  12,  0,  84, 0, 0 },
	{ "a day more of that",              12,  0,  85, 0, 12 },
	{ "decided on in week 15",           12, 25, 130, 15, 0 },
	{ "four weeks after that",           12, 25, 134, 15, 19 },
	{ "a quarter of a year's work again", 52, 25, 553, 66, 0 },
	{ "... has passed",                  52, 25, 554, 66, 79 },
	{ "it has not begun",                12, 25,  -3, 0, 0 },
};

static void
longer(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof long_ones / sizeof long_ones[0]; i++) {
		struct stop_limits limits = { 3, 3, 2, long_ones[i].percent };
		struct stop_finding found = { 0, 0 };

		if (stop_longer(&limits, long_ones[i].usual, long_ones[i].days, long_ones[i].after, &found) != (long_ones[i].weeks != 0)
		    || found.figure != long_ones[i].weeks || found.at_round != long_ones[i].weeks)
			fail_msg("%s: week %d", long_ones[i].name, found.figure);
	}
}

static void
names(void **state)
{
	(void)state;
	for (enum stop_cause cause = STOP_NO_PROGRESS; cause < STOP_CAUSES; cause++)
		assert_int_equal(stop_cause_of(stop_cause_name(cause)), cause);
	assert_int_equal(stop_cause_of("nothing"), STOP_CAUSES);
	assert_int_equal(stop_cause_of(NULL), STOP_CAUSES);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_progress), cmocka_unit_test(distance), cmocka_unit_test(missed), cmocka_unit_test(longer),
		cmocka_unit_test(names),
	};

	return cmocka_run_group_tests_name("stop", tests, NULL, NULL);
}
