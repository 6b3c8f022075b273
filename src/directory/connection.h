/*
 * connection.h - one conversation with one server, under a watchdog.  directory/: may use nothing but its neighbours.
 *
 * A connection that failed once is dead: what follows on it fails too, and libldap never opens another by itself (it would
 * do so without TLS).  Every failure is described in connection_problem.
 */
#ifndef SAMSPIL_DIRECTORY_CONNECTION_H
#define SAMSPIL_DIRECTORY_CONNECTION_H

#include <ldap.h>
#include <stddef.h>

#include "base/fail.h"
#include "directory/settings.h"

enum { PROBLEM_MAX = 300 };

/* What a server said to a bind. */
struct bind_answer {
	int code;		/* LDAP_SUCCESS, LDAP_INVALID_CREDENTIALS ... */
	int policy;		/* PP_accountLocked ... of the password policy, PP_noError when it said nothing */
	char diagnostic[200];	/* Active Directory tells the reason here */
};

/*
 * Connect, and secure the connection, before deadline (clock_ms).  out is owned by owner (talloc); freeing it closes.
 * FAIL_AWAY, with the reason in problem.
 */
enum fail connection_open(const void *owner, const struct directory *dir, const struct server *server,
    long long deadline, struct connection **out, char problem[PROBLEM_MAX]);

/* Bind with a password, which is never empty: an empty one fails here, before anything is sent.  FAIL_AWAY: no answer. */
enum fail connection_bind(struct connection *connection, const char *dn, const char *password, struct bind_answer *out);

/* As the service account; any answer but success is FAIL_AWAY. */
enum fail connection_bind_service(struct connection *connection);

/*
 * Search; out, with at most limit + 1 entries (limit 0: no limit), is freed by the caller with ldap_msgfree.  FAIL_MISSING:
 * the base is not there; FAIL_AWAY: anything but a whole answer.  More entries than limit are an answer, too.
 */
enum fail connection_search(struct connection *connection, const char *base, int scope, const char *filter,
    const char *const *attributes, int limit, LDAPMessage **out);

/*
 * Who does the server take us for?  "" for nobody, "dn:...", "u:...", owned by owner; NULL when the server does not know
 * the question.  FAIL_AWAY: no answer.
 */
enum fail connection_who_am_i(const void *owner, struct connection *connection, char **out);

void connection_deadline(struct connection *connection, long long deadline);
LDAP *connection_ldap(struct connection *connection);
const struct directory *connection_directory(const struct connection *connection);
const char *connection_uri(const struct connection *connection);
const char *connection_problem(const struct connection *connection);

#endif
