/* seal.h - private to the renderer: from open to closed. */
#ifndef SAMSPIL_XML_RENDER_SEAL_H
#define SAMSPIL_XML_RENDER_SEAL_H

#include <stdbool.h>

enum { SEAL_MEMORY_MIB = 256, SEAL_CPU_MS = 1000 };

/*
 * No descriptor but 0, no new privileges, no core, at most SEAL_MEMORY_MIB of address space (not in a sanitized build, which needs
 * terabytes of it), and of system calls only what computing and talking on 0 take: any other one ends the process at once.
 * false: it could not be closed, and nothing may be run.  No way back.
 */
bool seal(void);

/*
 * Around each piece of work: at most ms of processor time, or the process ends by SIGPROF.  Before that, at a fraction of it, the work goes on only when
 * the processor has nothing else to do, so that other people's pages do not feel it; then seal_was_slow says so.
 */
void seal_clock(long ms);
void seal_clock_off(void);
bool seal_was_slow(void);

#endif
