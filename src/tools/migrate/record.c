#include "tools/migrate/record.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include <unistd.h>

#include "base/secret.h"
#include "sql/exec.h"
#include "sql/rows.h"

struct reading { const void *owner; struct record *list; size_t count; };

static void
take(void *user, const char *const *columns, size_t count)
{
	struct reading *reading = user;
	struct record *record;

	(void)count;
	reading->list = talloc_realloc(reading->owner, reading->list, struct record, (unsigned)reading->count + 1);
	record = &reading->list[reading->count++];
	*record = (struct record){
		.number = strtol(columns[0], NULL, 10),
		.name = talloc_strdup(reading->owner, columns[1]),
		.checksum = talloc_strdup(reading->owner, columns[2]),
		.begun_checksum = talloc_strdup(reading->owner, columns[3]),
		.statements = strtol(columns[4], NULL, 10),
		.begun = strtol(columns[5], NULL, 10),
		.finished = strcmp(columns[6], "1") == 0,
	};
}

enum fail
record_all(const void *owner, struct db *db, const char *schema, struct record **out, size_t *count)
{
	struct reading reading = { owner, NULL, 0 };

	if (rows_int(db, 0, "SELECT COUNT(*) FROM information_schema.TABLES"
	    " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = 'schema_migration'", ARGS(TEXT(schema))) > 0) {
		exec_text(db, talloc_asprintf(owner, "USE `%s`", schema));
		rows_each(db, "SELECT number, name, checksum, begun_checksum, statements, begun, finished"
		    " FROM schema_migration ORDER BY number", NO_ARGS, take, &reading);
	}
	*out = reading.list;
	*count = reading.count;
	return db_failed(db);
}

enum fail
record_table(struct db *db)
{
	exec_text(db, "CREATE TABLE IF NOT EXISTS schema_migration ("
	    "  number     INT          NOT NULL,"
	    "  name       VARCHAR(120) NOT NULL,"
	    "  checksum   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,"
	    "  begun_checksum CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'of the statements begun',"
	    "  statements INT          NOT NULL DEFAULT 0 COMMENT 'done',"
	    "  begun      INT          NOT NULL DEFAULT 0 COMMENT 'begun; in doubt while more than done',"
	    "  finished   BOOLEAN      NOT NULL DEFAULT FALSE,"
	    "  at         DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,"
	    "  `by`       VARCHAR(80)  NOT NULL,"
	    "  PRIMARY KEY (number)"
	    ") ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci");
	return db_failed(db);
}

enum fail
record_begin(struct db *db, const struct migration *migration)
{
	const struct passwd *me = getpwuid(getuid());

	exec(db, "INSERT INTO schema_migration (number, name, checksum, `by`) VALUES (?, ?, ?, ?)",
	    ARGS(INT(migration->number), TEXT(migration->name), TEXT(migration->checksum),
	    TEXT(me == NULL ? "unknown" : me->pw_name)));
	return db_commit(db);
}

/* The checksum of the first count statements; owned by owner. */
static const char *
checksum(const void *owner, const struct migration *migration, size_t count)
{
	char *text = talloc_strdup(owner, "");
	size_t i;

	for (i = 0; i < count; i++)
		text = talloc_asprintf_append_buffer(text, "%s;\n", migration->statements[i].text);
	return secret_hash(owner, "statements", text);
}

bool
record_fits(const struct record *record, const struct migration *migration)
{
	void *scratch = talloc_new(NULL);
	bool fits = (size_t)record->begun <= migration->count
	    && (record->begun == 0
	    || strcmp(checksum(scratch, migration, (size_t)record->begun), record->begun_checksum) == 0);

	talloc_free(scratch);
	return fits;
}

static void
record_statement(struct db *db, const struct migration *migration, size_t begun, size_t done)
{
	void *scratch = talloc_new(NULL);

	exec(db, "UPDATE schema_migration SET begun = ?, begun_checksum = ?, statements = ? WHERE number = ?",
	    ARGS(INT((long long)begun), TEXT(checksum(scratch, migration, begun)), INT((long long)done),
	    INT(migration->number)));
	talloc_free(scratch);
}

enum fail
record_statement_begun(struct db *db, const struct migration *migration, size_t statement)
{
	record_statement(db, migration, statement, statement - 1);
	return db_commit(db);
}

void
record_statement_done(struct db *db, const struct migration *migration, size_t statement)
{
	record_statement(db, migration, statement, statement);
}

enum fail
record_finished(struct db *db, const struct migration *migration)
{
	exec(db, "UPDATE schema_migration SET finished = TRUE, checksum = ?, name = ?, at = CURRENT_TIMESTAMP WHERE number = ?",
	    ARGS(TEXT(migration->checksum), TEXT(migration->name), INT(migration->number)));
	return db_commit(db);
}
