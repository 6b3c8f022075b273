#include "rule/economy.h"

#include <string.h>

/* Days of persons times øre times hundredths of a per cent are more than 64 bits hold. */
__extension__ typedef __int128 wide;

static wide
divide(wide numerator, wide denominator)
{
	wide twice = 2 * numerator;

	return (twice >= 0 ? twice + denominator : twice - denominator) / (2 * denominator);
}

/* The sign of an amount, and where its digits begin. */
static int
take_sign(const char **at)
{
	static const char *const minus[] = { "-", "\xe2\x88\x92", "\xe2\x80\x93" };
	int sign = 1;
	size_t i;

	*at += strspn(*at, " ");
	for (i = 0; sign == 1 && i < sizeof minus / sizeof minus[0]; i++)
		if (strncmp(*at, minus[i], strlen(minus[i])) == 0) {
			*at += strlen(minus[i]);
			sign = -1;
		}
	*at += strspn(*at, " ");
	return sign;
}

bool
economy_amount(const char *text, int decimals, long long *out)
{
	const char *at = text, *digits = "0123456789";
	int sign = take_sign(&at), left = decimals;
	size_t whole = strspn(at, digits), part = 0;
	long long amount = 0;

	if (at[whole] == ',' || at[whole] == '.')
		part = strspn(at + whole + 1, digits);
	if (whole == 0 || whole > 10 || part > (size_t)decimals || (at[whole] != '\0' && part == 0) || (part > 0 && at[whole + 1 + part] != '\0'))
		return false;
	for (; *at != '\0'; at++) {
		if (*at == ',' || *at == '.')
			continue;
		amount = amount * 10 + (*at - '0');
	}
	for (left -= (int)part; left > 0; left--)
		amount *= 10;
	*out = sign * amount;
	return true;
}

/* Lines of one side of a year, of its parts or of the whole. */
struct side { long year; bool saving, whole; };

static bool
is_of(const struct economy_line *line, struct side side)
{
	return line->year == side.year && line->saving == side.saving && line->whole == side.whole;
}

static struct economy_figure
sum_of(const struct economy_line *lines, size_t count, struct side side, enum economy_kind kind)
{
	struct economy_figure sum = { ECONOMY_NONE, 0, false };
	size_t i;

	for (i = 0; i < count; i++)
		if (is_of(&lines[i], side) && lines[i].kind == kind) {
			sum.kind = kind;
			sum.amount += lines[i].amount;
		}
	return sum;
}

struct economy_figure
economy_sum(const struct economy_line *lines, size_t count, long year, bool saving, enum economy_kind kind)
{
	struct economy_figure parts = sum_of(lines, count, (struct side){ year, saving, false }, kind);

	return parts.kind != ECONOMY_NONE ? parts : sum_of(lines, count, (struct side){ year, saving, true }, kind);
}

/* Is there a surer line of this one's category? */
static bool
is_outdone(const struct economy_line *lines, size_t count, struct side side, const struct economy_line *line)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (is_of(&lines[i], side) && lines[i].category == line->category && lines[i].kind > line->kind)
			return true;
	return false;
}

static struct economy_figure
best_of(const struct economy_line *lines, size_t count, struct side side)
{
	struct economy_figure sum = { ECONOMY_NONE, 0, false };
	size_t i;

	for (i = 0; i < count; i++) {
		if (!is_of(&lines[i], side) || is_outdone(lines, count, side, &lines[i]))
			continue;
		sum.amount += lines[i].amount;
		sum.mixed = sum.mixed || (sum.kind != ECONOMY_NONE && lines[i].kind != sum.kind);
		if (sum.kind == ECONOMY_NONE || lines[i].kind < sum.kind)
			sum.kind = lines[i].kind;
	}
	return sum;
}

struct economy_figure
economy_best(const struct economy_line *lines, size_t count, long year, bool saving)
{
	struct economy_figure parts = best_of(lines, count, (struct side){ year, saving, false });
	struct economy_figure whole = best_of(lines, count, (struct side){ year, saving, true });

	return whole.kind > parts.kind ? whole : parts;
}

