#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "rule/rotation.h"

/* Last: its macro fail() would rename enum fail. */
#include <cmocka.h>

enum { ALL = ROTATION_CITIZENS_MAX * ROTATION_MEMBERS_MAX };

struct day { int citizens, members; bool interpreter[ROTATION_CITIZENS_MAX]; int slot[ALL], length; };

static int
length_of(const struct day *day, int citizen)
{
	return day->interpreter[citizen] ? 2 : 1;
}

static void
set_interpreters(struct day *day, unsigned choice)
{
	int i;

	for (i = 0; i < day->citizens; i++)
		day->interpreter[i] = (choice >> i & 1) == 1;
}

/* Counted by hand, slot for slot, not by the bits that the rule itself uses. */
static void
nobody_is_booked_twice(const struct day *day)
{
	static unsigned char citizen_in[ROTATION_CITIZENS_MAX][ROTATION_SLOTS_MAX], member_in[ROTATION_MEMBERS_MAX][ROTATION_SLOTS_MAX];
	int i, j, t;

	memset(citizen_in, 0, sizeof citizen_in);
	memset(member_in, 0, sizeof member_in);
	for (i = 0; i < day->citizens; i++) {
		for (j = 0; j < day->members; j++) {
			int first = day->slot[i * day->members + j];

			if (first < 0 || first + length_of(day, i) > day->length)
				fail_msg("%d x %d: slot %d of %d", day->citizens, day->members, first, day->length);
			for (t = first; t < first + length_of(day, i); t++)
				if (citizen_in[i][t]++ > 0 || member_in[j][t]++ > 0)
					fail_msg("%d x %d: twice in slot %d", day->citizens, day->members, t);
		}
	}
}

/* Nobody can be faster than the busiest citizen, or the members, who all have as much to do. */
static int
least(const struct day *day)
{
	int i, work = 0, longest = 0;

	for (i = 0; i < day->citizens; i++) {
		work += length_of(day, i);
		if (longest < day->members * length_of(day, i))
			longest = day->members * length_of(day, i);
	}
	return work > longest ? work : longest;
}

/* Every team of 1 to 8, every group of 1 to 12, every choice of interpreters: 65,520 days. */
static void
every_day_is_free_of_double_bookings(void **state)
{
	struct day day = { 0 };
	unsigned choice;
	long days = 0;

	(void)state;
	for (day.members = 1; day.members <= ROTATION_MEMBERS_MAX; day.members++)
		for (day.citizens = 1; day.citizens <= ROTATION_CITIZENS_MAX; day.citizens++)
			for (choice = 0; choice < 1u << day.citizens; choice++, days++) {
				set_interpreters(&day, choice);
				day.length = rotation_make(day.citizens, day.members, day.interpreter, day.slot);
				nobody_is_booked_twice(&day);
				assert_true(day.length >= least(&day) && day.length <= least(&day) + (choice == 0 ? 0 : least(&day) % 2));
			}
	assert_int_equal(days, 8 * ((1 << 13) - 2));
}

/* Source: domain.md b: row i, slot j gets profession (i + j) mod n. */
static void
without_interpreters_it_is_the_latin_square(void **state)
{
	struct day day = { 0 };
	int i, j, n;

	(void)state;
	for (day.members = 1; day.members <= ROTATION_MEMBERS_MAX; day.members++)
		for (day.citizens = 1; day.citizens <= ROTATION_CITIZENS_MAX; day.citizens++) {
			n = day.citizens > day.members ? day.citizens : day.members;
			assert_int_equal(rotation_make(day.citizens, day.members, day.interpreter, day.slot), n);
			for (i = 0; i < day.citizens; i++)
				for (j = 0; j < day.members; j++)
					assert_int_equal((i + day.slot[i * day.members + j]) % n, j);
		}
}

static void
add_to(rotation_busy *busy, const struct day *day)
{
	int i, j;

	for (i = 0; i < day->citizens; i++)
		for (j = 0; j < day->members; j++)
			busy[j] |= rotation_bits(day->slot[i * day->members + j], length_of(day, i));
}

