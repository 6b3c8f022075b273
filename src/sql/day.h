/* day.h - the Danish day of a moment, in SQL.  sql/: pure text. */
#ifndef SAMSPIL_SQL_DAY_H
#define SAMSPIL_SQL_DAY_H

/*
 * SQL: the day in Denmark of at, a column (or a MAX or MIN of one) with a moment in UTC; NULL for NULL.  DATE(at) is the day before for whatever
 * happened just after midnight.  Summer time lasts from the last Sunday of March to that of October, at 01:00 UTC: computed, since a server need not
 * know time zones by name.
 */
#define DANISH_DAY(at) \
	"DATE(" at " + INTERVAL IF(" at " >= " DANISH_CLOCKS(at, "-03-31") " AND " at " < " DANISH_CLOCKS(at, "-10-31") ", 2, 1) HOUR)"
#define DANISH_CLOCKS(at, last) \
	"(CAST(CONCAT(YEAR(" at "), '" last " 01:00:00') AS DATETIME) - INTERVAL DAYOFWEEK(CONCAT(YEAR(" at "), '" last "')) - 1 DAY)"

#endif
