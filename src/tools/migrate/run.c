#include "tools/migrate/run.h"

#include <string.h>
#include <strings.h>

#include "base/log.h"
#include "sql/exec.h"

static enum fail
check_record(const struct record *record, const struct migration *files, size_t count)
{
	size_t i;

	for (i = 0; i < count && files[i].number != record->number; i++)
		continue;
	if (i == count && (count == 0 || record->number > files[count - 1].number))
		return fail_log(FAIL_STALE, "migrate: the schema is newer than these files: %s was run;"
		    " install that version of Samspil",
		    record->name);
	if (i == count)
		return fail_log(FAIL_STALE, "migrate: %s was run and is no longer among the files", record->name);
	if (record->finished ? strcmp(files[i].checksum, record->checksum) != 0 : !record_fits(record, &files[i]))
		return fail_log(FAIL_STALE, "migrate: %s has changed since it was run%s: put it back%s", files[i].name,
		    record->finished ? "" : " in part", record->finished ? ", and write a new file" : "");
	return FAIL_NONE;
}

enum fail
run_check(const struct migration *files, size_t file_count, const struct record *records, size_t record_count)
{
	enum fail f = FAIL_NONE;
	size_t i;

	for (i = 0; i < record_count; i++)
		if (check_record(&records[i], files, file_count) != FAIL_NONE)
			f = FAIL_STALE;
	for (i = 0; i < file_count && record_count > 0; i++)
		if (run_record(records, record_count, &files[i]) == NULL
		    && files[i].number < records[record_count - 1].number)
			f = fail_log(FAIL_STALE, "migrate: %s stands behind %s, which was run: give it the next free number",
			    files[i].name, records[record_count - 1].name);
	return f;
}

const struct record *
run_record(const struct record *records, size_t count, const struct migration *migration)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (records[i].number == migration->number)
			return &records[i];
	return NULL;
}

/* Does the server's error say that a statement's work was there already? */
static bool
says_done(unsigned error, const char *sql)
{
	enum {
		DATABASE_EXISTS = 1007, TABLE_EXISTS = 1050, DUPLICATE_COLUMN = 1060, DUPLICATE_KEY_NAME = 1061,
		CANNOT_DROP = 1091, DUPLICATE_CONSTRAINT = 1826, UNKNOWN_TABLE = 1051, NO_SUCH_TABLE = 1146,
		SEQUENCE_UNKNOWN = 4091,
	};

	switch (error) {
	case DATABASE_EXISTS: case TABLE_EXISTS: case DUPLICATE_COLUMN: case DUPLICATE_KEY_NAME: case CANNOT_DROP:
	case DUPLICATE_CONSTRAINT: case UNKNOWN_TABLE: case SEQUENCE_UNKNOWN:
		return true;
	case NO_SUCH_TABLE:
		return strncasecmp(sql, "RENAME", 6) == 0 || strncasecmp(sql, "DROP", 4) == 0;
	default:
		return false;
	}
}

static void
run_ddl(struct db *db, const struct sql_statement *statement, bool in_doubt)
{
	exec_text(db, statement->text);
	if (!in_doubt || db_failed(db) == FAIL_NONE || !says_done(db_error_number(db), statement->text))
		return;
	db_clear(db);
	log_event("migrate", LOG_FIELDS(LOG_TEXT("text", "that statement had been done before the interruption")));
}

static enum fail
failed(struct db *db, const struct migration *migration, size_t number)
{
	enum fail f = db_failed(db);

	db_rollback(db);
	/* The server answered, so nothing is in doubt; without an answer the record stays as it is. */
	if (f != FAIL_AWAY) {
		db_clear(db);
		record_statement_done(db, migration, number - 1);
		db_commit(db);
	}
	return fail_log(f, "migrate: %s:%d: statement %zu failed; those before it are done:"
	    " mend it and what is behind, and run again",
	    migration->name, migration->statements[number - 1].line, number);
}

/* Rows and their record are one transaction; DDL commits by itself, so that it is begun is recorded before. */
static enum fail
run_statement(struct db *db, const struct migration *migration, size_t number, bool in_doubt)
{
	const struct sql_statement *statement = &migration->statements[number - 1];

	if (statement->kind == STATEMENT_DDL) {
		record_statement_begun(db, migration, number);
		run_ddl(db, statement, in_doubt);
	} else {
		exec_text(db, statement->text);
	}
	record_statement_done(db, migration, number);
	return db_commit(db) == FAIL_NONE ? FAIL_NONE : failed(db, migration, number);
}

enum fail
run_file(struct db *db, const struct migration *migration, const struct record *record)
{
	size_t done = record == NULL ? 0 : (size_t)record->statements, i;
	size_t begun = record == NULL ? 0 : (size_t)record->begun;
	enum fail f = record == NULL ? record_begin(db, migration) : FAIL_NONE;

	for (i = 1; i <= migration->count && f == FAIL_NONE; i++) {
		if (i > done)
			f = run_statement(db, migration, i, begun == i);
		else if (migration->statements[i - 1].kind == STATEMENT_SET)
			exec_text(db, migration->statements[i - 1].text);
	}
	return f == FAIL_NONE ? record_finished(db, migration) : f;
}
