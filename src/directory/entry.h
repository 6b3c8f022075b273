/* entry.h - a person's entry and groups as a server gives them.  directory/: may use nothing but its neighbours. */
#ifndef SAMSPIL_DIRECTORY_ENTRY_H
#define SAMSPIL_DIRECTORY_ENTRY_H

#include <stdbool.h>

#include "directory/connection.h"
#include "directory/directory.h"

/* What is known of a name.  Everything is owned by whom entry_look_up was told (talloc). */
struct entry {
	int found;			/* 0, 1, or 2 for several */
	const char *dn;			/* when not found: the decoy, so that the steps that follow cost the same */
	const char *uid;		/* lower case; NULL when the entry has none, or several */
	const char *name;
	const char *email;		/* NULL: none that can be used */
	bool disabled;
	const char *const *groups;	/* DNs, ends with NULL */
};

/*
 * Search the person, whether it is disabled, and its groups: the same steps for a name that is there and for one that is
 * not.  FAIL_AWAY: not all of it is known, so nothing is.
 */
enum fail entry_look_up(const void *owner, struct connection *connection, const char *username, struct entry *out);

/* Is the base where people are there for the service account?  Otherwise "no such person" would mean nothing. */
enum fail entry_base_visible(struct connection *connection);

/* The person for a found entry: roles and department by its groups.  Owned by owner; NULL when out of memory. */
struct person *entry_person(const void *owner, const struct directory *dir, const struct entry *entry);

#endif
