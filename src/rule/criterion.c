#include "rule/criterion.h"

#include <stdlib.h>
#include <string.h>

/* Does it come to at least so many thousandths, or days? */
static bool
comes_to(enum criterion_unit unit, const struct criterion_counts *c, long least)
{
	const long long after = c->numerator * (unit == CRITERION_SHARE ? 1 : c->before_of), before = c->before * c->denominator;

	switch (unit) {
	case CRITERION_SHARE:
		return after * 1000 >= least * c->denominator;
	case CRITERION_RELATIVE:
		return (after - before) * 1000 >= least * before;
	case CRITERION_POINTS:
		return (after - before) * 1000 >= least * c->denominator * c->before_of;
	case CRITERION_DAYS:
		return c->numerator >= least * 10LL;
	}
	return false;
}

static bool
can_be_told(enum criterion_unit unit, const struct criterion_counts *c)
{
	if (c->denominator <= 0)
		return false;
	return unit == CRITERION_SHARE || unit == CRITERION_DAYS || (c->before_of > 0 && (unit == CRITERION_POINTS || c->before > 0));
}

enum criterion_state
criterion_judge(const struct criterion_rule *rule, const struct criterion_counts *counts)
{
	if (!can_be_told(rule->unit, counts))
		return CRITERION_UNKNOWN;
	if (comes_to(rule->unit, counts, rule->threshold))
		return CRITERION_REACHED;
	return rule->partly != CRITERION_NEVER_PARTLY && comes_to(rule->unit, counts, rule->partly) ? CRITERION_PARTLY : CRITERION_NOT;
}

const char *
criterion_state_name(enum criterion_state state)
{
	static const char *const names[] = { "unknown", "not", "partly", "reached" };

	return names[state];
}

bool
criterion_unit_named(const char *name, enum criterion_unit *out)
{
	static const char *const names[] = { "share", "relative", "points", "days" };
	size_t i;

	for (i = 0; name != NULL && i < sizeof names / sizeof names[0]; i++)
		if (strcmp(name, names[i]) == 0) {
			*out = (enum criterion_unit)i;
			return true;
		}
	return false;
}

static int
month_of(const char *iso)
{
	return atoi(iso + 5);
}

void
criterion_quarter(const char *day, struct date *out)
{
	date_set(out, atoi(day), (month_of(day) - 1) / 3 * 3 + 1, 1);
}

void
criterion_quarter_next(const char *quarter, struct date *out)
{
	const int month = month_of(quarter) + 3;

	date_set(out, atoi(quarter) + (month > 12), month > 12 ? month - 12 : month, 1);
}

void
criterion_quarter_end(const char *quarter, struct date *out)
{
	struct date next;

	criterion_quarter_next(quarter, &next);
	date_add_days(next.iso, -1, out);
}
