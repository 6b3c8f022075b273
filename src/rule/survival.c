#include "rule/survival.h"

#include "rule/suppression.h"

#define CLOSE 1e-9	/* figures that differ by less are equal */

long long
survival_count(const struct lasted *of, size_t n)
{
	return survival_left(of, n, -1);
}

long long
survival_left(const struct lasted *of, size_t n, long long days)
{
	long long left = 0;

	while (n-- > 0 && of[n].days > days)
		left += of[n].ended + of[n].censored;
	return left;
}

/* The share that is left after a day on which some of those who were there ended. */
static double
after(double share, const struct lasted *day, long long there)
{
	return there == 0 ? share : share * (double)(there - day->ended) / (double)there;
}

double
survival_share(const struct lasted *of, size_t n, long long days)
{
	long long there = survival_count(of, n);
	double share = 1;
	size_t i;

	for (i = 0; i < n && of[i].days <= days; i++) {
		share = after(share, &of[i], there);
		there -= of[i].ended + of[i].censored;
	}
	return share;
}

long long
survival_horizon(const struct lasted *of, size_t n)
{
	while (n > 0 && of[n - 1].ended + of[n - 1].censored == 0)
		n--;
	return n == 0 || of[n - 1].censored == 0 ? -1 : of[n - 1].days;
}

bool
survival_mean(const struct lasted *of, size_t n, long long limit, double *mean)
{
	long long there = survival_count(of, n), day = 0, until;
	double share = 1, days = 0;
	size_t i;

	if (there == 0)
		return false;
	for (i = 0; i < n && (limit < 0 || day < limit); i++) {
		until = limit >= 0 && of[i].days > limit ? limit : of[i].days;
		days += share * (double)(until - day);
		day = until;
		share = after(share, &of[i], there);
		there -= of[i].ended + of[i].censored;
	}
	*mean = days;
	return true;
}

bool
survival_median(const struct lasted *of, size_t n, long long *days)
{
	long long there = survival_count(of, n);
	double share = 1;
	size_t i;

	for (i = 0; i < n; i++) {
		share = after(share, &of[i], there);
		there -= of[i].ended + of[i].censored;
		if (share <= 0.5 + CLOSE) {
			*days = of[i].days;
			return true;
		}
	}
	return false;
}

static size_t
band_of(long long days, long long width)
{
	return days < 1 ? 0 : (size_t)((days - 1) / width);
}

size_t
survival_bands(const struct lasted *of, size_t n, long long width)
{
	return n == 0 ? 0 : band_of(of[n - 1].days, width) + 1;
}

void
survival_coarse(const struct lasted *of, size_t n, long long width, struct lasted *out)
{
	struct lasted all = { 0, 0, 0 }, told = { 0, 0, 0 };
	size_t band, bands = survival_bands(of, n, width), i = 0;

	for (band = 0; band < bands; band++) {
		for (; i < n && band_of(of[i].days, width) == band; i++) {
			all.ended += of[i].ended;
			all.censored += of[i].censored;
		}
		out[band] = (struct lasted){ (long long)band * width + (width + 1) / 2, suppression_round((long)all.ended) - told.ended,
		    suppression_round((long)all.censored) - told.censored };
		told.ended += out[band].ended;
		told.censored += out[band].censored;
	}
}

bool
survival_is_shorter(double before, double now, long long goal)
{
	return before - now >= (double)goal - CLOSE;
}
