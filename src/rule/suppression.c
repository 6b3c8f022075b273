#include "rule/suppression.h"

#include <math.h>

bool
suppression_allows(long count)
{
	return count == 0 || count >= SUPPRESSION_LEAST;
}

bool
suppression_allows_part(long total, long part)
{
	return suppression_allows(part) && suppression_allows(total - part);
}

long
suppression_round(long count)
{
	long most = count < 0 ? -count : count, rounded = (most + SUPPRESSION_LEAST / 2) / SUPPRESSION_LEAST * SUPPRESSION_LEAST;

	return count < 0 ? -rounded : rounded;
}

double
suppression_round_mean(double value)
{
	double step = fabs(value) < 10 ? 0.1 : pow(10, floor(log10(fabs(value))) - 1);

	return round(value / step) * step;
}

/* The shown cell of the fewest persons, but not of nobody; NULL: there is none. */
static struct cell *
smallest_shown(struct cell *cells, size_t count)
{
	struct cell *smallest = NULL;
	size_t i;

	for (i = 0; i < count; i++)
		if (cells[i].shown && cells[i].count > 0 && (smallest == NULL || cells[i].count < smallest->count))
			smallest = &cells[i];
	return smallest;
}

/* Can what is hidden be told from its sum?  Every hidden cell has somebody: with as many persons as cells, each has one. */
static bool
tells(const struct cell *cells, size_t count)
{
	long hidden = 0, persons = 0;
	size_t i;

	for (i = 0; i < count; i++) {
		hidden += !cells[i].shown;
		persons += cells[i].shown ? 0 : cells[i].count;
	}
	return hidden > 0 && (hidden == 1 || persons < SUPPRESSION_LEAST || persons == hidden);
}

static long
hide_few(struct cell *cells, size_t count)
{
	long total = 0;
	size_t i;

	for (i = 0; i < count; i++) {
		cells[i].shown = suppression_allows(cells[i].count);
		total += cells[i].count;
	}
	return total;
}

static void
hide_all(struct cell *cells, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		cells[i].shown = false;
}

void
suppression_apply(struct cell *cells, size_t count)
{
	struct cell *next;

	if (hide_few(cells, count) < SUPPRESSION_LEAST) {
		hide_all(cells, count);
		return;
	}
	while (tells(cells, count)) {
		next = smallest_shown(cells, count);
		if (next == NULL) {
			hide_all(cells, count);
			return;
		}
		next->shown = false;
	}
}

bool
suppression_whole(const struct cell *cells, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (!cells[i].shown)
			return false;
	return true;
}

/* At an end itself all are of one mind, and that may be told. */
static bool
tells_of_few(double distance, double step)
{
	return distance > step / 2 && distance < step * (SUPPRESSION_LEAST - 0.5);
}

bool
suppression_allows_mean(long count, double sum, double low, double high, double step)
{
	return count >= SUPPRESSION_LEAST && !tells_of_few(sum - (double)count * low, step) &&
	    !tells_of_few((double)count * high - sum, step);
}
