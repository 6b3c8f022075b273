#include "tools/import/rows_store.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "sql/exec.h"
#include "sql/rows.h"
#include "tools/import/rows_file.h"

enum { BATCH = 500 };

struct staging {
	struct db *db;
	const struct rows_kind *kind;
	const char *insert;
	size_t columns, rows;
	struct value *values;		/* of a batch, row after row */
	void *memory;			/* what they point at */
};

static const char *
sql_type(const void *owner, const struct rows_column *column)
{
	switch (column->kind) {
	case CELL_CPR:
		return "CHAR(10) CHARACTER SET ascii COLLATE ascii_bin";
	case CELL_DATE:
	case CELL_BORN:
	case CELL_MONTH:
		return "DATE";
	case CELL_NUMBER:
		return talloc_asprintf(owner, "DECIMAL(15,%u)", column->decimals);
	case CELL_INTEGER:
		return "BIGINT";
	case CELL_YES:
		return "BOOLEAN";
	case CELL_TEXT:
		return "TEXT";
	case CELL_LINE:
	case CELL_EMAIL:
		return talloc_asprintf(owner, "VARCHAR(%lld)", column->max);
	default:
		return "VARCHAR(200)";
	}
}

/* The table and the statement that fills it, as the kind's columns say; statements are kept by address, so the texts live as long as the tool. */
static void
make_table(struct staging *staging)
{
	char *table = talloc_strdup(staging, "CREATE TEMPORARY TABLE staged (line BIGINT NOT NULL PRIMARY KEY, citizen_id BIGINT, own_id BIGINT, kept BOOLEAN NOT NULL DEFAULT FALSE, fresh BOOLEAN");
	char *insert = talloc_strdup(staging, "INSERT INTO staged (line"), *places = talloc_strdup(staging, "?");
	size_t i;

	for (i = 0; i < staging->columns; i++) {
		const struct rows_column *column = &staging->kind->columns[i];

		table = talloc_asprintf_append(table, ", `%s` %s", column->name, sql_type(staging, column));
		insert = talloc_asprintf_append(insert, ", `%s`", column->name);
		places = talloc_strdup_append(places, ", ?");
	}
	table = talloc_asprintf_append(table, ", %s) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci", staging->kind->keys);
	staging->insert = talloc_asprintf(staging, "%s) VALUES (%s)", insert, places);
	exec_text(staging->db, "DROP TEMPORARY TABLE IF EXISTS staged");
	exec_text(staging->db, table);
}

struct staging *
staging_new(const void *owner, struct db *db, const struct rows_kind *kind)
{
	struct staging *staging = talloc_zero(owner, struct staging);

	staging->db = db;
	staging->kind = kind;
	staging->columns = rows_columns(kind);
	staging->values = talloc_array(staging, struct value, (unsigned)((staging->columns + 1) * BATCH));
	staging->memory = talloc_new(staging);
	make_table(staging);
	return staging;
}

void *
staging_memory(struct staging *staging)
{
	return staging->memory;
}

static void
flush(struct staging *staging)
{
	exec_rows(staging->db, staging->insert, staging->values, staging->columns + 1, staging->rows);
	talloc_free_children(staging->memory);
	staging->rows = 0;
}

void
staging_add(struct staging *staging, long number, const char *const *values)
{
	struct value *row = staging->values + staging->rows * (staging->columns + 1);
	size_t i;

	*row = INT(number);
	for (i = 0; i < staging->columns; i++)
		row[i + 1] = TEXT(values[i]);
	if (++staging->rows == BATCH)
		flush(staging);
}

void
staging_end(struct staging *staging)
{
	flush(staging);
	if (db_failed(staging->db) == FAIL_NONE)
		db_commit(staging->db);
}

/* Every statement of a list. */
static void
run_all(struct db *db, const char *const *list)
{
	for (; *list != NULL; list++)
		exec(db, *list, NO_ARGS);
}

struct checking { struct faults *faults; const char *column; };

static void
note_fault(void *user, const char *const *columns, size_t count)
{
	const struct checking *checking = user;

	(void)count;
	faults_note(checking->faults, atol(columns[0]), checking->column, "%s", columns[1] == NULL ? "" : columns[1]);
}

static void
check_all(struct db *db, const struct rows_check *check, struct faults *faults)
{
	for (; check != NULL && check->sql != NULL; check++) {
		struct checking checking = { faults, check->column };

		rows_each(db, check->sql, NO_ARGS, note_fault, &checking);
	}
}

