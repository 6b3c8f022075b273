/* groups.h - the groups of a person, and what they stand for.  directory/: may use nothing but its neighbours. */
#ifndef SAMSPIL_DIRECTORY_GROUPS_H
#define SAMSPIL_DIRECTORY_GROUPS_H

#include <ldap.h>

#include "base/fail.h"
#include "directory/connection.h"
#include "directory/settings.h"

/* The memberOf values of an entry as DNs, NULL-terminated, owned by owner.  FAIL_BROKEN: the server gave a part of them. */
enum fail groups_of_entry(const void *owner, LDAP *ldap, LDAPMessage *entry, const char *const **out);

/*
 * The groups that group-filter finds for a person's dn and uid, as groups_of_entry.  FAIL_AWAY for anything but a whole
 * answer.
 */
enum fail groups_search(const void *owner, struct connection *connection, const char *dn, const char *uid,
    const char *const **out);

/* The names of the mappings whose group is among groups, in the mappings' order, NULL-terminated, owned by owner. */
const char *const *groups_all(const void *owner, const struct mapping *mappings, const char *const *groups);

/* The first of them; NULL for none.  Borrowed from mappings. */
const char *groups_first(const struct mapping *mappings, const char *const *groups);

#endif
