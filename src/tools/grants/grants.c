#include "tools/grants/grants.h"

#include <glob.h>
#include <string.h>
#include <talloc.h>

#include "sql/exec.h"
#include "sql/rows.h"

const char grants_temporary[] = "CREATE TEMPORARY TABLES";

const char *const *
grants_programs(const void *owner, const char *dir)
{
	char *pattern = talloc_asprintf(owner, "%s/*.sql", dir);
	const char **out;
	glob_t paths;
	size_t i;

	if (glob(pattern, 0, NULL, &paths) != 0) {
		fail_log(FAIL_BROKEN, "grants: no file PROGRAM.sql in %s", dir);
		return NULL;
	}
	out = talloc_zero_array(owner, const char *, (unsigned)paths.gl_pathc + 1);
	for (i = 0; i < paths.gl_pathc; i++) {
		const char *name = strrchr(paths.gl_pathv[i], '/') + 1;

		out[i] = talloc_strndup(out, name, strlen(name) - strlen(".sql"));
	}
	globfree(&paths);
	return out;
}

/* Where the programs come from: this machine when the database is reached by a socket, else anywhere. */
static const char *
from_host(const struct conf *conf)
{
	const char *hosts = conf_text(conf, "database", "hosts", "/run/mysqld/mysqld.sock");
	const char *host;
	bool sockets = true;

	for (host = hosts; *host != '\0'; host += strcspn(host, " ,"), host += strspn(host, " ,"))
		sockets = sockets && *host == '/';
	return conf_text(conf, "migrate", "account-host", sockets ? "localhost" : "%");
}

