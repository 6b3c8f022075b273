#include "rule/bounds.h"

#include <string.h>

#include "base/date.h"

bool
bounds_ahead(const char *iso, const char *today, long days)
{
	struct date latest;

	date_add_days(today, days, &latest);
	return strcmp(iso, latest.iso) <= 0;
}

bool
bounds_day(const char *iso, const char *today)
{
	return strcmp(iso, "1990-01-01") >= 0 && bounds_ahead(iso, today, BOUNDS_AHEAD_DAYS);
}
