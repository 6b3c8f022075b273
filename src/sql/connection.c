#include "sql/connection.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include <unistd.h>

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

int
db_release(struct db *db)
{
	db_close(db);
	return 0;
}

static struct db *
new_db(const void *owner, const struct conf *conf)
{
	struct db *db = talloc_zero(owner, struct db);

	talloc_set_destructor(db, db_release);
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
enum fail
db_connect(struct db *db)
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
