/* clock.h - a clock that only goes on: for time limits and for what something took, never for the time of day.  base/. */
#ifndef SAMSPIL_BASE_CLOCK_H
#define SAMSPIL_BASE_CLOCK_H

/* Since some moment in the past, the same for both; never fails. */
long long clock_ms(void);
long long clock_us(void);

/* What this process has had of the processor, in microseconds. */
long long clock_spent_us(void);

#endif
