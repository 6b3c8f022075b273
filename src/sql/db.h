/* db.h - one connection a process.  sql/: the only home of mysql.h; may use base/ and xml/node.h. */
#ifndef SAMSPIL_SQL_DB_H
#define SAMSPIL_SQL_DB_H

#include <stdbool.h>
#include <stddef.h>

#include "base/conf.h"
#include "base/fail.h"

struct db;

/* A value for a '?': made by the macros below, which borrow what they are given. */
enum value_kind { VALUE_END, VALUE_NULL, VALUE_INT, VALUE_TEXT, VALUE_BYTES };
struct value { enum value_kind kind; long long number; const char *text; size_t length; };

#define INT(n)		((struct value){ VALUE_INT, (n), NULL, 0 })
#define TEXT(t)		value_text(t)	/* NULL and "" become SQL's NULL */
#define BYTES(b, n)	((struct value){ VALUE_BYTES, 0, (const char *)(b), (n) })	/* for a BLOB: any bytes, kept as they are */
#define NOTHING		((struct value){ VALUE_NULL, 0, NULL, 0 })
#define ARGS(...)	((const struct value[]){ __VA_ARGS__, { VALUE_END, 0, NULL, 0 } })
#define NO_ARGS		((const struct value[]){ { VALUE_END, 0, NULL, 0 } })

struct value value_text(const char *text);

/*
 * The database as [database] in the configuration says: hosts (a list of host, host:port or /path/to.sock, tried in order,
 * each with connect-timeout; a host that refuses or hangs is passed over), name, user (with %s for the program), password
 * or password-file, ca-file (TLS is verified on every host that is no socket), and the time-outs in seconds.
 * Nothing is connected yet: db_ready does that.  out is owned by owner (talloc); its destructor closes the connection.
 */
enum fail db_new(const void *owner, const struct conf *conf, const char *program, struct db **out);

/*
 * An administrator's connection, as [migrate] says: hosts, user, password or password-file; by default the hosts of
 * [database] as the operating system's user without a password (unix_socket).  No database is chosen, a statement may take
 * an hour.  For tools alone; else as db_new.
 */
enum fail db_new_administrator(const void *owner, const struct conf *conf, struct db **out);

/* A tool's statements may take so long, on connections that are made from now on. */
void db_patient(struct db *db, unsigned seconds);

/* The account of a program as [database] says, owned by owner; password is "" when none is given.  FAIL_BROKEN, logged. */
struct db_account { const char *user, *password; };
enum fail db_account(const void *owner, const struct conf *conf, const char *program, struct db_account *out);

/*
 * Between transactions: connect if there is no connection or it died, and clear the remembered failure.  The server's
 * settings are checked at every new connection (architecture.md 6).  FAIL_AWAY when no host answers; FAIL_BROKEN when the
 * server is set otherwise than Samspil needs (logged with each setting).
 */
enum fail db_ready(struct db *db);

/* As db_ready, whatever the server's settings are: for the tool that tells of them. */
enum fail db_ready_anyway(struct db *db);

/*
 * A connection that sees the case as it was at moment ("2026-03-01 10:00:00", UTC): system_versioning_asof is set for its
 * whole life, since a statement prepared under one setting keeps it.  Owned by owner; NULL (failure logged) as db_ready.
 */
struct db *db_as_of(const void *owner, const struct db *db, const char *moment);

/* A transaction begins with the first statement after db_ready, db_commit or db_rollback. */
enum fail db_commit(struct db *db);
void db_rollback(struct db *db);

/*
 * The first failure since db_ready or db_clear: what follows a failure does nothing.  FAIL_BUSY (deadlock, lock time-out:
 * run the transaction again), FAIL_AWAY (the connection is gone), FAIL_INPUT (a constraint refused the row: the handler
 * missed a rule), FAIL_BROKEN.
 */
enum fail db_failed(const struct db *db);
void db_clear(struct db *db);

/* The server's number of the last failed statement (1050: the table exists), for tools that go on after it. */
unsigned db_error_number(const struct db *db);

/*
 * Statements that begin from now on have to be over at that moment (clock_us): what is not fails as one that took too long (1969, FAIL_BUSY), and
 * nothing begins after it.  0: no such moment.
 */
void db_deadline(struct db *db, long long at);

/* Make the failure stick, as if a statement had failed. */
void db_fail(struct db *db, enum fail f);

/* Microseconds spent in the database since the last db_ready, and statements run. */
long db_microseconds(const struct db *db);
long db_statements(const struct db *db);

/* Close the connection; db_ready opens a new one. */
void db_close(struct db *db);

/*
 * The settings that differ from what Samspil needs, one line each ("innodb_snapshot_isolation is OFF, must be ON"), owned by
 * owner; "" when all is right; NULL when the server could not be asked.
 */
char *db_settings_wrong(const void *owner, struct db *db);

/* The host in use, for operators ("" for none): borrowed until the next db_ready. */
const char *db_host(const struct db *db);

#endif
