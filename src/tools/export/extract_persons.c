/* Who is in an extract, and what of their traits may be told. */
#include "tools/export/extract.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "sql/rows.h"

/* The traits, as the columns of persons.csv are; each of them is told at last as ".E". */
enum { DEPARTMENT, GROUP, AGE, SEX, LANGUAGE, STARTED, TRAITS };
static const unsigned char last_levels[TRAITS] = { 1, 1, 2, 1, 2, 2 };

/* What is given up first: the quarter, which foreign language, the years of age, the department; whoever matches persons needs the others most. */
static const unsigned char steps[] = { STARTED, LANGUAGE, AGE, DEPARTMENT, STARTED, LANGUAGE, SEX, AGE, GROUP };

enum { COURSES_MAX = 50 };

struct finding { struct extract *extract; size_t room; };

static int
number_of(struct extract *extract, const char *text)
{
	return extract_code_of(extract->owner, &extract->trait_texts, text, -1)->number;
}

static const char *
age_group(int years)
{
	static const struct { int below; const char *name; } groups[] = {
		{ 25, "under-25" }, { 30, "25-29" }, { 40, "30-39" }, { 50, "40-49" }, { 60, "50-59" },
	};
	size_t i;

	for (i = 0; i < sizeof groups / sizeof groups[0]; i++)
		if (years < groups[i].below)
			return groups[i].name;
	return "60-over";
}

static const char *
coarse_age(int years)
{
	return years < 30 ? "under-30" : years < 50 ? "30-49" : "50-over";
}

/* Level by level; what a person did not tell is a value of its own. */
static void
set_trait(struct extract *extract, struct anonymous *traits, size_t trait, const char *finest, const char *coarser)
{
	size_t level = 0;

	traits->value[trait][level++] = number_of(extract, finest);
	if (coarser != NULL)
		traits->value[trait][level++] = number_of(extract, coarser);
	traits->value[trait][level] = number_of(extract, ".E");
}

static const char *
quarter(const void *owner, const char *day)
{
	return talloc_asprintf(owner, "%.4s-Q%d", day, (atoi(day + 5) + 2) / 3);
}

static void
found(void *user, const char *const *c, size_t count)
{
	struct finding *f = user;
	struct extract *extract = f->extract;
	struct anonymous *traits;
	int years = c[3] == NULL ? 0 : atoi(c[3]);

	(void)count;
	if (extract->count == f->room) {
		f->room = 2 * f->room + 64;
		extract->persons = talloc_realloc(extract->owner, extract->persons, struct extract_person, (unsigned)f->room);
		extract->traits = talloc_realloc(extract->owner, extract->traits, struct anonymous, (unsigned)f->room);
		extract->courses = talloc_realloc(extract->owner, extract->courses, int, (unsigned)f->room);
	}
	extract->persons[extract->count] = (struct extract_person){ .citizen = atoll(c[0]) };
	key_pseudonym(extract->key, extract->number, atoll(c[0]), extract->persons[extract->count].pseudonym);
	extract->courses[extract->count] = atoi(c[7]);
	traits = &extract->traits[extract->count++];
	memset(traits, 0, sizeof *traits);
	set_trait(extract, traits, DEPARTMENT, c[1], NULL);
	set_trait(extract, traits, GROUP, c[2] == NULL ? ".H" : c[2], NULL);
	set_trait(extract, traits, AGE, age_group(years), coarse_age(years));
	set_trait(extract, traits, SEX, c[4] == NULL ? ".C" : c[4], NULL);
	set_trait(extract, traits, LANGUAGE, c[5], strcmp(c[5], "da") == 0 ? "da" : "other");
	set_trait(extract, traits, STARTED, quarter(extract->owner, c[6]), talloc_asprintf(extract->owner, "%.4s", c[6]));
}

/*
 * A column tells no value beside one that holds it ("50-59" and "50-over"): what fewer persons have is told as the others', where that is coarser, and else
 * left out.  Who looked alike does so after it.
 */
