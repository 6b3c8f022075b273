#include "sql/statement.h"

#include <stdio.h>
#include <string.h>
#include <talloc.h>

#include "sql/bytes.h"
#include "sql/rows.h"

enum { ROOM_SHORT_MAX = 1024, ROOM_TEXT = 4096 };

static int
close_statement(struct statement *st)
{
	if (st->handle != NULL)
		mysql_stmt_close(st->handle);
	return 0;
}

/* Room for what fits nearly always; longer cells are fetched again (grow_cell). */
static unsigned long
room_for(const MYSQL_FIELD *field, bool long_text)
{
	if (long_text)
		return ROOM_TEXT;
	if (field->length < 40)
		return 40;
	return field->length < ROOM_SHORT_MAX ? field->length + 1 : ROOM_SHORT_MAX;
}

static void
describe_column(struct statement *st, unsigned i, const MYSQL_FIELD *field)
{
	enum { BINARY_CHARSET = 63 };
	struct column *column = &st->columns[i];

	column->name = talloc_strdup(st, field->name);
	column->long_text = field->type == MYSQL_TYPE_BLOB && field->charsetnr != BINARY_CHARSET;
	column->bytes = field->type == MYSQL_TYPE_BLOB && field->charsetnr == BINARY_CHARSET;
	column->moment = field->type == MYSQL_TYPE_DATETIME || field->type == MYSQL_TYPE_TIMESTAMP;
	column->room = room_for(field, column->long_text);
	column->buffer = talloc_array(st, char, (unsigned)column->room);
	st->results[i] = (MYSQL_BIND){
		.buffer_type = MYSQL_TYPE_STRING, .buffer = column->buffer, .buffer_length = column->room - 1,
		.length = &column->length, .is_null = &column->null, .error = &column->cut,
	};
}

static bool
describe_result(struct statement *st)
{
	MYSQL_RES *meta = mysql_stmt_result_metadata(st->handle);
	MYSQL_FIELD *fields;
	unsigned i;

	if (meta == NULL)
		return true;
	st->count = mysql_num_fields(meta);
	if (st->count > STATEMENT_COLUMNS_MAX) {
		mysql_free_result(meta);
		return false;
	}
	st->columns = talloc_zero_array(st, struct column, st->count);
	st->results = talloc_zero_array(st, MYSQL_BIND, st->count);
	fields = mysql_fetch_fields(meta);
	for (i = 0; i < st->count; i++)
		describe_column(st, i, &fields[i]);
	mysql_free_result(meta);
	return mysql_stmt_bind_result(st->handle, st->results) == 0;
}

static struct statement *
prepare(struct db *db, const char *sql)
{
	struct statement *st = talloc_zero(db, struct statement);

	talloc_set_destructor(st, close_statement);
	st->sql = sql;
	st->handle = mysql_stmt_init(db_connection(db));
	if (st->handle == NULL || mysql_stmt_prepare(st->handle, sql, strlen(sql)) != 0) {
		db_note_failure(db, st->handle, sql);
		talloc_free(st);
		return NULL;
	}
	st->parameters = (unsigned)mysql_stmt_param_count(st->handle);
	if (st->parameters > STATEMENT_PARAMETERS_MAX || !describe_result(st)) {
		db_fail(db, fail_log(FAIL_BROKEN, "db: too wide a statement: %.80s", sql));
		talloc_free(st);
		return NULL;
	}
	return st;
}

struct statement *
statement_for(struct db *db, const char *sql)
{
	struct statement **slot;

	if (db_failed(db) != FAIL_NONE)
		return NULL;
	if (db_connection(db) == NULL) {
		db_fail(db, FAIL_AWAY);
		return NULL;
	}
	slot = db_statement_slot(db, sql);
	if (*slot == NULL) {
		db_clock(db, true);
		*slot = prepare(db, sql);
		db_clock(db, false);
	}
	return *slot;
}

