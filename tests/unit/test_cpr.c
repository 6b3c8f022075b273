#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "rule/cpr.h"

/* The table of domain.md c: every line of it, on the day of the demo. */
static const struct {
	const char *name, *typed;
	enum cpr_verdict want;
	const char *born;	/* NULL: rejected */
	bool hint;
} cases[] = {
	{ "modulus 11 holds",                 "070761-4285",   CPR_OK,             "1961-07-07", false },
	{ "modulus 11 does not reject",       "250380-1714",   CPR_OK,             "1980-03-25", true },
	{ "an ordinary number",               "120367-1155",   CPR_OK,             "1967-03-12", true },
	{ "nothing is inferred from a name",  "190875-2222",   CPR_OK,             "1975-08-19", true },
	{ "month 44",                         "154457-4545",   CPR_NO_SUCH_DATE,   NULL, false },
	{ "digit 4, year 00",                 "010100-4000",   CPR_OK,             "2000-01-01", false },
	{ "digit 4, year 36",                 "311236-4000",   CPR_BORN_LATER,     NULL, false },
	{ "digit 4, year 37",                 "010137-4000",   CPR_OK,             "1937-01-01", false },
	{ "digit 4, year 99",                 "311299-4999",   CPR_OK,             "1999-12-31", true },
	{ "digit 5, year 57",                 "311257-5000",   CPR_BORN_LATER,     NULL, false },
	{ "digit 5, year 58",                 "010158-5000",   CPR_VERY_OLD,       "1858-01-01", false },
	{ "digit 8, year 99",                 "311299-8999",   CPR_VERY_OLD,       "1899-12-31", true },
	{ "digit 9, year 36",                 "311236-9000",   CPR_BORN_LATER,     NULL, false },
	{ "digit 9, year 37",                 "010137-9000",   CPR_OK,             "1937-01-01", false },
	{ "2000 was a leap year",             "290200-4002",   CPR_OK,             "2000-02-29", true },
	{ "1900 was none",                    "290200-1001",   CPR_NO_SUCH_DATE,   NULL, false },
	{ "1904 was one (and is long ago)",   "290204-1002",   CPR_VERY_OLD,        "1904-02-29", true },
	{ "31 April, though modulus 11 holds", "310463-1001",  CPR_NO_SUCH_DATE,   NULL, false },
	{ "no hint on 1 January",             "010165-1000",   CPR_OK,             "1965-01-01", false },
	{ "replacement number",               "710272-1001",   CPR_REPLACEMENT,    "1972-02-11", false },
	{ "replacement for the 1st",          "611180-1000",   CPR_REPLACEMENT,    "1980-11-01", false },
	{ "day 32",                           "320180-1000",   CPR_NO_SUCH_DATE,   NULL, false },
	{ "month 13",                         "011380-1001",   CPR_NO_SUCH_DATE,   NULL, false },
	{ "zeros",                            "000000-0000",   CPR_NO_SUCH_DATE,   NULL, false },
	{ "digits alone",                     "2503801714",    CPR_OK,             "1980-03-25", true },
	{ "spaces around the hyphen",         "250380 - 1714", CPR_OK,             "1980-03-25", true },
	{ "spaces at both ends",              " 250380-1714 ", CPR_OK,             "1980-03-25", true },
	{ "a pasted wide hyphen",             "250380\xe2\x80\x93" "1714", CPR_OK, "1980-03-25", true },
	{ "nothing",                          "",              CPR_NOT_TEN_DIGITS, NULL, false },
	{ "nine digits",                      "250380-171",    CPR_NOT_TEN_DIGITS, NULL, false },
	{ "eleven digits",                    "250380-17144",  CPR_NOT_TEN_DIGITS, NULL, false },
	{ "a letter",                         "250380-171O",   CPR_NOT_TEN_DIGITS, NULL, false },
	{ "masked",                           "250380-****",   CPR_NOT_TEN_DIGITS, NULL, false },
	{ "a replacement's day 60",           "600180-1000",   CPR_NO_SUCH_DATE,   NULL, false },
	{ "a replacement's day 91",           "910180-1000",   CPR_REPLACEMENT,    "1980-01-31", false },
	{ "a replacement's day 92",           "920180-1000",   CPR_NO_SUCH_DATE,   NULL, false },
	{ "born today",                       "150426-4000",   CPR_OK,             "2026-04-15", true },
	{ "born tomorrow",                    "160426-4000",   CPR_BORN_LATER,     NULL, false },
	{ "121 years old today",              "150405-1000",   CPR_VERY_OLD,       "1905-04-15", true },
	{ "120 years old for one day more",   "160405-1000",   CPR_OK,             "1905-04-16", true },
};

