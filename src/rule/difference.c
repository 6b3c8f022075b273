#include "rule/difference.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

/* A line of either text; id is the same for lines that are equal. */
struct line { const char *text; size_t length, id; };
struct side { struct line *lines; size_t count; };

static size_t
count_lines(const char *text)
{
	size_t count = 0;
	const char *at;

	for (at = text; *at != '\0'; at++)
		count += *at == '\n' || at[1] == '\0';
	return count;
}

static bool
split(const void *owner, const char *text, struct side *out)
{
	size_t i;

	out->count = count_lines(text);
	out->lines = talloc_array(owner, struct line, (unsigned)out->count + 1);
	if (out->lines == NULL)
		return false;
	for (i = 0; i < out->count; i++) {
		size_t length = strcspn(text, "\n");

		out->lines[i] = (struct line){ .text = text, .length = length };
		text += length + (text[length] == '\n');
	}
	return true;
}

static int
compare(const void *a, const void *b)
{
	const struct line *x = *(struct line *const *)a, *y = *(struct line *const *)b;
	size_t shorter = x->length < y->length ? x->length : y->length;
	int order = memcmp(x->text, y->text, shorter);

	return order != 0 ? order : (x->length > y->length) - (x->length < y->length);
}

/* Equal lines get equal numbers, so that each comparison afterwards is one of numbers. */
static bool
number(const void *owner, struct side *from, struct side *to)
{
	size_t count = from->count + to->count, i;
	struct line **all = talloc_array(owner, struct line *, (unsigned)count + 1);

	if (all == NULL)
		return false;
	for (i = 0; i < count; i++)
		all[i] = i < from->count ? &from->lines[i] : &to->lines[i - from->count];
	qsort(all, count, sizeof *all, compare);
	for (i = 1; i < count; i++)
		all[i]->id = all[i - 1]->id + (compare(&all[i - 1], &all[i]) != 0);
	talloc_free(all);
	return true;
}

/*
 * Where the search stands: x lines of from and y of to are done.  reached holds, for each number of edits d, the furthest x on the
 * diagonals -d to d (those of d's parity), one row after the other: row d begins at d * d.
 */
struct search { const struct side *from, *to; size_t x, y; long *reached; struct difference *out; };

static void
say(struct search *s, enum change change)
{
	const struct line *line = change == CHANGE_ADDED ? &s->to->lines[s->y] : &s->from->lines[s->x];
	bool old = change != CHANGE_ADDED, new = change != CHANGE_REMOVED;

	s->out->lines[s->out->count++] = (struct changed_line){ .change = change, .old = old ? s->x + 1 : 0, .new = new ? s->y + 1 : 0,
	    .length = line->length, .text = line->text };
	s->x += old;
	s->y += new;
}

static long *
row(const struct search *s, long d)
{
	return s->reached + d * d + d;
}

/* Is the best way to diagonal k with d edits an added line, from k + 1?  Else it is a removed one, from k - 1. */
static bool
is_added(const struct search *s, long d, long k)
{
	const long *before = row(s, d - 1);

	return k == -d || (k != d && before[k - 1] < before[k + 1]);
}

/* The furthest x on diagonal k with d edits, before equal lines are followed. */
static long
step(const struct search *s, long d, long k)
{
	if (d == 0)
		return 0;
	return is_added(s, d, k) ? row(s, d - 1)[k + 1] : row(s, d - 1)[k - 1] + 1;
}

static long
follow(const struct search *s, long x, long y)
{
	long columns = (long)(s->from->count - s->x), rows = (long)(s->to->count - s->y);

	while (x < columns && y < rows && s->from->lines[s->x + (size_t)x].id == s->to->lines[s->y + (size_t)y].id) {
		x++;
		y++;
	}
	return x;
}

/* Say the path that ends on diagonal k with d edits: found backwards, told forwards. */
static void
tell(struct search *s, long d, long k)
{
	long at;

	if (d > 0) {
		bool added = is_added(s, d, k);

		tell(s, d - 1, added ? k + 1 : k - 1);
		say(s, added ? CHANGE_ADDED : CHANGE_REMOVED);
	}
	for (at = step(s, d, k); at < row(s, d)[k]; at++)
		say(s, CHANGE_SAME);
}

/* Fill the row of d edits; the diagonal that came furthest in both texts together, its way in *best. */
static long
fill_row(struct search *s, long d, long columns, long rows, long *best)
{
	long k, best_k = 0;

	*best = -1;
	for (k = -d; k <= d; k += 2) {
		long x = step(s, d, k);

		/* Outside of either text: nothing goes on from there. */
		if (x < 0 || x > columns || x - k > rows) {
			row(s, d)[k] = -2;
			continue;
		}
		x = follow(s, x, x - k);
		row(s, d)[k] = x;
		if (2 * x - k > *best) {
			*best = 2 * x - k;
			best_k = k;
		}
	}
	return best_k;
}

/* One stretch from where the search stands: to the end of both texts or, where that takes too many edits, as far as these lead. */
static void
search_on(struct search *s)
{
	long columns = (long)(s->from->count - s->x), rows = (long)(s->to->count - s->y), d = 0, best, k;

	k = fill_row(s, 0, columns, rows, &best);
	while (best < columns + rows && d < DIFFERENCE_EDITS_MAX)
		k = fill_row(s, ++d, columns, rows, &best);
	tell(s, d, k);
}

/* Of a stretch of changes those removed come before those added: how people read them. */
static void
sort_stretches(const void *owner, struct difference *difference)
{
	struct changed_line *lines = difference->lines, *added = talloc_array(owner, struct changed_line, (unsigned)difference->count + 1);
	size_t i, out, waiting;

	for (i = out = 0; added != NULL && i < difference->count; i++) {
		for (waiting = 0; i < difference->count && lines[i].change != CHANGE_SAME; i++) {
			if (lines[i].change == CHANGE_ADDED)
				added[waiting++] = lines[i];
			else
				lines[out++] = lines[i];
		}
		memcpy(lines + out, added, waiting * sizeof *lines);
		out += waiting;
		if (i < difference->count)
			lines[out++] = lines[i];
	}
	talloc_free(added);
}

bool
difference_find(const void *owner, const char *from, const char *to, struct difference *out)
{
	void *memory = talloc_new(owner);
	struct side old, new;
	struct search s = { .from = &old, .to = &new, .out = out };
	bool done = false;

	*out = (struct difference){ 0 };
	s.reached = talloc_array(memory, long, (DIFFERENCE_EDITS_MAX + 1) * (DIFFERENCE_EDITS_MAX + 1) + 1);
	if (s.reached == NULL || !split(memory, from, &old) || !split(memory, to, &new) || !number(memory, &old, &new))
		goto done;
	out->lines = talloc_array(owner, struct changed_line, (unsigned)(old.count + new.count) + 1);
	if (out->lines == NULL)
		goto done;
	while (s.x < old.count || s.y < new.count)
		search_on(&s);
	sort_stretches(memory, out);
	done = true;
done:
	talloc_free(memory);
	return done;
}

bool
difference_is_near(const struct difference *difference, size_t index, size_t context)
{
	size_t from = index > context ? index - context : 0, i;

	for (i = from; i <= index + context && i < difference->count; i++)
		if (difference->lines[i].change != CHANGE_SAME)
			return true;
	return false;
}
