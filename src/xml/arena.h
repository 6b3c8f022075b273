/* arena.h - private to xml/: the memory of one transformation, given back at once. */
#ifndef SAMSPIL_XML_ARENA_H
#define SAMSPIL_XML_ARENA_H

#include <stdbool.h>
#include <stddef.h>

/* Once, before the library's first call: from now on libxml2 allocates through this. */
void arena_start(void);

/*
 * The same for a process that runs stylesheets that are not ours: without the piece of memory, since they can make the library keep things
 * beyond a transformation (a decimal format's name, asked for and not there), and all is counted for arena_limit.
 */
void arena_start_counting(void);

/*
 * From open to close what libxml2 allocates comes from one piece of memory, and freeing any of that does nothing; all else is
 * malloc's, as at any other time.  Nothing that is made in between may be used after close.
 */
void arena_open(void);
void arena_close(void);

/*
 * Is all that was made since open in that piece?  Then a tree of it need not be freed node by node.  False when the piece was too
 * small and the rest came from malloc, or when there is none.
 */
bool arena_holds_all(void);

/* From now on what is made between open and close beyond that piece may be so many bytes together; 0: as many as there are. */
void arena_limit(size_t bytes);

/* Was anything not to be had since the last open? */
bool arena_ran_out(void);

#endif
