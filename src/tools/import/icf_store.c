/* icf_store.c - the table icf brought to a list. */
#include <string.h>
#include <talloc.h>

#include "sql/exec.h"
#include "sql/rows.h"
#include "tools/import/icf.h"

enum { WIDTH = 11, BATCH = 500 };

/* What stands in the table now: a list sorted by code, as rows are read in that order. */
struct standing { const void *owner; struct icf_list list; };

static const char *
copy(const void *owner, const char *text)
{
	return text == NULL ? NULL : talloc_strdup(owner, text);
}

static void
note_standing(void *user, const char *const *c, size_t count)
{
	struct standing *standing = user;
	struct icf_row *row = icf_add(standing->owner, &standing->list, 0);
	const char **cells[] = { &row->code, &row->title, &row->component, &row->parent, &row->icf, &row->kind, &row->selectable,
	    &row->valid_from, &row->valid_to, &row->note };
	size_t i;

	for (i = 0; i < count && i < sizeof cells / sizeof cells[0]; i++)
		*cells[i] = copy(standing->owner, c[i]);
}

static bool
same_text(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool
same(const struct icf_row *a, const struct icf_row *b)
{
	return same_text(a->title, b->title) && same_text(a->component, b->component) && same_text(a->parent, b->parent) &&
	    same_text(a->icf, b->icf) && same_text(a->kind, b->kind) && same_text(a->selectable, b->selectable) &&
	    same_text(a->valid_from, b->valid_from) && same_text(a->valid_to, b->valid_to) && same_text(a->note, b->note);
}

static void
fill(struct value *values, const struct icf_row *row, const char *source)
{
	const struct value cells[WIDTH] = { TEXT(row->code), TEXT(row->title), TEXT(row->component), TEXT(row->parent), TEXT(row->icf),
	    TEXT(row->kind), INT(strcmp(row->selectable, "y") == 0), TEXT(row->valid_from), TEXT(row->valid_to), TEXT(row->note),
	    TEXT(source) };

	memcpy(values, cells, sizeof cells);
}

static void
put(struct db *db, const struct value *values, size_t rows)
{
	exec_rows(db, "INSERT INTO icf (code, title, component, parent, icf, kind, selectable, valid_from, valid_to, note, source)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE title = VALUES(title), component = VALUES(component),"
	    " parent = VALUES(parent), icf = VALUES(icf), kind = VALUES(kind), selectable = VALUES(selectable),"
	    " valid_from = VALUES(valid_from), valid_to = VALUES(valid_to), note = VALUES(note), source = VALUES(source)",
	    values, WIDTH, rows);
}

enum fail
icf_store(struct db *db, const struct icf_list *list, const char *source, struct icf_done *done)
{
	struct standing standing = { .owner = talloc_new(NULL) };
	struct value *values = talloc_array(standing.owner, struct value, WIDTH * BATCH);
	size_t i, n = 0;

	*done = (struct icf_done){ 0 };
	rows_each(db, "SELECT code, title, component, parent, icf, kind, IF(selectable, 'y', 'n'), valid_from, valid_to, note FROM icf"
	    " ORDER BY code", NO_ARGS, note_standing, &standing);
	for (i = 0; i < list->count; i++) {
		const struct icf_row *row = &list->rows[i], *was = icf_find(&standing.list, row->code, strlen(row->code));

		done->same += was != NULL && same(was, row);
		done->changed += was != NULL && !same(was, row);
		done->added += was == NULL;
		if (was == NULL || !same(was, row))
			fill(values + WIDTH * n++, row, source);
		if (n == BATCH) {
			put(db, values, n);
			n = 0;
		}
	}
	if (n > 0)
		put(db, values, n);
	talloc_free((void *)standing.owner);
	return db_failed(db);
}
