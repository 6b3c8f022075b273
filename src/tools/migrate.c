/*
 * samspil-migrate - brings the schema and the programs' accounts to this version.
 *
 *	samspil-migrate [--config FILE] [--dry-run] [DIR]
 *
 * DIR (by default sql/ of [site] share) holds NNNN-name.sql, run in order of their numbers, once each, and grants/PROGRAM.sql.
 * Every statement done is recorded in schema_migration, so that after an interruption, also in the middle of a file, a second
 * run goes on at the next one.  A file that was run must not change; a schema newer than the files is refused; only one run
 * works at a time.  It connects as an administrator: [migrate] hosts, user, password(-file), by default the operating system's
 * user over the socket.  [migrate] account-host is where programs connect from (localhost for a socket, else %).
 *
 * It ends with 0 when all is in place, 1 when something was refused or failed, 2 when the command line is wrong.
 */
#include <getopt.h>
#include <stdbool.h>
#include <stdio.h>
#include <talloc.h>

#include "base/conf.h"
#include "base/log.h"
#include "base/secret.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "tools/grants/apply.h"
#include "tools/grants/grants.h"
#include "tools/migrate/files.h"
#include "tools/migrate/record.h"
#include "tools/migrate/run.h"

struct migrate {
	void *owner;
	const struct conf *conf;
	const char *dir, *schema;
	bool dry;
	struct db *db;
	struct migration *files;
	struct record *records;
	size_t file_count, record_count;
};

/* Held until the connection ends, however that comes. */
static enum fail
lock(struct migrate *m)
{
	long long got = rows_int(m->db, 0, "SELECT GET_LOCK(CONCAT('samspil-migrate.', ?), 10)", ARGS(TEXT(m->schema)));

	if (db_failed(m->db) != FAIL_NONE)
		return db_failed(m->db);
	if (got == 1)
		return FAIL_NONE;
	return fail_log(FAIL_BUSY, "migrate: another samspil-migrate is at work: wait for it, then run again");
}

static enum fail
prepare(struct migrate *m)
{
	exec_text(m->db, "SET SESSION lock_wait_timeout = 30, sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,"
	    "NO_ENGINE_SUBSTITUTION'");
	if (!m->dry) {
		exec_text(m->db, talloc_asprintf(m->owner,
		    "CREATE DATABASE IF NOT EXISTS `%s` CHARACTER SET utf8mb4 COLLATE utf8mb4_danish_ci", m->schema));
		exec_text(m->db, talloc_asprintf(m->owner, "USE `%s`", m->schema));
		record_table(m->db);
	}
	return record_all(m->owner, m->db, m->schema, &m->records, &m->record_count);
}

static enum fail
run_files(struct migrate *m)
{
	enum fail f = run_check(m->files, m->file_count, m->records, m->record_count);
	size_t i, pending = 0;

	for (i = 0; i < m->file_count && f == FAIL_NONE; i++) {
		const struct record *record = run_record(m->records, m->record_count, &m->files[i]);

		if (record != NULL && record->finished)
			continue;
		pending++;
		if (!m->dry)
			f = run_file(m->db, &m->files[i], record);
		if (f == FAIL_NONE)
			printf("%s: %zu statements%s, %ld done before\n", m->files[i].name, m->files[i].count,
			    m->dry ? " to run" : "", record == NULL ? 0 : record->statements);
	}
	if (f == FAIL_NONE && pending == 0)
		printf("schema: nothing to do, %s is the newest\n", m->files[m->file_count - 1].name);
	return f;
}

static enum fail
apply_grants(struct migrate *m, const char *program, const char *dir)
{
	struct account account;
	struct grants wanted;
	struct applied done;
	enum fail f = grants_read(m->owner, dir, program, &wanted);

	if (f == FAIL_NONE)
		f = grants_account(m->owner, m->conf, program, &account);
	if (f == FAIL_NONE)
		f = apply(m->db, &account, &wanted, m->dry, &done);
	if (f != FAIL_NONE)
		return f;
	if (done.made || done.password_set || done.granted + done.revoked > 0)
		printf("account %s: %s%zu granted, %zu revoked%s\n", account.grantee,
		    done.made ? "made, " : done.password_set ? "password set, " : "", done.granted, done.revoked,
		    m->dry ? " (not done)" : "");
	return f;
}

/* All programs, also behind one that fails: each fault is to be seen. */
static enum fail
run_grants(struct migrate *m)
{
	const char *dir = talloc_asprintf(m->owner, "%s/grants", m->dir);
	const char *const *programs = grants_programs(m->owner, dir);
	enum fail f = programs == NULL ? FAIL_BROKEN : FAIL_NONE, one;

	for (; programs != NULL && *programs != NULL; programs++) {
		one = apply_grants(m, *programs, dir);
		if (one != FAIL_NONE)
			f = fail_log(one, "migrate: the grants of %s are not in place", *programs);
		if (one != FAIL_AWAY)
			db_clear(m->db);
	}
	return f;
}

static enum fail
migrate(struct migrate *m)
{
	enum fail f;

	m->schema = conf_text(m->conf, "database", "name", "samspil");
	if (m->dir == NULL)
		m->dir = talloc_asprintf(m->owner, "%s/sql", conf_text(m->conf, "site", "share", SAMSPIL_SHARE));
	f = files_read(m->owner, m->dir, &m->files, &m->file_count);
	if (f == FAIL_NONE)
		f = db_new_administrator(m->owner, m->conf, &m->db);
	if (f == FAIL_NONE)
		f = db_ready(m->db);
	if (f == FAIL_NONE)
		f = lock(m);
	if (f == FAIL_NONE)
		f = prepare(m);
	if (f == FAIL_NONE)
		f = run_files(m);
	return f == FAIL_NONE ? run_grants(m) : f;
}

static int
usage(void)
{
	fputs("usage: samspil-migrate [--config FILE] [--dry-run] [DIR]\n", stderr);
	return 2;
}

int
main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "config", required_argument, NULL, 'c' }, { "dry-run", no_argument, NULL, 'n' }, { 0 },
	};
	struct migrate m = { 0 };
	const char *path = SAMSPIL_CONF;
	struct conf *conf;
	enum fail f;
	int option;

	log_program("migrate");
	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == 'c')
			path = optarg;
		else if (option == 'n')
			m.dry = true;
		else
			return usage();
	}
	if (argc - optind > 1 || !secret_start())
		return usage();
	m.dir = argv[optind];
	m.owner = talloc_new(NULL);
	f = conf_read(m.owner, path, &conf);
	m.conf = conf;
	if (f == FAIL_NONE)
		f = migrate(&m);
	talloc_free(m.owner);
	return f == FAIL_NONE ? 0 : 1;
}
