#include "rule/change.h"

#include <math.h>

/* A difference of decimals may be a hair below what it is. */
static const double HAIR = 1e-9;

struct change
change_of(struct measured before, struct measured now, double least)
{
	struct change change = { .measured = before.is && now.is };

	if (!change.measured)
		return change;
	change.by = now.value - before.value;
	if (fabs(change.by) < HAIR)
		change.by = 0;
	change.noticeable = least > 0 && fabs(change.by) >= least - HAIR;
	return change;
}

struct change
change_of_mean(const struct measured *before, const struct measured *now, size_t count, double least)
{
	struct measured sums[2] = { { false, 0 }, { false, 0 } };
	size_t i, n = 0;

	for (i = 0; i < count; i++) {
		if (!before[i].is || !now[i].is)
			continue;
		sums[0].value += before[i].value;
		sums[1].value += now[i].value;
		n++;
	}
	for (i = 0; n > 0 && i < 2; i++)
		sums[i] = (struct measured){ true, sums[i].value / (double)n };
	return change_of(sums[0], sums[1], least);
}
