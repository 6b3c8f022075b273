#include "tools/import/background.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "base/text.h"
#include "domain/background.h"
#include "sql/exec.h"
#include "sql/rows.h"

enum { CPR, SECTION, FIELD_NAME, VALUE, SYSTEM, ON, WIDTH, CPR_DIGITS = 10, SYSTEM_MAX = 40, COURSES_MAX = 20 };

static const char header[] = "cpr\tsection\tfield\tvalue\tsystem\tdate";
/* As whom the changes are told. */
static const char as_whom[] = "samspil-import";

/* The cells of a line, which is cut; how many there are. */
static size_t
cut(char *line, char *cells[WIDTH])
{
	size_t n = 0;
	char *cell;

	for (cell = line; cell != NULL; n++) {
		char *tab = strchr(cell, '\t');

		if (n < WIDTH)
			cells[n] = cell;
		if (tab != NULL)
			*tab++ = '\0';
		cell = tab;
	}
	return n;
}

/* "250380-1714" or "2503801714" as digits; NULL for anything else. */
static const char *
cpr_read_digits(const void *owner, const char *text)
{
	char *out = talloc_strdup(owner, text), *dash = strchr(out, '-');

	if (dash != NULL)
		memmove(dash, dash + 1, strlen(dash));
	return strlen(out) == CPR_DIGITS && strspn(out, "0123456789") == CPR_DIGITS ? out : NULL;
}

/* What is wrong with a line; NULL when it is right and in out. */
static const char *
line_read(const void *owner, char *cells[WIDTH], struct told *out)
{
	const struct background_section *section = background_section(cells[SECTION]);
	const struct field *field = section == NULL ? NULL : background_field(section, cells[FIELD_NAME]);
	struct date on, today;

	if (field == NULL)
		return "there is no such section or field";
	if (background_by_hand(field))
		return "this field is written by people alone";
	if (cells[SYSTEM][0] == '\0' || text_characters(cells[SYSTEM]) > SYSTEM_MAX)
		return "the system's name has 1 to 40 characters";
	date_today(&today);
	if (!date_parse(cells[ON], &on) || strcmp(on.iso, today.iso) > 0)
		return "the date is none, or is to come";
	*out = (struct told){ .cpr = cpr_read_digits(owner, cells[CPR]), .section = section->name, .field = field->name,
	    .value = cells[VALUE][0] == '\0' ? NULL : background_read(owner, field, cells[VALUE]), .system = cells[SYSTEM],
	    .on = talloc_strdup(owner, on.iso) };
	if (out->cpr == NULL)
		return "the first column is no CPR number";
	return out->value == NULL ? "the value is none that this field can have" : NULL;
}

static int
compare(const void *a, const void *b)
{
	const struct told *x = a, *y = b;
	int order = strcmp(x->cpr, y->cpr);

	if (order == 0)
		order = strcmp(x->section, y->section);
	if (order == 0)
		order = strcmp(x->field, y->field);
	if (order == 0)
		order = strcmp(x->on, y->on);
	return order;
}

/* In order: what was told of one field on one day is told once. */
static void
check_twins(struct lines *lines, struct told_list *list)
{
	size_t i;

	qsort(list->rows, list->count, sizeof *list->rows, compare);
	for (i = 1; i < list->count; i++)
		if (compare(&list->rows[i - 1], &list->rows[i]) == 0)
			lines_fault(lines, list->rows[i].line, "line %zu tells of the same field on the same day", list->rows[i - 1].line + 1);
}

enum fail
told_read(const void *owner, struct lines *lines, struct told_list *out)
{
	char *cells[WIDTH];
	size_t i, n;

	*out = (struct told_list){ talloc_array(owner, struct told, (unsigned)lines->count + 1), 0 };
	if (lines->count == 0 || strcmp(lines->list[0], header) != 0) {
		lines_fault(lines, 0, "the first line is not: cpr, section, field, value, system, date, with tabs between them");
		return FAIL_INPUT;
	}
	for (i = 1; i < lines->count; i++) {
		struct told *row = &out->rows[out->count];
		const char *wrong;

		if (lines->list[i][0] == '\0')
			continue;
		n = cut(lines->list[i], cells);
		wrong = n == WIDTH ? line_read(owner, cells, row) : "there are not six columns";
		row->line = i;
		if (wrong != NULL)
			lines_fault(lines, i, "%s", wrong);
		else
			out->count++;
	}
	check_twins(lines, out);
	return lines->faults == 0 ? FAIL_NONE : FAIL_INPUT;
}

