#include "sql/db.h"

#include <errmsg.h>
#include <mysql.h>
#include <mysqld_error.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>
#include <time.h>

#include "base/clock.h"
#include "sql/connection.h"
#include "sql/exec.h"
#include "sql/statement.h"

struct value
value_text(const char *text)
{
	if (text == NULL || text[0] == '\0')
		return NOTHING;
	return (struct value){ VALUE_TEXT, 0, text, strlen(text) };
}

void
db_close(struct db *db)
{
	size_t i;

	for (i = 0; i < STATEMENT_SLOTS; i++)
		if (db->statements[i] != NULL)
			TALLOC_FREE(db->statements[i]);
	db->statement_count = 0;
	if (db->my != NULL)
		mysql_close(db->my);
	db->my = NULL;
	db->dead = false;
}

static enum fail
ready(struct db *db, bool check)
{
	enum fail f = FAIL_NONE;

	db->failed = FAIL_NONE;
	db->microseconds = db->run = 0;
	if (db->my != NULL && !db->dead)
		return FAIL_NONE;
	db_clock(db, true);
	f = db_connect(db);
	db_clock(db, false);
	if (f == FAIL_NONE && check) {
		f = db_check_settings(db);
		if (f != FAIL_NONE)
			db->host_now = (db->host_now + 1) % db->host_count;
	}
	if (f != FAIL_NONE)
		db_close(db);
	db_fail(db, f);
	return f;
}

enum fail
db_ready(struct db *db)
{
	return ready(db, db->moment == NULL);
}

enum fail
db_ready_anyway(struct db *db)
{
	return ready(db, false);
}

struct db *
db_as_of(const void *owner, const struct db *db, const char *moment)
{
	struct db *out = talloc_memdup(owner, db, sizeof *db);

	out->my = NULL;
	memset(out->statements, 0, sizeof out->statements);
	out->moment = talloc_strdup(out, moment);
	out->deadline = 0;
	talloc_set_name_const(out, "struct db");
	talloc_set_destructor(out, db_release);
	db_ready(out);
	return out;
}

enum fail
db_commit(struct db *db)
{
	if (db->failed != FAIL_NONE)
		return db->failed;
	db_clock(db, true);
	if (mysql_commit(db->my) != 0)
		db_note_failure(db, NULL, "COMMIT");
	db_clock(db, false);
	return db->failed;
}

void
db_rollback(struct db *db)
{
	if (db->my != NULL && !db->dead && mysql_rollback(db->my) != 0)
		db->dead = true;
}

enum fail
db_failed(const struct db *db)
{
	return db->failed;
}

void
db_clear(struct db *db)
{
	db->failed = FAIL_NONE;
}

unsigned
db_error_number(const struct db *db)
{
	return db->error_number;
}

void
db_deadline(struct db *db, long long at)
{
	db->deadline = at;
}

bool
db_in_time(struct db *db)
{
	long long left = (db->deadline - clock_us()) / 1000;
	char text[80];

	if (db->deadline == 0)
		return true;
	if (left <= 0) {
		db->error_number = ER_STATEMENT_TIMEOUT;
		db_fail(db, FAIL_BUSY);
		return false;
	}
	snprintf(text, sizeof text, "SET SESSION max_statement_time = %lld.%03lld", left / 1000, left % 1000);
	if (mysql_query(db->my, text) != 0)
		db_note_failure(db, NULL, text);
	return db->failed == FAIL_NONE;
}

void
db_fail(struct db *db, enum fail f)
{
	if (db->failed == FAIL_NONE)
		db->failed = f;
}

long
db_microseconds(const struct db *db)
{
	return db->microseconds;
}

long
db_statements(const struct db *db)
{
	return db->run;
}

const char *
db_host(const struct db *db)
{
	const struct host *host = &db->hosts[db->host_now];

	if (db->my == NULL)
		return "";
	return host->socket == NULL ? host->name : host->socket;
}

MYSQL *
db_connection(struct db *db)
{
	return db->my;
}

void
db_count(struct db *db)
{
	db->run++;
}

