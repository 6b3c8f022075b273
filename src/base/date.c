#include "base/date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int
days_in(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : days[month - 1];
}

bool
date_exists(int year, int month, int day)
{
	return year >= 1800 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= days_in(year, month);
}

void
date_set(struct date *out, int year, int month, int day)
{
	char text[40];

	snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
	memcpy(out->iso, text, DATE_LENGTH);
	out->iso[DATE_LENGTH] = '\0';
}

/* One to four digits; returns how many, 0 for none. */
static int
digits(const char **text, int *value)
{
	int n = 0;

	*value = 0;
	while (n < 4 && **text >= '0' && **text <= '9') {
		*value = *value * 10 + (**text - '0');
		(*text)++;
		n++;
	}
	return n;
}

/* ddmmyy or ddmmyyyy, as a keyboard of digits gives it.  Of two centuries the one that is past: most such dates are births. */
static bool
parse_digits(const char *text, struct date *out)
{
	size_t length = strlen(text);
	struct date today, read;
	int number = atoi(text), year, month, day;

	if ((length != 6 && length != 8) || strspn(text, "0123456789") != length)
		return false;
	year = number % (length == 6 ? 100 : 10000);
	number /= length == 6 ? 100 : 10000;
	month = number % 100, day = number / 100;
	if (length == 6)
		year += 2000;
	if (date_exists(year, month, day)) {
		date_set(&read, year, month, day);
		date_today(&today);
		if (length == 8 || strcmp(read.iso, today.iso) <= 0) {
			*out = read;
			return true;
		}
	}
	if (length == 8 || !date_exists(year - 100, month, day))
		return false;
	date_set(out, year - 100, month, day);
	return true;
}

/* Parts with the same mark between them: - . / or a space. */
static bool
parse_parts(const char *text, struct date *out)
{
	int part[3], length[3], year, month, day, i;
	char separator = '\0';

	for (i = 0; i < 3; i++) {
		length[i] = digits(&text, &part[i]);
		if (length[i] == 0)
			return false;
		if (i == 2)
			break;
		if (strchr("-./ ", *text) == NULL || *text == '\0' || (i == 1 && *text != separator))
			return false;
		separator = *text++;
	}
	if (*text != '\0')
		return false;
	if (length[0] == 4 && separator == '-' && length[1] == 2 && length[2] == 2) {
		year = part[0], month = part[1], day = part[2];
	} else if (length[0] <= 2 && length[1] <= 2 && (length[2] == 4 || length[2] == 2)) {
		day = part[0], month = part[1], year = part[2];
		if (length[2] == 2)
			year += year <= 69 ? 2000 : 1900;
	} else {
		return false;
	}
	if (!date_exists(year, month, day))
		return false;
	date_set(out, year, month, day);
	return true;
}

bool
date_parse(const char *text, struct date *out)
{
	return parse_digits(text, out) || parse_parts(text, out);
}

void
date_start(void)
{
	setenv("TZ", "Europe/Copenhagen", 1);
	tzset();
}

