#include "rule/survival.h"

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

bool
survival_is_shorter(double before, double now, long long goal)
{
	return before - now >= (double)goal - CLOSE;
}
