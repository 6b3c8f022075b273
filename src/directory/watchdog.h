/*
 * watchdog.h - ends a conversation with a silent server.  directory/: may use nothing but its neighbours.
 *
 * libldap's own time-outs do not hold during a TLS handshake: with a server that accepts and says nothing it waits for ever.
 * So a thread shuts the socket down at the deadline, and whatever waits on it fails at once.
 */
#ifndef SAMSPIL_DIRECTORY_WATCHDOG_H
#define SAMSPIL_DIRECTORY_WATCHDOG_H

#include <stdbool.h>

struct watchdog;

/*
 * Watch the socket fd (duplicated) until deadline (clock_ms).  Owned by owner (talloc; freeing it ends the thread); NULL when
 * it cannot be.
 */
struct watchdog *watchdog_start(const void *owner, int fd, long long deadline);

/* A new deadline; does nothing once the old one has passed. */
void watchdog_move(struct watchdog *dog, long long deadline);

/* Has the deadline passed and the socket been shut down? */
bool watchdog_bit(struct watchdog *dog);

#endif
