#include <string.h>
#include <talloc.h>

#include "sql/connection.h"
#include "sql/rows.h"

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

enum fail
db_check_settings(struct db *db)
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