static void
bind_value(MYSQL_BIND *bind, const struct value *value)
{
	memset(bind, 0, sizeof *bind);
	switch (value->kind) {
	case VALUE_INT:
		bind->buffer_type = MYSQL_TYPE_LONGLONG;
		bind->buffer = (void *)&value->number;
		break;
	case VALUE_TEXT:
		bind->buffer_type = MYSQL_TYPE_STRING;
		bind->buffer = (void *)value->text;
		bind->buffer_length = value->length;
		break;
	case VALUE_BYTES:
		bind->buffer_type = MYSQL_TYPE_BLOB;
		bind->buffer = (void *)value->text;
		bind->buffer_length = value->length;
		break;
	default:
		bind->buffer_type = MYSQL_TYPE_NULL;
	}
}

static bool
bind_and_execute(struct db *db, struct statement *st, const struct value *args)
{
	MYSQL_BIND binds[STATEMENT_PARAMETERS_MAX];
	unsigned n;

	for (n = 0; args[n].kind != VALUE_END && n < st->parameters; n++)
		bind_value(&binds[n], &args[n]);
	if (n != st->parameters || args[n].kind != VALUE_END) {
		db_fail(db, fail_log(FAIL_BROKEN, "db: %u values wanted: %.80s", st->parameters, st->sql));
		return false;
	}
	if ((n > 0 && mysql_stmt_bind_param(st->handle, binds) != 0) || mysql_stmt_execute(st->handle) != 0) {
		db_note_failure(db, st->handle, st->sql);
		return false;
	}
	return true;
}

bool
statement_run(struct db *db, struct statement *st, const struct value *args)
{
	bool done;

	db_count(db);
	db_clock(db, true);
	done = db_in_time(db) && bind_and_execute(db, st, args);
	db_clock(db, false);
	return done;
}

/* The cell did not fit: fetch it again into a larger buffer, which stays. */
static bool
grow_cell(struct db *db, struct statement *st, unsigned i)
{
	struct column *column = &st->columns[i];

	unsigned long most = column->bytes ? BYTES_PART_MAX : ROWS_CELL_MAX;

	if (column->length > most) {
		db_fail(db, fail_log(FAIL_BROKEN, "db: a cell of %s is over %lu bytes: %.80s", column->name, most, st->sql));
		return false;
	}
	column->room = column->length + 1;
	column->buffer = talloc_realloc(st, column->buffer, char, (unsigned)column->room);
	st->results[i].buffer = column->buffer;
	st->results[i].buffer_length = column->room - 1;
	if (mysql_stmt_fetch_column(st->handle, &st->results[i], i, 0) == 0)
		return true;
	db_note_failure(db, st->handle, st->sql);
	return false;
}

/* "2026-04-15 08:30:00.000000" becomes "2026-04-15T08:30:00Z". */
static void
as_moment(struct column *column)
{
	if (column->length < 19 || column->room < 21)
		return;
	column->buffer[10] = 'T';
	memcpy(column->buffer + 19, "Z", 2);
}

bool
statement_fetch(struct db *db, struct statement *st)
{
	bool grown = false;
	unsigned i;
	int got;

	db_clock(db, true);
	got = mysql_stmt_fetch(st->handle);
	db_clock(db, false);
	if (got == MYSQL_NO_DATA)
		return false;
	if (got != 0 && got != MYSQL_DATA_TRUNCATED) {
		db_note_failure(db, st->handle, st->sql);
		return false;
	}
	for (i = 0; i < st->count; i++) {
		if (st->columns[i].null)
			continue;
		if (st->columns[i].length > st->columns[i].room - 1) {
			if (!grow_cell(db, st, i))
				return false;
			grown = true;
		}
		st->columns[i].buffer[st->columns[i].length] = '\0';
		if (st->columns[i].moment)
			as_moment(&st->columns[i]);
	}
	/* Not before the whole row is in: binding anew forgets where the cells of this row begin. */
	if (grown && mysql_stmt_bind_result(st->handle, st->results) != 0) {
		db_note_failure(db, st->handle, st->sql);
		return false;
	}
	return true;
}

void
statement_done(struct statement *st)
{
	mysql_stmt_free_result(st->handle);
}
