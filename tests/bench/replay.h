/* replay.h - the statements of one request, recorded by statements.py, run again for another id.  For tests/bench alone. */
#ifndef SAMSPIL_BENCH_REPLAY_H
#define SAMSPIL_BENCH_REPLAY_H

#include "sql/db.h"

struct replay;

/*
 * Read a recording, a word at the head of each line:
 *	sql TEXT		a statement; what follows, up to the next one, are its values
 *	number K C, id-text K C	K * id + C, as a number or as a text
 *	text TEXT, null		always the same
 *	hex N			N hexadecimal digits, new each time (a reference, a hash)
 *	rows N			the values are those of N rows, sent in one
 * out is owned by owner (talloc).  False, and why on standard error, when it cannot be read.
 */
bool replay_read(const void *owner, const char *path, struct replay **out);

/* All of it for id, and COMMIT.  Returns the rows that were read; -1 after a failure, rolled back. */
long replay_run(const struct replay *replay, struct db *db, long long id);

#endif
