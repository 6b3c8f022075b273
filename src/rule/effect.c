#include "rule/effect.h"

bool
effect_growth(const struct effect_group of[2], double *points)
{
	if (of[0].persons == 0 || of[1].persons == 0)
		return false;
	*points = (double)(100 * (of[1].stable * of[0].persons - of[0].stable * of[1].persons)) / (double)(of[0].persons * of[1].persons);
	return true;
}

bool
effect_points(const struct effect_group treated[2], const struct effect_group control[2], double *points)
{
	double with, without;

	if (!effect_growth(treated, &with) || !effect_growth(control, &without))
		return false;
	*points = with - without;
	return true;
}

bool
effect_is_stable(long long tenths)
{
	return tenths * 10 >= EFFECT_STABLE_HUNDREDTHS * EFFECT_MONTHS;
}
