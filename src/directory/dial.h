/* dial.h - a TCP connection within a time, name look-up included.  directory/: may use nothing but its neighbours. */
#ifndef SAMSPIL_DIRECTORY_DIAL_H
#define SAMSPIL_DIRECTORY_DIAL_H

#include <stddef.h>

/*
 * Connect to host:port before deadline (clock_ms), trying each of its addresses.  Returns a blocking socket that the caller
 * closes, or -1 with the reason written to problem.
 */
int dial(const char *host, const char *port, long long deadline, char *problem, size_t size);

#endif
