/*
 * number.h - numbers as files have them.  rule/: pure; may use base/.
 *
 * "4.5" is four and a half in one system's file and forty-five in another's, "4.500" is 4500 or 4.5: which sign divides is said by whoever brings the
 * file, and never guessed.
 */
#ifndef SAMSPIL_RULE_NUMBER_H
#define SAMSPIL_RULE_NUMBER_H

#include <stddef.h>

/* ASKED: nobody said yet. */
enum number_manner { NUMBER_ASKED, NUMBER_COMMA, NUMBER_POINT };

enum number_verdict {
	NUMBER_OK,
	NUMBER_NONE,		/* this is no number */
	NUMBER_UNCERTAIN,	/* a comma or a point, and nobody said which divides */
	NUMBER_GROUPS,		/* the other sign stands where no thousands end */
	NUMBER_FINE,		/* more decimals than are kept */
	NUMBER_GREAT,		/* more than NUMBER_DIGITS_MAX digits */
};

enum { NUMBER_DIGITS_MAX = 15, NUMBER_TEXT_MAX = NUMBER_DIGITS_MAX + 3 };

/*
 * Read "1.234,5", "-15,5", "- 15,5" or with the sign U+2212, spaces (also U+00A0) between thousands.  out, which has room for NUMBER_TEXT_MAX + 1 bytes, is
 * as SQL has it ("1234.5", "-15.5"); "" for any other verdict.  decimals: at most so many count; zeros behind them are nothing.
 */
enum number_verdict number_read(const char *text, enum number_manner manner, unsigned decimals, char out[NUMBER_TEXT_MAX + 1]);

#endif
