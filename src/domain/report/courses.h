/*
 * courses.h - the courses that a report asks about, once for all reports.  domain/: SQL alone.
 *
 *	"WITH " REPORT_COURSES " SELECT COUNT(*) FROM rc, ask WHERE " REPORT_OPEN_ON("rc", "ask.today")
 *
 * ask is what was asked (report.h), rd the departments (all, or the one with those below it), rc the courses of those departments, of the
 * target group and benefit asked for: id, citizen_id, department_id, caseworker_uid, frame_id, screening_id, opened_on, closed_on, outcome, state,
 * target_group (of the newest risk assessment, else the frame's), benefit (what the citizen lived on on opened_on; of several the one that began
 * last).  What was closed as low risk at once is in it, with the state 'closed-low': a report says whether it counts.
 *
 * Columns that a statement does not name cost nothing: rc is merged into it.  Say the columns, never rc.*.
 */
#ifndef SAMSPIL_DOMAIN_REPORT_COURSES_H
#define SAMSPIL_DOMAIN_REPORT_COURSES_H

#include "domain/report/report.h"

#define REPORT_DEPARTMENTS \
	"rd AS (SELECT d.id FROM ask, department d LEFT JOIN department p1 ON p1.id = d.parent_id LEFT JOIN department p2 ON p2.id = p1.parent_id" \
	" WHERE ask.department IS NULL OR ask.department IN (d.id, d.parent_id, p1.parent_id, p2.parent_id))"

/* What a course's citizen lived on on a day (SQL for one value), and its target group. */
#define REPORT_BENEFIT_ON(c, day) \
	"(SELECT bp.benefit_type FROM benefit_period bp WHERE bp.citizen_id = " c ".citizen_id AND bp.starts_on <= " day \
	" AND (bp.ends_on IS NULL OR bp.ends_on >= " day ") ORDER BY bp.starts_on DESC, bp.id DESC LIMIT 1)"
#define REPORT_TARGET_GROUP(c) \
	"COALESCE((SELECT ra.target_group FROM risk_assessment ra WHERE ra.id = GREATEST(" \
	"COALESCE((SELECT MAX(r1.id) FROM risk_assessment r1 WHERE r1.course_id = " c ".id), 0)," \
	" COALESCE((SELECT MAX(r2.id) FROM risk_assessment r2 WHERE r2.screening_id = " c ".screening_id), 0)))," \
	" (SELECT cf.target_group FROM course_frame cf WHERE cf.id = " c ".frame_id))"

#define REPORT_COURSES \
	"ask AS (" REPORT_ASK "), " REPORT_DEPARTMENTS ", rc AS (SELECT c.id, c.citizen_id, c.department_id, c.caseworker_uid, c.frame_id, c.screening_id," \
	" c.opened_on, c.closed_on, c.outcome, c.state, " REPORT_TARGET_GROUP("c") " AS target_group, " REPORT_BENEFIT_ON("c", "c.opened_on") " AS benefit" \
	" FROM ask, rd, course c WHERE c.department_id = rd.id" \
	" AND (ask.target_group IS NULL OR " REPORT_TARGET_GROUP("c") " = ask.target_group)" \
	" AND (ask.benefit IS NULL OR " REPORT_BENEFIT_ON("c", "c.opened_on") " = ask.benefit))"

/* Was it open at the end of this day? */
#define REPORT_OPEN_ON(c, day) "(" c ".opened_on <= " day " AND (" c ".closed_on IS NULL OR " c ".closed_on > " day "))"

#endif
