/* hand.h - a course changes hands, with all that hangs on it.  plan/: may use domain/ and what is below it. */
#ifndef SAMSPIL_PLAN_HAND_H
#define SAMSPIL_PLAN_HAND_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/request.h"

/* Choices: who can have courses (a caseworker who works here), those of the user's own department first, "Lis Nabo (Voksenhandicap): 12" open courses. */
void hand_choices(struct request *rq, xmlNode *field);

/* May the user give the request's course away: is it his, does he stand in, or does he lead?  Colleagues do not give each other's courses away. */
bool hand_may(const struct request *rq);

/* Who has it, as a locked row says; owned by the request.  false: there is no such course. */
struct held { const char *state, *caseworker, *department; long long revision; };
bool hand_lock(struct request *rq, long long course, struct held *out);

/*
 * A locked, open course goes from its caseworker to another one, and into that one's department: its row, why, the part that ends today and the
 * one that begins.  Deadlines are the course's, and go with it.  Nobody is told: the caller does that.
 */
void hand_over(struct request *rq, long long course, const struct held *held, const char *to, const char *reason);

/*
 * The latest ones of a course (0: all of those out of, or into, the user's department), at most 20:
 *	<handover id at from from-name to to-name from-department to-department by [course citizen-id citizen cpr href]> <reason/> </handover>*
 */
void hand_history_add(struct request *rq, xmlNode *parent, long long course);

#endif
