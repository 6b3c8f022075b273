#include "rule/simulation.h"

#include <math.h>

#define WEEKS_A_MONTH (52.0 / 12)
#define NOTHING 1e-9	/* what is left of sums that come to 0 */

long
simulation_staff(double open, long cases)
{
	return (long)ceil(open * 100 / (double)cases - 1e-9);
}

long
simulation_intake(const struct simulation *is)
{
	return (long)ceil(is->inflow * (double)is->at_risk * is->hours / SIMULATION_HOURS - 1e-9);
}

/* Whoever has hours for those who come has courses as well: the greater of the two. */
long
simulation_needed(const struct simulation *is, double open, long cases)
{
	long staff = simulation_staff(open, cases), intake = simulation_intake(is);

	return staff > intake ? staff : intake;
}

void
simulation_month(const struct simulation *is, struct simulated *month)
{
	double room = (double)is->staff / 100 * (double)is->cases - month->open + is->closed, waiting;

	room = room < NOTHING ? 0 : room;
	month->fresh = is->inflow * (double)is->at_risk / 100;
	month->capacity = is->hours > 0 ? fmin(room, (double)is->staff / 100 * SIMULATION_HOURS / is->hours) : room;
	waiting = month->queue + month->fresh;
	month->begun = fmin(waiting, month->capacity);
	month->queue = waiting - month->begun;
	month->weeks = month->queue < NOTHING ? 0 : month->capacity > 0 ? month->queue / month->capacity * WEEKS_A_MONTH : -1;
	month->open = fmax(0, month->open + month->begun - is->closed);
	month->all = fmax(0, month->all + month->fresh - is->closed);
	month->needed = (double)simulation_needed(is, month->all, is->cases) / 100;
}
