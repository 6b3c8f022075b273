/*
 * file_name.h - what may be kept, shown and saved of the name that a file came with.  base/: may use nothing of ours but its
 * neighbours.
 *
 * Sources: Unicode UAX 9 (signs that turn the way of writing), Microsoft "Naming Files, Paths, and Namespaces", RFC 6266, RFC 8187.
 */
#ifndef SAMSPIL_BASE_FILE_NAME_H
#define SAMSPIL_BASE_FILE_NAME_H

#include <stdbool.h>
#include <stddef.h>

enum { FILE_NAME_MAX = 120 };	/* characters, the ending's included */

/*
 * A name that says what it shows: without folders before it, controls, signs that turn the way of writing or have no width, what file systems
 * forbid, spaces and points at its ends; no longer than FILE_NAME_MAX, whose end (".pdf") stays.  A name that is nothing then, or NULL, is "".
 * Owned by owner (talloc); NULL when out of memory or when name is no UTF-8.
 */
char *file_name_clean(const void *owner, const char *name);

/* What stands behind the last point, in lower case ("pdf"); "" for none.  Owned by owner. */
char *file_name_ending(const void *owner, const char *name);

/* The name without its ending: what a title may begin as, with "_" as spaces.  Owned by owner. */
char *file_name_title(const void *owner, const char *name);

/*
 * The value of Content-Disposition for a file that is saved: attachment, its name in ASCII for old programs, and, where that is another one, as
 * it is for all others.
 * Owned by owner.
 */
char *file_name_disposition(const void *owner, const char *name);

#endif
