#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "rule/criterion.h"

enum { NEVER = CRITERION_NEVER_PARTLY };

/* The golden ones first: source: domain.md e. */
static const struct {
	const char *name;
	struct criterion_rule rule;
	struct criterion_counts counts;
	enum criterion_state want;
} cases[] = {
	{ "half of them feel better",               { CRITERION_SHARE, 500, NEVER },    { 20, 40, 0, 0 },        CRITERION_REACHED },
	{ "... one less does not do",               { CRITERION_SHARE, 500, NEVER },    { 19, 40, 0, 0 },        CRITERION_NOT },
	{ "a share has grown by a fourth",          { CRITERION_RELATIVE, 250, NEVER }, { 25, 100, 20, 100 },    CRITERION_REACHED },
	{ "... of others than before",              { CRITERION_RELATIVE, 250, NEVER }, { 250, 1000, 3, 15 },    CRITERION_REACHED },
	{ "... 20 % to 24.9 % is not a fourth",     { CRITERION_RELATIVE, 250, NEVER }, { 249, 1000, 200, 1000 }, CRITERION_NOT },
	{ "... and not by points",                  { CRITERION_POINTS, 250, NEVER },   { 25, 100, 20, 100 },    CRITERION_NOT },
	{ "25 points",                              { CRITERION_POINTS, 250, NEVER },   { 45, 100, 20, 100 },    CRITERION_REACHED },
	{ "24 points",                              { CRITERION_POINTS, 250, NEVER },   { 44, 100, 20, 100 },    CRITERION_NOT },
	{ "half of the interventions",              { CRITERION_SHARE, 500, NEVER },    { 3, 6, 0, 0 },          CRITERION_REACHED },
	{ "... of seven, three are less",           { CRITERION_SHARE, 500, NEVER },    { 3, 7, 0, 0 },          CRITERION_NOT },
	{ "70 % feel an effect",                    { CRITERION_SHARE, 700, NEVER },    { 7, 10, 0, 0 },         CRITERION_REACHED },
	{ "69 of 100 do not",                       { CRITERION_SHARE, 700, NEVER },    { 69, 100, 0, 0 },       CRITERION_NOT },
	{ "a year shorter",                         { CRITERION_DAYS, 365, NEVER },     { 3650, 12, 0, 0 },      CRITERION_REACHED },
	{ "... a day less",                         { CRITERION_DAYS, 365, NEVER },     { 3640, 12, 0, 0 },      CRITERION_NOT },
	{ "... a tenth of a day less",              { CRITERION_DAYS, 365, NEVER },     { 3649, 12, 0, 0 },      CRITERION_NOT },
	{ "nobody answered",                        { CRITERION_SHARE, 500, 0 },        { 0, 0, 0, 0 },          CRITERION_UNKNOWN },
	{ "nobody was in work before",              { CRITERION_RELATIVE, 250, 0 },     { 5, 10, 0, 10 },        CRITERION_UNKNOWN },
	{ "... by points that can be told",         { CRITERION_POINTS, 250, NEVER },   { 5, 10, 0, 10 },        CRITERION_REACHED },
	{ "nobody was there before",                { CRITERION_POINTS, 250, NEVER },   { 5, 10, 0, 0 },         CRITERION_UNKNOWN },
	{ "nobody's time is known",                 { CRITERION_DAYS, 365, NEVER },     { 0, 0, 0, 0 },          CRITERION_UNKNOWN },
	{ "partly, at its limit",                   { CRITERION_SHARE, 500, 250 },      { 10, 40, 0, 0 },        CRITERION_PARTLY },
	{ "just below partly",                      { CRITERION_SHARE, 500, 250 },      { 9, 40, 0, 0 },         CRITERION_NOT },
	{ "half of the growth",                     { CRITERION_RELATIVE, 250, 125 },   { 225, 1000, 200, 1000 }, CRITERION_PARTLY },
	{ "half a year",                            { CRITERION_DAYS, 365, 183 },       { 1830, 12, 0, 0 },      CRITERION_PARTLY },
	{ "a share that fell",                      { CRITERION_RELATIVE, 250, 0 },     { 10, 100, 20, 100 },    CRITERION_NOT },
	{ "no change, and any is partly",           { CRITERION_POINTS, 250, 0 },       { 20, 100, 20, 100 },    CRITERION_PARTLY },
	{ "longer than before",                     { CRITERION_DAYS, 365, 0 },         { -10, 12, 0, 0 },       CRITERION_NOT },
	{ "a whole country",                        { CRITERION_RELATIVE, 250, NEVER }, { 250000, 1000000, 200000, 1000000 }, CRITERION_REACHED },
};

static void
judges(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		enum criterion_state is = criterion_judge(&cases[i].rule, &cases[i].counts);

		if (is != cases[i].want)
			fail_msg("%s: %s", cases[i].name, criterion_state_name(is));
	}
}

static void
knows_units_by_name(void **state)
{
	enum criterion_unit unit = CRITERION_DAYS;

	(void)state;
	assert_true(criterion_unit_named("share", &unit) && unit == CRITERION_SHARE);
	assert_true(criterion_unit_named("points", &unit) && unit == CRITERION_POINTS);
	assert_false(criterion_unit_named("per cent", &unit));
	assert_false(criterion_unit_named(NULL, &unit));
	assert_int_equal(unit, CRITERION_POINTS);
}

static const struct { const char *day, *quarter, *next, *end; } quarters[] = {
	{ "2026-01-01", "2026-01-01", "2026-04-01", "2026-03-31" },
	{ "2026-03-31", "2026-01-01", "2026-04-01", "2026-03-31" },
	{ "2026-04-15", "2026-04-01", "2026-07-01", "2026-06-30" },
	{ "2026-09-30", "2026-07-01", "2026-10-01", "2026-09-30" },
	{ "2025-12-31", "2025-10-01", "2026-01-01", "2025-12-31" },
};

static void
counts_in_quarters(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof quarters / sizeof quarters[0]; i++) {
		struct date quarter, next, end;

		criterion_quarter(quarters[i].day, &quarter);
		criterion_quarter_next(quarter.iso, &next);
		criterion_quarter_end(quarter.iso, &end);
		assert_string_equal(quarter.iso, quarters[i].quarter);
		assert_string_equal(next.iso, quarters[i].next);
		assert_string_equal(end.iso, quarters[i].end);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(judges),
		cmocka_unit_test(knows_units_by_name),
		cmocka_unit_test(counts_in_quarters),
	};

	return cmocka_run_group_tests_name("criterion", tests, NULL, NULL);
}