static long long
of_strangers(struct db *db, bool refuse, struct faults *faults)
{
	struct checking checking = { faults, "cpr" };

	if (!refuse)
		return exec(db, "DELETE FROM staged WHERE citizen_id IS NULL", NO_ARGS);
	rows_each(db, "SELECT line, 'nobody here has this number' FROM staged WHERE citizen_id IS NULL ORDER BY line", NO_ARGS, note_fault, &checking);
	return 0;
}

/* Columns that the file does not have stay as they are. */
static void
keep_columns(struct db *db, const struct rows_kind *kind, const bool *has)
{
	size_t i;

	for (i = 0; kind->columns[i].name != NULL; i++)
		if (!has[i] && kind->columns[i].keep != NULL)
			exec(db, kind->columns[i].keep, NO_ARGS);
}

static void
spell_codes(struct db *db, const struct rows_kind *kind)
{
	size_t i;

	for (i = 0; kind->columns[i].name != NULL; i++)
		if (kind->columns[i].spelt != NULL)
			exec(db, kind->columns[i].spelt, NO_ARGS);
}

/* New rows whose numbers others point at: one block of numbers, and each looked at, since nothing promises that nobody was between. */
static enum fail
add_numbered(struct db *db, const struct rows_kind *kind, long long *added)
{
	long long first = exec_insert(db, kind->number.insert, NO_ARGS);

	if (first == 0)
		return db_failed(db);
	*added = exec(db, kind->number.assign, ARGS(INT(first)));
	if (db_failed(db) == FAIL_NONE && rows_int(db, 0, kind->number.verify, NO_ARGS) != *added && db_failed(db) == FAIL_NONE)
		db_fail(db, FAIL_BUSY);
	return db_failed(db);
}

static enum fail
put(struct db *db, const struct rows_kind *kind, struct stored *out)
{
	size_t i;

	out->changed = rows_int(db, 0, kind->changed, NO_ARGS);
	run_all(db, kind->change);
	if (kind->number.insert != NULL && add_numbered(db, kind, &out->added) != FAIL_NONE)
		return db_failed(db);
	for (i = 0; kind->add[i] != NULL; i++) {
		long long rows = exec(db, kind->add[i], NO_ARGS);

		if (i == 0 && kind->number.insert == NULL)
			out->added = rows;
	}
	out->same = out->total - out->unknown - out->added - out->changed - out->kept;
	return db_failed(db);
}

enum fail
staged_store(struct db *db, const struct rows_kind *kind, const struct staged_asked *asked, struct faults *faults, struct stored *out)
{
	*out = (struct stored){ .total = rows_int(db, 0, "SELECT COUNT(*) FROM staged", NO_ARGS) };
	if (kind->lock != NULL)
		rows_int(db, 0, kind->lock, NO_ARGS);
	run_all(db, kind->resolve);
	spell_codes(db, kind);
	if (kind->citizens)
		out->unknown = of_strangers(db, asked->refuse, faults);
	keep_columns(db, kind, asked->has);
	if (kind->keep != NULL) {
		run_all(db, kind->keep);
		out->kept = rows_int(db, 0, "SELECT COUNT(*) FROM staged WHERE kept", NO_ARGS);
	}
	check_all(db, kind->checks, faults);
	check_all(db, asked->meant ? NULL : kind->doubts, faults);
	if (db_failed(db) != FAIL_NONE)
		return db_failed(db);
	return faults->count > 0 ? FAIL_INPUT : put(db, kind, out);
}

struct telling { const struct faults *faults; char *text; };

static void
add_kept(void *user, const char *const *columns, size_t count)
{
	struct telling *telling = user;
	const struct faults *faults = telling->faults;

	(void)count;
	telling->text = talloc_asprintf_append_buffer(telling->text, faults->xml ? "%s: row %s: %s\n" : "%s:%s: %s\n", faults->path, columns[0], columns[1]);
}

const char *
staged_kept(struct db *db, const void *owner, const struct rows_kind *kind, const struct faults *faults)
{
	struct telling telling = { faults, talloc_strdup(owner, "") };

	if (kind->kept != NULL)
		rows_each(db, kind->kept, NO_ARGS, add_kept, &telling);
	return telling.text;
}

static void
tell_note(void *user, const char *const *columns, size_t count)
{
	(void)count;
	printf("%s: note: %s\n", (const char *)user, columns[0]);
}

void
staged_notes(struct db *db, const struct rows_kind *kind, const char *path)
{
	char *name = talloc_strdup(NULL, path);

	if (kind->notes != NULL)
		rows_each(db, kind->notes, NO_ARGS, tell_note, name);
	talloc_free(name);
}
