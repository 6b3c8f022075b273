#include "rule/cpr.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* A separator at the start of text: its length in bytes, 0 for none. */
static size_t
separator(const char *text)
{
	static const char *const known[] = { " ", "-", "\t", "\xc2\xa0", "\xe2\x80\x90", "\xe2\x80\x91", "\xe2\x80\x93",
	    "\xe2\x88\x92" };
	size_t i;

	for (i = 0; i < sizeof known / sizeof known[0]; i++)
		if (strncmp(text, known[i], strlen(known[i])) == 0)
			return strlen(known[i]);
	return 0;
}

/* The ten digits of what was typed; false when it holds anything else. */
static bool
strip(const char *typed, char digits[CPR_DIGITS + 1])
{
	size_t count = 0;

	while (*typed != '\0') {
		size_t skip = separator(typed);

		if (skip == 0 && (*typed < '0' || *typed > '9' || count == CPR_DIGITS))
			return false;
		if (skip == 0) {
			digits[count++] = *typed;
			skip = 1;
		}
		typed += skip;
	}
	digits[count] = '\0';
	return count == CPR_DIGITS;
}

static int
two(const char *digits)
{
	return (digits[0] - '0') * 10 + digits[1] - '0';
}

/* The century that the seventh digit gives a year of two digits. */
static int
century(char seventh, int year)
{
	if (seventh <= '3')
		return 1900;
	if (seventh == '4' || seventh == '9')
		return year <= 36 ? 2000 : 1900;
	return year <= 57 ? 2000 : 1800;
}

static bool
weights_add_up(const char *digits)
{
	static const int weights[CPR_DIGITS] = { 4, 3, 2, 7, 6, 5, 4, 3, 2, 1 };
	int sum = 0, i;

	for (i = 0; i < CPR_DIGITS; i++)
		sum += weights[i] * (digits[i] - '0');
	return sum % 11 == 0;
}

bool
cpr_is_replacement(const char *digits)
{
	return digits[0] >= '6' && digits[0] <= '9';
}

/* Digits to a day; false when there is none such. */
static bool
birthday(const char *digits, struct date *born)
{
	int day = two(digits) - (cpr_is_replacement(digits) ? 60 : 0), month = two(digits + 2), year = two(digits + 4);

	year += century(digits[6], year);
	if (!date_exists(year, month, day))
		return false;
	date_set(born, year, month, day);
	return true;
}

static enum cpr_verdict
judge(const char *typed, const char *today, struct cpr *out)
{
	if (!strip(typed, out->digits))
		return CPR_NOT_TEN_DIGITS;
	if (!birthday(out->digits, &out->born))
		return CPR_NO_SUCH_DATE;
	if (strcmp(out->born.iso, today) > 0)
		return CPR_BORN_LATER;
	if (date_years(out->born.iso, today) > CPR_AGE_ASKED)
		return CPR_VERY_OLD;
	return cpr_is_replacement(out->digits) ? CPR_REPLACEMENT : CPR_OK;
}

enum cpr_verdict
cpr_read(const char *typed, const char *today, struct cpr *out)
{
	enum cpr_verdict verdict;

	memset(out, 0, sizeof *out);
	verdict = judge(typed, today, out);
	if (verdict != CPR_OK && verdict != CPR_REPLACEMENT && verdict != CPR_VERY_OLD) {
		memset(out, 0, sizeof *out);
		return verdict;
	}
	/* Numbers without modulus 11 were so far given to birthdays of 1 January only; replacement numbers never kept to it. */
	out->modulus_hint = !cpr_is_replacement(out->digits) && strcmp(out->born.iso + 4, "-01-01") != 0 &&
	    !weights_add_up(out->digits);
	return verdict;
}

void
cpr_show(const char *digits, char out[CPR_SHOWN + 1])
{
	out[0] = '\0';
	if (strspn(digits, "0123456789") == CPR_DIGITS && digits[CPR_DIGITS] == '\0')
		snprintf(out, CPR_SHOWN + 1, "%.6s-%.4s", digits, digits + 6);
}

void
cpr_show_masked(const char *digits, char out[CPR_SHOWN + 1])
{
	cpr_show(digits, out);
	if (out[0] != '\0')
		memcpy(out + 7, "****", 4);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* How far ten digits go that begin here, with spaces and hyphens between them; 0 where there are fewer, or more. */
static size_t
ten_digits(const char *from, char digits[CPR_DIGITS])
{
	const char *at = from;
	int n;

	for (n = 0; n < CPR_DIGITS; n++) {
		if (n > 0)
			at += strspn(at, " -");
		if (!is_digit(*at))
			return 0;
		digits[n] = *at++;
	}
	return is_digit(*at) ? 0 : (size_t)(at - from);
}

/* Day and month of a number, a replacement's raised day included. */
static bool
is_day(const char *digits)
{
	int day = (digits[0] - '0') * 10 + digits[1] - '0', month = (digits[2] - '0') * 10 + digits[3] - '0';

	return month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || (day >= 61 && day <= 91));
}

const char *
cpr_stands_in(const char *text, size_t *length)
{
	char digits[CPR_DIGITS];
	const char *at;
	size_t n;

	for (at = text; *at != '\0'; at++) {
		if (!is_digit(*at) || (at > text && is_digit(at[-1])))
			continue;
		n = ten_digits(at, digits);
		if (n == 0 || !is_day(digits))
			continue;
		if (length != NULL)
			*length = n;
		return at;
	}
	return NULL;
}
