/* filter.h - search filters from templates (RFC 4515).  directory/: may use nothing but its neighbours. */
#ifndef SAMSPIL_DIRECTORY_FILTER_H
#define SAMSPIL_DIRECTORY_FILTER_H

#include <stdbool.h>

/* text as a value in a filter: * ( ) \ and controls as \XX; owned by owner (talloc); NULL when out of memory. */
char *filter_escape(const void *owner, const char *text);

/*
 * The template with each %s replaced by s and each %u by u, both escaped; NULL for u is fine where no %u stands.  Any other
 * % stays as it is.  Owned by owner (talloc); NULL when out of memory.
 */
char *filter_fill(const void *owner, const char *template, const char *s, const char *u);

/* Is it one whole parenthesis?  (What else is wrong inside, libldap or the server says.) */
bool filter_is_whole(const char *filter);

#endif
