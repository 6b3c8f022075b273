/* Nobody stands out: counted by brute force, for persons made by chance. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "rule/anonymity.h"

enum { MOST = 400, TRAITS = 4 };

static const unsigned char last[TRAITS] = { 2, 1, 3, 1 };
static const unsigned char steps[] = { 2, 0, 2, 1, 2, 0, 3 };
static struct anonymous persons[MOST];

/* Each level of a trait is a coarser number of the one before; the last one is 0. */
static struct anonymous
somebody(const int finest[TRAITS])
{
	struct anonymous out;
	int t, l;

	memset(&out, 0, sizeof out);
	for (t = 0; t < TRAITS; t++)
		for (l = 0; l < last[t]; l++)
			out.value[t][l] = 1 + (finest[t] >> l);
	return out;
}

static bool
alike(const struct anonymous *a, const struct anonymous *b)
{
	int t;

	for (t = 0; t < TRAITS; t++)
		if (a->level[t] != b->level[t] || a->value[t][a->level[t]] != b->value[t][b->level[t]])
			return false;
	return true;
}

static size_t
as_many(size_t count, size_t one)
{
	size_t i, many = 0;

	for (i = 0; i < count; i++)
		many += alike(&persons[i], &persons[one]);
	return many;
}

static bool
apply(size_t count)
{
	return anonymity_apply(persons, count, TRAITS, last, steps, sizeof steps);
}

static void
nobody_stands_out(void **state)
{
	unsigned seed = 7;

	(void)state;
	for (int round = 0; round < 300; round++) {
		size_t count = 5 + (size_t)rand_r(&seed) % (round % 10 == 0 ? MOST - 5 : 40), i;

		for (i = 0; i < count; i++)
			persons[i] = somebody((int[]){ rand_r(&seed) % (1 + round % 7), rand_r(&seed) % 3, rand_r(&seed) % 9, rand_r(&seed) % 2 });
		assert_true(apply(count));
		for (i = 0; i < count; i++)
			assert_true(as_many(count, i) >= ANONYMITY_LEAST);
	}
}

static void
who_is_like_enough_others_is_told_whole(void **state)
{
	(void)state;
	for (int i = 0; i < 12; i++)
		persons[i] = somebody((int[]){ i % 2, 1, 1, 1 });
	assert_true(apply(12));
	for (int i = 0; i < 12; i++)
		assert_int_equal(persons[i].level[0] + persons[i].level[1] + persons[i].level[2] + persons[i].level[3], 0);
}

/* Two and three who are alike a level above: they are told of more coarsely, the other five as they are. */
static void
the_first_step_is_enough_for_some(void **state)
{
	(void)state;
	for (int i = 0; i < 10; i++)
		persons[i] = somebody((int[]){ 0, 0, i < 5 ? 2 : i < 7 ? 6 : 7, 0 });
	assert_true(apply(10));
	assert_int_equal(persons[0].level[2], 0);
	assert_int_equal(persons[5].level[2], 1);
	assert_int_equal(persons[9].level[2], 1);
	assert_int_equal(as_many(10, 9), 5);
}

static void
one_otherwise_takes_the_smallest_others_along(void **state)
{
	(void)state;
	for (int i = 0; i < 20; i++)
		persons[i] = somebody((int[]){ i < 5 ? 0 : 64, i < 5 ? 0 : 64, 1, i < 5 });
	persons[20] = somebody((int[]){ 0, 64, 1, 1 });
	assert_true(apply(21));
	assert_int_equal(as_many(21, 20), 6);
	assert_int_equal(as_many(21, 19), 15);
	assert_int_equal(persons[19].level[0], 0);
}

static void
few_are_not_told_of(void **state)
{
	(void)state;
	for (int i = 0; i < 4; i++)
		persons[i] = somebody((int[]){ 0, 0, 0, 0 });
	assert_false(apply(4));
	assert_true(apply(0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nobody_stands_out),
		cmocka_unit_test(who_is_like_enough_others_is_told_whole),
		cmocka_unit_test(the_first_step_is_enough_for_some),
		cmocka_unit_test(one_otherwise_takes_the_smallest_others_along),
		cmocka_unit_test(few_are_not_told_of),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