/* The first year after that one; false where there is none. */
static bool
next_year(const struct economy_line *lines, size_t count, long after, long *year)
{
	bool found = false;
	size_t i;

	for (i = 0; i < count; i++)
		if (lines[i].year > after && (!found || lines[i].year < *year)) {
			*year = lines[i].year;
			found = true;
		}
	return found;
}

static void
take_year(struct economy_year *is, const struct economy_year *before, struct economy_total *total)
{
	is->net_known = is->invested.kind != ECONOMY_NONE && is->saved.kind != ECONOMY_NONE;
	is->net = is->net_known ? is->saved.amount - is->invested.amount : 0;
	is->cumulative_known = is->net_known && (before == NULL || before->cumulative_known);
	is->cumulative = is->cumulative_known ? is->net + (before == NULL ? 0 : before->cumulative) : 0;
	total->invested += is->invested.amount;
	total->saved += is->saved.amount;
	total->net_known = is->cumulative_known;
	total->net = is->cumulative;
	if (total->break_even == 0 && is->cumulative_known && is->cumulative >= 0)
		total->break_even = is->year;
}

size_t
economy_years(const struct economy_line *lines, size_t count, struct economy_year *out, size_t room, struct economy_total *total)
{
	size_t years = 0;
	long year = 0;

	*total = (struct economy_total){ .net_known = false };
	while (years < room && next_year(lines, count, year, &year)) {
		out[years] = (struct economy_year){
			.year = year, .invested = economy_best(lines, count, year, false), .saved = economy_best(lines, count, year, true),
		};
		take_year(&out[years], years == 0 ? NULL : &out[years - 1], total);
		years++;
	}
	total->a_krone_known = total->net_known && total->invested > 0;
	total->a_krone = total->a_krone_known ? (long long)divide((wide)100 * total->saved, total->invested) : 0;
	return years;
}

bool
economy_change(long long before, long long after, long long *percent)
{
	if (before == 0)
		return false;
	*percent = (long long)divide((wide)100 * (after - before) * (before < 0 ? -1 : 1), before < 0 ? -(wide)before : before);
	return true;
}

long long
economy_persons(long long person_days, long days)
{
	return days <= 0 ? 0 : (long long)divide(person_days, days);
}

long long
economy_cost(const struct economy_volume *volumes, size_t count, long days)
{
	wide sum = 0;
	size_t i;

	for (i = 0; i < count; i++)
		sum += (wide)volumes[i].person_days * volumes[i].monthly * (10000 - volumes[i].refund);
	return days <= 0 ? 0 : (long long)divide(sum, (wide)days * 10000);
}

bool
economy_rate(const struct economy_rate *rates, size_t count, const char *benefit, const char *day, long long *figure)
{
	const char *newest = NULL;
	size_t i;

	for (i = 0; i < count; i++) {
		if (strcmp(rates[i].benefit, benefit) != 0 || strcmp(rates[i].from, day) > 0 || (newest != NULL && strcmp(rates[i].from, newest) < 0))
			continue;
		newest = rates[i].from;
		*figure = rates[i].figure;
	}
	return newest != NULL;
}

long
economy_refund(const struct economy_rate *refunds, size_t count, const char *benefit, const char *day, long week)
{
	const struct economy_rate *best = NULL;
	const char *newest = NULL;
	size_t i;

	for (i = 0; i < count; i++)
		if (strcmp(refunds[i].benefit, benefit) == 0 && strcmp(refunds[i].from, day) <= 0 && (newest == NULL || strcmp(refunds[i].from, newest) > 0))
			newest = refunds[i].from;
	for (i = 0; newest != NULL && i < count; i++) {
		const struct economy_rate *is = &refunds[i];

		if (strcmp(is->benefit, benefit) == 0 && strcmp(is->from, newest) == 0 && is->week <= week && (best == NULL || is->week > best->week))
			best = is;
	}
	return best == NULL ? 0 : (long)best->figure;
}
