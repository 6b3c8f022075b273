/* timeline.h - months on a line, for parallel interventions.  rule/: pure functions; may use base/. */
#ifndef SAMSPIL_RULE_TIMELINE_H
#define SAMSPIL_RULE_TIMELINE_H

#include <stddef.h>

#include "base/date.h"

/* Whole months: from the first of one to the first of a later one (which is not part of it). */
struct timeline { struct date from, to; };

/* The whole months that hold both days (in either order); never shorter than TIMELINE_MONTHS_MIN. */
enum { TIMELINE_MONTHS_MIN = 3 };
void timeline_span(const char *first_iso, const char *last_iso, struct timeline *out);

/* Where a day's start stands, in hundredths of a per cent of the line; held within 0 and 10000. */
long timeline_x(const struct timeline *line, const char *iso);

/* The first day of the nth month; of the month after the last, to. */
void timeline_month(const struct timeline *line, size_t n, struct date *out);
size_t timeline_months(const struct timeline *line);

#endif
