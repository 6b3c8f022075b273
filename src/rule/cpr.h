/*
 * cpr.h - Danish personal numbers.  rule/: pure; may use base/.
 *
 * Source: domain.md c (CPR-kontoret): replacement numbers, the table of centuries, and that modulus 11 never rejects.
 */
#ifndef SAMSPIL_RULE_CPR_H
#define SAMSPIL_RULE_CPR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"

enum { CPR_DIGITS = 10, CPR_SHOWN = 11, CPR_AGE_ASKED = 120 };

enum cpr_verdict {
	CPR_OK,
	CPR_REPLACEMENT,	/* an erstatningspersonnummer: good, but to be labelled as no real number */
	CPR_NOT_TEN_DIGITS,
	CPR_NO_SUCH_DATE,
	CPR_BORN_LATER,		/* than today */
	CPR_VERY_OLD,		/* more than CPR_AGE_ASKED years: good if a person says so */
};

struct cpr {
	char digits[CPR_DIGITS + 1];
	struct date born;
	bool modulus_hint;	/* the weights do not add up, on a birthday where they do as a rule: worth a second look, no more */
};

/*
 * Read what a person typed, with or without spaces and hyphens (also the wide ones that word processors paste).  today is an
 * ISO date.  out is filled for CPR_OK, CPR_REPLACEMENT and CPR_VERY_OLD, else empty.  Sex is not inferred.
 */
enum cpr_verdict cpr_read(const char *typed, const char *today, struct cpr *out);

/* Does a replacement number's raised day (61 to 91) stand in these ten digits? */
bool cpr_is_replacement(const char *digits);

/* Ten digits as "250380-1714", whole, or as "250380-****" for lists; out is "" for anything else. */
void cpr_show(const char *digits, char out[CPR_SHOWN + 1]);
void cpr_show_masked(const char *digits, char out[CPR_SHOWN + 1]);

/*
 * Where a number stands in a text: ten digits that begin as a day and a month, with spaces and hyphens between them or none, no more of them
 * in a row; its first digit, and in *length how far it goes (NULL is fine).  NULL: there is none.
 */
const char *cpr_stands_in(const char *text, size_t *length);

#endif
