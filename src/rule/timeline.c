#include "rule/timeline.h"

#include <stdlib.h>
#include <string.h>

static int
months_of(const char *iso)
{
	return atoi(iso) * 12 + atoi(iso + 5) - 1;
}

static void
first_of(int months, struct date *out)
{
	date_set(out, months / 12, months % 12 + 1, 1);
}

void
timeline_span(const char *first_iso, const char *last_iso, struct timeline *out)
{
	int first = months_of(first_iso), last = months_of(last_iso);

	if (last < first) {
		int other = first;

		first = last;
		last = other;
	}
	if (last < first + TIMELINE_MONTHS_MIN - 1)
		last = first + TIMELINE_MONTHS_MIN - 1;
	first_of(first, &out->from);
	first_of(last + 1, &out->to);
}

long
timeline_x(const struct timeline *line, const char *iso)
{
	long days = date_days(line->from.iso, iso), all = date_days(line->from.iso, line->to.iso);

	if (days <= 0 || all <= 0)
		return 0;
	return days >= all ? 10000 : days * 10000 / all;
}

void
timeline_month(const struct timeline *line, size_t n, struct date *out)
{
	first_of(months_of(line->from.iso) + (int)n, out);
}

size_t
timeline_months(const struct timeline *line)
{
	return (size_t)(months_of(line->to.iso) - months_of(line->from.iso));
}
