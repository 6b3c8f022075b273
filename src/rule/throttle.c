#include "rule/throttle.h"

const struct throttle throttle_account = { .free = 3, .most = 10, .step_s = 5, .longest_s = 320 };
const struct throttle throttle_address = { .free = 20, .most = 200, .step_s = 2, .longest_s = 30 };

static long
delay(const struct throttle *limits, long failures)
{
	long wait = limits->step_s, i;

	for (i = limits->free; i < failures && wait < limits->longest_s; i++)
		wait *= 2;
	return wait < limits->longest_s ? wait : limits->longest_s;
}

long
throttle_wait(const struct throttle *limits, long failures, long last_s, long oldest_s)
{
	long wait = 0, until;

	if (failures >= limits->free)
		wait = delay(limits, failures) - last_s;
	until = THROTTLE_WINDOW_S - oldest_s;
	if (failures >= limits->most && until > wait)
		wait = until;
	return wait > 0 ? wait : 0;
}