/* One more, with and without an interpreter, on each day of at most 11; and the ones before stay where they are. */
static void
a_late_citizen_moves_nobody(void **state)
{
	struct day day = { 0 };
	unsigned choice;
	int last, j;

	(void)state;
	for (day.members = 1; day.members <= ROTATION_MEMBERS_MAX; day.members++)
		for (last = 1; last < ROTATION_CITIZENS_MAX; last++)
			for (choice = 0; choice < 1u << (last + 1); choice += last > 8 ? 13 : 1) {
				rotation_busy busy[ROTATION_MEMBERS_MAX] = { 0 };
				int end, before;

				day.citizens = last;
				set_interpreters(&day, choice);
				before = rotation_make(last, day.members, day.interpreter, day.slot);
				add_to(busy, &day);
				day.citizens = last + 1;
				set_interpreters(&day, choice);
				end = rotation_fit(day.members, busy, 0, length_of(&day, last), 0, day.slot + last * day.members);
				assert_true(end > 0);
				day.length = end > before ? end : before;
				nobody_is_booked_twice(&day);
				for (j = 0; j < day.members; j++)
					assert_true(day.slot[last * day.members + j] + length_of(&day, last) <= end);
			}
}

/* The earliest end that there is, by trying all orders and all slots. */
static int
by_hand(int members, const rotation_busy *busy, rotation_busy own, int slots, int met, int from)
{
	int best = 1000, j, t;

	if (met == (1 << members) - 1)
		return from;
	for (j = 0; j < members; j++)
		for (t = from; (met >> j & 1) == 0 && t < 12; t++)
			if (((busy[j] | own) & rotation_bits(t, slots)) == 0) {
				int end = by_hand(members, busy, own, slots, met | 1 << j, t + slots);

				best = end < best ? end : best;
				break;
			}
	return best;
}

static void
a_late_citizen_ends_as_early_as_can_be(void **state)
{
	uint64_t random = 42;
	int i, j, out[4];

	(void)state;
	for (i = 0; i < 3000; i++) {
		rotation_busy busy[4], own;
		int slots = 1 + i % 2;

		for (j = 0; j < 4; j++) {
			random = random * 6364136223846793005u + 1442695040888963407u;
			busy[j] = (random >> 40 & 0xff) & (random >> 30 & 0xff);
		}
		own = random >> 50 & 0x3;
		assert_int_equal(rotation_fit(4, busy, own, slots, 0, out), by_hand(4, busy, own, slots, 0, 0));
	}
}

static void
a_full_day_takes_nobody(void **state)
{
	rotation_busy busy[2] = { ~(rotation_busy)0, 0 };
	int out[2] = { -7, -7 };

	(void)state;
	assert_int_equal(rotation_fit(2, busy, 0, 1, 0, out), 0);
	assert_int_equal(out[0], -7);
	busy[0] = ~((rotation_busy)1 << 63);
	assert_int_equal(rotation_fit(2, busy, 0, 1, 0, out), 64);
	assert_int_equal(out[0], 63);
	assert_int_equal(rotation_fit(2, busy, 0, 2, 0, out), 0);
	busy[0] = 0;
	assert_int_equal(rotation_fit(1, busy, 0, 2, 1, out), 3);
	assert_int_equal(out[0], 1);
	busy[0] = ~((rotation_busy)1 << 63);
	assert_int_equal(rotation_free(busy[0], 0, 1, 0), 63);
	assert_int_equal(rotation_free(busy[0], 0, 2, 0), -1);
	assert_int_equal(rotation_free(1, 4, 1, 0), 1);
	assert_int_equal(rotation_free(1, 4, 2, 0), 3);
	assert_int_equal(rotation_free(0, 0, 2, 5), 5);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_is_free_of_double_bookings),
		cmocka_unit_test(without_interpreters_it_is_the_latin_square),
		cmocka_unit_test(a_late_citizen_moves_nobody),
		cmocka_unit_test(a_late_citizen_ends_as_early_as_can_be),
		cmocka_unit_test(a_full_day_takes_nobody),
	};

	return cmocka_run_group_tests_name("rotation", tests, NULL, NULL);
}
