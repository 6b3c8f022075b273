#include "sql/db.h"

#include <mysql.h>
#include <errmsg.h>
#include <mysqld_error.h>
#include <pwd.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "sql/statement.h"

enum { STATEMENT_SLOTS = 512, HOSTS_MAX = 8 };

struct host { char *name, *socket; unsigned port; };

struct db {
	MYSQL *my;
	struct host hosts[HOSTS_MAX];
	size_t host_count, host_now;
	const char *name, *user, *password, *ca_file;
	unsigned connect_timeout, read_timeout;
	const char *moment;		/* for db_as_of; NULL: now */
	long long deadline;		/* clock_us; 0: none */
	enum fail failed;
	unsigned error_number;
	bool dead;			/* the connection failed: db_ready opens a new one */
	struct statement *statements[STATEMENT_SLOTS];
	unsigned statement_count;
	long microseconds, run;
	struct timespec clock;
};

struct value
value_text(const char *text)
{
	if (text == NULL || text[0] == '\0')
		return NOTHING;
	return (struct value){ VALUE_TEXT, 0, text, strlen(text) };
}

static int
close_connection(struct db *db)
{
	db_close(db);
	return 0;
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

/* "host", "host:port" or "/path/to.sock". */
static void
add_host(struct db *db, const char *text)
{
	struct host *host = &db->hosts[db->host_count++];
	char *colon;

	if (text[0] == '/') {
		host->socket = talloc_strdup(db, text);
		host->name = talloc_strdup(db, "localhost");
		return;
	}
	host->name = talloc_strdup(db, text);
	colon = strrchr(host->name, ':');
	if (colon != NULL) {
		*colon = '\0';
		host->port = (unsigned)atoi(colon + 1);
	}
}

static enum fail
read_hosts(struct db *db, const char *list)
{
	char *copy = talloc_strdup(db, list), *rest = NULL, *word;

	for (word = strtok_r(copy, " ,", &rest); word != NULL; word = strtok_r(NULL, " ,", &rest)) {
		if (db->host_count == HOSTS_MAX)
			return fail_log(FAIL_BROKEN, "conf: [database] hosts names more than %d", HOSTS_MAX);
		add_host(db, word);
	}
	return db->host_count > 0 ? FAIL_NONE : fail_log(FAIL_BROKEN, "conf: [database] hosts is empty");
}

/* value with its first %s replaced by the program; nothing else is special. */
static char *
for_program(const void *owner, const char *value, const char *program)
{
	const char *mark = strstr(value, "%s");

	if (mark == NULL)
		return talloc_strdup(owner, value);
	return talloc_asprintf(owner, "%.*s%s%s", (int)(mark - value), value, program, mark + 2);
}

/* The password from password-file (which may hold %s) or password. */
static char *
read_password(const void *owner, const struct conf *conf, const char *program)
{
	const char *path = conf_text(conf, "database", "password-file", NULL);
	char line[512], *name;
	FILE *file;

	if (path == NULL)
		return talloc_strdup(owner, conf_text(conf, "database", "password", ""));
	name = conf_secret_path(owner, conf, for_program(owner, path, program));
	file = fopen(name, "re");
	if (file == NULL || fgets(line, sizeof line, file) == NULL) {
		if (file != NULL)
			fclose(file);
		fail_log(FAIL_BROKEN, "conf: [database] password-file: cannot read %s", name);
		return NULL;
	}
	fclose(file);
	line[strcspn(line, "\r\n")] = '\0';
	return talloc_strdup(owner, line);
}

enum fail
db_account(const void *owner, const struct conf *conf, const char *program, struct db_account *out)
{
	out->user = for_program(owner, conf_text(conf, "database", "user", "samspil_%s"), program);
	out->password = read_password(owner, conf, program);
	return out->user == NULL || out->password == NULL ? FAIL_BROKEN : FAIL_NONE;
}

static struct db *
new_db(const void *owner, const struct conf *conf)
{
	struct db *db = talloc_zero(owner, struct db);

	talloc_set_destructor(db, close_connection);
	db->ca_file = conf_text(conf, "database", "ca-file", NULL);
	db->connect_timeout = (unsigned)conf_number(conf, "database", "connect-timeout", 2, 1, 60);
	return db;
}

enum fail
db_new(const void *owner, const struct conf *conf, const char *program, struct db **out)
{
	struct db *db = *out = new_db(owner, conf);
	struct db_account account;

	if (db_account(db, conf, program, &account) != FAIL_NONE)
		return FAIL_BROKEN;
	db->name = conf_text(conf, "database", "name", "samspil");
	db->user = account.user;
	db->password = account.password;
	db->read_timeout = (unsigned)conf_number(conf, "database", "read-timeout", 10, 1, 3600);
	return read_hosts(db, conf_text(conf, "database", "hosts", "/run/mysqld/mysqld.sock"));
}

enum fail
db_new_administrator(const void *owner, const struct conf *conf, struct db **out)
{
	const struct passwd *me = getpwuid(geteuid());
	struct db *db = *out = new_db(owner, conf);

	db->user = talloc_strdup(db, conf_text(conf, "migrate", "user", me == NULL ? "root" : me->pw_name));
	db->password = "";
	if (conf_text(conf, "migrate", "password", NULL) != NULL || conf_text(conf, "migrate", "password-file", NULL) != NULL)
		db->password = conf_secret(db, conf, "migrate", "password");
	db->read_timeout = 3600;
	if (db->password == NULL)
		return FAIL_BROKEN;
	return read_hosts(db, conf_text(conf, "migrate", "hosts",
	    conf_text(conf, "database", "hosts", "/run/mysqld/mysqld.sock")));
}

void
db_patient(struct db *db, unsigned seconds)
{
	db->read_timeout = seconds;
}

static void
set_options(const struct db *db, MYSQL *my, const struct host *host)
{
	unsigned off = 0;
	my_bool yes = 1;

	mysql_options(my, MYSQL_OPT_CONNECT_TIMEOUT, &db->connect_timeout);
	mysql_options(my, MYSQL_OPT_READ_TIMEOUT, &db->read_timeout);
	mysql_options(my, MYSQL_OPT_WRITE_TIMEOUT, &db->read_timeout);
	mysql_options(my, MYSQL_OPT_LOCAL_INFILE, &off);
	mysql_options(my, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	if (host->socket != NULL)
		return;
	mysql_options(my, MYSQL_OPT_SSL_ENFORCE, &yes);
	mysql_options(my, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &yes);
	if (db->ca_file != NULL)
		mysql_options(my, MYSQL_OPT_SSL_CA, db->ca_file);
}

/*
 * What every session of ours is set to.  The read time-out is the last net; the server gives up one second before.  The moment
 * comes second: it is read in the session's time zone.
 */
static bool
set_session(const struct db *db)
{
	char text[512];

	snprintf(text, sizeof text, "SET SESSION autocommit = 0, time_zone = '+00:00', collation_connection = utf8mb4_danish_ci,"
	    " lock_wait_timeout = 3, innodb_lock_wait_timeout = 3, group_concat_max_len = 65536, max_statement_time = %u",
	    db->read_timeout > 1 ? db->read_timeout - 1 : 1);
	if (mysql_query(db->my, text) != 0)
		return false;
	if (db->moment == NULL)
		return true;
	snprintf(text, sizeof text, "SET SESSION system_versioning_asof = '%s'", db->moment);
	return mysql_query(db->my, text) == 0;
}

static bool
connect_to(struct db *db, const struct host *host)
{
	db->my = mysql_init(NULL);
	if (db->my == NULL)
		return false;
	set_options(db, db->my, host);
	if (mysql_real_connect(db->my, host->name, db->user, db->password, db->name, host->port, host->socket,
	    CLIENT_FOUND_ROWS) != NULL && set_session(db))
		return true;
	fail_log(FAIL_AWAY, "db: %s: %s", host->socket == NULL ? host->name : host->socket, mysql_error(db->my));
	mysql_close(db->my);
	db->my = NULL;
	return false;
}

/* The list is tried from the host that answered last: a dead first host costs its time-out only once. */
static enum fail
connect_any(struct db *db)
{
	size_t i;

	db_close(db);
	for (i = 0; i < db->host_count; i++) {
		size_t at = (db->host_now + i) % db->host_count;

		if (connect_to(db, &db->hosts[at])) {
			db->host_now = at;
			return FAIL_NONE;
		}
	}
	return FAIL_AWAY;
}

static enum fail
check_settings(struct db *db)
{
	char *wrong = db_settings_wrong(db, db), *rest = NULL, *line;
	enum fail f = FAIL_NONE;

	if (wrong == NULL)
		return FAIL_AWAY;
	for (line = strtok_r(wrong, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest))
		f = fail_log(FAIL_BROKEN, "db: the server's %s", line);
	talloc_free(wrong);
	return f;
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
	f = connect_any(db);
	db_clock(db, false);
	if (f == FAIL_NONE && check) {
		f = check_settings(db);
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
	talloc_set_destructor(out, close_connection);
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

static const struct { const char *name, *wanted; } settings[] = {
	{ "innodb_flush_log_at_trx_commit", "1" },
	{ "sync_binlog", "1" },
	{ "innodb_snapshot_isolation", "1" },
	{ "secure_timestamp", "SUPER" },
	{ "character_set_server", "utf8mb4" },
	{ "tx_isolation", "REPEATABLE-READ" },
};

char *
db_settings_wrong(const void *owner, struct db *db)
{
	enum { COUNT = sizeof settings / sizeof settings[0] };
	const char *now[COUNT + 1];
	char *wrong = talloc_strdup(owner, "");
	size_t i;

	if (!rows_one(db, wrong, now, COUNT + 1, "SELECT @@GLOBAL.innodb_flush_log_at_trx_commit, @@GLOBAL.sync_binlog,"
	    " @@innodb_snapshot_isolation, @@GLOBAL.secure_timestamp, @@GLOBAL.character_set_server, @@tx_isolation,"
	    " FIND_IN_SET('STRICT_TRANS_TABLES', @@sql_mode) + FIND_IN_SET('STRICT_ALL_TABLES', @@sql_mode)", NO_ARGS)) {
		talloc_free(wrong);
		return NULL;
	}
	for (i = 0; i < COUNT; i++)
		if (now[i] == NULL || strcmp(now[i], settings[i].wanted) != 0)
			wrong = talloc_asprintf_append(wrong, "%s is %s, must be %s\n", settings[i].name,
			    now[i] == NULL ? "unknown" : now[i], settings[i].wanted);
	if (now[COUNT] == NULL || strcmp(now[COUNT], "0") == 0)
		wrong = talloc_asprintf_append(wrong, "sql_mode is not strict, must hold STRICT_TRANS_TABLES\n");
	return wrong;
}
