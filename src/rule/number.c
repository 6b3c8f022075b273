#include "rule/number.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

struct reading { const char *at; char *out; size_t whole, fraction; };

/* A space between thousands, or behind the sign: how many bytes. */
static size_t
space(const char *at)
{
	if (*at == ' ')
		return 1;
	if (strncmp(at, "\xc2\xa0", 2) == 0)
		return 2;
	return strncmp(at, "\xe2\x80\xaf", 3) == 0 ? 3 : 0;
}

static bool
minus(struct reading *r)
{
	static const char sign[] = "\xe2\x88\x92";
	size_t length = *r->at == '-' ? 1 : strncmp(r->at, sign, 3) == 0 ? 3 : 0;

	r->at += length;
	while (length > 0 && space(r->at) > 0)
		r->at += space(r->at);
	return length > 0;
}

/* The length of a sign between thousands that stands here; 0: none. */
static size_t
between(const struct reading *r, char thousands)
{
	return *r->at == thousands ? 1 : space(r->at);
}

/* Digits, in groups of three where they are in groups. */
static enum number_verdict
whole(struct reading *r, char thousands)
{
	size_t group = 0, length;
	bool grouped = false;

	for (;; r->at++) {
		if (isdigit((unsigned char)*r->at)) {
			group++;
			if (r->whole > 0 || *r->at != '0')
				r->out[r->whole++] = *r->at;
			if (r->whole > NUMBER_DIGITS_MAX)
				return NUMBER_GREAT;
			continue;
		}
		length = between(r, thousands);
		if (length > 0 ? group == 0 || group > 3 || (grouped && group != 3) : grouped && group != 3)
			return NUMBER_GROUPS;
		if (length == 0)
			return group == 0 ? NUMBER_NONE : NUMBER_OK;
		r->at += length - 1;
		grouped = true;
		group = 0;
	}
}

static enum number_verdict
fraction(struct reading *r, unsigned decimals)
{
	size_t kept = 0, n;

	if (r->at[strspn(r->at, "0123456789")] != '\0')
		return NUMBER_NONE;
	for (n = 0; isdigit((unsigned char)*r->at); n++, r->at++) {
		if (n >= decimals && *r->at != '0')
			return NUMBER_FINE;
		if (n < decimals && *r->at != '0')
			kept = n + 1;
		if (n < decimals)
			r->out[r->whole + 1 + n] = *r->at;
	}
	if (n == 0)
		return NUMBER_NONE;
	if (r->whole + kept > NUMBER_DIGITS_MAX)
		return NUMBER_GREAT;
	if (kept > 0)
		r->out[r->whole] = '.';
	r->out[r->whole + (kept > 0 ? kept + 1 : 0)] = '\0';
	return NUMBER_OK;
}

static enum number_verdict
read_signless(struct reading *r, enum number_manner manner, unsigned decimals)
{
	char divides = manner == NUMBER_POINT ? '.' : ',', thousands = manner == NUMBER_POINT ? ',' : '.';
	enum number_verdict verdict = whole(r, thousands);

	if (verdict != NUMBER_OK)
		return verdict;
	if (r->whole == 0)
		r->out[r->whole++] = '0';
	r->out[r->whole] = '\0';
	if (*r->at == divides) {
		r->at++;
		verdict = fraction(r, decimals);
	}
	if (verdict == NUMBER_OK && *r->at != '\0')
		return *r->at == thousands ? NUMBER_GROUPS : NUMBER_NONE;
	return verdict;
}

/* Could this be a number, if somebody said which sign divides? */
static bool
uncertain(const char *text, enum number_manner manner)
{
	return manner == NUMBER_ASKED && strpbrk(text, ".,") != NULL && strpbrk(text, "0123456789") != NULL
	    && text[strspn(text, "0123456789., -\xc2\xa0\xe2\x80\xaf\x88\x92")] == '\0';
}

enum number_verdict
number_read(const char *text, enum number_manner manner, unsigned decimals, char out[NUMBER_TEXT_MAX + 1])
{
	char digits[2 * NUMBER_TEXT_MAX] = "";
	struct reading r = { .at = text, .out = digits };
	enum number_verdict verdict;
	bool negative = minus(&r);

	out[0] = '\0';
	if (uncertain(text, manner))
		return NUMBER_UNCERTAIN;
	if (decimals > NUMBER_DIGITS_MAX)
		decimals = NUMBER_DIGITS_MAX;
	verdict = read_signless(&r, manner, decimals);
	if (verdict == NUMBER_OK) {
		negative = negative && strpbrk(digits, "123456789") != NULL;
		out[0] = '-';
		memcpy(out + negative, digits, strlen(digits) + 1);
	}
	return verdict;
}
