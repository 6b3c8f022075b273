#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "rule/contrast.h"

#include <cmocka.h>

static struct colour
colour(const char *text)
{
	struct colour out = { 0, 0, 0 };

	if (!colour_read(text, &out))
		fail_msg("%s is no colour", text);
	return out;
}

static void
colours_are_read(void **state)
{
	static const char *const bad[] = { "", "#", "#fff", "10394c", "#10394", "#10394c0", "#10394g", "#-0394c", "# 0394c", "red",
	    "#10394\xc3\xa6", NULL };
	struct colour got;
	char text[8];
	size_t i;

	(void)state;
	for (i = 0; bad[i] != NULL; i++)
		if (colour_read(bad[i], &got))
			fail_msg("%s", bad[i]);
	assert_false(colour_read(NULL, &got));
	colour_write(colour("#10394C"), text);
	assert_string_equal(text, "#10394c");
}

/* The ratios are those that the W3C's examples and others' checkers give. */
static const struct { const char *a, *b; double want; } ratios[] = {
	{ "#000000", "#ffffff", 21.0 },
	{ "#ffffff", "#ffffff", 1.0 },
	{ "#777777", "#ffffff", 4.48 },
	{ "#767676", "#ffffff", 4.54 },
	{ "#ff0000", "#ffffff", 4.00 },
	{ "#00ff00", "#ffffff", 1.37 },
	{ "#0000ff", "#ffffff", 8.59 },
	{ "#ffff00", "#000000", 19.56 },
	{ "#10394c", "#ffffff", 12.27 },
};

static void
ratios_are_those_of_wcag(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof ratios / sizeof ratios[0]; i++) {
		double got = contrast_ratio(colour(ratios[i].a), colour(ratios[i].b));

		if (fabs(got - ratios[i].want) > 0.005 || got != contrast_ratio(colour(ratios[i].b), colour(ratios[i].a)))
			fail_msg("%s on %s: %.3f", ratios[i].a, ratios[i].b, got);
	}
}

static const struct { const char *name; enum colour_use use; const char *colour; bool want; const char *against; } judged[] = {
	{ "the shipped bar",          COLOUR_BAR,  "#10394c", true,  "#ffffff" },
	{ "the shipped links",        COLOUR_LINK, "#0b5478", true,  "#eceff1" },
	{ "a yellow bar, black text", COLOUR_BAR,  "#ffd500", true,  "#1a1a1a" },
	{ "a bar for neither",        COLOUR_BAR,  "#7b7b7b", false, "#ffffff" },
	{ "yellow links",             COLOUR_LINK, "#ffd500", false, "#eceff1" },
	{ "links for white only",     COLOUR_LINK, "#767676", false, "#eceff1" },
	{ "black links",              COLOUR_LINK, "#000000", true,  "#eceff1" },
};

static void
uses_are_judged(void **state)
{
	struct contrast got, again;
	char text[8];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof judged / sizeof judged[0]; i++) {
		contrast_judge(judged[i].use, colour(judged[i].colour), &got);
		colour_write(got.against, text);
		if (got.passes != judged[i].want || strcmp(text, judged[i].against) != 0)
			fail_msg("%s: %.2f against %s", judged[i].name, got.ratio, text);
		colour_write(got.nearest, text);
		if (got.passes != (strcmp(text, judged[i].colour) == 0))
			fail_msg("%s: nearest is %s", judged[i].name, text);
		contrast_judge(judged[i].use, got.nearest, &again);
		assert_true(again.passes);
	}
}

/* Every colour of a grid: what is suggested passes, and so do the shades that are made of it. */
static void
shades_can_be_read(void **state)
{
	static const struct colour white = { 255, 255, 255 };
	struct contrast got, again;
	int red, green, blue;

	(void)state;
	for (red = 0; red < 256; red += 15)
		for (green = 0; green < 256; green += 15)
			for (blue = 0; blue < 256; blue += 15) {
				struct colour is = { (unsigned char)red, (unsigned char)green, (unsigned char)blue };

				contrast_judge(COLOUR_BAR, is, &got);
				contrast_judge(COLOUR_BAR, got.nearest, &again);
				assert_true(again.passes);
				contrast_judge(COLOUR_LINK, is, &got);
				contrast_judge(COLOUR_LINK, got.nearest, &again);
				assert_true(again.passes);
				assert_true(contrast_ratio(got.nearest, colour_soft(got.nearest)) >= CONTRAST_NEEDED);
				assert_true(contrast_ratio(white, colour_dark(got.nearest)) >= CONTRAST_NEEDED);
			}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(colours_are_read),
		cmocka_unit_test(ratios_are_those_of_wcag),
		cmocka_unit_test(uses_are_judged),
		cmocka_unit_test(shades_can_be_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
