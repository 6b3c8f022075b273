#include "base/clock.h"

#include <time.h>

static long long
microseconds(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return now.tv_sec * 1000000LL + now.tv_nsec / 1000;
}

long long
clock_ms(void)
{
	return clock_us() / 1000;
}

long long
clock_us(void)
{
	return microseconds(CLOCK_MONOTONIC);
}

long long
clock_spent_us(void)
{
	return microseconds(CLOCK_PROCESS_CPUTIME_ID);
}
