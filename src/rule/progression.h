/* progression.h - progress as citizen and provider each see it, 0 to 10.  rule/: pure functions; may use base/. */
#ifndef SAMSPIL_RULE_PROGRESSION_H
#define SAMSPIL_RULE_PROGRESSION_H

#include <stdbool.h>
#include <stddef.h>

enum {
	PROGRESSION_MAX = 10,
	PROGRESSION_BLIND_DAYS = 7,	/* so long one giver's value is kept from the other ("måler hver sin oplevelse") */
	PROGRESSION_NOTICEABLE = 2,	/* the smallest change of a person's value, or mean, that means something to that person */
	PROGRESSION_ITEM_NOTICEABLE = 3,	/* ... of one item of several that have a mean */
};

/* One value of one question.  Borrowed. */
struct progress_value {
	int round;			/* the giver's nth */
	bool by_citizen;
	bool given;			/* false: it was not possible, there is no value */
	int value;
	long age_days;			/* whole days since it was given */
};

/* The nth of the citizen beside the nth of the provider; NULL where there is none.  Points into the values. */
struct progress_round {
	int round;
	const struct progress_value *citizen, *provider;
	bool open;			/* may be shown to others than its giver */
};

/* Are the values of a round open: both are in, or the one that is in is PROGRESSION_BLIND_DAYS old? */
bool progression_open(const struct progress_value *citizen, const struct progress_value *provider);

/* Pair the values of one question, in any order, into rounds in order.  out has room for count.  Returns the rounds. */
size_t progression_pair(const struct progress_value *values, size_t count, struct progress_round *out);

/* The smallest change of one value that is noticeable, by how it is measured: "psfs" 3, "nrs", "gas" and NULL 2.  Source: domain.md d 4. */
int progression_noticeable(const char *measure);

/* "better", "worse", or "same" where the change is less than noticeable.  Borrowed, constant. */
const char *progression_change(int first, int last, bool higher_is_better, int noticeable);

/*
 * The mean of what a person can do (PSFS): of the items that were measured both first and last.  change and noticeable (by at least
 * PROGRESSION_NOTICEABLE) are of these; what was added later only counts in `added`.  False, and out untouched, where no item was measured
 * twice.  Each item's own change is another question (progression_noticeable).
 */
struct progress_item { int first, last; bool twice, higher_is_better; };
struct progress_mean { double first, last, change; bool noticeable; int items, added; };
bool progression_mean(const struct progress_item *items, size_t count, struct progress_mean *out);

/*
 * Goal attainment (GAS): how far a value is from its target, as a level.  There is 0, two points more are +1, four +2; less than it by one
 * or two points is -1, by more -2.  The T-score of several is scoring_gas.  Source: our own assumption (the levels), domain.md d 5.
 */
int progression_level(int value, int target, bool higher_is_better);

/* Where a value stands in the chart, in pixels from the top. */
long progression_y(int value);

/* Where a day stands between the first and the last one of the chart, in hundredths of a per cent; -1 when it is not between them. */
long progression_x(const char *first, const char *last, const char *day);

/* How many columns one date under the chart stands for, so that they can be read: on a wide screen, and on a narrow one. */
size_t progression_tick_each(size_t columns, bool narrow);

/* Two labels at the ends of lines that end at a and b (pixels from the top) are kept apart, so that both can be read. */
enum { PROGRESSION_LABEL = 16 };
void progression_part_labels(long *a, long *b);

enum {
	PROGRESSION_LEFT = 500, PROGRESSION_RIGHT = 8200,	/* the plot's edges, hundredths of a per cent */
	PROGRESSION_FIRST = 800, PROGRESSION_LAST = 8000,	/* the first and last column */
	PROGRESSION_BOTTOM = 240, PROGRESSION_STEP = 22,	/* pixels: of 0, and for each point */
	PROGRESSION_HEIGHT = 270,
	PROGRESSION_TICKS = 8, PROGRESSION_TICKS_NARROW = 4,	/* so many dates at most */
};

#endif
