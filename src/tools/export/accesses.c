#include "tools/export/accesses.h"

#include <stdio.h>
#include <talloc.h>

#include "base/secret.h"
#include "sql/exec.h"

void
accesses_log(struct db *db, const void *owner, const long long *citizens, size_t count, const char *route, long long object)
{
	enum { WIDTH = 4, BLOCK = 1000 };
	struct value *rows = talloc_array(owner, struct value, WIDTH * BLOCK);
	char reference[9];
	size_t at, i;

	snprintf(reference, sizeof reference, "%08llx", (unsigned long long)secret_number() & 0xffffffff);
	for (at = 0; at < count; at += BLOCK) {
		size_t block = count - at < BLOCK ? count - at : BLOCK;

		for (i = 0; i < block; i++) {
			rows[WIDTH * i] = TEXT(reference);
			rows[WIDTH * i + 1] = INT(citizens[at + i]);
			rows[WIDTH * i + 2] = INT(object);
			rows[WIDTH * i + 3] = TEXT(route);
		}
		exec_rows(db, "INSERT INTO access_log (reference, citizen_id, object_id, program, route, action) VALUES (?, ?, ?, 'export', ?, 'show')", rows, WIDTH, block);
	}
	talloc_free(rows);
}