static void
put_new(struct db *db, long long course, const struct told *told)
{
	exec(db, "INSERT INTO background_value (course_id, section, field, value, source, told_on, imported, imported_from, imported_on,"
	    " changed_by) VALUES (?, ?, ?, ?, 'case-system', ?, ?, ?, ?, ?)", ARGS(INT(course), TEXT(told->section), TEXT(told->field),
	    TEXT(told->value), TEXT(told->on), TEXT(told->value), TEXT(told->system), TEXT(told->on), TEXT(as_whom)));
}

/* follows: the value that stands there is the system's own. */
static void
put_over(struct db *db, long long course, const struct told *told, bool follows)
{
	exec(db, "UPDATE background_value SET value = IF(? = 1, ?, value), told_on = IF(? = 1, ?, told_on), imported = ?, imported_from = ?,"
	    " imported_on = ?, changed_by = ? WHERE course_id = ? AND section = ? AND field = ?", ARGS(INT(follows), TEXT(told->value),
	    INT(follows), TEXT(told->on), TEXT(told->value), TEXT(told->system), TEXT(told->on), TEXT(as_whom), INT(course),
	    TEXT(told->section), TEXT(told->field)));
}

static void
store_one(struct db *db, const void *owner, long long course, const struct told *told, struct told_done *done)
{
	enum { IS_VALUE, IS_SOURCE, IS_IMPORTED, IS_ON, IS_WIDTH };
	const char *is[IS_WIDTH];
	bool follows;

	if (!rows_one(db, owner, is, IS_WIDTH, "SELECT value, source, imported, imported_on FROM background_value WHERE course_id = ?"
	    " AND section = ? AND field = ?", ARGS(INT(course), TEXT(told->section), TEXT(told->field)))) {
		put_new(db, course, told);
		done->added++;
		return;
	}
	if (is[IS_IMPORTED] != NULL && strcmp(is[IS_IMPORTED], told->value) == 0) {
		done->same++;
		return;
	}
	if (is[IS_ON] != NULL && strcmp(is[IS_ON], told->on) > 0) {
		done->older++;
		return;
	}
	follows = is[IS_IMPORTED] != NULL && strcmp(is[IS_SOURCE], "case-system") == 0 && strcmp(is[IS_VALUE], is[IS_IMPORTED]) == 0;
	put_over(db, course, told, follows);
	if (follows)
		done->changed++;
	else
		done->beside++;
}

struct courses { long long ids[COURSES_MAX]; size_t count; };

static void
note_course(void *user, const char *const *columns, size_t count)
{
	struct courses *courses = user;

	(void)count;
	if (courses->count < COURSES_MAX)
		courses->ids[courses->count++] = atoll(columns[0]);
}

enum fail
told_store(struct db *db, const struct told_list *list, struct told_done *done)
{
	void *owner = talloc_new(NULL);
	size_t i, k;

	*done = (struct told_done){ 0 };
	for (i = 0; i < list->count; i++) {
		struct courses courses = { .count = 0 };

		rows_each(db, "SELECT c.id FROM citizen_cpr p JOIN course c ON c.citizen_id = p.citizen_id WHERE p.cpr = ?"
		    " AND c.state NOT IN ('closed', 'closed-low') ORDER BY c.id", ARGS(TEXT(list->rows[i].cpr)), note_course, &courses);
		for (k = 0; k < courses.count; k++)
			store_one(db, owner, courses.ids[k], &list->rows[i], done);
		done->homeless += courses.count == 0;
		talloc_free_children(owner);
	}
	talloc_free(owner);
	return db_failed(db);
}
