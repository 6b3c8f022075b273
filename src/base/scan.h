/*
 * scan.h - asks clamd whether bytes hold something harmful.  base/: may use nothing of ours but its neighbours.
 *
 * The socket is clamd's own on this machine, as [scan] socket says.  Source: clamd(8), commands zINSTREAM and zPING.
 */
#ifndef SAMSPIL_BASE_SCAN_H
#define SAMSPIL_BASE_SCAN_H

#include <stddef.h>

#include "base/conf.h"

enum { SCAN_FOUND_MAX = 120, SCAN_MS = 10000 };

enum scan {
	SCAN_NOT_ASKED,	/* no socket is configured */
	SCAN_CLEAN,
	SCAN_INFECTED,
	SCAN_WAITING,	/* clamd did not answer in time, or could not say (logged) */
};

/* Where clamd listens; NULL: nowhere, nothing is asked.  Borrowed from conf. */
const char *scan_socket(const struct conf *conf);

/* How long it may take, as [scan] timeout-ms says. */
long scan_timeout(const struct conf *conf);

/* Has the bytes looked at, within so many milliseconds.  found is what it is called, where something is; else "".  Never fails. */
enum scan scan_bytes(const char *socket, long milliseconds, const void *bytes, size_t length, char found[SCAN_FOUND_MAX]);

/* Does clamd answer? */
enum fail scan_ping(const char *socket, long milliseconds);

/* The word that is stored: clean, not-asked, waiting, infected. */
const char *scan_word(enum scan scan);

#endif
