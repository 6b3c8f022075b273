#include "rule/rotation.h"

#include <string.h>

enum { SETS = 1 << ROTATION_MEMBERS_MAX };

rotation_busy
rotation_bits(int slot, int slots)
{
	return ((slots == 2 ? (rotation_busy)3 : (rotation_busy)1)) << slot;
}

/* Where each stands in the round: those with an interpreter first, two places each; the others after them.  Returns how many have one. */
static int
places(int citizens, const bool *interpreter, int *place)
{
	int i, with = 0, without = 0;

	for (i = 0; i < citizens; i++)
		if (interpreter[i])
			place[i] = 2 * with++;
	for (i = 0; i < citizens; i++)
		if (!interpreter[i])
			place[i] = with == 0 ? i : 2 * with - 1 + without++;
	return with;
}

static int
round_length(int citizens, int members, int with)
{
	int apart = with == 0 ? 1 : 2, taken = citizens + with, length = members * apart;

	if (length < taken)
		length = taken;
	return with > 0 && length % 2 == 1 ? length + 1 : length;
}

int
rotation_make(int citizens, int members, const bool *interpreter, int *out)
{
	int place[ROTATION_CITIZENS_MAX], with = places(citizens, interpreter, place);
	int length = round_length(citizens, members, with), apart = with == 0 ? 1 : 2, i, j;

	for (i = 0; i < citizens; i++)
		for (j = 0; j < members; j++)
			out[i * members + j] = (apart * j - place[i] + length) % length;
	return length;
}

/*
 * from[t][set]: the member whose talk ends where slot t begins, when exactly this set of members has been met before t; SKIP: nobody's does; NEVER: it cannot be.
 */
enum { SKIP = ROTATION_MEMBERS_MAX, NEVER = SKIP + 1 };
typedef unsigned char steps[ROTATION_SLOTS_MAX + 1][SETS];

/* Which member could be met last of this set, so that slot t is free again?  NEVER for none. */
static int
last_met(steps from, int t, int set, int members, const rotation_busy *busy, rotation_busy own, int slots, rotation_busy never)
{
	int j;

	if (t < slots || (never >> (t - slots) & 1) == 1)
		return NEVER;
	for (j = 0; j < members; j++) {
		rotation_busy talk = rotation_bits(t - slots, slots);

		if ((set >> j & 1) == 1 && ((busy[j] | own) & talk) == 0 && from[t - slots][set & ~(1 << j)] != NEVER)
			return j;
	}
	return NEVER;
}

static void
fill(steps from, int t, int members, const rotation_busy *busy, rotation_busy own, int slots, rotation_busy never)
{
	int set;

	for (set = 0; set < 1 << members; set++) {
		from[t][set] = t > 0 && from[t - 1][set] != NEVER ? SKIP : NEVER;
		if (from[t][set] == NEVER)
			from[t][set] = (unsigned char)last_met(from, t, set, members, busy, own, slots, never);
	}
	if (t == 0)
		from[0][0] = SKIP;
}

static void
read_back(steps from, int t, int set, int slots, int *out)
{
	while (set != 0) {
		int met = from[t][set];

		if (met == SKIP) {
			t--;
			continue;
		}
		t -= slots;
		out[met] = t;
		set &= ~(1 << met);
	}
}

int
rotation_fit(int members, const rotation_busy *busy, rotation_busy own, int slots, rotation_busy never, int *out)
{
	int all = (1 << members) - 1, t;
	steps from;

	for (t = 0; t <= ROTATION_SLOTS_MAX; t++) {
		fill(from, t, members, busy, own, slots, never);
		if (from[t][all] == NEVER)
			continue;
		read_back(from, t, all, slots, out);
		return t;
	}
	return 0;
}

int
rotation_free(rotation_busy one, rotation_busy other, int slots, int from)
{
	int slot;

	for (slot = from; slot + slots <= ROTATION_SLOTS_MAX; slot++)
		if (((one | other) & rotation_bits(slot, slots)) == 0)
			return slot;
	return -1;
}
