/* Is an extract that is to go out too near one that the receiver has? */
#include <stdlib.h>

#include "sql/rows.h"
#include "tools/export/extract.h"

struct comparing { const struct extract *extract; long long id; size_t earlier, both; bool near; };

static bool
is_few(size_t persons)
{
	return persons > 0 && persons < ANONYMITY_LEAST;
}

static void
end_one(struct comparing *c)
{
	c->near = c->near || (c->id != 0 && (is_few(c->earlier - c->both) || is_few(c->extract->count - c->both)));
	c->earlier = c->both = 0;
}

static int
by_citizen(const void *wanted, const void *person)
{
	long long a = *(const long long *)wanted, b = (*(struct extract_person *const *)person)->citizen;

	return a < b ? -1 : a > b;
}

static void
take_person(void *user, const char *const *columns, size_t count)
{
	struct comparing *c = user;
	long long id = atoll(columns[0]), citizen = atoll(columns[1]);

	(void)count;
	if (id != c->id)
		end_one(c);
	c->id = id;
	c->earlier++;
	c->both += bsearch(&citizen, c->extract->by_citizen, c->extract->count, sizeof(struct extract_person *), by_citizen) != NULL;
}

enum fail
extract_differs(struct extract *extract, const char *receiver)
{
	struct comparing c = { .extract = extract };

	rows_each(extract->db, "SELECT p.extract_id, p.citizen_id FROM evaluation_extract e JOIN evaluation_person p ON p.extract_id = e.id WHERE e.receiver = ?"
	    " ORDER BY p.extract_id", ARGS(TEXT(receiver)), take_person, &c);
	end_one(&c);
	if (db_failed(extract->db) != FAIL_NONE || !c.near)
		return db_failed(extract->db);
	fprintf(stderr, "the receiver has an extract that differs from this one by fewer than %d persons, who could be told: ask for more months, or for fewer\n", ANONYMITY_LEAST);
	return FAIL_INPUT;
}
