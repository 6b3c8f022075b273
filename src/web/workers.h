/*
 * workers.h - several processes of one program, which share what was read before they began.  web/: private to serve.
 *
 * What is read once (stylesheets, labels, configuration) is most of a process's memory, and is hardly ever written to: so it is read by one
 * process, which then forks the workers and answers no request itself.
 */
#ifndef SAMSPIL_WEB_WORKERS_H
#define SAMSPIL_WEB_WORKERS_H

#include <stdbool.h>

enum { WORKERS_MAX = 200 };

/*
 * Fork count workers.  True: this is one of them, signals as they were before; it gets SIGTERM where the first process ends without a word.
 * False: this is the first process, all workers have ended, and *status is what to exit with.  Until then it replaces each that ends; one
 * that ended within a second of its start is replaced a second later, and when WORKERS_TRIES of them did so in a row it gives up (1).
 * SIGTERM, SIGINT and SIGUSR1 are passed on to the workers, which finish the request in hand (0).
 */
enum { WORKERS_TRIES = 100 };
bool workers_start(unsigned count, int *status);

#endif
