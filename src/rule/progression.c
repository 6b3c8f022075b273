#include "rule/progression.h"

#include <string.h>

#include "base/date.h"

bool
progression_open(const struct progress_value *citizen, const struct progress_value *provider)
{
	const struct progress_value *one = citizen != NULL ? citizen : provider;

	if (citizen != NULL && provider != NULL)
		return true;
	return one != NULL && one->age_days >= PROGRESSION_BLIND_DAYS;
}

/* The round of that number, made where it belongs if it is not there. */
static struct progress_round *
round_of(struct progress_round *rounds, size_t *count, int number)
{
	size_t i = *count;

	while (i > 0 && rounds[i - 1].round > number)
		i--;
	if (i > 0 && rounds[i - 1].round == number)
		return &rounds[i - 1];
	memmove(&rounds[i + 1], &rounds[i], (*count - i) * sizeof *rounds);
	rounds[i] = (struct progress_round){ .round = number };
	++*count;
	return &rounds[i];
}

size_t
progression_pair(const struct progress_value *values, size_t count, struct progress_round *out)
{
	size_t rounds = 0, i;

	for (i = 0; i < count; i++) {
		struct progress_round *round = round_of(out, &rounds, values[i].round);

		if (values[i].by_citizen)
			round->citizen = &values[i];
		else
			round->provider = &values[i];
	}
	for (i = 0; i < rounds; i++)
		out[i].open = progression_open(out[i].citizen, out[i].provider);
	return rounds;
}

int
progression_noticeable(const char *measure)
{
	return measure != NULL && strcmp(measure, "psfs") == 0 ? PROGRESSION_ITEM_NOTICEABLE : PROGRESSION_NOTICEABLE;
}

const char *
progression_change(int first, int last, bool higher_is_better, int noticeable)
{
	int change = higher_is_better ? last - first : first - last;

	if (change >= noticeable)
		return "better";
	return change <= -noticeable ? "worse" : "same";
}

bool
progression_mean(const struct progress_item *items, size_t count, struct progress_mean *out)
{
	int first = 0, last = 0, twice = 0, better = 0;
	size_t i;

	for (i = 0; i < count; i++) {
		if (!items[i].twice)
			continue;
		twice++;
		first += items[i].first;
		last += items[i].last;
		better += items[i].higher_is_better ? items[i].last - items[i].first : items[i].first - items[i].last;
	}
	if (twice == 0)
		return false;
	*out = (struct progress_mean){ .first = (double)first / twice, .last = (double)last / twice, .change = (double)better / twice,
	    .noticeable = better >= PROGRESSION_NOTICEABLE * twice || -better >= PROGRESSION_NOTICEABLE * twice, .items = twice,
	    .added = (int)count - twice };
	return true;
}

int
progression_level(int value, int target, bool higher_is_better)
{
	int beyond = higher_is_better ? value - target : target - value;

	if (beyond >= 0)
		return beyond >= 4 ? 2 : beyond / 2;
	return beyond >= -2 ? -1 : -2;
}

long
progression_y(int value)
{
	return PROGRESSION_BOTTOM - (long)value * PROGRESSION_STEP;
}

long
progression_x(const char *first, const char *last, const char *day)
{
	long span = date_days(first, last), into = date_days(first, day);

	if (into < 0 || into > span)
		return -1;
	return span == 0 ? PROGRESSION_FIRST : PROGRESSION_FIRST + into * (PROGRESSION_LAST - PROGRESSION_FIRST) / span;
}

size_t
progression_tick_each(size_t columns, bool narrow)
{
	size_t most = narrow ? PROGRESSION_TICKS_NARROW : PROGRESSION_TICKS;

	return columns <= most ? 1 : (columns + most - 1) / most;
}

void
progression_part_labels(long *a, long *b)
{
	long apart = *a - *b, push;

	if (apart >= PROGRESSION_LABEL || apart <= -PROGRESSION_LABEL)
		return;
	push = (PROGRESSION_LABEL - (apart < 0 ? -apart : apart) + 1) / 2;
	*a += apart <= 0 ? -push : push;
	*b += apart <= 0 ? push : -push;
}
