/*
 * subject.h - what a path's id can name, and who has a relation to it.  domain/: may use base/, sql/, xml/, rule/, web/.
 *
 * Grades, the strongest first: own (the caseworker of the course or who issued it), deputy (who stands in for that one today, and
 * may do what he may, but not in what was closed more than 90 days ago), team (an open contact of the course), provider (of an intervention, until
 * SUBJECT_PROVIDER_DAYS after it ended), department (the user's own
 * department, for those who may see all of it); to look at, never to change: former-own (was its caseworker, until 90 days after
 * the course was closed), fictional (somebody made up, for those who try looks out).
 */
#ifndef SAMSPIL_DOMAIN_SUBJECT_H
#define SAMSPIL_DOMAIN_SUBJECT_H

#include "web/route.h"

extern const struct subject subject_citizen;		/* citizen.id */
extern const struct subject subject_screening;		/* screening.id */
extern const struct subject subject_course;		/* course.id */
extern const struct subject subject_course_measured;	/* course.id, also for the providers of its interventions */
extern const struct subject subject_intervention;	/* intervention.id: its provider, and who may see the course */
extern const struct subject subject_document;		/* document.id: who may see the course, and whose intervention it was given to */
extern const struct subject subject_assessment_day;	/* assessment_day.id, about several citizens: its team, their caseworkers, its department */
extern const struct subject subject_survey;		/* survey.id, about no citizen: the department whose it is, and (team) whom it asks */

enum { SUBJECT_PROVIDER_DAYS = 28 };	/* source: our own assumption */

/*
 * SQL for those who ask a subject's question of many rows.  me is a row of uid, department, wide (request_wide) and today.  Does me stand in today for the
 * one with this uid?  Is the course c open, or was closed within 90 days?  And the grade (a CASE without its END) of me to c, of those who may change it.
 */
#define SUBJECT_DEPUTY_OF(uid_) \
	"EXISTS (SELECT 1 FROM staff_absence away WHERE away.deputy_uid = me.uid AND away.uid = " uid_ \
	" AND away.from_on <= me.today AND away.to_on >= me.today)"
#define SUBJECT_RECENT "(c.closed_on IS NULL OR c.closed_on >= me.today - INTERVAL 90 DAY)"
#define SUBJECT_COURSE_GRADE \
	" CASE WHEN c.caseworker_uid = me.uid THEN 'own'" \
	"  WHEN " SUBJECT_RECENT " AND " SUBJECT_DEPUTY_OF("c.caseworker_uid") " THEN 'deputy'" \
	"  WHEN EXISTS (SELECT 1 FROM course_contact cc WHERE cc.course_id = c.id AND cc.uid = me.uid" \
	"   AND cc.from_on <= me.today AND (cc.to_on IS NULL OR cc.to_on > me.today)) THEN 'team'" \
	"  WHEN me.wide & 1 AND c.department_id = me.department THEN 'department'"

/*
 * Is me the provider of the intervention i_, of the course c: from when it was ordered until SUBJECT_PROVIDER_DAYS after it ended (or that was told, if
 * later), was declined or withdrawn?  What runs on after its course was closed ends by its own end.
 */
#define SUBJECT_PROVIDES(i_) \
	"(" i_ ".provider_uid = me.uid AND (" i_ ".state IN ('ordered', 'accepted', 'running')" \
	"  AND (c.closed_on IS NULL OR GREATEST(c.closed_on, COALESCE(" i_ ".ends_on, c.closed_on)) >= me.today - INTERVAL 28 DAY)" \
	" OR " i_ ".state <> 'proposed' AND " i_ ".ordered_on IS NOT NULL" \
	"  AND GREATEST(" i_ ".ended_on, COALESCE(" i_ ".end_told_on, " i_ ".ended_on)) >= me.today - INTERVAL 28 DAY))"

#endif
