/* still.h - how long a course has lain.  domain/: SQL alone. */
#ifndef SAMSPIL_DOMAIN_STILL_H
#define SAMSPIL_DOMAIN_STILL_H

#include "sql/day.h"

enum { STILL_DAYS = 28 };	/* a course that nothing happened to for so long lies still.  Source: our own assumption. */

/* SQL: the day on which a row of the course c changed last; of notes only what all can read, of messages when
 * a person wrote it: that Samspil reminds, or somebody reads, is nothing that happens. */
#define STILL_OF(table) " COALESCE((SELECT " DANISH_DAY("MAX(ROW_START)") " FROM " table " WHERE course_id = c.id), c.opened_on)"
#define STILL_LATEST \
	"GREATEST(" DANISH_DAY("c.ROW_START") ", c.opened_on," STILL_OF("course_contact") "," STILL_OF("background_value") "," STILL_OF("focus_area") "," \
	STILL_OF("conference") "," STILL_OF("plan") "," STILL_OF("intervention") "," STILL_OF("measurement") "," STILL_OF("intervention_absence") "," \
	STILL_OF("employment_measurement") "," \
	" COALESCE((SELECT " DANISH_DAY("MAX(sent_at)") " FROM message WHERE course_id = c.id AND from_uid IS NOT NULL), c.opened_on)," \
	" COALESCE((SELECT " DANISH_DAY("MAX(signed_at)") " FROM professional_note WHERE course_id = c.id AND state = 'signed'), c.opened_on))"

/*
 * SQL: did nothing of this happen to the course c since at (a moment in UTC)?  The same rule for many courses, of which it reads no more than it must.
 * STILL_FROM makes a moment of a day: the one in which it begins in Denmark.
 */
#define STILL_NOT(table, at) " AND NOT EXISTS (SELECT 1 FROM " table " WHERE course_id = c.id AND ROW_START >= " at ")"
#define STILL_SINCE(at) \
	"(c.ROW_START < " at " AND c.opened_on < DATE(" at " + INTERVAL 2 HOUR)" STILL_NOT("intervention", at) STILL_NOT("measurement", at) \
	STILL_NOT("focus_area", at) STILL_NOT("plan", at) STILL_NOT("conference", at) STILL_NOT("background_value", at) STILL_NOT("course_contact", at) \
	STILL_NOT("intervention_absence", at) STILL_NOT("employment_measurement", at) \
	" AND NOT EXISTS (SELECT 1 FROM message WHERE course_id = c.id AND from_uid IS NOT NULL AND sent_at >= " at ")" \
	" AND NOT EXISTS (SELECT 1 FROM professional_note WHERE course_id = c.id AND state = 'signed' AND signed_at >= " at "))"
#define STILL_FROM(day) "(CAST(" day " AS DATETIME) - INTERVAL IF(" DANISH_DAY("(CAST(" day " AS DATETIME) - INTERVAL 2 HOUR)") " = " day ", 2, 1) HOUR)"

#endif
