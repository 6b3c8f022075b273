/* date.h - dates as people write them and as the case keeps them.  base/: may use nothing of ours but its neighbours. */
#ifndef SAMSPIL_BASE_DATE_H
#define SAMSPIL_BASE_DATE_H

#include <stdbool.h>

enum { DATE_LENGTH = 10, TIME_LENGTH = 20 };

/* A date with its terminator: "2026-04-15". */
struct date { char iso[DATE_LENGTH + 1]; };

/*
 * Read a date as written in Denmark or in ISO 8601: 15-04-2026, 15.04.2026, 15/4/2026, 15 4 2026, 15.04.26, 2026-04-15, and as digits
 * alone: 15042026, 150426.  A year of two digits is 20yy up to 69, else 19yy; in digits alone the last one that is not to come.
 * False, and out untouched, for anything else and for days that no calendar has.
 * Source: domain.md c ("dates dd-mm-yyyy, dd.mm.yy and yyyy-mm-dd accepted").
 */
bool date_parse(const char *text, struct date *out);

/* Is there such a day (Gregorian, years 1800 to 2200)? */
bool date_exists(int year, int month, int day);

/* out = year-month-day, which must exist. */
void date_set(struct date *out, int year, int month, int day);

/* Today in Denmark; the process's time zone is set to Europe/Copenhagen by date_start, once. */
void date_start(void);
void date_today(struct date *out);

/* Whole years from one date to another (an age); negative when to is before from. */
int date_years(const char *from_iso, const char *to_iso);

/* Days from one date to another; negative when to is before from. */
long date_days(const char *from_iso, const char *to_iso);

/* date plus days. */
void date_add_days(const char *iso, long days, struct date *out);

/*
 * A moment in UTC ("2026-04-15T08:30:00Z", or with fractions) as Danish local time "15-04-2026 kl. 10.30"; out has room for
 * 32 bytes.  False, and out empty, when text is no such moment.
 */
bool date_show_time(const char *utc, char out[32]);

/* A date "2026-04-15" as "15-04-2026"; out has room for 32 bytes.  False, and out empty, when text is no date. */
bool date_show(const char *iso, char out[32]);

/* Is text a moment in UTC in the contract's form "2026-04-15T08:30:00Z", or a date (taken as its end)?  out in SQL's form. */
bool date_moment(const char *text, char out[32]);

/*
 * A Danish date and time of day ("2026-04-15", "08:30", or "08:30:00") as SQL's moment in UTC: "2026-04-15 06:30:00".  In the hour that comes twice
 * (last Sunday of October, 02:00-03:00) it is the first one.  False, and out empty, in the hour that the clocks skip (last Sunday of March,
 * 02:00-03:00) and for what is no such date or time.  date_local is the way back, for "2026-04-15 06:30:00" and the contract's "2026-04-15T06:30:00Z".
 */
bool date_utc(const char *iso, const char *hhmm, char out[TIME_LENGTH]);
bool date_local(const char *utc, struct date *day, char hhmm[6]);

/* A moment in SQL's form plus minutes, in SQL's form; false, and out empty, for what is none.  utc and out may be the same. */
bool date_add_minutes(const char *utc, long minutes, char out[TIME_LENGTH]);

/* Monday is 0, Sunday 6. */
int date_weekday(const char *iso);

#endif
