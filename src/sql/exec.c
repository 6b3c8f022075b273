#include "sql/exec.h"

#include <mysqld_error.h>
#include <string.h>
#include <talloc.h>

#include "sql/statement.h"

long long
exec(struct db *db, const char *sql, const struct value *args)
{
	struct statement *st = statement_for(db, sql);

	if (st == NULL || !statement_run(db, st, args))
		return 0;
	return (long long)mysql_stmt_affected_rows(st->handle);
}

long long
exec_insert(struct db *db, const char *sql, const struct value *args)
{
	struct statement *st = statement_for(db, sql);

	if (st == NULL || !statement_run(db, st, args))
		return 0;
	return (long long)mysql_stmt_insert_id(st->handle);
}

long long
exec_unique(struct db *db, const char *sql, const struct value *args)
{
	struct statement *st = statement_for(db, sql);

	if (st == NULL)
		return 0;
	if (statement_run(db, st, args))
		return (long long)mysql_stmt_affected_rows(st->handle);
	if (mysql_stmt_errno(st->handle) != ER_DUP_ENTRY)
		return 0;
	db_clear(db);
	return -1;
}

/* One column of many rows, laid out as Connector/C's column-wise bulk binding wants it. */
static void
bind_column(const void *owner, MYSQL_BIND *bind, const struct value *args, size_t width, size_t rows)
{
	unsigned n = (unsigned)rows;
	char *indicator = talloc_array(owner, char, n);
	size_t i;

	memset(bind, 0, sizeof *bind);
	bind->u.indicator = indicator;
	bind->buffer_type = MYSQL_TYPE_LONGLONG;
	for (i = 0; i < rows; i++) {
		indicator[i] = args[i * width].kind == VALUE_NULL ? STMT_INDICATOR_NULL : STMT_INDICATOR_NONE;
		if (args[i * width].kind == VALUE_TEXT)
			bind->buffer_type = MYSQL_TYPE_STRING;
	}
	if (bind->buffer_type == MYSQL_TYPE_LONGLONG) {
		long long *numbers = talloc_array(owner, long long, n);

		for (i = 0; i < rows; i++)
			numbers[i] = args[i * width].number;
		bind->buffer = numbers;
		return;
	}
	const char **texts = talloc_array(owner, const char *, n);
	unsigned long *lengths = talloc_array(owner, unsigned long, n);

	for (i = 0; i < rows; i++) {
		texts[i] = args[i * width].kind == VALUE_TEXT ? args[i * width].text : "";
		lengths[i] = args[i * width].length;
	}
	bind->buffer = texts;
	bind->length = lengths;
}

static bool
run_rows(struct db *db, struct statement *st, const struct value *args, size_t width, size_t rows)
{
	MYSQL_BIND binds[STATEMENT_PARAMETERS_MAX];
	unsigned count = (unsigned)rows, one = 0;
	void *memory = talloc_new(st);
	bool done;
	size_t i;

	for (i = 0; i < width; i++)
		bind_column(memory, &binds[i], args + i, width, rows);
	mysql_stmt_attr_set(st->handle, STMT_ATTR_ARRAY_SIZE, &count);
	done = mysql_stmt_bind_param(st->handle, binds) == 0 && mysql_stmt_execute(st->handle) == 0;
	if (!done)
		db_note_failure(db, st->handle, st->sql);
	else
		mysql_stmt_attr_set(st->handle, STMT_ATTR_ARRAY_SIZE, &one);
	talloc_free(memory);
	return done;
}

long long
exec_rows(struct db *db, const char *sql, const struct value *args, size_t width, size_t rows)
{
	struct statement *st = rows == 0 ? NULL : statement_for(db, sql);
	bool done;

	if (st == NULL)
		return 0;
	if (st->parameters != width) {
		db_fail(db, fail_log(FAIL_BROKEN, "db: %u values wanted: %.80s", st->parameters, sql));
		return 0;
	}
	db_count(db);
	db_clock(db, true);
	done = run_rows(db, st, args, width, rows);
	db_clock(db, false);
	return done ? (long long)rows : 0;
}

void
exec_text(struct db *db, const char *sql)
{
	if (db_failed(db) != FAIL_NONE)
		return;
	db_count(db);
	db_clock(db, true);
	if (mysql_query(db_connection(db), sql) != 0)
		db_note_failure(db, NULL, sql);
	db_clock(db, false);
}
