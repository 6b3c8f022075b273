#include "rule/measuring.h"

enum { DAYS_PER_WEEK = 7, ROUNDS_MAX = 10000 };

bool
measuring_due(const struct measuring_schedule *s, size_t count, int round, struct date *out)
{
	const struct measuring_schedule *of = NULL;
	size_t i;

	for (i = 0; i < count && s[i].first_round <= round; i++)
		of = &s[i];
	if (of == NULL)
		return false;
	date_add_days(of->first_due_on, (long)(round - of->first_round) * of->interval_weeks * DAYS_PER_WEEK, out);
	return true;
}

bool
measuring_from(const struct measuring_schedule *s, size_t count, int round, struct date *out)
{
	long early = MEASURING_EARLY_DAYS, between;
	struct date due, before;

	if (!measuring_due(s, count, round, &due))
		return false;
	if (measuring_due(s, count, round - 1, &before)) {
		between = date_days(before.iso, due.iso);
		if (between / 2 < early)
			early = between < 0 ? 0 : between / 2;
	}
	date_add_days(due.iso, -early, out);
	return true;
}

int
measuring_round(const struct measuring_schedule *s, size_t count, const char *today)
{
	struct date from;
	int round = count == 0 ? 0 : s[0].first_round;

	while (round > 0 && round < ROUNDS_MAX && measuring_from(s, count, round + 1, &from) && date_days(from.iso, today) >= 0)
		round++;
	return round;
}

bool
measuring_missed(const char *due_on, const char *today)
{
	return date_days(due_on, today) >= MEASURING_MISSED_DAYS;
}

/* The last round before those that are asked about: what came before the schedule was nobody's duty. */
static int
last_of(const struct measuring_schedule *s, size_t count, int last_given)
{
	return count > 0 && last_given < s[0].first_round ? s[0].first_round - 1 : last_given;
}

int
measuring_missed_since(const struct measuring_schedule *s, size_t count, int last_given, const char *today)
{
	int last = last_of(s, count, last_given), missed = 0;
	struct date due;

	while (missed < ROUNDS_MAX && measuring_due(s, count, last + missed + 1, &due) && measuring_missed(due.iso, today))
		missed++;
	return missed;
}

int
measuring_open_round(const struct measuring_schedule *s, size_t count, int last_given, const char *today)
{
	return last_of(s, count, last_given) + measuring_missed_since(s, count, last_given, today) + 1;
}
