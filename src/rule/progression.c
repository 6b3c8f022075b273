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

const char *
progression_change(int first, int last, bool higher_is_better)
{
	int change = higher_is_better ? last - first : first - last;

	if (change >= PROGRESSION_NOTICEABLE)
		return "better";
	return change <= -PROGRESSION_NOTICEABLE ? "worse" : "same";
}

long
progression_x(size_t index, size_t count)
{
	if (count < 2)
		return PROGRESSION_FIRST;
	return PROGRESSION_FIRST + (long)index * (PROGRESSION_LAST - PROGRESSION_FIRST) / (long)(count - 1);
}

long
progression_y(int value)
{
	return PROGRESSION_BOTTOM - (long)value * PROGRESSION_STEP;
}

long
progression_x_between(const char *const *days, size_t count, const char *day)
{
	size_t i;

	for (i = 1; i < count; i++) {
		long span = date_days(days[i - 1], days[i]), into = date_days(days[i - 1], day);
		long from = progression_x(i - 1, count), to = progression_x(i, count);

		if (into >= 0 && into <= span)
			return span == 0 ? from : from + (to - from) * into / span;
	}
	return -1;
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
