/* serve.h - the least that a FastCGI program does: accept, work, fixed bytes.  For tests/bench alone. */
#ifndef SAMSPIL_BENCH_SERVE_H
#define SAMSPIL_BENCH_SERVE_H

#include <stddef.h>

/* What an answer takes before its bytes go out, for the number at the end of the address; the rows it read, or -1: status 500. */
typedef long serve_work(void *data, long long id);

/* Answer each request on descriptor 0 with length bytes, after work (NULL: none).  Returns main's result, when the socket ends. */
int serve(size_t length, serve_work *work, void *data);

#endif
