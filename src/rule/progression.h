/* progression.h - progress as citizen and provider each see it, 0 to 10.  rule/: pure functions; may use base/. */
#ifndef SAMSPIL_RULE_PROGRESSION_H
#define SAMSPIL_RULE_PROGRESSION_H

#include <stdbool.h>
#include <stddef.h>

enum {
	PROGRESSION_MAX = 10,
	PROGRESSION_BLIND_DAYS = 7,	/* so long one giver's value is kept from the other ("måler hver sin oplevelse") */
	PROGRESSION_NOTICEABLE = 2,	/* the smallest change of a person's value that means something to that person */
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

/* "better", "worse", or "same" where the change is less than noticeable.  Borrowed, constant. */
const char *progression_change(int first, int last, bool higher_is_better);

/* Where a value stands in the chart: the middle of column index of count, in hundredths of a per cent; pixels from the top. */
long progression_x(size_t index, size_t count);
long progression_y(int value);

/*
 * Where a day stands between the columns' days (ISO, in order), in hundredths of a per cent; -1 when it is not between the first
 * and the last.
 */
long progression_x_between(const char *const *days, size_t count, const char *day);

/* Two labels at the ends of lines that end at a and b (pixels from the top) are kept apart, so that both can be read. */
enum { PROGRESSION_LABEL = 16 };
void progression_part_labels(long *a, long *b);

enum {
	PROGRESSION_LEFT = 500, PROGRESSION_RIGHT = 8200,	/* the plot's edges, hundredths of a per cent */
	PROGRESSION_FIRST = 800, PROGRESSION_LAST = 8000,	/* the first and last column */
	PROGRESSION_BOTTOM = 240, PROGRESSION_STEP = 22,	/* pixels: of 0, and for each point */
	PROGRESSION_HEIGHT = 270,
};

#endif
