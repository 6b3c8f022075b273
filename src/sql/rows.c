#include "sql/rows.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "sql/statement.h"
#include "xml/node.h"

static void
add_cell(xmlNode *row, const struct column *column)
{
	if (column->null)
		return;
	if (column->long_text)
		node_add_text(row, column->name, column->buffer);
	else
		node_set(row, column->name, column->buffer);
}

size_t
rows_add(struct db *db, xmlNode *parent, const char *name, const char *sql, const struct value *args)
{
	struct statement *st = statement_for(db, sql);
	size_t rows = 0;
	unsigned i;

	if (st == NULL || !statement_run(db, st, args))
		return 0;
	for (; statement_fetch(db, st); rows++) {
		xmlNode *row = node_add(parent, name);

		for (i = 0; i < st->count; i++)
			add_cell(row, &st->columns[i]);
	}
	statement_done(st);
	return db_failed(db) == FAIL_NONE ? rows : 0;
}

xmlNode *
rows_add_one(struct db *db, xmlNode *parent, const char *name, const char *sql, const struct value *args)
{
	return rows_add(db, parent, name, sql, args) == 0 ? NULL : parent->last;
}

int
rows_one(struct db *db, const void *owner, const char **out, size_t count, const char *sql, const struct value *args)
{
	struct statement *st = statement_for(db, sql);
	int found = 0;
	size_t i;

	memset(out, 0, count * sizeof *out);
	if (st == NULL || !statement_run(db, st, args))
		return 0;
	if (st->count != count) {
		db_fail(db, fail_log(FAIL_BROKEN, "db: %u columns, not %zu: %.80s", st->count, count, sql));
	} else if (statement_fetch(db, st)) {
		for (i = 0; i < count; i++)
			out[i] = st->columns[i].null ? NULL : talloc_strdup(owner, st->columns[i].buffer);
		found = 1;
	}
	statement_done(st);
	return found;
}

long long
rows_int(struct db *db, long long fallback, const char *sql, const struct value *args)
{
	const char *text = rows_text(db, db, sql, args);
	long long number = text == NULL ? fallback : atoll(text);

	talloc_free((void *)text);
	return number;
}

const char *
rows_text(struct db *db, const void *owner, const char *sql, const struct value *args)
{
	const char *text;

	return rows_one(db, owner, &text, 1, sql, args) ? text : NULL;
}

struct texts { const void *owner; const char **list; size_t count; };

static void
take_text(void *user, const char *const *columns, size_t count)
{
	struct texts *texts = user;

	(void)count;
	texts->list = talloc_realloc(texts->owner, texts->list, const char *, (unsigned)texts->count + 2);
	texts->list[texts->count++] = talloc_strdup(texts->owner, columns[0]);
	texts->list[texts->count] = NULL;
}

const char *const *
rows_texts(struct db *db, const void *owner, const char *sql, const struct value *args)
{
	static const char *const none[] = { NULL };
	struct texts texts = { .owner = owner };

	rows_each(db, sql, args, take_text, &texts);
	return texts.count == 0 ? none : texts.list;
}

size_t
rows_each(struct db *db, const char *sql, const struct value *args,
    void (*each)(void *user, const char *const *columns, size_t count), void *user)
{
	struct statement *st = statement_for(db, sql);
	const char *columns[STATEMENT_COLUMNS_MAX];
	size_t rows = 0;
	unsigned i;

	if (st == NULL || !statement_run(db, st, args))
		return 0;
	for (; statement_fetch(db, st); rows++) {
		for (i = 0; i < st->count; i++)
			columns[i] = st->columns[i].null ? NULL : st->columns[i].buffer;
		each(user, columns, st->count);
	}
	statement_done(st);
	return rows;
}
