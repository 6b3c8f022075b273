/* connection.h - what db is inside, and how it connects.  For sql/ alone. */
#ifndef SAMSPIL_SQL_CONNECTION_H
#define SAMSPIL_SQL_CONNECTION_H

#include <mysql.h>
#include <stdbool.h>
#include <time.h>

#include "sql/db.h"

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

/*
 * A new connection in place of the one that there is, to the first host that answers, with what every session of ours is set to.
 * FAIL_AWAY, each host's reason logged.
 */
enum fail db_connect(struct db *db);

/* The destructor of a db. */
int db_release(struct db *db);

/* db_settings_wrong, logged: FAIL_BROKEN when there are any, FAIL_AWAY when the server could not be asked. */
enum fail db_check_settings(struct db *db);

#endif
