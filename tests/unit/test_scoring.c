/* Colours, sums and words: rule/scoring. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <talloc.h>

#include "rule/scoring.h"

#include <cmocka.h>	/* last: it makes a macro of the word fail */

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static void
levels(void **state)
{
	struct tally tally = { 0, 0, 0, 0 };

	(void)state;
	assert_int_equal(level_of("red"), LEVEL_RED);
	assert_int_equal(level_of("blue"), LEVEL_NONE);
	assert_int_equal(level_of(NULL), LEVEL_NONE);
	assert_null(level_name(LEVEL_NONE));
	assert_string_equal(level_name(LEVEL_YELLOW), "yellow");
	assert_true(level_rank(LEVEL_RED) < level_rank(LEVEL_YELLOW));
	assert_true(level_rank(LEVEL_YELLOW) < level_rank(LEVEL_NONE));
	assert_true(level_rank(LEVEL_NONE) < level_rank(LEVEL_GREEN));
	tally_add(&tally, LEVEL_RED);
	tally_add(&tally, LEVEL_RED);
	tally_add(&tally, LEVEL_NONE);
	tally_add(&tally, LEVEL_GREEN);
	assert_int_equal(tally.red, 2);
	assert_int_equal(tally.yellow, 0);
	assert_int_equal(tally.green, 1);
	assert_int_equal(tally.missing, 1);
}

static void
sums(void **state)
{
	static const struct { const char *name, *missing; int asked, answered; double sum; bool want; double is; } cases[] = {
		{ "all answered",               "fail",        5, 5, 13, true,  13 },
		{ "one missing fails",          "fail",        5, 4, 10, false, 0 },
		{ "fail is the default",        NULL,          5, 4, 10, false, 0 },
		{ "none: what is there",        "none",        5, 4, 10, true,  10 },
		{ "none: nothing is no 0",      "none",        5, 0, 0,  false, 0 },
		{ "prorated",                   "prorate(3)",  5, 4, 10, true,  12.5 },
		{ "prorated, just enough",      "prorate(3)",  5, 3, 6,  true,  10 },
		{ "prorated, too few",          "prorate(3)",  5, 2, 6,  false, 0 },
		{ "prorated, all answered",     "prorate(3)",  5, 5, 13, true,  13 },
		{ "nothing asked",              "none",        0, 0, 0,  false, 0 },
	};
	struct missing missing;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		double is = 0;

		print_message("# %s\n", cases[i].name);
		assert_true(missing_read(cases[i].missing, &missing));
		assert_int_equal(scoring_sum(missing, cases[i].asked, cases[i].answered, cases[i].sum, &is), cases[i].want);
		assert_true(fabs(is - cases[i].is) < 1e-9);
	}
	assert_false(missing_read("prorate()", &missing));
	assert_false(missing_read("prorate(0)", &missing));
	assert_false(missing_read("prorate(3) or so", &missing));
	assert_false(missing_read("", &missing));
}

static void
numbers(void **state)
{
	static const struct { double number; int decimals; double want; const char *text; } cases[] = {
		{ 52,      0, 52,    "52" },
		{ 12.5,    0, 13,    "12.5" },
		{ -12.5,   0, -13,   "-12.5" },
		{ 5.33333, 2, 5.33,  "5.333" },
		{ 5.33333, 1, 5.3,   "5.333" },
		{ 37.504,  2, 37.5,  "37.504" },
		{ 1.0005,  3, 1.001, "1.001" },	/* a hair below the half in binary */
		{ 2.6755,  3, 2.676, "2.676" },
		{ 0.49999, 0, 0,     "0.5" },
		{ 100,     1, 100,   "100" },
		{ -0.0001, 3, 0,     "0" },
	};
	void *owner = talloc_new(NULL);
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		print_message("# %g\n", cases[i].number);
		assert_true(fabs(scoring_round(cases[i].number, cases[i].decimals) - cases[i].want) < 1e-9);
		assert_string_equal(scoring_number(owner, cases[i].number), cases[i].text);
	}
	talloc_free(owner);
}

/* As rules read them. */
static void
exact_numbers(void **state)
{
	static const struct { double number; const char *text; } cases[] = {
		{ 52,               "52" },           { -0.0,      "0" },              { 16.0 / 3, "5.333333333" },
		{ 0.1 + 0.2,        "0.3" },          { 37.504,    "37.504" },         { 1e-12,    "0" },
		{ 123456789012.125, "123456789012.125" }, { -1234567890.1, "-1234567890.1" }, { SCORING_MAX, "999999999999" },
		{ 1e15, "1000000000000000" },
	};
	void *owner = talloc_new(NULL);
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++)
		assert_string_equal(scoring_exact(owner, cases[i].number), cases[i].text);
	assert_true(scoring_fits(-SCORING_MAX) && !scoring_fits(1e12) && !scoring_fits(NAN));
	talloc_free(owner);
}

static void
words(void **state)
{
	static const char sentence[] = "{red} {red:rød|røde} og {yellow} {yellow:gul|gule} {yellow:risikodimension|risikodimensioner}";
	static const struct { const char *red, *yellow, *want; } cases[] = {
		{ "10", "3", "10 røde og 3 gule risikodimensioner" },
		{ "1",  "1", "1 rød og 1 gul risikodimension" },
		{ "0",  "2", "0 røde og 2 gule risikodimensioner" },
		{ "2",  "0", "2 røde og 0 gule risikodimensioner" },
		{ "21", "1", "21 røde og 1 gul risikodimension" },
	};
	const struct filling nothing[] = { { NULL, NULL, 0 } };
	void *owner = talloc_new(NULL);
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		const struct filling list[] = { { "red", cases[i].red, atof(cases[i].red) }, { "yellow", cases[i].yellow, atof(cases[i].yellow) },
		    { NULL, NULL, 0 } };

		assert_string_equal(scoring_fill(owner, sentence, list), cases[i].want);
		assert_null(scoring_unknown(owner, sentence, list));
	}
	assert_int_equal(scoring_longest("{red} {red:rød|rødere} æ{", (const struct filling[]){ { "red", "200", 0 }, { NULL, NULL, 0 } }), 13);
	assert_string_equal(scoring_fill(owner, "{red} {", nothing), "{red} {");
	assert_string_equal(scoring_fill(owner, "", nothing), "");
	assert_string_equal(scoring_unknown(owner, "tak {blue}!", nothing), "{blue}");
	assert_string_equal(scoring_unknown(owner, "{red:one}", (const struct filling[]){ { "red", "1", 1 }, { NULL, NULL, 0 } }), "{red:one}");
	talloc_free(owner);
}

static void
reasons(void **state)
{
	static const struct { const char *indicated, *decision; size_t characters; bool missing; } cases[] = {
		{ "jobparat", "jobparat",        0,  false },
		{ "jobparat", "aktivitetsparat", 0,  true },
		{ "jobparat", "aktivitetsparat", 19, true },
		{ "jobparat", "aktivitetsparat", 20, false },
		{ NULL,       "jobparat",        0,  true },	/* where nothing is indicated, the decision needs a reason */
		{ NULL,       "jobparat",        20, false },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++)
		assert_int_equal(scoring_reason_missing(cases[i].indicated, cases[i].decision, cases[i].characters), cases[i].missing);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(levels),
		cmocka_unit_test(sums),
		cmocka_unit_test(numbers),
		cmocka_unit_test(exact_numbers),
		cmocka_unit_test(words),
		cmocka_unit_test(reasons),
	};

	return cmocka_run_group_tests_name("scoring", tests, NULL, NULL);
}
