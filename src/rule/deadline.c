#include "rule/deadline.h"

#include <stdlib.h>
#include <string.h>

#include "rule/workday.h"

static bool
is(const char *text, const char *word)
{
	return text != NULL && strcmp(text, word) == 0;
}

static void
add_months(const char *iso, int months, struct date *out)
{
	int at = atoi(iso) * 12 + atoi(iso + 5) - 1 + months, day = atoi(iso + 8);

	while (!date_exists(at / 12, at % 12 + 1, day))
		day--;
	date_set(out, at / 12, at % 12 + 1, day);
}

static void
add_workdays(const char *iso, int n, struct date *out)
{
	int i;

	date_add_days(iso, 0, out);
	for (i = 0; i < n; i++)
		workday_after(out->iso, out);
	if (n == 0 && !workday_is(iso))
		workday_after(iso, out);
}

static void
to_end_of_month(struct date *day)
{
	struct date first = *day;

	memcpy(first.iso + 8, "01", 2);
	add_months(first.iso, 1, &first);
	date_add_days(first.iso, -1, day);
}

/* Of weeks that are counted from the event's own day on, the last day is the one before. */
static void
to_end_of_week(const struct deadline_count *count, struct date *day)
{
	if (is(count->unit, "week") && count->n > 0)
		date_add_days(day->iso, -1, day);
	else
		date_add_days(day->iso, 6 - date_weekday(day->iso), day);
}

static bool
is_known(const struct deadline_count *count)
{
	return count->n >= 0 && count->n <= DEADLINE_N_MAX && (count->by_end_of == NULL || is(count->by_end_of, "week") ||
	    is(count->by_end_of, "month")) && (is(count->unit, "day") || is(count->unit, "week") || is(count->unit, "month") ||
	    is(count->unit, "workday"));
}

bool
deadline_due(const struct deadline_count *count, const char *event_on, struct date *out)
{
	if (!is_known(count))
		return false;
	if (is(count->unit, "month"))
		add_months(event_on, count->n, out);
	else if (is(count->unit, "workday"))
		add_workdays(event_on, count->n, out);
	else
		date_add_days(event_on, is(count->unit, "week") ? count->n * 7L : count->n, out);
	if (is(count->by_end_of, "week"))
		to_end_of_week(count, out);
	else if (is(count->by_end_of, "month"))
		to_end_of_month(out);
	return true;
}