enum fail
grants_account(const void *owner, const struct conf *conf, const char *program, struct account *out)
{
	struct db_account account = { 0 };

	if (db_account(owner, conf, program, &account) != FAIL_NONE)
		return FAIL_BROKEN;
	*out = (struct account){
		.program = program, .user = account.user, .password = account.password, .host = from_host(conf),
		.schema = conf_text(conf, "database", "name", "samspil"),
	};
	out->grantee = talloc_asprintf(owner, "'%s'@'%s'", out->user, out->host);
	if (strpbrk(out->user, "\\`\"'") != NULL || strpbrk(out->host, "\\`\"'") != NULL)
		return fail_log(FAIL_BROKEN, "grants: %s: an account's name and host hold no quotes", program);
	if (out->schema[strspn(out->schema, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")] != '\0')
		return fail_log(FAIL_BROKEN, "conf: [database] name may hold letters, digits and _ only");
	return FAIL_NONE;
}

struct holding { const void *owner; struct grants *out; };

static void
take(void *user, const char *const *columns, size_t count)
{
	struct holding *holding = user;
	struct grants *out = holding->out;

	(void)count;
	out->list = talloc_realloc(holding->owner, out->list, struct grant, (unsigned)out->count + 1);
	out->list[out->count++] = (struct grant){
		talloc_strdup(holding->owner, columns[0]), talloc_strdup(holding->owner, columns[1]),
		talloc_strdup(holding->owner, columns[2] == NULL ? "" : columns[2]),
	};
}

static void
take_line(void *user, const char *const *columns, size_t count)
{
	char **lines = user;

	(void)count;
	*lines = talloc_asprintf_append(*lines, "%s\n", columns[0]);
}

static void
held_beyond(struct db *db, const struct account *account, bool own, char **lines)
{
	struct value grantee = TEXT(account->grantee), schema = TEXT(account->schema);

	rows_each(db, "SELECT CONCAT(PRIVILEGE_TYPE, ' ON *.*') FROM information_schema.USER_PRIVILEGES"
	    " WHERE GRANTEE = ? AND PRIVILEGE_TYPE <> 'USAGE'", ARGS(grantee), take_line, lines);
	rows_each(db, "SELECT CONCAT(PRIVILEGE_TYPE, ' ON ', TABLE_SCHEMA, '.*') FROM information_schema.SCHEMA_PRIVILEGES"
	    " WHERE GRANTEE = ? AND (TABLE_SCHEMA <> ? OR IS_GRANTABLE = 'YES' OR PRIVILEGE_TYPE <> ?)", ARGS(grantee, schema,
	    TEXT(grants_temporary)), take_line, lines);
	rows_each(db, "SELECT CONCAT(PRIVILEGE_TYPE, ' ON ', TABLE_SCHEMA, '.', TABLE_NAME,"
	    "   IF(IS_GRANTABLE = 'YES', ' WITH GRANT OPTION', ''))"
	    " FROM information_schema.TABLE_PRIVILEGES"
	    " WHERE GRANTEE = ? AND PRIVILEGE_TYPE <> 'USAGE' AND (TABLE_SCHEMA <> ? OR IS_GRANTABLE = 'YES')",
	    ARGS(grantee, schema), take_line, lines);
	rows_each(db, "SELECT CONCAT(PRIVILEGE_TYPE, ' (', COLUMN_NAME, ') ON ', TABLE_SCHEMA, '.', TABLE_NAME)"
	    " FROM information_schema.COLUMN_PRIVILEGES WHERE GRANTEE = ? AND TABLE_SCHEMA <> ?",
	    ARGS(grantee, schema), take_line, lines);
	if (own)
		rows_each(db, "SELECT CONCAT('role ', ROLE_NAME) FROM information_schema.APPLICABLE_ROLES",
		    NO_ARGS, take_line, lines);
	else
		rows_each(db, "SELECT CONCAT('role ', Role) FROM mysql.roles_mapping WHERE User = ? AND Host = ?",
		    ARGS(TEXT(account->user), TEXT(account->host)), take_line, lines);
}

enum fail
grants_held(const void *owner, struct db *db, const struct account *account, bool own, struct grants *out,
    char **beyond)
{
	struct value grantee = TEXT(account->grantee), schema = TEXT(account->schema);
	struct holding holding = { owner, out };

	*out = (struct grants){ NULL, 0 };
	*beyond = talloc_strdup(owner, "");
	rows_each(db, "SELECT PRIVILEGE_TYPE, TABLE_NAME, NULL FROM information_schema.TABLE_PRIVILEGES"
	    " WHERE GRANTEE = ? AND TABLE_SCHEMA = ? AND PRIVILEGE_TYPE <> 'USAGE'",
	    ARGS(grantee, schema), take, &holding);
	rows_each(db, "SELECT PRIVILEGE_TYPE, TABLE_NAME, COLUMN_NAME FROM information_schema.COLUMN_PRIVILEGES"
	    " WHERE GRANTEE = ? AND TABLE_SCHEMA = ?", ARGS(grantee, schema), take, &holding);
	rows_each(db, "SELECT PRIVILEGE_TYPE, '*', NULL FROM information_schema.SCHEMA_PRIVILEGES"
	    " WHERE GRANTEE = ? AND TABLE_SCHEMA = ? AND PRIVILEGE_TYPE = ?", ARGS(grantee, schema, TEXT(grants_temporary)), take, &holding);
	held_beyond(db, account, own, beyond);
	return db_failed(db);
}

bool
grants_contain(const struct grants *grants, const struct grant *grant)
{
	size_t i;

	for (i = 0; i < grants->count; i++)
		if (strcasecmp(grants->list[i].right, grant->right) == 0
		    && strcmp(grants->list[i].table, grant->table) == 0
		    && strcasecmp(grants->list[i].column, grant->column) == 0)
			return true;
	return false;
}

char *
grants_text(const void *owner, const struct account *account, const struct grant *grant)
{
	if (strcmp(grant->table, "*") == 0)
		return talloc_asprintf(owner, "%s ON `%s`.*", grant->right, account->schema);
	if (grant->column[0] == '\0')
		return talloc_asprintf(owner, "%s ON `%s`.`%s`", grant->right, account->schema, grant->table);
	return talloc_asprintf(owner, "%s (`%s`) ON `%s`.`%s`", grant->right, grant->column, account->schema,
	    grant->table);
}
