#include <string.h>
#include <talloc.h>

#include "sql/db.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "tools/check/capture.h"
#include "tools/check/check.h"
#include "tools/grants/grants.h"
#include "tools/migrate/files.h"
#include "tools/migrate/record.h"
#include "tools/migrate/run.h"

#define RUN_MIGRATE "run samspil-migrate"

/* As whom the server knows this connection, which may be another host than the configuration thinks. */
static void
name_account(struct check *check, struct db *db, struct account *account)
{
	char *user = talloc_strdup(check->owner, rows_text(db, check->owner, "SELECT CURRENT_USER()", NO_ARGS)), *at;

	if (user == NULL || (at = strrchr(user, '@')) == NULL)
		return;
	*at = '\0';
	account->user = user;
	account->host = at + 1;
	account->grantee = talloc_asprintf(check->owner, "'%s'@'%s'", account->user, account->host);
}

static unsigned
tell_missing(struct check *check, const struct account *account, const struct grants *wanted, const struct grants *held,
    const char *how)
{
	unsigned count = 0;
	size_t i;

	for (i = 0; i < wanted->count; i++)
		if (!grants_contain(held, &wanted->list[i])) {
			count++;
			check_fault(check, "grants", RUN_MIGRATE, "%s %s %s", account->grantee, how,
			    grants_text(check->owner, account, &wanted->list[i]));
		}
	return count;
}

static void
check_grants(struct check *check, struct db *db, struct account *account)
{
	struct grants wanted, held;
	struct capture *capture = capture_begin(check->owner);
	char *beyond = NULL, *line, *rest = NULL, *said;
	unsigned faults = 0;
	enum fail f = grants_read(check->owner, talloc_asprintf(check->owner, "%s/sql/grants", check->share),
	    account->program, &wanted);

	name_account(check, db, account);
	if (f == FAIL_NONE)
		f = grants_held(check->owner, db, account, true, &held, &beyond);
	said = capture_end(check->owner, capture);
	if (f != FAIL_NONE) {
		check_fault(check, "grants", "look at the file, and at the server", "%s: %s", account->program, said);
		return;
	}
	faults += tell_missing(check, account, &wanted, &held, "lacks");
	faults += tell_missing(check, account, &held, &wanted, "has beyond its due");
	for (line = strtok_r(beyond, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest), faults++)
		check_fault(check, "grants", RUN_MIGRATE ", which takes it away", "%s has beyond its due %s",
		    account->grantee, line);
	if (faults == 0)
		check_ok(check, "grants", "%s holds %zu rights, no more and no less", account->grantee, held.count);
}

static void
check_settings(struct check *check, struct db *db)
{
	char *wrong = db_settings_wrong(check->owner, db), *line, *rest = NULL;

	if (wrong == NULL)
		return;
	if (wrong[0] == '\0')
		check_ok(check, "database", "%s: its settings are as they must be", db_host(db));
	for (line = strtok_r(wrong, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest))
		check_fault(check, "database", "set it in the server's configuration, and start the server anew",
		    "%s: %s", db_host(db), line);
}

/* The program's connection when it works, else NULL and a fault. */
static struct db *
connect_as(struct check *check, const char *program, struct account *account)
{
	struct capture *capture = capture_begin(check->owner);
	struct db *db = NULL;
	enum fail f = grants_account(check->owner, check->conf, program, account);
	char *said;

	if (f == FAIL_NONE)
		f = db_new(check->owner, check->conf, program, &db);
	if (f == FAIL_NONE)
		f = db_ready_anyway(db);
	said = capture_end(check->owner, capture);
	if (f == FAIL_NONE)
		return db;
	check_fault(check, "database", "does the server run, are hosts, name, user and password of [database] right?  "
	    "Is the account there (" RUN_MIGRATE ")?", "%s cannot connect: %s", program, said);
	return NULL;
}

static void
check_schema(struct check *check, struct db *db)
{
	struct capture *capture = capture_begin(check->owner);
	struct migration *files = NULL;
	struct record *records = NULL;
	size_t file_count = 0, record_count = 0, i, done = 0;
	enum fail f = files_read(check->owner, talloc_asprintf(check->owner, "%s/sql", check->share), &files,
	    &file_count);
	char *said;

	if (f == FAIL_NONE)
		f = record_all(check->owner, db, conf_text(check->conf, "database", "name", "samspil"), &records,
		    &record_count);
	if (f == FAIL_NONE)
		f = run_check(files, file_count, records, record_count);
	said = capture_end(check->owner, capture);
	if (f != FAIL_NONE) {
		check_fault(check, "schema", "install the version of Samspil that fits the schema, or " RUN_MIGRATE,
		    "%s", said);
		return;
	}
	for (i = 0; i < record_count; i++)
		done += records[i].finished;
	if (done < file_count)
		check_fault(check, "schema", RUN_MIGRATE, "%zu of %zu files have been run, %s is the first that has not",
		    done, file_count, files[done].name);
	else
		check_ok(check, "schema", "all %zu files have been run, the newest is %s", file_count,
		    files[file_count - 1].name);
}

/* A department that the database does not know would leave its people without one. */
static void
check_departments(struct check *check, struct db *db)
{
	const char *name, *group;
	size_t i;

	for (i = 0; conf_entry(check->conf, "departments", i, &name, &group); i++)
		if (rows_int(db, -1, "SELECT COUNT(*) FROM department WHERE id = ?", ARGS(TEXT(name))) == 0)
			check_fault(check, "database", "add it to table department, or take it out of the configuration",
			    "[departments] %s: there is no such department", name);
}

void
check_database(struct check *check)
{
	const char *const *program;
	bool settings_seen = false;

	if (check->programs[0] == NULL)
		check_fault(check, "grants", "set [site] share to where Samspil is installed",
		    "%s/sql/grants holds no file", check->share);
	for (program = check->programs; *program != NULL; program++) {
		struct account account;
		struct db *db = connect_as(check, *program, &account);

		if (db == NULL)
			continue;
		check_grants(check, db, &account);
		if (!settings_seen)
			check_settings(check, db);
		settings_seen = true;
		if (strcmp(*program, "check") == 0) {
			check_schema(check, db);
			check_departments(check, db);
		}
		talloc_free(db);
	}
}
