#include "sql/bytes.h"

#include "sql/statement.h"

size_t
bytes_each(struct db *db, const char *sql, const struct value *args,
    void (*each)(void *user, const void *bytes, size_t length), void *user)
{
	struct statement *st = statement_for(db, sql);
	size_t rows = 0;

	if (st == NULL || !statement_run(db, st, args))
		return 0;
	if (st->count != 1 || !st->columns[0].bytes)
		db_fail(db, fail_log(FAIL_BROKEN, "db: one column of bytes is wanted: %.80s", sql));
	for (; db_failed(db) == FAIL_NONE && statement_fetch(db, st); rows++)
		each(user, st->columns[0].buffer, st->columns[0].null ? 0 : st->columns[0].length);
	statement_done(st);
	return db_failed(db) == FAIL_NONE ? rows : 0;
}
