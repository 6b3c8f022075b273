/* files.h - the migrations that are there: NNNN-name.sql.  tools/migrate/: may use base/. */
#ifndef SAMSPIL_TOOLS_MIGRATE_FILES_H
#define SAMSPIL_TOOLS_MIGRATE_FILES_H

#include <stddef.h>

#include "base/fail.h"
#include "tools/migrate/split.h"

struct migration {
	long number;
	const char *name;	/* "0001-house.sql" */
	const char *checksum;	/* of the file's bytes */
	struct sql_statement *statements;
	size_t count;
};

/*
 * The migrations in dir by number, owned by owner (talloc).  FAIL_INPUT, each fault logged: a number twice, a statement that
 * cannot be told; FAIL_BROKEN: not readable, or there is none.
 */
enum fail files_read(const void *owner, const char *dir, struct migration **out, size_t *count);

/* A whole file as text, owned by owner; NULL, logged, when it cannot be read or holds a zero byte. */
char *files_text(const void *owner, const char *path);

#endif
