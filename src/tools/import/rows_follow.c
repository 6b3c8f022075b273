#include "tools/import/rows_follow.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include <unistd.h>

#include "base/date.h"
#include "sql/rows.h"

enum { AT_ONCE = 500 };	/* courses: memory does not grow with the file */
enum { TRIES = 3, PAUSE_S = 1, DAY = sizeof "2026-04-15" - 1 };

/* Of a part of the courses: last is where the next one begins. */
struct found { void *owner; struct deadline_debt *list; size_t count, courses; long long last, owing; };

static void
add_debt(struct found *found, const char *event, const char *day, bool gone)
{
	found->list = talloc_realloc(found->owner, found->list, struct deadline_debt, (unsigned)found->count + 1);
	found->list[found->count++] = (struct deadline_debt){ found->last, event, talloc_strndup(found->owner, day, DAY), gone };
}

static void
take_one(void *user, const char *const *columns, size_t count)
{
	enum { COURSE, STARTS, ABSENT, GONE };
	struct found *found = user;
	const size_t before = found->count;
	const char *day;

	(void)count;
	found->courses++;
	found->last = atoll(columns[COURSE]);
	if (columns[STARTS] != NULL)
		add_debt(found, "benefit-start", columns[STARTS], false);
	if (columns[ABSENT] != NULL)
		add_debt(found, "first-absence", columns[ABSENT], false);
	for (day = columns[GONE]; day != NULL && strlen(day) >= DAY; day = day[DAY] == '\0' ? NULL : day + DAY + 1)
		add_debt(found, "first-absence", day, true);
	found->owing += found->count > before;
}

long long
rows_owe(struct db *db, const struct rows_kind *kind)
{
	struct found found = { .courses = AT_ONCE };

	while (kind->follow != NULL && found.courses == AT_ONCE && db_failed(db) == FAIL_NONE) {
		found = (struct found){ .owner = talloc_new(NULL), .last = found.last, .owing = found.owing };
		rows_each(db, kind->follow, ARGS(INT(found.last), INT(AT_ONCE)), take_one, &found);
		deadline_owe(db, "samspil-import", found.list, found.count);
		talloc_free(found.owner);
	}
	return found.owing;
}

void
rows_follow(struct db *db, const void *owner, const struct labels *labels, struct deadline_paid *paid)
{
	struct date today;
	int tries;

	date_today(&today);
	paid->left = 1;
	for (tries = 0; tries < TRIES && paid->left > 0 && db_failed(db) == FAIL_NONE; tries++) {
		if (tries > 0)
			sleep(PAUSE_S);
		deadline_pay(db, owner, labels, today.iso, paid);
	}
}
