/*
 * subject.h - what a path's id can name, and who has a relation to it.  domain/: may use base/, sql/, xml/, rule/, web/.
 *
 * Grades, the strongest first: own (the caseworker of the course or who issued it), team (an open contact of the course),
 * provider (of an intervention), department (the user's own department, for those who may see all of it),
 * fictional (somebody made up, for those who try looks out: to look at, never to change).
 */
#ifndef SAMSPIL_DOMAIN_SUBJECT_H
#define SAMSPIL_DOMAIN_SUBJECT_H

#include "web/route.h"

extern const struct subject subject_citizen;		/* citizen.id */
extern const struct subject subject_screening;		/* screening.id */
extern const struct subject subject_course;		/* course.id */
extern const struct subject subject_course_measured;	/* course.id, also for the providers of its interventions */
extern const struct subject subject_intervention;	/* intervention.id: its provider, and who may see the course */
extern const struct subject subject_survey;		/* survey.id, about no citizen: the department whose it is, and (team) whom it asks */

#endif
