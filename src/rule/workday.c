#include "rule/workday.h"

#include <stdlib.h>
#include <string.h>

/* Each year on the same date. */
static const struct { const char *day, *key; } fixed[] = {
	{ "01-01", "new-year" },
	{ "06-05", "constitution-day" },
	{ "12-24", "christmas-eve" },
	{ "12-25", "christmas-day" },
	{ "12-26", "boxing-day" },
	{ "12-31", "new-years-eve" },
};

/* Days from Easter Sunday; until: the first year without it (0: it is still kept). */
static const struct { long days; int until; const char *key; } moving[] = {
	{ -3, 0,    "maundy-thursday" },
	{ -2, 0,    "good-friday" },
	{ 0,  0,    "easter-sunday" },
	{ 1,  0,    "easter-monday" },
	{ 26, 2024, "great-prayer-day" },
	{ 39, 0,    "ascension-day" },
	{ 49, 0,    "whit-sunday" },
	{ 50, 0,    "whit-monday" },
};

/* The algorithm of Meeus, Jones and Butcher, for all years of the Gregorian calendar. */
void
workday_easter(int year, struct date *out)
{
	int golden = year % 19, century = year / 100, moon, sunday, late, days;

	moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
	sunday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 4) % 7;
	late = (golden + 11 * moon + 22 * sunday) / 451;
	days = moon + sunday - 7 * late + 114;
	date_set(out, year, days / 31, days % 31 + 1);
}

bool
workday_weekend(const char *iso)
{
	return date_weekday(iso) >= 5;
}

const char *
workday_holiday(const char *iso)
{
	struct date easter;
	long days;
	size_t i;

	workday_easter(atoi(iso), &easter);
	days = date_days(easter.iso, iso);
	for (i = 0; i < sizeof moving / sizeof moving[0]; i++)
		if (moving[i].days == days && (moving[i].until == 0 || atoi(iso) < moving[i].until))
			return moving[i].key;
	for (i = 0; i < sizeof fixed / sizeof fixed[0]; i++)
		if (strcmp(iso + 5, fixed[i].day) == 0)
			return fixed[i].key;
	return NULL;
}

bool
workday_is(const char *iso)
{
	return !workday_weekend(iso) && workday_holiday(iso) == NULL;
}

void
workday_after(const char *iso, struct date *out)
{
	date_add_days(iso, 1, out);
	while (!workday_is(out->iso))
		date_add_days(out->iso, 1, out);
}
