/* calendar_file.h - talks as a file that other calendars read (RFC 5545).  For samspil-plan; the only home of libical. */
#ifndef SAMSPIL_PLAN_CALENDAR_FILE_H
#define SAMSPIL_PLAN_CALENDAR_FILE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * id: unique in the calendar and for ever ("talk-7@samspil.kommune.dk"); from, to, stamp: SQL's moments in UTC; revision: a changed event's is
 * larger; cancelled: it is off.  No text may name a citizen: the file leaves the house.
 */
struct calendar_event { const char *id, *summary, *place, *from, *to, *stamp; int revision; bool cancelled; };

/* The file's text, lines ended by CRLF and folded, owned by owner (talloc); NULL when out of memory.  name: what a program calls the calendar. */
char *calendar_file(const void *owner, const char *name, const struct calendar_event *events, size_t count);

#endif
