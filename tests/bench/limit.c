/*
 * limit CONFIG PROGRAM RECORDING LENGTH - the least that a request can cost: the statements of a recorded one, by the program's
 * own account and through our own sql/, committed, then LENGTH bytes that are always the same.
 */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <talloc.h>

#include "base/conf.h"
#include "base/log.h"
#include "replay.h"
#include "serve.h"
#include "sql/db.h"

struct limit { struct replay *replay; struct db *db; };

static long
work(void *data, long long id)
{
	const struct limit *limit = data;

	return replay_run(limit->replay, limit->db, id);
}

int
main(int argc, char **argv)
{
	void *memory = talloc_new(NULL);
	struct limit limit;
	struct conf *conf;
	int result = 1;

	if (argc != 5) {
		fputs("usage: limit CONFIG PROGRAM RECORDING LENGTH <listening socket\n", stderr);
		return 2;
	}
	log_program("limit");
	if (sodium_init() >= 0 && conf_read(memory, argv[1], &conf) == FAIL_NONE &&
	    db_new(memory, conf, argv[2], &limit.db) == FAIL_NONE && db_ready(limit.db) == FAIL_NONE &&
	    replay_read(memory, argv[3], &limit.replay))
		result = serve((size_t)atoll(argv[4]), work, &limit);
	talloc_free(memory);
	return result;
}
