#include "rule/simulation.h"

#include <math.h>

#define WEEKS_A_MONTH (52.0 / 12)

long
simulation_staff(double open, long cases)
{
	return (long)ceil(open * 100 / (double)cases - 1e-9);
}

void
simulation_month(const struct simulation *is, struct simulated *month)
{
	double waiting;

	month->fresh = (double)is->inflow * (double)is->at_risk / 100;
	month->capacity = is->hours > 0 ? (double)is->staff / 100 * SIMULATION_HOURS / is->hours : month->queue + month->fresh;
	waiting = month->queue + month->fresh;
	month->begun = fmin(waiting, month->capacity);
	month->queue = waiting - month->begun;
	month->weeks = month->queue <= 0 ? 0 : month->capacity > 0 ? month->queue / month->capacity * WEEKS_A_MONTH : -1;
	month->open = fmax(0, month->open + month->begun - (double)is->closed);
	month->needed = (double)simulation_staff(month->open, is->cases) / 100;
}