static void
tell_trait_alike(struct extract *extract, size_t trait, int coarse)
{
	size_t p, fine = 0, coarser = 0;

	for (p = 0; p < extract->count; p++)
		if (extract->traits[p].value[trait][1] == coarse) {
			fine += extract->traits[p].level[trait] == 0 && extract->traits[p].value[trait][0] != coarse;
			coarser += extract->traits[p].level[trait] == 1;
		}
	for (p = 0; fine > 0 && coarser > 0 && p < extract->count; p++)
		if (extract->traits[p].value[trait][1] == coarse) {
			if (fine > coarser && extract->traits[p].level[trait] == 1)
				extract->traits[p].level[trait] = 2;
			else if (fine <= coarser && extract->traits[p].level[trait] == 0)
				extract->traits[p].level[trait] = 1;
		}
}

static void
tell_alike(struct extract *extract)
{
	size_t t, value;

	for (t = 0; t < TRAITS; t++)
		for (value = 0; last_levels[t] == 2 && value < extract->trait_texts.count; value++)
			tell_trait_alike(extract, t, (int)value);
}

static int
by_pseudonym(const void *one, const void *other)
{
	return strcmp(((const struct extract_person *)one)->pseudonym, ((const struct extract_person *)other)->pseudonym);
}

static int
by_number(const void *one, const void *other)
{
	long long a = (*(struct extract_person *const *)one)->citizen, b = (*(struct extract_person *const *)other)->citizen;

	return a < b ? -1 : a > b;
}

/* Their order says nothing of who they are. */
static void
put_in_order(struct extract *extract)
{
	struct extract_person *sorted = talloc_array(extract->owner, struct extract_person, (unsigned)extract->count);
	struct anonymous *traits = talloc_array(extract->owner, struct anonymous, (unsigned)extract->count);
	int *courses = talloc_array(extract->owner, int, (unsigned)extract->count);
	size_t i;

	for (i = 0; i < extract->count; i++) {
		sorted[i] = extract->persons[i];
		sorted[i].used = i;
	}
	qsort(sorted, extract->count, sizeof *sorted, by_pseudonym);
	extract->by_citizen = talloc_array(extract->owner, struct extract_person *, (unsigned)extract->count);
	for (i = 0; i < extract->count; i++) {
		traits[i] = extract->traits[sorted[i].used];
		courses[i] = extract->courses[sorted[i].used];
		sorted[i].used = 0;
		extract->by_citizen[i] = &sorted[i];
	}
	qsort(extract->by_citizen, extract->count, sizeof *extract->by_citizen, by_number);
	extract->persons = sorted;
	extract->traits = traits;
	extract->courses = courses;
}

/* May it be told of each person how many courses they have, up to so many?  Nobody, or five, have each number. */
static bool
may_tell(const struct extract *extract, long long most)
{
	long long courses;
	size_t p, persons;

	for (courses = 1; courses <= most; courses++) {
		for (p = persons = 0; p < extract->count; p++)
			persons += extract->courses[p] == courses || (courses == most && extract->courses[p] > most);
		if (persons > 0 && persons < ANONYMITY_LEAST)
			return false;
	}
	return true;
}

enum fail
extract_find(struct extract *extract)
{
	static const char protected_sql[] = "WITH period AS (SELECT CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on, CAST(? AS DATE) AS today, CAST(? AS SIGNED) AS most)"
	    " SELECT COUNT(DISTINCT c.citizen_id) FROM period, course c JOIN citizen z ON z.id = c.citizen_id WHERE c.opened_on BETWEEN period.from_on AND period.to_on"
	    " AND z.protection_from <= period.today AND COALESCE(z.protection_to, period.today) >= period.today";
	struct finding f = { extract, 0 };

	extract->most = COURSES_MAX;
	rows_each(extract->db, extract_files[0].sql, extract_args(extract), found, &f);
	extract->protected = (long)rows_int(extract->db, 0, protected_sql, extract_args(extract));
	if (db_failed(extract->db) != FAIL_NONE)
		return db_failed(extract->db);
	if (extract->count < ANONYMITY_LEAST || !anonymity_apply(extract->traits, extract->count, TRAITS, last_levels, steps, sizeof steps)) {
		fprintf(stderr, "fewer than %d persons have a course that was opened in the period: nothing may go out\n", ANONYMITY_LEAST);
		return FAIL_INPUT;
	}
	tell_alike(extract);
	while (!may_tell(extract, extract->most))
		extract->most--;
	put_in_order(extract);
	return FAIL_NONE;
}
