#include "rule/caseload.h"

#include <stddef.h>

enum { HUNDREDTHS = 100 };

enum caseload
caseload_judge(long open, long fte, long most)
{
	if (fte <= 0)
		return CASELOAD_NONE;
	return open * HUNDREDTHS > most * fte ? CASELOAD_ABOVE : CASELOAD_WITHIN;
}

const char *
caseload_name(enum caseload is)
{
	static const char *const names[] = { NULL, "within", "above" };

	return names[is];
}

double
caseload_of(long open, long fte)
{
	return (double)(open * HUNDREDTHS) / (double)fte;
}
