/* Outlines as bags of lines: what vanished, what is new, and what of it the shipped look tells as well. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "tools/stylesheet/outline.h"

#include <cmocka.h>

/* "text (under)", one after the other. */
static const char *
written(const void *owner, const struct outline *lines)
{
	char *out = talloc_strdup(owner, "");
	size_t i;

	for (i = 0; i < lines->count; i++)
		out = talloc_asprintf_append(out, "%s%s(%s)", i == 0 ? "" : ", ", lines->lines[i].text,
		    lines->lines[i].under == NULL ? "" : lines->lines[i].under);
	return out;
}

static void
outlines_are_compared_as_bags(void **state)
{
	static const struct { const char *from, *to, *vanished, *appeared; } cases[] = {
		{ "", "", "", "" },
		{ "a\nb", "b\na\n", "", "" },
		{ "a\nb\n", "a\n", "b()", "" },
		{ "a\n", "a\nb\n", "", "b()" },
		{ "a\na\nb\n", "a\nb\n", "a()", "" },
		{ "h1 One\na\nh2 Two\nb\nc\n", "h1 One\na\nh2 2\nb\n", "h2 Two(), c(h2 Two)", "h2 2()" },
		{ "href a\n\n\nx\n", "x\n", "href a()", "" },
		{ "h2 A\nx\nh2 B\ny\n", "h2 A\nh2 B\ny\nx\n", "", "" },
	};
	void *memory = talloc_new(NULL);
	struct outline vanished, appeared;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		outline_differ(memory, cases[i].from, cases[i].to, &vanished, &appeared);
		assert_string_equal(written(memory, &vanished), cases[i].vanished);
		assert_string_equal(written(memory, &appeared), cases[i].appeared);
	}
	talloc_free(memory);
}

static void
what_others_lost_too_is_taken_out(void **state)
{
	void *memory = talloc_new(NULL);
	struct outline mine, theirs, nothing, too;

	(void)state;
	outline_differ(memory, "a\nb\nb\nc\n", "", &mine, &nothing);
	outline_differ(memory, "b\nc\nd\n", "", &theirs, &nothing);
	outline_without(memory, &mine, &theirs, &too);
	assert_string_equal(written(memory, &mine), "a(), b()");
	assert_string_equal(written(memory, &too), "b(), c()");
	talloc_free(memory);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(outlines_are_compared_as_bags),
		cmocka_unit_test(what_others_lost_too_is_taken_out),
	};

	return cmocka_run_group_tests_name("outline", tests, NULL, NULL);
}
