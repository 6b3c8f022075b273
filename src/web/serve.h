/* serve.h - a program's life: start, requests, end.  web/: the only home of fcgiapp.h. */
#ifndef SAMSPIL_WEB_SERVE_H
#define SAMSPIL_WEB_SERVE_H

#include "web/route.h"

/*
 * What main returns.  Arguments: --config FILE (default the installed one), --workers N (so many processes, forked when all is read, and one
 * that looks after them: workers.h), --routes (print the table), --version.  The listening socket is descriptor 0.  SIGTERM finishes
 * the request in hand.  Exit code 0; 1 when the configuration, the stylesheets or the database's settings are wrong; 2 for other arguments.
 */
int serve_main(const struct program *program, int argc, char **argv);

#endif
