#include "rule/anonymity.h"

#include <stdlib.h>

/* Those who look alike stand side by side in order. */
struct all { struct anonymous *persons, **order; size_t count, traits; const unsigned char *last; };

/* qsort has no argument for its caller: the traits that are not there are 0 for all. */
static int
by_look(const void *one, const void *other)
{
	const struct anonymous *a = *(struct anonymous *const *)one, *b = *(struct anonymous *const *)other;
	size_t t;

	for (t = 0; t < ANONYMITY_TRAITS; t++) {
		int x = a->value[t][a->level[t]], y = b->value[t][b->level[t]];

		if (a->level[t] != b->level[t])
			return a->level[t] < b->level[t] ? -1 : 1;
		if (x != y)
			return x < y ? -1 : 1;
	}
	return 0;
}

static void
sort(struct all *all)
{
	qsort(all->order, all->count, sizeof *all->order, by_look);
}

/* The first one who looks otherwise than the one at i. */
static size_t
next_look(const struct all *all, size_t i)
{
	size_t end = i + 1;

	while (end < all->count && by_look(&all->order[i], &all->order[end]) == 0)
		end++;
	return end;
}

/* One trait of all who are too few alike is told a level coarser. */
static void
make_coarser(struct all *all, unsigned char trait)
{
	size_t i, end;

	sort(all);
	for (i = 0; i < all->count; i = end) {
		end = next_look(all, i);
		if (end - i >= ANONYMITY_LEAST)
			continue;
		for (size_t each = i; each < end; each++)
			all->order[each]->level[trait] = (unsigned char)(all->order[each]->level[trait] + (all->order[each]->level[trait] < all->last[trait]));
	}
}

static bool
tells_nothing(const struct all *all, const struct anonymous *person)
{
	size_t t;

	for (t = 0; t < all->traits; t++)
		if (person->level[t] < all->last[t])
			return false;
	return true;
}

static void
tell_nothing(const struct all *all, size_t from, size_t end)
{
	size_t t;

	for (; from < end; from++)
		for (t = 0; t < all->traits; t++)
			all->order[from]->level[t] = all->last[t];
}

/* The smallest group of those of whom something is told; false: there is none. */
static bool
smallest(const struct all *all, size_t *from, size_t *end)
{
	size_t i, next, least = 0;

	for (i = 0; i < all->count; i = next) {
		next = next_look(all, i);
		if (tells_nothing(all, all->order[i]) || (least != 0 && next - i >= least))
			continue;
		least = next - i;
		*from = i;
		*end = next;
	}
	return least != 0;
}

/* Those of whom nothing is told are nobody, or enough: else the smallest group comes to them. */
static void
gather(struct all *all)
{
	size_t i, few, from = 0, end = 0;

	for (;;) {
		sort(all);
		for (i = few = 0; i < all->count; i++)
			few += tells_nothing(all, all->order[i]);
		if (!smallest(all, &from, &end) || (end - from >= ANONYMITY_LEAST && (few == 0 || few >= ANONYMITY_LEAST)))
			return;
		tell_nothing(all, from, end);
	}
}

bool
anonymity_apply(struct anonymous *persons, size_t count, size_t traits, const unsigned char *last, const unsigned char *steps, size_t steps_count)
{
	struct all all = { persons, NULL, count, traits, last };
	size_t i;

	if (count < ANONYMITY_LEAST)
		return count == 0;
	all.order = calloc(count, sizeof *all.order);
	if (all.order == NULL)
		return false;
	for (i = 0; i < count; i++)
		all.order[i] = &persons[i];
	for (i = 0; i < steps_count; i++)
		make_coarser(&all, steps[i]);
	gather(&all);
	free(all.order);
	return true;
}