void
date_today(struct date *out)
{
	time_t now = time(NULL);
	struct tm local;

	localtime_r(&now, &local);
	date_set(out, local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

int
date_years(const char *from_iso, const char *to_iso)
{
	int years = atoi(to_iso) - atoi(from_iso);

	if (strlen(from_iso) < DATE_LENGTH || strlen(to_iso) < DATE_LENGTH)
		return 0;
	return strcmp(to_iso + 4, from_iso + 4) < 0 ? years - 1 : years;
}

/* Days since 1970-01-01 of a well-formed ISO date. */
static long
day_number(const char *iso)
{
	struct tm day = { .tm_year = atoi(iso) - 1900, .tm_mon = atoi(iso + 5) - 1, .tm_mday = atoi(iso + 8) };

	return (long)(timegm(&day) / 86400);
}

long
date_days(const char *from_iso, const char *to_iso)
{
	return day_number(to_iso) - day_number(from_iso);
}

void
date_add_days(const char *iso, long days, struct date *out)
{
	time_t at = (day_number(iso) + days) * 86400;
	struct tm day;

	gmtime_r(&at, &day);
	date_set(out, day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

/* Read "YYYY-MM-DDThh:mm[:ss[.f]]Z" or with a space for the T; false for anything else. */
static bool
read_moment(const char *utc, time_t *out)
{
	struct tm at = { 0 };
	const char *rest = strptime(utc, "%Y-%m-%dT%H:%M", &at);

	if (rest == NULL)
		return false;
	if (*rest == ':') {
		rest = strptime(rest, ":%S", &at);
		if (rest == NULL)
			return false;
	}
	if (*rest == '.')
		rest += 1 + strspn(rest + 1, "0123456789");
	if (strcmp(rest, "Z") != 0)
		return false;
	*out = timegm(&at);
	return true;
}

bool
date_show_time(const char *utc, char out[32])
{
	struct tm local;
	time_t at;

	out[0] = '\0';
	if (!read_moment(utc, &at))
		return false;
	localtime_r(&at, &local);
	/* A fixed space keeps "kl." and the hour on one line. */
	return strftime(out, 32, "%d-%m-%Y kl.\xc2\xa0%H.%M", &local) > 0;
}

bool
date_show(const char *iso, char out[32])
{
	struct date day;

	out[0] = '\0';
	if (strlen(iso) != DATE_LENGTH || !date_parse(iso, &day))
		return false;
	snprintf(out, 32, "%.2s-%.2s-%.4s", day.iso + 8, day.iso + 5, day.iso);
	return true;
}

bool
date_moment(const char *text, char out[32])
{
	struct date day;
	struct tm utc;
	time_t at;

	out[0] = '\0';
	if (date_parse(text, &day)) {
		struct tm end = { .tm_year = atoi(day.iso) - 1900, .tm_mon = atoi(day.iso + 5) - 1,
		    .tm_mday = atoi(day.iso + 8), .tm_hour = 23, .tm_min = 59, .tm_sec = 59, .tm_isdst = -1 };

		at = mktime(&end);
	} else if (!read_moment(text, &at)) {
		return false;
	}
	gmtime_r(&at, &utc);
	return strftime(out, 32, "%Y-%m-%d %H:%M:%S", &utc) > 0;
}

/* The local time, taken as summer time or not: is there such a moment? */
static bool
local_moment(const struct tm *local, int summer, time_t *out)
{
	struct tm sought = *local, found;

	sought.tm_isdst = summer;
	*out = mktime(&sought);
	localtime_r(out, &found);
	return found.tm_hour == local->tm_hour && found.tm_min == local->tm_min && found.tm_mday == local->tm_mday && found.tm_isdst == summer;
}

/* "08:30" or "08:30:00". */
static bool
read_clock(const char *text, int *hour, int *minute)
{
	size_t length = strlen(text);

	if ((length != 5 && length != 8) || strspn(text, "0123456789:") != length || text[2] != ':' || (length == 8 && strcmp(text + 5, ":00") != 0))
		return false;
	*hour = atoi(text);
	*minute = atoi(text + 3);
	return strcspn(text, ":") == 2 && text[3] != ':' && text[4] != ':' && *hour < 24 && *minute < 60;
}

bool
date_utc(const char *iso, const char *hhmm, char out[TIME_LENGTH])
{
	struct tm local = { 0 }, utc;
	struct date day;
	time_t at;

	out[0] = '\0';
	if (strlen(iso) != DATE_LENGTH || !date_parse(iso, &day) || !read_clock(hhmm, &local.tm_hour, &local.tm_min))
		return false;
	local.tm_year = atoi(day.iso) - 1900, local.tm_mon = atoi(day.iso + 5) - 1, local.tm_mday = atoi(day.iso + 8);
	if (!local_moment(&local, 1, &at) && !local_moment(&local, 0, &at))
		return false;
	gmtime_r(&at, &utc);
	return strftime(out, TIME_LENGTH, "%Y-%m-%d %H:%M:%S", &utc) > 0;
}

bool
date_local(const char *utc, struct date *day, char hhmm[6])
{
	struct tm read = { 0 }, local;
	time_t at;

	hhmm[0] = '\0';
	if (strptime(utc, strchr(utc, 'T') == NULL ? "%Y-%m-%d %H:%M:%S" : "%Y-%m-%dT%H:%M:%SZ", &read) == NULL)
		return false;
	at = timegm(&read);
	localtime_r(&at, &local);
	date_set(day, local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
	return strftime(hhmm, 6, "%H:%M", &local) > 0;
}

bool
date_add_minutes(const char *utc, long minutes, char out[TIME_LENGTH])
{
	struct tm read = { 0 };
	const char *rest = strptime(utc, "%Y-%m-%d %H:%M:%S", &read);
	time_t at = timegm(&read) + minutes * 60;

	out[0] = '\0';
	if (rest == NULL || *rest != '\0')
		return false;
	gmtime_r(&at, &read);
	return strftime(out, TIME_LENGTH, "%Y-%m-%d %H:%M:%S", &read) > 0;
}

/* 1970-01-01 was a Thursday. */
int
date_weekday(const char *iso)
{
	long days = (day_number(iso) + 3) % 7;

	return (int)(days < 0 ? days + 7 : days);
}