void
db_clock(struct db *db, bool running)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	if (running) {
		db->clock = now;
		return;
	}
	db->microseconds += (now.tv_sec - db->clock.tv_sec) * 1000000 + (now.tv_nsec - db->clock.tv_nsec) / 1000;
}

/* Statements are kept by the address of their text: it is a constant, and an address is compared in no time. */
struct statement **
db_statement_slot(struct db *db, const char *sql)
{
	size_t at = ((uintptr_t)sql >> 3) % STATEMENT_SLOTS;

	if (db->statement_count > STATEMENT_SLOTS / 2) {
		size_t i;

		for (i = 0; i < STATEMENT_SLOTS; i++)
			TALLOC_FREE(db->statements[i]);
		db->statement_count = 0;
	}
	while (db->statements[at] != NULL && db->statements[at]->sql != sql)
		at = (at + 1) % STATEMENT_SLOTS;
	if (db->statements[at] == NULL)
		db->statement_count++;
	return &db->statements[at];
}

/* Which of our failures a server's error is; what is not listed is a fault of ours. */
static const struct { enum fail kind; unsigned errors[16]; } kinds[] = {
	{ FAIL_BUSY, { ER_LOCK_DEADLOCK, ER_LOCK_WAIT_TIMEOUT, ER_CHECKREAD, ER_STATEMENT_TIMEOUT, ER_QUERY_INTERRUPTED } },
	{ FAIL_AWAY, { CR_SERVER_GONE_ERROR, CR_SERVER_LOST, CR_SERVER_LOST_EXTENDED, CR_CONNECTION_ERROR, CR_CONN_HOST_ERROR,
	    CR_COMMANDS_OUT_OF_SYNC, CR_STMT_CLOSED, CR_NO_STMT_METADATA, ER_SERVER_SHUTDOWN, ER_CONNECTION_KILLED, ER_NORMAL_SHUTDOWN,
	    ER_CON_COUNT_ERROR, ER_UNKNOWN_COM_ERROR, ER_DISK_FULL, ER_RECORD_FILE_FULL, ER_OPTION_PREVENTS_STATEMENT } },
	{ FAIL_INPUT, { ER_DUP_ENTRY, ER_CONSTRAINT_FAILED, ER_NO_REFERENCED_ROW_2, ER_ROW_IS_REFERENCED_2, ER_DATA_TOO_LONG,
	    ER_WARN_DATA_OUT_OF_RANGE, ER_TRUNCATED_WRONG_VALUE, ER_TRUNCATED_WRONG_VALUE_FOR_FIELD, ER_BAD_NULL_ERROR,
	    WARN_DATA_TRUNCATED } },
};

static enum fail
kind_of(unsigned error)
{
	size_t i, j;

	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		for (j = 0; j < sizeof kinds[i].errors / sizeof kinds[i].errors[0]; j++)
			if (error != 0 && kinds[i].errors[j] == error)
				return kinds[i].kind;
	return FAIL_BROKEN;
}

enum fail
db_note_failure(struct db *db, MYSQL_STMT *statement, const char *sql)
{
	unsigned error = statement != NULL ? mysql_stmt_errno(statement) : 0;
	enum fail f;

	/* What fails while rows come in, the library tells of the connection only. */
	if (error == 0)
		error = mysql_errno(db->my);
	f = kind_of(error);
	/* The server's text of a duplicate or refused value quotes it: only the number and the statement are logged. */
	db->error_number = error;
	fail_log(f, "db: error %u: %.120s", error, sql);
	if (f == FAIL_BROKEN)
		fail_log(f, "db: %s", statement != NULL ? mysql_stmt_error(statement) : mysql_error(db->my));
	db_fail(db, f);
	/* Not closed here: the caller still holds its statement.  A server that answers so is no use: the next one is tried first. */
	db->dead = db->dead || f == FAIL_AWAY;
	if (f == FAIL_AWAY && error < CR_MIN_ERROR)
		db->host_now = (db->host_now + 1) % db->host_count;
	return f;
}
