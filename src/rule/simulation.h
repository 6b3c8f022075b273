/*
 * simulation.h - what fewer courses a caseworker ask for: staff, waiting time and queue, month by month.  rule/: pure.
 *
 * Each month new people at risk come; each of them takes hours of a caseworker before the course runs, and then one of the courses that a caseworker has room
 * for at once.  What the staff has no hours or no room for waits in a queue.
 * Staff is hundredths of full-time equivalents; source of SIMULATION_HOURS: our own assumption, 37 hours a week less holidays, illness, meetings.
 */
#ifndef SAMSPIL_RULE_SIMULATION_H
#define SAMSPIL_RULE_SIMULATION_H

enum { SIMULATION_HOURS = 110, SIMULATION_MONTHS = 12 };	/* a full-time caseworker's hours with citizens a month */

struct simulation {
	double inflow;			/* citizens a month */
	long at_risk;			/* how many per cent of them are at risk */
	double hours;			/* that one of them takes before the course runs */
	long cases;			/* courses of a full-time caseworker */
	long staff, open;		/* that there are, and courses that are open */
	double closed;			/* courses that close a month */
};

/*
 * capacity: as many as can be begun in the month: by hours, or by room, with those that close; whichever is less.  weeks < 0: nobody is begun.  all: courses that would be open if nobody waited; needed: the staff that it takes, for those who come, and for
 * no more courses each than that.
 */
struct simulated { double fresh, capacity, begun, queue, weeks, open, all, needed; };

/* One month after the other; queue, open and all of the month before are in *month, at first nought, and what is open. */
void simulation_month(const struct simulation *is, struct simulated *month);

/* Hundredths of full-time equivalents, rounded up: for so many courses, so many a caseworker (above 0); for those who come in a month; and what both take. */
long simulation_staff(double open, long cases);
long simulation_intake(const struct simulation *is);
long simulation_needed(const struct simulation *is, double open, long cases);

#endif
