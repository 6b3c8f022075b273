#include "xml/gate/nearest.h"

#include <string.h>

enum { NEAREST_LENGTH_MAX = 64, NEAREST_DISTANCE_MAX = 3 };

struct nearest
nearest_to(const char *name, size_t length)
{
	unsigned within = (unsigned)(length / 3);

	within = within < 1 ? 1 : within > NEAREST_DISTANCE_MAX ? NEAREST_DISTANCE_MAX : within;
	return (struct nearest){ .name = name, .length = length, .distance = length > NEAREST_LENGTH_MAX || length == 0 ? 0 : within + 1 };
}

static unsigned
least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

static int
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

/* Edit distance with swaps of neighbours, three rows at a time; both at most NEAREST_LENGTH_MAX long. */
static unsigned
distance(const char *a, size_t la, const char *b, size_t lb)
{
	unsigned rows[3][NEAREST_LENGTH_MAX + 1], *before = rows[0], *last = rows[1], *row = rows[2], *spare;
	size_t i, j;

	for (j = 0; j <= lb; j++)
		before[j] = last[j] = (unsigned)j;
	for (i = 1; i <= la; i++) {
		row[0] = (unsigned)i;
		for (j = 1; j <= lb; j++) {
			row[j] = least(least(last[j] + 1, row[j - 1] + 1), last[j - 1] + (lower(a[i - 1]) != lower(b[j - 1])));
			if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
				row[j] = least(row[j], before[j - 2] + 1);
		}
		spare = before, before = last, last = row, row = spare;
	}
	return last[lb];
}

void
nearest_try(struct nearest *nearest, const char *known)
{
	size_t length = strnlen(known, NEAREST_LENGTH_MAX + 1);
	size_t apart = length > nearest->length ? length - nearest->length : nearest->length - length;
	unsigned found;

	if (length > NEAREST_LENGTH_MAX || apart >= nearest->distance)
		return;
	found = distance(nearest->name, nearest->length, known, length);
	if (found < nearest->distance && found < length) {
		nearest->best = known;
		nearest->distance = found;
	}
}
