/* nearest.h - the name that was perhaps meant.  Private to xml/gate/. */
#ifndef SAMSPIL_XML_GATE_NEAREST_H
#define SAMSPIL_XML_GATE_NEAREST_H

#include <stddef.h>

/* A name that nobody knows, and the nearest so far of those that were tried; best is borrowed, NULL: none is near. */
struct nearest { const char *name; size_t length; const char *best; unsigned distance; };

/* Names over 64 bytes have no nearest. */
struct nearest nearest_to(const char *name, size_t length);

/*
 * One name that is known.  A letter more, less, another, or two that have changed places count one each, case nothing; more than a third of the
 * name (at least one, at most three) is not near.  Of equals the first tried stays.
 */
void nearest_try(struct nearest *nearest, const char *known);

#endif
