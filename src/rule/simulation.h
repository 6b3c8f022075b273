/*
 * simulation.h - what fewer courses a caseworker ask for: staff, waiting time and queue, month by month.  rule/: pure.
 *
 * Each month new people at risk come; each of them takes hours of a caseworker before the course runs.  What the staff cannot begin waits in a queue.
 * Staff is hundredths of full-time equivalents; source of SIMULATION_HOURS: our own assumption, 37 hours a week less holidays, illness, meetings.
 */
#ifndef SAMSPIL_RULE_SIMULATION_H
#define SAMSPIL_RULE_SIMULATION_H

enum { SIMULATION_HOURS = 110, SIMULATION_MONTHS = 12 };	/* a full-time caseworker's hours with citizens a month */

struct simulation {
	long inflow, at_risk;		/* citizens a month, and how many per cent of them are at risk */
	double hours;			/* that one of them takes before the course runs */
	long cases;			/* courses of a full-time caseworker */
	long staff, open, closed;	/* that there are, courses that are open, and those that close a month */
};

struct simulated { double fresh, capacity, begun, queue, weeks, open, needed; };	/* weeks < 0: nobody is ever begun */

/* One month after the other; queue and open of the month before are in *month, at first nought and what is open. */
void simulation_month(const struct simulation *is, struct simulated *month);

/* Hundredths of full-time equivalents for so many courses, so many a caseworker (above 0): rounded up. */
long simulation_staff(double open, long cases);

#endif
