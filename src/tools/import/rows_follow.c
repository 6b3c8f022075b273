#include "tools/import/rows_follow.h"

#include <stdbool.h>
#include <stdlib.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/deadline_by.h"
#include "sql/exec.h"
#include "sql/rows.h"

enum { AT_ONCE = 500 };	/* courses: memory does not grow with the file */

struct one { long long course; struct date starts, absent; };
struct found { struct one list[AT_ONCE]; size_t count; };

static void
take_one(void *user, const char *const *columns, size_t count)
{
	enum { COURSE, STARTS, ABSENT };
	struct found *found = user;
	struct one *one = &found->list[found->count++];

	(void)count;
	*one = (struct one){ .course = atoll(columns[COURSE]) };
	if (columns[STARTS] != NULL)
		date_parse(columns[STARTS], &one->starts);
	if (columns[ABSENT] != NULL)
		date_parse(columns[ABSENT], &one->absent);
}

/* As who changes a course: its row, then its turn. */
static bool
follow_one(struct db *db, const struct labels *labels, const char *today, const struct one *one)
{
	struct deadline_hand by = { .db = db, .uid = "samspil-import", .today = today, .labels = labels };

	if (one->starts.iso[0] == '\0' && one->absent.iso[0] == '\0')
		return false;
	by.owner = talloc_new(NULL);
	rows_int(db, 0, "SELECT id FROM course WHERE id = ? FOR UPDATE", ARGS(INT(one->course)));
	exec(db, "INSERT INTO course_turn (course_id) VALUES (?) ON DUPLICATE KEY UPDATE n = n + 1", ARGS(INT(one->course)));
	if (one->starts.iso[0] != '\0')
		deadline_follow_by(&by, one->course, "benefit-start", one->starts.iso);
	if (one->absent.iso[0] != '\0')
		deadline_follow_by(&by, one->course, "first-absence", one->absent.iso);
	talloc_free(by.owner);
	return true;
}

long long
rows_follow(struct db *db, const struct rows_kind *kind, const struct labels *labels)
{
	struct found *found = talloc(NULL, struct found);
	long long last = 0, courses = 0;
	struct date today;
	size_t i;

	date_today(&today);
	for (found->count = AT_ONCE; kind->follow != NULL && found->count == AT_ONCE && db_failed(db) == FAIL_NONE; ) {
		found->count = 0;
		rows_each(db, kind->follow, ARGS(INT(last), INT(AT_ONCE)), take_one, found);
		for (i = 0; i < found->count; i++) {
			last = found->list[i].course;
			courses += follow_one(db, labels, today.iso, &found->list[i]);
		}
	}
	talloc_free(found);
	return courses;
}
