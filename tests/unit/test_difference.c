/* Differences by lines: a table of cases, then many made-up texts against what any difference must be, and the fewest changes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include <time.h>

#include "rule/difference.h"

#include <cmocka.h>

/* "=a -b +c": a line each. */
static char *
written(const void *owner, const struct difference *d)
{
	char *out = talloc_strdup(owner, "");
	size_t i;

	for (i = 0; i < d->count; i++)
		out = talloc_asprintf_append(out, "%s%c%.*s", i == 0 ? "" : " ", "=-+"[d->lines[i].change], (int)d->lines[i].length,
		    d->lines[i].text);
	return out;
}

static void
cases_are_told(void **state)
{
	static const struct { const char *from, *to, *want; } cases[] = {
		{ "", "", "" },
		{ "a\n", "a\n", "=a" },
		{ "a\n", "a", "=a" },
		{ "", "a\nb\n", "+a +b" },
		{ "a\nb\n", "", "-a -b" },
		{ "a\nb\nc\n", "a\nc\n", "=a -b =c" },
		{ "a\nc\n", "a\nb\nc\n", "=a +b =c" },
		{ "a\nb\nc\n", "a\nx\nc\n", "=a -b +x =c" },
		{ "a\nb\nc\nd\n", "x\ny\nc\nd\n", "-a -b +x +y =c =d" },
		{ "a\nb\nc\na\nb\nb\na\n", "c\nb\na\nb\na\nc\n", NULL },
		{ "\n\n", "\n", NULL },
		{ "a\n\xc3\xa6\n", "a\n\xc3\xa5\n", "=a -\xc3\xa6 +\xc3\xa5" },
		{ "ab\n", "a\nb\n", "-ab +a +b" },
	};
	void *memory = talloc_new(NULL);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct difference d;

		assert_true(difference_find(memory, cases[i].from, cases[i].to, &d));
		if (cases[i].want != NULL)
			assert_string_equal(written(memory, &d), cases[i].want);
	}
	talloc_free(memory);
}

/* Both texts can be had back from it, numbers run on, and of a stretch what was removed comes first. */
static size_t
assert_difference(const struct difference *d, const char *from, const char *to)
{
	size_t old = 0, new = 0, changes = 0, i;

	for (i = 0; i < d->count; i++) {
		const struct changed_line *line = &d->lines[i];

		if (line->change != CHANGE_ADDED) {
			assert_int_equal(line->old, ++old);
			assert_memory_equal(line->text, from, line->length);
			from += line->length + (from[line->length] == '\n');
		} else {
			assert_int_equal(line->old, 0);
		}
		if (line->change != CHANGE_REMOVED) {
			assert_int_equal(line->new, ++new);
			assert_memory_equal(line->text, to, line->length);
			to += line->length + (to[line->length] == '\n');
		} else {
			assert_int_equal(line->new, 0);
			assert_true(i == 0 || d->lines[i - 1].change != CHANGE_ADDED);
		}
		changes += line->change != CHANGE_SAME;
	}
	assert_int_equal(*from, '\0');
	assert_int_equal(*to, '\0');
	return changes;
}

/* The fewest changes, by the table of longest common subsequences: texts of lines of one letter. */
static size_t
fewest(const char *from, const char *to)
{
	size_t table[64][64] = { { 0 } }, n = strlen(from) / 2, m = strlen(to) / 2, i, j;

	for (i = 1; i <= n; i++)
		for (j = 1; j <= m; j++) {
			size_t up = table[i - 1][j], left = table[i][j - 1];

			table[i][j] = from[2 * i - 2] == to[2 * j - 2] ? table[i - 1][j - 1] + 1 : up > left ? up : left;
		}
	return n + m - 2 * table[n][m];
}

static void
make_text(char *out, size_t lines, int letters)
{
	size_t i;

	for (i = 0; i < lines; i++) {
		out[2 * i] = (char)('a' + rand() % letters);
		out[2 * i + 1] = '\n';
	}
	out[2 * lines] = '\0';
}

static void
made_up_texts_have_the_fewest_changes(void **state)
{
	char from[128], to[128];
	int i;

	(void)state;
	srand(20260415);
	for (i = 0; i < 20000; i++) {
		void *memory = talloc_new(NULL);
		struct difference d;

		make_text(from, (size_t)(rand() % 24), 1 + rand() % 6);
		make_text(to, (size_t)(rand() % 24), 1 + rand() % 6);
		assert_true(difference_find(memory, from, to, &d));
		assert_int_equal(assert_difference(&d, from, to), fewest(from, to));
		talloc_free(memory);
	}
}

/* The most lines that a layer can have, nothing alike: right, and soon. */
static void
the_worst_is_held_down(void **state)
{
	enum { SIZE = 128 * 1024 };
	static const int letters[] = { 1, 2, 26 };
	struct timespec before, after;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof letters / sizeof letters[0]; i++) {
		void *memory = talloc_new(NULL);
		char *from = talloc_array(memory, char, SIZE + 1), *to = talloc_array(memory, char, SIZE + 1);
		struct difference d;

		make_text(from, SIZE / 2, letters[i]);
		make_text(to, SIZE / 2 - 700, letters[i]);
		clock_gettime(CLOCK_MONOTONIC, &before);
		assert_true(difference_find(memory, from, to, &d));
		clock_gettime(CLOCK_MONOTONIC, &after);
		assert_difference(&d, from, to);
		assert_true(after.tv_sec - before.tv_sec <= 5);
		talloc_free(memory);
	}
}

static void
near_is_within_the_context(void **state)
{
	void *memory = talloc_new(NULL);
	struct difference d;
	size_t i;

	(void)state;
	assert_true(difference_find(memory, "a\nb\nc\nd\ne\nf\ng\n", "a\nb\nc\nx\ne\nf\ng\n", &d));
	/* =a =b =c -d +x =e =f =g */
	for (i = 0; i < d.count; i++)
		assert_int_equal(difference_is_near(&d, i, 2), i >= 1 && i <= 6);
	assert_false(difference_is_near(&d, 2, 0));
	assert_true(difference_is_near(&d, 3, 0));
	talloc_free(memory);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cases_are_told),
		cmocka_unit_test(made_up_texts_have_the_fewest_changes),
		cmocka_unit_test(the_worst_is_held_down),
		cmocka_unit_test(near_is_within_the_context),
	};

	return cmocka_run_group_tests_name("difference", tests, NULL, NULL);
}
