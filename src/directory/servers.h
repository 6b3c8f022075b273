/* servers.h - the servers in order, until one answers.  directory/: may use nothing but its neighbours. */
#ifndef SAMSPIL_DIRECTORY_SERVERS_H
#define SAMSPIL_DIRECTORY_SERVERS_H

#include "base/fail.h"
#include "directory/connection.h"
#include "directory/settings.h"

enum {
	SERVERS_ALL_MS = 4500,		/* all attempts together: a person waits for this */
	SERVERS_SHUN_MS = 30 * 1000,	/* a server that failed is tried last for so long */
};

/*
 * Call step with a connection bound as the service account; when it, or the connection, is FAIL_AWAY, the next server is
 * tried.  With keep, the connection stays open for the next call that asks for one.  Returns what step returned, or
 * FAIL_AWAY (each server's reason logged).
 */
enum fail servers_try(struct directory *dir, bool keep,
    enum fail (*step)(struct connection *connection, void *user), void *user);

#endif
