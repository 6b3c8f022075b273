/* rotation.h - who talks with whom when, on a day of analysis.  rule/: pure functions; may use base/. */
#ifndef SAMSPIL_RULE_ROTATION_H
#define SAMSPIL_RULE_ROTATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	ROTATION_MEMBERS_MAX = 8,	/* professionals */
	ROTATION_CITIZENS_MAX = 12,
	ROTATION_SLOTS_MAX = 64,	/* a day's slots, also the late ones: a bit each in rotation_busy */
};

/* The slots that somebody is taken in: bit t is slot t. */
typedef uint64_t rotation_busy;

/* The bits of a talk of one or two slots that begins in slot. */
rotation_busy rotation_bits(int slot, int slots);

/*
 * The first slot of each citizen's talk with each member, in out[citizen * members + member].  A talk of a citizen with an interpreter takes two slots,
 * others one; nobody is in two talks in one slot; everybody meets everybody.  Returns how many slots the day has.
 *
 * Without interpreters it is the Latin square: with N = max(citizens, members), citizen i meets member (i + t) mod N in slot t, and has none in it where there
 * is no such member: N slots, fewer cannot be.  With k > 0 of them, members are met two slots apart on a round of max(2 * members, citizens + k) slots,
 * one more if that is odd; those with an interpreter begin on even slots.  Fewer than the round before it was made even cannot be.
 * Source: domain.md b (row i, slot j: profession (i + j) mod n; an interpreter doubles the time).
 */
int rotation_make(int citizens, int members, const bool *interpreter, int *out);

/*
 * One more citizen, nobody else moved: a first slot in out[] for each member, whose busy slots are busy[]; the citizen's own are own.  slots: of each talk;
 * none begins in a slot of never.  The day's end is as early as it can be.  Returns the slot after the last one; 0, and out untouched, where ROTATION_SLOTS_MAX slots are not enough.
 */
int rotation_fit(int members, const rotation_busy *busy, rotation_busy own, int slots, rotation_busy never, int *out);

/* The first slot from from on in which a talk has room with both; -1 where there is none before ROTATION_SLOTS_MAX. */
int rotation_free(rotation_busy one, rotation_busy other, int slots, int from);

#endif
