#include "domain/deadline_owed.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "sql/exec.h"
#include "sql/rows.h"

enum { AT_ONCE = 500, WIDTH = 5 };	/* rows in a statement, courses in memory */

void
deadline_owe(struct db *db, const char *uid, const struct deadline_debt *debts, size_t count)
{
	struct value *values = talloc_array(NULL, struct value, AT_ONCE * WIDTH);
	size_t i, n;

	for (; count > 0; debts += n, count -= n) {
		n = count < AT_ONCE ? count : AT_ONCE;
		for (i = 0; i < n; i++) {
			struct value *row = values + i * WIDTH;

			row[0] = INT(debts[i].course);
			row[1] = TEXT(debts[i].event);
			row[2] = TEXT(debts[i].day);
			row[3] = INT(debts[i].gone);
			row[4] = TEXT(uid);
		}
		exec_rows(db, "INSERT INTO deadline_owed (course_id, event, on_day, gone, changed_by) VALUES (?, ?, ?, ?, ?)", values, WIDTH, n);
	}
	talloc_free(values);
}

/* A debt of one course.  said: that day is said, or said no more, as it was when it was owed. */
struct owed { long long id; const char *event, *day, *uid; bool gone, said; };
struct list { void *owner; struct owed *ones; size_t count; };

static void
take_owed(void *user, const char *const *columns, size_t count)
{
	enum { ID, EVENT, DAY, GONE, UID, SAID };
	struct list *list = user;

	(void)count;
	list->ones = talloc_realloc(list->owner, list->ones, struct owed, (unsigned)list->count + 1);
	list->ones[list->count++] = (struct owed){ atoll(columns[ID]), talloc_strdup(list->owner, columns[EVENT]), talloc_strdup(list->owner, columns[DAY]),
	    talloc_strdup(list->owner, columns[UID]), strcmp(columns[GONE], "1") == 0, strcmp(columns[SAID], "1") == 0 };
}

/* A day that is gone comes last: a deadline that follows another day is counted anew, and keeps its history. */
static struct list
find_owed(struct db *db, void *owner, long long course)
{
	struct list list = { .owner = owner };

	rows_each(db, "SELECT o.id, o.event, o.on_day, o.gone, o.changed_by, c.state NOT IN ('closed', 'closed-low') AND o.gone <>"
	    "  (EXISTS (SELECT 1 FROM benefit_period p WHERE p.citizen_id = c.citizen_id AND IF(o.event = 'benefit-start', p.starts_on, p.first_absence_day) = o.on_day)"
	    "   OR (o.gone AND EXISTS (SELECT 1 FROM background_value b WHERE b.course_id = c.id AND b.section = 'work' AND b.field = 'first-absence-day'"
	    "    AND b.value = o.on_day)))"
	    " FROM deadline_owed o JOIN course c ON c.id = o.course_id WHERE o.course_id = ? ORDER BY o.gone, o.id", ARGS(INT(course)), take_owed, &list);
	return list;
}

struct payer { struct db *db; const struct labels *labels; const char *today; };

static void
pay_one(const struct payer *payer, void *owner, long long course, const struct owed *owed, struct deadline_gone *gone)
{
	const struct deadline_hand by = { .db = payer->db, .owner = owner, .uid = owed->uid, .today = payer->today, .labels = payer->labels };

	if (owed->said && owed->gone)
		deadline_gone_by(&by, course, owed->event, owed->day, gone);
	else if (owed->said)
		deadline_follow_by(&by, course, owed->event, owed->day);
	exec(payer->db, "DELETE FROM deadline_owed WHERE course_id = ? AND id = ?", ARGS(INT(course), INT(owed->id)));
}

/* As who changes a course: its row, then its turn; nobody is waited for.  What is read after that, nobody else works off. */
static void
take_course(struct db *db, long long course)
{
	if (rows_int(db, 0, "SELECT id FROM course WHERE id = ? FOR UPDATE NOWAIT", ARGS(INT(course))) == course)
		exec(db, "INSERT INTO course_turn (course_id) VALUES (?) ON DUPLICATE KEY UPDATE n = n + 1", ARGS(INT(course)));
	else
		exec(db, "DELETE FROM deadline_owed WHERE course_id = ?", ARGS(INT(course)));
}

static enum fail
pay_course(const struct payer *payer, long long course, struct deadline_paid *paid)
{
	void *owner = talloc_new(NULL);
	struct deadline_gone gone = paid->gone;
	struct list list;
	size_t i;
	enum fail f;

	take_course(payer->db, course);
	list = find_owed(payer->db, owner, course);
	for (i = 0; i < list.count; i++)
		pay_one(payer, owner, course, &list.ones[i], &gone);
	f = db_failed(payer->db) == FAIL_NONE ? db_commit(payer->db) : db_failed(payer->db);
	if (f == FAIL_NONE && list.count > 0) {
		paid->courses++;
		paid->gone = gone;
	}
	if (f != FAIL_NONE)
		db_rollback(payer->db);
	talloc_free(owner);
	return f;
}

/* The next courses after one, which are owed; nothing is held while they are worked off. */
static const char *const *
next_courses(struct db *db, const void *owner, long long after)
{
	const char *const *courses = rows_texts(db, owner, "SELECT DISTINCT course_id FROM deadline_owed WHERE course_id > ? ORDER BY course_id LIMIT ?",
	    ARGS(INT(after), INT(AT_ONCE)));

	if (db_failed(db) == FAIL_NONE)
		db_rollback(db);
	return courses;
}

void
deadline_pay(struct db *db, const void *owner, const struct labels *labels, const char *today, struct deadline_paid *paid)
{
	const struct payer payer = { db, labels, today };
	void *memory = talloc_new(owner);
	const char *const *course = next_courses(db, memory, 0);
	enum fail worst = FAIL_NONE, f = FAIL_NONE;

	for (; f != FAIL_AWAY && *course != NULL; ) {
		const long long last = atoll(*course);

		f = pay_course(&payer, last, paid);
		if (f != FAIL_NONE && db_ready(db) != FAIL_NONE)
			f = FAIL_AWAY;
		worst = f != FAIL_BUSY && f > worst ? f : worst;
		if (f != FAIL_AWAY && *++course == NULL)
			course = next_courses(db, memory, last);
	}
	paid->left = rows_int(db, 0, "SELECT COUNT(DISTINCT course_id) FROM deadline_owed", NO_ARGS);
	if (db_failed(db) == FAIL_NONE)
		db_rollback(db);
	if (worst != FAIL_NONE)
		db_fail(db, worst);
	talloc_free(memory);
}
