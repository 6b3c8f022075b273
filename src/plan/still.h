/* still.h - how long a course has lain.  plan/: may use domain/ and what is below it. */
#ifndef SAMSPIL_PLAN_STILL_H
#define SAMSPIL_PLAN_STILL_H

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

#endif