static void
read_one(void **state)
{
	struct cpr cpr;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		enum cpr_verdict verdict = cpr_read(cases[i].typed, "2026-04-15", &cpr);

		if (verdict != cases[i].want || strcmp(cpr.born.iso, cases[i].born == NULL ? "" : cases[i].born) != 0 ||
		    cpr.modulus_hint != cases[i].hint)
			fail_msg("%s: \"%s\" gave %d, born %s, hint %d", cases[i].name, cases[i].typed, (int)verdict, cpr.born.iso,
			    (int)cpr.modulus_hint);
		assert_int_equal(strlen(cpr.digits), cases[i].born == NULL ? 0 : CPR_DIGITS);
	}
}

/* Every seventh digit with every year, against the table as it stands in domain.md c. */
static void
centuries(void **state)
{
	int seventh, year;

	(void)state;
	for (seventh = 0; seventh <= 9; seventh++)
		for (year = 0; year <= 99; year++) {
			static const int table[10][3] = {
				{ 19, 19, 19 }, { 19, 19, 19 }, { 19, 19, 19 }, { 19, 19, 19 }, { 20, 19, 19 },
				{ 20, 20, 18 }, { 20, 20, 18 }, { 20, 20, 18 }, { 20, 20, 18 }, { 20, 19, 19 },
			};
			int column = year <= 36 ? 0 : year <= 57 ? 1 : 2;
			char typed[16], want[16];
			struct cpr cpr;

			snprintf(typed, sizeof typed, "1503%02d-%d001", year, seventh);
			snprintf(want, sizeof want, "%d%02d-03-15", table[seventh][column], year);
			cpr_read(typed, "2100-01-01", &cpr);
			assert_string_equal(cpr.born.iso, want);
		}
}

static void
shown(void **state)
{
	char out[CPR_SHOWN + 1];

	(void)state;
	cpr_show("2503801714", out);
	assert_string_equal(out, "250380-1714");
	cpr_show_masked("2503801714", out);
	assert_string_equal(out, "250380-****");
	cpr_show("250380-1714", out);
	assert_string_equal(out, "");
	cpr_show_masked("25038017144", out);
	assert_string_equal(out, "");
}

static void
in_texts(void **state)
{
	static const struct { const char *text, *from; size_t length; } texts[] = {
		{ "2503801714", "2503801714", 10 },
		{ "Om 250380-1714 og mere", "250380-1714 og mere", 11 },
		{ "250380 17 14, 15 gange", "250380 17 14, 15 gange", 12 },
		{ "x710272-1001", "710272-1001", 11 },
		{ "", NULL, 0 }, { "25038-1714", NULL, 0 }, { "scan 20260422123456", NULL, 0 }, { "+45 12 34 56 78", NULL, 0 },
		{ "321380-1714", NULL, 0 }, { "251380-1714", NULL, 0 }, { "konto 25038017141", NULL, 0 }, { "250380x1714", NULL, 0 },
	};
	size_t i, length;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		const char *found = cpr_stands_in(texts[i].text, &length);

		if (texts[i].from == NULL) {
			assert_null(found);
			continue;
		}
		assert_string_equal(found, texts[i].from);
		assert_int_equal(length, texts[i].length);
	}
	assert_non_null(cpr_stands_in("250380-1714", NULL));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(read_one),
		cmocka_unit_test(centuries),
		cmocka_unit_test(shown),
		cmocka_unit_test(in_texts),
	};

	return cmocka_run_group_tests_name("cpr", tests, NULL, NULL);
}
