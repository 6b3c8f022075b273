/*
 * Are there few who could be told by an extract that is to go out beside those that the receiver has?
 *
 * Who has them all can find out in which of them a person is.  Of the persons of one (of) those who are in none of some others are found by leaving all of
 * these out; the fewest with somebody p among them are left when all the others that p is not in are left out: those of "of" who are in nothing that p is not in.
 * So it is enough to count these, for all p and all "of".
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "sql/rows.h"
#include "tools/export/extract.h"

/* So many extracts can a receiver have; the one that is to go out is the number NEW. */
enum { WORDS = 4, BITS = 64, NEW = 0, MOST = WORDS * BITS };

/* In which extracts persons are, and how many are in just these. */
struct pattern { unsigned long long in[WORDS]; long persons; };

struct comparing {
	const struct extract *extract;
	long long ids[MOST];		/* of the earlier ones, from 1 */
	size_t count;			/* ... and the new one */
	struct pattern *patterns, at;
	size_t used;
	long long citizen;
	long both;			/* persons of the new one who are in an earlier one */
	bool too_many;
};

static bool
is_in(const struct pattern *pattern, size_t extract)
{
	return (pattern->in[extract / BITS] >> extract % BITS & 1) != 0;
}

static void
put_in(struct pattern *pattern, size_t extract)
{
	pattern->in[extract / BITS] |= 1ULL << extract % BITS;
}

/* Is all of one in the other; the new one is looked at where it counts. */
static bool
within(const struct pattern *one, const struct pattern *other, bool with_new)
{
	size_t i;

	for (i = 0; i < WORDS; i++)
		if ((one->in[i] & ~other->in[i] & ~(i == 0 && !with_new ? 1ULL << NEW : 0)) != 0)
			return false;
	return true;
}

static void
add_pattern(struct comparing *c, const struct pattern *pattern)
{
	size_t i;

	for (i = 0; i < c->used; i++)
		if (memcmp(c->patterns[i].in, pattern->in, sizeof pattern->in) == 0) {
			c->patterns[i].persons += pattern->persons;
			return;
		}
	c->patterns = talloc_realloc(c->extract->owner, c->patterns, struct pattern, (unsigned)c->used + 1);
	c->patterns[c->used++] = *pattern;
}

static int
by_citizen(const void *wanted, const void *person)
{
	long long a = *(const long long *)wanted, b = (*(struct extract_person *const *)person)->citizen;

	return a < b ? -1 : a > b;
}

static void
end_person(struct comparing *c)
{
	const struct extract *extract = c->extract;

	if (c->citizen == 0)
		return;
	if (bsearch(&c->citizen, extract->by_citizen, extract->count, sizeof(struct extract_person *), by_citizen) != NULL) {
		put_in(&c->at, NEW);
		c->both++;
	}
	c->at.persons = 1;
	add_pattern(c, &c->at);
	c->at = (struct pattern){ 0 };
}

static void
take_person(void *user, const char *const *columns, size_t count)
{
	struct comparing *c = user;
	long long id = atoll(columns[0]), citizen = atoll(columns[1]);
	size_t i;

	(void)count;
	if (citizen != c->citizen)
		end_person(c);
	c->citizen = citizen;
	for (i = 1; i < c->count && c->ids[i] != id; i++)
		continue;
	if (i == MOST) {
		c->too_many = true;
		return;
	}
	c->ids[i] = id;
	c->count = i == c->count ? i + 1 : c->count;
	put_in(&c->at, i);
}

/* Those of an extract who are in nothing that the persons of that pattern are not in. */
static long
alone_with(const struct comparing *c, size_t extract, const struct pattern *pattern, bool with_new)
{
	long persons = 0;
	size_t i;

	for (i = 0; i < c->used; i++)
		if (is_in(&c->patterns[i], extract) && within(&c->patterns[i], pattern, with_new))
			persons += c->patterns[i].persons;
	return persons;
}

/* What the receiver can find without the new one does not keep it back. */
static bool
tells_of_few(const struct comparing *c, const struct pattern *pattern)
{
	size_t extract;
	long persons;

	for (extract = 0; extract < c->count; extract++) {
		if (!is_in(pattern, extract) || (extract != NEW && is_in(pattern, NEW)))
			continue;
		persons = alone_with(c, extract, pattern, true);
		if (persons < ANONYMITY_LEAST && (extract == NEW || persons != alone_with(c, extract, pattern, false)))
			return true;
	}
	return false;
}

enum fail
extract_differs(struct extract *extract, const char *receiver)
{
	struct comparing c = { .extract = extract, .count = 1 };
	struct pattern only_new = { 0 };
	bool near = false;
	size_t i;

	rows_each(extract->db, "SELECT p.extract_id, p.citizen_id FROM evaluation_extract e JOIN evaluation_person p ON p.extract_id = e.id WHERE " EXTRACT_RECEIVER_IS
	    " ORDER BY p.citizen_id", ARGS(EXTRACT_RECEIVER(receiver)), take_person, &c);
	end_person(&c);
	put_in(&only_new, NEW);
	only_new.persons = (long)extract->count - c.both;
	if (only_new.persons > 0)
		add_pattern(&c, &only_new);
	for (i = 0; i < c.used && !near; i++)
		near = tells_of_few(&c, &c.patterns[i]);
	talloc_free(c.patterns);
	if (db_failed(extract->db) != FAIL_NONE || (!near && !c.too_many))
		return db_failed(extract->db);
	if (c.too_many)
		fprintf(stderr, "the receiver has more than %d extracts, and cannot have another one\n", MOST - 2);
	else
		fprintf(stderr, "the receiver has extracts that this one differs from, one by one or taken together, by fewer than %d persons, who could be told:"
		    " ask for more months, or for fewer\n", ANONYMITY_LEAST);
	return FAIL_INPUT;
}
