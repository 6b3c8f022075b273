/*
 * directory.h - people and their groups in LDAP (OpenLDAP, Active Directory).  directory/: the only home of ldap.h; may use
 * base/.
 *
 * Configuration, section [directory]:
 *	uris              ldap://a ldaps://b   tried in order; one that refuses or is silent is passed over
 *	start-tls         yes | no             for ldap:// (default yes); no only for a server at a loopback address
 *	ca-file           verifies the server; without it the system's store is used
 *	service-dn, service-password(-file)    the account that searches
 *	people-base       where people are
 *	decoy-dn          what is bound as for an unknown name (default: a name that is not there); name an entry whose password
 *	                  nobody knows where a directory's slow password hashes would tell who exists by the time they take
 *	user-filter       (&(objectClass=inetOrgPerson)(uid=%s)); %s is the escaped name
 *	disabled-filter   entries that match are no users (Active Directory: (userAccountControl:1.2.840.113556.1.4.803:=2))
 *	uid-attribute     uid | sAMAccountName     the name Samspil knows the person by
 *	name-attribute    cn | displayName
 *	mail-attribute    mail                     where mails go that say that something waits
 *	groups            memberof | search | nested  attribute of the person; search of groups-base by member; AD's nested search
 *	groups-base, group-filter              for search and nested: (member=%s), (member:1.2.840.113556.1.4.1941:=%s);
 *	                  %s is the person's DN, %u its uid (for groups by name: (memberUid=%u))
 *	timeout           seconds for a whole attempt at one server (default 2); all servers together have 4.5 seconds
 * Sections [roles] and [departments]: key = DN of a group (role or department = group).
 */
#ifndef SAMSPIL_DIRECTORY_DIRECTORY_H
#define SAMSPIL_DIRECTORY_DIRECTORY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/conf.h"
#include "base/fail.h"

struct directory;

/* A person: texts and lists (NULL-terminated) are owned by the person, which is owned by whom it was made for (talloc). */
struct person {
	const char *uid;		/* the uid-attribute's value, lower case */
	const char *name;
	const char *dn;
	const char *email;		/* the mail-attribute's first value; NULL: none, or none that a mail can be sent to */
	const char *department;		/* the first match in [departments]; NULL for none */
	const char *const *roles;	/* keys of [roles] */
};

/*
 * What is wrong in the configuration, a line each with what to do; "" for nothing.  Owned by owner (talloc); nothing is
 * connected.
 */
char *directory_faults(const void *owner, const struct conf *conf);

/*
 * Read and check the configuration; nothing is connected yet.  SIGPIPE is ignored from then on.  out is owned by owner
 * (talloc).  FAIL_BROKEN, every fault logged.
 */
enum fail directory_new(const void *owner, const struct conf *conf, struct directory **out);

/*
 * Is this the person's password?  Service account, search (exactly one entry), bind as it, Who Am I (where the server knows
 * it) must equal the entry; then groups.  *out is owned by owner.
 * FAIL_DENIED: unknown, wrong password, disabled, locked, no role (the reason is logged, never told; an unknown name takes
 * as long as a wrong password: every step is made all the same); also an empty password, which never reaches the directory.
 * The password is only read; the caller wipes it (explicit_bzero).
 * FAIL_AWAY: no server answered in time: nothing is known.  FAIL_BROKEN: a server answered what cannot be used.
 */
enum fail directory_authenticate(const void *owner, struct directory *dir, const char *username, const char *password,
    struct person **out);

/*
 * The person as the directory knows it now, without a password.  FAIL_MISSING: surely gone or disabled (or without a role);
 * FAIL_AWAY: no server answered, FAIL_BROKEN: this person's entry cannot be used (it is there twice ...): change nothing.
 * Several calls in a row use one connection.
 */
enum fail directory_find(const void *owner, struct directory *dir, const char *uid, struct person **out);

/* Does a server answer, and may the service account search?  FAIL_AWAY otherwise. */
enum fail directory_check(struct directory *dir);

/*
 * Every step for one user as lines for an operator ("ok    connect ldap://...", "FAULT search user: nobody: ..."), without
 * any password; owned by owner.  username NULL: up to the service account's search.  *ok tells whether all steps passed.
 */
char *directory_explain(const void *owner, struct directory *dir, const char *username, bool *ok);

#endif
