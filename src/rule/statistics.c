#include "rule/statistics.h"

#include <math.h>
#include <stdlib.h>
#include <talloc.h>

long long
statistics_count(const struct counted *values, size_t n)
{
	long long count = 0;
	size_t i;

	for (i = 0; i < n; i++)
		count += values[i].count;
	return count;
}

struct fraction
statistics_mean(const struct counted *values, size_t n)
{
	struct fraction mean = { 0, 0 };
	size_t i;

	for (i = 0; i < n; i++) {
		mean.numerator += values[i].value * values[i].count;
		mean.denominator += values[i].count;
	}
	return mean;
}

/* The value of the one who stands at this place, from 1, when all stand in a row. */
static long long
standing_at(const struct counted *values, size_t n, long long place)
{
	size_t i;

	for (i = 0; i + 1 < n && place > values[i].count; i++)
		place -= values[i].count;
	return values[i].value;
}

struct fraction
statistics_quantile(const struct counted *values, size_t n, struct fraction part)
{
	long long count = statistics_count(values, n), place, rest;

	if (count == 0)
		return (struct fraction){ 0, 0 };
	place = count * part.numerator / part.denominator;
	rest = count * part.numerator % part.denominator;
	if (rest != 0 || place == 0)
		return (struct fraction){ standing_at(values, n, place + 1), 1 };
	if (place == count)
		return (struct fraction){ standing_at(values, n, count), 1 };
	return (struct fraction){ standing_at(values, n, place) + standing_at(values, n, place + 1), 2 };
}

struct fraction
statistics_median(const struct counted *values, size_t n)
{
	return statistics_quantile(values, n, (struct fraction){ 1, 2 });
}

bool
statistics_mean_of(const struct fraction *fractions, size_t count, double *mean, size_t *n)
{
	double sum = 0;
	size_t i;

	*n = 0;
	for (i = 0; i < count; i++) {
		if (fractions[i].denominator == 0)
			continue;
		sum += statistics_value(fractions[i]);
		(*n)++;
	}
	if (*n > 0)
		*mean = sum / (double)*n;
	return *n > 0;
}

long long
statistics_round(struct fraction f)
{
	long long whole = f.numerator / f.denominator, rest = llabs(f.numerator % f.denominator), of = llabs(f.denominator);

	if (rest < of - rest)
		return whole;
	return (f.numerator < 0) == (f.denominator < 0) ? whole + 1 : whole - 1;
}

/* What people see as a half may be a hair below it. */
double
statistics_decimals(double value, int decimals)
{
	double scale = pow(10, decimals), rounded = floor(fabs(value) * scale + 0.5 + 1e-9 * fmax(1, fabs(value))) / scale;

	return value < 0 && rounded > 0 ? -rounded : rounded;
}

double
statistics_value(struct fraction f)
{
	return (double)f.numerator / (double)f.denominator;
}

struct counted *
statistics_add(const void *owner, struct counted *values, size_t *n, long long value, long long count)
{
	if (*n > 0 && values[*n - 1].value == value) {
		values[*n - 1].count += count;
		return values;
	}
	if ((*n & (*n - 1)) == 0)
		values = talloc_realloc(owner, values, struct counted, *n == 0 ? 1 : (unsigned)*n * 2);
	values[(*n)++] = (struct counted){ value, count };
	return values;
}
